// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "settings/settingsservice.h"

namespace kule {
namespace {

Result<Setting> settingNamed(const QString &key)
{
    const auto setting = settingOf(key.toUtf8());
    if (!setting)
        return fail(ErrorKind::NotFound, "settings.unknown",
                    text(QT_TRANSLATE_NOOP("Engine", "There is no setting %1. GET /api/settings lists them."), key.left(200)));
    return *setting;
}

// As it would be written in the environment, whatever JSON type it came as.
std::optional<QString> settingText(const Json &value)
{
    if (value.is_string())
        return value.get<QString>();
    if (value.is_boolean() || value.is_number_integer())
        return QString::fromUtf8(dumpJson(value));
    return std::nullopt;
}

} // namespace

void listKeys(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.keys.list(), 200, [](const std::vector<AccessKey> &keys, Language language) { return presentAll(keys, language); });
}

void createKey(const ApiContext &api, const CallPtr &call)
{
    const Json &body = call->body();
    const auto scope = scopeOf(textOf(body, "scope", QStringLiteral("read")).toUtf8());
    const bool isScopeText = !body.is_object() || !body.contains("scope") || body["scope"].is_string();
    if (!body.is_object() || !body.contains("name") || !body["name"].is_string())
        return call->fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "name is required: what the key is called."))));
    if (!scope || !isScopeText)
        return call->fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "scope must be read, run or admin."))));
    reply(call, api.services.keys.create(textOf(body, "name"), *scope, call->actor()), 201, presented);
}

void revokeKey(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.keys.revoke({call->value()}, call->actor()), 200, presented);
}

void listSettings(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.settings.list(), 200,
          [](const std::vector<SettingInfo> &settings, Language language) { return presentAll(settings, language); });
}

void changeSetting(const ApiContext &api, const CallPtr &call)
{
    const auto setting = settingNamed(call->value());
    if (!setting)
        return call->fail(setting.error());
    const Json &body = call->body();
    const auto value = body.is_object() && body.contains("value") ? settingText(body["value"]) : std::nullopt;
    if (!value)
        return call->fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "value is required: text, a whole number, true or false."))));
    reply(call, api.services.settings.set(*setting, *value, call->actor()), 200, presented);
}

void resetSetting(const ApiContext &api, const CallPtr &call)
{
    const auto setting = settingNamed(call->value());
    if (!setting)
        return call->fail(setting.error());
    reply(call, api.services.settings.reset(*setting, call->actor()), 200, presented);
}

void listActivity(const ApiContext &api, const CallPtr &call)
{
    const auto page = call->page();
    if (!page)
        return call->fail(page.error());
    const auto filter = filterOf<ActivityFilter>(api, *call);
    if (!filter)
        return call->fail(filter.error());
    reply(call, api.services.activity.list(*filter, *page), 200, presented);
}

} // namespace kule
