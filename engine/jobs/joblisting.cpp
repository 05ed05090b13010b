// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/joblisting.h"

#include "base/sequence.h"
#include "jobs/jobrows.h"

#include <algorithm>

namespace kule::joblisting {
namespace {

using Seqs = std::vector<qint64>;

constexpr qint64 mostLookedAt = 2000;  // jobs whose texts are read row by row, as the index has not come to them yet
constexpr qint64 mostMoved = 5000;     // more than this, and a list is made anew
constexpr qsizetype fewHits = 20'000;  // up to here the conditions of rows are asked for these alone

struct Where
{
    QByteArray sql = "removal IS NULL";
    QVariantList args;
};

QByteArray marks(qsizetype count)
{
    return QByteArrayList(count, "?").join(',');
}

QVariantList variants(const QStringList &texts)
{
    return QVariantList(texts.begin(), texts.end());
}

// Conditions on columns; words are the search index's.
void addTerm(Where &where, const FilterTerm &term, qint64 now)
{
    const QByteArray key = term.key->name;
    QByteArray condition;
    if (key == "state") {
        condition = "state IN (" + marks(term.values.size()) + ')';
        where.args += variants(term.values);
    } else if (key == "id") {
        // As a string or as a number: a person does not type the quotes.
        QStringList processIds;
        for (const QString &value : term.values)
            processIds += {QString::fromUtf8(dumpJson(Json(value))), value};
        condition = "(process_id IN (" + marks(processIds.size()) + ") OR id IN (" + marks(term.values.size()) + "))";
        where.args += variants(processIds) + variants(term.values);
    } else if (key == "kind") {
        condition = "kind IN (" + marks(term.values.size()) + ')';
        where.args += variants(term.values);
    } else if (key == "actor") {
        condition = "actor IN (" + marks(term.values.size()) + ')';
        where.args += variants(term.values);
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

bool hasConditions(const JobFilter &filter)
{
    return std::any_of(filter.terms.begin(), filter.terms.end(), [](const FilterTerm &term) { return term.key && term.key->kind != FilterKind::Part; });
}

QString jsonOf(const Seqs &seqs)
{
    return QString::fromUtf8(dumpJson(Json(seqs)));
}

/// The first column, ascending.
Result<Seqs> numbers(Database &database, const QByteArray &sql, const QVariantList &args)
{
    auto rows = database.runWith(sql, args);
    if (!rows)
        return fail(rows.error());
    Seqs seqs;
    while (rows->next())
        seqs.push_back(rows->integer(0));
    if (!std::is_sorted(seqs.begin(), seqs.end()))
        std::sort(seqs.begin(), seqs.end());
    return seqs;
}

Result<Seqs> rowsOf(Database &database, const JobFilter &filter)
{
    const Where where = whereOf(filter);
    return numbers(database, "SELECT seq FROM job WHERE " + where.sql, where.args);
}

/// Those of the candidates whose rows fit.
Result<Seqs> rowsAmong(Database &database, const JobFilter &filter, const Seqs &candidates)
{
    const Where where = whereOf(filter);
    return numbers(database, "SELECT seq FROM job WHERE seq IN (SELECT value FROM json_each(?)) AND " + where.sql, QVariantList{jsonOf(candidates)} + where.args);
}

Seqs without(const Seqs &all, const Seqs &some)
{
    Seqs left;
    left.reserve(all.size());
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(left));
    return left;
}

Seqs both(const Seqs &one, const Seqs &other)
{
    Seqs met;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(met));
    return met;
}

Seqs joined(const Seqs &one, const Seqs &other)
{
    Seqs all;
    all.reserve(one.size() + other.size());
    std::set_union(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(all));
    return all;
}

/// Those of the candidates that the filter shows by their rows and texts, logs aside.
Result<Seqs> lookedAt(Database &database, const JobFilter &filter, const QByteArray &candidates, const QVariantList &args)
{
    auto rows = database.runWith(QByteArray("SELECT ") + jobrows::columns + ", args, kwargs FROM job WHERE removal IS NULL AND " + candidates + " ORDER BY seq", args);
    if (!rows)
        return fail(rows.error());
    Seqs fitting;
    while (rows->next()) {
        const Job job = jobrows::jobOf(*rows);
        JobWords words = JobWords::of(job);
        words.args = jobtexts::argumentWords(rows->bytes(jobrows::columnCount)) + jobtexts::argumentWords(rows->bytes(jobrows::columnCount + 1));
        if (shows(filter, job, words))
            fitting.push_back(job.seq);
    }
    return fitting;
}

Result<Shown> shownByWords(Database &database, const JobFilter &filter, const jobtexts::Hits &hits, Shown shown)
{
    shown.indexed = hits.progress;
    // Jobs that moved since the index looked: some of them are gone, some say something new.
    auto moved = numbers(database, "SELECT DISTINCT job FROM job_change WHERE n > ?", {hits.progress.change});
    if (!moved)
        return fail(moved.error());
    Seqs seqs = without(hits.seqs, *moved);
    if (hits.areExcluded || hasConditions(filter)) {
        const bool areFew = !hits.areExcluded && std::ssize(seqs) <= fewHits;
        auto fitting = areFew ? rowsAmong(database, filter, seqs) : rowsOf(database, filter);
        if (!fitting)
            return fail(fitting.error());
        seqs = areFew ? std::move(*fitting) : hits.areExcluded ? without(without(*fitting, hits.seqs), *moved) : both(*fitting, seqs);
    }
    if (std::ssize(*moved) > mostLookedAt) {
        shown.unsearched += std::ssize(*moved) - mostLookedAt;
        moved->erase(moved->begin(), moved->end() - mostLookedAt);
    }
    if (!moved->empty()) {
        const auto fitting = lookedAt(database, filter, "seq IN (SELECT value FROM json_each(?))", {jsonOf(*moved)});
        if (!fitting)
            return fail(fitting.error());
        seqs = joined(seqs, *fitting);
    }
    shown.unsearched += std::max<qint64>(hits.progress.swept - 1, 0);
    shown.seqs = std::move(seqs);
    return shown;
}

} // namespace

Result<qint64> newestChange(Database &database)
{
    return database.number("SELECT max(n) FROM job_change");
}

Result<Shown> shown(Database &database, const JobFilter &filter, const jobtexts::Hits *hits)
{
    const auto change = newestChange(database);
    if (!change)
        return fail(change.error());
    Shown shown;
    shown.change = *change;
    if (hits)
        return shownByWords(database, filter, *hits, std::move(shown));
    const Where where = whereOf(filter);
    auto seqs = filter.hasWords() ? lookedAt(database, filter, where.sql, where.args) : rowsOf(database, filter);
    if (!seqs)
        return fail(seqs.error());
    shown.seqs = std::move(*seqs);
    if (filter.hasWords()) {
        const auto all = database.number("SELECT count(*) FROM job");
        if (!all)
            return fail(all.error());
        shown.unsearched = *all; // their logs
    }
    return shown;
}

Result<Shown> shownSince(Database &database, const JobFilter &filter, const jobtexts::Hits *hits, const Shown &before)
{
    const auto change = newestChange(database);
    if (!change)
        return fail(change.error());
    if (*change == before.change && !hits)
        return before;
    const auto oldest = database.number("SELECT min(n) FROM job_change");
    if (!oldest)
        return fail(oldest.error());
    if (filter.hasWords() || *change < before.change || *change - before.change > mostMoved || *oldest > before.change + 1)
        return shown(database, filter, hits);
    const auto moved = numbers(database, "SELECT DISTINCT job FROM job_change WHERE n > ?", {before.change});
    if (!moved)
        return fail(moved.error());
    const auto fitting = rowsAmong(database, filter, *moved);
    if (!fitting)
        return fail(fitting.error());
    return Shown{joined(without(before.seqs, *moved), *fitting), *change, {}, 0};
}

Result<Page<Job>> page(Database &database, const Shown &shown, const PageRequest &request)
{
    const auto before = sequenceBefore(request);
    if (!before)
        return fail(before.error());
    const auto first = shown.seqs.begin();
    const qint64 limit = std::clamp(request.limit, 1, 1000);
    const qint64 end = std::max<qint64>(std::lower_bound(first, shown.seqs.end(), *before) - first - std::max<qint64>(request.offset, 0), 0);
    const qint64 begin = std::max<qint64>(end - limit, 0);
    Page<Job> page;
    page.total = std::ssize(shown.seqs);
    page.unsearched = shown.unsearched;
    auto rows = database.runWith(QByteArray("SELECT ") + jobrows::columns + " FROM job WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC",
                                 {jsonOf(Seqs(first + begin, first + end))});
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        page.items.push_back(jobrows::jobOf(*rows));
    if (begin > 0 && !page.items.empty())
        page.next = QString::number(page.items.back().seq);
    return page;
}

Result<std::optional<Page<Job>>> quickPage(Database &database, const JobFilter &filter, const PageRequest &request)
{
    // No jump, and a condition whose index stands in the list's order already.
    const bool isByState = filter.terms.size() == 1 && filter.terms[0].key && qstrcmp(filter.terms[0].key->name, "state") == 0 && filter.terms[0].values.size() == 1
        && !filter.terms[0].isNegated;
    if (request.offset > 0 || !(filter.isEmpty() || isByState))
        return std::optional<Page<Job>>();
    const auto before = sequenceBefore(request);
    if (!before)
        return fail(before.error());
    const int limit = std::clamp(request.limit, 1, 1000);
    const Where where = whereOf(filter);
    auto total = database.runWith("SELECT count(*) FROM job WHERE " + where.sql, where.args);
    if (!total)
        return fail(total.error());
    Page<Job> page;
    page.total = total->next() ? total->integer(0) : 0;
    auto rows = database.runWith(QByteArray("SELECT ") + jobrows::columns + " FROM job WHERE " + where.sql + " AND seq < ? ORDER BY seq DESC LIMIT ?",
                                 where.args + QVariantList{*before, limit + 1});
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        page.items.push_back(jobrows::jobOf(*rows));
    if (std::ssize(page.items) > limit) {
        page.items.pop_back();
        page.next = QString::number(page.items.back().seq);
    }
    return std::optional(std::move(page));
}

} // namespace kule::joblisting
