// SPDX-License-Identifier: GPL-3.0-or-later
// RetentionService that also carries the policy out: soon after the start and after a change of the settings, then each
// hour, a small slice at a time on a thread of its own. Built on the engine thread. An engine that dies over it leaves whole
// things only, and the next pass goes on.
#pragma once
#include "base/clock.h"
#include "jobs/joberaser.h"
#include "keeping/retention.h"
#include "settings/settingsservice.h"

#include <QThreadPool>

#include <atomic>

namespace kule {

class FatalFolder;

class Keeper final : public RetentionService
{
    Q_OBJECT
public:
    Keeper(Store &store, FatalFolder &fatals, SettingsService &settings, Clock &clock, QString logFolder);
    ~Keeper() override;

    Future<Result<std::vector<Going>>> preview(KeepPolicy policy) override;

private:
    void applyIn(Milliseconds delay);

    // The keeper's thread.
    Done apply(const KeepPolicy &policy);
    Result<qint64> applyTo(KeptKind kind, const KeepRule &rule);
    Result<qint64> erase(KeptKind kind, const QStringList &keys, qint64 now);

    Store &m_store;
    FatalFolder &m_fatals;
    Clock &m_clock;
    const JobEraser m_eraser;
    KeepPolicy m_policy;
    std::atomic<qint64> m_logCap;
    std::atomic_bool m_isStopping = false;
    std::unique_ptr<Clock::Timer> m_next;
    QThreadPool m_thread;
};

} // namespace kule
