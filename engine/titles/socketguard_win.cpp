// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/socketguard.h"

#include <winsock2.h>

namespace kule {

void cutSocket(qintptr socket)
{
    ::shutdown(static_cast<SOCKET>(socket), SD_BOTH);
}

} // namespace kule
