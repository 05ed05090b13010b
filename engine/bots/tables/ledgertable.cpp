// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/ledgertable.h"

#include "base/sequence.h"

namespace kule::ledgertable {
namespace {

constexpr auto columns = "d.n, d.chat, d.announcement, d.source, d.part, coalesce(d.body, json_extract(a.parts, '$[' || d.part || ']')), d.state, d.attempts, d.messages, d.error,"
                         " d.created_at, d.changed_at FROM bot_delivery d LEFT JOIN bot_announcement a ON a.n = d.announcement WHERE ";

BotDelivery deliveryOf(const Cursor &row)
{
    BotDelivery delivery;
    delivery.n = row.integer(0);
    delivery.chat = row.integer(1);
    if (!row.isNull(2))
        delivery.announcement = row.integer(2);
    delivery.source = row.integer(3);
    delivery.part = static_cast<int>(row.integer(4));
    if (const auto body = parseJson(row.bytes(5)))
        delivery.outgoing = outgoingOf(*body).value_or(Outgoing());
    delivery.state = botDeliveryStateOf(row.bytes(6)).value_or(BotDeliveryState::Failed);
    delivery.attempts = static_cast<int>(row.integer(7));
    if (const auto messages = parseJson(row.bytes(8)); messages && messages->is_array()) {
        for (const Json &id : *messages)
            delivery.messages.push_back(id.is_number_integer() ? id.get<MessageId>() : 0);
    }
    delivery.error = row.bytes(9);
    delivery.createdAt = row.integer(10);
    delivery.changedAt = row.integer(11);
    return delivery;
}

Result<qint64> changedOf(Result<Cursor> done)
{
    return std::move(done).map([](const Cursor &row) { return static_cast<qint64>(row.changed()); });
}

Done move(Database &database, qint64 n, const char *to, const QByteArray &error, qint64 now)
{
    return database.run("UPDATE bot_delivery SET state = ?, error = redacted(?), changed_at = ? WHERE n = ? AND state = 'sending'", to, QUtf8StringView(error), now, n).map([](const Cursor &) {});
}

Json jsonOf(const std::vector<Outgoing> &parts)
{
    Json json = Json::array();
    for (const Outgoing &part : parts)
        json.push_back(kule::jsonOf(part));
    return json;
}

Result<std::optional<qint64>> note(Database &database, qint64 bot, const QString &source, const QString &item, const std::vector<Outgoing> &parts, qint64 now)
{
    auto added = database.run("INSERT OR IGNORE INTO bot_announcement (bot, source, item, at, parts) VALUES (?, ?, ?, ?, ?)", bot, source, item, now, QUtf8StringView(dumpJson(jsonOf(parts))));
    if (!added)
        return fail(added.error());
    return added->changed() > 0 ? std::optional(added->insertedId()) : std::nullopt;
}

} // namespace

Result<int> reply(Database &database, qint64 bot, UpdateId update, ChatId chat, const std::vector<Outgoing> &parts, qint64 now)
{
    int part = 0;
    for (const Outgoing &outgoing : parts) {
        auto added = database.run("INSERT INTO bot_delivery (bot, chat, source, part, body, state, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 'queued', ?, ?)", bot, chat, update,
                                  part++, QUtf8StringView(dumpJson(kule::jsonOf(outgoing))), now, now);
        if (!added)
            return fail(added.error());
    }
    return part;
}

Result<std::optional<qint64>> announce(Database &database, qint64 bot, const QString &source, const QString &item, const std::vector<Outgoing> &parts, qint64 now)
{
    const auto noted = note(database, bot, source, item, parts, now);
    if (!noted)
        return fail(noted.error());
    if (!*noted)
        return std::nullopt;
    // Part by part within a chat: a chat's own order is the order of its rows.
    return changedOf(database.run("INSERT INTO bot_delivery (bot, chat, announcement, source, part, state, created_at, changed_at)"
                                  " SELECT bot, chat, ?1, ?1, p.key, 'queued', ?2, ?2 FROM bot_subscription CROSS JOIN json_each(?3) p WHERE bot = ?4 AND ended_at IS NULL",
                                  **noted, now, QUtf8StringView(dumpJson(jsonOf(parts))), bot))
        .map([](qint64 count) { return std::optional(count); });
}

Result<bool> knows(Database &database, qint64 bot, const QString &source)
{
    return database.number("SELECT EXISTS (SELECT 1 FROM bot_announcement WHERE bot = ? AND source = ?)", bot, source).map([](qint64 count) { return count > 0; });
}

Done pass(Database &database, qint64 bot, const QString &source, const QString &item, qint64 now)
{
    return note(database, bot, source, item, {}, now).map([](const auto &) {});
}

Result<qint64> edit(Database &database, qint64 bot, UpdateId update, const QString &source, const QString &item, const Outgoing &edit, qint64 now)
{
    // What still waits is sent as a copy of what the channel says by then.
    const QByteArray body = dumpJson(kule::jsonOf(edit));
    return changedOf(database.run("INSERT OR IGNORE INTO bot_delivery (bot, chat, source, part, body, state, created_at, changed_at)"
                                  " SELECT d.bot, d.chat, ?1, d.part, json_set(?2, '$.messages', json_array(json_extract(d.messages, '$[0]'))), 'queued', ?3, ?3"
                                  " FROM bot_delivery d JOIN bot_announcement a ON a.n = d.announcement"
                                  " WHERE a.bot = ?4 AND a.source = ?5 AND a.item = ?6 AND d.bot = a.bot AND d.source = a.n AND d.state = 'sent' AND json_array_length(d.messages) = 1",
                                  update, QUtf8StringView(body), now, bot, source, item));
}

Result<std::vector<BotDelivery>> queued(Database &database, qint64 bot, Lane lane, qint64 after, int limit)
{
    auto row = database.runWith(QByteArray("SELECT ") + columns + "d.bot = ? AND d.state = 'queued' AND d.announcement IS " + (lane == Lane::Reply ? "NULL" : "NOT NULL") + " AND d.n > ? ORDER BY d.n LIMIT ?", {bot, after, limit});
    if (!row)
        return fail(row.error());
    std::vector<BotDelivery> deliveries;
    while (row->next())
        deliveries.push_back(deliveryOf(*row));
    return deliveries;
}

Result<bool> begin(Database &database, qint64 n, qint64 now)
{
    return changedOf(database.run("UPDATE bot_delivery SET state = 'sending', attempts = attempts + 1, changed_at = ? WHERE n = ? AND state = 'queued'", now, n)).map([](qint64 count) {
        return count > 0;
    });
}

Done sent(Database &database, qint64 n, const std::vector<MessageId> &messages, qint64 now)
{
    return database.run("UPDATE bot_delivery SET state = 'sent', messages = ?, error = '', changed_at = ? WHERE n = ? AND state = 'sending'", QUtf8StringView(dumpJson(Json(messages))), now, n)
        .map([](const Cursor &) {});
}

Done postpone(Database &database, qint64 n, const QByteArray &error, qint64 now)
{
    return move(database, n, "queued", error, now);
}

Done failed(Database &database, qint64 n, const QByteArray &error, qint64 now)
{
    return move(database, n, "failed", error, now);
}

Done review(Database &database, qint64 n, const QByteArray &error, qint64 now)
{
    return move(database, n, "review", error, now);
}

Result<qint64> recover(Database &database, qint64 bot, qint64 now)
{
    return changedOf(database.run("UPDATE bot_delivery SET state = 'review', error = 'engine.interrupted', changed_at = ? WHERE bot = ? AND state = 'sending'", now, bot));
}

Result<qint64> drop(Database &database, qint64 bot, ChatId chat, const QByteArray &error, qint64 now)
{
    return changedOf(database.run("UPDATE bot_delivery SET state = 'failed', error = redacted(?), changed_at = ? WHERE bot = ? AND chat = ? AND state = 'queued'", QUtf8StringView(error), now, bot, chat));
}

Result<BotDelivery> decide(Database &database, qint64 bot, qint64 n, Verdict verdict, qint64 now)
{
    const char *to = verdict == Verdict::SendAgain ? "queued" : verdict == Verdict::WasSent ? "sent" : "failed";
    const auto changed = changedOf(database.run("UPDATE bot_delivery SET state = ?, changed_at = ? WHERE n = ? AND bot = ? AND state IN ('review', 'failed')", to, now, n, bot));
    if (!changed)
        return fail(changed.error());
    auto row = database.runWith(QByteArray("SELECT ") + columns + "d.n = ? AND d.bot = ?", {n, bot});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(ErrorKind::NotFound, "delivery.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no delivery %1 of this bot. Load the list again."), QString::number(n)));
    if (*changed == 0)
        return fail(ErrorKind::Conflict, "delivery.not_open", text(QT_TRANSLATE_NOOP("Engine", "Delivery %1 needs no decision: it waits, is under way or was sent."), QString::number(n)));
    return deliveryOf(*row);
}

