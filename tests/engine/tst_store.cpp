// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "store/schema.h"
#include "store/store.h"
#include "waitfor.h"

#include <QTest>
#include <QDir>
#include <QTemporaryDir>

#include <future>
#include <semaphore>

using namespace kule;

class tst_Store : public QObject
{
    Q_OBJECT
private:
    StoreOptions options(StoreFault fault = {}) const
    {
        return {m_folder->filePath(QStringLiteral("kule.db")), m_folder->filePath(QStringLiteral("backups")), std::move(fault), 2};
    }
    static auto put(Store &store, const QString &key)
    {
        return store.write([key](Database &database) -> Done {
            return database.run("INSERT INTO meta VALUES (?, ?)", key, QStringLiteral("x")).map([](const Cursor &) {});
        });
    }
    static qint64 count(Store &store)
    {
        return waitFor(store.read([](Database &database) { return database.number("SELECT count(*) FROM meta"); })).value_or(-1);
    }
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writesAreThereAfterReopening()
    {
        {
            auto store = Store::open(options(), 1);
            QVERIFY(store);
            QVERIFY(waitFor(put(**store, QStringLiteral("a"))));
        }
        auto store = Store::open(options(), 1);
        QVERIFY(store);
        QCOMPARE(count(**store), 2);
    }
    void aFailureLeavesItsNeighboursAlone()
    {
        auto store = Store::open(options(), 1);
        QVERIFY(store);
        std::vector<Future<Done>> answers;
        for (const char *key : {"a", "b", "a", "c"})
            answers.push_back(put(**store, QString::fromLatin1(key)));
        int done = 0;
        for (const auto &answer : answers)
            done += waitFor(answer).has_value();
        QCOMPARE(done, 3);
        QCOMPARE(count(**store), 4);
    }
    void anyStatementMayFailAndTheNextRunRecovers()
    {
        for (int failing = 0;; ++failing) {
            m_folder = std::make_unique<QTemporaryDir>();
            auto seen = std::make_shared<std::atomic_int>(0);
            bool hasFailed = false;
            {
                auto store = Store::open(options([seen, failing](const char *) { return seen->fetch_add(1) == failing; }), 1);
                if (store)
                    (void)waitFor(put(**store, QStringLiteral("a")));
                hasFailed = seen->load() > failing;
            }
            auto store = Store::open(options(), 1);
            QVERIFY2(store, qPrintable(store ? QString() : store.error().message.english()));
            const qint64 before = count(**store);
            QVERIFY(before == 1 || before == 2);
            QVERIFY(waitFor(put(**store, QStringLiteral("b"))));
            QCOMPARE(count(**store), before + 1);
            if (!hasFailed)
                break;
        }
    }
    void aFailedCommitClosesUntilReopened()
    {
        auto failCommit = std::make_shared<std::atomic_bool>(false);
        auto store = Store::open(options([failCommit](const char *sql) { return failCommit->load() && qstrcmp(sql, "COMMIT") == 0; }), 1);
        QVERIFY(store);
        *failCommit = true;
        QCOMPARE(waitFor(put(**store, QStringLiteral("a"))).error().code, QByteArray("store.failed"));
        *failCommit = false;
        const Error closed = waitFor(put(**store, QStringLiteral("b"))).error();
        QCOMPARE(closed.code, QByteArray("store.closed"));
        QVERIFY(closed.details["cause"].get<std::string>().starts_with("store."));
        QVERIFY((*store)->trouble());
        QVERIFY(waitFor((*store)->reopen()));
        QVERIFY(waitFor(put(**store, QStringLiteral("b"))));
        QCOMPARE(count(**store), 2);
    }
    void aFileThatIsGoneIsSaidAndTakenUpWhenItIsBack()
    {
        std::atomic_int troubles = 0;
        StoreOptions watched = options();
        watched.onTrouble = [&] { ++troubles; };
        auto store = Store::open(watched, 1);
        QVERIFY(store);
        const QString aside = m_folder->filePath(QStringLiteral("aside.db"));
        QVERIFY(QFile::rename(options().file, aside));
        QCOMPARE(waitFor(put(**store, QStringLiteral("a"))).error().code, QByteArray("store.closed"));
        QCOMPARE((*store)->trouble()->code, QByteArray("store.gone"));
        QCOMPARE(troubles.load(), 1);
        QCOMPARE(waitFor((*store)->reopen()).error().code, QByteArray("store.gone"));
        QVERIFY(!QFile::exists(options().file));
        QVERIFY(QFile::rename(aside, options().file));
        QVERIFY(waitFor((*store)->reopen()));
        QVERIFY(waitFor(put(**store, QStringLiteral("a"))));
        QCOMPARE(count(**store), 2);
    }
    void aFullDiskIsSaidAndNothingIsHalfWritten()
    {
        auto store = Store::open(options(), 1);
        QVERIFY(store);
        const auto limit = [&](const char *pragma) { return waitFor((*store)->write([pragma](Database &database) -> Done { return database.run(pragma).map([](const Cursor &) {}); })); };
        QVERIFY(limit("PRAGMA max_page_count=1")); // SQLite takes the present size at least
        Done full;
        for (int i = 0; i < 1000 && full; ++i)
            full = waitFor(put(**store, QString::number(i) + QString(1000, u'x')));
        QVERIFY(!full);
        QCOMPARE(full.error().code, QByteArray("store.full"));
        const qint64 before = count(**store);
        QVERIFY(!(*store)->trouble());
        QVERIFY(limit("PRAGMA max_page_count=100000"));
        QVERIFY(waitFor(put(**store, QStringLiteral("b"))));
        QCOMPARE(count(**store), before + 1);
    }
    void anUpdateOfTheSchemaIsBackedUpFirst()
    {
        const QString schema = m_folder->filePath(QStringLiteral("schema"));
        QVERIFY(QDir().mkpath(schema));
        const auto file = [&schema](const char *name, const char *sql) {
            QFile out(schema + u'/' + QString::fromLatin1(name));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(sql);
        };
        StoreOptions old = options();
        old.schemaFolder = schema;
        file("0001_first.sql", "CREATE TABLE meta (key TEXT, value TEXT);\n");
        {
            auto store = Store::open(old, 1);
            QVERIFY(store);
            QVERIFY(waitFor(put(**store, QStringLiteral("a"))));
        }
        QVERIFY(!QDir(old.backupFolder).exists());
        file("0002_second.sql", "ALTER TABLE meta ADD COLUMN more TEXT;\nINSERT INTO nowhere VALUES (1);\n");
        QVERIFY(!Store::open(old, 2)); // the update failed: nothing of it stays
        file("0002_second.sql", "ALTER TABLE meta ADD COLUMN more TEXT;\n");
        auto store = Store::open(old, 3);
        QVERIFY(store);
        QCOMPARE(waitFor((*store)->read([](Database &database) { return database.number("SELECT count(more) FROM meta"); })).value_or(-1), 0);
        const QStringList copies = QDir(old.backupFolder).entryList({QStringLiteral("*.db")}, QDir::Files);
        QCOMPARE(copies.size(), 2);
        auto copy = Database::open(old.backupFolder + u'/' + copies.last(), Database::Access::ReadOnly);
        QVERIFY(copy);
        QCOMPARE((*copy)->number("SELECT count(*) FROM meta").value_or(-1), 1);
    }
    void historyGoesOnBeforeItsWriteIsAnswered()
    {
        Store *raw = nullptr;
        std::binary_semaphore atCommit(0), mayCommit(0);
        std::optional<quint64> whileCommitting = 99;
        std::atomic_bool isWatched = false, fails = false;
        auto store = Store::open(options([&](const char *sql) {
                                     if (!isWatched || qstrcmp(sql, "COMMIT") != 0)
                                         return false;
                                     whileCommitting = raw->history();
                                     atCommit.release();
                                     mayCommit.acquire();
                                     return fails.load();
                                 }),
                                 1);
        QVERIFY(store);
        raw = store->get();
        const auto rewrite = [raw] {
            return raw->write([](Database &database) -> Done {
                database.rewritesHistory();
                return {};
            });
        };
        const auto begun = raw->history();
        QVERIFY(begun);
        QVERIFY(waitFor(put(**store, QStringLiteral("a"))));
        QVERIFY(!waitFor(raw->write([](Database &database) -> Done {
            database.rewritesHistory();
            return database.run("INSERT INTO meta VALUES ('a', 'twice')").map([](const Cursor &) {});
        })));
        QVERIFY(waitFor(put(**store, QStringLiteral("b"))));
        QCOMPARE(raw->history(), begun); // neither a plain write nor one that came to nothing

        isWatched = true;
        for (const bool isFailing : {false, true}) {
            fails = isFailing;
            const auto before = raw->history();
            auto written = rewrite();
            atCommit.acquire();
            std::optional<quint64> whenAnswered;
            auto seen = written.then([&](const Done &done) {
                whenAnswered = raw->history();
                return done;
            });
            mayCommit.release();
            QCOMPARE(waitFor(seen).has_value(), !isFailing);
            QVERIFY(!whileCommitting);
            QVERIFY(whenAnswered && whenAnswered != before);
        }
        isWatched = false;
    }
    void aNewerSchemaIsRefused()
    {
        {
            auto database = Database::open(options().file, Database::Access::ReadWrite);
            QVERIFY(database);
            QVERIFY((*database)->run("PRAGMA user_version=999"));
        }
        const auto store = Store::open(options(), 1);
        QVERIFY(!store);
        QCOMPARE(store.error().code, QByteArray("store.newer_schema"));
    }
    void aDamagedFileIsSaid()
    {
        QFile file(options().file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto store = Store::open(options(), 1);
        QVERIFY(!store);
        QCOMPARE(store.error().code, QByteArray("store.corrupt"));
    }
    void valuesComeBackAsTheyWereBound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty, not NULL") << QString();
        QTest::newRow("Turkish") << QStringLiteral("İğneada ışığı");
        QTest::newRow("beyond the first plane") << QStringLiteral("\U0001F5FC");
        QTest::newRow("with a NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        QTest::newRow("a megabyte") << QString(1 << 20, u'ş');
    }
    void valuesComeBackAsTheyWereBound()
    {
        QFETCH(QString, text);
        auto database = Database::open(options().file, Database::Access::ReadWrite);
        QVERIFY(database);
        const QByteArray utf8 = text.toUtf8();
        const std::optional<int> none;
        auto row = (*database)->run("SELECT ?, ?, ?, ?, ?, ?, ?, typeof(?1), typeof(?2), typeof(?3), typeof(?4)", text, QUtf8StringView(utf8), utf8, "word",
                                    std::numeric_limits<qint64>::min(), 0.1, none);
        QVERIFY(row && row->next());
        QCOMPARE(row->text(0), text + QLatin1String(""));
        QCOMPARE(row->text(1), text + QLatin1String(""));
        QCOMPARE(row->bytes(2), utf8);
        QCOMPARE(row->text(3), QStringLiteral("word"));
        QCOMPARE(row->integer(4), std::numeric_limits<qint64>::min());
        QCOMPARE(row->real(5), 0.1);
        QVERIFY(row->isNull(6) && !row->isNull(0) && !row->isNull(2));
        QCOMPARE(row->text(7) + row->text(8) + row->text(9) + row->text(10), QStringLiteral("texttextblobtext"));
        QVERIFY(!row->next());
        auto composed = (*database)->runWith("SELECT ?, ?, typeof(?), ?", {text, true, utf8, QVariant()});
        QVERIFY(composed && composed->next());
        QCOMPARE(composed->text(0), text + QLatin1String(""));
        QCOMPARE(composed->integer(1), 1);
        QCOMPARE(composed->text(2), QStringLiteral("blob"));
        QVERIFY(composed->isNull(3));
    }
    void aFinishedStatementDoesNotRunOn()
    {
        auto database = Database::open(options().file, Database::Access::ReadWrite);
        QVERIFY(database && (*database)->run("CREATE TABLE word (text TEXT UNIQUE)"));
        const auto add = [&](const char *word) { return (*database)->run("INSERT INTO word VALUES (?)", word); };
        {
            auto added = add("a");
            QVERIFY(added);
            QCOMPARE(added->changed(), 1);
            QCOMPARE(added->insertedId(), 1);
            QVERIFY(!added->next() && !added->next());
        }
        QCOMPARE(add("a").error().code, QByteArray("store.failed"));
        QVERIFY(add("b")); // what was refused is free for the next
        QCOMPARE((*database)->number("SELECT count(*) FROM word"), 2);
    }
    void aCountOfArgumentsThatIsWrongIsRefused()
    {
        auto database = Database::open(options().file, Database::Access::ReadWrite);
        QVERIFY(database);
        QVERIFY((*database)->runWith("SELECT ?, ?", {1, 2}));
        for (const QVariantList &args : {QVariantList{1}, QVariantList{1, 2, 3}})
            QCOMPARE((*database)->runWith("SELECT ?, ?", args).error().code, QByteArray("store.failed"));
    }
    void everyCallIsAnsweredWhenItCloses()
    {
        std::vector<Future<Done>> answers;
        {
            auto store = Store::open(options(), 1);
            QVERIFY(store);
            for (int i = 0; i < 1000; ++i)
                answers.push_back(put(**store, QString::number(i)));
        }
        for (const auto &answer : answers)
            QVERIFY(waitFor(answer));
    }

    void whoAsksAStoreThatIsClosedIsAnswered()
    {
        auto store = Store::open(options(), 1).value();
        const auto before = put(*store, QStringLiteral("a"));
        store->close();
        QVERIFY(before.isAnswered() && before.wait());
        const auto read = store->read([](Database &database) { return database.number("SELECT count(*) FROM meta"); });
        const auto written = put(*store, QStringLiteral("b"));
        const auto reopened = store->reopen();
        QVERIFY(read.isAnswered() && written.isAnswered() && reopened.isAnswered());
        for (const QByteArray &code : {read.wait().error().code, written.wait().error().code, reopened.wait().error().code})
            QCOMPARE(code, QByteArray("engine.gone"));
        store->close();
        QCOMPARE(count(*Store::open(options(), 1).value()), 2);
    }
    void itClosesUnderCallersThatGoOn()
    {
        auto store = Store::open(options(), 1).value();
        // Each asks again once it was answered, as services do, until there is nobody to ask.
        std::atomic_int underWay = 0;
        std::atomic_int written = 0;
        const auto callerOn = [&](int thread) {
            for (int i = 0;; ++i) {
                const auto asked = store->read([](Database &database) { return database.number("SELECT count(*) FROM meta"); });
                const Done stored = await(put(*store, QStringLiteral("%1 %2").arg(thread).arg(i)));
                const auto read = await(asked);
                ++underWay;
                written += stored ? 1 : 0;
                if (!stored || !read)
                    return stored ? read.error().code : stored.error().code;
            }
        };
        std::vector<std::future<QByteArray>> callers;
        for (int thread = 0; thread < 4; ++thread)
            callers.push_back(std::async(std::launch::async, callerOn, thread));
        QVERIFY(waitUntil([&] { return underWay >= 40; }));
        store->close();
        for (auto &caller : callers)
            QCOMPARE(caller.get(), QByteArray("engine.gone"));
        QCOMPARE(count(*Store::open(options(), 1).value()), 1 + written);
    }

    void whatIsSaidPassesTheRedaction()
    {
        StoreOptions redacting = options();
        redacting.redaction = [](const QByteArray &said) { return QByteArray(said).replace("secret", "***"); };
        const auto store = Store::open(redacting, 1).value();
        const auto asked = [&store](QVariant given) {
            return *waitFor(store->read([given](Database &database) -> Result<QVariant> {
                auto row = database.runWith("SELECT redacted(?)", {given});
                return row && row->next() ? Result<QVariant>(row->value(0)) : tl::unexpected(detail::goneError());
            }));
        };
        QCOMPARE(asked(QStringLiteral("a secret ı")).toString(), QStringLiteral("a *** ı"));
        QCOMPARE(asked(QStringLiteral("nothing")).toString(), QStringLiteral("nothing"));
        QCOMPARE(asked(QString::fromLatin1("")).toString(), QString());
        QVERIFY(!asked(QVariant()).isValid());
        QCOMPARE(asked(7).typeId(), QMetaType::LongLong);
        // Writers know it too, and a store that was given none leaves texts as they are.
        QVERIFY(waitFor(store->write([](Database &database) { return database.run("UPDATE meta SET value = redacted(value)").map([](const Cursor &) {}); })));
    }
};

QTEST_GUILESS_MAIN(tst_Store)
#include "tst_store.moc"
