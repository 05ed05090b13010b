// SPDX-License-Identifier: GPL-3.0-or-later
// Telegram's limits for one bot: how many messages may reach it in any second, for any one chat in a second, for any one group in
// a minute, and the rest that a 429 asks for. When a message arrives there, nobody here knows: it counts from begin() until a second
// after arrived(). Pure: the caller brings steady time in ms. Forgets chats that it need not know.
#pragma once
#include "base/clock.h"
#include "bots/botids.h"

#include <QHash>

#include <deque>
#include <limits>

namespace kule {

class RateLimits
{
public:
    static constexpr int aSecond = 30;
    static constexpr int aMinuteInGroup = 20;

    /// perSecond: to all chats together.
    explicit RateLimits(int perSecond = aSecond)
        : m_perSecond(static_cast<std::size_t>(perSecond))
    {
    }
    /// Not before one that is under way has arrived.
    static constexpr qint64 notYet = std::numeric_limits<qint64>::max();

    /// When a message may go to the chat, at the earliest: now, later, or notYet.
    qint64 earliest(ChatId chat, qint64 nowMs) const;
    /// When one may go to any chat.
    qint64 earliestOfAll(qint64 nowMs) const;
    /// One is under way.
    void begin() { ++m_underWay; }
    /// It is there by now at the latest.
    void arrived(ChatId chat, qint64 nowMs);
    /// It never left.
    void withdraw() { --m_underWay; }
    /// Telegram asked for a rest (429, retry_after): nothing leaves before it is over.
    void rest(qint64 nowMs, Milliseconds retryAfter);
    /// Chats that it remembers; bounded by what was sent within the last minute.
    qsizetype remembered() const { return m_chats.size(); }

private:
    void forget(qint64 nowMs);

    std::size_t m_perSecond;
    std::size_t m_underWay = 0;
    std::deque<qint64> m_lately;              ///< moments of the last so many
    QHash<ChatId, QList<qint64>> m_chats; ///< of each chat the last 20 for groups, else the last one
    std::deque<std::pair<qint64, ChatId>> m_order;
    qint64 m_restsUntil = 0;
};

} // namespace kule
