// SPDX-License-Identifier: GPL-3.0-or-later
// A run of a bot that Kule itself is: fetches the token, makes sure that nobody else runs it, receives by polling or by webhook,
// answers. Lives on the bots' thread. Has connections of its own, as each poll holds one for a minute.
#pragma once
#include "bots/botclaim.h"
#include "bots/botrun.h"
#include "bots/detective.h"
#include "bots/intake.h"
#include "bots/poller.h"
#include "bots/sender.h"
#include "net/kepthttpclient.h"
#include "net/qthttpclient.h"

namespace kule {

class TelegramRun final : public BotRun
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Store &store;
        Clock &clock;
        SecretService &secrets;
        QString telegramBase;
        QString publicUrl;  ///< under which Telegram reaches Kule; empty: it does not
        QString lockFolder; ///< the same for all engines of this person
        quint32 seed;
        ConflictDetective &detective;
        int perSecond = RateLimits::aSecond; ///< messages to all chats together
        /// What it uses for the client that it is given: a test stands before it and counts.
        std::function<std::unique_ptr<HttpClient>(std::unique_ptr<HttpClient>)> client = [](std::unique_ptr<HttpClient> own) { return own; };
    };
    TelegramRun(Surroundings around, Bot bot);
    ~TelegramRun() override;

    void launch() override;
    void drain() override;
    void setQuantity(int quantity) override;
    Future<Done> deliver(QByteArray secret, QByteArray body) override;
    void lookAtLedger() override;

private:
    void begin(SecretPtr token);
    void introduce(const TelegramUser &me);
    void chooseWay();
    void settleWebhook(const WebhookInfo &info);
    void takeUp();
    void offerCommands();
    /// Looks now and then whether Telegram reaches the webhook.
    void watchWebhook();
    void judgeWebhook(const WebhookInfo &info);
    /// What is in its way, of Telegram or of what it watches; an empty text: no longer.
    void say(Text &trouble, const Text &what);
    void end(Supervision::Ending ending, const Text &reason);
    void endByConflict(const BotConflict &conflict);
    void endBy(const Error &error);
    /// Passes updates on, and remembers when they came.
    Future<Result<qint64>> take(std::vector<TelegramUpdate> batch, bool confirms);
    void noteReply(UpdateId update);
    bool isIdle() const;
    /// f when the run is still wanted; an error ends it.
    template <class T, class F>
    void next(Future<Result<T>> future, F f);

    const Surroundings m_around;
    Bot m_bot;
    const std::unique_ptr<HttpClient> m_wire; ///< to Telegram
    const std::unique_ptr<HttpClient> m_http; ///< to the pages of others
    BotClaim m_claim;
    SecretPtr m_token;
    std::unique_ptr<TelegramClient> m_telegram;
    std::unique_ptr<BotBehaviour> m_behaviour;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Intake> m_intake;
    std::unique_ptr<Poller> m_poller;
    QHash<UpdateId, qint64> m_arrivals; ///< steady ms, of those that nobody has answered yet
    Text m_telegramTrouble;
    Text m_sourceTrouble;
    Secret m_webhookSecret;
    qint64 m_deliveredAt = 0; ///< UTC ms, when Telegram last reached the webhook or it was set
    std::unique_ptr<Clock::Timer> m_watch;
    int m_quantity;
    bool m_isDraining = false;
    bool m_hasEnded = false;
};

/// The kinds that TelegramRun can be; bot.bad_config.
Result<std::unique_ptr<BotBehaviour>> behaviourOf(const Bot &bot, const QString &username);

} // namespace kule
