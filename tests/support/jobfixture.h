// SPDX-License-Identifier: GPL-3.0-or-later
// A real job service over a real store and real folders, with an executor that the test plays by hand and a clock that
// stands still. Everything runs on the test's thread but the store.
#pragma once
#include "callbacks/outbox.h"
#include "fakeclock.h"
#include "fatals/fatalrecorder.h"
#include "jobs/scriptjobs.h"
#include "notify/notifier.h"
#include "waitfor.h"

#include <QTemporaryDir>

namespace kule {

class FakeExecutor final : public Executor
{
    Q_OBJECT
public:
    void prepare(Launch launch, std::shared_ptr<StartGate> gate) override
    {
        prepared.push_back(launch.ref);
        if (onPrepared)
            onPrepared(launch.ref);
        if (opensEarly)
            gate->arm([this, ref = launch.ref] { opened.push_back(ref); });
    }
    void withdraw(AttemptRef ref) override { withdrawn.push_back(std::move(ref)); }
    void launch(Launch launch) override { launches.push_back(std::move(launch)); }
    void stop(AttemptRef ref, StopReason reason) override { stops.emplace_back(std::move(ref), reason); }
    Future<Result<WorkerHealth>> health() override { return answered(Result<WorkerHealth>(WorkerHealth{})); }

    void start(const AttemptRef &ref) { Q_EMIT started(ref, 4711, QStringLiteral("3.11.2"), 1'795'000'000'000); }
    void end(const AttemptRef &ref, Ending::How how, StopReason reason = StopReason::Cancelled)
    {
        Ending ending;
        ending.ref = ref;
        ending.how = how;
        ending.reason = reason;
        ending.endedAt = 1'795'000'001'000;
        ending.result = how == Ending::How::Returned ? "42" : "";
        ending.type = QStringLiteral("ValueError");
        ending.error = verbatim(QStringLiteral("bad value"));
        Q_EMIT ended(ending);
    }

    std::vector<AttemptRef> prepared;
    std::vector<AttemptRef> withdrawn;
    std::function<void(const AttemptRef &)> onPrepared;
    bool opensEarly = false;        ///< a worker is ready before the store is
    std::vector<AttemptRef> opened; ///< written on the store thread, before the answer
    std::vector<Launch> launches;
    std::vector<std::pair<AttemptRef, StopReason>> stops;
};

class FakeRecorder final : public FatalRecorder
{
public:
    Future<Result<RecordedFatal>> write(FatalDraft draft) override
    {
        RecordedFatal recorded;
        recorded.fatal.filename = textOf(Json{{"n", draft.processId}}, "n", QStringLiteral("number")) + QStringLiteral(".txt");
        recorded.fatal.processId = draft.processId;
        recorded.fatal.type = draft.type;
        recorded.fatal.error = draft.error;
        recorded.fatal.job = draft.job;
        recorded.fatal.attempt = draft.attempt;
        recorded.fatal.fingerprint = QStringLiteral("f");
        recorded.body = "{}";
        written.push_back(recorded);
        return answered(Result<RecordedFatal>(recorded));
    }
    void indexed(const RecordedFatal &) override { ++indexedCount; }
    Future<Result<std::vector<RecordedFatal>>> unclaimed(std::vector<std::pair<JobId, int>>) override
    {
        return answered(Result<std::vector<RecordedFatal>>(left));
    }
    std::vector<RecordedFatal> written;
    std::vector<RecordedFatal> left; ///< what unclaimed() finds
    int indexedCount = 0;
};

class FakeOutbox final : public CallbackOutbox
{
public:
    void wake() override { ++wakes; }
    int wakes = 0;
};

class FakeNotifier final : public Notifier
{
    Q_OBJECT
public:
    bool isConfigured() const override { return configured; }
    void trigger(qint64 ticket, QString, QString, QByteArray) override { tickets.push_back(ticket); }
    bool configured = false;
    std::vector<qint64> tickets;
};

/// One life of the job service on a folder; make another on the same folder for what a restart finds.
class JobLife
{
public:
    explicit JobLife(const QTemporaryDir &folder, RunnerLimits limits = {2, 100, 1 << 20}, StoreFault fault = {}, StoreFault indexFault = {});
    ~JobLife();

    /// Lets time go on until the search index is up with the jobs.
    bool catchUp();
    /// process_ids of what the filter shows, newest first; what went wrong instead.
    QStringList found(const QString &query);

    static JobRequest request(const QString &processId, const QString &file = QStringLiteral("good.py"));
    Result<Submitted> submit(const QString &processId) { return waitFor(jobs->submit(request(processId), {QStringLiteral("tester")})); }
    JobDetail detail(const JobId &id) { return waitFor(jobs->find(id)).value_or(JobDetail{}); }
    JobState state(const JobId &id) { return detail(id).job.state; }

    FakeClock clock;
    QObject anchor;
    std::unique_ptr<Clock::Timer> reopening;
    FakeExecutor executor;
    FakeRecorder fatals;
    FakeOutbox outbox;
    FakeNotifier notifier;
    std::unique_ptr<Store> store; ///< null when it could not be opened
    std::unique_ptr<JobSearch> search;
    std::unique_ptr<ScriptJobs> jobs;
    std::vector<Job> seen; ///< every changed()
};

} // namespace kule
