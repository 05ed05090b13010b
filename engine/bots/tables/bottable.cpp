// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/bottable.h"

namespace kule::bottable {
namespace {

constexpr auto columns = "seq, id, name, kind, mode, enabled, quantity, number, username, cron, timezone, jitter_ms, config, version, last_update_at, created_at";

Bot botOf(const Cursor &row)
{
    Bot bot;
    bot.seq = row.integer(0);
    bot.id = {row.text(1)};
    bot.name = row.text(2);
    bot.kind = botKindOf(row.bytes(3)).value_or(BotKind::Introduction);
    bot.mode = botModeOf(row.bytes(4)).value_or(BotMode::Dev);
    bot.wish = row.integer(5) ? BotWish::Running : BotWish::Stopped;
    bot.quantity = static_cast<int>(row.integer(6));
    bot.number = row.integer(7);
    bot.username = row.text(8);
    bot.restarts = {row.text(9), row.text(10), row.integer(11)};
    bot.config = parseJson(row.bytes(12)).value_or(Json::object());
    bot.version = static_cast<int>(row.integer(13));
    bot.lastUpdateAt = row.integer(14);
    bot.createdAt = row.integer(15);
    return bot;
}

std::optional<qint64> numberOrNull(const Bot &bot)
{
    return bot.number ? std::optional(bot.number) : std::nullopt;
}

Done checkOthers(Database &database, const Bot &bot)
{
    auto row = database.run("SELECT name, name = ?1 FROM bot WHERE id <> ?2 AND (name = ?1 OR number = ?3) ORDER BY name = ?1 DESC", bot.name, bot.id.value, numberOrNull(bot));
    if (!row)
        return fail(row.error());
    if (!row->next())
        return {};
    const QString other = row->text(0);
    return fail(row->integer(1) ? nameTaken(other) : alreadyHere(other));
}

Done addVersion(Database &database, qint64 seq, const Bot &bot, const Actor &actor, qint64 now)
{
    if (auto added = database.run("INSERT INTO bot_config VALUES (?, ?, ?, ?, ?)", seq, bot.version, now, actor.name, QUtf8StringView(dumpJson(bot.config))); !added)
        return fail(added.error());
    return database.run("DELETE FROM bot_config WHERE bot = ? AND version <= ?", seq, bot.version - mostVersions).map([](const Cursor &) {});
}

} // namespace

Error alreadyHere(const QString &name)
{
    return {ErrorKind::Conflict, "bot.already_here",
            text(QT_TRANSLATE_NOOP("Engine", "The bot %1 has this token already, and a bot never runs twice. Change that one, or ask @BotFather for another bot."), name), Json{{"name", name}}, std::nullopt};
}

Error nameTaken(const QString &name)
{
    return {ErrorKind::Conflict, "bot.name_taken", text(QT_TRANSLATE_NOOP("Engine", "There is a bot named %1 already. Choose another name."), name), nullptr, std::nullopt};
}

Result<Bot> add(Database &database, Bot bot, const Actor &actor, qint64 now)
{
    if (auto free = checkOthers(database, bot); !free)
        return fail(free.error());
    bot.version = 1;
    {
        auto added = database.run("INSERT INTO bot (id, name, kind, mode, enabled, quantity, number, username, cron, timezone, jitter_ms, config, version, created_at)"
                                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                  bot.id.value, bot.name, wordOf(bot.kind), wordOf(bot.mode), bot.wish == BotWish::Running, bot.quantity, numberOrNull(bot), bot.username,
                                  bot.restarts.cron, bot.restarts.timezone, bot.restarts.jitterMs, QUtf8StringView(dumpJson(bot.config)), bot.version, now);
        if (!added)
            return fail(added.error());
        bot.seq = added->insertedId();
    }
    if (auto kept = addVersion(database, bot.seq, bot, actor, now); !kept)
        return fail(kept.error());
    return find(database, bot.id);
}

Result<Bot> find(Database &database, const BotId &id)
{
    auto row = database.runWith(QByteArray("SELECT ") + columns + " FROM bot WHERE id = ?", {id.value});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(ErrorKind::NotFound, "bot.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no bot %1. Load the list again."), id.value.left(100)));
    return botOf(*row);
}

