// SPDX-License-Identifier: GPL-3.0-or-later
// The overview in the window's words: lines for cards, and what needs a person. Pure; any thread.
#pragma once
#include "api/apicontrol.h"
#include "jobs/executors/executor.h"
#include "linkrow.h"
#include "overview/overview.h"

namespace kule {

/// All that the panel knows; parts that have not come yet are empty.
struct OverviewPicture
{
    std::optional<Overview> overview;
    std::optional<ApiStatus> api;
    std::optional<WorkerHealth> workers;
};

/// A filter of the jobs: what the failure counts count.
QString failureFilter();

LinkItem itemOf(const Job &job, qint64 now);
LinkItem itemOf(const FatalGroup &group, qint64 now);
/// API, store, disk, Python, callbacks: each with its state.
std::vector<LinkItem> healthOf(const OverviewPicture &picture);
/// How many of the health lines are not well, and failures that grow; 0: all is well.
int troublesIn(const OverviewPicture &picture);

} // namespace kule
