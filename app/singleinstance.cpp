// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace kule {
namespace {
constexpr int patienceMs = 500;
}

SingleInstance::SingleInstance(const Folders &folders, QObject *parent)
    : QObject(parent)
{
    const QString name = QFileInfo(folders.discoveryFile()).completeBaseName().replace(QLatin1String("engine"), QLatin1String("console"));
#ifdef Q_OS_WIN
    m_name = QStringLiteral("kule-") + name;
#else
    m_name = folders.runtime + QLatin1Char('/') + name;
#endif
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->write("raised\n");
            socket->disconnectFromServer();
            Q_EMIT raiseAsked();
        }
    });
}

SingleInstance::Role SingleInstance::claim()
{
    if (raiseOther())
        return Role::Second;
#ifndef Q_OS_WIN
    QDir().mkpath(QFileInfo(m_name).absolutePath());
    QFile::setPermissions(QFileInfo(m_name).absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
#endif
    if (!m_server.listen(m_name) && m_server.serverError() == QAbstractSocket::AddressInUseError) {
        QLocalServer::removeServer(m_name); // left by one that died
        m_server.listen(m_name);
    }
    return Role::First;
}

bool SingleInstance::raiseOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name, QIODevice::ReadWrite);
    // A window that hangs does not answer: then this one starts, and the engine's lock says what is the matter.
    return socket.waitForConnected(patienceMs) && socket.waitForReadyRead(patienceMs) && socket.readAll().startsWith("raised");
}

} // namespace kule
