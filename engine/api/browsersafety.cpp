// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/browsersafety.h"

#include <algorithm>

namespace kule {
namespace {

struct Authority
{
    QByteArray name; ///< lower case, an IPv6 address without its brackets
    std::optional<quint16> port;
};

// "localhost:3000", "[::1]:3000", "127.0.0.1"; nothing for what is not of that form.
std::optional<Authority> authorityOf(QByteArrayView text)
{
    QByteArrayView name = text;
    QByteArrayView port;
    bool hasPort = false;
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0 || (end + 1 < text.size() && text[end + 1] != ':'))
            return std::nullopt;
        name = text.sliced(1, end - 1);
        hasPort = end + 1 < text.size();
        port = hasPort ? text.sliced(end + 2) : QByteArrayView();
    } else if (const qsizetype colon = text.indexOf(':'); colon >= 0) {
        hasPort = true;
        name = text.first(colon);
        port = text.sliced(colon + 1);
    }
    if (name.isEmpty() || (hasPort && (port.isEmpty() || port.size() > 5)))
        return std::nullopt;
    Authority authority{name.toByteArray().toLower(), std::nullopt};
    if (hasPort) {
        if (!std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return std::nullopt;
        const int number = port.toByteArray().toInt();
        if (number > 65535)
            return std::nullopt;
        authority.port = static_cast<quint16>(number);
    }
    return authority;
}

bool isLoopbackName(QByteArrayView name)
{
    return name == "localhost" || name == "127.0.0.1" || name == "::1";
}

bool isListenName(const QByteArray &name, const ApiPolicy &policy)
{
    const QString wanted = QString::fromLatin1(name);
    return std::any_of(policy.listen.begin(), policy.listen.end(), [&](const QString &address) {
        // Where every address listens, any literal one may be ours; rebinding needs a name.
        const bool isAny = address == QLatin1String("0.0.0.0") || address == QLatin1String("::");
        return isAny ? !QHostAddress(wanted).isNull() : wanted.compare(address, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool isOurHost(const http::Head &head, const ApiPolicy &policy)
{
    const auto hosts = std::count_if(head.headers.begin(), head.headers.end(),
                                     [](const http::Header &h) { return qstricmp(h.first.constData(), "host") == 0; });
    const auto host = hosts == 1 ? authorityOf(head.header("Host")) : std::nullopt;
    if (!host)
        return false;
    // A proxy stands before us there, so the port is its own.
    if (!policy.publicHost.isEmpty() && head.path().startsWith("/telegram/")) {
        const auto open = authorityOf(policy.publicHost);
        if (open && open->name == host->name && host->port.value_or(443) == open->port.value_or(443))
            return true;
    }
    const quint16 schemePort = head.isSecure ? 443 : 80;
    return host->port.value_or(schemePort) == head.localPort && (isLoopbackName(host->name) || isListenName(host->name, policy));
}

bool isAllowedOrigin(QByteArrayView origin, const ApiPolicy &policy)
{
    if (std::any_of(policy.corsOrigins.begin(), policy.corsOrigins.end(), [&](const QByteArray &o) { return o == origin; }))
        return origin != "null";
    for (const char *scheme : {"http://", "https://"}) {
        if (origin.startsWith(scheme)) {
            const auto authority = authorityOf(origin.sliced(static_cast<qsizetype>(qstrlen(scheme))));
            return authority && isLoopbackName(authority->name);
        }
    }
    return false;
}

bool isOwnOrigin(const http::Head &head)
{
    return head.header("Origin") == (head.isSecure ? "https://" : "http://") + head.header("Host");
}

bool isPreflight(const http::Head &head)
{
    return head.method == "OPTIONS" && head.hasHeader("Origin") && head.hasHeader("Access-Control-Request-Method");
}

http::Response preflightAnswer()
{
    http::Response response;
    response.status = 204;
    response.contentType.clear();
    response.headers = {
        {"Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE"},
        {"Access-Control-Allow-Headers", "Authorization, Content-Type, X-API-Key, X-Auth-Hash, Accept-Language"},
        {"Access-Control-Max-Age", "600"},
    };
    return response;
}

void addSafetyHeaders(const http::Head &head, const ApiPolicy &policy, http::Response &response)
{
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Cache-Control", "no-store");
    const QByteArray origin = head.header("Origin");
    if (origin.isEmpty() || !isAllowedOrigin(origin, policy))
        return;
    response.headers.emplace_back("Access-Control-Allow-Origin", origin);
    response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
    response.headers.emplace_back("Access-Control-Expose-Headers", "Retry-After, Allow");
    response.headers.emplace_back("Vary", "Origin");
}

bool isJson(const http::Head &head)
{
    return head.header("Content-Type").split(';').constFirst().trimmed().toLower() == "application/json";
}

} // namespace kule
