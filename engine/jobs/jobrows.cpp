// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobrows.h"

namespace kule::jobrows {
namespace {

std::optional<qint64> optionalInteger(const Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

Json jsonAt(const Cursor &row, int column)
{
    return parseJson(row.bytes(column), nullptr, 1000).value_or(Json());
}

Error notFound(const JobId &id)
{
    return {ErrorKind::NotFound, "job.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no job %1. It may have been deleted; look in the list of jobs."), id.value), nullptr, std::nullopt};
}

Done ignoreRows(Result<Cursor> result)
{
    return std::move(result).map([](const Cursor &) {});
}

} // namespace

const char columns[] = "seq, id, revision, kind, process_id, label, file_path, state, progress, step, attempt, created_at, queued_at,"
                         " started_at, ended_at, actor, error_type, error, error_source,"
                         // The folder is the truth: a report that was deleted is no longer named, one that came late is.
                         " coalesce((SELECT filename FROM fatal WHERE job_id = job.id AND fatal.attempt = job.attempt), '')";

Job jobOf(const Cursor &row)
{
    Job job;
    job.seq = row.integer(0);
    job.id = {row.text(1)};
    job.revision = row.integer(2);
    job.kind = row.bytes(3);
    job.processId = jsonAt(row, 4);
    job.label = row.text(5);
    job.filePath = row.text(6);
    job.state = jobStateOf(row.bytes(7)).value_or(JobState::Interrupted);
    job.progress = row.real(8);
    job.step = row.text(9);
    job.attempt = static_cast<int>(row.integer(10));
    job.createdAt = row.integer(11);
    job.queuedAt = row.integer(12);
    job.startedAt = optionalInteger(row, 13);
    job.endedAt = optionalInteger(row, 14);
    job.actor = row.text(15);
    job.errorType = row.text(16);
    job.error = restored(row.text(17), row.text(18));
    job.fatalFile = row.text(19);
    return job;
}

Done putSource(Database &database, const QByteArray &hash, const QString &path, const QByteArray &body)
{
    return ignoreRows(database.run("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", QUtf8StringView(hash), path, body));
}

static Done insertAttempt(Database &database, const Job &job, const QByteArray &codeHash)
{
    return ignoreRows(database.run("INSERT INTO attempt (job, number, state, code_hash, queued_at, started_at) VALUES (?, ?, ?, ?, ?, ?)", job.seq,
                                   job.attempt, wordOf(job.state), QUtf8StringView(codeHash), job.queuedAt, job.startedAt));
}

Done insert(Database &database, const OpenJob &open, const JobPayload &payload, const QByteArray &codeHash)
{
    const Job &job = open.job;
    // A QVariant, as GCC 12 takes an optional of an optional's count for uninitialised.
    const QVariant timeout = open.timeout ? QVariant(static_cast<qlonglong>(open.timeout->count())) : QVariant();
    auto inserted = database.run("INSERT INTO job (seq, id, revision, kind, process_id, label, state, file_path, path, args, kwargs, callback_url,"
                                 " timeout_ms, actor, progress, step, attempt, created_at, queued_at, started_at)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 job.seq, job.id.value, job.revision, QUtf8StringView(job.kind), QUtf8StringView(dumpJson(job.processId)),
                                 job.label, wordOf(job.state), job.filePath, payload.path, QUtf8StringView(payload.args),
                                 QUtf8StringView(payload.kwargs), open.callbackUrl, timeout, job.actor, job.progress, job.step, job.attempt,
                                 job.createdAt, job.queuedAt, job.startedAt);
    return inserted ? insertAttempt(database, job, codeHash) : Done(tl::unexpected(inserted.error()));
}

Done reopen(Database &database, const Job &job, const QByteArray &codeHash, const QString &path)
{
    database.rewritesHistory();
    // One that is deleted in the same moment is there again: what runs is never hidden.
    auto updated = database.run("UPDATE job SET revision = ?, state = ?, attempt = ?, queued_at = ?, started_at = ?, ended_at = NULL, progress = 0,"
                                " step = '', error_type = '', error = '', error_source = '', path = ?, removal = NULL WHERE seq = ?",
                                job.revision, wordOf(job.state), job.attempt, job.queuedAt, job.startedAt, path, job.seq);
    if (!updated)
        return fail(updated.error());
    return updated->changed() > 0 ? insertAttempt(database, job, codeHash) : Done(fail(notFound(job.id)));
}

