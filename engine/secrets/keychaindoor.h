// SPDX-License-Identifier: GPL-3.0-or-later
// The seam to the keychain of this computer, as it is: no time-out, no list of names. Calls from any thread; an answer may
// be late or never come, so whoever asks sets a bound (KeychainStore does).
#pragma once
#include "secrets/secretstore.h"

namespace kule {

class KeychainDoor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// secrets.absent, secrets.locked, secrets.denied, secrets.not_found, secrets.failed. Never asks the person to unlock.
    virtual Future<Result<SecretPtr>> read(QString service, QString name) = 0;
    virtual Future<Done> write(QString service, QString name, SecretPtr value) = 0;
    virtual Future<Done> remove(QString service, QString name) = 0;
    /// Has the system ask the person; secrets.denied when they do not want to. Done at once where it is not locked.
    virtual Future<Done> unlock() = 0;
};

} // namespace kule
