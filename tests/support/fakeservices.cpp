// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeservices.h"

#include <algorithm>

namespace kule {
namespace {

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

Future<Result<Submitted>> FakeJobs::submit(JobRequest request, Actor actor)
{
    asked << QStringLiteral("submit %1 by %2").arg(request.filePath, actor.name);
    lastRequest = request;
    JobDetail &detail = add(QStringLiteral("job-%1").arg(all.size() + 1), JobState::Queued);
    detail.job.processId = request.processId;
    detail.job.filePath = request.filePath;
    return answer<Submitted>(Submitted{request.processId, detail.job.id, JobState::Queued, true});
}

Future<Result<Page<Job>>> FakeJobs::list(JobFilter filter, PageRequest page)
{
    lastFilter = filter;
    std::vector<Job> shown;
    for (const JobDetail &detail : all) {
        if (kule::shows(filter, detail.job))
            shown.push_back(detail.job);
    }
    return answer(pageOf(shown, page));
}

Future<Result<std::vector<qint64>>> FakeJobs::shown(JobFilter)
{
    return answer<std::vector<qint64>>(std::vector<qint64>()); // its jobs stand in no store
}

Future<Result<JobDetail>> FakeJobs::find(JobId id)
{
    ++finds;
    const JobDetail *detail = detailOf(id);
    auto found = detail ? Result<JobDetail>(*detail) : Result<JobDetail>(fail(absent("job.not_found")));
    if (whileFinding)
        whileFinding();
    return answer(std::move(found));
}

Future<Result<LogSlice>> FakeJobs::log(JobId id, int, qint64 offset, qint64 limit)
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

Future<Result<LogSlice>> FakeJobs::logTail(JobId id, int attempt, qint64 bytes)
{
    const qint64 size = logs.value(id.value).size();
    return log(id, attempt, std::max<qint64>(0, size - bytes), bytes);
}

Future<Result<LogHits>> FakeJobs::searchLog(JobId id, int attempt, LogSearch search)
{
    return answer(kule::searchLog([&](qint64 offset, qint64 limit) { return log(id, attempt, offset, limit).wait(); }, search));
}

Future<Result<Job>> FakeJobs::cancel(JobId id, Actor actor)
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

Future<Result<Submitted>> FakeJobs::rerun(JobId id, RerunCode code, Actor actor)
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

Future<Result<JobCounts>> FakeJobs::counts()
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

Future<Result<QStringList>> FakeJobs::scripts()
{
    return answer<QStringList>(scriptFiles);
}

Fatal &FakeFatals::add(const QString &filename)
{
    Fatal fatal;
    fatal.filename = filename;
    fatal.processId = filename.chopped(4);
    fatal.error = verbatim(QStringLiteral("boom"));
    fatal.type = QStringLiteral("ValueError");
    fatal.file = QStringLiteral("packages/example.py");
    fatal.time = someTime;
    fatal.size = 100;
    fatal.fingerprint = QStringLiteral("abc");
    all.insert(all.begin(), fatal);
    reports[filename] = {{"process_id", fatal.processId}, {"error", fatal.error.english().toStdString()}, {"file", fatal.file.toStdString()}, {"args", OrderedJson::array()}, {"kwargs", OrderedJson::object()}};
    return all.front();
}

std::vector<Fatal> FakeFatals::shown(const FatalFilter &filter) const
{
    std::vector<Fatal> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [&](const Fatal &fatal) { return kule::shows(filter, fatal); });
    return rows;
}

Future<Result<Page<Fatal>>> FakeFatals::list(FatalFilter filter, PageRequest page)
{
    return answer(pageOf(shown(filter), page));
}

Future<Result<Page<FatalGroup>>> FakeFatals::groups(FatalFilter filter, PageRequest page)
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

Future<Result<FatalReport>> FakeFatals::read(QString filename)
{
    if (isBadName(filename))
        return answer<FatalReport>(fail(ErrorKind::Invalid, "fatal.bad_name", text("That is not the name of a report.")));
    if (!reports.contains(filename))
        return answer<FatalReport>(fail(absent("fatal.not_found")));
    const OrderedJson report = reports.value(filename);
    return answer<FatalReport>(FatalReport{dumpJson(report, 2), report});
}

Removal FakeFatals::toTrash(const std::vector<Fatal> &rows, const QString &said, const Actor &actor)
{
    Removal removal{FatalTrash::tokenPrefix + QString::number(++m_deletions), static_cast<qint64>(rows.size()), someTime, someTime + undoableFor.count(), said, actor.name};
    for (const Fatal &fatal : rows) {
        m_trash[removal.undo].emplace_back(fatal, reports.take(fatal.filename));
        std::erase_if(all, [&](const Fatal &other) { return other.filename == fatal.filename; });
        Q_EMIT removed(fatal.filename);
    }
    m_removals.insert(m_removals.begin(), removal);
    return removal;
}

Future<Result<Removal>> FakeFatals::remove(QString filename, Actor actor)
{
    asked << QStringLiteral("remove %1 by %2").arg(filename, actor.name);
    if (isBadName(filename))
        return answer<Removal>(fail(ErrorKind::Invalid, "fatal.bad_name", text("That is not the name of a report.")));
    const auto found = std::find_if(all.begin(), all.end(), [&](const Fatal &fatal) { return fatal.filename == filename; });
    if (found == all.end())
        return answer<Removal>(fail(absent("fatal.not_found")));
    return answer<Removal>(toTrash({*found}, filename, actor));
}

Future<Result<Removal>> FakeFatals::removeAll(FatalFilter filter, qint64 expected, Actor actor)
{
    asked << QStringLiteral("remove all by %1").arg(actor.name);
    const std::vector<Fatal> rows = shown(filter);
    if (static_cast<qint64>(rows.size()) != expected)
        return answer<Removal>(fail(ErrorKind::Conflict, "fatal.count_changed", text("There are others by now.")));
    return answer<Removal>(toTrash(rows, filter.text, actor));
}

Future<Result<qint64>> FakeFatals::restore(QString undo, Actor actor)
{
    asked << QStringLiteral("restore %1 by %2").arg(undo, actor.name);
    const auto back = m_trash.take(undo);
    if (back.empty())
        return answer<qint64>(fail(absent("undo.not_found")));
    for (const auto &[fatal, report] : back) {
        all.insert(all.begin(), fatal);
        reports.insert(fatal.filename, report);
        Q_EMIT appeared(fatal);
    }
    std::erase_if(m_removals, [&](const Removal &removal) { return removal.undo == undo; });
    return answer<qint64>(static_cast<qint64>(back.size()));
}

Future<Result<std::vector<Removal>>> FakeFatals::removals()
{
    return answer<std::vector<Removal>>(m_removals);
}

Removal FakeBulk::toTrash(const std::vector<JobId> &ids, const QString &said, const Actor &actor)
{
    Removal removal{QStringLiteral("undo-%1").arg(m_removals.size() + 1), static_cast<qint64>(ids.size()), someTime, someTime + undoableFor.count(), said, actor.name};
    for (const JobId &id : ids) {
        const auto found = std::find_if(m_jobs.all.begin(), m_jobs.all.end(), [&](const JobDetail &detail) { return detail.job.id == id; });
        m_trash[removal.undo].push_back(*found);
        m_jobs.all.erase(found);
    }
    m_removals.insert(m_removals.begin(), removal);
    return removal;
}

Future<Result<BulkRun>> FakeBulk::begin(BulkRequest request, Actor actor)
{
    asked << QStringLiteral("%1 %2 of %3 by %4").arg(QString::fromLatin1(wordOf(request.action))).arg(request.expected).arg(request.filter.text, actor.name);
    const std::vector<Job> shown = m_jobs.list(request.filter, {{}, 1'000'000}).wait()->items;
    if (static_cast<qint64>(shown.size()) != request.expected)
        return answer<BulkRun>(fail(ErrorKind::Conflict, "job.count_changed", text("There are others by now.")));
    BulkRun run{QStringLiteral("run-%1").arg(m_runs.size() + 1), request.action, request.filter.text, request.expected, 0, 0, {}, true, {}, {}};
    std::vector<JobId> fitting;
    for (const Job &job : shown) {
        if (isOpen(job.state) == (request.action == BulkAction::Cancel))
            fitting.push_back(job.id);
    }
    run.done = static_cast<qint64>(fitting.size());
    run.skipped = run.total - run.done;
    if (run.skipped > 0)
        run.skips.push_back({"job.still_open", text("It is still open."), run.skipped});
    if (request.action == BulkAction::Delete && run.done > 0)
        run.removal = toTrash(fitting, run.said, actor);
    m_runs.push_back(run);
    post(this, [this, run] {
        Q_EMIT progressed(run);
        Q_EMIT listChanged();
    });
    return answer<BulkRun>(run);
}

Future<Result<BulkRun>> FakeBulk::find(QString id)
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const BulkRun &run) { return run.id == id; });
    return answer(found == m_runs.end() ? Result<BulkRun>(fail(absent("job.bulk_not_found"))) : Result<BulkRun>(*found));
}

