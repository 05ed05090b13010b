// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/operations.h"

#include "api/handlers/handlers.h"
#include "api/queries.h"

#include <array>

namespace kule {
namespace {

using enum Verb;
using enum Access;
using enum Body::Need;

constexpr Operation table[] = {
    // The job runner's document
    {Get, "/", Read, QT_TRANSLATE_NOOP("Engine", "Says that the service is there"),
     greet, {200, "Greeting"}},
    {Post, "/run", Run, QT_TRANSLATE_NOOP("Engine", "Runs boot() of a Python file"),
     runScript, {202, "RunAnswer"}, {Required, "RunRequest"}},
    {Get, "/fatals", Read, QT_TRANSLATE_NOOP("Engine", "Fatal reports, newest first"),
     listRunnerFatals, {200, "FatalFiles"}, {}, fatalQuery},
    {Get, "/fatals/{filename}", Read, QT_TRANSLATE_NOOP("Engine", "One fatal report"),
     readRunnerFatal, {200, "FatalReport"}},
    {Delete, "/fatals/{filename}", Run, QT_TRANSLATE_NOOP("Engine", "Deletes a fatal report; for ten minutes it may be taken back"),
     removeRunnerFatal, {200, "Deleted"}},
    // Jobs
    {Get, "/api/jobs", Read, QT_TRANSLATE_NOOP("Engine", "Jobs, newest first"),
     listJobs, {200, "JobPage"}, {}, jobQuery},
    {Delete, "/api/jobs", Admin, QT_TRANSLATE_NOOP("Engine", "Deletes the ended jobs that the filter shows; for ten minutes they may be taken back"),
     removeJobs, {202, "Bulk"}, {}, jobsToDelete},
    {Get, "/api/jobs/counts", Read, QT_TRANSLATE_NOOP("Engine", "Jobs of each state"),
     countJobs, {200, "JobCounts"}},
    {Get, "/api/jobs/export", Read, QT_TRANSLATE_NOOP("Engine", "The jobs that the filter shows, as a file"),
     exportJobs, {200, nullptr, "text/csv; charset=utf-8"}, {}, exportQuery},
    {Get, "/api/jobs/{id}", Read, QT_TRANSLATE_NOOP("Engine", "One job with its attempts and events"),
     findJob, {200, "JobDetail"}},
    {Delete, "/api/jobs/{id}", Admin, QT_TRANSLATE_NOOP("Engine", "Deletes an ended job; for ten minutes it may be taken back"),
     removeJob, {200, "Deleted"}},
    {Get, "/api/jobs/{id}/log", Read, QT_TRANSLATE_NOOP("Engine", "A piece of a job's log"),
     readJobLog, {200, "LogSlice"}, {}, logQuery},
    {Get, "/api/jobs/{id}/log/export", Read, QT_TRANSLATE_NOOP("Engine", "A job's whole log as text"),
     exportJobLog, {200, nullptr, "text/plain; charset=utf-8"}, {}, attemptQuery},
    {Get, "/api/jobs/{id}/log/search", Read, QT_TRANSLATE_NOOP("Engine", "Looks for a regular expression in a job's log, a part at a time"),
     searchJobLog, {200, "LogHits"}, {}, logSearchQuery},
    {Post, "/api/jobs/{id}/cancel", Run, QT_TRANSLATE_NOOP("Engine", "Ends a job that is queued or running"),
     cancelJob, {200, "Job"}},
    {Post, "/api/jobs/{id}/rerun", Run, QT_TRANSLATE_NOOP("Engine", "Runs an ended job again with the same arguments"),
     rerunJob, {202, "Submitted"}, {Optional, "RerunRequest"}},
    {Post, "/api/bulk", Run, QT_TRANSLATE_NOOP("Engine", "Cancels or runs again all jobs that the filter shows"),
     beginBulk, {202, "Bulk"}, {Required, "BulkRequest"}},
    {Get, "/api/bulk/{id}", Read, QT_TRANSLATE_NOOP("Engine", "How far a run over many jobs is"),
     findBulk, {200, "Bulk"}},
    {Delete, "/api/bulk/{id}", Run, QT_TRANSLATE_NOOP("Engine", "Stops a run over many jobs; what was done stays done"),
     stopBulk, {200, "Bulk"}},
    {Get, "/api/undo", Read, QT_TRANSLATE_NOOP("Engine", "Deletions that may be taken back, newest first"),
     listRemovals, {200, "Removals"}},
    {Post, "/api/undo/{undo}", Run, QT_TRANSLATE_NOOP("Engine", "Takes a deletion back"),
     undoRemoval, {200, "Restored"}},
    {Get, "/api/scripts", Read, QT_TRANSLATE_NOOP("Engine", "Python files under the script roots, as file_path names them"),
     listScripts, {200, "Scripts"}},
    // Fatals
    {Get, "/api/fatals", Read, QT_TRANSLATE_NOOP("Engine", "Fatal reports, newest first"),
     listFatals, {200, "FatalPage"}, {}, fatalQuery},
    {Delete, "/api/fatals", Run, QT_TRANSLATE_NOOP("Engine", "Deletes the reports that the filter shows; for ten minutes they may be taken back"),
     removeFatals, {200, "Deleted"}, {}, fatalsToDelete},
    {Get, "/api/fatals/export", Read, QT_TRANSLATE_NOOP("Engine", "The reports that the filter shows, as a file"),
     exportFatals, {200, nullptr, "text/csv; charset=utf-8"}, {}, exportQuery},
    {Get, "/api/fatals/groups", Read, QT_TRANSLATE_NOOP("Engine", "Equal fatals as groups, the last seen first"),
     listFatalGroups, {200, "FatalGroupPage"}, {}, fatalQuery},
    {Get, "/api/fatals/{filename}", Read, QT_TRANSLATE_NOOP("Engine", "One fatal report"),
     readFatal, {200, "FatalReport"}},
    {Delete, "/api/fatals/{filename}", Run, QT_TRANSLATE_NOOP("Engine", "Deletes a fatal report; for ten minutes it may be taken back"),
     removeFatal, {200, "Deleted"}},
    // Titles: first the title scraper's document
    {Post, "/api/getinfo", Run, QT_TRANSLATE_NOOP("Engine", "The six fields of a title, when they are there"),
     getInfo, {200, "TitleInfo"}, {Required, "TitleRequest"}},
    {Post, "/api/getinfo/async", Run, QT_TRANSLATE_NOOP("Engine", "Begins to get the six fields of a title; follow the job by its id"),
     getInfoLater, {202, "TitlePending"}, {Required, "TitleRequest"}},
    {Get, "/api/titles", Read, QT_TRANSLATE_NOOP("Engine", "Stored titles, the last saved first"),
     listTitles, {200, "TitlePage"}, {}, titleQuery},
    {Delete, "/api/titles", Admin, QT_TRANSLATE_NOOP("Engine", "Deletes all stored titles with their pages and histories, for good"),
     clearTitles, {200, "TitlesDeleted"}, {}, titlesToDelete},
    {Get, "/api/titles/export", Read, QT_TRANSLATE_NOOP("Engine", "The stored titles that the filter shows, as a file"),
     exportTitles, {200, nullptr, "text/csv; charset=utf-8"}, {}, exportQuery},
    {Get, "/api/titles/state", Read, QT_TRANSLATE_NOOP("Engine", "Cache and database of titles: where, how large, whether they are there"),
     reportTitles, {200, "TitleState"}},
    {Delete, "/api/titles/cache", Admin, QT_TRANSLATE_NOOP("Engine", "Empties the cache of titles"),
     clearTitleCache, {200, "Nothing"}},
    {Post, "/api/titles/parse", Run, QT_TRANSLATE_NOOP("Engine", "Reads all stored pages of titles again; answers at the end"),
     parseTitlesAgain, {200, "TitlesParsed"}},
    {Post, "/api/titles/batches", Run, QT_TRANSLATE_NOOP("Engine", "Begins to get many titles"),
     beginTitleBatch, {202, "TitleBatch"}, {Required, "TitleBatchRequest"}},
    {Get, "/api/titles/batches", Read, QT_TRANSLATE_NOOP("Engine", "Batches of titles, newest first"),
     listTitleBatches, {200, "TitleBatchPage"}, {}, pageQuery},
    {Get, "/api/titles/batches/{id}", Read, QT_TRANSLATE_NOOP("Engine", "How far a batch is"),
     findTitleBatch, {200, "TitleBatch"}},
    {Get, "/api/titles/batches/{id}/items", Read, QT_TRANSLATE_NOOP("Engine", "The urls of a batch and what became of each"),
     listTitleBatchItems, {200, "TitleBatchItemPage"}, {}, pageQuery},
    {Post, "/api/titles/batches/{id}/stop", Run, QT_TRANSLATE_NOOP("Engine", "Stops a batch; what runs goes on to its end"),
     stopTitleBatch, {200, "TitleBatch"}},
    {Post, "/api/titles/batches/{id}/resume", Run, QT_TRANSLATE_NOOP("Engine", "Goes on with a batch: what waits, and what failed once more"),
     resumeTitleBatch, {200, "TitleBatch"}},
    {Post, "/api/titles/batches/{id}/items/{number}/retry", Run, QT_TRANSLATE_NOOP("Engine", "Tries a title of a batch that failed once more, in its place"),
     retryTitleBatchItem, {200, "TitleBatch"}},
    {Get, "/api/titles/{id}", Read, QT_TRANSLATE_NOOP("Engine", "One stored title: where each field came from, what changed"),
     findTitle, {200, "TitleDetail"}, {}, localeQuery},
    {Delete, "/api/titles/{id}", Admin, QT_TRANSLATE_NOOP("Engine", "Deletes a stored title with its page and history, for good"),
     removeTitle, {200, "TitlesDeleted"}, {}, localeQuery},
    {Get, "/api/titles/{id}/page", Read, QT_TRANSLATE_NOOP("Engine", "The page that a title was read from, as it came"),
     sendTitlePage, {200, nullptr, "text/plain; charset=utf-8"}, {}, localeQuery},
    {Get, "/api/titles/{id}/backdrop", Read, QT_TRANSLATE_NOOP("Engine", "The picture of a title, fetched when it is not here yet"),
     sendBackdrop, {200, nullptr, "image/jpeg"}, {}, localeQuery},
    {Post, "/api/titles/{id}/refresh", Run, QT_TRANSLATE_NOOP("Engine", "Fetches a title's page anew, whatever is stored"),
     refreshTitle, {202, "TitlePending"}, {}, localeQuery},
    {Post, "/api/titles/{id}/parse", Run, QT_TRANSLATE_NOOP("Engine", "Reads the stored page of a title again"),
     parseTitleAgain, {200, "Title"}, {}, localeQuery},
    // Callbacks
    {Get, "/api/callbacks", Read, QT_TRANSLATE_NOOP("Engine", "Callbacks on their way, delivered and dead"),
     listCallbacks, {200, "CallbackPage"}, {}, callbackQuery},
    {Post, "/api/callbacks/{id}/redeliver", Run, QT_TRANSLATE_NOOP("Engine", "Sends a callback again"),
     redeliverCallback, {202, "Callback"}},
    // Bots
    {Get, "/api/bots", Read, QT_TRANSLATE_NOOP("Engine", "Bots with their states, without their tokens"),
     listBots, {200, "Bots"}},
    {Post, "/api/bots", Admin, QT_TRANSLATE_NOOP("Engine", "Adds a bot; its token goes in and never out"),
     createBot, {201, "Bot"}, {Required, "BotRequest"}},
    {Get, "/api/bots/{id}", Read, QT_TRANSLATE_NOOP("Engine", "One bot"),
     findBot, {200, "Bot"}},
    {Patch, "/api/bots/{id}", Admin, QT_TRANSLATE_NOOP("Engine", "Changes what the body names; a bot that runs is restarted with it"),
     changeBot, {200, "Bot"}, {Required, "BotRequest"}},
    {Delete, "/api/bots/{id}", Admin, QT_TRANSLATE_NOOP("Engine", "Deletes a bot with its token, its ledger and its subscriptions"),
     removeBot, {200, "BotDeleted"}},
    {Post, "/api/bots/{id}/start", Admin, QT_TRANSLATE_NOOP("Engine", "Starts a bot, also after restarts of Kule"),
     startBot, {200, "Bot"}},
    {Post, "/api/bots/{id}/stop", Admin, QT_TRANSLATE_NOOP("Engine", "Stops a bot once it has finished what it began, within 30 s"),
     stopBot, {200, "Bot"}},
    {Post, "/api/bots/{id}/restart", Admin, QT_TRANSLATE_NOOP("Engine", "Stops a bot and starts it again"),
     restartBot, {200, "Bot"}},
    {Put, "/api/bots/{id}/scale", Admin, QT_TRANSLATE_NOOP("Engine", "How many chats a bot handles at once"),
     scaleBot, {200, "Bot"}, {Required, "BotScale"}},
    {Get, "/api/bots/{id}/deliveries", Read, QT_TRANSLATE_NOOP("Engine", "Every message that a bot sent or is to send, newest first"),
     listBotDeliveries, {200, "BotDeliveryPage"}, {}, botDeliveryQuery},
    {Post, "/api/bots/{id}/deliveries/{n}", Admin, QT_TRANSLATE_NOOP("Engine", "Decides on a delivery that failed or is in review"),
     decideBotDelivery, {200, "BotDelivery"}, {Required, "BotVerdict"}},
    {Post, "/api/bots/import", Admin, QT_TRANSLATE_NOOP("Engine", "Makes a bot of each line of a Procfile, stopped; one whose name is there already stays as it is"),
     importBots, {200, "BotsImported"}, {Required, "BotImport"}},
    {Get, "/api/bots/{id}/log", Read, QT_TRANSLATE_NOOP("Engine", "A piece of a bot's log: what its script prints and what Kule says of it"),
     readBotLog, {200, "LogSlice"}, {}, botLogQuery},
    {Get, "/api/bots/{id}/log/search", Read, QT_TRANSLATE_NOOP("Engine", "Looks for a regular expression in a bot's log, a part at a time"),
     searchBotLog, {200, "LogHits"}, {}, botLogSearchQuery},
    {Get, "/api/bots/{id}/versions", Read, QT_TRANSLATE_NOOP("Engine", "Configurations of a bot as they were saved, newest first, without what stands in them"),
     listBotVersions, {200, "BotVersionPage"}, {}, pageQuery},
    {Get, "/api/bots/{id}/versions/{n}", Read, QT_TRANSLATE_NOOP("Engine", "A configuration as it was saved; to go back to it, change the bot with it"),
     findBotVersion, {200, "BotVersion"}},
    {Post, "/api/bots/check", Admin, QT_TRANSLATE_NOOP("Engine", "Asks Telegram whose a token is, and refuses one that is run already; nothing is kept"),
     checkBotToken, {200, "BotTokenOwner"}, {Required, "BotTokenCheck"}},
    {Post, "/api/bots/{id}/resolve", Admin, QT_TRANSLATE_NOOP("Engine", "Does what mends a bot that is in another's way, one of its deeds, and starts it"),
     resolveBot, {200, "Bot"}, {Required, "BotResolve"}},
    {Post, "/api/bots/{id}/environment", Admin, QT_TRANSLATE_NOOP("Engine", "Begins to make a script's virtual environment and to install its requirements.txt; the bot's log shows how"),
     makeBotEnvironment, {202, "Bot"}},
    {Delete, "/api/bots/{id}/environment", Admin, QT_TRANSLATE_NOOP("Engine", "Stops making a virtual environment; the one before it stays"),
     cancelBotEnvironment, {200, "Bot"}},
    {Post, "/telegram/{bot}", Telegram, QT_TRANSLATE_NOOP("Engine", "Takes an update from Telegram, once it is stored; needs the secret of the webhook in X-Telegram-Bot-Api-Secret-Token"),
     takeTelegramUpdate, {200, "Nothing"}},
    {Post, "/api/bots/preview", Admin, QT_TRANSLATE_NOOP("Engine", "What a source of announcements would bring now; nothing is sent or stored"),
     previewSource, {200, "SourcePreview"}, {Required, "SourcePreviewRequest"}},
    {Post, "/api/bots/{id}/preview", Admin, QT_TRANSLATE_NOOP("Engine", "What this bot's source of announcements would bring now; nothing is sent or stored"),
     previewBotSource, {200, "SourcePreview"}},
    {Get, "/api/bots/{id}/subscriptions", Read, QT_TRANSLATE_NOOP("Engine", "Chats that get a bot's announcements"),
     listBotSubscriptions, {200, "BotSubscriptionPage"}, {}, pageQuery},
    // Heroku
    {Get, "/api/heroku/apps", Read, QT_TRANSLATE_NOOP("Engine", "Apps on Heroku and when they are restarted, without their tokens"),
     listHerokuApps, {200, "HerokuApps"}},
    {Put, "/api/heroku/apps", Admin, QT_TRANSLATE_NOOP("Engine", "Adds an app with its token, which goes in and never out, or changes when it is restarted"),
     keepHerokuApp, {200, "HerokuApp"}, {Required, "HerokuAppRequest"}},
    {Delete, "/api/heroku/apps", Admin, QT_TRANSLATE_NOOP("Engine", "Forgets an app and its token; nothing changes at Heroku"),
     removeHerokuApp, {200, "HerokuAppName"}, {}, herokuAppQuery},
    {Get, "/api/heroku/apps/{app}/dynos", Read, QT_TRANSLATE_NOOP("Engine", "What an app runs, and when Heroku will restart it by itself"),
     listHerokuDynos, {200, "HerokuDynos"}},
    {Get, "/api/heroku/apps/{app}/formation", Read, QT_TRANSLATE_NOOP("Engine", "What an app is meant to run"),
     listHerokuFormation, {200, "HerokuFormation"}},
    {Get, "/api/heroku/apps/{app}/preview", Read, QT_TRANSLATE_NOOP("Engine", "What a deed would do now, and the value that confirms it"),
     previewHerokuDeed, {200, "HerokuPreview"}, {}, herokuPreviewQuery},
    {Put, "/api/heroku/apps/{app}/formation/{type}", Admin, QT_TRANSLATE_NOOP("Engine", "Scales a process type; unconfirmed it answers 409 with the effect and what to confirm it by"),
     scaleHerokuType, {200, "HerokuOutcome"}, {Required, "HerokuScale"}},
    {Post, "/api/heroku/apps/{app}/stop", Admin, QT_TRANSLATE_NOOP("Engine", "Stops a process type by quantity 0; unconfirmed it answers 409 with the effect and what to confirm it by"),
     stopHerokuType, {200, "HerokuOutcome"}, {Required, "HerokuStop"}},
    {Post, "/api/heroku/apps/{app}/restart", Admin, QT_TRANSLATE_NOOP("Engine", "Restarts a dyno, a process type or all; unconfirmed it answers 409 with the effect and what to confirm it by"),
     restartHeroku, {200, "HerokuOutcome"}, {Optional, "HerokuRestart"}},
    {Get, "/api/heroku/apps/{app}/logs", Read, QT_TRANSLATE_NOOP("Engine", "The last lines of an app's log"),
     readHerokuLog, {200, "HerokuLog"}, {}, herokuLogQuery},
    // Administration
    {Get, "/api/keys", Admin, QT_TRANSLATE_NOOP("Engine", "Access keys, without their secrets"),
     listKeys, {200, "AccessKeys"}},
    {Post, "/api/keys", Admin, QT_TRANSLATE_NOOP("Engine", "Makes an access key; its secret is shown this once"),
     createKey, {201, "NewAccessKey"}, {Required, "KeyRequest"}},
    {Delete, "/api/keys/{id}", Admin, QT_TRANSLATE_NOOP("Engine", "Revokes an access key"),
     revokeKey, {200, "AccessKey"}},
    {Get, "/api/settings", Read, QT_TRANSLATE_NOOP("Engine", "Settings and where each value comes from"),
     listSettings, {200, "Settings"}},
    {Put, "/api/settings/{key}", Admin, QT_TRANSLATE_NOOP("Engine", "Changes a setting"),
     changeSetting, {200, "Setting"}, {Required, "SettingChange"}},
    {Delete, "/api/settings/{key}", Admin, QT_TRANSLATE_NOOP("Engine", "Puts a setting back to its default"),
     resetSetting, {200, "Setting"}},
    {Get, "/api/activity", Read, QT_TRANSLATE_NOOP("Engine", "Who did what, newest first"),
     listActivity, {200, "ActivityPage"}, {}, activityQuery},
    {Get, "/api/activity/export", Read, QT_TRANSLATE_NOOP("Engine", "Who did what, as a file"),
     exportActivity, {200, nullptr, "text/csv; charset=utf-8"}, {}, exportQuery},
    {Get, "/api/retention/preview", Read, QT_TRANSLATE_NOOP("Engine", "What would go by the settings under keep., or by others"),
     previewRetention, {200, "Going"}, {}, keepQuery},
    {Get, "/api/status", Read, QT_TRANSLATE_NOOP("Engine", "Version, addresses, workers, store, uptime"),
     reportStatus, {200, "Status"}},
    {Get, "/api/requests", Admin, QT_TRANSLATE_NOOP("Engine", "The newest 500 requests of this server, newest first"),
     listRequests, {200, "Requests"}},
    {Get, "/api/overview", Read, QT_TRANSLATE_NOOP("Engine", "How Kule does: counts, the last day by hours, what runs, waits and failed"),
     reportOverview, {200, "Overview"}},
    // Secrets
    {Get, "/api/secrets", Admin, QT_TRANSLATE_NOOP("Engine", "Where secrets live, whether that works, and their names; never a value"),
     reportSecrets, {200, "Secrets"}},
    {Put, "/api/secrets/{name}", Admin, QT_TRANSLATE_NOOP("Engine", "Keeps a secret; slashes in its name are written %2F"),
     keepSecret, {200, "SecretName"}, {Required, "SecretValue"}},
    {Delete, "/api/secrets/{name}", Admin, QT_TRANSLATE_NOOP("Engine", "Deletes a secret"),
     removeSecret, {200, "SecretName"}},
    {Post, "/api/secrets/unlock", Admin, QT_TRANSLATE_NOOP("Engine", "Opens the vault, or has the keychain ask at this computer"),
     unlockSecrets, {200, "Secrets"}, {Optional, "Passphrase"}},
    {Post, "/api/secrets/passphrase", Admin, QT_TRANSLATE_NOOP("Engine", "Changes the vault's passphrase; without the former one starts a new vault and keeps the old aside"),
     changePassphrase, {200, "Secrets"}, {Required, "PassphraseChange"}},
    {Post, "/api/secrets/backend", Admin, QT_TRANSLATE_NOOP("Engine", "Moves all secrets to another place: copies, reads back, then deletes"),
     moveSecrets, {200, "Secrets"}, {Required, "SecretMove"}},
    // About this server
    {Get, "/livez", Open, QT_TRANSLATE_NOOP("Engine", "Answers while the process lives"),
     reportLive, {200, "Alive"}},
    {Get, "/readyz", Open, QT_TRANSLATE_NOOP("Engine", "Answers 503 while jobs cannot be stored"),
     reportReady, {200, "Alive"}},
    {Get, "/metrics", Read, QT_TRANSLATE_NOOP("Engine", "Prometheus metrics"),
     reportMetrics, {200, nullptr, "text/plain; version=0.0.4; charset=utf-8"}},
    {Get, "/openapi.json", Open, QT_TRANSLATE_NOOP("Engine", "This description"),
     sendOpenApi, {200, "OpenApi"}},
    {Get, "/docs", Open, QT_TRANSLATE_NOOP("Engine", "A page to read and try this API"),
     sendDocs, {200, nullptr, "text/html; charset=utf-8"}},
};

consteval bool everyWriteIsGuarded()
{
    for (const Operation &operation : table) {
        if (operation.verb != Get && (operation.access == Open || operation.access == Read))
            return false;
    }
    return true;
}

consteval bool noTwoAreAlike()
{
    for (std::size_t i = 0; i < std::size(table); ++i) {
        for (std::size_t j = i + 1; j < std::size(table); ++j) {
            if (table[i].verb == table[j].verb && std::string_view(table[i].path) == table[j].path)
                return false;
        }
    }
    return true;
}

consteval bool onlyWritesTakeBodies()
{
    for (const Operation &operation : table) {
        if (operation.body.need != None && (operation.verb == Get || operation.verb == Delete || !operation.body.schema))
            return false;
    }
    return true;
}

static_assert(!allows(Run, Scope::Read) && !allows(Admin, Scope::Read) && !allows(Admin, Scope::Run), "a scope holds the ones before it only");
static_assert(allows(Read, Scope::Admin) && allows(Run, Scope::Admin) && allows(Admin, Scope::Admin), "admin may all");
static_assert(everyWriteIsGuarded(), "a write needs scope run or admin");
static_assert(noTwoAreAlike(), "two rows have the same verb and path");
static_assert(onlyWritesTakeBodies(), "a body belongs to POST, PUT or PATCH and has a schema");

} // namespace

std::span<const Operation> operations()
{
    return table;
}

} // namespace kule
