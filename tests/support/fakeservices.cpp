// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeservices.h"

#include <algorithm>

namespace kule {
namespace {

constexpr qint64 someTime = 1'795'000'000'000;

Error absent(const char *code)
{
    return {ErrorKind::NotFound, code, text("It is not there."), nullptr, std::nullopt};
}

// Pages by position; the cursor is the index of the next row.
template <class T>
Result<Page<T>> pageOf(const std::vector<T> &rows, const PageRequest &request)
{
    bool isCursor = true;
    const auto from = request.after.isEmpty() ? std::size_t(0) : static_cast<std::size_t>(request.after.toULongLong(&isCursor));
    if (!isCursor || from > rows.size())
        return fail(ErrorKind::Invalid, "page.bad_cursor", text("No such page."));
    const std::size_t to = std::min(rows.size(), from + static_cast<std::size_t>(request.limit));
    Page<T> page;
    page.items.assign(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.begin() + static_cast<std::ptrdiff_t>(to));
    page.next = to < rows.size() ? QString::number(to) : QString();
    page.total = static_cast<qint64>(rows.size());
    return page;
}

bool isBadName(const QString &filename)
{
    return filename.contains(u'/') || filename.contains(u'\\') || filename.startsWith(u'.') || filename.toUtf8().size() > 255;
}

} // namespace

JobDetail &FakeJobs::add(const QString &id, JobState state)
{
    JobDetail detail;
    detail.job.seq = static_cast<qint64>(all.size()) + 1;
    detail.job.id = {id};
    detail.job.processId = id;
    detail.job.filePath = QStringLiteral("packages/example.py");
    detail.job.state = state;
    detail.job.createdAt = detail.job.queuedAt = someTime;
    detail.job.actor = QStringLiteral("admin-key");
    detail.path = QStringLiteral("/packages/example.py");
    detail.args = Json::array();
    detail.kwargs = Json::object();
    Attempt attempt;
    attempt.state = state;
    attempt.queuedAt = someTime;
    detail.attempts = {attempt};
    all.insert(all.begin(), std::move(detail));
    return all.front();
}

JobDetail *FakeJobs::detailOf(const JobId &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const JobDetail &detail) { return detail.job.id == id; });
    return found == all.end() ? nullptr : &*found;
}

QFuture<Result<Submitted>> FakeJobs::submit(JobRequest request, Actor actor)
{
    asked << QStringLiteral("submit %1 by %2").arg(request.filePath, actor.name);
    lastRequest = request;
    JobDetail &detail = add(QStringLiteral("job-%1").arg(all.size() + 1), JobState::Queued);
    detail.job.processId = request.processId;
    detail.job.filePath = request.filePath;
    return answer<Submitted>(Submitted{request.processId, detail.job.id, JobState::Queued, true});
}

QFuture<Result<Page<Job>>> FakeJobs::list(JobFilter filter, PageRequest page)
{
    lastFilter = filter;
    std::vector<Job> shown;
    for (const JobDetail &detail : all) {
        const bool isShown = filter.states.empty() || std::find(filter.states.begin(), filter.states.end(), detail.job.state) != filter.states.end();
        if (isShown)
            shown.push_back(detail.job);
    }
    return answer(pageOf(shown, page));
}

QFuture<Result<JobDetail>> FakeJobs::find(JobId id)
{
    ++finds;
    const JobDetail *detail = detailOf(id);
    auto found = detail ? Result<JobDetail>(*detail) : Result<JobDetail>(fail(absent("job.not_found")));
    if (whileFinding)
        whileFinding();
    return answer(std::move(found));
}

QFuture<Result<LogSlice>> FakeJobs::log(JobId id, int, qint64 offset, qint64 limit)
{
    if (!detailOf(id))
        return answer<LogSlice>(fail(absent("job.not_found")));
    const QByteArray whole = logs.value(id.value);
    const QByteArray piece = whole.mid(std::min<qint64>(offset, whole.size()), limit);
    LogSlice slice;
    slice.offset = std::min<qint64>(offset, whole.size());
    slice.next = slice.offset + piece.size();
    slice.size = whole.size();
    slice.text = piece;
    slice.isComplete = slice.next == slice.size;
    return answer<LogSlice>(slice);
}

