// SPDX-License-Identifier: GPL-3.0-or-later
// How many bots there are, run, and are in trouble: what rail and status line say of them. Follows the engine. Gui thread.
#pragma once
#include "bots/botservice.h"

#include <QHash>

namespace kule {

class BotTally final : public QObject
{
    Q_OBJECT
public:
    BotTally(BotService &bots, QObject *parent);

    int total() const { return static_cast<int>(m_states.size()); }
    int up() const;
    int troubled() const;

Q_SIGNALS:
    void changed();

private:
    void note(const BotView &bot) { m_states.insert(bot.bot.id, bot.condition.state); }

    QHash<BotId, BotState> m_states;
};

} // namespace kule
