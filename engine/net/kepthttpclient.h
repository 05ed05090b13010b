// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/1.1 for many small calls to few servers: connections are kept and used again, and all of it happens on the client's own
// thread. Follows no redirect and takes no reply in part, whatever a request wants. Never sends a request twice. Beside
// QNetworkAccessManager, which goes to a thread of its own and back with each call, an update costs a bot less than a tenth
// (bench_replies).
#pragma once
#include "net/httpconnection.h"

#include <deque>

namespace kule {

class KeptHttpClient final : public QObject, public HttpClient
{
    Q_OBJECT
public:
    /// most: connections at once; what is asked beyond them waits for its turn.
    KeptHttpClient(Clock &clock, int most, QObject *parent = nullptr);
    ~KeptHttpClient() override;

    Future<Result<HttpReply>> send(HttpRequest request) override;
    int connections() const { return static_cast<int>(m_connections.size()); }

private:
    struct Exchange;
    struct Kept
    {
        HttpConnection *connection;
        std::shared_ptr<Exchange> exchange; ///< none: it is idle
        qint64 idleSince;                   ///< steady ms
    };
    using Connections = std::vector<Kept>;

    void start(const std::shared_ptr<Exchange> &exchange);
    void pump();
    /// One that is free for the server; the end: all that there may be are busy.
    Connections::iterator freeFor(const HttpTargetPtr &target);
    void ended(const HttpConnection *connection, Result<HttpReply> result);
    void drop(Connections::iterator connection);
    Connections::iterator find(const HttpConnection *connection);
    /// Looks then at what has taken too long, or has been idle for too long.
    void lookAt(qint64 moment);
    void look();

    Clock &m_clock;
    const std::size_t m_most;
    HttpTargetPtr m_target;    ///< of the last request, as the next goes mostly there too
    Connections m_connections; ///< the one that was used last is used first
    std::deque<std::shared_ptr<Exchange>> m_waiting;
    std::unique_ptr<Clock::Timer> m_timer; ///< one for all, as most exchanges end long before their time
    qint64 m_looksAt = 0;                  ///< steady ms, when there is a timer
};

} // namespace kule
