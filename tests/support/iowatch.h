// SPDX-License-Identifier: GPL-3.0-or-later
// Sees every file, socket and SQL call that a thread makes, with the calls that led to it: the program that links this
// stands before libc and SQLite with functions of their names. Linux only. Belongs to the one thread that begins it.
#pragma once
#include <QStringList>

namespace kule {

class IoWatch
{
public:
    /// From now on, what this thread asks of the system is noted; what other threads ask is not.
    IoWatch();
    ~IoWatch();
    IoWatch(const IoWatch &) = delete;
    IoWatch &operator=(const IoWatch &) = delete;

    /// What was noted since the last call, each with its trace; empty: nothing. Calls whose trace holds one of the allowed
    /// words are left out.
    QStringList take(const QStringList &allowed = {});
};

} // namespace kule
