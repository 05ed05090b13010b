// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "base/clock.h"

#include <QDir>
#include <QFile>

namespace kule {
namespace {

Done applyFile(Database &database, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Broken, "store.schema_missing", text(QT_TRANSLATE_NOOP("Engine", "This program is incomplete: %1 is missing. Install it again."), path));
    // A statement ends with ";" at the end of a line; triggers hold such lines too and end with "END;".
    QByteArray statement;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.trimmed().startsWith("--"))
            continue;
        statement += line + '\n';
        const bool isTrigger = statement.trimmed().startsWith("CREATE TRIGGER");
        const bool ends = isTrigger ? line.trimmed() == "END;" : line.trimmed().endsWith(';');
        if (!ends)
            continue;
        if (auto done = database.runWith(statement.trimmed(), {}); !done)
            return fail(done.error());
        statement.clear();
    }
    return {};
}

} // namespace

Done migrate(Database &database, const QString &schemaFolder, const QString &backupFolder, qint64 nowMs)
{
    const QStringList files = QDir(schemaFolder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return fail(version.error());
    if (*version > files.size())
        return fail(ErrorKind::Conflict, "store.newer_schema",
                    text(QT_TRANSLATE_NOOP("Engine", "This data folder belongs to a newer Kule (schema %1, this one knows %2). Update Kule or choose another folder."),
                         QString::number(*version), QString::number(files.size())));
    if (*version == files.size())
        return {};
    if (*version > 0) {
        QDir().mkpath(backupFolder);
        const QString copy = backupFolder + QStringLiteral("/kule-schema%1-%2.db").arg(*version).arg(nowMs);
        if (auto done = database.run("VACUUM INTO ?", copy); !done)
            return fail(ErrorKind::Unavailable, "store.backup_failed",
                        text(QT_TRANSLATE_NOOP("Engine", "The database could not be copied to %1 before its update. Free some space and start again."), copy));
    }
    for (qsizetype next = *version; next < files.size(); ++next) {
        if (auto begun = database.begin(); !begun)
            return begun;
        auto applied = applyFile(database, schemaFolder + u'/' + files[next]);
        if (applied)
            applied = database.runWith("PRAGMA user_version=" + QByteArray::number(next + 1), {}).map([](const Cursor &) {});
        if (applied)
            applied = database.commit();
        if (!applied) {
            database.rollback();
            return applied;
        }
    }
    return {};
}

} // namespace kule
