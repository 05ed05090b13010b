// SPDX-License-Identifier: GPL-3.0-or-later
// What JobRunner does once, at the start: takes up what the engine that died left open.
#include "callbacks/outbox.h"
#include "jobs/jobrunner.h"

namespace kule {
namespace {

struct LeftOpen
{
    std::vector<OpenJob> jobs;
    qint64 lastSeq = 0;
};

} // namespace

QFuture<Done> JobRunner::recover()
{
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    const auto finish = [promise](Done done) {
        promise->addResult(std::move(done));
        promise->finish();
    };
    auto read = m_parts.store.read([](Database &database) -> Result<std::shared_ptr<LeftOpen>> {
        auto jobs = jobrows::open(database);
        if (!jobs)
            return fail(jobs.error());
        auto last = jobrows::lastSeq(database);
        if (!last)
            return fail(last.error());
        return std::make_shared<LeftOpen>(LeftOpen{std::move(*jobs), *last});
    });
    whenDone(read, this, [this, finish](const Result<std::shared_ptr<LeftOpen>> &left) {
        if (!left)
            return finish(tl::unexpected(left.error()));
        m_nextSeq = (*left)->lastSeq + 1;
        std::vector<std::pair<JobId, int>> running;
        for (const OpenJob &open : (*left)->jobs) {
            if (open.job.state == JobState::Running)
                running.emplace_back(open.job.id, open.job.attempt);
        }
        whenDone(m_parts.fatals.unclaimed(running), this, [this, finish, left = *left](const Result<std::vector<RecordedFatal>> &reports) {
            if (!reports)
                return finish(tl::unexpected(reports.error()));
            const qint64 now = m_parts.clock.wallMs();
            for (OpenJob &open : left->jobs) {
                const JobId id = open.job.id;
                if (open.job.state == JobState::Queued) {
                    open.phase = OpenJob::Phase::Waiting;
                    m_queue.add(std::move(open));
                    m_queue.enqueue(id);
                    continue;
                }
                const auto report = std::find_if(reports->begin(), reports->end(), [&](const RecordedFatal &r) { return r.fatal.job == id && r.fatal.attempt == open.job.attempt; });
                open.phase = OpenJob::Phase::Ending;
                open.job.endedAt = now;
                ++open.job.revision;
                std::optional<RecordedFatal> fatal;
                if (report != reports->end()) {
                    fatal = *report;
                    open.job.state = fatal->fatal.type == QLatin1String("TimeoutError") && open.timeout ? JobState::TimedOut : JobState::Failed;
                    open.job.errorType = fatal->fatal.type;
                    open.job.error = fatal->fatal.error;
                    open.job.fatalFile = fatal->fatal.filename;
                } else {
                    open.job.state = JobState::Interrupted;
                }
                m_queue.add(std::move(open));
                persistEnd(id, {}, fatal);
            }
            finish({});
            dispatch();
        });
    });
    return promise->future();
}

} // namespace kule
