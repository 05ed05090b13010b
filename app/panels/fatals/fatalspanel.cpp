// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatalspanel.h"

#include "actions/apiurl.h"
#include "fataldeletion.h"
#include "fataldetailview.h"
#include "fatalwords.h"
#include "lists/listwiring.h"
#include "theme/theme.h"
#include "widgets/detailsplitter.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "actions/exportactions.h"
#include "widgets/flatbutton.h"
#include "widgets/panelheader.h"
#include "widgets/progressstrip.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {

FatalsPanel::FatalsPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , ListParts(QStringLiteral("fatals"), QStringLiteral("check"))
    , m_console(console)
    , m_model(new FatalsModel(console.services.fatals, console.services.clock, this))
    , m_groups(new GroupsModel(console.services.fatals, console.services.clock, this))
    , m_header(new PanelHeader)
    , m_grouped(flatButton("fatalsGrouped", "list"))
    , m_groupLine(new QFrame)
    , m_groupWords(new QLabel)
    , m_groupLeave(flatButton("groupLeave", "close"))
    , m_groupTable(new TableView)
    , m_detail(new FatalDetailView(console.services))
    , m_deletion(new FatalDeletion(console.services.fatals, this))
    , m_strip(new ProgressStrip)
    , m_export(new ExportActions(console.services.exports, this, m_strip, QStringLiteral("fatals"), [this] { return std::optional(ExportRequest{m_model->shownFilter(), {}}); }))
    , m_deleteSelected(new QAction(icon(QStringLiteral("trash")), QString(), this))
    , m_deleteShown(new QAction(icon(QStringLiteral("trash")), QString(), this))
{
    m_table->setObjectName(QStringLiteral("fatalTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(FatalsModel::Type, new StateDelegate(m_table));
    m_table->setColumnWidths({160, 280, 180, 130, 104, 84}, FatalsModel::Message);
    m_groupTable->setObjectName(QStringLiteral("groupTable"));
    m_groupTable->setModel(m_groups);
    m_groupTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_groupTable->setItemDelegateForColumn(GroupsModel::Type, new StateDelegate(m_groupTable));
    m_groupTable->setColumnWidths({180, 300, 84, 84, 112, 112}, GroupsModel::Where);
    m_table->hideBelow({{FatalsModel::Size, 860}, {FatalsModel::ProcessId, 760}, {FatalsModel::File, 660}});
    m_grouped->setCheckable(true);
    m_grouped->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filter->addWidget(m_grouped);
    m_filter->setKeys(FatalFilter::keys());
    m_deleteSelected->setObjectName(QStringLiteral("deleteSelected"));
    m_deleteShown->setObjectName(QStringLiteral("deleteShown"));
    m_header->menu()->addActions({m_deleteSelected, m_deleteShown, m_deletion->undoAction()});
    m_header->menu()->addSeparator();
    m_header->menu()->addActions(m_export->actions());
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(m_header->menu()->actions());

    m_groupLine->setObjectName(QStringLiteral("groupLine"));
    m_groupLine->setProperty("kind", QStringLiteral("notice"));
    m_groupWords->setWordWrap(true);
    m_groupWords->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout(m_groupLine);
    line->setContentsMargins(space::m, space::xs, space::xs, space::xs);
    line->addWidget(m_groupWords, 1);
    line->addWidget(m_groupLeave);
    m_groupLine->hide();

    m_list->addWidget(m_groupTable);
    m_detail->setMinimumWidth(320);
    m_splitter = new DetailSplitter(m_list, m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_groupLine);
    column->addWidget(m_problem);
    column->addWidget(m_strip);
    column->addWidget(m_splitter, 1);
    m_wiring = new ListWiring({m_model, m_table, m_problem, m_filter, nullptr, m_empty, m_noMatch}, this);
    connectAll();
    retranslate();
    m_model->load();
    m_groups->load();
}

void FatalsPanel::connectAll()
{
    connect(m_filter, &FilterBar::changed, this, &FatalsPanel::filterChanged);
    connect(m_filter, &FilterBar::left, m_list, [this] { m_list->currentWidget()->setFocus(); });
    connect(m_grouped, &QToolButton::toggled, this, [this] {
        arrange();
        Q_EMIT stateChanged();
    });
    connect(m_groupLeave, &QToolButton::clicked, this, &FatalsPanel::leaveGroup);
    connect(m_wiring, &ListWiring::opened, this, &FatalsPanel::openReport);
    connect(m_wiring, &ListWiring::walked, this, [this](const QString &filename) {
        if (m_splitter->isDetailOpen())
            m_detail->open(filename, m_model->fatal(filename));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_deleteSelected->setEnabled(!selected().isEmpty()); });
    connect(m_table, &TableView::deleteAsked, this, [this] { m_deletion->remove(selected()); });
    connect(m_groupTable, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const FatalGroup *group = m_groups->at(index.row()))
            openGroup(group->fingerprint);
    });
    connect(m_wiring, &ListWiring::loaded, this, &FatalsPanel::arrange);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] { arrange(); });
    connect(m_groups, &GroupsModel::loaded, this, [this] { arrange(); });
    connect(m_wiring, &ListWiring::retryAsked, this, &FatalsPanel::refresh);
    connect(m_noMatch, &EmptyState::activated, this, &FatalsPanel::leaveGroup);
    connect(m_empty, &EmptyState::activated, this, [this] { Q_EMIT linkActivated(QStringLiteral("jobs"), {}); });
    connect(m_detail, &FatalDetailView::closeAsked, this, &FatalsPanel::close);
    connect(m_detail, &FatalDetailView::jobAsked, this, [this](const QString &id) { Q_EMIT linkActivated(QStringLiteral("jobs"), id); });
    connect(m_detail, &FatalDetailView::deleteAsked, this, [this](const QString &filename) { m_deletion->remove({filename}); });
    connect(&m_console.services.fatals, &FatalService::removed, this, [this](const QString &filename) {
        if (m_splitter->isDetailOpen() && m_detail->filename() == filename)
            close();
    });
    connect(m_deleteSelected, &QAction::triggered, this, [this] { m_deletion->remove(selected()); });
    connect(m_deleteShown, &QAction::triggered, this, &FatalsPanel::askDeleteShown);
    connect(m_export, &ExportActions::failed, this, [this](const Error &error) { m_problem->showError(error); });
    connect(m_deletion, &FatalDeletion::begun, m_problem, &ErrorStrip::clear);
    connect(m_deletion, &FatalDeletion::failed, this, [this](const Error &error) { m_problem->showError(error, [] { return tr("Load again"); }); });
    connect(m_deletion, &FatalDeletion::shownEnded, this, [this] {
        m_model->load();
        m_groups->load();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, &FatalsPanel::stateChanged);
    followApiUrl(m_console.api, this, [this](const QString &url) {
        m_empty->setCommand(QStringLiteral("curl %1/fatals -H \"X-Auth-Hash: $KULE_API_KEY\"").arg(url));
    });
}

