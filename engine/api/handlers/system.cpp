// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "api/docspage.h"
#include "api/openapi.h"
#include "callbacks/callbackservice.h"
#include "fatals/fatalservice.h"
#include "jobs/jobservice.h"
#include "overview/overviewservice.h"

#include <variant>

namespace kule {
namespace {

template <class T>
T valueOrNone(const QFuture<Result<T>> &future)
{
    return future.resultCount() > 0 ? future.result().value_or(T()) : T();
}

// What the n-th of the futures given to whenAll brought; an empty value where it failed, so that one trouble hides no other.
template <std::size_t n, class... Futures>
auto answerOf(const QList<std::variant<Futures...>> &answers)
{
    return valueOrNone(std::get<n>(answers.at(n)));
}

qint64 uptimeOf(const ApiContext &api)
{
    return api.services.clock.steadyMs() - api.startedAt;
}

} // namespace

void reportStatus(const ApiContext &api, const CallPtr &call)
{
    QtFuture::whenAll(api.control.status(), api.services.executor.health(), api.services.jobs.counts())
        .then(QtFuture::Launch::Sync, [api, call]<class... F>(const QList<std::variant<F...>> &answers) {
            const Language language = call->language();
            const ApiStatus status = answerOf<0>(answers);
            const auto trouble = api.services.store.trouble();
            call->succeed({{"version", KULE_VERSION},
                           {"uptime_s", uptimeOf(api) / 1000},
                           {"urls", status.urls},
                           {"connections", status.connections},
                           {"requests", api.metrics.requests()},
                           {"sockets", {{"clients", status.clients}, {"web_sockets", status.webSockets}, {"subscriptions", status.subscriptions}}},
                           {"problem", status.problem ? present(*status.problem, language) : Json(nullptr)},
                           {"store", {{"is_well", !trouble}, {"problem", trouble ? present(*trouble, language) : Json(nullptr)}}},
                           {"workers", present(answerOf<1>(answers), language)},
                           {"jobs", present(answerOf<2>(answers), language)}},
                          200);
        });
}

void listRequests(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.control.recent(), 200, [](const std::vector<ApiRequestNote> &notes, Language language) { return presentAll(notes, language); });
}

void reportOverview(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.overview.read(), 200, presented);
}

void reportLive(const ApiContext &, const CallPtr &call)
{
    call->succeed({{"status", "alive"}}, 200);
}

void reportReady(const ApiContext &api, const CallPtr &call)
{
    // Open to all, so it tells the code and no path.
    if (const auto trouble = api.services.store.trouble()) {
        return call->fail({ErrorKind::Unavailable, trouble->code,
                           text(QT_TRANSLATE_NOOP("Engine", "Jobs cannot be stored now. The window and the log say why.")), nullptr, std::nullopt});
    }
    call->succeed({{"status", "ready"}}, 200);
}

void reportMetrics(const ApiContext &api, const CallPtr &call)
{
    const PageRequest none{{}, 1};
    QtFuture::whenAll(api.services.jobs.counts(), api.services.fatals.list({}, none), api.services.callbacks.list(DeliveryState::Waiting, none),
                      api.services.callbacks.list(DeliveryState::Dead, none), api.services.executor.health(), api.control.status(), api.services.titles.state())
        .then(QtFuture::Launch::Sync, [api, call]<class... F>(const QList<std::variant<F...>> &answers) {
            const ApiStatus status = answerOf<5>(answers);
            http::Response response;
            response.contentType = "text/plain; version=0.0.4; charset=utf-8";
            response.body = api.metrics.text({answerOf<0>(answers), answerOf<6>(answers), answerOf<1>(answers).total,
                                              answerOf<2>(answers).total, answerOf<3>(answers).total,
                                              answerOf<4>(answers).warm, status.connections,
                                              status.clients - status.webSockets, status.webSockets, status.subscriptions,
                                              !api.services.store.trouble(), uptimeOf(api)});
            call->send(std::move(response));
        });
}

void sendOpenApi(const ApiContext &, const CallPtr &call)
{
    http::Response response;
    response.body = openApiDocument(call->language());
    call->send(std::move(response));
}

void sendDocs(const ApiContext &, const CallPtr &call)
{
    call->send(docsPage());
}

} // namespace kule
