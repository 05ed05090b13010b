// SPDX-License-Identifier: GPL-3.0-or-later
// From how a process ended to what the job became, and whether that is fatal. Pure.
#pragma once
#include "fatals/fatalrecorder.h"
#include "jobs/executors/executor.h"
#include "jobs/jobqueue.h"

namespace kule {

struct Conclusion
{
    JobState state;
    std::optional<FatalDraft> fatal; ///< nothing for success, cancellation and shutting down
};

/// Also fills in the row's end: state, times, error, progress.
Conclusion conclude(OpenJob &job, const Ending &ending);

} // namespace kule
