// SPDX-License-Identifier: GPL-3.0-or-later
// Who did what, by which key. A write records itself in its own transaction with note(); reading answers by future.
#pragma once
#include "base/actor.h"
#include "base/page.h"
#include "filter/filter.h"
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

/// Which deeds: the filter language with the keys by:, action:, target:, since:, before: and words.
struct ActivityFilter : Filter
{
    static std::span<const FilterKey> keys();
    /// filter.* (parseFilter)
    static Result<ActivityFilter> parse(const QString &query, qint64 nowMs);
    /// Whether a term looks into texts: these are answered row by row.
    bool hasWords() const;
};

/// Whether the terms that look into texts hold.
bool showsWords(const ActivityFilter &filter, const Activity &activity);

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
    Future<Result<Page<Activity>>> list(ActivityFilter filter, PageRequest page);

private:
    Store &m_store;
};

} // namespace kule
