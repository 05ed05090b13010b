// SPDX-License-Identifier: GPL-3.0-or-later
// A job as the API gives it, as words for people. Any thread; changes nothing.
#pragma once
#include "output.h"

#include "jobs/job.h"

namespace kule::cli {

/// The state that the job's JSON names; Queued when it names none.
JobState stateOf(const Json &job);
/// For people, in their language (in English the name that a filter takes); programs read --json.
QString stateWord(JobState state);
QString stateWord(const Json &job);
/// The same, painted by what it means.
QString stateText(const Output &out, const Json &job);
/// What it does at present: a title's step in the reader's language, a script's as the script says it.
QString stepText(const Json &job, Language language);
/// process_id as it was sent: a number stays one.
QString processIdOf(const Json &job);
/// What boot returned, of the newest attempt; null when nothing came back.
Json resultOf(const Json &job);
/// "2026-11-21 03:33:09" in local time; a dash for none.
QString timeText(const Json &time);
/// "1.2 s", "3 min 4 s"
QString durationText(const Json &from, const Json &to);
/// The member as a whole number, 0 when it is none.
qint64 numberOf(const Json &object, const char *key);

} // namespace kule::cli
