// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "fatals/fatalfolder.h"
#include "waitfor.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kule;
using namespace std::chrono_literals;

class tst_FatalFolder : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeClock> m_clock;
    Redactor m_redactor;
    std::unique_ptr<SettingsService> m_settings;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<FatalFolder> m_fatals;
    const Actor m_actor{QStringLiteral("ayşe")};

    QString folder() const { return m_home->filePath(QStringLiteral("fatals")); }
    QString file(const QString &name) const { return folder() + u'/' + name; }

    void open(StoreFault fault = {}, int cap = 1000)
    {
        close();
        m_settings = std::make_unique<SettingsService>(m_home->filePath(QStringLiteral("settings.json")),
                                                       Settings::Layer{{Setting::FatalsGroupCap, QString::number(cap)}}, Settings::Layer());
        auto store = Store::open({m_home->filePath(QStringLiteral("kule.db")), m_home->filePath(QStringLiteral("backups")), std::move(fault), 2}, 1);
        if (!store)
            return;
        m_store = std::move(*store);
        m_fatals = std::make_unique<FatalFolder>(folder(), *m_store, *m_settings, *m_clock, m_redactor);
    }
    void close()
    {
        m_fatals.reset();
        m_store.reset();
        m_settings.reset();
    }
    static FatalDraft draft(const QString &id, const QString &type = QStringLiteral("ValueError"))
    {
        FatalDraft d;
        d.processId = id;
        d.error = verbatim(QStringLiteral("İstek boş: ") + id);
        d.file = QStringLiteral("packages/rapor.py");
        d.args = Json::array();
        d.kwargs = Json::object();
        d.type = type;
        d.frames = Json::array({{{"file", "/s/rapor.py"}, {"line", 3}, {"function", "boot"}, {"own", true}}});
        d.traceback = QStringLiteral("Traceback (most recent call last):\n  File \"/s/rapor.py\", line 3, in boot\nValueError: x\n");
        d.time = 1'795'000'000'000;
        d.job = {QStringLiteral("job-") + id};
        return d;
    }
    Done index(const RecordedFatal &recorded)
    {
        auto done = waitFor(m_store->write([recorded](Database &database) { return FatalRecorder::index(database, recorded); }));
        if (done)
            m_fatals->indexed(recorded);
        return done;
    }
    Result<RecordedFatal> record(const FatalDraft &draft)
    {
        auto recorded = waitFor(m_fatals->write(draft));
        if (!recorded)
            return recorded;
        if (auto indexed = index(*recorded); !indexed)
            return fail(indexed.error());
        return recorded;
    }
    /// Makes the folder refuse everything, for root too: a file stands in its place.
    void block()
    {
        QDir(folder()).removeRecursively();
        QFile inTheWay(folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    }
    /// Returns when all that the fatals had to do is done and told.
    void settle()
    {
        (void)waitFor(m_fatals->unclaimed({}));
        (void)waitFor(ask(m_fatals.get(), [] { return Done(); }));
    }
    void put(const QString &name, const QByteArray &body)
    {
        QDir().mkpath(folder());
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(body);
    }
    static QByteArray original(const char *id, const char *error)
    {
        return dumpJson(Json{{"process_id", id}, {"error", error}, {"file", "a.py"}, {"args", Json::array()}, {"kwargs", Json::object()}});
    }
    Page<Fatal> list(const QString &query = {}, const PageRequest &page = {})
    {
        return waitFor(m_fatals->list(*FatalFilter::parse(query, 0), page)).value_or(Page<Fatal>{{}, QStringLiteral("failed"), -1});
    }
    QStringList names(const QString &query = {})
    {
        QStringList all;
        for (const Fatal &fatal : list(query).items)
            all << fatal.filename;
        all.sort();
        return all;
    }
    std::vector<FatalGroup> groups() { return waitFor(m_fatals->groups({}, {})).value_or(Page<FatalGroup>()).items; }
    /// As soon as no commit that rewrites it is under way: the folder is looked through in the background.
    quint64 history()
    {
        std::optional<quint64> history;
        (void)waitUntil([&] { return (history = m_store->history()).has_value(); });
        return history.value_or(0);
    }
    qint64 number(const char *sql)
    {
        return waitFor(m_store->read([sql](Database &database) { return database.number(sql); })).value_or(-1);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>();
        open();
    }
    void cleanup() { close(); }

    void historyGoesOnWithEachReportThatComesOrGoes()
    {
        const auto begun = history();
        QVERIFY(record(draft(QStringLiteral("1"))));
        const auto recorded = history();
        QVERIFY(recorded != begun);
        QVERIFY(waitFor(m_fatals->remove(QStringLiteral("1.txt"), m_actor)));
        const auto removed = history();
        QVERIFY(removed != recorded);
        put(QStringLiteral("2.txt"), original("2", "x"));
        QCOMPARE(names(), QStringList{QStringLiteral("2.txt")});
        const auto appeared = history();
        QVERIFY(appeared != removed);
        QCOMPARE(waitFor(m_fatals->removeAll({}, 1, m_actor)).value_or(Removal()).count, 1);
        QVERIFY(history() != appeared);
    }
    void aFailureBecomesAFileAndARow()
    {
        QSignalSpy appeared(m_fatals.get(), &FatalService::appeared);
        const auto recorded = record(draft(QStringLiteral("12345")));
        QVERIFY(recorded);
        QVERIFY(!recorded->isPending);
        QCOMPARE(recorded->fatal.filename, QStringLiteral("12345.txt"));
        QVERIFY(!appeared.isEmpty());
        QFile written(file(QStringLiteral("12345.txt")));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), recorded->body);
        const auto page = list();
        QCOMPARE(page.total, 1);
        QCOMPARE(page.items.at(0).error.english(), QStringLiteral("İstek boş: 12345"));
        QCOMPARE(page.items.at(0).size, recorded->body.size());
        QCOMPARE(groups().at(0).place, QStringLiteral("boot (rapor.py)"));
        const auto report = waitFor(m_fatals->read(QStringLiteral("12345.txt")));
        QVERIFY(report);
        QCOMPARE(report->text, recorded->body);
        QVERIFY(report->json.at("process_id") == "12345");
    }
    void aSecondFailureOfAnIdIsAFurtherFile()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(record(draft(QStringLiteral("a"))));
        QCOMPARE(names(), (QStringList{QStringLiteral("a.txt"), QStringLiteral("a~2.txt"), QStringLiteral("a~3.txt")}));
        QCOMPARE(groups().at(0).total, 3);
        QCOMPARE(groups().at(0).kept, 3);
    }
    void beyondTheCapFailuresAreOnlyCounted()
    {
        open({}, 2);
        for (int i = 0; i < 5; ++i)
            QVERIFY(record(draft(QStringLiteral("a"))));
        QVERIFY(record(draft(QStringLiteral("b"), QStringLiteral("KeyError"))));
        QCOMPARE(names().size(), 3);
        const auto all = groups();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].total + all[1].total, 6);
        QCOMPARE(all[0].kept + all[1].kept, 3);
    }
    void aScanThatIsFirstDoesNotCountTwice()
    {
        const auto recorded = waitFor(m_fatals->write(draft(QStringLiteral("a"))));
        QVERIFY(recorded);
        QCOMPARE(names().size(), 1);
        QVERIFY(index(*recorded));
        QCOMPARE(groups().at(0).total, 1);
    }

    void theFolderIsTheTruth()
    {
        put(QStringLiteral("7.txt"), original("7", "KeyError: 'x'"));
        put(QStringLiteral("broken.txt"), "{");
        put(QStringLiteral("notes.md"), "no report");
        put(QStringLiteral(".hidden.txt"), "no report");
        QCOMPARE(names(), (QStringList{QStringLiteral("7.txt"), QStringLiteral("broken.txt")}));
        QCOMPARE(groups().size(), std::size_t(1));
        QCOMPARE(groups().at(0).type, QStringLiteral("KeyError"));
        const auto page = list(QStringLiteral("broken"));
        QCOMPARE(page.items.at(0).isReadable, false);
        QCOMPARE(waitFor(m_fatals->read(QStringLiteral("broken.txt"))).error().code, QByteArray("fatal.unreadable"));
        QVERIFY(QFile::remove(file(QStringLiteral("7.txt"))));
        QCOMPARE(names(), QStringList{QStringLiteral("broken.txt")});
        QVERIFY(QDir(folder()).removeRecursively());
        QCOMPARE(names(), QStringList());
    }
    void reading_data()
    {
        QTest::addColumn<QByteArray>("inFile");
        QTest::addColumn<QByteArray>("answer"); // empty: refused
        QTest::newRow("own order, spaces and digits") << QByteArray("{\"process_id\": \"1\",\n \"error\":\"İ\", \"file\": 1.50, \"args\": 123456789012345678901234567890}\n")
                                                      << QByteArray("{\"process_id\": \"1\",\n \"error\":\"İ\", \"file\": 1.50, \"args\": 123456789012345678901234567890}\n");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << QByteArray("{}");
        QTest::newRow("not UTF-8") << QByteArray("{\"error\": \"\xFF\"}") << QByteArray();
        QTest::newRow("cut letter") << QByteArray("{\"error\": \"\xC4\"}") << QByteArray();
        QTest::newRow("half a pair") << QByteArray("{\"error\": \"\\ud800\"}") << QByteArray();
        QTest::newRow("something behind it") << QByteArray("{} {}") << QByteArray();
        QTest::newRow("a NUL behind it") << QByteArray("{}\0\xFF", 4) << QByteArray();
        QTest::newRow("only spaces") << QByteArray(" \n") << QByteArray();
        QTest::newRow("empty") << QByteArray("") << QByteArray();
        QTest::newRow("too deep") << QByteArray(513, '[') + QByteArray(513, ']') << QByteArray();
    }
    void reading()
    {
        QFETCH(QByteArray, inFile);
        QFETCH(QByteArray, answer);
        put(QStringLiteral("7.txt"), inFile);
        const auto report = waitFor(m_fatals->read(QStringLiteral("7.txt")));
        QCOMPARE(report.has_value(), !answer.isEmpty());
        if (report)
            QCOMPARE(report->text, answer);
        else
            QCOMPARE(report.error().code, QByteArray("fatal.unreadable"));
    }
    void aFolderThatComesBackIsNotCountedAgain()
    {
        QVERIFY(record(draft(QStringLiteral("a"))));
        QVERIFY(record(draft(QStringLiteral("b"))));
        const QString aside = m_home->filePath(QStringLiteral("aside"));
        QVERIFY(QDir().rename(folder(), aside));
        QCOMPARE(names(), QStringList());
        QVERIFY(QDir().rename(aside, folder()));
        QCOMPARE(names().size(), 2);
        QCOMPARE(groups().at(0).total, 2);
    }
    void anEditInPlaceIsNoticedByReading()
    {
        put(QStringLiteral("7.txt"), original("7", "KeyError: 'x'"));
        QCOMPARE(list().items.at(0).type, QStringLiteral("KeyError"));
        put(QStringLiteral("7.txt"), original("7", "TypeError: other"));
        QVERIFY(waitFor(m_fatals->read(QStringLiteral("7.txt"))).value_or(FatalReport{{}, {{"error", ""}}}).json.at("error") == "TypeError: other");
        QTRY_COMPARE(list().items.at(0).type, QStringLiteral("TypeError"));
    }
    void anEditInPlaceIsNoticedByTheSlowScan()
    {
        // Not just now: what is new is watched more closely.
        const auto putLongAgo = [this](const QByteArray &body, int year) {
            put(QStringLiteral("7.txt"), body);
            QFile written(file(QStringLiteral("7.txt")));
            QVERIFY(written.open(QIODevice::ReadWrite));
            QVERIFY(written.setFileTime(QDateTime(QDate(year, 1, 1), QTime(0, 0)), QFileDevice::FileModificationTime));
        };
        putLongAgo(original("7", "KeyError: 'x'"), 2020);
        QCOMPARE(list().items.at(0).type, QStringLiteral("KeyError"));
        putLongAgo(original("7", "TypeError: other"), 2021);
        QCOMPARE(list().items.at(0).type, QStringLiteral("KeyError"));
        m_clock->advance(5min);
        QTRY_COMPARE(list().items.at(0).type, QStringLiteral("TypeError"));
    }
    void aFileThatIsStillBeingWrittenIsReadAgain()
    {
        int number = 0; // a fresh file, should the machine stand still for seconds between two lines
        const auto isSeenWhole = [this, &number] {
            const QString name = QString::number(++number) + QStringLiteral(".txt");
            put(name, "{");
            (void)list();
            put(name, original(QByteArray::number(number).constData(), "KeyError: 'x'"));
            return list(QStringLiteral("type:KeyError id:%1").arg(number)).total == 1;
        };
        QTRY_VERIFY(isSeenWhole());
    }
    void filesThatComeByHandAreAnnounced()
    {
        QVERIFY(record(draft(QStringLiteral("a"))));
        (void)list();
        QSignalSpy appeared(m_fatals.get(), &FatalService::appeared);
        QSignalSpy removed(m_fatals.get(), &FatalService::removed);
        put(QStringLiteral("b.txt"), original("b", "x"));
        QVERIFY(QFile::remove(file(QStringLiteral("a.txt"))));
        (void)list();
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(removed.at(0).at(0).toString(), QStringLiteral("a.txt"));
        QTRY_VERIFY(!appeared.isEmpty());
    }
    void manyChangesAreOneAnnouncement()
    {
        (void)list(); // the first look, which began with the engine, is over
        QSignalSpy much(m_fatals.get(), &FatalService::changedMuch);
        for (int i = 0; i < 150; ++i)
            put(QStringLiteral("%1.txt").arg(i), original("x", "KeyError: 1"));
        QCOMPARE(list().total, 150);
        QTRY_VERIFY(!much.isEmpty());
    }

    void deletingRemovesFileAndRowAndIsNoted()
    {
        QVERIFY(record(draft(QStringLiteral("a"))));
        QCOMPARE(waitFor(m_fatals->remove(QStringLiteral("a.txt"), m_actor)).value_or(Removal()).said, QStringLiteral("a.txt"));
        QVERIFY(!QFile::exists(file(QStringLiteral("a.txt"))));
        QCOMPARE(list().total, 0);
        QCOMPARE(number("SELECT count(*) FROM activity WHERE action = 'fatal.delete' AND target = 'a.txt' AND actor = 'ayşe'"), 1);
        QCOMPARE(waitFor(m_fatals->remove(QStringLiteral("a.txt"), m_actor)).error().code, QByteArray("fatal.not_found"));
        QCOMPARE(waitFor(m_fatals->remove(QStringLiteral("../kule.db"), m_actor)).error().code, QByteArray("fatal.bad_name"));
    }
    void deletingWhatTheFilterShowsNeedsItsCount()
    {
        for (const char *id : {"a", "b", "c"})
            QVERIFY(record(draft(QString::fromLatin1(id))));
        QVERIFY(record(draft(QStringLiteral("d"), QStringLiteral("KeyError"))));
        const FatalFilter filter = *FatalFilter::parse(QStringLiteral("type:ValueError"), 0);
        const auto refused = waitFor(m_fatals->removeAll(filter, 2, m_actor));
        QCOMPARE(refused.error().code, QByteArray("fatal.count_changed"));
        QVERIFY(refused.error().details.at("count") == 3);
        QCOMPARE(list().total, 4);
        QCOMPARE(waitFor(m_fatals->removeAll(filter, 3, m_actor)).value_or(Removal()).count, 3);
        QCOMPARE(names(), QStringList{QStringLiteral("d.txt")});
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1);
        QCOMPARE(number("SELECT count(*) FROM activity WHERE action = 'fatal.delete' AND target = '3' AND detail = 'type:ValueError'"), 1);
    }
    void aDeletionIsTakenBackOnceUnderItsOldNames()
    {
        for (const char *id : {"a", "b"})
            QVERIFY(record(draft(QString::fromLatin1(id))));
        const QByteArray before = waitFor(m_fatals->read(QStringLiteral("b.txt")))->text;
        const auto removal = waitFor(m_fatals->removeAll({}, 2, m_actor));
        QVERIFY(removal && list().total == 0);
        QCOMPARE(waitFor(m_fatals->removals())->size(), 1u);
        QCOMPARE(waitFor(m_fatals->removals())->front().count, 2);
        QCOMPARE(waitFor(m_fatals->restore(removal->undo, m_actor)).value_or(0), 2);
        QCOMPARE(names(), (QStringList{QStringLiteral("a.txt"), QStringLiteral("b.txt")}));
        QCOMPARE(waitFor(m_fatals->read(QStringLiteral("b.txt")))->text, before);
        QCOMPARE(groups().at(0).total, 2);
        QCOMPARE(waitFor(m_fatals->restore(removal->undo, m_actor)).error().code, QByteArray("undo.not_found"));
        QVERIFY(waitFor(m_fatals->removals())->empty());
        QCOMPARE(number("SELECT count(*) FROM activity WHERE action = 'fatal.restore' AND target = '2'"), 1);
    }
    void aNameThatWasTakenMeanwhileIsNotOverwritten()
    {
        put(QStringLiteral("a.txt"), original("a", "KeyError: old"));
        const auto removal = waitFor(m_fatals->remove(QStringLiteral("a.txt"), m_actor));
        QVERIFY(removal);
        put(QStringLiteral("a.txt"), original("a", "KeyError: new"));
        QCOMPARE(waitFor(m_fatals->restore(removal->undo, m_actor)).value_or(0), 1);
        QCOMPARE(names(), (QStringList{QStringLiteral("a.txt"), QStringLiteral("a~2.txt")}));
        QCOMPARE(QString::fromStdString(waitFor(m_fatals->read(QStringLiteral("a.txt")))->json.at("error").get<std::string>()), QStringLiteral("KeyError: new"));
        QCOMPARE(QString::fromStdString(waitFor(m_fatals->read(QStringLiteral("a~2.txt")))->json.at("error").get<std::string>()), QStringLiteral("KeyError: old"));
    }
    void nonsenseIsDeletedAndComesBackAsItWas()
    {
        put(QStringLiteral("n.txt"), "\x00{\xff not json");
        const auto removal = waitFor(m_fatals->remove(QStringLiteral("n.txt"), m_actor));
        QVERIFY(removal);
        QCOMPARE(waitFor(m_fatals->restore(removal->undo, m_actor)).value_or(0), 1);
        QCOMPARE(waitFor(m_fatals->read(QStringLiteral("n.txt"))).error().code, QByteArray("fatal.unreadable"));
        for (const char *undo : {"", "fatal-", "fatal-1-x", "../kule.db", "fatal-1-00000000000000000000000000000000/.."})
            QCOMPARE(waitFor(m_fatals->restore(QString::fromLatin1(undo), m_actor)).error().code, QByteArray("undo.not_found"));
    }
    void theWayBackSurvivesARestartAndEndsAfterTenMinutes()
    {
        QVERIFY(record(draft(QStringLiteral("a"))));
        QVERIFY(record(draft(QStringLiteral("b"))));
        const auto first = waitFor(m_fatals->remove(QStringLiteral("a.txt"), m_actor));
        const auto second = waitFor(m_fatals->remove(QStringLiteral("b.txt"), m_actor));
        QVERIFY(first && second);
        open();
        QCOMPARE(waitFor(m_fatals->removals())->size(), 2u);
        QCOMPARE(waitFor(m_fatals->restore(first->undo, m_actor)).value_or(0), 1);
        m_clock->jumpWall(undoableFor);
        QCOMPARE(waitFor(m_fatals->restore(second->undo, m_actor)).error().code, QByteArray("undo.not_found"));
        open();
        settle();
        QTRY_VERIFY(QDir(folder() + QStringLiteral("/.kule-trash")).isEmpty());
        QCOMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }
    void withoutATrashItGoesForGood()
    {
        put(QStringLiteral("a.txt"), original("a", "KeyError: x"));
        settle(); // the start has swept what a former engine left
        put(QStringLiteral(".kule-trash"), "in the way");
        const auto removal = waitFor(m_fatals->remove(QStringLiteral("a.txt"), m_actor));
        QVERIFY(removal && removal->undo.isEmpty());
        QCOMPARE(names(), QStringList());
    }

    void searching_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("all") << QString() << 3;
        QTest::newRow("type") << QStringLiteral("type:KeyError") << 1;
        QTest::newRow("type in any case") << QStringLiteral("type:keyerror") << 1;
        QTest::newRow("type is no error") << QStringLiteral("error:keyerror") << 0;
        QTest::newRow("all but a type") << QStringLiteral("-type:KeyError") << 2;
        QTest::newRow("frame by key") << QStringLiteral("frame:boot") << 3;
        QTest::newRow("no such frame") << QStringLiteral("frame:istek") << 0;
        QTest::newRow("begins a word") << QStringLiteral("iste") << 3;
        QTest::newRow("does not begin a word") << QStringLiteral("stek") << 0;
        QTest::newRow("whole words in quotes") << QStringLiteral("\"iste\"") << 0;
        QTest::newRow("before all") << QStringLiteral("before:1970-01-01") << 0;
        QTest::newRow("id") << QStringLiteral("id:a") << 1;
        QTest::newRow("number id") << QStringLiteral("id:77") << 1;
        QTest::newRow("file") << QStringLiteral("file:rapor") << 3;
        QTest::newRow("turkish word") << QStringLiteral("istek") << 3;
        QTest::newRow("upper case") << QStringLiteral("BOŞ") << 3;
        QTest::newRow("words are all needed") << QStringLiteral("istek keyerror") << 1;
        QTest::newRow("frame") << QStringLiteral("boot") << 3;
        QTest::newRow("like's signs are none") << QStringLiteral("istek%") << 3;
        QTest::newRow("quote") << QStringLiteral("x'") << 0;
    }
    void searching()
    {
        QFETCH(QString, query);
        QFETCH(int, found);
        QVERIFY(record(draft(QStringLiteral("a"))));
        QVERIFY(record(draft(QStringLiteral("b"), QStringLiteral("KeyError"))));
        FatalDraft numbered = draft(QStringLiteral("n"));
        numbered.processId = 77;
        QVERIFY(record(numbered));
        const auto page = list(query);
        QCOMPARE(page.total, found);
        QCOMPARE(static_cast<int>(page.items.size()), found);
    }
    void pagesFollowEachOtherNewestFirst()
    {
        for (int i = 0; i < 7; ++i) {
            FatalDraft d = draft(QString::number(i));
            d.time += i / 2;
            QVERIFY(record(d));
        }
        QStringList seen;
        PageRequest page{{}, 3};
        qint64 last = std::numeric_limits<qint64>::max();
        do {
            const auto answer = list({}, page);
            QCOMPARE(answer.total, 7);
            for (const Fatal &fatal : answer.items) {
                QVERIFY(fatal.time <= last);
                last = fatal.time;
                seen << fatal.filename;
            }
            page.after = answer.next;
        } while (!page.after.isEmpty());
        QCOMPARE(seen.size(), 7);
        QCOMPARE(seen.removeDuplicates(), 0);
        QCOMPARE(waitFor(m_fatals->list({}, {QStringLiteral("rubbish"), 3})).error().code, QByteArray("fatal.bad_cursor"));
    }

    void whatTheFolderRefusesIsKeptAndWrittenLater()
    {
        block();
        const auto recorded = record(draft(QStringLiteral("a")));
        QVERIFY(recorded);
        QVERIFY(recorded->isPending);
        QVERIFY(recorded->fatal.filename.isEmpty());
        QCOMPARE(number("SELECT count(*) FROM fatal_pending"), 1);
        QVERIFY(QFile::remove(folder()));
        QTRY_VERIFY_WITH_TIMEOUT((m_clock->advance(60s), QFile::exists(file(QStringLiteral("a.txt")))), 20'000);
        QTRY_COMPARE(number("SELECT count(*) FROM fatal_pending"), 0);
        QCOMPARE(names(), QStringList{QStringLiteral("a.txt")});
        QCOMPARE(groups().at(0).total, 1);
        QFile written(file(QStringLiteral("a.txt")));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), recorded->body);
    }
    void whatIsRefusedWhileARetryEndsIsNotForgotten()
    {
        settle();
        m_fatals->retryPending();
        // Its work is done, but not yet told here; it has seen nothing that comes now.
        m_fatals->unclaimed({}).wait();
        block();
        auto writing = m_fatals->write(draft(QStringLiteral("a")));
        writing.wait();
        const RecordedFatal recorded = *writing.wait();
        QVERIFY(recorded.isPending);
        m_store->write([recorded](Database &database) { return FatalRecorder::index(database, recorded); }).wait();
        m_fatals->indexed(recorded);
        settle();
        QVERIFY(QFile::remove(folder()));
        m_clock->advance(1s);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }
    void whatIsRefusedIsWrittenWhenSomebodyAsks()
    {
        block();
        for (const char *id : {"a", "b"})
            QVERIFY(record(draft(QString::fromLatin1(id)))->isPending);
        QVERIFY(QFile::remove(folder()));
        m_fatals->retryPending();
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("a.txt"), QStringLiteral("b.txt")}));
        QCOMPARE(number("SELECT count(*) FROM fatal_pending"), 0);
    }
    void whoAsksDuringARetryIsHeard()
    {
        block();
        QVERIFY(record(draft(QStringLiteral("a")))->isPending);
        settle();
        m_fatals->retryPending();
        m_fatals->unclaimed({}).wait(); // it found the folder blocked, which is not yet told here
        QVERIFY(QFile::remove(folder()));
        m_fatals->retryPending();
        QTRY_COMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }
    void oneThatCannotBeWrittenHoldsUpNoOther()
    {
        // So deep that a long name is one letter too many for the system.
        QString deep = m_home->path();
        while (deep.size() < 3900)
            deep += u'/' + QString(std::min<qsizetype>(200, 3950 - deep.size()), u'd');
        m_fatals = std::make_unique<FatalFolder>(deep, *m_store, *m_settings, *m_clock, m_redactor);
        QVERIFY(QDir().mkpath(QFileInfo(deep).path()));
        QFile inTheWay(deep);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        for (const QString &id : {QString(200, u'a'), QStringLiteral("b"), QStringLiteral("c")})
            QVERIFY(record(draft(id))->isPending);
        QVERIFY(inTheWay.remove());
        m_fatals->retryPending();
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("b.txt"), QStringLiteral("c.txt")}));
        QCOMPARE(number("SELECT count(*) FROM fatal_pending"), 1);
    }
    void whatWaitsIsWrittenAtTheNextStart()
    {
        block();
        QVERIFY(record(draft(QStringLiteral("a"))));
        close();
        QVERIFY(QFile::remove(folder()));
        open();
        QTRY_COMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }
    void aReportOfAnEngineThatDiedIsFound()
    {
        QVERIFY(waitFor(m_fatals->write(draft(QStringLiteral("a")))));
        put(QStringLiteral(".kule-dead-1"), "half");
        open();
        const auto found = waitFor(m_fatals->unclaimed({{JobId{QStringLiteral("job-a")}, 1}, {JobId{QStringLiteral("job-b")}, 1}}));
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->at(0).fatal.filename, QStringLiteral("a.txt"));
        QVERIFY(index(found->at(0)));
        QCOMPARE(groups().at(0).total, 1);
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a.txt")});
    }

    void anyStoreAccessMayFailAndTheNextStartRecovers()
    {
        for (int failing = 0;; ++failing) {
            m_home = std::make_unique<QTemporaryDir>();
            auto seen = std::make_shared<std::atomic_int>(0);
            open([seen, failing](const char *) { return seen->fetch_add(1) == failing; });
            if (m_fatals) {
                const auto recorded = waitFor(m_fatals->write(draft(QStringLiteral("a"))));
                QVERIFY(recorded);
                (void)index(*recorded);
                (void)list();
                (void)waitFor(m_fatals->remove(QStringLiteral("b.txt"), m_actor));
            }
            const bool wasRun = m_fatals != nullptr;
            const bool hasFailed = seen->load() > failing;
            open();
            QVERIFY(m_fatals);
            QCOMPARE(names(), wasRun ? QStringList{QStringLiteral("a.txt")} : QStringList());
            if (wasRun)
                QCOMPARE(groups().at(0).total, 1);
            if (!hasFailed)
                break;
        }
    }
    void everyCallIsAnsweredWhileItCloses()
    {
        auto writing = m_fatals->write(draft(QStringLiteral("a")));
        auto listing = m_fatals->list({}, {});
        auto reading = m_fatals->read(QStringLiteral("a.txt"));
        close();
        QVERIFY(waitFor(writing));
        (void)waitFor(listing);
        QVERIFY(listing.isAnswered() && reading.isAnswered());
        QVERIFY(QFile::exists(file(QStringLiteral("a.txt"))));
    }
    void thousandsOfFilesAreListed()
    {
        QDir().mkpath(folder());
        for (int i = 0; i < 3000; ++i)
            put(QStringLiteral("%1.txt").arg(i), original("x", i % 3 ? "KeyError: 1" : "TypeError: 1"));
        QCOMPARE(list().total, 3000);
        QCOMPARE(groups().size(), std::size_t(2));
        QCOMPARE(waitFor(m_fatals->removeAll({}, 3000, m_actor)).value_or(Removal()).count, 3000);
        QCOMPARE(list().total, 0);
    }
};

QTEST_GUILESS_MAIN(tst_FatalFolder)
#include "tst_fatalfolder.moc"
