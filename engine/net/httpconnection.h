// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to one server, for one exchange after another. Lives on its client's thread, which deletes it later, never at
// once, when it has ended. Never sends a request twice.
#pragma once
#include "net/httpfailures.h"
#include "net/replyreader.h"

#include <QTcpSocket>
#include <QUrl>

namespace kule {

class HttpConnection final : public QObject
{
    Q_OBJECT
public:
    using Ended = std::function<void(Result<HttpReply>)>;

    /// Begins to connect to the host of the address.
    explicit HttpConnection(const QUrl &address, QObject *parent = nullptr);
    ~HttpConnection() override;

    /// The same host and port, by the same protocol.
    bool isTo(const QUrl &address) const;
    /// One at a time, to that address. ended: called once, unless the connection is abandoned before.
    void send(const HttpRequest &request, const QUrl &address, Ended ended);
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

    const QUrl m_address;
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
