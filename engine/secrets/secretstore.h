// SPDX-License-Identifier: GPL-3.0-or-later
// The seam between Kule and a place that keeps secrets by name: keychain, vault, this session, environment. Calls may come
// from any thread and return at once; values cross as SecretPtr. A store never prints, logs or caches elsewhere what it keeps.
#pragma once
#include "base/async.h"
#include "base/secret.h"

#include <vector>

namespace kule {

enum class SecretPlace { Keychain, Vault, Session, Environment };
/// "keychain", "vault", "session", "env": as KULE_SECRETS names them.
const char *wordOf(SecretPlace place);
std::optional<SecretPlace> placeOf(QByteArrayView word);

struct SecretEntry
{
    QString name;
    qint64 updatedAt = 0; ///< UTC ms; 0: not known
    bool operator==(const SecretEntry &) const = default;
};

/// Lower-case words of letters, digits, "._-" joined by "/": "pusher/secret", "bot/12/token". secrets.bad_name
Done checkSecretName(const QString &name);

// What a place may answer instead, each with what to do next. detail: the system's own words, never a secret.
namespace secreterror {
Error notFound(const QString &name);
Error locked(SecretPlace place);
Error denied();
Error absent(const QString &detail);
Error timedOut(int seconds);
Error failed(const QString &detail);
Error wrongPassphrase();
Error weakPassphrase();
Error damaged(const QString &file);
Error newerVault(const QString &file);
Error swappedVault(const QString &file);
Error noVault();
Error notWritten(const QString &file, const QString &detail);
Error readOnly(const QString &variable);
Error busy();
/// The place does not work now, whatever is asked of it, and may later: locked, denied, absent, timedOut, failed.
bool isOfPlace(const Error &error);
} // namespace secreterror

class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual SecretPlace place() const = 0;
    /// secrets.not_found besides what the place has against it (secrets.locked …).
    virtual Future<Result<SecretPtr>> read(QString name) = 0;
    /// Kept durably when it is answered, or the former value stands. secrets.read_only
    virtual Future<Done> write(QString name, SecretPtr value, qint64 nowMs) = 0;
    /// What is not there is removed already.
    virtual Future<Done> remove(QString name) = 0;
    /// By name, sorted.
    virtual Future<Result<std::vector<SecretEntry>>> list() = 0;
    /// Whether it works now, tried out where that changes nothing.
    virtual Future<Done> probe() = 0;
};

} // namespace kule
