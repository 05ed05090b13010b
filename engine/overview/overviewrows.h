// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the overview. Runs within one read of the store, over one snapshot; costs the index entries of the jobs that
// ended in the last two days and one count of each state.
#pragma once
#include "overview/overview.h"
#include "store/database.h"

namespace kule::overviewrows {

/// All but what the disk and the queue know.
Result<Overview> read(Database &database, qint64 nowMs);

} // namespace kule::overviewrows
