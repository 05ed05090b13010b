// SPDX-License-Identifier: GPL-3.0-or-later
#include "exitcode.h"

namespace kule::cli {

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::TooLarge:
        return ExitCode::Usage;
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
        return ExitCode::Refused;
    case ErrorKind::NotFound:
        return ExitCode::NotFound;
    case ErrorKind::Conflict:
        return ExitCode::Conflict;
    case ErrorKind::Busy:
        return ExitCode::TryAgain;
    case ErrorKind::Unavailable:
    case ErrorKind::Broken:
        return ExitCode::Unavailable;
    case ErrorKind::TimedOut:
        return ExitCode::TimedOut;
    }
    return ExitCode::Unavailable;
}

ExitCode exitCodeOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
    case JobState::Running:
    case JobState::Succeeded:
        return ExitCode::Ok;
    case JobState::Failed:
        return ExitCode::JobFailed;
    case JobState::TimedOut:
        return ExitCode::TimedOut;
    case JobState::Cancelled:
    case JobState::Interrupted:
        return ExitCode::Interrupted;
    }
    return ExitCode::JobFailed;
}

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorised;
    case 403:
    case 421:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 408:
    case 504:
        return ErrorKind::TimedOut;
    case 409:
        return ErrorKind::Conflict;
    case 413:
        return ErrorKind::TooLarge;
    case 429:
        return ErrorKind::Busy;
    case 502:
    case 503:
        return ErrorKind::Unavailable;
    default:
        return status >= 400 && status < 500 ? ErrorKind::Invalid : ErrorKind::Broken;
    }
}

} // namespace kule::cli
