// SPDX-License-Identifier: GPL-3.0-or-later
// The body of POST /run, checked for shape. Knows no disk. Any thread.
#pragma once
#include "jobs/job.h"

namespace kule {

/// api.bad_field with details {"field"}: what is missing or of another type. Fields that nobody knows are ignored; null in an
/// optional one counts as absent.
Result<JobRequest> runRequestOf(const Json &body);

} // namespace kule
