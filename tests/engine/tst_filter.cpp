// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language: what is understood, what is refused and where, what is offered while typing, what a job must be.
#include "filter/amounts.h"
#include "filter/suggestions.h"
#include "jobs/jobfilter.h"

#include <QDateTime>
#include <QTest>

using namespace kule;

namespace {

constexpr qint64 hour = 3'600'000;
// 2026-11-21 12:00:00 UTC
constexpr qint64 noon = 1'795'262'400'000;

Job reportJob()
{
    Job job;
    job.id = {QStringLiteral("0f0e-77")};
    job.processId = 12345;
    job.label = QStringLiteral("Gece İŞİ");
    job.filePath = QStringLiteral("packages/daily_report.py");
    job.state = JobState::Failed;
    job.actor = QStringLiteral("default");
    job.createdAt = noon - 2 * hour;
    job.startedAt = noon - 2 * hour;
    job.endedAt = noon - hour;
    job.errorType = QStringLiteral("ValueError");
    job.error = verbatim(QStringLiteral("SATIR BULUNAMADI: timeout after 30 s"));
    job.attempt = 2;
    return job;
}

} // namespace

class tst_Filter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aJobIsShown_data()
    {
        QTest::addColumn<bool>("isShown");
        const auto yes = [](const char *query) { QTest::newRow(query) << true; };
        const auto no = [](const char *query) { QTest::newRow(query) << false; };
        yes("");
        yes(" \t ");
        yes("state:failed");
        yes("STATE:Failed");
        yes("status:failed");
        yes("state:running,failed");
        yes("state:running state:failed");
        yes("state:ended");
        no("state:open");
        no("-state:failed");
        yes("-state:timeout");
        yes("file:report");
        yes("file:daily_report.py");
        yes("file:\"daily report\"");
        no("file:port");
        no("file:timeout");
        yes("file:x,report");
        yes("-file:x,y");
        yes("id:12345");
        yes("id:0f0e-77");
        no("id:1234");
        yes("id:1,12345");
        yes("actor:default");
        yes("by:default");
        no("actor:Default");
        yes("type:value");
        yes("timeout");
        yes("TIMEOUT 30");
        yes("\"timeout after\"");
        no("\"timeout aft\"");
        no("\"after timeout\"");
        yes("timeout -absent");
        no("timeout -after");
        no("-\"timeout after\"");
        yes("satır");
        yes("SATIR");
        yes("işi");
        yes("IŞI");
        yes("label:İŞİ");
        yes("bulunamadı:");
        yes("since:3h");
        no("since:1h");
        no("before:3h");
        yes("before:1h since:3h");
        yes("-since:1h");
        yes("since:2026-11-01 before:2026-12-01");
        yes("since:2026-11-21T10:00Z before:2026-11-21T10:00:01Z");
        yes("since:\"2026-11-21 13:00+03:00\"");
        yes("since:yesterday");
        yes("duration:>59m");
        no("duration:>1h");
        yes("duration:>=1h");
        yes("duration:1h");
        yes("duration:30m..90m");
        no("duration:<5m");
        yes("-duration:<5m");
        yes("attempt:>1");
        yes("attempt:2");
        no("attempt:3..4");
        no("args:x");
        no("log:x");
        yes("-log:x");
        yes("ValueError: satır");
        no("C:\\x");
        no("http://localhost/x");
        // Marks of direction come along when text is copied.
        yes("\xe2\x80\x8f" "timeout\xe2\x80\xac");
        yes("file:\xe2\x81\xa6report\xe2\x81\xa9");
    }
    void aJobIsShown()
    {
        QFETCH(bool, isShown);
        const auto filter = JobFilter::parse(QString::fromUtf8(QTest::currentDataTag()), noon);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message.english()));
        QCOMPARE(shows(*filter, reportJob()), isShown);
    }

    void aRefusalSaysWhere_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        const auto row = [](const char *name, const QString &query, const char *code, int position, int length) {
            QTest::newRow(name) << query << QString::fromLatin1(code) << position << length;
        };
        row("unknown key", QStringLiteral("a color:red"), "filter.unknown_key", 2, 6);
        row("unknown key behind a minus", QStringLiteral("-color:red"), "filter.unknown_key", 1, 6);
        row("unknown state", QStringLiteral("x state:failed,nope y"), "filter.bad_value", 2, 17);
        row("a state in Turkish capitals", QStringLiteral("state:FAİLED"), "filter.bad_value", 0, 12);
        row("dotless", QStringLiteral("state:faıled"), "filter.bad_value", 0, 12);
        row("no value", QStringLiteral("state:"), "filter.no_value", 0, 6);
        row("no value between commas", QStringLiteral("state:failed,,running"), "filter.no_value", 0, 21);
        row("a space behind the colon", QStringLiteral("file: report"), "filter.no_value", 0, 5);
        row("only a minus", QStringLiteral("-"), "filter.no_value", 0, 1);
        row("a minus alone", QStringLiteral("a - b"), "filter.no_value", 2, 1);
        row("only signs", QStringLiteral("a ..."), "filter.no_value", 2, 3);
        row("an empty phrase", QStringLiteral("\"\""), "filter.no_value", 0, 2);
        row("an unbalanced quote", QStringLiteral("a \"b c"), "filter.unclosed_quote", 2, 4);
        row("one within a value", QStringLiteral("file:\"b c"), "filter.unclosed_quote", 5, 4);
        row("NUL", QStringLiteral("ab") + QChar(u'\0') + u'c', "filter.bad_character", 2, 1);
        row("escape", QStringLiteral("\033[31m"), "filter.bad_character", 0, 1);
        row("half a pair", QStringLiteral("a") + QChar(0xd800), "filter.bad_character", 1, 1);
        row("1 MiB", QString(1 << 20, u'a'), "filter.too_long", 4096, (1 << 20) - 4096);
        row("33 words", QStringLiteral("a ").repeated(33), "filter.too_long", 64, 1);
        row("no unit", QStringLiteral("duration:>5"), "filter.bad_value", 0, 11);
        row("no such unit", QStringLiteral("duration:5y"), "filter.bad_value", 0, 11);
        row("backwards", QStringLiteral("duration:2h..1h"), "filter.bad_value", 0, 15);
        row("beyond measure", QStringLiteral("duration:>") + QString(30, u'9') + u'd', "filter.bad_value", 0, 41);
        row("no such day", QStringLiteral("since:2026-02-30"), "filter.bad_value", 0, 16);
        row("no time", QStringLiteral("before:soon"), "filter.bad_value", 0, 11);
        row("no number", QStringLiteral("attempt:>-1"), "filter.bad_value", 0, 11);
    }
    void aRefusalSaysWhere()
    {
        QFETCH(QString, query);
        const auto filter = JobFilter::parse(query, noon);
        QVERIFY(!filter);
        QTEST(QString::fromLatin1(filter.error().code), "code");
        QCOMPARE(filter.error().kind, ErrorKind::Invalid);
        QTEST(filter.error().details.at("position").get<int>(), "position");
        QTEST(filter.error().details.at("length").get<int>(), "length");
    }
    void whatIsWrongIsSaidInFull()
    {
        const QString sentence = JobFilter::parse(QStringLiteral("state:nope"), 0).error().message.english();
        QVERIFY2(sentence.contains(QStringLiteral("queued, running, succeeded, failed, cancelled, timed_out, interrupted")), qPrintable(sentence));
        QVERIFY(JobFilter::parse(QStringLiteral("color:red"), 0).error().message.english().contains(QStringLiteral("state:, file:, id:")));
    }

    void timesAreRead_data()
    {
        QTest::addColumn<qint64>("expected");
        const auto local = [](const char *iso) { return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch(); };
        QTest::newRow("3d") << noon - 72 * hour;
        QTest::newRow("1h30m") << noon - hour * 3 / 2;
        QTest::newRow("1.5h") << noon - hour * 3 / 2;
        QTest::newRow("now") << noon;
        QTest::newRow("2026-11-01") << local("2026-11-01T00:00:00");
        QTest::newRow("2026-11-01T09:30") << local("2026-11-01T09:30:00");
        QTest::newRow("2026-11-01 09:30:15") << local("2026-11-01T09:30:15");
        QTest::newRow("2026-11-21T12:00Z") << noon;
        QTest::newRow("2026-11-21T15:00+03:00") << noon;
        QTest::newRow("2026-11-21T12:00:00.250Z") << noon + 250;
    }
    void timesAreRead()
    {
        QFETCH(qint64, expected);
        QCOMPARE(timeFrom(QString::fromLatin1(QTest::currentDataTag()), noon).value_or(-1), expected);
    }

    void whatMayStandThereIsOffered()
    {
        const auto offered = [](const char *word) {
            QStringList texts;
            for (const FilterSuggestion &suggestion : suggestFilter(QString::fromLatin1(word), JobFilter::keys()))
                texts += suggestion.text;
            return texts;
        };
        QCOMPARE(offered("fi"), QStringList{QStringLiteral("file:")});
        QCOMPARE(offered("-fi"), QStringList{QStringLiteral("-file:")});
        QCOMPARE(offered("state:fa"), QStringList{QStringLiteral("state:failed")});
        QVERIFY(offered("sta").contains(QStringLiteral("state:failed")));
        QCOMPARE(offered("state:failed,ti"), QStringList{QStringLiteral("state:failed,timed_out")});
        QVERIFY(offered("duration:").contains(QStringLiteral("duration:>5m")));
        QVERIFY(offered("since:").contains(QStringLiteral("since:today")));
        QVERIFY(offered("state:failed").isEmpty());
        QVERIFY(offered("nonsense:").isEmpty());
        for (const FilterSuggestion &suggestion : suggestFilter({}, JobFilter::keys()))
            QVERIFY(!suggestion.meaning.source.isEmpty());
        for (const FilterKey &key : JobFilter::keys()) {
            for (const FilterSuggestion &suggestion : suggestFilter(QLatin1String(key.name) + u':', JobFilter::keys()))
                QVERIFY2(JobFilter::parse(suggestion.text, noon), qPrintable(suggestion.text));
        }
    }
    void quotedValuesComeBack()
    {
        for (const QString &value : {QStringLiteral("a"), QStringLiteral("a \"b\" c"), QStringLiteral("C:\\x\\"), QStringLiteral("a,b")}) {
            const auto filter = JobFilter::parse(filterText("id", value), 0);
            QVERIFY(filter);
            QCOMPARE(filter->find("id")->values, QStringList{value});
        }
    }
};

QTEST_GUILESS_MAIN(tst_Filter)
#include "tst_filter.moc"
