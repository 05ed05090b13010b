// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botgauge.h"

#include <algorithm>
#include <vector>

namespace kule {

void BotGauge::Count::add(int many, qint64 nowMs)
{
    const qint64 number = nowMs / m_slot;
    Slot &slot = m_slots[static_cast<std::size_t>(number % slots)];
    if (slot.number != number)
        slot = {number, 0};
    slot.many += many;
}

int BotGauge::Count::at(qint64 nowMs) const
{
    const qint64 oldest = nowMs / m_slot - slots;
    int many = 0;
    for (const Slot &slot : m_slots)
        many += slot.number > oldest ? slot.many : 0;
    return many;
}

void BotGauge::replied(qint64 latencyMs, qint64 nowMs)
{
    m_replies.push_back({nowMs, latencyMs});
    if (m_replies.size() > mostReplies)
        m_replies.pop_front();
}

BotFigures BotGauge::at(qint64 nowMs) const
{
    std::vector<qint64> latencies;
    for (const Reply &reply : m_replies) {
        if (reply.at + replyWindow.count() > nowMs)
            latencies.push_back(reply.latencyMs);
    }
    BotFigures figures{m_updates.at(nowMs), std::nullopt, m_errors.at(nowMs)};
    if (!latencies.empty()) {
        const auto middle = latencies.begin() + static_cast<std::ptrdiff_t>(latencies.size() / 2);
        std::nth_element(latencies.begin(), middle, latencies.end());
        figures.latencyMs = *middle;
    }
    return figures;
}

} // namespace kule
