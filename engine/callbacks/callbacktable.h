// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the outbox. Every function runs within a read or a write of the store and changes nothing but the database.
#pragma once
#include "base/clock.h"
#include "callbacks/callbackservice.h"
#include "store/database.h"

#include <QSet>

namespace kule::callbacktable {

inline constexpr Milliseconds triedFor = std::chrono::hours(24);
inline constexpr Milliseconds slowest = std::chrono::hours(1); ///< between two tries

/// One to be sent now.
struct Due
{
    DeliveryId id;
    QString url;
    QByteArray body;
    int tries = 0; ///< so far
    qint64 until = 0;
};
struct Pick
{
    std::vector<Due> due;
    std::optional<qint64> next; ///< when the next one is due; nothing: none waits
};
/// At most `most`, one a host, none of those under way.
Result<Pick> pick(Database &database, qint64 now, const QSet<QString> &busyHosts, const QSet<QString> &underWay, int most);

/// What a try brought, and what becomes of the delivery.
struct Outcome
{
    DeliveryState state = DeliveryState::Waiting;
    DeliveryTry made; ///< its number is given by record()
    qint64 nextAt = 0;
};
Result<Delivery> record(Database &database, const DeliveryId &id, const Outcome &outcome);
/// callback.not_found
Result<Delivery> again(Database &database, const DeliveryId &id, qint64 now);
/// Delivered ones that are no longer kept, with their tries. Answers how many went.
Result<qint64> forget(Database &database, const QStringList &ids);
Result<Page<Delivery>> list(Database &database, std::optional<DeliveryState> state, const PageRequest &page);

} // namespace kule::callbacktable
