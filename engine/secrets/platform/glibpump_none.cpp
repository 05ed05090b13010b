// SPDX-License-Identifier: GPL-3.0-or-later
// No libsecret on this platform, so nothing to turn.
#include "secrets/platform/glibpump.h"

namespace kule {

struct GlibPump::Loop
{
};

GlibPump::GlibPump() = default;
GlibPump::~GlibPump() = default;

void GlibPump::hold() { }

void GlibPump::release() { }

} // namespace kule
