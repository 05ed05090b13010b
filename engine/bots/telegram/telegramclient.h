// SPDX-License-Identifier: GPL-3.0-or-later
// The Bot API for one token, over HttpClient. Asked from any thread, answers on the HTTP client's. Keeps no state, repeats
// nothing, and lets the token, which stands in each address, into no error. Errors: telegram.* (telegramerror.h), net.*
#pragma once
#include "base/secret.h"
#include "bots/telegram/telegramerror.h"
#include "bots/telegram/telegramtypes.h"
#include "net/httpclient.h"

#include <memory>

namespace kule {

inline constexpr int longestPollS = 50; ///< the server's own cap

class TelegramClient
{
public:
    /// base: "https://api.telegram.org", or a server of one's own.
    TelegramClient(HttpClient &http, QString base, std::shared_ptr<const Secret> token);

    /// Digits, a colon, and letters that need no escaping: nothing else is ever put into an address.
    static bool isToken(QByteArrayView text);
    /// Telegram's id of the bot, which stands in its token.
    static qint64 numberIn(QByteArrayView token);

    Future<Result<TelegramUser>> getMe();
    /// From the one poller only. Answers after timeoutS seconds (50 at most) when there is nothing.
    Future<Result<std::vector<TelegramUpdate>>> getUpdates(qint64 offset, int timeoutS, int limit = 100);
    Future<Result<WebhookInfo>> getWebhookInfo();
    /// What waits at Telegram comes; connections: how many updates it may send at once, 1 … 100.
    Future<Done> setWebhook(const QString &url, const Secret &secretToken, int connections);
    /// What waits at Telegram stays.
    Future<Done> deleteWebhook();
    Future<Result<MessageId>> sendMessage(ChatId chat, const QString &text, const std::vector<InlineRow> &buttons = {});
    Future<Result<MessageId>> copyMessage(ChatId chat, ChatId from, MessageId message);
    /// An album stays one. As many ids as were copied.
    Future<Result<std::vector<MessageId>>> copyMessages(ChatId chat, ChatId from, const std::vector<MessageId> &messages);
    /// entities: as Telegram gave them with the text; null for plain text.
    Future<Done> editMessageText(ChatId chat, MessageId message, const QString &text, const Json &entities = nullptr);
    Future<Done> editMessageCaption(ChatId chat, MessageId message, const QString &caption, const Json &entities = nullptr);
    Future<Done> answerCallbackQuery(const QString &query);
    Future<Result<ChatRole>> getChatMember(ChatId chat, UserId user);
    /// What the bot itself is there.
    Future<Result<ChatRole>> ownRole(ChatId chat) { return getChatMember(chat, m_token ? numberIn(m_token->view()) : 0); }
    /// For all users, or for those of one language ("tr").
    Future<Done> setMyCommands(const std::vector<BotCommand> &commands, const QString &language = {});

private:
    Future<Result<Json>> call(const char *method, const Json &parameters, Milliseconds timeout = std::chrono::seconds(20));

    HttpClient &m_http;
    const QString m_base;
    const std::shared_ptr<const Secret> m_token;
};

} // namespace kule
