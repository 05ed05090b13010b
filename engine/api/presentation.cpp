// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/presentation.h"

namespace kule {
namespace {

template <class T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json orNull(const QString &text)
{
    return text.isEmpty() ? Json(nullptr) : Json(text);
}

Json orNull(const Text &text, Language language)
{
    return orNull(text.in(language));
}

Json present(const Attempt &attempt, Language language)
{
    return {{"number", attempt.number},
            {"state", wordOf(attempt.state)},
            {"code_hash", attempt.codeHash},
            {"queued_at", timeJson(attempt.queuedAt)},
            {"started_at", timeJson(attempt.startedAt)},
            {"ended_at", timeJson(attempt.endedAt)},
            {"pid", orNull(attempt.pid)},
            {"python", orNull(attempt.python)},
            {"exit_code", orNull(attempt.exitCode)},
            {"signal", orNull(attempt.signal)},
            {"log_bytes", attempt.logBytes},
            {"result", orNull(attempt.result)},
            {"result_is_repr", attempt.resultIsRepr},
            {"error_type", orNull(attempt.errorType)},
            {"error", orNull(attempt.error, language)},
            {"fatal_file", orNull(attempt.fatalFile)}};
}

Json present(const JobEvent &event, Language)
{
    return {{"number", event.number},   {"attempt", event.attempt}, {"at", timeJson(event.at)},        {"channel", event.channel},
            {"event", event.event}, {"data", event.data},       {"delivery", event.delivery}};
}

Json present(const DeliveryTry &attempt, Language language)
{
    return {{"number", attempt.number},
            {"at", timeJson(attempt.at)},
            {"status", attempt.status == 0 ? Json(nullptr) : Json(attempt.status)},
            {"error", orNull(attempt.error, language)},
            {"duration_ms", attempt.durationMs}};
}

template <class T>
Json presentEach(const std::vector<T> &items, Language language)
{
    Json array = Json::array();
    for (const T &item : items)
        array.push_back(present(item, language));
    return array;
}

const char *wordOf(SettingSource source)
{
    switch (source) {
    case SettingSource::Default:
        return "default";
    case SettingSource::File:
        return "file";
    case SettingSource::Environment:
        return "environment";
    case SettingSource::Flag:
        return "flag";
    }
    return "default";
}

const char *wordOf(SettingType type)
{
    switch (type) {
    case SettingType::Text:
        return "text";
    case SettingType::Number:
        return "number";
    case SettingType::Switch:
        return "switch";
    case SettingType::Choice:
        return "choice";
    case SettingType::Path:
        return "path";
    case SettingType::PathList:
        return "path_list";
    case SettingType::TextList:
        return "text_list";
    case SettingType::Secret:
        return "secret";
    }
    return "text";
}

} // namespace

Json timeJson(qint64 wallMs)
{
    return wallMs == 0 ? Json(nullptr) : Json(isoTime(wallMs));
}

Json timeJson(const std::optional<qint64> &wallMs)
{
    return timeJson(wallMs.value_or(0));
}

Json present(const Job &job, Language language)
{
    return {{"id", job.id.value},
            {"seq", job.seq},
            {"revision", job.revision},
            {"kind", job.kind},
            {"process_id", job.processId},
            {"label", job.label},
            {"file_path", job.filePath},
            {"state", kule::wordOf(job.state)},
            {"progress", job.progress},
            {"step", job.step},
            {"attempt", job.attempt},
            {"created_at", timeJson(job.createdAt)},
            {"queued_at", timeJson(job.queuedAt)},
            {"started_at", timeJson(job.startedAt)},
            {"ended_at", timeJson(job.endedAt)},
            {"actor", job.actor},
            {"error_type", orNull(job.errorType)},
            {"error", orNull(job.error, language)},
            {"fatal_file", orNull(job.fatalFile)},
            {"position", orNull(job.position)},
            {"waiting", job.waiting ? Json(job.waiting->in(language)) : Json(nullptr)},
            {"is_stopping", job.isStopping}};
}

Json present(const JobDetail &detail, Language language)
{
    Json json = present(detail.job, language);
    json["path"] = detail.path;
    json["args"] = detail.args;
    json["kwargs"] = detail.kwargs;
    json["callback_url"] = orNull(detail.callbackUrl);
    json["timeout_s"] = detail.timeout ? Json(static_cast<double>(detail.timeout->count()) / 1000) : Json(nullptr);
    json["attempts"] = presentEach(detail.attempts, language);
    json["events"] = presentEach(detail.events, language);
    return json;
}

Json present(const LogSlice &slice, Language)
{
    return {{"offset", slice.offset}, {"next", slice.next}, {"size", slice.size}, {"skipped", slice.skipped},
            {"text", slice.text},     {"is_complete", slice.isComplete}};
}

Json present(const LogHits &found, Language)
{
    Json hits = Json::array();
    for (const LogHit &hit : found.hits)
        hits.push_back({{"offset", hit.offset}, {"time", timeJson(hit.at)}, {"text", hit.text}});
    return {{"hits", std::move(hits)}, {"next", found.next}, {"size", found.size}, {"is_end", found.isEnd}};
}

Json present(const JobCounts &counts, Language)
{
    Json byState = Json::object();
    for (const JobState state : allJobStates)
        byState[kule::wordOf(state)] = counts.byState.value(kule::wordOf(state));
    return {{"queued", counts.queued}, {"running", counts.running}, {"total", counts.total}, {"by_state", std::move(byState)}};
}

Json present(const Submitted &submitted, Language)
{
    return {{"process_id", submitted.processId}, {"job_id", submitted.id.value}, {"state", kule::wordOf(submitted.state)}};
}

Json present(const Fatal &fatal, Language language)
{
    return {{"filename", fatal.filename},       {"process_id", fatal.processId},     {"error", fatal.error.in(language)},
            {"type", fatal.type},               {"file", fatal.file},                {"time", timeJson(fatal.time)},
            {"size", fatal.size},               {"fingerprint", fatal.fingerprint},  {"job_id", orNull(fatal.job.value)},
            {"attempt", fatal.attempt},         {"is_readable", fatal.isReadable}};
}

Json present(const FatalGroup &group, Language language)
{
    return {{"fingerprint", group.fingerprint},
            {"type", group.type},
            {"place", group.place},
            {"reason", group.reason.in(language)},
            {"total", group.total},
            {"kept", group.kept},
            {"first_seen", timeJson(group.firstSeen)},
            {"last_seen", timeJson(group.lastSeen)},
            {"last_error", group.lastError.in(language)}};
}

Json present(const Delivery &delivery, Language language)
{
    const bool isWaiting = delivery.state == DeliveryState::Waiting;
    return {{"id", delivery.id.value},
            {"job_id", delivery.job.value},
            {"attempt", delivery.attempt},
            {"url", delivery.url},
            {"state", kule::wordOf(delivery.state)},
            {"created_at", timeJson(delivery.createdAt)},
            {"next_at", isWaiting ? timeJson(delivery.nextAt) : Json(nullptr)},
            {"tries", presentEach(delivery.tries, language)}};
}

Json present(const BotView &view, Language language)
{
    const Bot &bot = view.bot;
    return {{"id", bot.id.value},
            {"name", bot.name},
            {"kind", kule::wordOf(bot.kind)},
            {"mode", kule::wordOf(bot.mode)},
            {"enabled", bot.wish == BotWish::Running},
            {"quantity", bot.quantity},
            {"username", bot.username.isEmpty() ? Json(nullptr) : Json(bot.username)},
            {"state", kule::wordOf(view.condition.state)},
            {"reason", view.condition.reason.source.isEmpty() ? Json(nullptr) : Json(view.condition.reason.in(language))},
            {"restarts", view.condition.restarts},
            {"restart_schedule", present(bot.restarts, language)},
            {"next_restart_at", timeJson(view.condition.nextRestartAt)},
            {"last_update_at", timeJson(bot.lastUpdateAt)},
            {"webhook", view.webhook.isEmpty() ? Json(nullptr) : Json(view.webhook)},
            {"config", bot.config},
            {"version", bot.version},
            {"created_at", timeJson(bot.createdAt)}};
}

Json present(const BotDelivery &delivery, Language)
{
    return {{"n", delivery.n},
            {"chat_id", delivery.chat},
            {"source", delivery.announcement ? "announcement" : "update"},
            {"source_id", delivery.source},
            {"part", delivery.part},
            {"state", kule::wordOf(delivery.state)},
            {"text", delivery.outgoing.text},
            {"message_ids", delivery.messages},
            {"attempts", delivery.attempts},
            {"error", delivery.error.isEmpty() ? Json(nullptr) : Json(delivery.error)},
            {"created_at", timeJson(delivery.createdAt)},
            {"changed_at", timeJson(delivery.changedAt)}};
}

Json present(const Subscription &subscription, Language)
{
    return {{"chat_id", subscription.chat},
            {"title", subscription.title},
            {"by", subscription.by == 0 ? Json(nullptr) : Json(subscription.by)},
            {"since", timeJson(subscription.since)},
            {"ended_at", timeJson(subscription.endedAt)},
            {"reason", subscription.reason.isEmpty() ? Json(nullptr) : Json(subscription.reason)}};
}

Json present(const AccessKey &key, Language)
{
    return {{"id", key.id.value},
            {"name", key.name},
            {"scope", kule::wordOf(key.scope)},
            {"created_at", timeJson(key.createdAt)},
            {"last_used_at", timeJson(key.lastUsedAt)},
            {"revoked_at", timeJson(key.revokedAt)},
            {"is_of_this_session", key.isOfThisSession}};
}

Json present(const NewKey &made, Language language)
{
    Json json = present(made.key, language);
    json["key"] = made.secret->view().toByteArray();
    return json;
}

Json present(const SettingInfo &setting, Language language)
{
    const SettingRow &row = rowOf(setting.id);
    const bool isSecret = row.type == SettingType::Secret;
    return {{"key", row.key},
            {"environment", row.environment},
            {"type", wordOf(row.type)},
            {"value", isSecret ? Json(nullptr) : Json(setting.value)},
            {"default", isSecret ? Json(nullptr) : Json(row.fallback)},
            {"choices", row.type == SettingType::Choice || row.type == SettingType::Number
                            ? Json(QString::fromLatin1(row.choices).split(u' ', Qt::SkipEmptyParts))
                            : Json::array()},
            {"source", wordOf(setting.source)},
            {"takes_effect", row.takesEffect == SettingTakesEffect::AtOnce ? "at_once" : "after_restart"},
            {"meaning", text(row.meaning).in(language)}};
}

Json present(const Activity &activity, Language)
{
    return {{"seq", activity.seq},       {"at", timeJson(activity.at)},   {"actor", activity.actor},
            {"action", activity.action}, {"target", activity.target}, {"detail", activity.detail}};
}

Json present(const ApiRequestNote &note, Language)
{
    return {{"at", timeJson(note.at)},   {"method", QString::fromLatin1(note.method)}, {"target", QString::fromUtf8(note.target)},
            {"status", note.status}, {"duration_us", note.microseconds},           {"caller", note.caller.isEmpty() ? Json(nullptr) : Json(note.caller)}};
}

Json present(const SecretState &state, Language language)
{
    Json secrets = Json::array();
    for (const SecretInfo &secret : state.secrets)
        secrets.push_back({{"name", secret.name}, {"updated_at", timeJson(secret.updatedAt)}, {"is_given", secret.isGiven}});
    return {{"backend", wordOf(state.place)},
            {"is_decided", state.isDecided},
            {"is_probed", state.isProbed},
            {"is_well", state.isProbed && !state.problem},
            {"problem", state.problem ? present(*state.problem, language) : Json(nullptr)},
            {"has_vault", state.hasVault},
            {"secrets", std::move(secrets)}};
}

Json present(const Overview &overview, Language language)
{
    const auto ofDay = [](const DayCounts &day) { return Json{{"succeeded", day.succeeded}, {"failed", day.failed}}; };
    Json hours = Json::array();
    for (const HourCounts &hour : overview.hours)
        hours.push_back({{"begin", timeJson(hour.begin)}, {"succeeded", hour.succeeded}, {"failed", hour.failed}});
    Json failures = Json::object();
    for (const auto &[code, count] : overview.titles.failures)
        failures[code.toStdString()] = count;
    const bool isDiskKnown = overview.diskBytes > 0;
    return {{"at", timeJson(overview.at)},
            {"jobs", present(overview.jobs, language)},
            {"last_day", ofDay(overview.lastDay)},
            {"day_before", ofDay(overview.dayBefore)},
            {"hours", std::move(hours)},
            {"running", presentEach(overview.running, language)},
            {"waiting", presentEach(overview.waiting, language)},
            {"fatals", {{"total", overview.fatals}, {"groups", presentEach(overview.groups, language)}}},
            {"titles", {{"cache", overview.titles.cache}, {"database", overview.titles.database}, {"netflix", overview.titles.netflix}, {"failed", overview.titles.failed}, {"failures", std::move(failures)}}},
            {"callbacks", {{"waiting", overview.waitingCallbacks}, {"dead", overview.deadCallbacks}}},
            {"store", {{"is_well", !overview.trouble}, {"problem", overview.trouble ? present(*overview.trouble, language) : Json(nullptr)}}},
            {"database_bytes", overview.databaseBytes},
            {"disk", {{"free_bytes", isDiskKnown ? Json(overview.freeBytes) : Json(nullptr)}, {"bytes", isDiskKnown ? Json(overview.diskBytes) : Json(nullptr)}}}};
}

Json present(const WorkerHealth &health, Language language)
{
    return {{"interpreter", orNull(health.interpreter)},
            {"version", orNull(health.version)},
            {"has_selenium", health.hasSelenium},
            {"warm", health.warm},
            {"problem", health.problem ? present(*health.problem, language) : Json(nullptr)}};
}

Json present(const BulkRun &run, Language language)
{
    Json skips = Json::array();
    for (const BulkSkip &skip : run.skips)
        skips.push_back({{"code", skip.code}, {"reason", skip.reason.in(language)}, {"count", skip.count}});
    return {{"id", run.id},
            {"action", kule::wordOf(run.action)},
            {"q", run.said},
            {"total", run.total},
            {"done", run.done},
            {"skipped", run.skipped},
            {"skips", std::move(skips)},
            {"is_finished", run.isFinished},
            {"problem", run.problem ? present(*run.problem, language) : Json(nullptr)},
            {"undo", run.removal ? Json(run.removal->undo) : Json(nullptr)},
            {"undo_until", run.removal ? timeJson(run.removal->until) : Json(nullptr)}};
}

Json present(const Going &going, Language)
{
    return {{"kind", kule::wordOf(going.kind)}, {"total", going.total}, {"total_bytes", going.totalBytes},
            {"count", going.count},             {"bytes", going.bytes}, {"oldest", timeJson(going.oldest)}};
}

Json present(const Error &error, Language language)
{
    Json json{{"code", error.code}, {"message", error.message.in(language)}};
    if (!error.details.is_null())
        json["details"] = error.details;
    return json;
}

} // namespace kule
