// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "fatals/fatalservice.h"

#include <limits>

namespace kule {

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
    if (!call->query("expected"))
        return call->fail(invalid("api.bad_parameter", text(QT_TRANSLATE_NOOP("Engine", "Say with expected= how many reports you mean to delete."))));
    const auto expected = call->number("expected", 0, 0, std::numeric_limits<qint64>::max());
    if (!expected)
        return call->fail(expected.error());
    reply(call, api.services.fatals.removeAll(*filter, *expected, call->actor()), 200,
          [](qint64 deleted, Language) { return Json{{"deleted", deleted}}; });
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
