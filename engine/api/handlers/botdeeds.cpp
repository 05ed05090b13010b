// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "bots/botservice.h"

namespace kule {
namespace {

constexpr qint64 largestSlice = 1 << 20;
constexpr qint64 usualSlice = 64 << 10;
constexpr qsizetype largestProcfile = 64 << 10;

} // namespace

void importBots(const ApiContext &api, const CallPtr &call)
{
    const Json &body = call->body();
    const bool isWhole = body.is_object() && body.contains("procfile") && body["procfile"].is_string() && (!body.contains("folder") || body["folder"].is_string());
    ProcfileImport what{textOf(body, "procfile"), textOf(body, "folder")};
    if (!isWhole || what.procfile.size() > largestProcfile)
        return call->fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "procfile is required: the content of a Procfile, at most 64 KiB; folder names the folder of its scripts."))));
    reply(call, api.services.bots.importProcfile(std::move(what), call->actor()), 200, presented);
}

void readBotLog(const ApiContext &api, const CallPtr &call)
{
    const auto offset = call->number("offset", 0, 0, std::numeric_limits<qint64>::max());
    const auto tail = call->number("tail", 0, 0, largestSlice);
    const auto limit = call->number("limit", usualSlice, 1, largestSlice);
    for (const auto *number : {&offset, &tail, &limit}) {
        if (!*number)
            return call->fail(number->error());
    }
    const BotId id{call->value()};
    BotService &bots = api.services.bots;
    reply(call, *tail > 0 ? bots.logTail(id, *tail) : bots.log(id, *offset, *limit), 200, presented);
}

void resolveBot(const ApiContext &api, const CallPtr &call)
{
    const auto deed = botDeedOf(textOf(call->body(), "deed").toUtf8());
    if (!deed)
        return call->fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "deed is required: one of those that the bot offers, such as delete_webhook."))));
    reply(call, api.services.bots.resolve({call->value()}, *deed, call->actor()), 200, presented);
}

void makeBotEnvironment(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.makeEnvironment({call->value()}, call->actor()), 202, presented);
}

void cancelBotEnvironment(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.cancelEnvironment({call->value()}, call->actor()), 200, presented);
}

// Telegram sends it again until it hears 2xx, so that is said only of what is stored.
void takeTelegramUpdate(const ApiContext &api, const CallPtr &call)
{
    const http::Request &request = call->request();
    auto taken = api.services.bots.deliver({call->value()}, request.header("X-Telegram-Bot-Api-Secret-Token"), request.body);
    replyBy(call, taken.then([](const Done &done) { return done.map([] { return true; }); }), [call](bool) { call->succeed(Json::object(), 200); });
}

} // namespace kule
