// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/pagetable.h"

namespace kule::pagetable {

Result<std::optional<WatchedPage>> find(Database &database, qint64 bot, const QString &url)
{
    auto row = database.run("SELECT selectors, etag, modified, looked_at FROM bot_page WHERE bot = ? AND url = ?", bot, url);
    if (!row)
        return fail(row.error());
    return row->next() ? std::optional(WatchedPage{row->bytes(0), row->bytes(1), row->bytes(2), row->integer(3)}) : std::nullopt;
}

Done put(Database &database, qint64 bot, const QString &url, const WatchedPage &page)
{
    return database
        .run("INSERT OR REPLACE INTO bot_page (bot, url, selectors, etag, modified, looked_at) VALUES (?, ?, ?, ?, ?, ?)", bot, url, QUtf8StringView(page.selectors),
             QUtf8StringView(page.etag), QUtf8StringView(page.modified), page.lookedAt)
        .map([](const Cursor &) {});
}

} // namespace kule::pagetable
