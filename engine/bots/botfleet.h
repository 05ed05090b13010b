// SPDX-License-Identifier: GPL-3.0-or-later
// BotService over the store, the place of secrets and the supervisor. Lives on the bots' thread. Stores a wish before it obeys
// it, so that what shall run runs again after a restart of Kule.
#pragma once
#include "bots/botservice.h"
#include "secrets/secretservice.h"
#include "store/store.h"

namespace kule {

class BotFleet final : public BotService
{
    Q_OBJECT
public:
    struct Parts
    {
        Store &store;
        Clock &clock;
        SecretService &secrets;
        Supervisor::MakeRun makeRun;
        std::function<QString(const Bot &)> webhookOf; ///< for people; empty where there is none
        quint32 seed;
    };
    explicit BotFleet(Parts parts);

    /// Takes up the bots of the store and starts those that shall run.
    QFuture<Done> load();
    /// Drains all; their wishes stay.
    QFuture<Done> finish();

    QFuture<Result<BotView>> create(BotDraft draft, Actor actor) override;
    QFuture<Result<std::vector<BotView>>> list() override;
    QFuture<Result<BotView>> find(BotId id) override;
    QFuture<Result<BotView>> change(BotId id, BotDraft draft, Actor actor) override;
    QFuture<Done> remove(BotId id, Actor actor) override;
    QFuture<Result<BotView>> start(BotId id, Actor actor) override;
    QFuture<Result<BotView>> stop(BotId id, Actor actor) override;
    QFuture<Result<BotView>> restart(BotId id, Actor actor) override;
    QFuture<Result<BotView>> scale(BotId id, int quantity, Actor actor) override;
    QFuture<Result<Page<BotDelivery>>> deliveries(BotId id, std::optional<BotDeliveryState> state, PageRequest page) override;
    QFuture<Result<Page<Subscription>>> subscriptions(BotId id, PageRequest page) override;
    QFuture<Result<BotDelivery>> decide(BotId id, qint64 delivery, ledgertable::Verdict verdict, Actor actor) override;
    QFuture<Done> deliver(BotId id, QByteArray secret, QByteArray body) override;

private:
    BotView viewOf(const Bot &bot) const;
    /// Stores f(bot) with its row in the activity log, then does what follows on this thread, and answers with the view.
    template <class F, class G>
    QFuture<Result<BotView>> edit(BotId id, const char *action, Actor actor, F change, G follow);

    Parts m_parts;
    Supervisor m_supervisor;
    QHash<BotId, Bot> m_bots; ///< as stored
};

} // namespace kule
