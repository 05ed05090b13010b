// SPDX-License-Identifier: GPL-3.0-or-later
// kule keys: access keys of API clients. A new key is shown once, on stdout, and nowhere else.
#include "client.h"
#include "jobtext.h"

namespace kule::cli {
namespace {

const QString keysPath = QStringLiteral("/api/keys");

void declareKeys(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("scope")}, QCoreApplication::translate("Cli", "create: what it may do: read, run or admin; else run."), "scope");
}

Result<ExitCode> list(Session &session, Client &client)
{
    const auto answer = client.get(keysPath);
    if (!answer)
        return fail(answer.error());
    if (session.out.isJson()) {
        session.out.json(*answer);
        return ExitCode::Ok;
    }
    std::vector<QStringList> rows;
    for (const Json &key : answer->is_array() ? *answer : answer->value("items", Json::array())) {
        const bool isRevoked = !key.value("revoked_at", Json()).is_null();
        rows.push_back({textOf(key, "id"), textOf(key, "scope"), timeText(key.value("last_used_at", Json())),
                        isRevoked ? session.out.painted(Colour::Dim, QCoreApplication::translate("Cli", "revoked")) : QCoreApplication::translate("Cli", "in use"),
                        textOf(key, "name")});
    }
    session.out.table({QCoreApplication::translate("Cli", "ID"), QCoreApplication::translate("Cli", "SCOPE"), QCoreApplication::translate("Cli", "LAST USED"),
                       QCoreApplication::translate("Cli", "STATE"), QCoreApplication::translate("Cli", "NAME")}, rows);
    return ExitCode::Ok;
}

Result<ExitCode> keys(Session &session)
{
    const QStringList words = session.words();
    const QString verb = words.value(0);
    const bool isCreate = verb == QLatin1String("create");
    const bool isRevoke = verb == QLatin1String("revoke");
    if (!isCreate && !isRevoke && !verb.isEmpty() && verb != QLatin1String("list"))
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not known. Usage: kule keys list | create NAME | revoke ID").arg(verb));
    const qsizetype most = isCreate || isRevoke ? 2 : 1;
    if (auto fits = expectWords(session, most == 2 ? 2 : 0, most, keysCommand); !fits)
        return fail(fits.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    if (most == 1)
        return list(session, **client);
    const auto answer = isCreate
        ? (*client)->post(keysPath, {{"name", words[1]}, {"scope", session.option("scope").value_or(QStringLiteral("run"))}})
        : (*client)->remove(keysPath + QLatin1Char('/') + segment(words[1]));
    if (!answer)
        return fail(answer.error());
    if (session.out.isJson()) {
        session.out.json(*answer);
    } else if (isCreate) {
        session.out.say(QCoreApplication::translate("Cli", "The key, shown only now:"));
        session.out.line(textOf(*answer, "key"));
    } else {
        session.out.say(QCoreApplication::translate("Cli", "The key is revoked."));
    }
    return ExitCode::Ok;
}

} // namespace

const Command keysCommand{"keys", "list | create NAME [--scope read|run|admin] | revoke ID",
                          QT_TRANSLATE_NOOP("Cli", "List, create and revoke access keys."), declareKeys, keys};

} // namespace kule::cli
