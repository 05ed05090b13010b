// SPDX-License-Identifier: GPL-3.0-or-later
#include "titlefixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace kule {

using Answer = ScriptedServer::Answer;

class tst_TitleBatches : public QObject
{
    Q_OBJECT
private:
    static const Actor &tester()
    {
        static const Actor actor{QStringLiteral("tester")};
        return actor;
    }
    static QStringList urls(int count)
    {
        QStringList all;
        for (int i = 1; i <= count; ++i)
            all += urlOf(QByteArray::number(i));
        return all;
    }
    static TitleBatch batch(TitleLife &life, const QString &id) { return waitFor(life.titles->batch(id)).value_or(TitleBatch{}); }
    static TitleBatchItem item(TitleLife &life, const QString &id, int number)
    {
        const auto page = waitFor(life.titles->batchItems(id, {QString::number(number - 1), 1}));
        return page && !page->items.empty() ? page->items.front() : TitleBatchItem{};
    }
    static bool isFinished(TitleLife &life, const QString &id)
    {
        QElapsedTimer sinceThen;
        sinceThen.start();
        return waitUntil([&] {
            life.clock.advance(Milliseconds(sinceThen.restart())); // no faster than time goes, or pages that are under way come too late
            return batch(life, id).state == BatchState::Finished;
        });
    }

private Q_SLOTS:
    void everyUrlGetsItsEnd()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.handle([](const ScriptedServer::Seen &seen) { return seen.target.endsWith("/5") ? Answer{404, ""} : Answer{200, titlePage()}; });
        QStringList given = urls(30);
        given.insert(3, QStringLiteral("https://example.com/title/1"));
        given += given.first(); // twice
        const auto begun = waitFor(life.titles->begin({given, QStringLiteral("hafta"), false}, tester()));
        QCOMPARE(begun->total, 32);
        QVERIFY(isFinished(life, begun->id));
        const TitleBatch ended = batch(life, begun->id);
        QCOMPARE(ended.succeeded, 30);
        QCOMPARE(ended.failed, 2);
        QVERIFY(ended.endedAt);
        const auto items = waitFor(life.titles->batchItems(begun->id, {{}, 10}));
        QCOMPARE(items->total, 32);
        QCOMPARE(items->items[3].code, QByteArray("VALIDATION_ERROR"));
        QCOMPARE(items->items[5].code, QByteArray("NOT_FOUND"));
        QCOMPARE(items->items[0].source, QByteArray("netflix"));
        QCOMPARE(waitFor(life.titles->batchItems(begun->id, {items->next, 100}))->items.size(), std::size_t(22));
        QCOMPARE(life.job(items->items[0].job).job.label, QStringLiteral("hafta"));
        QCOMPARE(waitFor(life.titles->batches({}))->items.size(), std::size_t(1));

