// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "callbacks/callbackservice.h"

namespace kule {

void listCallbacks(const ApiContext &api, const CallPtr &call)
{
    const auto word = call->query("state");
    const auto state = word ? deliveryStateOf(word->toUtf8()) : std::nullopt;
    const auto page = call->page();
    if (word && !word->isEmpty() && !state)
        return call->fail(invalid("callback.bad_filter", text(QT_TRANSLATE_NOOP("Engine", "%1 is not a state of a callback. There are waiting, delivered and dead."), *word)));
    if (!page)
        return call->fail(page.error());
    reply(call, api.services.callbacks.list(state, *page), 200, presented);
}

void redeliverCallback(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.callbacks.redeliver({call->value()}, call->actor()), 202, presented);
}

} // namespace kule
