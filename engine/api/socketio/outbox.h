// SPDX-License-Identifier: GPL-3.0-or-later
// Packets of one client that wait to be sent: bounded, and what may be dropped goes first. A value of the session's thread.
#pragma once
#include "api/socketio/packet.h"

namespace kule::engineio {

/// Of packets that may be dropped, the newest of a topic stands for those before it. 0: may not be dropped.
using Topic = quint64;

class Outbox
{
public:
    static constexpr qint64 slowBytes = 16 * 1024;     ///< waiting; from here on a newer packet takes the place of its topic's older one
    static constexpr qint64 crowdedBytes = 256 * 1024; ///< from here on none that may be dropped is taken

    struct Item
    {
        EncodedPacket packet;
        Topic topic = 0;
    };
    enum class Outcome { Taken, Dropped, Full };

    /// bound: bytes; beyond it nothing more is taken, and the reader is lost.
    explicit Outbox(qint64 bound)
        : m_bound(bound)
    {
    }

    Outcome add(EncodedPacket packet, Topic topic);
    const QList<Item> &items() const { return m_items; }
    bool isEmpty() const { return m_items.isEmpty(); }
    qint64 bytes() const { return m_bytes; }
    /// Forgets so many from the front: they are sent.
    void sent(qsizetype count);
    /// All that waits, and nothing waits any more.
    QList<EncodedPacket> takeAll();

private:
    void removeOlder(Topic topic);

    const qint64 m_bound;
    QList<Item> m_items;
    qint64 m_bytes = 0;
};

} // namespace kule::engineio
