// SPDX-License-Identifier: GPL-3.0-or-later
// JobBulk over the store: reads once what the filter shows, then works through it in slices on threads that may wait, each
// slice a transaction or a handful of calls to the job service. Built on the engine thread; finish() before it goes.
#pragma once
#include "jobs/jobbulk.h"
#include "jobs/jobservice.h"
#include "jobs/jobtrash.h"

#include <QThreadPool>

#include <atomic>
#include <deque>

namespace kule {

class BulkJobs final : public JobBulk
{
    Q_OBJECT
public:
    /// Goes on with what a former engine left half-way.
    BulkJobs(Store &store, JobService &jobs, Clock &clock, QString logFolder);
    ~BulkJobs() override;

    /// Lets what is under way come to the end of its slice. Engine thread; its loop must go on.
    Future<Done> finish();

    Future<Result<BulkRun>> begin(BulkRequest request, Actor actor) override;
    Future<Result<BulkRun>> find(QString id) override;
    Future<Result<BulkRun>> stop(QString id, Actor actor) override;
    Future<Result<Removal>> remove(JobId id, Actor actor) override;
    Future<Result<qint64>> restore(QString undo, Actor actor) override;
    Future<Result<std::vector<Removal>>> removals() override;

private:
    using Seqs = jobremoval::Seqs;
    using StopFlag = std::shared_ptr<std::atomic_bool>;
    struct Work;

    // Engine thread.
    void keep(const BulkRun &run);

    // Working threads.
    void work(const BulkRequest &request, const Actor &actor, const std::function<void(Result<BulkRun>)> &answer);
    Done deleteSlice(Work &work, const Seqs &seqs);
    Done callSlice(Work &work, const Seqs &seqs);
    void tell(Work &work, bool isEnd);

    Store &m_store;
    JobService &m_jobs;
    Clock &m_clock;
    std::atomic_bool m_isStopping = false;
    std::atomic_int m_active = 0;
    std::deque<BulkRun> m_runs; ///< newest last
    QHash<QString, StopFlag> m_stops;
    QThreadPool m_working;
    JobTrash m_trash; ///< goes first: its last call waits for m_working
};

} // namespace kule
