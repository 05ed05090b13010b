// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobdetailview.h"

#include "copyas.h"
#include "jobattemptsview.h"
#include "jobeventsview.h"
#include "joboverview.h"
#include "words/jobwords.h"
#include "logpane.h"
#include "theme/theme.h"
#include "widgets/argumentsview.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/flatbutton.h"
#include "widgets/statelabel.h"
#include "widgets/tabstate.h"
#include "widgets/toast.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kule {

JobDetailView::JobDetailView(JobService &jobs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_state(new StateLabel)
    , m_name(new ElidedLabel(Qt::ElideMiddle))
    , m_main(new QPushButton)
    , m_more(flatButton("jobMore", "more"))
    , m_menu(new QMenu(this))
    , m_close(flatButton("jobClose", "close"))
    , m_problem(new ErrorStrip)
    , m_tabs(new QTabWidget)
    , m_overview(new JobOverview)
    , m_log(new LogPane(jobs))
    , m_arguments(new ArgumentsView(QStringLiteral("job")))
    , m_events(new JobEventsView)
    , m_attempts(new JobAttemptsView)
{
    setObjectName(QStringLiteral("jobDetail"));
    m_name->setObjectName(QStringLiteral("jobName"));
    m_name->setFont(titleFont(font()));
    m_main->setObjectName(QStringLiteral("jobMain"));
    m_problem->setObjectName(QStringLiteral("jobProblem"));
    m_tabs->setObjectName(QStringLiteral("jobTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    buildActions();

    for (QWidget *page : {static_cast<QWidget *>(m_overview), static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_arguments), static_cast<QWidget *>(m_events), static_cast<QWidget *>(m_attempts)})
        m_tabs->addTab(page, QString());

    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_name, 1);
    head->addWidget(m_main);
    head->addWidget(m_more);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(m_state, 0, Qt::AlignLeft);
    column->addWidget(m_problem);
    column->addWidget(m_tabs, 1);

    connect(m_close, &QToolButton::clicked, this, &JobDetailView::closeAsked);
    connect(m_overview, &JobOverview::fatalAsked, this, &JobDetailView::fatalAsked);
    connect(m_problem, &ErrorStrip::activated, this, &JobDetailView::load);
    connect(m_attempts, &JobAttemptsView::fatalAsked, this, &JobDetailView::fatalAsked);
    connect(&m_jobs, &JobService::changed, this, [this](const Job &job) {
        if (job.id == m_id)
            jobChanged(job);
    });
    connect(&m_jobs, &JobService::eventChanged, this, [this](const JobId &id, const JobEvent &event) {
        if (id == m_id)
            eventChanged(event);
    });
    m_tick.setInterval(1'000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_detail && isVisible())
            m_overview->show(*m_detail, m_clock.wallMs());
    });
    m_tick.start();
    // A run of changes (ended, rerun, started) is read once.
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &JobDetailView::load);
    retranslate();
    fillHead();
}

void JobDetailView::buildActions()
{
    const auto action = [this](const char *name, const QString &iconName, auto act) {
        auto *made = new QAction(icon(iconName), QString(), this);
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QAction::triggered, this, act);
        return made;
    };
    m_cancel = action("cancelJob", QStringLiteral("stop"), [this] { cancel(); });
    m_rerun = action("rerunJob", QStringLiteral("retry"), [this] { rerun(RerunCode::AsNow); });
    m_rerunThen = action("rerunJobAsThen", QStringLiteral("retry"), [this] { rerun(RerunCode::AsThen); });
    m_edit = action("editJob", QStringLiteral("edit"), [this] {
        if (m_detail)
            Q_EMIT editAsked(*m_detail);
    });
    m_copyId = action("copyJobId", QStringLiteral("copy"), [this] { copyText(this, m_id.value, tr("Job id copied")); });
    m_copyCurl = action("copyCurl", QStringLiteral("copy"), [this] { copyText(this, asCurl(*m_detail, m_apiUrl), tr("curl command copied")); });
    m_copyCli = action("copyCli", QStringLiteral("copy"), [this] { copyText(this, asCommandLine(*m_detail), tr("kule command copied")); });
    m_copyPython = action("copyPython", QStringLiteral("copy"), [this] { copyText(this, asPython(*m_detail, m_apiUrl), tr("Python copied")); });
    m_menu->addActions({m_cancel, m_rerun, m_rerunThen, m_edit});
    m_menu->addSeparator();
    m_menu->addActions({m_copyId, m_copyCurl, m_copyCli, m_copyPython});
    connect(m_main, &QPushButton::clicked, this, [this] {
        if (m_detail)
            (isOpen(m_detail->job.state) ? m_cancel : m_rerun)->trigger();
    });
}

void JobDetailView::open(const JobId &id)
{
    if (id == m_id)
        return;
    clear();
    m_id = id;
    load();
}

void JobDetailView::clear()
{
    ++m_asked;
    m_id = {};
    m_detail.reset();
    m_isBusy = false;
    m_problem->clear();
    m_log->close();
    fillHead();
}

void JobDetailView::refresh()
{
    if (!m_id.isEmpty())
        load();
}

