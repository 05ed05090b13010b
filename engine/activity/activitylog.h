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

/// In the window, in ?q= and on the command line: by:ci action:job target:12345 since:3d words
struct ActivityFilter
{
    QString actor;  ///< whole
    QString action; ///< its beginning: "job" stands for job.run and job.cancel
    QString target; ///< part of it
    std::optional<qint64> since; ///< UTC ms
    QStringList words; ///< each somewhere in the row

    /// nowMs: what "3d" is counted back from. activity.bad_filter
    static Result<ActivityFilter> parse(const QString &query, qint64 nowMs);
    bool isEmpty() const { return actor.isEmpty() && action.isEmpty() && target.isEmpty() && !since && words.isEmpty(); }
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
    /// Newest first. Any thread.
    QFuture<Result<Page<Activity>>> list(ActivityFilter filter, PageRequest page);

private:
    Store &m_store;
};

} // namespace kule
