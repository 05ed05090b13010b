// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/socketwire.h"

#include <QSslConfiguration>
#include <QSslSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace kule::http {
namespace {

constexpr qint64 readAhead = 64 * 1024;

/// Qt has no half close: disconnectFromHost() also stops reading, and a client that is still sending then has its answer
/// wiped out by a reset.
void endSending(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
#else
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
#endif
}

} // namespace

std::unique_ptr<SocketWire> SocketWire::open(qintptr descriptor, const QSslConfiguration *tls, Listener &listener)
{
    std::unique_ptr<QTcpSocket> socket(tls ? new QSslSocket : new QTcpSocket);
    socket->setReadBufferSize(readAhead);
    if (!socket->setSocketDescriptor(descriptor))
        return nullptr;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (tls) {
        auto *secure = static_cast<QSslSocket *>(socket.get());
        secure->setSslConfiguration(*tls);
        secure->startServerEncryption();
    }
    return std::unique_ptr<SocketWire>(new SocketWire(std::move(socket), listener));
}

SocketWire::SocketWire(std::unique_ptr<QTcpSocket> socket, Listener &listener)
    : m_socket(std::move(socket))
    , m_listener(listener)
{
    QTcpSocket *s = m_socket.get();
    QObject::connect(s, &QIODevice::readyRead, s, [this] { m_listener.bytesCame(); });
    const auto onSent = [this] {
        endSendingWhenSent();
        m_listener.bytesLeft();
    };
    QObject::connect(s, &QIODevice::bytesWritten, s, onSent);
    if (auto *secure = qobject_cast<QSslSocket *>(s))
        QObject::connect(secure, &QSslSocket::encryptedBytesWritten, s, onSent);
    QObject::connect(s, &QAbstractSocket::disconnected, s, [this] { m_listener.wireBroke(); });
}

SocketWire::~SocketWire()
{
    if (m_socket)
        m_socket->disconnect(m_socket.get()); // closing signals, and nobody listens any more
}

qsizetype SocketWire::read(char *into, qsizetype max)
{
    return std::max<qint64>(0, m_socket->read(into, max));
}

void SocketWire::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush(); // not by the write notifier: that would be one turn of the loop later
}

qint64 SocketWire::unsent() const
{
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket.get());
    return m_socket->bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

void SocketWire::goOn()
{
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(m_socket.get(), [this] { m_listener.bytesCame(); }, Qt::QueuedConnection);
}

void SocketWire::finish()
{
    m_isFinishing = true;
    endSendingWhenSent();
}

void SocketWire::endSendingWhenSent()
{
    if (!m_isFinishing || unsent() > 0)
        return;
    m_isFinishing = false;
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get()))
        secure->disconnectFromHost(); // TLS has a closing message of its own
    else
        endSending(m_socket->socketDescriptor());
}

std::unique_ptr<QTcpSocket> SocketWire::release(QByteArrayView unread)
{
    m_socket->disconnect(m_socket.get());
    m_socket->setReadBufferSize(0);
    for (qsizetype i = unread.size(); i > 0; --i)
        m_socket->ungetChar(unread[i - 1]);
    return std::move(m_socket);
}

QHostAddress SocketWire::peer() const
{
    return m_socket->peerAddress();
}

quint16 SocketWire::localPort() const
{
    return m_socket->localPort();
}

} // namespace kule::http
