// SPDX-License-Identifier: GPL-3.0-or-later
// A bot that passes announcements on to every chat that is subscribed: from a page that it watches, or from a channel that it is in.
// Chats subscribe by /start and end it by /stop, in groups their administrators alone. Lives on the bots' thread.
#pragma once
#include "bots/kinds/behaviour.h"
#include "bots/sources/announcementsconfig.h"

namespace kule {

class PageWatch;

class Announcements final : public QObject, public BotBehaviour
{
public:
    /// bot.bad_config, source.bad_selector, net.bad_url
    static Result<std::unique_ptr<Announcements>> make(const Json &config, const QString &username);
    ~Announcements() override;

    Future<Result<Reaction>> react(const TelegramUpdate &update, std::optional<Language> chosen) override;
    std::vector<BotCommand> commands(Language language) const override;
    void begin(const BotSurroundings &around) override;
    void stop() override;

private:
    Announcements(AnnouncementsConfig config, QString username);
    bool isFromSource(const TelegramMessage &message) const;
    Future<Result<Reaction>> toCommand(const QByteArray &command, const TelegramMessage &message, std::optional<Language> chosen);
    Reaction toPost(const TelegramMessage &post);
    Reaction toEdit(UpdateId update, const TelegramMessage &post) const;
    Future<Result<Reaction>> toPress(const CallbackQuery &query);
    /// yes for an administrator of the chat, else no.
    Future<Result<Reaction>> byRole(ChatId chat, UserId user, Reaction yes, Reaction no);
    /// Albums that are complete go out; looks again when the next may be.
    void gather();
    void gatherIn(Milliseconds pause);

    const AnnouncementsConfig m_config;
    const QString m_username;
    TelegramClient *m_telegram = nullptr; ///< these four from begin() on
    Store *m_store = nullptr;
    Clock *m_clock = nullptr;
    qint64 m_bot = 0;
    std::function<void()> m_queued;
    std::unique_ptr<PageWatch> m_watch;
    std::unique_ptr<Clock::Timer> m_timer;
    bool m_isRunning = false;
};

} // namespace kule