Future<Result<BulkRun>> FakeBulk::stop(QString id, Actor)
{
    return answer(Result<BulkRun>(fail(absent(std::any_of(m_runs.begin(), m_runs.end(), [&](const BulkRun &run) { return run.id == id; }) ? "job.bulk_ended" : "job.bulk_not_found"))));
}

Future<Result<Removal>> FakeBulk::remove(JobId id, Actor actor)
{
    asked << QStringLiteral("remove %1 by %2").arg(id.value, actor.name);
    const auto found = std::find_if(m_jobs.all.begin(), m_jobs.all.end(), [&](const JobDetail &detail) { return detail.job.id == id; });
    if (found == m_jobs.all.end())
        return answer<Removal>(fail(absent("job.not_found")));
    if (isOpen(found->job.state))
        return answer<Removal>(fail(ErrorKind::Conflict, "job.still_open", text("It is still open.")));
    const Removal removal = toTrash({id}, id.value, actor);
    post(this, [this] { Q_EMIT listChanged(); });
    return answer<Removal>(removal);
}

Future<Result<qint64>> FakeBulk::restore(QString undo, Actor actor)
{
    asked << QStringLiteral("restore %1 by %2").arg(undo, actor.name);
    const auto back = m_trash.take(undo);
    if (back.empty())
        return answer<qint64>(fail(absent("undo.not_found")));
    m_jobs.all.insert(m_jobs.all.begin(), back.begin(), back.end());
    std::erase_if(m_removals, [&](const Removal &removal) { return removal.undo == undo; });
    post(this, [this] { Q_EMIT listChanged(); });
    return answer<qint64>(static_cast<qint64>(back.size()));
}

