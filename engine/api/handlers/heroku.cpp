// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "heroku/herokuservice.h"

namespace kule {
namespace {

constexpr int mostLines = 1500;
constexpr int mostDynos = 1'000'000; // the service says what is too many

/// {"restart_schedule"?, "restart_type"?}; nothing when the body says neither.
Result<std::optional<HerokuAppDraft>> draftOf(const Json &body)
{
    HerokuAppDraft draft;
    if (const auto schedule = body.find("restart_schedule"); schedule != body.end()) {
        auto restarts = restartsOf(*schedule);
        if (!restarts)
            return fail(restarts.error());
        draft.restarts = *restarts;
    }
    if (const auto type = body.find("restart_type"); type != body.end() && type->is_null())
        draft.restartType = QString();
    else if (auto said = textField(body, "restart_type"); said)
        draft.restartType = *said;
    else
        return fail(said.error());
    return draft.restarts || draft.restartType ? std::optional(draft) : std::nullopt;
}

/// The order of a restart: "dyno", "type" or neither.
Result<HerokuOrder> restartOf(const QString &app, const std::optional<QString> &dyno, const std::optional<QString> &type)
{
    if (dyno && type)
        return fail(badField("dyno", text(QT_TRANSLATE_NOOP("Engine", "Name a dyno or a type, not both."))));
    if (dyno)
        return HerokuOrder{app, HerokuDeed::RestartDyno, *dyno, 0};
    return type ? HerokuOrder{app, HerokuDeed::RestartType, *type, 0} : HerokuOrder{app, HerokuDeed::RestartAll, {}, 0};
}

// What is not confirmed is answered with what it would do, in the caller's language.
void perform(const ApiContext &api, const CallPtr &call, const Result<HerokuOrder> &order)
{
    const Json &body = call->body();
    const auto expected = body.is_object() ? textField(body, "expected") : Result<std::optional<QString>>(std::nullopt);
    if (!order || !expected)
        return call->fail(order ? expected.error() : order.error());
    api.services.heroku.perform(*order, expected->value_or(QString()).toUtf8(), call->actor())
        .then([&heroku = api.services.heroku, call, order = *order](const Result<HerokuOutcome> &outcome) {
            if (outcome)
                return call->succeed(present(*outcome, call->language()), 200);
            const Error &error = outcome.error();
            if (error.code != "heroku.unconfirmed" && error.code != "heroku.changed")
                return call->fail(error);
            replyBy(call, heroku.preview(order), [call, error](const HerokuPreview &preview) {
                Error told = error;
                told.details = present(preview, call->language());
                call->fail(told);
            });
        });
}

} // namespace

void listHerokuApps(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.heroku.apps(), 200, [](const std::vector<HerokuApp> &apps, Language language) { return presentAll(apps, language); });
}

void keepHerokuApp(const ApiContext &api, const CallPtr &call)
{
    const Json &body = call->body();
    const QString name = body.is_object() ? textOf(body, "name") : QString();
    if (name.isEmpty())
        return call->fail(badField("name", text(QT_TRANSLATE_NOOP("Engine", "%1 is required."), QStringLiteral("name"))));
    const auto token = secretOf(body, "token");
    const auto draft = draftOf(body);
    if (!token || !draft)
        return call->fail(token ? draft.error() : token.error());
    if (!*token && !*draft)
        return call->fail(badField("token", text(QT_TRANSLATE_NOOP("Engine", "An app needs a token; one that is here may get a restart_schedule or a restart_type."))));
    const auto change = [&heroku = api.services.heroku, call, name, draft = *draft] { reply(call, heroku.change(name, *draft, call->actor()), 200, presented); };
    if (!*token)
        return change();
    replyBy(call, api.services.heroku.keep(name, *token, call->actor()), [call, change, isChange = draft->has_value()](const HerokuApp &app) {
        isChange ? change() : call->succeed(present(app, call->language()), 200);
    });
}

