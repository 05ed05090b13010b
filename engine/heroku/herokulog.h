// SPDX-License-Identifier: GPL-3.0-or-later
// What Logplex sends, as lines: "2026-11-21T10:00:00.123456+00:00 app[worker.1]: text". Pure; any thread.
#pragma once
#include "heroku/heroku.h"

namespace kule {

/// isCut: the first line is the end of one.
HerokuLog herokuLogOf(const QByteArray &bytes, bool isCut);

} // namespace kule
