// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobfixture.h"

#include <QFile>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>

#include <thread>

using namespace kule;
using How = Ending::How;

class tst_Jobs : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    static QString id(int n) { return QString::number(n); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aJobRunsToItsEnd()
    {
        JobLife life(*m_folder);
        const auto submitted = life.submit(id(1));
        QVERIFY(submitted);
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        QCOMPARE(life.executor.launches[0].source, QByteArray("def boot():\n    return 42\n"));
        const AttemptRef ref = life.executor.launches[0].ref;
        QCOMPARE(life.executor.prepared, std::vector{ref});
        QVERIFY(life.executor.withdrawn.empty());
        life.executor.start(ref);
        QCOMPARE(life.state(submitted->id), JobState::Running);
        life.executor.end(ref, How::Returned);
        QTRY_COMPARE(life.state(submitted->id), JobState::Succeeded);
        const JobDetail detail = life.detail(submitted->id);
        QCOMPARE(detail.attempts.size(), 1u);
        QVERIFY(*detail.attempts[0].result == Json(42));
        QCOMPARE(detail.attempts[0].pid.value_or(0), 4711);
        QTRY_COMPARE(std::count_if(life.seen.begin(), life.seen.end(), [](const Job &job) { return !isOpen(job.state); }), 1);
        QVERIFY(std::is_sorted(life.seen.begin(), life.seen.end(), [](const Job &x, const Job &y) { return x.revision < y.revision; }));
    }
    void whatIsOnTheDiskRunsAtOnce()
    {
        JobLife life(*m_folder, {1, 100, 1 << 20});
        life.executor.opensEarly = true;
        const auto first = life.submit(id(1));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        QCOMPARE(life.executor.opened, std::vector{life.executor.launches[0].ref});
        // The second waits in line: it is prepared when its turn comes.
        const auto second = life.submit(id(2));
        QVERIFY(second);
        QCOMPARE(life.executor.prepared.size(), 1u);
        life.executor.start({first->id, 1});
        life.executor.end({first->id, 1}, How::Returned);
        QTRY_COMPARE(life.executor.launches.size(), 2u);
        QCOMPARE(life.executor.opened.size(), 2u);
        QCOMPARE(life.executor.prepared[1], (AttemptRef{second->id, 1}));
    }
    void cancelledWhileItIsStored_data()
    {
        QTest::addColumn<bool>("runsAlready");
        QTest::newRow("before its gate was opened") << false;
        QTest::newRow("after its gate was opened") << true;
    }
    void cancelledWhileItIsStored()
    {
        QFETCH(bool, runsAlready);
        JobLife life(*m_folder);
        life.executor.opensEarly = runsAlready;
        // Comes to this thread before the news of the row, and goes on when the row is on the disk.
        life.executor.onPrepared = [&life](const AttemptRef &ref) {
            post(&life.anchor, [&life, ref] {
                life.store->write([](Database &) { return Done(); }).wait();
                QVERIFY(life.jobs->runner().cancel(ref.job, Actor::console()).wait());
            });
        };
        const auto submitted = life.submit(id(1));
        QVERIFY(submitted);
        const AttemptRef ref{submitted->id, 1};
        if (runsAlready) {
            QTRY_COMPARE(life.executor.stops.size(), 1u);
            QCOMPARE(life.executor.stops[0], std::pair(ref, StopReason::Cancelled));
            QCOMPARE(life.executor.launches.size(), 1u);
            life.executor.end(ref, How::Stopped);
        }
        QTRY_COMPARE(life.state(submitted->id), JobState::Cancelled);
        QCOMPARE(life.executor.launches.size(), runsAlready ? 1u : 0u);
        QCOMPARE(life.executor.withdrawn.size(), runsAlready ? 0u : 1u);
    }
    void aLongJobTellsItsProcessWhileItRuns()
    {
        JobLife life(*m_folder);
        const auto submitted = life.submit(id(1));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        life.executor.start({submitted->id, 1});
        QVERIFY(!life.detail(submitted->id).attempts[0].pid);
        life.clock.advance(Milliseconds(100));
        QTRY_COMPARE(life.detail(submitted->id).attempts[0].pid.value_or(0), 4711);
    }
    void itsEndWaitsForWhoLooksIntoTheStore()
    {
        QSemaphore gate;
        JobLife life(*m_folder);
        const auto submitted = life.submit(id(1));
        QVERIFY(submitted);
        for (int i = 0; i < 8; ++i) // more than there are connections
            (void)life.store->read([&gate](Database &) -> Done { return gate.acquire(), Done(); });
        const auto late = life.jobs->find(submitted->id);
        std::thread opener([&gate] { gate.release(8); });
        life.jobs.reset();
        opener.join();
        QTRY_VERIFY(late.isAnswered());
    }
    void whatIsNotStoredIsNotLaunched()
    {
        JobLife life(*m_folder, {1, 2, 1 << 20});
        const auto refuse = life.store->write([](Database &database) { return database.run("CREATE TRIGGER refuse BEFORE INSERT ON job BEGIN SELECT RAISE(ABORT, 'no'); END").map([](const Cursor &) {}); });
        QVERIFY(waitFor(refuse));
        life.executor.opensEarly = true;
        QVERIFY(!life.submit(id(1)));
        QVERIFY(life.executor.opened.empty());
        QTRY_COMPARE(life.executor.withdrawn.size(), 1u);
        QCOMPARE(life.executor.prepared, life.executor.withdrawn);
        QVERIFY(life.executor.launches.empty());
    }
    void theSameRequestIsTheSameJob()
    {
        JobLife life(*m_folder);
        const auto first = life.jobs->submit(JobLife::request(id(1)), {});
        const auto second = life.jobs->submit(JobLife::request(id(1)), {});
        QVERIFY(waitFor(first) && waitFor(second));
        QCOMPARE(waitFor(first)->id, waitFor(second)->id);
        JobRequest other = JobLife::request(id(1));
        other.args = Json::array({1});
        QCOMPARE(waitFor(life.jobs->submit(other, {})).error().code, QByteArray("job.id_in_use"));
        JobRequest number = JobLife::request({});
        number.processId = 1;
        QVERIFY(waitFor(life.jobs->submit(number, {})));
    }
    void placesAreTakenInOrderAndTheQueueHasAnEnd()
    {
        JobLife life(*m_folder, {1, 2, 1 << 20});
        std::vector<Submitted> all;
        for (int i = 0; i < 3; ++i)
            all.push_back(*life.submit(id(i)));
        QCOMPARE(life.submit(id(9)).error().code, QByteArray("job.queue_full"));
        const Job last = life.detail(all[2].id).job;
        QCOMPARE(last.position.value_or(0), 2);
        QVERIFY(last.waiting.has_value());
        QCOMPARE(life.executor.launches.size(), 1u);
        for (std::size_t i = 0; i < 3; ++i) {
            QTRY_COMPARE(life.executor.launches.size(), i + 1);
            QCOMPARE(life.executor.launches[i].ref.job, all[i].id);
            life.executor.end(life.executor.launches[i].ref, How::Returned);
        }
        QTRY_COMPARE(life.state(all[2].id), JobState::Succeeded);
    }
    void cancelWorksWhereverTheJobIs()
    {
        JobLife life(*m_folder, {1, 100, 1 << 20});
        const auto running = *life.submit(id(1));
        const auto waiting = *life.submit(id(2));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        QVERIFY(waitFor(life.jobs->cancel(waiting.id, {})));
        QTRY_COMPARE(life.state(waiting.id), JobState::Cancelled);
        QVERIFY(waitFor(life.jobs->cancel(running.id, {}))->isStopping);
        QVERIFY(waitFor(life.jobs->cancel(running.id, {})));
        QCOMPARE(life.executor.stops.size(), 1u);
        life.executor.end({running.id, 1}, How::Stopped, StopReason::Cancelled);
        QTRY_COMPARE(life.state(running.id), JobState::Cancelled);
        QCOMPARE(waitFor(life.jobs->cancel(running.id, {})).error().code, QByteArray("job.already_ended"));
        QCOMPARE(waitFor(life.jobs->cancel(JobId::random(), {})).error().code, QByteArray("job.not_found"));
        QVERIFY(life.fatals.written.empty());
    }
    void aTimeoutStopsFromOutsideAndIsFatal()
    {
        JobLife life(*m_folder);
        JobRequest request = JobLife::request(id(1));
        request.timeout = Milliseconds(5000);
        request.callbackUrl = QStringLiteral("http://127.0.0.1:9/");
        const auto job = *waitFor(life.jobs->submit(request, {}));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        life.executor.start({job.id, 1});
        life.clock.advance(Milliseconds(4999));
        QCoreApplication::processEvents();
        QVERIFY(life.executor.stops.empty());
        life.clock.advance(Milliseconds(1));
        QTRY_COMPARE(life.executor.stops.size(), 1u);
        QCOMPARE(life.executor.stops[0].second, StopReason::TimedOut);
        life.executor.end({job.id, 1}, How::Stopped, StopReason::TimedOut);
        QTRY_COMPARE(life.state(job.id), JobState::TimedOut);
        QCOMPARE(life.fatals.written.size(), 1u);
        QCOMPARE(life.detail(job.id).job.fatalFile, QStringLiteral("1.txt"));
        QCOMPARE(life.outbox.wakes, 1);
    }
    void progressIsTellingAtMostTenTimesASecond()
    {
        JobLife life(*m_folder);
        const auto job = *life.submit(id(1));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        life.executor.start({job.id, 1});
        const auto before = life.seen.size();
        for (int i = 1; i <= 50; ++i)
            Q_EMIT life.executor.progressed({job.id, 1}, i, QStringLiteral("step"));
        QCOMPARE(life.seen.size(), before + 1);
        life.clock.advance(Milliseconds(100));
        QTRY_COMPARE(life.seen.size(), before + 2);
        QCOMPARE(life.seen.back().progress, 50.0);
        // What was told late has its pause behind it too.
        Q_EMIT life.executor.progressed({job.id, 1}, 51, QStringLiteral("step"));
        QCOMPARE(life.seen.size(), before + 2);
        life.clock.advance(Milliseconds(100));
        QTRY_COMPARE(life.seen.back().progress, 51.0);
        // After a pause in which nothing came, the next is told at once.
        life.clock.advance(Milliseconds(100));
        QCoreApplication::processEvents();
        Q_EMIT life.executor.progressed({job.id, 1}, 52, QStringLiteral("step"));
        QCOMPARE(life.seen.back().progress, 52.0);
        QCOMPARE(life.seen.size(), before + 4);
    }
    void whatTheScriptTriggeredIsKept()
    {
        JobLife life(*m_folder);
        life.notifier.configured = true;
        const auto job = *life.submit(id(1));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        Q_EMIT life.executor.triggered({job.id, 1}, QStringLiteral("my-channel"), QStringLiteral("my-event"), "{\"message\":\"x\"}");
        QCOMPARE(life.notifier.tickets.size(), 1u);
        Q_EMIT life.notifier.delivered(life.notifier.tickets[0], {});
        std::vector<JobEvent> events;
        QVERIFY(waitUntil([&] {
            events = life.detail(job.id).events;
            return !events.empty() && events[0].delivery == "sent";
        }));
        QCOMPARE(events.size(), 1u);
        QVERIFY(events[0].data == (Json{{"message", "x"}}));
    }
    void runningAgainIsAFurtherAttempt()
    {
        JobLife life(*m_folder);
        const auto job = *life.submit(id(1));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        QCOMPARE(waitFor(life.jobs->rerun(job.id, RerunCode::AsNow, {})).error().code, QByteArray("job.still_open"));
        life.executor.end({job.id, 1}, How::Raised);
        QTRY_COMPARE(life.state(job.id), JobState::Failed);
        QFile file(m_folder->filePath(QStringLiteral("packages/good.py")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("changed = 1\n");
        file.close();
        QVERIFY(waitFor(life.jobs->rerun(job.id, RerunCode::AsThen, {})));
        QTRY_COMPARE(life.executor.launches.size(), 2u);
        QCOMPARE(life.executor.launches[1].ref.number, 2);
        QCOMPARE(life.executor.launches[1].source, life.executor.launches[0].source);
        QVERIFY(life.executor.launches[1].logBase != life.executor.launches[0].logBase);
        life.executor.end({job.id, 2}, How::Returned);
        QTRY_COMPARE(life.state(job.id), JobState::Succeeded);
        QVERIFY(waitFor(life.jobs->rerun(job.id, RerunCode::AsNow, {})));
        QTRY_COMPARE(life.executor.launches.size(), 3u);
        QCOMPARE(life.executor.launches[2].source, QByteArray("changed = 1\n"));
        const JobDetail detail = life.detail(job.id);
        QCOMPARE(detail.attempts.size(), 3u);
        QVERIFY(detail.attempts[0].codeHash == detail.attempts[1].codeHash && detail.attempts[1].codeHash != detail.attempts[2].codeHash);
        QCOMPARE(detail.attempts[0].errorType, QStringLiteral("ValueError"));
    }
    void whoSeesTheEndMayRunItAgainAtOnce()
    {
        JobLife life(*m_folder);
        const auto job = *life.submit(id(1));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        // The end is on the disk, but who wrote before it in the same commit holds its answer up.
        QSemaphore begun, commit, answers;
        const auto go = qScopeGuard([&] {
            commit.release();
            answers.release();
        });
        (void)life.store->write([&](Database &) {
            begun.release();
            commit.acquire();
            return Done();
        });
        begun.acquire();
        (void)life.store->write([](Database &) { return Done(); }, [&] { answers.acquire(); });
        life.executor.end({job.id, 1}, How::Raised);
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        commit.release();
        QVERIFY(waitUntil([&] { return waitFor(life.store->read([&](Database &database) { return jobrows::one(database, job.id); }))->state == JobState::Failed; }));
        const auto again = life.jobs->rerun(job.id, RerunCode::AsThen, {});
        for (int i = 0; i < 10; ++i)
            (void)life.detail(job.id); // as many ways to the store and back as it could need
        answers.release();
        const auto submitted = waitFor(again);
        QVERIFY2(submitted, submitted ? "" : submitted.error().code.constData());
    }
    void historyGoesOnWhenAnEndedJobChanges()
    {
        JobLife life(*m_folder);
        life.notifier.configured = true;
        const auto first = life.jobs->history();
        QVERIFY(first);
        const auto job = *life.submit(id(1));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        life.executor.start({job.id, 1});
        Q_EMIT life.executor.progressed({job.id, 1}, 50, QStringLiteral("half"));
        Q_EMIT life.executor.triggered({job.id, 1}, QStringLiteral("c"), QStringLiteral("e"), "{}");
        life.executor.end({job.id, 1}, How::Returned);
        QTRY_COMPARE(life.state(job.id), JobState::Succeeded);
        QCOMPARE(life.jobs->history(), first); // nobody could be told before that it had ended

        Q_EMIT life.notifier.delivered(life.notifier.tickets[0], {});
        QVERIFY(waitUntil([&] { return life.detail(job.id).events.at(0).delivery == "sent"; }));
        QVERIFY(waitUntil([&] { return life.jobs->history().has_value(); })); // a reader may see the commit before its writer goes on
        const auto delivered = life.jobs->history();
        QVERIFY(delivered && delivered != first);

        QVERIFY(waitFor(life.jobs->rerun(job.id, RerunCode::AsNow, {})));
        const auto again = life.jobs->history();
        QVERIFY(again && again != delivered);
        QVERIFY(isOpen(life.state(job.id)));
        QTRY_COMPARE(life.executor.launches.size(), 2u);
        QVERIFY(waitFor(life.jobs->cancel(job.id, {})));
        QVERIFY(isOpen(life.state(job.id)));
        life.executor.end({job.id, 2}, How::Stopped);
        QTRY_COMPARE(life.state(job.id), JobState::Cancelled);
    }
    void aRestartKeepsTheLineAndInterruptsWhatRan()
    {
        Submitted ran;
        Submitted failed;
        Submitted waits;
        {
            JobLife life(*m_folder);
            ran = *life.submit(id(1));
            failed = *life.submit(id(2));
            waits = *life.submit(id(3));
            QTRY_COMPARE(life.executor.launches.size(), 2u);
        }
        JobLife life(*m_folder);
        RecordedFatal report;
        report.fatal.job = failed.id;
        report.fatal.attempt = 1;
        report.fatal.filename = QStringLiteral("2.txt");
        report.fatal.type = QStringLiteral("KeyError");
        life.fatals.left = {report};
        QVERIFY(waitFor(life.jobs->runner().recover()));
        QTRY_COMPARE(life.state(ran.id), JobState::Interrupted);
        QTRY_COMPARE(life.state(failed.id), JobState::Failed);
        QCOMPARE(life.detail(failed.id).job.errorType, QStringLiteral("KeyError"));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        QCOMPARE(life.executor.launches[0].ref.job, waits.id);
        QCOMPARE(life.executor.launches[0].source, QByteArray("def boot():\n    return 42\n"));
        const auto next = life.submit(id(4));
        QVERIFY(next);
        QVERIFY(life.detail(next->id).job.seq > life.detail(waits.id).job.seq);
    }
    void shuttingDownInterruptsWhatRunsAndKeepsTheLine()
    {
        Submitted waits;
        {
            JobLife life(*m_folder, {1, 100, 1 << 20});
            const auto runs = *life.submit(id(1));
            waits = *life.submit(id(2));
            QTRY_COMPARE(life.executor.launches.size(), 1u);
            const auto down = life.jobs->runner().shutDown();
            QCOMPARE(life.executor.stops.size(), 1u);
            QVERIFY(!down.isAnswered());
            life.executor.end({runs.id, 1}, How::Stopped, StopReason::ShuttingDown);
            QVERIFY(waitFor(down));
            QCOMPARE(life.state(runs.id), JobState::Interrupted);
            QCOMPARE(life.submit(id(3)).error().code, QByteArray("engine.gone"));
        }
        JobLife life(*m_folder);
        QVERIFY(waitFor(life.jobs->runner().recover()));
        QTRY_COMPARE(life.executor.launches.size(), 1u);
        QCOMPARE(life.executor.launches[0].ref.job, waits.id);
    }
    void anyStoreAccessMayFailAndNothingIsLost();
    void listsPageByKey();
};

// The i-th statement fails, for all i: what was promised with an id is there in the next life, and ends there.
void tst_Jobs::anyStoreAccessMayFailAndNothingIsLost()
{
    for (int failing = 0;; ++failing) {
        m_folder = std::make_unique<QTemporaryDir>();
        auto seen = std::make_shared<std::atomic_int>(0);
        std::vector<JobId> promised;
        {
            JobLife life(*m_folder, {1, 100, 1 << 20}, [seen, failing](const char *) { return seen->fetch_add(1) == failing; });
            if (life.store) {
                for (int i = 0; i < 3; ++i) {
                    if (const auto job = life.submit(id(i)))
                        promised.push_back(job->id);
                }
                for (std::size_t i = 0; i < promised.size(); ++i) {
                    if (!waitUntil([&] {
                            life.clock.advance(Milliseconds(1000));
                            return life.executor.launches.size() > i;
                        }))
                        QFAIL("a promised job was never launched");
                    life.executor.end(life.executor.launches[i].ref, i == 1 ? How::Raised : How::Returned);
                }
                QVERIFY(waitUntil([&] {
                    life.clock.advance(Milliseconds(1000));
                    return std::count_if(life.seen.begin(), life.seen.end(), [](const Job &job) { return !isOpen(job.state); }) == std::ssize(promised);
                }));
            }
        }
        JobLife life(*m_folder);
        QVERIFY(life.store);
        QVERIFY(waitFor(life.jobs->runner().recover()));
        for (const JobId &job : promised)
            QVERIFY(!isOpen(life.state(job)));
        QVERIFY(life.executor.launches.empty());
        if (seen->load() <= failing)
            break;
    }
}

void tst_Jobs::listsPageByKey()
{
    JobLife life(*m_folder, {1, 1000, 1 << 20});
    std::vector<Future<Result<Submitted>>> all;
    for (int i = 0; i < 25; ++i)
        all.push_back(life.jobs->submit(JobLife::request(id(i)), {}));
    for (const auto &job : all)
        QVERIFY(waitFor(job));
    QStringList order;
    PageRequest request{{}, 10};
    do {
        const auto page = waitFor(life.jobs->list({}, request));
        QVERIFY(page);
        QCOMPARE(page->total, 25);
        for (const Job &job : page->items)
            order += textOf(Json{{"p", job.processId}}, "p");
        request.after = page->next;
    } while (!request.after.isEmpty());
    QCOMPARE(order.size(), 25);
    QCOMPARE(QSet<QString>(order.begin(), order.end()).size(), 25);
    const auto one = waitFor(life.jobs->list(*JobFilter::parse(QStringLiteral("id:7"), 0), {}));
    QCOMPARE(one->total, 1);
    QCOMPARE(waitFor(life.jobs->list({}, {QStringLiteral("x"), 10})).error().code, QByteArray("page.bad_cursor"));
}

QTEST_GUILESS_MAIN(tst_Jobs)
#include "tst_jobs.moc"
