// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of bots and the versions of their configurations. Every function runs within a read or a write of the store and
// changes nothing but the database.
#pragma once
#include "base/actor.h"
#include "base/page.h"
#include "bots/bot.h"
#include "store/database.h"

namespace kule::bottable {

/// bot.already_here (details: name of the bot that has this token)
Error alreadyHere(const QString &name);
/// bot.name_taken
Error nameTaken(const QString &name);
/// bot.name_taken, bot.already_here
Result<Bot> add(Database &database, Bot bot, const Actor &actor, qint64 now);
/// bot.not_found
Result<Bot> find(Database &database, const BotId &id);
Result<std::vector<Bot>> list(Database &database);
/// All but id, seq and what the run notes; a changed configuration becomes a new version. The errors of add() and find().
Result<Bot> change(Database &database, const Bot &bot, const Actor &actor, qint64 now);
/// With all that is its own.
Done remove(Database &database, const BotId &id);

/// So many of a bot are kept.
inline constexpr int mostVersions = 100;
/// Newest first, without the configurations.
Result<Page<BotConfigVersion>> versions(Database &database, const BotId &id, const PageRequest &page);
/// bot.no_version
Result<BotConfigVersion> version(Database &database, const BotId &id, int version);

/// The chat's own choice; nothing: it made none.
Result<std::optional<Language>> languageOf(Database &database, qint64 bot, ChatId chat);
Done setLanguage(Database &database, qint64 bot, ChatId chat, Language language);

} // namespace kule::bottable
