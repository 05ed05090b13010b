// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "titles/titleservice.h"
#include "titles/titleurl.h"

namespace kule {
namespace {

constexpr std::size_t longestUrl = 8192; // bytes

// The document's shape of what is wrong with a body: {"errors": [{"field", "message"}]}.
Error wrongField(const CallPtr &call, const char *field, const Text &why)
{
    Json errors = Json::array();
    errors.push_back({{"field", field}, {"message", why.in(call->language())}});
    return {ErrorKind::Invalid, "VALIDATION_ERROR", why, Json{{"errors", std::move(errors)}}, std::nullopt};
}

Result<TitleRequest> titleRequestOf(const CallPtr &call)
{
    const Json &body = call->body();
    const auto url = body.is_object() ? body.find("url") : body.end();
    if (!body.is_object() || url == body.end() || !url->is_string())
        return fail(wrongField(call, "url", text(QT_TRANSLATE_NOOP("Engine", "url is required: the address of a title, such as https://www.netflix.com/tr/title/81616256."))));
    TitleRequest request;
    request.url = url->get<QString>();
    if (auto key = titleKeyOf(request.url); !key)
        return fail(wrongField(call, "url", key.error().message));
    const auto refresh = body.find("refresh");
    if (refresh != body.end() && !refresh->is_boolean() && !refresh->is_null())
        return fail(wrongField(call, "refresh", text(QT_TRANSLATE_NOOP("Engine", "refresh must be true or false."))));
    request.freshness = refresh != body.end() && *refresh == true ? Freshness::Fetched : Freshness::Any;
    return request;
}

Json pendingJson(const Submitted &submitted, Language)
{
    return {{"jobId", submitted.id.value}, {"status", "pending"}};
}

constexpr qsizetype longestName = 20;

bool isMadeOf(const QString &text, QLatin1String signs)
{
    return text.size() <= longestName && std::all_of(text.begin(), text.end(), [signs](QChar c) { return signs.contains(c); });
}

/// /api/titles/{id}?locale=
Result<TitleKey> keyOf(const CallPtr &call)
{
    const QString locale = call->query("locale").value_or(QString());
    const bool isOne = !call->value().isEmpty() && isMadeOf(call->value(), QLatin1String("0123456789")) && isMadeOf(locale, QLatin1String("abcdefghijklmnopqrstuvwxyz-"));
    if (!isOne)
        return fail(ErrorKind::NotFound, "title.not_found",
                    text(QT_TRANSLATE_NOOP("Engine", "There is no title %1 in the database. Ask for its url first."), call->value().left(40) + u'/' + locale.left(40)));
    return TitleKey{call->value().toLatin1(), locale.toLatin1()};
}

template <class F>
void withKey(const CallPtr &call, F f)
{
    if (const auto key = keyOf(call))
        f(*key);
    else
        call->fail(key.error());
}

void replyDone(const CallPtr &call, Future<Done> future, const Json &data)
{
    future
        .then([call, data](const Done &done) { done ? call->succeed(data, 200) : call->fail(done.error()); });
}

Result<TitleBatchRequest> batchRequestOf(const CallPtr &call)
{
    const Json &body = call->body();
    const auto bad = [](Text why) { return fail(invalid("api.bad_field", std::move(why))); };
    if (!body.is_object() || !body.contains("urls") || !body["urls"].is_array())
        return bad(text(QT_TRANSLATE_NOOP("Engine", "urls is required: a list of addresses of titles.")));
    TitleBatchRequest request;
    for (const Json &url : body["urls"]) {
        if (!url.is_string() || url.get_ref<const std::string &>().size() > longestUrl)
            return bad(text(QT_TRANSLATE_NOOP("Engine", "Each of urls must be text of at most 8,192 bytes.")));
        request.urls += url.get<QString>().trimmed();
    }
    const auto label = body.find("label");
    if (label != body.end() && !label->is_null() && (!label->is_string() || label->get<QString>().size() > 200))
        return bad(text(QT_TRANSLATE_NOOP("Engine", "label must be text of at most 200 characters.")));
    request.label = textOf(body, "label");
    const auto refresh = body.find("refresh");
    if (refresh != body.end() && !refresh->is_boolean() && !refresh->is_null())
        return bad(text(QT_TRANSLATE_NOOP("Engine", "refresh must be true or false.")));
    request.isRefresh = refresh != body.end() && *refresh == true;
    return request;
}

} // namespace

void getInfo(const ApiContext &api, const CallPtr &call)
{
    const auto request = titleRequestOf(call);
    if (!request)
        return call->fail(request.error());
    if (request->freshness == Freshness::Any) {
        if (const auto known = api.services.titles.cached(*titleKeyOf(request->url)))
            return call->succeedWith(*known, 200);
    }
    replyBy(call, api.services.titles.get(*request, call->actor()), [call](const TitleAnswer &answer) { call->succeedWith(answer.json, 200); });
}

void getInfoLater(const ApiContext &api, const CallPtr &call)
{
    const auto request = titleRequestOf(call);
    if (!request)
        return call->fail(request.error());
    reply(call, api.services.titles.submit(*request, call->actor()), 202, pendingJson);
}

void listTitles(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<TitleFilter>(api, *call);
    const auto page = call->page();
    if (!filter || !page)
        return call->fail(filter ? page.error() : filter.error());
    reply(call, api.services.titles.list(*filter, *page), 200, presented);
}

void reportTitles(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.titles.state(), 200, presented);
}

