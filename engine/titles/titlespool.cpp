// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titlespool.h"

namespace kule {
namespace {

Done ignoreRows(Result<Cursor> result)
{
    return std::move(result).map([](const Cursor &) {});
}

} // namespace

Future<Done> TitleSpool::put(TitleKey key, RawPage page)
{
    return m_store.write([key = std::move(key), page = std::move(page)](Database &database) {
        return ignoreRows(database.run("INSERT OR REPLACE INTO title_spool VALUES (?, ?, ?, ?, ?, ?, ?)", QUtf8StringView(key.id), QUtf8StringView(key.locale),
                                       page.url, QUtf8StringView(page.contentType), page.fetchedAt, page.size, page.packed));
    });
}

Future<Result<std::optional<std::pair<TitleKey, RawPage>>>> TitleSpool::first()
{
    return m_store.read([](Database &database) -> Result<std::optional<std::pair<TitleKey, RawPage>>> {
        auto row = database.run("SELECT id, locale, url, content_type, fetched_at, size, body FROM title_spool ORDER BY fetched_at, id, locale LIMIT 1");
        if (!row)
            return fail(row.error());
        if (!row->next())
            return std::nullopt;
        return std::pair(TitleKey{row->bytes(0), row->bytes(1)}, RawPage{row->text(2), row->bytes(3), row->integer(4), row->integer(5), row->bytes(6)});
    });
}

Future<Done> TitleSpool::remove(TitleKey key, qint64 fetchedAt)
{
    return m_store.write([key = std::move(key), fetchedAt](Database &database) {
        return ignoreRows(database.run("DELETE FROM title_spool WHERE id = ? AND locale = ? AND fetched_at = ?", QUtf8StringView(key.id), QUtf8StringView(key.locale), fetchedAt));
    });
}

Future<Result<qint64>> TitleSpool::count()
{
    return m_store.read([](Database &database) { return database.number("SELECT count(*) FROM title_spool"); });
}

} // namespace kule
