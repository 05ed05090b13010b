// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of jobs, and nothing but it. Each function runs within the caller's transaction, on its thread; those that
// write may run twice.
#pragma once
#include "jobs/jobqueue.h"
#include "store/database.h"

namespace kule::jobrows {

/// The bytes that run, once for each content.
Done putSource(Database &database, const QByteArray &hash, const QString &path, const QByteArray &body);
/// The row and its first attempt.
Done insert(Database &database, const OpenJob &job, const JobPayload &payload, const QByteArray &codeHash);
/// The row opened again, with a further attempt.
Done reopen(Database &database, const Job &job, const QByteArray &codeHash, const QString &path);
/// From waiting to having a slot; durable before a process hears of it, so that it never runs twice unasked.
Done markRunning(Database &database, const Job &job);
/// A worker entered the file.
Done markStarted(Database &database, const Job &job, qint64 pid, const QString &python);
Done saveProgress(Database &database, const Job &job);

struct AttemptEnd
{
    std::optional<int> exitCode;
    QString signal;
    qint64 logBytes = 0;
    QByteArray result; ///< JSON; empty: none
    bool resultIsRepr = false;
    QString python;
};
/// The row and its newest attempt end as the job says.
Done end(Database &database, const Job &job, const AttemptEnd &end);

Done addEvent(Database &database, const JobId &id, const JobEvent &event);
Done setDelivery(Database &database, const JobId &id, int number, const QByteArray &delivery);

/// What jobOf() reads, as a SELECT names it.
extern const char columns[];
inline constexpr int columnCount = 20; ///< a statement may ask for more behind them
Job jobOf(const Cursor &row);
/// Those of them that are there, newest first.
Result<std::vector<Job>> some(Database &database, const std::vector<qint64> &seqs);
Result<Job> one(Database &database, const JobId &id);
Result<JobDetail> detail(Database &database, const JobId &id);
Result<JobCounts> counts(Database &database);
Result<qint64> lastSeq(Database &database);

/// What the engine that died left open, in the order in which it waited.
Result<std::vector<OpenJob>> open(Database &database);
/// What an attempt needs to run: the bytes of the newest attempt's code.
Result<JobPayload> payload(Database &database, const JobId &id);

} // namespace kule::jobrows
