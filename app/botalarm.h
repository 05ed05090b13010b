// SPDX-License-Identifier: GPL-3.0-or-later
// Says when a bot comes to need a person: failed, in a conflict, its token refused. Once for each trouble, not at each try that
// finds it again; several at once in one notice. What was in trouble before the window came is not news. Gui thread.
#pragma once
#include "base/clock.h"
#include "bots/botservice.h"

#include <QHash>

namespace kule {

struct BotNotice
{
    QString title;
    QString text; ///< plain, and without characters that a notification would take for markup
    QString what; ///< where it leads to in the panel of bots
};

class BotAlarm final : public QObject
{
    Q_OBJECT
public:
    /// A bot that ran so long was well: the same trouble is news again.
    static constexpr Milliseconds wellAfter = std::chrono::minutes(1);
    /// From the first trouble to its notice.
    static constexpr Milliseconds soon = std::chrono::seconds(1);

    BotAlarm(BotService &bots, Clock &clock, QObject *parent);

Q_SIGNALS:
    void rung(kule::BotNotice notice);

private:
    struct Known
    {
        std::optional<BotState> told;
        std::optional<qint64> runsSince; ///< steady ms
    };
    void take(const BotView &bot);
    void ring();

    Clock &m_clock;
    QHash<BotId, Known> m_known;
    std::vector<BotView> m_pending;
    std::unique_ptr<Clock::Timer> m_soon; ///< what fails together is told together
};

} // namespace kule
