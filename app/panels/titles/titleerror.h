// SPDX-License-Identifier: GPL-3.0-or-later
// An error of a title with what a person can do about it, for an error strip. Pure; any thread.
#pragma once
#include "base/result.h"

namespace kule {

/// said: what the engine said. The next step is in the window's language as it is now.
Error titleError(const QByteArray &code, const QString &said);

} // namespace kule
