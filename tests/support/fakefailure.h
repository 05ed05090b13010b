// SPDX-License-Identifier: GPL-3.0-or-later
// What all fakes of services share: they fail where a test says so, and page lists by position.
#pragma once
#include "base/async.h"
#include "base/page.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace kule {

/// An error for the next call, whatever it is, or an answer that keeps one waiting; shared by all fakes so that one test loop
/// serves them all.
class FakeFailure
{
public:
    void failNext(ErrorKind kind, const char *code)
    {
        m_error = Error{kind, code, text("%1 was made to fail.", QString::fromLatin1(code)), nullptr, std::nullopt};
    }
    void setRetryAfter(int seconds) { m_error->retryAfter = seconds; }
    /// What is asked from now on is answered by release(), in its order.
    void hold() { m_isHolding = true; }
    void release()
    {
        m_isHolding = false;
        for (const auto &answer : std::exchange(m_held, {}))
            answer();
    }

protected:
    template <class T>
    Future<Result<T>> answer(Result<T> usual)
    {
        if (auto error = std::exchange(m_error, std::nullopt))
            usual = fail(std::move(*error));
        if (!m_isHolding)
            return answered(std::move(usual));
        const Promise<Result<T>> promise;
        m_held.push_back([promise, usual] { promise.answer(usual); });
        return promise.future();
    }

private:
    std::optional<Error> m_error;
    bool m_isHolding = false;
    std::vector<std::function<void()>> m_held;
};

inline constexpr qint64 someTime = 1'795'000'000'000;

inline Error absent(const char *code)
{
    return {ErrorKind::NotFound, code, text("It is not there."), nullptr, std::nullopt};
}

/// Pages by position; the cursor is the index of the next row.
template <class T>
Result<Page<T>> pageOf(const std::vector<T> &rows, const PageRequest &request)
{
    bool isCursor = true;
    auto from = request.after.isEmpty() ? std::size_t(0) : static_cast<std::size_t>(request.after.toULongLong(&isCursor));
    if (!isCursor || from > rows.size())
        return fail(ErrorKind::Invalid, "page.bad_cursor", text("No such page."));
    from = std::min(rows.size(), from + static_cast<std::size_t>(request.offset));
    const std::size_t to = std::min(rows.size(), from + static_cast<std::size_t>(request.limit));
    Page<T> page;
    page.items.assign(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.begin() + static_cast<std::ptrdiff_t>(to));
    page.next = to < rows.size() ? QString::number(to) : QString();
    page.total = static_cast<qint64>(rows.size());
    return page;
}

} // namespace kule
