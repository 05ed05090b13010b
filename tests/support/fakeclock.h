// SPDX-License-Identifier: GPL-3.0-or-later
// Time that stands still until the test moves it. Timers fire on their context's thread, in order of their moments.
#pragma once
#include "base/clock.h"

#include <map>
#include <mutex>

namespace kule {

class FakeClock final : public Clock
{
public:
    qint64 wallMs() const override;
    qint64 steadyMs() const override;
    std::unique_ptr<Timer> after(Milliseconds delay, QObject *context, std::function<void()> f) override;

    /// Moves both times and posts what is due to its threads; the caller waits for the effect (QTRY_…).
    void advance(Milliseconds by);
    /// A jump of the wall clock alone.
    void jumpWall(Milliseconds by);
    /// Timers that wait.
    int pending() const;

private:
    struct Entry;
    class Handle;
    mutable std::mutex m_mutex;
    qint64 m_steady = 1'000'000;
    qint64 m_wall = 1'795'000'000'000;
    std::multimap<qint64, std::shared_ptr<Entry>> m_entries;
};

} // namespace kule
