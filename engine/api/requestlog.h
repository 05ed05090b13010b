// SPDX-License-Identifier: GPL-3.0-or-later
// The newest 500 requests, and those since the last take() for the window. Fed by the connections' threads, read by the
// engine's; its one lock is held for a few instructions. Holds no key and no body.
#pragma once
#include "api/apicontrol.h"

#include <deque>
#include <mutex>

namespace kule {

class RequestLog
{
public:
    static constexpr std::size_t kept = 500;

    /// f is called from add(), on its thread, when the first note after a take() has come. Set before serving.
    void setAwake(std::function<void()> f) { m_awake = std::move(f); }
    void add(ApiRequestNote note);
    /// Those since the last time, oldest first, the newest 500 at most.
    std::vector<ApiRequestNote> take();
    /// Newest first.
    std::vector<ApiRequestNote> recent() const;

private:
    std::function<void()> m_awake;
    mutable std::mutex m_mutex; ///< guards the two below
    std::deque<ApiRequestNote> m_notes;
    std::size_t m_untaken = 0;
};

} // namespace kule
