// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/socketguard.h"

#include <sys/socket.h>

namespace kule {

void cutSocket(qintptr socket)
{
    ::shutdown(static_cast<int>(socket), SHUT_RDWR);
}

} // namespace kule
