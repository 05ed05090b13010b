// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botworks.h"

#include "base/await.h"
#include "bots/scriptrun.h"
#include "bots/telegramrun.h"
#include "python/workforce.h"

#include <QRandomGenerator>

namespace kule {
namespace {

quint32 chance()
{
    return QRandomGenerator::system()->generate();
}

BotSettings tidy(BotSettings settings)
{
    while (settings.publicUrl.endsWith(u'/'))
        settings.publicUrl.chop(1);
    return settings;
}

} // namespace

BotWorks::BotWorks(BotSettings settings, BotPlace place, Store &store, SecretService &secrets, Clock &clock, const Redactor &redactor, HerokuDoor heroku)
    : m_place(std::move(place))
    , m_cookie(cookieOf(m_place.data))
    , m_store(store)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_logs(m_place.data + QStringLiteral("/logs/bots"), clock, redactor)
    , m_detective(std::move(heroku))
    , m_settings(tidy(std::move(settings)))
{
    m_disk.setMaxThreadCount(4);
    m_thread.setObjectName(QStringLiteral("bots"));
    m_anchor.moveToThread(&m_thread);
    m_thread.start();
    (void)await(ask(&m_anchor, [&, this]() -> Done {
        const auto ground = [this] { return BotFleet::Ground{m_settings.telegramBase, m_settings.python, m_settings.scriptRoots, m_place.data + QStringLiteral("/bots"), m_cookie}; };
        m_http = std::make_unique<QtHttpClient>(clock);
        m_fleet = std::make_unique<BotFleet>(
            BotFleet::Parts{store, clock, secrets, [this](const Bot &bot) { return runOf(bot); }, [this](const Bot &bot) { return webhookOf(bot); }, *m_http, chance(), m_logs, m_detective, m_disk, ground});
        return {};
    }));
}

BotWorks::~BotWorks()
{
    (void)await(ask(&m_anchor, [this]() -> Done {
        m_fleet.reset();
        m_http.reset();
        return {};
    }));
    m_thread.quit();
    m_thread.wait();
    m_disk.waitForDone();
}

Future<Done> BotWorks::load()
{
    return ask(&m_anchor, [this] {
        const Promise<Done> promise;
        const auto swept = onPool(m_disk, [this]() -> Done {
            sweepProcesses(botsVariable, m_cookie);
            return {};
        });
        whenDone(swept, &m_anchor, [this, promise](const Done &) {
            whenDone(m_fleet->load(), &m_anchor, promise);
        });
        return promise.future();
    });
}

std::unique_ptr<BotRun> BotWorks::runOf(const Bot &bot)
{
    if (bot.kind == BotKind::Script)
        return std::make_unique<ScriptRun>(ScriptRun::Surroundings{m_clock, m_secrets, m_logs, m_detective, m_disk, m_settings.telegramBase, m_place.locks, m_settings.python, m_settings.scriptRoots,
                                                                   m_place.data + QStringLiteral("/bots/") + bot.id.value, m_cookie},
                                           bot);
    return std::make_unique<TelegramRun>(TelegramRun::Surroundings{m_store, m_clock, m_secrets, m_settings.telegramBase, m_settings.publicUrl, m_place.locks, chance(), m_detective}, bot);
}

QString BotWorks::webhookOf(const Bot &bot) const
{
    return m_settings.publicUrl.isEmpty() ? QString() : m_settings.publicUrl + QStringLiteral("/telegram/") + bot.id.value;
}

void BotWorks::configure(BotSettings settings)
{
    post(&m_anchor, [this, settings = tidy(std::move(settings))] { m_settings = settings; });
}

} // namespace kule
