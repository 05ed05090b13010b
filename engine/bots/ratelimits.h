// SPDX-License-Identifier: GPL-3.0-or-later
// Telegram's limits for one bot: how many messages may leave in any second, to any one chat in a second, to any one group in a
// minute, and the rest that a 429 asks for. Pure: the caller brings steady time in ms. Forgets chats that it need not know.
#pragma once
#include "base/clock.h"
#include "bots/botids.h"

#include <QHash>

#include <deque>

namespace kule {

class RateLimits
{
public:
    static constexpr int aSecond = 30;
    static constexpr int aMinuteInGroup = 20;

    /// When a message may go to the chat, at the earliest: now, or later.
    qint64 earliest(ChatId chat, qint64 nowMs) const;
    /// When one may go to any chat.
    qint64 earliestOfAll(qint64 nowMs) const;
    void sent(ChatId chat, qint64 nowMs);
    /// Telegram asked for a rest (429, retry_after): nothing leaves before it is over.
    void rest(qint64 nowMs, Milliseconds retryAfter);
    /// Chats that it remembers; bounded by what was sent within the last minute.
    qsizetype remembered() const { return m_chats.size(); }

private:
    void forget(qint64 nowMs);

    std::deque<qint64> m_lately;              ///< moments of the last 30
    QHash<ChatId, std::deque<qint64>> m_chats; ///< of each chat the last 20 for groups, else the last one
    std::deque<std::pair<qint64, ChatId>> m_order;
    qint64 m_restsUntil = 0;
};

} // namespace kule
