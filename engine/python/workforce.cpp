// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/workforce.h"

#include "python/workerfiles.h"
#include "secrets/environmentstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTimer>

#include <algorithm>

namespace kule {

QByteArray cookieOf(const QString &dataFolder)
{
    const QString canonical = QDir(dataFolder).canonicalPath();
    return QCryptographicHash::hash((canonical.isEmpty() ? dataFolder : canonical).toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
}

namespace {

constexpr char engineVariable[] = "KULE_ENGINE";
constexpr int mostOrdered = 64; ///< processes on their way at a time
constexpr int mostKnown = 64; ///< files that a source has ready, as script.py: MOST_KNOWN
constexpr qsizetype longestKnown = 32 * 1024; ///< bytes; the source makes no workers while it compiles
constexpr int tolerated = 3; ///< failures in a row before launches are told
constexpr Milliseconds leastBackoff{100};
constexpr Milliseconds mostBackoff{30'000};

std::pair<QString, int> keyOf(const AttemptRef &ref)
{
    return {ref.job.value, ref.number};
}

QProcessEnvironment workerEnvironment(const QString &dataFolder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // A job is other people's code: what opens our doors is not for it.
    const QStringList variables = environment.keys();
    for (const QString &variable : variables) {
        if (isWithheld(variable))
            environment.remove(variable);
    }
    environment.insert(QString::fromLatin1(engineVariable), QString::fromLatin1(cookieOf(dataFolder)));
    return environment;
}

Error brokenError(const QString &interpreter, const QString &why)
{
    return fail(ErrorKind::Unavailable, "python.broken",
                text(QT_TRANSLATE_NOOP("Engine", "%1 does not work as a Python interpreter (%2). Repair it, or name another in the settings."),
                     interpreter, why.isEmpty() ? QStringLiteral("it ended at once") : why))
        .value();
}

} // namespace

int sweepOrphans(const QString &dataFolder)
{
    return sweepProcesses(engineVariable, cookieOf(dataFolder));
}

Workforce::Workforce(LocalExecutorOptions options, Clock &clock, const Redactor &redactor)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_redactor(redactor)
    , m_kernelKills(kernelMemoryKills())
{
}

Workforce::~Workforce() = default;

void Workforce::configure(LocalExecutorOptions options)
{
    const bool isOther = !m_interpreter || options.python != m_options.python || options.mode != m_options.mode;
    m_options = std::move(options);
    if (isOther)
        return find();
    while (static_cast<int>(m_idle.size()) > std::max(1, m_options.warm))
        m_idle.pop_back();
    refill();
}

void Workforce::find()
{
    m_isFinding = true;
    whenDone(findInterpreter(m_options.python, this, m_clock), this, [this, generation = ++m_generation](const Result<Interpreter> &answer) {
        if (generation == m_generation)
            found(answer);
    });
}

void Workforce::found(const Result<Interpreter> &interpreter)
{
    m_isFinding = false;
    if (!interpreter)
        return failed(interpreter.error());
    m_interpreter = *interpreter;
    makeSource();
}

void Workforce::makeSource()
{
    const auto folder = layOutWorkerFiles(m_options.dataFolder + QStringLiteral("/runtime"));
    if (!folder)
        return failed(folder.error());
    m_idle.clear();
    std::erase_if(m_prepared, [](const auto &item) { return item.second->retract(); });
    if (m_source) {
        m_source->disconnect(this);
        m_retired.push_back(std::move(m_source));
    }
    const WorkerSetup setup{m_interpreter->path, *folder, workerEnvironment(m_options.dataFolder)};
    if (m_options.mode == WorkerMode::Fork)
        m_source = makeForkServer(setup);
    if (!m_source)
        m_source = makeSpawnPool(setup);
    connect(m_source.get(), &WorkerSource::ready, this, [this](Worker *worker) { welcome(std::unique_ptr<Worker>(worker)); });
    connect(m_source.get(), &WorkerSource::broke, this, &Workforce::sourceBroke);
    m_ordered = m_failures = 0;
    m_starts.clear();
    m_problem.reset();
    m_backoff.reset();
    refill();
    Q_EMIT healthChanged(health());
}

void Workforce::refill()
{
    if (!m_source || m_backoff || m_whenDown)
        return;
    const int wanted = std::max(1, m_options.warm) + static_cast<int>(m_waiting.size()) - static_cast<int>(m_idle.size());
    const int missing = std::min(wanted, mostOrdered) - m_ordered;
    if (missing <= 0)
        return;
    m_ordered += missing;
    m_source->order(missing);
}

void Workforce::welcome(std::unique_ptr<Worker> worker)
{
    m_ordered = std::max(0, m_ordered - 1);
    connect(worker.get(), &Worker::exited, this, [this, idle = worker.get()] { lose(idle); });
    m_idle.push_back(std::move(worker));
    dispatch();
}

void Workforce::lose(Worker *idle)
{
    const auto found = std::find_if(m_idle.begin(), m_idle.end(), [idle](const auto &worker) { return worker.get() == idle; });
    if (found == m_idle.end())
        return;
    found->release()->deleteLater();
    m_idle.erase(found);
    backOff(); // one that dies before it was used says that something is wrong: it is replaced, but not in a hurry
}

void Workforce::sourceBroke(const QString &why)
{
    m_ordered = 0; // all that was ordered is void
    m_starts.clear();
    backOff();
    if (m_failures >= tolerated && !m_whenDown)
        failed(brokenError(m_interpreter->path, why));
}

void Workforce::backOff()
{
    if (m_backoff || m_whenDown)
        return;
    ++m_failures;
    const auto delay = m_failures == 1 ? Milliseconds(0) : std::min(mostBackoff, leastBackoff * (1 << std::min(m_failures - 2, 10)));
    const auto again = [this] {
        m_backoff.reset();
        refill();
    };
    m_backoff = m_clock.after(delay, this, again);
    if (delay == Milliseconds(0))
        post(this, again);
}

void Workforce::failed(Error why)
{
    m_problem = std::move(why);
    const auto waiting = std::exchange(m_waiting, {});
    for (const Launch &launch : waiting)
        Q_EMIT ended(notStarted(launch.ref, m_clock, *m_problem));
    Q_EMIT healthChanged(health());
}

// As good as it goes: launch() finds it, or does without.
void Workforce::prepare(Launch launch, std::shared_ptr<StartGate> gate)
{
    if (m_whenDown || m_idle.empty() || !m_waiting.empty())
        return;
    const AttemptRef ref = launch.ref;
    auto attempt = attemptOf(std::move(launch));
    connect(attempt.get(), &RunningAttempt::neverBegan, this, [this, ref] { withdraw(ref); });
    attempt->prepare(std::move(gate));
    m_prepared.insert_or_assign(keyOf(ref), std::move(attempt));
    refill();
}

void Workforce::withdraw(const AttemptRef &ref)
{
    const auto prepared = m_prepared.find(keyOf(ref));
    if (prepared == m_prepared.end())
        return;
    prepared->second.release()->deleteLater(); // it may be speaking
    m_prepared.erase(prepared);
}

void Workforce::launch(Launch launch)
{
    if (auto prepared = m_prepared.extract(keyOf(launch.ref)); prepared && !m_whenDown) {
        prepared.mapped()->disconnect(this);
        return run(std::move(prepared.mapped()));
    }
    if (m_whenDown) {
        Q_EMIT ended(stoppedInQueue(launch.ref, m_clock, StopReason::ShuttingDown));
        return;
    }
    m_waiting.push_back(std::move(launch));
    if ((!m_source || m_problem) && !m_isFinding)
        find(); // what was missing may be there by now
    dispatch();
}

void Workforce::dispatch()
{
    while (!m_waiting.empty() && !m_idle.empty()) {
        Launch next = std::move(m_waiting.front());
        m_waiting.pop_front();
        run(attemptOf(std::move(next)));
    }
    refill();
}

std::unique_ptr<RunningAttempt> Workforce::attemptOf(Launch launch)
{
    auto worker = std::move(m_idle.front());
    m_idle.pop_front();
    worker->disconnect(this);
    const auto hasKernelKilled = [this] {
        const auto before = std::exchange(m_kernelKills, kernelMemoryKills());
        return before && m_kernelKills && *m_kernelKills > *before;
    };
    return std::make_unique<RunningAttempt>(
        std::move(launch), std::move(worker),
        RunningAttempt::Surroundings{*m_interpreter, m_options.seleniumUrl, m_options.scriptRoots, m_options.grace, hasKernelKilled}, m_clock, m_redactor);
}

void Workforce::run(std::unique_ptr<RunningAttempt> attempt)
{
    connect(attempt.get(), &RunningAttempt::started, this, &Workforce::started);
    connect(attempt.get(), &RunningAttempt::started, this, [this] {
        m_failures = 0;
        m_problem.reset();
    });
    connect(attempt.get(), &RunningAttempt::started, this, [this, path = attempt->launch().path, source = attempt->launch().source] { countStart(path, source); });
    connect(attempt.get(), &RunningAttempt::neverBegan, this, &Workforce::tryAgain);
    connect(attempt.get(), &RunningAttempt::progressed, this, &Workforce::progressed);
    connect(attempt.get(), &RunningAttempt::triggered, this, &Workforce::triggered);
    connect(attempt.get(), &RunningAttempt::logGrown, this, &Workforce::logGrown);
    connect(attempt.get(), &RunningAttempt::ended, this, &Workforce::finish);
    auto &running = m_running[keyOf(attempt->ref())];
    running = std::move(attempt);
    running->begin();
}

// Learnt is what a worker has survived to compile, and what comes a second time: the source serves all jobs.
void Workforce::countStart(const QString &path, const QByteArray &source)
{
    if (source.size() > longestKnown)
        return;
    const std::pair file(path, source);
    if (m_starts.size() >= mostKnown && !m_starts.contains(file))
        m_starts.clear();
    if (++m_starts[file] == 2)
        m_source->learn(path, source);
}

void Workforce::finish(const Ending &ending)
{
    forget(ending.ref);
    Q_EMIT ended(ending);
    checkIfDown();
}

void Workforce::forget(const AttemptRef &ref)
{
    m_tries.remove(ref);
    const auto running = m_running.find(keyOf(ref));
    if (running == m_running.end())
        return;
    running->second.release()->deleteLater(); // it is speaking
    m_running.erase(running);
    post(this, [this] { // a retired one may be speaking, too
        if (m_running.empty() && m_prepared.empty())
            m_retired.clear();
    });
}

void Workforce::tryAgain(Launch launch, const QString &why)
{
    const int tries = m_tries.value(launch.ref) + 1;
    forget(launch.ref);
    if (m_whenDown || tries >= tolerated) {
        Q_EMIT ended(m_whenDown ? stoppedInQueue(launch.ref, m_clock, StopReason::ShuttingDown)
                                : notStarted(launch.ref, m_clock, brokenError(m_interpreter->path, why)));
        return checkIfDown();
    }
    m_tries.insert(launch.ref, tries);
    m_waiting.push_front(std::move(launch));
    backOff();
    dispatch();
}

void Workforce::stop(const AttemptRef &ref, StopReason reason)
{
    const auto running = m_running.find(keyOf(ref));
    if (running != m_running.end())
        return running->second->stop(reason);
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(), [&ref](const Launch &launch) { return launch.ref == ref; });
    if (waiting == m_waiting.end())
        return;
    m_waiting.erase(waiting);
    Q_EMIT ended(stoppedInQueue(ref, m_clock, reason));
}

WorkerHealth Workforce::health() const
{
    WorkerHealth health;
    if (m_interpreter) {
        health.interpreter = m_interpreter->path;
        health.version = m_interpreter->version;
        health.hasSelenium = m_interpreter->hasSelenium;
    }
    health.warm = static_cast<int>(m_idle.size());
    health.problem = m_problem;
    return health;
}

void Workforce::shutDown(std::function<void()> done)
{
    m_whenDown = std::move(done);
    m_prepared.clear();
    const auto waiting = std::exchange(m_waiting, {});
    for (const Launch &launch : waiting)
        Q_EMIT ended(stoppedInQueue(launch.ref, m_clock, StopReason::ShuttingDown));
    for (const auto &[key, attempt] : m_running)
        attempt->stop(StopReason::ShuttingDown);
    // Real time: whoever shuts down waits, whatever a test's clock says.
    QTimer::singleShot(2000, this, [this] {
        for (const auto &[key, attempt] : m_running)
            attempt->kill();
    });
    QTimer::singleShot(2800, this, [this] {
        if (auto down = std::exchange(m_whenDown, {}))
            down();
    });
    checkIfDown();
}

void Workforce::checkIfDown()
{
    if (m_whenDown && m_running.empty())
        std::exchange(m_whenDown, {})();
}

} // namespace kule
