// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/listwiring.h"

#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"

#include <QStackedWidget>

namespace kule {

ListWiring::ListWiring(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    PagedModelSignals *model = m_parts.model;
    connectTable();
    connect(model, &PagedModelSignals::freshChanged, m_parts.table, [this](int count) { m_parts.table->announce(count); });
    connect(model, &PagedModelSignals::rowsArrived, this, &ListWiring::reselect);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ListWiring::arrange);
    connect(model, &PagedModelSignals::loaded, this, [this] {
        arrange();
        reselect();
        if (std::exchange(m_goesToTop, false))
            m_parts.table->scrollToTop();
        Q_EMIT loaded();
    });
    connect(model, &PagedModelSignals::problemChanged, this, [this] {
        if (const auto &problem = m_parts.model->problem())
            m_parts.problem->showError(*problem, [] { return tr("Try again"); });
        else
            m_parts.problem->clear();
    });
    connect(m_parts.problem, &ErrorStrip::activated, this, &ListWiring::retryAsked);
    if (FilterBar *filter = m_parts.filter) {
        if (m_parts.pages)
            connect(filter, &FilterBar::left, m_parts.pages, [this] { m_parts.pages->currentWidget()->setFocus(); });
        if (m_parts.noMatch)
            connect(m_parts.noMatch, &EmptyState::activated, filter, [filter] { filter->setText({}); });
    }
}

void ListWiring::connectTable()
{
    const auto keyAt = [this](const QModelIndex &index) { return m_parts.model->keyAt(index.row()); };
    const auto open = [this, keyAt](const QModelIndex &index) {
        if (const QString key = keyAt(index); !key.isEmpty())
            Q_EMIT opened(key);
    };
    connect(m_parts.table, &TableView::opened, this, open);
    connect(m_parts.table, &QAbstractItemView::clicked, this, [this, open](const QModelIndex &index) {
        if (m_parts.table->selectedRows().size() == 1) // a wider selection is for its menu
            open(index);
    });
    connect(m_parts.table, &TableView::currentRowChanged, this, [this, keyAt](const QModelIndex &index) {
        const QString key = keyAt(index);
        if (key.isEmpty() || m_isReselecting)
            return;
        m_selected = key;
        Q_EMIT walked(key);
    });
    connect(m_parts.table, &TableView::announcementClicked, this, &ListWiring::loadToTop);
}

void ListWiring::select(const QString &key)
{
    m_selected = key;
    reselect();
}

void ListWiring::loadToTop()
{
    m_goesToTop = true;
    m_parts.model->load();
}

void ListWiring::catchUp()
{
    if (m_parts.model->freshCount() > 0)
        loadToTop();
}

QWidget *ListWiring::page() const
{
    if (!m_parts.empty || !m_parts.model->hasLoaded() || m_parts.model->rowCount() > 0)
        return m_parts.table;
    return m_parts.noMatch && m_parts.model->isFiltered() ? m_parts.noMatch : m_parts.empty;
}

void ListWiring::arrange()
{
    if (m_parts.pages)
        m_parts.pages->setCurrentWidget(page());
}

void ListWiring::reselect()
{
    const int row = m_selected.isEmpty() ? -1 : m_parts.model->rowOf(m_selected);
    if (row < 0 || m_parts.table->current().row() == row)
        return;
    m_isReselecting = true;
    // setCurrentIndex would scroll.
    m_parts.table->selectionModel()->setCurrentIndex(m_parts.model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isReselecting = false;
}

} // namespace kule
