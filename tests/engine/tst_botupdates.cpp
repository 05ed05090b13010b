// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/offsets.h"

#include <QTest>

using namespace kule;

class tst_BotUpdates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsNewOnce()
    {
        UpdateOffsets offsets;
        QCOMPARE(offsets.offset(), 0);
        for (const UpdateId id : {10, 11, 12})
            QVERIFY(offsets.take(id));
        offsets.confirm({10, 11, 12});
        QCOMPARE(offsets.offset(), 13);
        for (const UpdateId id : {10, 11, 12})
            QVERIFY(!offsets.take(id)); // the confirmation was lost
    }
    void orderDoesNotMatter()
    {
        UpdateOffsets offsets;
        for (const UpdateId id : {12, 10, 11})
            QVERIFY(offsets.take(id));
        offsets.confirm({12, 10, 11});
        QCOMPARE(offsets.offset(), 13);
        QVERIFY(offsets.take(9)); // late, by a webhook: never seen, so new
    }
    void aQuietWeekBeginsAnew()
    {
        UpdateOffsets offsets(900'000'000, {899'999'999});
        QVERIFY(offsets.take(17));
        offsets.confirm({17});
        QCOMPARE(offsets.offset(), 18);
    }
    void aRestartKnowsWhatWasTaken()
    {
        UpdateOffsets offsets(13, {10, 11, 12});
        QCOMPARE(offsets.offset(), 13);
        QVERIFY(!offsets.take(12));
        QVERIFY(offsets.take(13));
    }
    void whatCouldNotBeStoredIsNewAgain()
    {
        UpdateOffsets offsets;
        QVERIFY(offsets.take(1));
        offsets.giveBack(1);
        offsets.giveBack(2);
        QVERIFY(offsets.take(1));
        offsets.confirm({});
        QCOMPARE(offsets.offset(), 0);
    }
    void memoryIsBounded()
    {
        UpdateOffsets offsets;
        const auto many = static_cast<UpdateId>(UpdateOffsets::remembered);
        for (UpdateId id = 0; id < many + 1; ++id)
            QVERIFY(offsets.take(id));
        QVERIFY(!offsets.take(many));
        QVERIFY(!offsets.take(1));
        QVERIFY(offsets.take(0)); // so old that the store must say
    }
};

QTEST_GUILESS_MAIN(tst_BotUpdates)
#include "tst_botupdates.moc"
