// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "bots/botservice.h"

namespace kule {

Error badField(const char *field, Text why)
{
    Error error = invalid("api.bad_field", std::move(why));
    error.details = {{"field", field}};
    return error;
}

Result<std::optional<QString>> textField(const Json &body, const char *field)
{
    const auto found = body.find(field);
    if (found == body.end())
        return std::nullopt;
    if (!found->is_string())
        return fail(badField(field, text(QT_TRANSLATE_NOOP("Engine", "%1 must be text."), QString::fromLatin1(field))));
    return std::optional(found->get<QString>());
}

namespace {

/// A text that is one of a few words.
template <class T, class F>
Done wordField(const Json &body, const char *field, std::optional<T> &value, F read)
{
    const auto word = textField(body, field);
    if (!word)
        return fail(word.error());
    if (!*word)
        return {};
    value = read((**word).toUtf8());
    if (!value)
        return fail(badField(field, text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be “%2”. The API's description lists what it may be."), QString::fromLatin1(field), (**word).left(100))));
    return {};
}

} // namespace

Result<RestartTimes> restartsOf(const Json &json)
{
    if (json.is_null())
        return RestartTimes{};
    const auto cron = json.is_object() ? textField(json, "cron") : Result<std::optional<QString>>(std::nullopt);
    const auto zone = json.is_object() ? textField(json, "timezone") : Result<std::optional<QString>>(std::nullopt);
    const Json jitter = json.is_object() ? json.value("jitter_s", Json(0)) : Json(0);
    if (!cron || !*cron || !zone || !jitter.is_number_integer() || jitter < 0 || jitter > 86'400)
        return fail(badField("restart_schedule", text(QT_TRANSLATE_NOOP("Engine", "restart_schedule needs cron, and may have timezone and jitter_s (0 to 86400); null ends it."))));
    return RestartTimes{**cron, (*zone).value_or(QString()), jitter.get<qint64>() * 1000};
}

namespace {

Result<BotDraft> draftOf(const Json &body)
{
    if (!body.is_object())
        return fail(badField("", text(QT_TRANSLATE_NOOP("Engine", "A bot is an object with name, kind, token and config."))));
    BotDraft draft;
    const auto name = textField(body, "name");
    const auto token = textField(body, "token");
    if (!name || !token)
        return fail(name ? token.error() : name.error());
    draft.name = *name;
    if (*token)
        draft.token = std::make_shared<const Secret>((**token).toUtf8());
    if (auto read = wordField(body, "kind", draft.kind, [](const QByteArray &word) { return botKindOf(word); }); !read)
        return fail(read.error());
    if (auto read = wordField(body, "mode", draft.mode, [](const QByteArray &word) { return botModeOf(word); }); !read)
        return fail(read.error());
    if (const auto enabled = body.find("enabled"); enabled != body.end()) {
        if (!enabled->is_boolean())
            return fail(badField("enabled", text(QT_TRANSLATE_NOOP("Engine", "enabled must be true or false."))));
        draft.wish = enabled->get<bool>() ? BotWish::Running : BotWish::Stopped;
    }
    if (const auto schedule = body.find("restart_schedule"); schedule != body.end()) {
        auto restarts = restartsOf(*schedule);
        if (!restarts)
            return fail(restarts.error());
        draft.restarts = *restarts;
    }
    if (const auto config = body.find("config"); config != body.end())
        draft.config = *config;
    return draft;
}

BotId idOf(const Call &call)
{
    return {call.value()};
}

std::optional<ledgertable::Verdict> verdictOf(const QString &word)
{
    if (word == QLatin1String("send_again"))
        return ledgertable::Verdict::SendAgain;
    if (word == QLatin1String("was_sent"))
        return ledgertable::Verdict::WasSent;
    return word == QLatin1String("leave_it") ? std::optional(ledgertable::Verdict::LeaveIt) : std::nullopt;
}

} // namespace

void listBots(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.list(), 200, [](const std::vector<BotView> &bots, Language language) { return presentAll(bots, language); });
}

void createBot(const ApiContext &api, const CallPtr &call)
{
    auto draft = draftOf(call->body());
    if (!draft)
        return call->fail(draft.error());
    if (!draft->name || !draft->kind)
        return call->fail(badField(draft->name ? "kind" : "name", text(QT_TRANSLATE_NOOP("Engine", "A new bot needs a name and a kind."))));
    reply(call, api.services.bots.create(std::move(*draft), call->actor()), 201, presented);
}

void findBot(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.find(idOf(*call)), 200, presented);
}

void changeBot(const ApiContext &api, const CallPtr &call)
{
    auto draft = draftOf(call->body());
    if (!draft)
        return call->fail(draft.error());
    reply(call, api.services.bots.change(idOf(*call), std::move(*draft), call->actor()), 200, presented);
}

void removeBot(const ApiContext &api, const CallPtr &call)
{
    replyBy(call, api.services.bots.remove(idOf(*call), call->actor()).then([](const Done &done) { return done.map([] { return true; }); }),
            [call](bool) { call->succeed({{"id", call->value()}}, 200); });
}

void startBot(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.start(idOf(*call), call->actor()), 200, presented);
}

void stopBot(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.stop(idOf(*call), call->actor()), 200, presented);
}

