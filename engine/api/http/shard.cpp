// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/shard.h"

#include "base/async.h"

#include <QTcpSocket>

namespace kule::http {
namespace {

constexpr Milliseconds sweepInterval{500};

} // namespace

Shard::Shard(Application &application, Clock &clock, std::shared_ptr<Counters> counters)
    : m_application(application)
    , m_clock(clock)
    , m_counters(std::move(counters))
{
}

Shard::~Shard()
{
    if (m_mailbox)
        m_mailbox->close();
    while (!m_connections.empty())
        remove(m_connections.begin()->first);
    if (m_mailbox)
        m_application.threadEnds();
}

void Shard::start(const Limits &limits)
{
    m_limits = limits;
    m_mailbox = std::make_shared<Mailbox>(this, [this](Answer answer) {
        const auto found = m_connections.find(answer.connection);
        if (found == m_connections.end())
            return;
        if (answer.isPiece)
            found->second.connection->take(answer.exchange, std::move(answer.piece));
        else
            found->second.connection->answer(answer.exchange, std::move(answer.response));
    });
    m_application.threadBegins();
}

void Shard::adopt(Visitor &visitor, const QSslConfiguration *tls)
{
    if (m_isDraining)
        return;
    const quint64 id = m_nextId++;
    auto connection = std::make_unique<Connection>(id, *this);
    auto wire = Wire::open(visitor.takeDescriptor(), tls, *connection);
    if (!wire)
        return;
    Connection &served = *connection;
    m_connections.emplace(id, Entry{visitor.takePlace(), std::move(connection)});
    armSweep();
    served.start(std::move(wire), visitor.welcome(), tls != nullptr);
}

ResponderPtr Shard::responder(quint64 connection, quint64 exchange) const
{
    return std::make_shared<ConnectionResponder>(m_mailbox, connection, exchange);
}

BodySource::Take Shard::pieceTaker(quint64 connection, quint64 exchange) const
{
    return [mailbox = m_mailbox, connection, exchange](std::optional<BodySource::Piece> piece) {
        mailbox->put({connection, exchange, std::nullopt, true, std::move(piece)});
    };
}

void Shard::place(quint64 connection, bool isWaiting)
{
    Place &place = m_connections.at(connection).place;
    if (isWaiting && !place.isWaiting())
        place.wait(m_limits.waiting);
    else if (!isWaiting && place.isWaiting())
        place.waitNoMore();
}

void Shard::later(quint64 connection)
{
    post(this, [this, connection] {
        const auto found = m_connections.find(connection);
        if (found != m_connections.end())
            found->second.connection->work();
    });
}

void Shard::bury(quint64 connection)
{
    post(this, [this, connection] { remove(connection); });
}

// Later: now the stack stands in the socket's own signals, and no other thread may have it before it is out of them. Qt tells
// nobody of bytes while it tells of bytes, and works on with the socket afterwards.
void Shard::handOver(const Connection &connection, Head head, std::unique_ptr<QTcpSocket> socket)
{
    auto given = std::make_shared<std::unique_ptr<QTcpSocket>>(std::move(socket));
    post(this, [this, id = connection.id(), head = std::move(head), given]() mutable {
        m_application.takeOver(std::move(head), std::move(*given));
        remove(id);
    });
}

void Shard::remove(quint64 connection)
{
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return;
    m_connections.erase(found);
    if (m_connections.empty())
        m_sweepTimer.reset();
    checkDrained();
}

void Shard::armSweep()
{
    if (!m_sweepTimer)
        m_sweepTimer = m_clock.after(sweepInterval, this, [this] { sweep(); });
}

void Shard::sweep()
{
    const qint64 now = m_clock.steadyMs();
    std::vector<quint64> ids;
    ids.reserve(m_connections.size());
    for (const auto &[id, entry] : m_connections)
        ids.push_back(id);
    for (const quint64 id : ids) {
        const auto found = m_connections.find(id);
        if (found != m_connections.end())
            found->second.connection->sweep(now);
    }
    m_sweepTimer.reset();
    if (!m_connections.empty())
        armSweep();
}

void Shard::drain(Milliseconds bound, std::function<void()> done)
{
    m_isDraining = true;
    m_onDrained = std::move(done);
    m_drainTimer = m_clock.after(bound, this, [this] {
        while (!m_connections.empty())
            remove(m_connections.begin()->first);
    });
    m_application.threadDrains();
    std::vector<quint64> ids;
    for (const auto &[id, entry] : m_connections)
        ids.push_back(id);
    for (const quint64 id : ids)
        m_connections.at(id).connection->drain();
    checkDrained();
}

void Shard::checkDrained()
{
    if (!m_isDraining || !m_connections.empty() || !m_onDrained)
        return;
    m_drainTimer.reset();
    std::exchange(m_onDrained, nullptr)();
}

} // namespace kule::http
