// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a future on a pool thread, which may wait. Never on a thread that others wait for: gui, engine, store, api.
#pragma once
#include "base/future.h"

namespace kule {

/// Blocks.
template <class R>
R await(const Future<R> &future)
{
    return future.wait();
}

} // namespace kule
