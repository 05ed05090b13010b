// SPDX-License-Identifier: GPL-3.0-or-later
// Where requests of one Engine.IO path come in, on any of the server's threads: each session stays on the thread that it
// began on, and what comes on another is handed over as a value. Holds nothing but the list of its shards.
#pragma once
#include "api/socketio/sessionshard.h"

namespace kule::engineio {

class Gate
{
public:
    /// path: "/socket.io/". clock outlives it.
    Gate(QByteArray path, const Timings &timings, Clock &clock, MakeLayer makeLayer);
    ~Gate();
    Q_DISABLE_COPY_MOVE(Gate)

    struct Rules
    {
        OldClients old = OldClients::Refused;
        int clientsAtMost = 10'000; ///< further ones are told 503
    };
    /// Holds from the next request on. Any thread.
    void setRules(const Rules &rules) { m_rules = rules; }
    const Counts &counts() const { return m_counts; }

    bool isMine(const http::Head &head) const;
    /// The request is of a session, if there is such a one.
    bool isOfSession(const http::Head &head) const;
    /// The request asks for a WebSocket; what is wrong with it otherwise is told by serve() or takeOver().
    static bool wantsWebSocket(const http::Head &head);

    // On the server's threads; safety of host and origin is found already.
    void serve(http::Request request, http::ResponderPtr responder);
    void takeOver(http::Head head, std::unique_ptr<QTcpSocket> socket);
    /// Whoever sent this left before it was answered.
    void left(const http::Head &head);
    void threadBegins();
    void threadDrains();
    void threadEnds();

private:
    struct Desk
    {
        QThread *thread;
        int number;
        SessionShard *shard; ///< for its own thread alone
        DoorPtr door;
    };
    using Desks = std::vector<Desk>;

    const Desk *here(const Desks &desks) const;
    static const Desk *ofSession(const Desks &desks, QByteArrayView sid);
    bool isFull() const { return m_counts.sessions >= m_rules.load().clientsAtMost; }

    const QByteArray m_path;
    const Timings m_timings;
    Clock &m_clock;
    const MakeLayer m_makeLayer;
    std::atomic<Rules> m_rules{Rules{}};
    Counts m_counts;
    std::atomic_int m_nextNumber = 0;
    std::atomic<std::shared_ptr<const Desks>> m_desks = std::make_shared<const Desks>();
};

} // namespace kule::engineio
