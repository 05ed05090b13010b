// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "api/docspage.h"
#include "api/openapi.h"
#include "callbacks/callbackservice.h"
#include "fatals/fatalservice.h"
#include "jobs/jobservice.h"
#include "overview/overviewservice.h"

namespace kule {
namespace {

// An empty value where it failed, so that one trouble hides no other.
template <class T>
T valueOf(const Result<T> &answer)
{
    return answer.value_or(T());
}

qint64 uptimeOf(const ApiContext &api)
{
    return api.services.clock.steadyMs() - api.startedAt;
}

} // namespace

void reportStatus(const ApiContext &api, const CallPtr &call)
{
    replyBy(call, allOf(api.control.status(), api.services.executor.health(), api.services.jobs.counts()), [api, call](const auto &answers) {
        const auto &[server, workers, jobs] = answers;
        const Language language = call->language();
        const ApiStatus status = valueOf(server);
        const auto trouble = api.services.store.trouble();
        call->succeed({{"version", KULE_VERSION},
                       {"uptime_s", uptimeOf(api) / 1000},
                       {"urls", status.urls},
                       {"connections", status.connections},
                       {"requests", api.metrics.requests()},
                       {"sockets", {{"clients", status.clients}, {"web_sockets", status.webSockets}, {"subscriptions", status.subscriptions}}},
                       {"problem", status.problem ? present(*status.problem, language) : Json(nullptr)},
                       {"store", {{"is_well", !trouble}, {"problem", trouble ? present(*trouble, language) : Json(nullptr)}}},
                       {"workers", present(valueOf(workers), language)},
                       {"jobs", present(valueOf(jobs), language)}},
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
    const auto all = allOf(api.services.jobs.counts(), api.services.fatals.list({}, none), api.services.callbacks.list(DeliveryState::Waiting, none),
                           api.services.callbacks.list(DeliveryState::Dead, none), api.services.executor.health(), api.control.status(), api.services.titles.state());
    replyBy(call, all, [api, call](const auto &answers) {
        const auto &[jobs, fatals, waiting, dead, workers, server, titles] = answers;
        const ApiStatus status = valueOf(server);
        http::Response response;
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        response.body = api.metrics.text({valueOf(jobs), valueOf(titles), valueOf(fatals).total, valueOf(waiting).total, valueOf(dead).total,
                                          valueOf(workers).warm, status.connections, status.clients - status.webSockets, status.webSockets,
                                          status.subscriptions, !api.services.store.trouble(), uptimeOf(api)});
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
