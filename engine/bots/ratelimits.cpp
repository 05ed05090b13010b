// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/ratelimits.h"

namespace kule {
namespace {

// One more, as the caller's moments are cut to whole milliseconds.
constexpr qint64 secondMs = 1001;
constexpr qint64 minuteMs = 60'001;

bool isGroup(ChatId chat)
{
    return chat < 0;
}

} // namespace

qint64 RateLimits::earliestOfAll(qint64 nowMs) const
{
    if (m_underWay >= m_perSecond)
        return notYet;
    const std::size_t counted = m_underWay + m_lately.size();
    const qint64 byWindow = counted < m_perSecond ? nowMs : m_lately[counted - m_perSecond] + secondMs;
    return std::max({nowMs, byWindow, m_restsUntil});
}

qint64 RateLimits::earliest(ChatId chat, qint64 nowMs) const
{
    qint64 moment = earliestOfAll(nowMs);
    const auto known = m_chats.constFind(chat);
    if (known == m_chats.cend())
        return moment;
    moment = std::max(moment, known->back() + secondMs);
    if (isGroup(chat) && known->size() >= aMinuteInGroup)
        moment = std::max(moment, known->front() + minuteMs);
    return moment;
}

void RateLimits::arrived(ChatId chat, qint64 nowMs)
{
    --m_underWay;
    m_lately.push_back(nowMs);
    if (m_lately.size() > m_perSecond)
        m_lately.pop_front();
    auto &times = m_chats[chat];
    times.push_back(nowMs);
    if (times.size() > (isGroup(chat) ? aMinuteInGroup : 1))
        times.pop_front();
    m_order.emplace_back(nowMs, chat);
    forget(nowMs);
}

void RateLimits::rest(qint64 nowMs, Milliseconds retryAfter)
{
    m_restsUntil = std::max(m_restsUntil, nowMs + retryAfter.count());
}

void RateLimits::forget(qint64 nowMs)
{
    while (!m_order.empty() && m_order.front().first + minuteMs <= nowMs) {
        const ChatId chat = m_order.front().second;
        m_order.pop_front();
        const auto known = m_chats.constFind(chat);
        if (known != m_chats.cend() && known->back() + minuteMs <= nowMs)
            m_chats.erase(known);
    }
}

} // namespace kule
