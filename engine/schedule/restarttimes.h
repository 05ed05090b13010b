// SPDX-License-Identifier: GPL-3.0-or-later
// When something is restarted again and again, as it is stored and shown. A value; any thread.
#pragma once
#include <QString>

namespace kule {

struct RestartTimes
{
    QString cron; ///< empty: none
    QString timezone;
    qint64 jitterMs = 0;

    bool operator==(const RestartTimes &) const = default;
};

} // namespace kule
