// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/ledgertable.h"

#include "base/sequence.h"

namespace kule::ledgertable {
namespace {

constexpr auto columns = "d.n, d.chat, d.announcement, d.source, d.part, coalesce(d.body, json_extract(a.parts, '$[' || d.part || ']')), d.state, d.attempts, d.messages, d.error,"
                         " d.created_at, d.changed_at, d.edit FROM bot_delivery d LEFT JOIN bot_announcement a ON a.n = d.announcement WHERE ";

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
    delivery.edit = row.integer(12);
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

/// With the message that is to be edited.
Result<std::optional<BotDelivery>> aimed(Database &database, BotDelivery delivery, qint64 now)
{
    QByteArray state;
    {
        // As many messages as were to be copied, else nobody knows which is which.
        auto row = database.run("SELECT d.state, json_extract(nullif(d.messages, ''), '$[' || ?1 || ']') FROM bot_delivery d JOIN bot_announcement a ON a.n = d.announcement"
                                " WHERE d.bot = a.bot AND d.source = ?2 AND d.chat = ?3 AND d.part = ?4 AND d.announcement = ?2 AND d.edit = 0"
                                " AND (d.state <> 'sent' OR json_array_length(nullif(d.messages, '')) = json_array_length(a.parts, '$[' || d.part || '].messages'))",
                                delivery.outgoing.place, delivery.source, delivery.chat, delivery.part);
        if (!row)
            return fail(row.error());
        if (row->next()) {
            state = row->bytes(0);
            if (state == "sent" && !row->isNull(1)) {
                delivery.outgoing.messages = {row->integer(1)};
                return delivery;
            }
        }
    }
    // Sent back to wait, it will be copied as it is by then; else there is no message that could be changed.
    auto ended = state == "queued" ? database.run("DELETE FROM bot_delivery WHERE n = ?", delivery.n)
                                   : database.run("UPDATE bot_delivery SET state = 'failed', error = 'delivery.nothing_to_edit', changed_at = ? WHERE n = ?", now, delivery.n);
    return std::move(ended).map([](const Cursor &) { return std::optional<BotDelivery>(); });
}

} // namespace

Result<std::optional<BotDelivery>> reply(Database &database, qint64 bot, UpdateId update, ChatId chat, const std::vector<Outgoing> &parts, qint64 now, FirstPart first)
{
    std::optional<BotDelivery> begun;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const bool leaves = part == 0 && first == FirstPart::Leaves;
        auto added = database.run("INSERT INTO bot_delivery (bot, chat, source, part, body, state, attempts, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", bot, chat, update, part,
                                  QUtf8StringView(dumpJson(kule::jsonOf(parts[part]))), wordOf(leaves ? BotDeliveryState::Sending : BotDeliveryState::Queued), leaves ? 1 : 0, now, now);
        if (!added)
            return fail(added.error());
        if (leaves)
            begun = BotDelivery{.n = added->insertedId(), .chat = chat, .announcement = {}, .source = update, .outgoing = parts[part], .state = BotDeliveryState::Sending, .attempts = 1, .messages = {},
                                .error = {}, .createdAt = now, .changedAt = now};
    }
    return begun;
}

Result<std::optional<qint64>> announce(Database &database, qint64 bot, const QString &source, const QString &item, const std::vector<Outgoing> &parts, qint64 now,
                                       const std::vector<Outgoing> &english)
{
    std::vector<Outgoing> all = parts;
    all.insert(all.end(), english.begin(), english.end());
    const auto noted = note(database, bot, source, item, all, now);
    if (!noted)
        return fail(noted.error());
    if (!*noted)
        return std::nullopt;
    Json numbers = Json::array(); // not the parts themselves, which would be read anew for each chat
    for (std::size_t i = 0; i < all.size(); ++i)
        numbers.push_back(i);
    // Part by part within a chat: a chat's own order is the order of its rows.
    return changedOf(database.run("INSERT INTO bot_delivery (bot, chat, announcement, source, part, state, created_at, changed_at)"
                                  " SELECT s.bot, s.chat, ?1, ?1, p.value, 'queued', ?2, ?2 FROM bot_subscription s LEFT JOIN bot_chat c ON c.bot = s.bot AND c.chat = s.chat"
                                  " CROSS JOIN json_each(?3) p WHERE s.bot = ?4 AND s.ended_at IS NULL AND (?5 OR (p.value >= ?6) = (coalesce(c.language, 'tr') = 'en'))",
                                  **noted, now, QUtf8StringView(dumpJson(numbers)), bot, english.empty(), static_cast<qint64>(parts.size())))
        .map([](qint64 count) { return std::optional(count); });
}

