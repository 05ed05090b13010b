// SPDX-License-Identifier: GPL-3.0-or-later
// A Python process that waits to run one job, and where such processes come from: the seam between the two ways of
// starting them (posix/forkserver, spawnpool) and what is done with them. Thread: python.
#pragma once
#include "python/processes.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>

#include <functional>
#include <memory>

namespace kule {

class Worker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual qint64 pid() const = 0;
    /// What the engine says to it.
    virtual void tell(const QByteArray &frames) = 0;
    /// What tells it that from any thread, once all that it was told has left; null where only this thread can.
    virtual std::function<void()> teller(const QByteArray &) const { return {}; }
    virtual void askToEnd() = 0;
    virtual void kill() = 0;

Q_SIGNALS:
    /// Bytes of the control channel.
    void said(const QByteArray &bytes);
    /// Bytes of the job's output.
    void printed(const QByteArray &bytes);
    /// Once, after all that it said and printed; what it left behind is dead by then.
    void exited(kule::ExitStatus status);
};

class WorkerSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// That many more; each comes by ready(), or all that are outstanding are void by broke().
    virtual void order(int count) = 0;
    /// A file that runs again and again, and compiled before: the workers to come may have it ready.
    virtual void learn(const QString &path, const QByteArray &source)
    {
        Q_UNUSED(path)
        Q_UNUSED(source)
    }

Q_SIGNALS:
    /// The receiver takes it over.
    void ready(kule::Worker *worker);
    /// It can make no workers now; the next order tries again. why: what the system or Python said, for people.
    void broke(const QString &why);
};

struct WorkerSetup
{
    QString interpreter;
    QString packageFolder; ///< that kule_worker is in
    QProcessEnvironment environment;
};

/// In the environment of one source's process and of all that comes from it: finds what left its process group.
inline constexpr char workerVariable[] = "KULE_WORKER_ID";
/// A value for it that nobody else has.
QByteArray newWorkerId();

/// The arguments that start the package's main() in a mode.
QStringList workerArguments(const WorkerSetup &setup, const QString &mode, qint64 number);

/// Processes forked from a warm parent; null where there is no fork.
std::unique_ptr<WorkerSource> makeForkServer(WorkerSetup setup);
/// Interpreters started one by one, by portable means.
std::unique_ptr<WorkerSource> makeSpawnPool(WorkerSetup setup);

} // namespace kule
