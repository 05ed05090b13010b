// SPDX-License-Identifier: GPL-3.0-or-later
// A real redis-server or PostgreSQL for a test: on a free port of loopback, in a folder of its own, stopped by its process id.
// PostgreSQL refuses to run as root, so there it runs as the user postgres.
#pragma once
#include "waitfor.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <signal.h>
#include <unistd.h>

namespace kule {

class LocalServer
{
public:
    LocalServer()
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
    }
    virtual ~LocalServer() { stop(); }
    LocalServer(const LocalServer &) = delete;
    LocalServer &operator=(const LocalServer &) = delete;

    quint16 port() const { return m_port; }
    /// False when the program is not there or does not come up.
    bool start()
    {
        const QStringList words = command();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(words.first(), words.mid(1));
        return m_process.waitForStarted() && waitUntil([this] {
                   QTcpSocket socket;
                   socket.connectToHost(QHostAddress::LocalHost, m_port);
                   return m_process.state() == QProcess::NotRunning || (socket.waitForConnected(200) && isReady());
               })
            && m_process.state() == QProcess::Running;
    }
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
        m_process.waitForFinished();
    }
    /// Lets it hang, and go on.
    void freeze(bool isFrozen) { ::kill(static_cast<pid_t>(m_process.processId()), isFrozen ? SIGSTOP : SIGCONT); }
    QByteArray said() { return m_process.readAll(); }

protected:
    virtual QStringList command() = 0;
    virtual bool isReady() { return true; }

private:
    quint16 m_port;
    QProcess m_process;
};

class RedisServer final : public LocalServer
{
public:
    ~RedisServer() override { stop(); }
    QString url(const QString &number = {}) const { return QStringLiteral("redis://:secret@127.0.0.1:%1/%2").arg(port()).arg(number); }

protected:
    QStringList command() override
    {
        return {QStringLiteral("redis-server"), QStringLiteral("--port"), QString::number(port()), QStringLiteral("--bind"), QStringLiteral("127.0.0.1"),
                QStringLiteral("--requirepass"), QStringLiteral("secret"), QStringLiteral("--save"), QString(), QStringLiteral("--appendonly"), QStringLiteral("no"),
                QStringLiteral("--dir"), m_folder.path()};
    }

private:
    QTemporaryDir m_folder;
};

class PostgresServer final : public LocalServer
{
public:
    ~PostgresServer() override
    {
        stop();
        if (!m_folder.isEmpty())
            QDir(m_folder).removeRecursively();
    }
    QString url() const { return QStringLiteral("postgresql://kule@127.0.0.1:%1/postgres").arg(port()); }

    /// Makes the cluster; false when PostgreSQL is not there.
    bool create()
    {
        m_folder = run(asUser({QStringLiteral("mktemp"), QStringLiteral("-d")})).trimmed();
        const QString password = m_folder + QStringLiteral("/password");
        (void)run(asUser({QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo 'sec ret' > \"$0\""), password}));
        (void)run(asUser({program(QStringLiteral("initdb")), QStringLiteral("-D"), data(), QStringLiteral("-U"), QStringLiteral("kule"), QStringLiteral("--auth=scram-sha-256"),
                          QStringLiteral("--pwfile"), password, QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--no-sync")}));
        return QFile::exists(data());
    }

protected:
    QStringList command() override
    {
        return asUser({program(QStringLiteral("postgres")), QStringLiteral("-D"), data(), QStringLiteral("-p"), QString::number(port()), QStringLiteral("-c"),
                       QStringLiteral("listen_addresses=127.0.0.1"), QStringLiteral("-c"), QStringLiteral("unix_socket_directories="), QStringLiteral("-c"), QStringLiteral("fsync=off")});
    }
    bool isReady() override
    {
        return QProcess::execute(program(QStringLiteral("pg_isready")), {QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(port())}) == 0;
    }

private:
    QString data() const { return m_folder + QStringLiteral("/data"); }
    static QString program(const QString &name)
    {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
            if (const QString path = versions.filePath(version + QStringLiteral("/bin/") + name); QFile::exists(path))
                return path;
        }
        return QStandardPaths::findExecutable(name);
    }
    static QStringList asUser(const QStringList &words)
    {
        if (::geteuid() != 0)
            return words;
        return QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"), QStringLiteral("--init-groups")} + words;
    }
    static QString run(const QStringList &words)
    {
        QProcess process;
        process.setWorkingDirectory(QStringLiteral("/"));
        process.start(words.first(), words.mid(1));
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    QString m_folder;
};

} // namespace kule