Done markRunning(Database &database, const Job &job)
{
    auto updated = database.run("UPDATE job SET revision = ?, state = ?, started_at = ? WHERE seq = ?", job.revision, wordOf(job.state), job.startedAt, job.seq);
    if (!updated)
        return fail(updated.error());
    return ignoreRows(database.run("UPDATE attempt SET state = ?, started_at = ? WHERE job = ? AND number = ?", wordOf(job.state), job.startedAt, job.seq, job.attempt));
}

Done markStarted(Database &database, const Job &job, qint64 pid, const QString &python)
{
    auto updated = database.run("UPDATE job SET revision = ?, started_at = ? WHERE seq = ?", job.revision, job.startedAt, job.seq);
    if (!updated)
        return fail(updated.error());
    return ignoreRows(database.run("UPDATE attempt SET started_at = ?, pid = ?, python = ? WHERE job = ? AND number = ?", job.startedAt, pid, python, job.seq, job.attempt));
}

Done saveProgress(Database &database, const Job &job)
{
    return ignoreRows(database.run("UPDATE job SET revision = ?, progress = ?, step = ? WHERE seq = ?", job.revision, job.progress, job.step, job.seq));
}

Done end(Database &database, const Job &job, const AttemptEnd &end)
{
    auto updated = database.run("UPDATE job SET revision = ?, state = ?, started_at = ?, ended_at = ?, progress = ?, step = ?, error_type = ?, error = ?,"
                                " error_source = ? WHERE seq = ?",
                                job.revision, wordOf(job.state), job.startedAt, job.endedAt, job.progress, job.step, job.errorType, job.error.english(), sourceOf(job.error), job.seq);
    if (!updated)
        return fail(updated.error());
    const auto result = end.result.isEmpty() ? std::nullopt : std::optional(QUtf8StringView(end.result));
    return ignoreRows(database.run("UPDATE attempt SET state = ?, started_at = ?, ended_at = ?, exit_code = ?, signal = ?, log_bytes = ?, result = ?,"
                                   " result_is_repr = ?, error_type = ?, error = ?, error_source = ?, python = coalesce(nullif(?, ''), python) WHERE job = ? AND number = ?",
                                   wordOf(job.state), job.startedAt, job.endedAt, end.exitCode, end.signal, end.logBytes, result, end.resultIsRepr,
                                   job.errorType, job.error.english(), sourceOf(job.error), end.python, job.seq, job.attempt));
}

Done addEvent(Database &database, const JobId &id, const JobEvent &event)
{
    return ignoreRows(database.run("INSERT OR REPLACE INTO job_event SELECT seq, ?, ?, ?, ?, ?, ?, ? FROM job WHERE id = ?", event.number, event.attempt,
                                   event.at, event.channel, event.event, QUtf8StringView(dumpJson(event.data)), QUtf8StringView(event.delivery),
                                   id.value));
}

Done setDelivery(Database &database, const JobId &id, int number, const QByteArray &delivery)
{
    database.rewritesHistory(); // it may come after the job's end
    return ignoreRows(database.run("UPDATE job_event SET delivery = ? WHERE job = (SELECT seq FROM job WHERE id = ?) AND number = ?",
                                   QUtf8StringView(delivery), id.value, number));
}

Result<std::vector<Job>> some(Database &database, const std::vector<qint64> &seqs)
{
    static const QByteArray sql = QByteArray("SELECT ") + columns + " FROM job WHERE seq IN (SELECT value FROM json_each(?)) AND removal IS NULL ORDER BY seq DESC";
    auto rows = database.run(sql.constData(), QString::fromUtf8(dumpJson(Json(seqs))));
    if (!rows)
        return fail(rows.error());
    std::vector<Job> all;
    while (rows->next())
        all.push_back(jobOf(*rows));
    return all;
}

Result<Job> one(Database &database, const JobId &id)
{
    static const QByteArray sql = QByteArray("SELECT ") + columns + " FROM job WHERE id = ? AND removal IS NULL";
    auto row = database.run(sql.constData(), id.value);
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(notFound(id));
    return jobOf(*row);
}

static Attempt attemptOf(const Cursor &row)
{
    Attempt attempt;
    attempt.number = static_cast<int>(row.integer(0));
    attempt.state = jobStateOf(row.bytes(1)).value_or(JobState::Interrupted);
    attempt.codeHash = row.bytes(2);
    attempt.queuedAt = row.integer(3);
    attempt.startedAt = optionalInteger(row, 4);
    attempt.endedAt = optionalInteger(row, 5);
    attempt.pid = optionalInteger(row, 6);
    attempt.python = row.text(7);
    if (!row.isNull(8))
        attempt.exitCode = static_cast<int>(row.integer(8));
    attempt.signal = row.text(9);
    attempt.logBytes = row.integer(10);
    if (!row.isNull(11))
        attempt.result = jsonAt(row, 11);
    attempt.resultIsRepr = row.integer(12) != 0;
    attempt.errorType = row.text(13);
    attempt.error = restored(row.text(14), row.text(15));
    attempt.fatalFile = row.text(16);
    return attempt;
}

