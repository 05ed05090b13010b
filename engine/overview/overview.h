// SPDX-License-Identifier: GPL-3.0-or-later
// How Kule does, at a glance, as values: what runs and waits, what failed lately and before, what is left to be done by
// a person. Any thread.
#pragma once
#include "fatals/fatal.h"
#include "jobs/job.h"

namespace kule {

/// Job ends in one clock hour (UTC).
struct HourCounts
{
    qint64 begin = 0; ///< UTC ms
    qint64 succeeded = 0;
    qint64 failed = 0;
};

struct DayCounts
{
    qint64 succeeded = 0;
    qint64 failed = 0;
};

struct Overview
{
    static constexpr int hourCount = 24;
    static constexpr int mostShown = 6; ///< of running jobs, waiting jobs and groups of fatals each

    qint64 at = 0; ///< UTC ms
    JobCounts jobs;
    DayCounts lastDay;   ///< ended in the 24 h before `at`
    DayCounts dayBefore; ///< in the 24 h before those
    std::vector<HourCounts> hours; ///< 24, oldest first; the last one is still going on
    std::vector<Job> running; ///< newest first
    std::vector<Job> waiting; ///< the next to run first, each with its reason
    qint64 fatals = 0;        ///< reports
    std::vector<FatalGroup> groups; ///< the last seen first
    qint64 waitingCallbacks = 0;
    qint64 deadCallbacks = 0;
    std::optional<Error> trouble; ///< why the store refuses writes; nothing while all is well
    qint64 databaseBytes = 0;
    qint64 freeBytes = 0; ///< where the data folder is; 0 with diskBytes 0: not known
    qint64 diskBytes = 0;
};

/// failed, timed_out and interrupted: what the counts here call failed.
inline bool isFailure(JobState state)
{
    return state == JobState::Failed || state == JobState::TimedOut || state == JobState::Interrupted;
}

} // namespace kule
