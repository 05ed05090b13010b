// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP as the engine sends it: one request, one answer or a typed error. send() from any thread; an implementation lives
// on the thread it was given and is destroyed there. Keeps no cookies, follows no redirect unless told.
#pragma once
#include "base/async.h"
#include "base/clock.h"

#include <optional>
#include <utility>
#include <vector>

namespace kule {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

enum class Redirects { Refuse, Follow };
/// What becomes of a reply that is larger than largestReply. DropStart: its newest bytes are kept, as of a log.
enum class Excess { Refuse, DropStart };

struct HttpRequest
{
    QByteArray method = "GET";
    QString url; ///< http or https
    HttpHeaders headers = {};
    QByteArray body = {};
    Milliseconds timeout = std::chrono::seconds(10); ///< for the whole exchange
    Redirects redirects = Redirects::Refuse;         ///< Follow: five at most, never from https to http
    qint64 largestReply = 1024 * 1024;               ///< bytes
    Excess excess = Excess::Refuse;
};

struct HttpReply
{
    int status = 0; ///< whatever the server said, 4xx and 5xx too
    HttpHeaders headers = {};
    QByteArray body = {};
    qint64 durationMs = 0;
    qint64 dropped = 0; ///< bytes before the body's first one

    /// The first field of that name (case-insensitive by ASCII), empty when there is none.
    QByteArray header(QByteArrayView name) const;
};

class HttpClient
{
public:
    virtual ~HttpClient() = default;
    /// net.bad_url, net.timeout, net.unreachable (also an answer that broke off; details: never_sent, when the request surely
    /// reached nobody), net.tls,
    /// net.too_large (details: status), net.redirect_refused (details: status, location)
    virtual Future<Result<HttpReply>> send(HttpRequest request) = 0;
};

/// How long the server asks to be left alone, in seconds or up to a date (RFC 9110 §10.2.3); a day at most. Nothing when it
/// does not, or in words that say nothing.
std::optional<Milliseconds> retryAfter(const HttpReply &reply, qint64 wallMs);

/// http or https with a host; else net.bad_url.
Done checkUrl(const QString &url);
/// "host:port", for limits by host; empty for a url that checkUrl refuses.
QString hostOf(const QString &url);

} // namespace kule
