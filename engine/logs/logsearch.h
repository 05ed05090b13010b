// SPDX-License-Identifier: GPL-3.0-or-later
// A regular expression over a log of any size, a part at a time: memory holds one block. Matches what a reader sees of a
// line (no time, no escape sequences). Does I/O by the reader it is given; any thread but gui and engine.
#pragma once
#include "logs/logreader.h"

#include <functional>

namespace kule {

enum class SearchDirection { Forward, Backward };

struct LogSearch
{
    QString pattern; ///< as QRegularExpression takes it; upper and lower case are one
    qint64 from = 0; ///< a line's begin; Backward looks at what ends at or before it
    SearchDirection direction = SearchDirection::Forward;
    int limit = 1; ///< hits, 1 … 1,000
};

struct LogHit
{
    qint64 offset = 0; ///< of the line; of a line beyond longestLogPiece, of the piece that holds the hit
    std::optional<qint64> at; ///< UTC ms
    QString text;      ///< of the line as it is seen, 1,000 characters at most
};

struct LogHits
{
    std::vector<LogHit> hits; ///< in the direction that was asked for
    qint64 next = 0;          ///< search on from here
    qint64 size = 0;          ///< of the log
    bool isEnd = false;       ///< there is no more in this direction
};

using LogReader = std::function<Result<LogSlice>(qint64 offset, qint64 limit)>;

/// Looks at about 32 MiB, less when limit hits are found before. log.bad_pattern with the place, log.pattern_too_costly for
/// one that a hostile line could keep busy for ever, and what the reader says.
Result<LogHits> searchLog(const LogReader &read, const LogSearch &search);

} // namespace kule
