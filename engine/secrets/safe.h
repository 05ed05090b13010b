// SPDX-License-Identifier: GPL-3.0-or-later
// SecretService over the four places, one of which the setting secrets.place names. Teaches the redactor each secret before
// anybody else sees it, and brings one that was written into the settings file to where secrets live. Engine thread.
#pragma once
#include "secrets/environmentstore.h"
#include "secrets/keychainstore.h"
#include "secrets/redactor.h"
#include "secrets/secretservice.h"
#include "secrets/sessionstore.h"
#include "secrets/vaultstore.h"
#include "settings/settingsservice.h"

namespace kule {

class SecretMove;

struct SafeParts
{
    SettingsService &settings;
    KeychainDoor &keychain;
    Clock &clock;
    Redactor &redactor;
    QString folder;        ///< of the vault's file and the list of the keychain's names
    GivenSecrets given;    ///< by the environment
    VaultCost vaultCost = {};
};

class Safe final : public SecretService
{
    Q_OBJECT
public:
    explicit Safe(SafeParts parts);

    Future<Result<SecretState>> state() override;
    Future<Result<SecretState>> probe() override;
    Future<Result<SecretPtr>> read(QString name) override;
    Future<Done> write(QString name, SecretPtr value, Actor actor) override;
    Future<Done> remove(QString name, Actor actor) override;
    Future<Result<SecretState>> unlock(SecretPtr passphrase, Actor actor) override;
    Future<Result<SecretState>> changePassphrase(PassphraseChange change, Actor actor) override;
    Future<Result<SecretState>> moveTo(PlaceChange change, Actor actor) override;

private:
    SecretStore &storeOf(SecretPlace place);
    SecretStore &current() { return storeOf(m_place); }
    void follow(const Settings &settings);
    Future<Done> open();
    /// Tries the place, learns its secrets, brings those of the settings file to it, and tells everybody.
    Future<Result<SecretState>> look();
    Future<Result<SecretState>> tell();
    /// A keychain is locked and opened behind our back: what people see of it follows what its use shows.
    template <class T>
    void notice(const Result<T> &use);
    Future<Done> learnAll();
    Future<Done> learnFrom(std::vector<SecretEntry> entries, std::size_t index);
    Future<Done> adopt();
    Done forgetInFile(const QString &name);
    Future<Result<SecretState>> describe();
    Future<Result<SecretState>> lookIf(const Done &done, const char *action, const Actor &actor);
    Future<Done> makeReady(const PlaceChange &change);
    Future<Done> carry(const PlaceChange &change, const Actor &actor);
    Future<Done> carryAll(const std::shared_ptr<SecretMove> &move, const PlaceChange &change, const Actor &actor);

    SettingsService &m_settings;
    Clock &m_clock;
    Redactor &m_redactor;
    EnvironmentStore m_environment;
    SessionStore m_session;
    KeychainStore m_keychain;
    VaultStore m_vault;
    SecretPlace m_place;
    std::optional<Error> m_problem;
    bool m_hasRefused = false; ///< something, since it was last looked at
    bool m_isProbed = false;
    bool m_isMoving = false;
};

} // namespace kule
