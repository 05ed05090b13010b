// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"

#include "base/querywords.h"
#include "base/sequence.h"

namespace kule {
namespace {

struct Where
{
    QByteArray sql;
    QVariantList args;
};

Where whereOf(const ActivityFilter &filter)
{
    Where where{"1", {}};
    const auto add = [&where](const char *sql, const QVariant &value) {
        where.sql += sql;
        where.args << value;
    };
    if (!filter.actor.isEmpty())
        add(" AND actor = ?", filter.actor);
    if (!filter.action.isEmpty())
        add(" AND action LIKE ? ESCAPE '\\'", likePattern(filter.action).mid(1)); // from its beginning
    if (!filter.target.isEmpty())
        add(" AND target LIKE ? ESCAPE '\\'", likePattern(filter.target));
    if (filter.since)
        add(" AND at >= ?", *filter.since);
    for (const QString &word : filter.words)
        add(" AND actor || ' ' || action || ' ' || target || ' ' || detail LIKE ? ESCAPE '\\'", likePattern(word));
    return where;
}

} // namespace

Done ActivityLog::note(Database &database, qint64 nowMs, const Actor &actor, const char *action, const QString &target,
                       const QString &detail)
{
    return database
        .run("INSERT INTO activity (at, actor, action, target, detail) VALUES (?, ?, ?, ?, ?)", nowMs, actor.name, action, target,
             detail)
        .map([](const Cursor &) {});
}

QFuture<Result<Page<Activity>>> ActivityLog::list(ActivityFilter filter, PageRequest page)
{
    return m_store.read([filter = std::move(filter), page = std::move(page)](Database &database) -> Result<Page<Activity>> {
        const auto before = sequenceBefore(page);
        if (!before)
            return fail(before.error());
        const int limit = std::clamp(page.limit, 1, 1000);
        const Where where = whereOf(filter);
        auto counted = database.runWith("SELECT count(*) FROM activity WHERE " + where.sql, where.args);
        if (!counted)
            return fail(counted.error());
        Page<Activity> answer;
        answer.total = counted->next() ? counted->integer(0) : 0;
        auto rows = database.runWith("SELECT seq, at, actor, action, target, detail FROM activity WHERE " + where.sql + " AND seq < ? ORDER BY seq DESC LIMIT ? OFFSET ?",
                                     where.args + QVariantList{*before, limit + 1, std::max<qint64>(page.offset, 0)});
        if (!rows)
            return fail(rows.error());
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
