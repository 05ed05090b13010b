// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways across a thread border, of which this holds two: ask (call a service's thread, get a future) and
// whenDone (have the answer on mine). The third is a Qt signal with a snapshot. Only values cross.
// Each future gets exactly one answer: a service that dies first answers engine.gone.
#pragma once
#include "base/future.h"

#include <QThread>
#include <QThreadPool>

#ifdef __SANITIZE_THREAD__
#include "base/tsan.h"
#endif

namespace kule {

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

namespace detail {
template <class R>
struct IsFuture : std::false_type
{
};
template <class R>
struct IsFuture<Future<R>> : std::true_type
{
};

/// Something that waits for an answer on its parent's thread, and dies with its parent.
class Pending : public QObject
{
    Q_OBJECT
public:
    explicit Pending(QObject *context);
    ~Pending() override;

    /// What makes run() be called, once, on this thread; nothing when the parent has died meanwhile. Any thread.
    std::function<void()> bell() const;

protected:
    virtual void run() = 0;

private:
    struct Bell
    {
        std::mutex mutex;
        Pending *pending = nullptr;
    };
    std::shared_ptr<Bell> m_bell = std::make_shared<Bell>();
};

template <class R, class F>
class PendingCall final : public Pending
{
public:
    PendingCall(Future<R> future, QObject *context, F f)
        : Pending(context)
        , m_future(std::move(future))
        , m_f(std::move(f))
    {
    }

private:
    void run() override
    {
        const Future<R> future = m_future; // f may end the context, and this with it
        auto f = std::move(m_f);
        f(future.wait());
    }

    const Future<R> m_future;
    F m_f;
};
} // namespace detail

/// Calls f(Result<T>) on context's thread when the future is answered, never before this returns; if context dies first, not
/// at all. Call it on context's thread.
template <class R, class F>
void whenDone(const Future<R> &future, QObject *context, F f)
{
    Q_ASSERT(QThread::currentThread() == context->thread());
    const detail::Pending *pending = new detail::PendingCall<R, F>(future, context, std::move(f));
    future.then([bell = pending->bell()](const R &) { bell(); });
}

/// Runs f on target's thread and answers with what it returns: a Result<T>, or a future of one, which is passed on.
template <class F>
auto ask(QObject *target, F f)
{
    using R = std::invoke_result_t<F>;
    if constexpr (detail::IsFuture<R>::value) {
        const Promise<typename R::Answer> promise;
        post(target, [target, promise, f = std::move(f)]() mutable { whenDone(f(), target, promise); });
        return promise.future();
    } else {
        const Promise<R> promise;
        post(target, [promise, f = std::move(f)]() mutable { promise.answer(f()); });
        return promise.future();
    }
}

/// Runs f on a thread of the pool and answers with what it returns.
template <class F>
auto onPool(QThreadPool &pool, F f)
{
    const Promise<std::invoke_result_t<F>> promise;
    pool.start([promise, f = std::move(f)]() mutable { promise.answer(f()); });
    return promise.future();
}

} // namespace kule
