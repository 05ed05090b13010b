// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/session.h"

#include <algorithm>
#include <utility>

namespace kule::engineio {
namespace {

constexpr Milliseconds shortPoll{100};

const EncodedPacket &bare(PacketType type)
{
    static const EncodedPacket close({PacketType::Close, {}}), ping({PacketType::Ping, {}}), pong({PacketType::Pong, {}}), noop({PacketType::Noop, {}});
    switch (type) {
    case PacketType::Close:
        return close;
    case PacketType::Ping:
        return ping;
    case PacketType::Pong:
        return pong;
    default:
        return noop;
    }
}

} // namespace

Session::Session(QByteArray sid, Revision revision, const Timings &timings, Clock &clock, QObject *context, Host &host)
    : m_sid(std::move(sid))
    , m_revision(revision)
    , m_timings(timings)
    , m_clock(clock)
    , m_context(context)
    , m_host(host)
    , m_outbox(2 * timings.maxPayload)
{
}

Session::~Session() = default;

void Session::open(const Reply &reply)
{
    reply({200, encodePayload({EncodedPacket({PacketType::Open, openData()})}, m_revision)});
    m_stage = Stage::Open;
    beginHeartbeat();
    m_listener->opened();
}

void Session::open(Transport &socket)
{
    m_socket = &socket;
    m_stage = Stage::Open;
    send(EncodedPacket({PacketType::Open, openData()}));
    beginHeartbeat();
    m_listener->opened();
}

QByteArray Session::openData() const
{
    return R"({"sid":")" + m_sid + R"(","upgrades":[)" + (m_socket ? "" : R"("websocket")") + R"(],"pingInterval":)" + QByteArray::number(qint64(m_timings.pingInterval.count()))
        + R"(,"pingTimeout":)" + QByteArray::number(qint64(m_timings.pingTimeout.count())) + R"(,"maxPayload":)" + QByteArray::number(m_timings.maxPayload) + '}';
}

// In revision 4 we ping and await a pong; in revision 3 the client pings, and we await that.
void Session::beginHeartbeat()
{
    m_deadline = m_clock.steadyMs() + (m_timings.pingInterval + m_timings.pingTimeout).count();
    if (m_revision == Revision::Four)
        m_heartbeat = m_clock.after(m_timings.pingInterval, m_context, [this] { ping(); });
    else
        m_heartbeat = m_clock.after(m_timings.pingInterval + m_timings.pingTimeout, m_context, [this] { close(End::TimedOut); });
}

void Session::ping()
{
    const Milliseconds left(std::max<qint64>(0, m_deadline - m_clock.steadyMs()));
    m_heartbeat = m_clock.after(left, m_context, [this] { close(End::TimedOut); });
    send(bare(PacketType::Ping));
}

// A request may come between the deadline and its timer, which is never quite on time.
bool Session::isAlive()
{
    if (isOpen() && m_clock.steadyMs() >= m_deadline)
        close(End::TimedOut);
    return isOpen();
}

void Session::poll(Reply reply)
{
    if (!isAlive() || m_socket)
        return reply(refusal(isOpen() ? Fault::BadRequest : Fault::UnknownSession));
    if (m_poll) {
        close(End::Fault); // two readers of one session: neither has it whole
        return reply(refusal(Fault::BadRequest));
    }
    m_poll = std::move(reply);
    flush();
    keepPollsShort();
}

void Session::loseReader()
{
    if (!m_socket)
        close(End::ByClient);
}

void Session::post(QByteArrayView body, Form form, const Reply &reply)
{
    if (!isAlive() || m_socket)
        return reply(refusal(isOpen() ? Fault::BadRequest : Fault::UnknownSession));
    if (body.size() > m_timings.maxPayload)
        return reply({413, {}});
    auto packets = decodePayload(body, form, m_revision);
    if (!packets) {
        close(End::Fault);
        return reply(refusal(Fault::BadRequest));
    }
    for (Packet &packet : *packets)
        take(std::move(packet));
    reply({200, "ok", "text/html"});
}

void Session::take(Packet packet)
{
    if (!isOpen())
        return;
    switch (packet.type) {
    case PacketType::Message:
        return m_listener->received(std::move(packet));
    case PacketType::Close:
        return close(End::ByClient);
    case PacketType::Ping:
        if (m_revision == Revision::Four)
            return close(End::Fault);
        beginHeartbeat();
        return send(packet.data.isEmpty() ? bare(PacketType::Pong) : EncodedPacket({PacketType::Pong, std::move(packet.data)}));
    case PacketType::Pong:
        if (m_revision == Revision::Three)
            return close(End::Fault);
        return beginHeartbeat();
    case PacketType::Open:
    case PacketType::Upgrade:
    case PacketType::Noop:
        return; // of no meaning here, and harmless
    }
}

bool Session::probe(Transport &socket)
{
    if (!isAlive() || m_socket || m_probe)
        return false;
    m_probe = &socket;
    m_probeStage = Probe::Awaited;
    m_probeTimer = m_clock.after(m_timings.upgradeTimeout, m_context, [this] { dropProbe(); });
    return true;
}

void Session::received(Transport &socket, QByteArrayView message, Form form)
{
    auto packet = decodePacket(message, form, m_revision);
    if (&socket == m_probe)
        return receivedByProbe(packet);
    if (&socket != m_socket)
        return;
    if (!packet)
        return close(End::Fault);
    take(std::move(*packet));
}

void Session::receivedByProbe(const std::optional<Packet> &packet)
{
    if (packet == Packet{PacketType::Ping, "probe"}) {
        (void)m_probe->send({{EncodedPacket({PacketType::Pong, "probe"}), 0}});
        m_probeStage = Probe::Answered;
        if (m_poll)
            answerPoll({bare(PacketType::Noop)}); // the client goes over when its poll is back
        return;
    }
    if (packet && packet->type == PacketType::Upgrade && m_probeStage == Probe::Answered)
        return upgrade();
    dropProbe();
}

void Session::dropProbe()
{
    m_probeTimer.reset();
    m_pollTimer.reset();
    m_probeStage = Probe::None;
    if (Transport *probe = std::exchange(m_probe, nullptr))
        probe->close();
}

void Session::keepPollsShort()
{
    if (m_probeStage != Probe::Answered || !m_poll)
        return;
    m_pollTimer = m_clock.after(shortPoll, m_context, [this] {
        if (m_poll)
            answerPoll({bare(PacketType::Noop)});
    });
}

void Session::upgrade()
{
    m_socket = std::exchange(m_probe, nullptr);
    m_probeStage = Probe::None;
    m_probeTimer.reset();
    m_pollTimer.reset();
    if (m_poll)
        answerPoll({bare(PacketType::Noop)});
    m_host.wentOver(*this);
    flush();
}

void Session::lost(Transport &socket)
{
    if (&socket == m_probe) {
        m_probe = nullptr;
        dropProbe();
    } else if (&socket == m_socket) {
        m_socket = nullptr;
        close(End::ByClient);
    }
}

void Session::send(EncodedPacket packet, Topic topic)
{
    if (!isOpen())
        return;
    if (m_outbox.add(std::move(packet), topic) == Outbox::Outcome::Full)
        return close(End::Fault);
    if (!std::exchange(m_wantsFlush, true))
        m_host.wantsFlush(*this);
}

void Session::flush()
{
    m_wantsFlush = false;
    if (!isOpen() || m_outbox.isEmpty())
        return;
    if (m_socket)
        m_outbox.sent(m_socket->send(m_outbox.items()));
    else if (m_poll)
        answerPoll(m_outbox.takeAll());
}

void Session::answerPoll(const QList<EncodedPacket> &packets)
{
    m_pollTimer.reset();
    const bool inBytes = m_readsBytes && std::any_of(packets.begin(), packets.end(), [](const EncodedPacket &packet) { return packet.form() == Form::Binary; });
    std::exchange(m_poll, nullptr)(inBytes ? Answer{200, encodeBytePayload(packets), "application/octet-stream"} : Answer{200, encodePayload(packets, m_revision)});
}

void Session::close(End end)
{
    if (m_stage == Stage::Closed)
        return;
    m_stage = Stage::Closed;
    m_heartbeat.reset();
    dropProbe();
    if (m_poll) {
        auto last = m_outbox.takeAll();
        last.append(bare(end == End::ByClient ? PacketType::Noop : PacketType::Close));
        answerPoll(last);
    }
    if (Transport *socket = std::exchange(m_socket, nullptr)) {
        if (end == End::ByUs)
            (void)socket->send(m_outbox.items());
        socket->close();
    }
    (void)m_outbox.takeAll();
    m_listener->closed();
    m_host.ended(*this);
}

} // namespace kule::engineio
