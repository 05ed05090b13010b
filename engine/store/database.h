// SPDX-License-Identifier: GPL-3.0-or-later
// One SQL connection with its prepared statements. Belongs to the thread that opened it (QSqlDatabase's rule) and is
// handed only to functions that run there. Never throws; a failure is an Error of kind Unavailable or Broken.
#pragma once
#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <unordered_map>

namespace kule {

/// What the i-th access to the database shall do; the seam through which tests inject faults.
using StoreFault = std::function<bool(const char *sql)>; ///< true: this statement fails

/// The rows of one statement; frees it for the next caller when it goes.
class Cursor
{
public:
    Cursor() = default;
    explicit Cursor(QSqlQuery *query)
        : m_query(query)
    {
    }
    Cursor(Cursor &&other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
    Cursor &operator=(Cursor &&other) noexcept
    {
        std::swap(m_query, other.m_query);
        return *this;
    }
    ~Cursor()
    {
        if (m_query)
            m_query->finish();
    }

    bool next() { return m_query->next(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    double real(int column) const { return m_query->value(column).toDouble(); }
    bool isNull(int column) const { return m_query->isNull(column); }
    /// Rows that the statement changed.
    int changed() const { return m_query->numRowsAffected(); }
    qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }

private:
    QSqlQuery *m_query = nullptr;
};

class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens the SQLite file (WAL, synchronous=FULL, foreign keys on, 5 s busy time-out). store.cannot_open, store.corrupt.
    static Result<std::unique_ptr<Database>> open(const QString &file, Access access, StoreFault fault = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs a statement with positional arguments (QString, QByteArray, integers, double, bool, nullptr, optional of these).
    /// sql is a literal: its statement is kept prepared by its address, so one must not run again while its Cursor lives.
    template <class... Args>
    Result<Cursor> run(const char *sql, const Args &...args)
    {
        return execute(m_literals[sql], sql, QVariantList{toVariant(args)...});
    }
    /// The same for a statement that was put together; its text is compared.
    Result<Cursor> runWith(const QByteArray &sql, const QVariantList &args)
    {
        return execute(m_composed[sql.toStdString()], sql.constData(), args);
    }
    /// The first column of the first row; the fallback when there is none.
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
    using Statement = std::unique_ptr<QSqlQuery>;

    Database(QString connection, StoreFault fault);
    Result<Cursor> execute(Statement &statement, const char *sql, const QVariantList &args);
    static QVariant toVariant(std::nullptr_t) { return {}; }
    static QVariant toVariant(const QVariant &value) { return value; }
    static QVariant toVariant(const QString &value) { return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value); }
    static QVariant toVariant(const char *value) { return QString::fromUtf8(value); }
    static QVariant toVariant(const QByteArray &value) { return value.isNull() ? QVariant(QByteArray("")) : QVariant(value); }
    static QVariant toVariant(bool value) { return value ? 1 : 0; }
    template <class N>
        requires std::is_arithmetic_v<N>
    static QVariant toVariant(N value)
    {
        if constexpr (std::is_floating_point_v<N>)
            return static_cast<double>(value);
        else
            return static_cast<qlonglong>(value);
    }
    template <class T>
    static QVariant toVariant(const std::optional<T> &value)
    {
        return value ? toVariant(*value) : QVariant();
    }

    QString m_connection;
    QSqlDatabase m_database;
    StoreFault m_fault;
    bool m_rewritesHistory = false;
    std::unordered_map<const char *, Statement> m_literals;
    std::unordered_map<std::string, Statement> m_composed;
};

/// An Error for what SQLite said: store.full, store.read_only, store.corrupt, store.busy, store.failed.
Error storeError(const QSqlError &error);

} // namespace kule
