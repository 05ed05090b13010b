// SPDX-License-Identifier: GPL-3.0-or-later
// What the room of Heroku knows for the one of bots: which app has a bot's token, and how its dyno is stopped. Engine thread;
// asked from any.
#pragma once
#include "bots/detective.h"
#include "heroku/herokuservice.h"

namespace kule {

/// Outlived by both.
HerokuDoor herokuDoor(HerokuService &heroku, QObject &anchor);

} // namespace kule
