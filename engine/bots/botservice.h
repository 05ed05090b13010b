// SPDX-License-Identifier: GPL-3.0-or-later
// Bots as the window, the API and the command line see them. Public calls from any thread; tokens go in and never come out.
#pragma once
#include "base/actor.h"
#include "base/page.h"
#include "base/secret.h"
#include "bots/bot.h"
#include "bots/delivery.h"
#include "bots/supervisor.h"
#include "bots/tables/ledgertable.h"
#include "bots/tables/subscriptiontable.h"

namespace kule {

struct BotView
{
    Bot bot;
    Supervisor::Condition condition;
    QString webhook; ///< where Telegram sends updates, in the mode prod
};

/// What a person says of a bot; what is absent stays, or is the default for a new one.
struct BotDraft
{
    std::optional<QString> name;
    std::optional<BotKind> kind;
    std::optional<BotMode> mode;
    std::optional<BotWish> wish;
    std::optional<RestartTimes> restarts;
    std::optional<Json> config;
    SecretPtr token; ///< null: none given
};

class BotService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// bot.bad_name, bot.bad_token, bot.bad_config, bot.bad_kind, cron.*, schedule.*, bot.name_taken, bot.already_here, what the
    /// place of secrets says.
    virtual QFuture<Result<BotView>> create(BotDraft draft, Actor actor) = 0;
    virtual QFuture<Result<std::vector<BotView>>> list() = 0;
    /// bot.not_found, as all below.
    virtual QFuture<Result<BotView>> find(BotId id) = 0;
    /// One that runs is restarted with it.
    virtual QFuture<Result<BotView>> change(BotId id, BotDraft draft, Actor actor) = 0;
    /// With its token, its ledger and its subscriptions.
    virtual QFuture<Done> remove(BotId id, Actor actor) = 0;
    virtual QFuture<Result<BotView>> start(BotId id, Actor actor) = 0;
    virtual QFuture<Result<BotView>> stop(BotId id, Actor actor) = 0;
    virtual QFuture<Result<BotView>> restart(BotId id, Actor actor) = 0;
    /// Chats handled at once, 1 … 100. bot.bad_quantity
    virtual QFuture<Result<BotView>> scale(BotId id, int quantity, Actor actor) = 0;
    virtual QFuture<Result<Page<BotDelivery>>> deliveries(BotId id, std::optional<BotDeliveryState> state, PageRequest page) = 0;
    virtual QFuture<Result<Page<Subscription>>> subscriptions(BotId id, PageRequest page) = 0;
    /// On a delivery that failed or is in review. delivery.not_found, delivery.not_open
    virtual QFuture<Result<BotDelivery>> decide(BotId id, qint64 delivery, ledgertable::Verdict verdict, Actor actor) = 0;
    /// An update that came to /telegram/<bot>. bot.not_listening, bot.wrong_secret, bot.bad_update
    virtual QFuture<Done> deliver(BotId id, QByteArray secret, QByteArray body) = 0;

Q_SIGNALS:
    void changed(kule::BotView bot);
    void removed(kule::BotId id);
};

} // namespace kule

Q_DECLARE_METATYPE(kule::BotView)
