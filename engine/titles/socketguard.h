// SPDX-License-Identifier: GPL-3.0-or-later
// Ends a call of a library that waits for its server without an end: past its time the socket is cut, and the call fails as
// if the server had gone. begin() and end() on the thread that calls; cutForGood() on any. The one lock is never held while
// something waits.
#pragma once
#include "base/clock.h"

#include <QtGlobal>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kule {

class SocketGuard
{
public:
    explicit SocketGuard(Milliseconds patience);
    ~SocketGuard();
    Q_DISABLE_COPY_MOVE(SocketGuard)

    /// From now on the call on that socket may take its time, and no longer. -1: nothing is known to be cut.
    void begin(qintptr socket);
    /// The call came back; the socket may be closed after this, not before.
    void end();
    /// Now, and each call that begins later.
    void cutForGood();
    bool isCutForGood() const;

private:
    void watch();

    const Milliseconds m_patience;
    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    qintptr m_socket = -1;
    std::chrono::steady_clock::time_point m_until;
    bool m_isOver = false;
    bool m_isCutForGood = false;
    std::thread m_thread;
};

/// Nothing more goes through it, either way; it stays open.
void cutSocket(qintptr socket);

} // namespace kule
