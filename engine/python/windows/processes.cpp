// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/processes.h"

#include <QHash>
#include <QSet>
#include <QVector>

#include <windows.h>

#include <tlhelp32.h>

namespace kule {
namespace {

/// Child pids by parent. A parent's pid may have been used again, so callers go from the top down only.
QMultiHash<qint64, qint64> processTree()
{
    QMultiHash<qint64, qint64> children;
    const HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (snapshot == INVALID_HANDLE_VALUE)
        return children;
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof entry;
    for (BOOL isOne = Process32FirstW(snapshot, &entry); isOne; isOne = Process32NextW(snapshot, &entry))
        children.insert(entry.th32ParentProcessID, entry.th32ProcessID);
    CloseHandle(snapshot);
    return children;
}

void terminate(qint64 pid)
{
    const HANDLE process = OpenProcess(PROCESS_TERMINATE, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return;
    TerminateProcess(process, 1);
    CloseHandle(process);
}

} // namespace

QString signalName(int signal)
{
    // QProcess gives the exception's code of a crash here.
    switch (static_cast<unsigned>(signal)) {
    case 0: return {};
    case 0xC0000005u: return QStringLiteral("ACCESS_VIOLATION");
    case 0xC00000FDu: return QStringLiteral("STACK_OVERFLOW");
    case 0xC0000409u: return QStringLiteral("FAST_FAIL");
    case 0xC0000017u: return QStringLiteral("NO_MEMORY");
    default: return QStringLiteral("exception 0x%1").arg(static_cast<unsigned>(signal), 8, 16, QLatin1Char('0'));
    }
}

bool askGroupToEnd(qint64)
{
    return false; // no signals between processes without a console: the worker is told by its command channel
}

void killGroup(qint64 pid)
{
    if (pid <= 0)
        return;
    const auto tree = processTree();
    QVector<qint64> doomed{pid};
    QSet<qint64> seen{pid};
    for (qsizetype i = 0; i < doomed.size(); ++i) {
        const auto children = tree.values(doomed[i]);
        for (const qint64 child : children) {
            if (!seen.contains(child)) {
                seen.insert(child);
                doomed.push_back(child);
            }
        }
    }
    for (const qint64 one : std::as_const(doomed))
        terminate(one);
}

void leadGroup(QProcess &) {}

int sweepProcesses(const QByteArray &, const QByteArray &)
{
    return 0; // a worker ends itself when its command channel closes, which it does when the engine is gone
}

std::optional<qint64> kernelMemoryKills()
{
    return std::nullopt;
}

} // namespace kule
