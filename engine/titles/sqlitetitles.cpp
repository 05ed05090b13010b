// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/sqlitetitles.h"

#include <QDir>

namespace kule {
namespace {

class SqliteSession final : public SqlSession
{
public:
    explicit SqliteSession(Database &database)
        : m_database(database)
    {
    }
    Result<std::vector<QVariantList>> rows(const QByteArray &sql, const QVariantList &args) override
    {
        auto cursor = m_database.runWith(sql, args);
        if (!cursor)
            return fail(cursor.error());
        std::vector<QVariantList> all;
        while (cursor->next()) {
            QVariantList row;
            for (int column = 0; column < cursor->columns(); ++column)
                row.push_back(cursor->value(column));
            all.push_back(std::move(row));
        }
        return all;
    }
    Result<qint64> change(const QByteArray &sql, const QVariantList &args) override
    {
        return m_database.runWith(sql, args).map([](const Cursor &cursor) { return static_cast<qint64>(cursor.changed()); });
    }

private:
    Database &m_database;
};

} // namespace

Result<std::unique_ptr<SqliteTitles>> SqliteTitles::open(const QString &file, const QString &backupFolder, qint64 nowMs, StoreFault fault)
{
    std::unique_ptr<SqliteTitles> titles(new SqliteTitles(file));
    StoreOptions options{file, backupFolder, std::move(fault), 2, QStringLiteral(":/schema/titles"), {}};
    // A full disk is mended by a person; nothing else has to be done for it to go on.
    auto opened = Store::open(std::move(options), nowMs);
    if (!opened)
        return fail(opened.error());
    titles->m_store = std::move(*opened);
    return titles;
}

void SqliteTitles::enqueue(Access access, Work work, std::function<void(const Done &)> finish)
{
    const auto within = [work = std::move(work)](Database &database) {
        SqliteSession session(database);
        return work(session);
    };
    // Whatever it was that made the store refuse may be over: a write asks.
    if (access == Access::Write && m_store->trouble())
        (void)m_store->reopen();
    auto done = access == Access::Write ? m_store->write(within) : m_store->read(within);
    done.then(finish);
}

Future<Result<DatabaseState>> SqliteTitles::state()
{
    return answered(Result<DatabaseState>(DatabaseState{"sqlite", QDir::toNativeSeparators(m_file), m_store->trouble()}));
}

} // namespace kule
