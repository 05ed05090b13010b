// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/telegram/telegramtypes.h"

#include <QUrl>

namespace kule {
namespace {

const Json *member(const Json &json, const char *key)
{
    if (!json.is_object())
        return nullptr;
    const auto found = json.find(key);
    return found == json.end() ? nullptr : &*found;
}

std::optional<qint64> wholeNumber(const Json &json, const char *key)
{
    const Json *value = member(json, key);
    if (!value || !value->is_number_integer() || (value->is_number_unsigned() && value->get<quint64>() > quint64(std::numeric_limits<qint64>::max())))
        return std::nullopt;
    return value->get<qint64>();
}

bool isTrue(const Json &json, const char *key)
{
    const Json *value = member(json, key);
    return value && value->is_boolean() && value->get<bool>();
}

std::optional<TelegramChat> chatOf(const Json &json)
{
    const auto id = wholeNumber(json, "id");
    if (!id)
        return std::nullopt;
    const QString type = textOf(json, "type");
    return TelegramChat{*id, type == QLatin1String("private") ? ChatType::Private : type == QLatin1String("channel") ? ChatType::Channel : ChatType::Group, textOf(json, "title")};
}

std::optional<TelegramMessage> messageOf(const Json &json)
{
    const Json *chat = member(json, "chat");
    const auto id = wholeNumber(json, "message_id");
    const auto known = chat ? chatOf(*chat) : std::nullopt;
    if (!id || !known)
        return std::nullopt;
    TelegramMessage message;
    message.id = *id;
    message.chat = *known;
    if (const Json *from = member(json, "from"))
        message.from = userOf(*from);
    if (const Json *sender = member(json, "sender_chat"))
        message.senderChat = wholeNumber(*sender, "id").value_or(0);
    message.text = textOf(json, "text");
    message.caption = textOf(json, "caption");
    message.album = textOf(json, "media_group_id");
    message.migratedTo = wholeNumber(json, "migrate_to_chat_id").value_or(0);
    return message;
}

constexpr std::pair<const char *, UpdateKind> messageKinds[] = {{"message", UpdateKind::Message},
                                                                {"edited_message", UpdateKind::EditedMessage},
                                                                {"channel_post", UpdateKind::ChannelPost},
                                                                {"edited_channel_post", UpdateKind::EditedChannelPost}};

} // namespace

ChatId TelegramUpdate::chat() const
{
    return kind == UpdateKind::CallbackQuery ? (query.message ? query.message->chat.id : query.from.id) : message.chat.id;
}

std::optional<TelegramUser> userOf(const Json &json)
{
    const auto id = wholeNumber(json, "id");
    if (!id)
        return std::nullopt;
    return TelegramUser{*id, isTrue(json, "is_bot"), textOf(json, "first_name"), textOf(json, "username"), textOf(json, "language_code")};
}

std::optional<TelegramUpdate> updateOf(const Json &json)
{
    const auto id = wholeNumber(json, "update_id");
    if (!id)
        return std::nullopt;
    TelegramUpdate update;
    update.id = *id;
    update.raw = dumpJson(json);
    for (const auto &[key, kind] : messageKinds) {
        const Json *found = member(json, key);
        const auto message = found ? messageOf(*found) : std::nullopt;
        if (message) {
            update.kind = kind;
            update.message = *message;
            return update;
        }
    }
    const Json *query = member(json, "callback_query");
    const Json *from = query ? member(*query, "from") : nullptr;
    const auto user = from ? userOf(*from) : std::nullopt;
    const QString queryId = query ? textOf(*query, "id") : QString();
    if (!user || queryId.isEmpty())
        return update;
    update.kind = UpdateKind::CallbackQuery;
    update.query = {queryId, *user, std::nullopt, textOf(*query, "data")};
    if (const Json *message = member(*query, "message"))
        update.query.message = messageOf(*message);
    return update;
}

QString WebhookInfo::host() const
{
    return QUrl(url).host();
}

} // namespace kule
