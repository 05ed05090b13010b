// SPDX-License-Identifier: GPL-3.0-or-later
// kule undo: deletions of the last ten minutes, and the way back.
#include "client.h"
#include "jobtext.h"

namespace kule::cli {
namespace {

Result<ExitCode> list(Session &session, Client &client)
{
    const auto all = client.get(QStringLiteral("/api/undo"));
    if (!all)
        return fail(all.error());
    if (session.out.isJson()) {
        session.out.json(*all);
        return ExitCode::Ok;
    }
    std::vector<QStringList> rows;
    for (const Json &removal : *all)
        rows.push_back({textOf(removal, "undo"), timeText(removal.value("until", Json())), textOf(removal, "kind"), QString::number(numberOf(removal, "count")), textOf(removal, "said")});
    if (rows.empty())
        session.out.say(QCoreApplication::translate("Cli", "Nothing was deleted in the last ten minutes."));
    else
        session.out.table({QCoreApplication::translate("Cli", "UNDO"), QCoreApplication::translate("Cli", "UNTIL"), QCoreApplication::translate("Cli", "KIND"),
                           QCoreApplication::translate("Cli", "COUNT"), QCoreApplication::translate("Cli", "WHAT")}, rows);
    return ExitCode::Ok;
}

Result<ExitCode> undo(Session &session)
{
    if (auto fits = expectWords(session, 0, 1, undoCommand); !fits)
        return fail(fits.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    if (session.words().isEmpty())
        return list(session, **client);
    const auto restored = (*client)->post(QStringLiteral("/api/undo/") + segment(session.words().first()));
    if (!restored)
        return fail(restored.error());
    if (session.out.isJson())
        session.out.json(*restored);
    else
        session.out.say(QCoreApplication::translate("Cli", "%1 came back.").arg(numberOf(*restored, "restored")));
    return ExitCode::Ok;
}

} // namespace

const Command undoCommand{"undo", "[UNDO]", QT_TRANSLATE_NOOP("Cli", "List the deletions of the last ten minutes, or take one back."), declareClient, undo};

} // namespace kule::cli
