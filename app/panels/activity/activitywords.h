// SPDX-License-Identifier: GPL-3.0-or-later
// What someone did, in the window's words, and where its object can be seen. Pure; any thread.
#pragma once
#include "activity/activitylog.h"

namespace kule {

/// "Cancelled a job"; the stable word itself for what this window does not know.
QString deedOf(const QByteArray &action);
/// "this window" for the console, else the key's name.
QString actorText(const QString &actor);

struct ActivityLink
{
    QString panel; ///< empty: nothing to be seen
    QString what;
    QString words; ///< on the button
};
ActivityLink linkOf(const Activity &activity);

} // namespace kule
