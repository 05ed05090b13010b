// SPDX-License-Identifier: GPL-3.0-or-later
// What every HTTP client of the engine does, against a server that answers by script. A client's own test derives from it.
#pragma once
#include "fakeclock.h"
#include "net/httpclient.h"
#include "scriptedserver.h"
#include "waitfor.h"

namespace kule {

class HttpContract : public QObject
{
    Q_OBJECT
protected:
    using Answer = ScriptedServer::Answer;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    HttpClient *m_client = nullptr; ///< the newest that make() has made

    /// A new client, which is the test's until the next one.
    virtual HttpClient *make(Clock &clock) = 0;
    static HttpRequest to(const QString &url, const QByteArray &method = "GET", const QByteArray &body = {}) { return {.method = method, .url = url, .headers = {}, .body = body}; }
    Result<HttpReply> get() { return waitFor(m_client->send(to(m_server->url()))); }

private Q_SLOTS:
    void init();
    void anAnswerComesWhole();
    void whatTheServerRefusesIsAnAnswer_data();
    void whatTheServerRefusesIsAnAnswer();
    void aRedirectIsRefused();
    void aServerThatBreaksOffIsUnreachable();
    void anAnswerTooLargeIsNotTaken();
    void onlyHttpIsSpoken();
    void plainTextIsNoTls();
};

} // namespace kule
