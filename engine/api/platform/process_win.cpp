// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/platform/process.h"

#include <windows.h>
#include <psapi.h>

namespace kule {

ProcessUsage processUsage()
{
    ProcessUsage usage;
    PROCESS_MEMORY_COUNTERS memory{};
    if (GetProcessMemoryInfo(GetCurrentProcess(), &memory, sizeof memory))
        usage.residentBytes = static_cast<qint64>(memory.WorkingSetSize);
    FILETIME created, ended, kernel, user;
    if (GetProcessTimes(GetCurrentProcess(), &created, &ended, &kernel, &user)) {
        const auto seconds = [](const FILETIME &time) {
            return static_cast<double>((static_cast<quint64>(time.dwHighDateTime) << 32) | time.dwLowDateTime) / 1e7;
        };
        usage.cpuSeconds = seconds(kernel) + seconds(user);
    }
    return usage;
}

void allowManyConnections() {} // no such bound here

bool isProcessAlive(qint64 pid)
{
    const HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return GetLastError() == ERROR_ACCESS_DENIED;
    const bool isAlive = WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return isAlive;
}

bool isOurFile(const QString &)
{
    return true; // the runtime folder lies in the user's own profile
}

} // namespace kule
