// SPDX-License-Identifier: GPL-3.0-or-later
// A connection's socket, plain or TLS, with what Qt leaves open: sends at once, ends its sending without ending to read, and
// can be given away with bytes that were read already. One shard's thread. Never blocks, reads ahead 64 KiB at most.
#pragma once
#include <QByteArray>
#include <QHostAddress>

#include <memory>

class QSslConfiguration;
class QTcpSocket;

namespace kule::http {

/// Gives bytes to the system without Qt's buffer, when that is empty and the socket is plain. What it took at once; 0 when
/// that is nothing, or an error, which Qt's own try will meet again.
qint64 sendNow(QTcpSocket &socket, const QByteArray &bytes);

class Wire
{
public:
    /// Called from the event loop, or from within write(). Outlives the wire.
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void bytesCame() = 0; ///< read() has something
        virtual void bytesLeft() = 0; ///< unsent() went down
        virtual void wireBroke() = 0; ///< the client is gone, or ended its sending: QTcpSocket knows no half of a connection
    };

    /// Takes the descriptor; null when it is no use. tls: null for plain.
    static std::unique_ptr<Wire> open(qintptr descriptor, const QSslConfiguration *tls, Listener &listener);
    ~Wire();
    Q_DISABLE_COPY_MOVE(Wire)

    /// The number of bytes read, 0 when there are none for now.
    qsizetype read(char *into, qsizetype max);
    /// bytesCame() again, soon, if there is something to read.
    void remind();
    /// Sends at once what the system takes and keeps the rest.
    void write(const QByteArray &bytes);
    qint64 unsent() const;
    /// Ends our sending once everything is sent; the client may still send and is still read.
    void finish();
    /// Gives the socket away with these bytes before what it still has unread. The wire is good for nothing then.
    std::unique_ptr<QTcpSocket> release(QByteArrayView unread);

    QHostAddress peer() const;
    quint16 localPort() const;

private:
    Wire(std::unique_ptr<QTcpSocket> socket, Listener &listener);
    void endSendingWhenSent();

    std::unique_ptr<QTcpSocket> m_socket;
    Listener &m_listener;
    const bool m_isSecure;
    bool m_isFinishing = false;
};

} // namespace kule::http
