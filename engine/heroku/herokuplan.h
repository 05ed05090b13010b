// SPDX-License-Identifier: GPL-3.0-or-later
// What an order would do to what runs now: its effect in words, the call that does it, and a value that confirms exactly this.
// Also what time does to a dyno. Pure; any thread.
#pragma once
#include "heroku/herokucalls.h"

namespace kule {

struct HerokuPlan
{
    Text effect; ///< what would happen
    Text done;   ///< the same once it has
    QString detail;     ///< for the activity log: "worker: 1 → 2"
    QByteArray expected; ///< another one as soon as the formation or the dynos that it is about are others
    herokucalls::Call call;
};

/// heroku.no_dyno, heroku.no_type, heroku.bad_quantity, heroku.stop_is_by_type, heroku.nothing_to_do
Result<HerokuPlan> herokuPlanOf(const HerokuOrder &order, const HerokuState &now);

/// Those that restarting the type (empty: all) would restart; one-off dynos are never among them.
std::vector<HerokuDyno> restartable(const HerokuState &now, const QString &type);
/// Says when Heroku will restart it by itself.
void tellCycle(HerokuDyno &dyno, const std::vector<HerokuFormation> &formation, qint64 nowMs);
/// A quiet hour in this computer's time zone.
RestartTimes offeredRestarts();

} // namespace kule
