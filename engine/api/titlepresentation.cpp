// SPDX-License-Identifier: GPL-3.0-or-later
// Titles as the API's JSON; the rest of presentation.h stands in presentation.cpp.
#include "api/presentation.h"

namespace kule {
namespace {

Json problemOf(const std::optional<Error> &problem, Language language)
{
    return problem ? present(*problem, language) : Json(nullptr);
}

} // namespace

Json present(const StoredTitle &title, Language)
{
    Json json = toJson(title.info);
    Json provenance = Json::object();
    for (const auto &[field, source] : title.provenance)
        provenance[nameOf(field).constData()] = {{"extractor", source.extractor}, {"page_at", timeJson(source.pageAt)}};
    json["id"] = title.key.id;
    json["locale"] = title.key.locale;
    json["provenance"] = std::move(provenance);
    json["is_partial"] = title.isPartial;
    json["page_at"] = timeJson(title.pageAt);
    json["saved_at"] = timeJson(title.savedAt);
    json["changes"] = title.changes;
    return json;
}

Json present(const TitleDetail &detail, Language language)
{
    Json json = present(detail.title, language);
    Json history = Json::array();
    for (const TitleChange &change : detail.history)
        history.push_back({{"number", change.number}, {"at", timeJson(change.at)}, {"cause", change.cause}, {"changes", change.changes}});
    json["history"] = std::move(history);
    json["page"] = detail.page ? Json{{"url", detail.page->url}, {"content_type", detail.page->contentType}, {"fetched_at", timeJson(detail.page->fetchedAt)}, {"size", detail.page->size}}
                               : Json(nullptr);
    return json;
}

Json present(const TitleState &state, Language language)
{
    const CacheState &cache = state.cache;
    Json ended = Json::object();
    for (const auto &[outcome, count] : state.ended)
        ended[outcome.toStdString()] = count;
    Json sizes = nullptr;
    if (state.sizes)
        sizes = {{"titles", state.sizes->titles}, {"partial", state.sizes->partial}, {"pages", state.sizes->pages}, {"page_bytes", state.sizes->pageBytes}};
    return {{"cache",
             {{"kind", cache.kind}, {"place", cache.place}, {"problem", problemOf(cache.problem, language)}, {"entries", cache.entries}, {"bytes", cache.bytes}, {"hits", cache.hits},
              {"misses", cache.misses}}},
            {"database", {{"kind", state.database.kind}, {"place", state.database.place}, {"problem", problemOf(state.database.problem, language)}, {"sizes", std::move(sizes)}}},
            {"spooled", state.spooled},
            {"batches",
             {{"running", state.batches.running}, {"stopped", state.batches.stopped}, {"titles_waiting", state.batches.titlesWaiting}, {"titles_running", state.batches.titlesRunning}}},
            {"ended", std::move(ended)}};
}

Json present(const TitleBatch &batch, Language)
{
    return {{"id", batch.id},
            {"label", batch.label},
            {"state", wordOf(batch.state)},
            {"refresh", batch.isRefresh},
            {"actor", batch.actor},
            {"created_at", timeJson(batch.createdAt)},
            {"ended_at", timeJson(batch.endedAt)},
            {"total", batch.total},
            {"waiting", batch.waiting},
            {"running", batch.running},
            {"succeeded", batch.succeeded},
            {"failed", batch.failed}};
}

Json present(const TitleBatchItem &item, Language language)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? Json(nullptr) : Json(text); };
    return {{"number", item.number},
            {"url", item.url},
            {"state", item.state},
            {"job_id", orNull(item.job.value)},
            {"source", orNull(QString::fromLatin1(item.source))},
            {"code", orNull(QString::fromLatin1(item.code))},
            {"error", orNull(item.error.in(language))},
            {"title", orNull(item.title)},
            {"page_at", item.pageAt == 0 ? Json(nullptr) : timeJson(item.pageAt)}};
}

} // namespace kule