Result<Page<BotDelivery>> list(Database &database, qint64 bot, std::optional<BotDeliveryState> state, const PageRequest &page)
{
    const auto before = sequenceBefore(page);
    if (!before)
        return fail(before.error());
    const int limit = std::clamp(page.limit, 1, 1000);
    // Two texts, as an index helps only one of them.
    const QByteArray which = state ? "d.bot = ? AND d.state = ?" : "d.bot = ? AND ? = ''";
    const QString word = state ? QString::fromLatin1(wordOf(*state)) : QStringLiteral("");
    Page<BotDelivery> answer;
    {
        auto total = database.runWith("SELECT count(*) FROM bot_delivery d WHERE " + which, {bot, word});
        if (!total)
            return fail(total.error());
        answer.total = total->next() ? total->integer(0) : 0;
    }
    auto row = database.runWith(QByteArray("SELECT ") + columns + which + " AND d.n < ? ORDER BY d.n DESC LIMIT ?", {bot, word, *before, limit + 1});
    if (!row)
        return fail(row.error());
    while (row->next()) {
        if (static_cast<int>(answer.items.size()) == limit) {
            answer.next = QString::number(answer.items.back().n);
            break;
        }
        answer.items.push_back(deliveryOf(*row));
    }
    return answer;
}

} // namespace kule::ledgertable
