// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatalscan.h"

#include "base/await.h"
#include "fatals/fatalindex.h"
#include "fatals/fatalname.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>

namespace kule {
namespace {

constexpr std::size_t filesPerWrite = 256;
// File systems' times are as coarse as 2 s (FAT): what changed just now may change again unseen, or is still being written.
constexpr qint64 coarsestTime = 2500;

} // namespace

Result<FolderChanges> FatalScan::look(Depth depth)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QFileInfo folder(m_folder);
    const qint64 time = folder.exists() ? folder.lastModified().toMSecsSinceEpoch() : -1;
    if (depth == Depth::Glance && time >= 0 && time == m_seen)
        return FolderChanges();
    m_seen = -1;

    auto known = await(m_store.read([](Database &database) -> Result<QHash<QString, fatalindex::Known>> { return fatalindex::known(database); }));
    if (!known)
        return fail(known.error());
    const QSet<QString> young = std::exchange(m_young, {});
    FolderChanges changes;
    std::vector<FatalEntry> entries;
    QDirIterator files(m_folder, QDir::Files | QDir::NoSymLinks);
    while (files.hasNext() && !m_isInterrupted) {
        files.next();
        const QString name = files.fileName();
        if (!isFatalName(name))
            continue;
        const auto before = known->constFind(name);
        const bool isKnown = before != known->constEnd();
        const bool isSame = isKnown
            && ((depth != Depth::Contents && !young.contains(name))
                || (files.fileInfo().size() == before->size && files.fileInfo().lastModified().toMSecsSinceEpoch() == before->modified));
        if (!isSame || young.contains(name)) {
            if (std::abs(now - files.fileInfo().lastModified().toMSecsSinceEpoch()) < coarsestTime)
                m_young << name;
        }
        if (isKnown)
            known->erase(before);
        if (isSame)
            continue;
        if (auto entry = entryOf(name)) {
            changes.appeared.push_back(entry->fatal);
            entries.push_back(std::move(*entry));
        }
        if (entries.size() == filesPerWrite) {
            if (auto applied = apply(entries, {}); !applied)
                return fail(applied.error());
            entries.clear();
        }
    }
    if (m_isInterrupted)
        return fail(detail::goneError());
    changes.removed = known->keys();
    if (auto applied = apply(entries, changes.removed); !applied)
        return fail(applied.error());
    m_seen = time < now - coarsestTime && m_young.isEmpty() ? time : -1;
    return changes;
}

Result<FolderChanges> FatalScan::lookAt(const QString &filename)
{
    const auto known = await(m_store.read([&filename](Database &database) { return fatalindex::known(database, filename); }));
    if (!known)
        return fail(known.error());
    const QFileInfo file(m_folder + u'/' + filename);
    FolderChanges changes;
    if (*known && (*known)->size == file.size() && (*known)->modified == modifiedAt(m_folder, filename))
        return changes;
    const auto entry = entryOf(filename);
    if (entry)
        changes.appeared.push_back(entry->fatal);
    else
        changes.removed << filename;
    if (auto applied = apply(entry ? std::vector{*entry} : std::vector<FatalEntry>(), changes.removed); !applied)
        return fail(applied.error());
    return changes;
}

void FatalScan::sweep(const QString &own) const
{
    QDirIterator files(m_folder, {unfinishedPrefix + QStringLiteral("*")}, QDir::Files | QDir::Hidden);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!files.fileName().startsWith(own))
            QFile::remove(path);
    }
}

std::optional<FatalEntry> FatalScan::entryOf(const QString &filename) const
{
    // Size and time first: an edit between the two is then seen at the next look, not missed.
    const QFileInfo file(m_folder + u'/' + filename);
    const qint64 size = file.size();
    const qint64 modified = modifiedAt(m_folder, filename);
    const auto body = readFatal(m_folder, filename);
    if (!body && body.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    return fatalEntry(filename, body.value_or(QByteArray()), size, modified);
}

Done FatalScan::apply(const std::vector<FatalEntry> &entries, const QStringList &gone)
{
    if (entries.empty() && gone.isEmpty())
        return {};
    return await(m_store.write([entries, gone](Database &database) -> Done {
        QSet<QString> groups;
        for (const FatalEntry &entry : entries) {
            if (auto put = fatalindex::put(database, entry); !put)
                return fail(put.error());
            groups << entry.fatal.fingerprint;
        }
        if (auto raised = fatalindex::raiseTotals(database, groups); !raised)
            return raised;
        for (const QString &name : gone) {
            if (auto done = fatalindex::forget(database, name); !done)
                return done;
        }
        return {};
    }));
}

} // namespace kule
