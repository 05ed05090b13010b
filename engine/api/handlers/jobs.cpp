// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handlers/shared.h"

#include "jobs/jobservice.h"

namespace kule {
namespace {

constexpr qint64 largestSlice = 1 << 20;
constexpr qint64 usualSlice = 64 << 10;

} // namespace

// ?state= is the same as a term of ?q=, so it is read as one.
Result<JobFilter> jobFilterOf(const ApiContext &api, const Call &call)
{
    QString query = call.query("q").value_or(QString());
    for (const QString &word : call.query("state").value_or(QString()).split(u',', Qt::SkipEmptyParts))
        query += u' ' + filterText("state", word.trimmed());
    return JobFilter::parse(query, api.services.clock.wallMs());
}

Result<RerunCode> rerunCodeOf(const Json &body)
{
    const auto code = body.is_object() ? body.find("code") : body.end();
    const bool isAbsent = body.is_null() || (body.is_object() && (code == body.end() || code->is_null()));
    if (isAbsent || (body.is_object() && *code == "as_now"))
        return RerunCode::AsNow;
    if (body.is_object() && *code == "as_then")
        return RerunCode::AsThen;
    return fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "code must be as_now (the file as it is) or as_then (as it was)."))));
}

void listJobs(const ApiContext &api, const CallPtr &call)
{
    const auto filter = jobFilterOf(api, *call);
    const auto page = call->page();
    if (!filter || !page)
        return call->fail(filter ? page.error() : filter.error());
    reply(call, api.services.jobs.list(*filter, *page), 200, presented);
}

void countJobs(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.jobs.counts(), 200, presented);
}

void findJob(const ApiContext &api, const CallPtr &call)
{
    // Asked before the rows are read: a change in between leaves what is kept stale from the start.
    const auto history = api.services.jobs.history();
    // Its error is said in the reader's language.
    const QString name = QString::fromLatin1(tagOf(call->language())) + u' ' + call->value();
    if (const auto kept = history ? api.kept->find(name, *history) : std::nullopt)
        return call->succeedWith(*kept, 200);
    replyBy(call, api.services.jobs.find({call->value()}), [call, name, history, keeper = api.kept](const JobDetail &job) {
        const QByteArray json = dumpJson(presented(job, call->language()));
        if (history && !isOpen(job.job.state))
            keeper->keep(name, *history, json);
        call->succeedWith(json, 200);
    });
}

void readJobLog(const ApiContext &api, const CallPtr &call)
{
    const auto offset = call->number("offset", 0, 0, std::numeric_limits<qint64>::max());
    const auto tail = call->number("tail", 0, 0, largestSlice);
    const auto limit = call->number("limit", usualSlice, 1, largestSlice);
    const auto attempt = call->number("attempt", 0, 0, std::numeric_limits<int>::max());
    for (const auto *number : {&offset, &tail, &limit, &attempt}) {
        if (!*number)
            return call->fail(number->error());
    }
    const JobId id{call->value()};
    JobService &jobs = api.services.jobs;
    reply(call, *tail > 0 ? jobs.logTail(id, static_cast<int>(*attempt), *tail) : jobs.log(id, static_cast<int>(*attempt), *offset, *limit),
          200, presented);
}

Result<LogSearch> logSearchOf(const Call &call)
{
    const QString direction = call.query("direction").value_or(QStringLiteral("forward"));
    const bool isBackward = direction == QLatin1String("backward");
    if (!isBackward && direction != QLatin1String("forward"))
        return fail(invalid("api.bad_field", text(QT_TRANSLATE_NOOP("Engine", "direction is forward or backward."))));
    constexpr qint64 any = std::numeric_limits<qint64>::max();
    const auto from = call.number("from", isBackward ? any : 0, 0, any);
    const auto limit = call.number("limit", 100, 1, 1000);
    for (const auto *number : {&from, &limit}) {
        if (!*number)
            return fail(number->error());
    }
    return LogSearch{call.query("pattern").value_or(QString()), *from, isBackward ? SearchDirection::Backward : SearchDirection::Forward, static_cast<int>(*limit)};
}

void searchJobLog(const ApiContext &api, const CallPtr &call)
{
    const auto attempt = call->number("attempt", 0, 0, std::numeric_limits<int>::max());
    auto search = logSearchOf(*call);
    if (!attempt || !search)
        return call->fail(attempt ? search.error() : attempt.error());
    reply(call, api.services.jobs.searchLog({call->value()}, static_cast<int>(*attempt), std::move(*search)), 200, presented);
}

void cancelJob(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.jobs.cancel({call->value()}, call->actor()), 200, presented);
}

void rerunJob(const ApiContext &api, const CallPtr &call)
{
    const auto code = rerunCodeOf(call->body());
    if (!code)
        return call->fail(code.error());
    reply(call, api.services.jobs.rerun({call->value()}, *code, call->actor()), 202, presented);
}

void listScripts(const ApiContext &api, const CallPtr &call)
{
    reply(call, api.services.jobs.scripts(), 200, [](const QStringList &scripts, Language) {
        Json files = Json::array();
        for (const QString &script : scripts)
            files.push_back(script);
        return files;
    });
}

} // namespace kule
