// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/scriptrun.h"

#include "bots/script/environmentmaker.h"
#include "python/interpreter.h"

#include <QDir>

namespace kule {
namespace {

using Ending = Supervision::Ending;

constexpr char runVariable[] = "KULE_BOT_RUN";

struct Ready
{
    ScriptPlace place;
    QString python; ///< of its virtual environment; empty: it has none
};

Text reasonOf(ExitStatus status)
{
    if (status.signal != 0)
        return text(QT_TRANSLATE_NOOP("Engine", "The script was ended by %1. Its log says why."), signalName(status.signal));
    if (status.code.value_or(0) != 0)
        return text(QT_TRANSLATE_NOOP("Engine", "The script left with exit code %1. Its log says why."), QString::number(*status.code));
    return text(QT_TRANSLATE_NOOP("Engine", "The script ended by itself, which a bot should not. Its log says why."));
}

bool saysConflict(const QByteArray &bytes)
{
    return bytes.contains("Conflict: terminated by other getUpdates request") || bytes.contains("Conflict: can't use getUpdates method while webhook is active");
}

} // namespace

ScriptRun::ScriptRun(Surroundings around, Bot bot)
    : m_around(std::move(around))
    , m_bot(std::move(bot))
    , m_id(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    , m_claim(m_around.secrets, m_around.clock, m_around.lockFolder, m_bot.id)
{
    connect(&m_claim, &BotClaim::held, this, &ScriptRun::begin);
    connect(&m_claim, &BotClaim::waiting, this, &ScriptRun::troubled);
    connect(&m_claim, &BotClaim::refused, this, [this](const Error &error) {
        if (error.code != "bot.runs_elsewhere")
            return end(error.code == "bot.no_lock" ? Ending::Crashed : Ending::Misconfigured, error.message);
        const BotConflict conflict{BotConflict::Who::Kule, error.details.value("pid", qint64(0)), {}, {}};
        Q_EMIT conflicted(conflict);
        end(Ending::Conflict, sentenceOf(conflict));
    });
}

ScriptRun::~ScriptRun()
{
    const bool wasRunning = m_alive > 0;
    m_processes.clear();
    if (wasRunning) // what has left the group too, but nobody waits for that
        m_around.disk.start([id = m_id] { sweepProcesses(runVariable, id); });
}

template <class T, class F>
void ScriptRun::next(Future<Result<T>> future, F f)
{
    whenDone(future, this, [this, f = std::move(f)](const Result<T> &result) {
        if (m_hasEnded)
            return;
        if (!result)
            return end(result.error().kind == ErrorKind::Unavailable ? Ending::Crashed : Ending::Misconfigured, result.error().message);
        f(*result);
    });
}

void ScriptRun::launch()
{
    auto config = scriptConfigOf(m_bot.config);
    if (!config)
        return end(Ending::Misconfigured, config.error().message);
    m_config = std::move(*config);
    m_claim.begin();
}

void ScriptRun::begin(SecretPtr token)
{
    if (m_hasEnded)
        return;
    Q_EMIT troubled({});
    m_token = std::move(token);
    const auto looking = onPool(m_around.disk, [config = m_config, roots = m_around.roots, folder = m_around.environments]() -> Result<Ready> {
        auto place = locateScript(config, roots);
        if (!place)
            return fail(place.error());
        return Ready{std::move(*place), environments::pythonIn(folder)};
    });
    next(looking, [this](const Ready &ready) {
        const QString venv = ready.python.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(ready.python).path() + QStringLiteral("/.."));
        if (!ready.place.program.isEmpty() || !ready.python.isEmpty())
            return start(ready.place, ready.python, venv);
        next(findInterpreter(m_around.python, this, m_around.clock), [this, place = ready.place](const Interpreter &found) { start(place, found.path, {}); });
    });
}

QProcessEnvironment ScriptRun::environmentOf(int number, const QString &venv) const
{
    QProcessEnvironment environment = ScriptProcess::cleanEnvironment();
    for (const auto &[name, value] : m_config.environment)
        environment.insert(name, value);
    if (!venv.isEmpty())
        environments::enter(environment, venv);
    const QString token = QString::fromLatin1(m_token->view());
    environment.insert(m_config.tokenVariable, token);
    environment.insert(QStringLiteral("KULE_BOT_TOKEN"), token);
    environment.insert(QStringLiteral("KULE_BOT_NAME"), m_bot.name);
    environment.insert(QStringLiteral("KULE_BOT_MODE"), QString::fromLatin1(wordOf(m_bot.mode)));
    environment.insert(QStringLiteral("KULE_BOT_NUMBER"), QString::number(number));
    environment.insert(QString::fromLatin1(runVariable), QString::fromLatin1(m_id));
    environment.insert(QString::fromLatin1(botsVariable), QString::fromLatin1(m_around.cookie));
    return environment;
}

void ScriptRun::start(const ScriptPlace &place, const QString &python, const QString &venv)
{
    const QString program = place.program.isEmpty() ? python : place.program;
    // A polling bot never runs twice; behind a webhook of its own it may.
    const int wanted = m_bot.mode == BotMode::Prod ? m_bot.quantity : 1;
    for (int number = 1; number <= wanted; ++number) {
        m_processes.push_back(std::make_unique<ScriptProcess>(ScriptProcess::Order{program, place.arguments, place.folder, environmentOf(number, venv)}));
        ScriptProcess *process = m_processes.back().get();
        connect(process, &ScriptProcess::printed, this, &ScriptRun::hear);
        connect(process, &ScriptProcess::exited, this, [this](ExitStatus status) { processEnded(reasonOf(status)); });
        connect(process, &ScriptProcess::notStarted, this, [this, program](const QString &why) {
            processEnded(text(QT_TRANSLATE_NOOP("Engine", "%1 could not be started: %2. Look whether it is there and may be run."), QDir::toNativeSeparators(program), why));
        });
        connect(process, &ScriptProcess::started, this, [this, process] {
            ++m_alive;
            if (m_ending)
                process->askToEnd(); // it could not be told before
            else if (m_alive == static_cast<int>(m_processes.size()))
                Q_EMIT launched();
        });
    }
    for (const auto &process : m_processes)
        process->start();
    // Only to know its name and whether the token is worth anything: the script goes on whatever becomes of it.
    m_http = std::make_unique<QtHttpClient>(m_around.clock);
    m_telegram = std::make_unique<TelegramClient>(*m_http, m_around.telegramBase, m_token);
    whenDone(m_telegram->getMe(), this, [this](const Result<TelegramUser> &me) {
        if (m_ending || m_hasEnded)
            return;
        if (me)
            return Q_EMIT introduced(me->id, me->username);
        if (faultOf(me.error()) == TelegramFault::Unauthorised)
            endByItself(Ending::Unauthorised, me.error().message);
    });
}

void ScriptRun::hear(const QByteArray &bytes)
{
    m_around.logs.append(m_bot.id, bytes);
    if (m_saidConflict || !saysConflict(bytes))
        return;
    m_saidConflict = true;
    whenDone(m_around.detective.whoPolls(m_token), this, [this](const Result<BotConflict> &conflict) {
        if (m_ending || m_hasEnded)
            return;
        Q_EMIT conflicted(conflict.value_or(BotConflict()));
        Q_EMIT troubled(sentenceOf(conflict.value_or(BotConflict())));
    });
}

void ScriptRun::processEnded(const Text &reason)
{
    m_alive = std::max(0, m_alive - 1);
    if (!m_ending)
        endByItself(Ending::Crashed, reason);
    if (m_alive > 0)
        return;
    // What left the group to go on by itself would be a second poller.
    whenDone(onPool(m_around.disk, [id = m_id]() -> Done {
                 sweepProcesses(runVariable, id);
                 return {};
             }),
             this, [this](const Done &) { end(*m_ending, m_reason); });
}

void ScriptRun::drain()
{
    m_ending = Ending::Drained;
    m_reason = {};
    if (m_processes.empty())
        return end(Ending::Drained, {});
    for (const auto &process : m_processes)
        process->askToEnd();
}

void ScriptRun::endByItself(Ending ending, const Text &reason)
{
    m_ending = ending;
    m_reason = reason;
    m_patience = m_around.clock.after(Supervision::longestDrain, this, [this] {
        for (const auto &process : m_processes)
            process->kill();
    });
    for (const auto &process : m_processes)
        process->askToEnd();
}

Future<Done> ScriptRun::deliver(QByteArray, QByteArray)
{
    return answered(Done(fail(ErrorKind::Unavailable, "bot.not_listening", text(QT_TRANSLATE_NOOP("Engine", "The bot takes nothing now. Send it again later.")))));
}

void ScriptRun::end(Ending ending, const Text &reason)
{
    if (!std::exchange(m_hasEnded, true))
        Q_EMIT ended(ending, reason);
}

} // namespace kule
