// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns over logs: both directions, parts, holes, lines without end, bytes that are none, patterns that would never end.
#include "logs/logline.h"
#include "logs/logsearch.h"

#include <QTest>

using namespace kule;

namespace {

QByteArray line(const QByteArray &text)
{
    return "2026-11-21T00:33:09.123Z " + text + '\n';
}

/// A log in memory, read as the files are: cut at a line's end where one is in reach.
struct Log
{
    QByteArray text;
    qint64 gapBegin = 0, gapEnd = 0;
    int reads = 0;

    LogReader reader()
    {
        return [this](qint64 offset, qint64 limit) {
            ++reads;
            LogSlice slice;
            const qint64 asked = std::min<qint64>(offset, text.size());
            slice.offset = asked >= gapBegin && asked < gapEnd ? gapEnd : asked;
            slice.skipped = slice.offset - asked;
            const qint64 end = slice.offset < gapBegin ? gapBegin : text.size();
            slice.text = text.mid(slice.offset, std::min(limit, end - slice.offset));
            if (slice.offset + slice.text.size() < text.size() && slice.text.contains('\n'))
                slice.text.truncate(slice.text.lastIndexOf('\n') + 1);
            slice.next = slice.offset + slice.text.size();
            slice.size = text.size();
            return Result<LogSlice>(slice);
        };
    }

    std::vector<LogHit> all(const QString &pattern, SearchDirection direction = SearchDirection::Forward, int limit = 1000)
    {
        std::vector<LogHit> hits;
        LogSearch search{pattern, direction == SearchDirection::Forward ? 0 : text.size(), direction, limit};
        for (;;) {
            const auto found = searchLog(reader(), search).value();
            hits.insert(hits.end(), found.hits.begin(), found.hits.end());
            search.from = found.next;
            if (found.isEnd)
                return hits;
        }
    }
};

QStringList textsOf(const std::vector<LogHit> &hits)
{
    QStringList texts;
    for (const LogHit &hit : hits)
        texts << hit.text;
    return texts;
}

} // namespace

