// SPDX-License-Identifier: GPL-3.0-or-later
// Connection's other half: how long it may take, and who is turned out for being slow.
#include "api/http/connection.h"

#include "api/http/shard.h"

namespace kule::http {
namespace {

constexpr Milliseconds bodyWindow{5'000}; ///< over which a body's rate is taken

} // namespace

void Connection::noteProgress()
{
    if (m_stage == Stage::Gone || m_stage == Stage::Lingering)
        return;
    const auto place = m_reader->place();
    if (place == m_place && m_sinceRequest == m_nextExchange)
        return;
    m_place = place;
    m_sinceRequest = m_nextExchange;
    m_since = m_shard.nowMs();
    m_bodyMark = m_reader->bodyReceived();
}

void Connection::sweep(qint64 now)
{
    const Limits &limits = m_shard.limits();
    const qint64 unsent = m_stage == Stage::Gone ? 0 : m_wire->unsent();
    if (unsent == 0 || unsent != m_unsentMark) {
        m_unsentMark = unsent;
        m_unsentSince = now;
    }
    if (m_stage == Stage::Gone)
        return;
    if (unsent > 0) {
        if (now - m_unsentSince >= limits.stalledTime.count())
            leave();
        return;
    }
    const Milliseconds spent(now - m_since);
    if (m_stage == Stage::Lingering) {
        if (spent >= limits.lingerTime)
            leave();
        return;
    }
    if (!m_exchanges.empty()) { // it is us who are slow
        m_since = now;
        m_bodyMark = m_reader->bodyReceived();
        return;
    }
    switch (m_place) {
    case RequestReader::Place::Between:
        if (spent >= (m_nextExchange == 0 ? limits.headTime : limits.idleTime))
            leave();
        return;
    case RequestReader::Place::Head:
        if (spent < limits.headTime)
            return;
        break;
    case RequestReader::Place::Body:
        if (spent < bodyWindow)
            return;
        if ((m_reader->bodyReceived() - m_bodyMark) * 1000 >= limits.bodyBytesPerSecond * spent.count()) {
            m_bodyMark = m_reader->bodyReceived();
            m_since = now;
            return;
        }
        break;
    }
    breakOff({408, "http.timeout"});
    work();
}

} // namespace kule::http
