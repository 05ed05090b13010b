// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "fatals/fatalservice.h"

#include <limits>

namespace kule {

Result<qint64> expectedOf(const Call &call)
{
    if (!call.query("expected"))
        return fail(invalid("api.bad_parameter", text(QT_TRANSLATE_NOOP("Engine", "Say with expected= how many you mean; the list's total is that number."))));
    return call.number("expected", 0, 0, std::numeric_limits<qint64>::max());
}

Json deletedJson(const Removal &removal, const Text &message, Language language)
{
    return {{"message", message.in(language)},
            {"deleted", removal.count},
            {"undo", removal.undo.isEmpty() ? Json(nullptr) : Json(removal.undo)},
            {"undo_until", removal.undo.isEmpty() ? Json(nullptr) : timeJson(removal.until)}};
}

void listFatals(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<FatalFilter>(api, *call);
    const auto page = call->page();
    if (!filter || !page)
        return call->fail(filter ? page.error() : filter.error());
    reply(call, api.services.fatals.list(*filter, *page), 200, presented);
}

void removeFatals(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<FatalFilter>(api, *call);
    if (!filter)
        return call->fail(filter.error());
    const auto expected = expectedOf(*call);
    if (!expected)
        return call->fail(expected.error());
    reply(call, api.services.fatals.removeAll(*filter, *expected, call->actor()), 200,
          [](const Removal &removal, Language language) {
              return deletedJson(removal, text(QT_TRANSLATE_NOOP("Engine", "%1 reports were deleted."), QString::number(removal.count)), language);
          });
}

void listFatalGroups(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<FatalFilter>(api, *call);
    const auto page = call->page();
    if (!filter || !page)
        return call->fail(filter ? page.error() : filter.error());
    reply(call, api.services.fatals.groups(*filter, *page), 200, presented);
}

void readFatal(const ApiContext &api, const CallPtr &call)
{
    readRunnerFatal(api, call);
}

void removeFatal(const ApiContext &api, const CallPtr &call)
{
    removeRunnerFatal(api, call);
}

} // namespace kule
