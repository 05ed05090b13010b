// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

namespace kule {

const char *wordOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return "queued";
    case JobState::Running:
        return "running";
    case JobState::Succeeded:
        return "succeeded";
    case JobState::Failed:
        return "failed";
    case JobState::Cancelled:
        return "cancelled";
    case JobState::TimedOut:
        return "timed_out";
    case JobState::Interrupted:
        return "interrupted";
    }
    return "";
}

std::optional<JobState> jobStateOf(QByteArrayView word)
{
    for (const JobState state : allJobStates) {
        if (word == QByteArrayView(wordOf(state)))
            return state;
    }
    return std::nullopt;
}

} // namespace kule
