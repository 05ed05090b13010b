// SPDX-License-Identifier: GPL-3.0-or-later
// The same promises in both modes: what boot() gives back, says and prints, and how it ends.
#include "executorharness.h"

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

private Q_SLOTS:
    void initTestCase_data() { modes(); }

    void returnsWhatBootReturns()
    {
        ExecutorHarness harness(mode());
        harness.start();
        const Ending ending = harness.run(QStringLiteral("a"), "def boot(*args, **kwargs):\n    return {'args': args, 'kwargs': kwargs}\n",
                                          "[1, \"\xC5\x9F\"]", "{\"k\": null}");
        QCOMPARE(ending.how, Ending::How::Returned);
        QCOMPARE(parseJson(ending.result), parseJson("{\"args\": [1, \"\xC5\x9F\"], \"kwargs\": {\"k\": null}}"));
        QVERIFY(!ending.resultIsRepr);
        QCOMPARE(ending.exitCode, 0);
        QVERIFY(ending.startedAt > 0 && ending.endedAt >= ending.startedAt);
        QVERIFY(ending.python.contains(QLatin1String("3.11")));
        QCOMPARE(ending.logBytes, 0);
        QVERIFY(QDir(harness.folder.path()).entryList({QStringLiteral("*.log")}).isEmpty());
    }
    void keepsItsOutput()
    {
        ExecutorHarness harness(mode());
        harness.start();
        const Ending ending = harness.run(QStringLiteral("a"),
                                          "import os, sys\n"
                                          "def boot():\n"
                                          "    print('one')\n"
                                          "    print('two', file=sys.stderr)\n"
                                          "    os.system('echo three')\n"
                                          "    os.write(1, b'four \\xff\\n')\n");
        QCOMPARE(ending.how, Ending::How::Returned);
        QCOMPARE(ending.result, QByteArray("null"));
        QCOMPARE(harness.log(QStringLiteral("a")), QString::fromUtf8("one\ntwo\nthree\nfour \xEF\xBF\xBD"));
        QCOMPARE(harness.logBytes.value(QStringLiteral("a")), ending.logBytes);
    }
    void reportsAnException()
    {
        ExecutorHarness harness(mode());
        harness.start();
        const Ending ending = harness.run(QStringLiteral("a"),
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
        QCOMPARE(ending.error, QStringLiteral("no name"));
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
};

QTEST_GUILESS_MAIN(tst_LocalExecutor)
#include "tst_localexecutor.moc"
