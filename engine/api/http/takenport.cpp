// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/takenport.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTcpServer>

#include <algorithm>

namespace kule::http {
namespace {

#ifdef Q_OS_LINUX
/// The inodes of the sockets that listen on port, from /proc/net/tcp and tcp6 (proc(5)): the second column is the local
/// address in hexadecimal, the fourth the state (0A: listening), the tenth the inode.
QSet<QByteArray> listeningInodes(quint16 port)
{
    QSet<QByteArray> inodes;
    const QByteArray wanted = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    for (const auto &table : {QStringLiteral("/proc/net/tcp"), QStringLiteral("/proc/net/tcp6")}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> columns = line.simplified().split(' ');
            if (columns.size() > 9 && columns[1].endsWith(wanted) && columns[3] == "0A")
                inodes.insert(columns[9]);
        }
    }
    return inodes;
}

bool holdsOneOf(const QString &process, const QSet<QByteArray> &inodes)
{
    const QDir descriptors(process + QStringLiteral("/fd"));
    const QStringList names = descriptors.entryList(QDir::Files | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        // "socket:[12345]", which the link is called and no file is
        const QByteArray target = QFile::symLinkTarget(descriptors.filePath(name)).section(QLatin1Char('/'), -1).toLatin1();
        return target.startsWith("socket:[") && inodes.contains(target.mid(8).chopped(1));
    });
}
#endif

bool isFree(quint16 port, const std::vector<QHostAddress> &addresses)
{
    return std::all_of(addresses.begin(), addresses.end(), [port](const QHostAddress &address) {
        QTcpServer probe;
        return probe.listen(address, port) || probe.serverError() == QAbstractSocket::SocketAddressNotAvailableError
            || probe.serverError() == QAbstractSocket::UnsupportedSocketOperationError;
    });
}

} // namespace

std::optional<PortHolder> portHolder(quint16 port)
{
#ifdef Q_OS_LINUX
    const QSet<QByteArray> inodes = listeningInodes(port);
    if (inodes.isEmpty())
        return std::nullopt;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isPid = false;
        const qint64 pid = entry.toLongLong(&isPid);
        const QString process = QStringLiteral("/proc/") + entry;
        if (!isPid || !holdsOneOf(process, inodes))
            continue;
        QFile comm(process + QStringLiteral("/comm"));
        const QString name = comm.open(QIODevice::ReadOnly) ? QString::fromUtf8(comm.readAll()).trimmed() : QString();
        return PortHolder{pid, name};
    }
#else
    Q_UNUSED(port)
#endif
    return std::nullopt;
}

quint16 freePortAbove(quint16 port, const std::vector<QHostAddress> &addresses)
{
    const int last = std::min(port + 100, 65535);
    for (int candidate = port + 1; candidate <= last; ++candidate) {
        if (isFree(static_cast<quint16>(candidate), addresses))
            return static_cast<quint16>(candidate);
    }
    return 0;
}

} // namespace kule::http
