// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the HTTP server: checks each request in one fixed order and hands it to its row of the table.
// Called on the connections' threads at once; all it holds is immutable, atomic or swapped whole. Never blocks.
//
// The order: Host 421, Origin 403, preflight, key 401, rate 429, route 404/405, scope 403, JSON type 415, JSON 400, handler.
#pragma once
#include "api/browsersafety.h"
#include "api/context.h"
#include "api/http/message.h"
#include "api/jobsockets.h"
#include "api/ratelimit.h"
#include "api/requestlog.h"
#include "api/router.h"

namespace kule {

class ApiApplication final : public http::Application
{
public:
    /// What the context names outlives it.
    ApiApplication(Services services, ApiControl &control);

    /// Holds from the next request on. Any thread.
    void setPolicy(ApiPolicy policy);
    void setSocketRules(const engineio::Gate::Rules &rules) { m_sockets.gate().setRules(rules); }
    RequestLog &requestLog() { return m_log; }
    const Metrics &metrics() const { return m_metrics; }
    const JobSockets &sockets() const { return m_sockets; }

    std::optional<http::Response> refuse(const http::Head &head) const override;
    void serve(http::Request request, http::ResponderPtr responder) override;
    http::Response broken(int status, const char *code, const http::Head &head) const override;
    void served(const http::Head &head, const http::Response &response, qint64 microseconds) override;
    bool takesOver(const http::Head &head) const override;
    void takeOver(http::Head head, std::unique_ptr<QTcpSocket> socket) override;
    bool isWaiting(const http::Head &head) const override { return m_sockets.isMine(head) && m_sockets.gate().isOfSession(head); }
    void left(const http::Head &head) override { m_sockets.gate().left(head); }
    void threadBegins() override { m_sockets.gate().threadBegins(); }
    void threadDrains() override { m_sockets.gate().threadDrains(); }
    void threadEnds() override { m_sockets.gate().threadEnds(); }

private:
    struct Admitted
    {
        Caller caller;
        Route route;
    };
    using Verdict = tl::expected<Admitted, http::Response>;
    enum class Charge { Nothing, OneRequest }; ///< to the key's requests per minute
    /// All checks that need no body. An answer to a preflight or to OPTIONS is a verdict too.
    Verdict admit(const http::Head &head, const ApiPolicy &policy, Charge charge) const;

    Metrics m_metrics;
    RequestLog m_log;
    mutable RateLimit m_rate;
    const Router m_router;
    JobSockets m_sockets;
    const ApiContext m_context;
    std::atomic<std::shared_ptr<const ApiPolicy>> m_policy;
};

} // namespace kule
