// SPDX-License-Identifier: GPL-3.0-or-later
// Reads of many jobs: a page of the list, everything that a filter shows. Each function runs within a read or a write of the
// store and changes nothing.
#pragma once
#include "jobs/jobfilter.h"
#include "store/database.h"

namespace kule::joblisting {

/// Newest first. page.bad_cursor
Result<Page<Job>> page(Database &database, const JobFilter &filter, const PageRequest &request);
/// seq of all jobs that the filter shows, oldest first.
Result<std::vector<qint64>> shown(Database &database, const JobFilter &filter);

} // namespace kule::joblisting
