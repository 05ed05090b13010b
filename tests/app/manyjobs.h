// SPDX-License-Identifier: GPL-3.0-or-later
// A job service of any length and logs of any size that exist only as far as they are asked for. Answers at once, or when
// release() is called. Newest first, seq counts down from total.
#pragma once
#include "jobs/jobservice.h"

#include <functional>

namespace kule {

class ManyJobs final : public JobService
{
public:
    qint64 total = 0;
    QList<PageRequest> asked;
    bool isHeld = false;
    std::optional<Error> failure;

    QByteArray logText;
    qint64 gapBegin = 0, gapEnd = 0; ///< of logText, not kept
    bool isLogComplete = true;
    int slices = 0;
    QList<LogSearch> searches;

    Job row(qint64 seq) const
    {
        Job job;
        job.seq = seq;
        job.revision = seq * 10;
        job.id = {QStringLiteral("job-%1").arg(seq)};
        job.processId = seq;
        job.filePath = QStringLiteral("packages/report.py");
        job.state = JobState::Running;
        job.startedAt = 1'795'000'000'000;
        return job;
    }

    void release()
    {
        isHeld = false;
        for (auto &answer : std::exchange(m_held, {}))
            answer();
    }

    Future<Result<Page<Job>>> list(JobFilter, PageRequest request) override
    {
        asked << request;
        if (failure)
            return answered(Result<Page<Job>>(fail(*failure)));
        Page<Job> page;
        const qint64 above = request.after.isEmpty() ? total + 1 : request.after.toLongLong();
        qint64 seq = above - 1 - request.offset;
        for (; seq >= 1 && static_cast<int>(page.items.size()) < request.limit; --seq)
            page.items.push_back(row(seq));
        page.next = seq >= 1 ? QString::number(seq + 1) : QString();
        page.total = total;
        const Promise<Result<Page<Job>>> promise;
        auto answer = [promise, page = std::move(page)] { promise.answer(page); };
        if (isHeld)
            m_held.push_back(std::move(answer));
        else
            answer();
        return promise.future();
    }

    Future<Result<LogSlice>> log(JobId, int, qint64 offset, qint64 limit) override
    {
        ++slices;
        LogSlice slice;
        slice.offset = std::min<qint64>(offset, logText.size());
        if (slice.offset >= gapBegin && slice.offset < gapEnd) {
            slice.skipped = gapEnd - slice.offset;
            slice.offset = gapEnd;
        }
        qint64 end = std::min<qint64>(slice.offset + limit, logText.size());
        if (slice.offset < gapBegin)
            end = std::min(end, gapBegin);
        slice.text = logText.mid(slice.offset, end - slice.offset);
        if (const qsizetype feed = slice.text.lastIndexOf('\n'); feed >= 0)
            slice.text.truncate(feed + 1);
        slice.next = slice.offset + slice.text.size();
        slice.size = logText.size();
        slice.isComplete = isLogComplete && slice.next == slice.size;
        return answered(Result<LogSlice>(slice));
    }

    Future<Result<LogSlice>> logTail(JobId id, int attempt, qint64 bytes) override
    {
        return log(std::move(id), attempt, std::max<qint64>(0, logText.size() - bytes), bytes);
    }

    Future<Result<LogHits>> searchLog(JobId id, int attempt, LogSearch search) override
    {
        searches << search;
        return answered(kule::searchLog([&](qint64 offset, qint64 limit) { return log(id, attempt, offset, limit).wait(); }, search));
    }

    Future<Result<Submitted>> submit(JobRequest, Actor) override { return refused<Submitted>(); }
    Future<Result<std::vector<qint64>>> shown(JobFilter) override { return answered(Result<std::vector<qint64>>(std::vector<qint64>())); }
    Future<Result<JobDetail>> find(JobId) override { return refused<JobDetail>(); }
    Future<Result<Job>> cancel(JobId, Actor) override { return refused<Job>(); }
    Future<Result<Submitted>> rerun(JobId, RerunCode, Actor) override { return refused<Submitted>(); }
    Future<Result<JobCounts>> counts() override { return refused<JobCounts>(); }
    Future<Result<QStringList>> scripts() override { return answered(Result<QStringList>(QStringList())); }

private:
    template <class T>
    static Future<Result<T>> refused()
    {
        return answered(Result<T>(fail(ErrorKind::NotFound, "job.not_found", text("There is no such job."))));
    }

    std::vector<std::function<void()>> m_held;
};

} // namespace kule
