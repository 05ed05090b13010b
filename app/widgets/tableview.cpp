// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tableview.h"

#include "theme/tokens.h"
#include "widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>

namespace kule {

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_announcement(new QPushButton(this))
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kule::rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFixedHeight(comfortableRowHeight);
    horizontalHeader()->setMinimumSectionSize(48);
    horizontalHeader()->setSectionsMovable(true);

    m_announcement->setObjectName(QStringLiteral("announcement"));
    m_announcement->setProperty("kind", QStringLiteral("announce"));
    m_announcement->setCursor(Qt::PointingHandCursor);
    m_announcement->hide();
    connect(m_announcement, &QPushButton::clicked, this, &TableView::announcementClicked);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
    m_times.setInterval(30'000);
    connect(&m_times, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_times.start();
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (selectionModel())
        connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) { Q_EMIT currentRowChanged(now); });
}

void TableView::announce(qint64 newRows)
{
    m_newRows = newRows;
    m_announcement->setVisible(newRows > 0);
    m_announcement->setText(tr("%1 new").arg(QLocale().toString(newRows)));
    m_announcement->setAccessibleName(tr("%1 new rows, show them").arg(QLocale().toString(newRows)));
    placeAnnouncement();
}

QModelIndexList TableView::selectedRows() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    return rows;
}

void TableView::setColumnWidths(const QList<int> &widths, int stretched)
{
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths[column]);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    makeRoomForHeadings();
}

void TableView::makeRoomForHeadings()
{
    QHeaderView *header = horizontalHeader();
    header->ensurePolished();
    for (int column = 0; column < header->count(); ++column) {
        if (header->sectionResizeMode(column) == QHeaderView::Interactive && !isColumnHidden(column))
            setColumnWidth(column, std::max(columnWidth(column), header->sectionSizeHint(column)));
    }
}

void TableView::hideBelow(std::vector<Yielding> columns)
{
    m_yielding = std::move(columns);
    giveWay();
}

void TableView::giveWay()
{
    for (const auto &[column, least] : m_yielding)
        setColumnHidden(column, width() < least);
}

Json TableView::saveState() const
{
    return {{"header", horizontalHeader()->saveState().toBase64()}, {"columns", horizontalHeader()->count()}};
}

void TableView::restoreState(const Json &state)
{
    // Modes and heights are ours to decide, so only what a person can change is taken over: order and widths.
    const QByteArray header = QByteArray::fromBase64(textOf(state, "header").toLatin1());
    QList<QHeaderView::ResizeMode> modes;
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        modes << horizontalHeader()->sectionResizeMode(column);
    const auto columns = state.find("columns");
    const bool isOfThese = columns != state.end() && *columns == horizontalHeader()->count(); // another Kule may have others
    if (header.isEmpty() || !isOfThese || !horizontalHeader()->restoreState(header))
        return;
    for (int column = 0; column < std::min<int>(horizontalHeader()->count(), static_cast<int>(modes.size())); ++column)
        horizontalHeader()->setSectionResizeMode(column, modes[column]);
    giveWay();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !current().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0)); // the focus came before the rows did
    if (isEnter && current().isValid())
        Q_EMIT opened(current());
    else if (event->matches(QKeySequence::Delete) && !selectedRows().isEmpty())
        Q_EMIT deleteAsked();
    else if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void TableView::copySelection() const
{
    QStringList lines;
    const auto rows = selectedRows();
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells << row.siblingAtColumn(column).data(Qt::DisplayRole).toString().replace(u'\t', u' ').replace(u'\n', u' ');
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TableView::resizeEvent(QResizeEvent *event)
{
    giveWay();
    QTableView::resizeEvent(event);
    placeAnnouncement();
}

void TableView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        announce(m_newRows);
        // Its cells and headings speak by the model, which tells nobody of a language.
        viewport()->update();
        horizontalHeader()->viewport()->update();
        makeRoomForHeadings();
    }
    QTableView::changeEvent(event);
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTableView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipText(indexAt(help->pos()).data(Qt::ToolTipRole).toString()), viewport());
    return true;
}

void TableView::placeAnnouncement()
{
    m_announcement->adjustSize();
    m_announcement->move((width() - m_announcement->width()) / 2, horizontalHeader()->height() + space::s);
    m_announcement->raise();
}

} // namespace kule
