// SPDX-License-Identifier: GPL-3.0-or-later
// Where titles are looked for first. An implementation answers from whatever thread; calls may come from any. It forgets by
// itself what is older than its time, and a cache that is away is an error to note, never a reason to give up a job.
#pragma once
#include "base/async.h"
#include "base/clock.h"
#include "titles/storedtitle.h"

namespace kule {

struct CachedTitle
{
    QByteArray json; ///< the six fields, as clients get them
    bool isPartial = false;
    qint64 pageAt = 0; ///< when its page was fetched, UTC ms

    bool operator==(const CachedTitle &) const = default;
};

struct CacheState
{
    QByteArray kind; ///< "memory", "redis"
    QString place;   ///< host and port; empty for memory; never a password
    std::optional<Error> problem; ///< it is away
    qint64 entries = 0;
    qint64 bytes = 0;
    qint64 hits = 0; ///< since the start
    qint64 misses = 0;
};

class TitleCache
{
public:
    virtual ~TitleCache() = default;
    /// Nothing when it is not there or too old. titles.cache_away
    virtual Future<Result<std::optional<CachedTitle>>> find(TitleKey key) = 0;
    virtual Future<Done> put(TitleKey key, CachedTitle title) = 0;
    virtual Future<Done> remove(TitleKey key) = 0;
    virtual Future<Done> clear() = 0;
    virtual Future<Result<CacheState>> state() = 0;
    /// From now on.
    virtual void setTimeToLive(Milliseconds ttl) = 0;
};

} // namespace kule
