// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/joblisting.h"

#include "base/folding.h"
#include "base/sequence.h"
#include "jobs/jobrows.h"

#include <algorithm>

namespace kule::joblisting {
namespace {

struct Where
{
    QByteArray sql = "removal IS NULL";
    QVariantList args;
};

QByteArray marks(qsizetype count)
{
    return QByteArrayList(count, "?").join(',');
}

// Conditions on columns; words are left to the caller.
void addTerm(Where &where, const FilterTerm &term, qint64 now)
{
    const QByteArray key = term.key->name;
    QByteArray condition;
    if (key == "state") {
        condition = "state IN (" + marks(term.values.size()) + ')';
        where.args += QVariantList(term.values.begin(), term.values.end());
    } else if (key == "id") {
        // As a string or as a number: a person does not type the quotes.
        QStringList processIds;
        for (const QString &value : term.values)
            processIds += {QString::fromUtf8(dumpJson(Json(value))), value};
        condition = "(process_id IN (" + marks(processIds.size()) + ") OR id IN (" + marks(term.values.size()) + "))";
        where.args += QVariantList(processIds.begin(), processIds.end()) + QVariantList(term.values.begin(), term.values.end());
    } else if (key == "actor") {
        condition = "actor IN (" + marks(term.values.size()) + ')';
        where.args += QVariantList(term.values.begin(), term.values.end());
    } else if (key == "duration") {
        condition = "coalesce(coalesce(ended_at, ?) - started_at BETWEEN ? AND ?, 0)";
        where.args += {now, term.from, term.to};
    } else {
        condition = (key == "attempt" ? "attempt" : "created_at") + QByteArray(" BETWEEN ? AND ?");
        where.args += {term.from, term.to};
    }
    where.sql += (term.isNegated ? " AND NOT " : " AND ") + condition;
}

Where whereOf(const JobFilter &filter)
{
    Where where;
    for (const FilterTerm &term : filter.terms) {
        if (term.key && term.key->kind != FilterKind::Part)
            addTerm(where, term, filter.now);
    }
    return where;
}

} // namespace

Result<std::vector<qint64>> shown(Database &database, const JobFilter &filter)
{
    const Where where = whereOf(filter);
    const bool hasWords = filter.hasWords();
    auto rows = database.runWith((hasWords ? QByteArray("SELECT ") + jobrows::columns + ", args, kwargs" : QByteArray("SELECT seq")) + " FROM job WHERE " + where.sql + " ORDER BY seq", where.args);
    if (!rows)
        return fail(rows.error());
    std::vector<qint64> all;
    while (rows->next()) {
        if (hasWords) {
            const Job job = jobrows::jobOf(*rows);
            JobWords words = JobWords::of(job);
            words.args = foldedWords(rows->text(19)) + foldedWords(rows->text(20));
            if (!shows(filter, job, words))
                continue;
        }
        all.push_back(rows->integer(0));
    }
    return all;
}

Result<Page<Job>> page(Database &database, const JobFilter &filter, const PageRequest &request)
{
    const auto before = sequenceBefore(request);
    if (!before)
        return fail(before.error());
    const auto all = shown(database, filter);
    if (!all)
        return fail(all.error());
    const qint64 limit = std::clamp(request.limit, 1, 1000);
    const qint64 end = std::max<qint64>(std::lower_bound(all->begin(), all->end(), *before) - all->begin() - std::max<qint64>(request.offset, 0), 0);
    const qint64 begin = std::max<qint64>(end - limit, 0);
    Page<Job> page;
    page.total = std::ssize(*all);
    if (begin == end)
        return page;
    const Json wanted = std::vector<qint64>(all->begin() + begin, all->begin() + end);
    auto rows = database.runWith(QByteArray("SELECT ") + jobrows::columns + " FROM job WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC",
                                 {QString::fromUtf8(dumpJson(wanted))});
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        page.items.push_back(jobrows::jobOf(*rows));
    if (begin > 0)
        page.next = QString::number(page.items.back().seq);
    return page;
}

} // namespace kule::joblisting