void findTitle(const ApiContext &api, const CallPtr &call)
{
    withKey(call, [&](const TitleKey &key) { reply(call, api.services.titles.find(key), 200, presented); });
}

void sendTitlePage(const ApiContext &api, const CallPtr &call)
{
    withKey(call, [&](const TitleKey &key) {
        replyBy(call, api.services.titles.page(key), [call](const RawPage &page) {
            http::Response response;
            // As text: what a foreign page holds must never run as ours.
            response.contentType = "text/plain; charset=utf-8";
            response.headers.emplace_back("Content-Disposition", "attachment; filename=\"page.html\"");
            response.body = page.body();
            call->send(std::move(response));
        });
    });
}

void sendBackdrop(const ApiContext &api, const CallPtr &call)
{
    withKey(call, [&](const TitleKey &key) {
        replyBy(call, api.services.titles.backdrop(key), [call](const Backdrop &backdrop) {
            http::Response response;
            response.contentType = backdrop.contentType;
            response.headers.emplace_back("X-Content-Type-Options", "nosniff");
            response.body = backdrop.bytes;
            call->send(std::move(response));
        });
    });
}

void refreshTitle(const ApiContext &api, const CallPtr &call)
{
    withKey(call, [&](const TitleKey &key) {
        const TitleRequest request{QStringLiteral("https://www.netflix.com") + QString::fromLatin1(pathOf(key)), Freshness::Fetched, {}};
        reply(call, api.services.titles.submit(request, call->actor()), 202, pendingJson);
    });
}

void parseTitleAgain(const ApiContext &api, const CallPtr &call)
{
    withKey(call, [&](const TitleKey &key) { reply(call, api.services.titles.parseAgain(key, call->actor()), 200, presented); });
}

void parseTitlesAgain(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.titles.parseAll(call->actor()), 200, [](const ParsedPages &pages, Language) { return Json{{"read", pages.read}, {"failed", pages.failed}}; });
}

void removeTitle(const ApiContext &api, const CallPtr &call)
{
    withKey(call, [&](const TitleKey &key) { replyDone(call, api.services.titles.remove(key, call->actor()), {{"deleted", 1}}); });
}

void clearTitleCache(const ApiContext &api, const CallPtr &call)
{
    replyDone(call, api.services.titles.clearCache(call->actor()), Json::object());
}

void clearTitles(const ApiContext &api, const CallPtr &call)
{
    // The count is said again, as wherever many things go at once.
    const auto expected = expectedOf(*call);
    if (!expected)
        return call->fail(expected.error());
    replyBy(call, api.services.titles.state(), [api, call, expected = *expected](const TitleState &state) {
        if (state.sizes && state.sizes->titles != expected)
            return call->fail(Error{ErrorKind::Conflict, "titles.count_changed",
                                    text(QT_TRANSLATE_NOOP("Engine", "There are %1 titles by now. Nothing was deleted; look again."), QString::number(state.sizes->titles)),
                                    Json{{"count", state.sizes->titles}}, std::nullopt});
        reply(call, api.services.titles.clearDatabase(call->actor()), 200, [](qint64 count, Language) { return Json{{"deleted", count}}; });
    });
}

void beginTitleBatch(const ApiContext &api, const CallPtr &call)
{
    const auto request = batchRequestOf(call);
    if (!request)
        return call->fail(request.error());
    reply(call, api.services.titles.begin(*request, call->actor()), 202, presented);
}

void listTitleBatches(const ApiContext &api, const CallPtr &call)
{
    const auto page = call->page();
    if (!page)
        return call->fail(page.error());
    reply(call, api.services.titles.batches(*page), 200, presented);
}

void findTitleBatch(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.titles.batch(call->value()), 200, presented);
}

void listTitleBatchItems(const ApiContext &api, const CallPtr &call)
{
    const auto page = call->page();
    if (!page)
        return call->fail(page.error());
    reply(call, api.services.titles.batchItems(call->value(), *page), 200, presented);
}

void stopTitleBatch(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.titles.stopBatch(call->value(), call->actor()), 200, presented);
}

void resumeTitleBatch(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.titles.resumeBatch(call->value(), call->actor()), 200, presented);
}

void retryTitleBatchItem(const ApiContext &api, const CallPtr &call)
{
    bool isNumber = false;
    const qint64 number = call->value(1).toLongLong(&isNumber);
    // What is no number is no title of the batch either.
    reply(call, api.services.titles.retryItem(call->value(), isNumber ? number : 0, call->actor()), 200, presented);
}

} // namespace kule
