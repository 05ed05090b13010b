// SPDX-License-Identifier: GPL-3.0-or-later
// A session's WebSocket: QWebSocket reads, answers pings and closes; what we send goes to the system at once, made ready
// before and by many clients shared. One thread. Never holds more unsent than one write's rest.
#pragma once
#include "api/socketio/session.h"

#include <QObject>
#include <QPointer>

class QTcpSocket;
class QWebSocket;

namespace kule::engineio {

class WebSocket final : public QObject, public Transport
{
    Q_OBJECT
public:
    /// socket runs over wire. Both die with keeper, or when the connection ends.
    WebSocket(QWebSocket &socket, QTcpSocket &wire, qint64 maxPayload, QObject *keeper);
    ~WebSocket() override;

    /// Whose it is; told of what comes.
    void serve(Session &session);
    qsizetype send(const QList<Outbox::Item> &items) override;
    void close() override;

private:
    bool isFree() const;

    QPointer<QWebSocket> m_socket; ///< null once it is closed
    QPointer<QTcpSocket> m_wire;
    Session *m_session = nullptr;
    const bool m_isSecure;
};

} // namespace kule::engineio
