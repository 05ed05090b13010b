// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/subscriptiontable.h"

namespace kule::subscriptiontable {

Result<bool> begin(Database &database, qint64 bot, ChatId chat, const QString &title, UserId by, qint64 now)
{
    return database
        .run("INSERT INTO bot_subscription (bot, chat, title, by, since) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
             " SET title = excluded.title, by = excluded.by, since = excluded.since, ended_at = NULL, reason = '' WHERE ended_at IS NOT NULL",
             bot, chat, title, by, now)
        .map([](const Cursor &row) { return row.changed() > 0; });
}

Result<bool> end(Database &database, qint64 bot, ChatId chat, const char *reason, qint64 now)
{
    return database.run("UPDATE bot_subscription SET ended_at = ?, reason = ? WHERE bot = ? AND chat = ? AND ended_at IS NULL", now, reason, bot, chat).map([](const Cursor &row) {
        return row.changed() > 0;
    });
}

Done migrate(Database &database, qint64 bot, ChatId from, ChatId to, qint64 now)
{
    // Both ids may be known: an update of the new group can come before a send to the old one is refused.
    if (auto moved = database.run("INSERT INTO bot_subscription (bot, chat, title, by, since) SELECT bot, ?1, title, by, since FROM bot_subscription WHERE bot = ?2 AND chat = ?3 AND ended_at IS NULL"
                                  " ON CONFLICT DO UPDATE SET ended_at = NULL, reason = ''",
                                  to, bot, from);
        !moved)
        return fail(moved.error());
    if (auto ended = end(database, bot, from, "migrated", now); !ended)
        return fail(ended.error());
    if (auto language = database.run("INSERT OR IGNORE INTO bot_chat SELECT bot, ?1, language FROM bot_chat WHERE bot = ?2 AND chat = ?3", to, bot, from); !language)
        return fail(language.error());
    // A part that the new id has already stays with the old one, and fails there.
    return database.run("UPDATE OR IGNORE bot_delivery SET chat = ?1 WHERE bot = ?2 AND chat = ?3 AND state = 'queued'", to, bot, from).map([](const Cursor &) {});
}

Result<Page<Subscription>> list(Database &database, qint64 bot, const PageRequest &page)
{
    const int limit = std::clamp(page.limit, 1, 1000);
    // Cursor: "1:<chat>" behind one that holds, "0:<chat>" behind one that has ended.
    const QStringList cursor = page.after.isEmpty() ? QStringList{QStringLiteral("2"), QStringLiteral("0")} : page.after.split(u':');
    bool isFlag = false, isChat = false;
    const qint64 flag = cursor.value(0).toLongLong(&isFlag);
    const qint64 after = cursor.value(1).toLongLong(&isChat);
    if (!isFlag || !isChat || cursor.size() != 2)
        return fail(ErrorKind::Invalid, "page.bad_cursor", text(QT_TRANSLATE_NOOP("Engine", "This is not a cursor of this list. Begin again without it.")));
    Page<Subscription> answer;
    const auto total = database.number("SELECT count(*) FROM bot_subscription WHERE bot = ?", bot);
    if (!total)
        return fail(total.error());
    answer.total = *total;
    auto row = database.run("SELECT chat, title, by, since, ended_at, reason FROM bot_subscription WHERE bot = ?1"
                            " AND ((ended_at IS NULL) < ?2 OR ((ended_at IS NULL) = ?2 AND chat > ?3)) ORDER BY ended_at IS NULL DESC, chat LIMIT ?4",
                            bot, flag, after, limit + 1);
    if (!row)
        return fail(row.error());
    while (row->next()) {
        if (static_cast<int>(answer.items.size()) == limit) {
            const Subscription &last = answer.items.back();
            answer.next = QString::number(last.endedAt ? 0 : 1) + u':' + QString::number(last.chat);
            break;
        }
        answer.items.push_back({row->integer(0), row->text(1), row->integer(2), row->integer(3), row->isNull(4) ? std::nullopt : std::optional(row->integer(4)), row->bytes(5)});
    }
    return answer;
}

} // namespace kule::subscriptiontable
