// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets by name, wherever they live: where that is, whether it works, and how to go from one place to another without loss.
// Calls from any thread; values go in and to those who must send them, never to people. Lives on the engine thread.
#pragma once
#include "base/actor.h"
#include "secrets/secretstore.h"
#include "settings/settings.h"

namespace kule {

/// Names that rooms of the engine use.
namespace secretname {
inline const QString pusher = QStringLiteral("pusher/secret");
inline const QString titlesCache = QStringLiteral("titles/cache-password");
inline const QString titlesDatabase = QStringLiteral("titles/database-password");
QString botToken(const QString &bot);  ///< "bot/<id>/token"
QString herokuToken(const QString &app); ///< "heroku/my-app/token"
/// What is a row of the settings for people, and a secret for us.
inline const std::array ofSettings{std::pair{Setting::PusherSecret, pusher}, std::pair{Setting::TitlesCachePassword, titlesCache}, std::pair{Setting::DatabasePassword, titlesDatabase}};
} // namespace secretname

struct SecretInfo
{
    QString name;
    qint64 updatedAt = 0;      ///< UTC ms; 0: not known
    bool isGiven = false;      ///< by the environment, which stands above the place
};

struct SecretState
{
    SecretPlace place = SecretPlace::Keychain;
    bool isDecided = false; ///< by a flag or the environment, so it cannot be changed here
    std::optional<Error> problem; ///< why secrets cannot be read now; nothing: all is well
    bool isProbed = false;        ///< false: not known yet
    bool hasVault = false;        ///< a vault's file is there, in use or not
    std::vector<SecretInfo> secrets; ///< by name; of a locked vault none
};

struct PassphraseChange
{
    SecretPtr former; ///< null: forgotten, so start a new vault and keep the old one aside
    SecretPtr passphrase;
};

struct PlaceChange
{
    SecretPlace place = SecretPlace::Keychain;
    SecretPtr passphrase; ///< of the vault, to open or to make; null otherwise
    bool leavesBehind = false; ///< go even if what is kept now cannot be read; it stays where it is
};

class SecretService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual Future<Result<SecretState>> state() = 0;
    /// Tries the place out, then state().
    virtual Future<Result<SecretState>> probe() = 0;
    /// The environment's where it gives one. secrets.not_found, secrets.locked …
    virtual Future<Result<SecretPtr>> read(QString name) = 0;
    /// secrets.bad_name, secrets.bad_value (under 8 bytes, over 2 KiB, a NUL), secrets.read_only …
    virtual Future<Done> write(QString name, SecretPtr value, Actor actor) = 0;
    virtual Future<Done> remove(QString name, Actor actor) = 0;
    /// The vault by its passphrase, which makes one where there is none; the keychain (passphrase null) by asking the person.
    virtual Future<Result<SecretState>> unlock(SecretPtr passphrase, Actor actor) = 0;
    /// secrets.not_a_vault where secrets live elsewhere.
    virtual Future<Result<SecretState>> changePassphrase(PassphraseChange change, Actor actor) = 0;
    /// Copies, reads back, changes the setting, then deletes at the former place: a break at any point loses nothing.
    /// settings.overridden, secrets.not_given …
    virtual Future<Result<SecretState>> moveTo(PlaceChange change, Actor actor) = 0;

Q_SIGNALS:
    void changed(kule::SecretState state);
    /// Its value may be another, or readable for the first time; an empty name: any.
    void valueChanged(QString name);
    /// For the activity log.
    void decided(QByteArray action, QString target, kule::Actor actor);
};

} // namespace kule
