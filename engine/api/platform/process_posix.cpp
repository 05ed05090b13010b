// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/platform/process.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace kule {

ProcessUsage processUsage()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    ProcessUsage answer{static_cast<qint64>(usage.ru_maxrss) * 1024, seconds(usage.ru_utime) + seconds(usage.ru_stime)};
    QFile now(QStringLiteral("/proc/self/statm"));
    if (now.open(QIODevice::ReadOnly))
        answer.residentBytes = now.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
    return answer;
}

void allowManyConnections()
{
    constexpr rlim_t enough = 20'000;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= enough)
        return;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? enough : std::min(enough, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

bool isProcessAlive(qint64 pid)
{
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

bool isOurFile(const QString &path)
{
    return QFileInfo(path).ownerId() == ::getuid();
}

} // namespace kule
