// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/telegram/telegramclient.h"

#include <algorithm>
#include <array>

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds beyondThePoll = 15s;
constexpr std::array wantedUpdates{"message", "edited_message", "channel_post", "edited_channel_post", "my_chat_member", "callback_query"};
constexpr qint64 largestAnswer = 32 * 1024 * 1024; // a hundred updates of the longest texts

template <class T, class F>
Future<Result<T>> mapped(Future<Result<Json>> answer, F read)
{
    return answer.then([read = std::move(read)](const Result<Json> &json) -> Result<T> {
        if (!json)
            return fail(json.error());
        return read(*json);
    });
}

Future<Done> ignored(Future<Result<Json>> answer)
{
    return mapped<void>(std::move(answer), [](const Json &) { return Done(); });
}

Result<MessageId> messageIdOf(const Json &result)
{
    const auto id = result.is_object() ? result.find("message_id") : result.end();
    if (!result.is_object() || id == result.end() || !id->is_number_integer())
        return fail(unreadableAnswer(200));
    return id->get<MessageId>();
}

Json rowsOf(const std::vector<InlineRow> &buttons)
{
    Json rows = Json::array();
    for (const InlineRow &row : buttons) {
        Json line = Json::array();
        for (const InlineButton &button : row)
            line.push_back({{"text", button.text}, {"callback_data", button.data}});
        rows.push_back(std::move(line));
    }
    return rows;
}

Result<Json> resultOf(const HttpReply &reply)
{
    auto answer = parseJson(reply.body);
    const bool isOurs = answer && answer->is_object() && answer->contains("ok") && (*answer)["ok"].is_boolean();
    if (!isOurs)
        return fail(unreadableAnswer(reply.status));
    if (!(*answer)["ok"].get<bool>())
        return fail(telegramError(reply.status, *answer));
    return answer->contains("result") ? std::move((*answer)["result"]) : Json(nullptr);
}

void hide(Text &sentence, const QStringList &words)
{
    for (Text::Argument &argument : sentence.args) {
        if (auto *within = std::get_if<Text>(&argument)) {
            hide(*within, words);
            continue;
        }
        for (const QString &word : words)
            std::get<QString>(argument).replace(word, QLatin1String("***"), Qt::CaseInsensitive);
    }
}

// What the HTTP client says may quote the address.
Error withoutToken(Error error, QByteArrayView token)
{
    const bool neverSent = error.details.is_object() && error.details.value("never_sent", false);
    const QString plain = QString::fromLatin1(token);
    const QString encoded = QString(plain).replace(u':', QLatin1String("%3A"));
    hide(error.message, {plain, encoded});
    error.details = nullptr;
    if (neverSent)
        error.code = "telegram.never_sent";
    return error;
}

} // namespace

TelegramClient::TelegramClient(HttpClient &http, QString base, std::shared_ptr<const Secret> token)
    : m_http(http)
    , m_base(base.endsWith(u'/') ? base.chopped(1) : std::move(base))
    , m_token(std::move(token))
{
}

bool TelegramClient::isToken(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isPlain = [&](char c) { return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; };
    return colon > 0 && colon <= 20 && text.size() > colon + 1 && text.size() <= 256 && std::all_of(text.begin(), text.begin() + colon, isDigit)
        && std::all_of(text.begin() + colon + 1, text.end(), isPlain);
}

qint64 TelegramClient::numberIn(QByteArrayView token)
{
    return token.first(std::max<qsizetype>(token.indexOf(':'), 0)).toByteArray().toLongLong();
}

Future<Result<Json>> TelegramClient::call(const char *method, const Json &parameters, Milliseconds timeout)
{
    if (!m_token || !isToken(m_token->view()))
        return answered(Result<Json>(fail(ErrorKind::Unauthorised, "telegram.unauthorised",
                                          text(QT_TRANSLATE_NOOP("Engine", "This is not a bot token. @BotFather gives one such as 123456:ABC-DEF. Enter it again.")))));
    HttpRequest request{.method = "POST",
                        .url = m_base + QLatin1String("/bot") + QString::fromLatin1(m_token->view()) + u'/' + QLatin1String(method),
                        .headers = {{"Content-Type", "application/json"}, {"User-Agent", "Kule/" KULE_VERSION}},
                        .body = dumpJson(parameters),
                        .timeout = timeout,
                        .largestReply = largestAnswer};
    return m_http.send(std::move(request)).then([token = m_token](const Result<HttpReply> &reply) -> Result<Json> {
        if (!reply)
            return fail(withoutToken(reply.error(), token->view()));
        auto result = resultOf(*reply);
        if (!result) // a description that quotes what was asked
            return fail([&] {
                Error error = result.error();
                const Json details = error.details;
                error = withoutToken(std::move(error), token->view());
                error.details = details;
                if (details.contains("description"))
                    error.details["description"] = descriptionOf(result.error()).replace(QString::fromLatin1(token->view()), QLatin1String("***"));
                return error;
            }());
        return result;
    });
}

Future<Result<TelegramUser>> TelegramClient::getMe()
{
    return mapped<TelegramUser>(call("getMe", Json::object()), [](const Json &result) -> Result<TelegramUser> {
        const auto user = userOf(result);
        if (!user)
            return fail(unreadableAnswer(200));
        return *user;
    });
}

