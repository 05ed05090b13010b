// SPDX-License-Identifier: GPL-3.0-or-later
// What the operating system knows of processes; posix/ and windows/ hold its two halves. Any thread; never blocks for long.
#pragma once
#include <QByteArray>
#include <QString>

#include <optional>

class QProcess;

namespace kule {

/// How a process ended: by itself with a code, or by a signal.
struct ExitStatus
{
    std::optional<int> code;
    int signal = 0;
};

/// "SIGSEGV"; empty for 0, "signal 77" for one without a name.
QString signalName(int signal);
/// The polite signal (SIGTERM) to the process and its group. Windows: false, the caller says it another way.
bool askGroupToEnd(qint64 pid);
/// Ends the process, its group, and what it has started.
void killGroup(qint64 pid);
/// To be called before it starts: it will lead a group of its own, and the kernel ends it when the thread that started it is
/// gone, however that went. Windows: nothing, as killGroup() goes by who started whom.
void leadGroup(QProcess &process);
/// Kills every process, but this one and those above it, that has variable=value in its environment; how many.
int sweepProcesses(const QByteArray &variable, const QByteArray &value);
/// Processes that the kernel has killed for memory since it started; nothing where it does not tell.
std::optional<qint64> kernelMemoryKills();

} // namespace kule
