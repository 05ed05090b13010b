// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/telegram/telegramerror.h"

#include <array>

namespace kule {
namespace {

struct Known
{
    const char *code;
    TelegramFault fault;
};

constexpr std::array<Known, 16> table{{
    {"telegram.unauthorised", TelegramFault::Unauthorised},
    {"telegram.blocked", TelegramFault::ChatGone},
    {"telegram.kicked", TelegramFault::ChatGone},
    {"telegram.chat_not_found", TelegramFault::ChatGone},
    {"telegram.migrated", TelegramFault::Migrated},
    {"telegram.other_poller", TelegramFault::OtherPoller},
    {"telegram.webhook_active", TelegramFault::WebhookActive},
    {"telegram.too_many_requests", TelegramFault::TooManyRequests},
    {"telegram.not_modified", TelegramFault::NotModified},
    {"telegram.forbidden", TelegramFault::Refused},
    {"telegram.refused", TelegramFault::Refused},
    {"telegram.conflict", TelegramFault::NotDone},
    {"telegram.never_sent", TelegramFault::NotDone},
    {"telegram.server_error", TelegramFault::Unclear},
    {"telegram.unreadable", TelegramFault::Unclear},
    {"net.bad_url", TelegramFault::Refused},
}};

Error make(ErrorKind kind, const char *code, const char *sentence, int status, const QString &said)
{
    return {kind, code, text(sentence, said), Json{{"status", status}, {"description", said}}, std::nullopt};
}

Error forbidden(int status, const QString &said)
{
    constexpr auto kind = ErrorKind::Forbidden;
    if (said.contains(QLatin1String("kicked")))
        return make(kind, "telegram.kicked", QT_TRANSLATE_NOOP("Engine", "The bot was removed from this chat. Add it again to go on. Telegram said: %1"), status, said);
    if (said.contains(QLatin1String("blocked")) || said.contains(QLatin1String("deactivated")) || said.contains(QLatin1String("not a member")))
        return make(kind, "telegram.blocked", QT_TRANSLATE_NOOP("Engine", "This chat takes nothing from the bot any more. Telegram said: %1"), status, said);
    return make(kind, "telegram.forbidden", QT_TRANSLATE_NOOP("Engine", "The bot may not do this here. Check its rights in the chat. Telegram said: %1"), status, said);
}

Error badRequest(int status, const QString &said)
{
    constexpr auto kind = ErrorKind::Invalid;
    if (said.contains(QLatin1String("chat not found")) || said.contains(QLatin1String("PEER_ID_INVALID")))
        return make(ErrorKind::NotFound, "telegram.chat_not_found", QT_TRANSLATE_NOOP("Engine", "There is no such chat for this bot. Telegram said: %1"), status, said);
    if (said.contains(QLatin1String("message is not modified")))
        return make(kind, "telegram.not_modified", QT_TRANSLATE_NOOP("Engine", "The message says that already. Telegram said: %1"), status, said);
    return make(kind, "telegram.refused", QT_TRANSLATE_NOOP("Engine", "Telegram does not take this. It said: %1"), status, said);
}

Error conflict(int status, const QString &said)
{
    constexpr auto kind = ErrorKind::Conflict;
    if (said.contains(QLatin1String("terminated by other getUpdates")))
        return make(kind, "telegram.other_poller", QT_TRANSLATE_NOOP("Engine", "Another program receives this bot's updates. Stop it there, or give this bot a token of its own. Telegram said: %1"), status, said);
    if (said.contains(QLatin1String("webhook is active")))
        return make(kind, "telegram.webhook_active", QT_TRANSLATE_NOOP("Engine", "A webhook is set for this bot. Delete the webhook to receive updates here. Telegram said: %1"), status, said);
    return make(kind, "telegram.conflict", QT_TRANSLATE_NOOP("Engine", "Telegram sees a conflict. Try again later. It said: %1"), status, said);
}

} // namespace

TelegramFault faultOf(const Error &error)
{
    for (const Known &known : table) {
        if (error.code == known.code)
            return known.fault;
    }
    return TelegramFault::Unclear;
}

ChatId migratedTo(const Error &error)
{
    const auto found = error.details.is_object() ? error.details.find("migrate_to_chat_id") : error.details.end();
    return error.details.is_object() && found != error.details.end() && found->is_number_integer() ? found->get<ChatId>() : 0;
}

QString descriptionOf(const Error &error)
{
    return textOf(error.details, "description");
}

Error telegramError(int status, const Json &answer)
{
    const int code = answer.contains("error_code") && answer["error_code"].is_number_integer() ? answer["error_code"].get<int>() : status;
    const QString said = textOf(answer, "description").left(500);
    const Json parameters = answer.contains("parameters") && answer["parameters"].is_object() ? answer["parameters"] : Json::object();
    if (parameters.contains("migrate_to_chat_id")) {
        Error error = make(ErrorKind::Conflict, "telegram.migrated", QT_TRANSLATE_NOOP("Engine", "This group has another id now. Telegram said: %1"), code, said);
        error.details["migrate_to_chat_id"] = parameters["migrate_to_chat_id"];
        return error;
    }
    switch (code) {
    case 404:
        if (said.contains(QLatin1String("method not found")))
            break; // a server of one's own that is older than the method
        [[fallthrough]]; // else it does not know the token
    case 401:
        return make(ErrorKind::Unauthorised, "telegram.unauthorised", QT_TRANSLATE_NOOP("Engine", "Telegram does not know this token. Ask @BotFather for a new one and enter it. Telegram said: %1"), code, said);
    case 403:
        return forbidden(code, said);
    case 409:
        return conflict(code, said);
    case 429: {
        Error error = make(ErrorKind::Busy, "telegram.too_many_requests", QT_TRANSLATE_NOOP("Engine", "Too many messages at once; the rest follows after a pause. Telegram said: %1"), code, said);
        const auto seconds = parameters.find("retry_after");
        const bool isSaid = seconds != parameters.end() && seconds->is_number_integer();
        error.retryAfter = isSaid ? static_cast<int>(std::clamp<qint64>(seconds->get<qint64>(), 1, 86'400)) : 5;
        return error;
    }
    default:
        break;
    }
    if (code >= 400 && code < 500)
        return badRequest(code, said);
    return make(ErrorKind::Unavailable, "telegram.server_error", QT_TRANSLATE_NOOP("Engine", "Telegram has trouble of its own. It is tried again. It said: %1"), code, said);
}

Error unreadableAnswer(int status)
{
    return {ErrorKind::Unavailable, "telegram.unreadable",
            text(QT_TRANSLATE_NOOP("Engine", "What answered is not the Bot API (status %1). Check the address of Telegram in the settings, and the network."), QString::number(status)),
            Json{{"status", status}}, std::nullopt};
}

} // namespace kule
