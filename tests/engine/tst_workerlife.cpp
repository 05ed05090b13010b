// SPDX-License-Identifier: GPL-3.0-or-later
// What befalls workers: stopped, killed from outside, without a parent, without an interpreter, without an engine.
#include "executorharness.h"
#include "fakeclock.h"

#include <QProcess>

#include <cerrno>
#include <cstdio>
#include <signal.h>

using namespace kule;
using namespace std::chrono_literals;

namespace {

bool isGone(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return true;
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) == "Z"; // nobody's child any more, and not yet waited for
}

qint64 parentOf(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    (void)stat.open(QIODevice::ReadOnly);
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

// Prints the pids of a child, of a daemon in a session of its own, and of itself; then waits.
constexpr char treeScript[] = "import os, subprocess, time\n"
                              "def boot():\n"
                              "    reading, writing = os.pipe()\n"
                              "    child = subprocess.Popen(['sleep', '1000'])\n"
                              "    if os.fork() == 0:\n"
                              "        os.setsid()\n"
                              "        if os.fork() == 0:\n"
                              "            os.write(writing, str(os.getpid()).encode())\n"
                              "            time.sleep(1000)\n"
                              "        os._exit(0)\n"
                              "    daemon = int(os.read(reading, 20))\n"
                              "    print(child.pid, daemon, os.getpid())\n"
                              "    time.sleep(1000)\n";

/// The engine that a test kills: this program once more.
int beVictim(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    SystemClock clock;
    LocalExecutorOptions options;
    options.mode = app.arguments()[2] == QLatin1String("fork") ? WorkerMode::Fork : WorkerMode::Spawn;
    options.python = QStringLiteral("/usr/bin/python3");
    options.dataFolder = app.arguments()[3];
    const Redactor redactor;
    LocalExecutor executor(options, clock, redactor);
    Launch launch;
    launch.ref = {JobId{QStringLiteral("a")}, 1};
    launch.path = options.dataFolder + QStringLiteral("/a.py");
    launch.source = treeScript;
    launch.args = "[]";
    launch.kwargs = "{}";
    launch.logBase = options.dataFolder + QStringLiteral("/a");
    launch.logCap = 1024 * 1024;
    QObject context;
    QObject::connect(&executor, &Executor::logGrown, &context, [launch] {
        std::printf("%s\n", lastLogLines(launch.logBase, 1).join(QString()).toUtf8().constData());
        std::fflush(stdout);
    });
    executor.launch(launch);
    return QCoreApplication::exec();
}

} // namespace

