// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobdetailview.h"

#include "copyas.h"
#include "jobattemptsview.h"
#include "jobeventsview.h"
#include "joboverview.h"
#include "words/jobwords.h"
#include "logpane.h"
#include "widgets/argumentsview.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/statelabel.h"
#include "widgets/toast.h"

#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace kule {

JobDetailView::JobDetailView(JobService &jobs, const Clock &clock, const Redactor &redactor, QWidget *parent)
    : DetailView("job", parent)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_overview(new JobOverview)
    , m_log(new LogPane(jobs))
    , m_arguments(new ArgumentsView(QStringLiteral("job")))
    , m_events(new JobEventsView)
    , m_attempts(new JobAttemptsView)
{
    addActions();
    for (QWidget *page : {static_cast<QWidget *>(m_overview), static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_arguments), static_cast<QWidget *>(m_events), static_cast<QWidget *>(m_attempts)})
        m_tabs->addTab(page, QString());
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
        if (!m_detail || !isVisible())
            return;
        m_overview->show(*m_detail, m_clock.wallMs());
        // The process is stored a moment after the start, of which nothing is told.
        if (m_detail->job.state == JobState::Running && !m_detail->attempts.empty() && !m_detail->attempts.back().pid)
            m_settle.start();
    });
    m_tick.start();
    // A run of changes (ended, rerun, started) is read once.
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &JobDetailView::load);
    retranslate();
}

void JobDetailView::addActions()
{
    m_cancel = addEntry("cancelJob", "stop", [this] { cancel(); });
    m_rerun = addEntry("rerunJob", "retry", [this] { rerun(RerunCode::AsNow); });
    m_rerunThen = addEntry("rerunJobAsThen", "retry", [this] { rerun(RerunCode::AsThen); });
    m_edit = addEntry("editJob", "edit", [this] {
        if (m_detail)
            Q_EMIT editAsked(*m_detail);
    });
    m_menu->addSeparator();
    m_copyId = addEntry("copyJobId", "copy", [this] { copyText(this, m_id.value, tr("Job id copied")); });
    m_copyCurl = addEntry("copyCurl", "copy", [this] { copyText(this, asCurl(redactedDetail(), m_apiUrl), tr("curl command copied")); });
    m_copyCli = addEntry("copyCli", "copy", [this] { copyText(this, asCommandLine(redactedDetail()), tr("kule command copied")); });
    m_copyPython = addEntry("copyPython", "copy", [this] { copyText(this, asPython(redactedDetail(), m_apiUrl), tr("Python copied")); });
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

JobDetail JobDetailView::redactedDetail() const
{
    JobDetail detail = *m_detail;
    detail.args = m_redactor.redacted(detail.args);
    detail.kwargs = m_redactor.redacted(detail.kwargs);
    detail.callbackUrl = m_redactor.redacted(detail.callbackUrl);
    detail.job.label = m_redactor.redacted(detail.job.label);
    return detail;
}

void JobDetailView::load()
{
    const int asked = ++m_asked;
    whenDone(m_jobs.find(m_id), this, [this, asked](Result<JobDetail> detail) {
        if (asked != m_asked)
            return;
        if (!detail) {
            if (detail.error().code == "job.not_found") { // deleted while it was open: nothing of it is true any more
                m_detail.reset();
                m_log->close();
                fillHead();
            }
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
    Json state = DetailView::saveState();
    state["log"] = m_log->saveState();
    return state;
}

void JobDetailView::restoreState(const Json &state)
{
    DetailView::restoreState(state);
    if (state.is_object())
        m_log->restoreState(state.value("log", Json()));
}

void JobDetailView::retranslate()
{
    DetailView::retranslate();
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
    if (m_detail)
        fill();
    else
        fillHead();
}

} // namespace kule
