// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/packet.h"

#include <algorithm>

namespace kule::engineio {
namespace {

constexpr char separator = '\x1e';
constexpr qsizetype packetsAtMost = 10'000;
constexpr qsizetype lengthDigits = 9; ///< of a revision 3 payload's length; more is no length of ours

bool isType(char letter)
{
    return letter >= '0' && letter <= '6';
}

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(std::move(*decoded)) : std::nullopt;
}

// "b" + base64; in revision 3 the type stands between.
std::optional<Packet> decodeBase64(QByteArrayView text, Revision revision)
{
    Packet packet{PacketType::Message, {}, Form::Binary};
    if (revision == Revision::Three) {
        if (text.isEmpty() || !isType(text.front()))
            return std::nullopt;
        packet.type = static_cast<PacketType>(text.front());
        text = text.sliced(1);
    }
    auto data = fromBase64(text);
    if (!data)
        return std::nullopt;
    packet.data = std::move(*data);
    return packet;
}

std::optional<Packet> decodeBinary(QByteArrayView bytes, Revision revision)
{
    if (revision == Revision::Four)
        return Packet{PacketType::Message, bytes.toByteArray(), Form::Binary};
    if (bytes.isEmpty() || !isType(static_cast<char>(bytes.front() + '0')))
        return std::nullopt;
    return Packet{static_cast<PacketType>(bytes.front() + '0'), bytes.sliced(1).toByteArray(), Form::Binary};
}

QByteArray frameHead(Form form, qsizetype size)
{
    QByteArray head(1, static_cast<char>(form == Form::Text ? 0x81 : 0x82));
    int lengthBytes = 0;
    if (size < 126) {
        head.append(static_cast<char>(size));
    } else {
        lengthBytes = size <= 0xFFFF ? 2 : 8;
        head.append(static_cast<char>(lengthBytes == 2 ? 126 : 127));
    }
    for (int i = lengthBytes - 1; i >= 0; --i)
        head.append(static_cast<char>((static_cast<quint64>(size) >> (8 * i)) & 0xFF));
    return head;
}

/// JavaScript's length: revision 3 counts that.
qsizetype utf16Length(QByteArrayView utf8)
{
    qsizetype length = 0;
    for (const char byte : utf8) {
        const auto code = static_cast<quint8>(byte);
        length += (code & 0xC0) != 0x80 ? (code >= 0xF0 ? 2 : 1) : 0;
    }
    return length;
}

/// The bytes that so many UTF-16 units take at the front of valid UTF-8; nothing when it ends before or within a pair.
std::optional<qsizetype> bytesOf(QByteArrayView utf8, qsizetype units)
{
    qsizetype at = 0;
    while (at < utf8.size() && units > 0) {
        const auto code = static_cast<quint8>(utf8[at]);
        const qsizetype bytes = code < 0x80 ? 1 : code < 0xE0 ? 2 : code < 0xF0 ? 3 : 4;
        units -= bytes == 4 ? 2 : 1;
        at += bytes;
    }
    return units == 0 && at <= utf8.size() ? std::optional(at) : std::nullopt;
}

std::optional<qsizetype> numberOf(QByteArrayView digits)
{
    if (digits.isEmpty() || digits.size() > lengthDigits)
        return std::nullopt;
    qsizetype number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

/// Adds what decoded; false ends the reading.
bool add(QList<Packet> &packets, std::optional<Packet> packet)
{
    if (!packet || packets.size() >= packetsAtMost)
        return false;
    packets.append(std::move(*packet));
    return true;
}

std::optional<QList<Packet>> decodeSeparated(QByteArrayView body)
{
    QList<Packet> packets;
    for (qsizetype at = 0;;) {
        const qsizetype end = body.indexOf(separator, at);
        if (!add(packets, decodePacket(body.sliced(at, (end < 0 ? body.size() : end) - at), Form::Text, Revision::Four)))
            return std::nullopt;
        if (end < 0)
            return packets;
        at = end + 1;
    }
}

// "<units>:<packet>…"
std::optional<QList<Packet>> decodeCounted(QByteArrayView body)
{
    QList<Packet> packets;
    while (!body.isEmpty()) {
        const qsizetype colon = body.first(std::min(body.size(), lengthDigits + 1)).indexOf(':');
        const auto units = numberOf(body.first(std::max<qsizetype>(colon, 0)));
        if (!units)
            return std::nullopt;
        body = body.sliced(colon + 1);
        const auto bytes = bytesOf(body, *units);
        if (!bytes || !add(packets, decodePacket(body.first(*bytes), Form::Text, Revision::Three)))
            return std::nullopt;
        body = body.sliced(*bytes);
    }
    return packets.isEmpty() ? std::nullopt : std::optional(packets);
}

// (0 text | 1 binary) <digits as bytes> 255 <packet> …
std::optional<QList<Packet>> decodeCountedBinary(QByteArrayView body)
{
    QList<Packet> packets;
    while (!body.isEmpty()) {
        const qsizetype end = body.first(std::min(body.size(), lengthDigits + 2)).indexOf('\xFF');
        if (end < 2 || static_cast<quint8>(body.front()) > 1)
            return std::nullopt;
        const Form form = body.front() == 0 ? Form::Text : Form::Binary;
        QByteArray digits = body.sliced(1, end - 1).toByteArray();
        for (char &digit : digits)
            digit = static_cast<char>(digit + '0');
        const auto size = numberOf(digits);
        if (!size || *size > body.size() - end - 1)
            return std::nullopt;
        if (!add(packets, decodePacket(body.sliced(end + 1, *size), form, Revision::Three)))
            return std::nullopt;
        body = body.sliced(end + 1 + *size);
    }
    return packets.isEmpty() ? std::nullopt : std::optional(packets);
}

} // namespace

EncodedPacket::EncodedPacket(const Packet &packet, Revision revision)
    : m_form(packet.form)
{
    const bool hasType = packet.form == Form::Text || revision == Revision::Three;
    const char type = static_cast<char>(packet.form == Form::Text ? static_cast<char>(packet.type) : static_cast<char>(packet.type) - '0');
    m_frame = frameHead(packet.form, packet.data.size() + (hasType ? 1 : 0));
    m_head = static_cast<quint8>(m_frame.size());
    m_frame.reserve(m_frame.size() + 1 + packet.data.size());
    if (hasType)
        m_frame.append(type);
    m_frame.append(packet.data);
}

std::optional<Packet> decodePacket(QByteArrayView message, Form form, Revision revision)
{
    if (form == Form::Binary)
        return decodeBinary(message, revision);
    if (message.isEmpty())
        return std::nullopt;
    if (message.front() == 'b')
        return decodeBase64(message.sliced(1), revision);
    if (!isType(message.front()) || !message.isValidUtf8())
        return std::nullopt;
    return Packet{static_cast<PacketType>(message.front()), message.sliced(1).toByteArray(), Form::Text};
}

QByteArray encodePayload(const QList<EncodedPacket> &packets, Revision revision)
{
    QByteArray payload;
    for (const EncodedPacket &packet : packets) {
        QByteArray part = packet.message().toByteArray();
        if (packet.form() == Form::Binary && revision == Revision::Three)
            part = 'b' + QByteArray(1, static_cast<char>(part.front() + '0')) + part.sliced(1).toBase64();
        else if (packet.form() == Form::Binary)
            part = 'b' + part.toBase64();
        if (revision == Revision::Three)
            payload += QByteArray::number(utf16Length(part)) + ':';
        else if (!payload.isEmpty())
            payload += separator;
        payload += part;
    }
    return payload;
}

QByteArray encodeBytePayload(const QList<EncodedPacket> &packets)
{
    QByteArray payload;
    for (const EncodedPacket &packet : packets) {
        payload += packet.form() == Form::Text ? '\0' : '\1';
        for (const char digit : QByteArray::number(packet.message().size()))
            payload += static_cast<char>(digit - '0');
        payload += '\xFF';
        payload += packet.message();
    }
    return payload;
}

std::optional<QList<Packet>> decodePayload(QByteArrayView body, Form form, Revision revision)
{
    if (revision == Revision::Four)
        return form == Form::Text ? decodeSeparated(body) : std::nullopt;
    if (form == Form::Binary)
        return decodeCountedBinary(body);
    return body.isValidUtf8() ? decodeCounted(body) : std::nullopt;
}

} // namespace kule::engineio
