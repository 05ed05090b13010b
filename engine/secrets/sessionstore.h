// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets for as long as the program runs, in memory that is scrubbed. Lives on the thread that made it.
#pragma once
#include "secrets/secretstore.h"

#include <map>

namespace kule {

class SessionStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    SecretPlace place() const override { return SecretPlace::Session; }
    Future<Result<SecretPtr>> read(QString name) override;
    Future<Done> write(QString name, SecretPtr value, qint64 nowMs) override;
    Future<Done> remove(QString name) override;
    Future<Result<std::vector<SecretEntry>>> list() override;
    Future<Done> probe() override;

private:
    struct Kept
    {
        SecretPtr value;
        qint64 updatedAt = 0;
    };
    std::map<QString, Kept> m_kept;
};

} // namespace kule
