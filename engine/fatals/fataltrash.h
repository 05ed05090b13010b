// SPDX-License-Identifier: GPL-3.0-or-later
// Deleted reports for ten minutes: each deletion is a folder of its own, hidden within the fatals folder and so on the same
// file system, named by when it is final. The names are the truth: a restart changes nothing, no database is asked. One
// thread at a time; blocks.
#pragma once
#include "base/removal.h"
#include "base/result.h"

#include <QStringList>

#include <optional>

namespace kule {

class FatalTrash
{
public:
    static constexpr QLatin1String tokenPrefix{"fatal-"}; ///< of every undo made here

    explicit FatalTrash(const QString &fatalsFolder);

    /// A bin for what is deleted together; its token stands in undo. Empty: the folder takes none.
    Removal open(qint64 now, const QString &said, const QString &actor) const;
    /// Moves the report into the bin; without a bin it goes for good. fatal.bad_name, fatal.not_found, fatal.io
    Done take(const Removal &bin, const QString &filename) const;
    /// A bin that stayed empty goes.
    void close(const Removal &bin) const;

    /// What was moved there, newest first, unless it is final by now.
    std::vector<Removal> removals(qint64 now) const;
    struct Restored
    {
        Removal removal;
        QStringList names; ///< as they are now: "12345~2.txt" where 12345.txt was taken meanwhile
    };
    /// undo.not_found; fatal.io: then what is left may be asked for again.
    Result<Restored> restore(const QString &undo, qint64 now) const;
    /// Removes what is final; answers when the next one is.
    std::optional<qint64> expire(qint64 now) const;

private:
    QString folderOf(const QString &undo) const;

    const QString m_folder; ///< of the reports
    const QString m_trash;
};

} // namespace kule
