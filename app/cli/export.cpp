// SPDX-License-Identifier: GPL-3.0-or-later
// kule export: what a filter shows as CSV or JSON Lines, a job's log as text; to stdout, or to a file that is there whole or
// not at all.
#include "client.h"
#include "jobtext.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace kule::cli {
namespace {

void declareExport(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("format")}, QCoreApplication::translate("Cli", "csv, excel (csv with the mark by which Excel knows UTF-8) or jsonl; else csv."), "format");
    declare(parser, {QStringLiteral("attempt")}, QCoreApplication::translate("Cli", "log: which attempt; else the newest."), "number");
    declare(parser, {QStringLiteral("o"), QStringLiteral("output")}, QCoreApplication::translate("Cli", "File to write; else stdout."), "file");
    declare(parser, {QStringLiteral("force")}, QCoreApplication::translate("Cli", "Replace the file if it is there."));
}

Error refused(const QString &file, const QString &reason)
{
    return {ErrorKind::Unavailable, "cli.export", Text{QCoreApplication::translate("Cli", "%1 cannot be written: %2. Choose another place or make room.").arg(file, reason).toUtf8(), {}}, nullptr, std::nullopt};
}

Result<ExitCode> exportTo(Session &session, Client &client, const QString &path, const QUrlQuery &query)
{
    const QString file = session.option("output").value_or(QString());
    if (file.isEmpty()) {
        auto done = client.download(path, query, [](const QByteArray &bytes) -> Done {
            if (std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout) != static_cast<std::size_t>(bytes.size()))
                return fail(refused(QStringLiteral("stdout"), qt_error_string()));
            return {};
        });
        if (done && std::fflush(stdout) != 0)
            return fail(refused(QStringLiteral("stdout"), qt_error_string()));
        return done ? Result<ExitCode>(ExitCode::Ok) : fail(done.error());
    }
    if (QFileInfo::exists(file) && !session.has("force"))
        return refuse(ErrorKind::Conflict, "cli.export_exists", QCoreApplication::translate("Cli", "%1 is there already. Choose another name, or replace it with --force.").arg(file));
    if (const QFileInfo there(file); there.exists() && !there.isFile())
        return fail(refused(file, QCoreApplication::translate("Cli", "it is no regular file")));
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return fail(refused(file, out.errorString()));
    qint64 written = 0;
    auto done = client.download(path, query, [&](const QByteArray &bytes) -> Done {
        if (out.write(bytes) != bytes.size())
            return fail(refused(file, out.errorString()));
        written += bytes.size();
        return {};
    });
    if (!done)
        return fail(done.error());
    // A disk that fills up in the middle of a write is no error to commit(); flush() sees it.
    if (!out.flush() || !out.commit())
        return fail(refused(file, out.errorString()));
    session.out.say(QCoreApplication::translate("Cli", "%1: %2 bytes written.").arg(file, QString::number(written)));
    return ExitCode::Ok;
}

Result<ExitCode> exportRows(Session &session)
{
    const QStringList words = session.words();
    const QString what = words.value(0);
    const bool isLog = what == QLatin1String("log");
    if (!isLog && what != QLatin1String("jobs") && what != QLatin1String("fatals") && what != QLatin1String("activity"))
        return usageError(QCoreApplication::translate("Cli", "Say what to export: jobs, fatals, activity or log."));
    if (auto fits = expectWords(session, isLog ? 2 : 1, isLog ? 2 : 1000, exportCommand); !fits)
        return fail(fits.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (isLog) {
        add("attempt", session.option("attempt").value_or(QString()));
        return exportTo(session, **client, QStringLiteral("/api/jobs/") + segment(words[1]) + QStringLiteral("/log/export"), query);
    }
    add("q", words.mid(1).join(u' '));
    add("format", session.option("format").value_or(QString()));
    return exportTo(session, **client, QStringLiteral("/api/") + what + QStringLiteral("/export"), query);
}

} // namespace

const Command exportCommand{"export", "jobs|fatals|activity [FILTER…] | log ID",
                            QT_TRANSLATE_NOOP("Cli", "Write what a filter shows as CSV or JSON Lines, or a job's log as text."), declareExport, exportRows};

} // namespace kule::cli
