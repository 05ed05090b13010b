// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of BotFleet: logs, what mends a conflict, virtual environments, Procfiles, and what comes from outside.
#include "activity/activitylog.h"
#include "bots/botfleet.h"
#include "bots/script/procfile.h"
#include "bots/telegram/telegramclient.h"
#include "net/qthttpclient.h"

#include <QDir>
#include <QPointer>

namespace kule {
namespace {

Error absent(const BotId &id)
{
    return {ErrorKind::NotFound, "bot.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no bot %1. Load the list again."), id.value.left(100)), nullptr, std::nullopt};
}

} // namespace

const char *wordOf(BotEnvironment::State state)
{
    switch (state) {
    case BotEnvironment::State::None:
        return "none";
    case BotEnvironment::State::Making:
        return "making";
    case BotEnvironment::State::Ready:
        return "ready";
    case BotEnvironment::State::Failed:
        return "failed";
    }
    return "";
}

const char *wordOf(ImportedLine::Outcome outcome)
{
    switch (outcome) {
    case ImportedLine::Outcome::Created:
        return "created";
    case ImportedLine::Outcome::Kept:
        return "kept";
    case ImportedLine::Outcome::Refused:
        return "refused";
    }
    return "";
}

void BotFleet::noteCondition(const BotId &id)
{
    const auto condition = m_supervisor.conditionOf(id);
    auto &last = m_noted[id];
    if (last == std::pair(condition.state, condition.reason))
        return;
    last = {condition.state, condition.reason};
    QString line = QString::fromLatin1(wordOf(condition.state));
    if (const QString name = m_bots.value(id).username; condition.state == BotState::Running && !name.isEmpty())
        line += QStringLiteral(" as @") + name;
    if (!condition.reason.source.isEmpty())
        line += QStringLiteral(": ") + condition.reason.english();
    m_parts.logs.note(id, line);
}

void BotFleet::follow(const QString &secret)
{
    if (m_written.remove(secret))
        return;
    for (const Bot &bot : std::as_const(m_bots)) {
        if (secret == secretname::botToken(bot.id.value) && bot.wish == BotWish::Running) {
            m_parts.logs.note(bot.id, QStringLiteral("its token was changed"));
            return m_supervisor.restart(bot.id);
        }
    }
}

Future<Done> BotFleet::inspect(const Bot &bot)
{
    if (bot.kind != BotKind::Script)
        return answered(Done());
    return onPool(m_parts.disk, [config = bot.config, roots = m_parts.ground().roots]() -> Done {
        const auto read = scriptConfigOf(config);
        return read ? locateScript(*read, roots).map([](const ScriptPlace &) {}) : Done(fail(read.error()));
    });
}

Future<Done> BotFleet::keep(const BotId &id, SecretPtr token, const Actor &actor)
{
    if (!token)
        return answered(Done());
    const QString name = secretname::botToken(id.value);
    m_written.insert(name);
    const auto written = m_parts.secrets.write(name, std::move(token), actor);
    whenDone(written, this, [this, name](const Done &done) {
        if (!done)
            m_written.remove(name); // nobody was told of it
    });
    return written;
}

Future<Done> BotFleet::noted(const BotId &id, const char *action, const QString &detail, const Actor &actor)
{
    return m_parts.store.write([=, now = m_parts.clock.wallMs()](Database &database) { return ActivityLog::note(database, now, actor, action, id.value, detail); });
}

Future<Result<LogSlice>> BotFleet::log(BotId id, qint64 offset, qint64 limit)
{
    return ask(this, [this, id = std::move(id), offset, limit] { return m_bots.contains(id) ? m_parts.logs.read(id, offset, limit) : answered(Result<LogSlice>(fail(absent(id)))); });
}

Future<Result<LogSlice>> BotFleet::logTail(BotId id, qint64 bytes)
{
    return ask(this, [this, id = std::move(id), bytes] { return m_bots.contains(id) ? m_parts.logs.tail(id, bytes) : answered(Result<LogSlice>(fail(absent(id)))); });
}

Future<Done> BotFleet::mend(BotDeed deed, const BotConflict &conflict, SecretPtr token)
{
    switch (deed) {
    case BotDeed::StopProcess:
        return m_parts.detective.stopProcess(conflict.pid, std::move(token));
    case BotDeed::StopDyno:
        return m_parts.detective.stopDyno(conflict.app, std::move(token));
    case BotDeed::DeleteWebhook: {
        // Lives until it has its answer.
        const auto http = std::make_shared<QtHttpClient>(m_parts.clock);
        const auto done = TelegramClient(*http, m_parts.ground().telegramBase, std::move(token)).deleteWebhook();
        whenDone(done, this, [http](const Done &) {});
        return done;
    }
    case BotDeed::RunInDev: // a change like any other
        break;
    }
    return answered(Done());
}

