// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folding.h"

namespace kule {
namespace {

QString foldedText(QString text)
{
    for (QChar &c : text) {
        if (c == u'I' || c == u'\u0130' || c == u'\u0131')
            c = u'i';
    }
    return text.toCaseFolded();
}

} // namespace

QByteArray folded(QString text)
{
    return foldedText(std::move(text)).toUtf8();
}

QString foldedWords(const QString &text)
{
    const QString whole = foldedText(text.normalized(QString::NormalizationForm_C));
    QString words;
    words.reserve(whole.size() + 2);
    bool isInWord = false;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const bool isPair = whole[at].isHighSurrogate() && at + 1 < whole.size() && whole[at + 1].isLowSurrogate();
        const char32_t letter = isPair ? QChar::surrogateToUcs4(whole[at], whole[at + 1]) : whole[at].unicode();
        if (QChar::isLetterOrNumber(letter) || (isInWord && QChar::isMark(letter))) {
            if (!isInWord)
                words += u' ';
            words += QStringView(whole).mid(at, isPair ? 2 : 1);
            isInWord = true;
        } else {
            isInWord = false;
        }
        at += isPair ? 1 : 0;
    }
    if (!words.isEmpty())
        words += u' ';
    return words;
}

} // namespace kule
