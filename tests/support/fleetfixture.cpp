// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleetfixture.h"

#include "bots/telegramrun.h"

namespace kule {

void FleetFixture::begin(const QString &username)
{
    m_logs.reset(); // before what it writes through
    m_home = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
    m_stand = std::make_unique<BotApiStand>();
    m_stand->addBot(m_token, username);
    m_secrets = std::make_unique<FakeSecrets>();
    m_redactor = std::make_unique<Redactor>();
    m_logs = std::make_unique<BotLogs>(m_home->filePath(QStringLiteral("logs")), *m_clock, *m_redactor);
    m_detective = std::make_unique<ConflictDetective>();
    m_publicUrl.clear();
}

bool FleetFixture::open(StoreFault fault)
{
    close();
    auto store = Store::open({m_home->filePath(QStringLiteral("kule.db")), m_home->filePath(QStringLiteral("backups")), std::move(fault), 1}, 1);
    if (!store)
        return false;
    m_store = std::move(*store);
    m_fleet = std::make_unique<BotFleet>(parts(*m_store));
    return waitFor(m_fleet->load()).has_value();
}

void FleetFixture::close()
{
    m_fleet.reset();
    m_store.reset();
}

std::unique_ptr<BotRun> FleetFixture::runOf(Store &store, const Bot &bot)
{
    TelegramRun::Surroundings around{store, *m_clock, *m_secrets, m_stand->url(), m_publicUrl, m_home->filePath(QStringLiteral("locks")), ++m_seed, *m_detective};
    around.client = [this](std::unique_ptr<HttpClient> own) { return m_clients.watch(std::move(own)); };
    return std::make_unique<TelegramRun>(std::move(around), bot);
}

BotFleet::Parts FleetFixture::parts(Store &store)
{
    return {store, *m_clock, *m_secrets, [this, &store](const Bot &bot) { return runOf(store, bot); }, [this](const Bot &bot) { return m_publicUrl + bot.id.value; }, http(), 5, *m_logs, *m_detective, m_disk,
            [this] { return BotFleet::Ground{m_stand->url(), {}, m_scriptRoots, m_home->filePath(QStringLiteral("bots")), "cookie", m_home->filePath(QStringLiteral("locks"))}; }};
}

BotDraft FleetFixture::draftOf(BotKind kind, const QString &name, const Json &config) const
{
    BotDraft draft;
    draft.name = name;
    draft.kind = kind;
    draft.wish = BotWish::Running;
    draft.config = config;
    draft.token = std::make_shared<const Secret>(m_token);
    return draft;
}

BotId FleetFixture::run(BotDraft wanted)
{
    const auto made = waitFor(m_fleet->create(std::move(wanted), m_actor));
    return made && becomes(made->bot.id, BotState::Running) ? made->bot.id : BotId();
}

bool FleetFixture::becomes(const BotId &id, BotState state)
{
    return waitUntil([&] { return view(id).condition.state == state; });
}

Page<BotDelivery> FleetFixture::ledger(const BotId &id, std::optional<BotDeliveryState> state)
{
    return waitFor(m_fleet->deliveries(id, state, {})).value_or(Page<BotDelivery>());
}

} // namespace kule
