// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include <QUrl>

namespace kule {

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent)
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_incoming.remove(socket);
                std::erase_if(m_held, [socket](const auto &held) { return held.first == socket; });
                socket->deleteLater();
            });
        }
    });
}

QString ScriptedServer::url(const QString &path) const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path);
}

ScriptedServer &ScriptedServer::then(Answer answer)
{
    m_script.push_back(std::move(answer));
    return *this;
}

void ScriptedServer::release()
{
    for (const auto &[socket, held] : std::exchange(m_held, {}))
        socket->write(bytesOf(held));
}

void ScriptedServer::stop()
{
    m_server.close();
    hangUp();
}

void ScriptedServer::hangUp()
{
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

void ScriptedServer::read(QTcpSocket *socket)
{
    QByteArray &bytes = m_incoming[socket];
    bytes += socket->readAll();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Seen seen;
    const auto lines = bytes.left(end).split('\n');
    const auto words = lines.first().trimmed().split(' ');
    seen.method = words.value(0);
    seen.target = words.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        seen.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = seen.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return;
    seen.body = bytes.mid(end + 4, length);
    bytes.remove(0, end + 4 + length);
    m_seen.push_back(seen);
    Answer next;
    if (!m_script.empty()) {
        next = std::move(m_script.front());
        m_script.pop_front();
    } else if (m_handler) {
        next = m_handler(seen);
    }
    answer(socket, next);
}

void ScriptedServer::answer(QTcpSocket *socket, const Answer &answer)
{
    switch (answer.way) {
    case Answer::Way::Whole:
        socket->write(bytesOf(answer));
        return;
    case Answer::Way::Held:
    case Answer::Way::Never:
        if (answer.way == Answer::Way::Held)
            m_held.emplace_back(socket, answer);
        m_mostAtOnce = std::max(m_mostAtOnce, held());
        return;
    case Answer::Way::Half:
        socket->write(bytesOf(answer).chopped(std::max<qsizetype>(answer.body.size() / 2, 1)));
        socket->disconnectFromHost();
        return;
    case Answer::Way::Dropped:
        socket->abort();
        return;
    case Answer::Way::Rubbish:
        socket->write(answer.body);
        socket->disconnectFromHost();
        return;
    }
}

QByteArray ScriptedServer::bytesOf(const Answer &answer)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    for (const auto &[name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + answer.body;
}

} // namespace kule
