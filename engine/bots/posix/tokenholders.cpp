// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tokenholders.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

#include <cerrno>
#include <cstring>
#include <signal.h>
#include <unistd.h>

namespace kule {
namespace {

constexpr qint64 largestScript = 1024 * 1024;

QString folderOf(qint64 pid)
{
    return QStringLiteral("/proc/%1/").arg(pid);
}

/// Scrubbed by who asked.
QByteArray contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

bool contains(QByteArray bytes, const Secret &token)
{
    const bool isThere = bytes.contains(token.view());
    bytes.detach();
    scrub(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return isThere;
}

qint64 parentOf(qint64 pid)
{
    // "1234 (name with ) in it) S 1 …"
    const QByteArray stat = contentOf(folderOf(pid) + QStringLiteral("stat"), 4096);
    const auto words = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return words.size() > 1 ? words[1].toLongLong() : 0;
}

bool isAboveOrBelow(qint64 pid)
{
    const qint64 self = getpid();
    const auto isAmong = [](qint64 wanted, qint64 from) {
        QSet<qint64> seen;
        for (qint64 at = from; at > 1 && !seen.contains(at); at = parentOf(at)) {
            if (at == wanted)
                return true;
            seen.insert(at);
        }
        return false;
    };
    return isAmong(pid, self) || isAmong(self, pid);
}

bool hasSocket(qint64 pid)
{
    // The links name no files, so a listing that looks at their targets leaves them out.
    const QDir folder(folderOf(pid) + QStringLiteral("fd"));
    const QStringList names = folder.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return std::any_of(names.begin(), names.end(), [&folder](const QString &name) {
        char target[64];
        const auto size = ::readlink(QFile::encodeName(folder.filePath(name)).constData(), target, sizeof target);
        return size > 7 && std::memcmp(target, "socket:", 7) == 0;
    });
}

/// As old bots have it: the token written into the script.
bool runsScriptWith(qint64 pid, const QByteArray &commandLine, const Secret &token)
{
    for (const QByteArray &word : commandLine.split('\0')) {
        if (word.endsWith(".py"))
            return contains(contentOf(QDir(folderOf(pid) + QStringLiteral("cwd")).filePath(QFile::decodeName(word)), largestScript), token);
    }
    return false;
}

} // namespace

bool holdsToken(qint64 pid, const Secret &token)
{
    if (token.isEmpty() || pid <= 1)
        return false;
    const QByteArray commandLine = contentOf(folderOf(pid) + QStringLiteral("cmdline"), largestScript);
    return contains(commandLine, token) || contains(contentOf(folderOf(pid) + QStringLiteral("environ"), largestScript), token) || runsScriptWith(pid, commandLine, token);
}

std::optional<qint64> tokenHolder(const Secret &token)
{
    QSet<qint64> holders;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isPid = false;
        const qint64 pid = name.toLongLong(&isPid);
        if (isPid && holdsToken(pid, token) && !isAboveOrBelow(pid) && hasSocket(pid))
            holders.insert(pid);
    }
    for (const qint64 pid : std::as_const(holders)) {
        if (!holders.contains(parentOf(pid)))
            return pid;
    }
    return std::nullopt;
}

QString endPolitely(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), SIGTERM) == 0 ? QString() : QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace kule
