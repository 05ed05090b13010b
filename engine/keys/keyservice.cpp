// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/keyservice.h"

#include "activity/activitylog.h"
#include "base/await.h"

#include <algorithm>

namespace kule {
namespace {

constexpr int longestName = 64;
constexpr Milliseconds betweenWrites(60'000);

Error badName(Text why)
{
    return {ErrorKind::Invalid, "key.bad_name", std::move(why), nullptr, std::nullopt};
}

Result<QString> checkedName(const QString &name)
{
    const QString trimmed = name.trimmed();
    const bool isPrintable = std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (trimmed.isEmpty() || trimmed.size() > longestName || !isPrintable)
        return fail(badName(text(QT_TRANSLATE_NOOP("Engine", "Give the key a name of 1 to 64 printable characters."))));
    return trimmed;
}

Error nameInUse(const QString &name)
{
    return badName(text(QT_TRANSLATE_NOOP("Engine", "A key called %1 is in use. Choose another name or revoke that one first."), name));
}

Done insert(Database &database, const AccessKey &key, const QByteArray &digest, const Actor &actor)
{
    if (auto done = database.run("INSERT INTO access_key (id, name, digest, scope, created_at) VALUES (?, redacted(?), ?, ?, ?)", key.id.value,
                                 key.name, digest, wordOf(key.scope), key.createdAt);
        !done)
        return fail(done.error());
    return ActivityLog::note(database, key.createdAt, actor, "key.create", key.name, QString::fromLatin1(wordOf(key.scope)));
}

struct Stored
{
    AccessKey key;
    QByteArray digest;
};

Result<std::vector<Stored>> allStored(Database &database)
{
    auto rows = database.run("SELECT id, name, digest, scope, created_at, last_used_at, revoked_at FROM access_key ORDER BY created_at, id");
    if (!rows)
        return fail(rows.error());
    std::vector<Stored> all;
    while (rows->next()) {
        AccessKey key{{rows->text(0)}, rows->text(1), scopeOf(rows->bytes(3)).value_or(Scope::Read), rows->integer(4), {}, {}, false};
        if (!rows->isNull(5))
            key.lastUsedAt = rows->integer(5);
        if (!rows->isNull(6))
            key.revokedAt = rows->integer(6);
        all.push_back({std::move(key), rows->bytes(2)});
    }
    return all;
}

} // namespace

KeyService::KeyService(Store &store, Clock &clock)
    : m_store(store)
    , m_clock(clock)
    , m_table(std::make_shared<const KeyTable>(std::vector<KeyEntry>{}))
{
}

KeyService::~KeyService()
{
    writeUses();
}

Result<std::optional<NewKey>> KeyService::load()
{
    const AccessKey first{KeyId::random(), QStringLiteral("default"), Scope::Admin, m_clock.wallMs(), {}, {}, false};
    auto secret = std::make_shared<const Secret>(randomKey());
    auto reading = m_store.write([first, digest = digestOf(secret->view())](Database &database) -> Result<std::vector<Stored>> {
        auto stored = allStored(database);
        if (!stored || !stored->empty())
            return stored;
        if (auto inserted = insert(database, first, digest, Actor{QStringLiteral("kule")}); !inserted)
            return fail(inserted.error());
        return std::vector<Stored>{{first, digest}};
    });
    auto stored = await(reading);
    if (!stored)
        return fail(stored.error());
    const bool isFirstStart = stored->size() == 1 && stored->front().key.id == first.id;
    for (Stored &row : *stored)
        add(std::move(row.key), std::move(row.digest));
    publish();
    return isFirstStart ? std::optional(NewKey{first, std::move(secret)}) : std::nullopt;
}

void KeyService::addSessionKey(const QString &name, const Secret &key, Scope scope)
{
    if (key.isEmpty())
        return;
    add({KeyId::random(), name, scope, m_clock.wallMs(), {}, {}, true}, digestOf(key.view()));
    publish();
}

Secret KeyService::makeSessionKey(const QString &name, Scope scope)
{
    Secret key = randomKey();
    addSessionKey(name, key, scope);
    return key;
}

std::optional<Caller> KeyService::verify(QByteArrayView key) const
{
    const auto table = m_table.load();
    const KeyEntry *entry = table->find(key);
    if (!entry)
        return std::nullopt;
    entry->lastUsed->store(m_clock.wallMs(), std::memory_order_relaxed);
    if (!m_isWriteDue.exchange(true))
        scheduleWrite();
    return entry->caller;
}

Future<Result<std::vector<AccessKey>>> KeyService::list()
{
    return ask(this, [this]() -> Result<std::vector<AccessKey>> {
        std::vector<AccessKey> keys;
        for (const Row &row : m_rows)
            keys.push_back(snapshotOf(row));
        return keys;
    });
}

Future<Result<NewKey>> KeyService::create(QString name, Scope scope, Actor actor)
{
    return ask(this, [this, name = std::move(name), scope, actor = std::move(actor)]() -> Future<Result<NewKey>> {
        const auto checked = checkedName(name);
        if (!checked)
            return answered(Result<NewKey>(fail(checked.error())));
        const auto isTaken = [&](const Row &row) { return row.key.isOfThisSession && row.key.name == *checked; };
        if (std::any_of(m_rows.begin(), m_rows.end(), isTaken))
            return answered(Result<NewKey>(fail(nameInUse(*checked))));

        const NewKey made{{KeyId::random(), *checked, scope, m_clock.wallMs(), {}, {}, false}, std::make_shared<const Secret>(randomKey())};
        const QByteArray digest = digestOf(made.secret->view());
        const auto stored = m_store.write([key = made.key, digest, actor](Database &database) -> Done {
            const auto namesakes = database.number("SELECT count(*) FROM access_key WHERE name = ? AND revoked_at IS NULL", key.name);
            if (!namesakes)
                return fail(namesakes.error());
            return *namesakes > 0 ? Done(fail(nameInUse(key.name))) : insert(database, key, digest, actor);
        });
        const Promise<Result<NewKey>> promise;
        whenDone(stored, this, [this, made, digest, promise](const Done &done) {
            if (done) {
                add(made.key, digest);
                publish();
                Q_EMIT changed();
            }
            promise.answer(done ? Result<NewKey>(made) : Result<NewKey>(fail(done.error())));
        });
        return promise.future();
    });
}

Future<Result<AccessKey>> KeyService::revoke(KeyId id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)]() -> Future<Result<AccessKey>> {
        const Row *row = find(id);
        if (!row)
            return answered(Result<AccessKey>(fail(ErrorKind::NotFound, "key.not_found",
                                                   text(QT_TRANSLATE_NOOP("Engine", "There is no access key %1. Look at the list of keys."), id.value))));
        if (row->key.isOfThisSession)
            return answered(Result<AccessKey>(
                fail(ErrorKind::Conflict, "key.of_this_session",
                     text(QT_TRANSLATE_NOOP("Engine", "The key %1 was given at the start and ends with this program. Start it without that key to be rid of it."),
                          row->key.name))));
        if (row->key.revokedAt)
            return answered(Result<AccessKey>(snapshotOf(*row)));

        const qint64 now = m_clock.wallMs();
        const auto stored = m_store.write([id, now, name = row->key.name, actor](Database &database) -> Done {
            const auto update = database.run("UPDATE access_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now, id.value);
            if (!update)
                return fail(update.error());
            return update->changed() == 0 ? Done() : ActivityLog::note(database, now, actor, "key.revoke", name);
        });
        const Promise<Result<AccessKey>> promise;
        whenDone(stored, this, [this, id, now, promise](const Done &done) {
            Row *revoked = find(id);
            if (done && !revoked->key.revokedAt) {
                revoked->key.revokedAt = now;
                publish();
                Q_EMIT changed();
            }
            promise.answer(done ? Result<AccessKey>(snapshotOf(*revoked)) : Result<AccessKey>(fail(done.error())));
        });
        return promise.future();
    });
}