void JobDetailView::load()
{
    const int asked = ++m_asked;
    whenDone(m_jobs.find(m_id), this, [this, asked](Result<JobDetail> detail) {
        if (asked != m_asked)
            return;
        if (!detail) {
            m_problem->showError(detail.error(), [] { return tr("Try again"); });
            return;
        }
        m_problem->clear();
        // What was said by signal while this was on its way is newer.
        if (m_detail && m_detail->job.revision > detail->job.revision)
            detail->job = m_detail->job;
        m_detail = std::move(*detail);
        fill();
    });
}

void JobDetailView::jobChanged(const Job &job)
{
    if (!m_detail || job.revision <= m_detail->job.revision)
        return;
    const bool isOther = job.attempt != m_detail->job.attempt || job.state != m_detail->job.state;
    m_detail->job = job;
    fillHead();
    m_overview->show(*m_detail, m_clock.wallMs());
    if (isOther)
        m_settle.start();
}

void JobDetailView::eventChanged(const JobEvent &event)
{
    if (!m_detail)
        return;
    auto &events = m_detail->events;
    const auto known = std::find_if(events.begin(), events.end(), [&](const JobEvent &other) { return other.number == event.number; });
    if (known != events.end())
        *known = event;
    else
        events.push_back(event);
    if (events.size() > 1'000)
        events.erase(events.begin());
    fillEvents();
}

void JobDetailView::fill()
{
    fillHead();
    m_overview->show(*m_detail, m_clock.wallMs());
    m_log->open(*m_detail);
    m_arguments->setArguments(&m_detail->args, &m_detail->kwargs);
    fillEvents();
    m_attempts->setAttempts(m_detail->attempts, m_clock.wallMs());
}

void JobDetailView::fillHead()
{
    const bool isKnown = m_detail.has_value();
    const bool isGoing = isKnown && isOpen(m_detail->job.state);
    m_tabs->setVisible(isKnown);
    m_state->setVisible(isKnown);
    m_main->setVisible(isKnown);
    m_more->setVisible(isKnown);
    m_name->setText(isKnown ? nameOf(m_detail->job) : QString());
    m_cancel->setVisible(isGoing);
    m_cancel->setEnabled(isGoing && !m_detail->job.isStopping && !m_isBusy);
    for (QAction *action : {m_rerun, m_rerunThen}) {
        action->setVisible(!isGoing);
        action->setEnabled(isKnown && !isGoing && !m_isBusy);
    }
    if (!isKnown)
        return;
    m_state->setLook(lookOf(m_detail->job));
    m_main->setText(isGoing ? (m_detail->job.isStopping ? tr("Ending… 10 s grace") : tr("Cancel job")) : tr("Run again"));
    m_main->setAccessibleName(m_main->text());
    m_main->setEnabled((isGoing ? m_cancel : m_rerun)->isEnabled());
    m_main->setIcon(icon(isGoing ? QStringLiteral("stop") : QStringLiteral("retry")));
}

void JobDetailView::fillEvents()
{
    const auto count = m_detail->events.size();
    m_tabs->setTabText(Events, count == 0 ? tr("Events") : tr("Events %1").arg(QLocale().toString(static_cast<qint64>(count))));
    m_events->setEvents(m_detail->events, m_clock.wallMs());
}

void JobDetailView::cancel()
{
    m_isBusy = true;
    fillHead();
    whenDone(m_jobs.cancel(m_id, Actor::console()), this, [this, id = m_id](Result<Job> job) {
        if (id != m_id)
            return;
        m_isBusy = false;
        if (job)
            jobChanged(*job);
        else
            m_problem->showError(job.error());
        fillHead();
    });
}

void JobDetailView::rerun(RerunCode code)
{
    m_isBusy = true;
    fillHead();
    whenDone(m_jobs.rerun(m_id, code, Actor::console()), this, [this, id = m_id](Result<Submitted> submitted) {
        if (id != m_id)
            return;
        m_isBusy = false;
        if (submitted)
            load();
        else
            m_problem->showError(submitted.error());
        fillHead();
    });
}

void JobDetailView::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

Json JobDetailView::saveState() const
{
    return {{"tab", m_tabs->currentIndex()}, {"log", m_log->saveState()}};
}

void JobDetailView::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    restoreTab(m_tabs, state);
    m_log->restoreState(state.value("log", Json()));
}

void JobDetailView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        if (m_detail)
            fill();
    }
    QWidget::changeEvent(event);
}

void JobDetailView::retranslate()
{
    m_tabs->setTabText(Overview, tr("Overview"));
    m_tabs->setTabText(Log, tr("Log"));
    m_tabs->setTabText(Arguments, tr("Arguments"));
    m_tabs->setTabText(Events, tr("Events"));
    m_tabs->setTabText(Attempts, tr("Attempts"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the job"));
    m_tabs->setAccessibleName(m_tabs->tabBar()->accessibleName());
    m_cancel->setText(tr("Cancel job"));
    m_rerun->setText(tr("Run again with the file as it is now"));
    m_rerunThen->setText(tr("Run again with the same code"));
    m_edit->setText(tr("Edit and run again…"));
    m_copyId->setText(tr("Copy job id"));
    m_copyCurl->setText(tr("Copy as curl"));
    m_copyCli->setText(tr("Copy as kule command"));
    m_copyPython->setText(tr("Copy as Python"));
    m_more->setAccessibleName(tr("More actions for this job"));
    m_more->setToolTip(m_more->accessibleName());
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    fillHead();
}

} // namespace kule
