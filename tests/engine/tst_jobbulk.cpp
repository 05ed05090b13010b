// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"
#include "jobfixture.h"
#include "jobs/bulkjobs.h"

#include <QDir>
#include <QTest>

using namespace kule;
using namespace std::chrono_literals;
using How = Ending::How;

namespace {

const Actor admin{QStringLiteral("admin")};

/// A job service with its bulk, and as many ended jobs as wanted.
struct Life : JobLife
{
    explicit Life(const QTemporaryDir &folder, RunnerLimits limits = {2, 100, 1 << 20}, StoreFault fault = {})
        : JobLife(folder, limits, std::move(fault))
        , logs(folder.filePath(QStringLiteral("logs")))
        , bulk(std::make_unique<BulkJobs>(*store, *jobs, clock, logs))
    {
    }
    ~Life() { end(); }
    void end()
    {
        if (!bulk)
            return;
        (void)waitFor(bulk->finish());
        bulk.reset();
    }

    JobId ended(const QString &processId, How how = How::Returned)
    {
        const JobId id = submit(processId)->id;
        const std::size_t at = launched++;
        (void)waitUntil([&] { return executor.launches.size() > at; });
        executor.start(executor.launches[at].ref);
        executor.end(executor.launches[at].ref, how);
        (void)waitUntil([&] { return !isOpen(state(id)); });
        QDir().mkpath(logFolder(id));
        QFile log(logFolder(id) + QStringLiteral("/1.00000000000000000000.log"));
        (void)log.open(QIODevice::WriteOnly);
        log.write("2026-11-21T00:33:09.123Z said\n");
        return id;
    }
    QString logFolder(const JobId &id) const { return logs + u'/' + id.value.left(2) + u'/' + id.value; }
    qint64 count(const QString &query = {}) { return waitFor(jobs->list(*JobFilter::parse(query, clock.wallMs()), {}))->total; }
    qint64 rows(const char *table)
    {
        return *waitFor(store->read([table](Database &database) { return database.number(table); }));
    }
    Result<BulkRun> run(BulkAction action, const QString &query, qint64 expected)
    {
        auto begun = waitFor(bulk->begin({action, *JobFilter::parse(query, clock.wallMs()), expected, RerunCode::AsNow}, admin));
        if (!begun || begun->isFinished)
            return begun;
        Result<BulkRun> now = begun;
        (void)waitUntil([&] {
            now = waitFor(bulk->find(begun->id));
            return now && now->isFinished;
        });
        return now;
    }
    std::vector<Activity> activity(const char *action)
    {
        ActivityLog log(*store);
        auto all = waitFor(log.list({}, {}))->items;
        std::erase_if(all, [action](const Activity &row) { return row.action != action; });
        return all;
    }

    const QString logs;
    std::unique_ptr<BulkJobs> bulk;
    std::size_t launched = 0;
};

} // namespace

