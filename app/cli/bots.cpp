// SPDX-License-Identifier: GPL-3.0-or-later
// kule bots: what the bots do; one of them, by its name or id, started, stopped, restarted, scaled, mended or read; and bots made
// of a Procfile.
#include "client.h"
#include "jobtext.h"
#include "logstream.h"
#include "platform/stopsignals.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace kule::cli {
namespace {

const QString botsPath = QStringLiteral("/api/bots");

void declareBots(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("f"), QStringLiteral("follow")}, QCoreApplication::translate("Cli", "logs: keep writing until interrupted."));
    declare(parser, {QStringLiteral("tail")}, QCoreApplication::translate("Cli", "logs: only so many bytes from the end."), "bytes");
    declare(parser, {QStringLiteral("folder")}, QCoreApplication::translate("Cli", "import: the folder of the scripts; else that of the Procfile."), "folder");
    declare(parser, {QStringLiteral("cancel")}, QCoreApplication::translate("Cli", "environment: stop making it."));
    declareLogTime(parser);
}

struct Wanted
{
    Session &session;
    Client &client;
    QString path; ///< of the bot; of all where there is none
    QString word; ///< the last one said
};

QString figure(const Json &bot, const char *key)
{
    const auto found = bot.find(key);
    return found != bot.end() && found->is_number_integer() ? QString::number(found->get<qint64>()) : QString();
}

Result<ExitCode> list(const Wanted &wanted)
{
    const auto bots = wanted.client.get(botsPath);
    if (!bots)
        return fail(bots.error());
    Session &session = wanted.session;
    if (session.out.isJson()) {
        session.out.json(*bots);
        return ExitCode::Ok;
    }
    std::vector<QStringList> rows;
    for (const Json &bot : *bots)
        rows.push_back({textOf(bot, "name"), textOf(bot, "state"), textOf(bot, "kind"), textOf(bot, "username"), figure(bot, "updates_per_minute"), figure(bot, "latency_ms"), figure(bot, "errors_last_hour"),
                        timeText(bot.value("last_update_at", Json())), textOf(bot, "reason")});
    session.out.table({QCoreApplication::translate("Cli", "NAME"), QCoreApplication::translate("Cli", "STATE"), QCoreApplication::translate("Cli", "KIND"),
                       QCoreApplication::translate("Cli", "USERNAME"), QCoreApplication::translate("Cli", "PER MINUTE"), QCoreApplication::translate("Cli", "LATENCY MS"),
                       QCoreApplication::translate("Cli", "ERRORS"), QCoreApplication::translate("Cli", "LAST UPDATE"), QCoreApplication::translate("Cli", "REASON")}, rows);
    return ExitCode::Ok;
}

Result<ExitCode> tellState(const Wanted &wanted, const Result<Json> &bot)
{
    if (!bot)
        return fail(bot.error());
    if (wanted.session.out.isJson())
        wanted.session.out.json(*bot);
    else
        wanted.session.out.line(textOf(*bot, "state"));
    return ExitCode::Ok;
}

Result<ExitCode> start(const Wanted &wanted)
{
    return tellState(wanted, wanted.client.post(wanted.path + QStringLiteral("/start")));
}

Result<ExitCode> stop(const Wanted &wanted)
{
    return tellState(wanted, wanted.client.post(wanted.path + QStringLiteral("/stop")));
}

Result<ExitCode> restart(const Wanted &wanted)
{
    return tellState(wanted, wanted.client.post(wanted.path + QStringLiteral("/restart")));
}

Result<ExitCode> resolve(const Wanted &wanted)
{
    return tellState(wanted, wanted.client.post(wanted.path + QStringLiteral("/resolve"), {{"deed", wanted.word}}));
}

Result<ExitCode> scale(const Wanted &wanted)
{
    bool isNumber = false;
    const int quantity = wanted.word.toInt(&isNumber);
    if (!isNumber)
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not a number of chats.").arg(wanted.word));
    return tellState(wanted, wanted.client.put(wanted.path + QStringLiteral("/scale"), {{"quantity", quantity}}));
}

Result<ExitCode> logs(const Wanted &wanted)
{
    Session &session = wanted.session;
    const auto time = logTimeOf(session);
    if (!time)
        return fail(time.error());
    LogStream log(wanted.client, session.out, wanted.path + QStringLiteral("/log"), 0, *time);
    if (const auto tail = session.option("tail")) {
        bool isNumber = false;
        const qint64 bytes = tail->toLongLong(&isNumber);
        if (!isNumber || bytes < 1 || bytes > (1 << 20))
            return usageError(QCoreApplication::translate("Cli", "--tail takes a number of bytes from 1 to 1048576."));
        if (auto skipped = log.skipTo(bytes); !skipped)
            return fail(skipped.error());
    }
    if (session.has("follow"))
        return log.follow();
    const auto drained = log.drain();
    return drained ? Result<ExitCode>(ExitCode::Ok) : fail(drained.error());
}

/// What the source of announcements yields now; nothing is sent.
Result<ExitCode> preview(const Wanted &wanted)
{
    Session &session = wanted.session;
    const auto answer = wanted.client.post(wanted.path + QStringLiteral("/preview"));
    if (!answer)
        return fail(answer.error());
    if (session.out.isJson()) {
        session.out.json(*answer);
        return ExitCode::Ok;
    }
    for (const Json &item : answer->value("items", Json::array())) {
        const bool isKnown = item.value("known", false);
        session.out.line((isKnown ? QCoreApplication::translate("Cli", "%1 (known): %2") : QCoreApplication::translate("Cli", "%1: %2")).arg(textOf(item, "id"), textOf(item, "title")));
        if (const Json problem = item.value("problem", Json()); problem.is_object())
            session.out.line(QStringLiteral("    ") + textOf(problem, "message"));
    }
    return ExitCode::Ok;
}

