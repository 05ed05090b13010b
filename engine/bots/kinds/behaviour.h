// SPDX-License-Identifier: GPL-3.0-or-later
// What a kind of bot does with an update. Lives on the bots' thread. Says what is to be done and does nothing that people would
// see: a crash after it means that it is asked again.
#pragma once
#include "base/async.h"
#include "bots/delivery.h"

namespace kule {

enum class SubscriptionWish { None, Begin, End };

struct Reaction
{
    ChatId chat = 0;
    std::vector<Outgoing> parts = {};
    std::optional<Language> language = {}; ///< the chat has chosen
    SubscriptionWish subscription = SubscriptionWish::None;
};

class BotBehaviour
{
public:
    virtual ~BotBehaviour() = default;
    /// chosen: by the chat. An error: it is tried again.
    virtual QFuture<Result<Reaction>> react(const TelegramUpdate &update, std::optional<Language> chosen) = 0;
    /// For Telegram's menu.
    virtual std::vector<BotCommand> commands(Language language) const = 0;
};

/// The command of a text, in lower case and without the slash: "start" of "/Start@tanitim_bot now". Empty when there is none, or
/// when it is for another bot.
QByteArray commandOf(const QString &text, const QString &username);

} // namespace kule
