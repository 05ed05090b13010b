// SPDX-License-Identifier: GPL-3.0-or-later
// The overview by noun: one question, one answer. Says nothing by itself; whoever shows it listens to the other services
// and asks again, at most once in some seconds. Any thread.
#pragma once
#include "base/async.h"
#include "overview/overview.h"

namespace kule {

class OverviewService
{
public:
    virtual ~OverviewService() = default;
    /// store.*
    virtual Future<Result<Overview>> read() = 0;
};

} // namespace kule