class tst_LogSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matchesWhatIsSeenOfALine_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("text") << QByteArray("disk full") << "k f" << true;
        QTest::newRow("case") << QByteArray("Disk FULL") << "disk full" << true;
        QTest::newRow("begin") << QByteArray("disk full") << "^disk" << true;
        QTest::newRow("end") << QByteArray("disk full") << "full$" << true;
        QTest::newRow("the time is not text") << QByteArray("disk full") << "2026" << false;
        QTest::newRow("not over lines") << QByteArray("disk\nfull") << "disk\\s" << false;
        QTest::newRow("colours are not text") << QByteArray("\x1b[31mdi\x1b[0msk full") << "^disk" << true;
        QTest::newRow("turkish") << QByteArray("iş başarısız oldu") << "başarısız" << true;
        QTest::newRow("one character") << QByteArray("iş") << "^i.$" << true;
        QTest::newRow("bytes that are no text") << QByteArray("\xff\xfe disk") << "disk" << true;
        QTest::newRow("nothing is no hit") << QByteArray("disk") << "x*" << false;
        QTest::newRow("NUL") << QByteArray("a\0b disk", 8) << "disk" << true;
    }
    void matchesWhatIsSeenOfALine()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, pattern);
        QFETCH(bool, isFound);
        Log log;
        for (const QByteArray &part : said.split('\n'))
            log.text += line(part);
        QCOMPARE(!log.all(pattern).empty(), isFound);
        QCOMPARE(!log.all(pattern, SearchDirection::Backward).empty(), isFound);
    }

    void findsEachHitOnceInBothDirections()
    {
        Log log;
        QStringList wanted;
        for (int i = 0; i < 100'000; ++i) { // several blocks
            log.text += line("line " + QByteArray::number(i) + (i % 997 == 0 ? " hit" : ""));
            if (i % 997 == 0)
                wanted << QStringLiteral("line %1 hit").arg(i);
        }
        QVERIFY(log.text.size() > 3 * 1024 * 1024);
        QCOMPARE(textsOf(log.all(QStringLiteral("hit$"))), wanted);
        QCOMPARE(textsOf(log.all(QStringLiteral("hit$"), SearchDirection::Forward, 7)), wanted);
        std::reverse(wanted.begin(), wanted.end());
        QCOMPARE(textsOf(log.all(QStringLiteral("hit$"), SearchDirection::Backward)), wanted);
        QCOMPARE(textsOf(log.all(QStringLiteral("hit$"), SearchDirection::Backward, 7)), wanted);
        const auto hit = log.all(QStringLiteral("line 997 hit")).front();
        QCOMPARE(log.text.indexOf("2026", hit.offset), hit.offset);
        QCOMPARE(splitLogLine(QByteArrayView(log.text).sliced(hit.offset, 40)).at, hit.at);
    }

    void answersAfterAPartOfALongLog()
    {
        Log log;
        log.text = line(QByteArray(6000, 'x')).repeated(10'000);
        const auto part = searchLog(log.reader(), {QStringLiteral("y"), 0, SearchDirection::Forward, 1}).value();
        QVERIFY(!part.isEnd && part.next > 0 && part.next < log.text.size());
        QVERIFY(log.all(QStringLiteral("y")).empty());
        QVERIFY(log.all(QStringLiteral("y"), SearchDirection::Backward).empty());
    }

    void walksALineWithoutEnd()
    {
        Log log;
        log.text = line(QByteArray(3'000'000, 'x') + "needle" + QByteArray(3'000'000, 'x')) + line("needle");
        QCOMPARE(log.all(QStringLiteral("needle")).size(), 2);
        QCOMPARE(log.all(QStringLiteral("needle"), SearchDirection::Backward).size(), 2);
        const auto hit = log.all(QStringLiteral("needle")).front();
        QVERIFY(hit.offset < 3'000'100 && hit.offset + longestLogPiece > 3'000'000);
        QVERIFY(hit.text.size() <= 1000);
        log.text = QByteArray("\x80").repeated(100'000); // continuations of nothing
        QVERIFY(log.all(QStringLiteral("needle")).empty());
    }

    void stepsOverAHole()
    {
        Log log;
        log.text = line("first hit") + line(QByteArray(5'000'000, ' ')) + line("last hit");
        log.gapBegin = log.text.indexOf('\n') + 1;
        log.gapEnd = log.text.lastIndexOf("2026");
        QCOMPARE(textsOf(log.all(QStringLiteral("hit"))), QStringList({QStringLiteral("first hit"), QStringLiteral("last hit")}));
        QCOMPARE(textsOf(log.all(QStringLiteral("hit"), SearchDirection::Backward)), QStringList({QStringLiteral("last hit"), QStringLiteral("first hit")}));
    }

    void anEmptyLogHasNoHit()
    {
        Log log;
        QVERIFY(log.all(QStringLiteral("x")).empty());
        QVERIFY(log.all(QStringLiteral("x"), SearchDirection::Backward).empty());
        const auto beyond = searchLog(log.reader(), {QStringLiteral("x"), std::numeric_limits<qint64>::max(), SearchDirection::Backward, 1});
        QVERIFY(beyond && beyond->isEnd);
    }

    void refusesWhatIsNoPattern()
    {
        Log log;
        const auto codeOf = [&](const QString &pattern) { return searchLog(log.reader(), {pattern}).error().code; };
        QCOMPARE(codeOf(QString()), "log.bad_pattern");
        QCOMPARE(codeOf(QString(20'000, u'x')), "log.bad_pattern");
        QCOMPARE(codeOf(QStringLiteral("ş(")), "log.bad_pattern");
        QVERIFY(searchLog(log.reader(), {QStringLiteral("ş(")}).error().message.in(Language::English).contains(QLatin1String("character 3")));
    }

    void endsAPatternThatWouldNot()
    {
        Log log;
        log.text = line(QByteArray(5000, 'a') + '!');
        QCOMPARE(searchLog(log.reader(), {QStringLiteral("(a+)+$")}).error().code, "log.pattern_too_costly");
    }

    void passesOnWhatTheReaderSays()
    {
        const LogReader away = [](qint64, qint64) { return Result<LogSlice>(fail(ErrorKind::Unavailable, "log.unreadable", text("away"))); };
        for (const auto direction : {SearchDirection::Forward, SearchDirection::Backward})
            QCOMPARE(searchLog(away, {QStringLiteral("x"), 10, direction, 1}).error().code, "log.unreadable");
    }
};

QTEST_GUILESS_MAIN(tst_LogSearch)
#include "tst_logsearch.moc"
