// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "fatals/fatalservice.h"
#include "fatals/fataltrash.h"
#include "jobs/jobbulk.h"

namespace kule {
namespace {

Json presentRemoval(const Removal &removal, const char *kind)
{
    return {{"undo", removal.undo},           {"kind", kind},         {"count", removal.count}, {"at", timeJson(removal.at)},
            {"until", timeJson(removal.until)}, {"said", removal.said}, {"actor", removal.actor}};
}

Result<BulkRequest> bulkRequestOf(const Json &body)
{
    const auto bad = [](Text why) { return fail(invalid("api.bad_field", std::move(why))); };
    const auto action = body.is_object() ? bulkActionOf(textOf(body, "action").toUtf8()) : std::nullopt;
    // Deleting has a row of its own, as it needs another scope.
    if (!action || *action == BulkAction::Delete)
        return bad(text(QT_TRANSLATE_NOOP("Engine", "action must be cancel or rerun. Jobs are deleted by DELETE /api/jobs.")));
    if (!body.contains("expected") || !body["expected"].is_number_unsigned())
        return bad(text(QT_TRANSLATE_NOOP("Engine", "expected is required: how many jobs the filter shows.")));
    if (body.contains("q") && !body["q"].is_string())
        return bad(text(QT_TRANSLATE_NOOP("Engine", "q must be text: the filter as in the list of jobs.")));
    const QString said = textOf(body, "q");
    const auto filter = JobFilter::parse(said);
    const auto code = rerunCodeOf(body);
    if (!filter || !code)
        return fail(filter ? code.error() : filter.error());
    return BulkRequest{*action, *filter, said, static_cast<qint64>(body["expected"].get<quint64>()), *code};
}

} // namespace

void removeJobs(const ApiContext &api, const CallPtr &call)
{
    const auto filter = jobFilterOf(*call);
    const auto expected = expectedOf(*call);
    if (!filter || !expected)
        return call->fail(filter ? expected.error() : filter.error());
    QStringList said;
    if (const QString states = call->query("state").value_or(QString()); !states.isEmpty())
        said << QStringLiteral("state:") + states;
    if (const QString query = call->query("q").value_or(QString()); !query.isEmpty())
        said << query;
    reply(call, api.services.bulk.begin({BulkAction::Delete, *filter, said.join(u' '), *expected, RerunCode::AsNow}, call->actor()), 202, presented);
}

void removeJob(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bulk.remove({call->value()}, call->actor()), 200, [](const Removal &removal, Language language) {
        return deletedJson(removal, text(QT_TRANSLATE_NOOP("Engine", "The job was deleted.")), language);
    });
}

void beginBulk(const ApiContext &api, const CallPtr &call)
{
    const auto request = bulkRequestOf(call->body());
    if (!request)
        return call->fail(request.error());
    reply(call, api.services.bulk.begin(*request, call->actor()), 202, presented);
}

void findBulk(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bulk.find(call->value()), 200, presented);
}

void stopBulk(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bulk.stop(call->value(), call->actor()), 200, presented);
}

void listRemovals(const ApiContext &api, const CallPtr &call)
{
    QtFuture::whenAll(api.services.bulk.removals(), api.services.fatals.removals())
        .then(QtFuture::Launch::Sync, [call]<class... F>(const QList<std::variant<F...>> &answers) {
            Json all = Json::array();
            const auto add = [&all](const auto &answer, const char *kind) {
                for (const Removal &removal : *answer)
                    all.push_back(presentRemoval(removal, kind));
            };
            using Found = Result<std::vector<Removal>>;
            const auto found = [&answers](qsizetype n) {
                return std::visit([](const auto &future) { return future.resultCount() > 0 ? Found(future.result()) : Found(fail(detail::goneError())); }, answers.at(n));
            };
            const Found jobs = found(0);
            const Found fatals = found(1);
            if (!jobs || !fatals)
                return call->fail(jobs ? fatals.error() : jobs.error());
            add(jobs, "jobs");
            add(fatals, "fatals");
            call->succeed(all, 200);
        });
}

void undoRemoval(const ApiContext &api, const CallPtr &call)
{
    const QString undo = call->value();
    auto restored = undo.startsWith(FatalTrash::tokenPrefix) ? api.services.fatals.restore(undo, call->actor()) : api.services.bulk.restore(undo, call->actor());
    reply(call, std::move(restored), 200, [](qint64 count, Language) { return Json{{"restored", count}}; });
}

} // namespace kule
