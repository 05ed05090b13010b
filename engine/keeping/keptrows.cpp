// SPDX-License-Identifier: GPL-3.0-or-later
#include "keeping/keptrows.h"

#include <algorithm>
#include <functional>

namespace kule::keptrows {
namespace {

constexpr qint64 noLimit = std::numeric_limits<qint64>::max();
constexpr qint64 day = 24LL * 60 * 60 * 1000;

// One kind as rows of key, moment and size. Deleted jobs have ten minutes of their own.
const char *rowsOf(KeptKind kind)
{
    constexpr auto jobs = "SELECT seq AS key, coalesce(ended_at, 0) AS at, coalesce((SELECT sum(min(log_bytes, ?1)) FROM attempt WHERE attempt.job = job.seq), 0) AS bytes"
                          " FROM job WHERE removal IS NULL AND state IN ('succeeded', 'cancelled')";
    constexpr auto failed = "SELECT seq AS key, coalesce(ended_at, 0) AS at, coalesce((SELECT sum(min(log_bytes, ?1)) FROM attempt WHERE attempt.job = job.seq), 0) AS bytes"
                            " FROM job WHERE removal IS NULL AND state IN ('failed', 'timed_out', 'interrupted')";
    switch (kind) {
    case KeptKind::Jobs:
        return jobs;
    case KeptKind::FailedJobs:
        return failed;
    case KeptKind::Fatals:
        return "SELECT filename AS key, time AS at, size AS bytes FROM fatal WHERE ?1 IS NOT NULL";
    case KeptKind::Callbacks:
        return "SELECT id AS key, created_at AS at, length(body) AS bytes FROM callback WHERE state = 'delivered' AND ?1 IS NOT NULL";
    case KeptKind::Activity:
        return "SELECT seq AS key, at, length(target) + length(detail) AS bytes FROM activity WHERE ?1 IS NOT NULL";
    }
    return "";
}

// Newest first, so that whatever stands behind a limit is what goes.
QByteArray rankedOf(KeptKind kind)
{
    return QByteArray("WITH kept AS (") + rowsOf(kind)
        + "), ranked AS (SELECT key, at, bytes, at < ?2 OR row_number() OVER newest > ?3 OR sum(bytes) OVER newest > ?4 AS goes"
          " FROM kept WINDOW newest AS (ORDER BY at DESC, key DESC ROWS UNBOUNDED PRECEDING)) ";
}

QVariantList argsOf(const Bounds &bounds)
{
    return {bounds.logCap, bounds.before, bounds.count, bounds.bytes};
}

} // namespace

Bounds boundsOf(const KeepRule &rule, qint64 now, qint64 logCap)
{
    return {rule.days > 0 ? now - rule.days * day : std::numeric_limits<qint64>::min(), rule.count > 0 ? rule.count : noLimit,
            rule.megabytes > 0 ? rule.megabytes * 1024 * 1024 : noLimit, logCap};
}

// In memory: windows over a million rows take SQLite twice as long as all the rest.
Result<Going> preview(Database &database, KeptKind kind, const Bounds &bounds)
{
    auto rows = database.runWith(QByteArray("SELECT at, bytes FROM (") + rowsOf(kind) + ')', {bounds.logCap});
    if (!rows)
        return fail(rows.error());
    std::vector<std::pair<qint64, qint64>> kept;
    while (rows->next())
        kept.emplace_back(rows->integer(0), rows->integer(1));
    std::sort(kept.begin(), kept.end(), std::greater()); // newest first
    Going going;
    going.kind = kind;
    for (const auto &[at, bytes] : kept) {
        going.totalBytes += bytes;
        if (at >= bounds.before && ++going.total <= bounds.count && going.totalBytes <= bounds.bytes)
            continue;
        ++going.count;
        going.bytes += bytes;
        going.oldest = at;
    }
    going.total = std::ssize(kept);
    return going;
}

Result<QStringList> going(Database &database, KeptKind kind, const Bounds &bounds)
{
    auto rows = database.runWith(rankedOf(kind) + "SELECT key FROM ranked WHERE goes ORDER BY at, key", argsOf(bounds));
    if (!rows)
        return fail(rows.error());
    QStringList keys;
    while (rows->next())
        keys << rows->text(0);
    return keys;
}

} // namespace kule::keptrows
