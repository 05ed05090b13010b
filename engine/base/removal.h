// SPDX-License-Identifier: GPL-3.0-or-later
// A deletion that may be taken back for ten minutes, as a value: what lists of them, answers and toasts say. Any thread.
#pragma once
#include "base/clock.h"

#include <QString>

namespace kule {

/// From the deletion to its end for good; a restart in between changes nothing.
inline constexpr Milliseconds undoableFor = std::chrono::minutes(10);

struct Removal
{
    QString undo;     ///< the token that takes it back
    qint64 count = 0; ///< of what was deleted
    qint64 at = 0;    ///< UTC ms
    qint64 until = 0; ///< UTC ms; then it is final
    QString said;     ///< the filter, or the name of the one
    QString actor;
};

} // namespace kule
