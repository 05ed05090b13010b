// SPDX-License-Identifier: GPL-3.0-or-later
#include "titlefixture.h"

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
    static bool isFinished(TitleLife &life, const QString &id)
    {
        return waitUntil([&] {
            life.clock.advance(Milliseconds(10));
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
