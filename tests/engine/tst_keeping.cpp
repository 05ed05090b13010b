// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept how long, and what leaves as a file.
#include "activity/activitylog.h"
#include "base/csv.h"
#include "exports/exports.h"
#include "fatals/fatalfolder.h"
#include "faketitles.h"
#include "jobfixture.h"
#include "keeping/keeper.h"
#include "secrets/redactor.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace kule;
using namespace std::chrono_literals;

namespace {

constexpr qint64 day = 24LL * 60 * 60 * 1000;

struct Life : JobLife
{
    explicit Life(const QTemporaryDir &home)
        : JobLife(home)
        , settings(home.filePath(QStringLiteral("settings.json")), {}, {})
        , reports(home.filePath(QStringLiteral("fatals")), *store, settings, clock, redactor)
        , keeper(*store, reports, settings, clock, home.filePath(QStringLiteral("logs")))
        , activity(*store)
        , exports(*store, *jobs, reports, activity, titles, redactor)
    {
    }
    ~Life() { (void)waitFor(exports.finish()); }

    void sql(const char *statement)
    {
        QVERIFY(waitFor(store->write([statement](Database &database) { return database.run(statement).map([](const Cursor &) {}); })));
    }
    qint64 number(const char *statement)
    {
        return *waitFor(store->read([statement](Database &database) { return database.number(statement); }));
    }
    /// n ended jobs, one a day, the oldest n days old, each with a log of 1 MiB.
    void jobsOf(int n, const char *state)
    {
        const qint64 now = clock.wallMs();
        QVERIFY(waitFor(store->write([=](Database &database) -> Done {
            for (int i = 1; i <= n; ++i) {
                const QString id = JobId::random().value;
                auto job = database.run("INSERT INTO job (id, revision, kind, process_id, label, state, file_path, path, args, kwargs, callback_url, actor, progress, step,"
                                        " attempt, created_at, queued_at, ended_at) VALUES (?, 1, 'script', '1', '', ?, 'a.py', '', '[]', '{}', '', '', 0, '', 1, ?, ?, ?)",
                                        id, state, now - i * day, now - i * day, now - i * day);
                if (!job)
                    return fail(job.error());
                auto attempt = database.run("INSERT INTO attempt (job, number, state, code_hash, queued_at, log_bytes) VALUES (last_insert_rowid(), 1, ?, 'h', 0, 1048576)", state);
                if (!attempt)
                    return fail(attempt.error());
            }
            return {};
        })));
    }
    Going going(KeptKind kind, const KeepRule &rule)
    {
        KeepPolicy policy;
        policy[kind] = rule;
        return waitFor(keeper.preview(policy)).value().at(static_cast<std::size_t>(kind));
    }

    SettingsService settings;
    Redactor redactor;
    FatalFolder reports;
    Keeper keeper;
    ActivityLog activity;
    FakeTitles titles;
    Exports exports;
};

} // namespace