void restartBot(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.restart(idOf(*call), call->actor()), 200, presented);
}

void scaleBot(const ApiContext &api, const CallPtr &call)
{
    const Json quantity = call->body().is_object() ? call->body().value("quantity", Json()) : Json();
    if (!quantity.is_number_integer() || quantity < 0 || quantity > 1'000'000)
        return call->fail(badField("quantity", text(QT_TRANSLATE_NOOP("Engine", "quantity is required: how many chats are handled at once."))));
    reply(call, api.services.bots.scale(idOf(*call), quantity.get<int>(), call->actor()), 200, presented);
}

void listBotDeliveries(const ApiContext &api, const CallPtr &call)
{
    const auto word = call->query("state");
    const auto state = word ? botDeliveryStateOf(word->toUtf8()) : std::nullopt;
    const auto page = call->page();
    if (word && !word->isEmpty() && !state)
        return call->fail(invalid("delivery.bad_filter", text(QT_TRANSLATE_NOOP("Engine", "%1 is not a state of a delivery. There are queued, sending, sent, failed and review."), word->left(100))));
    if (!page)
        return call->fail(page.error());
    reply(call, api.services.bots.deliveries(idOf(*call), state, *page), 200, presented);
}

void decideBotDelivery(const ApiContext &api, const CallPtr &call)
{
    bool isNumber = false;
    const qint64 delivery = call->value(1).toLongLong(&isNumber);
    const auto verdict = verdictOf(textOf(call->body(), "verdict"));
    if (!isNumber || !verdict)
        return call->fail(badField("verdict", text(QT_TRANSLATE_NOOP("Engine", "verdict is required: send_again, was_sent or leave_it."))));
    reply(call, api.services.bots.decide(idOf(*call), delivery, *verdict, call->actor()), 200, presented);
}

void previewSource(const ApiContext &api, const CallPtr &call)
{
    const auto config = call->body().is_object() ? call->body().find("config") : call->body().end();
    if (!call->body().is_object() || config == call->body().end() || !config->is_object())
        return call->fail(badField("config", text(QT_TRANSLATE_NOOP("Engine", "config is required: the configuration of a bot of the kind announcements."))));
    reply(call, api.services.bots.preview(std::nullopt, *config), 200, presented);
}

void previewBotSource(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bots.preview(idOf(*call), std::nullopt), 200, presented);
}

void listBotSubscriptions(const ApiContext &api, const CallPtr &call)
{
    const auto page = call->page();
    if (!page)
        return call->fail(page.error());
    reply(call, api.services.bots.subscriptions(idOf(*call), *page), 200, presented);
}

} // namespace kule
