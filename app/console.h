// SPDX-License-Identifier: GPL-3.0-or-later
// All that the window and its panels know of the engine. References; outlived by the engine behind them.
#pragma once
#include "services.h"
#include "settings/folders.h"

namespace kule {

class ApiControl;

struct Console
{
    Services services;
    ApiControl &api;
    Folders folders;
};

} // namespace kule
