// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botgauge.h"

#include <QTest>

using namespace kule;

class tst_BotGauge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCameIsCountedForAMinute()
    {
        BotGauge gauge;
        QCOMPARE(gauge.at(5000), BotFigures());
        for (int second = 0; second < 60; ++second)
            gauge.received(2, second * 1000);
        QCOMPARE(gauge.at(59'999).updatesAMinute, 120);
        QCOMPARE(gauge.at(60'000).updatesAMinute, 118);
        QCOMPARE(gauge.at(90'000).updatesAMinute, 58);
        QCOMPARE(gauge.at(119'000).updatesAMinute, 0);
        gauge.received(1, 10'000'000); // after a long rest
        QCOMPARE(gauge.at(10'000'001).updatesAMinute, 1);
    }
    void theWaitIsTheMedianOfTheNewest()
    {
        BotGauge gauge;
        for (const qint64 latency : {10, 9'000, 30, 20, 25})
            gauge.replied(latency, 1000);
        QCOMPARE(gauge.at(1000).latencyMs, 25); // one slow one says little
        for (std::size_t i = 0; i < BotGauge::mostReplies; ++i)
            gauge.replied(7, 2000);
        QCOMPARE(gauge.at(2000).latencyMs, 7);
        QVERIFY(!gauge.at(602'000).latencyMs);
    }
    void errorsAreCountedForAnHour()
    {
        BotGauge gauge;
        gauge.erred(0);
        gauge.erred(30 * 60'000);
        QCOMPARE(gauge.at(59 * 60'000).errors, 2);
        QCOMPARE(gauge.at(60 * 60'000).errors, 1);
        QVERIFY(!gauge.isQuiet(60 * 60'000));
        QVERIFY(gauge.isQuiet(91 * 60'000));
    }
};

QTEST_GUILESS_MAIN(tst_BotGauge)
#include "tst_botgauge.moc"
