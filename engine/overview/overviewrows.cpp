// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overviewrows.h"

#include "callbacks/callbackservice.h"
#include "fatals/fatalindex.h"
#include "jobs/jobrows.h"

#include <limits>

namespace kule::overviewrows {
namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

/// Of jobs that ended from `from` until before `until`.
Result<DayCounts> endsBetween(Database &database, qint64 from, qint64 until)
{
    DayCounts counts;
    for (const JobState state : {JobState::Succeeded, JobState::Failed, JobState::TimedOut, JobState::Interrupted}) {
        const auto count = database.number("SELECT count(*) FROM job WHERE state = ? AND ended_at >= ? AND ended_at < ? AND removal IS NULL", wordOf(state), from, until);
        if (!count)
            return fail(count.error());
        (isFailure(state) ? counts.failed : counts.succeeded) += *count;
    }
    return counts;
}

/// Pieces of an index that do not overlap: the day before, the rest of an hour that began more than a day ago, the hours.
/// A walk that groups took six times as long.
Done readEnds(Database &database, Overview &overview)
{
    const qint64 firstHour = (overview.at / hour - (Overview::hourCount - 1)) * hour;
    const auto before = endsBetween(database, overview.at - 2 * day + 1, overview.at - day + 1);
    const auto rest = endsBetween(database, overview.at - day + 1, firstHour);
    if (!before || !rest)
        return fail(before ? rest.error() : before.error());
    overview.dayBefore = *before;
    overview.lastDay = *rest;
    for (int i = 0; i < Overview::hourCount; ++i) {
        const qint64 begin = firstHour + i * hour;
        // A clock that was set back leaves ends in the future; they count for the hour that is going on.
        const bool isLast = i == Overview::hourCount - 1;
        const auto counts = endsBetween(database, begin, isLast ? std::numeric_limits<qint64>::max() : begin + hour);
        if (!counts)
            return fail(counts.error());
        overview.hours.push_back({begin, counts->succeeded, counts->failed});
        overview.lastDay.succeeded += counts->succeeded;
        overview.lastDay.failed += counts->failed;
    }
    return {};
}

Result<std::vector<Job>> jobsIn(Database &database, const char *idsOfState)
{
    QStringList ids;
    {
        auto row = database.run(idsOfState, Overview::mostShown);
        if (!row)
            return fail(row.error());
        while (row->next())
            ids << row->text(0);
    }
    std::vector<Job> jobs;
    for (const QString &id : ids) {
        auto job = jobrows::one(database, {id});
        if (!job)
            return fail(job.error());
        jobs.push_back(std::move(*job));
    }
    return jobs;
}

Done readCallbacks(Database &database, Overview &overview)
{
    auto row = database.run("SELECT state, count(*) FROM callback WHERE state IN ('waiting', 'dead') GROUP BY state");
    if (!row)
        return fail(row.error());
    while (row->next())
        (deliveryStateOf(row->text(0).toUtf8()) == DeliveryState::Dead ? overview.deadCallbacks : overview.waitingCallbacks) = row->integer(1);
    return {};
}

} // namespace

Result<Overview> read(Database &database, qint64 nowMs)
{
    Overview overview;
    overview.at = nowMs;
    auto counts = jobrows::counts(database);
    if (!counts)
        return fail(counts.error());
    overview.jobs = std::move(*counts);
    if (auto ends = readEnds(database, overview); !ends)
        return fail(ends.error());
    auto running = jobsIn(database, "SELECT id FROM job WHERE state = 'running' ORDER BY seq DESC LIMIT ?");
    auto waiting = jobsIn(database, "SELECT id FROM job WHERE state = 'queued' ORDER BY seq LIMIT ?");
    if (!running || !waiting)
        return fail(running ? waiting.error() : running.error());
    overview.running = std::move(*running);
    overview.waiting = std::move(*waiting);
    auto fatals = database.number("SELECT count(*) FROM fatal");
    auto groups = fatalindex::groups(database, {}, {{}, Overview::mostShown});
    if (!fatals || !groups)
        return fail(fatals ? groups.error() : fatals.error());
    overview.fatals = *fatals;
    overview.groups = std::move(groups->items);
    if (auto callbacks = readCallbacks(database, overview); !callbacks)
        return fail(callbacks.error());
    const auto pages = database.number("PRAGMA page_count");
    const auto pageSize = database.number("PRAGMA page_size");
    if (!pages || !pageSize)
        return fail(pages ? pageSize.error() : pages.error());
    overview.databaseBytes = *pages * *pageSize;
    return overview;
}

} // namespace kule::overviewrows
