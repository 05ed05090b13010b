// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/presentation.h"

#include "bots/botservice.h"

namespace kule {
namespace {

Json orNull(const QString &text)
{
    return text.isEmpty() ? Json(nullptr) : Json(text);
}

Json sentenceOrNull(const Text &text, Language language)
{
    return text.source.isEmpty() ? Json(nullptr) : Json(text.in(language));
}

} // namespace

Json present(const BotConflict &conflict, Language)
{
    return {{"kind", kule::wordOf(conflict.who)}, {"pid", conflict.pid > 0 ? Json(conflict.pid) : Json(nullptr)}, {"host", orNull(conflict.host)}, {"app", orNull(conflict.app)}};
}

Json present(const std::vector<ImportedLine> &lines, Language language)
{
    Json json = Json::array();
    for (const ImportedLine &line : lines) {
        json.push_back({{"line", line.number},
                        {"text", line.text},
                        {"name", orNull(line.name)},
                        {"outcome", kule::wordOf(line.outcome)},
                        {"id", orNull(line.bot.value)},
                        {"reason", sentenceOrNull(line.reason, language)}});
    }
    return {{"lines", std::move(json)}};
}

Json present(const BotView &view, Language language)
{
    const Bot &bot = view.bot;
    Json deeds = Json::array();
    for (const BotDeed deed : view.deeds)
        deeds.push_back(kule::wordOf(deed));
    return {{"id", bot.id.value},
            {"name", bot.name},
            {"kind", kule::wordOf(bot.kind)},
            {"mode", kule::wordOf(bot.mode)},
            {"enabled", bot.wish == BotWish::Running},
            {"quantity", bot.quantity},
            {"username", orNull(bot.username)},
            {"state", kule::wordOf(view.condition.state)},
            {"reason", sentenceOrNull(view.condition.reason, language)},
            {"restarts", view.condition.restarts},
            {"restart_schedule", present(bot.restarts, language)},
            {"next_restart_at", timeJson(view.condition.nextRestartAt)},
            {"next_try_at", timeJson(view.condition.nextTryAt)},
            {"last_update_at", timeJson(bot.lastUpdateAt)},
            {"updates_per_minute", view.condition.figures.updatesAMinute},
            {"latency_ms", view.condition.figures.latencyMs ? Json(*view.condition.figures.latencyMs) : Json(nullptr)},
            {"errors_last_hour", view.condition.figures.errors},
            {"webhook", orNull(view.webhook)},
            {"conflict", view.condition.conflict ? present(*view.condition.conflict, language) : Json(nullptr)},
            {"deeds", std::move(deeds)},
            {"environment", bot.kind == BotKind::Script ? Json{{"state", kule::wordOf(view.environment.state)}, {"reason", sentenceOrNull(view.environment.reason, language)}} : Json(nullptr)},
            {"config", bot.config},
            {"version", bot.version},
            {"created_at", timeJson(bot.createdAt)}};
}

Json present(const BotConfigVersion &version, Language)
{
    Json json{{"version", version.version}, {"at", timeJson(version.at)}, {"by", version.actor}};
    if (!version.config.is_null())
        json["config"] = version.config;
    return json;
}

Json present(const TokenOwner &owner, Language language)
{
    return {{"number", owner.number}, {"username", orNull(owner.username)}, {"name", owner.name}, {"other", owner.other ? present(*owner.other, language) : Json(nullptr)}};
}

Json present(const BotDelivery &delivery, Language)
{
    return {{"n", delivery.n},
            {"chat_id", delivery.chat},
            {"source", delivery.announcement ? "announcement" : "update"},
            {"source_id", delivery.source},
            {"part", delivery.part},
            {"state", kule::wordOf(delivery.state)},
            {"what", kule::wordOf(delivery.outgoing.what)},
            {"text", delivery.outgoing.text},
            {"message_ids", delivery.messages},
            {"attempts", delivery.attempts},
            {"error", delivery.error.isEmpty() ? Json(nullptr) : Json(delivery.error)},
            {"created_at", timeJson(delivery.createdAt)},
            {"changed_at", timeJson(delivery.changedAt)}};
}

Json present(const SourcePreview &preview, Language language)
{
    const auto listOf = [](const QStringList &texts) { return Json(std::vector<QString>(texts.begin(), texts.end())); };
    Json items = Json::array();
    for (const PreviewItem &item : preview.items)
        items.push_back({{"id", item.item.id},
                         {"link", item.item.link.isEmpty() ? Json(nullptr) : Json(item.item.link)},
                         {"title", item.item.title},
                         {"text", item.isRead && !item.problem ? Json(item.detail) : Json(nullptr)},
                         {"problem", item.problem ? Json{{"code", item.problem->code}, {"message", item.problem->message.in(language)}} : Json(nullptr)},
                         {"known", item.isKnown},
                         {"messages", {{"tr", listOf(item.turkish)}, {"en", listOf(item.english)}}}});
    return {{"items", std::move(items)}, {"total", preview.total}};
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

} // namespace kule
