// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatalindex.h"

#include "fatals/fatalwords.h"

namespace kule {
namespace {

constexpr auto columns = "filename, process_id, error, error_source, type, file, time, size, fingerprint, job_id, attempt, readable";

Fatal fatalOf(const Cursor &row)
{
    Fatal fatal;
    fatal.filename = row.text(0);
    fatal.processId = parseJson(row.text(1).toUtf8()).value_or(Json(row.text(1)));
    fatal.error = restored(row.text(2), row.text(3));
    fatal.type = row.text(4);
    fatal.file = row.text(5);
    fatal.time = row.integer(6);
    fatal.size = row.integer(7);
    fatal.fingerprint = row.text(8);
    fatal.job = {row.text(9)};
    fatal.attempt = static_cast<int>(row.integer(10));
    fatal.isReadable = row.integer(11) != 0;
    return fatal;
}

constexpr auto groupColumns = "fingerprint, type, place, reason, total, "
                              "(SELECT count(*) FROM fatal f WHERE f.fingerprint = g.fingerprint), first_seen, last_seen, "
                              "(SELECT error FROM fatal f WHERE f.fingerprint = g.fingerprint ORDER BY time DESC LIMIT 1), "
                              "(SELECT error_source FROM fatal f WHERE f.fingerprint = g.fingerprint ORDER BY time DESC LIMIT 1)";

FatalGroup groupOf(const Cursor &row)
{
    return {row.text(0), row.text(1), row.text(2), reasonText(row.text(3).toUtf8()), row.integer(4), row.integer(5), row.integer(6), row.integer(7), restored(row.text(8), row.text(9))};
}

struct Where
{
    QByteArray sql = "1";
    QVariantList args;
};

void addWords(Where &where, const FilterTerm &term)
{
    QByteArrayList ways;
    for (const QString &value : term.values) {
        for (const QByteArray &words : wordsToFind(term, value)) {
            ways += "instr(folded, ?) > 0";
            where.args += QString::fromUtf8(words);
        }
    }
    where.sql += (term.isNegated ? " AND NOT (" : " AND (") + ways.join(" OR ") + ')';
}

void addWhole(Where &where, const FilterTerm &term)
{
    const bool isGroup = qstrcmp(term.key->name, "group") == 0;
    QByteArrayList ways;
    for (const QString &value : term.values) {
        ways += isGroup ? "fingerprint = ?" : "process_id IN (?, ?) OR job_id = ?";
        // As a string or as a number: a person does not type the quotes.
        where.args += isGroup ? QVariantList{value} : QVariantList{QString::fromUtf8(dumpJson(Json(value))), value, value};
    }
    where.sql += (term.isNegated ? " AND NOT (" : " AND (") + ways.join(" OR ") + ')';
}

Where whereOf(const FatalFilter &filter)
{
    Where where;
    for (const FilterTerm &term : filter.terms) {
        if (!term.key || term.key->kind == FilterKind::Part) {
            addWords(where, term);
        } else if (term.key->kind == FilterKind::Whole) {
            addWhole(where, term);
        } else {
            where.sql += term.isNegated ? " AND NOT time BETWEEN ? AND ?" : " AND time BETWEEN ? AND ?";
            where.args += QVariantList{term.from, term.to};
        }
    }
    return where;
}

Result<qint64> numberOf(Database &database, const QByteArray &sql, const QVariantList &args)
{
    auto row = database.runWith(sql, args);
    if (!row)
        return fail(row.error());
    return row->next() ? row->integer(0) : 0;
}

// "<number>:<text>", of the last row of a page.
struct Place
{
    qint64 time = std::numeric_limits<qint64>::max();
    QString name;
};

Result<Place> placeOf(const QString &cursor)
{
    Place place;
    if (cursor.isEmpty())
        return place;
    bool isNumber = false;
    const qsizetype colon = cursor.indexOf(u':');
    place.time = cursor.left(std::max<qsizetype>(colon, 0)).toLongLong(&isNumber);
    place.name = cursor.mid(colon + 1) + QLatin1String("");
    if (!isNumber)
        return fail(ErrorKind::Invalid, "fatal.bad_cursor", text(QT_TRANSLATE_NOOP("Engine", "This is no place in the list of fatals. Load the list from its start.")));
    return place;
}

QString cursorOf(qint64 time, const QString &name)
{
    return QString::number(time) + u':' + name;
}

struct Listing
{
    const char *table;
    const char *columns;
    QByteArray time; ///< column; the newest come first
    QByteArray name; ///< column; decides between equal times
};

template <class T>
Result<Page<T>> pageOf(Database &database, const PageRequest &page, const Where &where, const Listing &listing, T (*itemOf)(const Cursor &),
                       QString (*cursorBehind)(const T &))
{
    const auto from = placeOf(page.after);
    if (!from)
        return fail(from.error());
    const QByteArray table = QByteArray(" FROM ") + listing.table + " WHERE " + where.sql;
    const auto total = numberOf(database, "SELECT count(*)" + table, where.args);
    if (!total)
        return fail(total.error());
    const int limit = std::clamp(page.limit, 1, 1000);
    auto row = database.runWith(QByteArray("SELECT ") + listing.columns + table + " AND (" + listing.time + ", " + listing.name + ") < (?, ?) ORDER BY "
                                    + listing.time + " DESC, " + listing.name + " DESC LIMIT ? OFFSET ?",
                                where.args + QVariantList{from->time, from->name, limit + 1, std::max<qint64>(page.offset, 0)});
    if (!row)
        return fail(row.error());
    Page<T> answer;
    answer.total = *total;
    while (row->next()) {
        if (static_cast<int>(answer.items.size()) == limit) {
            answer.next = cursorBehind(answer.items.back());
            break;
        }
        answer.items.push_back(itemOf(*row));
    }
    return answer;
}

Done countGroup(Database &database, const FatalEntry &entry)
{
    const Fatal &fatal = entry.fatal;
    return database
        .run("INSERT INTO fatal_group VALUES (?, ?, ?, ?, 1, ?, ?) ON CONFLICT (fingerprint) DO UPDATE SET total = total + 1, "
             "first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen)",
             fatal.fingerprint, fatal.type, entry.place, QString::fromUtf8(entry.reason), fatal.time, fatal.time)
        .map([](const Cursor &) {});
}

Result<bool> putRow(Database &database, const FatalEntry &entry)
{
    const Fatal &fatal = entry.fatal;
    database.rewritesHistory(); // the job names its report
    const auto before = database.number("SELECT count(*) FROM fatal WHERE filename = ?", fatal.filename);
    if (!before)
        return fail(before.error());
    const auto done = database.run(
        "INSERT INTO fatal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (filename) DO UPDATE SET process_id = excluded.process_id, "
        "error = excluded.error, type = excluded.type, file = excluded.file, time = excluded.time, size = excluded.size, "
        "modified = excluded.modified, fingerprint = excluded.fingerprint, job_id = excluded.job_id, attempt = excluded.attempt, "
        "readable = excluded.readable, folded = excluded.folded, error_source = excluded.error_source",
        fatal.filename, QString::fromUtf8(dumpJson(fatal.processId)), fatal.error.english(), fatal.type, fatal.file, fatal.time, fatal.size, entry.modified,
        fatal.fingerprint, fatal.job.value, fatal.attempt, fatal.isReadable, QString::fromUtf8(entry.folded), sourceOf(fatal.error));
    if (!done)
        return fail(done.error());
    return *before == 0;
}

} // namespace

Done FatalRecorder::index(Database &database, const RecordedFatal &recorded)
{
    const Fatal &fatal = recorded.fatal;
    const FatalEntry entry{fatal, recorded.place, recorded.reason, recorded.modified, foldedOf(fatal, recorded.place)};
    if (recorded.isPending) {
        if (auto kept = database.run("INSERT OR REPLACE INTO fatal_pending VALUES (?, ?, ?)", fatal.job.value, fatal.attempt, QString::fromUtf8(recorded.body)); !kept)
            return fail(kept.error());
    }
    if (!fatal.filename.isEmpty()) {
        // A scan of the folder may have been first; then it has counted too.
        const auto isNew = putRow(database, entry);
        if (!isNew)
            return fail(isNew.error());
        if (!*isNew)
            return {};
    }
    return countGroup(database, entry);
}

namespace fatalindex {

Result<QHash<QString, Known>> known(Database &database)
{
    auto row = database.run("SELECT filename, size, modified FROM fatal");
    if (!row)
        return fail(row.error());
    QHash<QString, Known> all;
    while (row->next())
        all.insert(row->text(0), {row->integer(1), row->integer(2)});
    return all;
}

Result<std::optional<Known>> known(Database &database, const QString &filename)
{
    auto row = database.run("SELECT size, modified FROM fatal WHERE filename = ?", filename);
    if (!row)
        return fail(row.error());
    return row->next() ? std::optional(Known{row->integer(0), row->integer(1)}) : std::nullopt;
}

Result<qint64> kept(Database &database, const QString &fingerprint)
{
    return database.number("SELECT count(*) FROM fatal WHERE fingerprint = ?", fingerprint);
}

Result<bool> put(Database &database, const FatalEntry &entry)
{
    const Fatal &fatal = entry.fatal;
    // What waited for the folder was counted when it failed; here is its file.
    auto awaited = database.run("DELETE FROM fatal_pending WHERE job_id = ? AND attempt = ?", fatal.job.value, fatal.attempt);
    if (!awaited)
        return fail(awaited.error());
    const bool wasCounted = awaited->changed() > 0;
    const auto isNew = putRow(database, entry);
    if (!isNew || fatal.fingerprint.isEmpty())
        return isNew;
    auto group = database.run("SELECT last_seen FROM fatal_group WHERE fingerprint = ?", fatal.fingerprint);
    if (!group)
        return fail(group.error());
    // A folder that vanished and came back brings nothing that was not counted.
    const bool isNews = !group->next() || (*isNew && !wasCounted && fatal.time > group->integer(0));
    if (isNews) {
        if (auto counted = countGroup(database, entry); !counted)
            return fail(counted.error());
    }
    return isNew;
}

Done raiseTotals(Database &database, const QSet<QString> &fingerprints)
{
    for (const QString &fingerprint : fingerprints) {
        auto raised = database.run("UPDATE fatal_group SET total = max(total, (SELECT count(*) FROM fatal WHERE fingerprint = ?)), "
                                   "first_seen = min(first_seen, (SELECT coalesce(min(time), first_seen) FROM fatal WHERE fingerprint = ?)) WHERE fingerprint = ?",
                                   fingerprint, fingerprint, fingerprint);
        if (!raised)
            return fail(raised.error());
    }
    return {};
}

Done forget(Database &database, const QString &filename)
{
    database.rewritesHistory();
    return database.run("DELETE FROM fatal WHERE filename = ?", filename).map([](const Cursor &) {});
}

Result<Page<Fatal>> list(Database &database, const FatalFilter &filter, const PageRequest &page)
{
    return pageOf<Fatal>(database, page, whereOf(filter), {"fatal", columns, "time", "filename"}, fatalOf,
                         [](const Fatal &last) { return cursorOf(last.time, last.filename); });
}

Result<Page<FatalGroup>> groups(Database &database, const FatalFilter &filter, const PageRequest &page)
{
    Where where = whereOf(filter);
    where.sql = "fingerprint IN (SELECT DISTINCT fingerprint FROM fatal WHERE " + where.sql + ')';
    return pageOf<FatalGroup>(database, page, where, {"fatal_group g", groupColumns, "last_seen", "fingerprint"}, groupOf,
                              [](const FatalGroup &last) { return cursorOf(last.lastSeen, last.fingerprint); });
}

Result<QStringList> names(Database &database, const FatalFilter &filter)
{
    const Where where = whereOf(filter);
    auto row = database.runWith("SELECT filename FROM fatal WHERE " + where.sql, where.args);
    if (!row)
        return fail(row.error());
    QStringList all;
    while (row->next())
        all << row->text(0);
    return all;
}

Result<QStringList> namesOf(Database &database, const JobId &job, int attempt)
{
    auto row = database.run("SELECT filename FROM fatal WHERE job_id = ? AND attempt = ? ORDER BY time DESC", job.value, attempt);
    if (!row)
        return fail(row.error());
    QStringList all;
    while (row->next())
        all << row->text(0);
    return all;
}

Result<std::vector<Pending>> pendingAfter(Database &database, const Pending &last, int most)
{
    auto row = database.run("SELECT job_id, attempt, body FROM fatal_pending WHERE (job_id, attempt) > (?, ?) ORDER BY job_id, attempt LIMIT ?", last.job.value,
                            last.attempt, most);
    if (!row)
        return fail(row.error());
    std::vector<Pending> all;
    while (row->next())
        all.push_back({{row->text(0)}, static_cast<int>(row->integer(1)), row->text(2).toUtf8()});
    return all;
}

} // namespace fatalindex
} // namespace kule