Future<Result<std::vector<Removal>>> FakeBulk::removals()
{
    return answer<std::vector<Removal>>(m_removals);
}

Future<Result<std::vector<Going>>> FakeRetention::preview(KeepPolicy policy)
{
    asked.push_back(policy);
    std::vector<Going> all = going;
    for (Going &one : all) {
        if (policy[one.kind] == KeepRule())
            one.count = one.bytes = 0;
    }
    return answer<std::vector<Going>>(all);
}

Future<Result<Page<Delivery>>> FakeCallbacks::list(std::optional<DeliveryState> state, PageRequest page)
{
    std::vector<Delivery> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [&](const Delivery &delivery) { return !state || delivery.state == *state; });
    return answer(pageOf(rows, page));
}

Future<Result<Delivery>> FakeCallbacks::redeliver(DeliveryId id, Actor)
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
        if (key == name && !revoked.contains(name))
            return Caller{{QString::fromLatin1(name)}, QString::fromLatin1(name), scope};
    }
    return std::nullopt;
}

Future<Result<std::vector<AccessKey>>> FakeKeys::list()
{
    return answer<std::vector<AccessKey>>(all);
}

Future<Result<NewKey>> FakeKeys::create(QString name, Scope scope, Actor)
{
    if (name.isEmpty())
        return answer<NewKey>(fail(ErrorKind::Invalid, "key.bad_name", text("Give it a name.")));
    all.push_back({{QStringLiteral("key-%1").arg(all.size() + 1)}, name, scope, someTime, {}, {}, false});
    Q_EMIT changed();
    return answer<NewKey>(NewKey{all.back(), std::make_shared<const Secret>("kule_secret")});
}

Future<Result<AccessKey>> FakeKeys::revoke(KeyId id, Actor)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const AccessKey &key) { return key.id == id; });
    if (found == all.end())
        return answer<AccessKey>(fail(absent("key.not_found")));
    found->revokedAt = someTime;
    Q_EMIT changed();
    return answer<AccessKey>(*found);
}

Future<Result<SecretState>> FakeSecrets::changedTo(std::optional<Error> problem)
{
    auto answered = answer<SecretState>([&] {
        kept.problem = std::move(problem);
        return kept;
    }());
    Q_EMIT valueChanged({});
    Q_EMIT changed(kept);
    return answered;
}

Future<Result<SecretState>> FakeSecrets::probe()
{
    asked += QStringLiteral("probe");
    return answer<SecretState>(kept);
}

