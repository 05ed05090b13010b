// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of a channel's posts: those that stand alone become announcements at once, those of an album when it is complete, in the
// channel's order. Every function runs within a read or a write of the store.
#pragma once
#include "bots/delivery.h"
#include "store/database.h"

namespace kule::posttable {

/// An album says nowhere how many parts it has: it is complete when nothing more of it has come for so long.
inline constexpr qint64 albumRestMs = 2000;

/// Notes a post; one that is known stays as it was.
Done take(Database &database, qint64 bot, const TelegramMessage &post, qint64 now);
struct Announced
{
    int count = 0;                     ///< announcements that were queued
    std::optional<qint64> ripensAt; ///< UTC ms: an album waits until then
};
/// What is complete goes to all who are subscribed.
Result<Announced> announceRipe(Database &database, qint64 bot, ChatId channel, qint64 now);
/// An edit goes to all who got the post. How many.
Result<qint64> edit(Database &database, qint64 bot, UpdateId update, const TelegramMessage &post, qint64 now);

} // namespace kule::posttable
