// SPDX-License-Identifier: GPL-3.0-or-later
// kule jobs: the list by filter, one job, cancel, run again.
#include "bulk.h"
#include "jobtext.h"

namespace kule::cli {
namespace {

void declareJobs(QCommandLineParser &parser)
{
    declareClient(parser);
    declarePage(parser);
    declareExpected(parser);
    declare(parser, {QStringLiteral("as-then")}, QCoreApplication::translate("Cli", "rerun: with the file's bytes of the last attempt."));
}

void tell(Output &out, const Json &job, Language language)
{
    if (out.isJson())
        return out.json(job);
    const auto row = [&out](const QString &name, const QString &value) {
        if (!value.isEmpty())
            out.line(name.leftJustified(12) + value);
    };
    row(QCoreApplication::translate("Cli", "id"), textOf(job, "id"));
    row(QCoreApplication::translate("Cli", "process id"), processIdOf(job));
    row(QCoreApplication::translate("Cli", "state"), stateText(out, job));
    row(QCoreApplication::translate("Cli", "waiting"), textOf(job, "waiting"));
    row(QCoreApplication::translate("Cli", "file"), textOf(job, "file_path"));
    row(QCoreApplication::translate("Cli", "label"), textOf(job, "label"));
    row(QCoreApplication::translate("Cli", "step"), stepText(job, language));
    row(QCoreApplication::translate("Cli", "attempt"), QString::number(numberOf(job, "attempt")));
    row(QCoreApplication::translate("Cli", "created"), timeText(job.value("created_at", Json())));
    row(QCoreApplication::translate("Cli", "took"), durationText(job.value("started_at", Json()), job.value("ended_at", Json())));
    row(QCoreApplication::translate("Cli", "error"), textOf(job, "error"));
    row(QCoreApplication::translate("Cli", "report"), textOf(job, "fatal_file"));
    if (const Json result = resultOf(job); !result.is_null())
        row(QCoreApplication::translate("Cli", "result"), QString::fromUtf8(dumpJson(result)));
}

Result<ExitCode> list(Session &session, Client &client)
{
    const auto rowOf = [](const Output &out, const Json &job) {
        const QString label = textOf(job, "label");
        return QStringList{textOf(job, "id"), stateText(out, job), timeText(job.value("created_at", Json())),
                           durationText(job.value("started_at", Json()), job.value("ended_at", Json())), processIdOf(job),
                           label.isEmpty() ? textOf(job, "file_path") : label};
    };
    return tellPage(session, client, QStringLiteral("/api/jobs"),
                    {{QCoreApplication::translate("Cli", "ID"), QCoreApplication::translate("Cli", "STATE"), QCoreApplication::translate("Cli", "CREATED"),
                      QCoreApplication::translate("Cli", "TOOK"), QCoreApplication::translate("Cli", "PROCESS"), QCoreApplication::translate("Cli", "WHAT")},
                     rowOf, QCoreApplication::translate("Cli", "No job matches. \"kule run FILE\" starts one.")});
}

Result<ExitCode> jobs(Session &session)
{
    const QStringList words = session.words();
    const QString verb = words.value(0);
    const bool isCancel = verb == QLatin1String("cancel");
    const bool isRerun = verb == QLatin1String("rerun");
    const bool isDelete = verb == QLatin1String("delete");
    const bool isOne = isCancel || isRerun || isDelete || verb == QLatin1String("show");
    if (auto fits = expectWords(session, isOne ? 2 : 0, isOne ? 2 : 1000, jobsCommand); !fits)
        return fail(fits.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    if (verb == QLatin1String("cancel-all") || verb == QLatin1String("rerun-all") || verb == QLatin1String("delete-all"))
        return manyJobs(session, **client, verb.chopped(4), words.mid(1).join(u' '));
    if (!isOne)
        return list(session, **client);

    const QString path = QStringLiteral("/api/jobs/") + segment(words[1]);
    if (isDelete)
        return tellDeleted(session, (*client)->remove(path));
    if (isCancel || isRerun) {
        const Json body = isRerun && session.has("as-then") ? Json{{"code", "as_then"}} : Json::object();
        const auto asked = (*client)->post(path + (isCancel ? QStringLiteral("/cancel") : QStringLiteral("/rerun")), body);
        if (!asked)
            return fail(asked.error());
    }
    const auto job = (*client)->get(path);
    if (!job)
        return fail(job.error());
    tell(session.out, *job, session.language);
    return ExitCode::Ok;
}

} // namespace

const Command jobsCommand{"jobs", "[FILTER… | show ID | cancel ID | rerun ID | delete ID | cancel-all FILTER… | rerun-all FILTER… | delete-all FILTER…]",
                          QT_TRANSLATE_NOOP("Cli", "List jobs (state:failed file:report words…); show, cancel, rerun or delete one, or all of a filter."), declareJobs, jobs};

} // namespace kule::cli
