// SPDX-License-Identifier: GPL-3.0-or-later
// What may stand behind the ? of each operation: for the table in operations.cpp, and for nobody else. Constant.
#pragma once
#include "api/operations.h"

#include <QtGlobal>

namespace kule {

constexpr Parameter afterCursor{"after", "string", QT_TRANSLATE_NOOP("Engine", "Cursor: `next` of the page before")};
constexpr Parameter rowsAtMost{"limit", "integer", QT_TRANSLATE_NOOP("Engine", "Rows in the page, 1 to 1000; 100 by default")};
constexpr Parameter whichAttempt{"attempt", "integer", QT_TRANSLATE_NOOP("Engine", "Which attempt, from 1; the newest by default")};
constexpr Parameter howMany{"expected", "integer", QT_TRANSLATE_NOOP("Engine", "How many that are; if it is another number by now, nothing is deleted (required)")};
constexpr auto asIf = QT_TRANSLATE_NOOP("Engine", "As if the setting of that name were so; 0: no limit");

constexpr Parameter jobQuery[] = {
    {"q", "string", QT_TRANSLATE_NOOP("Engine", "Filter as in the window: state:failed file:report since:3d duration:>5m -label:nightly words")},
    {"state", "string", QT_TRANSLATE_NOOP("Engine", "States, joined by commas")},
    afterCursor,
    rowsAtMost,
};
constexpr Parameter fatalQuery[] = {
    {"q", "string", QT_TRANSLATE_NOOP("Engine", "Filter as in the window: type:ValueError file:report frame:load since:3d words")},
    afterCursor,
    {"limit", "integer", QT_TRANSLATE_NOOP("Engine", "Rows in the page, 1 to 1000")},
};
constexpr Parameter fatalsToDelete[] = {
    {"q", "string", QT_TRANSLATE_NOOP("Engine", "Which reports, by the filter of the list; empty: all")},
    howMany,
};
constexpr Parameter jobsToDelete[] = {
    {"q", "string", QT_TRANSLATE_NOOP("Engine", "Which jobs, by the filter of the list; empty: all")},
    {"state", "string", QT_TRANSLATE_NOOP("Engine", "States, joined by commas")},
    howMany,
};
constexpr Parameter exportQuery[] = {
    {"q", "string", QT_TRANSLATE_NOOP("Engine", "Filter as in the list; empty: all")},
    {"format", "string", QT_TRANSLATE_NOOP("Engine", "csv, excel (the same with the mark by which Excel knows UTF-8) or jsonl; csv by default")},
};
constexpr Parameter attemptQuery[] = {
    whichAttempt,
};
constexpr Parameter keepQuery[] = {
    {"jobs_days", "integer", asIf},
    {"jobs_count", "integer", asIf},
    {"jobs_mb", "integer", asIf},
    {"failed_days", "integer", asIf},
    {"failed_count", "integer", asIf},
    {"failed_mb", "integer", asIf},
    {"fatals_days", "integer", asIf},
    {"fatals_count", "integer", asIf},
    {"fatals_mb", "integer", asIf},
    {"callbacks_days", "integer", asIf},
    {"callbacks_count", "integer", asIf},
    {"activity_days", "integer", asIf},
    {"activity_count", "integer", asIf},
};
constexpr Parameter callbackQuery[] = {
    {"state", "string", QT_TRANSLATE_NOOP("Engine", "waiting, delivered or dead")},
    afterCursor,
    rowsAtMost,
};
constexpr Parameter botDeliveryQuery[] = {
    {"state", "string", QT_TRANSLATE_NOOP("Engine", "queued, sending, sent, failed or review")},
    afterCursor,
    rowsAtMost,
};
constexpr Parameter pageQuery[] = {
    afterCursor,
    rowsAtMost,
};
constexpr Parameter activityQuery[] = {
    {"q", "string", QT_TRANSLATE_NOOP("Engine", "Filter as in the window: by:ci action:job target:12345 since:3d words")},
    afterCursor,
    rowsAtMost,
};
constexpr Parameter logQuery[] = {
    {"offset", "integer", QT_TRANSLATE_NOOP("Engine", "Bytes from the start of the log; 0 by default")},
    {"tail", "integer", QT_TRANSLATE_NOOP("Engine", "Instead of offset: so many bytes from the end")},
    {"limit", "integer", QT_TRANSLATE_NOOP("Engine", "Bytes at most, 1 to 1048576; 65536 by default")},
    whichAttempt,
};
constexpr Parameter logSearchQuery[] = {
    {"pattern", "string", QT_TRANSLATE_NOOP("Engine", "Regular expression; upper and lower case are one (required)")},
    {"direction", "string", QT_TRANSLATE_NOOP("Engine", "forward or backward; forward by default")},
    {"from", "integer", QT_TRANSLATE_NOOP("Engine", "Offset to begin at: `next` of the answer before; else the start, or the end when backward")},
    {"limit", "integer", QT_TRANSLATE_NOOP("Engine", "Hits at most, 1 to 1000; 100 by default")},
    whichAttempt,
};
/// A bot's log knows no attempts.
constexpr auto botLogQuery = std::span(logQuery).first<std::size(logQuery) - 1>();
constexpr auto botLogSearchQuery = std::span(logSearchQuery).first<std::size(logSearchQuery) - 1>();
constexpr Parameter titleQuery[] = {
    {"q", "string", QT_TRANSLATE_NOOP("Engine", "Filter: year:>2000 locale:tr partial:yes since:3d words")},
    afterCursor,
    rowsAtMost,
};
constexpr Parameter localeQuery[] = {
    {"locale", "string", QT_TRANSLATE_NOOP("Engine", "Locale of the url, such as tr; none by default")},
};
constexpr Parameter titlesToDelete[] = {
    {"expected", "integer", QT_TRANSLATE_NOOP("Engine", "How many there are; if it is another number by now, nothing is deleted (required)")},
};
constexpr Parameter herokuAppQuery[] = {
    {"name", "string", QT_TRANSLATE_NOOP("Engine", "Which app (required)")},
};
constexpr Parameter herokuPreviewQuery[] = {
    {"deed", "string", QT_TRANSLATE_NOOP("Engine", "scale, stop or restart (required)")},
    {"type", "string", QT_TRANSLATE_NOOP("Engine", "Process type, such as worker; for restart it may be absent: all")},
    {"dyno", "string", QT_TRANSLATE_NOOP("Engine", "For restart: this one alone, such as worker.1")},
    {"quantity", "integer", QT_TRANSLATE_NOOP("Engine", "For scale: how many dynos")},
};
constexpr Parameter herokuLogQuery[] = {
    {"lines", "integer", QT_TRANSLATE_NOOP("Engine", "How many of the last lines, 1 to 1500; 100 by default")},
    {"dyno", "string", QT_TRANSLATE_NOOP("Engine", "Of this dyno alone, such as worker.1")},
};

} // namespace kule