class tst_Keeping : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void aPreviewCountsWhatWouldGo_data()
    {
        QTest::addColumn<qint64>("days");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<qint64>("megabytes");
        QTest::addColumn<qint64>("gone");
        QTest::newRow("no limit") << 0LL << 0LL << 0LL << 0LL;
        QTest::newRow("age") << 7LL << 0LL << 0LL << 3LL;
        QTest::newRow("count") << 0LL << 4LL << 0LL << 6LL;
        QTest::newRow("size") << 0LL << 0LL << 2LL << 8LL;
        QTest::newRow("the strictest holds") << 7LL << 4LL << 9LL << 6LL;
        QTest::newRow("nothing reaches it") << 36500LL << 100'000'000LL << 100'000'000LL << 0LL;
    }
    void aPreviewCountsWhatWouldGo()
    {
        QFETCH(qint64, days);
        QFETCH(qint64, count);
        QFETCH(qint64, megabytes);
        QFETCH(qint64, gone);
        Life life(*m_home);
        life.jobsOf(10, "succeeded");
        life.jobsOf(2, "failed");
        const Going going = life.going(KeptKind::Jobs, {days, count, megabytes});
        QCOMPARE(going.total, 10);
        QCOMPARE(going.totalBytes, 10 << 20);
        QCOMPARE(going.count, gone);
        QCOMPARE(going.bytes, gone << 20);
        QCOMPARE(going.oldest.has_value(), gone > 0);
        if (gone > 0)
            QCOMPARE(*going.oldest, life.clock.wallMs() - 10 * day);
        QCOMPARE(life.going(KeptKind::FailedJobs, {1, 0, 0}).count, 1);
        QCOMPARE(life.number("SELECT count(*) FROM job"), 12);
    }
    void aRuleIsCarriedOutAfterAWhileAndNoted()
    {
        Life life(*m_home);
        const auto submitted = life.submit(QStringLiteral("open"));
        QVERIFY(submitted);
        life.jobsOf(600, "succeeded");
        life.jobsOf(3, "failed");
        life.sql("INSERT INTO activity (at, actor, action, target, detail) VALUES (1, 'x', 'old', '', '')");
        life.sql("INSERT INTO callback VALUES ('d', 'j', 1, 'u', 'b', 'delivered', 1, 1, 1, 1)");
        life.sql("INSERT INTO callback VALUES ('w', 'j', 1, 'u', 'b', 'waiting', 1, 1, 1, 1)");
        QSignalSpy applied(&life.keeper, &RetentionService::applied);
        QVERIFY(waitFor(life.settings.set(Setting::KeepJobsDays, QStringLiteral("5"))));
        life.clock.advance(59s);
        QCOMPARE(life.number("SELECT count(*) FROM job WHERE state = 'succeeded'"), 600);
        life.clock.advance(1s);
        QTRY_COMPARE(applied.size(), 1);
        QCOMPARE(life.number("SELECT count(*) FROM job WHERE state = 'succeeded'"), 4); // one has come of age meanwhile
        QCOMPARE(life.number("SELECT count(*) FROM attempt JOIN job ON job.seq = attempt.job WHERE job.state = 'succeeded'"), 4);
        QCOMPARE(life.number("SELECT count(*) FROM job WHERE state = 'failed'"), 3);
        QCOMPARE(life.number("SELECT count(*) FROM log_leftover"), 0);
        QVERIFY(isOpen(life.state(submitted->id)));
        QCOMPARE(life.number("SELECT count(*) FROM callback"), 1);
        QCOMPARE(life.number("SELECT count(*) FROM activity WHERE action = 'old'"), 0);
        QCOMPARE(life.number("SELECT count(*) FROM activity WHERE action = 'retention.apply' AND actor = 'kule' AND detail LIKE '%jobs: 596%'"), 1);
    }
    void oldReportsLeaveTheFolder()
    {
        Life life(*m_home);
        const QString folder = m_home->filePath(QStringLiteral("fatals"));
        QDir().mkpath(folder);
        for (int i = 0; i < 3; ++i) {
            QFile file(folder + QStringLiteral("/%1.txt").arg(i));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(dumpJson(Json{{"process_id", "1"}, {"error", "e"}, {"file", "a"}, {"time", isoTime(life.clock.wallMs() - i * 400 * day)}}));
        }
        QCOMPARE(waitFor(life.reports.list({}, {}))->total, 3);
        QVERIFY(waitFor(life.settings.set(Setting::KeepFatalsDays, QStringLiteral("30"))));
        life.clock.advance(60s);
        QTRY_COMPARE(QDir(folder).entryList(QDir::Files), QStringList{QStringLiteral("0.txt")});
        QCOMPARE(waitFor(life.reports.list({}, {}))->total, 1);
        QVERIFY(waitFor(life.reports.removals())->empty());
    }
    void everyRuleHasASetting()
    {
        KeepPolicy policy;
        int settings = 0;
        for (const SettingRow &row : settingRows) {
            const bool isRule = QByteArray(row.key).startsWith("keep.");
            QCOMPARE(policy.valueOf(row.id) != nullptr, isRule);
            settings += isRule;
        }
        QCOMPARE(settings, 13);
        QCOMPARE(KeepPolicy::of(Settings())[KeptKind::FailedJobs].days, 730);
    }

    void rowsAreSafeInASpreadsheet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << QStringLiteral("a") << QByteArray("a");
        QTest::newRow("comma") << QStringLiteral("a,b") << QByteArray("\"a,b\"");
        QTest::newRow("quote") << QStringLiteral("say \"x\"") << QByteArray("\"say \"\"x\"\"\"");
        QTest::newRow("lines") << QStringLiteral("a\r\nb") << QByteArray("\"a\r\nb\"");
        QTest::newRow("formula") << QStringLiteral("=HYPERLINK(1)") << QByteArray("'=HYPERLINK(1)");
        QTest::newRow("plus") << QStringLiteral("+1") << QByteArray("'+1");
        QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1");
        QTest::newRow("at") << QStringLiteral("@SUM(1)") << QByteArray("'@SUM(1)");
        QTest::newRow("behind blanks") << QStringLiteral(" \t=1") << QByteArray("' \t=1");
        QTest::newRow("tab") << QStringLiteral("\tx") << QByteArray("'\tx");
        QTest::newRow("turkish") << QStringLiteral("İış") << QStringLiteral("İış").toUtf8();
    }
    void rowsAreSafeInASpreadsheet()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(csvRow({Json(text), Json(5), Json(nullptr), Json(-1)}), cell + ",5,,-1\r\n");
    }
    void aFileIsWholeOrNotAtAll()
    {
        Life life(*m_home);
        life.jobsOf(1300, "succeeded");
        life.sql("UPDATE job SET error = '=1+1' WHERE seq = 1");
        const QString file = m_home->filePath(QStringLiteral("jobs.csv"));
        QSignalSpy progressed(&life.exports, &Exports::progressed);
        QCOMPARE(waitFor(life.exports.toFile({JobFilter(), ExportFormat::Csv}, file)).value_or(0), 1300);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray whole = written.readAll();
        QCOMPARE(whole.count("\r\n"), 1301);
        QVERIFY(whole.startsWith("id,process_id,label,file_path,state"));
        QVERIFY(whole.contains(",'=1+1,"));
        QTRY_VERIFY(!progressed.isEmpty());
        QCOMPARE(progressed.last().at(1).toLongLong(), 1300);

        const auto cancelled = std::make_shared<std::atomic_bool>(true);
        const QString other = m_home->filePath(QStringLiteral("other.csv"));
        QCOMPARE(waitFor(life.exports.toFile({JobFilter(), ExportFormat::Csv}, other, cancelled)).error().code, QByteArray("export.cancelled"));
        QVERIFY(!QFile::exists(other));
        QCOMPARE(waitFor(life.exports.toFile({JobFilter(), ExportFormat::Csv}, m_home->filePath(QStringLiteral("none/x.csv")))).error().code, QByteArray("export.io"));
        QCOMPARE(waitFor(life.exports.toFile({LogText{{QStringLiteral("none")}, 0}, {}}, other)).error().code, QByteArray("job.not_found"));
        QCOMPARE(QDir(m_home->path()).entryList({QStringLiteral("*.csv*")}, QDir::Files), QStringList{QStringLiteral("jobs.csv")});
        // What is no file is not replaced by one.
        QCOMPARE(waitFor(life.exports.toFile({JobFilter(), ExportFormat::Csv}, m_home->path())).error().code, QByteArray("export.io"));
    }
    void aFileHoldsNoSecret()
    {
        Life life(*m_home);
        life.jobsOf(1300, "succeeded");
        life.sql("UPDATE job SET label = 'with kanarya-8d1f'"); // from before it was known
        life.redactor.learn(Secret("kanarya-8d1f"));
        for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::JsonLines}) {
            const QString file = m_home->filePath(QStringLiteral("clean"));
            QCOMPARE(waitFor(life.exports.toFile({JobFilter(), format}, file)).value_or(0), 1300);
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            const QByteArray whole = written.readAll();
            QVERIFY(!whole.contains("kanarya-8d1f"));
            QCOMPARE(whole.count("with ***"), 1300);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Keeping)
#include "tst_keeping.moc"
