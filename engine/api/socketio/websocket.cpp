// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/websocket.h"

#include "api/http/wire.h"

#include <QSslSocket>
#include <QTimer>
#include <QWebSocket>

namespace kule::engineio {
namespace {

constexpr qsizetype bytesPerWrite = 64 * 1024;
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

// Many small packets leave in one system call: that is what sending costs.
qsizetype WebSocket::send(const QList<Outbox::Item> &items)
{
    qsizetype taken = 0;
    while (taken < items.size() && isFree()) {
        QByteArray bytes = items[taken++].packet.frame();
        while (taken < items.size() && bytes.size() + items[taken].packet.size() <= bytesPerWrite)
            bytes += items[taken++].packet.frame();
        const qint64 sent = m_isSecure ? 0 : http::sendNow(*m_wire, bytes);
        if (sent < bytes.size())
            m_wire->write(bytes.constData() + sent, bytes.size() - sent);
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
