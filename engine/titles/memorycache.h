// SPDX-License-Identifier: GPL-3.0-or-later
// Titles in memory, what was not asked for longest going first. The one piece of a service's state that has a lock instead
// of an owner: the API's threads look into it themselves, so that a cached title costs no trip to another thread (a queued
// call there and back costs more than all the rest of the answer). The lock is held for a few instructions. Never waits.
#pragma once
#include "titles/titlecache.h"

#include <QCache>

#include <mutex>

namespace kule {

class MemoryCache final : public TitleCache
{
public:
    MemoryCache(const Clock &clock, qint64 room, Milliseconds ttl);

    /// find() without a future.
    std::optional<CachedTitle> look(const TitleKey &key);
    void keep(const TitleKey &key, CachedTitle title);
    void forget(const TitleKey &key);
    void setRoom(qint64 bytes);
    qint64 hits(); ///< since the start

    Future<Result<std::optional<CachedTitle>>> find(TitleKey key) override;
    Future<Done> put(TitleKey key, CachedTitle title) override;
    Future<Done> remove(TitleKey key) override;
    Future<Done> clear() override;
    Future<Result<CacheState>> state() override;
    void setTimeToLive(Milliseconds ttl) override;

private:
    struct Entry
    {
        CachedTitle title;
        qint64 until; ///< steady ms
    };
    const Clock &m_clock;
    std::mutex m_mutex; ///< guards all below
    Milliseconds m_ttl;
    QCache<QByteArray, Entry> m_entries;
    qint64 m_hits = 0;
    qint64 m_misses = 0;
};

} // namespace kule
