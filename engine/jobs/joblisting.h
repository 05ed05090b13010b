// SPDX-License-Identifier: GPL-3.0-or-later
// Reads of many jobs: what a filter shows as a list of numbers, and pages cut from it, so that a jump to row 700,000 costs
// what the first page does. Each function runs within one read of the store and changes nothing.
#pragma once
#include "jobs/jobtexts.h"

namespace kule::joblisting {

/// All that a filter shows, at one moment.
struct Shown
{
    std::vector<qint64> seqs; ///< ascending
    qint64 change = 0;        ///< job_change.n of that moment
    jobtexts::Progress indexed; ///< of the search index, when words were looked for
    qint64 unsearched = 0;    ///< jobs whose texts nobody has looked into yet
};

/// hits: what the search index found for the filter's words; null when it has none, or there is no index: then rows are read
/// one by one, and logs are not searched.
Result<Shown> shown(Database &database, const JobFilter &filter, const jobtexts::Hits *hits);
/// The same, from what it was a while ago: only what moved since is looked at, where that is enough.
Result<Shown> shownSince(Database &database, const JobFilter &filter, const jobtexts::Hits *hits, const Shown &before);

/// Newest first. page.bad_cursor
Result<Page<Job>> page(Database &database, const Shown &shown, const PageRequest &request);
/// A page straight from the table, for filters and places where that is quick; nothing for the others. page.bad_cursor
Result<std::optional<Page<Job>>> quickPage(Database &database, const JobFilter &filter, const PageRequest &request);

/// The newest job_change.n.
Result<qint64> newestChange(Database &database);

} // namespace kule::joblisting
