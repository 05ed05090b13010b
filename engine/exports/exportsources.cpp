// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportsources.h"

#include "base/csv.h"
#include "jobs/jobrows.h"
#include "titles/rating.h"

namespace kule {
namespace {

constexpr std::size_t rowsAPiece = 500;
constexpr qint64 logPiece = 256 * 1024;

Json timeOf(qint64 wallMs)
{
    return wallMs == 0 ? Json(nullptr) : Json(isoTime(wallMs));
}

/// A kind of row as columns, so that CSV and JSON Lines say the same.
template <class T>
struct Column
{
    const char *name;
    Json (*of)(const T &row);
};

constexpr Column<Job> jobColumns[] = {
    {"id", [](const Job &job) { return Json(job.id.value); }},
    {"process_id", [](const Job &job) { return job.processId; }},
    {"label", [](const Job &job) { return Json(job.label); }},
    {"file_path", [](const Job &job) { return Json(job.filePath); }},
    {"state", [](const Job &job) { return Json(wordOf(job.state)); }},
    {"attempt", [](const Job &job) { return Json(job.attempt); }},
    {"created_at", [](const Job &job) { return timeOf(job.createdAt); }},
    {"queued_at", [](const Job &job) { return timeOf(job.queuedAt); }},
    {"started_at", [](const Job &job) { return timeOf(job.startedAt.value_or(0)); }},
    {"ended_at", [](const Job &job) { return timeOf(job.endedAt.value_or(0)); }},
    {"duration_ms", [](const Job &job) { return job.startedAt && job.endedAt ? Json(*job.endedAt - *job.startedAt) : Json(nullptr); }},
    {"progress", [](const Job &job) { return Json(job.progress); }},
    {"step", [](const Job &job) { return Json(job.step); }},
    {"actor", [](const Job &job) { return Json(job.actor); }},
    {"error_type", [](const Job &job) { return Json(job.errorType); }},
    {"error", [](const Job &job) { return Json(job.error.english()); }},
    {"fatal_file", [](const Job &job) { return Json(job.fatalFile); }},
};

constexpr Column<Fatal> fatalColumns[] = {
    {"filename", [](const Fatal &fatal) { return Json(fatal.filename); }},
    {"process_id", [](const Fatal &fatal) { return fatal.processId; }},
    {"type", [](const Fatal &fatal) { return Json(fatal.type); }},
    {"error", [](const Fatal &fatal) { return Json(fatal.error.english()); }},
    {"file", [](const Fatal &fatal) { return Json(fatal.file); }},
    {"time", [](const Fatal &fatal) { return timeOf(fatal.time); }},
    {"size", [](const Fatal &fatal) { return Json(fatal.size); }},
    {"fingerprint", [](const Fatal &fatal) { return Json(fatal.fingerprint); }},
    {"job_id", [](const Fatal &fatal) { return Json(fatal.job.value); }},
    {"attempt", [](const Fatal &fatal) { return Json(fatal.attempt); }},
    {"is_readable", [](const Fatal &fatal) { return Json(fatal.isReadable); }},
};

constexpr Column<Activity> activityColumns[] = {
    {"seq", [](const Activity &row) { return Json(row.seq); }},
    {"at", [](const Activity &row) { return timeOf(row.at); }},
    {"actor", [](const Activity &row) { return Json(row.actor); }},
    {"action", [](const Activity &row) { return Json(row.action); }},
    {"target", [](const Activity &row) { return Json(row.target); }},
    {"detail", [](const Activity &row) { return Json(row.detail); }},
};

Json textsOf(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(text);
    return list;
}

constexpr Column<StoredTitle> titleColumns[] = {
    {"id", [](const StoredTitle &title) { return Json(title.key.id); }},
    {"locale", [](const StoredTitle &title) { return Json(title.key.locale); }},
    {"title", [](const StoredTitle &title) { return Json(title.info.title); }},
    {"year", [](const StoredTitle &title) { return title.info.year ? Json(*title.info.year) : Json(nullptr); }},
    {"rating", [](const StoredTitle &title) { return Json(ratingOf(title.info)); }},
    {"genres", [](const StoredTitle &title) { return textsOf(genresOf(title.info)); }},
    {"cast", [](const StoredTitle &title) { return textsOf(title.info.cast); }},
    {"plot", [](const StoredTitle &title) { return Json(title.info.plot); }},
    {"backdrop", [](const StoredTitle &title) { return Json(title.info.backdrop); }},
    {"is_partial", [](const StoredTitle &title) { return Json(title.isPartial); }},
    {"page_at", [](const StoredTitle &title) { return timeOf(title.pageAt); }},
    {"saved_at", [](const StoredTitle &title) { return timeOf(title.savedAt); }},
    {"changes", [](const StoredTitle &title) { return Json(title.changes); }},
};

template <class T, std::size_t n>
QByteArray headOf(const Column<T> (&columns)[n], ExportFormat format)
{
    if (format == ExportFormat::JsonLines)
        return {};
    std::vector<Json> names;
    for (const Column<T> &column : columns)
        names.emplace_back(column.name);
    return (format == ExportFormat::CsvForExcel ? utf8Mark.toByteArray() : QByteArray()) + csvRow(names);
}

template <class T, std::size_t n>
QByteArray linesOf(const Column<T> (&columns)[n], const std::vector<T> &rows, ExportFormat format)
{
    QByteArray lines;
    for (const T &row : rows) {
        if (format == ExportFormat::JsonLines) {
            OrderedJson line;
            for (const Column<T> &column : columns)
                line[column.name] = column.of(row);
            lines += dumpJson(line) + '\n';
        } else {
            std::vector<Json> cells;
            for (const Column<T> &column : columns)
                cells.push_back(column.of(row));
            lines += csvRow(cells);
        }
    }
    return lines;
}

class JobsExport final : public ExportSource
{
public:
    JobsExport(Store &store, JobService &jobs, JobFilter filter, ExportFormat format)
        : m_store(store)
        , m_jobs(jobs)
        , m_filter(std::move(filter))
        , m_state(std::make_shared<State>(State{format, {}, 0}))
    {
    }
    Future<Result<ExportPiece>> next() override
    {
        if (std::exchange(m_hasBegun, true))
            return m_store.read([state = m_state](Database &database) { return state->next(database); });
        // The state is that of the one who answers until he has, also when this dies first.
        return m_jobs.shown(m_filter).then([state = m_state](const Result<std::vector<qint64>> &all) -> Result<ExportPiece> {
            if (!all)
                return fail(all.error());
            state->seqs.assign(all->rbegin(), all->rend());
            return ExportPiece{headOf(jobColumns, state->format), 0, std::ssize(state->seqs), state->seqs.empty()};
        });
    }

private:
    struct State
    {
        ExportFormat format;
        std::vector<qint64> seqs; ///< newest first
        std::size_t at;

