// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <sqlite3.h>

namespace kule {
namespace {

Error storeError(int code, const QString &reason)
{
    switch (code & 0xff) { // what stands above that byte only says more of it
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Unavailable, "store.busy", text(QT_TRANSLATE_NOOP("Engine", "Another program holds the database. Close it and try again.")), nullptr, 1};
    case SQLITE_READONLY:
        return {ErrorKind::Unavailable, "store.read_only", text(QT_TRANSLATE_NOOP("Engine", "The database cannot be written: %1. Make the data folder writable and reopen it."), reason), nullptr, std::nullopt};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::Broken, "store.corrupt", text(QT_TRANSLATE_NOOP("Engine", "The database is damaged: %1. Put the newest copy from the backups folder in its place."), reason), nullptr, std::nullopt};
    case SQLITE_FULL:
        return {ErrorKind::Unavailable, "store.full", text(QT_TRANSLATE_NOOP("Engine", "The disk is full. Free some space and try again.")), nullptr, std::nullopt};
    default:
        return {ErrorKind::Unavailable, "store.failed", text(QT_TRANSLATE_NOOP("Engine", "The database refused: %1. Check the disk of the data folder."), reason), nullptr, std::nullopt};
    }
}

bool bindText(sqlite3_stmt *statement, int place, const char *utf8, qsizetype size)
{
    // A null pointer would be NULL to SQLite; here an empty text is empty.
    return sqlite3_bind_text64(statement, place, utf8 ? utf8 : "", static_cast<sqlite3_uint64>(size), SQLITE_TRANSIENT, SQLITE_UTF8) == SQLITE_OK;
}

// SQL's redacted(text): NULL stays NULL.
void redactArgument(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto &redaction = *static_cast<const StoreRedaction *>(sqlite3_user_data(context));
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_value_text(arguments[0]));
    if (!utf8 || !redaction)
        return sqlite3_result_value(context, arguments[0]);
    const QByteArray said(utf8, sqlite3_value_bytes(arguments[0]));
    const QByteArray kept = redaction(said);
    if (kept == said)
        return sqlite3_result_value(context, arguments[0]);
    sqlite3_result_text64(context, kept.constData(), static_cast<sqlite3_uint64>(kept.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

Cursor::~Cursor()
{
    sqlite3_reset(m_statement);
}

bool Cursor::next()
{
    if (!std::exchange(m_isFresh, false) && m_hasRow)
        m_hasRow = sqlite3_step(m_statement) == SQLITE_ROW;
    return m_hasRow;
}

QString Cursor::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Cursor::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

qint64 Cursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Cursor::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

bool Cursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Cursor::columns() const
{
    return sqlite3_column_count(m_statement);
}

QVariant Cursor::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<qlonglong>(integer(column));
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return bytes(column);
    default:
        return {};
    }
}

int Cursor::changed() const
{
    return sqlite3_changes(sqlite3_db_handle(m_statement));
}

qint64 Cursor::insertedId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement));
}

void Database::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close(connection);
}

void Database::Close::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Database::Database(StoreFault fault, StoreRedaction redaction)
    : m_fault(std::move(fault))
    , m_redaction(std::move(redaction))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access, StoreFault fault, StoreRedaction redaction)
{
    std::unique_ptr<Database> database(new Database(std::move(fault), std::move(redaction)));
    // No mutex of SQLite's: a connection is one thread's here.
    const int flags = SQLITE_OPEN_NOMUTEX | (access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3 *connection = nullptr;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &connection, flags, nullptr);
    database->m_connection.reset(connection);
    if (code != SQLITE_OK) {
        return fail(ErrorKind::Unavailable, "store.cannot_open",
                    text(QT_TRANSLATE_NOOP("Engine", "The database %1 cannot be opened: %2. Check that the folder is there and writable."), file,
                         QString::fromUtf8(sqlite3_errstr(code))));
    }
    sqlite3_busy_timeout(connection, 5000);
    sqlite3_create_function_v2(connection, "redacted", 1, SQLITE_UTF8, const_cast<StoreRedaction *>(&database->m_redaction), redactArgument, nullptr, nullptr, nullptr);
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

Result<Cursor> Database::runWith(const QByteArray &sql, const QVariantList &args)
{
    const auto statement = prepared(m_composed[sql.toStdString()], sql.constData(), static_cast<std::size_t>(args.size()));
    if (!statement)
        return fail(statement.error());
    for (int i = 0; i < args.size(); ++i) {
        if (!bind(*statement, i + 1, args[i]))
            return refused(*statement);
    }
    return step(*statement);
}

Result<sqlite3_stmt *> Database::prepared(Statement &kept, const char *sql, std::size_t args)
{
    if (m_fault && m_fault(sql))
        return fail(storeError(SQLITE_ERROR, QStringLiteral("injected fault")));
    if (!kept) {
        sqlite3_stmt *statement = nullptr;
        const int code = sqlite3_prepare_v3(m_connection.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            return fail(storeError(code, QString::fromUtf8(sqlite3_errmsg(m_connection.get()))));
        kept.reset(statement);
    }
    // With one too few the last caller's would be taken again.
    if (static_cast<std::size_t>(sqlite3_bind_parameter_count(kept.get())) != args)
        return fail(storeError(SQLITE_RANGE, QString::fromUtf8(sqlite3_errstr(SQLITE_RANGE))));
    return kept.get();
}

Result<Cursor> Database::step(sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return refused(statement);
    return Cursor(statement, code == SQLITE_ROW);
}

Result<Cursor> Database::refused(sqlite3_stmt *statement)
{
    sqlite3 *connection = sqlite3_db_handle(statement);
    Error error = storeError(sqlite3_errcode(connection), QString::fromUtf8(sqlite3_errmsg(connection)));
    sqlite3_reset(statement);
    return fail(std::move(error));
}

bool Database::bind(sqlite3_stmt *statement, int place, std::nullptr_t)
{
    return sqlite3_bind_null(statement, place) == SQLITE_OK;
}

bool Database::bind(sqlite3_stmt *statement, int place, qint64 value)
{
    return sqlite3_bind_int64(statement, place, value) == SQLITE_OK;
}

bool Database::bind(sqlite3_stmt *statement, int place, double value)
{
    return sqlite3_bind_double(statement, place, value) == SQLITE_OK;
}

bool Database::bind(sqlite3_stmt *statement, int place, QUtf8StringView text)
{
    return bindText(statement, place, text.data(), text.size());
}

bool Database::bind(sqlite3_stmt *statement, int place, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return bindText(statement, place, utf8.constData(), utf8.size());
}

bool Database::bind(sqlite3_stmt *statement, int place, const QByteArray &blob)
{
    return sqlite3_bind_blob64(statement, place, blob.constData(), static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT) == SQLITE_OK;
}

bool Database::bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return bind(statement, place, nullptr);
    case QMetaType::QByteArray:
        return bind(statement, place, value.toByteArray());
    case QMetaType::Double:
        return bind(statement, place, value.toDouble());
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
        return bind(statement, place, value.toLongLong());
    default:
        return bind(statement, place, value.toString());
    }
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
