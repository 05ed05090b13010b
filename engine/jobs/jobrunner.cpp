// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobrunner.h"

#include "activity/activitylog.h"
#include "logs/logreader.h"
#include "notify/notifier.h"

namespace kule {
namespace {

constexpr Milliseconds storePause{1000};
constexpr qsizetype waitingBytesKept = 64 * 1024 * 1024;

std::function<void()> opening(const std::shared_ptr<StartGate> &gate)
{
    if (!gate)
        return {};
    return [gate] { gate->open(); };
}

} // namespace

JobRunner::JobRunner(RunnerParts parts, RunnerLimits limits)
    : m_parts(std::move(parts))
    , m_limits(limits)
{
    connect(&m_parts.executor, &Executor::started, this, &JobRunner::onStarted);
    connect(&m_parts.executor, &Executor::progressed, this, &JobRunner::onProgressed);
    connect(&m_parts.executor, &Executor::triggered, this, &JobRunner::onTriggered);
    connect(&m_parts.executor, &Executor::ended, this, &JobRunner::onEnded);
    connect(&m_parts.executor, &Executor::logGrown, this, [this](const AttemptRef &ref, qint64 bytes) { Q_EMIT logGrown(ref.job, ref.number, bytes); });
    connect(&m_parts.notifier, &Notifier::delivered, this, &JobRunner::onDelivered);
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

std::optional<Error> JobRunner::refusal(const JobId &id, const Json &processId) const
{
    if (m_stopping)
        return detail::goneError();
    const OpenJob *same = const_cast<JobQueue &>(m_queue).findProcess(processId);
    if (same && same->job.id != id)
        return Error{ErrorKind::Conflict, "job.id_in_use",
                     text(QT_TRANSLATE_NOOP("Engine", "Another job with this process_id is still open. Wait for its end, cancel it, or choose another process_id.")), nullptr, std::nullopt};
    if (m_queue.waiting() >= m_limits.queueLimit)
        return Error{ErrorKind::Busy, "job.queue_full",
                     text(QT_TRANSLATE_NOOP("Engine", "The queue is full (%1 jobs wait). Try again later."), QString::number(m_queue.waiting())), nullptr, 5};
    return std::nullopt;
}

QFuture<Result<Submitted>> JobRunner::accept(const JobRequest &request, const ScriptFile &script, const Actor &actor)
{
    OpenJob open;
    open.job.id = JobId::random();
    open.job.processId = request.processId;
    open.job.filePath = request.filePath;
    open.job.label = request.label;
    open.job.actor = actor.name;
    open.job.createdAt = m_parts.clock.wallMs();
    open.callbackUrl = request.callbackUrl;
    open.timeout = request.timeout;
    open.path = script.path;
    open.payload = JobPayload{script.path, script.body, dumpJson(request.args), dumpJson(request.kwargs)};
    open.requestHash = requestHash(open, open.payload->args, open.payload->kwargs);

    if (OpenJob *same = m_queue.findProcess(request.processId); same && same->requestHash == open.requestHash) {
        const JobId id = same->job.id;
        return ask(this, [this, stored = same->stored, id, processId = request.processId] {
            const OpenJob *now = m_queue.find(id);
            if (now && now->phase != OpenJob::Phase::Storing)
                return answered(Result<Submitted>(Submitted{processId, id, now->job.state, false}));
            return stored;
        });
    }
    if (const auto refused = refusal(open.job.id, open.job.processId))
        return answered(Result<Submitted>(tl::unexpected(*refused)));
    open.job.seq = m_nextSeq++;
    return store(std::move(open), [script](Database &database, const OpenJob &job, const JobPayload &payload) -> Done {
        if (auto kept = jobrows::putSource(database, script.hash, script.path, script.body); !kept)
            return kept;
        return jobrows::insert(database, job, payload, script.hash);
    }, actor, "job.run");
}

QFuture<Result<Submitted>> JobRunner::acceptAgain(JobDetail ended, const ScriptFile &script, const Actor &actor)
{
    if (isOpen(ended.job.id))
        return answered(Result<Submitted>(fail(ErrorKind::Conflict, "job.still_open", text(QT_TRANSLATE_NOOP("Engine", "The job has not ended yet. Cancel it first, or wait.")))));
    if (const auto refused = refusal(ended.job.id, ended.job.processId))
        return answered(Result<Submitted>(tl::unexpected(*refused)));
    OpenJob open;
    open.job = std::move(ended.job);
    ++open.job.revision;
    ++open.job.attempt;
    open.job.progress = 0;
    open.job.step.clear();
    open.job.errorType.clear();
    open.job.error.clear();
    open.job.fatalFile.clear();
    open.job.endedAt.reset();
    open.callbackUrl = ended.callbackUrl;
    open.timeout = ended.timeout;
    open.path = script.path;
    open.events = ended.events.empty() ? 0 : ended.events.back().number;
    open.payload = JobPayload{script.path, script.body, dumpJson(ended.args), dumpJson(ended.kwargs)};
    open.requestHash = requestHash(open, open.payload->args, open.payload->kwargs);
    return store(std::move(open), [script](Database &database, const OpenJob &job, const JobPayload &) -> Done {
        if (auto kept = jobrows::putSource(database, script.hash, script.path, script.body); !kept)
            return kept;
        return jobrows::reopen(database, job.job, script.hash, script.path);
    }, actor, "job.rerun");
}

QFuture<Result<Submitted>> JobRunner::store(OpenJob made, WriteRow writeRow, const Actor &actor, const char *action)
{
    const qint64 now = m_parts.clock.wallMs();
    made.job.queuedAt = now;
    made.job.startedAt.reset();
    made.job.state = JobState::Queued;
    OpenJob &open = m_queue.add(std::move(made));
    const JobId id = open.job.id;
    // With a slot free it is stored as running at once: one trip to the disk before boot instead of two.
    if (hasSlot() && m_queue.waiting() == 0) {
        reserve(open);
        prepare(open);
    }

    auto row = std::make_shared<OpenJob>();
    row->job = open.job;
    row->callbackUrl = open.callbackUrl;
    row->timeout = open.timeout;
    auto written = m_parts.store.write([row, payload = *open.payload, writeRow = std::move(writeRow), actor, action, now](Database &database) -> Done {
        if (auto done = writeRow(database, *row, payload); !done)
            return done;
        return ActivityLog::note(database, now, actor, action, row->job.id.value, row->job.filePath);
    }, opening(open.gate));
    auto promise = std::make_shared<QPromise<Result<Submitted>>>();
    promise->start();
    open.stored = promise->future();
    whenDone(written, this, [this, id, promise, processId = open.job.processId](const Done &stored) {
        const OpenJob *kept = m_queue.find(id);
        const JobState state = kept ? kept->job.state : JobState::Queued;
        promise->addResult(stored ? Result<Submitted>(Submitted{processId, id, state, true}) : Result<Submitted>(tl::unexpected(stored.error())));
        promise->finish();
        afterStoring(id, stored);
    });
    return promise->future();
}

void JobRunner::afterStoring(const JobId &id, const Done &stored)
{
    OpenJob *open = m_queue.find(id);
    if (!open)
        return;
    const bool hasReservedSlot = open->job.state == JobState::Running;
    if (!stored) {
        if (hasReservedSlot)
            giveBack(*open);
        m_queue.remove(id);
        dispatch();
        return;
    }
    announce(*open);
    if (hasReservedSlot) {
        launch(id);
    } else if (open->isCancelled) {
        endUnstarted(*open, JobState::Cancelled);
        dispatch();
    } else {
        open->phase = OpenJob::Phase::Waiting;
        m_queue.enqueue(id);
        dropPayloadIfCrowded(*open);
        dispatch();
    }
}

// Ten thousand waiting jobs may hold 1 MiB of arguments each.
void JobRunner::dropPayloadIfCrowded(OpenJob &open)
{
    if (m_waitingBytes + open.payload->bytes() > waitingBytesKept)
        open.payload.reset();
    else
        m_waitingBytes += open.payload->bytes();
}

void JobRunner::reserve(OpenJob &open)
{
    ++m_running;
    open.job.state = JobState::Running;
    open.job.startedAt = m_parts.clock.wallMs();
}

// While it is being stored a worker is made ready with it.
void JobRunner::prepare(OpenJob &open)
{
    open.gate = std::make_shared<StartGate>();
    m_parts.executor.prepare(launchOf(open), open.gate);
}

void JobRunner::giveBack(const OpenJob &open)
{
    --m_running;
    m_parts.executor.withdraw({open.job.id, open.job.attempt});
}

void JobRunner::dispatch()
{
    while (!m_stopping && hasSlot()) {
        OpenJob *open = m_queue.takeNext();
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
        m_parts.executor.stop({id, open->job.attempt}, open->isCancelled ? StopReason::Cancelled : StopReason::ShuttingDown);
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
        ending.error = payload.error().message.english();
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
    m_parts.executor.launch(launchOf(open));
}

QFuture<Result<Job>> JobRunner::cancel(const JobId &id, const Actor &actor)
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
            m_parts.executor.stop({id, open->job.attempt}, StopReason::Cancelled);
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
        : text(QT_TRANSLATE_NOOP("Engine", "It waits for a free place: %1 of %2 jobs are running and %3 wait before it."), QString::number(m_running), QString::number(m_limits.concurrency), QString::number(ahead));
}

QFuture<Done> JobRunner::shutDown()
{
    if (m_stopping)
        return m_stopping->future();
    m_stopping = std::make_shared<QPromise<Done>>();
    m_stopping->start();
    for (const auto &[key, open] : m_queue.all()) {
        if (open->phase == OpenJob::Phase::Running)
            m_parts.executor.stop({open->job.id, open->job.attempt}, StopReason::ShuttingDown);
    }
    const auto future = m_stopping->future();
    forget({});
    return future;
}

} // namespace kule
