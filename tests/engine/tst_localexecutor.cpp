// SPDX-License-Identifier: GPL-3.0-or-later
// The same promises in both modes: what boot() gives back, says and prints, and how it ends.
#include "executorharness.h"

#include <cerrno>
#include <signal.h>

using namespace kule;

class tst_LocalExecutor : public QObject
{
    Q_OBJECT
private:
    static void modes()
    {
        QTest::addColumn<WorkerMode>("mode");
        QTest::newRow("fork") << WorkerMode::Fork;
        QTest::newRow("spawn") << WorkerMode::Spawn;
    }
    static WorkerMode mode()
    {
        QFETCH_GLOBAL(WorkerMode, mode);
        return mode;
    }

    Ending run(const QByteArray &source) { return m_harness->run(id(), source); }
    static QString id() { return QStringLiteral("a"); }
    QString log() const { return m_harness->log(id()); }
    /// True when no process has it any more.
    static bool isGone(qint64 pid) { return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH; }
    std::unique_ptr<ExecutorHarness> m_harness;

private Q_SLOTS:
    void initTestCase_data() { modes(); }
    void init()
    {
        m_harness = std::make_unique<ExecutorHarness>(mode());
        m_harness->start();
    }
    void cleanup() { m_harness.reset(); }

    void returnsWhatBootReturns()
    {
        const Ending ending = m_harness->run(QStringLiteral("a"), "def boot(*args, **kwargs):\n    return {'args': args, 'kwargs': kwargs}\n",
                                          "[1, \"\xC5\x9F\"]", "{\"k\": null}");
        QCOMPARE(ending.how, Ending::How::Returned);
        QCOMPARE(parseJson(ending.result), parseJson("{\"args\": [1, \"\xC5\x9F\"], \"kwargs\": {\"k\": null}}"));
        QVERIFY(!ending.resultIsRepr);
        QCOMPARE(ending.exitCode, 0);
        QVERIFY(ending.startedAt > 0 && ending.endedAt >= ending.startedAt);
        QVERIFY(ending.python.startsWith(QLatin1String("3.")) && ending.python.endsWith(QLatin1String("/usr/bin/python3")));
        QCOMPARE(ending.logBytes, 0);
        QVERIFY(QDir(m_harness->folder.path()).entryList({QStringLiteral("*.log")}).isEmpty());
    }
    void preparesWithoutRunningAnything()
    {
        const auto launch = m_harness->launchOf(id(), "import os\nopen('ran', 'w').close()\ndef boot():\n    return os.getpid()\n");
        const QString mark = m_harness->folder.filePath(QStringLiteral("packages/ran"));
        QVERIFY(m_harness->run(QStringLiteral("first"), "def boot(): pass\n").how == Ending::How::Returned); // a worker is warm
        m_harness->executor->prepare(launch, nullptr);
        const auto withdrawn = m_harness->launchOf(QStringLiteral("withdrawn"), launch.source);
        m_harness->executor->prepare(withdrawn, nullptr);
        m_harness->executor->withdraw(withdrawn.ref);
        // Another job comes and goes: had the prepared one not waited, it would have run by then.
        QVERIFY(m_harness->run(QStringLiteral("other"), "def boot(): pass\n").how == Ending::How::Returned);
        QVERIFY(!QFile::exists(mark) && m_harness->endings.size() == 2 && !m_harness->pids.contains(id()));
        m_harness->executor->launch(launch);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Returned);
        QVERIFY(QFile::exists(mark));
        QTRY_COMPARE(m_harness->pids.value(id()), ending.result.toLongLong());
    }
    void anOpenGateLetsThePreparedRun()
    {
        const auto launch = m_harness->launchOf(id(), "open('ran', 'w').close()\ndef boot():\n    print('early')\n    report_progress(50)\n    return 1\n");
        const QString mark = m_harness->folder.filePath(QStringLiteral("packages/ran"));
        QVERIFY(m_harness->run(QStringLiteral("first"), "def boot(): pass\n").how == Ending::How::Returned);
        const auto gate = std::make_shared<StartGate>();
        m_harness->executor->prepare(launch, gate);
        QVERIFY(waitFor(m_harness->executor->health())); // it is prepared
        gate->open();
        if (mode() == WorkerMode::Fork)
            QTRY_VERIFY(QFile::exists(mark));
        // Where the gate can be opened it has ended by then; nothing of it is told before it is launched, and nothing is lost.
        QVERIFY(m_harness->run(QStringLiteral("other"), "def boot(): pass\n").how == Ending::How::Returned);
        QVERIFY(!m_harness->endings.contains(id()) && !m_harness->pids.contains(id()));
        m_harness->executor->launch(launch);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Returned);
        QCOMPARE(m_harness->log(id()), QStringLiteral("early"));
        QVERIFY(m_harness->pids.value(id()) > 0);
        QCOMPARE(gate->shut(), mode() == WorkerMode::Spawn);
    }
    void aShutGateStaysShut()
    {
        const auto launch = m_harness->launchOf(id(), "open('ran', 'w').close()\ndef boot():\n    return 1\n");
        QVERIFY(m_harness->run(QStringLiteral("first"), "def boot(): pass\n").how == Ending::How::Returned);
        const auto gate = std::make_shared<StartGate>();
        m_harness->executor->prepare(launch, gate);
        QVERIFY(waitFor(m_harness->executor->health()));
        QVERIFY(gate->shut());
        gate->open();
        m_harness->executor->withdraw(launch.ref);
        QVERIFY(m_harness->run(QStringLiteral("other"), "def boot(): pass\n").how == Ending::How::Returned);
        QVERIFY(!QFile::exists(m_harness->folder.filePath(QStringLiteral("packages/ran"))));
    }
    void whatCannotBePreparedSaysSoWhenItIsLaunched()
    {
        const auto launch = m_harness->launchOf(id(), "def boot(:\n");
        QVERIFY(m_harness->run(QStringLiteral("first"), "def boot(): pass\n").how == Ending::How::Returned);
        m_harness->executor->prepare(launch, nullptr);
        QVERIFY(m_harness->run(QStringLiteral("other"), "def boot(): pass\n").how == Ending::How::Returned);
        QVERIFY(!m_harness->endings.contains(id()));
        m_harness->executor->launch(launch);
        QCOMPARE(m_harness->endOf(id()).type, QStringLiteral("SyntaxError"));
    }
    void keepsItsOutput()
    {
        const Ending ending = m_harness->run(QStringLiteral("a"),
                                          "import os, sys\n"
                                          "def boot():\n"
                                          "    print('one')\n"
                                          "    print('two', file=sys.stderr)\n"
                                          "    os.system('echo three')\n"
                                          "    os.write(1, b'four \\xff\\n')\n");
        QCOMPARE(ending.how, Ending::How::Returned);
        QCOMPARE(ending.result, QByteArray("null"));
        QCOMPARE(m_harness->log(QStringLiteral("a")), QString::fromUtf8("one\ntwo\nthree\nfour \xEF\xBF\xBD"));
        QCOMPARE(m_harness->logBytes.value(QStringLiteral("a")), ending.logBytes);
    }
    void reportsAnException()
    {
        const Ending ending = m_harness->run(QStringLiteral("a"),
                                          "def load():\n"
                                          "    return {}['name']\n"
                                          "def boot():\n"
                                          "    print('about to fail')\n"
                                          "    try:\n"
                                          "        load()\n"
                                          "    except KeyError as problem:\n"
                                          "        raise ValueError('no name\\nin it') from problem\n");
        QCOMPARE(ending.how, Ending::How::Raised);
        QCOMPARE(ending.type, QStringLiteral("ValueError"));
        QCOMPARE(ending.error.english(), QStringLiteral("no name"));
        QVERIFY(ending.traceback.contains(QLatin1String("direct cause")));
        QVERIFY(ending.traceback.contains(QLatin1String("return {}['name']")));
        QVERIFY(!ending.traceback.contains(QLatin1String("kule_worker")));
        QCOMPARE(ending.chain.size(), 2u);
        QCOMPARE(textOf(ending.chain[1], "type"), QStringLiteral("KeyError"));
        QCOMPARE(textOf(ending.chain[1], "relation"), QStringLiteral("cause"));
        QCOMPARE(ending.chain[1]["frames"].size(), 2u);
        QCOMPARE(ending.chain[1]["frames"][1]["own"].get<bool>(), true);
        QCOMPARE(ending.logTail, QStringList{QStringLiteral("about to fail")});
    }
    void saysHowBadScriptsEnd_data()
    {
        using How = Ending::How;
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *source, How how, const char *type, const char *error) {
            QTest::newRow(name) << QByteArray(source) << static_cast<int>(how) << QString::fromUtf8(type) << QString::fromUtf8(error);
        };
        row("no boot", "x = 1\n", How::Raised, "MissingBoot", "a.py has no function boot(*args, **kwargs)");
        row("boot is no function", "boot = 5\n", How::Raised, "MissingBoot", "has no function boot");
        row("empty", "", How::Raised, "MissingBoot", "has no function boot");
        row("syntax", "def boot(:\n  pass\n", How::Raised, "SyntaxError", "line 1");
        row("tabs", "def boot():\n\tif 1:\n        return 1\n", How::Raised, "TabError", "line 3");
        row("not utf-8", "x = '\xff'\ndef boot(): pass\n", How::Raised, "SyntaxError", "(unicode error)");
        row("unknown encoding", "# coding: klingon\ndef boot(): pass\n", How::Raised, "SyntaxError", "unknown encoding");
        row("import", "import no_such_thing\ndef boot(): pass\n", How::Raised, "ModuleNotFoundError", "no_such_thing");
        row("fails in the body", "1/0\ndef boot(): pass\n", How::Raised, "ZeroDivisionError", "division by zero");
        row("arguments", "def boot(a): pass\n", How::Raised, "TypeError", "missing 1 required positional argument");
        row("recursion", "def boot(): boot()\n", How::Raised, "RecursionError", "maximum recursion depth");
        row("exit 3", "import sys\ndef boot(): sys.exit(3)\n", How::Raised, "SystemExit", "exit status 3");
        row("exit text", "import sys\ndef boot(): sys.exit('no disk')\n", How::Raised, "SystemExit", "no disk");
        row("exit 0", "import sys\ndef boot(): sys.exit(0)\n", How::Returned, "", "");
        row("keyboard interrupt", "def boot(): raise KeyboardInterrupt\n", How::Raised, "KeyboardInterrupt", "KeyboardInterrupt");
        row("generator exit", "def boot(): raise GeneratorExit\n", How::Raised, "GeneratorExit", "GeneratorExit");
        row("unprintable", "class E(Exception):\n  def __str__(self): raise ValueError\ndef boot(): raise E\n", How::Raised, "a.E", "cannot be made");
        row("surrogates", "def boot(): raise ValueError('\\ud800')\n", How::Raised, "ValueError", "\\ud800");
        row("memory error", "def boot(): raise MemoryError\n", How::OutOfMemory, "MemoryError", "MemoryError");
        row("memory limit", "import resource\ndef boot():\n  resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))\n  return len(bytes(1 << 30))\n",
            How::OutOfMemory, "MemoryError", "MemoryError");
        row("os._exit", "import os\ndef boot(): os._exit(7)\n", How::Exited, "ProcessExit", "status 7");
        row("os._exit 0", "import os\ndef boot(): os._exit(0)\n", How::Exited, "ProcessExit", "status 0");
        row("segmentation fault", "import ctypes\ndef boot(): ctypes.string_at(0)\n", How::Signalled, "SIGSEGV", "SIGSEGV");
        row("abort", "import os\ndef boot(): os.abort()\n", How::Signalled, "SIGABRT", "SIGABRT");
        row("kills itself", "import os\ndef boot(): os.kill(os.getpid(), 9)\n", How::Signalled, "SIGKILL", "SIGKILL");
        row("closes all descriptors", "import os\ndef boot():\n  os.closerange(0, 4096)\n", How::Exited, "ProcessExit", "closed the channel");
        row("reuses descriptors", "import os\ndef boot():\n  os.closerange(0, 4096)\n  for i in range(20): os.open('/dev/null', 1)\n",
            How::Exited, "ProcessExit", "closed the channel");
        row("writes garbage to its descriptors", "import os\ndef boot():\n  for fd in range(3, 20):\n    try: os.write(fd, b'\\xff' * 100)\n    except OSError: pass\n"
            "  import time; time.sleep(60)\n", How::Exited, "ProtocolError", "its worker");
        row("replaces stdout", "import sys\nclass Deaf:\n  def write(self, x): raise OSError\ndef boot():\n  sys.stdout = sys.stderr = Deaf()\n  return 1\n",
            How::Returned, "", "");
        row("closes stdout", "import sys\ndef boot():\n  sys.stdout.close(); sys.stderr.close()\n  return 1\n", How::Returned, "", "");
        row("daemon thread", "import threading, time\ndef boot():\n  threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n",
            How::Returned, "", "");
        row("exit handler fails", "import atexit\ndef boot():\n  atexit.register(lambda: 1/0)\n", How::Returned, "", "");
    }
    void saysHowBadScriptsEnd()
    {
        QFETCH(QByteArray, source);
        QFETCH(int, how);
        QFETCH(QString, type);
        QFETCH(QString, error);
        const Ending ending = run(source);
        QCOMPARE(ending.type, type);
        QVERIFY2(ending.error.english().contains(error), qPrintable(ending.error.english()));
        QCOMPARE(static_cast<int>(ending.how), how);
        QVERIFY(!ending.traceback.contains(QLatin1String("kule_worker")) || ending.how == Ending::How::Signalled);
        // Others are not affected.
        QCOMPARE(m_harness->run(QStringLiteral("next"), "def boot(): return 5\n").result, QByteArray("5"));
    }
    void keepsWhatJsonCannotHoldAsText_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("nan") << QByteArray("float('nan')") << QByteArray("\"nan\"");
        QTest::newRow("set") << QByteArray("{1}") << QByteArray("\"{1}\"");
        QTest::newRow("bytes") << QByteArray("b'x'") << QByteArray("\"b'x'\"");
        QTest::newRow("surrogate") << QByteArray("'\\ud800'") << QByteArray("\"'\\\\ud800'\"");
        QTest::newRow("itself") << QByteArray("(lambda x: x.append(x) or x)([])") << QByteArray("\"[[...]]\"");
        QTest::newRow("bad repr") << QByteArray("type('T', (), {'__repr__': lambda s: 1/0})()")
                                  << QByteArray("\"<T whose repr raised ZeroDivisionError>\"");
    }
    void keepsWhatJsonCannotHoldAsText()
    {
        QFETCH(QByteArray, expression);
        QFETCH(QByteArray, result);
        const Ending ending = run("def boot(): return " + expression + "\n");
        QCOMPARE(ending.how, Ending::How::Returned);
        QCOMPARE(ending.result, result);
        QVERIFY(ending.resultIsRepr);
    }
    void cutsAHugeResult()
    {
        const Ending ending = run("def boot(): return ['x'] * 1000000\n");
        QVERIFY(ending.resultIsRepr);
        QVERIFY(ending.result.size() > 1000 * 1000 && ending.result.size() <= maxResult);
        QVERIFY(parseJson(ending.result)->is_string());
    }
    void showsWhatRanAndNotWhatTheFileSays()
    {
        const Launch launch = m_harness->launchOf(id(), "\xEF\xBB\xBF# coding: utf-8\ndef boot():\n    raise ValueError(__name__ + __file__)\n");
        QFile file(launch.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("print('other')\n\nprint('other')\n");
        file.close();
        m_harness->executor->launch(launch);
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.error.english(), id() + launch.path);
        QCOMPARE(textOf(ending.frames[0], "code"), QStringLiteral("raise ValueError(__name__ + __file__)"));
        QCOMPARE(textOf(ending.frames[0], "file"), launch.path);
    }
    void readsOtherEncodings()
    {
        const Ending ending = run("# -*- coding: iso-8859-9 -*-\ndef boot(): return '\xfe\xfd'\n");
        QCOMPARE(ending.result, QByteArray("\"\xC5\x9F\xC4\xB1\""));
    }
    void awaitsBoot()
    {
        const Ending ending = run("import asyncio\nasync def boot():\n    await asyncio.sleep(0)\n    return 'awaited'\n");
        QCOMPARE(ending.result, QByteArray("\"awaited\""));
    }
    void flattensExceptionGroups()
    {
        const Ending ending = run("def boot():\n    raise ExceptionGroup('two', [ValueError('a'), ExceptionGroup('in', [KeyError('b')])])\n");
        QCOMPARE(ending.type, QStringLiteral("ExceptionGroup"));
        QCOMPARE(ending.chain.size(), 4u);
        QCOMPARE(textOf(ending.chain[1], "relation"), QStringLiteral("group"));
        QCOMPARE(textOf(ending.chain[3], "type"), QStringLiteral("KeyError"));
    }
    void tellsTheStackOfACrash()
    {
        const Ending ending = run("import ctypes\ndef deep(): ctypes.string_at(0)\ndef boot(): deep()\n");
        QCOMPARE(ending.signal, QStringLiteral("SIGSEGV"));
        QVERIFY2(ending.traceback.contains(QLatin1String("in deep")), qPrintable(ending.traceback));
    }
    void injectsBeforeTheBodyRuns()
    {
        const Ending ending = run("names = [safe_trigger, get_selenium_driver, By, WebDriverWait, EC, report_progress]\n"
                                  "def boot(): return len(names)\n");
        QCOMPARE(ending.result, QByteArray("6"));
    }
    void passesEventsAndProgress()
    {
        const Ending ending = run("def boot():\n"
                                  "    report_progress(10, 'loading')\n"
                                  "    said = [safe_trigger('my-channel', 'my-event', {'message': '\xC5\x9F'}), safe_trigger('bad channel', 'e', 1),\n"
                                  "            safe_trigger('c', 'x' * 201, 1), safe_trigger('c', 'e', 'x' * 10241), safe_trigger('c', 'e', {1, 2})]\n"
                                  "    for i in range(1000): report_progress(i)\n"
                                  "    report_progress(1000, 'done')\n"
                                  "    return said\n");
        QCOMPARE(ending.result, QByteArray("[true, false, false, false, false]"));
        QCOMPARE(m_harness->events, QStringList{QString::fromUtf8("my-channel my-event {\"message\": \"\xC5\x9F\"}")});
        QCOMPARE(m_harness->progress.front(), (std::pair{10.0, QStringLiteral("loading")}));
        QCOMPARE(m_harness->progress.back(), (std::pair{100.0, QStringLiteral("done")}));
        QVERIFY(m_harness->progress.size() < 200);
        QCOMPARE(log().count(QLatin1String("kule: warning: safe_trigger")), 4);
    }
    void aForkOfTheJobHasNothingToSay()
    {
        const Ending ending = run("import os\ndef boot():\n    if os.fork() == 0:\n        safe_trigger('c', 'e', 1)\n        return 'child'\n"
                                  "    os.wait()\n    return 'parent'\n");
        QCOMPARE(ending.result, QByteArray("\"parent\""));
        QVERIFY(m_harness->events.isEmpty());
    }
    void killsWhatAJobLeavesBehind()
    {
        const Ending ending = run("import os, subprocess, sys, time\n"
                                  "def boot():\n"
                                  "    reading, writing = os.pipe()\n"
                                  "    if os.fork() == 0:\n"
                                  "        os.setsid()\n"
                                  "        if os.fork() == 0:\n"
                                  "            os.write(writing, str(os.getpid()).encode())\n"
                                  "            time.sleep(1000)\n"
                                  "        os._exit(0)\n"
                                  "    other = subprocess.Popen(['sleep', '1000'], start_new_session=True)\n"
                                  "    return [int(os.read(reading, 20)), other.pid]\n");
        const auto pids = parseJson(ending.result);
        QVERIFY(pids && pids->size() == 2);
        for (const Json &pid : *pids)
            QTRY_VERIFY(isGone(pid.get<qint64>()));
    }
    void eachJobHasAProcessAndAGroupOfItsOwn()
    {
        const char *source = "import os\nmark = os.environ.get('MARK')\ndef boot():\n    os.environ['MARK'] = '1'\n"
                             "    return [mark, os.getpid() == os.getpgid(0), os.environ['KULE_JOB_ID'], [os.readlink('/proc/self/fd/%d' % fd) for fd in range(64) if os.path.exists('/proc/self/fd/%d' % fd)], os.read(0, 1).decode()]\n";
        const auto first = parseJson(run(source).result);
        const auto second = parseJson(m_harness->run(QStringLiteral("b"), source).result);
        QVERIFY(first && second);
        QVERIFY((*second)[0].is_null() && (*second)[1].get<bool>());
        QCOMPARE((*second)[2].get<std::string>(), "b");
        // Standard ones, control (two in spawn), the crash log, and the one that lists: nothing of the engine's.
        QVERIFY2((*second)[3].size() <= 6, dumpJson(*second).constData());
    }
    void survivesAFlood()
    {
        Launch launch = m_harness->launchOf(id(), "import os\ndef boot():\n    line = b'x' * 99 + b'\\n'\n    for i in range(1000): os.write(1, line * 1000)\n"
                                                  "    os.write(1, b'the end\\n')\n");
        launch.logCap = 1024 * 1024;
        m_harness->executor->launch(launch);
        // Meanwhile the others run.
        QCOMPARE(m_harness->run(QStringLiteral("b"), "def boot(): return 1\n").result, QByteArray("1"));
        const Ending ending = m_harness->endOf(id());
        QCOMPARE(ending.how, Ending::How::Returned);
        QVERIFY(ending.logBytes > 100 * 1000 * 1000);
        QVERIFY(log().endsWith(QLatin1String("the end")));
        qint64 kept = 0;
        const auto segments = QDir(m_harness->folder.path()).entryInfoList({QStringLiteral("a.*.log")});
        for (const QFileInfo &segment : segments)
            kept += segment.size();
        QVERIFY(kept <= launch.logCap && kept > launch.logCap / 2);
    }
};

QTEST_GUILESS_MAIN(tst_LocalExecutor)
#include "tst_localexecutor.moc"
