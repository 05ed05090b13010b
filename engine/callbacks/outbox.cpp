// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/outbox.h"

#include "callbacks/callbacktable.h"

namespace kule {

Done CallbackOutbox::put(Database &database, qint64 nowMs, const DeliveryId &id, const JobId &job, int attempt, const QString &url, const QByteArray &body)
{
    return database
        .run("INSERT INTO callback (id, job_id, attempt, url, body, state, created_at, until, next_at, tries) "
             "VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, 0) ON CONFLICT (id) DO NOTHING",
             id.value, job.value, attempt, url, QUtf8StringView(body), nowMs, nowMs + callbacktable::triedFor.count(), nowMs)
        .map([](const Cursor &) {});
}

} // namespace kule
