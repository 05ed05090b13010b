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

    int total() const { return static_cast<int>(m_bots.size()); }
    int up() const;
    int troubled() const { return static_cast<int>(inTrouble().size()); }
    /// In the order in which they were made.
    std::vector<BotView> inTrouble() const;

Q_SIGNALS:
    void changed();

private:
    void note(BotView bot);

    QHash<BotId, BotView> m_bots; ///< without their configurations
};

} // namespace kule
