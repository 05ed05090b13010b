// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to one server, for one exchange after another. Lives on its client's thread, which deletes it later, never at
// once, when it has ended. Never sends a request twice.
#pragma once
#include "net/httpfailures.h"
#include "net/replyreader.h"

#include <QTcpSocket>
#include <QUrl>

namespace kule {

/// What a request needs to know of its address, worked out once for all that go there.
struct HttpTarget
{
    explicit HttpTarget(const QString &text);

    const QString address;
    const QUrl url;
    const QByteArray origin;       ///< protocol, host and port: what a connection is for
    const QByteArray pathAndQuery;
    const QByteArray host;         ///< for the head
};
using HttpTargetPtr = std::shared_ptr<const HttpTarget>;

class HttpConnection final : public QObject
{
    Q_OBJECT
public:
    using Ended = std::function<void(Result<HttpReply>)>;

    /// Begins to connect to the host of the address.
    explicit HttpConnection(HttpTargetPtr target, QObject *parent = nullptr);
    ~HttpConnection() override;

    /// The same host and port, by the same protocol.
    bool isTo(const HttpTarget &target) const { return target.origin == m_target->origin; }
    /// One at a time, to such a target. ended: called once, unless the connection is abandoned before.
    void send(const HttpRequest &request, const HttpTarget &target, Ended ended);
    /// Whether anything of the request has left.
    Reach reach() const { return m_hasWritten ? Reach::Unknown : Reach::NeverSent; }
    /// Said when an exchange has ended: whether there may be another.
    bool isKept() const { return m_isKept; }
    /// Closes it; nothing is said any more.
    void abandon();

Q_SIGNALS:
    /// The server has closed it between two exchanges.
    void lost();

private:
    void connectBy(QAbstractSocket::NetworkLayerProtocol protocol);
    void opened();
    void write();
    void read();
    void failed(QAbstractSocket::SocketError error);
    void closed();
    void judge(ReplyReader::State state);
    void end(Result<HttpReply> result);

    const HttpTargetPtr m_target; ///< of the first request
    QTcpSocket *m_socket;
    HttpRequest m_request;
    QByteArray m_bytes; ///< of it, until they are written
    Ended m_ended; ///< none: nothing is under way
    std::unique_ptr<ReplyReader> m_reader;
    QAbstractSocket::NetworkLayerProtocol m_protocol = QAbstractSocket::IPv4Protocol;
    bool m_isOpen = false;
    bool m_hasWritten = false;
    bool m_isKept = false;
};

} // namespace kule
