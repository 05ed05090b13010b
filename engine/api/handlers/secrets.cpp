// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "secrets/secretservice.h"

namespace kule {

Result<SecretPtr> secretOf(const Json &body, const char *key)
{
    const auto member = body.is_object() ? body.find(key) : body.end();
    if (!body.is_object() || member == body.end() || member->is_null())
        return SecretPtr();
    if (!member->is_string())
        return fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "%1 must be text."), QString::fromLatin1(key))));
    return std::make_shared<const Secret>(QByteArrayView(member->get_ref<const std::string &>()));
}

namespace {

Result<SecretPtr> requiredSecretOf(const Json &body, const char *key)
{
    auto secret = secretOf(body, key);
    if (secret && !*secret)
        return fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "%1 is required."), QString::fromLatin1(key))));
    return secret;
}

} // namespace

void reportSecrets(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.secrets.state(), 200, presented);
}

void keepSecret(const ApiContext &api, const CallPtr &call)
{
    const auto value = requiredSecretOf(call->body(), "value");
    if (!value)
        return call->fail(value.error());
    api.services.secrets.write(call->value(), *value, call->actor()).then([call](const Done &done) {
        done ? call->succeed({{"name", call->value()}}, 200) : call->fail(done.error());
    });
}

void removeSecret(const ApiContext &api, const CallPtr &call)
{
    api.services.secrets.remove(call->value(), call->actor()).then([call](const Done &done) {
        done ? call->succeed({{"name", call->value()}}, 200) : call->fail(done.error());
    });
}

void unlockSecrets(const ApiContext &api, const CallPtr &call)
{
    const auto passphrase = secretOf(call->body(), "passphrase");
    if (!passphrase)
        return call->fail(passphrase.error());
    reply(call, api.services.secrets.unlock(*passphrase, call->actor()), 200, presented);
}

void changePassphrase(const ApiContext &api, const CallPtr &call)
{
    const auto former = secretOf(call->body(), "former");
    const auto passphrase = requiredSecretOf(call->body(), "passphrase");
    if (!former || !passphrase)
        return call->fail(former ? passphrase.error() : former.error());
    reply(call, api.services.secrets.changePassphrase({*former, *passphrase}, call->actor()), 200, presented);
}

void moveSecrets(const ApiContext &api, const CallPtr &call)
{
    const Json &body = call->body();
    const auto place = placeOf(textOf(body, "backend").toUtf8());
    if (!place)
        return call->fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "backend must be keychain, vault, session or env."))));
    const auto passphrase = secretOf(body, "passphrase");
    if (!passphrase)
        return call->fail(passphrase.error());
    const auto leaves = body.find("leave_behind");
    if (leaves != body.end() && !leaves->is_boolean())
        return call->fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "leave_behind must be true or false."))));
    reply(call, api.services.secrets.moveTo({*place, *passphrase, leaves != body.end() && leaves->get<bool>()}, call->actor()), 200, presented);
}

} // namespace kule
