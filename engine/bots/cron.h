// SPDX-License-Identifier: GPL-3.0-or-later
// A cron expression: "minute hour day month weekday", or @hourly … @yearly. Says which local days and times are meant and
// knows no time zone. A value; any thread. Names and the rule for day and weekday are those of Vixie's cron.
#pragma once
#include "base/result.h"

#include <QDate>

#include <bitset>

namespace kule {

class CronExpression
{
public:
    /// cron.bad_expression, naming the field and what may stand there.
    static Result<CronExpression> parse(const QString &expression);

    /// Day and weekday both limited: either suffices, as cron always had it.
    bool isOn(QDate day) const;
    const std::bitset<24> &hours() const { return m_hours; }
    const std::bitset<60> &minutes() const { return m_minutes; }
    /// "*" as the hour: means so many times a day, not a time of day.
    bool isEveryHour() const { return m_isEveryHour; }

private:
    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;     ///< from 1
    std::bitset<13> m_months;   ///< from 1
    std::bitset<8> m_weekdays;  ///< 0 and 7 are Sunday
    bool m_isEveryHour = false;
    bool m_isAnyDay = false;
    bool m_isAnyWeekday = false;
};

} // namespace kule