QFuture<Result<LogSlice>> FakeJobs::logTail(JobId id, int attempt, qint64 bytes)
{
    const qint64 size = logs.value(id.value).size();
    return log(id, attempt, std::max<qint64>(0, size - bytes), bytes);
}

QFuture<Result<LogHits>> FakeJobs::searchLog(JobId id, int attempt, LogSearch search)
{
    return answer(kule::searchLog([&](qint64 offset, qint64 limit) { return log(id, attempt, offset, limit).result(); }, search));
}

QFuture<Result<Job>> FakeJobs::cancel(JobId id, Actor actor)
{
    asked << QStringLiteral("cancel %1 by %2").arg(id.value, actor.name);
    JobDetail *detail = detailOf(id);
    if (!detail)
        return answer<Job>(fail(absent("job.not_found")));
    if (!isOpen(detail->job.state))
        return answer<Job>(fail(ErrorKind::Conflict, "job.already_ended", text("It has ended.")));
    detail->job.state = JobState::Cancelled;
    return answer<Job>(detail->job);
}

QFuture<Result<Submitted>> FakeJobs::rerun(JobId id, RerunCode code, Actor actor)
{
    asked << QStringLiteral("rerun %1 %2 by %3").arg(id.value, QLatin1String(code == RerunCode::AsNow ? "as_now" : "as_then"), actor.name);
    JobDetail *detail = detailOf(id);
    if (!detail)
        return answer<Submitted>(fail(absent("job.not_found")));
    if (isOpen(detail->job.state))
        return answer<Submitted>(fail(ErrorKind::Conflict, "job.still_open", text("It is still open.")));
    detail->job.state = JobState::Queued;
    return answer<Submitted>(Submitted{detail->job.processId, id, JobState::Queued, true});
}

QFuture<Result<JobCounts>> FakeJobs::counts()
{
    JobCounts counts;
    for (const JobDetail &detail : all) {
        ++counts.byState[wordOf(detail.job.state)];
        ++counts.total;
    }
    counts.queued = counts.byState.value("queued");
    counts.running = counts.byState.value("running");
    return answer<JobCounts>(counts);
}

QFuture<Result<QStringList>> FakeJobs::scripts()
{
    return answer<QStringList>(scriptFiles);
}

Fatal &FakeFatals::add(const QString &filename)
{
    Fatal fatal;
    fatal.filename = filename;
    fatal.processId = filename.chopped(4);
    fatal.error = QStringLiteral("boom");
    fatal.type = QStringLiteral("ValueError");
    fatal.file = QStringLiteral("packages/example.py");
    fatal.time = someTime;
    fatal.size = 100;
    fatal.fingerprint = QStringLiteral("abc");
    all.insert(all.begin(), fatal);
    reports[filename] = {{"process_id", fatal.processId}, {"error", fatal.error.toStdString()}, {"file", fatal.file.toStdString()}, {"args", OrderedJson::array()}, {"kwargs", OrderedJson::object()}};
    return all.front();
}

std::vector<Fatal> FakeFatals::shown(const FatalFilter &filter) const
{
    std::vector<Fatal> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [&](const Fatal &fatal) { return fatal.type.contains(filter.type) && fatal.file.contains(filter.file); });
    return rows;
}

QFuture<Result<Page<Fatal>>> FakeFatals::list(FatalFilter filter, PageRequest page)
{
    return answer(pageOf(shown(filter), page));
}

QFuture<Result<Page<FatalGroup>>> FakeFatals::groups(FatalFilter filter, PageRequest page)
{
    const std::vector<Fatal> rows = shown(filter);
    std::vector<FatalGroup> groups;
    if (!rows.empty()) {
        FatalGroup group;
        group.fingerprint = rows.front().fingerprint;
        group.type = rows.front().type;
        group.total = group.kept = static_cast<qint64>(rows.size());
        group.firstSeen = group.lastSeen = someTime;
        group.lastError = rows.front().error;
        groups.push_back(group);
    }
    return answer(pageOf(groups, page));
}

