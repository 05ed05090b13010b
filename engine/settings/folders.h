// SPDX-License-Identifier: GPL-3.0-or-later
// Where Kule keeps what, by the platform's convention (XDG on Linux). A value; any thread. Creates nothing by itself.
#pragma once
#include "base/result.h"

#include <QString>

namespace kule {

struct Folders
{
    QString data;         ///< database, logs, fatals, packages
    QString settingsFile; ///< in the data folder when that was named, else in the platform's configuration folder
    QString runtime;      ///< discovery files; owner-only; the session's where there is one, else in the data folder

    /// namedData: what --data-dir or KULE_DATA_DIR said; empty for the platform's.
    static Folders resolve(const QString &namedData);

    QString database() const { return data + QStringLiteral("/kule.db"); }
    QString searchIndex() const { return data + QStringLiteral("/search.db"); } ///< may be deleted while Kule is not running
    QString titles() const { return data + QStringLiteral("/titles.db"); } ///< titles and their raw pages, unless PostgreSQL has them
    QString backdrops() const { return data + QStringLiteral("/backdrops"); } ///< pictures of titles; may be deleted at any time
    QString logs() const { return data + QStringLiteral("/logs"); }
    QString fatals() const { return data + QStringLiteral("/fatals"); }
    QString packages() const { return data + QStringLiteral("/packages"); }
    QString backups() const { return data + QStringLiteral("/backups"); }
    QString lockFile() const { return data + QStringLiteral("/engine.lock"); }
    /// The discovery file of an engine on this data folder.
    QString discoveryFile() const;

    /// Makes them, owner-only. Fails with folders.not_writable naming the one and the OS's reason.
    Done create() const;
    /// folders.not_writable with the OS's reason.
    static Error notWritable(const QString &folder, const QString &reason);
};

} // namespace kule
