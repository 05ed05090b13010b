// SPDX-License-Identifier: GPL-3.0-or-later
// The vault as a place for secrets: one call after the other on a pool thread of its own, as key and disk take their time.
// Any thread. Locked until somebody gives the passphrase, which is never kept.
#pragma once
#include "secrets/vault.h"

#include <QThreadPool>

namespace kule {

class VaultStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit VaultStore(QString file, VaultCost cost = {}, VaultFault fault = {});
    /// Waits for what was asked.
    ~VaultStore() override;

    SecretPlace place() const override { return SecretPlace::Vault; }
    QFuture<Result<SecretPtr>> read(QString name) override;
    QFuture<Done> write(QString name, SecretPtr value, qint64 nowMs) override;
    QFuture<Done> remove(QString name) override;
    QFuture<Result<std::vector<SecretEntry>>> list() override;
    QFuture<Done> probe() override;

    QFuture<Result<bool>> isThere();
    /// As Vault has them.
    QFuture<Done> open(SecretPtr passphrase);
    /// Opens it, or makes it where there is none.
    QFuture<Done> openOrMake(SecretPtr passphrase);
    /// The same with what the file holds, but for its last line end. secrets.passphrase_file
    QFuture<Done> openOrMakeBy(QString passphraseFile);
    QFuture<Done> startAnew(SecretPtr passphrase);
    QFuture<Done> changePassphrase(SecretPtr former, SecretPtr passphrase);

private:
    template <class F>
    auto inTurn(F f);

    Vault m_vault; ///< of the pool's thread
    QThreadPool m_pool;
};

} // namespace kule
