// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/wire.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <limits>

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

qint64 sendNow(QTcpSocket &socket, const QByteArray &bytes)
{
    const qintptr descriptor = socket.socketDescriptor();
#ifdef Q_OS_WIN
    const int size = static_cast<int>(std::min<qsizetype>(bytes.size(), std::numeric_limits<int>::max()));
    return std::max(0, ::send(static_cast<SOCKET>(descriptor), bytes.constData(), size, 0));
#else
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_NOSIGNAL | MSG_DONTWAIT;
#else
    constexpr int flags = MSG_DONTWAIT; // macOS: Qt has set SO_NOSIGPIPE
#endif
    return std::max<ssize_t>(0, ::send(static_cast<int>(descriptor), bytes.constData(), static_cast<std::size_t>(bytes.size()), flags));
#endif
}

std::unique_ptr<Wire> Wire::open(qintptr descriptor, const QSslConfiguration *tls, Listener &listener)
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
    return std::unique_ptr<Wire>(new Wire(std::move(socket), listener));
}

Wire::Wire(std::unique_ptr<QTcpSocket> socket, Listener &listener)
    : m_socket(std::move(socket))
    , m_listener(listener)
    , m_isSecure(qobject_cast<QSslSocket *>(m_socket.get()) != nullptr)
{
    QTcpSocket *s = m_socket.get();
    QObject::connect(s, &QIODevice::readyRead, s, [this] { m_listener.bytesCame(); });
    const auto onSent = [this] {
        endSendingWhenSent();
        m_listener.bytesLeft();
    };
    QObject::connect(s, &QIODevice::bytesWritten, s, onSent);
    if (m_isSecure)
        QObject::connect(static_cast<QSslSocket *>(s), &QSslSocket::encryptedBytesWritten, s, onSent);
    QObject::connect(s, &QAbstractSocket::disconnected, s, [this] { m_listener.wireBroke(); });
}

Wire::~Wire()
{
    if (m_socket)
        m_socket->disconnect(m_socket.get()); // closing signals, and nobody listens any more
}

qsizetype Wire::read(char *into, qsizetype max)
{
    return std::max<qint64>(0, m_socket->read(into, max));
}

void Wire::write(const QByteArray &bytes)
{
    // Qt would put it into a buffer, switch the write notifier on and off, and signal: a tenth of a short answer's cost.
    const bool isDirect = !m_isSecure && m_socket->bytesToWrite() == 0;
    const qint64 sent = isDirect ? sendNow(*m_socket, bytes) : 0;
    if (sent == bytes.size())
        return;
    m_socket->write(sent == 0 ? bytes : bytes.sliced(sent));
    m_socket->flush(); // not by the write notifier: that would be one turn of the loop later
}

qint64 Wire::unsent() const
{
    return m_socket->bytesToWrite() + (m_isSecure ? static_cast<const QSslSocket *>(m_socket.get())->encryptedBytesToWrite() : 0);
}

void Wire::remind()
{
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(m_socket.get(), [this] { m_listener.bytesCame(); }, Qt::QueuedConnection);
}

void Wire::finish()
{
    m_isFinishing = true;
    endSendingWhenSent();
}

void Wire::endSendingWhenSent()
{
    if (!m_isFinishing || unsent() > 0)
        return;
    m_isFinishing = false;
    if (m_isSecure)
        m_socket->disconnectFromHost(); // TLS has a closing message of its own
    else
        endSending(m_socket->socketDescriptor());
}

std::unique_ptr<QTcpSocket> Wire::release(QByteArrayView unread)
{
    m_socket->disconnect(m_socket.get());
    m_socket->setReadBufferSize(0);
    for (qsizetype i = unread.size(); i > 0; --i)
        m_socket->ungetChar(unread[i - 1]);
    return std::move(m_socket);
}

QHostAddress Wire::peer() const
{
    return m_socket->peerAddress();
}

quint16 Wire::localPort() const
{
    return m_socket->localPort();
}

} // namespace kule::http