Future<Result<BotView>> BotFleet::resolve(BotId id, BotDeed deed, Actor actor)
{
    return ask(this, [this, id = std::move(id), deed, actor = std::move(actor)]() -> Future<Result<BotView>> {
        const auto bot = m_bots.constFind(id);
        if (bot == m_bots.cend())
            return answered(Result<BotView>(fail(absent(id))));
        const BotView view = viewOf(*bot);
        if (std::find(view.deeds.begin(), view.deeds.end(), deed) == view.deeds.end())
            return answered(Result<BotView>(fail(ErrorKind::Conflict, "bot.no_conflict", text(QT_TRANSLATE_NOOP("Engine", "This is not what stands in the bot's way now. Load the list again.")))));
        if (deed == BotDeed::RunInDev) {
            BotDraft dev;
            dev.mode = BotMode::Dev;
            return change(id, std::move(dev), actor);
        }
        const Promise<Result<BotView>> promise;
        whenDone(m_parts.secrets.read(secretname::botToken(id.value)), this, [=, this, conflict = view.condition.conflict.value_or(BotConflict())](const Result<SecretPtr> &token) {
            if (!token)
                return promise.answer(fail(token.error()));
            whenDone(mend(deed, conflict, *token), this, [=, this](const Done &done) {
                if (!done)
                    return promise.answer(fail(done.error()));
                m_parts.logs.note(id, QStringLiteral("resolved by %1: %2").arg(actor.name, QString::fromLatin1(wordOf(deed))));
                whenDone(noted(id, "bot.resolve", QString::fromLatin1(wordOf(deed)), actor), this, [=, this](const Done &stored) {
                    if (m_bots.value(id).wish == BotWish::Running)
                        m_supervisor.start(id);
                    promise.answer(stored ? Result<BotView>(viewOf(m_bots.value(id))) : Result<BotView>(fail(stored.error())));
                });
            });
        });
        return promise.future();
    });
}

void BotFleet::lookForEnvironment(const BotId &id)
{
    const auto looking = onPool(m_parts.disk, [folder = environmentsOf(id)]() -> Result<QString> { return environments::pythonIn(folder); });
    whenDone(looking, this, [this, id](const Result<QString> &python) {
        if (!m_bots.contains(id) || m_makers.contains(id) || python.value_or(QString()).isEmpty())
            return;
        m_environments[id] = {BotEnvironment::State::Ready, {}};
        Q_EMIT changed(viewOf(m_bots.value(id)));
    });
}

Future<Result<BotView>> BotFleet::makeEnvironment(BotId id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)]() -> Future<Result<BotView>> {
        const auto refuse = [](Error error) { return answered(Result<BotView>(fail(std::move(error)))); };
        if (!m_bots.contains(id))
            return refuse(absent(id));
        const auto config = scriptConfigOf(m_bots.value(id).config);
        if (m_bots.value(id).kind != BotKind::Script || !config || !isPythonProgram(config->command.first()))
            return refuse({ErrorKind::Conflict, "bot.no_python", text(QT_TRANSLATE_NOOP("Engine", "This bot is no Python script, so it has no virtual environment.")), nullptr, std::nullopt});
        if (m_makers.contains(id))
            return refuse({ErrorKind::Conflict, "bot.environment_busy", text(QT_TRANSLATE_NOOP("Engine", "Its virtual environment is being made already. Look at its log, or cancel it.")), nullptr, std::nullopt});
        const Ground ground = m_parts.ground();
        auto &maker = m_makers[id];
        maker = std::make_unique<EnvironmentMaker>(EnvironmentMaker::Order{id, *config, ground.roots, ground.python, environmentsOf(id), ground.cookie}, m_parts.clock, m_parts.logs, m_parts.disk);
        // Later: it says so from within, and is destroyed for it.
        connect(maker.get(), &EnvironmentMaker::made, this, [this, id, one = maker.get()] { post(this, [this, id, one = QPointer(one)] {
            if (one)
                environmentFinished(id, {});
        }); });
        connect(maker.get(), &EnvironmentMaker::failed, this, [this, id, one = maker.get()](const Error &error) { post(this, [this, id, error, one = QPointer(one)] {
            if (one)
                environmentFinished(id, fail(error));
        }); });
        m_environments[id] = {BotEnvironment::State::Making, {}};
        maker->start();
        Q_EMIT changed(viewOf(m_bots.value(id)));
        const Promise<Result<BotView>> promise;
        whenDone(noted(id, "bot.environment", m_bots.value(id).name, actor), this, [this, id, promise](const Done &stored) { promise.answer(stored ? Result<BotView>(viewOf(m_bots.value(id))) : Result<BotView>(fail(stored.error()))); });
        return promise.future();
    });
}

