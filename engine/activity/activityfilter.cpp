// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"
#include "base/querywords.h"

#include <QDateTime>

namespace kule {
namespace {

/// "90m", "12h", "3d", "2w" back from now, or a date and time by this computer's clock.
std::optional<qint64> timeFrom(const QString &text, qint64 nowMs)
{
    const QString units = QStringLiteral("mhdw");
    const qint64 lengths[] = {60'000, 3'600'000, 86'400'000, 7 * 86'400'000LL};
    bool isNumber = false;
    const qint64 count = text.chopped(1).toLongLong(&isNumber);
    const qsizetype unit = text.isEmpty() ? -1 : units.indexOf(text.back());
    if (isNumber && unit >= 0 && count >= 0 && count < 100'000)
        return nowMs - count * lengths[unit];
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch()) : std::nullopt;
}

tl::unexpected<Error> refuse(Text why)
{
    return fail(ErrorKind::Invalid, "activity.bad_filter", std::move(why));
}

} // namespace

Result<ActivityFilter> ActivityFilter::parse(const QString &query, qint64 nowMs)
{
    ActivityFilter filter;
    for (const QueryWord &word : splitQuery(query)) {
        if (!word.key.isEmpty() && word.value.isEmpty())
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "Write what to look for after “%1:”."), word.key));
        if (word.key.isEmpty())
            filter.words += word.value;
        else if (word.key == QLatin1String("by"))
            filter.actor = word.value;
        else if (word.key == QLatin1String("action"))
            filter.action = word.value;
        else if (word.key == QLatin1String("target"))
            filter.target = word.value;
        else if (word.key != QLatin1String("since"))
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "“%1:” is not understood. Use by:, action:, target:, since: or words; put words with a colon in quotes."), word.key.left(100)));
        else if (filter.since = timeFrom(word.value, nowMs); !filter.since)
            return refuse(text(QT_TRANSLATE_NOOP("Engine", "“%1” is not a time. Write 12h, 3d, 2w or a date as 2026-11-20."), word.value.left(100)));
    }
    return filter;
}

} // namespace kule
