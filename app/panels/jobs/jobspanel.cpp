// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobspanel.h"

#include "actions/apiurl.h"
#include "actions/exportactions.h"
#include "jobdetailview.h"
#include "jobsatonce.h"
#include "keeping/retention.h"
#include "lists/listwiring.h"
#include "words/jobwords.h"
#include "submitform.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/detailsplitter.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/panelheader.h"
#include "widgets/progressdelegate.h"
#include "widgets/progressstrip.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {

JobsPanel::JobsPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , ListParts(QStringLiteral("jobs"), QStringLiteral("jobs"))
    , m_console(console)
    , m_model(new JobsModel(console.services.jobs, console.services.clock, this))
    , m_new(new QAction(icon(QStringLiteral("plus"), Token::OnAccent), QString(), this))
    , m_header(new PanelHeader)
    , m_side(new QStackedWidget)
    , m_detail(new JobDetailView(console.services.jobs, console.services.clock, console.services.redactor))
    , m_form(new SubmitForm(console.services.jobs, console.services.clock))
    , m_strip(new ProgressStrip)
    , m_atOnce(new JobsAtOnce(console.services.bulk, this, m_strip))
    , m_export(new ExportActions(console.services.exports, this, m_strip, QStringLiteral("jobs"), [this] { return std::optional(ExportRequest{m_model->filter(), {}}); }))
    , m_deleteOne(new QAction(icon(QStringLiteral("trash")), QString(), this))
    , m_exportLog(new QAction(icon(QStringLiteral("download")), QString(), this))
{
    buildMenus();
    m_new->setObjectName(QStringLiteral("newJob"));
    m_header->setMainAction(m_new);
    m_table->setObjectName(QStringLiteral("jobTable"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(JobsModel::State, new StateDelegate(m_table));
    m_table->setItemDelegateForColumn(JobsModel::Progress, new ProgressDelegate(m_table));
    m_table->setColumnWidths({124, 190, 200, 76, 112, 92, 200}, JobsModel::Progress);
    m_table->hideBelow({{JobsModel::AttemptNumber, 900}, {JobsModel::Duration, 820}, {JobsModel::File, 680}});
    m_filter->setKeys(JobFilter::keys());
    m_side->addWidget(m_detail);
    m_side->addWidget(m_form);
    m_side->setMinimumWidth(320);
    m_splitter = new DetailSplitter(m_list, m_side);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_problem);
    column->addWidget(m_strip);
    column->addWidget(m_splitter, 1);
    m_wiring = new ListWiring({m_model, m_table, m_problem, m_filter, m_list, m_empty, m_noMatch}, this);
    connectAll();
    retranslate();
    m_model->load();
}

void JobsPanel::buildMenus()
{
    m_deleteOne->setObjectName(QStringLiteral("deleteJob"));
    m_exportLog->setObjectName(QStringLiteral("exportJobLog"));
    QMenu *menu = m_header->menu();
    menu->addActions({m_atOnce->rerunShown(), m_atOnce->cancelShown(), m_atOnce->deleteShown(), m_atOnce->undoAction()});
    menu->addSeparator();
    menu->addActions(m_export->actions());
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addAction(m_deleteOne);
    m_table->addActions(menu->actions());
    m_detail->menu()->addSeparator();
    m_detail->menu()->addActions({m_exportLog, m_deleteOne});
    const auto meant = [this] { return m_splitter->isDetailOpen() && m_side->currentWidget() == m_detail && !m_detail->id().isEmpty() ? m_detail->id() : JobId{m_wiring->selected()}; };
    const auto removeOne = [this, meant] {
        if (!meant().isEmpty())
            m_atOnce->remove(meant());
    };
    connect(m_deleteOne, &QAction::triggered, this, removeOne);
    connect(m_table, &TableView::deleteAsked, this, removeOne);
    connect(m_exportLog, &QAction::triggered, this, [this] { m_export->ask({LogText{m_detail->id(), 0}, {}}, QStringLiteral("log"), m_detail->id().value.left(8)); });
    connect(m_atOnce, &JobsAtOnce::begun, m_problem, &ErrorStrip::clear);
    const auto tell = [this](const Error &error) { m_problem->showError(error, [] { return tr("Load again"); }); };
    connect(m_atOnce, &JobsAtOnce::failed, this, tell);
    connect(m_export, &ExportActions::failed, this, tell);
    // Rows went or came back; the page of one that went says so.
    connect(&m_console.services.bulk, &JobBulk::listChanged, this, &JobsPanel::refresh);
    connect(&m_console.services.retention, &RetentionService::applied, this, &JobsPanel::refresh);
}

void JobsPanel::connectAll()
{
    connect(m_new, &QAction::triggered, this, &JobsPanel::openForm);
    connect(m_filter, &FilterBar::changed, this, &JobsPanel::filterChanged);
    connect(m_wiring, &ListWiring::opened, this, [this](const QString &id) { openJob({id}); });
    connect(m_wiring, &ListWiring::walked, this, [this](const QString &id) {
        // Walking through the list walks the open page along; it does not throw away a form.
        if (m_splitter->isDetailOpen() && m_side->currentWidget() == m_detail)
            m_detail->open({id});
    });
    connect(m_wiring, &ListWiring::loaded, this, &JobsPanel::loaded);
    connect(m_wiring, &ListWiring::retryAsked, this, &JobsPanel::refresh);
    connect(m_empty, &EmptyState::activated, m_new, &QAction::trigger);
    connect(m_detail, &JobDetailView::closeAsked, this, &JobsPanel::close);
    connect(m_detail, &JobDetailView::fatalAsked, this, [this](const QString &file) { Q_EMIT linkActivated(QStringLiteral("fatals"), file); });
    connect(m_detail, &JobDetailView::editAsked, this, [this](const JobDetail &detail) {
        m_side->setCurrentWidget(m_form);
        m_splitter->openDetail();
        m_form->beginFrom(detail);
    });
    connect(m_form, &SubmitForm::closeAsked, this, [this] { goBack(); });
    connect(m_form, &SubmitForm::submitted, this, [this](const Submitted &submitted) {
        openJob(submitted.id);
        m_wiring->loadToTop();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, &JobsPanel::stateChanged);
    followApiUrl(m_console.api, this, [this](const QString &url) {
        m_detail->setApiUrl(url);
        m_empty->setCommand(QStringLiteral("curl -X POST %1/run -H \"X-Auth-Hash: $KULE_API_KEY\" -H 'Content-Type: application/json' "
                                           "-d '{\"process_id\": \"1\", \"file_path\": \"packages/example.py\"}'").arg(url));
    });
}

void JobsPanel::filterChanged(const QString &text)
{
    const auto error = m_model->setFilter(text);
    m_filter->setProblem(error);
    Q_EMIT stateChanged();
}

void JobsPanel::loaded()
{
    m_header->setCount(m_model->rowCount());
    m_atOnce->setShown(m_model->filter(), m_model->rowCount());
    for (QAction *action : m_export->actions())
        action->setEnabled(m_model->rowCount() > 0);
    m_filter->setNote(m_model->unsearched() > 0 ? tr("The search has yet to look into %Ln job(s). Press F5 in a while.", nullptr, static_cast<int>(m_model->unsearched())) : QString());
}

void JobsPanel::openJob(const JobId &id)
{
    m_side->setCurrentWidget(m_detail);
    m_detail->open(id);
    m_splitter->openDetail();
    m_wiring->select(id.value);
    Q_EMIT stateChanged();
}

void JobsPanel::openForm()
{
    m_side->setCurrentWidget(m_form);
    m_splitter->openDetail();
    m_form->begin();
}

void JobsPanel::close()
{
    m_splitter->closeDetail();
    m_detail->clear();
    m_table->setFocus();
    Q_EMIT stateChanged();
}

void JobsPanel::refresh()
{
    m_model->load();
    m_detail->refresh();
}

void JobsPanel::focusFilter()
{
    m_filter->focus();
}

void JobsPanel::show(const QString &what)
{
    if (what == u"new")
        openForm();
    else if (what.startsWith(u'?'))
        m_filter->setText(what.mid(1));
    else
        openJob(JobId{what});
}

bool JobsPanel::goBack()
{
    if (!m_splitter->isDetailOpen())
        return false;
    if (m_side->currentWidget() == m_form && !m_detail->id().isEmpty())
        m_side->setCurrentWidget(m_detail);
    else
        close();
    return true;
}

Json JobsPanel::saveState() const
{
    return {{"filter", m_filter->text()},
            {"table", m_table->saveState()},
            {"splitter", m_splitter->saveState()},
            {"detail", m_detail->saveState()},
            {"form", m_form->saveState()},
            {"form_open", m_splitter->isDetailOpen() && m_side->currentWidget() == m_form},
            {"job", m_splitter->isDetailOpen() ? m_detail->id().value : QString()}};
}

void JobsPanel::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_table->restoreState(state.value("table", Json::object()));
    m_splitter->restoreState(state.value("splitter", Json::object()));
    m_detail->restoreState(state.value("detail", Json::object()));
    m_form->restoreState(state.value("form", Json::object()));
    if (const QString filter = textOf(state, "filter"); !filter.isEmpty())
        m_filter->setText(filter);
    if (const QString job = textOf(state, "job"); !job.isEmpty())
        openJob(JobId{job});
    if (const auto form = state.find("form_open"); form != state.end() && form->is_boolean() && form->get<bool>()) {
        m_side->setCurrentWidget(m_form); // as it was left, also what was typed
        m_splitter->openDetail();
    }
}

void JobsPanel::retranslate()
{
    m_header->setName(tr("Jobs"));
    m_atOnce->retranslate();
    m_export->retranslate();
    m_deleteOne->setText(tr("Delete job"));
    m_exportLog->setText(tr("Save the log as text…"));
    m_new->setText(tr("New job"));
    m_new->setToolTip(tr("New job (%1)").arg(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
    m_filter->setPlaceholder(tr("Filter: state:failed file:report since:3d words"));
    m_table->setAccessibleName(tr("Jobs"));
    m_empty->setSentence(tr("No job has run yet. Start the first one here, or from any program by the API."));
    m_empty->setActionText(tr("New job"));
    m_noMatch->setSentence(tr("No job matches the filter."));
    m_noMatch->setActionText(tr("Clear the filter"));
    if (m_model->hasLoaded())
        filterChanged(m_filter->text());
}

} // namespace kule
