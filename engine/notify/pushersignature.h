// SPDX-License-Identifier: GPL-3.0-or-later
// How a request to the Pusher Channels HTTP API proves who sent it. Pure.
// https://pusher.com/docs/channels/library_auth_reference/rest-api/#authentication
#pragma once
#include "base/secret.h"

#include <QByteArray>

namespace kule {

struct PusherRequest
{
    QByteArray path; ///< "/apps/3/events"
    QByteArray key;
    qint64 timestamp = 0; ///< seconds since 1970-01-01 UTC
    QByteArray body;
};

/// The query of a POST, signature included: auth_key=…&…&auth_signature=…
QByteArray pusherQuery(const PusherRequest &request, const Secret &secret);

} // namespace kule
