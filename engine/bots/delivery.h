// SPDX-License-Identifier: GPL-3.0-or-later
// One message that a bot is to send, and how far it got. Values; any thread.
#pragma once
#include "bots/telegram/telegramtypes.h"

namespace kule {

/// Queued → Sending → Sent or Failed. Sending is written before the message leaves, so after a crash it is nobody's guess: it
/// becomes Review, which a person decides.
enum class BotDeliveryState { Queued, Sending, Sent, Failed, Review };
/// "queued", "sending", "sent", "failed", "review"
const char *wordOf(BotDeliveryState state);
std::optional<BotDeliveryState> botDeliveryStateOf(QByteArrayView word);

/// What is sent: one call of Telegram.
struct Outgoing
{
    enum class What { Text, Copy, EditText, EditCaption } what = What::Text;
    QString text = {};
    std::vector<InlineRow> buttons = {};
    ChatId from = 0;                       ///< of a copy
    std::vector<MessageId> messages = {};  ///< of a copy; more than one: an album. Of an edit: the one
};
Json jsonOf(const Outgoing &outgoing);
/// Nothing when it is not what jsonOf() wrote.
std::optional<Outgoing> outgoingOf(const Json &json);

struct BotDelivery
{
    qint64 n = 0;
    ChatId chat = 0;
    std::optional<qint64> announcement; ///< none: it answers an update
    qint64 source = 0;                  ///< the announcement, or the update_id
    int part = 0;
    Outgoing outgoing;
    BotDeliveryState state = BotDeliveryState::Queued;
    int attempts = 0;
    std::vector<MessageId> messages; ///< what Telegram made of it
    QByteArray error;                ///< stable code
    qint64 createdAt = 0;
    qint64 changedAt = 0;
};

} // namespace kule
