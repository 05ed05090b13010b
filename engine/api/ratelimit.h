// SPDX-License-Identifier: GPL-3.0-or-later
// Requests per minute of each key, as a bucket that refills evenly. Any thread: its one lock is held for a few instructions
// and only where a limit is set.
#pragma once
#include "base/clock.h"
#include "base/ids.h"

#include <QHash>

#include <mutex>
#include <optional>

namespace kule {

class RateLimit
{
public:
    explicit RateLimit(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// Takes one request of the key's; when there is none left, the seconds to wait. perMinute 0: no limit.
    std::optional<int> take(const KeyId &key, int perMinute);

private:
    struct Bucket
    {
        double left;
        qint64 at; ///< steady ms
    };
    const Clock &m_clock;
    std::mutex m_mutex; ///< guards the next
    QHash<KeyId, Bucket> m_buckets;
};

} // namespace kule
