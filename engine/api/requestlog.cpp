// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/requestlog.h"

#include <algorithm>

namespace kule {

void RequestLog::add(ApiRequestNote note)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        m_notes.push_back(std::move(note));
        if (m_notes.size() > kept)
            m_notes.pop_front();
        isFirst = m_untaken == 0;
        m_untaken = std::min(m_untaken + 1, kept);
    }
    if (isFirst && m_awake)
        m_awake();
}

std::vector<ApiRequestNote> RequestLog::take()
{
    const std::lock_guard lock(m_mutex);
    const auto from = m_notes.end() - static_cast<std::ptrdiff_t>(m_untaken);
    m_untaken = 0;
    return {from, m_notes.end()};
}

std::vector<ApiRequestNote> RequestLog::recent() const
{
    const std::lock_guard lock(m_mutex);
    return {m_notes.rbegin(), m_notes.rend()};
}

} // namespace kule