class tst_JobBulk : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void deletingHidesAtOnceAndIsOneRowOfActivity()
    {
        Life life(*m_folder);
        const JobId failed = life.ended(QStringLiteral("1"), How::Raised);
        const JobId good = life.ended(QStringLiteral("2"));
        const auto run = life.run(BulkAction::Delete, QStringLiteral("state:failed"), 1);
        QVERIFY(run && run->isFinished && run->removal);
        QCOMPARE(run->done, 1);
        QCOMPARE(life.count(), 1);
        QCOMPARE(waitFor(life.jobs->counts())->total, 1);
        QCOMPARE(waitFor(life.jobs->find(failed)).error().code, QByteArray("job.not_found"));
        QCOMPARE(waitFor(life.jobs->log(failed, 0, 0, 100)).error().code, QByteArray("job.not_found"));
        QCOMPARE(waitFor(life.jobs->rerun(failed, RerunCode::AsNow, admin)).error().code, QByteArray("job.not_found"));
        QCOMPARE(life.state(good), JobState::Succeeded);
        const auto noted = life.activity("job.delete");
        QCOMPARE(noted.size(), 1u);
        QCOMPARE(noted[0].target, QStringLiteral("1"));
        QCOMPARE(noted[0].detail, QStringLiteral("state:failed"));
        QCOMPARE(noted[0].actor, QStringLiteral("admin"));
    }
    void anotherCountChangesNothing()
    {
        Life life(*m_folder);
        (void)life.ended(QStringLiteral("1"));
        for (const BulkAction action : {BulkAction::Delete, BulkAction::Rerun, BulkAction::Cancel}) {
            const auto run = life.run(action, {}, 2);
            QCOMPARE(run.error().code, QByteArray("job.count_changed"));
            QVERIFY(run.error().details == (Json{{"count", 1}}));
        }
        QCOMPARE(life.count(), 1);
        QVERIFY(life.activity("job.delete").empty() && life.activity("job.rerun").empty() && life.activity("job.cancel").empty());
        const auto none = life.run(BulkAction::Delete, QStringLiteral("state:cancelled"), 0);
        QVERIFY(none && none->isFinished && !none->removal);
        QVERIFY(life.activity("job.delete").empty());
    }
    void anOpenJobIsLeftAloneWithItsReason()
    {
        Life life(*m_folder);
        const JobId open = life.submit(QStringLiteral("1"))->id;
        const auto run = life.run(BulkAction::Delete, {}, 1);
        QVERIFY(run && !run->removal);
        QCOMPARE(run->skipped, 1);
        QCOMPARE(run->skips.at(0).code, QByteArray("job.still_open"));
        QVERIFY(isOpen(life.state(open)));
        QCOMPARE(waitFor(life.bulk->remove(open, admin)).error().code, QByteArray("job.still_open"));
        QVERIFY(waitFor(life.bulk->removals())->empty());
    }
    void aDeletionIsTakenBackOnce()
    {
        Life life(*m_folder);
        const JobId id = life.ended(QStringLiteral("1"));
        const auto removal = waitFor(life.bulk->remove(id, admin));
        QVERIFY(removal);
        QCOMPARE(waitFor(life.bulk->remove(id, admin)).error().code, QByteArray("job.not_found"));
        QCOMPARE(waitFor(life.bulk->removals())->size(), 1u);
        QCOMPARE(*waitFor(life.bulk->restore(removal->undo, admin)), 1);
        QCOMPARE(life.state(id), JobState::Succeeded);
        QCOMPARE(waitFor(life.jobs->log(id, 0, 0, 100))->text, QByteArray("2026-11-21T00:33:09.123Z said\n"));
        QCOMPARE(waitFor(life.bulk->restore(removal->undo, admin)).error().code, QByteArray("undo.not_found"));
        QCOMPARE(life.activity("job.restore").size(), 1u);
    }
    void afterTenMinutesItIsGoneWithAllThatWasIts()
    {
        Life life(*m_folder);
        const JobId id = life.ended(QStringLiteral("1"), How::Raised);
        const auto removal = waitFor(life.bulk->remove(id, admin));
        life.clock.advance(undoableFor - 1ms);
        QVERIFY(QDir(life.logFolder(id)).exists());
        QVERIFY(waitUntil([&] { return life.clock.pending() > 0; }));
        QVERIFY(waitUntil([&] {
            life.clock.advance(60s);
            return life.rows("SELECT count(*) FROM removal") == 0 && life.rows("SELECT count(*) FROM log_leftover") == 0;
        }));
        for (const char *rows : {"SELECT count(*) FROM job", "SELECT count(*) FROM attempt", "SELECT count(*) FROM job_event", "SELECT count(*) FROM source"})
            QCOMPARE(life.rows(rows), 0);
        QVERIFY(!QDir(life.logFolder(id)).exists());
        QCOMPARE(waitFor(life.bulk->restore(removal->undo, admin)).error().code, QByteArray("undo.not_found"));
    }
    void aSnapshotThatAnotherJobRanStays()
    {
        Life life(*m_folder);
        const JobId first = life.ended(QStringLiteral("1"));
        const JobId second = life.ended(QStringLiteral("2"));
        QVERIFY(waitFor(life.bulk->remove(first, admin)));
        QVERIFY(waitUntil([&] {
            life.clock.advance(60s);
            return life.rows("SELECT count(*) FROM job") == 1;
        }));
        QCOMPARE(life.rows("SELECT count(*) FROM source"), 1);
        QVERIFY(waitFor(life.jobs->rerun(second, RerunCode::AsThen, admin)));
    }
    void aRestartKeepsTheWayBackAndGoesOnWithWhatWasLeft()
    {
        QString undo;
        JobId kept;
        JobId late;
        {
            Life life(*m_folder);
            kept = life.ended(QStringLiteral("1"));
            late = life.ended(QStringLiteral("2"));
            undo = waitFor(life.bulk->remove(kept, admin))->undo;
            QVERIFY(waitFor(life.bulk->remove(late, admin)));
            // As an engine leaves it that dies while it deletes: not concluded; and while it erases: a folder without a row.
            QVERIFY(waitFor(life.store->write([](Database &database) -> Done {
                if (auto open = database.run("UPDATE removal SET until = ? WHERE id = 1", jobremoval::unfinished); !open)
                    return fail(open.error());
                if (auto due = database.run("UPDATE removal SET state = 'erasing' WHERE id = 2"); !due)
                    return fail(due.error());
                return {};
            })));
        }
        Life life(*m_folder);
        QVERIFY(waitUntil([&] { return life.rows("SELECT count(*) FROM job") == 1 && !QDir(life.logFolder(late)).exists(); }));
        QCOMPARE(*waitFor(life.bulk->restore(undo, admin)), 1);
        QCOMPARE(life.state(kept), JobState::Succeeded);
    }
    void manyAreRunAgainAndCancelled()
    {
        Life life(*m_folder, {100, 1000, 1 << 20});
        for (int i = 0; i < 5; ++i)
            (void)life.ended(QString::number(i), i < 3 ? How::Raised : How::Returned);
        const auto rerun = life.run(BulkAction::Rerun, QStringLiteral("state:failed"), 3);
        QVERIFY(rerun);
        QCOMPARE(rerun->done, 3);
        QCOMPARE(life.count(QStringLiteral("state:running")), 3);
        const auto cancel = life.run(BulkAction::Cancel, {}, 5);
        QCOMPARE(cancel->done, 3);
        QCOMPARE(cancel->skipped, 2);
        QCOMPARE(cancel->skips.at(0).code, QByteArray("job.already_ended"));
        QCOMPARE(life.activity("job.rerun").size(), 1u);
        QCOMPARE(life.activity("job.rerun").at(0).detail, QStringLiteral("state:failed"));
        QCOMPARE(life.activity("job.cancel").size(), 1u);
    }
    void aRunIsStoppedBetweenTwoSlices()
    {
        Life life(*m_folder, {1, 1000, 1 << 20});
        std::vector<Future<Result<Submitted>>> all;
        for (int i = 0; i < 400; ++i)
            all.push_back(life.jobs->submit(JobLife::request(QString::number(i)), admin));
        for (const auto &job : all)
            QVERIFY(waitFor(job));
        Future<Result<BulkRun>> asked;
        std::optional<BulkRun> last;
        connect(life.bulk.get(), &JobBulk::progressed, this, [&](const BulkRun &run) {
            if (!last)
                asked = life.bulk->stop(run.id, admin);
            last = run;
        });
        QVERIFY(waitFor(life.bulk->begin({BulkAction::Cancel, {}, 400, RerunCode::AsNow}, admin)));
        QVERIFY(waitUntil([&] { return last && last->isFinished; }));
        QVERIFY(waitFor(asked));
        QVERIFY(last->problem && last->problem->code == "job.bulk_stopped");
        QVERIFY(last->done < 400);
        QCOMPARE(life.activity("job.bulk_stop").size(), 1u);
        QCOMPARE(life.activity("job.cancel").size(), 1u);
    }
    void aJobThatRunsAgainIsNeverHidden()
    {
        Life life(*m_folder);
        const JobId id = life.ended(QStringLiteral("1"));
        const auto again = life.jobs->rerun(id, RerunCode::AsNow, admin);
        const auto removed = waitFor(life.bulk->remove(id, admin));
        QVERIFY(waitFor(again) || removed);
        QVERIFY(!waitFor(again) || isOpen(life.state(id)));
    }
    void anyStoreAccessMayFailAndTheNextRunRecovers_data()
    {
        QTest::addColumn<int>("action");
        for (const BulkAction action : {BulkAction::Delete, BulkAction::Rerun, BulkAction::Cancel})
            QTest::newRow(wordOf(action)) << static_cast<int>(action);
    }
    void anyStoreAccessMayFailAndTheNextRunRecovers();
    void strangersHearThatThereIsNone()
    {
        Life life(*m_folder);
        QCOMPARE(waitFor(life.bulk->find(QStringLiteral("x"))).error().code, QByteArray("job.bulk_not_found"));
        QCOMPARE(waitFor(life.bulk->stop(QStringLiteral("x"), admin)).error().code, QByteArray("job.bulk_not_found"));
        QCOMPARE(waitFor(life.bulk->restore({}, admin)).error().code, QByteArray("undo.not_found"));
        QCOMPARE(waitFor(life.bulk->remove({QStringLiteral("../..")}, admin)).error().code, QByteArray("job.not_found"));
        (void)life.ended(QStringLiteral("1"));
        const auto run = life.run(BulkAction::Delete, {}, 1);
        QCOMPARE(waitFor(life.bulk->stop(run->id, admin)).error().code, QByteArray("job.bulk_ended"));
    }
};