class tst_WorkerLife : public QObject
{
    Q_OBJECT
private:
    static WorkerMode mode()
    {
        QFETCH_GLOBAL(WorkerMode, mode);
        return mode;
    }
    static QString id() { return QStringLiteral("a"); }
    static AttemptRef ref() { return {JobId{id()}, 1}; }
    LocalExecutor &executor() { return *m_harness->executor; }
    void launch(const QByteArray &source) { executor().launch(m_harness->launchOf(id(), source)); }
    /// Pids that the script printed in its first line.
    QList<qint64> printedPids()
    {
        QList<qint64> pids;
        if (m_harness->waitForLog(id(), 27)) {
            const auto words = m_harness->log(id()).split(QLatin1Char(' '));
            for (const QString &word : words)
                pids.push_back(word.toLongLong());
        }
        return pids;
    }
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ExecutorHarness> m_harness;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<WorkerMode>("mode");
        QTest::newRow("fork") << WorkerMode::Fork;
        QTest::newRow("spawn") << WorkerMode::Spawn;
    }
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_harness = std::make_unique<ExecutorHarness>(mode(), m_clock.get());
        m_harness->start();
    }
    void cleanup()
    {
        const auto ids = m_harness->endings.uniqueKeys();
        for (const QString &one : ids)
            QCOMPARE(m_harness->endings.count(one), 1);
        m_harness.reset();
    }

    void aStopIsPolite()
    {
        // On one line, so that the traceback shows it at whatever moment the signal comes.
        launch("import time\ndef boot():\n    try:\n        print('begun'); time.sleep(1000)\n    finally:\n        print('tidied')\n");
        QVERIFY(m_harness->waitForLog(id(), 10));
        executor().stop(ref(), StopReason::Cancelled);
        executor().stop(ref(), StopReason::TimedOut);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Stopped);
        QCOMPARE(ending.reason, StopReason::Cancelled);
        QCOMPARE(ending.type, QStringLiteral("Cancelled"));
        QVERIFY2(ending.traceback.contains(QLatin1String("time.sleep(1000)")), qPrintable(ending.logTail.join(u'|')));
        QCOMPARE(ending.logTail, (QStringList{QStringLiteral("begun"), QStringLiteral("tidied")}));
    }
    void afterTheGraceItIsKilledWithAllBelowIt()
    {
        launch(QByteArray(treeScript).replace("def boot():", "import signal\ndef boot():\n    signal.signal(signal.SIGTERM, signal.SIG_IGN)"));
        const auto pids = printedPids();
        QCOMPARE(pids.size(), 3);
        m_clock->advance(1s); // the pause after an announcement of output
        QTRY_COMPARE(m_clock->pending(), 0);
        executor().stop(ref(), StopReason::TimedOut);
        QTRY_COMPARE(m_clock->pending(), 1);
        m_clock->advance(9'999ms);
        QVERIFY(!isGone(pids[2]));
        m_clock->advance(1ms);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Stopped);
        QCOMPARE(ending.type, QStringLiteral("TimeoutExpired"));
        QCOMPARE(ending.signal, QStringLiteral("SIGKILL"));
        QCOMPARE(ending.durationMs, 11'000);
        for (const qint64 pid : pids)
            QTRY_VERIFY(isGone(pid));
    }
    void exitHandlersAreBounded()
    {
        launch("import atexit, time\ndef boot():\n    atexit.register(lambda: (print('leaving'), time.sleep(1000)))\n    return 5\n");
        QVERIFY(m_harness->waitForLog(id(), 10));
        m_clock->advance(1s);
        QTRY_COMPARE(m_clock->pending(), 1);
        m_clock->advance(10s);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Returned);
        QCOMPARE(ending.result, QByteArray("5"));
    }
    void whatWaitsIsStoppedWithoutAProcess()
    {
        m_harness->executor.reset();
        m_harness->options.python = m_harness->program("exec sleep 1000"); // never answers
        m_harness->start();
        launch("def boot(): pass\n");
        executor().stop(ref(), StopReason::Cancelled);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Stopped);
        QCOMPARE(ending.startedAt, 0);
    }
    void aKillFromOutsideIsASignal()
    {
        launch("import time\ndef boot():\n    time.sleep(1000)\n");
        QTRY_VERIFY(m_harness->pids.contains(id()));
        ::kill(static_cast<pid_t>(m_harness->pids[id()]), SIGKILL);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Signalled);
        QCOMPARE(ending.type, QStringLiteral("SIGKILL"));
    }
    void theParentsDeathIsSurvived()
    {
        if (mode() == WorkerMode::Spawn)
            return; // has no parent but the engine
        for (int i = 0; i < 3; ++i) {
            const QString name = QStringLiteral("long%1").arg(i);
            executor().launch(m_harness->launchOf(name, treeScript));
            QVERIFY(m_harness->waitForLog(name, 27));
            const qint64 parent = parentOf(m_harness->pids[name]);
            QVERIFY(parent > 1 && parent != QCoreApplication::applicationPid());
            ::kill(static_cast<pid_t>(parent), SIGKILL);
            const Ending ending = m_harness->endOf(name);
            QCOMPARE(ending.how, Ending::How::Signalled);
            QTRY_VERIFY(isGone(m_harness->pids[name]));
            const auto left = m_harness->log(name).split(QLatin1Char(' '));
            for (const QString &pid : left)
                QTRY_VERIFY(isGone(pid.toLongLong()));
            QCOMPARE(m_harness->run(QStringLiteral("next%1").arg(i), "def boot(): return 1\n").result, QByteArray("1"));
        }
    }
    void aWorkerThatDiesIdleIsReplaced()
    {
        QCOMPARE(m_harness->run(QStringLiteral("first"), "def boot(): return 1\n").result, QByteArray("1"));
        // Idle workers are the other processes of the data folder: sweeping them leaves none.
        QVERIFY(sweepOrphans(m_harness->folder.path()) > 0);
        executor().launch(m_harness->launchOf(QStringLiteral("second"), "def boot(): return 2\n"));
        QVERIFY(QTest::qWaitFor([this] {
            m_clock->advance(100ms); // while it backs off
            return m_harness->endings.contains(QStringLiteral("second"));
        }, 60'000));
        QCOMPARE(m_harness->endOf(QStringLiteral("second")).result, QByteArray("2"));
    }
    void withoutAnInterpreterItSaysSoUntilThereIsOne()
    {
        m_harness->executor.reset();
        m_harness->options.python = QStringLiteral("/no/such/python");
        m_harness->start();
        const Ending ending = m_harness->run(id(), "def boot(): pass\n");
        QCOMPARE(ending.how, Ending::How::NotStarted);
        QCOMPARE(ending.type, QStringLiteral("python.not_found"));
        QCOMPARE(ending.startedAt, 0);
        QCOMPARE(waitFor(executor().health())->problem->code, QByteArray("python.not_found"));
        m_harness->options.python = QStringLiteral("/usr/bin/python3");
        executor().configure(m_harness->options);
        QCOMPARE(m_harness->run(QStringLiteral("b"), "def boot(): return 1\n").result, QByteArray("1"));
        const auto health = waitFor(executor().health());
        QVERIFY(!health->problem);
        QVERIFY(health->version.startsWith(QLatin1String("3.")));
    }
    void anInterpreterThatBreaksIsSaid()
    {
        // Answers the question what it is, and then fails at all else.
        m_harness->executor.reset();
        m_harness->options.python = m_harness->program("case \"$2\" in *version_info*) echo '{\"kule\": true, \"path\": \"'$0'\", \"version\": [3, 12, 0]}';;"
                                                       " *) echo no module named life >&2; exit 1;; esac");
        m_harness->start();
        launch("def boot(): pass\n");
        QVERIFY(QTest::qWaitFor([this] {
            m_clock->advance(1s);
            return m_harness->endings.contains(id());
        }, 60'000));
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::NotStarted);
        QCOMPARE(ending.type, QStringLiteral("python.broken"));
    }
    void aSwitchOfTheWayLeavesWhatRuns()
    {
        launch("import sys\ndef boot():\n    print('begun')\n    import time\n    for i in range(100): time.sleep(0.01)\n    return 'done'\n");
        QVERIFY(m_harness->waitForLog(id(), 10));
        m_harness->options.mode = mode() == WorkerMode::Fork ? WorkerMode::Spawn : WorkerMode::Fork;
        executor().configure(m_harness->options);
        QCOMPARE(m_harness->run(QStringLiteral("b"), "def boot(): return 1\n").result, QByteArray("1"));
        QCOMPARE(m_harness->endOf(id()).result, QByteArray("\"done\""));
    }
    void aShutdownEndsAll()
    {
        for (int i = 0; i < 20; ++i) {
            executor().launch(m_harness->launchOf(QString::number(i), "import signal, time\ndef boot():\n    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
                                                                      "    print('begun')\n    time.sleep(1000)\n"));
        }
        QVERIFY(m_harness->waitForLog(QStringLiteral("0"), 10));
        m_harness->executor.reset();
        QTRY_COMPARE(m_harness->endings.size(), 20);
        for (const Ending &ending : std::as_const(m_harness->endings)) {
            QCOMPARE(ending.how, Ending::How::Stopped);
            QCOMPARE(ending.reason, StopReason::ShuttingDown);
        }
        for (const qint64 pid : std::as_const(m_harness->pids))
            QTRY_VERIFY(isGone(pid));
        m_harness->start();
    }
    void anEngineThatIsKilledLeavesNobody()
    {
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--victim"), mode() == WorkerMode::Fork ? QStringLiteral("fork") : QStringLiteral("spawn"),
                                                               m_harness->folder.filePath(QStringLiteral("packages"))});
        QByteArray line;
        QTRY_VERIFY_WITH_TIMEOUT((line += victim.readAllStandardOutput()).contains('\n'), 60'000);
        QList<qint64> pids;
        const auto words = line.left(line.indexOf('\n')).split(' ');
        for (const QByteArray &word : words)
            pids.push_back(word.toLongLong());
        QCOMPARE(pids.size(), 3);
        if (mode() == WorkerMode::Fork)
            pids.push_back(parentOf(pids[2]));
        for (const qint64 pid : std::as_const(pids))
            QVERIFY(!isGone(pid));
        victim.kill();
        QVERIFY(victim.waitForFinished(60'000));
        // The next engine on the folder looks for what the warm parent could not see.
        if (mode() == WorkerMode::Spawn)
            sweepOrphans(m_harness->folder.filePath(QStringLiteral("packages")));
        for (const qint64 pid : std::as_const(pids))
            QTRY_VERIFY(isGone(pid));
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    if (argc == 4 && qstrcmp(argv[1], "--victim") == 0)
        return beVictim(argc, argv);
    const QCoreApplication app(argc, argv);
    tst_WorkerLife test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workerlife.moc"
