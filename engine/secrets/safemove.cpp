// SPDX-License-Identifier: GPL-3.0-or-later
// Safe on the way from one place to another: make the new place ready, copy and read back, put the setting in force, and only
// then delete at the old one.
#include "base/chain.h"
#include "secrets/safe.h"
#include "secrets/secretmove.h"

namespace kule {

Future<Result<SecretState>> Safe::moveTo(PlaceChange change, Actor actor)
{
    return ask(this, [this, change = std::move(change), actor = std::move(actor)]() -> Future<Result<SecretState>> {
        if (m_isMoving)
            return answered(Result<SecretState>(fail(secreterror::busy())));
        if (m_settings.current().isOverridden(Setting::SecretsPlace)) {
            return answered(Result<SecretState>(
                fail(ErrorKind::Conflict, "settings.overridden",
                     text(QT_TRANSLATE_NOOP("Engine", "A flag or the environment variable %1 decides this setting. Remove it there first."), QStringLiteral("KULE_SECRETS")))));
        }
        m_isMoving = true;
        return chained(this, carry(change, actor), [this](const Done &done) {
            m_isMoving = false;
            if (!done)
                return answered(Result<SecretState>(fail(done.error())));
            m_problem.reset();
            return look(); // the change of the setting is what the activity log shows
        });
    });
}

Future<Done> Safe::makeReady(const PlaceChange &change)
{
    return change.place == SecretPlace::Vault && change.passphrase ? m_vault.openOrMake(change.passphrase) : storeOf(change.place).probe();
}

Future<Done> Safe::carry(const PlaceChange &change, const Actor &actor)
{
    return chained(this, makeReady(change), [this, change, actor, &from = current()](const Done &ready) -> Future<Done> {
        if (!ready)
            return answered(ready);
        return chained(this, from.list(), [this, change, actor, &from](const Result<std::vector<SecretEntry>> &entries) -> Future<Done> {
            if (!entries && !change.leavesBehind)
                return answered(Done(fail(entries.error())));
            // What the environment gives stands above every place and need not come along.
            const bool staysThere = from.place() == change.place || from.place() == SecretPlace::Environment;
            auto all = staysThere ? std::vector<SecretEntry>() : entries.value_or(std::vector<SecretEntry>());
            return carryAll(std::make_shared<SecretMove>(from, storeOf(change.place), std::move(all), nullptr), change, actor);
        });
    });
}

Future<Done> Safe::carryAll(const std::shared_ptr<SecretMove> &move, const PlaceChange &change, const Actor &actor)
{
    return chained(this, move->copy(), [this, move, change, actor](const Done &copied) -> Future<Done> {
        if (!copied && !change.leavesBehind)
            return answered(copied);
        const auto decided = m_settings.set(Setting::SecretsPlace, QString::fromLatin1(wordOf(change.place)), actor);
        return chained(this, decided, [this, move, isWhole = copied.has_value()](const Result<SettingInfo> &set) -> Future<Done> {
            if (!set)
                return answered(Done(fail(set.error())));
            if (!isWhole)
                return answered(Done());
            return chained(this, move->deleteFormer(), [move](const Done &done) { return answered(Done(done)); });
        });
    });
}

} // namespace kule
