// SPDX-License-Identifier: GPL-3.0-or-later
// Socket.IO on this server: jobs to whoever follows them, at /socket.io/. Built on the engine thread, where its feed lives; the
// gate is for the server's threads. Outlives them.
#pragma once
#include "api/jobevents/jobfeed.h"
#include "api/socketio/gate.h"

namespace kule {

class JobSockets
{
public:
    /// All outlive it.
    JobSockets(JobService &jobs, AccessKeys &keys, Clock &clock);

    bool isMine(const http::Head &head) const { return m_gate.isMine(head); }
    engineio::Gate &gate() { return m_gate; }
    const engineio::Gate &gate() const { return m_gate; }
    const engineio::Counts &clients() const { return m_gate.counts(); }
    qint64 subscriptions() const { return m_subscriptions; }

private:
    JobFeed m_feed;
    std::atomic<qint64> m_subscriptions = 0;
    engineio::Gate m_gate;
};

} // namespace kule
