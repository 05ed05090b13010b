// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/memorycache.h"

namespace kule {
namespace {

constexpr qint64 overhead = 256; // of an entry beside its text

} // namespace

MemoryCache::MemoryCache(const Clock &clock, qint64 room, Milliseconds ttl)
    : m_clock(clock)
    , m_ttl(ttl)
    , m_entries(room)
{
}

std::optional<CachedTitle> MemoryCache::look(const TitleKey &key)
{
    const qint64 now = m_clock.steadyMs();
    const QByteArray name = nameOf(key);
    const std::lock_guard lock(m_mutex);
    const Entry *entry = m_entries.object(name);
    if (entry && now < entry->until) {
        ++m_hits;
        return entry->title;
    }
    ++m_misses;
    if (entry)
        m_entries.remove(name);
    return std::nullopt;
}

void MemoryCache::keep(const TitleKey &key, CachedTitle title)
{
    const qint64 now = m_clock.steadyMs();
    const qint64 cost = title.json.size() + overhead;
    const std::lock_guard lock(m_mutex);
    m_entries.insert(nameOf(key), new Entry{std::move(title), now + m_ttl.count()}, cost);
}

void MemoryCache::forget(const TitleKey &key)
{
    const std::lock_guard lock(m_mutex);
    m_entries.remove(nameOf(key));
}

void MemoryCache::setRoom(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_entries.setMaxCost(bytes);
}

void MemoryCache::setTimeToLive(Milliseconds ttl)
{
    const std::lock_guard lock(m_mutex);
    m_ttl = ttl;
}

Future<Result<std::optional<CachedTitle>>> MemoryCache::find(TitleKey key)
{
    return answered(Result<std::optional<CachedTitle>>(look(key)));
}

Future<Done> MemoryCache::put(TitleKey key, CachedTitle title)
{
    keep(key, std::move(title));
    return answered(Done());
}

Future<Done> MemoryCache::remove(TitleKey key)
{
    forget(key);
    return answered(Done());
}

Future<Done> MemoryCache::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    return answered(Done());
}

qint64 MemoryCache::hits()
{
    const std::lock_guard lock(m_mutex);
    return m_hits;
}

Future<Result<CacheState>> MemoryCache::state()
{
    const std::lock_guard lock(m_mutex);
    return answered(Result<CacheState>(CacheState{"memory", {}, std::nullopt, m_entries.count(), m_entries.totalCost(), m_hits, m_misses}));
}

} // namespace kule
