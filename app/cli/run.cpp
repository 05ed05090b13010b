// SPDX-License-Identifier: GPL-3.0-or-later
// kule run: submits a file's boot, shows how it goes and ends as the job ends.
#include "jobtext.h"
#include "logstream.h"
#include "platform/stopsignals.h"

#include <QFileInfo>
#include <QUuid>

namespace kule::cli {
namespace {

void declareRun(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("arg")}, QCoreApplication::translate("Cli", "Argument of boot, as JSON; repeatable."), "json");
    declare(parser, {QStringLiteral("kwarg")}, QCoreApplication::translate("Cli", "Named argument of boot, as name=JSON; repeatable."), "name=json");
    declare(parser, {QStringLiteral("process-id")}, QCoreApplication::translate("Cli", "Name of this run; else a random one."), "text");
    declare(parser, {QStringLiteral("timeout")}, QCoreApplication::translate("Cli", "Seconds after which the job is stopped."), "seconds");
    declare(parser, {QStringLiteral("label")}, QCoreApplication::translate("Cli", "Words by which to find it again."), "text");
    declare(parser, {QStringLiteral("callback-url")}, QCoreApplication::translate("Cli", "Where the report goes if it fails."), "url");
    declare(parser, {QStringLiteral("f"), QStringLiteral("follow")}, QCoreApplication::translate("Cli", "Write the job's log to stdout while it runs."));
    declare(parser, {QStringLiteral("detach")}, QCoreApplication::translate("Cli", "Do not wait for the end."));
}

Result<Json> jsonOf(const QString &words)
{
    if (auto value = parseJson(words.toUtf8()))
        return std::move(*value);
    return usageError(QCoreApplication::translate("Cli", "\"%1\" is not JSON. Text needs quotes of its own: '\"text\"'.").arg(words));
}

Result<Json> requestOf(const Session &session)
{
    Json request{{"args", Json::array()}, {"kwargs", Json::object()}};
    request["process_id"] = session.option("process-id").value_or(QUuid::createUuid().toString(QUuid::WithoutBraces));
    // A file that is here is meant; any other name is looked up in the engine's script roots.
    const QFileInfo file(session.words().first());
    request["file_path"] = file.exists() ? file.absoluteFilePath() : session.words().first();
    for (const QString &words : session.line.values(QStringLiteral("arg"))) {
        auto value = jsonOf(words);
        if (!value)
            return fail(value.error());
        request["args"].push_back(std::move(*value));
    }
    for (const QString &words : session.line.values(QStringLiteral("kwarg"))) {
        const qsizetype sign = words.indexOf(u'=');
        if (sign < 1)
            return usageError(QCoreApplication::translate("Cli", "\"%1\" is no named argument. Write it as name=JSON.").arg(words));
        auto value = jsonOf(words.mid(sign + 1));
        if (!value)
            return fail(value.error());
        request["kwargs"][words.left(sign).toStdString()] = std::move(*value);
    }
    if (const auto words = session.option("timeout")) {
        bool isNumber = false;
        const double seconds = words->toDouble(&isNumber);
        if (!isNumber || !(seconds > 0))
            return usageError(QCoreApplication::translate("Cli", "--timeout takes a number of seconds above 0."));
        request["timeout_s"] = seconds;
    }
    if (const auto label = session.option("label"))
        request["label"] = *label;
    if (const auto url = session.option("callback-url"))
        request["callback_url"] = *url;
    return request;
}

void tellEnd(Session &session, const Json &job)
{
    Output &out = session.out;
    if (out.isJson())
        return out.json(job);
    const JobState state = stateOf(job);
    if (state == JobState::Succeeded) {
        const Json result = resultOf(job);
        const QString text = QString::fromUtf8(dumpJson(result, 2));
        if (result.is_null())
            out.say(QCoreApplication::translate("Cli", "Succeeded."));
        else if (session.has("follow"))
            out.say(QCoreApplication::translate("Cli", "Succeeded: %1").arg(text)); // stdout holds the log
        else
            out.line(text);
        return;
    }
    const QString error = textOf(job, "error");
    const QString type = textOf(job, "error_type");
    out.say(QCoreApplication::translate("Cli", "Job %1: %2.").arg(textOf(job, "id"), stateWord(job)));
    if (!error.isEmpty())
        out.say(type.isEmpty() || error.startsWith(type) ? error : QStringLiteral("%1: %2").arg(type, error));
    if (const QString fatal = textOf(job, "fatal_file"); !fatal.isEmpty())
        out.say(QCoreApplication::translate("Cli", "The report: kule fatals show %1").arg(fatal));
}

Result<ExitCode> follow(Session &session, Client &client, const QString &id, const StopSignals &stop)
{
    LogStream log(client, session.out, QStringLiteral("/api/jobs/%1/log").arg(segment(id)), 0, LogTime::Off);
    const QString path = QStringLiteral("/api/jobs/") + segment(id);
    int told = 0;
    for (Milliseconds delay(15);; delay = std::min(delay * 5 / 4, Milliseconds(250))) {
        const auto job = client.get(path);
        if (!job)
            return fail(job.error());
        if (session.has("follow") && !session.out.isJson()) {
            if (const auto drained = log.drain(); !drained)
                return fail(drained.error());
        }
        if (!isOpen(stateOf(*job))) {
            session.out.endProgress();
            tellEnd(session, *job);
            return stop.count() > 0 ? ExitCode::Interrupted : exitCodeOf(stateOf(*job));
        }
        const bool isQueued = stateOf(*job) == JobState::Queued;
        session.out.progress(job->value("progress", 0.0), isQueued ? textOf(*job, "waiting", QCoreApplication::translate("Cli", "waiting")) : textOf(*job, "step"));
        if (stop.count() > 1)
            return ExitCode::Interrupted;
        if (stop.count() > told) {
            told = stop.count();
            session.out.say(QCoreApplication::translate("Cli", "Cancelling; once more leaves the job to itself."));
            // One that ended meanwhile is seen on the next round.
            if (const auto asked = client.post(path + QStringLiteral("/cancel")); !asked && asked.error().kind != ErrorKind::Conflict)
                return fail(asked.error());
        }
        pause(delay, &stop, &StopSignals::requested);
    }
}

Result<ExitCode> run(Session &session)
{
    if (auto words = expectWords(session, 1, 1, runCommand); !words)
        return fail(words.error());
    const auto request = requestOf(session);
    if (!request)
        return fail(request.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    const StopSignals stop; // from here on Ctrl+C is for the job
    const auto accepted = (*client)->post(QStringLiteral("/run"), *request);
    if (!accepted)
        return fail(accepted.error());
    const QString id = textOf(*accepted, "job_id");
    if (!session.has("detach"))
        return follow(session, **client, id, stop);
    if (session.out.isJson())
        session.out.json(*accepted);
    else
        session.out.line(id);
    return ExitCode::Ok;
}

} // namespace

const Command runCommand{"run", "FILE [--arg JSON]… [--kwarg NAME=JSON]… [-f] [--detach]",
                         QT_TRANSLATE_NOOP("Cli", "Run boot() of a Python file and end as it ends."), declareRun, run};

} // namespace kule::cli
