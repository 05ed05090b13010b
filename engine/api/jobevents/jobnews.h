// SPDX-License-Identifier: GPL-3.0-or-later
// What jobs say to Socket.IO clients: job:progress, job:completed and job:error as the scraper's document has them, made from
// a job's snapshot. Values and pure functions; any thread.
#pragma once
#include "api/socketio/outbox.h"
#include "jobs/job.h"

namespace kule {

class Redactor;

/// An event that is ready to be sent to everyone whom it concerns.
struct JobNews
{
    QByteArray jobRoom;
    QByteArray processRoom; ///< empty: the job has no process_id
    qint64 seq = 0;         ///< grows by one with each event of a job
    engineio::EncodedPacket packet;
    engineio::Topic topic = 0; ///< of progress: the newest stands for the former ones
};

// Whom an event concerns.
inline const QByteArray everyRoom = QByteArrayLiteral("*");
QByteArray roomOf(const JobId &id);
QByteArray roomOfProcess(const QString &processId);

/// "pending", "processing", "completed" or "failed"
const char *statusOf(JobState state);
/// {jobId, progress, status, step, message, seq, kind, processId?}
OrderedJson progressOf(const Job &job, qint64 seq);
/// What job:completed (succeeded) or job:error says of a job that has ended. result: of the attempt, where one is known.
OrderedJson endOf(const Job &job, const std::optional<Json> &result, qint64 seq);
/// {code, message}
OrderedJson errorOf(const QByteArray &code, const QString &message);

/// Without the secrets that the redactor knows.
JobNews progressNews(const Job &job, qint64 seq, const Redactor &redactor);
JobNews endNews(const Job &job, const std::optional<Json> &result, qint64 seq, const Redactor &redactor);
/// ["job:error", {jobId, error}]: the answer to a subscription that cannot be.
OrderedJson refusalOf(const QString &name, const OrderedJson &error);

} // namespace kule
