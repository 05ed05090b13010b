// SPDX-License-Identifier: GPL-3.0-or-later
// How long to wait after the n-th failure in a row: doubling, up to a bound, with half of it left to chance so that many
// who failed together do not come back together. Pure; the caller brings the chance.
#pragma once
#include "base/clock.h"

#include <QRandomGenerator>

namespace kule {

struct Backoff
{
    Milliseconds first;   ///< most after one failure
    Milliseconds slowest; ///< most after any number

    /// failures from 1. Between half of the doubled time and all of it.
    Milliseconds after(int failures, QRandomGenerator &chance) const;
};

} // namespace kule
