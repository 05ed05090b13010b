// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the ledger: every message that a bot sends, recorded before it leaves and after. Each step holds only from the
// state before it, so that no row is sent by two. Every function runs within a read or a write of the store.
#pragma once
#include "base/page.h"
#include "bots/delivery.h"
#include "store/database.h"

namespace kule::ledgertable {

enum class FirstPart { Waits, Leaves };
/// The answer to an update, in order, for the transaction that ends the update. Queued; where the first part leaves, that one is in
/// Sending, and what is to be sent when the transaction is on the disk.
Result<std::optional<BotDelivery>> reply(Database &database, qint64 bot, UpdateId update, ChatId chat, const std::vector<Outgoing> &parts, qint64 now, FirstPart first = FirstPart::Waits);
/// A new item to every chat that is subscribed, in one statement. How many; nothing when the item is known already. english: for
/// chats that have chosen it, where it differs.
Result<std::optional<qint64>> announce(Database &database, qint64 bot, const QString &source, const QString &item, const std::vector<Outgoing> &parts, qint64 now,
                                       const std::vector<Outgoing> &english = {});
/// The number of an item that was announced or passed.
Result<std::optional<qint64>> numberOf(Database &database, qint64 bot, const QString &source, const QString &item);
/// Notes an item without telling anybody.
Done pass(Database &database, qint64 bot, const QString &source, const QString &item, qint64 now);
/// An edit to each chat that has the announcement, or is getting it, of the message at edit.place that it became there; one that
/// waits already is brought up to date. How many are new.
Result<qint64> edit(Database &database, qint64 bot, UpdateId update, qint64 announcement, const Outgoing &edit, qint64 now);

enum class Lane { Reply, Announcement };
/// Queued ones of the lane behind that number, in order.
Result<std::vector<BotDelivery>> queued(Database &database, qint64 bot, Lane lane, qint64 after, int limit);
/// Queued → Sending, as it stands now. Nothing: somebody else has it, it is gone, or there is nothing to edit.
Result<std::optional<BotDelivery>> begin(Database &database, qint64 n, qint64 now);
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

struct SentLately
{
    ChatId chat = 0;
    qint64 at = 0; ///< UTC ms
};
/// What Telegram got since then, oldest first; 2,000 at most.
Result<std::vector<SentLately>> sentSince(Database &database, qint64 bot, qint64 since);

enum class Verdict { SendAgain, WasSent, LeaveIt };
/// A person decides on one in Review or Failed: → Queued, Sent, Failed. delivery.not_found, delivery.not_open
Result<BotDelivery> decide(Database &database, qint64 bot, qint64 n, Verdict verdict, qint64 now);
/// Newest first. ledger of one bot.
Result<Page<BotDelivery>> list(Database &database, qint64 bot, std::optional<BotDeliveryState> state, const PageRequest &page);

} // namespace kule::ledgertable
