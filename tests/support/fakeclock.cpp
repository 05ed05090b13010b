// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"

#include "base/async.h"

#include <QPointer>

#include <atomic>

namespace kule {

struct FakeClock::Entry
{
    QPointer<QObject> context;
    std::function<void()> f;
    std::atomic_bool isAlive = true;
};

class FakeClock::Handle final : public Clock::Timer
{
public:
    explicit Handle(std::shared_ptr<Entry> entry)
        : m_entry(std::move(entry))
    {
    }
    ~Handle() override { m_entry->isAlive = false; }
    Q_DISABLE_COPY_MOVE(Handle)

private:
    std::shared_ptr<Entry> m_entry;
};

qint64 FakeClock::wallMs() const
{
    const std::lock_guard lock(m_mutex);
    return m_wall;
}

qint64 FakeClock::steadyMs() const
{
    const std::lock_guard lock(m_mutex);
    return m_steady;
}

std::unique_ptr<Clock::Timer> FakeClock::after(Milliseconds delay, QObject *context, std::function<void()> f)
{
    auto entry = std::make_shared<Entry>();
    entry->context = context;
    entry->f = std::move(f);
    const std::lock_guard lock(m_mutex);
    m_entries.emplace(m_steady + delay.count(), entry);
    return std::make_unique<Handle>(std::move(entry));
}

void FakeClock::advance(Milliseconds by)
{
    std::vector<std::shared_ptr<Entry>> due;
    {
        const std::lock_guard lock(m_mutex);
        m_steady += by.count();
        m_wall += by.count();
        const auto end = m_entries.upper_bound(m_steady);
        for (auto entry = m_entries.begin(); entry != end; ++entry)
            due.push_back(entry->second);
        m_entries.erase(m_entries.begin(), end);
    }
    for (const auto &entry : due) {
        if (!entry->context)
            continue;
        post(entry->context, [entry] {
            if (entry->isAlive)
                entry->f();
        });
    }
}

void FakeClock::jumpWall(Milliseconds by)
{
    const std::lock_guard lock(m_mutex);
    m_wall += by.count();
}

int FakeClock::pending() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const auto &item) { return item.second->isAlive.load(); }));
}

} // namespace kule
