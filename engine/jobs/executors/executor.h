// SPDX-License-Identifier: GPL-3.0-or-later
// Where attempts run: the seam between the queue and processes, here or, one day, elsewhere. Implementations live on a
// thread of their own; every call returns at once and every signal crosses queued. Each launch gets exactly one ended().
#pragma once
#include "base/clock.h"
#include "base/future.h"
#include "base/ids.h"
#include "jobs/executors/startgate.h"

#include <QObject>

namespace kule {

struct AttemptRef
{
    JobId job;
    int number = 1;
    bool operator==(const AttemptRef &) const = default;
    friend size_t qHash(const AttemptRef &ref, size_t seed = 0) { return qHashMulti(seed, ref.job.value, ref.number); }
};

struct Launch
{
    AttemptRef ref;
    Json processId;
    QString path;
    QByteArray source; ///< what is run, whatever the file says by then
    QByteArray args;   ///< JSON array
    QByteArray kwargs; ///< JSON object
    QString logBase;   ///< segments are <logBase>.<logical offset>.log
    qint64 logCap = 0; ///< bytes
};

enum class StopReason { Cancelled, TimedOut, ShuttingDown };

/// How an attempt ended, with all that a report needs.
struct Ending
{
    enum class How {
        Returned,    ///< boot came back; result holds the value
        Raised,      ///< uncaught exception, no callable boot, import or syntax error
        Exited,      ///< the process left by itself (os._exit)
        Signalled,   ///< died by a signal that we did not send
        OutOfMemory, ///< MemoryError, or killed by the kernel for memory
        Stopped,     ///< because stop() said so; see reason
        NotStarted,  ///< no interpreter, or it broke before the file was read
    };
    AttemptRef ref;
    How how = How::Returned;
    StopReason reason = StopReason::Cancelled; ///< with Stopped
    QByteArray result;                         ///< JSON; empty: none
    bool resultIsRepr = false;
    QString type;      ///< "ValueError", "SIGSEGV", "TimeoutExpired"
    Text error;        ///< one line for people
    QString traceback; ///< Python's, or faulthandler's stack for a crash
    Json chain = Json::array();  ///< causes and contexts, outermost first: {type, error, relation, frames[]}
    Json frames = Json::array(); ///< innermost last: {file, line, function, code, own}
    std::optional<int> exitCode;
    QString signal; ///< "SIGKILL"
    QString python;
    qint64 startedAt = 0; ///< UTC ms; 0: never
    qint64 endedAt = 0;
    qint64 durationMs = 0; ///< by the steady clock
    qint64 logBytes = 0;
    QStringList logTail; ///< the last 200 lines, without their times
};

struct WorkerHealth
{
    QString interpreter; ///< path; empty: none usable
    QString version;
    bool hasSelenium = false;
    int warm = 0; ///< workers ready now
    std::optional<Error> problem;
};

class Executor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// A launch of the same may follow, once it is on the disk: time to make a worker ready with it. Nothing of the script runs
    /// until then, or until the gate is opened; nothing is answered; where the executor has no use for it, it does nothing.
    virtual void prepare(Launch, std::shared_ptr<StartGate>) { }
    /// The launch that was prepared will not follow; its gate was not opened.
    virtual void withdraw(AttemptRef) { }
    virtual void launch(Launch launch) = 0;
    /// Polite signal to the whole process group, then after the grace kill. Twice is once.
    virtual void stop(AttemptRef ref, StopReason reason) = 0;
    /// Whether safe_trigger leaves for Pusher is not its business; it only says what the script said.
    virtual Future<Result<WorkerHealth>> health() = 0;

Q_SIGNALS:
    void started(kule::AttemptRef ref, qint64 pid, QString python, qint64 wallMs);
    void progressed(kule::AttemptRef ref, double percent, QString step);
    /// data is JSON text.
    void triggered(kule::AttemptRef ref, QString channel, QString event, QByteArray data);
    /// At most ten a second for each attempt, and once more before ended().
    void logGrown(kule::AttemptRef ref, qint64 bytes);
    void ended(kule::Ending ending);
    void healthChanged(kule::WorkerHealth health);
};

} // namespace kule
