// SPDX-License-Identifier: GPL-3.0-or-later
// Socket.IO packets (protocol 5, and 4 for old clients) as text with attachments and back. The decoder waits for a packet's
// attachments. Pure; any thread. Never holds more than its limits.
#pragma once
#include "api/socketio/packet.h"
#include "base/json.h"

namespace kule::socketio {

enum class EventType : char { Connect = '0', Disconnect = '1', Event = '2', Ack = '3', ConnectError = '4', BinaryEvent = '5', BinaryAck = '6' };

/// Attachments stand in data as {"_placeholder": true, "num": n}.
struct Event
{
    EventType type = EventType::Event; ///< once decoded never one of the binary two
    QByteArray nsp = "/";
    std::optional<quint64> id; ///< of an ack that is asked for, or given
    OrderedJson data = nullptr;
    QList<QByteArray> attachments;
    bool hasData = false;
};

/// The packet's text, and behind it its attachments, each a message of its own.
QList<engineio::EncodedPacket> encode(const Event &event, engineio::Revision revision);

class Decoder
{
public:
    static constexpr int attachmentsAtMost = 64;
    static constexpr qsizetype attachmentBytesAtMost = 4'000'000;

    enum class Outcome { Incomplete, Whole, Broken };
    /// Whole: take() it. Broken: the client does not speak the protocol; the decoder is good for nothing then.
    Outcome feed(const engineio::Packet &message);
    Event take() { return std::exchange(m_event, {}); }

private:
    Outcome feedText(QByteArrayView text);
    Outcome feedAttachment(const QByteArray &bytes);

    Event m_event;
    int m_missing = 0; ///< attachments that are still to come
    qsizetype m_bytes = 0;
};

} // namespace kule::socketio
