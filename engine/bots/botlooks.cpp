// SPDX-License-Identifier: GPL-3.0-or-later
// What BotFleet only looks at: versions, logs by pattern, whose a token is, and who is in the way of a name or a number.
#include "bots/botclaim.h"
#include "bots/botfleet.h"
#include "bots/tables/bottable.h"
#include "bots/telegram/telegramclient.h"

namespace kule {

Future<Result<Page<BotConfigVersion>>> BotFleet::versions(BotId id, PageRequest page)
{
    return m_parts.store.read([=](Database &database) { return bottable::versions(database, id, page); });
}

Future<Result<BotConfigVersion>> BotFleet::version(BotId id, int version)
{
    return m_parts.store.read([=](Database &database) { return bottable::version(database, id, version); });
}

Future<Result<LogHits>> BotFleet::searchLog(BotId id, LogSearch search)
{
    return ask(this, [this, id = std::move(id), search = std::move(search)]() -> Future<Result<LogHits>> {
        if (!m_bots.contains(id))
            return answered(Result<LogHits>(fail(noSuchBot(id))));
        return onPool(m_parts.disk, [read = m_parts.logs.readerOf(id), search] { return kule::searchLog(read, search); });
    });
}

Done BotFleet::checkOthers(const Bot &wanted) const
{
    for (const Bot &bot : m_bots) {
        if (bot.id != wanted.id && bot.name == wanted.name)
            return fail(bottable::nameTaken(bot.name));
        if (bot.id != wanted.id && wanted.number != 0 && bot.number == wanted.number)
            return fail(bottable::alreadyHere(bot.name));
    }
    return {};
}

Done BotFleet::checkFree(const Secret &token, const std::optional<BotId> &of) const
{
    const QByteArrayView plain = token.view();
    if (!TelegramClient::isToken(plain))
        return fail(notAToken());
    const qint64 number = TelegramClient::numberIn(plain);
    const auto twin = std::find_if(m_bots.cbegin(), m_bots.cend(), [&](const Bot &bot) { return number != 0 && bot.number == number && bot.id != of; });
    return twin != m_bots.cend() ? fail(bottable::alreadyHere(twin->name)) : BotClaim::check(m_parts.ground().locks, plain);
}

Future<Result<TokenOwner>> BotFleet::checkToken(SecretPtr token, std::optional<BotId> of)
{
    return ask(this, [this, token = std::move(token), of = std::move(of)]() -> Future<Result<TokenOwner>> {
        if (const auto isFree = token ? checkFree(*token, of) : Done(fail(notAToken())); !isFree)
            return answered(Result<TokenOwner>(fail(isFree.error())));
        const Promise<Result<TokenOwner>> owed;
        const auto telegram = std::make_shared<TelegramClient>(m_parts.http, m_parts.ground().telegramBase, token);
        whenDone(telegram->getMe(), this, [this, owed, telegram, token](const Result<TelegramUser> &me) {
            if (!me)
                return owed.answer(fail(me.error()));
            TokenOwner owner{me->id, me->username, me->firstName};
            whenDone(telegram->getWebhookInfo(), this, [this, owed, token, owner](const Result<WebhookInfo> &info) mutable {
                if (info && !info->url.isEmpty()) {
                    owner.other = BotConflict{BotConflict::Who::Webhook, 0, info->host(), {}};
                    return owed.answer(owner);
                }
                whenDone(m_parts.detective.whoPolls(token), this, [owed, owner](const Result<BotConflict> &found) mutable {
                    if (found && found->who != BotConflict::Who::Unknown)
                        owner.other = *found;
                    owed.answer(owner);
                });
            });
        });
        return owed.future();
    });
}

} // namespace kule
