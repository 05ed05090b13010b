// SPDX-License-Identifier: GPL-3.0-or-later
// A stored log line in its two parts: the time that the engine put before it, and what the script said. Pure.
#pragma once
#include "logs/ansi.h"

#include <QByteArray>

#include <optional>

namespace kule {

struct LogLine
{
    std::optional<qint64> at; ///< UTC ms; nothing for a line without a time (the rest of a very long one)
    QByteArrayView text;
};

/// "2026-11-21T00:33:09.123Z text"; the view is into bytes.
LogLine splitLogLine(QByteArrayView bytes);
/// Only the text of it, quickly: the time is known by its shape.
QByteArrayView withoutTime(QByteArrayView bytes);

/// A longer line is walked and searched in pieces of this many bytes at most.
inline constexpr qsizetype longestLogPiece = 8 * 1024;
/// Bytes up to rest's first line feed, at most longestLogPiece and then not within a character.
qsizetype logPieceLength(QByteArrayView rest);

/// "+1.234", "+2:05.120", "+1:00:03.000"
QString elapsedText(qint64 ms);

} // namespace kule
