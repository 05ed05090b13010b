// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP server: listens, and deals what it accepts to its shards' threads in turn. Its own thread accepts and is told
// what happens; it never reads a socket. The application and the clock outlive it.
#pragma once
#include "api/http/shard.h"
#include "base/async.h"

#include <QStringList>
#include <QThread>

#include <memory>

namespace kule::http {

class Listener;

struct Listening
{
    quint16 port = 0;
    QStringList urls; ///< "http://127.0.0.1:3000", in the order of the addresses
};

class Server final : public QObject
{
    Q_OBJECT
public:
    /// shards: threads that serve, at least one.
    Server(Application &application, Clock &clock, const Limits &limits, int shards, QObject *parent = nullptr);
    /// Stops at once, without waiting for answers.
    ~Server() override;
    Q_DISABLE_COPY_MOVE(Server)

    /// Listens on each of the addresses, 0 being any port that is free on all. An IPv6 address on a system without IPv6 is left
    /// out, as long as another remains. Errors: api.port_taken (details port, free_port, process and pid where the system
    /// tells), api.port_refused (a privileged one), api.cannot_listen; nothing listens then.
    Result<Listening> listen(const std::vector<QHostAddress> &addresses, quint16 port, std::optional<QSslConfiguration> tls = {});

    /// Holds from each connection's next request on.
    void setLimits(const Limits &limits);

    /// Accepts no more, lets the requests being served have their answers for at most bound, then closes every connection.
    /// Sockets that were taken over are the application's to close.
    Future<Done> stop(Milliseconds bound);

    qint64 connections() const { return m_counters->connections; }
    qint64 requests() const { return m_counters->requests; }

private:
    struct Worker
    {
        std::unique_ptr<QThread> thread;
        Shard *shard = nullptr; ///< dies when the thread ends, on it
    };

    Result<Listening> tryListen(const std::vector<QHostAddress> &addresses, quint16 port);
    Error listenError(QAbstractSocket::SocketError error, const QString &reason, const std::vector<QHostAddress> &addresses, quint16 port) const;
    void welcome(qintptr descriptor);

    const std::shared_ptr<Counters> m_counters;
    Limits m_limits;
    std::vector<Worker> m_workers;
    std::size_t m_nextWorker = 0;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::shared_ptr<const QSslConfiguration> m_tls;
    Clock &m_clock;
    std::unique_ptr<Clock::Timer> m_resumeTimer; ///< runs after the system had no descriptor left
};

} // namespace kule::http
