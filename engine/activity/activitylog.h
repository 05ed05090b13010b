// SPDX-License-Identifier: GPL-3.0-or-later
// Who did what, by which key. A write records itself in its own transaction with note(); reading answers by future.
#pragma once
#include "base/actor.h"
#include "base/page.h"
#include "store/store.h"

namespace kule {

struct Activity
{
    qint64 seq = 0;
    qint64 at = 0; ///< UTC ms
    QString actor;
    QByteArray action; ///< stable word: "job.run"
    QString target;    ///< what was acted on: an id or a name
    QString detail;
};

class ActivityLog
{
public:
    explicit ActivityLog(Store &store)
        : m_store(store)
    {
    }
    /// Within a write. Store thread.
    static Done note(Database &database, qint64 nowMs, const Actor &actor, const char *action, const QString &target,
                     const QString &detail = {});
    /// Rows that are no longer kept, by seq. Within a write. Answers how many went.
    static Result<qint64> forget(Database &database, const QStringList &seqs);
    /// Newest first. Any thread.
    QFuture<Result<Page<Activity>>> list(PageRequest page);

private:
    Store &m_store;
};

} // namespace kule
