// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/visitor.h"

#include <QTcpSocket>

#include <utility>

namespace kule::http {

Place::Place(std::shared_ptr<Counters> counters, Welcome welcome)
    : m_counters(std::move(counters))
    , m_welcome(welcome)
{
    ++count();
}

Place::~Place()
{
    if (m_counters)
        --count();
}

std::atomic<qint64> &Place::count() const
{
    return m_welcome == Welcome::Serve ? m_counters->connections : m_counters->turnedAway;
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
