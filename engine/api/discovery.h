// SPDX-License-Identifier: GPL-3.0-or-later
// How the command line and other tools of this user find the engine: an owner-only file in the runtime folder, there while
// the API listens. Any thread; small, synchronous I/O. A file of a process that is gone counts for nothing.
#pragma once
#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace kule {

struct Discovery
{
    qint64 pid = 0;
    QString url; ///< "http://127.0.0.1:3000"
    QString version;
    Secret key; ///< this computer's own, for as long as that engine runs
};

/// Whole or not at all, readable by its owner only. discovery.not_written with the system's reason.
Done writeDiscovery(const QString &file, const Discovery &discovery);
/// discovery.none: no file, not ours, not readable, or of a process that is gone.
Result<Discovery> readDiscovery(const QString &file);
/// Removes it if it is that process's.
void removeDiscovery(const QString &file, qint64 pid);

} // namespace kule
