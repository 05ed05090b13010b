// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/schedule.h"

#include <QDateTime>

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
// No zone ever moved by more than a day (Samoa, 2011).
constexpr qint64 beyondAnyGap = dayMs + 2 * 60 * minuteMs;
// 29 February may be eight years away.
constexpr int daysAhead = 9 * 366;

qint64 localMidnight(QDate day)
{
    return day.toJulianDay() * dayMs - QDate(1970, 1, 1).toJulianDay() * dayMs;
}

} // namespace

Schedule::Schedule(CronExpression cron, QTimeZone zone, Milliseconds jitter)
    : m_cron(std::move(cron))
    , m_zone(std::move(zone))
    , m_jitter(jitter)
{
}

Result<Schedule> Schedule::parse(const QString &cron, const QString &timezone, Milliseconds jitter)
{
    auto expression = CronExpression::parse(cron);
    if (!expression)
        return fail(expression.error());
    const QTimeZone zone = timezone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(timezone.toUtf8());
    if (!zone.isValid())
        return fail(ErrorKind::Invalid, "schedule.bad_timezone",
                    text(QT_TRANSLATE_NOOP("Engine", "“%1” is no time zone that this computer knows. Give a name such as Europe/Istanbul."), timezone.left(100)));
    return Schedule(std::move(*expression), zone, std::max(jitter, Milliseconds(0)));
}

qint64 Schedule::offsetAt(qint64 utc) const
{
    return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC)) * qint64(1000);
}

std::vector<qint64> Schedule::momentsOf(qint64 local) const
{
    const qint64 before = offsetAt(local - beyondAnyGap);
    const qint64 after = offsetAt(local + beyondAnyGap);
    std::vector<qint64> moments;
    for (const qint64 utc : {std::min(local - before, local - after), std::max(local - before, local - after)}) {
        if (local - offsetAt(utc) == utc && (moments.empty() || moments.back() != utc))
            moments.push_back(utc);
    }
    if (m_cron.isEveryHour())
        return moments;
    if (!moments.empty())
        return {moments.front()};
    // Left out: the moment at which the clocks changed.
    qint64 low = local - beyondAnyGap;
    qint64 high = local + beyondAnyGap;
    while (high - low > 1000) {
        const qint64 middle = low + (high - low) / 2;
        (offsetAt(middle) == before ? low : high) = middle;
    }
    return {high / 1000 * 1000};
}

std::optional<qint64> Schedule::next(qint64 after) const
{
    // A day before, as one of its times may have been moved into this day.
    const QDate first = QDateTime::fromMSecsSinceEpoch(after + offsetAt(after), Qt::UTC).date().addDays(-1);
    for (int ahead = 0; ahead < daysAhead; ++ahead) {
        const QDate day = first.addDays(ahead);
        if (!m_cron.isOn(day))
            continue;
        // When clocks go back, the order of local times is not the order of moments.
        std::optional<qint64> best;
        for (int minute = 0; minute < 24 * 60; ++minute) {
            if (!m_cron.hours().test(static_cast<std::size_t>(minute / 60)) || !m_cron.minutes().test(static_cast<std::size_t>(minute % 60)))
                continue;
            const qint64 local = localMidnight(day) + minute * minuteMs;
            if (local + beyondAnyGap < after || (best && local - beyondAnyGap > *best))
                continue;
            for (const qint64 moment : momentsOf(local)) {
                if (moment > after && (!best || moment < *best))
                    best = moment;
            }
        }
        if (best)
            return best;
    }
    return std::nullopt;
}

std::optional<Schedule::Moment> Schedule::nextMoment(qint64 after, QRandomGenerator &chance) const
{
    const auto meant = next(after);
    if (!meant)
        return std::nullopt;
    const qint64 room = next(*meant).value_or(*meant + dayMs) - *meant - 1;
    const qint64 most = std::min<qint64>(m_jitter.count(), room);
    return Moment{*meant, *meant + static_cast<qint64>(chance.generateDouble() * static_cast<double>(most))};
}

ScheduledDeed::ScheduledDeed(Schedule schedule, qint64 nowMs, quint32 seed)
    : m_schedule(std::move(schedule))
    , m_chance(seed)
    , m_lookedAt(nowMs)
{
    lookAfter(nowMs);
}

void ScheduledDeed::lookAfter(qint64 moment)
{
    m_next = m_schedule.nextMoment(moment, m_chance);
}

std::optional<qint64> ScheduledDeed::nextAt() const
{
    return m_next ? std::optional(m_next->at) : std::nullopt;
}

ScheduledDeed::Verdict ScheduledDeed::check(qint64 nowMs, Load load)
{
    // The clock was set back: what was meant for a time to come is meant for an earlier one now.
    const bool isSetBack = nowMs < m_lookedAt - minuteMs;
    m_lookedAt = nowMs;
    if (isSetBack)
        lookAfter(nowMs);
    if (!m_next || nowMs < m_next->at)
        return Verdict::NotYet;
    lookAfter(std::max(m_next->meant, nowMs));
    return load == Load::Busy ? Verdict::SkippedAsBusy : Verdict::Due;
}

} // namespace kule
