// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the inbox: updates are stored here before their offset is confirmed, and stay until they are handled. Every
// function runs within a read or a write of the store. Telling an update from one that came before is the table's own key.
#pragma once
#include "bots/telegram/telegramtypes.h"
#include "store/database.h"

namespace kule::inboxtable {

enum class State { New, Handled };
/// Stores an update: Handled, when the same transaction does what is to be done for it. True the first time that it comes.
Result<bool> add(Database &database, qint64 bot, const TelegramUpdate &update, State state, qint64 now);
/// Behind a batch: the offset that confirms it (0: as it was, for a webhook), and when something new came.
enum class Brought { Something, Nothing };
Done moveOn(Database &database, qint64 bot, qint64 offset, Brought brought, qint64 now);

/// Before a run of the bot that Telegram knows by that number. After another one's, whose updates, their ids and the replies to them
/// mean nothing to it, it begins anew.
Done belongTo(Database &database, qint64 bot, qint64 number);

struct Position
{
    qint64 offset = 0;
    std::vector<UpdateId> taken; ///< the newest ones, oldest first
};
Result<Position> position(Database &database, qint64 bot);
/// Updates that are not handled, in the order of their arrival.
Result<std::vector<TelegramUpdate>> open(Database &database, qint64 bot);

enum class End { Handled, GivenUp };
/// True the first time: whoever ends an update twice has to take back what he did for it.
Result<bool> end(Database &database, qint64 bot, UpdateId update, End end);
/// Ended ones from before that moment. Telegram keeps updates for 24 hours, so what is older cannot come again. How many.
Result<qint64> forget(Database &database, qint64 bot, qint64 before);

} // namespace kule::inboxtable
