// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/herokuclient.h"

#include "heroku/herokulog.h"
#include "base/chain.h"

namespace kule {
namespace {

using namespace std::chrono_literals;
using herokucalls::Call;

constexpr qint64 largestLog = 1024 * 1024;

template <class T>
Future<Result<T>> refused(const Error &error)
{
    return answered(Result<T>(fail(error)));
}

// Its bytes are the values of config variables.
void forget(const HttpReply &reply)
{
    scrub(const_cast<char *>(reply.body.constData()), static_cast<std::size_t>(reply.body.size()));
}

Error noToken(const QString &app)
{
    return {ErrorKind::NotFound, "heroku.no_token", text(QT_TRANSLATE_NOOP("Engine", "There is no token for %1 where secrets live. Enter it again."), app), nullptr, std::nullopt};
}

} // namespace

HerokuClient::HerokuClient(Parts parts)
    : m_parts(std::move(parts))
{
    setBase(m_parts.base);
}

void HerokuClient::setBase(const QString &base)
{
    m_base = base.endsWith(u'/') ? base.chopped(1) : base;
}

HerokuClient::Quota HerokuClient::quotaOf(const QString &app) const
{
    const Limit limit = m_quotas.value(app);
    const qint64 wait = limit.until - m_parts.clock.steadyMs();
    return {limit.left, wait > 0 ? std::optional(m_parts.clock.wallMs() + wait) : std::nullopt};
}

Future<Result<HttpReply>> HerokuClient::send(const QString &app, Call call)
{
    const qint64 wait = m_quotas.value(app).until - m_parts.clock.steadyMs();
    if (wait > 0) {
        const int seconds = static_cast<int>((wait + 999) / 1000);
        return refused<HttpReply>({ErrorKind::Busy, "heroku.rate_limited",
                                   text(QT_TRANSLATE_NOOP("Engine", "Heroku has had too many requests with the token of %1. Wait %2 s; Kule asks nothing before that."), app, QString::number(seconds)), nullptr, seconds});
    }
    return chained(this, m_parts.secrets.read(secretname::herokuToken(app)), [this, app, call = std::move(call)](const Result<SecretPtr> &token) {
        if (!token)
            return refused<HttpReply>(token.error().code == "secrets.not_found" ? noToken(app) : token.error());
        if (!herokucalls::isToken((*token)->view()))
            return refused<HttpReply>(noToken(app));
        return m_parts.http.send(herokucalls::requestOf(m_base, app, **token, call));
    });
}

Result<Json> HerokuClient::read(const QString &app, const Result<HttpReply> &reply)
{
    Limit &limit = m_quotas[app];
    if (const auto left = reply ? herokucalls::requestsLeftOf(*reply) : std::nullopt)
        limit.left = left;
    auto answer = herokucalls::answerOf(reply, app, m_parts.clock.wallMs(), [this](const QString &said) { return m_parts.redactor.redacted(said); });
    if (reply && !answer && answer.error().retryAfter)
        limit.until = m_parts.clock.steadyMs() + *answer.error().retryAfter * qint64(1000);
    return answer;
}

Future<Result<Json>> HerokuClient::ask(const QString &app, Call call)
{
    return chained(this, send(app, std::move(call)), [this, app](const Result<HttpReply> &reply) { return answered(read(app, reply)); });
}

Future<Result<std::vector<HerokuDyno>>> HerokuClient::dynos(const QString &app)
{
    return chained(this, ask(app, {.path = QStringLiteral("/dynos")}), [](const Result<Json> &answer) { return answered(answer.and_then(herokucalls::dynosOf)); });
}

Future<Result<std::vector<HerokuFormation>>> HerokuClient::formation(const QString &app)
{
    return chained(this, ask(app, {.path = QStringLiteral("/formation")}), [](const Result<Json> &answer) { return answered(answer.and_then(herokucalls::formationOf)); });
}

Future<Done> HerokuClient::change(const QString &app, Call call)
{
    return chained(this, ask(app, std::move(call)), [](const Result<Json> &answer) { return answered(answer ? Done() : Done(fail(herokucalls::orUnclear(answer.error())))); });
}

Future<Result<HerokuLog>> HerokuClient::log(const QString &app, const HerokuLogWish &wish)
{
    Json body{{"lines", wish.lines}, {"tail", false}};
    if (!wish.dyno.isEmpty())
        body["dyno"] = wish.dyno;
    return chained(this, ask(app, {"POST", QStringLiteral("/log-sessions"), std::move(body)}), [this](const Result<Json> &session) {
        const auto address = session ? herokucalls::logAddressOf(*session, m_base) : Result<QString>(fail(session.error()));
        if (!address)
            return refused<HerokuLog>(address.error());
        // Without the token: it is another host, and the address itself opens it.
        const auto lines = m_parts.http.send({.url = *address, .headers = {{"User-Agent", "Kule/" KULE_VERSION}}, .timeout = 20s, .largestReply = largestLog, .excess = Excess::DropStart});
        return chained(this, lines, [this](const Result<HttpReply> &reply) {
            if (!reply && reply.error().code != "net.redirect_refused")
                return refused<HerokuLog>(reply.error());
            if (!reply || reply->status != 200)
                return refused<HerokuLog>({ErrorKind::Unavailable, "heroku.no_log", text(QT_TRANSLATE_NOOP("Engine", "Heroku did not give the log (%1). Ask for it again."), QString::number(reply ? reply->status : 302)), nullptr, std::nullopt});
            return answered(Result<HerokuLog>(herokuLogOf(m_parts.redactor.redacted(reply->body), reply->dropped > 0)));
        });
    });
}

Future<Result<bool>> HerokuClient::holds(const QString &app, SecretPtr value)
{
    return chained(this, send(app, {.path = QStringLiteral("/config-vars")}), [this, app, value = std::move(value)](const Result<HttpReply> &reply) {
        auto answer = read(app, reply);
        if (reply)
            ::kule::forget(*reply);
        if (!answer)
            return refused<bool>(answer.error());
        bool isHeld = false;
        for (Json &variable : *answer) {
            if (!variable.is_string())
                continue;
            auto &text = variable.get_ref<std::string &>();
            isHeld = value->matches(QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))) || isHeld;
            scrub(text.data(), text.size());
        }
        return answered(Result<bool>(isHeld));
    });
}

} // namespace kule
