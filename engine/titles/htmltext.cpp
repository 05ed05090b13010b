// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/htmltext.h"

#include <QRegularExpression>
#include <QUrl>

#include <libxml/HTMLparser.h>

#include <algorithm>

namespace kule {
namespace {

constexpr qsizetype longestEntity = 10; // "thetasym", "#x10ffff" and their like

/// Of "amp", "#287", "#x11f"; 0 when it stands for nothing.
char32_t characterOf(QByteArrayView name)
{
    if (!name.startsWith('#')) {
        const htmlEntityDesc *entity = htmlEntityLookup(reinterpret_cast<const xmlChar *>(name.toByteArray().constData()));
        return entity ? entity->value : 0;
    }
    const bool isHex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const QByteArray digits = name.sliced(isHex ? 2 : 1).toByteArray();
    const bool isNumber = !digits.isEmpty() && std::ranges::all_of(digits, [](char c) { return std::isxdigit(static_cast<uchar>(c)); });
    bool isRead = false;
    const uint value = isNumber ? digits.toUInt(&isRead, isHex ? 16 : 10) : 0;
    if (!isRead)
        return 0;
    const bool isCharacter = value > 0 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    return isCharacter ? value : U'\xfffd';
}

bool isYear(int value)
{
    return value >= 1870 && value <= 2100;
}

} // namespace

QByteArray withoutEntities(QByteArrayView html)
{
    QByteArray text;
    qsizetype at = 0;
    for (qsizetype mark = html.indexOf('&'); mark >= 0; mark = html.indexOf('&', mark + 1)) {
        const QByteArrayView behind = html.sliced(mark + 1);
        const qsizetype end = behind.first(std::min(behind.size(), longestEntity)).indexOf(';');
        const char32_t character = end > 0 ? characterOf(behind.first(end)) : 0;
        if (character == 0)
            continue;
        text.append(html.sliced(at, mark - at)).append(QString::fromUcs4(&character, 1).toUtf8());
        at = mark + 1 + end + 1;
        mark = at - 1;
    }
    return text.append(html.sliced(at));
}

QString tidy(const QString &text, qsizetype longest)
{
    // More than is kept is looked at, since space collapses; but not all of a megabyte.
    QString line = text.left(8 * longest).simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    if (line.size() > longest)
        line.truncate(line[longest - 1].isHighSurrogate() ? longest - 1 : longest);
    return line.trimmed();
}

QStringList splitNames(const QString &text)
{
    static const QRegularExpression commas(QStringLiteral("[,،、，]"));
    QStringList names;
    addNames(names, text.left(mostNames * longestName).split(commas));
    return names;
}

void addNames(QStringList &names, const QStringList &more)
{
    for (const QString &name : more) {
        QString entry = tidy(name, longestName);
        while (entry.endsWith(u',') || entry.endsWith(u' '))
            entry.chop(1);
        if (!entry.isEmpty() && names.size() < mostNames && !names.contains(entry, Qt::CaseInsensitive))
            names += entry;
    }
}

QString imageUrl(const QString &text)
{
    const QString trimmed = text.left(2 * longestUrl).trimmed();
    const QString whole = trimmed.startsWith(QLatin1String("//")) ? QLatin1String("https:") + trimmed : trimmed;
    if (whole.size() > longestUrl)
        return {};
    const QUrl url(whole, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
}

QString largestImage(const QString &srcset)
{
    static const QRegularExpression candidate(QStringLiteral("([^\\s,]\\S*[^\\s,])(?:\\s+([0-9]{1,6}(?:\\.[0-9]{1,3})?)[wx])?\\s*(?:,|$)"));
    QString best;
    double most = 0;
    auto candidates = candidate.globalMatch(srcset.left(16 * longestUrl));
    while (candidates.hasNext()) {
        const auto match = candidates.next();
        const double size = match.hasCaptured(2) ? match.captured(2).toDouble() : 1;
        const QString url = size > most ? imageUrl(match.captured(1)) : QString();
        if (!url.isEmpty()) {
            best = url;
            most = size;
        }
    }
    return best;
}

std::optional<int> yearIn(QByteArrayView text)
{
    int digits = 0, value = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if (c >= '0' && c <= '9') {
            value = digits < 4 ? value * 10 + (c - '0') : 0;
            ++digits;
            continue;
        }
        if (digits == 4 && isYear(value))
            return value;
        digits = value = 0;
    }
    return std::nullopt;
}

} // namespace kule
