// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of subscriptions: which chats get a bot's announcements. One that ends keeps its row and says why. Every function
// runs within a read or a write of the store.
#pragma once
#include "base/page.h"
#include "bots/botids.h"
#include "store/database.h"

namespace kule {

struct Subscription
{
    ChatId chat = 0;
    QString title;
    UserId by = 0; ///< 0: not known
    qint64 since = 0;
    std::optional<qint64> endedAt; ///< none: it holds
    QByteArray reason;             ///< stable word: stopped, telegram.blocked …
};

namespace subscriptiontable {

/// True when it did not hold before.
Result<bool> begin(Database &database, qint64 bot, ChatId chat, const QString &title, UserId by, qint64 now);
/// True when it held.
Result<bool> end(Database &database, qint64 bot, ChatId chat, const char *reason, qint64 now);
/// The group has another id: its subscription, its language and what waits for it move there.
Done migrate(Database &database, qint64 bot, ChatId from, ChatId to, qint64 now);
/// Those that hold first, then by chat.
Result<Page<Subscription>> list(Database &database, qint64 bot, const PageRequest &page);

} // namespace subscriptiontable
} // namespace kule
