// SPDX-License-Identifier: GPL-3.0-or-later
// Which jobs: the filter language (filter/filter.h) with the keys of jobs. Words are looked for in process_id, label, file,
// exception, arguments and log. Pure; any thread.
#pragma once
#include "filter/filter.h"
#include "jobs/job.h"

namespace kule {

struct JobFilter : Filter
{
    static std::span<const FilterKey> keys();
    /// filter.* (parseFilter)
    static Result<JobFilter> parse(const QString &query, qint64 nowMs);

    /// Whether a term looks into texts: these are answered by the search index.
    bool hasWords() const;
};

/// A job's texts as filters see them: foldedWords() of each.
struct JobWords
{
    QString id;
    QString label;
    QString file;
    QString type;
    QString error;
    QString args;
    QString log;

    /// Of a row: arguments and log are not in it.
    static JobWords of(const Job &job);
};

/// process_id as people write it: without the quotes of JSON.
QString plainText(const Json &processId);

/// Whether all terms hold, as far as the texts are there.
bool shows(const JobFilter &filter, const Job &job, const JobWords &words);
bool shows(const JobFilter &filter, const Job &job);

} // namespace kule