        Result<ExportPiece> next(Database &database)
        {
            const std::size_t end = std::min(at + rowsAPiece, seqs.size());
            const auto rows = jobrows::some(database, {seqs.begin() + static_cast<std::ptrdiff_t>(at), seqs.begin() + static_cast<std::ptrdiff_t>(end)});
            if (!rows)
                return fail(rows.error());
            at = end;
            return ExportPiece{linesOf(jobColumns, *rows, format), static_cast<qint64>(at), std::ssize(seqs), at == seqs.size()};
        }
    };
    Store &m_store;
    JobService &m_jobs;
    const JobFilter m_filter;
    bool m_hasBegun = false;
    const std::shared_ptr<State> m_state;
};

/// Pages of a list, one after the other. list: PageRequest → Future<Result<Page<T>>>
template <class T, std::size_t n, class List>
class PagesExport final : public ExportSource
{
public:
    PagesExport(const Column<T> (&columns)[n], ExportFormat format, List list)
        : m_columns(columns)
        , m_list(std::move(list))
        , m_state(std::make_shared<State>(State{format, {}, 0, 0, false}))
    {
    }
    Future<Result<ExportPiece>> next() override
    {
        return m_list(PageRequest{m_state->cursor, rowsAPiece, 0}).then([state = m_state, &columns = m_columns](const Result<Page<T>> &page) -> Result<ExportPiece> {
            if (!page)
                return fail(page.error());
            ExportPiece piece;
            if (!std::exchange(state->hasBegun, true)) {
                state->total = page->total;
                piece.bytes = headOf(columns, state->format);
            }
            piece.bytes += linesOf(columns, page->items, state->format);
            state->cursor = page->next;
            state->done += std::ssize(page->items);
            piece.done = state->done;
            piece.total = state->total;
            piece.isLast = page->next.isEmpty();
            return piece;
        });
    }

private:
    struct State
    {
        ExportFormat format;
        QString cursor;
        qint64 done;
        qint64 total;
        bool hasBegun;
    };
    const Column<T> (&m_columns)[n];
    const List m_list;
    const std::shared_ptr<State> m_state;
};

class LogExport final : public ExportSource
{
public:
    LogExport(JobService &jobs, LogText log)
        : m_jobs(jobs)
        , m_state(std::make_shared<State>(State{std::move(log), 0, -1}))
    {
    }
    Future<Result<ExportPiece>> next() override
    {
        return m_jobs.log(m_state->log.job, m_state->log.attempt, m_state->at, logPiece)
            .then([state = m_state](const Result<LogSlice> &slice) -> Result<ExportPiece> {
                if (!slice)
                    return fail(slice.error());
                if (state->end < 0)
                    state->end = slice->size; // a job that still runs must not keep it going for ever
                ExportPiece piece;
                if (slice->skipped > 0)
                    piece.bytes = "… " + QByteArray::number(slice->skipped) + " bytes were not kept …\n";
                piece.bytes += slice->text;
                piece.isLast = slice->next >= state->end || slice->next == state->at;
                state->at = slice->next;
                piece.done = state->at;
                piece.total = state->end;
                return piece;
            });
    }

private:
    struct State
    {
        LogText log;
        qint64 at;
        qint64 end;
    };
    JobService &m_jobs;
    const std::shared_ptr<State> m_state;
};

template <class T, std::size_t n, class List>
std::unique_ptr<ExportSource> pages(const Column<T> (&columns)[n], ExportFormat format, List list)
{
    return std::make_unique<PagesExport<T, n, List>>(columns, format, std::move(list));
}

} // namespace

std::unique_ptr<ExportSource> exportJobs(Store &store, JobService &jobs, const JobFilter &filter, ExportFormat format)
{
    return std::make_unique<JobsExport>(store, jobs, filter, format);
}

std::unique_ptr<ExportSource> exportFatals(FatalService &fatals, const FatalFilter &filter, ExportFormat format)
{
    return pages(fatalColumns, format, [&fatals, filter](const PageRequest &page) { return fatals.list(filter, page); });
}

std::unique_ptr<ExportSource> exportActivity(ActivityLog &activity, const ActivityFilter &filter, ExportFormat format)
{
    return pages(activityColumns, format, [&activity, filter](const PageRequest &page) { return activity.list(filter, page); });
}

std::unique_ptr<ExportSource> exportTitles(TitleService &titles, const TitleFilter &filter, ExportFormat format)
{
    return pages(titleColumns, format, [&titles, filter](const PageRequest &page) { return titles.list(filter, page); });
}

std::unique_ptr<ExportSource> exportLog(JobService &jobs, const LogText &log)
{
    return std::make_unique<LogExport>(jobs, log);
}

} // namespace kule
