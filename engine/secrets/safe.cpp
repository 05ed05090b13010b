// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/safe.h"

#include "base/chain.h"

#include <QDir>

namespace kule {
namespace {

constexpr qsizetype longestSecret = 1536; // what the smallest keychain takes, in Base64

SecretPlace placeIn(const Settings &settings)
{
    return placeOf(settings.text(Setting::SecretsPlace).toLatin1()).value_or(SecretPlace::Keychain);
}

Done checkValue(const Secret &value)
{
    const QByteArrayView bytes = value.view();
    if (bytes.size() >= shortestRedacted && bytes.size() <= longestSecret && !bytes.contains('\0'))
        return {};
    return fail(ErrorKind::Invalid, "secrets.bad_value", text(QT_TRANSLATE_NOOP("Engine", "A secret has 8 to 1536 bytes and no NUL. Look whether it was copied whole.")));
}

std::optional<Setting> settingHolding(const QString &name)
{
    for (const auto &[setting, secret] : secretname::ofSettings) {
        if (secret == name)
            return setting;
    }
    return std::nullopt;
}

template <class T>
Future<Result<T>> refusal(Error error)
{
    return answered(Result<T>(fail(std::move(error))));
}

} // namespace

QString secretname::botToken(const QString &bot)
{
    return QStringLiteral("bot/%1/token").arg(bot);
}

QString secretname::herokuToken(const QString &app)
{
    return QStringLiteral("heroku/%1/token").arg(app);
}

Safe::Safe(SafeParts parts)
    : m_settings(parts.settings)
    , m_clock(parts.clock)
    , m_redactor(parts.redactor)
    , m_environment(std::move(parts.given))
    , m_keychain(parts.keychain, parts.clock, QStringLiteral("Kule: ") + QDir::toNativeSeparators(parts.folder), parts.folder + QStringLiteral("/keychain-names.json"))
    , m_vault(parts.folder + QStringLiteral("/secrets.vault"), parts.redactor, parts.vaultCost)
    , m_place(placeIn(parts.settings.current()))
{
    qRegisterMetaType<SecretState>();
    for (const auto &[name, value] : m_environment.all())
        m_redactor.learn(*value);
    for (const auto &[setting, name] : secretname::ofSettings) {
        if (const SecretPtr inFile = m_settings.secretInFile(setting))
            m_redactor.learn(*inFile);
    }
    connect(&m_settings, &SettingsService::changed, this, &Safe::follow);
    post(this, [this] { chained(this, open(), [this](const Done &) { return look(); }); });
}

SecretStore &Safe::storeOf(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain:
        return m_keychain;
    case SecretPlace::Vault:
        return m_vault;
    case SecretPlace::Session:
        return m_session;
    case SecretPlace::Environment:
        break;
    }
    return m_environment;
}

void Safe::follow(const Settings &settings)
{
    if (m_place == placeIn(settings))
        return;
    m_place = placeIn(settings);
    m_isProbed = false;
    m_problem.reset();
    if (!m_isMoving)
        chained(this, open(), [this](const Done &) { return look(); });
}

Future<Done> Safe::open()
{
    const QString file = m_settings.current().text(Setting::SecretsPassphraseFile);
    if (m_place != SecretPlace::Vault || file.isEmpty())
        return answered(Done());
    return chained(this, m_vault.openOrMakeBy(file), [this](const Done &opened) {
        m_problem = opened ? std::nullopt : std::optional(opened.error());
        return answered(opened);
    });
}

Future<Result<SecretState>> Safe::look()
{
    return chained(this, current().probe(), [this, place = m_place](const Done &probed) -> Future<Result<SecretState>> {
        if (place != m_place)
            return describe(); // it changed meanwhile, and is looked at for itself
        m_isProbed = true;
        m_hasRefused = false;
        // Why the passphrase of the file did not do says more than that it is locked.
        const bool saysMore = m_problem && !probed && (m_problem->code != "secrets.locked") && probed.error().code == "secrets.locked" && place == SecretPlace::Vault;
        if (!saysMore)
            m_problem = probed ? std::nullopt : std::optional(probed.error());
        const Future<Done> known = probed ? chained(this, learnAll(), [this](const Done &) { return adopt(); }) : answered(Done());
        return chained(this, known, [this](const Done &) {
            Q_EMIT valueChanged({});
            return tell();
        });
    });
}

