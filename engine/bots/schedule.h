// SPDX-License-Identifier: GPL-3.0-or-later
// When a schedule comes next: a cron expression in a time zone, with jitter. Pure but for the chance that the caller brings;
// any thread. Where clocks change: a time of day that is left out comes when the gap ends, one that exists twice comes the
// first time; an expression of every hour follows the hours that pass, so it knows neither.
#pragma once
#include "base/clock.h"
#include "bots/cron.h"

#include <QRandomGenerator>
#include <QTimeZone>

namespace kule {

class Schedule
{
public:
    /// timezone: an IANA name; empty: the system's. cron.bad_expression, schedule.bad_timezone
    static Result<Schedule> parse(const QString &cron, const QString &timezone, Milliseconds jitter = {});

    /// The first moment after that one, both UTC ms, without jitter; nothing when there is none within nine years (30 February).
    std::optional<qint64> next(qint64 after) const;

    struct Moment
    {
        qint64 meant = 0; ///< what the expression says; the next one is looked for after it
        qint64 at = 0;    ///< with jitter, always before the moment that follows
    };
    std::optional<Moment> nextMoment(qint64 after, QRandomGenerator &chance) const;

private:
    Schedule(CronExpression cron, QTimeZone zone, Milliseconds jitter);
    /// UTC moments of a local time, given as ms as if it were UTC, in order.
    std::vector<qint64> momentsOf(qint64 local) const;
    qint64 offsetAt(qint64 utc) const;

    CronExpression m_cron;
    QTimeZone m_zone;
    Milliseconds m_jitter;
};

/// What becomes of a scheduled deed as time passes. One that comes due while the bot is busy is left out, not kept for later;
/// after sleep or a jump of the clock all that were missed are one.
class ScheduledDeed
{
public:
    ScheduledDeed(Schedule schedule, qint64 nowMs, quint32 seed);

    enum class Verdict { NotYet, Due, SkippedAsBusy };
    enum class Load { Idle, Busy };
    Verdict check(qint64 nowMs, Load load);
    /// UTC ms of the next one; nothing: never.
    std::optional<qint64> nextAt() const;

private:
    void lookAfter(qint64 moment);

    Schedule m_schedule;
    QRandomGenerator m_chance;
    std::optional<Schedule::Moment> m_next;
    qint64 m_lookedAt;
};

} // namespace kule
