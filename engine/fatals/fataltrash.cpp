// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fataltrash.h"

#include "base/disk.h"
#include "base/json.h"
#include "fatals/fatalfile.h"
#include "fatals/fatalname.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace kule {
namespace {

constexpr qint64 slowestTry = 60'000; // ms; for one that the system would not remove
const QString note = QStringLiteral(".removal.json");

// "fatal-<UTC ms of its end>-<random>": nothing else that stands in the trash is touched, and no name leads out of it.
std::optional<qint64> untilOf(const QString &undo)
{
    static const QRegularExpression token(QStringLiteral("^fatal-([0-9]{1,18})-[0-9a-f]{32}$"));
    const auto match = token.match(undo);
    return match.hasMatch() ? std::optional(match.captured(1).toLongLong()) : std::nullopt;
}

QStringList reportsIn(const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::Files | QDir::NoSymLinks, QDir::Name);
    names.removeIf([](const QString &name) { return !isFatalName(name); });
    return names;
}

} // namespace

FatalTrash::FatalTrash(const QString &fatalsFolder)
    : m_folder(fatalsFolder)
    , m_trash(fatalsFolder + u'/' + unfinishedPrefix + QStringLiteral("trash"))
{
}

QString FatalTrash::folderOf(const QString &undo) const
{
    return m_trash + u'/' + undo;
}

Removal FatalTrash::open(qint64 now, const QString &said, const QString &actor) const
{
    const qint64 until = now + undoableFor.count();
    Removal bin{QStringLiteral("%1%2-%3").arg(tokenPrefix).arg(until).arg(QUuid::createUuid().toString(QUuid::Id128)), 0, now, until, said, actor};
    // A full disk or a foreign file system must not keep anybody from deleting.
    if (!QFileInfo(m_folder).isDir() || !QDir().mkpath(folderOf(bin.undo))) {
        bin.undo.clear();
        return bin;
    }
    QFile::setPermissions(m_trash, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile file(folderOf(bin.undo) + u'/' + note);
    if (file.open(QIODevice::WriteOnly))
        file.write(dumpJson(Json{{"said", said}, {"actor", actor}, {"at", now}})); // only told; without it the reports still come back
    return bin;
}

Done FatalTrash::take(const Removal &bin, const QString &filename) const
{
    return bin.undo.isEmpty() ? removeFatal(m_folder, filename) : moveFatal(m_folder, filename, folderOf(bin.undo));
}

void FatalTrash::close(const Removal &bin) const
{
    if (!bin.undo.isEmpty() && reportsIn(folderOf(bin.undo)).isEmpty())
        QDir(folderOf(bin.undo)).removeRecursively();
}

std::vector<Removal> FatalTrash::removals(qint64 now) const
{
    std::vector<Removal> all;
    for (const QString &undo : QDir(m_trash).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const auto until = untilOf(undo);
        const qsizetype count = until && *until > now ? reportsIn(folderOf(undo)).size() : 0;
        if (count == 0)
            continue;
        QFile file(folderOf(undo) + u'/' + note);
        const Json said = file.open(QIODevice::ReadOnly) ? parseJson(file.read(64 * 1024)).value_or(Json()) : Json();
        all.push_back({undo, count, *until - undoableFor.count(), *until, said.is_object() ? textOf(said, "said") : QString(),
                       said.is_object() ? textOf(said, "actor") : QString()});
    }
    std::sort(all.begin(), all.end(), [](const Removal &a, const Removal &b) { return a.until > b.until; });
    return all;
}

Result<FatalTrash::Restored> FatalTrash::restore(const QString &undo, qint64 now) const
{
    const auto all = removals(now);
    const auto found = std::find_if(all.begin(), all.end(), [&undo](const Removal &removal) { return removal.undo == undo; });
    if (found == all.end())
        return fail(ErrorKind::NotFound, "undo.not_found",
                    text(QT_TRANSLATE_NOOP("Engine", "This deletion cannot be taken back: it is more than ten minutes old, or was taken back already.")));
    Restored restored{*found, {}};
    for (const QString &name : reportsIn(folderOf(undo))) {
        const auto placed = returnFatal(folderOf(undo), name, m_folder);
        if (!placed)
            return fail(placed.error());
        restored.names << *placed;
    }
    syncFolder(m_folder);
    QDir(folderOf(undo)).removeRecursively();
    return restored;
}

std::optional<qint64> FatalTrash::expire(qint64 now) const
{
    std::optional<qint64> next;
    for (const QString &undo : QDir(m_trash).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const auto until = untilOf(undo);
        if (!until)
            continue;
        if (*until <= now && QDir(folderOf(undo)).removeRecursively())
            continue;
        const qint64 when = *until > now ? *until : now + slowestTry;
        next = std::min(next.value_or(when), when);
    }
    return next;
}

} // namespace kule