Result<JobDetail> detail(Database &database, const JobId &id)
{
    auto job = one(database, id);
    if (!job)
        return fail(job.error());
    JobDetail detail;
    detail.job = std::move(*job);
    auto more = database.run("SELECT path, args, kwargs, callback_url, timeout_ms FROM job WHERE seq = ?", detail.job.seq);
    if (!more)
        return fail(more.error());
    if (more->next()) {
        detail.path = more->text(0);
        detail.args = jsonAt(*more, 1);
        detail.kwargs = jsonAt(*more, 2);
        detail.callbackUrl = more->text(3);
        if (!more->isNull(4))
            detail.timeout = Milliseconds(more->integer(4));
    }
    auto attempts = database.run("SELECT number, state, code_hash, queued_at, started_at, ended_at, pid, python, exit_code, signal, log_bytes, result,"
                                 " result_is_repr, error_type, error, error_source,"
                                 " coalesce((SELECT filename FROM fatal WHERE job_id = ? AND fatal.attempt = number), '')"
                                 " FROM attempt WHERE job = ? ORDER BY number",
                                 id.value, detail.job.seq);
    if (!attempts)
        return fail(attempts.error());
    while (attempts->next())
        detail.attempts.push_back(attemptOf(*attempts));
    auto events = database.run("SELECT * FROM (SELECT number, attempt, at, channel, event, data, delivery FROM job_event WHERE job = ?"
                               " ORDER BY number DESC LIMIT 1000) ORDER BY number",
                               detail.job.seq);
    if (!events)
        return fail(events.error());
    while (events->next()) {
        detail.events.push_back({static_cast<int>(events->integer(0)), static_cast<int>(events->integer(1)), events->integer(2), events->text(3),
                                 events->text(4), jsonAt(*events, 5), events->bytes(6)});
    }
    return detail;
}

Result<JobCounts> counts(Database &database)
{
    auto rows = database.run("SELECT state, count(*) FROM job WHERE removal IS NULL GROUP BY state");
    if (!rows)
        return fail(rows.error());
    JobCounts counts;
    for (const JobState state : allJobStates)
        counts.byState.insert(wordOf(state), 0);
    while (rows->next()) {
        counts.byState[rows->bytes(0)] = rows->integer(1);
        counts.total += rows->integer(1);
    }
    counts.queued = counts.byState.value("queued");
    counts.running = counts.byState.value("running");
    return counts;
}

Result<qint64> lastSeq(Database &database)
{
    return database.number("SELECT seq FROM sqlite_sequence WHERE name = 'job'");
}

Result<std::vector<OpenJob>> open(Database &database)
{
    const QByteArray sql = QByteArray("SELECT ") + columns
        + ", callback_url, timeout_ms, path, (SELECT count(*) FROM job_event WHERE job = seq), args, kwargs FROM job WHERE state IN ('queued', 'running') ORDER BY queued_at, seq";
    auto rows = database.runWith(sql, {});
    if (!rows)
        return fail(rows.error());
    std::vector<OpenJob> jobs;
    while (rows->next()) {
        OpenJob open;
        open.job = jobOf(*rows);
        open.callbackUrl = rows->text(columnCount);
        if (!rows->isNull(columnCount + 1))
            open.timeout = Milliseconds(rows->integer(columnCount + 1));
        open.path = rows->text(columnCount + 2);
        open.events = static_cast<int>(rows->integer(columnCount + 3));
        open.requestHash = requestHash(open, rows->bytes(columnCount + 4), rows->bytes(columnCount + 5));
        jobs.push_back(std::move(open));
    }
    return jobs;
}

Result<JobPayload> payload(Database &database, const JobId &id)
{
    auto row = database.run("SELECT job.path, source.body, job.args, job.kwargs FROM job JOIN attempt ON attempt.job = job.seq AND attempt.number ="
                            " job.attempt LEFT JOIN source ON source.hash = attempt.code_hash"
                            " WHERE job.id = ? AND (attempt.code_hash = '' OR source.hash IS NOT NULL)",
                            id.value);
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(notFound(id));
    return JobPayload{row->text(0), row->bytes(1), row->bytes(2), row->bytes(3)};
}

} // namespace kule::jobrows
