// SPDX-License-Identifier: GPL-3.0-or-later
// One attempt from its preparation until its process has ended: reads what the worker says, keeps its output, enforces
// the stop, and makes the Ending. Thread: python. Ends exactly once. No secret that the redactor knows gets past it.
#pragma once
#include "jobs/executors/executor.h"
#include "python/interpreter.h"
#include "python/logwriter.h"
#include "python/protocol.h"
#include "python/worker.h"
#include "secrets/redactor.h"

namespace kule {

/// An ending of an attempt that never had a process.
Ending notStarted(const AttemptRef &ref, const Clock &clock, const Error &why);
Ending stoppedInQueue(const AttemptRef &ref, const Clock &clock, StopReason reason);

class RunningAttempt final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Interpreter interpreter;
        QString seleniumUrl;
        QStringList roots;
        Milliseconds grace; ///< between the polite signal and the kill
        std::function<bool()> hasKernelKilled; ///< whether the kernel has killed a process for memory since it was last asked
    };
    /// Clock and redactor outlive it.
    RunningAttempt(Launch launch, std::unique_ptr<Worker> worker, Surroundings surroundings, Clock &clock, const Redactor &redactor);
    ~RunningAttempt() override;

    const AttemptRef &ref() const { return m_launch.ref; }
    const Launch &launch() const { return m_launch; }
    /// Hands the worker its order, of which nothing runs until begin() or until the gate is opened, after which begin() follows.
    void prepare(std::shared_ptr<StartGate> gate);
    /// Prepared and not begun: true when nothing of it has run, nor will before begin().
    bool retract() { return !m_gate || m_gate->shut(); }
    /// From here on it may run, prepared or not; connect first. Ends by ended(), or by neverBegan().
    void begin();
    void stop(StopReason reason);
    void kill();

Q_SIGNALS:
    void started(kule::AttemptRef ref, qint64 pid, QString python, qint64 wallMs);
    void progressed(kule::AttemptRef ref, double percent, QString step);
    void triggered(kule::AttemptRef ref, QString channel, QString event, QByteArray data);
    void logGrown(kule::AttemptRef ref, qint64 bytes);
    void ended(kule::Ending ending);
    /// The worker died before it was told to begin or had read its order, so the file has not run: another may. why: its last words.
    void neverBegan(kule::Launch launch, const QString &why);

private:
    void hear(const QByteArray &bytes);
    void handle(const WorkerMessage &message);
    void keep(const QByteArray &output);
    bool hasBegun() const { return m_isReady && m_isTold; }
    QByteArray order() const;
    void finish(ExitStatus status);
    void judge(Ending &ending, ExitStatus status);
    void judgeDeath(Ending &ending, ExitStatus status);
    void giveUp();

    Launch m_launch;
    std::unique_ptr<Worker> m_worker;
    Surroundings m_surroundings;
    Clock &m_clock;
    const Redactor &m_redactor;
    LogWriter m_log;
    FrameDecoder m_decoder;
    std::optional<WorkerEnded> m_said;
    std::optional<StopReason> m_stop;
    bool m_isPrepared = false; ///< the order was sent
    std::shared_ptr<StartGate> m_gate; ///< may have let it run before begin()
    std::optional<ExitStatus> m_early; ///< it ran to its end before begin()
    bool m_isReady = false;    ///< the worker said that it has it
    bool m_isTold = false;     ///< that it may run
    bool m_isKilled = false;
    bool m_isGarbled = false;
    qint64 m_startedAt = 0;
    qint64 m_startedSteady = 0;
    qint64 m_announced = 0; ///< bytes of log
    std::unique_ptr<Clock::Timer> m_killTimer;
    std::unique_ptr<Clock::Timer> m_growthTimer;
};

} // namespace kule
