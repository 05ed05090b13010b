// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/websocket.h"

#include "api/http/wire.h"

#include <QSslSocket>
#include <QTimer>
#include <QWebSocket>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kule::engineio {
namespace {

constexpr qsizetype bytesPerWrite = 64 * 1024;
/// Qt keeps 16 KiB for reading and as much for writing of every socket that was used once, which is half of what a client costs.
/// QWebSocket gathers what it needs itself. Qt has no other way to change a socket that is open.
void dropBuffers([[maybe_unused]] QTcpSocket &wire)
{
#ifdef Q_OS_UNIX
    wire.flush(); // the handshake's answer
    if (qobject_cast<QSslSocket *>(&wire) || wire.bytesAvailable() > 0 || wire.bytesToWrite() > 0 || wire.state() != QAbstractSocket::ConnectedState)
        return;
    const int again = ::fcntl(static_cast<int>(wire.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (again >= 0 && !wire.setSocketDescriptor(again, QAbstractSocket::ConnectedState, QIODevice::ReadWrite | QIODevice::Unbuffered))
        ::close(again);
#endif
}

constexpr auto farewell = std::chrono::seconds(2); ///< for the client to answer a close

} // namespace

WebSocket::WebSocket(QWebSocket &socket, QTcpSocket &wire, qint64 maxPayload, QObject *keeper)
    : m_socket(&socket)
    , m_wire(&wire)
    , m_isSecure(qobject_cast<QSslSocket *>(&wire) != nullptr)
{
    socket.setParent(keeper);
    wire.setParent(&socket);
    socket.setMaxAllowedIncomingMessageSize(static_cast<quint64>(maxPayload));
    socket.setMaxAllowedIncomingFrameSize(static_cast<quint64>(maxPayload));
    QObject::connect(&socket, &QWebSocket::disconnected, &socket, &QObject::deleteLater);
    dropBuffers(wire);
}

WebSocket::~WebSocket()
{
    close();
}

void WebSocket::serve(Session &session)
{
    m_session = &session;
    QObject::connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) { m_session->received(*this, text.toUtf8(), Form::Text); });
    QObject::connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) { m_session->received(*this, bytes, Form::Binary); });
    QObject::connect(m_socket, &QWebSocket::disconnected, this, [this] {
        m_socket.clear();
        m_session->lost(*this);
    });
    const auto onSent = [this] {
        if (isFree())
            m_session->flush();
    };
    QObject::connect(m_wire, &QIODevice::bytesWritten, this, onSent);
    if (m_isSecure)
        QObject::connect(static_cast<QSslSocket *>(m_wire.data()), &QSslSocket::encryptedBytesWritten, this, onSent);
}

bool WebSocket::isFree() const
{
    return m_socket && m_wire && m_wire->bytesToWrite() == 0 && (!m_isSecure || static_cast<QSslSocket *>(m_wire.data())->encryptedBytesToWrite() == 0);
}

// Many small packets leave in one system call: that is what sending costs. Of what the system does not take, Qt's buffer gets
// the rest of one packet, whose end tells that there is room again; the others stay where all clients share them.
qsizetype WebSocket::send(const QList<Outbox::Item> &items)
{
    qsizetype taken = 0;
    while (taken < items.size() && isFree()) {
        qsizetype end = taken + 1;
        QByteArray bytes = items[taken].packet.frame();
        while (end < items.size() && bytes.size() + items[end].packet.size() <= bytesPerWrite)
            bytes += items[end++].packet.frame();
        qint64 left = m_isSecure ? 0 : http::sendNow(*m_wire, bytes);
        while (taken < end && left >= items[taken].packet.size())
            left -= items[taken++].packet.size();
        if (taken < end) {
            const QByteArray &cut = items[taken++].packet.frame();
            m_wire->write(cut.constData() + left, cut.size() - left);
        }
    }
    return taken;
}

void WebSocket::close()
{
    QWebSocket *socket = m_socket;
    m_socket.clear();
    if (!socket)
        return;
    socket->disconnect(this);
    if (m_wire)
        m_wire->disconnect(this);
    QTimer::singleShot(farewell, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
    socket->close();
}

} // namespace kule::engineio
