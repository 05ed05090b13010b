// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/outbox.h"

#include <algorithm>

namespace kule::engineio {

Outbox::Outcome Outbox::add(EncodedPacket packet, Topic topic)
{
    if (topic != 0 && m_bytes > slowBytes)
        removeOlder(topic);
    if (topic != 0 && m_bytes > crowdedBytes)
        return Outcome::Dropped;
    if (m_bytes > m_bound)
        return Outcome::Full;
    m_bytes += packet.size();
    m_items.append({std::move(packet), topic});
    return Outcome::Taken;
}

void Outbox::removeOlder(Topic topic)
{
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), [topic](const Item &item) { return item.topic == topic; });
    if (found == m_items.cend())
        return;
    m_bytes -= found->packet.size();
    m_items.erase(found);
}

void Outbox::sent(qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i)
        m_bytes -= m_items[i].packet.size();
    m_items.remove(0, count);
    if (m_items.isEmpty() && m_items.capacity() > 8)
        m_items = {}; // a burst's room is not kept by everyone
}

QList<EncodedPacket> Outbox::takeAll()
{
    QList<EncodedPacket> packets;
    packets.reserve(m_items.size());
    for (Item &item : m_items)
        packets.append(std::move(item.packet));
    m_items = {};
    m_bytes = 0;
    return packets;
}

} // namespace kule::engineio
