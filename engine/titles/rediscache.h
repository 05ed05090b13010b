// SPDX-License-Identifier: GPL-3.0-or-later
// Titles in Redis, where other programs may share them. Talks to it on a thread of its own, a second at most for each
// command; once it did not answer, calls are refused at once until the next try, which comes later and later. Any thread.
#pragma once
#include "net/backoff.h"
#include "titles/backends.h"

#include <QThread>

struct redisContext;
struct redisReply;

namespace kule {

class RedisCache final : public TitleCache
{
public:
    RedisCache(BackendUrl place, int number, Milliseconds ttl, Clock &clock);
    ~RedisCache() override;

    Future<Result<std::optional<CachedTitle>>> find(TitleKey key) override;
    Future<Done> put(TitleKey key, CachedTitle title) override;
    Future<Done> remove(TitleKey key) override;
    /// Kule's own keys; others' stay.
    Future<Done> clear() override;
    Future<Result<CacheState>> state() override;
    void setTimeToLive(Milliseconds ttl) override;

private:
    class Talker;
    QThread m_thread;
    Talker *m_talker; ///< on the thread
};

} // namespace kule
