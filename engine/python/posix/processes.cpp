// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/processes.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>

#include <signal.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#include <unistd.h>

namespace kule {
namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 parentOf(qint64 pid)
{
    // "1234 (name with ) in it) S 1 …"
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    const auto words = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return words.size() > 1 ? words[1].toLongLong() : 0;
}

QSet<qint64> thisAndAbove()
{
    QSet<qint64> pids;
    for (qint64 pid = getpid(); pid > 0 && !pids.contains(pid); pid = parentOf(pid))
        pids.insert(pid);
    return pids;
}

} // namespace

QString signalName(int signal)
{
    switch (signal) {
    case 0: return {};
    case SIGHUP: return QStringLiteral("SIGHUP");
    case SIGINT: return QStringLiteral("SIGINT");
    case SIGQUIT: return QStringLiteral("SIGQUIT");
    case SIGILL: return QStringLiteral("SIGILL");
    case SIGTRAP: return QStringLiteral("SIGTRAP");
    case SIGABRT: return QStringLiteral("SIGABRT");
    case SIGBUS: return QStringLiteral("SIGBUS");
    case SIGFPE: return QStringLiteral("SIGFPE");
    case SIGKILL: return QStringLiteral("SIGKILL");
    case SIGUSR1: return QStringLiteral("SIGUSR1");
    case SIGSEGV: return QStringLiteral("SIGSEGV");
    case SIGUSR2: return QStringLiteral("SIGUSR2");
    case SIGPIPE: return QStringLiteral("SIGPIPE");
    case SIGALRM: return QStringLiteral("SIGALRM");
    case SIGTERM: return QStringLiteral("SIGTERM");
    case SIGXCPU: return QStringLiteral("SIGXCPU");
    case SIGXFSZ: return QStringLiteral("SIGXFSZ");
    case SIGSYS: return QStringLiteral("SIGSYS");
    default: return QStringLiteral("signal %1").arg(signal);
    }
}

bool askGroupToEnd(qint64 pid)
{
    const auto target = static_cast<pid_t>(pid);
    // A process that has not made its group yet is told alone.
    return target > 1 && (::kill(-target, SIGTERM) == 0 || ::kill(target, SIGTERM) == 0);
}

void killGroup(qint64 pid)
{
    const auto target = static_cast<pid_t>(pid);
    if (target <= 1)
        return;
    ::kill(-target, SIGKILL);
    ::kill(target, SIGKILL);
}

void leadGroup(QProcess &process)
{
    process.setChildProcessModifier([parent = getpid()] {
        ::setsid();
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
        if (::getppid() != parent)
            ::_exit(1); // it was gone before the kernel could be told
    });
}

int sweepProcesses(const QByteArray &variable, const QByteArray &value)
{
    const QByteArray wanted = '\0' + variable + '=' + value + '\0';
    const QSet<qint64> spared = thisAndAbove();
    int killed = 0;
    // What is killed may just have forked: look again until nobody is found.
    for (int round = 0, found = 1; found > 0 && round < 20; ++round) {
        found = 0;
        const auto names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            bool isPid = false;
            const qint64 pid = name.toLongLong(&isPid);
            if (!isPid || pid <= 1 || spared.contains(pid))
                continue;
            const QByteArray environment = '\0' + contentOf(QStringLiteral("/proc/%1/environ").arg(pid));
            if (environment.contains(wanted) && ::kill(static_cast<pid_t>(pid), SIGKILL) == 0)
                ++found;
        }
        killed += found;
    }
    return killed;
}

std::optional<qint64> kernelMemoryKills()
{
    const auto lines = contentOf(QStringLiteral("/proc/vmstat")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("oom_kill "))
            return line.mid(9).toLongLong();
    }
    return std::nullopt;
}

} // namespace kule
