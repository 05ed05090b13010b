// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/herokucalls.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace kule::herokucalls {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds patience = 20s;
constexpr qint64 largestAnswer = 8 * 1024 * 1024;
constexpr int defaultWaitS = 60;
constexpr int longestWaitS = 3600;

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

int numberOf(const Json &json, const char *key, int fallback)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() && *found >= 0 && *found <= 1'000'000 ? found->get<int>() : fallback;
}

qint64 timeOf(const Json &json, const char *key)
{
    const QDateTime time = QDateTime::fromString(textOf(json, key), Qt::ISODate);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

int waitOf(const HttpReply &reply, qint64 nowMs)
{
    const Milliseconds wait = retryAfter(reply, nowMs).value_or(std::chrono::seconds(defaultWaitS));
    return static_cast<int>(std::clamp<qint64>((wait.count() + 999) / 1000, 1, longestWaitS));
}

Error errorOf(const HttpReply &reply, const QString &app, const Json &body, qint64 nowMs, const std::function<QString(const QString &)> &redacted)
{
    const QString words = textOf(body, "message").left(500);
    const QString said = words.isEmpty() ? QStringLiteral("HTTP %1").arg(reply.status) : redacted(words);
    const auto make = [&](ErrorKind kind, const char *code, Text message) {
        return Error{kind, code, std::move(message), Json{{"status", reply.status}, {"id", redacted(textOf(body, "id").left(100))}, {"message", said}}, std::nullopt};
    };
    switch (reply.status) {
    case 401:
        return make(ErrorKind::Forbidden, "heroku.unauthorised", text(QT_TRANSLATE_NOOP("Engine", "Heroku does not take the token of %1. Make a new one with “heroku authorizations:create” and enter it. Heroku said: %2"), app, said));
    case 402:
        return make(ErrorKind::Forbidden, "heroku.payment", text(QT_TRANSLATE_NOOP("Engine", "The plan of %1 does not cover this. Look at its billing on dashboard.heroku.com. Heroku said: %2"), app, said));
    case 403:
        return make(ErrorKind::Forbidden, "heroku.forbidden", text(QT_TRANSLATE_NOOP("Engine", "The token of %1 may not do this. Enter one whose account may change the app. Heroku said: %2"), app, said));
    case 404:
        return make(ErrorKind::NotFound, "heroku.not_found", text(QT_TRANSLATE_NOOP("Engine", "Heroku knows no such app or dyno for the token of %1. Check the app's name, and load its dynos again. Heroku said: %2"), app, said));
    case 429: {
        Error error = make(ErrorKind::Busy, "heroku.rate_limited", {});
        error.retryAfter = waitOf(reply, nowMs);
        error.message = text(QT_TRANSLATE_NOOP("Engine", "Heroku has had too many requests with the token of %1. Wait %2 s; Kule asks nothing before that."), app, QString::number(*error.retryAfter));
        return error;
    }
    default:
        break;
    }
    if (reply.status >= 500)
        return make(ErrorKind::Unavailable, "heroku.down", text(QT_TRANSLATE_NOOP("Engine", "Heroku cannot answer now (%1). Try again later, and see status.heroku.com. Heroku said: %2"), QString::number(reply.status), said));
    return make(ErrorKind::Invalid, "heroku.refused", text(QT_TRANSLATE_NOOP("Engine", "Heroku does not take this for %1. It said: %2"), app, said));
}

template <class T, class F>
Result<std::vector<T>> listOf(const Json &answer, const char *name, F read)
{
    if (!answer.is_array())
        return fail(unreadable());
    std::vector<T> items;
    for (const Json &json : answer) {
        if (!json.is_object() || textOf(json, name).isEmpty())
            return fail(unreadable());
        items.push_back(read(json));
    }
    return items;
}

} // namespace

bool isAppName(const QString &name)
{
    return name.size() >= 2 && name.size() <= 36 && std::all_of(name.begin(), name.end(), [](QChar c) { return isLower(c) || isDigit(c) || c == u'-'; })
        && !name.startsWith(u'-') && !name.endsWith(u'-');
}

bool isProcessType(const QString &name)
{
    const auto fits = [](QChar c) { return isLower(c) || (c >= u'A' && c <= u'Z') || isDigit(c) || c == u'-' || c == u'_'; };
    return !name.isEmpty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), fits);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 512 && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