Result<std::optional<qint64>> numberOf(Database &database, qint64 bot, const QString &source, const QString &item)
{
    auto row = database.run("SELECT n FROM bot_announcement WHERE bot = ? AND source = ? AND item = ?", bot, source, item);
    if (!row)
        return fail(row.error());
    return row->next() ? std::optional(row->integer(0)) : std::nullopt;
}

Done pass(Database &database, qint64 bot, const QString &source, const QString &item, qint64 now)
{
    return note(database, bot, source, item, {}, now).map([](const auto &) {});
}

Result<qint64> edit(Database &database, qint64 bot, UpdateId update, qint64 announcement, const Outgoing &edit, qint64 now)
{
    const QByteArray body = dumpJson(kule::jsonOf(edit));
    if (auto renewed = database.run("UPDATE bot_delivery SET body = ?1, changed_at = ?2 WHERE bot = ?3 AND source = ?4 AND announcement = ?4 AND edit <> 0 AND state = 'queued'"
                                    " AND coalesce(json_extract(body, '$.place'), 0) = ?5",
                                    QUtf8StringView(body), now, bot, announcement, edit.place);
        !renewed)
        return fail(renewed.error());
    // What still waits is sent as a copy of what the channel says by then.
    return changedOf(database.run("INSERT OR IGNORE INTO bot_delivery (bot, chat, announcement, source, part, edit, body, state, created_at, changed_at)"
                                  " SELECT d.bot, d.chat, ?1, ?1, d.part, ?2, ?3, 'queued', ?4, ?4 FROM bot_delivery d WHERE d.bot = ?5 AND d.source = ?1 AND d.announcement = ?1"
                                  " AND d.edit = 0 AND d.state IN ('sent', 'sending') AND NOT EXISTS (SELECT 1 FROM bot_delivery e WHERE e.bot = d.bot AND e.source = d.source"
                                  " AND e.chat = d.chat AND e.part = d.part AND e.announcement = d.announcement AND e.edit <> 0 AND e.state = 'queued'"
                                  " AND coalesce(json_extract(e.body, '$.place'), 0) = ?6)",
                                  announcement, update, QUtf8StringView(body), now, bot, edit.place));
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

Result<std::optional<BotDelivery>> begin(Database &database, qint64 n, qint64 now)
{
    const auto changed = changedOf(database.run("UPDATE bot_delivery SET state = 'sending', attempts = attempts + 1, changed_at = ? WHERE n = ? AND state = 'queued'", now, n));
    if (!changed)
        return fail(changed.error());
    if (*changed == 0)
        return std::nullopt;
    std::optional<BotDelivery> delivery;
    {
        auto row = database.runWith(QByteArray("SELECT ") + columns + "d.n = ?", {n});
        if (!row)
            return fail(row.error());
        if (row->next())
            delivery = deliveryOf(*row);
    }
    return delivery && delivery->edit != 0 ? aimed(database, std::move(*delivery), now) : delivery;
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

Result<std::vector<SentLately>> sentSince(Database &database, qint64 bot, qint64 since)
{
    auto row = database.run("SELECT chat, changed_at FROM bot_delivery WHERE bot = ? AND state = 'sent' ORDER BY n DESC LIMIT 2000", bot);
    if (!row)
        return fail(row.error());
    std::vector<SentLately> lately;
    while (row->next()) {
        if (row->integer(1) >= since)
            lately.push_back({row->integer(0), row->integer(1)});
    }
    std::sort(lately.begin(), lately.end(), [](const SentLately &a, const SentLately &b) { return a.at < b.at; });
    return lately;
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
