// SPDX-License-Identifier: GPL-3.0-or-later
// An error of a title with what a person can do about it, for an error strip. Pure; any thread.
#pragma once
#include "base/result.h"

namespace kule {

/// said: what the engine said. Both are in the window's language as it is now.
Error titleError(const QByteArray &code, const Text &said);

} // namespace kule
