// SPDX-License-Identifier: GPL-3.0-or-later
// A fatal report as values: the row of the list, the group of equal ones. Any thread.
#pragma once
#include "base/ids.h"
#include "base/page.h"
#include "filter/filter.h"

namespace kule {

struct Fatal
{
    QString filename; ///< in the fatals folder: "12345.txt"
    Json processId;
    Text error;
    QString type;
    QString file;
    qint64 time = 0; ///< UTC ms
    qint64 size = 0; ///< bytes
    QString fingerprint;
    JobId job; ///< empty: put there by hand
    int attempt = 0;
    bool isReadable = true; ///< false: not valid JSON
};

/// A report as its file holds it.
struct FatalReport
{
    QByteArray text; ///< JSON in UTF-8, the keys in the file's own order
    Json json;       ///< the same, to look things up in
};

/// Equal exception type and own frames, whatever the line numbers.
struct FatalGroup
{
    QString fingerprint;
    QString type;
    QString place;  ///< own frames for people: "boot › load › parse (report.py)"
    Text reason;    ///< why these are one group
    qint64 total = 0; ///< ever, with those that the cap did not keep
    qint64 kept = 0;  ///< files now
    qint64 firstSeen = 0;
    qint64 lastSeen = 0;
    Text lastError;
};

/// Which reports: the filter language with the keys of reports. Words are looked for in name, process_id, type, error, file
/// and own frames.
struct FatalFilter : Filter
{
    static std::span<const FilterKey> keys();
    /// filter.* (parseFilter)
    static Result<FatalFilter> parse(const QString &query, qint64 nowMs);
    /// Besides what it says, only reports of this group.
    FatalFilter within(const QString &fingerprint) const;
};

/// Whether all terms hold, as far as a row can tell: frames are known to the index alone.
bool shows(const FatalFilter &filter, const Fatal &fatal);

} // namespace kule
