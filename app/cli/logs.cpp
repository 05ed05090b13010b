// SPDX-License-Identifier: GPL-3.0-or-later
// kule logs: what a job wrote, and with -f what it goes on writing.
#include "logstream.h"

namespace kule::cli {
namespace {

void declareLogs(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("f"), QStringLiteral("follow")}, QCoreApplication::translate("Cli", "Keep writing until the job ends."));
    declare(parser, {QStringLiteral("attempt")}, QCoreApplication::translate("Cli", "Which attempt; else the newest."), "number");
    declare(parser, {QStringLiteral("search")}, QCoreApplication::translate("Cli", "Only lines that match this regular expression; not with -f."), "pattern");
    declareLogTime(parser);
}

Result<ExitCode> logs(Session &session)
{
    if (auto words = expectWords(session, 1, 1, logsCommand); !words)
        return fail(words.error());
    const auto time = logTimeOf(session);
    if (!time)
        return fail(time.error());
    int attempt = 0;
    if (const auto number = session.option("attempt")) {
        bool isNumber = false;
        attempt = number->toInt(&isNumber);
        if (!isNumber || attempt < 1)
            return usageError(QCoreApplication::translate("Cli", "--attempt takes a number from 1."));
    }
    const auto pattern = session.option("search");
    if (pattern && session.has("follow"))
        return usageError(QCoreApplication::translate("Cli", "--search and --follow do not go together."));
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    LogStream log(**client, session.out, QStringLiteral("/api/jobs/%1/log").arg(segment(session.words().first())), attempt, *time);
    if (pattern) {
        const auto hits = log.search(*pattern);
        if (hits && *hits == 0)
            session.out.say(QCoreApplication::translate("Cli", "No line matches."));
        return hits ? Result<ExitCode>(ExitCode::Ok) : fail(hits.error());
    }
    if (!session.has("follow")) {
        const auto drained = log.drain();
        return drained ? Result<ExitCode>(ExitCode::Ok) : fail(drained.error());
    }
    return log.follow();
}

} // namespace

const Command logsCommand{"logs", "ID [-f] [--search PATTERN] [--attempt N] [--time utc|local|off]", QT_TRANSLATE_NOOP("Cli", "Write the log of a job."), declareLogs, logs};

} // namespace kule::cli
