// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/scriptjobs.h"

#include "base/chain.h"
#include "logs/logreader.h"

namespace kule {
namespace {

constexpr int mostScripts = 5000;

} // namespace

ScriptJobs::ScriptJobs(RunnerParts parts, RunnerLimits limits, QStringList roots, JobSearch *search)
    : m_store(parts.store)
    , m_runner(std::move(parts), limits)
    , m_lists(m_store, search)
    , m_roots(std::move(roots))
{
    m_files.setMaxThreadCount(4);
    m_files.setExpiryTimeout(-1);
    connect(&m_runner, &JobRunner::changed, this, &JobService::changed);
    if (search) {
        connect(&m_runner, &JobRunner::changed, search, &JobSearch::wake);
        search->wake();
    }
    connect(&m_runner, &JobRunner::logGrown, this, &JobService::logGrown);
    connect(&m_runner, &JobRunner::eventChanged, this, &JobService::eventChanged);
}

ScriptJobs::~ScriptJobs()
{
    while (const int count = *m_finding)
        m_finding->wait(count);
    m_files.waitForDone();
}

Future<Result<Submitted>> ScriptJobs::submit(JobRequest request, Actor actor)
{
    return ask(this, [this, request = std::move(request), actor = std::move(actor)] {
        if (request.kind != scriptKind)
            return m_runner.accept(request, {request.filePath, {}, {}}, actor);
        auto script = onPool(m_files, [path = request.filePath, roots = m_roots] { return loadScript(path, roots); });
        return followed(this, script, [this, request, actor](const ScriptFile &file) { return m_runner.accept(request, file, actor); });
    });
}

Future<Result<Page<Job>>> ScriptJobs::list(JobFilter filter, PageRequest page)
{
    return ask(this, [this, filter = std::move(filter), page = std::move(page)] {
        return followed(this, m_lists.page(filter, page), [this](Page<Job> read) {
            for (Job &job : read.items)
                m_runner.bringUpToDate(job);
            return answered(Result<Page<Job>>(std::move(read)));
        });
    });
}

Future<Result<std::vector<qint64>>> ScriptJobs::shown(JobFilter filter)
{
    return ask(this, [this, filter = std::move(filter)] { return m_lists.shown(filter); });
}

Future<Result<JobDetail>> ScriptJobs::find(JobId id)
{
    // One read answers for a job that has ended; only what is still open has more to it, which the engine thread knows.
    const Promise<Result<JobDetail>> promise;
    ++*m_finding;
    const std::shared_ptr<void> held(nullptr, [finding = m_finding](void *) {
        --*finding;
        finding->notify_all();
    });
    m_store.read([id = std::move(id)](Database &database) { return jobrows::detail(database, id); })
        .then([this, promise, held](Result<JobDetail> read) {
            if (!read || !kule::isOpen(read->job.state)) {
                promise.answer(std::move(read));
            } else {
                post(this, [this, promise, found = std::move(*read)]() mutable {
                    m_runner.bringUpToDate(found.job);
                    promise.answer(std::move(found));
                });
            }
        });
    return promise.future();
}

Future<Result<ScriptJobs::LogPlace>> ScriptJobs::findLog(const JobId &id, int attempt)
{
    auto row = m_store.read([id](Database &database) { return jobrows::one(database, id); });
    return followed(this, row, [this, attempt](const Job &job) {
        const int number = attempt == 0 ? job.attempt : attempt;
        if (number < 1 || number > job.attempt)
            return answered(Result<LogPlace>(fail(ErrorKind::NotFound, "job.attempt_not_found", text(QT_TRANSLATE_NOOP("Engine", "The job has %1 attempts; there is none with number %2."), QString::number(job.attempt), QString::number(attempt)))));
        return answered(Result<LogPlace>(LogPlace{m_runner.logBase(job.id, number), number < job.attempt || !kule::isOpen(job.state)}));
    });
}

Future<Result<LogSlice>> ScriptJobs::log(JobId id, int attempt, qint64 offset, qint64 limit)
{
    return ask(this, [this, id = std::move(id), attempt, offset, limit] {
        return followed(this, findLog(id, attempt), [this, offset, limit](const LogPlace &place) {
            return onPool(m_files, [place, offset, limit] { return readLog(place.base, offset, limit, place.isComplete); });
        });
    });
}

Future<Result<LogSlice>> ScriptJobs::logTail(JobId id, int attempt, qint64 bytes)
{
    return ask(this, [this, id = std::move(id), attempt, bytes] {
        return followed(this, findLog(id, attempt), [this, bytes](const LogPlace &place) {
            return onPool(m_files, [place, bytes] { return readLogTail(place.base, bytes, place.isComplete); });
        });
    });
}

Future<Result<LogHits>> ScriptJobs::searchLog(JobId id, int attempt, LogSearch search)
{
    return ask(this, [this, id = std::move(id), attempt, search = std::move(search)] {
        return followed(this, findLog(id, attempt), [this, search](const LogPlace &place) {
            return onPool(m_files, [place, search] {
                return kule::searchLog([&place](qint64 offset, qint64 limit) { return readLog(place.base, offset, limit, place.isComplete); }, search);
            });
        });
    });
}

Future<Result<Job>> ScriptJobs::cancel(JobId id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)] {
        if (m_runner.isOpen(id))
            return m_runner.cancel(id, actor);
        // Not open: job.not_found or job.already_ended.
        auto row = m_store.read([id](Database &database) { return jobrows::one(database, id); });
        return followed(this, row, [this, id, actor](const Job &) { return m_runner.cancel(id, actor); });
    });
}

Future<Result<Submitted>> ScriptJobs::rerun(JobId id, RerunCode code, Actor actor)
{
    return ask(this, [this, id = std::move(id), code, actor = std::move(actor)] {
        // The end of one that is still open here may be on the disk already. Behind it, its answer comes first.
        const auto inRow = [id](Database &database) { return jobrows::detail(database, id); };
        const auto row = m_runner.isOpen(id) ? m_store.write(inRow) : m_store.read(inRow);
        return followed(this, row, [this, code, actor](const JobDetail &detail) {
            Future<Result<ScriptFile>> script;
            if (detail.job.kind != scriptKind) {
                return m_runner.acceptAgain(detail, {detail.path, {}, {}}, actor);
            } else if (code == RerunCode::AsNow) {
                script = onPool(m_files, [path = detail.job.filePath, roots = m_roots] { return loadScript(path, roots); });
            } else {
                script = m_store.read([id = detail.job.id, hash = detail.attempts.back().codeHash](Database &database) -> Result<ScriptFile> {
                    return jobrows::payload(database, id).map([&hash](const JobPayload &payload) { return ScriptFile{payload.path, payload.source, hash}; });
                });
            }
            return followed(this, script, [this, detail, actor](const ScriptFile &file) { return m_runner.acceptAgain(detail, file, actor); });
        });
    });
}

Future<Result<JobCounts>> ScriptJobs::counts()
{
    return m_store.read([](Database &database) { return jobrows::counts(database); });
}

Future<Result<QStringList>> ScriptJobs::scripts()
{
    return ask(this, [this] { return onPool(m_files, [roots = m_roots]() -> Result<QStringList> { return listScripts(roots, mostScripts); }); });
}

} // namespace kule
