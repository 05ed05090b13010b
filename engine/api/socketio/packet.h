// SPDX-License-Identifier: GPL-3.0-or-later
// Engine.IO packets as bytes and back: WebSocket messages and polling payloads, of protocol revision 4, and of 3 for old
// clients. Pure; any thread. What does not decode is refused whole: nothing of it was seen.
#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace kule::engineio {

enum class Revision { Three = 3, Four = 4 };
enum class Form : quint8 { Text, Binary };
enum class PacketType : char { Open = '0', Close = '1', Ping = '2', Pong = '3', Message = '4', Upgrade = '5', Noop = '6' };

struct Packet
{
    PacketType type = PacketType::Message;
    QByteArray data; ///< UTF-8 when its form is text
    Form form = Form::Text;
    bool operator==(const Packet &) const = default;
};

/// A packet made ready for the wire once, for however many clients it goes to: copies share their bytes.
class EncodedPacket
{
public:
    EncodedPacket() = default;
    /// A text packet is the same in both revisions, a binary one is not.
    EncodedPacket(const Packet &packet, Revision revision = Revision::Four);

    /// The whole WebSocket frame, as a server sends it (RFC 6455 §5.2, not masked).
    const QByteArray &frame() const { return m_frame; }
    /// What the frame carries: the WebSocket message.
    QByteArrayView message() const { return QByteArrayView(m_frame).sliced(m_head); }
    Form form() const { return m_form; }
    qsizetype size() const { return m_frame.size(); }

private:
    QByteArray m_frame;
    quint8 m_head = 0;
    Form m_form = Form::Text;
};

/// One WebSocket message, or one part of a text payload. Nothing: not a packet, or not UTF-8.
std::optional<Packet> decodePacket(QByteArrayView message, Form form, Revision revision);

/// The packets of one polling answer, as text.
QByteArray encodePayload(const QList<EncodedPacket> &packets, Revision revision);
/// The same as bytes: for clients of revision 3 that read such.
QByteArray encodeBytePayload(const QList<EncodedPacket> &packets);
/// The body of a polling request. Binary bodies are of revision 3 only. Nothing: malformed, empty or too many (over 10,000).
std::optional<QList<Packet>> decodePayload(QByteArrayView body, Form form, Revision revision);

} // namespace kule::engineio
