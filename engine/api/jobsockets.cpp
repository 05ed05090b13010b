// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobsockets.h"

#include "api/jobevents/jobrooms.h"

namespace kule {

JobSockets::JobSockets(JobService &jobs, AccessKeys &keys, Clock &clock, const Redactor &redactor)
    : m_feed(jobs, keys, redactor)
    , m_gate("/socket.io/", {}, clock, [this, &keys](engineio::SessionShard &shard) { return std::make_unique<JobRooms>(shard, m_feed, keys, m_subscriptions); })
{
}

} // namespace kule