void BotFleet::environmentFinished(const BotId &id, const Done &result)
{
    if (m_makers.erase(id) == 0 || !m_bots.contains(id))
        return;
    m_environments[id] = result ? BotEnvironment{BotEnvironment::State::Ready, {}} : BotEnvironment{BotEnvironment::State::Failed, result.error().message};
    m_parts.logs.note(id, result ? QStringLiteral("the virtual environment is ready; the bot takes it with its next start") : result.error().message.english());
    Q_EMIT changed(viewOf(m_bots.value(id)));
}

Future<Result<BotView>> BotFleet::cancelEnvironment(BotId id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)]() -> Future<Result<BotView>> {
        if (!m_bots.contains(id))
            return answered(Result<BotView>(fail(absent(id))));
        if (!m_makers.contains(id))
            return answered(Result<BotView>(fail(ErrorKind::Conflict, "bot.no_environment", text(QT_TRANSLATE_NOOP("Engine", "No virtual environment is being made for this bot.")))));
        const Promise<Result<BotView>> promise;
        environmentFinished(id, fail(ErrorKind::Conflict, "bot.environment_cancelled", text(QT_TRANSLATE_NOOP("Engine", "It was cancelled."))));
        lookForEnvironment(id); // the one before it, if there is one
        whenDone(noted(id, "bot.environment_cancel", m_bots.value(id).name, actor), this, [this, id, promise](const Done &stored) { promise.answer(stored ? Result<BotView>(viewOf(m_bots.value(id))) : Result<BotView>(fail(stored.error()))); });
        return promise.future();
    });
}

Future<Result<std::vector<ImportedLine>>> BotFleet::importProcfile(ProcfileImport what, Actor actor)
{
    return ask(this, [this, what = std::move(what), actor = std::move(actor)] {
        const auto lines = std::make_shared<std::vector<ImportedLine>>();
        const Promise<Result<std::vector<ImportedLine>>> promise;
        whenDone(importLines(lines, readProcfile(what.procfile, what.folder), actor), this, [lines, promise](const Done &done) {
            promise.answer(done ? Result<std::vector<ImportedLine>>(*lines) : Result<std::vector<ImportedLine>>(fail(done.error())));
        });
        return promise.future();
    });
}

Future<Done> BotFleet::importLines(const std::shared_ptr<std::vector<ImportedLine>> &done, std::vector<ProcfileLine> left, const Actor &actor)
{
    // One after the other, so that the list has the file's order.
    while (!left.empty()) {
        const ProcfileLine line = left.front();
        left.erase(left.begin());
        ImportedLine &made = done->emplace_back();
        made.number = line.number;
        made.text = line.text;
        made.name = line.name;
        made.reason = line.problem;
        if (!line.problem.source.isEmpty())
            continue;
        const auto known = std::find_if(m_bots.cbegin(), m_bots.cend(), [&line](const Bot &bot) { return bot.name == line.name; });
        if (known != m_bots.cend()) {
            made.outcome = ImportedLine::Outcome::Kept;
            made.bot = known->id;
            made.reason = text(QT_TRANSLATE_NOOP("Engine", "There is a bot of this name already; it was left as it is."));
            continue;
        }
        BotDraft draft;
        draft.name = line.name;
        draft.kind = BotKind::Script;
        draft.config = line.config;
        const Promise<Done> promise;
        whenDone(create(std::move(draft), actor), this, [this, done, left = std::move(left), actor, promise](const Result<BotView> &view) mutable {
            ImportedLine &last = done->back();
            last.outcome = view ? ImportedLine::Outcome::Created : ImportedLine::Outcome::Refused;
            if (view)
                last.bot = view->bot.id;
            else
                last.reason = view.error().message;
            whenDone(importLines(done, std::move(left), actor), this, promise);
        });
        return promise.future();
    }
    return answered(Done());
}

Future<Done> BotFleet::deliver(BotId id, QByteArray secret, QByteArray body)
{
    return ask(this, [this, id = std::move(id), secret = std::move(secret), body = std::move(body)] {
        if (!m_bots.contains(id))
            return answered(Done(fail(absent(id))));
        return m_supervisor.deliver(id, secret, body);
    });
}

} // namespace kule
