// SPDX-License-Identifier: GPL-3.0-or-later
// The real HTTP client, watched: how much it was asked to send and how much of that is unanswered, so that a test moves no
// clock under a request. Lives on the test's thread; whoever links this links kule_net.
#pragma once
#include "base/async.h"
#include "net/qthttpclient.h"

#include <QPointer>

#include <algorithm>

namespace kule {

class WatchedClient final : public QObject, public HttpClient
{
public:
    explicit WatchedClient(std::unique_ptr<HttpClient> client)
        : m_client(std::move(client))
    {
    }
    explicit WatchedClient(Clock &clock)
        : WatchedClient(std::make_unique<QtHttpClient>(clock))
    {
    }
    Future<Result<HttpReply>> send(HttpRequest request) override
    {
        // Who polls Telegram for long waits for it, and nobody for them.
        const int counted = request.url.contains(QLatin1String("/getUpdates")) ? 0 : 1;
        auto future = m_client->send(std::move(request));
        ++sent;
        underWay += counted;
        whenDone(future, this, [this, counted](const Result<HttpReply> &) { underWay -= counted; });
        return future;
    }
    int sent = 0;
    int underWay = 0; ///< but for long polls

private:
    const std::unique_ptr<HttpClient> m_client;
};

/// Those before the clients of somebody else, who owns both.
class WatchedClients
{
public:
    std::unique_ptr<HttpClient> watch(std::unique_ptr<HttpClient> own)
    {
        auto client = std::make_unique<WatchedClient>(std::move(own));
        m_clients.emplace_back(client.get());
        return client;
    }
    bool areIdle() const
    {
        return std::ranges::none_of(m_clients, [](const QPointer<WatchedClient> &client) { return client && client->underWay > 0; });
    }

private:
    std::vector<QPointer<WatchedClient>> m_clients;
};

} // namespace kule
