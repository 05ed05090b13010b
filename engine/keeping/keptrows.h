// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows a rule lets go: reads over the tables of all rooms; what goes is deleted by the room that owns it. Each
// function runs within a read of the store and changes nothing.
#pragma once
#include "keeping/retention.h"
#include "store/database.h"

namespace kule::keptrows {

/// What a rule comes to at a moment.
struct Bounds
{
    qint64 before = 0; ///< UTC ms: what is older goes
    qint64 count = 0;
    qint64 bytes = 0;
    qint64 logCap = 0; ///< bytes: no log is larger on the disk
};
Bounds boundsOf(const KeepRule &rule, qint64 now, qint64 logCap);

/// Of rows of the same millisecond at the border others may go than going() names.
Result<Going> preview(Database &database, KeptKind kind, const Bounds &bounds);
/// Their keys, oldest first: seq of jobs and activity, names of fatals, ids of callbacks.
Result<QStringList> going(Database &database, KeptKind kind, const Bounds &bounds);

} // namespace kule::keptrows
