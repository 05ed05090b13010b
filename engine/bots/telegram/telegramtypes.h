// SPDX-License-Identifier: GPL-3.0-or-later
// What Telegram says, as values, as far as bots here need it; and how it is read from JSON that may be anything. Pure.
#pragma once
#include "base/result.h"
#include "bots/botids.h"

#include <optional>
#include <vector>

namespace kule {

struct TelegramUser
{
    UserId id = 0;
    bool isBot = false;
    QString firstName;
    QString username;
    QString languageCode; ///< IETF tag; empty when it was not said
};

enum class ChatType { Private, Group, Channel };

struct TelegramChat
{
    ChatId id = 0;
    ChatType type = ChatType::Private;
    QString title; ///< of a group or channel
};

struct TelegramMessage
{
    MessageId id = 0;
    TelegramChat chat;
    std::optional<TelegramUser> from; ///< none in channels
    ChatId senderChat = 0;            ///< the chat in whose name it was written: an anonymous admin's own group
    QString text;                     ///< of a text message
    QString caption;                  ///< of a picture, a file …
    QString album;                    ///< the same for all parts of an album; else empty
    ChatId migratedTo = 0;            ///< the group has become a supergroup with that id
};

struct CallbackQuery
{
    QString id;
    TelegramUser from;
    std::optional<TelegramMessage> message; ///< none when it is too old
    QString data;
};

enum class UpdateKind { Message, EditedMessage, ChannelPost, EditedChannelPost, CallbackQuery, Unknown };

struct TelegramUpdate
{
    UpdateId id = 0;
    UpdateKind kind = UpdateKind::Unknown; ///< Unknown: of a kind that is newer than this program, or not well formed; taken and left
    TelegramMessage message;               ///< of all kinds but the last two
    CallbackQuery query;
    QByteArray raw;                        ///< JSON, as it came

    /// The chat in whose order it is handled; 0 when it has none.
    ChatId chat() const;
};

/// Nothing without an update_id that is a whole number: only such a one can be confirmed.
std::optional<TelegramUpdate> updateOf(const Json &json);
/// Nothing when there is no id.
std::optional<TelegramUser> userOf(const Json &json);

struct WebhookInfo
{
    QString url; ///< empty: none is set
    qint64 pending = 0;
    QString lastError;
    qint64 lastErrorAt = 0; ///< UTC ms

    /// For people: the host alone, as the path may hold a secret.
    QString host() const;
};

enum class ChatRole { Administrator, Member, Outside };

struct InlineButton
{
    QString text;
    QByteArray data; ///< comes back in a callback query; 64 bytes at most
};
using InlineRow = std::vector<InlineButton>;

struct BotCommand
{
    QString command; ///< without the slash
    QString description;
};

} // namespace kule