Future<Result<SecretState>> Safe::tell()
{
    return chained(this, describe(), [this](const Result<SecretState> &state) {
        if (state)
            Q_EMIT changed(*state);
        return answered(Result<SecretState>(state));
    });
}

template <class T>
void Safe::notice(const Result<T> &use)
{
    if (use && m_hasRefused) {
        (void)look();
    } else if (!use && secreterror::isOfPlace(use.error())) {
        m_hasRefused = true;
        if (m_problem)
            return; // what was found when it was looked at may say more
        m_problem = use.error();
        (void)tell();
    }
}

Future<Done> Safe::learnAll()
{
    if (m_place == SecretPlace::Environment)
        return answered(Done());
    return chained(this, current().list(), [this](const Result<std::vector<SecretEntry>> &entries) { return learnFrom(entries.value_or(std::vector<SecretEntry>()), 0); });
}

Future<Done> Safe::learnFrom(std::vector<SecretEntry> entries, std::size_t index)
{
    if (index >= entries.size())
        return answered(Done());
    const QString name = entries[index].name;
    return chained(this, current().read(name), [this, entries = std::move(entries), index](const Result<SecretPtr> &value) {
        if (value)
            m_redactor.learn(**value);
        return learnFrom(entries, index + 1);
    });
}

Done Safe::forgetInFile(const QString &name)
{
    const auto setting = settingHolding(name);
    return setting ? m_settings.forgetSecretInFile(*setting) : Done();
}

Future<Done> Safe::adopt()
{
    const bool isLasting = m_place == SecretPlace::Keychain || m_place == SecretPlace::Vault;
    const auto next = std::find_if(secretname::ofSettings.begin(), secretname::ofSettings.end(), [this](const auto &each) { return m_settings.secretInFile(each.first) != nullptr; });
    if (next == secretname::ofSettings.end() || !isLasting)
        return answered(Done());
    const SecretPtr inFile = m_settings.secretInFile(next->first);
    return chained(this, current().write(next->second, inFile, m_clock.wallMs()), [this, inFile, next](const Done &written) -> Future<Done> {
        if (!written)
            return answered(written);
        return chained(this, current().read(next->second), [this, inFile, next](const Result<SecretPtr> &back) -> Future<Done> {
            const bool isThere = back && (*back)->matches(inFile->view());
            const Done forgotten = isThere ? m_settings.forgetSecretInFile(next->first) : Done();
            return isThere && forgotten ? adopt() : answered(forgotten);
        });
    });
}

Future<Result<SecretState>> Safe::describe()
{
    return chained(this, m_vault.isThere(), [this](const Result<bool> &hasVault) {
        return chained(this, current().list(), [this, hasVault = hasVault.value_or(false)](const Result<std::vector<SecretEntry>> &entries) {
            SecretState state;
            state.place = m_place;
            state.isDecided = m_settings.current().isOverridden(Setting::SecretsPlace);
            state.problem = m_problem;
            state.isProbed = m_isProbed;
            state.hasVault = hasVault;
            std::map<QString, SecretInfo> secrets;
            for (const SecretEntry &entry : entries.value_or(std::vector<SecretEntry>()))
                secrets[entry.name] = {entry.name, entry.updatedAt, m_environment.given(entry.name) != nullptr};
            for (const auto &[name, value] : m_environment.all())
                secrets[name] = {name, 0, true};
            for (const auto &[setting, name] : secretname::ofSettings) {
                if (m_settings.secretInFile(setting))
                    secrets.try_emplace(name, SecretInfo{name, 0, false});
            }
            for (auto &[name, info] : secrets)
                state.secrets.push_back(std::move(info));
            return answered(Result<SecretState>(std::move(state)));
        });
    });
}

Future<Result<SecretState>> Safe::state()
{
    return ask(this, [this] { return describe(); });
}

Future<Result<SecretState>> Safe::probe()
{
    return ask(this, [this] { return look(); });
}

