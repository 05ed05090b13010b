// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/schedule.h"

#include <QDateTime>
#include <QTest>

using namespace kule;
using namespace std::chrono_literals;

namespace {

qint64 at(const char *utc)
{
    return QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toMSecsSinceEpoch();
}

QString said(const std::optional<qint64> &moment)
{
    return moment ? QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC).toString(Qt::ISODate) : QStringLiteral("never");
}

} // namespace

class tst_Schedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNextMomentIsTheOneMeant_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("next");
        const auto row = [](const char *name, const char *cron, const char *zone, const char *after, const char *next) {
            QTest::newRow(name) << QString::fromLatin1(cron) << QString::fromLatin1(zone) << QString::fromLatin1(after) << QString::fromLatin1(next).split(u' ');
        };
        row("four in Istanbul", "0 4 * * *", "Europe/Istanbul", "2026-11-21T00:00:00Z", "2026-11-21T01:00:00Z 2026-11-22T01:00:00Z");
        row("the moment itself is over", "0 4 * * *", "Europe/Istanbul", "2026-11-21T01:00:00Z", "2026-11-22T01:00:00Z");
        row("each quarter", "*/15 * * * *", "UTC", "2026-11-21T23:46:10Z", "2026-11-22T00:00:00Z 2026-11-22T00:15:00Z");
        row("list, range and step", "5,10-20/5 8 * * *", "UTC", "2026-01-01T00:00:00Z", "2026-01-01T08:05:00Z 2026-01-01T08:10:00Z 2026-01-01T08:15:00Z 2026-01-01T08:20:00Z 2026-01-02T08:05:00Z");
        row("from a number on by steps", "50/4 0 * * *", "UTC", "2026-01-01T00:00:00Z", "2026-01-01T00:50:00Z 2026-01-01T00:54:00Z 2026-01-01T00:58:00Z");
        row("names in any case", "0 0 * JAN Mon-fri", "UTC", "2026-01-02T12:00:00Z", "2026-01-05T00:00:00Z");
        row("seven is Sunday too", "0 0 * * 7", "UTC", "2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z");
        row("day or weekday", "0 0 13 * fri", "UTC", "2026-11-09T00:00:00Z", "2026-11-13T00:00:00Z 2026-11-20T00:00:00Z 2026-11-27T00:00:00Z 2026-12-04T00:00:00Z 2026-12-11T00:00:00Z 2026-12-13T00:00:00Z");
        row("the 31st", "0 0 31 * *", "UTC", "2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z 2026-05-31T00:00:00Z");
        row("leap day over 2100", "0 0 29 2 *", "UTC", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z");
        row("30 February", "0 0 30 2 *", "UTC", "2026-01-01T00:00:00Z", "never");
        row("@daily", "@daily", "Asia/Kathmandu", "2026-11-21T00:00:00Z", "2026-11-21T18:15:00Z");
        row("@annually", "@annually", "UTC", "2026-11-21T00:00:00Z", "2027-01-01T00:00:00Z");
        // Berlin leaves 02:00-03:00 out on 29 March 2026 and has 02:00-03:00 twice on 25 October.
        row("left out: when the gap ends", "30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z 2026-03-30T00:30:00Z");
        row("left out many times is once", "*/10 2 * * *", "Europe/Berlin", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z 2026-03-30T00:00:00Z");
        row("left out, and the hour behind it", "0 2,3 * * *", "Europe/Berlin", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z 2026-03-30T00:00:00Z");
        row("twice: the first", "30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z 2026-10-26T01:30:00Z");
        row("twice, behind the first", "30 2 * * *", "Europe/Berlin", "2026-10-25T00:40:00Z", "2026-10-26T01:30:00Z");
        row("every hour over the gap", "0 * * * *", "Europe/Berlin", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z 2026-03-29T02:00:00Z");
        row("every hour over the overlap", "0 * * * *", "Europe/Berlin", "2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z 2026-10-25T01:00:00Z 2026-10-25T02:00:00Z");
        row("half hours over the overlap", "*/30 * * * *", "Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z 2026-10-25T01:00:00Z 2026-10-25T01:30:00Z 2026-10-25T02:00:00Z");
        row("every second hour over the overlap", "0 */2 * * *", "Europe/Berlin", "2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z 2026-10-25T01:00:00Z 2026-10-25T03:00:00Z");
        row("a weekday of steps limits the day", "0 0 13 * */2", "UTC", "2026-11-09T00:00:00Z", "2026-12-13T00:00:00Z");
        row("clocks back into the day before", "30 * * * *", "America/St_Johns", "2010-11-07T02:30:30Z", "2010-11-07T03:00:00Z 2010-11-07T04:00:00Z");
        row("clocks back at midnight", "30 23 * * *", "America/Asuncion", "2024-03-23T12:00:00Z", "2024-03-24T02:30:00Z 2024-03-25T03:30:00Z");
        row("half an hour's gap", "15 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00:00Z", "2026-10-03T15:30:00Z 2026-10-04T15:15:00Z");
        row("a day that never was", "0 4 30 12 *", "Pacific/Apia", "2011-12-29T00:00:00Z", "2011-12-30T10:00:00Z 2012-12-29T14:00:00Z");
    }
    void theNextMomentIsTheOneMeant()
    {
        QFETCH(QString, cron);
        QFETCH(QString, zone);
        QFETCH(QString, after);
        QFETCH(QStringList, next);
        const auto schedule = Schedule::parse(cron, zone);
        QVERIFY(schedule);
        qint64 moment = at(after.toLatin1().constData());
        for (const QString &expected : next) {
            const auto found = schedule->next(moment);
            QCOMPARE(said(found), expected);
            moment = found.value_or(moment);
        }
    }
    void whatIsNoScheduleIsRefused_data()
    {
        QTest::addColumn<QString>("cron");
        for (const char *cron : {"", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "5-1 * * * *", "*/0 * * * *", "*/ * * * *", "1, * * * *",
                                 "-1 * * * *", "+1 * * * *", "1.5 * * * *", "a * * * *", "* * * mon *", "* * * * jan", "1-2-3 * * * *", "1/2/3 * * * *", "@reboot", "001 * * * *", "* * * * \xc4\xb1"})
            QTest::newRow(cron) << QString::fromUtf8(cron);
    }
    void whatIsNoScheduleIsRefused()
    {
        QFETCH(QString, cron);
        const auto schedule = Schedule::parse(cron, QStringLiteral("UTC"));
        QVERIFY(!schedule);
        QCOMPARE(schedule.error().code, QByteArray("cron.bad_expression"));
    }
    void anUnknownZoneIsRefused()
    {
        QCOMPARE(Schedule::parse(QStringLiteral("@daily"), QStringLiteral("Europe/Nowhere")).error().code, QByteArray("schedule.bad_timezone"));
        QVERIFY(Schedule::parse(QStringLiteral("@daily"), {}));
        QVERIFY(Schedule::parse(QStringLiteral("0 4 * * FRI"), {})); // an I is an i, whatever the locale
    }
    void jitterStaysBeforeTheNextMoment()
    {
        const auto schedule = Schedule::parse(QStringLiteral("*/5 * * * *"), QStringLiteral("UTC"), 1h);
        QRandomGenerator chance(5);
        qint64 after = at("2026-11-21T00:00:00Z");
        qint64 latest = 0;
        for (int i = 0; i < 200; ++i) {
            const auto moment = schedule->nextMoment(after, chance);
            QCOMPARE(moment->meant, after + 300'000);
            QVERIFY(moment->at >= moment->meant && moment->at < moment->meant + 300'000);
            latest = std::max(latest, moment->at - moment->meant);
            after = moment->meant;
        }
        QVERIFY(latest > 200'000);
    }
    void aBusyBotIsLeftAlone()
    {
        using Verdict = ScheduledDeed::Verdict;
        using Load = ScheduledDeed::Load;
        ScheduledDeed deed(*Schedule::parse(QStringLiteral("0 4 * * *"), QStringLiteral("UTC")), at("2026-11-21T00:00:00Z"), 1);
        QCOMPARE(deed.check(at("2026-11-21T03:59:59Z"), Load::Idle), Verdict::NotYet);
        QCOMPARE(deed.check(at("2026-11-21T04:00:00Z"), Load::Busy), Verdict::SkippedAsBusy);
        QCOMPARE(deed.check(at("2026-11-21T04:00:01Z"), Load::Idle), Verdict::NotYet); // not kept for later
        QCOMPARE(said(deed.nextAt()), QStringLiteral("2026-11-22T04:00:00Z"));
        QCOMPARE(deed.check(at("2026-11-22T04:00:00Z"), Load::Idle), Verdict::Due);
        // Asleep for five days: once.
        QCOMPARE(deed.check(at("2026-11-27T09:00:00Z"), Load::Idle), Verdict::Due);
        QCOMPARE(deed.check(at("2026-11-27T09:00:01Z"), Load::Idle), Verdict::NotYet);
        // The clock is set back by ten days: it does not stand still for so long.
        QCOMPARE(deed.check(at("2026-11-17T09:00:00Z"), Load::Idle), Verdict::NotYet);
        QCOMPARE(said(deed.nextAt()), QStringLiteral("2026-11-18T04:00:00Z"));
        ScheduledDeed never(*Schedule::parse(QStringLiteral("0 0 30 2 *"), QStringLiteral("UTC")), at("2026-11-21T00:00:00Z"), 1);
        QCOMPARE(never.check(at("2036-11-21T00:00:00Z"), Load::Idle), Verdict::NotYet);
        QVERIFY(!never.nextAt());
    }
};

QTEST_GUILESS_MAIN(tst_Schedule)
#include "tst_schedule.moc"
