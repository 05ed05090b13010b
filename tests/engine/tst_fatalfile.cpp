// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatalfile.h"
#include "fatals/fatalname.h"
#include "base/folding.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace kule;

class tst_FatalFile : public QObject
{
    Q_OBJECT
private:
    static FatalDraft draft()
    {
        FatalDraft d;
        d.processId = "12345";
        d.error = verbatim(QStringLiteral("sayı değil"));
        d.file = QStringLiteral("packages/rapor.py");
        d.args = {1, "iki", nullptr};
        d.kwargs = {{"şehir", "İzmir"}};
        d.type = QStringLiteral("ValueError");
        d.traceback = QStringLiteral("Traceback (most recent call last):\n  File \"/s/rapor.py\", line 3, in boot\nValueError: sayı değil\n");
        d.time = 1795221189123;
        d.durationMs = 42;
        d.job = {QStringLiteral("6f6a3c1e-0000-4000-8000-000000000001")};
        d.logTail = {QStringLiteral("başladı")};
        d.python = QStringLiteral("3.11.2 /usr/bin/python3.11");
        return d;
    }
    static QString stem(const char *id) { return fatalStem(Json(id)); }

private Q_SLOTS:
    void aNameThatEveryPlatformTakes_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QByteArray("12345") << QStringLiteral("12345");
        QTest::newRow("turkish") << QByteArray("İşlem-çığ") << QStringLiteral("İşlem-çığ");
        QTest::newRow("emoji") << QByteArray("a😀b") << QStringLiteral("a😀b");
        QTest::newRow("climbing") << QByteArray("../../etc/passwd") << QStringLiteral("%2E.%2F..%2Fetc%2Fpasswd");
        QTest::newRow("dots") << QByteArray("..") << QStringLiteral("%2E%2E");
        QTest::newRow("windows") << QByteArray("a\\b:c*d?e\"f<g>h|i") << QStringLiteral("a%5Cb%3Ac%2Ad%3Fe%22f%3Cg%3Eh%7Ci");
        QTest::newRow("percent") << QByteArray("50%2F") << QStringLiteral("50%252F");
        QTest::newRow("control") << QByteArray("a\nb\x7f") << QStringLiteral("a%0Ab%7F");
        QTest::newRow("hidden") << QByteArray(".x") << QStringLiteral("%2Ex");
        QTest::newRow("trailing dot") << QByteArray("x.") << QStringLiteral("x%2E");
        QTest::newRow("trailing space") << QByteArray("x ") << QStringLiteral("x%20");
        QTest::newRow("device") << QByteArray("con") << QStringLiteral("%63on");
        QTest::newRow("device with more") << QByteArray("COM1.a") << QStringLiteral("%43OM1.a");
        QTest::newRow("no device") << QByteArray("console") << QStringLiteral("console");
        QTest::newRow("looks like a second") << QByteArray("12345~2") << QStringLiteral("12345%7E2");
        QTest::newRow("tilde") << QByteArray("~me") << QStringLiteral("~me");
        QTest::newRow("empty") << QByteArray("") << QStringLiteral("%");
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("a%00b");
    }
    void aNameThatEveryPlatformTakes()
    {
        QFETCH(QByteArray, id);
        QFETCH(QString, name);
        QCOMPARE(fatalStem(Json(id)), name);
        QVERIFY(isFatalName(fatalName(name, 1)));
        QCOMPARE(processIdOf(fatalName(name, 1)), QString::fromUtf8(id));
        QCOMPARE(processIdOf(fatalName(name, 3)), QString::fromUtf8(id));
    }
    void aLongIdIsCutWithinBoundsAndStaysItsOwn()
    {
        const QString a = fatalStem(Json(QString(300, QChar(u'ğ'))));
        const QString b = fatalStem(Json(QString(299, QChar(u'ğ')) + u'x'));
        QVERIFY(a.toUtf8().size() <= 200);
        QVERIFY(!a.contains(QChar::ReplacementCharacter));
        QVERIFY(a != b);
        QVERIFY(fatalStem(Json(QString(100, u'/') + QString(300, u'x'))).toUtf8().size() <= 200);
        QCOMPARE(fatalStem(Json(QString(200, u'x'))), QString(200, u'x'));
    }
    void aNumberIsAName() { QCOMPARE(fatalStem(Json(12345)), QStringLiteral("12345")); }
    void namesOutsideTheFolderAreRefused()
    {
        for (const char *name : {"", ".", "..", ".txt", "../a.txt", "a/b.txt", "a\\b.txt", ".hidden.txt", "C:a.txt", "a\nb.txt", "a.json"})
            QVERIFY2(!isFatalName(QString::fromUtf8(name)), name);
        QVERIFY(!isFatalName(QStringLiteral("a") + QChar(u'\0') + QStringLiteral(".txt")));
        QVERIFY(isFatalName(QStringLiteral("İşlem 1~2.txt")));
    }

    void theOriginalsFiveKeysComeFirst()
    {
        const QByteArray body = fatalBody(draft(), QStringLiteral("0123456789abcdef"));
        const auto json = OrderedJson::parse(body.toStdString());
        std::vector<std::string> keys;
        for (const auto &item : json.items())
            keys.push_back(item.key());
        const std::vector<std::string> expected{"process_id", "error", "file", "args", "kwargs", "type", "traceback", "chain", "time", "duration_ms",
                                                "attempt", "job_id", "signal", "exit_code", "log_tail", "python", "fingerprint"};
        QVERIFY(keys == expected);
        QCOMPARE(json["signal"].is_null(), true);
        QCOMPARE(QByteArray::fromStdString(json["time"].get<std::string>()), QByteArray("2026-11-21T00:33:09.123Z"));
        QVERIFY(body.contains("İzmir"));
    }
    void whatIsWrittenIsReadBack()
    {
        const QByteArray body = fatalBody(draft(), QStringLiteral("0123456789abcdef"));
        const FatalEntry entry = fatalEntry(QStringLiteral("12345.txt"), body, body.size(), 7);
        QVERIFY(entry.fatal.processId == Json("12345"));
        QCOMPARE(entry.fatal.error.english(), QStringLiteral("sayı değil"));
        QCOMPARE(entry.fatal.type, QStringLiteral("ValueError"));
        QCOMPARE(entry.fatal.time, 1795221189123);
        QCOMPARE(entry.fatal.fingerprint, QStringLiteral("0123456789abcdef"));
        QCOMPARE(entry.fatal.attempt, 1);
        QCOMPARE(entry.place, QStringLiteral("boot (rapor.py)"));
        QVERIFY(entry.fatal.isReadable);
    }
    void theOriginalsFormIsUnderstood()
    {
        const QByteArray body = R"({"process_id": 7, "error": "KeyError: 'x'", "file": "packages/a.py", "args": [], "kwargs": {}})";
        const FatalEntry entry = fatalEntry(QStringLiteral("7.txt"), body, body.size(), 99);
        QVERIFY(entry.fatal.processId == Json(7));
        QCOMPARE(entry.fatal.type, QStringLiteral("KeyError"));
        QCOMPARE(entry.fatal.time, 99);
        QCOMPARE(entry.fatal.fingerprint.size(), 16);
        QVERIFY(entry.fatal.isReadable);
    }
    void aFileThatIsNoReportIsARowAllTheSame()
    {
        const FatalEntry entry = fatalEntry(QStringLiteral("a%2Fb~2.txt"), "{", 1, 5);
        QVERIFY(!entry.fatal.isReadable);
        QVERIFY(entry.fatal.processId == Json("a/b"));
        QCOMPARE(entry.fatal.time, 5);
        QCOMPARE(entry.fatal.size, 1);
        QVERIFY(fatalEntry(QStringLiteral("a.txt"), "[1]", 3, 5).fatal.isReadable);
    }

    void aReportNeverReplacesAnother()
    {
        const QTemporaryDir folder;
        QFile byHand(folder.filePath(QStringLiteral("a.txt")));
        QVERIFY(byHand.open(QIODevice::WriteOnly));
        byHand.write("mine");
        byHand.close();
        QCOMPARE(writeFatal(folder.path(), QStringLiteral(".kule-1"), stem("a"), "one").value_or(QString()), QStringLiteral("a~2.txt"));
        QCOMPARE(writeFatal(folder.path(), QStringLiteral(".kule-2"), stem("a"), "two").value_or(QString()), QStringLiteral("a~3.txt"));
        QCOMPARE(readFatal(folder.path(), QStringLiteral("a.txt")).value_or(QByteArray()), QByteArray("mine"));
        QCOMPARE(readFatal(folder.path(), QStringLiteral("a~2.txt")).value_or(QByteArray()), QByteArray("one"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 3);
    }
    void manyAtOnceEachGetAName()
    {
        const QTemporaryDir folder;
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 8; ++writer) {
            writers.emplace_back([&folder, writer] {
                for (int i = 0; i < 10; ++i) {
                    const QString mine = QStringLiteral(".kule-%1-%2").arg(writer).arg(i);
                    (void)writeFatal(folder.path(), mine, stem("a"), mine.toUtf8());
                }
            });
        }
        for (std::thread &writer : writers)
            writer.join();
        QSet<QByteArray> bodies;
        const QStringList names = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names)
            bodies << readFatal(folder.path(), name).value_or(QByteArray());
        QCOMPARE(names.size(), 80);
        QCOMPARE(bodies.size(), 80);
    }
    void aFolderThatWentIsMadeAgain()
    {
        const QTemporaryDir folder;
        const QString gone = folder.filePath(QStringLiteral("a/b"));
        QVERIFY(writeFatal(gone, QStringLiteral(".kule-1"), stem("a"), "one"));
        QVERIFY(QFile::exists(gone + QStringLiteral("/a.txt")));
    }
    void aFolderThatCannotBeIsSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto written = writeFatal(file.fileName() + QStringLiteral("/fatals"), QStringLiteral(".kule-1"), stem("a"), "one");
        QCOMPARE(written.error().code, QByteArray("fatal.io"));
    }
    void onlyAFileOfTheFolderIsRead()
    {
        QTemporaryDir outside, folder;
        QFile secret(outside.filePath(QStringLiteral("secret.txt")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(secret.fileName(), folder.filePath(QStringLiteral("link.txt"))));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.txt")));
        QCOMPARE(readFatal(folder.path(), QStringLiteral("link.txt")).error().code, QByteArray("fatal.not_found"));
        QCOMPARE(readFatal(folder.path(), QStringLiteral("folder.txt")).error().code, QByteArray("fatal.not_found"));
        QCOMPARE(readFatal(folder.path(), QStringLiteral("../a.txt")).error().code, QByteArray("fatal.bad_name"));
        QCOMPARE(readFatal(folder.path(), QString(5000, u'x') + QStringLiteral(".txt")).error().code, QByteArray("fatal.not_found"));
        QCOMPARE(removeFatal(folder.path(), QStringLiteral("link.txt")).error().code, QByteArray("fatal.not_found"));
        QVERIFY(secret.exists());
    }
    void aFileTooLargeIsNotRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(largestFatal + 1));
        QCOMPARE(readFatal(folder.path(), QStringLiteral("a.txt")).error().code, QByteArray("fatal.unreadable"));
    }

    void lineNumbersMakeNoOtherGroup()
    {
        const auto print = [](int line, const char *function) {
            return fingerprintOf({QStringLiteral("ValueError"), QStringLiteral("r.py"),
                                  Json::array({{{"file", "/a/r.py"}, {"line", line}, {"function", "boot"}, {"own", true}},
                                               {{"file", "/usr/lib/python3/json.py"}, {"line", line}, {"function", "loads"}, {"own", false}},
                                               {{"file", "/a/r.py"}, {"line", line + 1}, {"function", function}, {"own", true}}}),
                                  {}, {}});
        };
        QCOMPARE(print(1, "load").hex, print(70, "load").hex);
        QVERIFY(print(1, "load").hex != print(1, "save").hex);
        QCOMPARE(print(1, "load").place, QStringLiteral("boot › load (r.py)"));
        QCOMPARE(reasonText(print(1, "load").reason).english(),
                 QStringLiteral("ValueError in boot › load (r.py): the same type from the same functions, at whatever line."));
    }
    void theDepthOfARecursionMakesNoOtherGroup()
    {
        const auto print = [](int depth) {
            Json frames = Json::array();
            for (int i = 0; i < depth; ++i)
                frames.push_back({{"file", "r.py"}, {"function", i % 2 ? "odd" : "even"}, {"own", true}});
            return fingerprintOf({QStringLiteral("RecursionError"), QStringLiteral("r.py"), frames, {}, {}}).hex;
        };
        QCOMPARE(print(900), print(993));
    }
    void endsWithoutAStackGroupByWhatEndedThem()
    {
        const auto print = [](const char *type, const char *signal, std::optional<qint64> code) {
            return fingerprintOf({QString::fromLatin1(type), QStringLiteral("/x/r.py"), Json::array(), QString::fromLatin1(signal), code});
        };
        QVERIFY(print("SIGSEGV", "SIGSEGV", {}).hex != print("SIGKILL", "SIGKILL", {}).hex);
        QVERIFY(print("Exit", "", 3).hex != print("Exit", "", 4).hex);
        QCOMPARE(print("TimeoutExpired", "SIGTERM", {}).hex, print("TimeoutExpired", "SIGKILL", {}).hex);
        QCOMPARE(reasonText(print("Exit", "", 3).reason).english(), QStringLiteral("The process of r.py ended with exit status 3."));
        QVERIFY(!reasonText("no json").english().isEmpty());
    }
    void aTracebackGivesItsLastStack()
    {
        const QString traceback = QStringLiteral("Traceback (most recent call last):\n  File \"/s/a.py\", line 1, in inner\nKeyError: 1\n\n"
                                                 "During handling of the above exception, another exception occurred:\n\n"
                                                 "Traceback (most recent call last):\n  File \"/s/a.py\", line 9, in boot\n    x()\n"
                                                 "  File \"/usr/lib/python3.11/json/__init__.py\", line 2, in loads\nValueError: no\n");
        const Json frames = framesOf(traceback);
        QCOMPARE(frames.size(), std::size_t(2));
        QVERIFY(frames[0]["function"] == Json("boot"));
        QVERIFY(frames[0]["own"] == Json(true));
        QVERIFY(frames[1]["own"] == Json(false));
    }

    void allTurkishIsAreOne()
    {
        QCOMPARE(folded(QStringLiteral("İSTANBUL")), folded(QStringLiteral("istanbul")));
        QCOMPARE(folded(QStringLiteral("ISIRGAN")), folded(QStringLiteral("ısırgan")));
        QCOMPARE(folded(QStringLiteral("ŞÇĞÜÖ")), folded(QStringLiteral("şçğüö")));
    }
    void aFilterShowsWhatItSays_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("isShown");
        const auto row = [](const char *query, bool isShown) { QTest::newRow(query) << QString::fromUtf8(query) << isShown; };
        row("", true);
        row("type:valueerror file:rapor id:12345", true);
        row("id:1234", false);
        row("-id:12345", false);
        row("group:ab", true);
        row("group:a", false);
        row("error:\"İstek boş\" since:1970-01-01", true);
        row("istek -boş", false);
        row("since:1h", false);
        row("before:now", true);
    }
    void aFilterShowsWhatItSays()
    {
        QFETCH(QString, query);
        QFETCH(bool, isShown);
        Fatal fatal;
        fatal.filename = QStringLiteral("12345.txt");
        fatal.processId = 12345;
        fatal.type = QStringLiteral("ValueError");
        fatal.file = QStringLiteral("packages/RAPOR.py");
        fatal.error = verbatim(QStringLiteral("istek BOŞ geldi"));
        fatal.fingerprint = QStringLiteral("ab");
        fatal.time = 1'000'000;
        QCOMPARE(shows(FatalFilter::parse(query, 1'000'000'000).value(), fatal), isShown);
    }
    void aFilterIsNarrowedToAGroup()
    {
        const auto narrow = FatalFilter::parse(QStringLiteral("boom"), 0)->within(QStringLiteral("a\"b"));
        QCOMPARE(narrow.terms.size(), size_t(2));
        const auto again = FatalFilter::parse(narrow.text, 0);
        QVERIFY(again);
        QCOMPARE(again->find("group")->values, QStringList{QStringLiteral("a\"b")});
    }
};

QTEST_GUILESS_MAIN(tst_FatalFile)
#include "tst_fatalfile.moc"
