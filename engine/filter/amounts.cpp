// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/amounts.h"

#include <QDateTime>

#include <cmath>
#include <limits>

namespace kule {
namespace {

constexpr double longest = 1e15; // ms; 31,700 years, and far from overflowing

double unitOf(QStringView unit)
{
    if (unit == u"ms")
        return 1;
    if (unit == u"s")
        return 1e3;
    if (unit == u"m" || unit == u"min")
        return 60e3;
    if (unit == u"h")
        return 3600e3;
    if (unit == u"d")
        return 86400e3;
    return unit == u"w" ? 7 * 86400e3 : 0;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

std::optional<qint64> durationFrom(const QString &text)
{
    double sum = 0;
    QStringView rest(text);
    if (rest.isEmpty() || rest.size() > 40)
        return std::nullopt;
    while (!rest.isEmpty()) {
        qsizetype digits = 0;
        while (digits < rest.size() && (isDigit(rest[digits]) || rest[digits] == u'.'))
            ++digits;
        qsizetype unit = digits;
        while (unit < rest.size() && rest[unit] >= u'a' && rest[unit] <= u'z')
            ++unit;
        bool isNumber = false;
        const double number = rest.first(digits).toDouble(&isNumber);
        const double factor = unitOf(rest.sliced(digits, unit - digits));
        if (!isNumber || factor == 0)
            return std::nullopt;
        sum += number * factor;
        rest = rest.sliced(unit);
    }
    return sum <= longest ? std::optional(static_cast<qint64>(std::llround(sum))) : std::nullopt;
}

std::optional<qint64> numberFrom(const QString &text)
{
    if (text.isEmpty() || text.size() > 15 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return text.toLongLong();
}

std::optional<qint64> timeFrom(const QString &text, qint64 nowMs)
{
    if (const auto ago = durationFrom(text))
        return nowMs - *ago;
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    if (text == u"now")
        return nowMs;
    if (text == u"today")
        return today.startOfDay().toMSecsSinceEpoch();
    if (text == u"yesterday")
        return today.addDays(-1).startOfDay().toMSecsSinceEpoch();
    if (text.size() < 10 || text.size() > 40 || !isDigit(text[0]))
        return std::nullopt;
    if (text.size() == 10) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return day.isValid() ? std::optional(day.startOfDay().toMSecsSinceEpoch()) : std::nullopt;
    }
    QString iso = text;
    if (iso[10] == u' ')
        iso[10] = u'T';
    const QDateTime moment = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<AmountRange> rangeFrom(const QString &text, std::optional<qint64> (*read)(const QString &), Bare bare)
{
    constexpr qint64 least = 0;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    if (const qsizetype dots = text.indexOf(QLatin1String("..")); dots >= 0) {
        const auto from = read(text.left(dots));
        const auto to = read(text.mid(dots + 2));
        return from && to && *from <= *to ? std::optional(AmountRange{*from, *to}) : std::nullopt;
    }
    const bool isAbove = text.startsWith(u'>');
    const bool isBelow = text.startsWith(u'<');
    const bool isWithEnd = (isAbove || isBelow) && text.mid(1).startsWith(u'=');
    const auto amount = read(text.mid((isAbove || isBelow ? 1 : 0) + (isWithEnd ? 1 : 0)));
    if (!amount)
        return std::nullopt;
    if (isAbove)
        return AmountRange{*amount + (isWithEnd ? 0 : 1), most};
    if (isBelow)
        return AmountRange{least, *amount - (isWithEnd ? 0 : 1)};
    return AmountRange{*amount, bare == Bare::AtLeast ? most : *amount};
}

} // namespace kule
