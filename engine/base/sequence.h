// SPDX-License-Identifier: GPL-3.0-or-later
// The cursor of lists that stand newest first by a growing number: a page's end is the number of its last row. Any thread.
#pragma once
#include "base/page.h"
#include "base/result.h"

#include <limits>

namespace kule {

/// Rows of the page have numbers below this one. Fails with page.bad_cursor.
inline Result<qint64> sequenceBefore(const PageRequest &page)
{
    if (page.after.isEmpty())
        return std::numeric_limits<qint64>::max();
    bool isNumber = false;
    const qint64 before = page.after.toLongLong(&isNumber);
    if (!isNumber)
        return fail(ErrorKind::Invalid, "page.bad_cursor", text(QT_TRANSLATE_NOOP("Engine", "This is not a cursor of this list. Begin again without it.")));
    return before;
}

} // namespace kule
