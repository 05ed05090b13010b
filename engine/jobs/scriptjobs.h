// SPDX-License-Identifier: GPL-3.0-or-later
// JobService for jobs of every kind: looks for scripts on pool threads, reads rows through the store, and leaves everything
// that moves to JobRunner. Lives on the engine thread.
#pragma once
#include "jobs/joblists.h"
#include "jobs/jobrunner.h"
#include "jobs/jobservice.h"

#include <atomic>
#include <memory>

namespace kule {

class ScriptJobs final : public JobService
{
    Q_OBJECT
public:
    /// search: null to look for words row by row, logs aside.
    ScriptJobs(RunnerParts parts, RunnerLimits limits, QStringList roots, JobSearch *search = nullptr);
    ~ScriptJobs() override;

    /// Engine thread.
    JobRunner &runner() { return m_runner; }
    void setRoots(QStringList roots) { m_roots = std::move(roots); }

    Future<Result<Submitted>> submit(JobRequest request, Actor actor) override;
    Future<Result<Page<Job>>> list(JobFilter filter, PageRequest page) override;
    Future<Result<std::vector<qint64>>> shown(JobFilter filter) override;
    Future<Result<JobDetail>> find(JobId id) override;
    std::optional<quint64> history() const override { return m_store.history(); }
    Future<Result<LogSlice>> log(JobId id, int attempt, qint64 offset, qint64 limit) override;
    Future<Result<LogSlice>> logTail(JobId id, int attempt, qint64 bytes) override;
    Future<Result<LogHits>> searchLog(JobId id, int attempt, LogSearch search) override;
    Future<Result<Job>> cancel(JobId id, Actor actor) override;
    Future<Result<Submitted>> rerun(JobId id, RerunCode code, Actor actor) override;
    Future<Result<JobCounts>> counts() override;
    Future<Result<QStringList>> scripts() override;

private:
    struct LogPlace
    {
        QString base;
        bool isComplete;
    };
    Future<Result<LogPlace>> findLog(const JobId &id, int attempt);

    Store &m_store;
    JobRunner m_runner;
    JobLists m_lists;
    QStringList m_roots;
    QThreadPool m_files; ///< waits for disks
    /// Of find() under way, which the destructor waits for. (A QSemaphore of INT_MAX never wakes who waits for all of it.)
    const std::shared_ptr<std::atomic_int> m_finding = std::make_shared<std::atomic_int>(0);
};

} // namespace kule
