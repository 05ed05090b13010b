// SPDX-License-Identifier: GPL-3.0-or-later
// What a command's end means to the shell that called it. The one place that maps errors and job states to numbers.
#pragma once
#include "base/result.h"
#include "jobs/job.h"

namespace kule::cli {

enum class ExitCode {
    Ok = 0,
    JobFailed = 1,
    Usage = 2,
    NotFound = 3,
    Refused = 4,
    Conflict = 5,
    Unavailable = 69,
    TryAgain = 75,
    TimedOut = 124,
    Interrupted = 130,
};

ExitCode exitCodeOf(ErrorKind kind);
/// Of a job that ended. Open ones are Ok: they were only left running.
ExitCode exitCodeOf(JobState state);
/// What an HTTP status of an answer that is no success stands for.
ErrorKind kindOfStatus(int status);

} // namespace kule::cli
