// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobremoval.h"

namespace kule::jobremoval {
namespace {

constexpr auto isOpen = "state IN ('queued', 'running')";

QString listOf(const Seqs &seqs)
{
    return QString::fromUtf8(dumpJson(Json(seqs)));
}

Done ignoreRows(Result<Cursor> result)
{
    return std::move(result).map([](const Cursor &) {});
}

Result<QStringList> texts(Result<Cursor> rows)
{
    if (!rows)
        return fail(rows.error());
    QStringList all;
    while (rows->next())
        all << rows->text(0);
    return all;
}

} // namespace

Result<qint64> begin(Database &database, const Removal &removal)
{
    return database
        .run("INSERT INTO removal (undo, state, count, at, until, said, actor) VALUES (?, 'kept', ?, ?, ?, redacted(?), redacted(?))", removal.undo, removal.count,
             removal.at, removal.until, removal.said, removal.actor)
        .map([](const Cursor &row) { return row.insertedId(); });
}

Result<Tally> hide(Database &database, qint64 id, const Seqs &seqs)
{
    database.rewritesHistory();
    const QString list = listOf(seqs);
    Tally tally;
    {
        auto hidden = database.run("UPDATE job SET removal = ? WHERE seq IN (SELECT value FROM json_each(?)) AND removal IS NULL"
                                   " AND state NOT IN ('queued', 'running')",
                                   id, list);
        if (!hidden)
            return fail(hidden.error());
        tally.done = hidden->changed();
    }
    static const QByteArray sql = QByteArray("SELECT count(*) FROM job WHERE seq IN (SELECT value FROM json_each(?)) AND ") + isOpen;
    const auto open = database.number(sql.constData(), list);
    if (!open)
        return fail(open.error());
    tally.open = *open;
    tally.gone = std::ssize(seqs) - tally.done - tally.open;
    return tally;
}

Done conclude(Database &database, qint64 id, qint64 count, qint64 until)
{
    return count == 0 ? forget(database, id) : ignoreRows(database.run("UPDATE removal SET count = ?, until = ? WHERE id = ?", count, until, id));
}

Done concludeAll(Database &database, qint64 until)
{
    return ignoreRows(database.run("UPDATE removal SET until = ?, count = (SELECT count(*) FROM job WHERE job.removal = removal.id) WHERE until = ?", until, unfinished));
}

Result<qint64> seqOf(Database &database, const JobId &job)
{
    static const QByteArray sql = QByteArray("SELECT seq, ") + isOpen + " FROM job WHERE id = ? AND removal IS NULL";
    auto row = database.run(sql.constData(), job.value);
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(ErrorKind::NotFound, "job.not_found",
                    text(QT_TRANSLATE_NOOP("Engine", "There is no job %1. It may have been deleted; look in the list of jobs."), job.value.left(100)));
    if (row->integer(1) != 0)
        return fail(ErrorKind::Conflict, "job.still_open", text(QT_TRANSLATE_NOOP("Engine", "The job has not ended yet. Cancel it first, or wait.")));
    return row->integer(0);
}

Result<QStringList> idsOf(Database &database, const Seqs &seqs)
{
    return texts(database.run("SELECT id FROM job WHERE seq IN (SELECT value FROM json_each(?)) AND removal IS NULL ORDER BY seq DESC", listOf(seqs)));
}

Result<std::vector<Removal>> kept(Database &database, qint64 now)
{
    auto rows = database.run("SELECT undo, count, at, until, said, actor FROM removal WHERE state = 'kept' AND until > ? AND until < ? ORDER BY id DESC", now, unfinished);
    if (!rows)
        return fail(rows.error());
    std::vector<Removal> all;
    while (rows->next())
        all.push_back({rows->text(0), rows->integer(1), rows->integer(2), rows->integer(3), rows->text(4), rows->text(5)});
    return all;
}

Result<qint64> takeBack(Database &database, const QString &undo, qint64 now)
{
    auto id = database.number("SELECT id FROM removal WHERE undo = ? AND state = 'kept' AND until > ? AND until < ?", undo, now, unfinished);
    if (!id)
        return id;
    if (*id == 0)
        return fail(ErrorKind::NotFound, "undo.not_found",
                    text(QT_TRANSLATE_NOOP("Engine", "This deletion cannot be taken back: it is more than ten minutes old, or was taken back already.")));
    if (auto marked = database.run("UPDATE removal SET state = 'restoring' WHERE id = ?", *id); !marked)
        return fail(marked.error());
    return id;
}

Result<qint64> restoreSome(Database &database, qint64 id, int most)
{
    database.rewritesHistory();
    return database.run("UPDATE job SET removal = NULL WHERE seq IN (SELECT seq FROM job WHERE removal = ? LIMIT ?)", id, most).map([](const Cursor &row) {
        return static_cast<qint64>(row.changed());
    });
}

Result<std::optional<Due>> due(Database &database, qint64 now)
{
    auto row = database.run("SELECT id, state FROM removal WHERE state <> 'kept' OR until <= ? ORDER BY id LIMIT 1", now);
    if (!row)
        return fail(row.error());
    if (!row->next())
        return std::optional<Due>();
    const QString state = row->text(1);
    return Due{row->integer(0), state == QLatin1String("restoring") ? State::Restoring : state == QLatin1String("erasing") ? State::Erasing : State::Kept};
}

Result<std::optional<qint64>> nextUntil(Database &database)
{
    auto row = database.run("SELECT min(until) FROM removal WHERE state = 'kept'");
    if (!row)
        return fail(row.error());
    return row->next() && !row->isNull(0) ? std::optional(row->integer(0)) : std::nullopt;
}

Done markErasing(Database &database, qint64 id)
{
    return ignoreRows(database.run("UPDATE removal SET state = 'erasing' WHERE id = ?", id));
}

Result<Seqs> some(Database &database, qint64 id, int most)
{
    auto rows = database.run("SELECT seq FROM job WHERE removal = ? LIMIT ?", id, most);
    if (!rows)
        return fail(rows.error());
    Seqs seqs;
    while (rows->next())
        seqs.push_back(rows->integer(0));
    return seqs;
}

Done forget(Database &database, qint64 id)
{
    return ignoreRows(database.run("DELETE FROM removal WHERE id = ?", id));
}

Result<qint64> erase(Database &database, const Seqs &seqs, qint64 before)
{
    database.rewritesHistory();
    // Which of them, by the rows as they are now: one may have been run again since it was chosen.
    const auto ids = texts(database.run("SELECT id FROM job WHERE seq IN (SELECT value FROM json_each(?)) AND state NOT IN ('queued', 'running') AND coalesce(ended_at, 0) < ?",
                                        listOf(seqs), before));
    if (!ids || ids->isEmpty())
        return ids.map([](const QStringList &) { return qint64(0); });
    const QString list = jsonList(*ids);
    const auto hashes = texts(database.run("SELECT DISTINCT code_hash FROM attempt WHERE job IN (SELECT seq FROM job WHERE id IN (SELECT value FROM json_each(?)))", list));
    if (!hashes)
        return fail(hashes.error());
    if (auto noted = database.run("INSERT OR IGNORE INTO log_leftover SELECT value FROM json_each(?)", list); !noted)
        return fail(noted.error());
    if (auto gone = database.run("DELETE FROM job WHERE id IN (SELECT value FROM json_each(?))", list); !gone)
        return fail(gone.error());
    auto unused = database.run("DELETE FROM source WHERE hash IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM attempt WHERE code_hash = hash)",
                               jsonList(*hashes));
    if (!unused)
        return fail(unused.error());
    return ids->size();
}

Result<QStringList> leftovers(Database &database, const QString &after, int most)
{
    return texts(database.run("SELECT job_id FROM log_leftover WHERE job_id > ? ORDER BY job_id LIMIT ?", after, most));
}

Done forgetLeftovers(Database &database, const QStringList &jobs)
{
    return ignoreRows(database.run("DELETE FROM log_leftover WHERE job_id IN (SELECT value FROM json_each(?))", jsonList(jobs)));
}

} // namespace kule::jobremoval
