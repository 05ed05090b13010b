// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/bulkjobs.h"

#include "activity/activitylog.h"
#include "base/await.h"

namespace kule {
namespace {

constexpr int mostRuns = 4;
constexpr std::size_t runsKept = 50;
constexpr std::size_t deletedAtOnce = 1000;
constexpr std::size_t calledAtOnce = 64;
constexpr qint64 tellPause = 100; // ms

const char *noteOf(BulkAction action)
{
    switch (action) {
    case BulkAction::Delete:
        return "job.delete";
    case BulkAction::Rerun:
        return "job.rerun";
    case BulkAction::Cancel:
        return "job.cancel";
    }
    return "";
}

Error countChanged(qint64 now, qint64 expected)
{
    return {ErrorKind::Conflict, "job.count_changed",
            text(QT_TRANSLATE_NOOP("Engine", "There are now %1 such jobs, not %2. Nothing was done; look at the list again."), QString::number(now), QString::number(expected)),
            Json{{"count", now}}, std::nullopt};
}

Error stopped()
{
    return {ErrorKind::Conflict, "job.bulk_stopped", text(QT_TRANSLATE_NOOP("Engine", "It was stopped before its end. What was done stays done.")), nullptr, std::nullopt};
}

Error noRun()
{
    return {ErrorKind::NotFound, "job.bulk_not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no such run of many jobs any more. Begin another.")), nullptr, std::nullopt};
}

void skip(BulkRun &run, const QByteArray &code, const Text &reason, qint64 count)
{
    if (count <= 0)
        return;
    run.skipped += count;
    const auto known = std::find_if(run.skips.begin(), run.skips.end(), [&code](const BulkSkip &other) { return other.code == code; });
    if (known == run.skips.end())
        run.skips.push_back({code, reason, count});
    else
        known->count += count;
}

} // namespace

const char *wordOf(BulkAction action)
{
    switch (action) {
    case BulkAction::Delete:
        return "delete";
    case BulkAction::Rerun:
        return "rerun";
    case BulkAction::Cancel:
        return "cancel";
    }
    return "";
}

std::optional<BulkAction> bulkActionOf(QByteArrayView word)
{
    for (const BulkAction action : {BulkAction::Delete, BulkAction::Rerun, BulkAction::Cancel}) {
        if (word == QByteArrayView(wordOf(action)))
            return action;
    }
    return std::nullopt;
}

/// One run while it goes on.
struct BulkJobs::Work
{
    BulkRun run;
    Actor actor;
    RerunCode code = RerunCode::AsNow;
    qint64 removal = 0; ///< id of the row
    Removal trace;
    StopFlag isStopped = std::make_shared<std::atomic_bool>(false);
    qint64 toldAt = 0;
};

BulkJobs::BulkJobs(Store &store, JobService &jobs, Clock &clock, QString logFolder)
    : m_store(store)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_trash(store, clock, std::move(logFolder))
{
    qRegisterMetaType<BulkRun>();
    m_working.setMaxThreadCount(mostRuns);
    connect(&m_trash, &JobTrash::changed, this, &JobBulk::listChanged);
}

BulkJobs::~BulkJobs()
{
    m_isStopping = true;
    m_working.waitForDone();
}

Future<Done> BulkJobs::finish()
{
    m_isStopping = true;
    const Promise<Done> promise;
    // Behind everything that may still call the job service, whose answers come by this thread's loop.
    m_trash.finish([this, promise] {
        m_working.waitForDone();
        promise.answer(Done());
    });
    return promise.future();
}

Future<Result<BulkRun>> BulkJobs::begin(BulkRequest request, Actor actor)
{
    if (m_isStopping)
        return answered(Result<BulkRun>(fail(detail::goneError())));
    if (++m_active > mostRuns) {
        --m_active;
        return answered(Result<BulkRun>(fail(Error{ErrorKind::Busy, "job.bulk_busy",
                                                   text(QT_TRANSLATE_NOOP("Engine", "%1 runs over many jobs are under way already. Wait for one to end."), QString::number(mostRuns)), nullptr, 5})));
    }
    const Promise<Result<BulkRun>> promise;
    m_working.start([this, request = std::move(request), actor = std::move(actor), promise] {
        work(request, actor, promise);
        --m_active;
    });
    return promise.future();
}

