// SPDX-License-Identifier: GPL-3.0-or-later
// One future after another on a thread with an event loop.
#pragma once
#include "base/async.h"

namespace kule {

/// Calls f(Result<T>) on context's thread, which is the caller's, and answers with the future that f returns.
/// engine.gone when context dies first.
template <class R, class F>
auto chained(QObject *context, const Future<R> &future, F f)
{
    const Promise<typename std::invoke_result_t<F, const R &>::Answer> promise;
    whenDone(future, context, [context, promise, f = std::move(f)](const R &result) mutable { whenDone(f(result), context, promise); });
    return promise.future();
}

/// The same for what went well, f(T) or f() of a Done; an error passes through.
template <class T, class F>
auto followed(QObject *context, const Future<Result<T>> &future, F f)
{
    return chained(context, future, [f = std::move(f)](const Result<T> &result) mutable {
        const auto next = [&] {
            if constexpr (std::is_void_v<T>)
                return f();
            else
                return f(*result);
        };
        return result ? next() : answered(typename decltype(next())::Answer(tl::unexpected(result.error())));
    });
}

} // namespace kule
