// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the inbox: updates are stored here before their offset is confirmed, and stay until they are handled. Every
// function runs within a read or a write of the store. Telling an update from one that came before is the table's own key.
#pragma once
#include "bots/telegram/telegramtypes.h"
#include "store/database.h"

namespace kule::inboxtable {

/// Stores a batch together with the offset that confirms it (0: as it was, for a webhook). Answers those that are new.
Result<std::vector<UpdateId>> take(Database &database, qint64 bot, const std::vector<TelegramUpdate> &batch, qint64 offset, qint64 now);

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
