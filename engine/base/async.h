// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways across a thread border, of which this holds two: ask (call a service's thread, get a future) and
// whenDone (have the answer on mine). The third is a Qt signal with a snapshot. Only values cross.
// Each future gets exactly one answer: a service that dies first answers engine.gone.
#pragma once
#include "base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>
#include <QThreadPool>

#include <memory>
#include <type_traits>

#ifdef __SANITIZE_THREAD__
#include "base/tsan.h"
#endif

namespace kule {

namespace detail {
Error goneError();

template <class R>
struct IsFuture : std::false_type
{
};
template <class T>
struct IsFuture<QFuture<T>> : std::true_type
{
};
} // namespace detail

/// Runs f on target's thread, later. Dropped if target dies first.
template <class F>
void post(QObject *target, F f)
{
#ifdef __SANITIZE_THREAD__
    detail::postSeen(target, std::move(f));
#else
    QMetaObject::invokeMethod(target, std::move(f), Qt::QueuedConnection);
#endif
}

/// A future that is answered already.
template <class T>
QFuture<std::decay_t<T>> answered(T &&value)
{
    QPromise<std::decay_t<T>> promise;
    promise.start();
    promise.addResult(std::forward<T>(value));
    promise.finish();
    return promise.future();
}

/// Calls f(Result<T>) on context's thread when the future is answered, never before this returns; if context dies first, not
/// at all. Call it on context's thread. (QFuture::then(context, …) aborts or stays silent in that case on Qt 6.4.)
template <class T, class F>
void whenDone(const QFuture<Result<T>> &future, QObject *context, F f)
{
    Q_ASSERT(QThread::currentThread() == context->thread());
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, f = std::move(f)]() mutable {
        watcher->deleteLater();
        const QFuture<Result<T>> done = watcher->future();
        f(done.resultCount() > 0 ? done.result() : Result<T>(tl::unexpected(detail::goneError())));
    });
    watcher->setFuture(future);
}

/// Runs f on target's thread and answers with what it returns: a Result<T>, or a future of one, which is passed on.
template <class F>
auto ask(QObject *target, F f)
{
    using R = std::invoke_result_t<F>;
    if constexpr (detail::IsFuture<R>::value) {
        using V = decltype(std::declval<R>().result());
        auto promise = std::make_shared<QPromise<V>>();
        promise->start();
        post(target, [target, promise, f = std::move(f)]() mutable {
            whenDone(f(), target, [promise](V value) {
                promise->addResult(std::move(value));
                promise->finish();
            });
        });
        return promise->future();
    } else {
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        post(target, [promise, f = std::move(f)]() mutable {
            promise->addResult(f());
            promise->finish();
        });
        return promise->future();
    }
}

/// Runs f on a thread of the pool and answers with what it returns.
template <class F>
auto onPool(QThreadPool &pool, F f)
{
    using R = std::invoke_result_t<F>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    auto future = promise->future();
    pool.start([promise, f = std::move(f)]() mutable {
        promise->addResult(f());
        promise->finish();
    });
    return future;
}

} // namespace kule