        // What failed is tried once more; what is there stays.
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage()}; });
        QVERIFY(waitFor(life.titles->resumeBatch(begun->id, tester())));
        QVERIFY(isFinished(life, begun->id));
        QCOMPARE(batch(life, begun->id).succeeded, 31);
        QCOMPARE(life.server.seen().size(), std::size_t(31));
    }
    void theQueueHoldsAFewOfIt()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage(), {}, Answer::Way::Held}; });
        const auto begun = waitFor(life.titles->begin({urls(40), {}, false}, tester()));
        QVERIFY(waitUntil([&] { return life.server.held() == 2 && waitFor(life.jobs->counts())->total == TitleBatches::atOnce; }));
        const auto stopped = waitFor(life.titles->stopBatch(begun->id, tester()));
        QCOMPARE(stopped->state, BatchState::Stopped);
        QCOMPARE(waitFor(life.titles->stopBatch(begun->id, tester())).error().code, QByteArray("titles.batch_ended"));
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage()}; });
        life.server.release();
        QVERIFY(waitUntil([&] { return batch(life, begun->id).succeeded == TitleBatches::atOnce; }));
        QCOMPARE(waitFor(life.jobs->counts())->total, TitleBatches::atOnce);
        QCOMPARE(batch(life, begun->id).waiting, 40 - TitleBatches::atOnce);
        QVERIFY(waitFor(life.titles->resumeBatch(begun->id, tester())));
        QCOMPARE(waitFor(life.titles->resumeBatch(begun->id, tester())).error().code, QByteArray("titles.batch_running"));
        QVERIFY(isFinished(life, begun->id));
        QCOMPARE(batch(life, begun->id).succeeded, 40);
        QCOMPARE(waitFor(life.titles->resumeBatch(begun->id, tester())).error().code, QByteArray("titles.batch_done"));
    }
    void aCrashLosesNoItem()
    {
        QTemporaryDir folder;
        QString id;
        {
            TitleLife life(folder);
            life.server.then({200, titlePage()}).then({200, titlePage()});
            life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage(), {}, Answer::Way::Never}; });
            id = waitFor(life.titles->begin({urls(20), {}, false}, tester()))->id;
            QVERIFY(waitUntil([&] { return batch(life, id).succeeded == 2 && life.server.seen().size() == 4; }));
        }
        TitleLife next(folder);
        QVERIFY(isFinished(next, id));
        QCOMPARE(batch(next, id).succeeded, 20);
        QCOMPARE(next.server.seen().size(), std::size_t(18));
    }
    void oneThatFailedIsTriedAgainInItsPlace()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.handle([](const ScriptedServer::Seen &seen) { return seen.target.endsWith("/5") || seen.target.endsWith("/7") ? Answer{404, ""} : Answer{200, titlePage()}; });
        const QString id = waitFor(life.titles->begin({urls(10), {}, false}, tester()))->id;
        QVERIFY(isFinished(life, id));
        const JobId former = item(life, id, 5).job;
        QSignalSpy told(life.titles.get(), &TitleService::batchChanged);
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage(), {}, Answer::Way::Held}; });
        const auto again = waitFor(life.titles->retryItem(id, 5, tester()));
        QCOMPARE(again->state, BatchState::Running);
        QVERIFY(!again->endedAt);
        QCOMPARE(again->waiting, 1);
        QCOMPARE(again->failed, 1);
        QVERIFY(waitUntil([&] { return life.server.held() == 1; }));
        QCOMPARE(item(life, id, 5).state, QByteArray("running"));
        QVERIFY(item(life, id, 5).code.isEmpty() && item(life, id, 5).error.isEmpty());
        QCOMPARE(waitFor(life.titles->retryItem(id, 5, tester())).error().code, QByteArray("titles.item_not_failed"));
        life.server.release();
        QVERIFY(isFinished(life, id));
        QVERIFY(item(life, id, 5).job != former);
        QCOMPARE(item(life, id, 5).state, QByteArray("succeeded"));
        QCOMPARE(batch(life, id).succeeded, 9);
        QCOMPARE(batch(life, id).failed, 1);
        QCOMPARE(waitFor(life.titles->batches({}))->items.size(), std::size_t(1));
        QCOMPARE(life.server.seen().size(), std::size_t(11)); // the others are left alone
        for (const auto &news : told) {
            const auto said = news.front().value<TitleBatch>();
            QCOMPARE(said.waiting + said.running + said.succeeded + said.failed, 10);
        }
        QCOMPARE(waitFor(life.titles->retryItem(id, 1, tester())).error().code, QByteArray("titles.item_not_failed"));
        QCOMPARE(waitFor(life.titles->retryItem(id, 11, tester())).error().code, QByteArray("titles.item_not_found"));
        QCOMPARE(waitFor(life.titles->retryItem(QStringLiteral("none"), 1, tester())).error().code, QByteArray("titles.batch_not_found"));
    }
    void triedAgainWhileItsBatchRunsAndEnds()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        // The last title of the batch is held, so that it ends in the moment in which the failed ones are asked for again.
        life.server.handle([](const ScriptedServer::Seen &seen) {
            return seen.target.endsWith("/12") ? Answer{200, titlePage(), {}, Answer::Way::Held} : Answer{404, ""};
        });
        const QString id = waitFor(life.titles->begin({urls(12), {}, false}, tester()))->id;
        QVERIFY(waitUntil([&] { return batch(life, id).failed == 11 && life.server.held() == 1; }));
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage()}; });
        life.server.release();
        std::vector<Future<Result<TitleBatch>>> all;
        for (int number = 1; number <= 11; ++number)
            all.push_back(life.titles->retryItem(id, number, tester()));
        for (const auto &one : all)
            QVERIFY(waitFor(one));
        QVERIFY(isFinished(life, id));
        QCOMPARE(batch(life, id).succeeded, 12);
        QCOMPARE(life.server.seen().size(), std::size_t(23));
    }
    void triedAgainAndResumedAtOnce()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{404, ""}; });
        const QString id = waitFor(life.titles->begin({urls(30), {}, false}, tester()))->id;
        QVERIFY(isFinished(life, id));
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage()}; });
        const auto one = life.titles->retryItem(id, 30, tester());
        const auto all = life.titles->resumeBatch(id, tester());
        QVERIFY(waitFor(one));
        const auto resumed = waitFor(all);
        QVERIFY2(resumed, resumed ? "" : resumed.error().code.constData());
        QVERIFY(isFinished(life, id));
        QCOMPARE(batch(life, id).succeeded, 30);
        QCOMPARE(life.server.seen().size(), std::size_t(60));
    }
    void triedAgainInAStoppedBatchItWaits()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        // Eight are under way at once, so which of them comes first is open: that one is refused, those behind it are held.
        life.server.then({404, ""});
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage(), {}, Answer::Way::Held}; });
        const QString id = waitFor(life.titles->begin({urls(20), {}, false}, tester()))->id;
        QVERIFY(waitUntil([&] { return batch(life, id).failed == 1 && life.server.held() == 2; }));
        const int refused = life.server.seen().front().target.split('/').last().toInt();
        QVERIFY(waitFor(life.titles->stopBatch(id, tester())));
        const auto waits = waitFor(life.titles->retryItem(id, refused, tester()));
        QVERIFY(waits);
        QCOMPARE(waits->state, BatchState::Stopped);
        QCOMPARE(waits->failed, 0);
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage()}; });
        life.server.release();
        QVERIFY(waitUntil([&] { return batch(life, id).running == 0; }));
        QCOMPARE(batch(life, id).waiting, waits->waiting);
        QCOMPARE(item(life, id, refused).state, QByteArray("waiting"));
        QVERIFY(waitFor(life.titles->resumeBatch(id, tester())));
        QVERIFY(isFinished(life, id));
        QCOMPARE(batch(life, id).succeeded, 20);
    }
    void aCrashLosesNoTitleThatIsTriedAgain()
    {
        QTemporaryDir folder;
        QString id;
        {
            TitleLife life(folder);
            life.server.handle([](const ScriptedServer::Seen &) { return Answer{404, ""}; });
            id = waitFor(life.titles->begin({urls(3), {}, false}, tester()))->id;
            QVERIFY(isFinished(life, id));
            QVERIFY(waitFor(life.titles->retryItem(id, 2, tester())));
        }
        TitleLife next(folder);
        QVERIFY(isFinished(next, id));
        QCOMPARE(item(next, id, 2).state, QByteArray("succeeded"));
        QCOMPARE(batch(next, id).failed, 2);
        QCOMPARE(next.server.seen().size(), std::size_t(1));
    }
    void aStoppedBatchWhoseTitlesRanIsAtRestAfterACrash()
    {
        QTemporaryDir folder;
        QString id;
        {
            TitleLife life(folder);
            life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage(), {}, Answer::Way::Never}; });
            id = waitFor(life.titles->begin({urls(20), {}, false}, tester()))->id;
            QVERIFY(waitUntil([&] { return life.server.seen().size() == 2; }));
            QVERIFY(waitFor(life.titles->stopBatch(id, tester())));
        }
        TitleLife next(folder);
        QVERIFY(waitUntil([&] { return batch(next, id).running == 0; }));
        QCOMPARE(batch(next, id).state, BatchState::Stopped);
        QVERIFY(waitFor(next.titles->resumeBatch(id, tester())));
        QVERIFY(isFinished(next, id));
        QCOMPARE(batch(next, id).succeeded, 20);
    }
    void whatAnItemSaysOfItsErrorIsSaidInBothLanguages()
    {
        QTemporaryDir folder;
        QString id;
        {
            TitleLife life(folder);
            life.database->isAway = true;
            id = waitFor(life.titles->begin({{urlOf("1"), QStringLiteral("nonsense")}, {}, false}, tester()))->id;
            QVERIFY(isFinished(life, id));
        }
        TitleLife next(folder);
        const TitleBatchItem away = item(next, id, 1);
        QCOMPARE(away.code, QByteArray("INTERNAL_ERROR"));
        QVERIFY2(away.error.english().startsWith(QStringLiteral("The title was read but could not be saved: The database ")), qPrintable(away.error.english()));
        // The sentence within it too.
        QVERIFY2(away.error.in(Language::Turkish).startsWith(QStringLiteral("Başlık okundu ama kaydedilemedi: kule veritabanı kullanılamıyor: ")), qPrintable(away.error.in(Language::Turkish)));
        QCOMPARE(next.job(away.job).job.error, away.error);
        QCOMPARE(next.job(away.job).attempts.back().error, away.error);
        QVERIFY(item(next, id, 2).error.in(Language::Turkish) != item(next, id, 2).error.english());
    }
    void aFullQueueIsWaitedFor()
    {
        QTemporaryDir folder;
        TitleLife life(folder, {{}, Milliseconds(0), 2}, {}, {1, 1, 1 << 20, 1});
        const auto begun = waitFor(life.titles->begin({urls(10), {}, false}, tester()));
        QVERIFY(waitUntil([&] {
            const auto counts = waitFor(life.jobs->counts());
            if (counts && counts->queued + counts->running == 0) // no page is under way that could time out
                life.clock.advance(Milliseconds(500));
            return batch(life, begun->id).state == BatchState::Finished;
        }));
        QCOMPARE(batch(life, begun->id).succeeded, 10);
    }
    void whatCannotBeginSaysSo()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        QCOMPARE(waitFor(life.titles->begin({{}, {}, false}, tester())).error().code, QByteArray("titles.batch_empty"));
        QCOMPARE(waitFor(life.titles->begin({QStringList(TitleBatches::mostUrls + 1, QStringLiteral("x")), {}, false}, tester())).error().code, QByteArray("titles.batch_too_large"));
        QCOMPARE(waitFor(life.titles->batch(QStringLiteral("none"))).error().code, QByteArray("titles.batch_not_found"));
        QCOMPARE(waitFor(life.titles->stopBatch(QStringLiteral("none"), tester())).error().code, QByteArray("titles.batch_not_found"));
        QCOMPARE(waitFor(life.titles->resumeBatch(QStringLiteral("none"), tester())).error().code, QByteArray("titles.batch_not_found"));
        QCOMPARE(waitFor(life.titles->batchItems(QStringLiteral("none"), {})).error().code, QByteArray("titles.batch_not_found"));
    }
};

} // namespace kule

QTEST_GUILESS_MAIN(kule::tst_TitleBatches)
#include "tst_titlebatches.moc"
