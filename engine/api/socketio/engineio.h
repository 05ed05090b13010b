// SPDX-License-Identifier: GPL-3.0-or-later
// Engine.IO's words besides its packets: its times, its refusals, what a request asks for. Values; any thread.
#pragma once
#include "api/socketio/packet.h"
#include "base/clock.h"

#include <functional>

namespace kule::engineio {

struct Timings
{
    Milliseconds pingInterval{25'000};
    Milliseconds pingTimeout{20'000};
    Milliseconds upgradeTimeout{10'000};
    qint64 maxPayload = 1'000'000; ///< bytes of a polling request's body, and of a WebSocket message
};

/// The answer to a polling request.
struct Answer
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "text/plain; charset=UTF-8";
};
/// Called once, or never when the client is gone.
using Reply = std::function<void(Answer)>;

/// In the order of the protocol's codes.
enum class Fault { UnknownTransport, UnknownSession, BadHandshakeMethod, BadRequest, Forbidden, UnsupportedVersion };
/// 400 (Forbidden: 403) {"code": n, "message": "…"}
Answer refusal(Fault fault);

enum class TransportKind { Polling, WebSocket };

/// What the address of a request says, checked.
struct Query
{
    TransportKind transport = TransportKind::Polling;
    Revision revision = Revision::Four;
    QByteArray sid;           ///< empty: asks for a new session
    bool readsBytes = false;  ///< of revision 3: what polls are answered with may be bytes
};

enum class OldClients { Refused, Served }; ///< those of revision 3
enum class Handshake { Plain, WebSocket }; ///< whether the request is a WebSocket's

/// query: what stands behind '?'. The fault is the first that Engine.IO's own server would find.
struct Reading
{
    std::optional<Query> query;
    Fault fault = Fault::BadRequest;
};
Reading readQuery(QByteArrayView method, QByteArrayView query, Handshake handshake, OldClients old);

} // namespace kule::engineio
