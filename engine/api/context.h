// SPDX-License-Identifier: GPL-3.0-or-later
// What handlers may reach. References to what outlives the application; any thread.
#pragma once
#include "api/apicontrol.h"
#include "api/keptanswers.h"
#include "api/metrics.h"
#include "services.h"

namespace kule {

struct ApiContext
{
    Services services;
    ApiControl &control;
    Metrics &metrics;
    qint64 startedAt = 0; ///< steady ms
    /// Shared, as a service may answer when the application has gone.
    std::shared_ptr<KeptAnswers> kept = std::make_shared<KeptAnswers>();
};

} // namespace kule
