// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secretstore.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace kule {
namespace {

constexpr std::array<std::pair<SecretPlace, const char *>, 4> words{{
    {SecretPlace::Keychain, "keychain"},
    {SecretPlace::Vault, "vault"},
    {SecretPlace::Session, "session"},
    {SecretPlace::Environment, "env"},
}};
constexpr qsizetype longestName = 128;

bool isWordCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'.' || u == u'_' || u == u'-';
}

Error error(ErrorKind kind, const char *code, Text message)
{
    return {kind, code, std::move(message), nullptr, std::nullopt};
}

} // namespace

const char *wordOf(SecretPlace place)
{
    return words[static_cast<std::size_t>(place)].second;
}

std::optional<SecretPlace> placeOf(QByteArrayView word)
{
    const auto found = std::find_if(words.begin(), words.end(), [word](const auto &row) { return word == row.second; });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

Done checkSecretName(const QString &name)
{
    const QStringList parts = name.split(u'/');
    const bool isGood = name.size() <= longestName && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        return !part.isEmpty() && std::all_of(part.begin(), part.end(), isWordCharacter);
    });
    if (isGood)
        return {};
    return fail(ErrorKind::Invalid, "secrets.bad_name",
                text(QT_TRANSLATE_NOOP("Engine", "Name a secret by small letters, digits and ._- with / between its parts, such as pusher/secret.")));
}

namespace secreterror {

Error notFound(const QString &name)
{
    return error(ErrorKind::NotFound, "secrets.not_found",
                 text(QT_TRANSLATE_NOOP("Engine", "There is no secret %1. Enter it under Settings, Secrets."), name.left(200)));
}

Error locked(SecretPlace place)
{
    return place == SecretPlace::Vault
        ? error(ErrorKind::Unavailable, "secrets.locked", text(QT_TRANSLATE_NOOP("Engine", "The vault is locked. Open it with its passphrase under Settings, Secrets.")))
        : error(ErrorKind::Unavailable, "secrets.locked",
                text(QT_TRANSLATE_NOOP("Engine", "The keychain of this computer is locked. Unlock it under Settings, Secrets, or log in to your desktop.")));
}

Error denied()
{
    return error(ErrorKind::Forbidden, "secrets.denied",
                 text(QT_TRANSLATE_NOOP("Engine", "The keychain refused Kule. Allow it when the system asks, or keep secrets in a vault instead.")));
}

Error absent(const QString &detail)
{
    return error(ErrorKind::Unavailable, "secrets.absent",
                 text(QT_TRANSLATE_NOOP("Engine", "This computer offers no keychain (%1). Choose another place under Settings, Secrets: a vault, this session or the environment."), detail));
}

Error timedOut(int seconds)
{
    return error(ErrorKind::TimedOut, "secrets.timed_out",
                 text(QT_TRANSLATE_NOOP("Engine", "The keychain did not answer within %1 s. Look for a question of your system that waits, then try again."), QString::number(seconds)));
}

Error failed(const QString &detail)
{
    return error(ErrorKind::Unavailable, "secrets.failed", text(QT_TRANSLATE_NOOP("Engine", "The keychain failed: %1. Start Kule again, or keep secrets in a vault instead."), detail));
}

Error wrongPassphrase()
{
    return error(ErrorKind::Forbidden, "secrets.wrong_passphrase",
                 text(QT_TRANSLATE_NOOP("Engine", "This is not the passphrase of the vault. Try again; if it is forgotten, start a new vault.")));
}

Error weakPassphrase()
{
    return error(ErrorKind::Invalid, "secrets.weak_passphrase", text(QT_TRANSLATE_NOOP("Engine", "Choose a passphrase of 8 to 1024 bytes.")));
}

Error damaged(const QString &file)
{
    return error(ErrorKind::Broken, "secrets.damaged",
                 text(QT_TRANSLATE_NOOP("Engine", "The vault %1 is damaged. Put back a copy of it, or start a new vault; the damaged one is kept aside."), QDir::toNativeSeparators(file)));
}

Error newerVault(const QString &file)
{
    return error(ErrorKind::Conflict, "secrets.newer_vault",
                 text(QT_TRANSLATE_NOOP("Engine", "The vault %1 was written by a newer Kule. Update Kule, or start a new vault."), QDir::toNativeSeparators(file)));
}

Error swappedVault(const QString &file)
{
    return error(ErrorKind::Conflict, "secrets.swapped",
                 text(QT_TRANSLATE_NOOP("Engine", "The vault %1 was replaced while it was open, so nothing is written to it. Open it again with its passphrase to use the new one, or start a new vault to keep the secrets that are in use."), QDir::toNativeSeparators(file)));
}

Error noVault()
{
    return error(ErrorKind::NotFound, "secrets.no_vault", text(QT_TRANSLATE_NOOP("Engine", "There is no vault yet. Choose a passphrase under Settings, Secrets, to make one.")));
}

Error notWritten(const QString &file, const QString &detail)
{
    return error(ErrorKind::Unavailable, "secrets.not_written",
                 text(QT_TRANSLATE_NOOP("Engine", "The file %1 could not be written: %2. The secrets in it are as they were."), QDir::toNativeSeparators(file), detail));
}

Error readOnly(const QString &variable)
{
    return error(ErrorKind::Conflict, "secrets.read_only",
                 text(QT_TRANSLATE_NOOP("Engine", "Secrets come from the environment. Set %1 there and start Kule again, or choose another place for secrets."), variable));
}

Error busy()
{
    return error(ErrorKind::Conflict, "secrets.busy", text(QT_TRANSLATE_NOOP("Engine", "Secrets are on their way from one place to another. Wait for it to end.")));
}

bool isOfPlace(const Error &error)
{
    static constexpr std::array codes{"secrets.locked", "secrets.denied", "secrets.absent", "secrets.timed_out", "secrets.failed"};
    return std::any_of(codes.begin(), codes.end(), [&error](const char *code) { return error.code == code; });
}

} // namespace secreterror

} // namespace kule