QStringList FatalsPanel::selected() const
{
    QStringList filenames;
    const auto rows = m_table->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const Fatal *fatal = m_model->at(row.row()))
            filenames += fatal->filename;
    }
    return filenames;
}

void FatalsPanel::filterChanged(const QString &text)
{
    const auto error = m_model->setFilter(text);
    m_filter->setProblem(error);
    if (!error)
        m_groups->setFilter(m_model->filter());
    Q_EMIT stateChanged();
}

void FatalsPanel::arrange()
{
    const int rows = m_model->rowCount();
    const bool showsGroups = m_grouped->isChecked() && !m_group;
    m_header->setCount(rows);
    QWidget *page = m_wiring->page();
    if (page == m_table && showsGroups)
        page = m_groupTable;
    m_list->setCurrentWidget(page);
    m_deleteSelected->setEnabled(page == m_table && !selected().isEmpty());
    m_deleteShown->setEnabled(rows > 0);
    for (QAction *action : m_export->actions())
        action->setEnabled(rows > 0);
    m_deleteShown->setText(m_model->isFiltered() ? tr("Delete what the filter shows (%1)…").arg(QLocale().toString(rows))
                                                 : tr("Delete all reports (%1)…").arg(QLocale().toString(rows)));
    m_groupLine->setVisible(m_group.has_value());
    if (m_group)
        m_groupWords->setText(tr("%1 · %2. %3").arg(m_group->type, m_group->place, sentenceOf(m_group->reason)));
}

