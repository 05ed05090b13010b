// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/sessionshard.h"

#include "api/http/responsewriter.h"
#include "api/socketio/client.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace kule::engineio {

SessionShard::SessionShard(int number, const Timings &timings, Clock &clock, Counts &counts, const MakeLayer &makeLayer)
    : m_number(number)
    , m_timings(timings)
    , m_clock(clock)
    , m_counts(counts)
    , m_door(std::make_shared<Door>(this))
    , m_handshakes(QStringLiteral("kule"), QWebSocketServer::NonSecureMode)
    , m_layer(makeLayer(*this))
{
    m_handshakes.setMaxPendingConnections(1 << 20); // taken at once
    connect(&m_handshakes, &QWebSocketServer::newConnection, this, [this] { welcomeSockets(); });
}

SessionShard::~SessionShard()
{
    m_door->close();
    drain();
    m_unsent.clear();
    for (const auto &[sid, entry] : m_sessions)
        m_counts.webSockets -= entry.countsAsSocket ? 1 : 0;
    m_counts.sessions -= static_cast<qint64>(m_sessions.size());
    m_sessions.clear();
}

std::optional<int> SessionShard::numberOf(QByteArrayView sid)
{
    const qsizetype mark = sid.indexOf('.');
    bool isNumber = false;
    const int number = mark > 0 && mark < 8 ? sid.first(mark).toByteArray().toInt(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

SessionShard::Entry &SessionShard::make(const Query &query, const http::Head &head)
{
    const QByteArray sid = QByteArray::number(m_number) + '.' + socketio::randomSid();
    Entry &entry = m_sessions[sid];
    entry.session = std::make_unique<Session>(sid, query.revision, m_timings, m_clock, this, *this);
    if (query.readsBytes)
        entry.session->answerInBytes();
    entry.listener = m_layer->welcome(*entry.session, head);
    entry.session->setListener(entry.listener.get());
    ++m_counts.sessions;
    return entry;
}

void SessionShard::open(const Query &query, const http::Head &head, const Reply &reply)
{
    if (m_isDraining)
        return reply(refusal(Fault::Forbidden));
    make(query, head).session->open(reply);
}

void SessionShard::serve(const Asked &asked)
{
    const auto &[query, request, reply] = asked;
    const auto found = m_sessions.find(query.sid);
    if (found == m_sessions.end() || !found->second.session->isOpen())
        return reply(refusal(Fault::UnknownSession));
    Session &session = *found->second.session;
    if (session.revision() != query.revision)
        return reply(refusal(Fault::BadRequest));
    if (request.method == "GET")
        return session.poll(reply);
    const Form form = request.header("Content-Type").toLower().startsWith("application/octet-stream") ? Form::Binary : Form::Text;
    session.post(request.body, form, reply);
}

void SessionShard::serveInTurn(Asked asked)
{
    m_asked.push_back(std::move(asked));
    if (m_asked.size() == 1)
        post(this, [this] { serveAll(); });
}

// What one turn reads came by connections that nothing keeps in order. A client says what it has to say by its WebSocket before
// it polls, and polls before it posts; what its WebSocket said is heard by now.
void SessionShard::serveAll()
{
    auto all = std::exchange(m_asked, {});
    std::stable_partition(all.begin(), all.end(), [](const Asked &asked) { return asked.request.method == "GET"; });
    for (const Asked &asked : all)
        serve(asked);
}

void SessionShard::loseReader(const QByteArray &sid)
{
    if (const auto found = m_sessions.find(sid); found != m_sessions.end())
        found->second.session->loseReader();
}

void SessionShard::takeOver(const Query &query, http::Head head, std::unique_ptr<QTcpSocket> socket)
{
    const auto found = m_sessions.find(query.sid);
    if (m_isDraining || (!query.sid.isEmpty() && (found == m_sessions.end() || found->second.session->revision() != query.revision)))
        return refuse(std::move(socket), refusal(Fault::UnknownSession), this);
    std::erase_if(m_shaking, [](const Shaking &shaking) { return !shaking.socket; });
    QTcpSocket *given = socket.release();
    given->setParent(this);
    m_shaking.push_back({given, query, std::move(head)});
    m_handshakes.handleConnection(given); // which destroys it if the handshake fails
}

void SessionShard::welcomeSockets()
{
    while (QWebSocket *socket = m_handshakes.nextPendingConnection()) {
        const auto of = std::find_if(m_shaking.begin(), m_shaking.end(), [socket](const Shaking &shaking) {
            return shaking.socket && shaking.socket->peerPort() == socket->peerPort() && shaking.socket->peerAddress() == socket->peerAddress()
                && shaking.socket->localAddress() == socket->localAddress();
        });
        if (of == m_shaking.end()) {
            delete socket;
            continue;
        }
        const Shaking shaken = std::move(*of);
        m_shaking.erase(of);
        if (shaken.socket->state() != QAbstractSocket::ConnectedState) { // left while we greeted it, and nothing will say so again
            delete socket;
            continue;
        }
        auto made = std::make_unique<WebSocket>(*socket, *shaken.socket, m_timings.maxPayload, this);
        const auto found = m_sessions.find(shaken.query.sid);
        if (m_isDraining || (!shaken.query.sid.isEmpty() && (found == m_sessions.end() || !found->second.session->probe(*made))))
            continue; // and closed: the session is another's, or gone
        Entry &entry = shaken.query.sid.isEmpty() ? make(shaken.query, shaken.head) : found->second;
        WebSocket &opened = *made;
        entry.socket = std::move(made);
        opened.serve(*entry.session);
        if (shaken.query.sid.isEmpty()) {
            count(entry);
            entry.session->open(opened);
        }
    }
}

void SessionShard::wantsFlush(Session &session)
{
    m_unsent.push_back(&session);
    if (m_unsent.size() == 1)
        post(this, [this] { flushAll(); });
}

void SessionShard::wentOver(Session &session)
{
    count(m_sessions.at(session.sid()));
}

void SessionShard::count(Entry &entry)
{
    entry.countsAsSocket = true;
    ++m_counts.webSockets;
}

void SessionShard::flushAll()
{
    const auto unsent = std::exchange(m_unsent, {});
    for (Session *session : unsent)
        session->flush();
}

// Posted after any flush that knows it.
void SessionShard::ended(Session &session)
{
    post(this, [this, sid = session.sid()] {
        const auto found = m_sessions.find(sid);
        if (found == m_sessions.end())
            return;
        --m_counts.sessions;
        m_counts.webSockets -= found->second.countsAsSocket ? 1 : 0;
        m_sessions.erase(found);
    });
}

void SessionShard::drain()
{
    m_isDraining = true;
    for (const auto &[sid, entry] : m_sessions)
        entry.session->close();
}

void SessionShard::refuse(std::unique_ptr<QTcpSocket> socket, const Answer &answer, QObject *keeper)
{
    http::ResponseWriter writer;
    http::Response response{answer.status, answer.contentType, answer.body, {}, true};
    QTcpSocket *given = socket.release();
    given->setParent(keeper);
    connect(given, &QAbstractSocket::disconnected, given, &QObject::deleteLater);
    given->readAll();
    given->write(writer.write(response, http::ResponseWriter::Body::Sent, http::ResponseWriter::Fate::Close, SystemClock().wallMs()));
    given->disconnectFromHost();
    if (given->state() == QAbstractSocket::UnconnectedState)
        given->deleteLater();
}

} // namespace kule::engineio
