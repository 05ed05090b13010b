// SPDX-License-Identifier: GPL-3.0-or-later
// How jobs come in: what is refused, the row of what is taken, and its place in the line.
#include "activity/activitylog.h"
#include "jobs/jobrunner.h"

namespace kule {
namespace {

constexpr qsizetype waitingBytesKept = 64 * 1024 * 1024;

// Only scripts have code to keep.
Done putSource(Database &database, const ScriptFile &script)
{
    return script.hash.isEmpty() ? Done() : jobrows::putSource(database, script.hash, script.path, script.body);
}

} // namespace

std::optional<Error> JobRunner::refusal(const OpenJob &open) const
{
    if (m_stopping || !m_lanes.contains(open.job.kind))
        return detail::goneError();
    const OpenJob *same = const_cast<JobQueue &>(m_queue).findProcess(open.job.processId);
    if (same && same->job.id != open.job.id)
        return Error{ErrorKind::Conflict, "job.id_in_use",
                     text(QT_TRANSLATE_NOOP("Engine", "Another job with this process_id is still open. Wait for its end, cancel it, or choose another process_id.")), nullptr, std::nullopt};
    const qsizetype waiting = m_queue.waiting(open.job.kind);
    if (waiting >= m_limits.queueLimit)
        return Error{ErrorKind::Busy, "job.queue_full",
                     text(QT_TRANSLATE_NOOP("Engine", "The queue is full (%1 jobs wait). Try again later."), QString::number(waiting)), nullptr, 5};
    return std::nullopt;
}

Future<Result<Submitted>> JobRunner::accept(const JobRequest &request, const ScriptFile &script, const Actor &actor)
{
    OpenJob open;
    open.job.kind = request.kind;
    open.job.id = request.id.isEmpty() ? JobId::random() : request.id;
    open.job.processId = request.processId.is_null() ? Json(open.job.id.value) : request.processId;
    open.job.filePath = request.filePath;
    open.job.label = request.label;
    open.job.step = request.firstStep;
    open.job.actor = actor.name;
    open.job.createdAt = m_parts.clock.wallMs();
    open.callbackUrl = request.callbackUrl;
    open.timeout = request.timeout;
    open.path = script.path;
    open.payload = JobPayload{script.path, script.body, dumpJson(request.args), dumpJson(request.kwargs)};
    open.requestHash = requestHash(open, open.payload->args, open.payload->kwargs);

    if (OpenJob *same = m_queue.findProcess(open.job.processId); same && same->requestHash == open.requestHash) {
        const JobId id = same->job.id;
        return ask(this, [this, stored = same->stored, id, processId = open.job.processId] {
            const OpenJob *now = m_queue.find(id);
            if (now && now->phase != OpenJob::Phase::Storing)
                return answered(Result<Submitted>(Submitted{processId, id, now->job.state, false}));
            return stored;
        });
    }
    if (const auto refused = refusal(open))
        return answered(Result<Submitted>(tl::unexpected(*refused)));
    open.job.seq = m_nextSeq++;
    return store(std::move(open), [script](Database &database, const OpenJob &job, const JobPayload &payload) -> Done {
        if (auto kept = putSource(database, script); !kept)
            return kept;
        return jobrows::insert(database, job, payload, script.hash);
    }, actor, request.kind == titleKind ? "title.scrape" : "job.run");
}

Future<Result<Submitted>> JobRunner::acceptAgain(JobDetail ended, const ScriptFile &script, const Actor &actor)
{
    if (isOpen(ended.job.id))
        return answered(Result<Submitted>(fail(ErrorKind::Conflict, "job.still_open", text(QT_TRANSLATE_NOOP("Engine", "The job has not ended yet. Cancel it first, or wait.")))));
    OpenJob open;
    open.job = std::move(ended.job);
    if (const auto refused = refusal(open))
        return answered(Result<Submitted>(tl::unexpected(*refused)));
    ++open.job.revision;
    ++open.job.attempt;
    open.job.progress = 0;
    open.job.step.clear();
    open.job.errorType.clear();
    open.job.error = {};
    open.job.fatalFile.clear();
    open.job.endedAt.reset();
    open.callbackUrl = ended.callbackUrl;
    open.timeout = ended.timeout;
    open.path = script.path;
    open.events = ended.events.empty() ? 0 : ended.events.back().number;
    open.payload = JobPayload{script.path, script.body, dumpJson(ended.args), dumpJson(ended.kwargs)};
    open.requestHash = requestHash(open, open.payload->args, open.payload->kwargs);
    return store(std::move(open), [script](Database &database, const OpenJob &job, const JobPayload &) -> Done {
        if (auto kept = putSource(database, script); !kept)
            return kept;
        return jobrows::reopen(database, job.job, script.hash, script.path);
    }, actor, "job.rerun");
}

Future<Result<Submitted>> JobRunner::store(OpenJob made, WriteRow writeRow, const Actor &actor, const char *action)
{
    const qint64 now = m_parts.clock.wallMs();
    made.job.queuedAt = now;
    made.job.startedAt.reset();
    made.job.state = JobState::Queued;
    OpenJob &open = m_queue.add(std::move(made));
    const JobId id = open.job.id;
    // With a slot free it is stored as running at once: one trip to the disk before boot instead of two.
    if (hasSlot(open.job.kind) && m_queue.waiting(open.job.kind) == 0) {
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
    const Promise<Result<Submitted>> promise;
    open.stored = promise.future();
    whenDone(written, this, [this, id, promise, processId = open.job.processId](const Done &stored) {
        const OpenJob *kept = m_queue.find(id);
        const JobState state = kept ? kept->job.state : JobState::Queued;
        promise.answer(stored ? Result<Submitted>(Submitted{processId, id, state, true}) : Result<Submitted>(tl::unexpected(stored.error())));
        afterStoring(id, stored);
    });
    return promise.future();
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

} // namespace kule
