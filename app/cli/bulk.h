// SPDX-License-Identifier: GPL-3.0-or-later
// Many at once by filter: says how many first and does nothing until that number is said again. Main thread.
#pragma once
#include "client.h"

namespace kule::cli {

/// --expected
void declareExpected(QCommandLineParser &parser);
/// action: "delete", "rerun" or "cancel" what the filter shows; waits for the end.
Result<ExitCode> manyJobs(Session &session, Client &client, const QString &action, const QString &filter);
Result<ExitCode> deleteFatals(Session &session, Client &client, const QString &filter);
/// What a deletion came to, and how it is taken back, if it can be.
Result<ExitCode> tellDeleted(Session &session, const Result<Json> &deleted);

} // namespace kule::cli
