// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overviewrows.h"

#include "callbacks/callbackservice.h"
#include "fatals/fatalindex.h"
#include "jobs/jobrows.h"

namespace kule::overviewrows {
namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

/// Both days and the hours in one walk over the newest entries of an index.
Done readEnds(Database &database, Overview &overview)
{
    const qint64 firstHour = overview.at / hour - (Overview::hourCount - 1);
    for (int i = 0; i < Overview::hourCount; ++i)
        overview.hours.push_back({(firstHour + i) * hour, 0, 0});
    auto row = database.run("SELECT ended_at / 3600000, ended_at > ?, state, count(*) FROM job WHERE ended_at > ? GROUP BY 1, 2, 3", overview.at - day,
                            overview.at - 2 * day);
    if (!row)
        return fail(row.error());
    while (row->next()) {
        const auto state = jobStateOf(row->text(2).toUtf8());
        const bool hasFailed = state && isFailure(*state);
        if (!hasFailed && state != JobState::Succeeded)
            continue;
        const qint64 count = row->integer(3);
        DayCounts &ofDay = row->integer(1) != 0 ? overview.lastDay : overview.dayBefore;
        (hasFailed ? ofDay.failed : ofDay.succeeded) += count;
        // A clock that was set back leaves ends in the future; they count for the hour that is going on.
        const qint64 place = std::min<qint64>(row->integer(0) - firstHour, Overview::hourCount - 1);
        if (place < 0)
            continue;
        HourCounts &ofHour = overview.hours[static_cast<std::size_t>(place)];
        (hasFailed ? ofHour.failed : ofHour.succeeded) += count;
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
