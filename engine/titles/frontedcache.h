// SPDX-License-Identifier: GPL-3.0-or-later
// The memory before a cache that is elsewhere: for a minute at most it answers by itself, since what another program writes
// there has to be seen here. Any thread.
#pragma once
#include "titles/memorycache.h"

namespace kule {

class FrontedCache final : public TitleCache
{
public:
    static constexpr Milliseconds frontTime = std::chrono::minutes(1);

    FrontedCache(MemoryCache &front, std::unique_ptr<TitleCache> behind, Milliseconds ttl)
        : m_front(front)
        , m_behind(std::move(behind))
    {
        FrontedCache::setTimeToLive(ttl);
    }
    Future<Result<std::optional<CachedTitle>>> find(TitleKey key) override
    {
        if (auto near = m_front.look(key))
            return answered(Result<std::optional<CachedTitle>>(std::move(near)));
        return m_behind->find(key).then([&front = m_front, key](const Result<std::optional<CachedTitle>> &far) {
            if (far && *far)
                front.keep(key, **far);
            return far;
        });
    }
    Future<Done> put(TitleKey key, CachedTitle title) override
    {
        m_front.keep(key, title);
        return m_behind->put(std::move(key), std::move(title));
    }
    Future<Done> remove(TitleKey key) override
    {
        m_front.forget(key);
        return m_behind->remove(std::move(key));
    }
    Future<Done> clear() override
    {
        (void)m_front.clear();
        return m_behind->clear();
    }
    /// What the memory answered is a hit too; what it had not is asked of the one behind, and counted there.
    Future<Result<CacheState>> state() override
    {
        return m_behind->state().then([&front = m_front](Result<CacheState> state) {
            if (state)
                state->hits += front.hits();
            return state;
        });
    }
    void setTimeToLive(Milliseconds ttl) override
    {
        m_front.setTimeToLive(std::min(ttl, frontTime));
        m_behind->setTimeToLive(ttl);
    }

private:
    MemoryCache &m_front;
    const std::unique_ptr<TitleCache> m_behind;
};

} // namespace kule
