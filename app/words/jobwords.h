// SPDX-License-Identifier: GPL-3.0-or-later
// A job in the window's words: its state's look, name, progress, times. Pure; any thread.
#pragma once
#include "jobs/job.h"
#include "theme/statelook.h"

namespace kule {

StateLook lookOf(const Job &job);
StateLook lookOf(JobState state);
/// As a person would write it: 12345, not "12345".
QString processIdText(const Json &processId);
/// The label when there is one, else the process id.
QString nameOf(const Job &job);
/// What its end said.
QString errorOf(const Job &job);
/// What the progress column says: the step, why it waits, that it is ending, the error.
QString remarkOf(const Job &job);
/// Of the newest attempt so far; nothing before it began.
std::optional<qint64> durationOf(const Job &job, qint64 now);

} // namespace kule
