// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the search index, which is a database of its own (resources/schema/search), and the texts that go into it. Each
// function runs within a read or a write of that database; textOf and logText also on files, on any thread that may wait.
#pragma once
#include "jobs/jobfilter.h"
#include "store/database.h"

namespace kule::jobtexts {

/// How far the index has read.
struct Progress
{
    qint64 change = -1; ///< job_change.n; -1: not begun
    qint64 swept = 0;   ///< job.seq from which on it has read those that were there when it began, newest first
    bool operator==(const Progress &) const = default;
};
Result<Progress> progress(Database &index);
Done setProgress(Database &index, const Progress &progress);

/// In place of what was there for this job.
Done put(Database &index, qint64 seq, const JobWords &words);
Done remove(Database &index, qint64 seq);
Done clear(Database &index);

struct Hits
{
    std::vector<qint64> seqs; ///< ascending
    bool areExcluded = false; ///< the filter has only negated words: these are the ones that it does not show
    Progress progress;        ///< of the index when it was asked
};
/// What the filter's words find.
Result<Hits> find(Database &index, const JobFilter &filter);

/// Of args or kwargs: strings, numbers and keys, without JSON's signs.
QString argumentWords(const QByteArray &json);

/// The words of a log: of each of the newest attempts its first 64 KiB and its last 192 KiB, without time stamps and colours.
/// base(n): where attempt n's log lies.
QString logWords(int attempts, const std::function<QString(int)> &base);

} // namespace kule::jobtexts
