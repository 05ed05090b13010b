// SPDX-License-Identifier: GPL-3.0-or-later
// The sessions of one of the server's threads: finds the one that a request means, makes new ones, and sends at the end of
// each turn what it left. Lives on that thread from the first to the last; others reach it by its door.
#pragma once
#include "api/http/message.h"
#include "api/socketio/door.h"
#include "api/socketio/websocket.h"

#include <QWebSocketServer>

#include <atomic>
#include <unordered_map>

namespace kule::engineio {

/// What the sessions of one thread talk to.
class Layer
{
public:
    virtual ~Layer() = default;
    /// Whoever listens to a new session. head is of its first request.
    virtual std::unique_ptr<Session::Listener> welcome(Session &session, const http::Head &head) = 0;
};

class SessionShard;
using MakeLayer = std::function<std::unique_ptr<Layer>(SessionShard &)>;

struct Counts
{
    std::atomic<qint64> sessions = 0;
    std::atomic<qint64> webSockets = 0; ///< those of them that came by or went over to one
};

class SessionShard final : public QObject, public Session::Host
{
    Q_OBJECT
public:
    /// number: of all shards its own; stands in the ids of its sessions. timings, clock and counts outlive it.
    SessionShard(int number, const Timings &timings, Clock &clock, Counts &counts, const MakeLayer &makeLayer);
    ~SessionShard() override;

    const DoorPtr &door() const { return m_door; }
    int number() const { return m_number; }
    Clock &clock() const { return m_clock; }

    /// A request of a session that should be here.
    struct Asked
    {
        Query query;
        http::Request request;
        Reply reply;
    };

    /// A new session by polling.
    void open(const Query &query, const http::Head &head, const Reply &reply);
    void serve(const Asked &asked);
    /// After all that this thread reads in its present turn.
    void serveInTurn(Asked asked);
    /// The client has left while a poll of its session was held.
    void loseReader(const QByteArray &sid);
    /// A WebSocket's first request, on the socket that it came by.
    void takeOver(const Query &query, http::Head head, std::unique_ptr<QTcpSocket> socket);
    /// Ends all sessions and takes no new one.
    void drain();

    /// The number in an id; nothing when it is none of ours.
    static std::optional<int> numberOf(QByteArrayView sid);
    /// A refusal to one who wanted a WebSocket; the socket goes when it is sent.
    static void refuse(std::unique_ptr<QTcpSocket> socket, const Answer &answer, QObject *keeper);

private:
    struct Entry
    {
        std::unique_ptr<Session> session;
        std::unique_ptr<Session::Listener> listener;
        std::unique_ptr<WebSocket> socket; ///< while probing, and from then on
        bool countsAsSocket = false; ///< came by its socket, or went over to it
    };
    /// Between the hand-over of a socket and the end of its handshake.
    struct Shaking
    {
        QPointer<QTcpSocket> socket;
        Query query;
        http::Head head;
    };

    void wantsFlush(Session &session) override;
    void wentOver(Session &session) override;
    void ended(Session &session) override;
    void count(Entry &entry);
    Entry &make(const Query &query, const http::Head &head);
    void welcomeSockets();
    void flushAll();
    void serveAll();

    const int m_number;
    const Timings &m_timings;
    Clock &m_clock;
    Counts &m_counts;
    const DoorPtr m_door;
    QWebSocketServer m_handshakes;
    std::vector<Shaking> m_shaking;
    std::unique_ptr<Layer> m_layer;
    std::unordered_map<QByteArray, Entry> m_sessions;
    std::vector<Asked> m_asked; ///< in this turn
    std::vector<Session *> m_unsent; ///< in m_sessions all
    bool m_isDraining = false;
};

} // namespace kule::engineio
