// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/split.h"

#include <QTextBoundaryFinder>

namespace kule {
namespace {

bool isBreak(QChar c)
{
    // The spaces that exist to hold words together.
    return c.isSpace() && c != QChar::Nbsp && c != QChar(0x202F) && c != QChar(0x2007);
}

// Where the piece ends, at most `longest` units from the start: behind it stands white space where there is any.
qsizetype endOfPiece(QStringView text, qsizetype longest)
{
    if (text.size() <= longest)
        return text.size();
    // A break too early would make many small messages of one text.
    const qsizetype earliest = longest / 2;
    for (const QStringView mark : {QStringView(u"\n\n"), QStringView(u"\n")}) {
        const qsizetype found = text.first(std::min(longest + mark.size(), text.size())).lastIndexOf(mark);
        if (found >= earliest && found <= longest)
            return found;
    }
    for (qsizetype at = longest; at > 0; --at) {
        if (isBreak(text[at]))
            return at;
    }
    // Text that is not needed to judge this border would only cost.
    const QStringView near = text.first(std::min(longest + 64, text.size()));
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, near.data(), near.size());
    characters.setPosition(longest);
    if (characters.isAtBoundary())
        return longest;
    if (const qsizetype before = characters.toPreviousBoundary(); before > 0)
        return before;
    return text[longest].isLowSurrogate() && longest > 1 ? longest - 1 : longest;
}

} // namespace

QStringList split(const QString &text, qsizetype longest)
{
    QStringList pieces;
    QStringView rest(text);
    for (;;) {
        while (!rest.isEmpty() && isBreak(rest.front()))
            rest = rest.sliced(1);
        while (!rest.isEmpty() && isBreak(rest.back()))
            rest.chop(1);
        if (rest.isEmpty())
            return pieces;
        qsizetype end = endOfPiece(rest, longest);
        const QStringView tail = rest.sliced(end);
        while (end > 1 && isBreak(rest[end - 1]))
            --end;
        pieces += rest.first(end).toString();
        rest = tail;
    }
}

} // namespace kule
