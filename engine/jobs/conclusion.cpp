// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/conclusion.h"

namespace kule {
namespace {

JobState stateOf(const Ending &ending)
{
    switch (ending.how) {
    case Ending::How::Returned:
        return JobState::Succeeded;
    case Ending::How::Stopped:
        switch (ending.reason) {
        case StopReason::Cancelled:
            return JobState::Cancelled;
        case StopReason::TimedOut:
            return JobState::TimedOut;
        case StopReason::ShuttingDown:
            return JobState::Interrupted;
        }
        break;
    case Ending::How::Raised:
    case Ending::How::Exited:
    case Ending::How::Signalled:
    case Ending::How::OutOfMemory:
    case Ending::How::NotStarted:
        break;
    }
    return JobState::Failed;
}

} // namespace

Conclusion conclude(OpenJob &open, const Ending &ending)
{
    Job &job = open.job;
    job.state = stateOf(ending);
    if (ending.startedAt > 0)
        job.startedAt = ending.startedAt;
    job.endedAt = ending.endedAt;
    job.isStopping = false;
    ++job.revision;
    if (job.state == JobState::Succeeded) {
        job.progress = 100;
        return {job.state, std::nullopt};
    }
    if (job.state == JobState::Cancelled || job.state == JobState::Interrupted)
        return {job.state, std::nullopt};

    const bool isTimeout = job.state == JobState::TimedOut;
    job.errorType = isTimeout ? QStringLiteral("TimeoutError") : ending.type;
    job.error = isTimeout ? text(QT_TRANSLATE_NOOP("Engine", "Timed out after %1 s"), QString::number(static_cast<double>(open.timeout.value_or(Milliseconds(0)).count()) / 1000))
                          : ending.error;
    // Only what ran a Python file leaves a report.
    if (job.kind != scriptKind)
        return {job.state, std::nullopt};
    FatalDraft draft;
    draft.processId = job.processId;
    draft.error = job.error;
    draft.file = job.filePath;
    if (open.payload) {
        draft.args = parseJson(open.payload->args).value_or(Json::array());
        draft.kwargs = parseJson(open.payload->kwargs).value_or(Json::object());
    }
    draft.type = job.errorType;
    draft.traceback = ending.traceback;
    draft.chain = ending.chain;
    draft.frames = ending.frames;
    draft.time = ending.endedAt;
    draft.durationMs = ending.durationMs;
    draft.attempt = job.attempt;
    draft.job = job.id;
    draft.signal = ending.signal;
    draft.exitCode = ending.exitCode;
    draft.logTail = ending.logTail;
    draft.python = ending.python;
    return {job.state, std::move(draft)};
}

} // namespace kule
