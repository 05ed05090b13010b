// SPDX-License-Identifier: GPL-3.0-or-later
// kule fatals: the reports by filter, one of them, delete.
#include "client.h"
#include "jobtext.h"

namespace kule::cli {
namespace {

void declareFatals(QCommandLineParser &parser)
{
    declareClient(parser);
    declarePage(parser);
}

Result<ExitCode> list(Session &session, Client &client)
{
    const auto rowOf = [](const Output &, const Json &fatal) {
        return QStringList{textOf(fatal, "filename"), timeText(fatal.value("time", Json())), textOf(fatal, "type"), textOf(fatal, "error")};
    };
    return tellPage(session, client, QStringLiteral("/api/fatals"),
                    {{QCoreApplication::translate("Cli", "NAME"), QCoreApplication::translate("Cli", "TIME"), QCoreApplication::translate("Cli", "TYPE"),
                      QCoreApplication::translate("Cli", "ERROR")},
                     rowOf, QCoreApplication::translate("Cli", "No fatal error is kept.")});
}

void tell(Output &out, const Json &report)
{
    if (out.isJson())
        return out.json(report);
    out.line(QCoreApplication::translate("Cli", "process id  %1").arg(processIdOf(report)));
    out.line(QCoreApplication::translate("Cli", "file        %1").arg(textOf(report, "file")));
    out.line(QCoreApplication::translate("Cli", "time        %1").arg(timeText(report.value("time", Json()))));
    out.line(QCoreApplication::translate("Cli", "error       %1").arg(textOf(report, "error")));
    if (const QString traceback = textOf(report, "traceback"); !traceback.isEmpty())
        out.line(QLatin1Char('\n') + traceback);
}

Result<ExitCode> fatals(Session &session)
{
    const QStringList words = session.words();
    const bool isShow = words.value(0) == QLatin1String("show");
    const bool isDelete = words.value(0) == QLatin1String("delete");
    const bool isOne = isShow || isDelete;
    if (auto fits = expectWords(session, isOne ? 2 : 0, isOne ? 2 : 1000, fatalsCommand); !fits)
        return fail(fits.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    if (!isOne)
        return list(session, **client);
    const QString path = QStringLiteral("/fatals/") + segment(words[1]);
    const auto answer = isShow ? (*client)->get(path) : (*client)->remove(path);
    if (!answer)
        return fail(answer.error());
    if (isShow || session.out.isJson())
        tell(session.out, *answer);
    else
        session.out.say(textOf(*answer, "message"));
    return ExitCode::Ok;
}

} // namespace

const Command fatalsCommand{"fatals", "[FILTER… | show NAME | delete NAME]",
                            QT_TRANSLATE_NOOP("Cli", "List fatal errors (type:ValueError words…), show or delete one."), declareFatals, fatals};

} // namespace kule::cli
