// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/client.h"

#include <QRandomGenerator>

#include <array>

namespace kule::socketio {

using engineio::Revision;
using engineio::Session;

QByteArray randomSid()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), 15);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Client::Client(Session &session, Application &application, Milliseconds connectTime, Clock &clock, QObject *context)
    : m_session(session)
    , m_application(application)
    , m_connectTimer(clock.after(connectTime, context, [this] { m_session.close(Session::End::Fault); }))
{
}

Client::~Client() = default;

// A client of revision 3 expects to be let into "/" without asking.
void Client::opened()
{
    if (m_session.revision() == Revision::Three)
        connect("/", OrderedJson::object());
}

void Client::received(engineio::Packet message)
{
    switch (m_decoder.feed(message)) {
    case Decoder::Outcome::Incomplete:
        return;
    case Decoder::Outcome::Whole:
        return obey(m_decoder.take());
    case Decoder::Outcome::Broken:
        return m_session.close(Session::End::Fault);
    }
}

void Client::obey(Event event)
{
    const bool isInside = isIn(event.nsp);
    switch (event.type) {
    case EventType::Connect:
        if (isInside && m_session.revision() == Revision::Four)
            break;
        return isInside ? void() : connect(event.nsp, event.hasData ? event.data : OrderedJson::object());
    case EventType::Disconnect:
        if (!isInside)
            break;
        return leave(event.nsp);
    case EventType::Event:
        if (!isInside)
            break;
        return m_application.received(*this, std::move(event));
    case EventType::Ack:
        if (!isInside)
            break;
        return; // to a question that we never ask
    case EventType::ConnectError:
    case EventType::BinaryEvent:
    case EventType::BinaryAck:
        break;
    }
    m_session.close(Session::End::Fault);
}

void Client::connect(QByteArray nsp, const OrderedJson &auth)
{
    // Old clients put a query behind the name.
    if (const qsizetype mark = nsp.indexOf('?'); mark >= 0 && m_session.revision() == Revision::Three)
        nsp.truncate(mark);
    Event answer;
    answer.nsp = nsp;
    answer.hasData = true;
    if (auto refused = m_application.admit(*this, nsp, auth)) {
        answer.type = EventType::ConnectError;
        if (m_session.revision() == Revision::Three)
            answer.data = refused->message;
        else
            answer.data = {{"message", refused->message}};
        if (m_session.revision() == Revision::Four && !refused->data.is_null())
            answer.data["data"] = std::move(refused->data);
        return send(answer);
    }
    m_connectTimer.reset();
    m_namespaces.append(nsp);
    answer.type = EventType::Connect;
    answer.hasData = m_session.revision() == Revision::Four;
    answer.data = {{"sid", randomSid()}};
    send(answer);
    m_application.connected(*this, nsp, auth);
}

void Client::leave(const QByteArray &nsp)
{
    if (m_namespaces.removeOne(nsp))
        m_application.disconnected(*this, nsp);
}

void Client::disconnect(const QByteArray &nsp)
{
    if (!isIn(nsp))
        return;
    Event event;
    event.type = EventType::Disconnect;
    event.nsp = nsp;
    send(event);
    leave(nsp);
}

void Client::closed()
{
    m_connectTimer.reset();
    while (!m_namespaces.isEmpty())
        m_application.disconnected(*this, m_namespaces.takeLast());
}

void Client::emitEvent(const QByteArray &nsp, OrderedJson args, QList<QByteArray> attachments)
{
    send(Event{EventType::Event, nsp, std::nullopt, std::move(args), std::move(attachments), true});
}

void Client::acknowledge(const QByteArray &nsp, std::optional<quint64> id, OrderedJson args, QList<QByteArray> attachments)
{
    if (id)
        send(Event{EventType::Ack, nsp, id, std::move(args), std::move(attachments), true});
}

void Client::send(const Event &event)
{
    for (const engineio::EncodedPacket &packet : encode(event, m_session.revision()))
        m_session.send(packet);
}

} // namespace kule::socketio
