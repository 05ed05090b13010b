// SPDX-License-Identifier: GPL-3.0-or-later
#include "bottally.h"

#include "words/botwords.h"

namespace kule {

BotTally::BotTally(BotService &bots, QObject *parent)
    : QObject(parent)
{
    connect(&bots, &BotService::changed, this, [this](const BotView &bot) {
        const auto before = m_states.constFind(bot.bot.id);
        const bool isSame = before != m_states.cend() && *before == bot.condition.state;
        note(bot);
        if (!isSame)
            Q_EMIT changed();
    });
    connect(&bots, &BotService::removed, this, [this](const BotId &id) {
        m_states.remove(id);
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

int BotTally::up() const
{
    return static_cast<int>(std::count_if(m_states.begin(), m_states.end(), [](BotState state) { return state == BotState::Running; }));
}

int BotTally::troubled() const
{
    return static_cast<int>(std::count_if(m_states.begin(), m_states.end(), isInTrouble));
}

} // namespace kule
