// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedtab.h"

#include "actions/exportactions.h"
#include "lists/listwiring.h"
#include "theme/theme.h"
#include "titledetailview.h"
#include "titles/titleurl.h"
#include "widgets/detailsplitter.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/progressstrip.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {

StoredTab::StoredTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , ListParts(QStringLiteral("titles"), QStringLiteral("titles"))
    , m_console(console)
    , m_model(new StoredModel(console.services.titles, console.services.clock, this))
    , m_strip(new ProgressStrip)
    , m_detail(new TitleDetailView(console.services.titles, console.services.jobs, console.services.clock))
    , m_export(new ExportActions(console.services.exports, this, m_strip, QStringLiteral("titles"), [this] { return std::optional(ExportRequest{m_model->filter(), {}}); }))
    , m_fetchSelected(new QAction(icon(QStringLiteral("retry")), QString(), this))
{
    m_fetchSelected->setObjectName(QStringLiteral("fetchSelectedTitles"));
    m_table->setObjectName(QStringLiteral("titleTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(StoredModel::Whole, new StateDelegate(m_table));
    m_table->setColumnWidths({240, 64, 72, 136, 112, 120, 96}, StoredModel::Name);
    m_table->hideBelow({{StoredModel::Changes, 800}, {StoredModel::Number, 720}, {StoredModel::Age, 600}, {StoredModel::Rating, 440}});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addAction(m_fetchSelected);
    m_filter->setKeys(TitleFilter::keys());
    m_detail->setMinimumWidth(320);
    m_splitter = new DetailSplitter(m_list, m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_filter);
    column->addWidget(m_problem);
    column->addWidget(m_strip);
    column->addWidget(m_splitter, 1);
    m_wiring = new ListWiring({m_model, m_table, m_problem, m_filter, m_list, m_empty, m_noMatch}, this);
    connectAll();
    retranslate();
    m_model->load();
}

void StoredTab::connectAll()
{
    connect(m_filter, &FilterBar::changed, this, &StoredTab::filterChanged);
    connect(m_wiring, &ListWiring::opened, this, [this](const QString &name) {
        if (const auto key = titleKeyNamed(name))
            open(*key);
    });
    connect(m_wiring, &ListWiring::walked, this, [this](const QString &name) {
        if (const auto key = titleKeyNamed(name); key && m_splitter->isDetailOpen())
            m_detail->open(*key);
    });
    connect(m_table, &TableView::deleteAsked, this, [this] {
        if (const auto key = titleKeyNamed(m_wiring->selected())) {
            open(*key);
            m_detail->remove();
        }
    });
    connect(m_wiring, &ListWiring::loaded, this, &StoredTab::loaded);
    connect(m_model, &StoredModel::rowsRemoved, this, &StoredTab::loaded);
    connect(m_wiring, &ListWiring::retryAsked, this, &StoredTab::refresh);
    connect(m_empty, &EmptyState::activated, this, &StoredTab::scrapeAsked);
    connect(m_detail, &TitleDetailView::closeAsked, this, &StoredTab::close);
    connect(m_detail, &TitleDetailView::gone, this, &StoredTab::close);
    connect(m_fetchSelected, &QAction::triggered, this, &StoredTab::fetchSelected);
    connect(m_export, &ExportActions::failed, m_problem, [this](const Error &error) { m_problem->showError(error); });
    connect(m_splitter, &QSplitter::splitterMoved, this, &StoredTab::stateChanged);
}

QList<QAction *> StoredTab::actions() const
{
    return QList<QAction *>{m_fetchSelected} + m_export->actions();
}

void StoredTab::filterChanged(const QString &text)
{
    m_filter->setProblem(m_model->setFilter(text));
    Q_EMIT stateChanged();
}

void StoredTab::setFilter(const QString &filter)
{
    m_filter->setText(filter);
}

void StoredTab::loaded()
{
    Q_EMIT counted(m_model->rowCount());
    for (QAction *action : actions())
        action->setEnabled(m_model->rowCount() > 0);
}

void StoredTab::open(const TitleKey &key)
{
    m_detail->open(key);
    m_splitter->openDetail();
    m_wiring->select(StoredModel::keyTextOf(key));
    Q_EMIT stateChanged();
}

void StoredTab::close()
{
    m_splitter->closeDetail();
    m_detail->clear();
    m_list->currentWidget()->setFocus();
    Q_EMIT stateChanged();
}

bool StoredTab::closeDetail()
{
    if (!m_splitter->isDetailOpen())
        return false;
    close();
    return true;
}

void StoredTab::fetchSelected()
{
    QStringList urls;
    const auto rows = m_table->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const StoredTitle *title = m_model->at(row.row()))
            urls << QStringLiteral("https://www.netflix.com") + QString::fromLatin1(pathOf(title->key));
    }
    if (!urls.isEmpty())
        Q_EMIT refreshAsked(urls);
}

void StoredTab::refresh()
{
    m_model->load();
    m_detail->refresh();
}

void StoredTab::focusFilter()
{
    m_filter->focus();
}

void StoredTab::setApiUrl(const QString &url)
{
    m_detail->setApiUrl(url);
    m_empty->setCommand(QStringLiteral("curl -X POST %1/api/getinfo -H \"X-API-Key: $KULE_API_KEY\" -H 'Content-Type: application/json' "
                                       "-d '{\"url\": \"https://www.netflix.com/tr/title/81616256\"}'").arg(url));
}

Json StoredTab::saveState() const
{
    return {{"filter", m_filter->text()},
            {"table", m_table->saveState()},
            {"splitter", m_splitter->saveState()},
            {"detail", m_detail->saveState()},
            {"title", m_splitter->isDetailOpen() && m_detail->key() ? StoredModel::keyTextOf(*m_detail->key()) : QString()}};
}

void StoredTab::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_table->restoreState(state.value("table", Json::object()));
    m_splitter->restoreState(state.value("splitter", Json::object()));
    m_detail->restoreState(state.value("detail", Json::object()));
    if (const QString filter = textOf(state, "filter"); !filter.isEmpty())
        m_filter->setText(filter);
    if (const auto key = titleKeyNamed(textOf(state, "title")))
        open(*key);
}

void StoredTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StoredTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wiring->catchUp();
}

void StoredTab::retranslate()
{
    m_export->retranslate();
    m_fetchSelected->setText(tr("Fetch the selected again"));
    m_filter->setPlaceholder(tr("Filter: year:>2000 locale:tr partial:yes since:3d words"));
    m_filter->setAccessibleLabel(tr("Filter the titles"));
    m_table->setAccessibleName(tr("Stored titles"));
    m_empty->setSentence(tr("No title is stored yet. Paste addresses of Netflix titles here, or ask from any program by the API."));
    m_empty->setActionText(tr("Scrape titles"));
    m_noMatch->setSentence(tr("No title matches the filter."));
    m_noMatch->setActionText(tr("Clear the filter"));
    if (m_model->hasLoaded())
        filterChanged(m_filter->text());
}

} // namespace kule
