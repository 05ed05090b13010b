// SPDX-License-Identifier: GPL-3.0-or-later
// Moves open jobs along: from the disk into the line of their kind, from the line to a worker, from the worker's end back to the disk.
// Engine thread only. Nothing runs that is not durably "running", nothing ends before its end is durable; a store that
// refuses is asked again until it takes the end.
#pragma once
#include "base/actor.h"
#include "fatals/fatalrecorder.h"
#include "jobs/executors/executor.h"
#include "jobs/jobqueue.h"
#include "jobs/jobrows.h"
#include "jobs/scriptfiles.h"
#include "store/store.h"

#include <map>

namespace kule {

class CallbackOutbox;
class Notifier;

struct RunnerLimits
{
    int concurrency = 2; ///< scripts at once
    int queueLimit = 10'000; ///< of each kind
    qint64 logCap = 64 * 1024 * 1024;
    int titles = 16; ///< at once
};

struct RunnerParts
{
    Store &store;
    Executor &executor;
    FatalRecorder &fatals;
    CallbackOutbox &callbacks;
    Notifier &notifier;
    Clock &clock;
    QString logFolder;
    Executor *titles = nullptr; ///< runs what is of kind title; null: that kind is refused
};

class JobRunner : public QObject
{
    Q_OBJECT
public:
    JobRunner(RunnerParts parts, RunnerLimits limits);

    /// Takes up what the last engine left: waiting jobs wait on; running ones are failed where their report says so, else
    /// interrupted.
    Future<Done> recover();
    void setLimits(RunnerLimits limits);

    Future<Result<Submitted>> accept(const JobRequest &request, const ScriptFile &script, const Actor &actor);
    Future<Result<Submitted>> acceptAgain(JobDetail ended, const ScriptFile &script, const Actor &actor);
    /// job.already_ended when it is not open.
    Future<Result<Job>> cancel(const JobId &id, const Actor &actor);

    /// The row as it is now, with place in the line and reason for waiting.
    void bringUpToDate(Job &job) const;
    bool isOpen(const JobId &id) { return m_queue.find(id) != nullptr; }
    QString logBase(const JobId &id, int attempt) const;

    /// Interrupts what runs; done once all of it has ended on the disk, or the store refused.
    Future<Done> shutDown();

Q_SIGNALS:
    void changed(kule::Job job);
    void logGrown(kule::JobId id, int attempt, qint64 bytes);
    void eventChanged(kule::JobId id, kule::JobEvent event);

private:
    using WriteRow = std::function<Done(Database &, const OpenJob &, const JobPayload &)>;
    Future<Result<Submitted>> store(OpenJob open, WriteRow writeRow, const Actor &actor, const char *action);
    /// Where jobs of one kind run, and how many of them do.
    struct Lane
    {
        Executor *executor;
        int running = 0; ///< slots taken
    };
    Lane &laneOf(const OpenJob &open) { return m_lanes.at(open.job.kind); }
    Executor &executorOf(const OpenJob &open) { return *laneOf(open).executor; }
    int mostAtOnce(const QByteArray &kind) const { return kind == titleKind ? m_limits.titles : m_limits.concurrency; }
    int running(const QByteArray &kind) const
    {
        const auto lane = m_lanes.find(kind);
        return lane == m_lanes.end() ? 0 : lane->second.running;
    }
    bool hasSlot(const QByteArray &kind) const { return running(kind) < mostAtOnce(kind); }
    void listenTo(const QByteArray &kind, Executor &executor);
    std::optional<Error> refusal(const OpenJob &open) const;
    void afterStoring(const JobId &id, const Done &stored);
    void dispatch();
    void dispatch(const QByteArray &kind);
    void reserve(OpenJob &open);
    void prepare(OpenJob &open);
    bool hasGone(const OpenJob &open) const { return open.gate && !open.gate->shut(); }
    void giveBack(const OpenJob &open);
    void launch(const JobId &id);
    void launchWith(OpenJob &open);
    Launch launchOf(const OpenJob &open) const;
    void dropPayloadIfCrowded(OpenJob &open);

    void onStarted(const AttemptRef &ref, qint64 pid, const QString &python, qint64 wallMs);
    void onProgressed(const AttemptRef &ref, double percent, const QString &step);
    void tellProgress(OpenJob &open);
    void onTriggered(const AttemptRef &ref, const QString &channel, const QString &event, const QByteArray &data);
    void onDelivered(qint64 ticket, const QString &error);
    void onEnded(const Ending &ending);
    void endUnstarted(OpenJob &open, JobState state);
    void persistEnd(const JobId &id, jobrows::AttemptEnd end, std::optional<RecordedFatal> fatal);
    void forget(const JobId &id);
    OpenJob *current(const AttemptRef &ref);
    void announce(OpenJob &open);

    const RunnerParts m_parts;
    RunnerLimits m_limits;
    JobQueue m_queue;
    std::map<QByteArray, Lane> m_lanes; ///< by kind; never changes after construction
    qint64 m_nextSeq = 1;
    qsizetype m_waitingBytes = 0;
    qint64 m_nextTicket = 1;
    QHash<qint64, std::pair<JobId, JobEvent>> m_tickets;
    std::unique_ptr<Clock::Timer> m_nextDispatch; ///< set while the store refuses
    std::optional<Promise<Done>> m_stopping;
};

} // namespace kule