QFuture<Result<FatalReport>> FakeFatals::read(QString filename)
{
    if (isBadName(filename))
        return answer<FatalReport>(fail(ErrorKind::Invalid, "fatal.bad_name", text("That is not the name of a report.")));
    if (!reports.contains(filename))
        return answer<FatalReport>(fail(absent("fatal.not_found")));
    const OrderedJson report = reports.value(filename);
    return answer<FatalReport>(FatalReport{dumpJson(report, 2), report});
}

QFuture<Result<QString>> FakeFatals::remove(QString filename, Actor actor)
{
    asked << QStringLiteral("remove %1 by %2").arg(filename, actor.name);
    if (isBadName(filename))
        return answer<QString>(fail(ErrorKind::Invalid, "fatal.bad_name", text("That is not the name of a report.")));
    if (reports.remove(filename) == 0)
        return answer<QString>(fail(absent("fatal.not_found")));
    std::erase_if(all, [&](const Fatal &fatal) { return fatal.filename == filename; });
    return answer<QString>(filename);
}

QFuture<Result<qint64>> FakeFatals::removeAll(FatalFilter filter, qint64 expected, Actor actor)
{
    asked << QStringLiteral("remove all by %1").arg(actor.name);
    const std::vector<Fatal> rows = shown(filter);
    if (static_cast<qint64>(rows.size()) != expected)
        return answer<qint64>(fail(ErrorKind::Conflict, "fatal.count_changed", text("There are others by now.")));
    for (const Fatal &fatal : rows) {
        reports.remove(fatal.filename);
        std::erase_if(all, [&](const Fatal &other) { return other.filename == fatal.filename; });
    }
    return answer<qint64>(expected);
}

QFuture<Result<Page<Delivery>>> FakeCallbacks::list(std::optional<DeliveryState> state, PageRequest page)
{
    std::vector<Delivery> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [&](const Delivery &delivery) { return !state || delivery.state == *state; });
    return answer(pageOf(rows, page));
}

QFuture<Result<Delivery>> FakeCallbacks::redeliver(DeliveryId id, Actor)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Delivery &delivery) { return delivery.id == id; });
    if (found == all.end())
        return answer<Delivery>(fail(absent("callback.not_found")));
    found->state = DeliveryState::Waiting;
    return answer<Delivery>(*found);
}

std::optional<Caller> FakeKeys::verify(QByteArrayView key) const
{
    for (const Scope scope : {Scope::Read, Scope::Run, Scope::Admin}) {
        const QByteArray name = QByteArray(wordOf(scope)) + "-key";
        if (key == name)
            return Caller{{QString::fromLatin1(name)}, QString::fromLatin1(name), scope};
    }
    return std::nullopt;
}

QFuture<Result<std::vector<AccessKey>>> FakeKeys::list()
{
    return answer<std::vector<AccessKey>>(all);
}

QFuture<Result<NewKey>> FakeKeys::create(QString name, Scope scope, Actor)
{
    if (name.isEmpty())
        return answer<NewKey>(fail(ErrorKind::Invalid, "key.bad_name", text("Give it a name.")));
    all.push_back({{QStringLiteral("key-%1").arg(all.size() + 1)}, name, scope, someTime, {}, {}, false});
    Q_EMIT changed();
    return answer<NewKey>(NewKey{all.back(), std::make_shared<const Secret>("kule_secret")});
}

QFuture<Result<AccessKey>> FakeKeys::revoke(KeyId id, Actor)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const AccessKey &key) { return key.id == id; });
    if (found == all.end())
        return answer<AccessKey>(fail(absent("key.not_found")));
    found->revokedAt = someTime;
    Q_EMIT changed();
    return answer<AccessKey>(*found);
}

} // namespace kule
