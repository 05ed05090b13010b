// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the index fit the folder, which is the truth. All calls come from one thread at a time (the looking thread of
// FatalFolder) and block; interrupt() alone may come from any. Reads only files that changed.
#pragma once
#include "fatals/fatalfile.h"
#include "store/store.h"

#include <QSet>

#include <atomic>

namespace kule {

struct FolderChanges
{
    std::vector<Fatal> appeared; ///< or changed
    QStringList removed;
    bool isEmpty() const { return appeared.empty() && removed.isEmpty(); }
};

class FatalScan
{
public:
    enum class Depth {
        Glance,   ///< nothing if the folder's own time stands still, else Names
        Names,    ///< files that came and went, and new ones that are still being written
        Contents, ///< also edits in place, by size and time
    };
    FatalScan(QString folder, Store &store)
        : m_folder(std::move(folder))
        , m_store(store)
    {
    }

    /// store.* when the index cannot be brought up to date.
    Result<FolderChanges> look(Depth depth);
    /// One file again, if it changed.
    Result<FolderChanges> lookAt(const QString &filename);
    /// Removes what an engine that died left half-made; own: the prefix of the files of this one.
    void sweep(const QString &own) const;
    /// Ends a look early, for shutting down.
    void interrupt() { m_isInterrupted = true; }

private:
    std::optional<FatalEntry> entryOf(const QString &filename) const;
    Done apply(const std::vector<FatalEntry> &entries, const QStringList &gone);

    const QString m_folder;
    Store &m_store;
    std::atomic_bool m_isInterrupted = false;
    QSet<QString> m_young; ///< files that had changed just before the last look
    qint64 m_seen = -1; ///< the folder's time at the last look, when all in it had come to rest; -1: look again
};

} // namespace kule
