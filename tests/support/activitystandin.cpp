// SPDX-License-Identifier: GPL-3.0-or-later
// Stands for the activity room where it is not built: the same row, nothing to list.
#include "activity/activitylog.h"

namespace kule {

Done ActivityLog::note(Database &database, qint64 nowMs, const Actor &actor, const char *action, const QString &target, const QString &detail)
{
    return database.run("INSERT INTO activity (at, actor, action, target, detail) VALUES (?, ?, ?, ?, ?)", nowMs, actor.name, action, target, detail)
        .map([](const Cursor &) {});
}

} // namespace kule
