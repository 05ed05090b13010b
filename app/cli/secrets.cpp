// SPDX-License-Identifier: GPL-3.0-or-later
// kule secrets: where secrets live, and putting them there. Values and passphrases are read from standard input, unseen on a
// terminal; none is taken as a word, which other programs could read, and none is ever written.
#include "client.h"
#include "jobtext.h"
#include "platform/terminal.h"

namespace kule::cli {
namespace {

const QString secretsPath = QStringLiteral("/api/secrets");

void declareSecrets(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("forgotten")}, QCoreApplication::translate("Cli", "passphrase: start a new vault and keep the old one aside."));
    declare(parser, {QStringLiteral("leave-behind")}, QCoreApplication::translate("Cli", "move: go even if what is kept now cannot be read."));
}

Result<Json> asked(const QString &prompt)
{
    const Secret line = readHidden(prompt);
    if (line.isEmpty())
        return usageError(QCoreApplication::translate("Cli", "Nothing was entered. Type it, or pass it on standard input."));
    return Json(std::string(line.view().data(), static_cast<std::size_t>(line.view().size())));
}

ExitCode tell(Session &session, const Json &state)
{
    if (session.out.isJson()) {
        session.out.json(state);
        return ExitCode::Ok;
    }
    const bool isWell = state.value("is_well", false);
    const Json problem = state.value("problem", Json());
    session.out.say(QCoreApplication::translate("Cli", "Secrets live in: %1 (%2)").arg(textOf(state, "backend"),
        isWell ? QCoreApplication::translate("Cli", "works") : problem.is_object() ? textOf(problem, "message") : QCoreApplication::translate("Cli", "not tried yet")));
    std::vector<QStringList> rows;
    for (const Json &secret : state.value("secrets", Json::array())) {
        const bool isGiven = secret.value("is_given", false);
        rows.push_back({isGiven ? QCoreApplication::translate("Cli", "environment") : textOf(state, "backend"), timeText(secret.value("updated_at", Json())), textOf(secret, "name")});
    }
    session.out.table({QCoreApplication::translate("Cli", "FROM"), QCoreApplication::translate("Cli", "CHANGED"), QCoreApplication::translate("Cli", "NAME")}, rows);
    return ExitCode::Ok;
}

Result<Json> perform(Session &session, Client &client, const QString &verb, const QString &word)
{
    Json body = Json::object();
    const auto put = [&body](const char *member, Result<Json> value) {
        if (value)
            body[member] = *value;
        return value ? Done() : Done(fail(value.error()));
    };
    if (verb == QLatin1String("set")) {
        if (auto read = put("value", asked(QCoreApplication::translate("Cli", "Value of %1: ").arg(word))); !read)
            return fail(read.error());
        return client.put(secretsPath + u'/' + segment(word), body);
    }
    if (verb == QLatin1String("remove"))
        return client.remove(secretsPath + u'/' + segment(word));
    const auto state = client.get(secretsPath);
    if (!state)
        return state;
    const bool isVault = textOf(*state, "backend") == QLatin1String("vault");
    if (verb == QLatin1String("unlock")) {
        if (auto read = isVault ? put("passphrase", asked(QCoreApplication::translate("Cli", "Passphrase of the vault: "))) : Done(); !read)
            return fail(read.error());
        return client.post(secretsPath + QStringLiteral("/unlock"), body);
    }
    if (verb == QLatin1String("passphrase")) {
        auto read = session.has("forgotten") ? Done() : put("former", asked(QCoreApplication::translate("Cli", "Passphrase until now: ")));
        if (read)
            read = put("passphrase", asked(QCoreApplication::translate("Cli", "New passphrase: ")));
        if (!read)
            return fail(read.error());
        return client.post(secretsPath + QStringLiteral("/passphrase"), body);
    }
    body["backend"] = word;
    body["leave_behind"] = session.has("leave-behind");
    if (word == QLatin1String("vault")) {
        if (auto read = put("passphrase", asked(QCoreApplication::translate("Cli", "Passphrase of the vault: "))); !read)
            return fail(read.error());
    }
    return client.post(secretsPath + QStringLiteral("/backend"), body);
}

Result<ExitCode> secrets(Session &session)
{
    const QStringList words = session.words();
    const QString verb = words.value(0, QStringLiteral("list"));
    const bool takesWord = QStringList{QStringLiteral("set"), QStringLiteral("remove"), QStringLiteral("move")}.contains(verb);
    if (!takesWord && !QStringList{QStringLiteral("list"), QStringLiteral("unlock"), QStringLiteral("passphrase")}.contains(verb))
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not known. Usage: kule secrets list | set NAME | remove NAME | unlock | passphrase | move PLACE").arg(verb));
    if (auto fits = expectWords(session, takesWord ? 2 : 0, takesWord ? 2 : 1, secretsCommand); !fits)
        return fail(fits.error());
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    const auto answer = verb == QLatin1String("list") ? (*client)->get(secretsPath) : perform(session, **client, verb, words.value(1));
    if (!answer)
        return fail(answer.error());
    if (answer->contains("backend"))
        return tell(session, *answer);
    if (session.out.isJson())
        session.out.json(*answer);
    else
        session.out.say(verb == QLatin1String("set") ? QCoreApplication::translate("Cli", "The secret is kept.") : QCoreApplication::translate("Cli", "The secret is deleted."));
    return ExitCode::Ok;
}

} // namespace

const Command secretsCommand{"secrets", "list | set NAME | remove NAME | unlock | passphrase [--forgotten] | move keychain|vault|session|env [--leave-behind]",
                             QT_TRANSLATE_NOOP("Cli", "Say where secrets live, keep them and move them; values come from standard input."), declareSecrets, secrets};

} // namespace kule::cli
