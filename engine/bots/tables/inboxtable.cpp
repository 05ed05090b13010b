// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/inboxtable.h"

#include "bots/offsets.h"

#include <algorithm>

namespace kule::inboxtable {

Result<bool> add(Database &database, qint64 bot, const TelegramUpdate &update, State state, qint64 now)
{
    const bool isNew = state == State::New;
    return database
        .run("INSERT OR IGNORE INTO bot_update (bot, update_id, state, at, body) VALUES (?, ?, ?, ?, ?)", bot, update.id, isNew ? "new" : "handled", now, isNew ? QUtf8StringView(update.raw) : QUtf8StringView(""))
        .map([](const Cursor &row) { return row.changed() > 0; });
}

Done moveOn(Database &database, qint64 bot, qint64 offset, Brought brought, qint64 now)
{
    return database.run("UPDATE bot SET update_offset = iif(?1 > 0, ?1, update_offset), last_update_at = iif(?2, ?3, last_update_at) WHERE seq = ?4", offset, brought == Brought::Something, now, bot)
        .map([](const Cursor &) {});
}

Done belongTo(Database &database, qint64 bot, qint64 number)
{
    const auto former = database.number("SELECT updates_of FROM bot WHERE seq = ?", bot);
    if (!former || *former == number)
        return former.map([](qint64) {});
    if (*former != 0) {
        for (const char *gone : {"DELETE FROM bot_update WHERE bot = ?", "DELETE FROM bot_delivery WHERE bot = ? AND announcement IS NULL", "UPDATE bot SET update_offset = 0 WHERE seq = ?"}) {
            if (auto done = database.run(gone, bot); !done)
                return fail(done.error());
        }
    }
    return database.run("UPDATE bot SET updates_of = ? WHERE seq = ?", number, bot).map([](const Cursor &) {});
}

Result<Position> position(Database &database, qint64 bot)
{
    Position position;
    const auto offset = database.number("SELECT update_offset FROM bot WHERE seq = ?", bot);
    if (!offset)
        return fail(offset.error());
    position.offset = *offset;
    auto row = database.run("SELECT update_id FROM bot_update WHERE bot = ? ORDER BY n DESC LIMIT ?", bot, static_cast<qint64>(UpdateOffsets::remembered));
    if (!row)
        return fail(row.error());
    while (row->next())
        position.taken.push_back(row->integer(0));
    std::reverse(position.taken.begin(), position.taken.end());
    return position;
}

Result<std::vector<TelegramUpdate>> open(Database &database, qint64 bot)
{
    auto row = database.run("SELECT update_id, body FROM bot_update WHERE bot = ? AND state = 'new' ORDER BY n", bot);
    if (!row)
        return fail(row.error());
    std::vector<TelegramUpdate> updates;
    while (row->next()) {
        const auto json = parseJson(row->bytes(1));
        auto update = json ? updateOf(*json) : std::nullopt;
        updates.push_back(update ? std::move(*update) : TelegramUpdate{.id = row->integer(0), .message = {}, .query = {}, .raw = {}});
    }
    return updates;
}

Result<bool> end(Database &database, qint64 bot, UpdateId update, End end)
{
    return database
        .run("UPDATE bot_update SET state = ?, body = iif(?, '', body) WHERE bot = ? AND update_id = ? AND state = 'new'", end == End::Handled ? "handled" : "given_up",
             end == End::Handled, bot, update)
        .map([](const Cursor &row) { return row.changed() > 0; });
}

Result<qint64> forget(Database &database, qint64 bot, qint64 before)
{
    return database.run("DELETE FROM bot_update WHERE bot = ? AND at < ? AND state <> 'new'", bot, before).map([](const Cursor &row) { return static_cast<qint64>(row.changed()); });
}

} // namespace kule::inboxtable
