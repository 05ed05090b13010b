// SPDX-License-Identifier: GPL-3.0-or-later
// Searching and listing jobs: words and conditions together, what the index has not come to yet, jumps, and an index that
// crashes, is lost, or belongs to another database.
#include "jobfixture.h"
#include "jobs/jobrows.h"
#include "logs/logreader.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <atomic>

using namespace kule;
using How = Ending::How;

class tst_JobSearch : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    JobId run(JobLife &life, const QString &processId, const QString &label, const Json &args, How how, const QByteArray &log = {})
    {
        JobRequest request = JobLife::request(processId);
        request.label = label;
        request.args = args;
        const auto submitted = waitFor(life.jobs->submit(request, {QStringLiteral("tester")}));
        if (!submitted || !finish(life, submitted->id, how, 1, log))
            return {};
        return submitted->id;
    }
    bool finish(JobLife &life, const JobId &id, How how, int attempt, const QByteArray &log)
    {
        const auto launched = [&] { return !life.executor.launches.empty() && life.executor.launches.back().ref == AttemptRef{id, attempt}; };
        if (!waitUntil(launched))
            return false;
        writeLog(id, attempt, log);
        life.executor.start(life.executor.launches.back().ref);
        life.executor.end(life.executor.launches.back().ref, how);
        return waitUntil([&] { return !isOpen(life.state(id)); });
    }
    void writeLog(const JobId &id, int attempt, const QByteArray &text)
    {
        const QString base = logBase(m_folder->filePath(QStringLiteral("logs")), id, attempt);
        QDir().mkpath(QFileInfo(base).path());
        QFile file(base + QStringLiteral(".00000000000000000000.log"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static Done forget(JobLife &life, const JobId &id)
    {
        return waitFor(life.store->write([id](Database &database) { return database.run("DELETE FROM job WHERE id = ?", id.value).map([](const Cursor &) {}); }));
    }
    qint64 indexedRows(JobLife &life)
    {
        return waitFor(life.search->index()->read([](Database &index) { return index.number("SELECT count(*) FROM job_text"); })).value_or(-1);
    }
    static Page<Job> list(JobLife &life, const QString &query, const PageRequest &request = {})
    {
        return waitFor(life.jobs->list(*JobFilter::parse(query, life.clock.wallMs()), request)).value_or(Page<Job>{{}, {}, -1, -1});
    }

    enum class IndexState { Behind, UpToDate };
    std::vector<std::unique_ptr<QTemporaryDir>> m_sharedFolders;
    std::unique_ptr<JobLife> m_searched;
    std::unique_ptr<JobLife> m_unsearched;

    std::unique_ptr<JobLife> threeJobs(IndexState state)
    {
        auto life = std::make_unique<JobLife>(*m_folder);
        const bool ran = life->search && !run(*life, QStringLiteral("a"), QStringLiteral("İstanbul depo"), Json::array({"KAPI", {{"n", 1}}}), How::Returned).isEmpty()
            && !run(*life, QStringLiteral("b"), {}, Json::array({QStringLiteral("ISTANBUL")}), How::Raised).isEmpty()
            && !run(*life, QStringLiteral("c"), QStringLiteral("gece"), Json::array({42}), How::Raised,
                    "2026-11-21T00:33:09.123Z Bağlantı\n2026-11-21T00:33:09.124Z koptu, yine\n2026-11-21T00:33:09.125Z \033[31mkırmızı\033[0m\n").isEmpty();
        m_sharedFolders.push_back(std::move(m_folder));
        return ran && (state == IndexState::Behind || life->catchUp()) ? std::move(life) : nullptr;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void wordsAndConditionsAreFound_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *query, const char *expected) { QTest::newRow(query) << QString::fromUtf8(query) << QString::fromLatin1(expected); };
        row("", "c,b,a");
        row("istanbul", "b,a");
        row("İSTANBUL", "b,a");
        row("ısta", "b,a");
        row("tanbul", "");
        row("-istanbul", "c");
        row("istanbul -depo", "b");
        row("-istanbul -bad", "");
        row("bad", "c,b");
        row("state:failed istanbul", "b");
        row("state:failed,succeeded", "c,b,a");
        row("-state:failed", "a");
        row("-state:failed -istanbul", "");
        row("type:value", "c,b");
        row("error:\"bad value\"", "c,b");
        row("error:istanbul", "");
        row("label:gece", "c");
        row("args:kapı", "a");
        row("args:\"42\"", "c");
        row("log:bağlantı", "c");
        row("log:\"bağlantı koptu\"", "c");
        row("\"koptu yine\"", "c");
        row("log:2026", "");
        row("log:31m", "");
        row("log:kırmızı", "c");
        row("file:good", "c,b,a");
        row("file:good,bad -log:bağlantı", "b,a");
        row("id:a", "a");
        row("id:a,c", "c,a");
        row("-id:a istanbul", "b");
        row("actor:tester", "c,b,a");
        row("actor:other", "");
        row("attempt:1", "c,b,a");
        row("before:1970-01-01", "");
        row("since:1h", "c,b,a");
        row("\"absent AND present\"", "");
        row("NEAR", "");
        row("* OR", "filter.no_value");
    }
    void wordsAndConditionsAreFound()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        if (!m_searched)
            m_searched = threeJobs(IndexState::UpToDate);
        QVERIFY(m_searched);
        QCOMPARE(m_searched->found(query).join(u','), expected);
        QCOMPARE(m_searched->found(query).join(u','), expected); // from the list that is kept
        if (!expected.startsWith(QLatin1String("filter.")))
            QCOMPARE(list(*m_searched, query).unsearched, 0);
    }
    void whatTheIndexHasNotComeToIsFoundByItsRow_data() { wordsAndConditionsAreFound_data(); }
    void whatTheIndexHasNotComeToIsFoundByItsRow()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        if (!m_unsearched)
            m_unsearched = threeJobs(IndexState::Behind);
        QVERIFY(m_unsearched);
        if (!query.contains(QStringLiteral("log:")) && !query.contains(QStringLiteral("koptu")))
            QCOMPARE(m_unsearched->found(query).join(u','), expected);
    }
    void cleanupTestCase()
    {
        m_searched.reset();
        m_unsearched.reset();
    }

    void aRerunIsFoundByItsNewErrorAndItsLogs()
    {
        JobLife life(*m_folder);
        const JobId id = run(life, QStringLiteral("a"), {}, Json::array(), How::Raised, "2026-11-21T00:33:09.123Z elma\n");
        QVERIFY(life.catchUp());
        QCOMPARE(life.found(QStringLiteral("elma error:bad")), QStringList{QStringLiteral("a")});
        QVERIFY(waitFor(life.jobs->rerun(id, RerunCode::AsThen, {})));
        QVERIFY(life.catchUp());
        QVERIFY(life.found(QStringLiteral("error:bad")).isEmpty());
        QVERIFY(finish(life, id, How::Returned, 2, "2026-11-21T00:33:09.123Z armut\n"));
        QVERIFY(life.catchUp());
        QCOMPARE(life.found(QStringLiteral("elma armut")), QStringList{QStringLiteral("a")});
        QVERIFY(life.found(QStringLiteral("error:bad")).isEmpty());
        QCOMPARE(indexedRows(life), 1);
    }

    void aDeletedJobLeavesNothingBehind()
    {
        JobLife life(*m_folder);
        const JobId id = run(life, QStringLiteral("a"), QStringLiteral("elma"), Json::array(), How::Returned);
        QVERIFY(!run(life, QStringLiteral("b"), QStringLiteral("elma"), Json::array(), How::Returned).isEmpty());
        QVERIFY(life.catchUp());
        QCOMPARE(indexedRows(life), 2);
        QVERIFY(forget(life, id));
        QCOMPARE(life.found(QStringLiteral("elma")), QStringList{QStringLiteral("b")}); // at once
        QCOMPARE(list(life, QStringLiteral("elma")).total, 1);
        QVERIFY(life.catchUp());
        QCOMPARE(indexedRows(life), 1);
    }

    void listsFollowWhatMoves()
    {
        JobLife life(*m_folder, {1, 100, 1 << 20});
        std::vector<JobId> ids;
        for (int i = 0; i < 12; ++i)
            ids.push_back(life.submit(QString::number(i)).value_or(Submitted{}).id);
        QVERIFY(waitUntil([&] { return list(life, QStringLiteral("state:queued")).total == 11; }));
        // From a list: it has an offset, or several states.
        const auto rowsFrom = [&](const QString &query, qint64 offset) {
            QStringList rows;
            for (const Job &job : list(life, query, {{}, 3, offset}).items)
                rows += plainText(job.processId);
            return rows.join(u',');
        };
        QCOMPARE(rowsFrom({}, 5), QStringLiteral("6,5,4"));
        QCOMPARE(rowsFrom(QStringLiteral("state:queued"), 2), QStringLiteral("9,8,7"));
        QCOMPARE(rowsFrom(QStringLiteral("state:queued,cancelled"), 0), QStringLiteral("11,10,9"));
        QVERIFY(waitFor(life.jobs->cancel(ids[8], {})));
        QVERIFY(forget(life, ids[9]));
        QCOMPARE(rowsFrom({}, 2), QStringLiteral("8,7,6"));
        QCOMPARE(rowsFrom(QStringLiteral("state:queued"), 1), QStringLiteral("10,7,6"));
        QCOMPARE(rowsFrom(QStringLiteral("state:queued,cancelled"), 0), QStringLiteral("11,10,8"));
        QCOMPARE(list(life, QStringLiteral("state:queued")).total, 9);
        QCOMPARE(rowsFrom({}, 11), QString());
        QCOMPARE(list(life, {}, {{}, 3, 11}).total, 11);
        const auto bad = waitFor(life.jobs->list({}, {QStringLiteral("x"), 3, 5}));
        QCOMPARE(bad.error().code, QByteArray("page.bad_cursor"));
        // A cursor with an offset, as a window asks for a far page.
        const QString cursor = list(life, {}, {{}, 3}).next;
        QCOMPARE(plainText(list(life, {}, {cursor, 3, 2}).items.front().processId), QStringLiteral("5"));
    }

    void jobsFromBeforeTheIndexAreSwept()
    {
        QStringList all;
        {
            JobLife life(*m_folder);
            for (const char *id : {"a", "b", "c"})
                QVERIFY(!run(life, QString::fromLatin1(id), QStringLiteral("elma"), Json::array(), How::Returned).isEmpty());
        }
        for (const char *part : {"", "-wal", "-shm"})
            QFile::remove(m_folder->filePath(QStringLiteral("search.db")) + QLatin1String(part));
        JobLife life(*m_folder);
        QVERIFY(life.catchUp());
        QCOMPARE(life.found(QStringLiteral("elma")).size(), 3);
        QCOMPARE(indexedRows(life), 3);
    }
    void anIndexThatIsNoDatabaseIsMadeAnew()
    {
        QFile file(m_folder->filePath(QStringLiteral("search.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        JobLife life(*m_folder);
        QVERIFY(life.search);
        QVERIFY(!run(life, QStringLiteral("a"), QStringLiteral("elma"), Json::array(), How::Returned).isEmpty());
        QVERIFY(life.catchUp());
        QCOMPARE(life.found(QStringLiteral("elma")).size(), 1);
    }
    void anIndexOfAnotherDatabaseIsMadeAnew()
    {
        {
            JobLife life(*m_folder);
            for (const char *id : {"a", "b", "c"})
                QVERIFY(!run(life, QString::fromLatin1(id), QStringLiteral("elma"), Json::array(), How::Returned).isEmpty());
            QVERIFY(life.catchUp());
        }
        for (const char *part : {"", "-wal", "-shm"})
            QFile::remove(m_folder->filePath(QStringLiteral("kule.db")) + QLatin1String(part));
        JobLife life(*m_folder);
        QVERIFY(!run(life, QStringLiteral("d"), QStringLiteral("elma"), Json::array(), How::Returned).isEmpty());
        QVERIFY(life.catchUp());
        QCOMPARE(life.found(QStringLiteral("elma")), QStringList{QStringLiteral("d")});
        QCOMPARE(indexedRows(life), 1);
    }

    // The i-th access to the index fails, for all i, and so does each one after it until the next start.
    void aCrashOfTheIndexLosesNothing()
    {
        for (int failing = 1;; ++failing) {
            m_folder = std::make_unique<QTemporaryDir>();
            const auto seen = std::make_shared<std::atomic<int>>(0);
            {
                JobLife life(*m_folder, {2, 100, 1 << 20}, {}, [seen, failing](const char *) { return ++*seen >= failing; });
                const JobId id = run(life, QStringLiteral("a"), QStringLiteral("elma"), Json::array(), How::Returned);
                QVERIFY(!id.isEmpty()); // jobs do not wait for it
                bool isUp = !life.search;
                if (life.search)
                    connect(life.search.get(), &JobSearch::caughtUp, &life.anchor, [&isUp] { isUp = true; });
                QVERIFY(waitUntil([&] {
                    life.clock.advance(Milliseconds(100));
                    return isUp || seen->load() >= failing;
                }));
                QVERIFY(!run(life, QStringLiteral("b"), QStringLiteral("elma"), Json::array(), How::Returned).isEmpty());
                QVERIFY(forget(life, id));
            }
            const bool wasReached = seen->load() >= failing;
            JobLife life(*m_folder);
            QVERIFY(life.search);
            QVERIFY(life.catchUp());
            QCOMPARE(life.found(QStringLiteral("elma")), QStringList{QStringLiteral("b")});
            QCOMPARE(indexedRows(life), 1);
            if (!wasReached)
                break;
        }
    }

    void aLongLogIsFoundAtBothEnds()
    {
        JobLife life(*m_folder);
        const QByteArray stamp("2026-11-21T00:33:09.123Z ");
        const QByteArray log = stamp + "elma\n" + (stamp + "satir\n").repeated(20'000) + stamp + "orta\n" + (stamp + "satir\n").repeated(20'000) + stamp + "armut\n" + stamp
            + QByteArray(5000, 'x') + "\n";
        QVERIFY(!run(life, QStringLiteral("a"), {}, Json::array(), How::Returned, log).isEmpty());
        QVERIFY(life.catchUp());
        QCOMPARE(life.found(QStringLiteral("log:elma log:armut")).size(), 1);
        QCOMPARE(life.found(QStringLiteral("log:orta")).size(), 0);
        QCOMPARE(life.found(QStringLiteral("log:xxxxxx")).size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_JobSearch)
#include "tst_jobsearch.moc"
