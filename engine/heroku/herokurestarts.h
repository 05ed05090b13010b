// SPDX-License-Identifier: GPL-3.0-or-later
// When which app is to be restarted. Lives on its owner's thread and restarts nothing itself. A restart whose time passed while
// Kule did not run, or while the computer slept, is told as missed and not made up for at another hour, unless it is but
// minutes late.
#pragma once
#include "schedule/restarttimes.h"
#include "schedule/schedule.h"

#include <map>
#include <memory>

namespace kule {

class HerokuRestarts final : public QObject
{
    Q_OBJECT
public:
    static constexpr Milliseconds latest = std::chrono::minutes(15);

    HerokuRestarts(Clock &clock, quint32 seed)
        : m_clock(clock)
        , m_chance(seed)
    {
    }
    /// Times that no longer mean anything (a zone may have gone) are none. planned: what was planned before this Kule ran.
    void follow(const QString &app, const RestartTimes &times, std::optional<qint64> planned = std::nullopt);
    void dismiss(const QString &app) { m_entries.erase(app); }
    /// UTC ms; nothing: never.
    std::optional<qint64> nextOf(const QString &app) const;
    /// What was due has ended.
    void conclude(const QString &app);
    /// What was due shall be due again after that long; missed() when it is too late then.
    void again(const QString &app, Milliseconds pause);

Q_SIGNALS:
    /// conclude() or again() follows.
    void due(QString app, qint64 planned);
    /// conclude() follows.
    void missed(QString app, qint64 planned);
    void planned(QString app);

private:
    struct Entry
    {
        Schedule schedule;
        std::optional<qint64> planned;
        qint64 lookedAt = 0;
        bool isDue = false;
        std::unique_ptr<Clock::Timer> timer;
    };
    void plan(const QString &app, Entry &entry);
    void check(const QString &app);
    void sleep(const QString &app, Entry &entry, Milliseconds pause);

    Clock &m_clock;
    QRandomGenerator m_chance;
    std::map<QString, Entry> m_entries;
};

} // namespace kule
