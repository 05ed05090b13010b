// SPDX-License-Identifier: GPL-3.0-or-later
// A data folder as years of work leave it: so many ended jobs with attempts, and the search index that is up with them, made
// by SQL alone in well under a minute for a million. One in nine failed, one in nine timed out, the others succeeded.
#pragma once
#include "base/result.h"

#include <QString>

namespace kule {

/// Makes kule.db and search.db in a folder that has none.
Done makeManyJobs(const QString &folder, qint64 count);

} // namespace kule