void BulkJobs::work(const BulkRequest &request, const Actor &actor, const std::function<void(Result<BulkRun>)> &answer)
{
    const auto seqs = await(m_jobs.shown(request.filter));
    if (!seqs)
        return answer(fail(seqs.error()));
    if (std::ssize(*seqs) != request.expected)
        return answer(fail(countChanged(std::ssize(*seqs), request.expected)));
    Work work;
    work.run = {unguessableName(), request.action, request.filter.text, request.expected, 0, 0, {}, seqs->empty(), std::nullopt, std::nullopt};
    work.actor = {actor.name, true};
    work.code = request.code;
    if (seqs->empty())
        return answer(work.run);
    const qint64 now = m_clock.wallMs();
    work.trace = {unguessableName(), request.expected, now, jobremoval::unfinished, request.filter.text, actor.name};
    const auto begun = await(m_store.write([trace = work.trace, request, actor, now](Database &database) -> Result<qint64> {
        if (auto noted = ActivityLog::note(database, now, actor, noteOf(request.action), QString::number(request.expected), request.filter.text); !noted)
            return fail(noted.error());
        return request.action == BulkAction::Delete ? jobremoval::begin(database, trace) : Result<qint64>(0);
    }));
    if (!begun)
        return answer(fail(begun.error()));
    work.removal = *begun;
    post(this, [this, run = work.run, flag = work.isStopped] {
        m_stops.insert(run.id, flag);
        keep(run);
    });
    answer(work.run);

    const std::size_t most = request.action == BulkAction::Delete ? deletedAtOnce : calledAtOnce;
    for (std::size_t first = 0; first < seqs->size() && !work.run.problem; first += most) {
        if (*work.isStopped || m_isStopping) {
            work.run.problem = *work.isStopped ? stopped() : detail::goneError();
            break;
        }
        const Seqs slice(seqs->begin() + static_cast<std::ptrdiff_t>(first), seqs->begin() + static_cast<std::ptrdiff_t>(std::min(first + most, seqs->size())));
        if (auto done = request.action == BulkAction::Delete ? deleteSlice(work, slice) : callSlice(work, slice); !done)
            work.run.problem = done.error();
        tell(work, false);
    }
    if (request.action == BulkAction::Delete) {
        work.trace.count = work.run.done;
        work.trace.until = m_clock.wallMs() + undoableFor.count();
        const auto concluded = await(m_store.write([id = work.removal, trace = work.trace](Database &database) { return jobremoval::conclude(database, id, trace.count, trace.until); }));
        if (concluded && work.run.done > 0)
            work.run.removal = work.trace;
    }
    work.run.isFinished = true;
    tell(work, true);
}

Done BulkJobs::deleteSlice(Work &work, const Seqs &seqs)
{
    const auto tally = await(m_store.write([id = work.removal, seqs](Database &database) { return jobremoval::hide(database, id, seqs); }));
    if (!tally)
        return fail(tally.error());
    work.run.done += tally->done;
    skip(work.run, "job.still_open", text(QT_TRANSLATE_NOOP("Engine", "The job has not ended yet. Cancel it first, or wait.")), tally->open);
    skip(work.run, "job.not_found", text(QT_TRANSLATE_NOOP("Engine", "The job was deleted meanwhile.")), tally->gone);
    return {};
}

