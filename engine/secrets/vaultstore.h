// SPDX-License-Identifier: GPL-3.0-or-later
// The vault as a place for secrets: one call after the other on a pool thread of its own, as key and disk take their time.
// Any thread. Locked until somebody gives the passphrase, which is not kept; that the redactor takes it out of what leaves is
// worth its knowing it.
#pragma once
#include "secrets/vault.h"

#include <QThreadPool>

namespace kule {

class Redactor;

class VaultStore final : public SecretStore
{
    Q_OBJECT
public:
    /// The redactor outlives it.
    VaultStore(QString file, Redactor &redactor, VaultCost cost = {}, VaultFault fault = {});
    /// Waits for what was asked.
    ~VaultStore() override;

    SecretPlace place() const override { return SecretPlace::Vault; }
    Future<Result<SecretPtr>> read(QString name) override;
    Future<Done> write(QString name, SecretPtr value, qint64 nowMs) override;
    Future<Done> remove(QString name) override;
    Future<Result<std::vector<SecretEntry>>> list() override;
    Future<Done> probe() override;

    Future<Result<bool>> isThere();
    /// As Vault has them.
    Future<Done> open(SecretPtr passphrase);
    /// Opens it, or makes it where there is none.
    Future<Done> openOrMake(SecretPtr passphrase);
    /// The same with what the file holds, but for its last line end. secrets.passphrase_file
    Future<Done> openOrMakeBy(QString passphraseFile);
    Future<Done> startAnew(SecretPtr passphrase);
    Future<Done> changePassphrase(SecretPtr former, SecretPtr passphrase);

private:
    template <class F>
    auto inTurn(F f);
    /// A passphrase that proved right is learnt.
    template <class F>
    auto openedBy(const SecretPtr &passphrase, F f);

    Vault m_vault; ///< of the pool's thread
    Redactor &m_redactor;
    QThreadPool m_pool;
};

} // namespace kule
