// SPDX-License-Identifier: GPL-3.0-or-later
// Access keys of API clients: 256 random bits shown once, kept as a SHA-256 digest. verify() is for the api threads: it
// reads an immutable table and never blocks; everything else lives on the engine thread and answers by future.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "base/ids.h"
#include "base/secret.h"

namespace kule {

enum class Scope { Read, Run, Admin }; ///< each holds the ones before it
/// "read", "run", "admin"
const char *wordOf(Scope scope);
std::optional<Scope> scopeOf(QByteArrayView word);

struct AccessKey
{
    KeyId id;
    QString name;
    Scope scope = Scope::Read;
    qint64 createdAt = 0; ///< UTC ms
    std::optional<qint64> lastUsedAt;
    std::optional<qint64> revokedAt;
    bool isOfThisSession = false; ///< from KULE_API_KEY, --key-file or this computer's own; not stored, cannot be revoked
};

struct NewKey
{
    AccessKey key;
    std::shared_ptr<const Secret> secret; ///< the only time it is seen
};

/// Who is calling, as far as a key tells.
struct Caller
{
    KeyId id;
    QString name;
    Scope scope = Scope::Read;
};

class AccessKeys : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Nothing for an empty, unknown or revoked key. Any thread, no waiting; notes the time of use.
    virtual std::optional<Caller> verify(QByteArrayView key) const = 0;

    virtual Future<Result<std::vector<AccessKey>>> list() = 0;
    /// key.bad_name (empty, over 64 characters, in use)
    virtual Future<Result<NewKey>> create(QString name, Scope scope, Actor actor) = 0;
    /// key.not_found, key.of_this_session
    virtual Future<Result<AccessKey>> revoke(KeyId id, Actor actor) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace kule
