// SPDX-License-Identifier: GPL-3.0-or-later
// Those who wait for the end of a title's job: each gets the attempt's answer, or the error that it ended with. Lives on the
// thread of the job service.
#pragma once
#include "jobs/jobservice.h"
#include "titles/titleservice.h"

namespace kule {

class TitleWaiters : public QObject
{
public:
    explicit TitleWaiters(JobService &jobs);
    /// Answered with engine.gone, all that are left.

    /// Submits it as a job and waits for its end.
    Future<Result<TitleAnswer>> submit(JobRequest request, const Actor &actor);

private:
    void end(const Job &job);
    void answer(const JobId &id, Result<TitleAnswer> result);

    JobService &m_jobs;
    QHash<JobId, Promise<Result<TitleAnswer>>> m_waiting;
};

/// One of the contract's codes: NOT_FOUND, SCRAPE_ERROR …
bool isTitleError(const QByteArray &code);
/// What an ended attempt says; the codes of the contract are kept, and whatever else ended it is INTERNAL_ERROR.
Result<TitleAnswer> titleAnswerOf(const Job &job, const std::optional<Json> &result);

} // namespace kule
