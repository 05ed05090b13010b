// SPDX-License-Identifier: GPL-3.0-or-later
// kule heroku: what runs on Heroku, and scaling, restarting and stopping it. What changes something there says its effect
// first and is done once that is confirmed: by --expected with the value that came with it, or by --yes unseen.
#include "client.h"
#include "jobtext.h"
#include "platform/terminal.h"

#include <algorithm>

namespace kule::cli {
namespace {

const QString appsPath = QStringLiteral("/api/heroku/apps");

void declareHeroku(QCommandLineParser &parser)
{
    declareClient(parser);
    declare(parser, {QStringLiteral("expected")}, QCoreApplication::translate("Cli", "scale, restart, stop: confirms the effect that was shown with this value."), "value");
    declare(parser, {QStringLiteral("yes")}, QCoreApplication::translate("Cli", "scale, restart, stop: do it, whatever the effect."));
    declare(parser, {QStringLiteral("lines")}, QCoreApplication::translate("Cli", "logs: how many of the last lines, 1 to 1500."), "number");
    declare(parser, {QStringLiteral("dyno")}, QCoreApplication::translate("Cli", "logs: of this dyno alone."), "name");
    declare(parser, {QStringLiteral("timezone")}, QCoreApplication::translate("Cli", "schedule: time zone, such as Europe/Istanbul; this computer's by default."), "name");
    declare(parser, {QStringLiteral("jitter")}, QCoreApplication::translate("Cli", "schedule: restart up to so many seconds later, by chance."), "seconds");
    declare(parser, {QStringLiteral("type")}, QCoreApplication::translate("Cli", "schedule: process type to restart; all by default."), "name");
}

QString pathOf(const QString &app, const char *noun)
{
    return appsPath + u'/' + segment(app) + QLatin1String(noun);
}

QString scheduleText(const Json &app)
{
    const Json schedule = app.value("restart_schedule", Json());
    return schedule.is_object() ? textOf(schedule, "cron") + u' ' + textOf(schedule, "timezone") : QStringLiteral("–");
}

void tellApps(Output &out, const Json &apps)
{
    std::vector<QStringList> rows;
    for (const Json &app : apps) {
        const Json last = app.value("last_restart", Json());
        const Json left = app.value("requests_left", Json());
        rows.push_back({textOf(app, "name"), scheduleText(app), timeText(app.value("next_restart_at", Json())), left.is_number() ? QString::number(left.get<qint64>()) : QStringLiteral("–"),
                        last.is_object() ? timeText(last.value("at", Json())) + u' ' + textOf(last, "result") + QStringLiteral(": ") + textOf(last, "message") : QStringLiteral("–")});
    }
    out.table({QCoreApplication::translate("Cli", "APP"), QCoreApplication::translate("Cli", "SCHEDULE"), QCoreApplication::translate("Cli", "NEXT RESTART"),
               QCoreApplication::translate("Cli", "REQUESTS LEFT"), QCoreApplication::translate("Cli", "LAST RESTART")}, rows);
}

void tellDynos(Session &session, const Json &state)
{
    std::vector<QStringList> rows;
    for (const Json &dyno : state.value("dynos", Json::array()))
        rows.push_back({textOf(dyno, "name"), textOf(dyno, "state"), textOf(dyno, "size"), timeText(dyno.value("started_at", Json())), textOf(dyno, "cycling")});
    session.out.table({QCoreApplication::translate("Cli", "DYNO"), QCoreApplication::translate("Cli", "STATE"), QCoreApplication::translate("Cli", "SIZE"),
                       QCoreApplication::translate("Cli", "STARTED"), QCoreApplication::translate("Cli", "CYCLING")}, rows);
    if (const Json offered = state.value("offered_schedule", Json()); offered.is_object() && !rows.empty())
        session.out.say(QCoreApplication::translate("Cli", "To restart it at an hour of your choice instead: kule heroku schedule %1 \"%2\"").arg(textOf(state.value("app", Json::object()), "name"), textOf(offered, "cron")));
}

/// The effect and what confirms it: by --expected, else by --yes; without both nothing is done.
Result<QString> confirmation(Session &session, Client &client, const QString &app, const QUrlQuery &deed)
{
    if (const auto said = session.option("expected"))
        return *said;
    const auto preview = client.get(pathOf(app, "/preview"), deed);
    if (!preview)
        return fail(preview.error());
    session.out.say(textOf(*preview, "effect"));
    const QString expected = textOf(*preview, "expected");
    if (!session.has("yes"))
        return usageError(QCoreApplication::translate("Cli", "Nothing was done; say it again with --expected %1 if you mean that.").arg(expected));
    return expected;
}

Result<ExitCode> tellOutcome(Session &session, const Result<Json> &outcome)
{
    if (!outcome)
        return fail(outcome.error());
    if (session.out.isJson())
        session.out.json(*outcome);
    else
        session.out.line(textOf(*outcome, "effect"));
    return ExitCode::Ok;
}

Result<ExitCode> change(Session &session, Client &client, const QStringList &words)
{
    const QString verb = words[0];
    const QString app = words[1];
    const QString target = words.value(2);
    QUrlQuery deed;
    deed.addQueryItem(QStringLiteral("deed"), verb);
    const char *member = verb == QLatin1String("restart") && target.contains(u'.') ? "dyno" : "type";
    if (!target.isEmpty())
        deed.addQueryItem(QLatin1String(member), target);
    const bool isScale = verb == QLatin1String("scale");
    bool isNumber = true;
    const int quantity = isScale ? words[3].toInt(&isNumber) : 0;
    if (!isNumber || quantity < 0)
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not a number of dynos.").arg(words.value(3)));
    if (isScale)
        deed.addQueryItem(QStringLiteral("quantity"), QString::number(quantity));
    const auto expected = confirmation(session, client, app, deed);
    if (!expected)
        return fail(expected.error());
    if (isScale)
        return tellOutcome(session, client.put(pathOf(app, "/formation/") + segment(target), {{"quantity", quantity}, {"expected", *expected}}));
    Json body{{"expected", *expected}};
    if (!target.isEmpty())
        body[member] = target;
    return tellOutcome(session, client.post(pathOf(app, verb == QLatin1String("stop") ? "/stop" : "/restart"), body));
}

Result<ExitCode> logs(Session &session, Client &client, const QString &app)
{
    QUrlQuery query;
    if (const auto lines = session.option("lines"))
        query.addQueryItem(QStringLiteral("lines"), *lines);
    if (const auto dyno = session.option("dyno"))
        query.addQueryItem(QStringLiteral("dyno"), *dyno);
    const auto log = client.get(pathOf(app, "/logs"), query);
    if (!log)
        return fail(log.error());
    if (session.out.isJson()) {
        session.out.json(*log);
        return ExitCode::Ok;
    }
    if (log->value("is_cut", false))
        session.out.say(QCoreApplication::translate("Cli", "There was more; the oldest lines are missing."));
    for (const Json &line : log->value("lines", Json::array())) {
        const QString at = textOf(line, "at");
        session.out.line(at.isEmpty() ? textOf(line, "text") : QStringLiteral("%1 %2[%3]: %4").arg(at, textOf(line, "source"), textOf(line, "dyno"), textOf(line, "text")));
    }
    return ExitCode::Ok;
}

Result<Json> scheduleOf(const Session &session, const QString &app, const QString &cron)
{
    Json body{{"name", app}, {"restart_schedule", nullptr}, {"restart_type", nullptr}};
    if (cron == QLatin1String("none"))
        return body;
    bool isNumber = true;
    const int jitter = session.option("jitter").value_or(QStringLiteral("0")).toInt(&isNumber);
    if (!isNumber)
        return usageError(QCoreApplication::translate("Cli", "--jitter takes a number of seconds."));
    body["restart_schedule"] = {{"cron", cron}, {"timezone", session.option("timezone").value_or(QString())}, {"jitter_s", jitter}};
    if (const auto type = session.option("type"))
        body["restart_type"] = *type;
    return body;
}

Result<ExitCode> keep(Session &session, Client &client, const Result<Json> &body)
{
    const auto app = body ? client.put(appsPath, *body) : body;
    if (!app)
        return fail(app.error());
    if (session.out.isJson())
        session.out.json(*app);
    else
        tellApps(session.out, Json::array({*app}));
    return ExitCode::Ok;
}

Result<Json> addOf(const QString &app)
{
    const Secret token = readHidden(QCoreApplication::translate("Cli", "Token of %1: ").arg(app));
    if (token.isEmpty())
        return usageError(QCoreApplication::translate("Cli", "Nothing was entered. Type it, or pass it on standard input."));
    return Json{{"name", app}, {"token", std::string(token.view().data(), static_cast<std::size_t>(token.view().size()))}};
}

struct Verb
{
    const char *name;
    qsizetype least; ///< words, with itself
    qsizetype most;
};
constexpr Verb verbs[] = {{"apps", 1, 1}, {"add", 2, 2}, {"remove", 2, 2}, {"dynos", 2, 2}, {"scale", 4, 4}, {"restart", 2, 3}, {"stop", 3, 3}, {"logs", 2, 2}, {"schedule", 3, 3}};

Result<ExitCode> heroku(Session &session)
{
    QStringList words = session.words();
    if (words.isEmpty())
        words = {QStringLiteral("apps")};
    const QString verb = words[0];
    const auto known = std::find_if(std::begin(verbs), std::end(verbs), [&verb](const Verb &one) { return verb == QLatin1String(one.name); });
    if (known == std::end(verbs))
        return usageError(QCoreApplication::translate("Cli", "\"%1\" is not known. Usage: kule heroku %2").arg(verb, QLatin1String(herokuCommand.usage)));
    if (words.size() < known->least || words.size() > known->most)
        return usageError(QCoreApplication::translate("Cli", "Usage: kule heroku %1").arg(QLatin1String(herokuCommand.usage)));
    const auto connected = Client::connect(session);
    if (!connected)
        return fail(connected.error());
    Client &client = **connected;
    const QString app = words.value(1);
    if (verb == QLatin1String("logs"))
        return logs(session, client, app);
    if (verb == QLatin1String("add"))
        return keep(session, client, addOf(app));
    if (verb == QLatin1String("schedule"))
        return keep(session, client, scheduleOf(session, app, words[2]));
    if (verb == QLatin1String("scale") || verb == QLatin1String("restart") || verb == QLatin1String("stop"))
        return change(session, client, words);
    QUrlQuery name;
    name.addQueryItem(QStringLiteral("name"), app);
    const auto answer = verb == QLatin1String("apps") ? client.get(appsPath) : verb == QLatin1String("dynos") ? client.get(pathOf(app, "/dynos")) : client.remove(appsPath, name);
    if (!answer)
        return fail(answer.error());
    if (session.out.isJson())
        session.out.json(*answer);
    else if (verb == QLatin1String("apps"))
        tellApps(session.out, *answer);
    else if (verb == QLatin1String("dynos"))
        tellDynos(session, *answer);
    else
        session.out.say(QCoreApplication::translate("Cli", "%1 is forgotten here; nothing changed at Heroku.").arg(app));
    return ExitCode::Ok;
}

} // namespace

const Command herokuCommand{"heroku", "apps | add APP | remove APP | dynos APP | scale APP TYPE N | restart APP [DYNO|TYPE] | stop APP TYPE | logs APP | schedule APP CRON|none",
                            QT_TRANSLATE_NOOP("Cli", "See, scale, restart and stop what runs on Heroku; each effect is confirmed first."), declareHeroku, heroku};

} // namespace kule::cli
