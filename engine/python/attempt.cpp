// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/attempt.h"

#include "logs/logreader.h"

#include <algorithm>

namespace kule {
namespace {

constexpr Milliseconds growthPause{100};
constexpr Milliseconds afterEnd{10'000}; ///< for what the script registered to run at exit
constexpr Milliseconds shutdownGrace{2'000};
constexpr int channelLost = 97;          // job.py: CHANNEL_LOST
constexpr qsizetype roomyOrder = 64 * 1024; ///< bytes: its channel has room for a word more
constexpr int tailLines = 200;
constexpr int sigKill = 9;

void markStopped(Ending &ending, StopReason reason)
{
    ending.how = Ending::How::Stopped;
    ending.reason = reason;
    switch (reason) {
    case StopReason::Cancelled:
        ending.type = QStringLiteral("Cancelled");
        ending.error = text(QT_TRANSLATE_NOOP("Engine", "The job was cancelled."));
        break;
    case StopReason::TimedOut:
        ending.type = QStringLiteral("TimeoutExpired");
        ending.error = text(QT_TRANSLATE_NOOP("Engine", "The job did not end in its time and was stopped."));
        break;
    case StopReason::ShuttingDown:
        ending.type = QStringLiteral("Interrupted");
        ending.error = text(QT_TRANSLATE_NOOP("Engine", "The engine was shut down while the job was running."));
        break;
    }
}

/// What faulthandler wrote at the end of the log.
QString crashStack(const QStringList &tail)
{
    for (qsizetype i = tail.size() - 1; i >= 0; --i) {
        if (tail[i].startsWith(QLatin1String("Fatal Python error")))
            return tail.mid(i).join(QLatin1Char('\n'));
    }
    return {};
}

} // namespace

Ending notStarted(const AttemptRef &ref, const Clock &clock, const Error &why)
{
    Ending ending;
    ending.ref = ref;
    ending.how = Ending::How::NotStarted;
    ending.type = QString::fromUtf8(why.code);
    ending.error = why.message;
    ending.endedAt = clock.wallMs();
    return ending;
}

Ending stoppedInQueue(const AttemptRef &ref, const Clock &clock, StopReason reason)
{
    Ending ending;
    ending.ref = ref;
    ending.endedAt = clock.wallMs();
    markStopped(ending, reason);
    return ending;
}

RunningAttempt::RunningAttempt(Launch launch, std::unique_ptr<Worker> worker, Surroundings surroundings, Clock &clock, const Redactor &redactor)
    : m_launch(std::move(launch))
    , m_worker(std::move(worker))
    , m_surroundings(std::move(surroundings))
    , m_clock(clock)
    , m_redactor(redactor)
    , m_output(redactor)
    , m_log(m_launch.logBase, m_launch.logCap, clock)
{
    connect(m_worker.get(), &Worker::said, this, &RunningAttempt::hear);
    connect(m_worker.get(), &Worker::printed, this, &RunningAttempt::keep);
    connect(m_worker.get(), &Worker::exited, this, &RunningAttempt::finish);
}

RunningAttempt::~RunningAttempt()
{
    (void)retract();
}

QByteArray RunningAttempt::order() const
{
    return encodeRun({m_launch.ref.job.value, m_launch.path, m_launch.source, m_launch.args, m_launch.kwargs,
                      m_surroundings.seleniumUrl, m_surroundings.roots});
}

void RunningAttempt::prepare(std::shared_ptr<StartGate> gate)
{
    m_isPrepared = true;
    const QByteArray told = order();
    m_worker->tell(told);
    const auto letGo = told.size() <= roomyOrder ? m_worker->teller(encodeGo()) : nullptr;
    if (!gate || !letGo)
        return;
    m_gate = std::move(gate);
    m_gate->arm(letGo);
}

void RunningAttempt::begin()
{
    m_isTold = true;
    m_startedAt = m_clock.wallMs();
    m_startedSteady = m_clock.steadyMs();
    if (!m_isPrepared)
        m_worker->tell(order() + encodeGo());
    else if (retract())
        m_worker->tell(encodeGo());
    hear({});
    if (m_early)
        finish(*m_early);
}

void RunningAttempt::stop(StopReason reason)
{
    if (m_stop || m_said)
        return; // what it said of its end before it was told to stop stands; the timer of that end runs
    m_stop = reason;
    m_worker->askToEnd();
    const Milliseconds grace = reason == StopReason::ShuttingDown ? std::min(m_surroundings.grace, shutdownGrace) : m_surroundings.grace;
    m_killTimer = m_clock.after(grace, this, [this] { kill(); });
}

void RunningAttempt::kill()
{
    m_isKilled = true;
    m_worker->kill();
}

void RunningAttempt::hear(const QByteArray &bytes)
{
    m_decoder.feed(bytes);
    if (!m_isTold)
        return; // nobody listens yet
    while (const auto message = m_decoder.next()) {
        if (m_said)
            continue;
        const auto read = readWorkerMessage(m_redactor.isEmpty() ? *message : m_redactor.redacted(*message));
        if (!read)
            return giveUp();
        handle(*read);
    }
    if (m_decoder.isBroken() && !m_said)
        giveUp();
}

void RunningAttempt::giveUp()
{
    if (m_isGarbled)
        return;
    m_isGarbled = true;
    kill();
}

void RunningAttempt::handle(const WorkerMessage &message)
{
    if (!m_isReady) {
        // Whatever it says first: it has read the order, and so it is the one that runs it.
        m_isReady = true;
        m_launch.source.clear();
        Q_EMIT started(m_launch.ref, m_worker->pid(), m_surroundings.interpreter.name(), m_startedAt);
        if (m_log.size() > 0)
            keep({}); // its output came by another way, and first
    }
    if (const auto *progress = std::get_if<WorkerProgress>(&message)) {
        Q_EMIT progressed(m_launch.ref, progress->percent, progress->step);
    } else if (const auto *trigger = std::get_if<WorkerTrigger>(&message)) {
        Q_EMIT triggered(m_launch.ref, trigger->channel, trigger->event, trigger->data);
    } else if (const auto *last = std::get_if<WorkerEnded>(&message)) {
        m_said = *last;
        if (!m_stop)
            m_killTimer = m_clock.after(afterEnd, this, [this] { m_worker->kill(); });
    }
}

void RunningAttempt::keep(const QByteArray &output)
{
    m_log.append(m_output.feed(output));
    if (m_growthTimer || !hasBegun())
        return;
    m_announced = m_log.size();
    Q_EMIT logGrown(m_launch.ref, m_announced);
    m_growthTimer = m_clock.after(growthPause, this, [this] {
        m_growthTimer.reset();
        if (m_announced != m_log.size())
            keep({});
    });
}

void RunningAttempt::finish(ExitStatus status)
{
    if (!m_isTold && !retract()) {
        m_early = status; // it may have run, so this is its end, of which begin() tells
        return;
    }
    m_killTimer.reset();
    m_growthTimer.reset();
    m_log.append(m_output.finish());
    m_log.close();
    if (!hasBegun() && !m_stop && !m_isGarbled) {
        const QString lastWords = lastLogLines(m_launch.logBase, tailLines).join(QLatin1Char('\n')).right(2000);
        m_log.remove();
        Q_EMIT neverBegan(m_launch, lastWords);
        return;
    }
    if (m_announced != m_log.size())
        Q_EMIT logGrown(m_launch.ref, m_log.size());
    Ending ending;
    ending.ref = m_launch.ref;
    ending.python = m_surroundings.interpreter.name();
    ending.startedAt = m_startedAt;
    ending.endedAt = m_clock.wallMs();
    ending.durationMs = m_clock.steadyMs() - m_startedSteady;
    ending.logBytes = m_log.size();
    judge(ending, status);
    Q_EMIT ended(ending);
}

void RunningAttempt::judge(Ending &ending, ExitStatus status)
{
    if (m_said && m_said->how == WorkerEnded::How::Returned && !m_stop) {
        ending.result = m_said->result;
        ending.resultIsRepr = m_said->resultIsRepr;
        ending.exitCode = 0;
        return;
    }
    if (m_log.size() > 0)
        ending.logTail = lastLogLines(m_launch.logBase, tailLines);
    if (m_said && m_said->how == WorkerEnded::How::Raised) {
        ending.how = m_said->isMemory ? Ending::How::OutOfMemory : Ending::How::Raised;
        ending.type = m_said->type;
        ending.error = verbatim(m_said->error);
        ending.traceback = m_said->traceback;
        ending.chain = m_said->chain;
        ending.frames = m_said->frames;
        ending.exitCode = m_said->exitCode;
    } else {
        judgeDeath(ending, status);
    }
    if (m_stop)
        markStopped(ending, *m_stop);
}

void RunningAttempt::judgeDeath(Ending &ending, ExitStatus status)
{
    ending.exitCode = status.code;
    ending.signal = signalName(status.signal);
    if (m_isGarbled) {
        ending.how = Ending::How::Exited;
        ending.type = QStringLiteral("ProtocolError");
        ending.error = text(QT_TRANSLATE_NOOP("Engine", "The script wrote to the channel of its worker, which is not its own; it was killed."));
    } else if (status.code) {
        ending.how = Ending::How::Exited;
        ending.type = QStringLiteral("ProcessExit");
        ending.error = *status.code == channelLost
            ? text(QT_TRANSLATE_NOOP("Engine", "The script closed the channel of its worker, so how it ended is lost."))
            : text(QT_TRANSLATE_NOOP("Engine", "The process left with status %1 before boot returned."), QString::number(*status.code));
    } else if (status.signal == sigKill && !m_isKilled && m_surroundings.hasKernelKilled()) {
        ending.how = Ending::How::OutOfMemory;
        ending.type = QStringLiteral("OutOfMemory");
        ending.error = text(QT_TRANSLATE_NOOP("Engine", "The system had no memory left and killed the process."));
    } else {
        ending.how = Ending::How::Signalled;
        ending.type = ending.signal;
        ending.error = text(QT_TRANSLATE_NOOP("Engine", "The process was ended by %1."), ending.signal);
        ending.traceback = crashStack(ending.logTail);
    }
}

} // namespace kule
