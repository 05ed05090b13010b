// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/event.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kule::socketio {
namespace {

using engineio::EncodedPacket;
using engineio::Form;
using engineio::Packet;
using engineio::PacketType;

constexpr qsizetype nspBytesAtMost = 256;
constexpr int idDigitsAtMost = 15; ///< what a double holds exactly

/// Names that a client's own library says to itself.
constexpr std::array<std::string_view, 6> reserved{"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes digits from the front; nothing when there are none or too many.
std::optional<quint64> takeNumber(QByteArrayView &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const qsizetype digits = end - text.begin();
    if (digits == 0 || digits > idDigitsAtMost)
        return std::nullopt;
    quint64 number = 0;
    for (const char digit : text.first(digits))
        number = number * 10 + static_cast<quint64>(digit - '0');
    text = text.sliced(digits);
    return number;
}

bool isBinary(EventType type)
{
    return type == EventType::BinaryEvent || type == EventType::BinaryAck;
}

bool isEventName(const OrderedJson &name)
{
    if (name.is_number())
        return true;
    return name.is_string() && std::find(reserved.begin(), reserved.end(), name.get_ref<const std::string &>()) == reserved.end();
}

bool fits(const Event &event)
{
    const OrderedJson &data = event.data;
    switch (event.type) {
    case EventType::Connect:
        return !event.hasData || data.is_object();
    case EventType::Disconnect:
        return !event.hasData;
    case EventType::ConnectError:
        return data.is_string() || data.is_object();
    case EventType::Event:
    case EventType::BinaryEvent:
        return data.is_array() && !data.empty() && isEventName(data.front());
    case EventType::Ack:
    case EventType::BinaryAck:
        return data.is_array() && event.id;
    }
    return false;
}

/// Every placeholder names an attachment that was announced. Bounded by the parser's depth.
bool placeholdersFit(const OrderedJson &data, int attachments)
{
    if (data.is_object()) {
        const auto mark = data.find("_placeholder");
        if (mark != data.end() && *mark == true) {
            const auto num = data.find("num");
            return num != data.end() && num->is_number_unsigned() && num->get<quint64>() < static_cast<quint64>(attachments);
        }
    }
    return !data.is_structured() || std::all_of(data.begin(), data.end(), [&](const OrderedJson &part) { return placeholdersFit(part, attachments); });
}

} // namespace

QList<EncodedPacket> encode(const Event &event, engineio::Revision revision)
{
    EventType type = event.type;
    if (!event.attachments.isEmpty())
        type = type == EventType::Ack ? EventType::BinaryAck : EventType::BinaryEvent;
    QByteArray text(1, static_cast<char>(type));
    if (!event.attachments.isEmpty())
        text += QByteArray::number(event.attachments.size()) + '-';
    if (event.nsp != "/")
        text += event.nsp + ',';
    if (event.id)
        text += QByteArray::number(*event.id);
    if (event.hasData)
        text += dumpJson(event.data);
    QList<EncodedPacket> packets{EncodedPacket({PacketType::Message, std::move(text)})};
    for (const QByteArray &attachment : event.attachments)
        packets.append(EncodedPacket({PacketType::Message, attachment, Form::Binary}, revision));
    return packets;
}

Decoder::Outcome Decoder::feed(const Packet &message)
{
    if ((message.form == Form::Binary) != (m_missing > 0))
        return Outcome::Broken;
    return message.form == Form::Text ? feedText(message.data) : feedAttachment(message.data);
}

Decoder::Outcome Decoder::feedText(QByteArrayView text)
{
    if (text.isEmpty() || text.front() < '0' || text.front() > '6')
        return Outcome::Broken;
    Event event;
    event.type = static_cast<EventType>(text.front());
    text = text.sliced(1);
    m_missing = 0;
    if (isBinary(event.type)) {
        const auto attachments = takeNumber(text);
        if (!attachments || *attachments > attachmentsAtMost || !text.startsWith('-'))
            return Outcome::Broken;
        m_missing = static_cast<int>(*attachments);
        text = text.sliced(1);
    }
    if (text.startsWith('/')) {
        const qsizetype comma = text.indexOf(',');
        event.nsp = text.first(comma < 0 ? text.size() : comma).toByteArray();
        if (event.nsp.size() > nspBytesAtMost)
            return Outcome::Broken;
        text = text.sliced(comma < 0 ? text.size() : comma + 1);
    }
    if (!text.isEmpty() && isDigit(text.front())) {
        event.id = takeNumber(text);
        if (!event.id)
            return Outcome::Broken;
    }
    if (!text.isEmpty()) {
        auto data = parseOrderedJson(text);
        if (!data)
            return Outcome::Broken;
        event.data = std::move(*data);
        event.hasData = true;
    }
    if (!fits(event) || (isBinary(event.type) && !placeholdersFit(event.data, m_missing)))
        return Outcome::Broken;
    if (isBinary(event.type))
        event.type = event.type == EventType::BinaryEvent ? EventType::Event : EventType::Ack;
    m_event = std::move(event);
    m_bytes = 0;
    return m_missing > 0 ? Outcome::Incomplete : Outcome::Whole;
}

Decoder::Outcome Decoder::feedAttachment(const QByteArray &bytes)
{
    m_bytes += bytes.size();
    if (m_bytes > attachmentBytesAtMost)
        return Outcome::Broken;
    m_event.attachments.append(bytes);
    return --m_missing > 0 ? Outcome::Incomplete : Outcome::Whole;
}

} // namespace kule::socketio
