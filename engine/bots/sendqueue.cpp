// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sendqueue.h"

#include <algorithm>

namespace kule {

void SendQueue::push(ChatId chat, qint64 delivery, Lane lane)
{
    Line &line = lineOf(lane);
    auto &messages = line.byChat[chat];
    if (messages.empty())
        line.turns.push_back(chat);
    messages.push_back(delivery);
    ++line.size;
}

std::optional<SendQueue::Ticket> SendQueue::pop(qint64 nowMs, Lanes lanes)
{
    if (m_limits.earliestOfAll(nowMs) > nowMs)
        return std::nullopt;
    auto reply = popFrom(m_replies, Lane::Reply, nowMs);
    return reply || lanes == Lanes::Replies ? reply : popFrom(m_announcements, Lane::Announcement, nowMs);
}

bool SendQueue::keepPlace(ChatId chat, qint64 nowMs)
{
    const bool isAnotherFirst = std::any_of(m_replies.turns.begin(), m_replies.turns.end(),
                                            [this](ChatId waiting) { return m_replies.byChat.contains(waiting) && !m_underWay.contains(waiting); });
    if (isAnotherFirst || m_replies.byChat.contains(chat) || m_underWay.contains(chat) || m_limits.earliest(chat, nowMs) > nowMs)
        return false;
    m_underWay.insert(chat, Way::Begun);
    m_limits.begin();
    return true;
}

std::optional<SendQueue::Ticket> SendQueue::popFrom(Line &line, Lane lane, qint64 nowMs)
{
    while (!line.resting.empty() && line.resting.begin()->first <= nowMs) {
        line.turns.push_back(line.resting.begin()->second);
        line.resting.erase(line.resting.begin());
    }
    for (std::size_t left = line.turns.size(); left > 0; --left) {
        const ChatId chat = line.turns.front();
        line.turns.pop_front();
        const auto messages = line.byChat.find(chat);
        if (messages == line.byChat.end())
            continue; // dropped
        if (m_underWay.contains(chat)) {
            line.turns.push_back(chat);
            continue;
        }
        if (const qint64 earliest = m_limits.earliest(chat, nowMs); earliest > nowMs) {
            line.resting.emplace(earliest, chat);
            continue;
        }
        const Ticket ticket{chat, messages->front(), lane};
        messages->pop_front();
        --line.size;
        if (messages->empty())
            line.byChat.erase(messages);
        else
            line.turns.push_back(chat);
        m_underWay.insert(chat, Way::Begun);
        m_limits.begin();
        return ticket;
    }
    return std::nullopt;
}

void SendQueue::arrived(ChatId chat, qint64 nowMs)
{
    const auto way = m_underWay.find(chat);
    if (way == m_underWay.end() || std::exchange(*way, Way::Arrived) == Way::Arrived)
        return;
    m_limits.arrived(chat, nowMs);
}

void SendQueue::recall(ChatId chat, qint64 atMs)
{
    m_limits.begin();
    m_limits.arrived(chat, atMs);
}

void SendQueue::answered(ChatId chat)
{
    const auto way = m_underWay.constFind(chat);
    if (way == m_underWay.cend())
        return;
    if (*way == Way::Begun)
        m_limits.withdraw();
    m_underWay.erase(way);
}

void SendQueue::putBack(const Ticket &ticket)
{
    Line &line = lineOf(ticket.lane);
    auto &messages = line.byChat[ticket.chat];
    if (messages.empty())
        line.turns.push_front(ticket.chat);
    messages.push_front(ticket.delivery);
    ++line.size;
    answered(ticket.chat);
}

std::optional<qint64> SendQueue::nextAt(qint64 nowMs, Lanes lanes) const
{
    std::optional<qint64> next;
    const auto consider = [&](qint64 moment) { next = std::min(next.value_or(moment), moment); };
    const qint64 earliestOfAll = m_limits.earliestOfAll(nowMs);
    for (const Line *line : {&m_replies, &m_announcements}) {
        if (line == &m_announcements && lanes == Lanes::Replies)
            break;
        if (!line->resting.empty())
            consider(line->resting.begin()->first);
        for (const ChatId chat : line->turns) {
            if (!line->byChat.contains(chat) || m_underWay.contains(chat))
                continue;
            const qint64 earliest = m_limits.earliest(chat, nowMs);
            consider(earliest);
            if (earliest <= earliestOfAll)
                break; // no other may come sooner
        }
    }
    return next && earliestOfAll != RateLimits::notYet ? std::optional(std::max(*next, earliestOfAll)) : std::nullopt;
}

std::vector<qint64> SendQueue::drop(ChatId chat)
{
    std::vector<qint64> dropped;
    for (Line *line : {&m_replies, &m_announcements}) {
        const auto messages = line->byChat.take(chat);
        dropped.insert(dropped.end(), messages.begin(), messages.end());
        line->size -= static_cast<qsizetype>(messages.size());
    }
    return dropped;
}

} // namespace kule
