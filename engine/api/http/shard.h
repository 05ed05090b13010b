// SPDX-License-Identifier: GPL-3.0-or-later
// The connections of one thread (api-0, api-1 …), their deadlines and their mailbox. Made on the server's thread and moved;
// everything but the constructor is called on its own. Its one timer runs only while it has connections.
#pragma once
#include "api/http/connection.h"
#include "api/http/responder.h"
#include "api/http/visitor.h"
#include "base/result.h"

#include <QSslConfiguration>

#include <functional>
#include <unordered_map>

namespace kule::http {

class Shard final : public QObject
{
    Q_OBJECT
public:
    Shard(Application &application, Clock &clock, std::shared_ptr<Counters> counters);
    ~Shard() override;
    Q_DISABLE_COPY_MOVE(Shard)

    /// First of all, on its thread.
    void start(const Limits &limits);
    void setLimits(const Limits &limits) { m_limits = limits; }
    /// Serves the visitor from now on. tls: null for plain.
    void adopt(Visitor &visitor, const QSslConfiguration *tls);
    /// Ends every connection: idle ones now, the others after their answers or when bound is over. Then calls done, once.
    void drain(Milliseconds bound, std::function<void()> done);

    // For its connections.
    const Limits &limits() const { return m_limits; }
    Application &application() const { return m_application; }
    ResponseWriter &writer() { return m_writer; }
    qint64 nowMs() const { return m_clock.steadyMs(); }
    qint64 wallMs() const { return m_clock.wallMs(); }
    ResponderPtr responder(quint64 connection, quint64 exchange) const;
    /// Hands a piece of a stream to its connection, from any thread.
    BodySource::Take pieceTaker(quint64 connection, quint64 exchange) const;
    /// What it counts as up to its next request.
    void place(quint64 connection, bool isWaiting);
    void countRequest() { m_counters->requests.fetch_add(1, std::memory_order_relaxed); }
    /// Lets the connection work on after the others' turn.
    void later(quint64 connection);
    /// Destroys the connection once the stack is out of it.
    void bury(quint64 connection);
    void handOver(const Connection &connection, Head head, std::unique_ptr<QTcpSocket> socket);

private:
    struct Entry
    {
        Place place;
        std::unique_ptr<Connection> connection;
    };

    void armSweep();
    void sweep();
    void remove(quint64 connection);
    void checkDrained();

    Application &m_application;
    Clock &m_clock;
    const std::shared_ptr<Counters> m_counters;
    Limits m_limits;
    ResponseWriter m_writer;
    std::shared_ptr<Mailbox> m_mailbox;
    std::unordered_map<quint64, Entry> m_connections;
    quint64 m_nextId = 1;
    std::unique_ptr<Clock::Timer> m_sweepTimer;
    std::unique_ptr<Clock::Timer> m_drainTimer;
    std::function<void()> m_onDrained;
    bool m_isDraining = false;
};

} // namespace kule::http
