// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP as the router sees it: a request that arrived whole, a response, and the one place to put it. Knows no socket.
#pragma once
#include <QByteArray>
#include <QHostAddress>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QTcpSocket;

namespace kule::http {

using Header = std::pair<QByteArray, QByteArray>;

/// The request line and header fields, known before the body.
struct Head
{
    QByteArray method; ///< as sent: "GET"
    QByteArray target; ///< as sent, origin-form: "/fatals/a%20b.txt?x=1"
    std::vector<Header> headers;
    QHostAddress peer;
    quint16 localPort = 0;
    bool isSecure = false; ///< came over TLS

    QByteArray path() const; ///< the target before '?', still percent-encoded
    QByteArray query() const;
    /// The first field of that name (case-insensitive by ASCII), empty when there is none.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
};

struct Request : Head
{
    QByteArray body; ///< decoded of chunks
};

/// A body that is made while it is sent, so that its size does not matter. Dies when it is all sent or the client has left.
class BodySource
{
public:
    struct Piece
    {
        QByteArray bytes;
        bool isLast = false;
    };
    /// Takes one piece, once, on any thread; nothing: it broke, and the connection is cut so that nobody takes it for whole.
    using Take = std::function<void(std::optional<Piece>)>;
    virtual ~BodySource() = default;
    /// Called on the connection's thread when there is room for a piece, and not before the former one was taken. Must not
    /// block.
    virtual void next(Take take) = 0;
};

struct Response
{
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray body;
    std::vector<Header> headers; ///< besides Content-Type, Content-Length, Connection, Date
    bool close = false;          ///< close the connection after it
    QString caller = {};         ///< who asked, for the log; not sent
    std::shared_ptr<BodySource> stream = {}; ///< instead of body: sent in chunks
};

/// Takes one answer, from any thread, at any time; later ones and those for a client that left are dropped. Destroyed
/// unanswered it answers 500, so that no client waits for ever.
class Responder
{
public:
    virtual ~Responder() = default;
    virtual void send(Response response) = 0;
};
using ResponderPtr = std::shared_ptr<Responder>;

/// What stands behind the server. Called on the connection's thread; must not block.
class Application
{
public:
    virtual ~Application() = default;
    /// A header is complete: the answer that refuses it without reading its body (and closes), or nothing to go on.
    virtual std::optional<Response> refuse(const Head &head) const = 0;
    virtual void serve(Request request, ResponderPtr responder) = 0;
    /// The answer for a request that could not be read: status 400, 408, 413, 414, 431, 501, 505 or 503 (too many
    /// connections), or 500 for one whose responder was dropped. code is stable: "http.bad_request". head is what is known: it
    /// may be empty.
    virtual Response broken(int status, const char *code, const Head &head) const = 0;
    /// A finished exchange, for log and metrics.
    virtual void served(const Head &head, const Response &response, qint64 microseconds) = 0;

    /// Asked after refuse() let a head pass and every earlier request of the connection is answered: true takes the
    /// connection away from HTTP (a WebSocket's handshake).
    virtual bool takesOver(const Head &head) const;
    /// The connection that was asked for. The socket stands on the calling thread, has no parent, and holds every byte from
    /// the first of this head on unread, as QWebSocketServer::handleConnection wants it. It is not counted among the
    /// connections any more: how many it takes is the application's to bound. Connect before returning: what comes next is
    /// signalled as ever.
    virtual void takeOver(Head head, std::unique_ptr<QTcpSocket> socket);

    /// Whether this request is one of a client that waits for news (a long poll, or what goes with it): its connection counts
    /// among those that wait, until its next request, and keeps nobody else out.
    virtual bool isWaiting(const Head &head) const;
    /// The client of such a request has left before it had the answer.
    virtual void left(const Head &head);

    // What the application keeps on each of the server's threads is made, ended and destroyed by these, there. Between the
    // last two the connections have their last answers.
    virtual void threadBegins();
    virtual void threadDrains();
    virtual void threadEnds();
};

} // namespace kule::http
