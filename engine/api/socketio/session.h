// SPDX-License-Identifier: GPL-3.0-or-later
// One Engine.IO session as a state machine: packets and requests in, packets and answers out, deadlines by the clock.
// Knows no socket and no HTTP. One thread, that of its context; its callbacks must not destroy it.
#pragma once
#include "api/socketio/engineio.h"
#include "api/socketio/outbox.h"

namespace kule::engineio {

/// A WebSocket as a session sees it. Lives until the session has ended or has told it to close.
class Transport
{
public:
    virtual ~Transport() = default;
    /// Takes from the front what can be sent now; how many. Session::flush() is to be called when there is room again.
    virtual qsizetype send(const QList<Outbox::Item> &items) = 0;
    /// Ends it. Calls nothing back.
    virtual void close() = 0;
};

class Session
{
public:
    /// What the session's messages mean.
    class Listener
    {
    public:
        virtual ~Listener() = default;
        /// The client has been told its sid; messages may go to it from now on.
        virtual void opened() = 0;
        virtual void received(Packet message) = 0;
        /// Once, at the end.
        virtual void closed() = 0;
    };
    class Host
    {
    public:
        virtual ~Host() = default;
        /// Call flush() soon; asked once until then.
        virtual void wantsFlush(Session &session) = 0;
        /// From polling to a WebSocket.
        virtual void wentOver(Session &session) = 0;
        virtual void ended(Session &session) = 0;
    };
    enum class End {
        ByClient, ///< it said so, or its connection is gone
        ByUs,
        Fault,    ///< it broke the protocol, or reads too slowly
        TimedOut,
    };

    /// What is named outlives it.
    Session(QByteArray sid, Revision revision, const Timings &timings, Clock &clock, QObject *context, Host &host);
    Session(QByteArray, Revision, const Timings &&, Clock &, QObject *, Host &) = delete;
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    /// First of all. Not owned.
    void setListener(Listener *listener) { m_listener = listener; }
    /// To the polls of this client, where packets are bytes.
    void answerInBytes() { m_readsBytes = true; }
    /// The handshake, by either transport.
    void open(const Reply &reply);
    void open(Transport &socket);

    // What comes from the client.
    void poll(Reply reply);
    /// Whoever polled has gone: what is sent from now on would never be read.
    void loseReader();
    void post(QByteArrayView body, Form form, const Reply &reply);
    /// A WebSocket that would take the session over; false: not now, close it.
    bool probe(Transport &socket);
    void received(Transport &socket, QByteArrayView message, Form form);
    void lost(Transport &socket);

    // What goes to it.
    void send(EncodedPacket packet, Topic topic = 0);
    void flush();
    void close(End end = End::ByUs);

    const QByteArray &sid() const { return m_sid; }
    Revision revision() const { return m_revision; }
    const Timings &timings() const { return m_timings; }
    bool isOpen() const { return m_stage == Stage::Open; }
    TransportKind transport() const { return m_socket ? TransportKind::WebSocket : TransportKind::Polling; }
    qint64 unsent() const { return m_outbox.bytes(); }

private:
    enum class Stage { New, Open, Closed };
    enum class Probe { None, Awaited, Answered };

    QByteArray openData() const;
    void beginHeartbeat();
    void ping();
    bool isAlive();
    void take(Packet packet);
    void receivedByProbe(const std::optional<Packet> &packet);
    void dropProbe();
    void keepPollsShort();
    void upgrade();
    void answerPoll(const QList<EncodedPacket> &packets);

    const QByteArray m_sid;
    const Revision m_revision;
    const Timings &m_timings;
    Clock &m_clock;
    QObject *const m_context;
    Host &m_host;
    Listener *m_listener = nullptr;
    Stage m_stage = Stage::New;
    Probe m_probeStage = Probe::None;
    bool m_wantsFlush = false;
    bool m_readsBytes = false;
    Reply m_poll;                   ///< held until there is something to say
    Transport *m_socket = nullptr;  ///< null: polling
    Transport *m_probe = nullptr;   ///< wants to become m_socket
    Outbox m_outbox;
    qint64 m_deadline = 0;          ///< steady ms: a sign of life has to come before
    std::unique_ptr<Clock::Timer> m_heartbeat; ///< the next ping, or the end of waiting for its pong
    std::unique_ptr<Clock::Timer> m_probeTimer;
    std::unique_ptr<Clock::Timer> m_pollTimer; ///< while probing: the held poll is let go soon
};

} // namespace kule::engineio
