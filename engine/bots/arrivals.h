// SPDX-License-Identifier: GPL-3.0-or-later
// What Telegram has of one bot's messages, on its way into the ledger. A commit costs the same for one as for many: one at a time
// takes all that have arrived meanwhile, and the first of them wait a moment for those under way. Lives on the bots' thread. What
// a crash forgets of them is left to a person.
#pragma once
#include "base/clock.h"
#include "bots/telegram/telegramtypes.h"
#include "store/store.h"

namespace kule {

struct Arrival
{
    ChatId chat;
    qint64 delivery; ///< the row of the ledger
    std::vector<MessageId> messages;
    qint64 at; ///< UTC ms
};

class Arrivals final : public QObject
{
    Q_OBJECT
public:
    /// areMoreUnderWay: whether others may arrive soon.
    Arrivals(Store &store, Clock &clock, std::function<bool()> areMoreUnderWay);

    void add(Arrival arrival);
    /// All are recorded.
    bool isEmpty() const { return m_waiting.empty() && m_underWay.empty(); }

Q_SIGNALS:
    /// What the store is asked from now on comes behind them.
    void recording(const std::vector<kule::Arrival> &arrivals);
    /// Or could not be: then the next start leaves them to a person.
    void recorded(const std::vector<kule::Arrival> &arrivals);

private:
    void look();
    void record();

    Store &m_store;
    Clock &m_clock;
    const std::function<bool()> m_areMoreUnderWay;
    std::vector<Arrival> m_waiting;
    std::vector<Arrival> m_underWay; ///< to the disk
    std::unique_ptr<Clock::Timer> m_company;
};

} // namespace kule
