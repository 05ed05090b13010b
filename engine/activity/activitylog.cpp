// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"

#include "base/sequence.h"

#include <algorithm>

namespace kule {
namespace {

struct Where
{
    QByteArray sql = "1";
    QVariantList args;
};

/// What SQL tells of a filter: all but words, whose letters SQLite folds for ASCII alone.
Where whereOf(const ActivityFilter &filter)
{
    Where where;
    for (const FilterTerm &term : filter.terms) {
        if (!term.key || term.key->kind == FilterKind::Part)
            continue;
        QByteArrayList ways;
        if (term.key->kind != FilterKind::Whole) {
            ways += "at BETWEEN ? AND ?";
            where.args += QVariantList{term.from, term.to};
        }
        for (const QString &value : term.values) {
            const bool isActor = qstrcmp(term.key->name, "by") == 0;
            ways += isActor ? "actor = ?" : "substr(action, 1, length(?)) = ?";
            where.args += isActor ? QVariantList{value} : QVariantList{value, value};
        }
        where.sql += (term.isNegated ? " AND NOT (" : " AND (") + ways.join(" OR ") + ')';
    }
    return where;
}

} // namespace

Done ActivityLog::note(Database &database, qint64 nowMs, const Actor &actor, const char *action, const QString &target,
                       const QString &detail)
{
    if (actor.isNotedAsOne)
        return {};
    return database
        .run("INSERT INTO activity (at, actor, action, target, detail) VALUES (?, redacted(?), ?, redacted(?), redacted(?))", nowMs, actor.name, action, target,
             detail)
        .map([](const Cursor &) {});
}

Result<qint64> ActivityLog::forget(Database &database, const QStringList &seqs)
{
    return database.run("DELETE FROM activity WHERE seq IN (SELECT CAST(value AS INTEGER) FROM json_each(?))", jsonList(seqs)).map([](const Cursor &row) {
        return static_cast<qint64>(row.changed());
    });
}

Future<Result<Page<Activity>>> ActivityLog::list(ActivityFilter filter, PageRequest page)
{
    return m_store.read([filter = std::move(filter), page = std::move(page)](Database &database) -> Result<Page<Activity>> {
        const auto before = sequenceBefore(page);
        if (!before)
            return fail(before.error());
        const auto limit = static_cast<std::size_t>(std::clamp(page.limit, 1, 1000));
        const Where where = whereOf(filter);
        const QByteArray table = " FROM activity WHERE " + where.sql;
        Page<Activity> answer;
        if (!filter.hasWords()) {
            auto counted = database.runWith("SELECT count(*)" + table, where.args);
            if (!counted)
                return fail(counted.error());
            answer.total = counted->next() ? counted->integer(0) : 0;
        }
        // With words every row is looked at here; else SQLite cuts the page.
        const auto most = filter.hasWords() ? qint64(-1) : static_cast<qint64>(limit) + 1;
        const qint64 from = filter.hasWords() ? std::numeric_limits<qint64>::max() : *before;
        qint64 toSkip = std::max<qint64>(page.offset, 0);
        auto rows = database.runWith("SELECT seq, at, actor, action, target, detail" + table + " AND seq < ? ORDER BY seq DESC LIMIT ? OFFSET ?",
                                     where.args + QVariantList{from, most, filter.hasWords() ? 0 : toSkip});
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            Activity activity{rows->integer(0), rows->integer(1), rows->text(2), rows->bytes(3), rows->text(4), rows->text(5)};
            if (filter.hasWords()) {
                if (!showsWords(filter, activity))
                    continue;
                ++answer.total;
                if (activity.seq >= *before || toSkip-- > 0)
                    continue;
            }
            if (answer.items.size() < limit)
                answer.items.push_back(std::move(activity));
            else if (answer.next.isEmpty())
                answer.next = QString::number(answer.items.back().seq);
        }
        return answer;
    });
}

} // namespace kule