Future<Result<SecretPtr>> Safe::read(QString name)
{
    return ask(this, [this, name = std::move(name)]() -> Future<Result<SecretPtr>> {
        if (SecretPtr given = m_environment.given(name))
            return answered(Result<SecretPtr>(std::move(given)));
        const auto setting = settingHolding(name);
        if (SecretPtr inFile = setting ? m_settings.secretInFile(*setting) : nullptr)
            return answered(Result<SecretPtr>(std::move(inFile)));
        return chained(this, current().read(name), [this](const Result<SecretPtr> &value) {
            if (value)
                m_redactor.learn(**value);
            notice(value);
            return answered(Result<SecretPtr>(value));
        });
    });
}

Future<Done> Safe::write(QString name, SecretPtr value, Actor actor)
{
    return ask(this, [this, name = std::move(name), value = std::move(value), actor = std::move(actor)]() -> Future<Done> {
        if (auto checked = checkSecretName(name); !checked)
            return answered(checked);
        if (auto checked = checkValue(*value); !checked)
            return answered(checked);
        if (m_isMoving)
            return refusal<void>(secreterror::busy());
        m_redactor.learn(*value);
        return chained(this, current().write(name, value, m_clock.wallMs()), [this, name, actor](const Done &written) {
            notice(written);
            // The new value stands above one that still waits in the settings file.
            auto done = written ? forgetInFile(name) : written;
            if (written) {
                Q_EMIT valueChanged(name);
                Q_EMIT decided("secret.set", name, actor);
            }
            return answered(std::move(done));
        });
    });
}

Future<Done> Safe::remove(QString name, Actor actor)
{
    return ask(this, [this, name = std::move(name), actor = std::move(actor)]() -> Future<Done> {
        if (auto checked = checkSecretName(name); !checked)
            return answered(checked);
        if (m_isMoving)
            return refusal<void>(secreterror::busy());
        return chained(this, current().remove(name), [this, name, actor](const Done &removed) {
            notice(removed);
            auto done = removed ? forgetInFile(name) : removed;
            if (removed) {
                Q_EMIT valueChanged(name);
                Q_EMIT decided("secret.remove", name, actor);
            }
            return answered(std::move(done));
        });
    });
}

Future<Result<SecretState>> Safe::lookIf(const Done &done, const char *action, const Actor &actor)
{
    if (!done)
        return refusal<SecretState>(done.error());
    m_problem.reset();
    Q_EMIT decided(action, QString::fromLatin1(wordOf(m_place)), actor);
    return look();
}

Future<Result<SecretState>> Safe::unlock(SecretPtr passphrase, Actor actor)
{
    return ask(this, [this, passphrase = std::move(passphrase), actor = std::move(actor)]() -> Future<Result<SecretState>> {
        switch (m_place) {
        case SecretPlace::Session:
        case SecretPlace::Environment:
            return look();
        case SecretPlace::Keychain:
            return chained(this, m_keychain.unlock(), [this, actor](const Done &done) { return lookIf(done, "secrets.unlock", actor); });
        case SecretPlace::Vault:
            break;
        }
        if (!passphrase)
            return refusal<SecretState>(secreterror::wrongPassphrase());
        return chained(this, m_vault.openOrMake(passphrase), [this, actor](const Done &done) { return lookIf(done, "secrets.unlock", actor); });
    });
}

Future<Result<SecretState>> Safe::changePassphrase(PassphraseChange change, Actor actor)
{
    return ask(this, [this, change = std::move(change), actor = std::move(actor)]() -> Future<Result<SecretState>> {
        if (m_place != SecretPlace::Vault)
            return refusal<SecretState>({ErrorKind::Conflict, "secrets.not_a_vault",
                                         text(QT_TRANSLATE_NOOP("Engine", "Only a vault has a passphrase. Move the secrets to a vault first.")), nullptr, std::nullopt});
        const Future<Done> changed = change.former ? m_vault.changePassphrase(change.former, change.passphrase) : m_vault.startAnew(change.passphrase);
        const char *action = change.former ? "secrets.passphrase" : "secrets.start_anew";
        return chained(this, changed, [this, action, actor](const Done &done) { return lookIf(done, action, actor); });
    });
}

} // namespace kule
