// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/ansicolours.h"
#include "logs/logline.h"

#include <QTest>

using namespace kule;

namespace {

AnsiStyle coloured(AnsiColour foreground)
{
    AnsiStyle style;
    style.foreground = foreground;
    return style;
}

AnsiStyle bold()
{
    AnsiStyle style;
    style.isBold = true;
    return style;
}

} // namespace

Q_DECLARE_METATYPE(kule::AnsiRun)

class TestAnsi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<AnsiRun>>("runs");
        using Runs = QList<AnsiRun>;
        QTest::newRow("plain") << QByteArray("hello") << QStringLiteral("hello") << Runs{};
        QTest::newRow("red") << QByteArray("\x1b[31mno\x1b[0m yes") << QStringLiteral("no yes") << Runs{{0, 2, coloured(1)}};
        QTest::newRow("bright") << QByteArray("\x1b[92mok") << QStringLiteral("ok") << Runs{{0, 2, coloured(10)}};
        QTest::newRow("256") << QByteArray("a\x1b[38;5;208mb\x1b[39mc") << QStringLiteral("abc") << Runs{{1, 1, coloured(208)}};
        QTest::newRow("24 bit") << QByteArray("\x1b[38;2;1;2;3mx") << QStringLiteral("x") << Runs{{0, 1, coloured(rgbColour + 0x010203)}};
        QTest::newRow("bold and off") << QByteArray("\x1b[1mx\x1b[22my") << QStringLiteral("xy") << Runs{{0, 1, bold()}};
        QTest::newRow("no parameter is reset") << QByteArray("\x1b[1mx\x1b[my") << QStringLiteral("xy") << Runs{{0, 1, bold()}};
        QTest::newRow("256 out of range") << QByteArray("\x1b[38;5;999mx") << QStringLiteral("x") << Runs{};
        QTest::newRow("cut 256") << QByteArray("\x1b[38;5mx") << QStringLiteral("x") << Runs{};
        QTest::newRow("cursor moves go") << QByteArray("\x1b[2J\x1b[10;5Hx\x1b[?25l") << QStringLiteral("x") << Runs{};
        QTest::newRow("title goes") << QByteArray("\x1b]0;evil\x07x") << QStringLiteral("x") << Runs{};
        QTest::newRow("hyperlink goes") << QByteArray("\x1b]8;;http://a\x1b\\x\x1b]8;;\x1b\\") << QStringLiteral("x") << Runs{};
        QTest::newRow("an open string hides nothing") << QByteArray("\x1b]0;rest") << QStringLiteral("0;rest") << Runs{};
        QTest::newRow("broken sequence") << QByteArray("\x1b[31\x01x") << QStringLiteral("\u2401x") << Runs{};
        QTest::newRow("escape at the end") << QByteArray("x\x1b") << QStringLiteral("x") << Runs{};
        QTest::newRow("sequence cut by the end") << QByteArray("x\x1b[3") << QStringLiteral("x") << Runs{};
        QTest::newRow("tab") << QByteArray("ab\tc") << QStringLiteral("ab      c") << Runs{};
        QTest::newRow("control") << QByteArray("a\x08z") << QStringLiteral("a\u2408z") << Runs{};
        QTest::newRow("carriage return inside") << QByteArray("10%\r20%\r") << QStringLiteral("10%\u240d20%") << Runs{};
        QTest::newRow("delete") << QByteArray("\x7f") << QStringLiteral("\u2421") << Runs{};
        QTest::newRow("bidi") << QStringLiteral("a\u202eb").toUtf8() << QStringLiteral("a‹U+202E›b") << Runs{};
        QTest::newRow("zero width") << QStringLiteral("a\u200bb").toUtf8() << QStringLiteral("a‹U+200B›b") << Runs{};
        QTest::newRow("not UTF-8") << QByteArray("a\xff\xfe") << QStringLiteral("a\ufffd\ufffd") << Runs{};
        QTest::newRow("cut UTF-8") << QByteArray("a\xc4") << QStringLiteral("a\ufffd") << Runs{};
        QTest::newRow("Turkish") << QByteArray("I\xc4\xb1\xc4\xb0i") << QStringLiteral("Iıİi") << Runs{};
        QTest::newRow("nothing") << QByteArray() << QString() << Runs{};
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QList<AnsiRun>, runs);
        const AnsiLine line = parseAnsi(bytes);
        QCOMPARE(line.text, text);
        QCOMPARE(QList<AnsiRun>(line.runs.begin(), line.runs.end()), runs);
    }

    void carriesTheStyleOn()
    {
        QCOMPARE(parseAnsi("\x1b[31mred").end, coloured(1));
        QCOMPARE(parseAnsi("on", coloured(1)).runs.front(), (AnsiRun{0, 2, coloured(1)}));
    }

    void survivesNoise()
    {
        // Every byte after every kind of escape, and all of them in a row.
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte) {
            const char c = static_cast<char>(byte);
            for (const char *kind : {"\x1b", "\x1b[", "\x1b[1;", "\x1b]", "\x1b[38;5;"})
                (void)parseAnsi(QByteArray(kind) + c + "x");
            all += '\x1b';
            all += c;
        }
        const AnsiLine line = parseAnsi(all);
        for (const QChar c : line.text)
            QVERIFY(c.unicode() >= 0x20);
    }

    void coloursAreLegibleOnBothGrounds()
    {
        for (const QColor &ground : {QColor(0xff, 0xff, 0xff), QColor(0x1c, 0x22, 0x29)}) {
            for (int code = 0; code < 256; ++code) {
                const AnsiLine line = parseAnsi("\x1b[38;5;" + QByteArray::number(code) + "mx");
                const QColor seen = formatsOf(line, Qt::gray, ground).first().format.foreground().color();
                QVERIFY2(contrast(seen, ground) >= 4.5, qPrintable(QString::number(code)));
            }
        }
    }

    void splitsTheTimeOff()
    {
        const LogLine line = splitLogLine("2026-11-21T00:33:09.123Z hello");
        QCOMPARE(line.at.value(), 1'795'221'189'123);
        QCOMPARE(line.text.toByteArray(), QByteArray("hello"));
        QVERIFY(!splitLogLine("2026-11-21T00:33:09.123Zhello").at);
        QVERIFY(!splitLogLine("2026-99-21T00:33:09.123Z hello").at);
        QVERIFY(!splitLogLine("short").at);
        QCOMPARE(splitLogLine("2026-11-21T00:33:09.123Z").text.size(), qsizetype(0));
    }

    void saysElapsedTimes()
    {
        QCOMPARE(elapsedText(1'234), QStringLiteral("+1.234"));
        QCOMPARE(elapsedText(125'120), QStringLiteral("+2:05.120"));
        QCOMPARE(elapsedText(3'603'000), QStringLiteral("+1:00:03.000"));
        QCOMPARE(elapsedText(-5), QStringLiteral("−0.005"));
    }
};

QTEST_GUILESS_MAIN(TestAnsi)
#include "tst_ansi.moc"
