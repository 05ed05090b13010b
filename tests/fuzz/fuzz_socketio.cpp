// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a client sends by polling or WebSocket, through both revisions' codecs and Socket.IO's decoder. The first byte
// says how. What decodes must encode to something that decodes to the same.
#include "fuzztarget.h"

#include "api/socketio/event.h"

#include <cstdlib>

using namespace kule;
using engineio::EncodedPacket;
using engineio::Form;
using engineio::Packet;
using engineio::Revision;

std::vector<std::string> fuzzSeeds()
{
    using namespace std::string_literals;
    return {"\x00" "4hello\x1e" "bAQIDBA==\x1e" "2probe"s, "\x01" "7:4h\xC3\xA7ll\xF0\x9F\x98\x80" "10:b4AQIDBA=="s,
            "\x03\x00\x05\xFF" "4abcd\x01\x04\xFF\x04\x01\x02\x03"s, "\x04" "452-/a,12[\"m\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]"s,
            "\x04" "40/custom,{\"token\":\"x\"}"s, "\x04" "4431[1,\"2\",{\"3\":[true]}]"s, "\x04" "42[\"job:subscribe\",\"550e8400-e29b-41d4-a716-446655440000\"]"s};
}

namespace {

void feed(socketio::Decoder &decoder, const Packet &packet, Revision revision)
{
    if (decoder.feed(packet) != socketio::Decoder::Outcome::Whole)
        return;
    const socketio::Event event = decoder.take();
    socketio::Decoder again;
    auto outcome = socketio::Decoder::Outcome::Incomplete;
    for (const EncodedPacket &part : encode(event, revision)) {
        const auto back = decodePacket(part.message(), part.form(), revision);
        if (!back)
            std::abort();
        outcome = again.feed(*back);
    }
    if (outcome != socketio::Decoder::Outcome::Whole || again.take().data != event.data)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Revision revision = data[0] & 1 ? Revision::Three : Revision::Four;
    const Form form = data[0] & 2 ? Form::Binary : Form::Text;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));
    std::optional<QList<Packet>> packets;
    if (data[0] & 4) {
        if (const auto packet = decodePacket(bytes, form, revision))
            packets = {*packet};
    } else {
        packets = decodePayload(bytes, form, revision);
    }
    if (!packets)
        return 0;
    QList<EncodedPacket> encoded;
    for (const Packet &packet : *packets)
        encoded.append(EncodedPacket(packet, revision));
    const bool isSplit = revision == Revision::Four && (data[0] & 4) && form == Form::Text && bytes.contains('\x1e'); // which polling cannot carry
    if (!isSplit && decodePayload(encodePayload(encoded, revision), Form::Text, revision) != packets)
        std::abort();
    socketio::Decoder decoder;
    for (const Packet &packet : *packets) {
        if (packet.type == engineio::PacketType::Message)
            feed(decoder, packet, revision);
    }
    return 0;
}
