// SPDX-License-Identifier: GPL-3.0-or-later
// How long things are kept: by age, count and size, each kind by rules of its own, the oldest first. What would go is told
// before a rule is saved. Public calls from any thread answer by future. What is queued or running never goes.
#pragma once
#include "base/async.h"
#include "settings/settings.h"

#include <array>

namespace kule {

enum class KeptKind { Jobs, FailedJobs, Fatals, Callbacks, Activity };
inline constexpr KeptKind allKeptKinds[] = {KeptKind::Jobs, KeptKind::FailedJobs, KeptKind::Fatals, KeptKind::Callbacks, KeptKind::Activity};
/// "jobs", "failed_jobs", "fatals", "callbacks", "activity"
const char *wordOf(KeptKind kind);

/// 0 sets no limit.
struct KeepRule
{
    qint64 days = 0;
    qint64 count = 0;
    qint64 megabytes = 0;
    bool operator==(const KeepRule &) const = default;
};

struct KeepPolicy
{
    std::array<KeepRule, std::size(allKeptKinds)> rules{};

    KeepRule &operator[](KeptKind kind) { return rules[static_cast<std::size_t>(kind)]; }
    const KeepRule &operator[](KeptKind kind) const { return rules[static_cast<std::size_t>(kind)]; }
    static KeepPolicy of(const Settings &settings);
    /// The number that the setting stands for; null when it is none of these.
    qint64 *valueOf(Setting setting);
    bool operator==(const KeepPolicy &) const = default;
};

/// Of one kind: what is kept, and what the rule would let go.
struct Going
{
    KeptKind kind = KeptKind::Jobs;
    qint64 total = 0;
    qint64 totalBytes = 0; ///< of jobs: their logs
    qint64 count = 0;
    qint64 bytes = 0;
    std::optional<qint64> oldest; ///< UTC ms
};

class RetentionService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// What would go at once if this were the policy; by kind, in their order.
    virtual Future<Result<std::vector<Going>>> preview(KeepPolicy policy) = 0;

Q_SIGNALS:
    /// Something went: load lists again.
    void applied();
};

} // namespace kule
