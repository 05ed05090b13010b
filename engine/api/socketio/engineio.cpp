// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/engineio.h"

#include <array>

namespace kule::engineio {
namespace {

struct Words
{
    int status;
    const char *message;
};
constexpr std::array<Words, 6> faults{{
    {400, "Transport unknown"},
    {400, "Session ID unknown"},
    {400, "Bad handshake method"},
    {400, "Bad request"},
    {403, "Forbidden"},
    {400, "Unsupported protocol version"},
}};

/// The first value of that name, as it stands: ours need no percent-decoding.
QByteArray valueOf(QByteArrayView query, QByteArrayView name)
{
    for (qsizetype at = 0; at <= query.size();) {
        const qsizetype mark = query.indexOf('&', at);
        const qsizetype end = mark < 0 ? query.size() : mark;
        const QByteArrayView pair = query.sliced(at, end - at);
        if (pair.size() > name.size() && pair.startsWith(name) && pair[name.size()] == '=')
            return pair.sliced(name.size() + 1).toByteArray();
        at = end + 1;
    }
    return {};
}

} // namespace

Answer refusal(Fault fault)
{
    const Words &words = faults[static_cast<std::size_t>(fault)];
    return {words.status, R"({"code":)" + QByteArray::number(static_cast<int>(fault)) + R"(,"message":")" + words.message + R"("})",
            "application/json; charset=utf-8"};
}

Reading readQuery(QByteArrayView method, QByteArrayView text, Handshake handshake, OldClients old)
{
    Query query;
    const QByteArray transport = valueOf(text, "transport");
    if (transport != "polling" && transport != "websocket")
        return {std::nullopt, Fault::UnknownTransport};
    query.transport = transport == "polling" ? TransportKind::Polling : TransportKind::WebSocket;
    query.sid = valueOf(text, "sid");
    if (query.sid.isEmpty() && method != "GET")
        return {std::nullopt, Fault::BadHandshakeMethod};
    const QByteArray revision = valueOf(text, "EIO");
    if (revision != "4" && (revision != "3" || old == OldClients::Refused))
        return {std::nullopt, Fault::UnsupportedVersion};
    query.revision = revision == "4" ? Revision::Four : Revision::Three;
    query.readsBytes = query.revision == Revision::Three && valueOf(text, "b64").isEmpty();
    if ((query.transport == TransportKind::WebSocket) != (handshake == Handshake::WebSocket) || (method != "GET" && method != "POST"))
        return {std::nullopt, Fault::BadRequest};
    return {std::move(query), {}};
}

} // namespace kule::engineio
