// SPDX-License-Identifier: GPL-3.0-or-later
// One Socket.IO client: the namespaces that it is in, over one Engine.IO session. A state machine without sockets, on the
// session's thread. One that breaks the protocol, or joins nothing in time, is closed.
#pragma once
#include "api/socketio/event.h"
#include "api/socketio/session.h"

namespace kule::socketio {

class Client;

/// What the namespaces mean; one for each thread, called on it.
class Application
{
public:
    struct Refusal
    {
        QByteArray message;
        OrderedJson data = nullptr; ///< more for the program; null: nothing
    };

    virtual ~Application() = default;
    /// Whether a client may come in with the payload of its CONNECT ({} without one): nothing lets it.
    virtual std::optional<Refusal> admit(Client &client, const QByteArray &nsp, const OrderedJson &auth) = 0;
    virtual void connected(Client &client, const QByteArray &nsp, const OrderedJson &auth) = 0;
    /// data: [name, argument…]
    virtual void received(Client &client, Event event) = 0;
    virtual void disconnected(Client &client, const QByteArray &nsp) = 0;
};

class Client final : public engineio::Session::Listener
{
public:
    /// What is named outlives it. Closed when it is in no namespace by connectTime.
    Client(engineio::Session &session, Application &application, Milliseconds connectTime, Clock &clock, QObject *context);
    ~Client() override;
    Q_DISABLE_COPY_MOVE(Client)

    /// args: [name, argument…]
    void emitEvent(const QByteArray &nsp, OrderedJson args, QList<QByteArray> attachments = {});
    /// Answers the event's ack; nothing when it asked for none.
    void acknowledge(const QByteArray &nsp, std::optional<quint64> id, OrderedJson args, QList<QByteArray> attachments = {});
    void send(const engineio::EncodedPacket &packet, engineio::Topic topic = 0) { m_session.send(packet, topic); }
    void disconnect(const QByteArray &nsp);
    bool isIn(const QByteArray &nsp) const { return m_namespaces.contains(nsp); }
    engineio::Revision revision() const { return m_session.revision(); }

private:
    void opened() override;
    void received(engineio::Packet message) override;
    void closed() override;

    void obey(Event event);
    void connect(QByteArray nsp, const OrderedJson &auth);
    void leave(const QByteArray &nsp);
    void send(const Event &event);

    engineio::Session &m_session;
    Application &m_application;
    Decoder m_decoder;
    QList<QByteArray> m_namespaces;
    std::unique_ptr<Clock::Timer> m_connectTimer;
};

/// A random id of 20 letters, as clients know them.
QByteArray randomSid();

} // namespace kule::socketio
