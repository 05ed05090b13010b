// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titlewaiters.h"

namespace kule {
namespace {

ErrorKind kindOf(const QByteArray &code)
{
    if (code == "NOT_FOUND" || code == "REGION_UNAVAILABLE")
        return ErrorKind::NotFound;
    if (code == "RATE_LIMITED")
        return ErrorKind::Busy;
    if (code == "SCRAPE_ERROR" || code == "PARSE_ERROR")
        return ErrorKind::Unavailable;
    return code == "VALIDATION_ERROR" ? ErrorKind::Invalid : ErrorKind::Broken;
}

Error endedOtherwise(const Job &job)
{
    return {ErrorKind::Broken, "INTERNAL_ERROR",
            text(QT_TRANSLATE_NOOP("Engine", "The job ended without an answer: %1. Ask again."), QString::fromLatin1(wordOf(job.state))),
            Json{{"job_id", job.id.value}}, std::nullopt};
}

} // namespace

bool isTitleError(const QByteArray &code)
{
    return kindOf(code) != ErrorKind::Broken || code == "INTERNAL_ERROR";
}

Result<TitleAnswer> titleAnswerOf(const Job &job, const std::optional<Json> &result)
{
    if (job.state == JobState::Succeeded && result && result->is_object() && result->contains("data"))
        return TitleAnswer{dumpJson((*result)["data"]), textOf(*result, "source").toLatin1(), job.id};
    const QByteArray code = job.errorType.toLatin1();
    if (job.state != JobState::Failed || !isTitleError(code))
        return fail(endedOtherwise(job));
    return fail(Error{kindOf(code), code, job.error, Json{{"job_id", job.id.value}}, std::nullopt});
}

TitleWaiters::TitleWaiters(JobService &jobs)
    : m_jobs(jobs)
{
    connect(&jobs, &JobService::changed, this, [this](const Job &job) {
        if (!isOpen(job.state) && m_waiting.contains(job.id))
            end(job);
    });
}

Future<Result<TitleAnswer>> TitleWaiters::submit(JobRequest request, const Actor &actor)
{
    request.id = JobId::random();
    const Promise<Result<TitleAnswer>> promise;
    // Before the job is there, so that no end is missed.
    m_waiting.insert(request.id, promise);
    whenDone(m_jobs.submit(request, actor), this, [this, id = request.id](const Result<Submitted> &submitted) {
        if (!submitted)
            answer(id, tl::unexpected(submitted.error()));
    });
    return promise.future();
}

void TitleWaiters::end(const Job &job)
{
    if (job.state != JobState::Succeeded)
        return answer(job.id, titleAnswerOf(job, std::nullopt));
    whenDone(m_jobs.find(job.id), this, [this, id = job.id](const Result<JobDetail> &found) {
        if (!found)
            return answer(id, tl::unexpected(found.error()));
        answer(id, titleAnswerOf(found->job, found->attempts.empty() ? std::nullopt : found->attempts.back().result));
    });
}

void TitleWaiters::answer(const JobId &id, Result<TitleAnswer> result)
{
    if (m_waiting.contains(id))
        m_waiting.take(id).answer(std::move(result));
}

} // namespace kule
