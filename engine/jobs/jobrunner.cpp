// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobrunner.h"

#include "activity/activitylog.h"
#include "logs/logreader.h"
#include "notify/notifier.h"

namespace kule {
namespace {

constexpr Milliseconds storePause{1000};

} // namespace

JobRunner::JobRunner(RunnerParts parts, RunnerLimits limits)
    : m_parts(std::move(parts))
    , m_limits(limits)
{
    listenTo(scriptKind, m_parts.executor);
    if (m_parts.titles)
        listenTo(titleKind, *m_parts.titles);
    connect(&m_parts.notifier, &Notifier::delivered, this, &JobRunner::onDelivered);
}

void JobRunner::listenTo(const QByteArray &kind, Executor &executor)
{
    m_lanes.emplace(kind, Lane{&executor});
    connect(&executor, &Executor::started, this, &JobRunner::onStarted);
    connect(&executor, &Executor::progressed, this, &JobRunner::onProgressed);
    connect(&executor, &Executor::triggered, this, &JobRunner::onTriggered);
    connect(&executor, &Executor::ended, this, &JobRunner::onEnded);
    connect(&executor, &Executor::logGrown, this, [this](const AttemptRef &ref, qint64 bytes) { Q_EMIT logGrown(ref.job, ref.number, bytes); });
}

void JobRunner::setLimits(RunnerLimits limits)
{
    m_limits = limits;
    dispatch();
}

QString JobRunner::logBase(const JobId &id, int attempt) const
{
    return kule::logBase(m_parts.logFolder, id, attempt);
}

void JobRunner::reserve(OpenJob &open)
{
    ++laneOf(open).running;
    open.job.state = JobState::Running;
    open.job.startedAt = m_parts.clock.wallMs();
}

// While it is being stored a worker is made ready with it.
void JobRunner::prepare(OpenJob &open)
{
    open.gate = std::make_shared<StartGate>();
    executorOf(open).prepare(launchOf(open), open.gate);
}

void JobRunner::giveBack(const OpenJob &open)
{
    --laneOf(open).running;
    executorOf(open).withdraw({open.job.id, open.job.attempt});
}

void JobRunner::dispatch()
{
    for (const auto &[kind, lane] : m_lanes)
        dispatch(kind);
}

void JobRunner::dispatch(const QByteArray &kind)
{
    while (!m_stopping && hasSlot(kind)) {
        OpenJob *open = m_queue.takeNext(kind);
        if (!open)
            return;
        if (open->payload)
            m_waitingBytes -= open->payload->bytes();
        open->phase = OpenJob::Phase::Starting;
        reserve(*open);
        ++open->job.revision;
        if (open->payload)
            prepare(*open);
        const JobId id = open->job.id;
        auto written = m_parts.store.write([job = open->job](Database &database) { return jobrows::markRunning(database, job); }, opening(open->gate));
        whenDone(written, this, [this, id](const Done &stored) {
            OpenJob *now = m_queue.find(id);
            if (!now)
                return;
            if (stored) {
                announce(*now);
                launch(id);
                return;
            }
            // Not durable, so not started: it waits on, and the store is asked again.
            giveBack(*now);
            now->job.state = JobState::Queued;
            now->job.startedAt.reset();
            now->phase = OpenJob::Phase::Waiting;
            if (now->payload)
                m_waitingBytes += now->payload->bytes();
            m_queue.enqueue(id);
            m_nextDispatch = m_parts.clock.after(storePause, this, [this] { dispatch(); });
        });
    }
}

void JobRunner::launch(const JobId &id)
{
    OpenJob *open = m_queue.find(id);
    open->phase = OpenJob::Phase::Starting;
    const bool isUnwanted = open->isCancelled || m_stopping;
    if (isUnwanted && hasGone(*open)) {
        launchWith(*open);
        executorOf(*open).stop({id, open->job.attempt}, open->isCancelled ? StopReason::Cancelled : StopReason::ShuttingDown);
        return;
    }
    if (isUnwanted) {
        giveBack(*open);
        endUnstarted(*open, open->isCancelled ? JobState::Cancelled : JobState::Interrupted);
        dispatch();
        return;
    }
    if (open->payload) {
        launchWith(*open);
        return;
    }
    auto read = m_parts.store.read([id](Database &database) { return jobrows::payload(database, id); });
    whenDone(read, this, [this, id](const Result<JobPayload> &payload) {
        OpenJob *now = m_queue.find(id);
        if (!now)
            return;
        if (payload) {
            now->payload = *payload;
            launch(id);
            return;
        }
        Ending ending;
        ending.ref = {id, now->job.attempt};
        ending.how = Ending::How::NotStarted;
        ending.type = QString::fromLatin1(payload.error().code);
        ending.error = payload.error().message;
        ending.endedAt = m_parts.clock.wallMs();
        onEnded(ending);
    });
}

Launch JobRunner::launchOf(const OpenJob &open) const
{
    Launch launch;
    launch.ref = {open.job.id, open.job.attempt};
    launch.processId = open.job.processId;
    launch.path = open.payload->path;
    launch.source = open.payload->source;
    launch.args = open.payload->args;
    launch.kwargs = open.payload->kwargs;
    launch.logBase = logBase(open.job.id, open.job.attempt);
    launch.logCap = m_limits.logCap;
    return launch;
}

void JobRunner::launchWith(OpenJob &open)
{
    open.phase = OpenJob::Phase::Running;
    executorOf(open).launch(launchOf(open));
}

Future<Result<Job>> JobRunner::cancel(const JobId &id, const Actor &actor)
{
    OpenJob *open = m_queue.find(id);
    if (!open || open->phase == OpenJob::Phase::Ending)
        return answered(Result<Job>(fail(ErrorKind::Conflict, "job.already_ended", text(QT_TRANSLATE_NOOP("Engine", "The job has ended already; there is nothing to cancel.")))));
    const qint64 now = m_parts.clock.wallMs();
    auto noted = m_parts.store.write([now, actor, id](Database &database) { return ActivityLog::note(database, now, actor, "job.cancel", id.value); });
    (void)noted;
    if (!std::exchange(open->isCancelled, true)) {
        open->job.isStopping = true;
        ++open->job.revision;
        switch (open->phase) {
        case OpenJob::Phase::Waiting:
            m_queue.leaveLine(id);
            if (open->payload)
                m_waitingBytes -= open->payload->bytes();
            endUnstarted(*open, JobState::Cancelled);
            break;
        case OpenJob::Phase::Running:
            announce(*open);
            executorOf(*open).stop({id, open->job.attempt}, StopReason::Cancelled);
            break;
        case OpenJob::Phase::Storing:
        case OpenJob::Phase::Starting:
        case OpenJob::Phase::Ending:
            break; // afterStoring() and launch() look at isCancelled
        }
    }
    return answered(Result<Job>(open->job));
}

void JobRunner::announce(OpenJob &open)
{
    Job job = open.job;
    bringUpToDate(job);
    Q_EMIT changed(job);
}

void JobRunner::bringUpToDate(Job &job) const
{
    const OpenJob *open = const_cast<JobQueue &>(m_queue).find(job.id);
    if (!open || open->job.revision < job.revision)
        return;
    // A row that is not stored yet was promised to nobody, and one whose end is not stored has not ended for anybody.
    if (open->phase == OpenJob::Phase::Ending || open->phase == OpenJob::Phase::Storing)
        return;
    job = open->job;
    if (job.state != JobState::Queued)
        return;
    job.position = m_queue.position(job.id);
    const int ahead = job.position.value_or(1) - 1;
    job.waiting = m_parts.store.trouble()
        ? text(QT_TRANSLATE_NOOP("Engine", "It waits because the database refuses writes. Free disk space or check the data folder."))
        : text(QT_TRANSLATE_NOOP("Engine", "It waits for a free place: %1 of %2 jobs are running and %3 wait before it."), QString::number(running(job.kind)), QString::number(mostAtOnce(job.kind)), QString::number(ahead));
}

Future<Done> JobRunner::shutDown()
{
    if (m_stopping)
        return m_stopping->future();
    m_stopping.emplace();
    for (const auto &[key, open] : m_queue.all()) {
        if (open->phase == OpenJob::Phase::Running)
            executorOf(*open).stop({open->job.id, open->job.attempt}, StopReason::ShuttingDown);
    }
    const auto future = m_stopping->future();
    forget({});
    return future;
}

} // namespace kule