/// Shows what venv and pip say, as whoever asks for it wants to see.
Result<ExitCode> environment(const Wanted &wanted)
{
    const QString path = wanted.path + QStringLiteral("/environment");
    if (wanted.session.has("cancel"))
        return tellState(wanted, wanted.client.remove(path));
    const auto time = logTimeOf(wanted.session);
    if (!time)
        return fail(time.error());
    LogStream log(wanted.client, wanted.session.out, wanted.path + QStringLiteral("/log"), 0, *time);
    if (auto skipped = log.skipTo(1); !skipped)
        return fail(skipped.error());
    if (const auto begun = wanted.client.post(path); !begun)
        return fail(begun.error());
    const StopSignals interrupted;
    for (;;) {
        const auto bot = wanted.client.get(wanted.path); // first, so that what is said before its end is seen
        const auto drained = bot ? log.drain() : fail(bot.error());
        if (!drained)
            return fail(drained.error());
        const Json made = bot->value("environment", Json());
        if (textOf(made, "state") != QLatin1String("making")) {
            if (textOf(made, "state") == QLatin1String("ready"))
                return ExitCode::Ok;
            wanted.session.out.say(textOf(made, "reason"));
            return ExitCode::JobFailed;
        }
        if (interrupted.count() > 0) {
            (void)wanted.client.remove(path);
            return ExitCode::Interrupted;
        }
        pause(Milliseconds(150), &interrupted, &StopSignals::requested);
    }
}

Result<ExitCode> importProcfile(const Wanted &wanted)
{
    Session &session = wanted.session;
    QFile file(wanted.word);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(ErrorKind::NotFound, "cli.file", QCoreApplication::translate("Cli", "%1 cannot be read: %2.").arg(wanted.word, file.errorString()));
    const QString folder = session.option("folder").value_or(QFileInfo(wanted.word).absoluteDir().path());
    const auto answer = wanted.client.post(botsPath + QStringLiteral("/import"), {{"procfile", QString::fromUtf8(file.read(1 << 20))}, {"folder", folder}});
    if (!answer)
        return fail(answer.error());
    if (session.out.isJson()) {
        session.out.json(*answer);
        return ExitCode::Ok;
    }
    const Json lines = answer->value("lines", Json::array());
    std::vector<QStringList> rows;
    for (const Json &line : lines)
        rows.push_back({QString::number(line.value("line", 0)), textOf(line, "name"), textOf(line, "outcome"), textOf(line, "reason")});
    session.out.table({QCoreApplication::translate("Cli", "LINE"), QCoreApplication::translate("Cli", "NAME"), QCoreApplication::translate("Cli", "OUTCOME"), QCoreApplication::translate("Cli", "REASON")}, rows);
    return ExitCode::Ok;
}

struct Verb
{
    const char *name;
    qsizetype words;      ///< with its own
    bool isOfOne;         ///< the second word is a bot
    Result<ExitCode> (*run)(const Wanted &wanted);
};

constexpr Verb verbs[] = {
    {"list", 1, false, list},     {"start", 2, true, start}, {"stop", 2, true, stop}, {"restart", 2, true, restart},         {"scale", 3, true, scale},
    {"resolve", 3, true, resolve}, {"logs", 2, true, logs},   {"log", 2, true, logs},  {"environment", 2, true, environment}, {"import", 2, false, importProcfile},
    {"preview", 2, true, preview},
};

Result<QString> pathOf(Client &client, const QString &said)
{
    const auto bots = client.get(botsPath);
    if (!bots)
        return fail(bots.error());
    const auto found = std::find_if(bots->begin(), bots->end(), [&said](const Json &bot) { return textOf(bot, "name") == said || textOf(bot, "id") == said; });
    if (found == bots->end())
        return fail(ErrorKind::NotFound, "bot.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no bot %1. Load the list again."), said.left(100)));
    return botsPath + QLatin1Char('/') + segment(textOf(*found, "id"));
}

Result<ExitCode> bots(Session &session)
{
    const QStringList words = session.words().isEmpty() ? QStringList{QStringLiteral("list")} : session.words();
    const auto verb = std::find_if(std::begin(verbs), std::end(verbs), [&words](const Verb &known) { return words.first() == QLatin1String(known.name); });
    if (verb == std::end(verbs))
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not known. Usage: kule bots %2").arg(words.first(), QString::fromLatin1(botsCommand.usage)));
    if (!session.words().isEmpty()) {
        if (auto fits = expectWords(session, verb->words, verb->words, botsCommand); !fits)
            return fail(fits.error());
    }
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    Wanted wanted{session, **client, botsPath, words.last()};
    if (verb->isOfOne) {
        const auto path = pathOf(**client, words[1]);
        if (!path)
            return fail(path.error());
        wanted.path = *path;
    }
    return verb->run(wanted);
}

} // namespace

const Command botsCommand{"bots", "list | start BOT | stop BOT | restart BOT | scale BOT N | logs BOT [-f] | resolve BOT DEED | environment BOT [--cancel] | import PROCFILE | preview BOT",
                          QT_TRANSLATE_NOOP("Cli", "List, start, stop, restart, scale and mend bots, read their logs, import a Procfile, see what a source would bring."), declareBots, bots};

} // namespace kule::cli
