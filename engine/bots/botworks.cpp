// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botworks.h"

#include "base/await.h"
#include "bots/telegramrun.h"

#include <QRandomGenerator>

namespace kule {

BotWorks::BotWorks(BotSettings settings, Store &store, SecretService &secrets, Clock &clock, QString locks)
    : m_settings(std::move(settings))
{
    m_thread.setObjectName(QStringLiteral("bots"));
    m_anchor.moveToThread(&m_thread);
    m_thread.start();
    const auto chance = [] { return QRandomGenerator::system()->generate(); };
    const auto makeRun = [&, this, chance, locks = std::move(locks)](const Bot &bot) -> std::unique_ptr<BotRun> {
        return std::make_unique<TelegramRun>(TelegramRun::Surroundings{store, clock, secrets, m_settings.telegramBase, {}, locks, chance()}, bot);
    };
    (void)await(ask(&m_anchor, [&]() -> Done {
        m_fleet = std::make_unique<BotFleet>(BotFleet::Parts{store, clock, secrets, makeRun, [](const Bot &) { return QString(); }, chance()});
        return {};
    }));
}

BotWorks::~BotWorks()
{
    (void)await(ask(&m_anchor, [this]() -> Done {
        m_fleet.reset();
        return {};
    }));
    m_thread.quit();
    m_thread.wait();
}

void BotWorks::configure(BotSettings settings)
{
    post(&m_anchor, [this, settings = std::move(settings)] { m_settings = settings; });
}

} // namespace kule
