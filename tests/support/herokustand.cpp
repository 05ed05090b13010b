// SPDX-License-Identifier: GPL-3.0-or-later
#include "herokustand.h"

#include <QUrl>

namespace kule {
namespace {

QString typeOf(const HerokuStand::Dyno &dyno)
{
    return dyno.name.section(u'.', 0, 0);
}

HerokuStand::Answer refusal(int status, const char *id, const char *message)
{
    return {.status = status, .body = dumpJson(Json{{"id", id}, {"message", message}})};
}

HerokuStand::Answer said(const Json &json, int status = 200)
{
    return {.status = status, .body = dumpJson(json)};
}

Json formationJson(const QString &type, int quantity)
{
    return {{"type", type}, {"quantity", quantity}, {"size", "Basic"}, {"command", "python3 " + type.toStdString() + ".py"}};
}

} // namespace

HerokuStand::HerokuStand(const Clock &clock)
    : m_clock(clock)
{
    m_api.handle([this](const ScriptedServer::Seen &seen) { return handle(seen); });
    m_logs.handle([this](const ScriptedServer::Seen &) { return Answer{.body = m_log}; });
}

HerokuStand::App &HerokuStand::add(const QString &name, const QByteArray &token)
{
    m_apps[name].token = token;
    setQuantity(name, QStringLiteral("worker"), 1);
    age(name, std::chrono::hours(1));
    return m_apps[name];
}

void HerokuStand::setQuantity(const QString &name, const QString &type, int quantity)
{
    App &app = m_apps.at(name);
    app.formation[type] = quantity;
    std::erase_if(app.dynos, [&](const Dyno &dyno) { return typeOf(dyno) == type && dyno.name.section(u'.', 1).toInt() > quantity; });
    const auto running = std::count_if(app.dynos.begin(), app.dynos.end(), [&](const Dyno &dyno) { return typeOf(dyno) == type; });
    for (auto number = static_cast<int>(running) + 1; number <= quantity; ++number)
        app.dynos.push_back({QStringLiteral("dyno-%1").arg(m_nextId++), QStringLiteral("%1.%2").arg(type).arg(number), m_clock.wallMs()});
}

void HerokuStand::age(const QString &name, Milliseconds by)
{
    for (Dyno &dyno : m_apps.at(name).dynos)
        dyno.startedAt = m_clock.wallMs() - by.count();
}

void HerokuStand::doThen(const QByteArray &method, Answer answer)
{
    m_afterwards[method] = std::move(answer);
}

QByteArrayList HerokuStand::writes() const
{
    QByteArrayList all;
    for (const auto &one : seen()) {
        if (one.method != "GET")
            all += one.method + ' ' + one.target;
    }
    return all;
}

void HerokuStand::restart(App &app, const std::function<bool(const Dyno &)> &isMeant)
{
    for (Dyno &dyno : app.dynos) {
        if (isMeant(dyno))
            dyno = {QStringLiteral("dyno-%1").arg(m_nextId++), dyno.name, m_clock.wallMs()};
    }
}

HerokuStand::Answer HerokuStand::handle(const ScriptedServer::Seen &seen)
{
    if (m_before)
        m_before(seen);
    Answer answer = act(seen);
    if (const auto found = m_afterwards.find(seen.method); found != m_afterwards.end()) {
        answer = found->second;
        m_afterwards.erase(found);
    }
    answer.headers.emplace_back("RateLimit-Remaining", QByteArray::number(--requestsLeft));
    return answer;
}

HerokuStand::Answer HerokuStand::act(const ScriptedServer::Seen &seen)
{
    if (seen.headers.value("accept") != "application/vnd.heroku+json; version=3")
        return refusal(406, "not_acceptable", "No version of the API was asked for.");
    const auto parts = QString::fromLatin1(seen.target).split(u'/', Qt::SkipEmptyParts); // apps, app, noun, name
    const auto found = m_apps.find(parts.value(1));
    const bool isKnownToken = std::any_of(m_apps.begin(), m_apps.end(), [&](const auto &app) { return seen.headers.value("authorization") == "Bearer " + app.second.token; });
    if (!isKnownToken)
        return refusal(401, "unauthorized", "Invalid credentials provided.");
    if (found == m_apps.end())
        return refusal(404, "not_found", "Couldn't find that app.");
    App &app = found->second;
    const QString noun = parts.value(2);
    const QString name = QUrl::fromPercentEncoding(parts.value(3).toLatin1());
    if (noun == QLatin1String("dynos") && seen.method == "GET") {
        Json list = Json::array();
        for (const Dyno &dyno : app.dynos)
            list.push_back({{"id", dyno.id}, {"name", dyno.name}, {"type", typeOf(dyno)}, {"state", "up"}, {"size", "Basic"}, {"command", "python3 bot.py"},
                            {"release", {{"version", 7}}}, {"created_at", isoTime(dyno.startedAt)}});
        return said(list);
    }
    if (noun == QLatin1String("dynos")) {
        restart(app, [&](const Dyno &dyno) { return name.isEmpty() || dyno.name == name; });
        return said(Json::object(), 202);
    }
    if (noun == QLatin1String("formations")) {
        restart(app, [&](const Dyno &dyno) { return typeOf(dyno) == name; });
        return said(Json::object(), 202);
    }
    if (noun == QLatin1String("formation") && seen.method == "GET") {
        Json list = Json::array();
        for (const auto &[type, quantity] : app.formation)
            list.push_back(formationJson(type, quantity));
        return said(list);
    }
    if (noun == QLatin1String("formation")) {
        const Json body = parseJson(seen.body).value_or(Json::object());
        if (body.size() != 1 || !body.contains("quantity") || !body["quantity"].is_number_integer())
            return refusal(422, "invalid_params", "Quantity is not known.");
        setQuantity(parts.value(1), name, body["quantity"].get<int>());
        return said(formationJson(name, body["quantity"].get<int>()));
    }
    if (noun == QLatin1String("config-vars")) {
        Json list = Json::object();
        for (const auto &[key, value] : app.variables)
            list[key.toStdString()] = value;
        return said(list);
    }
    if (noun == QLatin1String("log-sessions")) {
        m_log = app.log;
        return said({{"logplex_url", logAddress()}}, 201);
    }
    return refusal(404, "not_found", "There is no such resource.");
}

} // namespace kule
