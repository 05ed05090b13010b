// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"

#include "base/sequence.h"

namespace kule {

Done ActivityLog::note(Database &database, qint64 nowMs, const Actor &actor, const char *action, const QString &target,
                       const QString &detail)
{
    if (actor.isNotedAsOne)
        return {};
    return database
        .run("INSERT INTO activity (at, actor, action, target, detail) VALUES (?, ?, ?, ?, ?)", nowMs, actor.name, action, target,
             detail)
        .map([](const Cursor &) {});
}

Result<qint64> ActivityLog::forget(Database &database, const QStringList &seqs)
{
    return database.run("DELETE FROM activity WHERE seq IN (SELECT CAST(value AS INTEGER) FROM json_each(?))", jsonList(seqs)).map([](const Cursor &row) {
        return static_cast<qint64>(row.changed());
    });
}

QFuture<Result<Page<Activity>>> ActivityLog::list(PageRequest page)
{
    return m_store.read([page = std::move(page)](Database &database) -> Result<Page<Activity>> {
        const auto before = sequenceBefore(page);
        if (!before)
            return fail(before.error());
        const int limit = std::clamp(page.limit, 1, 1000);
        const auto total = database.number("SELECT count(*) FROM activity");
        if (!total)
            return fail(total.error());
        auto rows = database.run("SELECT seq, at, actor, action, target, detail FROM activity WHERE seq < ? ORDER BY seq DESC LIMIT ?",
                                 *before, limit + 1);
        if (!rows)
            return fail(rows.error());
        Page<Activity> answer;
        answer.total = *total;
        while (rows->next()) {
            if (answer.items.size() == static_cast<std::size_t>(limit)) {
                answer.next = QString::number(answer.items.back().seq);
                break;
            }
            answer.items.push_back({rows->integer(0), rows->integer(1), rows->text(2), rows->bytes(3), rows->text(4), rows->text(5)});
        }
        return answer;
    });
}

} // namespace kule
