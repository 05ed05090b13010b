// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of the HTTP server: an application that the test scripts, and a client that speaks bytes. Main thread, except
// what says otherwise.
#pragma once
#include "api/http/server.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTest>
#include <QThreadPool>

#include <mutex>

namespace kule::http {

/// So many pieces of 64 KiB, each from another thread; a negative number breaks after so many.
class StandStream final : public BodySource
{
public:
    StandStream(int pieces, std::atomic_int &made)
        : m_pieces(pieces)
        , m_made(made)
    {
    }
    void next(Take take) override
    {
        const int number = ++m_made;
        QThreadPool::globalInstance()->start([take, number, pieces = m_pieces] {
            if (pieces < 0 && number > -pieces)
                take(std::nullopt);
            else
                take(Piece{QByteArray(64 * 1024, static_cast<char>('a' + number % 26)), number == pieces});
        });
    }

private:
    const int m_pieces;
    std::atomic_int &m_made;
};

/// Answers what a path asks for; "/hold…" is answered by the test. Called on the shards' threads.
class StandApplication final : public Application
{
public:
    std::optional<Response> refuse(const Head &head) const override
    {
        if (head.path() == "/refused")
            return Response{401, "application/json", R"({"error":"no"})", {}, false};
        return std::nullopt;
    }
    void serve(Request request, ResponderPtr responder) override
    {
        const QByteArray path = request.path();
        if (path.startsWith("/hold")) {
            const std::lock_guard lock(m_mutex);
            m_held.emplace_back(path, std::move(responder));
        } else if (path == "/echo") {
            responder->send({200, "text/plain", request.body, {{"X-Trailer", request.header("X-Trailer")}}, false});
        } else if (path == "/big") {
            responder->send({200, "text/plain", QByteArray(request.query().toInt(), 'b'), {}, false});
        } else if (path == "/stream") {
            Response response{200, "text/plain", {}, {}, false};
            response.stream = std::make_shared<StandStream>(request.query().toInt(), streamed);
            responder->send(std::move(response));
        } else if (path == "/close") {
            responder->send({200, "text/plain", "bye", {}, true});
        } else if (path == "/twice") {
            responder->send({200, "text/plain", "first", {}, false});
            responder->send({200, "text/plain", "second", {}, false});
        } else if (path == "/split") {
            responder->send({200, "text/plain", "safe", {{"X-Evil", "a\r\nX-Injected: 1"}}, false});
        } else if (path != "/drop") {
            responder->send({200, "text/plain", request.method + ' ' + path, {}, false});
        }
    }
    Response broken(int status, const char *code, const Head &) const override { return {status, "text/plain", code, {}, false}; }
    void served(const Head &, const Response &, qint64) override { ++servedCount; }
    bool takesOver(const Head &head) const override { return bool(onTakeOver) && head.hasHeader("Upgrade"); }
    void takeOver(Head, std::unique_ptr<QTcpSocket> socket) override { onTakeOver(std::move(socket)); }

    /// The responder of a held request, taken away from here; null when there is none. Main thread.
    ResponderPtr held(const QByteArray &path)
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_held.begin(); it != m_held.end(); ++it) {
            if (it->first == path) {
                ResponderPtr responder = std::move(it->second);
                m_held.erase(it);
                return responder;
            }
        }
        return nullptr;
    }
    int heldCount()
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<int>(m_held.size());
    }

    std::atomic_int servedCount = 0;
    std::atomic_int streamed = 0; ///< pieces made so far
    std::function<void(std::unique_ptr<QTcpSocket>)> onTakeOver; ///< set before the first client comes

private:
    std::mutex m_mutex;
    std::vector<std::pair<QByteArray, ResponderPtr>> m_held; ///< guarded by m_mutex
};

/// A client that sends and collects bytes as they are.
class RawClient
{
public:
    explicit RawClient(quint16 port, std::unique_ptr<QTcpSocket> socket = std::make_unique<QTcpSocket>())
        : m_socket(std::move(socket))
    {
        QObject::connect(m_socket.get(), &QIODevice::readyRead, m_socket.get(), [this] {
            if (reads)
                received += m_socket->readAll();
        });
        m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        (void)QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::ConnectedState; }, 10'000);
    }
    void send(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        m_socket->flush();
    }
    bool isClosed() const { return m_socket->state() == QAbstractSocket::UnconnectedState; }
    QTcpSocket &socket() { return *m_socket; }
    /// The bodies of the answers so far, in their order, each behind its status: "200 text".
    QList<QByteArray> answers(bool isHead = false) const
    {
        QList<QByteArray> list;
        for (qsizetype at = 0;;) {
            const qsizetype end = received.indexOf("\r\n\r\n", at);
            if (end < 0)
                return list;
            const QByteArray head = received.mid(at, end - at).toLower();
            const QByteArray status = head.mid(9, 3);
            const qsizetype mark = head.indexOf("content-length: ");
            const qsizetype length = mark < 0 || isHead ? 0 : head.mid(mark + 16, head.indexOf('\r', mark) < 0 ? -1 : head.indexOf('\r', mark) - mark - 16).toInt();
            if (received.size() < end + 4 + length)
                return list;
            list.append(length == 0 ? status : status + ' ' + received.mid(end + 4, length));
            at = end + 4 + length;
        }
    }

    QByteArray received;
    bool reads = true; ///< false: leaves everything in the socket

private:
    std::unique_ptr<QTcpSocket> m_socket;
};

} // namespace kule::http
