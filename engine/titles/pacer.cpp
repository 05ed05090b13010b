// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/pacer.h"

#include "base/async.h"

namespace kule {

Pacer::Pacer(Clock &clock, int atOnce, Milliseconds pace)
    : m_clock(clock)
    , m_atOnce(atOnce)
    , m_pace(pace)
    , m_lastStart(clock.steadyMs() - pace.count())
    , m_pausedUntil(m_lastStart)
{
}

void Pacer::configure(int atOnce, Milliseconds pace)
{
    m_atOnce = atOnce;
    m_pace = pace;
    m_next.reset();
    pumpSoon();
}

void Pacer::acquire(std::function<bool()> isWanted, std::function<void()> go)
{
    m_line.push_back({std::move(isWanted), std::move(go)});
    pumpSoon();
}

void Pacer::release()
{
    --m_active;
    pumpSoon();
}

void Pacer::pause(Milliseconds time)
{
    m_pausedUntil = std::max(m_pausedUntil, m_clock.steadyMs() + time.count());
}

// From the loop, so that whoever goes never runs within acquire() or release().
void Pacer::pumpSoon()
{
    post(this, [this] { pump(); });
}

void Pacer::pump()
{
    while (!m_line.empty() && m_active < m_atOnce && !m_next) {
        if (!m_line.front().isWanted()) {
            m_line.pop_front();
            continue;
        }
        const qint64 now = m_clock.steadyMs();
        const qint64 start = std::max(m_lastStart + m_pace.count(), m_pausedUntil);
        if (now < start) {
            m_next = m_clock.after(Milliseconds(start - now), this, [this] {
                m_next.reset();
                pump();
            });
            return;
        }
        const Waiter next = std::move(m_line.front());
        m_line.pop_front();
        ++m_active;
        m_lastStart = now;
        next.go();
    }
}

} // namespace kule
