// SPDX-License-Identifier: GPL-3.0-or-later
// Values as the API's JSON: times as ISO-8601 UTC text, states as words, absent things as null. Sentences follow the
// reader's language. Any thread; no I/O.
#pragma once
#include "activity/activitylog.h"
#include "api/apicontrol.h"
#include "bots/botservice.h"
#include "callbacks/callbackservice.h"
#include "fatals/fatal.h"
#include "heroku/heroku.h"
#include "jobs/executors/executor.h"
#include "jobs/job.h"
#include "jobs/jobbulk.h"
#include "keeping/retention.h"
#include "keys/accesskeys.h"
#include "logs/logsearch.h"
#include "overview/overview.h"
#include "secrets/secretservice.h"
#include "settings/settingsservice.h"
#include "titles/titleservice.h"

namespace kule {

Json timeJson(qint64 wallMs); ///< null for 0
Json timeJson(const std::optional<qint64> &wallMs);

Json present(const Job &job, Language language);
Json present(const JobDetail &detail, Language language);
Json present(const LogSlice &slice, Language language);
Json present(const LogHits &found, Language language);
Json present(const JobCounts &counts, Language language);
Json present(const Submitted &submitted, Language language);
Json present(const Fatal &fatal, Language language);
Json present(const FatalGroup &group, Language language);
Json present(const Delivery &delivery, Language language);
Json present(const BotConflict &conflict, Language language);
Json present(const BotView &view, Language language);
Json present(const BotConfigVersion &version, Language language);
Json present(const TokenOwner &owner, Language language);
Json present(const std::vector<ImportedLine> &lines, Language language);
Json present(const BotDelivery &delivery, Language language);
Json present(const Subscription &subscription, Language language);
Json present(const SourcePreview &preview, Language language);
Json present(const RestartTimes &times, Language language);
Json present(const HerokuApp &app, Language language);
Json present(const HerokuDyno &dyno, Language language);
Json present(const HerokuFormation &row, Language language);
Json present(const HerokuPreview &preview, Language language);
Json present(const HerokuOutcome &outcome, Language language);
Json present(const HerokuLog &log, Language language);
Json present(const AccessKey &key, Language language);
Json present(const NewKey &made, Language language);
Json present(const SettingInfo &setting, Language language);
Json present(const SecretState &state, Language language);
Json present(const Overview &overview, Language language);
Json present(const Activity &activity, Language language);
Json present(const ApiRequestNote &note, Language language);
Json present(const WorkerHealth &health, Language language);
Json present(const BulkRun &run, Language language);
Json present(const Going &going, Language language);
Json present(const StoredTitle &title, Language language);
Json present(const TitleDetail &detail, Language language);
Json present(const TitleState &state, Language language);
Json present(const TitleBatch &batch, Language language);
Json present(const TitleBatchItem &item, Language language);
Json present(const Error &error, Language language);

template <class T>
Json presentAll(const std::vector<T> &items, Language language)
{
    Json array = Json::array();
    for (const T &item : items)
        array.push_back(present(item, language));
    return array;
}

template <class T>
Json present(const Page<T> &page, Language language)
{
    Json json{{"items", presentAll(page.items, language)}, {"total", page.total}, {"next", page.next.isEmpty() ? Json(nullptr) : Json(page.next)}};
    if (page.unsearched > 0)
        json["unsearched"] = page.unsearched;
    return json;
}

/// present() as a function object, for reply().
inline constexpr auto presented = [](const auto &value, Language language) { return present(value, language); };

} // namespace kule
