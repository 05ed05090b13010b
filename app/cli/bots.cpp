// SPDX-License-Identifier: GPL-3.0-or-later
// kule bots: what the bots do, and starting, stopping, restarting and scaling one by its name or id.
#include "client.h"
#include "jobtext.h"

#include <algorithm>

namespace kule::cli {
namespace {

const QString botsPath = QStringLiteral("/api/bots");

Result<ExitCode> list(Session &session, const Json &bots)
{
    if (session.out.isJson()) {
        session.out.json(bots);
        return ExitCode::Ok;
    }
    std::vector<QStringList> rows;
    for (const Json &bot : bots)
        rows.push_back({textOf(bot, "name"), textOf(bot, "state"), textOf(bot, "kind"), textOf(bot, "username"), timeText(bot.value("last_update_at", Json())), textOf(bot, "reason")});
    session.out.table({QCoreApplication::translate("Cli", "NAME"), QCoreApplication::translate("Cli", "STATE"), QCoreApplication::translate("Cli", "KIND"),
                       QCoreApplication::translate("Cli", "USERNAME"), QCoreApplication::translate("Cli", "LAST UPDATE"), QCoreApplication::translate("Cli", "REASON")}, rows);
    return ExitCode::Ok;
}

Result<QString> idOf(const Json &bots, const QString &said)
{
    const auto found = std::find_if(bots.begin(), bots.end(), [&said](const Json &bot) { return textOf(bot, "name") == said || textOf(bot, "id") == said; });
    if (found == bots.end())
        return fail(ErrorKind::NotFound, "bot.not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no bot %1. Load the list again."), said.left(100)));
    return textOf(*found, "id");
}

Result<ExitCode> bots(Session &session)
{
    const QStringList words = session.words();
    const QString verb = words.value(0);
    const bool isList = verb.isEmpty() || verb == QLatin1String("list");
    const bool isScale = verb == QLatin1String("scale");
    const bool isDeed = verb == QLatin1String("start") || verb == QLatin1String("stop") || verb == QLatin1String("restart");
    if (!isList && !isScale && !isDeed)
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not known. Usage: kule bots list | start BOT | stop BOT | restart BOT | scale BOT N").arg(verb));
    const qsizetype most = isList ? 1 : isScale ? 3 : 2;
    if (auto fits = expectWords(session, isList ? 0 : most, most, botsCommand); !fits)
        return fail(fits.error());
    bool isNumber = true;
    const int quantity = isScale ? words[2].toInt(&isNumber) : 0;
    if (!isNumber)
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not a number of chats.").arg(words[2]));
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    const auto known = (*client)->get(botsPath);
    if (!known)
        return fail(known.error());
    if (isList)
        return list(session, *known);
    const auto id = idOf(*known, words[1]);
    if (!id)
        return fail(id.error());
    const QString path = botsPath + QLatin1Char('/') + segment(*id) + QLatin1Char('/') + verb;
    const auto answer = isScale ? (*client)->put(path, {{"quantity", quantity}}) : (*client)->post(path, Json::object());
    if (!answer)
        return fail(answer.error());
    if (session.out.isJson())
        session.out.json(*answer);
    else
        session.out.line(textOf(*answer, "state"));
    return ExitCode::Ok;
}

} // namespace

const Command botsCommand{"bots", "list | start BOT | stop BOT | restart BOT | scale BOT N",
                          QT_TRANSLATE_NOOP("Cli", "List, start, stop, restart and scale bots."), declareClient, bots};

} // namespace kule::cli
