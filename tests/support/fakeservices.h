// SPDX-License-Identifier: GPL-3.0-or-later
// The services as values in memory, for tests of what stands above them (API, window, command line). They answer at once,
// on the caller's thread, note what they were asked, and fail where failNext() says so.
#pragma once
#include "fakeheroku.h"
#include "faketitles.h"

#include <functional>

#include "callbacks/callbackservice.h"
#include "fatals/fatalservice.h"
#include "fatals/fataltrash.h"
#include "jobs/jobbulk.h"
#include "jobs/executors/executor.h"
#include "jobs/jobservice.h"
#include "keeping/retention.h"
#include "keys/accesskeys.h"
#include "bots/botservice.h"
#include "overview/overviewservice.h"
#include "secrets/redactor.h"
#include "secrets/secretservice.h"

namespace kule {

class FakeJobs final : public JobService, public FakeFailure
{
    Q_OBJECT
public:
    std::vector<JobDetail> all; ///< newest first
    QHash<QString, QByteArray> logs;
    QStringList scriptFiles{QStringLiteral("packages/example.py")};
    QStringList asked; ///< "cancel <id> by <actor>", …
    JobFilter lastFilter;
    JobRequest lastRequest;
    std::optional<quint64> edition; ///< what history() says
    int finds = 0;
    std::function<void()> whileFinding; ///< called between reading the rows and answering

    /// A job of that state, put first.
    JobDetail &add(const QString &id, JobState state);

    Future<Result<Submitted>> submit(JobRequest request, Actor actor) override;
    Future<Result<Page<Job>>> list(JobFilter filter, PageRequest page) override;
    Future<Result<std::vector<qint64>>> shown(JobFilter filter) override;
    Future<Result<JobDetail>> find(JobId id) override;
    std::optional<quint64> history() const override { return edition; }
    Future<Result<LogSlice>> log(JobId id, int attempt, qint64 offset, qint64 limit) override;
    Future<Result<LogSlice>> logTail(JobId id, int attempt, qint64 bytes) override;
    Future<Result<LogHits>> searchLog(JobId id, int attempt, LogSearch search) override;
    Future<Result<Job>> cancel(JobId id, Actor actor) override;
    Future<Result<Submitted>> rerun(JobId id, RerunCode code, Actor actor) override;
    Future<Result<JobCounts>> counts() override;
    Future<Result<QStringList>> scripts() override;

private:
    JobDetail *detailOf(const JobId &id);
};

class FakeFatals final : public FatalService, public FakeFailure
{
    Q_OBJECT
public:
    std::vector<Fatal> all; ///< newest first
    QHash<QString, OrderedJson> reports;
    QStringList asked;

    Fatal &add(const QString &filename);

    Future<Result<Page<Fatal>>> list(FatalFilter filter, PageRequest page) override;
    Future<Result<Page<FatalGroup>>> groups(FatalFilter filter, PageRequest page) override;
    Future<Result<FatalReport>> read(QString filename) override;
    Future<Result<Removal>> remove(QString filename, Actor actor) override;
    Future<Result<Removal>> removeAll(FatalFilter filter, qint64 expected, Actor actor) override;
    Future<Result<qint64>> restore(QString undo, Actor actor) override;
    Future<Result<std::vector<Removal>>> removals() override;

private:
    std::vector<Fatal> shown(const FatalFilter &filter) const;
    Removal toTrash(const std::vector<Fatal> &rows, const QString &said, const Actor &actor);
    QHash<QString, std::vector<std::pair<Fatal, decltype(reports)::mapped_type>>> m_trash;
    std::vector<Removal> m_removals;
    int m_deletions = 0;
};

/// Works on the jobs of the other fake, at once.
class FakeBulk final : public JobBulk, public FakeFailure
{
    Q_OBJECT
public:
    explicit FakeBulk(FakeJobs &jobs)
        : m_jobs(jobs)
    {
    }
    QStringList asked; ///< "delete 3 of state:failed by console", …

    Future<Result<BulkRun>> begin(BulkRequest request, Actor actor) override;
    Future<Result<BulkRun>> find(QString id) override;
    Future<Result<BulkRun>> stop(QString id, Actor actor) override;
    Future<Result<Removal>> remove(JobId id, Actor actor) override;
    Future<Result<qint64>> restore(QString undo, Actor actor) override;
    Future<Result<std::vector<Removal>>> removals() override;

private:
    Removal toTrash(const std::vector<JobId> &ids, const QString &said, const Actor &actor);

