// SPDX-License-Identifier: GPL-3.0-or-later
// What a bot is to send, in an order that is fair: chats take turns, a chat's own messages stay in order and the next leaves only
// when the former is answered. Replies go before announcements, else a person would wait for 100,000 others. Pure; keeps
// RateLimits by the steady time that the caller brings.
#pragma once
#include "bots/ratelimits.h"

#include <map>
#include <optional>

namespace kule {

class SendQueue
{
public:
    enum class Lane { Reply, Announcement };

    explicit SendQueue(int perSecond = RateLimits::aSecond)
        : m_limits(perSecond)
    {
    }
    /// delivery: the row of the ledger.
    void push(ChatId chat, qint64 delivery, Lane lane);
    struct Ticket
    {
        ChatId chat = 0;
        qint64 delivery = 0;
        Lane lane = Lane::Reply;
    };
    enum class Lanes { Both, Replies };
    /// What may leave now. Its chat rests until answered().
    std::optional<Ticket> pop(qint64 nowMs, Lanes lanes = Lanes::Both);
    /// A place for a reply that is not written yet: true when it could leave now and no other is before it. Its chat is under way;
    /// answered() follows, also when nothing leaves.
    bool keepPlace(ChatId chat, qint64 nowMs);
    /// Telegram has what is under way to the chat; from now on it only counts for the limits.
    void arrived(ChatId chat, qint64 nowMs);
    /// A former queue sent one to the chat then; oldest first, before anything is pushed.
    void recall(ChatId chat, qint64 atMs);
    /// All is said of it. What has not arrived before never left.
    void answered(ChatId chat);
    /// The ticket did not leave and is first again in its chat.
    void putBack(const Ticket &ticket);
    /// When pop() may bring something, if nothing is pushed or answered till then; nothing: not before that.
    std::optional<qint64> nextAt(qint64 nowMs, Lanes lanes = Lanes::Both) const;
    void rest(qint64 nowMs, Milliseconds retryAfter) { m_limits.rest(nowMs, retryAfter); }
    /// All of a chat that wait, as that chat is gone.
    std::vector<qint64> drop(ChatId chat);

    qsizetype waiting(Lane lane) const { return lane == Lane::Reply ? m_replies.size : m_announcements.size; }
    qsizetype underWay() const { return m_underWay.size(); }

private:
    struct Line
    {
        QHash<ChatId, std::deque<qint64>> byChat;
        std::deque<ChatId> turns;              ///< chats that may send as far as is known
        std::multimap<qint64, ChatId> resting; ///< chats that may not before that moment
        qsizetype size = 0;
    };
    std::optional<Ticket> popFrom(Line &line, Lane lane, qint64 nowMs);
    Line &lineOf(Lane lane) { return lane == Lane::Reply ? m_replies : m_announcements; }

    Line m_replies;
    Line m_announcements;
    enum class Way { Begun, Arrived };
    QHash<ChatId, Way> m_underWay;
    RateLimits m_limits;
};

} // namespace kule
