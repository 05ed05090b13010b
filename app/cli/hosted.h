// SPDX-License-Identifier: GPL-3.0-or-later
// An engine within this program, for the commands that are one: serve and demo. Main thread.
#pragma once
#include "engine.h"

namespace kule::cli {

struct Hosted
{
    std::unique_ptr<Engine> engine;
    QString url; ///< where it serves
};

/// Starts it; fails also where it runs but cannot listen.
Result<Hosted> host(EngineOptions options);

} // namespace kule::cli
