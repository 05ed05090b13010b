// SPDX-License-Identifier: GPL-3.0-or-later
// An answer that comes later: who owes it holds the Promise, who waits for it a Future. Any thread; both are handles that copy.
// Each future gets exactly one answer: a promise that is dropped by all its holders answers engine.gone. Qt's own is not used:
// QFuture::then of 6.4 runs a continuation twice, and crashes, when it is attached while another thread finishes the future.
#pragma once
#include "base/result.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <tuple>
#include <type_traits>
#include <vector>

namespace kule {

namespace detail {
Error goneError();

template <class R>
class FutureState
{
public:
    using Waiter = std::function<void(const R &)>;

    /// The first answer stays.
    void answer(R value)
    {
        std::vector<Waiter> waiters;
        {
            const std::lock_guard lock(m_mutex);
            if (m_value)
                return;
            m_value.emplace(std::move(value));
            waiters.swap(m_waiters);
        }
        m_answered.notify_all();
        for (const Waiter &waiter : waiters)
            waiter(*m_value);
    }
    void attach(Waiter waiter)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_value) {
                m_waiters.push_back(std::move(waiter));
                return;
            }
        }
        waiter(*m_value);
    }
    bool isAnswered() const
    {
        const std::lock_guard lock(m_mutex);
        return m_value.has_value();
    }
    /// Never changes once it is there.
    const R &wait() const
    {
        std::unique_lock lock(m_mutex);
        m_answered.wait(lock, [this] { return m_value.has_value(); });
        return *m_value;
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_answered;
    std::optional<R> m_value;
    std::vector<Waiter> m_waiters;
};
} // namespace detail

/// R is a Result<T>.
template <class R>
class Future
{
public:
    using Answer = R;

    /// Nobody's: only to be assigned to.
    Future() = default;
    explicit Future(std::shared_ptr<detail::FutureState<R>> state)
        : m_state(std::move(state))
    {
    }

    bool isAnswered() const { return m_state->isAnswered(); }
    /// The answer, which stays where it is as long as somebody holds this future. Blocks until it is there; see base/await.h.
    const R &wait() const { return m_state->wait(); }

    /// Calls f(const R &) once, on the thread that answers, or here and now when it is answered already. Answers with what f
    /// returns, if it returns something.
    template <class F>
    auto then(F f) const
    {
        using Next = std::invoke_result_t<F &, const R &>;
        if constexpr (std::is_void_v<Next>) {
            m_state->attach(std::move(f));
        } else {
            auto next = std::make_shared<detail::FutureState<Next>>();
            m_state->attach([next, f = std::move(f)](const R &answer) mutable { next->answer(f(answer)); });
            return Future<Next>(std::move(next));
        }
    }

private:
    std::shared_ptr<detail::FutureState<R>> m_state;
};

/// R is a Result<T>.
template <class R>
class Promise
{
public:
    void answer(R value) const
    {
        const auto state = m_owed->state; // one of those who wait may drop this promise
        state->answer(std::move(value));
    }
    /// So that a promise is a continuation itself: it hands on what another future brings.
    void operator()(R value) const { answer(std::move(value)); }
    Future<R> future() const { return Future<R>(m_owed->state); }
    bool isAnswered() const { return m_owed->state->isAnswered(); }

private:
    struct Owed
    {
        std::shared_ptr<detail::FutureState<R>> state = std::make_shared<detail::FutureState<R>>();

        Owed() = default;
        Owed(const Owed &) = delete;
        Owed &operator=(const Owed &) = delete;
        ~Owed()
        {
            if (!state->isAnswered())
                state->answer(R(tl::unexpected(detail::goneError())));
        }
    };
    std::shared_ptr<Owed> m_owed = std::make_shared<Owed>();
};

/// A future that is answered already.
template <class R>
Future<std::decay_t<R>> answered(R &&value)
{
    auto state = std::make_shared<detail::FutureState<std::decay_t<R>>>();
    state->answer(std::forward<R>(value));
    return Future<std::decay_t<R>>(std::move(state));
}

/// What all of them answer, once each has.
template <class... R>
Future<Result<std::tuple<R...>>> allOf(const Future<R> &...futures)
{
    const Promise<Result<std::tuple<R...>>> promise;
    const auto look = [=, left = std::make_shared<std::atomic<std::size_t>>(sizeof...(R))] {
        if (--*left == 0)
            promise.answer(std::tuple(futures.wait()...));
    };
    (futures.then([look](const R &) { look(); }), ...);
    return promise.future();
}

} // namespace kule
