// SPDX-License-Identifier: GPL-3.0-or-later
// What a prepared attempt waits behind. Whoever learns first that it is on the disk opens the gate, on whatever thread, and
// spares the way over two others; who decides otherwise meanwhile shuts it, and learns whether that was in time. Never blocks.
#pragma once
#include <atomic>
#include <functional>
#include <utility>

namespace kule {

class StartGate
{
public:
    /// Once. From now on open() opens it, by calling that; of no effect on one that is shut.
    void arm(std::function<void()> letGo)
    {
        m_letGo = std::move(letGo);
        State expected = State::Unarmed;
        if (!m_state.compare_exchange_strong(expected, State::Armed))
            m_letGo = nullptr;
    }
    /// Lets the attempt run; its launch has to follow. Of no effect on one that is not armed, or shut.
    void open()
    {
        State expected = State::Armed;
        if (m_state.compare_exchange_strong(expected, State::Open))
            std::exchange(m_letGo, nullptr)();
    }
    /// False: too late, it was opened. Otherwise it never will be.
    bool shut()
    {
        State now = m_state;
        while (now != State::Open && !m_state.compare_exchange_weak(now, State::Shut)) { }
        if (now == State::Armed)
            m_letGo = nullptr; // with what it holds
        return now != State::Open;
    }

private:
    enum class State { Unarmed, Armed, Open, Shut };
    std::atomic<State> m_state = State::Unarmed;
    std::function<void()> m_letGo; ///< belongs to whoever takes the state on from Armed
};

} // namespace kule
