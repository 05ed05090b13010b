// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with Telegram, and what each means for a message that was to be sent. Pure; any thread.
#pragma once
#include "base/result.h"
#include "bots/botids.h"

namespace kule {

enum class TelegramFault {
    Unauthorised,    ///< 401, 404: the token is worth nothing
    ChatGone,        ///< blocked, kicked, not found: nothing more goes to this chat
    Migrated,        ///< the group has another id now: migratedTo()
    OtherPoller,     ///< 409: another getUpdates has ended ours
    WebhookActive,   ///< 409: no getUpdates while a webhook is set
    TooManyRequests, ///< 429: Error::retryAfter says how long
    NotModified,     ///< an edit that changes nothing: as good as done
    Refused,         ///< what was asked for is wrong; asking again will not help
    NotDone,         ///< went wrong for now, and surely nothing was done
    Unclear,         ///< nobody can know whether it was done: no answer, or none that can be read
};

/// Of an error that TelegramClient answered; Unclear for any other.
TelegramFault faultOf(const Error &error);
/// The new id of a group that was migrated; 0 when it is not said.
ChatId migratedTo(const Error &error);
/// Telegram's own words; empty when there were none.
QString descriptionOf(const Error &error);

/// From an answer that says {"ok": false, …}.
Error telegramError(int status, const Json &answer);
/// An answer that is no Bot API answer: HTML, or JSON that breaks off.
Error unreadableAnswer(int status);

} // namespace kule