Future<Result<std::vector<TelegramUpdate>>> TelegramClient::getUpdates(qint64 offset, int timeoutS, int limit)
{
    const int seconds = std::clamp(timeoutS, 0, longestPollS);
    const Json parameters{{"offset", offset}, {"timeout", seconds}, {"limit", limit}, {"allowed_updates", wantedUpdates}};
    return mapped<std::vector<TelegramUpdate>>(call("getUpdates", parameters, std::chrono::seconds(seconds) + beyondThePoll),
                                               [](const Json &result) -> Result<std::vector<TelegramUpdate>> {
                                                   if (!result.is_array())
                                                       return fail(unreadableAnswer(200));
                                                   std::vector<TelegramUpdate> updates;
                                                   for (const Json &item : result) {
                                                       if (auto update = updateOf(item))
                                                           updates.push_back(std::move(*update));
                                                   }
                                                   if (updates.empty() && !result.empty())
                                                       return fail(unreadableAnswer(200)); // nothing to confirm: it would come for ever
                                                   return updates;
                                               });
}

Future<Result<WebhookInfo>> TelegramClient::getWebhookInfo()
{
    return mapped<WebhookInfo>(call("getWebhookInfo", Json::object()), [](const Json &result) -> Result<WebhookInfo> {
        if (!result.is_object())
            return fail(unreadableAnswer(200));
        const auto number = [&](const char *key) { return result.contains(key) && result[key].is_number_integer() ? result[key].get<qint64>() : 0; };
        return WebhookInfo{textOf(result, "url"), number("pending_update_count"), textOf(result, "last_error_message"), number("last_error_date") * 1000};
    });
}

Future<Done> TelegramClient::setWebhook(const QString &url, const Secret &secretToken, int connections)
{
    return ignored(call("setWebhook", {{"url", url},
                                       {"secret_token", secretToken.view().toByteArray()},
                                       {"max_connections", std::clamp(connections, 1, 100)},
                                       {"drop_pending_updates", false},
                                       {"allowed_updates", wantedUpdates}}));
}

Future<Done> TelegramClient::deleteWebhook()
{
    return ignored(call("deleteWebhook", {{"drop_pending_updates", false}}));
}

Future<Result<MessageId>> TelegramClient::sendMessage(ChatId chat, const QString &text, const std::vector<InlineRow> &buttons)
{
    Json parameters{{"chat_id", chat}, {"text", text}};
    if (!buttons.empty())
        parameters["reply_markup"] = {{"inline_keyboard", rowsOf(buttons)}};
    return mapped<MessageId>(call("sendMessage", parameters), messageIdOf);
}

Future<Result<MessageId>> TelegramClient::copyMessage(ChatId chat, ChatId from, MessageId message)
{
    return mapped<MessageId>(call("copyMessage", {{"chat_id", chat}, {"from_chat_id", from}, {"message_id", message}}), messageIdOf);
}

Future<Result<std::vector<MessageId>>> TelegramClient::copyMessages(ChatId chat, ChatId from, const std::vector<MessageId> &messages)
{
    return mapped<std::vector<MessageId>>(call("copyMessages", {{"chat_id", chat}, {"from_chat_id", from}, {"message_ids", messages}}),
                                          [](const Json &result) -> Result<std::vector<MessageId>> {
                                              std::vector<MessageId> ids;
                                              for (const Json &item : result.is_array() ? result : Json::array()) {
                                                  if (const auto id = messageIdOf(item))
                                                      ids.push_back(*id);
                                              }
                                              if (ids.empty())
                                                  return fail(unreadableAnswer(200));
                                              return ids;
                                          });
}

Future<Done> TelegramClient::editMessageText(ChatId chat, MessageId message, const QString &text, const Json &entities)
{
    Json parameters{{"chat_id", chat}, {"message_id", message}, {"text", text}};
    if (!entities.is_null())
        parameters["entities"] = entities;
    return ignored(call("editMessageText", parameters));
}

Future<Done> TelegramClient::editMessageCaption(ChatId chat, MessageId message, const QString &caption, const Json &entities)
{
    Json parameters{{"chat_id", chat}, {"message_id", message}, {"caption", caption}};
    if (!entities.is_null())
        parameters["caption_entities"] = entities;
    return ignored(call("editMessageCaption", parameters));
}

Future<Done> TelegramClient::answerCallbackQuery(const QString &query)
{
    return ignored(call("answerCallbackQuery", {{"callback_query_id", query}}));
}

Future<Result<ChatRole>> TelegramClient::getChatMember(ChatId chat, UserId user)
{
    return mapped<ChatRole>(call("getChatMember", {{"chat_id", chat}, {"user_id", user}}), [](const Json &result) -> Result<ChatRole> {
        const auto role = roleOf(result);
        if (!role)
            return fail(unreadableAnswer(200));
        return *role;
    });
}

Future<Done> TelegramClient::setMyCommands(const std::vector<BotCommand> &commands, const QString &language)
{
    Json list = Json::array();
    for (const BotCommand &command : commands)
        list.push_back({{"command", command.command}, {"description", command.description}});
    return ignored(call("setMyCommands", {{"commands", list}, {"language_code", language}}));
}

} // namespace kule
