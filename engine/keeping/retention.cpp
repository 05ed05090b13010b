// SPDX-License-Identifier: GPL-3.0-or-later
#include "keeping/retention.h"

namespace kule {

const char *wordOf(KeptKind kind)
{
    switch (kind) {
    case KeptKind::Jobs:
        return "jobs";
    case KeptKind::FailedJobs:
        return "failed_jobs";
    case KeptKind::Fatals:
        return "fatals";
    case KeptKind::Callbacks:
        return "callbacks";
    case KeptKind::Activity:
        return "activity";
    }
    return "";
}

qint64 *KeepPolicy::valueOf(Setting setting)
{
    KeepPolicy &policy = *this;
    switch (setting) {
    case Setting::KeepJobsDays:
        return &policy[KeptKind::Jobs].days;
    case Setting::KeepJobsCount:
        return &policy[KeptKind::Jobs].count;
    case Setting::KeepJobsMegabytes:
        return &policy[KeptKind::Jobs].megabytes;
    case Setting::KeepFailedDays:
        return &policy[KeptKind::FailedJobs].days;
    case Setting::KeepFailedCount:
        return &policy[KeptKind::FailedJobs].count;
    case Setting::KeepFailedMegabytes:
        return &policy[KeptKind::FailedJobs].megabytes;
    case Setting::KeepFatalsDays:
        return &policy[KeptKind::Fatals].days;
    case Setting::KeepFatalsCount:
        return &policy[KeptKind::Fatals].count;
    case Setting::KeepFatalsMegabytes:
        return &policy[KeptKind::Fatals].megabytes;
    case Setting::KeepCallbacksDays:
        return &policy[KeptKind::Callbacks].days;
    case Setting::KeepCallbacksCount:
        return &policy[KeptKind::Callbacks].count;
    case Setting::KeepActivityDays:
        return &policy[KeptKind::Activity].days;
    case Setting::KeepActivityCount:
        return &policy[KeptKind::Activity].count;
    default:
        return nullptr;
    }
}

KeepPolicy KeepPolicy::of(const Settings &settings)
{
    KeepPolicy policy;
    for (const SettingRow &row : settingRows) {
        if (qint64 *value = policy.valueOf(row.id))
            *value = settings.number(row.id);
    }
    return policy;
}

} // namespace kule
