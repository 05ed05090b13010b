// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "fatals/fatalservice.h"
#include "fatals/fataltrash.h"
#include "jobs/jobbulk.h"
#include "keeping/retention.h"

namespace kule {
namespace {

Json presentRemoval(const Removal &removal, const char *kind)
{
    return {{"undo", removal.undo},           {"kind", kind},         {"count", removal.count}, {"at", timeJson(removal.at)},
            {"until", timeJson(removal.until)}, {"said", removal.said}, {"actor", removal.actor}};
}

Result<BulkRequest> bulkRequestOf(const Json &body, qint64 now)
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
    const auto filter = JobFilter::parse(textOf(body, "q"), now);
    const auto code = rerunCodeOf(body);
    if (!filter || !code)
        return fail(filter ? code.error() : filter.error());
    return BulkRequest{*action, *filter, static_cast<qint64>(body["expected"].get<quint64>()), *code};
}

} // namespace

void removeJobs(const ApiContext &api, const CallPtr &call)
{
    const auto filter = jobFilterOf(api, *call);
    const auto expected = expectedOf(*call);
    if (!filter || !expected)
        return call->fail(filter ? expected.error() : filter.error());
    reply(call, api.services.bulk.begin({BulkAction::Delete, *filter, *expected, RerunCode::AsNow}, call->actor()), 202, presented);
}

void removeJob(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.bulk.remove({call->value()}, call->actor()), 200, [](const Removal &removal, Language language) {
        return deletedJson(removal, text(QT_TRANSLATE_NOOP("Engine", "The job was deleted.")), language);
    });
}

void beginBulk(const ApiContext &api, const CallPtr &call)
{
    const auto request = bulkRequestOf(call->body(), api.services.clock.wallMs());
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
    replyBy(call, api.services.bulk.removals(), [api, call](const std::vector<Removal> &jobs) {
        reply(call, api.services.fatals.removals(), 200, [jobs](const std::vector<Removal> &fatals, Language) {
            Json all = Json::array();
            for (const Removal &removal : jobs)
                all.push_back(presentRemoval(removal, "jobs"));
            for (const Removal &removal : fatals)
                all.push_back(presentRemoval(removal, "fatals"));
            return all;
        });
    });
}

void undoRemoval(const ApiContext &api, const CallPtr &call)
{
    const QString undo = call->value();
    auto restored = undo.startsWith(FatalTrash::tokenPrefix) ? api.services.fatals.restore(undo, call->actor()) : api.services.bulk.restore(undo, call->actor());
    reply(call, std::move(restored), 200, [](qint64 count, Language) { return Json{{"restored", count}}; });
}

void previewRetention(const ApiContext &api, const CallPtr &call)
{
    // The settings as they are, but for those that the call names: "keep.jobs_days" as ?jobs_days=
    const auto limits = [call](KeepPolicy policy) -> Result<KeepPolicy> {
        for (const SettingRow &row : settingRows) {
            qint64 *value = policy.valueOf(row.id);
            if (!value)
                continue;
            const char *name = row.key + sizeof("keep.") - 1;
            const auto number = call->number(name, *value, 0, QByteArray(row.choices).split(' ').value(1).toLongLong());
            if (!number)
                return fail(number.error());
            *value = *number;
        }
        return policy;
    };
    replyBy(call, api.services.settings.list(), [api, call, limits](const std::vector<SettingInfo> &settings) {
        KeepPolicy now;
        for (const SettingInfo &info : settings) {
            if (qint64 *value = now.valueOf(info.id))
                *value = info.value.toLongLong();
        }
        const auto policy = limits(now);
        if (!policy)
            return call->fail(policy.error());
        reply(call, api.services.retention.preview(*policy), 200, [](const std::vector<Going> &kinds, Language language) { return presentAll(kinds, language); });
    });
}

} // namespace kule
