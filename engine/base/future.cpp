// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/future.h"

namespace kule::detail {

Error goneError()
{
    return Error{ErrorKind::Unavailable, "engine.gone",
                 text(QT_TRANSLATE_NOOP("Engine", "The engine is shutting down. Start it again and repeat the call.")), nullptr,
                 std::nullopt};
}

} // namespace kule::detail
