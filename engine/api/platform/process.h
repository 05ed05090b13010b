// SPDX-License-Identifier: GPL-3.0-or-later
// What the operating system says of processes: ours, and one by its pid. One file a system; any thread. Reads only.
#pragma once
#include <QString>

namespace kule {

struct ProcessUsage
{
    qint64 residentBytes = 0;
    double cpuSeconds = 0;
};
ProcessUsage processUsage();

/// Lets this process hold as many connections as the system allows it to; many systems begin at 1,024.
void allowManyConnections();

bool isProcessAlive(qint64 pid);
/// The file belongs to the user who runs us.
bool isOurFile(const QString &path);

} // namespace kule
