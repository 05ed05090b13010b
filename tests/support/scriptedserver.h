// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP/1.1 server for tests that answers by script, faults included, and keeps what it was asked. Lives on the test's
// thread; answers only what the script or the handler says.
#pragma once
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <deque>
#include <functional>
#include <vector>

namespace kule {

class ScriptedServer : public QObject
{
public:
    struct Seen
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    struct Answer
    {
        enum class Way {
            Whole,
            Held,     ///< whole, once release() is called
            Half,     ///< the header and half of the body, then the connection closes
            Dropped,  ///< closes without a word
            Never,    ///< keeps the connection and says nothing
            Rubbish,  ///< body as it is, instead of HTTP
        };
        int status = 200;
        QByteArray body = "{}";
        std::vector<std::pair<QByteArray, QByteArray>> headers = {};
        Way way = Way::Whole;
    };

    explicit ScriptedServer(QObject *parent = nullptr);
    ~ScriptedServer() override { stop(); }
    QString url(const QString &path = QStringLiteral("/")) const;
    quint16 port() const { return m_server.serverPort(); }

    /// The answers to come, in order; when they are used up, the handler's.
    ScriptedServer &then(Answer answer);
    /// Answers what the script does not; without it 200 {}.
    void handle(std::function<Answer(const Seen &)> handler) { m_handler = std::move(handler); }
    /// Sends what is held.
    void release();
    /// Stops listening and closes every connection; its port is then refused.
    void stop();

    const std::vector<Seen> &seen() const { return m_seen; }
    int held() const { return static_cast<int>(m_held.size()); }
    /// The most requests that were unanswered at one time.
    int mostAtOnce() const { return m_mostAtOnce; }
    /// That were ever made.
    int connections() const { return m_connections; }
    /// Closes those that are there.
    void hangUp();

private:
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Answer &answer);
    static QByteArray bytesOf(const Answer &answer);

    QTcpServer m_server;
    std::deque<Answer> m_script;
    std::function<Answer(const Seen &)> m_handler;
    std::vector<Seen> m_seen;
    std::vector<std::pair<QTcpSocket *, Answer>> m_held;
    QHash<QTcpSocket *, QByteArray> m_incoming;
    int m_mostAtOnce = 0;
    int m_connections = 0;
};

} // namespace kule
