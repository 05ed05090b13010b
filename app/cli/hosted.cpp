// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosted.h"

#include "waiting.h"

#include "api/apicontrol.h"

namespace kule::cli {

Result<Hosted> host(EngineOptions options)
{
    auto engine = Engine::start(std::move(options));
    if (!engine)
        return fail(engine.error());
    const auto status = awaitHere((*engine)->api().status());
    if (!status)
        return fail(status.error());
    if (status->problem)
        return fail(*status->problem);
    return Hosted{std::move(*engine), status->urls.value(0)};
}

} // namespace kule::cli
