// SPDX-License-Identifier: GPL-3.0-or-later
// What a kind of bot does with an update, and by itself. Lives on the bots' thread. Says what is to be done and does nothing that
// people would see: a crash after it means that it is asked again.
#pragma once
#include "base/async.h"
#include "bots/bot.h"
#include "bots/delivery.h"
#include "bots/telegram/telegramclient.h"
#include "store/store.h"

namespace kule {

enum class SubscriptionWish { None, Begin, End };

struct Reaction
{
    ChatId chat = 0;
    std::vector<Outgoing> parts = {};
    std::optional<Language> language = {}; ///< the chat has chosen
    SubscriptionWish subscription = SubscriptionWish::None;
    const char *endedBy = "stopped"; ///< why the subscription ends: a stable word
    /// What else is stored in the transaction that ends the update.
    std::function<Done(Database &, qint64 now)> also = {};
};

/// What a kind may use while its bot runs; all of it outlives the kind.
struct BotSurroundings
{
    Store &store;
    TelegramClient &telegram;
    HttpClient &http; ///< for pages of others
    Clock &clock;
    const Bot &bot;
    quint32 seed;
    std::function<void()> queued;              ///< something was put into the ledger
    std::function<void(const Text &)> troubled; ///< something is in its way; an empty text: no longer
};

/// What a kind says to an update without asking anybody, by the update and the language that the chat has chosen; nothing: it
/// takes react(). Pure; any thread, also when the bot has gone: it runs in the transaction that stores the update.
using SaidAtOnce = std::function<std::optional<Reaction>(const TelegramUpdate &, std::optional<Language>)>;

class BotBehaviour
{
public:
    virtual ~BotBehaviour() = default;
    /// None: nothing is said at once.
    virtual SaidAtOnce saidAtOnce() const { return {}; }
    /// chosen: by the chat. An error: it is tried again.
    virtual Future<Result<Reaction>> react(const TelegramUpdate &update, std::optional<Language> chosen) = 0;
    /// For Telegram's menu.
    virtual std::vector<BotCommand> commands(Language language) const = 0;
    /// Once, before the first update.
    virtual void begin(const BotSurroundings &around) { Q_UNUSED(around) }
    /// Begins nothing more by itself.
    virtual void stop() {}
};

/// The command of a text, in lower case and without the slash: "start" of "/Start@tanitim_bot now". Empty when there is none, or
/// when it is for another bot.
QByteArray commandOf(const QString &text, const QString &username);

} // namespace kule
