// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a future on a pool thread, which may wait. Never on a thread that others wait for: gui, engine, store, api.
#pragma once
#include "base/async.h"

namespace kule {

/// Blocks. engine.gone when the future ends without an answer.
template <class T>
Result<T> await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Result<T>(tl::unexpected(detail::goneError()));
}

} // namespace kule
