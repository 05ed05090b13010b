// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/application.h"

#include "api/call.h"
#include "api/credentials.h"
#include "api/redactedanswer.h"
#include "secrets/redactor.h"

#include <QTcpSocket>

namespace kule {
namespace {

Error problem(ErrorKind kind, const char *code, Text message)
{
    return {kind, code, std::move(message), nullptr, std::nullopt};
}

http::Response refusal(const http::Head &head, int status, const Error &error)
{
    const QByteArray path = head.path();
    return errorAnswer(status, error, shapeOf({path.constData(), static_cast<std::size_t>(path.size())}),
                       preferredLanguage(head.header("Accept-Language")));
}

http::Response foreignHost(const http::Head &head)
{
    return refusal(head, 421, problem(ErrorKind::Forbidden, "api.foreign_host",
                                      text(QT_TRANSLATE_NOOP("Engine", "This server does not go by that name. Use localhost and its port, or add the name to api.listen."))));
}

http::Response foreignOrigin(const http::Head &head)
{
    return refusal(head, 403, problem(ErrorKind::Forbidden, "api.foreign_origin",
                                      text(QT_TRANSLATE_NOOP("Engine", "Pages of this origin may not call Kule. Add the origin to api.cors_origins if they should."))));
}

http::Response refusedKey(const http::Head &head)
{
    const Error error = carriesKey(head)
        ? problem(ErrorKind::Unauthorised, "auth.wrong_key", text(QT_TRANSLATE_NOOP("Engine", "This access key is not valid. Ask for a new one or look whether it was revoked.")))
        : problem(ErrorKind::Unauthorised, "auth.key_required",
                  text(QT_TRANSLATE_NOOP("Engine", "Send an access key in X-Auth-Hash, X-API-Key or Authorization: Bearer.")));
    return refusal(head, statusOfRefusedKey(head), error);
}

http::Response tooOften(const http::Head &head, int seconds)
{
    Error error = problem(ErrorKind::Busy, "api.rate_limited", text(QT_TRANSLATE_NOOP("Engine", "Too many requests with this key. Wait %1 s."), QString::number(seconds)));
    error.retryAfter = seconds;
    return refusal(head, 429, error);
}

http::Response wrongVerb(const http::Head &head, const QByteArray &allow)
{
    http::Response response = refusal(head, 405, problem(ErrorKind::Invalid, "api.method_not_allowed",
                                                         text(QT_TRANSLATE_NOOP("Engine", "This address does not take that method. It takes %1."), QString::fromLatin1(allow))));
    response.headers.emplace_back("Allow", allow);
    return response;
}

http::Response options(const QByteArray &allow)
{
    http::Response response;
    response.status = 204;
    response.contentType.clear();
    response.headers.emplace_back("Allow", allow);
    return response;
}

http::Response scopeTooSmall(const http::Head &head, Scope scope)
{
    return refusal(head, 403, problem(ErrorKind::Forbidden, "auth.scope_too_small",
                                      text(QT_TRANSLATE_NOOP("Engine", "This key has the scope %1, which is not enough here. Use a key with more."), QString::fromLatin1(wordOf(scope)))));
}

http::Response notJson(const http::Head &head)
{
    return refusal(head, 415, problem(ErrorKind::Invalid, "api.not_json", text(QT_TRANSLATE_NOOP("Engine", "Send the body as Content-Type: application/json."))));
}

Error badJson(const JsonProblem &why)
{
    if (why.what == JsonProblem::What::TooDeep)
        return problem(ErrorKind::Invalid, "api.json_too_deep", text(QT_TRANSLATE_NOOP("Engine", "The JSON is nested deeper than %1 levels. Make it flatter."), QString::number(maxJsonDepth)));
    return problem(ErrorKind::Invalid, "api.bad_json", text(QT_TRANSLATE_NOOP("Engine", "The body is not valid JSON in UTF-8 (near byte %1). Mend it and send it again."), QString::number(why.offset)));
}

bool announcesBody(const http::Head &head)
{
    return head.hasHeader("Transfer-Encoding") || (head.hasHeader("Content-Length") && head.header("Content-Length").trimmed() != "0");
}

Text brokenReason(int status)
{
    switch (status) {
    case 408:
        return text(QT_TRANSLATE_NOOP("Engine", "The request came too slowly. Send it again."));
    case 413:
        return text(QT_TRANSLATE_NOOP("Engine", "The body is larger than api.max_body allows. Send less or raise that setting."));
    case 414:
        return text(QT_TRANSLATE_NOOP("Engine", "The address is too long. Shorten it."));
    case 431:
        return text(QT_TRANSLATE_NOOP("Engine", "The header is too large. Send fewer or shorter fields."));
    case 501:
        return text(QT_TRANSLATE_NOOP("Engine", "This way of sending a body is not supported. Use Content-Length or chunked."));
    case 503:
        return text(QT_TRANSLATE_NOOP("Engine", "Too many connections. Try again in a moment."));
    case 505:
        return text(QT_TRANSLATE_NOOP("Engine", "This version of HTTP is not supported. Use HTTP/1.1."));
    case 500:
        return text(QT_TRANSLATE_NOOP("Engine", "Kule could not answer. Its log says why."));
    default:
        return text(QT_TRANSLATE_NOOP("Engine", "The request is not valid HTTP/1.1. Check the client that sent it."));
    }
}

/// What any request must be, before it is looked at: its refusal, or the answer to a preflight.
std::optional<http::Response> safetyAnswer(const http::Head &head, const ApiPolicy &policy)
{
    if (!isOurHost(head, policy))
        return foreignHost(head);
    if (head.hasHeader("Origin") && !isOwnOrigin(head) && !isAllowedOrigin(head.header("Origin"), policy))
        return foreignOrigin(head);
    if (isPreflight(head))
        return preflightAnswer();
    return std::nullopt;
}

/// Adds the safety headers of the request to an answer that others make.
class SafeResponder final : public http::Responder
{
public:
    SafeResponder(const http::Head &head, const ApiPolicy &policy, http::ResponderPtr inner)
        : m_inner(std::move(inner))
    {
        http::Response empty;
        addSafetyHeaders(head, policy, empty);
        m_headers = std::move(empty.headers);
    }
    void send(http::Response response) override
    {
        response.headers.insert(response.headers.end(), m_headers.begin(), m_headers.end());
        m_inner->send(std::move(response));
    }

private:
    const http::ResponderPtr m_inner;
    std::vector<http::Header> m_headers;
};

} // namespace

ApiApplication::ApiApplication(Services services, ApiControl &control)
    : m_rate(services.clock)
    , m_router(operations())
    , m_sockets(services.jobs, services.keys, services.clock, services.redactor)
    , m_context{services, control, m_metrics, services.clock.steadyMs()}
    , m_policy(std::make_shared<const ApiPolicy>())
{
}

void ApiApplication::setPolicy(ApiPolicy policy)
{
    m_policy = std::make_shared<const ApiPolicy>(std::move(policy));
}

std::optional<http::Response> ApiApplication::refuse(const http::Head &head) const
{
    // Without a body there is nothing to save by answering early, and serve() keeps the connection.
    if (!announcesBody(head))
        return std::nullopt;
    const auto policy = m_policy.load();
    if (m_sockets.isMine(head)) {
        auto refused = safetyAnswer(head, *policy);
        if (refused)
            addSafetyHeaders(head, *policy, *refused);
        return refused;
    }
    Verdict verdict = admit(head, *policy, Charge::Nothing);
    if (verdict)
        return std::nullopt;
    addSafetyHeaders(head, *policy, verdict.error());
    return std::move(verdict.error());
}

ApiApplication::Verdict ApiApplication::admit(const http::Head &head, const ApiPolicy &policy, Charge charge) const
{
    if (auto answer = safetyAnswer(head, policy))
        return tl::unexpected(std::move(*answer));

    auto route = m_router.find(head.method, head.path());
    const bool isOpen = route && route->operation && (route->operation->access == Access::Open || route->operation->access == Access::Telegram);
    Caller caller;
    const auto refused = [&caller](http::Response response) {
        response.caller = caller.name;
        return tl::unexpected(std::move(response));
    };
    if (!isOpen) {
        // Nothing is told of routes to those without a key: 401 comes before 404.
        auto known = callerOf(head, m_context.services.keys);
        if (!known)
            return refused(refusedKey(head));
        caller = std::move(*known);
        const auto wait = charge == Charge::OneRequest ? m_rate.take(caller.id, policy.requestsPerMinute) : std::nullopt;
        if (wait)
            return refused(tooOften(head, *wait));
    }
    if (!route)
        return refused(refusal(head, statusOf(route.error()), route.error()));
    if (!route->operation)
        return refused(head.method == "OPTIONS" ? options(route->allow) : wrongVerb(head, route->allow));
    if (!allows(route->operation->access, caller.scope))
        return refused(scopeTooSmall(head, caller.scope));
    const Body::Need need = route->operation->body.need;
    if ((need == Body::Need::Required || (need == Body::Need::Optional && announcesBody(head))) && !isJson(head))
        return refused(notJson(head));
    return Admitted{std::move(caller), std::move(*route)};
}

void ApiApplication::serve(http::Request request, http::ResponderPtr responder)
{
    responder = std::make_shared<RedactedAnswer>(std::move(responder), m_context.services.redactor);
    const auto policy = m_policy.load();
    if (m_sockets.isMine(request)) {
        const auto safe = std::make_shared<SafeResponder>(request, *policy, std::move(responder));
        auto refused = safetyAnswer(request, *policy);
        return refused ? safe->send(std::move(*refused)) : m_sockets.gate().serve(std::move(request), safe);
    }
    Verdict verdict = admit(request, *policy, Charge::OneRequest);
    const auto answer = [&](http::Response response) {
        addSafetyHeaders(request, *policy, response);
        if (verdict)
            response.caller = verdict->caller.name;
        responder->send(std::move(response));
    };
    if (!verdict)
        return answer(std::move(verdict.error()));
    const Operation &operation = *verdict->route.operation;
    auto query = parseQuery(request.query());
    if (!query) {
        const Error error = problem(ErrorKind::Invalid, "api.bad_target", text(QT_TRANSLATE_NOOP("Engine", "The address holds a broken escape or bytes that are not UTF-8. Percent-encode it as UTF-8.")));
        return answer(refusal(request, 400, error));
    }
    Json body;
    if (operation.body.need != Body::Need::None && !(operation.body.need == Body::Need::Optional && request.body.isEmpty())) {
        JsonProblem why{};
        auto parsed = parseJson(request.body, &why);
        if (!parsed)
            return answer(refusal(request, 400, badJson(why)));
        body = std::move(*parsed);
    }
    const auto call = std::make_shared<Call>(Call::Parts{std::move(request), std::move(responder), policy, std::move(verdict->route),
                                                         std::move(*query), std::move(verdict->caller), std::move(body)});
    operation.handler(m_context, call);
}

http::Response ApiApplication::broken(int status, const char *code, const http::Head &head) const
{
    http::Response response = refusal(head, status, problem(ErrorKind::Invalid, code, brokenReason(status)));
    addSafetyHeaders(head, *m_policy.load(), response);
    if (const auto caller = callerOf(head, m_context.services.keys))
        response.caller = caller->name;
    return response;
}

bool ApiApplication::takesOver(const http::Head &head) const
{
    return m_sockets.isMine(head) && engineio::Gate::wantsWebSocket(head) && !safetyAnswer(head, *m_policy.load());
}

void ApiApplication::takeOver(http::Head head, std::unique_ptr<QTcpSocket> socket)
{
    m_sockets.gate().takeOver(std::move(head), std::move(socket));
}

void ApiApplication::served(const http::Head &head, const http::Response &response, qint64 microseconds)
{
    // A session's id is all that it takes to speak in its name: it stays out of the log. And a poll's waiting is no work.
    const bool isPoll = m_sockets.isMine(head);
    m_metrics.countRequest(response.status, isPoll ? 0 : microseconds);
    m_log.add({m_context.services.clock.wallMs(), head.method, isPoll ? head.path() : m_context.services.redactor.redacted(head.target).left(1024), response.status, microseconds, response.caller});
}

} // namespace kule