Future<Result<SecretPtr>> FakeSecrets::read(QString name)
{
    if (kept.problem)
        return answered(Result<SecretPtr>(fail(*kept.problem)));
    const auto value = values.find(name);
    return answer<SecretPtr>(value == values.end() ? Result<SecretPtr>(fail(secreterror::notFound(name))) : value->second);
}

Future<Done> FakeSecrets::write(QString name, SecretPtr value, Actor actor)
{
    if (auto checked = checkSecretName(name); !checked)
        return answered(checked);
    if (kept.problem)
        return answered(Done(fail(*kept.problem)));
    asked += QStringLiteral("write %1 by %2").arg(name, actor.name);
    values[name] = std::move(value);
    const auto done = answer<void>({});
    Q_EMIT valueChanged(name);
    return done;
}

Future<Done> FakeSecrets::remove(QString name, Actor actor)
{
    if (auto checked = checkSecretName(name); !checked)
        return answered(checked);
    asked += QStringLiteral("remove %1 by %2").arg(name, actor.name);
    values.erase(name);
    const auto done = answer<void>({});
    Q_EMIT valueChanged(name);
    return done;
}

Future<Result<SecretState>> FakeSecrets::unlock(SecretPtr passphrase, Actor actor)
{
    asked += QStringLiteral("unlock %1 by %2").arg(passphrase ? QString::fromUtf8(passphrase->view()) : QStringLiteral("-"), actor.name);
    return changedTo(std::nullopt);
}

Future<Result<SecretState>> FakeSecrets::changePassphrase(PassphraseChange change, Actor actor)
{
    asked += QStringLiteral("passphrase %1 to %2 by %3").arg(change.former ? QString::fromUtf8(change.former->view()) : QStringLiteral("-"), QString::fromUtf8(change.passphrase->view()), actor.name);
    return changedTo(std::nullopt);
}

Future<Result<SecretState>> FakeSecrets::moveTo(PlaceChange change, Actor actor)
{
    asked += QStringLiteral("move to %1 by %2").arg(QString::fromLatin1(wordOf(change.place)), actor.name);
    kept.place = change.place;
    return changedTo(std::nullopt);
}

Future<Result<BotView>> FakeBots::create(BotDraft draft, Actor actor)
{
    asked << QStringLiteral("create %1 by %2").arg(draft.name.value_or(QString()), actor.name);
    lastDraft = draft;
    BotView view;
    view.bot.id = {QStringLiteral("bot-%1").arg(all.size() + 1)};
    view.bot.name = draft.name.value_or(QString());
    view.bot.createdAt = someTime;
    view.bot.kind = draft.kind.value_or(BotKind::Introduction);
    view.bot.mode = draft.mode.value_or(BotMode::Dev);
    view.bot.restarts = draft.restarts.value_or(RestartTimes());
    view.bot.config = draft.config.value_or(Json::object());
    auto made = answer<BotView>(view);
    if (made.wait())
        all.push_back(view);
    return made;
}

Future<Result<BotView>> FakeBots::find(BotId id)
{
    for (const BotView &view : all) {
        if (view.bot.id == id)
            return answer<BotView>(view);
    }
    return answer<BotView>(fail(absent("bot.not_found")));
}

Future<Result<BotView>> FakeBots::change(BotId id, BotDraft draft, Actor actor)
{
    const auto found = ask("change", id, actor);
    for (BotView &view : all) {
        if (view.bot.id != id || !found.wait())
            continue;
        view.bot.name = draft.name.value_or(view.bot.name);
        view.bot.mode = draft.mode.value_or(view.bot.mode);
        view.bot.restarts = draft.restarts.value_or(view.bot.restarts);
        if (draft.config && *draft.config != view.bot.config) {
            view.bot.config = *draft.config;
            ++view.bot.version;
        }
        lastDraft = std::move(draft);
        tell(view);
        return answered(Result<BotView>(view));
    }
    lastDraft = std::move(draft);
    return found;
}

Future<Done> FakeBots::remove(BotId id, Actor actor)
{
    asked << QStringLiteral("remove %1 by %2").arg(id.value, actor.name);
    const auto gone = std::erase_if(all, [&id](const BotView &view) { return view.bot.id == id; });
    if (gone > 0)
        Q_EMIT removed(id);
    return answered(gone > 0 ? Done() : Done(fail(absent("bot.not_found"))));
}