HttpRequest requestOf(const QString &base, const QString &app, const Secret &token, const Call &call)
{
    return {.method = call.method,
            .url = base + QLatin1String("/apps/") + app + call.path,
            .headers = {{"Accept", "application/vnd.heroku+json; version=3"},
                        {"Content-Type", "application/json"},
                        {"Authorization", "Bearer " + token.view().toByteArray()},
                        {"User-Agent", "Kule/" KULE_VERSION}},
            .body = call.body.is_null() ? QByteArray() : dumpJson(call.body),
            .timeout = patience,
            .largestReply = largestAnswer};
}

Result<Json> answerOf(const Result<HttpReply> &reply, const QString &app, qint64 nowMs, const std::function<QString(const QString &)> &said)
{
    if (!reply) {
        if (reply.error().code == "net.redirect_refused")
            return fail(ErrorKind::Unavailable, "heroku.redirected",
                        text(QT_TRANSLATE_NOOP("Engine", "Heroku's address answers with another address, where the token of %1 does not go. Check the setting heroku.base_url."), app));
        if (reply.error().code == "net.too_large")
            return fail(unreadable());
        return fail(reply.error());
    }
    const auto body = parseJson(reply->body);
    const bool isYes = reply->status >= 200 && reply->status < 300;
    if (!isYes)
        return fail(errorOf(*reply, app, body && body->is_object() ? *body : Json::object(), nowMs, said));
    if (!body && !reply->body.isEmpty())
        return fail(unreadable());
    return body.value_or(Json());
}

std::optional<qint64> requestsLeftOf(const HttpReply &reply)
{
    bool isNumber = false;
    const qint64 left = reply.header("ratelimit-remaining").toLongLong(&isNumber);
    return isNumber && left >= 0 ? std::optional(left) : std::nullopt;
}

Error orUnclear(Error error)
{
    const bool wasNeverSent = error.code == "net.tls" || error.code == "net.bad_url" || error.code == "engine.gone"
        || (error.code == "net.unreachable" && error.details.is_object() && error.details.value("never_sent", false));
    const bool isAnswered = error.code.startsWith("heroku.") && error.code != "heroku.down" && error.code != "heroku.unreadable";
    if (wasNeverSent || isAnswered || error.code.startsWith("secrets."))
        return error;
    return {ErrorKind::Unavailable, "heroku.unclear",
            text(QT_TRANSLATE_NOOP("Engine", "Nobody can know whether this was done, as Heroku's answer did not come through. Load the dynos again before you repeat it.")),
            Json{{"because", error.code}}, std::nullopt};
}

Error unreadable()
{
    return {ErrorKind::Unavailable, "heroku.unreadable",
            text(QT_TRANSLATE_NOOP("Engine", "What came is not an answer of Heroku's API. Check the setting heroku.base_url and whether a proxy stands between, then try again.")), nullptr, std::nullopt};
}

Result<std::vector<HerokuDyno>> dynosOf(const Json &answer)
{
    return listOf<HerokuDyno>(answer, "name", [](const Json &json) {
        HerokuDyno dyno;
        dyno.id = textOf(json, "id");
        dyno.name = textOf(json, "name").left(100);
        dyno.type = textOf(json, "type", dyno.name.section(u'.', 0, 0)).left(100);
        dyno.state = textOf(json, "state").left(100);
        dyno.size = textOf(json, "size").left(100);
        dyno.command = textOf(json, "command").left(4000);
        const auto release = json.find("release");
        dyno.release = release != json.end() && release->is_object() ? numberOf(*release, "version", 0) : 0;
        dyno.startedAt = timeOf(json, "created_at");
        return dyno;
    });
}

Result<std::vector<HerokuFormation>> formationOf(const Json &answer)
{
    return listOf<HerokuFormation>(answer, "type", [](const Json &json) {
        return HerokuFormation{textOf(json, "type").left(100), numberOf(json, "quantity", 0), textOf(json, "size").left(100), textOf(json, "command").left(4000)};
    });
}

Result<QString> logAddressOf(const Json &answer, const QString &base)
{
    const QString address = answer.is_object() ? textOf(answer, "logplex_url") : QString();
    const bool isAsSafe = !base.startsWith(QLatin1String("https:")) || address.startsWith(QLatin1String("https:"));
    if (!checkUrl(address) || !isAsSafe)
        return fail(unreadable());
    return address;
}

} // namespace kule::herokucalls
