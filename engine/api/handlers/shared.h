// SPDX-License-Identifier: GPL-3.0-or-later
// What handlers of several nouns share. Included by the handlers only.
#pragma once
#include "api/call.h"
#include "api/context.h"
#include "api/handlers/handlers.h"
#include "api/presentation.h"
#include "base/removal.h"
#include "jobs/job.h"
#include "schedule/restarttimes.h"

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

struct JobFilter;
/// jobs.cpp: ?q= and ?state=
Result<JobFilter> jobFilterOf(const ApiContext &api, const Call &call);
/// jobs.cpp: "code" of a body, the file as it is now when absent.
Result<RerunCode> rerunCodeOf(const Json &body);
/// jobs.cpp: ?pattern=, ?direction=, ?from= and ?limit=
Result<LogSearch> logSearchOf(const Call &call);
/// fatals.cpp: ?expected=, which has no default.
Result<qint64> expectedOf(const Call &call);
/// bots.cpp: api.bad_field
Error badField(const char *field, Text why);
/// bots.cpp: the member as text, nothing when it is absent.
Result<std::optional<QString>> textField(const Json &body, const char *field);
/// bots.cpp: {"cron", "timezone"?, "jitter_s"?}, or null for none.
Result<RestartTimes> restartsOf(const Json &json);
/// secrets.cpp: the member as a secret; null when it is absent or null.
Result<SecretPtr> secretOf(const Json &body, const char *key);
/// What a deletion answers.
Json deletedJson(const Removal &removal, const Text &message, Language language);

} // namespace kule