    FakeJobs &m_jobs;
    std::vector<BulkRun> m_runs;
    QHash<QString, std::vector<JobDetail>> m_trash;
    std::vector<Removal> m_removals;
};

class FakeRetention final : public RetentionService, public FakeFailure
{
    Q_OBJECT
public:
    std::vector<Going> going; ///< what preview() says, but nothing goes where a rule has no limit
    std::vector<KeepPolicy> asked;
    Future<Result<std::vector<Going>>> preview(KeepPolicy policy) override;
};

class FakeCallbacks final : public CallbackService, public FakeFailure
{
    Q_OBJECT
public:
    std::vector<Delivery> all;
    Future<Result<Page<Delivery>>> list(std::optional<DeliveryState> state, PageRequest page) override;
    Future<Result<Delivery>> redeliver(DeliveryId id, Actor actor) override;
};

/// Its keys are their scopes: "read-key", "run-key", "admin-key".
class FakeKeys final : public AccessKeys, public FakeFailure
{
    Q_OBJECT
public:
    std::vector<AccessKey> all;
    QList<QByteArray> revoked; ///< of them: open nothing any more
    std::optional<Caller> verify(QByteArrayView key) const override;
    Future<Result<std::vector<AccessKey>>> list() override;
    Future<Result<NewKey>> create(QString name, Scope scope, Actor actor) override;
    Future<Result<AccessKey>> revoke(KeyId id, Actor actor) override;
};

/// A session's memory behind the door of all places.
class FakeSecrets final : public SecretService, public FakeFailure
{
    Q_OBJECT
public:
    SecretState kept{SecretPlace::Keychain, false, std::nullopt, true, false, {}};
    std::map<QString, SecretPtr> values;
    QStringList asked; ///< "write pusher/secret by console", …

    Future<Result<SecretState>> state() override { return answer<SecretState>(kept); }
    Future<Result<SecretState>> probe() override;
    Future<Result<SecretPtr>> read(QString name) override;
    Future<Done> write(QString name, SecretPtr value, Actor actor) override;
    Future<Done> remove(QString name, Actor actor) override;
    Future<Result<SecretState>> unlock(SecretPtr passphrase, Actor actor) override;
    Future<Result<SecretState>> changePassphrase(PassphraseChange change, Actor actor) override;
    Future<Result<SecretState>> moveTo(PlaceChange change, Actor actor) override;

private:
    Future<Result<SecretState>> changedTo(std::optional<Error> problem);
};

class FakeBots final : public BotService, public FakeFailure
{
public:
    Future<Result<BotView>> create(BotDraft draft, Actor actor) override;
    Future<Result<std::vector<BotView>>> list() override { return answer<std::vector<BotView>>(all); }
    Future<Result<BotView>> find(BotId id) override;
    Future<Result<BotView>> change(BotId id, BotDraft draft, Actor actor) override;
    Future<Done> remove(BotId id, Actor actor) override;
    Future<Result<BotView>> start(BotId id, Actor actor) override { return ask("start", id, actor); }
    Future<Result<BotView>> stop(BotId id, Actor actor) override { return ask("stop", id, actor); }
    Future<Result<BotView>> restart(BotId id, Actor actor) override { return ask("restart", id, actor); }
    Future<Result<BotView>> scale(BotId id, int quantity, Actor actor) override;
    Future<Result<Page<BotDelivery>>> deliveries(BotId id, std::optional<BotDeliveryState> state, PageRequest page) override;
    Future<Result<Page<Subscription>>> subscriptions(BotId id, PageRequest page) override;
    Future<Result<BotDelivery>> decide(BotId id, qint64 delivery, ledgertable::Verdict verdict, Actor actor) override;
    Future<Result<LogSlice>> log(BotId id, qint64 offset, qint64 limit) override;
    Future<Result<LogSlice>> logTail(BotId id, qint64 bytes) override;
    Future<Result<BotView>> resolve(BotId id, BotDeed deed, Actor actor) override;
    Future<Result<BotView>> makeEnvironment(BotId id, Actor actor) override { return ask("environment", id, actor); }
    Future<Result<BotView>> cancelEnvironment(BotId id, Actor actor) override { return ask("cancel_environment", id, actor); }
    Future<Result<std::vector<ImportedLine>>> importProcfile(ProcfileImport what, Actor actor) override;
    /// Only with the secret "secret".
    Future<Done> deliver(BotId id, QByteArray secret, QByteArray body) override;
    Future<Result<SourcePreview>> preview(std::optional<BotId> id, std::optional<Json> config) override;

    std::vector<BotView> all;
    std::vector<BotDelivery> ledger;
    std::vector<Subscription> subscribed;
    SourcePreview source;
    BotDraft lastDraft;
    QByteArray said; ///< the log of each
    ProcfileImport lastImport;
    std::optional<BotDeliveryState> lastState;
    QStringList asked;
    /// As the engine tells of a change.
    void tell(const BotView &view);

private:
    Future<Result<BotView>> ask(const char *verb, const BotId &id, const Actor &actor);
};

class FakeOverview final : public OverviewService, public FakeFailure
{
public:
    Overview state;
    int reads = 0;
    Future<Result<Overview>> read() override
    {
        ++reads;
        return answer<Overview>(state);
    }
};

class FakeExecutor final : public Executor
{
    Q_OBJECT
public:
    WorkerHealth state{QStringLiteral("/usr/bin/python3"), QStringLiteral("3.11.2"), true, 4, std::nullopt};
    std::vector<Launch> launched;
    std::vector<AttemptRef> stopped;
    void launch(Launch launch) override { launched.push_back(std::move(launch)); }
    void stop(AttemptRef ref, StopReason) override { stopped.push_back(std::move(ref)); }
    Future<Result<WorkerHealth>> health() override { return answered(Result<WorkerHealth>(state)); }
};

} // namespace kule
