// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the ledger: every message that a bot sends, recorded before it leaves and after. Each step holds only from the
// state before it, so that no row is sent by two. Every function runs within a read or a write of the store.
#pragma once
#include "base/page.h"
#include "bots/delivery.h"
#include "store/database.h"

namespace kule::ledgertable {

/// The answer to an update, in order. Queued, for the transaction that ends the update. How many.
Result<int> reply(Database &database, qint64 bot, UpdateId update, ChatId chat, const std::vector<Outgoing> &parts, qint64 now);
/// A new item to every chat that is subscribed, in one statement. How many; nothing when the item is known already.
Result<std::optional<qint64>> announce(Database &database, qint64 bot, const QString &source, const QString &item, const std::vector<Outgoing> &parts, qint64 now);
/// Whether the source has brought anything yet: what stood there before the first look is no news.
Result<bool> knows(Database &database, qint64 bot, const QString &source);
/// Notes an item without telling anybody.
Done pass(Database &database, qint64 bot, const QString &source, const QString &item, qint64 now);
/// An edit to each chat that got the item, of the messages that it became there. How many.
Result<qint64> edit(Database &database, qint64 bot, UpdateId update, const QString &source, const QString &item, const Outgoing &edit, qint64 now);

enum class Lane { Reply, Announcement };
/// Queued ones of the lane behind that number, in order.
Result<std::vector<BotDelivery>> queued(Database &database, qint64 bot, Lane lane, qint64 after, int limit);
/// Queued → Sending. False: somebody else has it, or it is gone.
Result<bool> begin(Database &database, qint64 n, qint64 now);
/// Sending → Sent.
Done sent(Database &database, qint64 n, const std::vector<MessageId> &messages, qint64 now);
/// Sending → Queued, as surely nothing was done.
Done postpone(Database &database, qint64 n, const QByteArray &error, qint64 now);
/// Sending → Failed.
Done failed(Database &database, qint64 n, const QByteArray &error, qint64 now);
/// Sending → Review, as nobody knows.
Done review(Database &database, qint64 n, const QByteArray &error, qint64 now);
/// What a former engine left in Sending → Review. How many.
Result<qint64> recover(Database &database, qint64 bot, qint64 now);
/// Queued ones to a chat that is gone → Failed. How many.
Result<qint64> drop(Database &database, qint64 bot, ChatId chat, const QByteArray &error, qint64 now);

enum class Verdict { SendAgain, WasSent, LeaveIt };
/// A person decides on one in Review or Failed: → Queued, Sent, Failed. delivery.not_found, delivery.not_open
Result<BotDelivery> decide(Database &database, qint64 bot, qint64 n, Verdict verdict, qint64 now);
/// Newest first. ledger of one bot.
Result<Page<BotDelivery>> list(Database &database, qint64 bot, std::optional<BotDeliveryState> state, const PageRequest &page);

} // namespace kule::ledgertable
