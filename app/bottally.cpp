// SPDX-License-Identifier: GPL-3.0-or-later
#include "bottally.h"

#include "words/botwords.h"

namespace kule {

BotTally::BotTally(BotService &bots, QObject *parent)
    : QObject(parent)
{
    connect(&bots, &BotService::changed, this, [this](const BotView &bot) {
        const auto before = m_bots.constFind(bot.bot.id);
        const bool isSame = before != m_bots.cend() && before->condition.state == bot.condition.state && before->bot.name == bot.bot.name;
        note(bot);
        if (!isSame)
            Q_EMIT changed();
    });
    connect(&bots, &BotService::removed, this, [this](const BotId &id) {
        m_bots.remove(id);
        Q_EMIT changed();
    });
    whenDone(bots.list(), this, [this](const Result<std::vector<BotView>> &list) {
        if (!list)
            return;
        for (const BotView &bot : *list)
            note(bot);
        Q_EMIT changed();
    });
}

void BotTally::note(BotView bot)
{
    bot.bot.config = nullptr;
    m_bots.insert(bot.bot.id, std::move(bot));
}

int BotTally::up() const
{
    return static_cast<int>(std::count_if(m_bots.begin(), m_bots.end(), [](const BotView &bot) { return bot.condition.state == BotState::Running; }));
}

std::vector<BotView> BotTally::inTrouble() const
{
    std::vector<BotView> bots;
    std::copy_if(m_bots.begin(), m_bots.end(), std::back_inserter(bots), [](const BotView &bot) { return isInTrouble(bot.condition.state); });
    std::sort(bots.begin(), bots.end(), [](const BotView &a, const BotView &b) { return a.bot.seq < b.bot.seq; });
    return bots;
}

} // namespace kule
