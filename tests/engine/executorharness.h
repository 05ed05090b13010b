// SPDX-License-Identifier: GPL-3.0-or-later
// An executor with a data folder of its own, and what it said: for tests that run real Python. Test thread.
#pragma once
#include "jobs/executors/localexecutor.h"
#include "logs/logreader.h"
#include "waitfor.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace kule {

class ExecutorHarness : public QObject
{
public:
    explicit ExecutorHarness(WorkerMode mode, Clock *clock = nullptr, const QString &python = QStringLiteral("/usr/bin/python3"))
        : m_clock(clock ? *clock : m_systemClock)
    {
        options.mode = mode;
        options.python = python;
        options.warm = 2;
        options.dataFolder = folder.path();
        QDir(folder.path()).mkpath(QStringLiteral("packages"));
        options.scriptRoots = {folder.filePath(QStringLiteral("packages"))};
    }
    ~ExecutorHarness() override { executor.reset(); }

    LocalExecutor &start()
    {
        executor = std::make_unique<LocalExecutor>(options, m_clock, redactor);
        connect(executor.get(), &Executor::started, this, [this](const AttemptRef &ref, qint64 pid) { pids[ref.job.value] = pid; });
        connect(executor.get(), &Executor::progressed, this, [this](const AttemptRef &, double percent, const QString &step) {
            progress.push_back({percent, step});
        });
        connect(executor.get(), &Executor::triggered, this,
                [this](const AttemptRef &, const QString &channel, const QString &event, const QByteArray &data) {
                    events.push_back(channel + QLatin1Char(' ') + event + QLatin1Char(' ') + QString::fromUtf8(data));
                });
        connect(executor.get(), &Executor::logGrown, this, [this](const AttemptRef &ref, qint64 bytes) { logBytes[ref.job.value] = bytes; });
        connect(executor.get(), &Executor::ended, this, [this](const Ending &ending) { endings.insert(ending.ref.job.value, ending); });
        return *executor;
    }
    Launch launchOf(const QString &id, const QByteArray &source, const QByteArray &args = "[]", const QByteArray &kwargs = "{}")
    {
        Launch launch;
        launch.ref = {JobId{id}, 1};
        launch.path = folder.filePath(QStringLiteral("packages/%1.py").arg(id));
        launch.source = source;
        launch.args = args;
        launch.kwargs = kwargs;
        launch.logBase = logBase(id);
        launch.logCap = 64 * 1024 * 1024;
        return launch;
    }
    QString logBase(const QString &id) const { return folder.filePath(id); }
    /// Runs it to its end.
    Ending run(const QString &id, const QByteArray &source, const QByteArray &args = "[]", const QByteArray &kwargs = "{}")
    {
        executor->launch(launchOf(id, source, args, kwargs));
        return endOf(id);
    }
    Ending endOf(const QString &id, int timeout = 60'000)
    {
        (void)QTest::qWaitFor([&] { return endings.contains(id); }, timeout);
        Ending none;
        none.type = QStringLiteral("(never ended)");
        return endings.value(id, none);
    }
    /// A shell script that poses as an interpreter.
    QString program(const QByteArray &shell) const
    {
        QFile file(folder.filePath(QStringLiteral("python")));
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + shell + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    bool waitForLog(const QString &id, qint64 bytes)
    {
        return QTest::qWaitFor([&] { return logBytes.value(id) >= bytes; }, 60'000);
    }
    /// The stored lines without their times.
    QString log(const QString &id) const { return lastLogLines(logBase(id), 1000).join(QLatin1Char('\n')); }

    QTemporaryDir folder;
    LocalExecutorOptions options;
    Redactor redactor;
    std::unique_ptr<LocalExecutor> executor;
    QMultiHash<QString, Ending> endings;
    QHash<QString, qint64> pids;
    QHash<QString, qint64> logBytes;
    std::vector<std::pair<double, QString>> progress;
    QStringList events;

private:
    SystemClock m_systemClock;
    Clock &m_clock;
};

} // namespace kule
