// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobsearch.h"

#include "base/await.h"
#include "jobs/joblisting.h"
#include "jobs/jobrows.h"
#include "logs/logreader.h"

#include <QFile>

#include <algorithm>

namespace kule {
namespace {

constexpr int jobsAtOnce = 500;
constexpr qint64 changesKept = 5000; // lists in memory follow them
constexpr qint64 changesAtOnce = 5000;
constexpr Milliseconds settleTime{100}; // a job that begins and ends at once is read once
constexpr Milliseconds pause{20};       // between two steps: others want the processor too
constexpr Milliseconds retryTime{5000};

struct Document
{
    qint64 seq;
    std::optional<JobWords> words; ///< none: the job is gone
    JobId id;
    int attempts = 0; ///< with a log that is complete
};

struct Work
{
    std::vector<Document> documents; ///< by seq
    jobtexts::Progress progress;     ///< once they are in the index
    bool isLast = true;
};

Document documentOf(const Cursor &row)
{
    const Job job = jobrows::jobOf(row);
    Document document{job.seq, JobWords::of(job), job.id, isOpen(job.state) ? job.attempt - 1 : job.attempt};
    document.words->args = jobtexts::argumentWords(row.bytes(jobrows::columnCount)) + jobtexts::argumentWords(row.bytes(jobrows::columnCount + 1));
    return document;
}

Result<std::vector<Document>> documentsOf(Database &database, const QByteArray &where, const QVariantList &args)
{
    auto rows = database.runWith(QByteArray("SELECT ") + jobrows::columns + ", args, kwargs FROM job WHERE removal IS NULL AND " + where, args);
    if (!rows)
        return fail(rows.error());
    std::vector<Document> documents;
    while (rows->next())
        documents.push_back(documentOf(*rows));
    std::sort(documents.begin(), documents.end(), [](const Document &one, const Document &other) { return one.seq < other.seq; });
    return documents;
}

/// The next jobs that moved.
Result<Work> movedWork(Database &database, const jobtexts::Progress &from)
{
    auto rows = database.run("SELECT job, max(n) FROM (SELECT n, job FROM job_change WHERE n > ? ORDER BY n LIMIT ?) GROUP BY job", from.change, 2 * jobsAtOnce);
    if (!rows)
        return fail(rows.error());
    Work work{{}, from, true};
    std::vector<qint64> moved;
    while (rows->next()) {
        moved.push_back(rows->integer(0));
        work.progress.change = std::max(work.progress.change, rows->integer(1));
    }
    if (moved.empty())
        return work;
    auto documents = documentsOf(database, "seq IN (SELECT value FROM json_each(?))", {QString::fromUtf8(dumpJson(Json(moved)))});
    if (!documents)
        return fail(documents.error());
    work.documents = std::move(*documents);
    for (const qint64 seq : moved) {
        const auto place = std::lower_bound(work.documents.begin(), work.documents.end(), seq, [](const Document &one, qint64 other) { return one.seq < other; });
        if (place == work.documents.end() || place->seq != seq)
            work.documents.insert(place, Document{seq, std::nullopt, {}, 0});
    }
    const auto newest = joblisting::newestChange(database);
    if (!newest)
        return fail(newest.error());
    work.isLast = work.progress.change >= *newest && from.swept <= 1;
    return work;
}

/// The next of those that were there when the index was begun.
Result<Work> sweptWork(Database &database, const jobtexts::Progress &from)
{
    auto documents = documentsOf(database, "seq < ? ORDER BY seq DESC LIMIT ?", {from.swept, jobsAtOnce});
    if (!documents)
        return fail(documents.error());
    Work work{std::move(*documents), from, false};
    work.progress.swept = work.documents.empty() ? 0 : work.documents.front().seq;
    return work;
}

Result<Work> nextWork(Database &database, const jobtexts::Progress &from)
{
    auto work = movedWork(database, from);
    if (!work || !work->documents.empty() || from.swept <= 1)
        return work;
    return sweptWork(database, from);
}

} // namespace

Result<std::unique_ptr<JobSearch>> JobSearch::open(const QString &file, Store &jobs, Clock &clock, QString logFolder, StoreFault fault)
{
    StoreOptions options;
    options.file = file;
    options.fault = std::move(fault);
    options.readers = 2;
    options.schemaFolder = QStringLiteral(":/schema/search");
    auto index = Store::open(options, clock.wallMs());
    if (!index) {
        for (const char *part : {"", "-wal", "-shm"})
            QFile::remove(file + QLatin1String(part));
        index = Store::open(options, clock.wallMs());
    }
    if (!index)
        return fail(index.error());
    return std::unique_ptr<JobSearch>(new JobSearch(std::move(*index), jobs, clock, std::move(logFolder)));
}

JobSearch::JobSearch(std::unique_ptr<Store> index, Store &jobs, Clock &clock, QString logFolder)
    : m_index(std::move(index))
    , m_jobs(jobs)
    , m_clock(clock)
    , m_logFolder(std::move(logFolder))
{
    m_looking.setMaxThreadCount(1);
    m_looking.setThreadPriority(QThread::LowPriority);
}

JobSearch::~JobSearch()
{
    m_isStopping = true;
    m_looking.waitForDone();
}

void JobSearch::wake()
{
    m_isAwake = true;
    if (!m_isLooking && !m_next)
        lookAfter(settleTime);
}

void JobSearch::lookAfter(Milliseconds delay)
{
    m_next = m_clock.after(delay, this, [this] {
        m_next.reset();
        look();
    });
}

void JobSearch::look()
{
    m_isLooking = true;
    m_isAwake = false;
    whenDone(onPool(m_looking, [this] { return step(); }), this, [this](const Result<More> &more) {
        m_isLooking = false;
        if (!more) {
            if (m_index->trouble())
                (void)m_index->reopen();
            lookAfter(retryTime);
        } else if (*more == More::Yes) {
            lookAfter(pause);
        } else if (m_isAwake) {
            lookAfter(settleTime);
        } else {
            Q_EMIT caughtUp();
        }
    });
}

// How far it is, or where it begins: an index that is ahead of the database belongs to another copy of it.
Result<jobtexts::Progress> JobSearch::begin()
{
    auto progress = await(m_index->read([](Database &index) { return jobtexts::progress(index); }));
    if (!progress)
        return progress;
    struct Jobs
    {
        qint64 oldestChange, newestChange, lastJob;
    };
    const auto jobs = await(m_jobs.read([](Database &database) -> Result<Jobs> {
        const auto oldest = database.number("SELECT min(n) FROM job_change");
        const auto newest = joblisting::newestChange(database);
        const auto last = database.number("SELECT max(seq) FROM job");
        if (!oldest || !newest || !last)
            return fail(!oldest ? oldest.error() : !newest ? newest.error() : last.error());
        return Jobs{*oldest, *newest, *last};
    }));
    if (!jobs)
        return fail(jobs.error());
    const bool fits = progress->change >= 0 && progress->change <= jobs->newestChange && jobs->oldestChange <= progress->change + 1;
    if (fits)
        return progress;
    const jobtexts::Progress fresh{jobs->newestChange, jobs->lastJob + 1};
    const auto cleared = await(m_index->write([fresh](Database &index) -> Done {
        if (auto done = jobtexts::clear(index); !done)
            return done;
        return jobtexts::setProgress(index, fresh);
    }));
    return cleared ? Result<jobtexts::Progress>(fresh) : fail(cleared.error());
}

Result<JobSearch::More> JobSearch::step()
{
    if (m_isStopping)
        return More::No;
    const auto from = begin();
    if (!from)
        return fail(from.error());
    auto work = await(m_jobs.read([from = *from](Database &database) { return nextWork(database, from); }));
    if (!work)
        return fail(work.error());
    if (work->progress == *from)
        return More::No;
    for (Document &document : work->documents) {
        if (document.words && document.attempts > 0 && !m_isStopping)
            document.words->log = jobtexts::logWords(document.attempts, [&](int attempt) { return logBase(m_logFolder, document.id, attempt); });
    }
    if (m_isStopping)
        return More::No;
    const auto written = await(m_index->write([documents = work->documents, progress = work->progress](Database &index) -> Done {
        for (const Document &document : documents) {
            auto done = document.words ? jobtexts::put(index, document.seq, *document.words) : jobtexts::remove(index, document.seq);
            if (!done)
                return done;
        }
        return jobtexts::setProgress(index, progress);
    }));
    if (!written)
        return fail(written.error());
    const auto pruned = await(m_jobs.write([upTo = work->progress.change - changesKept](Database &database) -> Done {
        const auto oldest = database.number("SELECT min(n) FROM job_change");
        if (!oldest || *oldest > upTo - changesKept)
            return oldest ? Done() : fail(oldest.error());
        return database.run("DELETE FROM job_change WHERE n < ? AND n < (SELECT max(n) FROM job_change)", std::min(upTo, *oldest + changesAtOnce)).map([](const Cursor &) {});
    }));
    if (!pruned)
        return fail(pruned.error());
    return work->isLast ? More::No : More::Yes;
}

} // namespace kule
