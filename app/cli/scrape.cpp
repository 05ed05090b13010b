// SPDX-License-Identifier: GPL-3.0-or-later
// kule scrape: asks for titles, shows how it goes and prints what came. Ends as the worst of them ended.
#include "jobtext.h"
#include "client.h"
#include "platform/stopsignals.h"

namespace kule::cli {
namespace {

void declareScrape(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("refresh")}, QCoreApplication::translate("Cli", "Fetch the page, whatever is stored."));
}

struct Asked
{
    QString url;
    QString id; ///< of its job; empty: refused
    std::optional<Error> problem;
};

ExitCode codeOf(const Json &job)
{
    const QString code = textOf(job, "error_type");
    if (code == QLatin1String("NOT_FOUND") || code == QLatin1String("REGION_UNAVAILABLE"))
        return ExitCode::NotFound;
    return code == QLatin1String("RATE_LIMITED") ? ExitCode::TryAgain : exitCodeOf(stateOf(job));
}

QString listed(const Json &texts)
{
    QStringList all;
    for (const Json &text : texts)
        all += text.is_string() ? text.get<QString>() : QString();
    return all.join(QStringLiteral(", "));
}

void tellTitle(Output &out, const Json &result)
{
    const Json data = result.value("data", Json::object());
    const QString year = data.value("year", Json()).is_number() ? QStringLiteral(" (%1)").arg(data["year"].get<int>()) : QString();
    out.line(textOf(data, "title", QCoreApplication::translate("Cli", "(no title)")) + year);
    const auto field = [&out](const QString &name, const QString &text) {
        if (!text.isEmpty())
            out.line(QStringLiteral("  %1: %2").arg(name, text));
    };
    field(QCoreApplication::translate("Cli", "genres"), listed(data.value("genres", Json::array())));
    field(QCoreApplication::translate("Cli", "cast"), listed(data.value("cast", Json::array())));
    field(QCoreApplication::translate("Cli", "plot"), textOf(data, "plot"));
    field(QCoreApplication::translate("Cli", "backdrop"), textOf(data, "backdrop"));
    field(QCoreApplication::translate("Cli", "from"), textOf(result, "source"));
}

ExitCode tell(Session &session, const Asked &asked, const Json &job)
{
    const bool isThere = stateOf(job) == JobState::Succeeded;
    if (session.out.isJson()) {
        const Json result = isThere ? resultOf(job) : Json::object();
        Json line{{"url", asked.url}, {"job_id", asked.id}, {"state", job.value("state", "")}, {"data", result.value("data", Json())}, {"source", result.value("source", Json())}};
        if (!isThere)
            line["error"] = {{"code", textOf(job, "error_type")}, {"message", textOf(job, "error")}};
        session.out.jsonLine(line);
    } else if (isThere) {
        tellTitle(session.out, resultOf(job));
    } else {
        const QString error = textOf(job, "error");
        session.out.say(QStringLiteral("%1: %2").arg(asked.url, error.isEmpty() ? stateWord(job) : error));
    }
    return isThere ? ExitCode::Ok : codeOf(job);
}

ExitCode tellRefused(Session &session, const Asked &asked)
{
    const QString sentence = session.sentence(asked.problem->message);
    if (session.out.isJson())
        session.out.jsonLine({{"url", asked.url}, {"job_id", nullptr}, {"state", nullptr}, {"data", nullptr}, {"source", nullptr}, {"error", {{"code", asked.problem->code}, {"message", sentence}}}});
    else
        session.out.say(QStringLiteral("%1: %2").arg(asked.url, sentence));
    return exitCodeOf(asked.problem->kind);
}

/// The job at its end; interrupted ones are cancelled first.
Result<Json> follow(Session &session, Client &client, const Asked &asked, const StopSignals &stop)
{
    const QString path = QStringLiteral("/api/jobs/") + segment(asked.id);
    bool isCancelled = false;
    for (Milliseconds delay(15);; delay = std::min(delay * 5 / 4, Milliseconds(250))) {
        auto job = client.get(path);
        if (!job || !isOpen(stateOf(*job))) {
            session.out.endProgress();
            return job;
        }
        const bool isQueued = stateOf(*job) == JobState::Queued;
        session.out.progress(job->value("progress", 0.0), isQueued ? textOf(*job, "waiting", QCoreApplication::translate("Cli", "waiting")) : stepText(*job, session.language));
        if (stop.count() > 0 && !std::exchange(isCancelled, true)) {
            if (const auto told = client.post(path + QStringLiteral("/cancel")); !told && told.error().kind != ErrorKind::Conflict)
                return fail(told.error());
        }
        pause(delay, &stop, &StopSignals::requested);
    }
}

Result<ExitCode> scrape(Session &session)
{
    if (auto words = expectWords(session, 1, 1000, scrapeCommand); !words)
        return fail(words.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    const StopSignals stop;
    std::vector<Asked> all;
    for (const QString &url : session.words()) {
        const auto accepted = (*client)->post(QStringLiteral("/api/getinfo/async"), {{"url", url}, {"refresh", session.has("refresh")}});
        // A wrong url is that one's; anything else is everybody's.
        if (!accepted && accepted.error().code != "VALIDATION_ERROR")
            return fail(accepted.error());
        all.push_back({url, accepted ? textOf(*accepted, "jobId") : QString(), accepted ? std::nullopt : std::optional(accepted.error())});
    }
    ExitCode worst = ExitCode::Ok;
    for (const Asked &asked : all) {
        ExitCode code = ExitCode::Ok;
        if (asked.problem) {
            code = tellRefused(session, asked);
        } else {
            const auto job = follow(session, **client, asked, stop);
            if (!job)
                return fail(job.error());
            code = tell(session, asked, *job);
        }
        if (worst == ExitCode::Ok)
            worst = code;
    }
    return stop.count() > 0 ? ExitCode::Interrupted : worst;
}

} // namespace

const Command scrapeCommand{"scrape", "URL… [--refresh] [--json]", QT_TRANSLATE_NOOP("Cli", "Get titles: their year, plot, genres, cast and picture."), declareScrape, scrape};

} // namespace kule::cli
