// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language of job lists, the same in the window, in ?q= and on the command line:
//   state:failed file:report id:12345 label:nightly timeout "exact words"
// Several states join with a comma. Any thread.
#pragma once
#include "jobs/job.h"

namespace kule {

struct JobFilter
{
    std::vector<JobState> states; ///< empty: all
    QString file;                 ///< part of file_path
    QString processId;            ///< whole, as text
    QString label;                ///< part of it
    QString actor;
    QStringList words; ///< each in process_id, label, file_path, arguments or error

    /// job.bad_filter names the word that is not understood and what may stand there.
    static Result<JobFilter> parse(const QString &query);
};

} // namespace kule
