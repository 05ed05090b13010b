// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that were given in the environment: KULE_SECRET_<NAME>, and the variables that some had before. Read once, then
// constant; any thread.
#pragma once
#include "secrets/secretstore.h"

#include <map>

class QProcessEnvironment;

namespace kule {

/// By name; KULE_SECRET_… by its variable, as a name cannot be told from it.
using GivenSecrets = std::map<QString, SecretPtr>;
/// "KULE_SECRET_BOT_12_TOKEN" for "bot/12/token".
QString secretVariable(const QString &name);
/// Every KULE_SECRET_… that is not empty; HEROKU_AUTH_TOKEN as the token of the app that HEROKU_APP_NAME names.
GivenSecrets givenIn(const QProcessEnvironment &environment);
/// Apps on Heroku whose tokens are among them by name.
QStringList herokuAppsIn(const GivenSecrets &given);
/// Whether processes that Kule starts do without that variable: secrets, and what leads to them.
bool isWithheld(const QString &variable);
/// Takes what is withheld out of this process's own environment and scrubs it there, once it was read. Only while there is
/// one thread.
void forgetWithheld();

class EnvironmentStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit EnvironmentStore(GivenSecrets given, QObject *parent = nullptr);
    SecretPlace place() const override { return SecretPlace::Environment; }
    /// Null: not given.
    SecretPtr given(const QString &name) const;
    const GivenSecrets &all() const { return m_given; }

    Future<Result<SecretPtr>> read(QString name) override;
    Future<Done> write(QString name, SecretPtr value, qint64 nowMs) override;
    Future<Done> remove(QString name) override;
    Future<Result<std::vector<SecretEntry>>> list() override;
    Future<Done> probe() override;

private:
    const GivenSecrets m_given;
};

} // namespace kule
