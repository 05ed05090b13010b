// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "api/runrequest.h"
#include "fatals/fatalservice.h"
#include "jobs/jobservice.h"

namespace kule {
namespace {

constexpr auto greeting = "Merhaba, Flask uygulaması çalışıyor!";

// The document's list is whole: pages are asked for one after the other until there is no next.
void collect(FatalService &fatals, FatalFilter filter, PageRequest page, std::shared_ptr<Page<Fatal>> all, const CallPtr &call,
             void (*finish)(const CallPtr &, const Page<Fatal> &))
{
    fatals.list(filter, page).then([&fatals, filter, all, call, finish](const Result<Page<Fatal>> &part) {
        if (!part)
            return call->fail(part.error());
        all->items.insert(all->items.end(), part->items.begin(), part->items.end());
        all->total = part->total;
        if (part->next.isEmpty())
            return finish(call, *all);
        collect(fatals, filter, {part->next, 1000}, all, call, finish);
    });
}

Json fatalFiles(const Page<Fatal> &page)
{
    Json names = Json::array();
    Json fatals = Json::array();
    for (const Fatal &fatal : page.items) {
        names.push_back(fatal.filename);
        fatals.push_back({{"filename", fatal.filename}, {"process_id", fatal.processId}, {"error", fatal.error.english()}, {"type", fatal.type},
                          {"file", fatal.file}, {"time", timeJson(fatal.time)}, {"size", fatal.size}});
    }
    return {{"fatal_files", std::move(names)}, {"fatals", std::move(fatals)}};
}

} // namespace

void greet(const ApiContext &, const CallPtr &call)
{
    if (call->request().header("Accept").startsWith("text/plain")) {
        http::Response response;
        response.contentType = "text/plain; charset=utf-8";
        response.body = greeting;
        return call->send(std::move(response));
    }
    call->succeed(greeting, 200);
}

void runScript(const ApiContext &api, const CallPtr &call)
{
    const auto request = runRequestOf(call->body());
    if (!request)
        return call->fail(request.error());
    reply(call, api.services.jobs.submit(*request, call->actor()), 202, [](const Submitted &submitted, Language language) {
        Json answer = present(submitted, language);
        const Text message = submitted.isNew ? text(QT_TRANSLATE_NOOP("Engine", "The process was started."))
                                             : text(QT_TRANSLATE_NOOP("Engine", "This process is already under way."));
        answer["message"] = message.in(language);
        return answer;
    });
}

void listRunnerFatals(const ApiContext &api, const CallPtr &call)
{
    const auto filter = filterOf<FatalFilter>(api, *call);
    if (!filter)
        return call->fail(filter.error());
    if (!call->query("after") && !call->query("limit")) {
        return collect(api.services.fatals, *filter, {{}, 1000}, std::make_shared<Page<Fatal>>(), call,
                       [](const CallPtr &asked, const Page<Fatal> &all) { asked->succeed(fatalFiles(all), 200); });
    }
    const auto page = call->page();
    if (!page)
        return call->fail(page.error());
    reply(call, api.services.fatals.list(*filter, *page), 200, [](const Page<Fatal> &part, Language) {
        Json answer = fatalFiles(part);
        answer["total"] = part.total;
        answer["next"] = part.next.isEmpty() ? Json(nullptr) : Json(part.next);
        return answer;
    });
}

void readRunnerFatal(const ApiContext &api, const CallPtr &call)
{
    replyBy(call, api.services.fatals.read(call->value()), [call](const FatalReport &report) { call->succeedWith(report.text, 200); });
}

void removeRunnerFatal(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.fatals.remove(call->value(), call->actor()), 200, [](const Removal &removal, Language language) {
        return deletedJson(removal, text(QT_TRANSLATE_NOOP("Engine", "%1 was deleted."), removal.said), language);
    });
}

} // namespace kule
