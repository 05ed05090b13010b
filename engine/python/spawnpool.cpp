// SPDX-License-Identifier: GPL-3.0-or-later
// Interpreters started one by one with QProcess and pipes only: what every platform has.
#include "python/protocol.h"
#include "python/worker.h"

#include <QCoreApplication>
#include <QPointer>
#include <QProcess>
#include <QSet>

namespace kule {
namespace {

class SpawnedWorker final : public Worker
{
    Q_OBJECT
public:
    SpawnedWorker(const WorkerSetup &setup, QByteArray id)
        : m_id(std::move(id))
    {
        QProcessEnvironment environment = setup.environment;
        environment.insert(QString::fromLatin1(workerVariable), QString::fromLatin1(m_id));
        m_process.setProcessEnvironment(environment);
        connect(&m_process, &QProcess::started, this, [this] { m_pid = m_process.processId(); });
        connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] { Q_EMIT said(m_process.readAllStandardOutput()); });
        connect(&m_process, &QProcess::readyReadStandardError, this, [this] { Q_EMIT printed(m_process.readAllStandardError()); });
        connect(&m_process, &QProcess::finished, this, &SpawnedWorker::finish);
        m_process.start(setup.interpreter, workerArguments(setup, QStringLiteral("spawn"), QCoreApplication::applicationPid()));
    }
    ~SpawnedWorker() override
    {
        m_process.disconnect(this);
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.closeWriteChannel(); // an idle one leaves by itself
        SpawnedWorker::kill();
        m_process.waitForFinished(1000);
    }

    QProcess &process() { return m_process; }
    qint64 pid() const override { return m_pid; }
    void tell(const QByteArray &frames) override { m_process.write(frames); }
    void askToEnd() override
    {
        if (!askGroupToEnd(m_pid))
            m_process.write(encodeFrame({{"type", "stop"}}));
    }
    void kill() override
    {
        killGroup(m_pid);
        m_process.kill();
    }

private:
    void finish(int code, QProcess::ExitStatus status)
    {
        killGroup(m_pid);
        sweepProcesses(workerVariable, m_id);
        const QByteArray lastSaid = m_process.readAllStandardOutput();
        const QByteArray lastPrinted = m_process.readAllStandardError();
        if (!lastPrinted.isEmpty())
            Q_EMIT printed(lastPrinted);
        if (!lastSaid.isEmpty())
            Q_EMIT said(lastSaid);
        // QProcess gives a crash's signal as its exit code on Unix.
        Q_EMIT exited(status == QProcess::CrashExit ? ExitStatus{std::nullopt, code} : ExitStatus{code, 0});
    }

    QByteArray m_id;
    QProcess m_process;
    qint64 m_pid = 0;
};

class SpawnPool final : public WorkerSource
{
    Q_OBJECT
public:
    explicit SpawnPool(WorkerSetup setup)
        : m_setup(std::move(setup))
    {
    }
    ~SpawnPool() override { qDeleteAll(std::exchange(m_starting, {})); }

    void order(int count) override
    {
        for (int i = 0; i < count; ++i)
            start();
    }

private:
    void start()
    {
        auto *worker = new SpawnedWorker(m_setup, newWorkerId());
        m_starting.insert(worker);
        // Queued: FailedToStart may come before order() returns, and the receiver of ready() may give the order to run at once.
        connect(&worker->process(), &QProcess::started, this, [this, worker] {
            if (m_starting.remove(worker))
                Q_EMIT ready(worker);
        }, Qt::QueuedConnection);
        connect(&worker->process(), &QProcess::errorOccurred, this, [this, worker](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart || !m_starting.remove(worker))
                return;
            const QString why = worker->process().errorString();
            worker->deleteLater();
            Q_EMIT broke(why);
        }, Qt::QueuedConnection);
    }

    WorkerSetup m_setup;
    QSet<SpawnedWorker *> m_starting;
};

} // namespace

std::unique_ptr<WorkerSource> makeSpawnPool(WorkerSetup setup)
{
    return std::make_unique<SpawnPool>(std::move(setup));
}

} // namespace kule

#include "spawnpool.moc"
