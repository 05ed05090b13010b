// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/socketguard.h"

namespace kule {

SocketGuard::SocketGuard(Milliseconds patience)
    : m_patience(patience)
    , m_thread([this] { watch(); })
{
}

SocketGuard::~SocketGuard()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void SocketGuard::begin(qintptr socket)
{
    {
        const std::lock_guard lock(m_mutex);
        m_socket = socket;
        m_until = std::chrono::steady_clock::now() + m_patience;
        if (m_isCutForGood && m_socket >= 0)
            cutSocket(m_socket);
    }
    m_changed.notify_all();
}

void SocketGuard::end()
{
    const std::lock_guard lock(m_mutex);
    m_socket = -1;
}

void SocketGuard::cutForGood()
{
    const std::lock_guard lock(m_mutex);
    m_isCutForGood = true;
    if (m_socket >= 0)
        cutSocket(m_socket);
}

bool SocketGuard::isCutForGood() const
{
    const std::lock_guard lock(m_mutex);
    return m_isCutForGood;
}

void SocketGuard::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_isOver) {
        if (m_socket < 0) {
            m_changed.wait(lock);
        } else if (std::chrono::steady_clock::now() < m_until) {
            const auto until = m_until;
            m_changed.wait_until(lock, until);
        } else {
            cutSocket(m_socket);
            m_socket = -1;
        }
    }
}

} // namespace kule
