// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/split.h"

#include <QRegularExpression>
#include <QTest>

using namespace kule;

class tst_BotSplit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pieces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("longest");
        QTest::addColumn<QStringList>("pieces");
        const auto row = [](const char *name, const QString &text, int longest, const QStringList &pieces) { QTest::newRow(name) << text << longest << pieces; };
        const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
        row("empty", {}, 10, {});
        row("white space alone", s(u" \n\t "), 10, {});
        row("short", s(u"İlan"), 10, {s(u"İlan")});
        row("exact", s(u"0123456789"), 10, {s(u"0123456789")});
        row("at a word", s(u"bir iki üç dört"), 10, {s(u"bir iki üç"), s(u"dört")});
        row("a word that just does not fit", s(u"bir iki dört"), 9, {s(u"bir iki"), s(u"dört")});
        row("a line before a word", s(u"bir iki\nüç dört"), 12, {s(u"bir iki"), s(u"üç dört")});
        row("a paragraph before a line", s(u"bir\n\niki\nüç"), 9, {s(u"bir\n\niki"), s(u"üç")});
        row("no tiny first piece for a line's sake", s(u"a\nbir iki üç dört"), 12, {s(u"a\nbir iki üç"), s(u"dört")});
        row("a word too long", s(u"ab 0123456789xyz"), 10, {s(u"ab"), s(u"0123456789"), s(u"xyz")});
        row("many spaces at the break", s(u"bir       iki"), 5, {s(u"bir"), s(u"iki")});
        row("a space that holds together", s(u"bir 5\u00a0km"), 7, {s(u"bir"), s(u"5\u00a0km")});
        row("a surrogate pair", s(u"123\U0001F5FC"), 4, {s(u"123"), s(u"\U0001F5FC")});
        row("a family", s(u"12\U0001F468\u200D\U0001F469\u200D\U0001F467"), 9, {s(u"12"), s(u"\U0001F468\u200D\U0001F469\u200D\U0001F467")});
        row("a letter with its mark", s(u"123i\u0307"), 4, {s(u"123"), s(u"i\u0307")});
        row("a flag", s(u"1\U0001F1F9\U0001F1F7"), 4, {s(u"1"), s(u"\U0001F1F9\U0001F1F7")});
    }
    void pieces()
    {
        QFETCH(QString, text);
        QFETCH(int, longest);
        QFETCH(QStringList, pieces);
        QCOMPARE(split(text, longest), pieces);
    }
    void aCharacterOfAThousandMarksIsCutSomewhere()
    {
        const QString zalgo = QStringLiteral("a") + QString(1000, QChar(0x0301));
        const QStringList pieces = split(zalgo, 100);
        QCOMPARE(pieces.join(QString()), zalgo);
        for (const QString &piece : pieces)
            QVERIFY(piece.size() <= 100);
    }
    void aFamilyWithoutEndIsNotCutWithinAPair()
    {
        QString family = QStringLiteral("\U0001F468");
        for (int i = 0; i < 100; ++i)
            family += QStringLiteral("\u200D\U0001F467");
        const QStringList pieces = split(family, 100);
        QCOMPARE(pieces.join(QString()), family);
        for (const QString &piece : pieces)
            QVERIFY(piece.size() <= 100 && !piece.front().isLowSurrogate() && !piece.back().isHighSurrogate());
    }
    void nothingIsLostOfALongText()
    {
        QString text;
        for (int i = 0; text.size() < 200'000; ++i)
            text += QStringLiteral("sözcük%1%2").arg(i).arg(QChar(i % 17 == 0 ? u'\n' : u' '));
        const QStringList pieces = split(text);
        QVERIFY(pieces.size() >= 49 && pieces.size() < 60);
        QStringList words;
        for (const QString &piece : pieces) {
            QVERIFY(piece.size() <= longestMessage);
            words += piece.split(QRegularExpression(QStringLiteral("\\s")));
        }
        QCOMPARE(words, text.trimmed().split(QRegularExpression(QStringLiteral("\\s"))));
    }
};

QTEST_GUILESS_MAIN(tst_BotSplit)
#include "tst_botsplit.moc"
