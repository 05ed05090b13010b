// SPDX-License-Identifier: GPL-3.0-or-later
// What handlers of several nouns share. Included by the handlers only.
#pragma once
#include "api/call.h"
#include "api/context.h"
#include "api/handlers/handlers.h"
#include "api/presentation.h"

namespace kule {

inline Error invalid(const char *code, Text why)
{
    return {ErrorKind::Invalid, code, std::move(why), nullptr, std::nullopt};
}

/// ?q= in the list's filter language. Filter: JobFilter, FatalFilter …
template <class Filter>
Result<Filter> filterOf(const ApiContext &api, const Call &call)
{
    return Filter::parse(call.query("q").value_or(QString()), api.services.clock.wallMs());
}

} // namespace kule
