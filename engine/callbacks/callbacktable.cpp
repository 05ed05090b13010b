// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/callbacktable.h"

#include "net/httpclient.h"

namespace kule {

const char *wordOf(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return "waiting";
    case DeliveryState::Delivered:
        return "delivered";
    case DeliveryState::Dead:
        return "dead";
    }
    return "";
}

std::optional<DeliveryState> deliveryStateOf(QByteArrayView word)
{
    for (const DeliveryState state : {DeliveryState::Waiting, DeliveryState::Delivered, DeliveryState::Dead}) {
        if (word == QByteArrayView(wordOf(state)))
            return state;
    }
    return std::nullopt;
}

namespace callbacktable {
namespace {

constexpr auto columns = "id, job_id, attempt, url, state, created_at, next_at";

Delivery deliveryOf(const Cursor &row)
{
    Delivery delivery;
    delivery.id = {row.text(0)};
    delivery.job = {row.text(1)};
    delivery.attempt = static_cast<int>(row.integer(2));
    delivery.url = row.text(3);
    delivery.state = deliveryStateOf(row.bytes(4)).value_or(DeliveryState::Dead);
    delivery.createdAt = row.integer(5);
    delivery.nextAt = row.integer(6);
    return delivery;
}

Done addTries(Database &database, Delivery &delivery)
{
    auto row = database.run("SELECT number, at, status, error, error_source, duration_ms FROM callback_try WHERE callback = ? ORDER BY number", delivery.id.value);
    if (!row)
        return fail(row.error());
    while (row->next())
        delivery.tries.push_back({static_cast<int>(row->integer(0)), row->integer(1), static_cast<int>(row->integer(2)), restored(row->text(3), row->text(4)), row->integer(5)});
    return {};
}

Result<Delivery> find(Database &database, const DeliveryId &id)
{
    std::optional<Delivery> delivery;
    {
        auto row = database.runWith(QByteArray("SELECT ") + columns + " FROM callback WHERE id = ?", {id.value});
        if (!row)
            return fail(row.error());
        if (row->next())
            delivery = deliveryOf(*row);
    }
    if (!delivery)
        return fail(ErrorKind::NotFound, "callback.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no callback %1. Load the list again."), id.value.left(100)));
    if (auto added = addTries(database, *delivery); !added)
        return fail(added.error());
    return *delivery;
}

} // namespace

Result<Pick> pick(Database &database, qint64 now, const QSet<QString> &busyHosts, const QSet<QString> &underWay, int most)
{
    Pick picked;
    QSet<QString> hosts = busyHosts;
    // No wait is longer than the slowest: one that seems so was written before the clock was set back.
    auto row = database.run("SELECT id, url, body, tries, until FROM callback WHERE state = 'waiting' AND (next_at <= ? OR next_at > ?) ORDER BY next_at", now,
                            now + slowest.count());
    if (!row)
        return fail(row.error());
    while (static_cast<int>(picked.due.size()) < most && row->next()) {
        const QString host = hostOf(row->text(1));
        if (underWay.contains(row->text(0)) || hosts.contains(host))
            continue;
        if (!host.isEmpty())
            hosts << host;
        picked.due.push_back({{row->text(0)}, row->text(1), row->bytes(2), static_cast<int>(row->integer(3)), row->integer(4)});
    }
    auto next = database.run("SELECT next_at FROM callback WHERE state = 'waiting' AND next_at > ? ORDER BY next_at LIMIT 1", now);
    if (!next)
        return fail(next.error());
    if (next->next())
        picked.next = next->integer(0);
    return picked;
}

Result<Delivery> record(Database &database, const DeliveryId &id, const Outcome &outcome)
{
    const DeliveryTry &made = outcome.made;
    auto added = database.run("INSERT INTO callback_try SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? FROM callback_try WHERE callback = ?", id.value,
                              made.at, made.status, made.error.english(), made.durationMs, sourceOf(made.error), id.value);
    if (!added)
        return fail(added.error());
    auto updated = database.run("UPDATE callback SET state = ?, next_at = ?, tries = tries + 1 WHERE id = ?", wordOf(outcome.state), outcome.nextAt, id.value);
    if (!updated)
        return fail(updated.error());
    return find(database, id);
}

Result<Delivery> again(Database &database, const DeliveryId &id, qint64 now)
{
    auto updated = database.run("UPDATE callback SET state = 'waiting', next_at = ?, until = ?, tries = 0 WHERE id = ?", now, now + triedFor.count(), id.value);
    if (!updated)
        return fail(updated.error());
    return find(database, id);
}

Result<qint64> forget(Database &database, const QStringList &ids)
{
    return database.run("DELETE FROM callback WHERE state = 'delivered' AND id IN (SELECT value FROM json_each(?))", jsonList(ids)).map([](const Cursor &row) {
        return static_cast<qint64>(row.changed());
    });
}

Result<Page<Delivery>> list(Database &database, std::optional<DeliveryState> state, const PageRequest &page)
{
    const int limit = std::clamp(page.limit, 1, 1000);
    const qsizetype colon = page.after.indexOf(u':');
    bool isPlace = page.after.isEmpty();
    const qint64 before = isPlace ? std::numeric_limits<qint64>::max() : page.after.left(std::max<qsizetype>(colon, 0)).toLongLong(&isPlace);
    if (!isPlace)
        return fail(ErrorKind::Invalid, "callback.bad_cursor", text(QT_TRANSLATE_NOOP("Engine", "This is no place in the list of callbacks. Load the list from its start.")));
    const QString word = state ? QString::fromLatin1(wordOf(*state)) : QString();
    Page<Delivery> answer;
    const auto total = database.number("SELECT count(*) FROM callback WHERE ? IN ('', state)", word);
    if (!total)
        return fail(total.error());
    answer.total = *total;
    {
        auto row = database.runWith(QByteArray("SELECT ") + columns
                                        + " FROM callback WHERE (created_at, id) < (?, ?) AND ? IN ('', state) ORDER BY created_at DESC, id DESC LIMIT ?",
                                    {before, page.after.mid(colon + 1) + QLatin1String(""), word.isNull() ? QStringLiteral("") : word, limit + 1});
        if (!row)
            return fail(row.error());
        while (row->next()) {
            if (static_cast<int>(answer.items.size()) == limit) {
                answer.next = QString::number(answer.items.back().createdAt) + u':' + answer.items.back().id.value;
                break;
            }
            answer.items.push_back(deliveryOf(*row));
        }
    }
    for (Delivery &delivery : answer.items) {
        if (auto added = addTries(database, delivery); !added)
            return fail(added.error());
    }
    return answer;
}

} // namespace callbacktable
} // namespace kule
