// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain by QtKeychain, whose jobs want an event loop and sometimes block: they live on the thread `keychain`, one for
// the program, as QtKeychain and libsecret each answer to the thread that used them first. On Linux the Secret Service is
// asked beforehand whether it is there and open, as libsecret would ask the person.
#pragma once
#include "secrets/keychaindoor.h"

namespace kule {

class SystemKeychain final : public KeychainDoor
{
    Q_OBJECT
public:
    SystemKeychain();
    /// Leaves without the answers that have not come.
    ~SystemKeychain() override;

    Future<Result<SecretPtr>> read(QString service, QString name) override;
    Future<Done> write(QString service, QString name, SecretPtr value) override;
    Future<Done> remove(QString service, QString name) override;
    Future<Done> unlock() override;

private:
    template <class T, class F, class G>
    Future<Result<T>> perform(F makeJob, G valueOf);

    QObject *m_anchor; ///< something on the thread to post to, which goes there too
};

} // namespace kule
