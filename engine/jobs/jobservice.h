// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs by noun: submit, list, follow, cancel, run again. State lives on the engine thread; the public calls may come from
// any thread and answer by future. A job is durably stored before submit answers, and each attempt ends exactly once.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "jobs/jobfilter.h"
#include "logs/logsearch.h"

namespace kule {

class JobService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// job.file_not_found, job.path_outside_roots, job.not_a_file, job.id_in_use, job.queue_full, job.bad_request, store.*
    virtual Future<Result<Submitted>> submit(JobRequest request, Actor actor) = 0;
    /// Newest first.
    virtual Future<Result<Page<Job>>> list(JobFilter filter, PageRequest page) = 0;
    /// seq of all that the filter shows now, oldest first.
    virtual Future<Result<std::vector<qint64>>> shown(JobFilter filter) = 0;
    /// job.not_found
    virtual Future<Result<JobDetail>> find(JobId id) = 0;
    /// What a find() that was asked after it says of an ended job holds while this stays the same; it has changed before the
    /// call is answered that changed such a job. Nothing: keep nothing just now.
    virtual std::optional<quint64> history() const { return std::nullopt; }
    /// attempt 0: the newest. At most limit bytes, cut at a line where one ends in reach. job.not_found
    virtual Future<Result<LogSlice>> log(JobId id, int attempt, qint64 offset, qint64 limit) = 0;
    /// The last lines bytes of it. job.not_found
    virtual Future<Result<LogSlice>> logTail(JobId id, int attempt, qint64 bytes) = 0;
    /// A part of the log at a time, as searchLog() says. job.not_found, log.bad_pattern, log.pattern_too_costly
    virtual Future<Result<LogHits>> searchLog(JobId id, int attempt, LogSearch search) = 0;
    /// Answers the job as it is then (a running one is still ending). job.not_found, job.already_ended
    virtual Future<Result<Job>> cancel(JobId id, Actor actor) = 0;
    /// A new attempt of an ended job. job.not_found, job.still_open, job.id_in_use, and what submit says of the file.
    virtual Future<Result<Submitted>> rerun(JobId id, RerunCode code, Actor actor) = 0;
    virtual Future<Result<JobCounts>> counts() = 0;
    /// Python files under the script roots, as file_path names them, sorted; at most 5,000.
    virtual Future<Result<QStringList>> scripts() = 0;

Q_SIGNALS:
    /// After each change that is stored; progress at most ten a second for each job. One with a state that is not open is
    /// the attempt's terminal snapshot, and comes once for each attempt.
    void changed(kule::Job job);
    void logGrown(kule::JobId id, int attempt, qint64 bytes);
    /// The job said something by safe_trigger, or its delivery went on.
    void eventChanged(kule::JobId id, kule::JobEvent event);
};

} // namespace kule
