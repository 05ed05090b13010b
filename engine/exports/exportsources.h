// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pieces of an export come from, one function a kind. What they name outlives the source.
#pragma once
#include "exports/exports.h"

namespace kule {

/// The jobs that the filter shows at the first next(), each as it is when its piece is made.
std::unique_ptr<ExportSource> exportJobs(Store &store, JobService &jobs, const JobFilter &filter, ExportFormat format);
std::unique_ptr<ExportSource> exportFatals(FatalService &fatals, const FatalFilter &filter, ExportFormat format);
std::unique_ptr<ExportSource> exportActivity(ActivityLog &activity, const ActivityFilter &filter, ExportFormat format);
/// The log as it is stored, up to what there was at the first next(); a gap is said in its place.
std::unique_ptr<ExportSource> exportLog(JobService &jobs, const LogText &log);

} // namespace kule
