// SPDX-License-Identifier: GPL-3.0-or-later
// One future after another on a thread with an event loop.
#pragma once
#include "base/async.h"

namespace kule {

/// Calls f(Result<T>) on context's thread, which is the caller's, and answers with the future that f returns. engine.gone when
/// context dies first.
template <class T, class F>
auto chained(QObject *context, const QFuture<Result<T>> &future, F f)
{
    using Next = decltype(std::declval<std::invoke_result_t<F, const Result<T> &>>().result());
    auto promise = std::make_shared<QPromise<Next>>();
    promise->start();
    whenDone(future, context, [context, promise, f = std::move(f)](const Result<T> &result) {
        whenDone(f(result), context, [promise](Next next) {
            promise->addResult(std::move(next));
            promise->finish();
        });
    });
    return promise->future();
}

} // namespace kule
