// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk.h"

#include "jobtext.h"

namespace kule::cli {
namespace {

constexpr Milliseconds pollPause{200};

QUrlQuery filterQuery(const QString &filter)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(filter)));
    return query;
}

/// What --expected says; without it how many there are, and nothing is done.
Result<qint64> expected(Session &session, Client &client, const QString &path, const QString &filter)
{
    if (const auto said = session.option("expected")) {
        bool isNumber = false;
        const qint64 number = said->toLongLong(&isNumber);
        if (!isNumber || number < 0)
            return usageError(QCoreApplication::translate("Cli", "--expected takes a whole number, as the list says it."));
        return number;
    }
    QUrlQuery query = filterQuery(filter);
    query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    const auto page = client.get(path, query);
    if (!page)
        return fail(page.error());
    const QString total = QString::number(numberOf(*page, "total"));
    return usageError(QCoreApplication::translate("Cli", "The filter shows %1. Nothing was done; say it again with --expected %1 if you mean them all.").arg(total));
}

void tell(Session &session, const Json &run)
{
    session.out.say(QCoreApplication::translate("Cli", "%1 of %2 done, %3 left alone.")
                        .arg(QString::number(numberOf(run, "done")), QString::number(numberOf(run, "total")), QString::number(numberOf(run, "skipped"))));
    for (const Json &skip : run.value("skips", Json::array()))
        session.out.say(QStringLiteral("  %1 × %2").arg(QString::number(numberOf(skip, "count")), textOf(skip, "reason")));
}

void tellUndo(Session &session, const Json &deleted)
{
    if (const QString undo = textOf(deleted, "undo"); !undo.isEmpty())
        session.out.say(QCoreApplication::translate("Cli", "Until %1 this takes it back: kule undo %2").arg(timeText(deleted.value("undo_until", Json())), undo));
}

} // namespace

void declareExpected(QCommandLineParser &parser)
{
    declare(parser, {QStringLiteral("expected")}, QCoreApplication::translate("Cli", "…-all: how many you mean; if it is another number by now, nothing is done."), "number");
}

Result<ExitCode> tellDeleted(Session &session, const Result<Json> &deleted)
{
    if (!deleted)
        return fail(deleted.error());
    if (session.out.isJson())
        session.out.json(*deleted);
    else
        session.out.say(textOf(*deleted, "message"));
    tellUndo(session, *deleted);
    return ExitCode::Ok;
}

Result<ExitCode> manyJobs(Session &session, Client &client, const QString &action, const QString &filter)
{
    const auto number = expected(session, client, QStringLiteral("/api/jobs"), filter);
    if (!number)
        return fail(number.error());
    QUrlQuery query = filterQuery(filter);
    query.addQueryItem(QStringLiteral("expected"), QString::number(*number));
    auto run = action == QLatin1String("delete")
        ? client.remove(QStringLiteral("/api/jobs"), query)
        : client.post(QStringLiteral("/api/bulk"), {{"action", action}, {"q", filter}, {"expected", *number}, {"code", session.has("as-then") ? "as_then" : "as_now"}});
    while (run && !run->value("is_finished", true)) {
        const double total = static_cast<double>(std::max<qint64>(numberOf(*run, "total"), 1));
        session.out.progress(100.0 * static_cast<double>(numberOf(*run, "done") + numberOf(*run, "skipped")) / total, QString());
        QObject nobody;
        pause(pollPause, &nobody, &QObject::destroyed);
        run = client.get(QStringLiteral("/api/bulk/") + segment(textOf(*run, "id")));
    }
    session.out.endProgress();
    if (!run)
        return fail(run.error());
    if (session.out.isJson())
        session.out.json(*run);
    else
        tell(session, *run);
    tellUndo(session, *run);
    if (const Json problem = run->value("problem", Json()); problem.is_object())
        return refuse(ErrorKind::Unavailable, "cli.bulk_ended_early", textOf(problem, "message"));
    return ExitCode::Ok;
}

Result<ExitCode> deleteFatals(Session &session, Client &client, const QString &filter)
{
    const auto number = expected(session, client, QStringLiteral("/api/fatals"), filter);
    if (!number)
        return fail(number.error());
    QUrlQuery query = filterQuery(filter);
    query.addQueryItem(QStringLiteral("expected"), QString::number(*number));
    return tellDeleted(session, client.remove(QStringLiteral("/api/fatals"), query));
}

} // namespace kule::cli
