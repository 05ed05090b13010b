// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps web pages of others away from a server on this computer: which Host and which Origin we answer. Pure
// functions of the header and a policy; any thread. Comes before keys, on every request.
#pragma once
#include "api/http/message.h"

#include <QStringList>

namespace kule {

/// A value, replaced as a whole when settings change.
struct ApiPolicy
{
    QStringList listen;            ///< addresses and names that we are reached by, besides those of loopback
    QList<QByteArray> corsOrigins; ///< as a browser sends them: "https://ops.example.com"
    QByteArray publicHost; ///< name, or name:port, by which Telegram comes to /telegram/; empty: it does not
    int requestsPerMinute = 0;     ///< for each key; 0: no limit
};

/// Host names us (localhost, 127.0.0.1, [::1] or a listen address) and our port, or for /telegram/ the public host. A browser that was led here by another
/// name (DNS rebinding) sends that name.
bool isOurHost(const http::Head &head, const ApiPolicy &policy);
/// A loopback origin on any port, or one of the policy's. "null" never is.
bool isAllowedOrigin(QByteArrayView origin, const ApiPolicy &policy);
/// The page came from us by the name in Host (already found to be ours): the docs page over another listen address.
bool isOwnOrigin(const http::Head &head);
/// A browser asking whether it may send the real request.
bool isPreflight(const http::Head &head);
http::Response preflightAnswer();
/// What every answer carries: CORS for the origin that asked (already allowed), nosniff, no-store.
void addSafetyHeaders(const http::Head &head, const ApiPolicy &policy, http::Response &response);
/// The body says that it is JSON.
bool isJson(const http::Head &head);

} // namespace kule
