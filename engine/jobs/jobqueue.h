// SPDX-License-Identifier: GPL-3.0-or-later
// The open jobs in memory: who waits in which order (each kind in a line of its own), who runs, which process_id is taken. No I/O, no clock, no thread of
// its own; JobRunner holds it on the engine thread.
#pragma once
#include "base/future.h"
#include "jobs/executors/startgate.h"
#include "jobs/job.h"

#include <QHash>

#include <deque>
#include <unordered_map>

namespace kule {

/// What a launch needs beside the row. Dropped while waiting when much is queued, and read again from the store.
struct JobPayload
{
    QString path;
    QByteArray source;
    QByteArray args;   ///< JSON
    QByteArray kwargs; ///< JSON
    qsizetype bytes() const { return source.size() + args.size() + kwargs.size(); }
};

/// What a worker's start adds to what is stored of an attempt.
struct StartNote
{
    qint64 pid = 0;
    QString python;
};

struct OpenJob
{
    enum class Phase {
        Storing, ///< its row is on its way to the disk; nobody was told yet
        Waiting,
        Starting, ///< has a slot; its state is on its way to the disk, or a worker is being found
        Running,
        Ending, ///< the process is gone; the end is on its way to the disk
    };
    Job job;
    Phase phase = Phase::Storing;
    QByteArray requestHash; ///< of the body, for idempotence
    QString callbackUrl;
    QString path;
    std::optional<Milliseconds> timeout;
    std::optional<JobPayload> payload;
    bool isCancelled = false; ///< asked while it could not be done at once
    std::shared_ptr<StartGate> gate; ///< once it is prepared; opened when it is on the disk
    Future<Result<Submitted>> stored;
    std::optional<StartNote> start; ///< stored a while after it, and with the end
    std::unique_ptr<Clock::Timer> startSaving; ///< a job that ends before it says both at once
    std::unique_ptr<Clock::Timer> deadline;     ///< of the run; once it is ending, of the next try to store the end
    std::unique_ptr<Clock::Timer> nextProgress; ///< while it waits, progress only gathers
    int events = 0;
};

/// The same for the same POST /run: by it an open process_id answers "already there" or "in use".
QByteArray requestHash(const OpenJob &job, const QByteArray &args, const QByteArray &kwargs);

class JobQueue
{
public:
    /// Adds it, without a place in the line yet. The reference holds until remove().
    OpenJob &add(OpenJob job);
    OpenJob *find(const JobId &id);
    OpenJob *findProcess(const Json &processId);
    void remove(const JobId &id);

    /// To the end of the line.
    void enqueue(const JobId &id);
    /// The first of that kind in line, taken out of it; null when nobody waits.
    OpenJob *takeNext(const QByteArray &kind);
    void leaveLine(const JobId &id);
    /// Among its kind, 1 for the next; nothing for one that does not wait.
    std::optional<int> position(const JobId &id) const;
    qsizetype waiting(const QByteArray &kind) const;

    std::unordered_map<QString, std::unique_ptr<OpenJob>> &all() { return m_jobs; }

private:
    std::unordered_map<QString, std::unique_ptr<OpenJob>> m_jobs;
    QHash<QByteArray, JobId> m_byProcess; ///< key: process_id as JSON
    QHash<QByteArray, std::deque<JobId>> m_lines; ///< one a kind
};

} // namespace kule
