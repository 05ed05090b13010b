// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin.h"

#include <QTcpSocket>

namespace kule::cli {

StandIn::StandIn(QByteArray page)
{
    connect(this, &QTcpServer::newConnection, this, [this, page = std::move(page)] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, page] {
            if (!socket->peek(16 * 1024).contains("\r\n\r\n"))
                return;
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nContent-Length: " + QByteArray::number(page.size()) + "\r\n\r\n" + page);
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    listen(QHostAddress::LocalHost);
}

QString StandIn::url() const
{
    return isListening() ? QStringLiteral("http://127.0.0.1:%1").arg(serverPort()) : QString();
}

} // namespace kule::cli
