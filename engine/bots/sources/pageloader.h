// SPDX-License-Identifier: GPL-3.0-or-later
// One page from the network: within 30 s, 8 MB at most, only when it has changed, behind five redirects at most, none of which leads
// from https to http or from elsewhere into this computer or its network. Lives on the bots' thread. Tries once, reads nothing off it.
#pragma once
#include "base/clock.h"
#include "bots/sources/pagereader.h"
#include "net/httpclient.h"

#include <QObject>

namespace kule {

class PageLoader : public QObject
{
public:
    /// Both outlive it.
    PageLoader(HttpClient &http, const Clock &clock)
        : m_http(http)
        , m_clock(clock)
    {
    }

    /// What was loaded the last time; empty: nothing.
    struct Known
    {
        QByteArray etag;
        QByteArray modified;
    };
    /// Nothing: it has not changed. source.status (details: status, retryAfter where it was asked for), source.gone (404, 410),
    /// source.bad_redirect, net.*
    Future<Result<std::optional<LoadedPage>>> load(const QString &url, const Known &known);
    Future<Result<std::optional<LoadedPage>>> load(const QString &url) { return load(url, Known()); }

private:
    struct Errand;
    void send(const std::shared_ptr<Errand> &errand);
    void take(const std::shared_ptr<Errand> &errand, const Result<HttpReply> &reply);
    void follow(const std::shared_ptr<Errand> &errand, const Error &redirect);

    HttpClient &m_http;
    const Clock &m_clock;
};

/// "localhost", 10.1.2.3, fe80::1 …: names of this computer and its network, as far as the name alone tells.
bool isPrivateHost(const QString &host);

} // namespace kule
