// SPDX-License-Identifier: GPL-3.0-or-later
// One request on its way through a handler, and the one place to answer it. Made on the connection's thread, answered
// from whatever thread the service answers on. A call that is dropped unanswered answers 500 by its responder.
#pragma once
#include "api/browsersafety.h"
#include "api/operations.h"
#include "api/router.h"
#include "base/actor.h"
#include "base/async.h"
#include "base/page.h"

namespace kule {

class Call
{
public:
    struct Parts
    {
        http::Request request;
        http::ResponderPtr responder;
        std::shared_ptr<const ApiPolicy> policy;
        Route route;
        Query query;
        Caller caller; ///< without a name on open rows
        Json body;     ///< null: none
    };
    explicit Call(Parts parts);

    const http::Request &request() const { return m_parts.request; }
    /// The n-th {parameter} of the path, decoded.
    const QString &value(qsizetype n = 0) const { return m_parts.route.values.at(n); }
    /// A query parameter; nothing when it is absent.
    std::optional<QString> query(const char *name) const;
    /// As a whole number in the range, the fallback when absent; api.bad_parameter.
    Result<qint64> number(const char *name, qint64 fallback, qint64 least, qint64 most) const;
    /// ?after= and ?limit=
    Result<PageRequest> page() const;
    const Json &body() const { return m_parts.body; }
    Actor actor() const { return {m_parts.caller.name, false}; }
    Language language() const { return m_language; }

    /// data as it is on the runner's routes, else in the envelope.
    void succeed(const Json &data, int status) const { succeedWith(dumpJson(data), status); }
    /// The same with data that is JSON text already.
    void succeedWith(const QByteArray &json, int status) const;
    void fail(const Error &error) const;
    void send(http::Response response) const;

private:
    const Parts m_parts;
    const Language m_language;
    const ErrorShape m_shape;
};

/// Hands what the future brings to succeed(value), which answers the call; its error is answered here.
template <class T, class F>
void replyBy(const CallPtr &call, Future<Result<T>> future, F succeed)
{
    future.then([call, succeed = std::move(succeed)](const Result<T> &result) {
        if (result)
            succeed(*result);
        else
            call->fail(result.error());
    });
}

/// Answers the call with what the future brings: present(value, language) as JSON with the row's status, or its error.
template <class T, class F>
void reply(const CallPtr &call, Future<Result<T>> future, int status, F present)
{
    replyBy(call, std::move(future), [call, status, present = std::move(present)](const T &value) {
        call->succeed(present(value, call->language()), status);
    });
}

} // namespace kule
