// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection with its prepared statements. Belongs to one thread at a time and is handed only to functions that
// run there. Never throws; a failure is an Error of kind Unavailable or Broken.
#pragma once
#include "base/result.h"

#include <QVariant>

#include <functional>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace kule {

/// What the i-th access to the database shall do; the seam through which tests inject faults.
using StoreFault = std::function<bool(const char *sql)>; ///< true: this statement fails
/// What the SQL function redacted() makes of a text that is to be kept: it stands where a column takes what somebody said.
using StoreRedaction = std::function<QByteArray(const QByteArray &)>;

/// The rows of one statement; frees it for the next caller when it goes.
class Cursor
{
public:
    Cursor() = default;
    Cursor(sqlite3_stmt *statement, bool hasRow)
        : m_statement(statement)
        , m_hasRow(hasRow)
    {
    }
    Cursor(Cursor &&other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr))
        , m_hasRow(other.m_hasRow)
        , m_isFresh(other.m_isFresh)
    {
    }
    Cursor &operator=(Cursor &&other) noexcept
    {
        std::swap(m_statement, other.m_statement);
        std::swap(m_hasRow, other.m_hasRow);
        std::swap(m_isFresh, other.m_isFresh);
        return *this;
    }
    ~Cursor();

    bool next();
    QString text(int column) const;
    /// A text's UTF-8, or a blob.
    QByteArray bytes(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    bool isNull(int column) const;
    int columns() const;
    /// As it is stored: qlonglong, double, QString, QByteArray for a blob, else null.
    QVariant value(int column) const;
    /// Rows that the statement changed.
    int changed() const;
    qint64 insertedId() const;

private:
    sqlite3_stmt *m_statement = nullptr;
    bool m_hasRow = false;
    bool m_isFresh = true; ///< next() has not been asked; SQLite stands on the first row already
};

class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens the SQLite file (WAL, synchronous=FULL, foreign keys on, 5 s busy time-out). store.cannot_open, store.corrupt.
    static Result<std::unique_ptr<Database>> open(const QString &file, Access access, StoreFault fault = {}, StoreRedaction redaction = {});
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs a statement with positional arguments: QString, QUtf8StringView and const char * (UTF-8) are texts, QByteArray is a
    /// blob; integers, double, bool, nullptr, optional of these. sql is a literal: its statement is kept prepared by its
    /// address, so one must not run again while its Cursor lives.
    template <class... Args>
    Result<Cursor> run(const char *sql, const Args &...args)
    {
        const auto statement = prepared(m_literals[sql], sql, sizeof...(args));
        if (!statement)
            return fail(statement.error());
        [[maybe_unused]] int place = 0;
        return (bind(*statement, ++place, args) && ...) ? step(*statement) : refused(*statement);
    }
    /// The same for a statement that was put together; its text is compared.
    Result<Cursor> runWith(const QByteArray &sql, const QVariantList &args);
    /// The first column of the first row; 0 when there is none.
    template <class... Args>
    Result<qint64> number(const char *sql, const Args &...args)
    {
        auto cursor = run(sql, args...);
        if (!cursor)
            return fail(cursor.error());
        return cursor->next() ? cursor->integer(0) : 0;
    }

    Done begin();
    Done commit();
    void rollback();

    /// Said within a write that changes what was told of something finished; Store::history() then goes on.
    void rewritesHistory() { m_rewritesHistory = true; }
    /// Whether that was said since begin().
    bool hasRewrittenHistory() const { return m_rewritesHistory; }

private:
    struct Close
    {
        void operator()(sqlite3 *connection) const;
        void operator()(sqlite3_stmt *statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Close>;

    Database(StoreFault fault, StoreRedaction redaction);
    Result<sqlite3_stmt *> prepared(Statement &kept, const char *sql, std::size_t args);
    static Result<Cursor> step(sqlite3_stmt *statement);
    /// What SQLite said of it; it is free for the next caller then.
    static Result<Cursor> refused(sqlite3_stmt *statement);

    static bool bind(sqlite3_stmt *statement, int place, std::nullptr_t);
    static bool bind(sqlite3_stmt *statement, int place, qint64 value);
    static bool bind(sqlite3_stmt *statement, int place, double value);
    static bool bind(sqlite3_stmt *statement, int place, QUtf8StringView text);
    static bool bind(sqlite3_stmt *statement, int place, const char *text) { return bind(statement, place, QUtf8StringView(text)); }
    static bool bind(sqlite3_stmt *statement, int place, const QString &text);
    static bool bind(sqlite3_stmt *statement, int place, const QByteArray &blob);
    static bool bind(sqlite3_stmt *statement, int place, const QVariant &value);
    template <class N>
        requires std::is_arithmetic_v<N>
    static bool bind(sqlite3_stmt *statement, int place, N value)
    {
        if constexpr (std::is_floating_point_v<N>)
            return bind(statement, place, static_cast<double>(value));
        else
            return bind(statement, place, static_cast<qint64>(value));
    }
    template <class T>
    static bool bind(sqlite3_stmt *statement, int place, const std::optional<T> &value)
    {
        return value ? bind(statement, place, *value) : bind(statement, place, nullptr);
    }

    const StoreFault m_fault;
    const StoreRedaction m_redaction; ///< none: texts stay as they are
    bool m_rewritesHistory = false;
    std::unique_ptr<sqlite3, Close> m_connection; ///< before its statements, so that it goes after them
    std::unordered_map<const char *, Statement> m_literals;
    std::unordered_map<std::string, Statement> m_composed;
};

} // namespace kule
