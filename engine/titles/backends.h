// SPDX-License-Identifier: GPL-3.0-or-later
// From what the settings say to a cache and a database. Never fails: one that cannot be had answers each call with why.
#pragma once
#include "base/secret.h"
#include "titles/memorycache.h"
#include "titles/titledatabase.h"

namespace kule {

/// The password, null for none; on the thread that connects, which may wait for it. Or why it cannot be had now.
using PasswordSource = std::function<Result<SecretPtr>()>;

/// A url as a cache or a database is named by.
struct BackendUrl
{
    QString host;
    int port = 0;
    QString user;
    QString name; ///< the path without its slash
    PasswordSource password;
    QString place() const; ///< for people
};

/// "memory:": null. "redis://[user@]host[:port][/number]": that, behind the memory.
std::unique_ptr<TitleCache> remoteCache(const QString &url, PasswordSource password, Milliseconds ttl, MemoryCache &memory, Clock &clock);
/// "sqlite:": that file. "postgresql://user@host[:port]/name"
std::unique_ptr<TitleDatabase> titleDatabase(const QString &url, PasswordSource password, const QString &file, const QString &backupFolder, Clock &clock);

/// Where a cache or database is that is not Kule's own, and whether it can be used. Looking changes nothing there, and waits
/// for some seconds at most.
struct BackendLook
{
    BackendUrl url;  ///< of no host: the setting is not understood
    std::optional<Error> problem;
};
/// Nothing: the one in memory, or SQLite's file.
std::optional<BackendLook> lookAtCache(const QString &url, PasswordSource password);
std::optional<BackendLook> lookAtDatabase(const QString &url, PasswordSource password);

} // namespace kule
