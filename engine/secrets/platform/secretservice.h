// SPDX-License-Identifier: GPL-3.0-or-later
// What the freedesktop Secret Service says of itself over D-Bus: there or not, open or locked. On other platforms all is well
// until QtKeychain says otherwise. On the thread `keychain` only, and never waits: what is found is said to `answered`, unless
// context goes first.
#pragma once
#include "base/result.h"

#include <functional>

class QObject;

namespace kule::secretservice {

/// secrets.absent, secrets.locked, secrets.timed_out
void check(QObject *context, std::function<void(const Done &)> answered);
/// Has the service ask the person: secrets.denied when they will not.
void unlock(QObject *context, std::function<void(const Done &)> answered);

} // namespace kule::secretservice
