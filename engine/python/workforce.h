// SPDX-License-Identifier: GPL-3.0-or-later
// The workers of one engine: finds the interpreter, keeps idle workers ready, gives each launch one, starts over when the
// warm parent dies. Thread: python. Each launch gets exactly one ended(), also from shutDown().
#pragma once
#include "python/attempt.h"

#include <QHash>

#include <deque>
#include <map>

namespace kule {

enum class WorkerMode { Fork, Spawn };

struct LocalExecutorOptions
{
    QString python;           ///< path or name; empty: the first usable one
    WorkerMode mode = WorkerMode::Fork; ///< where there is no fork, Spawn is taken
    int warm = 4;             ///< idle workers kept ready, at least 1
    QString seleniumUrl;      ///< of a hub; empty: a local browser
    QStringList scriptRoots;  ///< frames of files below them are the user's own
    QString dataFolder;       ///< workers are marked with it, so that a later engine on it finds left-overs
    Milliseconds grace{10'000}; ///< between the polite signal and the kill
};

/// Names the data folder, and nothing else, to those who see the environment of what was started.
QByteArray cookieOf(const QString &dataFolder);
/// Kills the processes that a former engine on this data folder left behind; how many. Before the first worker starts.
int sweepOrphans(const QString &dataFolder);

class Workforce final : public QObject
{
    Q_OBJECT
public:
    Workforce(LocalExecutorOptions options, Clock &clock, const Redactor &redactor);
    ~Workforce() override;

    void configure(LocalExecutorOptions options);
    void prepare(Launch launch, std::shared_ptr<StartGate> gate);
    void withdraw(const AttemptRef &ref);
    void launch(Launch launch);
    void stop(const AttemptRef &ref, StopReason reason);
    WorkerHealth health() const;
    /// Stops everything; calls done when all has ended, within 3 s of real time.
    void shutDown(std::function<void()> done);

Q_SIGNALS:
    void started(kule::AttemptRef ref, qint64 pid, QString python, qint64 wallMs);
    void progressed(kule::AttemptRef ref, double percent, QString step);
    void triggered(kule::AttemptRef ref, QString channel, QString event, QByteArray data);
    void logGrown(kule::AttemptRef ref, qint64 bytes);
    void ended(kule::Ending ending);
    void healthChanged(kule::WorkerHealth health);

private:
    void find();
    void found(const Result<Interpreter> &interpreter);
    void makeSource();
    void refill();
    void welcome(std::unique_ptr<Worker> worker);
    void lose(Worker *idle);
    void sourceBroke(const QString &why);
    void backOff();
    void failed(Error why);
    void dispatch();
    void run(std::unique_ptr<RunningAttempt> attempt);
    std::unique_ptr<RunningAttempt> attemptOf(Launch launch);
    void countStart(const QString &path, const QByteArray &source);
    void finish(const Ending &ending);
    void tryAgain(Launch launch, const QString &why);
    void forget(const AttemptRef &ref);
    void checkIfDown();

    LocalExecutorOptions m_options;
    Clock &m_clock;
    const Redactor &m_redactor;
    std::optional<Interpreter> m_interpreter;
    std::optional<Error> m_problem;
    bool m_isFinding = false;
    int m_generation = 0; ///< of the search for an interpreter; an older answer is dropped
    std::unique_ptr<WorkerSource> m_source;
    std::vector<std::unique_ptr<WorkerSource>> m_retired; ///< of former options; their workers may still run
    int m_ordered = 0;
    int m_failures = 0; ///< of the source, in a row
    std::unique_ptr<Clock::Timer> m_backoff;
    std::deque<std::unique_ptr<Worker>> m_idle;
    std::deque<Launch> m_waiting;
    std::map<std::pair<QString, int>, std::unique_ptr<RunningAttempt>> m_prepared; ///< each holds a worker and waits for its launch
    QHash<AttemptRef, int> m_tries; ///< of launches whose worker died before it began
    std::map<std::pair<QString, int>, std::unique_ptr<RunningAttempt>> m_running;
    QHash<std::pair<QString, QByteArray>, int> m_starts; ///< of each file as it was, by workers of the source; some of the latest
    std::optional<qint64> m_kernelKills;
    std::function<void()> m_whenDown;
};

} // namespace kule
