// SPDX-License-Identifier: GPL-3.0-or-later
// Who asked for a write: goes into the activity log. A value; any thread.
#pragma once
#include <QString>

namespace kule {

struct Actor
{
    QString name; ///< of the access key, or "console" for the window of this program
    bool isNotedAsOne = false; ///< part of many at once, whose one row in the activity log stands for all

    static Actor console() { return {QStringLiteral("console"), false}; }
};

} // namespace kule