Future<Result<BotView>> FakeBots::scale(BotId id, int quantity, Actor actor)
{
    for (BotView &view : all) {
        if (view.bot.id == id)
            view.bot.quantity = quantity;
    }
    return ask("scale", id, actor);
}

Future<Result<Page<BotDelivery>>> FakeBots::deliveries(BotId id, std::optional<BotDeliveryState> state, PageRequest page)
{
    if (const auto bot = find(id).wait(); !bot)
        return answer<Page<BotDelivery>>(fail(bot.error()));
    lastState = state;
    std::vector<BotDelivery> shown;
    std::copy_if(ledger.begin(), ledger.end(), std::back_inserter(shown), [state](const BotDelivery &delivery) { return !state || delivery.state == *state; });
    return answer(pageOf(shown, page));
}

Future<Result<Page<Subscription>>> FakeBots::subscriptions(BotId id, PageRequest page)
{
    if (const auto bot = find(id).wait(); !bot)
        return answer<Page<Subscription>>(fail(bot.error()));
    return answer(pageOf(subscribed, page));
}

Future<Result<BotDelivery>> FakeBots::decide(BotId id, qint64 delivery, ledgertable::Verdict verdict, Actor actor)
{
    asked << QStringLiteral("decide %1 %2 %3 by %4").arg(id.value).arg(delivery).arg(static_cast<int>(verdict)).arg(actor.name);
    BotDelivery decided;
    decided.n = delivery;
    for (BotDelivery &known : ledger) {
        if (known.n != delivery)
            continue;
        known.state = verdict == ledgertable::Verdict::SendAgain ? BotDeliveryState::Queued : verdict == ledgertable::Verdict::WasSent ? BotDeliveryState::Sent : BotDeliveryState::Failed;
        ++known.changedAt;
        decided = known;
    }
    return answer<BotDelivery>(decided);
}

Future<Result<LogSlice>> FakeBots::log(BotId id, qint64 offset, qint64 limit)
{
    if (const auto bot = find(id).wait(); !bot)
        return answer<LogSlice>(fail(bot.error()));
    LogSlice slice;
    slice.size = said.size();
    slice.offset = std::min<qint64>(offset, slice.size);
    slice.text = said.mid(slice.offset, limit);
    slice.next = slice.offset + slice.text.size();
    return answer<LogSlice>(slice);
}

Future<Result<LogSlice>> FakeBots::logTail(BotId id, qint64 bytes)
{
    return log(std::move(id), std::max<qint64>(said.size() - bytes, 0), bytes);
}

Future<Result<BotView>> FakeBots::resolve(BotId id, BotDeed deed, Actor actor)
{
    return ask(wordOf(deed), id, actor);
}

Future<Result<std::vector<ImportedLine>>> FakeBots::importProcfile(ProcfileImport what, Actor actor)
{
    asked << QStringLiteral("import by %1").arg(actor.name);
    lastImport = std::move(what);
    ImportedLine line;
    line.number = 1;
    line.outcome = ImportedLine::Outcome::Created;
    return answer<std::vector<ImportedLine>>(std::vector<ImportedLine>{line});
}

Future<Done> FakeBots::deliver(BotId id, QByteArray secret, QByteArray body)
{
    if (const auto bot = find(id).wait(); !bot)
        return answered(Done(fail(bot.error())));
    if (secret != "secret")
        return answered(Done(fail(ErrorKind::Forbidden, "bot.wrong_secret", text("no"))));
    asked << QStringLiteral("deliver %1").arg(QString::fromUtf8(body));
    return answered(Done());
}

Future<Result<SourcePreview>> FakeBots::preview(std::optional<BotId> id, std::optional<Json> config)
{
    asked << QStringLiteral("preview %1 %2").arg(id ? id->value : QStringLiteral("-"), config ? QString::fromUtf8(dumpJson(*config)) : QStringLiteral("-"));
    if (id) {
        if (const auto bot = find(*id).wait(); !bot)
            return answer<SourcePreview>(fail(bot.error()));
    }
    return answer<SourcePreview>(source);
}

Future<Result<BotView>> FakeBots::ask(const char *verb, const BotId &id, const Actor &actor)
{
    asked << QStringLiteral("%1 %2 by %3").arg(QLatin1String(verb), id.value, actor.name);
    return find(id);
}

void FakeBots::tell(const BotView &view)
{
    Q_EMIT changed(view);
}

} // namespace kule