AccessKey KeyService::snapshotOf(const Row &row) const
{
    AccessKey key = row.key;
    if (const qint64 used = row.lastUsed->load(std::memory_order_relaxed); used > 0)
        key.lastUsedAt = used;
    return key;
}

KeyService::Row *KeyService::find(const KeyId &id)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &r) { return r.key.id == id; });
    return row == m_rows.end() ? nullptr : &*row;
}

void KeyService::add(AccessKey key, QByteArray digest)
{
    const qint64 used = key.lastUsedAt.value_or(0);
    m_rows.push_back({std::move(key), std::move(digest), std::make_shared<std::atomic<qint64>>(used), used});
}

void KeyService::publish()
{
    std::vector<KeyEntry> entries;
    for (const Row &row : m_rows) {
        if (!row.key.revokedAt)
            entries.push_back({row.digest, {row.key.id, row.key.name, row.key.scope}, row.lastUsed});
    }
    m_table = std::make_shared<const KeyTable>(std::move(entries));
}

void KeyService::scheduleWrite() const
{
    // verify() is const for its callers; the write is this service's own affair, on its own thread.
    auto *self = const_cast<KeyService *>(this);
    post(self, [self] {
        self->m_writing = self->m_clock.after(betweenWrites, self, [self] {
            self->m_isWriteDue = false;
            self->writeUses();
        });
    });
}

void KeyService::writeUses()
{
    std::vector<std::pair<QString, qint64>> uses;
    for (Row &row : m_rows) {
        const qint64 used = row.lastUsed->load(std::memory_order_relaxed);
        if (row.key.isOfThisSession || used == row.writtenUse)
            continue;
        row.writtenUse = used;
        uses.emplace_back(row.key.id.value, used);
    }
    if (uses.empty())
        return;
    // A time of use that is lost with a failing store is no loss of anybody's work.
    (void)m_store.write([uses = std::move(uses)](Database &database) -> Done {
        for (const auto &[id, used] : uses) {
            if (auto done = database.run("UPDATE access_key SET last_used_at = ? WHERE id = ?", used, id); !done)
                return fail(done.error());
        }
        return {};
    });
}

} // namespace kule
