// SPDX-License-Identifier: GPL-3.0-or-later
// The real HTTP client, watched: how much it was asked to send and how much of that is unanswered, so that a test moves no
// clock under a request. Lives on the test's thread; whoever links this links kule_net.
#pragma once
#include "base/async.h"
#include "net/qthttpclient.h"

namespace kule {

class WatchedClient final : public QObject, public HttpClient
{
public:
    explicit WatchedClient(Clock &clock)
        : m_client(clock)
    {
    }
    Future<Result<HttpReply>> send(HttpRequest request) override
    {
        auto future = m_client.send(std::move(request));
        ++sent;
        ++underWay;
        whenDone(future, this, [this](const Result<HttpReply> &) { --underWay; });
        return future;
    }
    int sent = 0;
    int underWay = 0;

private:
    QtHttpClient m_client;
};

} // namespace kule
