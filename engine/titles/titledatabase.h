// SPDX-License-Identifier: GPL-3.0-or-later
// Where titles are kept: one schema (resources/schema/titles) in SQLite or PostgreSQL behind one seam, so that the SQL of
// titles (titlerows.h) is written once. Calls may come from any thread and answer from whatever thread.
#pragma once
#include "base/async.h"

#include <QVariant>

namespace kule {

/// A connection within a transaction, lent to one function on the backend's thread.
class SqlSession
{
public:
    virtual ~SqlSession() = default;
    /// Arguments stand for the question marks: QString, qint64, QByteArray (a blob), or a null QVariant.
    virtual Result<std::vector<QVariantList>> rows(const QByteArray &sql, const QVariantList &args) = 0;
    /// Rows that it changed.
    virtual Result<qint64> change(const QByteArray &sql, const QVariantList &args) = 0;
};

struct DatabaseState
{
    QByteArray kind; ///< "sqlite", "postgresql"
    QString place;   ///< file, or host, port and name; never a password
    std::optional<Error> problem; ///< it is away
};

class TitleDatabase
{
public:
    virtual ~TitleDatabase() = default;

    /// Runs f(SqlSession &) -> Result<T> over a consistent snapshot. titles.database_away, store.*
    template <class F>
    auto read(F f)
    {
        return run(Access::Read, std::move(f));
    }
    /// The same in a transaction that is on the disk when it answers; f may run twice.
    template <class F>
    auto write(F f)
    {
        return run(Access::Write, std::move(f));
    }
    virtual Future<Result<DatabaseState>> state() = 0;

protected:
    enum class Access { Read, Write };
    using Work = std::function<Done(SqlSession &)>;
    /// Calls finish once, with what work said or with what kept it from being done.
    virtual void enqueue(Access access, Work work, std::function<void(const Done &)> finish) = 0;

private:
    template <class F>
    auto run(Access access, F f)
    {
        using R = std::invoke_result_t<F, SqlSession &>;
        const Promise<R> promise;
        const auto answer = std::make_shared<R>(tl::unexpected(detail::goneError()));
        enqueue(
            access,
            [f = std::move(f), answer](SqlSession &session) mutable -> Done {
                *answer = f(session);
                return *answer ? Done() : Done(tl::unexpected(answer->error()));
            },
            [promise, answer](const Done &done) { promise.answer(done ? std::move(*answer) : R(tl::unexpected(done.error()))); });
        return promise.future();
    }
};

} // namespace kule