void removeHerokuApp(const ApiContext &api, const CallPtr &call)
{
    const QString name = call->query("name").value_or(QString());
    if (name.isEmpty())
        return call->fail(invalid("api.bad_parameter", text(QT_TRANSLATE_NOOP("Engine", "%1 is required."), QStringLiteral("name"))));
    api.services.heroku.remove(name, call->actor())
        .then([call, name](const Done &done) { done ? call->succeed({{"name", name}}, 200) : call->fail(done.error()); });
}

void listHerokuDynos(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.heroku.look(call->value()), 200, [](const HerokuState &state, Language language) {
        return Json{{"app", present(state.app, language)}, {"dynos", presentAll(state.dynos, language)}, {"offered_schedule", present(state.offered.value_or(RestartTimes()), language)}};
    });
}

void listHerokuFormation(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.heroku.look(call->value()), 200, [](const HerokuState &state, Language language) {
        return Json{{"app", present(state.app, language)}, {"formation", presentAll(state.formation, language)}};
    });
}

void previewHerokuDeed(const ApiContext &api, const CallPtr &call)
{
    const QString deed = call->query("deed").value_or(QString());
    const QString type = call->query("type").value_or(QString());
    const auto quantity = call->number("quantity", 0, 0, mostDynos);
    if (!quantity)
        return call->fail(quantity.error());
    Result<HerokuOrder> order = HerokuOrder{call->value(), HerokuDeed::Scale, type, static_cast<int>(*quantity)};
    if (deed == QLatin1String("stop"))
        order->deed = HerokuDeed::Stop;
    else if (deed == QLatin1String("restart"))
        order = restartOf(call->value(), call->query("dyno"), call->query("type"));
    else if (deed != QLatin1String("scale") || !call->query("quantity"))
        order = fail(invalid("api.bad_parameter", text(QT_TRANSLATE_NOOP("Engine", "deed is scale (with type and quantity), stop (with type) or restart."))));
    if (!order)
        return call->fail(order.error());
    reply(call, api.services.heroku.preview(*order), 200, presented);
}

void scaleHerokuType(const ApiContext &api, const CallPtr &call)
{
    const Json quantity = call->body().is_object() ? call->body().value("quantity", Json()) : Json();
    if (!quantity.is_number_integer() || quantity < 0 || quantity > mostDynos)
        return call->fail(badField("quantity", text(QT_TRANSLATE_NOOP("Engine", "quantity is required: how many dynos shall run."))));
    perform(api, call, HerokuOrder{call->value(), HerokuDeed::Scale, call->value(1), quantity.get<int>()});
}

void stopHerokuType(const ApiContext &api, const CallPtr &call)
{
    const QString type = call->body().is_object() ? textOf(call->body(), "type") : QString();
    if (type.isEmpty())
        return call->fail(badField("type", text(QT_TRANSLATE_NOOP("Engine", "%1 is required."), QStringLiteral("type"))));
    perform(api, call, HerokuOrder{call->value(), HerokuDeed::Stop, type, 0});
}

void restartHeroku(const ApiContext &api, const CallPtr &call)
{
    const Json body = call->body().is_null() ? Json::object() : call->body();
    const auto dyno = body.is_object() ? textField(body, "dyno") : Result<std::optional<QString>>(fail(badField("", text(QT_TRANSLATE_NOOP("Engine", "A restart is an object with dyno or type, or with neither for all.")))));
    const auto type = dyno ? textField(body, "type") : dyno;
    perform(api, call, type ? restartOf(call->value(), *dyno, *type) : Result<HerokuOrder>(fail(type.error())));
}

void readHerokuLog(const ApiContext &api, const CallPtr &call)
{
    const auto lines = call->number("lines", 100, 1, mostLines);
    if (!lines)
        return call->fail(lines.error());
    reply(call, api.services.heroku.log(call->value(), {static_cast<int>(*lines), call->query("dyno").value_or(QString())}), 200, presented);
}

} // namespace kule
