// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/telegram/telegramtypes.h"

#include <QUrl>

#include <algorithm>
#include <array>

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
    const QString name = (textOf(json, "first_name") + u' ' + textOf(json, "last_name")).trimmed();
    return TelegramChat{*id, type == QLatin1String("private") ? ChatType::Private : type == QLatin1String("channel") ? ChatType::Channel : ChatType::Group, textOf(json, "title", name)};
}

// What copyMessage takes: no word of service, nothing that is paid for.
bool isCopyable(const Json &message)
{
    static constexpr std::array contents{"text", "photo", "video", "audio", "document", "animation", "voice", "video_note", "sticker", "location", "venue", "contact", "poll", "dice"};
    return std::ranges::any_of(contents, [&message](const char *key) { return message.contains(key); });
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
    if (const Json *entities = member(json, message.text.isEmpty() ? "caption_entities" : "entities"); entities && entities->is_array())
        message.entities = *entities;
    message.isCopyable = isCopyable(json);
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

std::optional<ChatRole> roleOf(const Json &json)
{
    const QString status = json.is_object() ? textOf(json, "status") : QString();
    if (status.isEmpty())
        return std::nullopt;
    if (status == QLatin1String("creator") || status == QLatin1String("administrator"))
        return ChatRole::Administrator;
    return status == QLatin1String("left") || status == QLatin1String("kicked") ? ChatRole::Outside : ChatRole::Member;
}

std::optional<TelegramUpdate> updateOf(const Json &json)
{
    const auto id = wholeNumber(json, "update_id");
    // The number behind it confirms it, and one below zero would have Telegram forget others.
    if (!id || *id < 0 || *id == std::numeric_limits<qint64>::max())
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
    if (const Json *standing = member(json, "my_chat_member")) {
        const Json *chat = member(*standing, "chat");
        const Json *now = member(*standing, "new_chat_member");
        const auto known = chat ? chatOf(*chat) : std::nullopt;
        const auto role = now ? roleOf(*now) : std::nullopt;
        if (!known || !role)
            return update;
        update.kind = UpdateKind::Standing;
        update.message.chat = *known;
        if (const Json *from = member(*standing, "from"))
            update.message.from = userOf(*from);
        update.role = *role;
        return update;
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
