// SPDX-License-Identifier: GPL-3.0-or-later
// A job's stored output, read by offset whatever its size: only the segments that a slice touches are opened. Pure
// functions over files; any thread but gui and engine, as they do I/O. Never fails for a log that is still growing.
#pragma once
#include "base/result.h"

#include <QStringList>

namespace kule {

struct LogSlice
{
    qint64 offset = 0;  ///< where text begins; may be past the offset asked for when that part was not kept
    qint64 next = 0;    ///< ask from here for more
    qint64 size = 0;    ///< bytes written so far
    qint64 skipped = 0; ///< bytes between the offset asked for and offset that were not kept
    QByteArray text;    ///< each line begins with its UTC time, "2026-11-21T00:33:09.123Z "
    bool isComplete = false; ///< the attempt ended and this reaches the end
};

/// At most limit bytes (1 … 16 MiB) from offset on, ending at a line's end where one is in reach. A part that was not kept
/// is stepped over and counted in skipped. isComplete: the attempt has ended. log.unreadable with the OS's reason.
Result<LogSlice> readLog(const QString &base, qint64 offset, qint64 limit, bool isComplete);
/// The last bytes of it, from the start of a line where one is in reach.
Result<LogSlice> readLogTail(const QString &base, qint64 bytes, bool isComplete);
/// The last lines without their times, each cut at 2,000 bytes; what a report shows.
QStringList lastLogLines(const QString &base, int lines);

} // namespace kule