Result<std::vector<Bot>> list(Database &database)
{
    auto row = database.runWith(QByteArray("SELECT ") + columns + " FROM bot ORDER BY seq", {});
    if (!row)
        return fail(row.error());
    std::vector<Bot> bots;
    while (row->next())
        bots.push_back(botOf(*row));
    return bots;
}

Result<Bot> change(Database &database, const Bot &wanted, const Actor &actor, qint64 now)
{
    const auto former = find(database, wanted.id);
    if (!former)
        return former;
    if (auto free = checkOthers(database, wanted); !free)
        return fail(free.error());
    Bot bot = wanted;
    bot.version = former->config == bot.config ? former->version : former->version + 1;
    if (auto changed = database.run("UPDATE bot SET name = ?, kind = ?, mode = ?, enabled = ?, quantity = ?, number = ?, username = ?, cron = ?, timezone = ?, jitter_ms = ?,"
                                    " config = ?, version = ? WHERE id = ?",
                                    bot.name, wordOf(bot.kind), wordOf(bot.mode), bot.wish == BotWish::Running, bot.quantity, numberOrNull(bot), bot.username,
                                    bot.restarts.cron, bot.restarts.timezone, bot.restarts.jitterMs, QUtf8StringView(dumpJson(bot.config)), bot.version, bot.id.value);
        !changed)
        return fail(changed.error());
    if (bot.version != former->version) {
        if (auto kept = addVersion(database, former->seq, bot, actor, now); !kept)
            return fail(kept.error());
    }
    return find(database, bot.id);
}

Done remove(Database &database, const BotId &id)
{
    if (auto found = find(database, id); !found)
        return fail(found.error());
    return database.run("DELETE FROM bot WHERE id = ?", id.value).map([](const Cursor &) {});
}

Result<Page<BotConfigVersion>> versions(Database &database, const BotId &id, const PageRequest &page)
{
    const auto bot = find(database, id);
    if (!bot)
        return fail(bot.error());
    const int limit = std::clamp(page.limit, 1, mostVersions);
    bool isNumber = true;
    const int before = page.after.isEmpty() ? std::numeric_limits<int>::max() : page.after.toInt(&isNumber);
    if (!isNumber)
        return fail(ErrorKind::Invalid, "page.bad_cursor", text(QT_TRANSLATE_NOOP("Engine", "This is not a cursor of this list. Begin again without it.")));
    Page<BotConfigVersion> answer;
    const auto total = database.number("SELECT count(*) FROM bot_config WHERE bot = ?", bot->seq);
    if (!total)
        return fail(total.error());
    answer.total = *total;
    auto row = database.run("SELECT version, at, actor FROM bot_config WHERE bot = ? AND version < ? ORDER BY version DESC LIMIT ?", bot->seq, before, limit + 1);
    if (!row)
        return fail(row.error());
    while (row->next()) {
        if (static_cast<int>(answer.items.size()) == limit) {
            answer.next = QString::number(answer.items.back().version);
            break;
        }
        answer.items.push_back({static_cast<int>(row->integer(0)), row->integer(1), row->text(2), nullptr});
    }
    return answer;
}

Result<BotConfigVersion> version(Database &database, const BotId &id, int version)
{
    const auto bot = find(database, id);
    if (!bot)
        return fail(bot.error());
    auto row = database.run("SELECT version, at, actor, config FROM bot_config WHERE bot = ? AND version = ?", bot->seq, version);
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(ErrorKind::NotFound, "bot.no_version", text(QT_TRANSLATE_NOOP("Engine", "Version %1 of this bot is not kept. Load the list of versions again."), QString::number(version)));
    return BotConfigVersion{static_cast<int>(row->integer(0)), row->integer(1), row->text(2), parseJson(row->bytes(3)).value_or(Json::object())};
}

Result<std::optional<Language>> languageOf(Database &database, qint64 bot, ChatId chat)
{
    auto row = database.run("SELECT language FROM bot_chat WHERE bot = ? AND chat = ?", bot, chat);
    if (!row)
        return fail(row.error());
    return row->next() ? std::optional(kule::languageOf(row->bytes(0))) : std::nullopt;
}

Done setLanguage(Database &database, qint64 bot, ChatId chat, Language language)
{
    const QByteArray tag = tagOf(language);
    return database.run("INSERT INTO bot_chat VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET language = ?3", bot, chat, QUtf8StringView(tag)).map([](const Cursor &) {});
}

} // namespace kule::bottable
