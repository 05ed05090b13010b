// SPDX-License-Identifier: GPL-3.0-or-later
// The overview from rows: days and hours by the clock, whatever the states; what runs, waits and failed; an index for it.
#include "fakeclock.h"
#include "overview/overviewreader.h"
#include "overview/overviewrows.h"
#include "store/store.h"
#include "waitfor.h"

#include <QTemporaryDir>

using namespace kule;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 now = 500'000 * hour + 20 * 60'000; // twenty past

} // namespace

class tst_Overview : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;

    void addJob(const char *state, std::optional<qint64> endedAt, qint64 queuedAt = 1)
    {
        const Done done = waitFor(m_store->write([=](Database &database) {
            return database
                .run("INSERT INTO job (id, revision, kind, process_id, label, state, file_path, path, args, kwargs, callback_url, actor, progress, step, attempt, "
                     "created_at, queued_at, ended_at) VALUES (lower(hex(randomblob(8))), 1, 'script', hex(randomblob(8)), '', ?, 'a.py', '/a.py', '[]', '{}', '', 'x', 0, '', 1, ?, ?, ?)",
                     state, queuedAt, queuedAt, endedAt)
                .map([](const Cursor &) {});
        }));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message.english()));
    }
    Overview read()
    {
        auto overview = waitFor(m_store->read([](Database &database) { return overviewrows::read(database, now); }));
        if (!overview)
            qFatal("%s", qPrintable(overview.error().message.english()));
        return *overview;
    }

    void addTitle(const char *state, qint64 endedAt, const char *source, const char *errorType = "")
    {
        addJob(state, endedAt);
        const Done done = waitFor(m_store->write([=](Database &database) -> Done {
            auto job = database.run("UPDATE job SET kind = 'title', error_type = ? WHERE seq = (SELECT max(seq) FROM job)", errorType);
            if (!job)
                return fail(job.error());
            return database
                .run("INSERT INTO attempt (job, number, state, code_hash, queued_at, result) SELECT max(seq), 1, ?, '', 1, ? FROM job", state,
                     *source ? std::optional(QStringLiteral("{\"data\":{},\"source\":\"%1\"}").arg(QString::fromLatin1(source))) : std::nullopt)
                .map([](const Cursor &) {});
        }));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message.english()));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(Store::open({m_folder->filePath(QStringLiteral("kule.db")), m_folder->filePath(QStringLiteral("backups")), {}, 2}, 1).value());
    }
    void cleanup() { m_store.reset(); }

    void titlesAreCountedByWhereTheyCameFrom()
    {
        for (const char *source : {"cache", "cache", "database", "netflix"})
            addTitle("succeeded", now - hour, source);
        addTitle("succeeded", now - 25 * hour, "netflix");
        addTitle("succeeded", now - hour, ""); // its answer is gone
        addTitle("failed", now - hour, "", "NOT_FOUND");
        addTitle("failed", now - hour, "", "NOT_FOUND");
        addTitle("failed", now - hour, "", "SCRAPE_ERROR");
        addTitle("interrupted", now - hour, "");
        addJob("failed", now - hour);
        const TitleCounts titles = read().titles;
        QCOMPARE(titles.cache, 2);
        QCOMPARE(titles.database, 1);
        QCOMPARE(titles.netflix, 1);
        QCOMPARE(titles.failed, 4);
        QCOMPARE(titles.failures.front(), (std::pair<QString, qint64>(QStringLiteral("NOT_FOUND"), 2)));
        QCOMPARE(titles.failures.size(), std::size_t(3));
    }

    void nothingIsThere()
    {
        const Overview overview = read();
        QCOMPARE(overview.jobs.total, 0);
        QCOMPARE(overview.hours.size(), std::size_t(24));
        QCOMPARE(overview.hours.back().begin, 500'000 * hour);
        QVERIFY(overview.databaseBytes > 0);
        QVERIFY(overview.running.empty() && overview.waiting.empty() && overview.groups.empty());
    }
    void daysAndHoursCountByTheClock()
    {
        addJob("succeeded", now);
        addJob("failed", now - 24 * hour + 1);    // the last moment of this day, before the first bar
        addJob("timed_out", now - 24 * hour);     // the day before begins
        addJob("interrupted", now - 48 * hour + 1);
        addJob("failed", now - 48 * hour);        // too old
        addJob("cancelled", now - hour);          // neither good nor bad
        addJob("failed", now - 20 * 60'000 - 1);  // the hour before this one
        addJob("succeeded", now + 2 * hour);      // the clock was set back
        addJob("running", std::nullopt);
        const Overview overview = read();
        QCOMPARE(overview.lastDay.failed, 2);
        QCOMPARE(overview.lastDay.succeeded, 2);
        QCOMPARE(overview.dayBefore.failed, 2);
        QCOMPARE(overview.dayBefore.succeeded, 0);
        QCOMPARE(overview.hours[23].succeeded, 2);
        QCOMPARE(overview.hours[23].failed, 0);
        QCOMPARE(overview.hours[22].failed, 1);
        qint64 failed = 0;
        for (const HourCounts &of : overview.hours)
            failed += of.failed;
        QCOMPARE(failed, 1);
        QCOMPARE(overview.jobs.total, 9);
    }
    void theLongestWaitingStandFirst()
    {
        for (int i = 0; i < 9; ++i)
            addJob("queued", std::nullopt, 100 + i);
        const Overview overview = read();
        QCOMPARE(overview.jobs.queued, 9);
        QCOMPARE(static_cast<int>(overview.waiting.size()), Overview::mostShown);
        QCOMPARE(overview.waiting.front().queuedAt, 100);
        QCOMPARE(overview.waiting.back().queuedAt, 105);
    }
    void deadAndWaitingCallbacksAreToldApart()
    {
        QVERIFY(waitFor(m_store->write([](Database &database) {
            return database.run("INSERT INTO callback VALUES ('a', 'j', 1, 'u', '{}', 'dead', 1, 1, 1, 1), ('b', 'j', 1, 'u', '{}', 'waiting', 1, 1, 1, 1), "
                                "('c', 'j', 1, 'u', '{}', 'dead', 1, 1, 1, 1), ('d', 'j', 1, 'u', '{}', 'delivered', 1, 1, 1, 1)")
                .map([](const Cursor &) {});
        })));
        const Overview overview = read();
        QCOMPARE(overview.deadCallbacks, 2);
        QCOMPARE(overview.waitingCallbacks, 1);
    }
    void theEndsAreReadFromAnIndexAlone()
    {
        const auto plan = waitFor(m_store->read([](Database &database) -> Result<QString> {
            auto row = database.run("EXPLAIN QUERY PLAN SELECT count(*) FROM job WHERE state = ? AND ended_at >= ? AND ended_at < ?", "failed", 1, 2);
            if (!row)
                return fail(row.error());
            QString lines;
            while (row->next())
                lines += row->text(3) + u'\n';
            return lines;
        }));
        QVERIFY2(plan && plan->contains(QStringLiteral("COVERING INDEX job_ended")), plan ? qPrintable(*plan) : "");
    }
    void whatOnlyTheQueueKnowsIsAdded()
    {
        for (int i = 0; i < 3; ++i)
            addJob("queued", std::nullopt, 100 + i);
        addJob("running", std::nullopt, 50);
        FakeClock clock;
        int asked = 0;
        OverviewReader reader(*m_store, clock, m_folder->path(), [&asked](Job &job) {
            ++asked;
            if (job.queuedAt == 100)
                job.state = JobState::Running; // since the rows were read
            job.position = static_cast<int>(200 - job.queuedAt);
            if (job.state == JobState::Running)
                job.progress = 70;
        });
        const auto overview = waitFor(reader.read());
        QVERIFY(overview);
        QCOMPARE(asked, 4);
        QCOMPARE(overview->running.front().progress, 70.0);
        QCOMPARE(overview->waiting.size(), std::size_t(2));
        QCOMPARE(overview->waiting.front().queuedAt, 102); // by its place, which is before
        QVERIFY(overview->diskBytes > overview->freeBytes && overview->freeBytes > 0);
    }
    void aDiskThatIsGoneIsNotKnown()
    {
        FakeClock clock;
        OverviewReader reader(*m_store, clock, QStringLiteral("/no/such/folder"), [](Job &) {});
        QCOMPARE(waitFor(reader.read())->diskBytes, 0);
    }
};

QTEST_GUILESS_MAIN(tst_Overview)
#include "tst_overview.moc"
