// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QSqlError>
#include <QUuid>

namespace kule {

Error storeError(const QSqlError &error)
{
    const QString reason = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    // The low byte of SQLite's code says the class: https://www.sqlite.org/rescode.html
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5:
    case 6:
        return {ErrorKind::Unavailable, "store.busy", text(QT_TRANSLATE_NOOP("Engine", "Another program holds the database. Close it and try again.")), nullptr, 1};
    case 8:
        return {ErrorKind::Unavailable, "store.read_only", text(QT_TRANSLATE_NOOP("Engine", "The database cannot be written: %1. Make the data folder writable and reopen it."), reason), nullptr, std::nullopt};
    case 11:
    case 26:
        return {ErrorKind::Broken, "store.corrupt", text(QT_TRANSLATE_NOOP("Engine", "The database is damaged: %1. Put the newest copy from the backups folder in its place."), reason), nullptr, std::nullopt};
    case 13:
        return {ErrorKind::Unavailable, "store.full", text(QT_TRANSLATE_NOOP("Engine", "The disk is full. Free some space and try again.")), nullptr, std::nullopt};
    default:
        return {ErrorKind::Unavailable, "store.failed", text(QT_TRANSLATE_NOOP("Engine", "The database refused: %1. Check the disk of the data folder."), reason), nullptr, std::nullopt};
    }
}

Database::Database(QString connection, StoreFault fault)
    : m_connection(std::move(connection))
    , m_fault(std::move(fault))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access, StoreFault fault)
{
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString(), std::move(fault)));
    database->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
    database->m_database.setDatabaseName(file);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database->m_database.setConnectOptions(options);
    if (!database->m_database.open()) {
        const QSqlError reason = database->m_database.lastError();
        return fail(ErrorKind::Unavailable, "store.cannot_open",
                    text(QT_TRANSLATE_NOOP("Engine", "The database %1 cannot be opened: %2. Check that the folder is there and writable."), file,
                         reason.databaseText().isEmpty() ? reason.text() : reason.databaseText()));
    }
    const std::vector<const char *> pragmas = access == Access::ReadWrite
        ? std::vector<const char *>{"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                                    "PRAGMA wal_autocheckpoint=4000", "PRAGMA cache_size=-8000"}
        : std::vector<const char *>{"PRAGMA query_only=ON", "PRAGMA cache_size=-8000"};
    for (const char *pragma : pragmas) {
        if (auto done = database->run(pragma); !done)
            return fail(done.error());
    }
    return database;
}

Database::~Database()
{
    m_literals.clear();
    m_composed.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Cursor> Database::execute(Statement &statement, const char *sql, const QVariantList &args)
{
    if (m_fault && m_fault(sql))
        return fail(ErrorKind::Unavailable, "store.failed", text(QT_TRANSLATE_NOOP("Engine", "The database refused: %1. Check the disk of the data folder."), QStringLiteral("injected fault")));
    if (!statement) {
        statement = std::make_unique<QSqlQuery>(m_database);
        statement->setForwardOnly(true);
        if (!statement->prepare(QString::fromUtf8(sql))) {
            const Error error = storeError(statement->lastError());
            statement.reset();
            return fail(error);
        }
    }
    for (int i = 0; i < args.size(); ++i)
        statement->bindValue(i, args[i]);
    if (!statement->exec()) {
        const Error error = storeError(statement->lastError());
        statement->finish();
        return fail(error);
    }
    return Cursor(statement.get());
}

Done Database::begin()
{
    m_rewritesHistory = false;
    return run("BEGIN IMMEDIATE").map([](const Cursor &) {});
}

Done Database::commit()
{
    return run("COMMIT").map([](const Cursor &) {});
}

void Database::rollback()
{
    (void)run("ROLLBACK");
}

} // namespace kule
