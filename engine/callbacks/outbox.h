// SPDX-License-Identifier: GPL-3.0-or-later
// The way into the outbox of callbacks: a row in the transaction that ends the job, then a nudge.
#pragma once
#include "base/ids.h"
#include "store/database.h"

namespace kule {

class CallbackOutbox
{
public:
    virtual ~CallbackOutbox() = default;
    /// Store thread, within the caller's transaction; may run twice with the same id.
    static Done put(Database &database, qint64 nowMs, const DeliveryId &id, const JobId &job, int attempt, const QString &url,
                    const QByteArray &body);
    /// There may be something to send. Any thread.
    virtual void wake() = 0;
};

} // namespace kule
