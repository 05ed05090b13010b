// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a future in a test, while this thread's events go on. After 30 s without one: engine.gone.
#pragma once
#include "base/async.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

namespace kule {

template <class T>
Result<T> waitFor(const QFuture<Result<T>> &future)
{
    QFutureWatcher<Result<T>> watcher;
    watcher.setFuture(future);
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000);
    return future.isFinished() && future.resultCount() > 0 ? future.result() : Result<T>(tl::unexpected(detail::goneError()));
}

} // namespace kule
