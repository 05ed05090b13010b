// SPDX-License-Identifier: GPL-3.0-or-later
// What the freedesktop Secret Service says of itself over D-Bus: there or not, open or locked. On other platforms all is well
// until QtKeychain says otherwise. On the thread `keychain` only; blocks for as long as the bus does.
#pragma once
#include "base/result.h"

#include <functional>

class QObject;

namespace kule::secretservice {

/// secrets.absent, secrets.locked
Done check();
/// Has the service ask the person, and calls answered on context's thread: secrets.denied when they will not.
void unlock(QObject *context, std::function<void(const Done &)> answered);

} // namespace kule::secretservice