void FatalsPanel::openReport(const QString &filename)
{
    m_detail->open(filename, m_model->fatal(filename));
    m_splitter->openDetail();
    m_wiring->select(filename);
    Q_EMIT stateChanged();
}

void FatalsPanel::openGroup(const QString &fingerprint)
{
    if (const FatalGroup *group = m_groups->group(fingerprint))
        m_group = *group;
    m_model->setFingerprint(fingerprint);
    arrange();
    m_table->setFocus();
}

void FatalsPanel::leaveGroup()
{
    if (!m_group)
        return;
    m_group.reset();
    m_model->setFingerprint({});
    arrange();
    m_list->currentWidget()->setFocus();
}

void FatalsPanel::close()
{
    m_splitter->closeDetail();
    m_detail->clear();
    m_table->setFocus();
    Q_EMIT stateChanged();
}

void FatalsPanel::askDeleteShown()
{
    QString said = m_filter->text().trimmed();
    if (m_group)
        said = said.isEmpty() ? m_group->type : m_group->type + u' ' + said;
    m_deletion->askShown(m_model->shownFilter(), said, m_model->rowCount());
}

void FatalsPanel::refresh()
{
    m_problem->clear();
    m_model->load();
    m_groups->load();
    m_detail->refresh();
}

void FatalsPanel::focusFilter()
{
    m_filter->focus();
}

void FatalsPanel::show(const QString &what)
{
    if (what.startsWith(u'?')) {
        leaveGroup();
        m_filter->setText(what.mid(1));
        return;
    }
    m_grouped->setChecked(false);
    openReport(what);
}

bool FatalsPanel::goBack()
{
    if (m_splitter->isDetailOpen())
        close();
    else if (m_group)
        leaveGroup();
    else
        return false;
    return true;
}

Json FatalsPanel::saveState() const
{
    return {{"filter", m_filter->text()},
            {"grouped", m_grouped->isChecked()},
            {"table", m_table->saveState()},
            {"groups", m_groupTable->saveState()},
            {"splitter", m_splitter->saveState()},
            {"detail", m_detail->saveState()},
            {"report", m_splitter->isDetailOpen() ? m_detail->filename() : QString()}};
}

void FatalsPanel::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_table->restoreState(state.value("table", Json::object()));
    m_groupTable->restoreState(state.value("groups", Json::object()));
    m_splitter->restoreState(state.value("splitter", Json::object()));
    m_detail->restoreState(state.value("detail", Json::object()));
    if (const auto grouped = state.find("grouped"); grouped != state.end() && grouped->is_boolean())
        m_grouped->setChecked(grouped->get<bool>());
    if (const QString filter = textOf(state, "filter"); !filter.isEmpty())
        m_filter->setText(filter);
    if (const QString report = textOf(state, "report"); !report.isEmpty())
        openReport(report);
}

void FatalsPanel::retranslate()
{
    m_header->setName(tr("Fatals"));
    m_export->retranslate();
    m_filter->setPlaceholder(tr("Filter: type:ValueError file:report words"));
    m_grouped->setText(tr("Group"));
    m_grouped->setAccessibleName(tr("Group equal reports"));
    m_grouped->setToolTip(tr("Group reports with the same exception type and own frames"));
    m_groupLeave->setAccessibleName(tr("Show all groups"));
    m_groupLeave->setToolTip(tr("Show all groups (Esc)"));
    m_table->setAccessibleName(tr("Fatal reports"));
    m_groupTable->setAccessibleName(tr("Groups of fatal reports"));
    m_deleteSelected->setText(tr("Delete selected reports"));
    m_empty->setSentence(tr("No job has failed. A report appears here as soon as one does."));
    m_empty->setActionText(tr("Go to the jobs"));
    m_noMatch->setSentence(tr("No report matches the filter."));
    m_noMatch->setActionText(tr("Clear the filter"));
    if (m_model->hasLoaded())
        filterChanged(m_filter->text());
    arrange();
}

} // namespace kule
