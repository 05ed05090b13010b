// SPDX-License-Identifier: GPL-3.0-or-later
// Callbacks on their way: a durable outbox of POSTs of fatal reports, tried for 24 h, then dead letters.
// State lives on the engine thread; public calls from any thread. Never follows a redirect.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "base/ids.h"
#include "base/page.h"

namespace kule {

enum class DeliveryState { Waiting, Delivered, Dead };
/// "waiting", "delivered", "dead"
const char *wordOf(DeliveryState state);
std::optional<DeliveryState> deliveryStateOf(QByteArrayView word);

struct DeliveryTry
{
    int number = 1;
    qint64 at = 0;  ///< UTC ms
    int status = 0; ///< HTTP status; 0: no answer
    Text error;
    qint64 durationMs = 0;
};

struct Delivery
{
    DeliveryId id;
    JobId job;
    int attempt = 1;
    QString url;
    DeliveryState state = DeliveryState::Waiting;
    qint64 createdAt = 0;
    qint64 nextAt = 0; ///< of the next try, while waiting
    std::vector<DeliveryTry> tries;
};

class CallbackService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual Future<Result<Page<Delivery>>> list(std::optional<DeliveryState> state, PageRequest page) = 0;
    /// A dead or delivered one again, at once and for another 24 h. callback.not_found
    virtual Future<Result<Delivery>> redeliver(DeliveryId id, Actor actor) = 0;

Q_SIGNALS:
    void changed(kule::Delivery delivery);
};

} // namespace kule

Q_DECLARE_METATYPE(kule::Delivery)
