// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace kule {

std::optional<int> RateLimit::take(const KeyId &key, int perMinute)
{
    if (perMinute <= 0)
        return std::nullopt;
    const qint64 now = m_clock.steadyMs();
    const double most = perMinute;
    const double perMs = most / 60'000;
    const std::lock_guard lock(m_mutex);
    Bucket &bucket = m_buckets.contains(key) ? m_buckets[key] : *m_buckets.insert(key, {most, now});
    bucket.left = std::min(most, bucket.left + static_cast<double>(now - bucket.at) * perMs);
    bucket.at = now;
    if (bucket.left >= 1) {
        bucket.left -= 1;
        return std::nullopt;
    }
    return std::max(1, static_cast<int>(std::ceil((1 - bucket.left) / perMs / 1000)));
}

} // namespace kule
