// SPDX-License-Identifier: GPL-3.0-or-later
// From what the settings say to a cache and a database. Never fails: one that cannot be had answers each call with why.
#pragma once
#include "titles/memorycache.h"
#include "titles/titledatabase.h"

namespace kule {

/// A url as a cache or a database is named by.
struct BackendUrl
{
    QString host;
    int port = 0;
    QString user;
    QString password;
    QString name; ///< the path without its slash
    QString place() const; ///< for people: without the password
};

/// "memory:": null. "redis://[[user]:password@]host[:port][/number]": that, behind the memory.
std::unique_ptr<TitleCache> remoteCache(const QString &url, Milliseconds ttl, MemoryCache &memory, Clock &clock);
/// "sqlite:": that file. "postgresql://user[:password]@host[:port]/name"
std::unique_ptr<TitleDatabase> titleDatabase(const QString &url, const QString &file, const QString &backupFolder, Clock &clock);

/// Where a cache or database is that is not Kule's own, and whether it can be used. Looking changes nothing there, and waits
/// for some seconds at most.
struct BackendLook
{
    BackendUrl url;  ///< of no host: the setting is not understood
    std::optional<Error> problem;
};
/// Nothing: the one in memory, or SQLite's file.
std::optional<BackendLook> lookAtCache(const QString &url);
std::optional<BackendLook> lookAtDatabase(const QString &url);

} // namespace kule