Done BulkJobs::callSlice(Work &work, const Seqs &seqs)
{
    const auto ids = await(m_store.read([&seqs](Database &database) { return jobremoval::idsOf(database, seqs); }));
    if (!ids)
        return fail(ids.error());
    skip(work.run, "job.not_found", text(QT_TRANSLATE_NOOP("Engine", "The job was deleted meanwhile.")), std::ssize(seqs) - ids->size());
    const auto settle = [&work](const std::optional<Error> &error) -> Done {
        if (!error)
            ++work.run.done;
        else if (error->code.startsWith("store."))
            return fail(*error);
        else
            skip(work.run, error->code, error->message, 1);
        return {};
    };
    const auto errorOf = [](const auto &result) { return result ? std::nullopt : std::optional<Error>(result.error()); };
    std::vector<Future<Result<Job>>> cancelled;
    std::vector<Future<Result<Submitted>>> submitted;
    for (const QString &id : *ids) {
        if (work.run.action == BulkAction::Cancel)
            cancelled.push_back(m_jobs.cancel({id}, work.actor));
        else
            submitted.push_back(m_jobs.rerun({id}, work.code, work.actor));
    }
    Done done;
    for (const auto &future : cancelled) {
        if (auto settled = settle(errorOf(await(future))); !settled)
            done = settled;
    }
    for (const auto &future : submitted) {
        if (auto settled = settle(errorOf(await(future))); !settled)
            done = settled;
    }
    return done;
}

void BulkJobs::tell(Work &work, bool isEnd)
{
    const qint64 now = m_clock.steadyMs();
    if (!isEnd && now - work.toldAt < tellPause)
        return;
    work.toldAt = now;
    post(this, [this, run = work.run] {
        keep(run);
        if (run.action == BulkAction::Delete)
            Q_EMIT listChanged();
        if (run.removal)
            m_trash.expireLater();
    });
}

void BulkJobs::keep(const BulkRun &run)
{
    const auto known = std::find_if(m_runs.begin(), m_runs.end(), [&run](const BulkRun &other) { return other.id == run.id; });
    if (known != m_runs.end())
        *known = run;
    else
        m_runs.push_back(run);
    if (m_runs.size() > runsKept && m_runs.front().isFinished)
        m_runs.pop_front();
    if (run.isFinished)
        m_stops.remove(run.id);
    Q_EMIT progressed(run);
}

Future<Result<BulkRun>> BulkJobs::find(QString id)
{
    return ask(this, [this, id = std::move(id)]() -> Result<BulkRun> {
        const auto known = std::find_if(m_runs.begin(), m_runs.end(), [&id](const BulkRun &run) { return run.id == id; });
        return known == m_runs.end() ? Result<BulkRun>(fail(noRun())) : Result<BulkRun>(*known);
    });
}

Future<Result<BulkRun>> BulkJobs::stop(QString id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)]() -> Future<Result<BulkRun>> {
        const auto known = std::find_if(m_runs.begin(), m_runs.end(), [&id](const BulkRun &run) { return run.id == id; });
        if (known == m_runs.end())
            return answered(Result<BulkRun>(fail(noRun())));
        const StopFlag flag = m_stops.value(id);
        if (!flag || flag->exchange(true))
            return answered(Result<BulkRun>(fail(ErrorKind::Conflict, "job.bulk_ended", text(QT_TRANSLATE_NOOP("Engine", "It has ended already; there is nothing to stop.")))));
        return m_store.write([run = *known, actor, now = m_clock.wallMs()](Database &database) -> Result<BulkRun> {
            return ActivityLog::note(database, now, actor, "job.bulk_stop", QString::fromLatin1(wordOf(run.action)), run.said).map([&run] { return run; });
        });
    });
}

Future<Result<Removal>> BulkJobs::remove(JobId id, Actor actor)
{
    return m_trash.remove(std::move(id), std::move(actor));
}

Future<Result<qint64>> BulkJobs::restore(QString undo, Actor actor)
{
    return m_trash.restore(std::move(undo), std::move(actor));
}

Future<Result<std::vector<Removal>>> BulkJobs::removals()
{
    return m_trash.removals();
}

} // namespace kule
