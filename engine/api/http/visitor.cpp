// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/visitor.h"

#include <QTcpSocket>

#include <utility>

namespace kule::http {

Place::Place(std::shared_ptr<Counters> counters, Welcome welcome)
    : m_counters(std::move(counters))
    , m_count(welcome == Welcome::Serve ? &Counters::connections : &Counters::turnedAway)
{
    ++((*m_counters).*m_count);
}

Place::~Place()
{
    if (m_counters)
        --((*m_counters).*m_count);
}

void Place::wait(int atMost)
{
    if (++m_counters->waiting > atMost) {
        --m_counters->waiting;
        return;
    }
    --m_counters->connections;
    m_count = &Counters::waiting;
}

void Place::waitNoMore()
{
    ++m_counters->connections;
    --m_counters->waiting;
    m_count = &Counters::connections;
}

Visitor::Visitor(qintptr descriptor, std::shared_ptr<Counters> counters, Welcome welcome)
    : m_descriptor(descriptor)
    , m_place(std::move(counters), welcome)
    , m_welcome(welcome)
{
}

Visitor::~Visitor()
{
    if (m_descriptor == none)
        return;
    QTcpSocket socket; // Qt's way to close a descriptor on every system
    socket.setSocketDescriptor(m_descriptor);
}

qintptr Visitor::takeDescriptor()
{
    return std::exchange(m_descriptor, none);
}

} // namespace kule::http
