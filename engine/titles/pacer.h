// SPDX-License-Identifier: GPL-3.0-or-later
// Who may fetch now: so many at once, so much time between two starts, and nobody while the host asked for a pause. First
// come, first served. Lives on its owner's thread; knows no network.
#pragma once
#include "base/clock.h"

#include <deque>

namespace kule {

class Pacer : public QObject
{
public:
    Pacer(Clock &clock, int atOnce, Milliseconds pace);
    void configure(int atOnce, Milliseconds pace);

    /// Calls go at its turn, from the event loop; the caller release()s then. One that isWanted says no to by then is passed over.
    void acquire(std::function<bool()> isWanted, std::function<void()> go);
    void release();
    /// Nobody starts before that much time has gone.
    void pause(Milliseconds time);
    qsizetype waiting() const { return static_cast<qsizetype>(m_line.size()); }

private:
    struct Waiter
    {
        std::function<bool()> isWanted;
        std::function<void()> go;
    };
    void pumpSoon();
    void pump();

    Clock &m_clock;
    int m_atOnce;
    Milliseconds m_pace;
    std::deque<Waiter> m_line;
    int m_active = 0;
    qint64 m_lastStart; ///< steady ms
    qint64 m_pausedUntil;
    std::unique_ptr<Clock::Timer> m_next;
};

} // namespace kule
