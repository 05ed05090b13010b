// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the bots that shall run running: obeys the state machine of each, with a run while it has one, and restarts them on
// schedule. Lives on the bots' thread. Stores nothing; whoever adopts a bot has stored it.
#pragma once
#include "base/async.h"
#include "bots/botrun.h"
#include "schedule/schedule.h"

#include <map>

namespace kule {

class Supervisor final : public QObject
{
    Q_OBJECT
public:
    using MakeRun = std::function<std::unique_ptr<BotRun>(const Bot &)>;
    Supervisor(Clock &clock, MakeRun makeRun, quint32 seed);
    ~Supervisor() override;

    /// A bot that is new here, or that was changed: a run goes on with its next start.
    void adopt(const Bot &bot);
    /// At once, whatever it does.
    void dismiss(const BotId &id);
    void start(const BotId &id);
    void stop(const BotId &id);
    void restart(const BotId &id);
    void setQuantity(const BotId &id, int quantity);
    void lookAtLedger(const BotId &id);
    Future<Done> deliver(const BotId &id, QByteArray secret, QByteArray body);
    /// Drains all; answers when the last one has ended, at the latest after the longest drain.
    Future<Done> finish();

    struct Condition
    {
        BotState state = BotState::Stopped;
        Text reason;
        int restarts = 0;
        std::optional<qint64> nextRestartAt; ///< UTC ms
        std::optional<BotConflict> conflict = {}; ///< who is in its way
        std::optional<qint64> nextTryAt = {}; ///< UTC ms; of one that backs off or waits in a conflict
    };
    Condition conditionOf(const BotId &id) const;

Q_SIGNALS:
    void changed(kule::BotId id);
    void introduced(kule::BotId id, qint64 number, QString username);

private:
    struct Entry
    {
        Bot bot;
        Supervision supervision;
        std::unique_ptr<BotRun> run;
        Text trouble; ///< while it has a run
        std::optional<BotConflict> conflict;
        std::unique_ptr<Clock::Timer> timer;
        std::optional<ScheduledDeed> restarts;
        std::unique_ptr<Clock::Timer> restartTimer;
    };
    void obey(const BotId &id, Supervision::Command command);
    void launch(const BotId &id, Entry &entry);
    void sleep(const BotId &id, Entry &entry);
    void schedule(const BotId &id, Entry &entry);
    void checkSchedule(const BotId &id);
    void checkFinished();
    Entry *find(const BotId &id);
    template <class F>
    void tell(const BotId &id, F event);

    Clock &m_clock;
    const MakeRun m_makeRun;
    QRandomGenerator m_chance;
    std::map<BotId, Entry> m_entries;
    std::vector<Promise<Done>> m_finishing;
};

} // namespace kule
