// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/pagetext.h"

#include "titles/htmltokens.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace kule {
namespace {

constexpr qsizetype headSize = 4096; // bytes in which a page may name its charset

// 0x80 to 0x9F of windows-1252 and windows-1254, which the web means by ISO 8859-1 and 8859-9 too; 0 stands for itself.
constexpr std::array<char16_t, 32> windowsMarks{0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

enum class Letters { Western, Turkish };

char16_t turkishOf(char16_t c)
{
    switch (c) {
    case 0xd0: return u'Ğ';
    case 0xdd: return u'İ';
    case 0xde: return u'Ş';
    case 0xf0: return u'ğ';
    case 0xfd: return u'ı';
    case 0xfe: return u'ş';
    default: return c;
    }
}

QString fromWindows(QByteArrayView bytes, Letters letters)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(), [letters](char byte) {
        const char16_t c = static_cast<uchar>(byte);
        if (c >= 0x80 && c < 0xa0 && windowsMarks[c - 0x80] != 0)
            return QChar(windowsMarks[c - 0x80]);
        return QChar(letters == Letters::Turkish ? turkishOf(c) : c);
    });
    return text;
}

bool isOneOf(QByteArrayView label, std::initializer_list<QByteArrayView> names)
{
    return std::ranges::any_of(names, [label](QByteArrayView name) { return equalsNoCase(label, name); });
}

bool isUtf8(QByteArrayView label)
{
    return isOneOf(label, {"utf-8", "utf8", "unicode-1-1-utf-8"});
}

QString decoded(const QByteArray &page, const QByteArray &label)
{
    if (isOneOf(label, {"iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252"}))
        return fromWindows(page, Letters::Western);
    // By our own table where it matters: not every Qt is built with ICU.
    const bool isTurkish = isOneOf(label, {"", "iso-8859-9", "iso8859-9", "latin5", "l5", "windows-1254", "cp1254"});
    const bool isLocal = QStringConverter::encodingForName(label.constData()) == QStringConverter::System;
    QStringDecoder decoder = isTurkish || isLocal ? QStringDecoder() : QStringDecoder(label.constData());
    return decoder.isValid() ? QString(decoder(page)) : fromWindows(page, Letters::Turkish);
}

/// What follows "charset=", without quotes.
QByteArray charsetIn(QByteArrayView text)
{
    static constexpr QByteArrayView word("charset");
    for (qsizetype at = 0; at + word.size() < text.size(); ++at) {
        if (!equalsNoCase(text.sliced(at, word.size()), word))
            continue;
        const QByteArrayView behind = text.sliced(at + word.size()).trimmed();
        if (!behind.startsWith('='))
            continue;
        const QByteArray value = behind.sliced(1).trimmed().toByteArray();
        const auto isEnd = [](char c) { return c == '"' || c == '\'' || c == ';' || c == ' ' || c == '/' || c == '>'; };
        const auto start = std::ranges::find_if_not(value, isEnd);
        return QByteArray(start, std::find_if(start, value.end(), isEnd) - start).left(40);
    }
    return {};
}

QByteArray charsetInHead(QByteArrayView page)
{
    HtmlTokens tokens(page.first(std::min(page.size(), headSize)));
    for (auto kind = tokens.next(); kind != HtmlTokens::Kind::PageEnd; kind = tokens.next()) {
        if (kind != HtmlTokens::Kind::StartTag || tokens.name() != "meta")
            continue;
        if (const QByteArrayView charset = tokens.attribute("charset"); !charset.isEmpty())
            return charset.trimmed().toByteArray().left(40);
        if (equalsNoCase(tokens.attribute("http-equiv"), "content-type"))
            return charsetIn(tokens.attribute("content"));
    }
    return {};
}

QString fromUtf16(const QByteArray &page, QStringConverter::Encoding encoding)
{
    return QString(QStringDecoder(encoding)(page));
}

/// Damaged, but UTF-8 all the same: more of what is not ASCII is right than wrong.
bool isMostlyUtf8(const QString &text)
{
    const qsizetype wrong = text.count(QChar::ReplacementCharacter);
    const auto foreign = std::ranges::count_if(text, [](QChar c) { return c >= u'\x80'; });
    return foreign - wrong >= wrong;
}

/// Without a character that the end of the page cut in two.
QByteArray withWholeEnd(const QByteArray &page)
{
    for (qsizetype tail = 1; tail <= std::min<qsizetype>(3, page.size()); ++tail) {
        const auto lead = static_cast<uchar>(page[page.size() - tail]);
        if (lead < 0x80 || lead >= 0xc0)
            return lead >= 0xc2 && tail < (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4) ? page.chopped(tail) : page;
    }
    return page;
}

QByteArray utf8Of(const QByteArray &page, QByteArrayView contentType)
{
    if (page.startsWith("\xEF\xBB\xBF"))
        return utf8Of(page.sliced(3), "charset=utf-8");
    if (page.startsWith("\xFF\xFE") || page.startsWith(QByteArrayView("<\0", 2)))
        return fromUtf16(page, QStringConverter::Utf16LE).toUtf8();
    if (page.startsWith("\xFE\xFF") || page.startsWith(QByteArrayView("\0<", 2)))
        return fromUtf16(page, QStringConverter::Utf16BE).toUtf8();
    QByteArray label = charsetIn(contentType);
    if (isOneOf(label, {"utf-16", "utf-16le", "utf-16be"}) && page.contains('\0'))
        return fromUtf16(page, equalsNoCase(label, "utf-16be") ? QStringConverter::Utf16BE : QStringConverter::Utf16LE).toUtf8();
    if (const QByteArray whole = withWholeEnd(page); whole.isValidUtf8())
        return whole;
    const QString asUtf8 = QString::fromUtf8(page);
    if (label.isEmpty() || isUtf8(label)) // bytes that are not UTF-8 say that this header is no help
        label = charsetInHead(page);
    if (isMostlyUtf8(asUtf8))
        return asUtf8.toUtf8();
    return decoded(page, isUtf8(label) ? QByteArray() : label).toUtf8();
}

} // namespace

QByteArray pageText(const QByteArray &page, QByteArrayView contentType)
{
    QByteArray text = utf8Of(page, contentType);
    if (text.contains('\0'))
        text.removeIf([](char c) { return c == '\0'; });
    return text;
}

} // namespace kule
