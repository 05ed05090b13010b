// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/herokurestarts.h"

#include <algorithm>

namespace kule {
namespace {

// The wall clock may be set, and the computer may sleep, while nothing happens here.
constexpr qint64 longestSleepMs = 60'000;

} // namespace

void HerokuRestarts::follow(const QString &app, const RestartTimes &times, std::optional<qint64> plannedBefore)
{
    dismiss(app);
    auto schedule = times.cron.isEmpty() ? Result<Schedule>(fail(Error{})) : Schedule::parse(times.cron, times.timezone, Milliseconds(times.jitterMs));
    if (!schedule)
        return;
    Entry &entry = m_entries.emplace(app, Entry{std::move(*schedule), plannedBefore, m_clock.wallMs(), false, nullptr}).first->second;
    if (!plannedBefore)
        plan(app, entry);
    // Later: whoever is told of it has yet to note that the app is followed.
    sleep(app, entry, Milliseconds(1));
}

std::optional<qint64> HerokuRestarts::nextOf(const QString &app) const
{
    const auto found = m_entries.find(app);
    return found == m_entries.end() ? std::nullopt : found->second.planned;
}

void HerokuRestarts::plan(const QString &app, Entry &entry)
{
    const auto moment = entry.schedule.nextMoment(m_clock.wallMs(), m_chance);
    entry.planned = moment ? std::optional(moment->at) : std::nullopt;
    Q_EMIT planned(app);
}

void HerokuRestarts::conclude(const QString &app)
{
    const auto found = m_entries.find(app);
    if (found == m_entries.end())
        return;
    found->second.isDue = false;
    plan(app, found->second);
    sleep(app, found->second, Milliseconds(1));
}

void HerokuRestarts::again(const QString &app, Milliseconds pause)
{
    const auto found = m_entries.find(app);
    if (found == m_entries.end())
        return;
    found->second.isDue = false;
    sleep(app, found->second, pause);
}

void HerokuRestarts::sleep(const QString &app, Entry &entry, Milliseconds pause)
{
    entry.timer = m_clock.after(pause, this, [this, app] { check(app); });
}

void HerokuRestarts::check(const QString &app)
{
    const auto found = m_entries.find(app);
    if (found == m_entries.end() || found->second.isDue || !found->second.planned)
        return;
    Entry &entry = found->second;
    const qint64 now = m_clock.wallMs();
    // The clock was set back: what was planned by the former time may be a day too far.
    if (now < entry.lookedAt - longestSleepMs)
        plan(app, entry);
    entry.lookedAt = now;
    if (!entry.planned)
        return;
    if (now < *entry.planned)
        return sleep(app, entry, Milliseconds(std::clamp<qint64>(*entry.planned - now, 1, longestSleepMs)));
    entry.isDue = true;
    if (now - *entry.planned > latest.count())
        Q_EMIT missed(app, *entry.planned);
    else
        Q_EMIT due(app, *entry.planned);
}

} // namespace kule
