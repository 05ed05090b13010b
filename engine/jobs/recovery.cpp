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

struct Ended
{
    Job job;
    QString callbackUrl;
    DeliveryId delivery;
    std::optional<RecordedFatal> report;
};

// The report that reached the folder before the engine died tells how it ended; without one nobody knows.
Ended endOf(const OpenJob &open, const std::vector<RecordedFatal> &reports, qint64 now)
{
    Ended ended{open.job, open.callbackUrl, DeliveryId::random(), std::nullopt};
    Job &job = ended.job;
    job.endedAt = now;
    ++job.revision;
    job.state = JobState::Interrupted;
    const auto report = std::find_if(reports.begin(), reports.end(), [&job](const RecordedFatal &r) { return r.fatal.job == job.id && r.fatal.attempt == job.attempt; });
    if (report == reports.end())
        return ended;
    job.state = report->fatal.type == QLatin1String("TimeoutError") && open.timeout ? JobState::TimedOut : JobState::Failed;
    job.errorType = report->fatal.type;
    job.error = report->fatal.error;
    job.fatalFile = report->fatal.filename;
    ended.report = *report;
    return ended;
}

Done storeEnds(Database &database, const std::vector<Ended> &all, qint64 now)
{
    for (const Ended &ended : all) {
        if (auto done = jobrows::end(database, ended.job, {}); !done)
            return done;
        if (!ended.report)
            continue;
        if (auto done = FatalRecorder::index(database, *ended.report); !done)
            return done;
        if (ended.callbackUrl.isEmpty())
            continue;
        if (auto done = CallbackOutbox::put(database, now, ended.delivery, ended.job.id, ended.job.attempt, ended.callbackUrl, ended.report->body); !done)
            return done;
    }
    return {};
}

} // namespace

Future<Done> JobRunner::recover()
{
    const Promise<Done> promise;
    auto read = m_parts.store.read([](Database &database) -> Result<std::shared_ptr<LeftOpen>> {
        auto jobs = jobrows::open(database);
        if (!jobs)
            return fail(jobs.error());
        auto last = jobrows::lastSeq(database);
        if (!last)
            return fail(last.error());
        return std::make_shared<LeftOpen>(LeftOpen{std::move(*jobs), *last});
    });
    whenDone(read, this, [this, promise](const Result<std::shared_ptr<LeftOpen>> &left) {
        if (!left)
            return promise.answer(tl::unexpected(left.error()));
        m_nextSeq = (*left)->lastSeq + 1;
        std::vector<std::pair<JobId, int>> running;
        for (const OpenJob &open : (*left)->jobs) {
            if (open.job.state == JobState::Running)
                running.emplace_back(open.job.id, open.job.attempt);
        }
        whenDone(m_parts.fatals.unclaimed(running), this, [this, promise, left = *left](const Result<std::vector<RecordedFatal>> &reports) {
            if (!reports)
                return promise.answer(tl::unexpected(reports.error()));
            std::vector<Ended> ended;
            for (OpenJob &open : left->jobs) {
                if (open.job.state == JobState::Queued) {
                    const JobId id = open.job.id;
                    open.phase = OpenJob::Phase::Waiting;
                    m_queue.add(std::move(open));
                    m_queue.enqueue(id);
                } else {
                    ended.push_back(endOf(open, *reports, m_parts.clock.wallMs()));
                }
            }
            auto written = m_parts.store.write([ended, now = m_parts.clock.wallMs()](Database &database) { return storeEnds(database, ended, now); });
            whenDone(written, this, [this, promise, ended](const Done &stored) {
                if (!stored)
                    return promise.answer(stored);
                for (const Ended &end : ended) {
                    if (end.report)
                        m_parts.fatals.indexed(*end.report);
                    Q_EMIT changed(end.job);
                }
                m_parts.callbacks.wake();
                promise.answer({});
                dispatch();
            });
        });
    });
    return promise.future();
}

} // namespace kule