// The i-th statement of a run fails, for all i: the run says so or has done all, the same engine does it when asked again,
// and the next one finds each job once: in the list, or among what may be taken back.
void tst_JobBulk::anyStoreAccessMayFailAndTheNextRunRecovers()
{
    QFETCH(int, action);
    const auto wanted = static_cast<BulkAction>(action);
    const QString query = wanted == BulkAction::Cancel ? QStringLiteral("state:queued,running") : QStringLiteral("state:failed");
    constexpr int jobs = 4;
    for (int failing = 0;; ++failing) {
        m_folder = std::make_unique<QTemporaryDir>();
        auto seen = std::make_shared<std::atomic_int>(-1); // not yet
        {
            Life life(*m_folder, {2, 100, 1 << 20}, [seen, failing](const char *) { return *seen >= 0 && seen->fetch_add(1) == failing; });
            for (int i = 0; i < jobs - 1; ++i) {
                if (wanted == BulkAction::Cancel)
                    QVERIFY(life.submit(QString::number(i)));
                else
                    (void)life.ended(QString::number(i), How::Raised);
            }
            if (wanted != BulkAction::Cancel)
                (void)life.ended(QStringLiteral("good"));
            *seen = 0;
            const auto first = life.run(wanted, query, jobs - 1);
            const bool isWhole = first && first->isFinished && !first->problem;
            if (isWhole)
                QCOMPARE(first->done, jobs - 1);
            else
                QVERIFY(first ? first->problem.has_value() : first.error().code.startsWith("store."));
            // Once more, with a store that was reopened meanwhile: for what is left. What runs ends, so that nothing is on its
            // way to the store when that goes.
            Result<BulkRun> again = first;
            std::size_t ended = life.launched;
            const bool isDone = waitUntil([&] {
                life.clock.advance(1000ms);
                for (; ended < life.executor.launches.size(); ++ended)
                    life.executor.end(life.executor.launches[ended].ref, How::Returned);
                const qint64 left = life.count(query);
                if (left <= 0)
                    return left == 0 && life.count(QStringLiteral("state:queued,running")) == 0;
                again = life.run(wanted, query, left);
                return false;
            });
            QVERIFY2(isDone, again ? "some are left" : again.error().code.constData());
        }
        Life life(*m_folder);
        QVERIFY(life.store);
        QVERIFY(waitFor(life.jobs->runner().recover()));
        QVERIFY(waitUntil([&] { return life.rows("SELECT count(*) FROM removal WHERE until = 9223372036854775807") == 0; }));
        const auto removals = waitFor(life.bulk->removals());
        QVERIFY(removals);
        qint64 deleted = 0;
        for (const Removal &removal : *removals)
            deleted += *waitFor(life.bulk->restore(removal.undo, admin));
        if (wanted == BulkAction::Delete)
            QCOMPARE(deleted, jobs - 1);
        QCOMPARE(life.count(), wanted == BulkAction::Cancel ? jobs - 1 : jobs);
        if (wanted == BulkAction::Rerun)
            QCOMPARE(life.count(QStringLiteral("state:failed")), 0);
        if (wanted == BulkAction::Cancel)
            QCOMPARE(life.count(QStringLiteral("state:queued,running")), 0);
        if (*seen <= failing)
            break;
    }
}

QTEST_GUILESS_MAIN(tst_JobBulk)
#include "tst_jobbulk.moc"
