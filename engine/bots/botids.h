// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers and names by which bots, chats, updates and deliveries are known. Telegram's ids need 64 bits. Any thread.
#pragma once
#include "base/ids.h"

namespace kule {

using BotId = Id<struct BotTag>; ///< ours, a random UUID; not Telegram's number of the bot
using ChatId = qint64;           ///< below zero: a group or a channel
using UserId = qint64;
using MessageId = qint64; ///< within its chat
using UpdateId = qint64;

} // namespace kule
