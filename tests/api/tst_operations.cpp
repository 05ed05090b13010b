// SPDX-License-Identifier: GPL-3.0-or-later
// A walk over the table: what holds for every row, whatever it does.
#include "apifixture.h"

using namespace kule;

class tst_Operations : public QObject
{
    Q_OBJECT
private:
    static const Operation &row(int index) { return operations()[static_cast<std::size_t>(index)]; }
    static QByteArray targetOf(const Operation &operation)
    {
        return QByteArray(operation.path).replace("{id}", "none").replace("{filename}", "none.txt").replace("{key}", "none").replace("{undo}", "none").replace("{name}", "none");
    }
    static QByteArray keyFor(Access access)
    {
        return access == Access::Admin ? "admin-key" : access == Access::Run ? "run-key" : "read-key";
    }
    static void addRows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(operations().size()); ++i)
            QTest::addRow("%s %s", wordOf(row(i).verb), row(i).path) << i;
    }
    // Its body is JSON of the right shape for the path, with a code and a sentence.
    static void checkError(const Operation &operation, const http::Response &response, int status)
    {
        QCOMPARE(response.status, status);
        QCOMPARE(response.contentType, QByteArray("application/json; charset=utf-8"));
        const Json body = jsonOf(response);
        if (shapeOf(operation.path) == ErrorShape::Runner) {
            QVERIFY2(body.is_object() && body.size() == 2, response.body.constData());
            QVERIFY(!textOf(body, "error").isEmpty() && !textOf(body, "code").isEmpty());
        } else {
            QVERIFY2(body.is_object() && body.value("success", true) == false, response.body.constData());
            QVERIFY(!textOf(body["error"], "code").isEmpty() && !textOf(body["error"], "message").isEmpty());
        }
        QCOMPARE(headerOf(response, "X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(headerOf(response, "Cache-Control"), QByteArray("no-store"));
    }

private Q_SLOTS:
    void withoutAKeyIs401_data() { addRows(); }
    void withoutAKeyIs401()
    {
        QFETCH(int, index);
        ApiFixture api;
        const Operation &operation = row(index);
        if (operation.access == Access::Open) {
            QCOMPARE(api.ask(wordOf(operation.verb), targetOf(operation)).status, 200);
            return;
        }
        for (const QByteArray &key : {QByteArray(), QByteArray("wrong"), QByteArray(" ")}) {
            const http::Response response = api.ask(wordOf(operation.verb), targetOf(operation), key);
            // The service that stood at these addresses said so.
            const bool isForbidden = !key.isEmpty() && QByteArray(operation.path).startsWith("/api/getinfo");
            checkError(operation, response, isForbidden ? 403 : 401);
            QCOMPARE(headerOf(response, "WWW-Authenticate").startsWith("Bearer"), !isForbidden);
        }
        QVERIFY(api.jobs.asked.isEmpty() && api.fatals.asked.isEmpty() && api.titles.asked.isEmpty());
    }
    void aSmallerScopeIs403_data() { addRows(); }
    void aSmallerScopeIs403()
    {
        QFETCH(int, index);
        ApiFixture api;
        const Operation &operation = row(index);
        for (const Scope scope : {Scope::Read, Scope::Run}) {
            if (allows(operation.access, scope))
                continue;
            checkError(operation, api.ask(wordOf(operation.verb), targetOf(operation), QByteArray(wordOf(scope)) + "-key", "{}"), 403);
        }
        QVERIFY(api.jobs.asked.isEmpty() && api.fatals.asked.isEmpty());
    }
    void anotherVerbIs405WithAllow_data() { addRows(); }
    void anotherVerbIs405WithAllow()
    {
        QFETCH(int, index);
        ApiFixture api;
        const Operation &operation = row(index);
        for (const char *verb : {"LINK", "TRACE", "CONNECT", "get", "BREW"}) {
            const http::Response response = api.ask(verb, targetOf(operation), "admin-key");
            checkError(operation, response, 405);
            const auto allowed = headerOf(response, "Allow").split(',');
            QVERIFY(std::any_of(allowed.begin(), allowed.end(), [&](const QByteArray &one) { return one.trimmed() == wordOf(operation.verb); }));
        }
        const http::Response options = api.ask("OPTIONS", targetOf(operation), "read-key");
        QCOMPARE(options.status, 204);
        QVERIFY(headerOf(options, "Allow").contains(wordOf(operation.verb)));
    }
    void bodiesMustBeJson_data() { addRows(); }
    void bodiesMustBeJson()
    {
        QFETCH(int, index);
        const Operation &operation = row(index);
        if (operation.body.need == Body::Need::None)
            return;
        ApiFixture api;
        http::Request asked = request(wordOf(operation.verb), targetOf(operation), keyFor(operation.access), "{}");
        for (const char *type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""}) {
            asked.headers[2].second = type;
            checkError(operation, api.ask(asked), 415);
        }
        for (const QByteArray &garbage : {QByteArray("{"), QByteArray("nul"), QByteArray("\xff\xfe"), QByteArray("{\"a\":\"\xc3\"}"), QByteArray(33, '['),
                                          QByteArray("{} {}"), QByteArray("[1,]"), QByteArray(100'000, '{')})
            checkError(operation, api.ask(wordOf(operation.verb), targetOf(operation), keyFor(operation.access), garbage), 400);
    }
    void nothingIsEver500_data() { addRows(); }
    void nothingIsEver500()
    {
        QFETCH(int, index);
        ApiFixture api;
        const Operation &operation = row(index);
        const QByteArray method = wordOf(operation.verb);
        const std::vector<QByteArray> bodies{"", "{}", "[]", "null", "1", "\"x\"", "true", "{\"process_id\":{},\"file_path\":[]}", "{\"name\":[],\"scope\":{}}",
                                             "{\"code\":7}", "{\"value\":{}}", "{\"value\":null}", "{\"process_id\":1e400}", "{\"name\":\"\\u0000\"}"};
        for (const QByteArray &body : bodies) {
            const http::Response response = api.ask(method, targetOf(operation), "admin-key", body);
            QVERIFY2(response.status < 500, (body + " -> " + response.body).constData());
        }
        for (const char *query : {"?limit=0", "?limit=-1", "?limit=x", "?limit=99999999999999999999", "?after=%FF", "?after=x", "?q=%22", "?q=state:nope", "?state=nope",
                                  "?offset=-5", "?attempt=x", "?expected=x", "?q=%00", "?&&==", "?%"}) {
            const http::Response response = api.ask(method, targetOf(operation) + query, "admin-key", operation.body.need == Body::Need::None ? "" : "{}");
            QVERIFY2(response.status < 500, (QByteArray(query) + " -> " + response.body).constData());
        }
        for (const QByteArray &piece : {QByteArray("%2e%2e"), QByteArray("..%2f..%2fetc%2fpasswd"), QByteArray("%00"), QByteArray("%FF"), QByteArray("%"), QByteArray(5000, 'a'),
                                        QByteArray("%C4%B1%C4%B0")}) {
            const QByteArray target = QByteArray(operation.path).replace("{id}", piece).replace("{filename}", piece).replace("{key}", piece);
            if (target == operation.path)
                continue;
            const http::Response response = api.ask(method, target, "admin-key", "{}");
            QVERIFY2(response.status == 400 || response.status == 404, (piece.left(40) + " -> " + response.body).constData());
        }
    }
    void aFailingServiceIsSaidByItsKind_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("invalid") << ErrorKind::Invalid << QByteArray("job.path_outside_roots") << 400;
        QTest::newRow("not found") << ErrorKind::NotFound << QByteArray("job.file_not_found") << 404;
        QTest::newRow("conflict") << ErrorKind::Conflict << QByteArray("job.id_in_use") << 409;
        QTest::newRow("busy") << ErrorKind::Busy << QByteArray("job.queue_full") << 429;
        QTest::newRow("unavailable") << ErrorKind::Unavailable << QByteArray("store.full") << 503;
        QTest::newRow("timed out") << ErrorKind::TimedOut << QByteArray("x.late") << 504;
        QTest::newRow("broken") << ErrorKind::Broken << QByteArray("store.corrupt") << 500;
        QTest::newRow("too large") << ErrorKind::TooLarge << QByteArray("x.large") << 413;
    }
    void aFailingServiceIsSaidByItsKind()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QByteArray, code);
        QFETCH(int, status);
        ApiFixture api;
        api.jobs.failNext(kind, code.constData());
        const http::Response response = api.ask("POST", "/run", "run-key", R"({"process_id": 1, "file_path": "packages/a.py"})");
        QCOMPARE(response.status, status);
        QCOMPARE(textOf(jsonOf(response), "code"), QString::fromLatin1(code));
        QCOMPARE(headerOf(response, "Retry-After").isEmpty(), status != 429);
    }
    void unknownPathsNeedAKeyToo()
    {
        ApiFixture api;
        QCOMPARE(api.ask("GET", "/nothing").status, 401);
        QCOMPARE(api.ask("GET", "/livez/x").status, 401);
        QCOMPARE(api.ask("POST", "/livez").status, 401);
        QCOMPARE(api.ask("GET", "/nothing", "read-key").status, 404);
        QCOMPARE(textOf(jsonOf(api.ask("GET", "/fatals/a/b", "read-key")), "code"), QStringLiteral("api.not_found"));
        QCOMPARE(api.ask("GET", "/api/getinfo").status, 401);
        QCOMPARE(api.ask("POST", "/api/getinfo/async", "wrong").status, 403);
    }
    void keysComeInThreeHeaders()
    {
        ApiFixture api;
        for (const auto &[name, value] : {std::pair{"X-Auth-Hash", "read-key"}, {"X-API-Key", "read-key"}, {"Authorization", "Bearer read-key"}, {"authorization", "bearer read-key"}}) {
            http::Request asked = request("GET", "/api/jobs");
            asked.headers.emplace_back(name, value);
            QCOMPARE(api.ask(asked).status, 200);
        }
        for (const auto &[name, value] : {std::pair{"Authorization", "read-key"}, {"Authorization", "Basic read-key"}, {"Cookie", "X-API-Key=read-key"}, {"X-API-Key", "READ-KEY"}}) {
            http::Request asked = request("GET", "/api/jobs");
            asked.headers.emplace_back(name, value);
            QCOMPARE(api.ask(asked).status, 401);
        }
        QCOMPARE(api.ask("GET", "/api/jobs?X-API-Key=read-key").status, 401);
    }
    void theDoorComesBeforeTheKey()
    {
        ApiFixture api;
        http::Request asked = request("GET", "/livez");
        asked.headers = {{"Host", "evil.example:3000"}};
        QCOMPARE(api.ask(asked).status, 421);
        asked.headers = {{"Host", "localhost:3000"}, {"Origin", "https://evil.example"}};
        http::Response response = api.ask(asked);
        QCOMPARE(response.status, 403);
        QVERIFY(headerOf(response, "Access-Control-Allow-Origin").isEmpty());
        asked.headers[1].second = "null";
        QCOMPARE(api.ask(asked).status, 403);
        asked.headers[1].second = "";
        QCOMPARE(api.ask(asked).status, 403);
        asked.headers[1].second = "http://localhost:5173";
        response = api.ask(asked);
        QCOMPARE(response.status, 200);
        QCOMPARE(headerOf(response, "Access-Control-Allow-Origin"), QByteArray("http://localhost:5173"));
    }
    void ourOwnPageMayCallUsByAListenAddress()
    {
        ApiFixture api;
        http::Request asked = request("GET", "/livez");
        asked.headers = {{"Host", "192.168.1.5:3000"}, {"Origin", "http://192.168.1.5:3000"}};
        QCOMPARE(api.ask(asked).status, 421);
        ApiPolicy policy;
        policy.listen = QStringList{QStringLiteral("192.168.1.5")};
        api.application.setPolicy(policy);
        QCOMPARE(api.ask(asked).status, 200);
        asked.headers[1].second = "https://192.168.1.5:3000";
        QCOMPARE(api.ask(asked).status, 403);
    }
    void preflightsAreForAllowedOrigins()
    {
        ApiFixture api;
        http::Request asked = request("OPTIONS", "/run");
        asked.headers.emplace_back("Access-Control-Request-Method", "POST");
        QCOMPARE(api.ask(asked).status, 401);
        asked.headers.emplace_back("Origin", "https://ops.example.com");
        QCOMPARE(api.ask(asked).status, 403);
        ApiPolicy policy;
        policy.corsOrigins = {"https://ops.example.com"};
        api.application.setPolicy(policy);
        const http::Response response = api.ask(asked);
        QCOMPARE(response.status, 204);
        QVERIFY(response.body.isEmpty());
        QCOMPARE(headerOf(response, "Access-Control-Allow-Origin"), QByteArray("https://ops.example.com"));
        QVERIFY(headerOf(response, "Access-Control-Allow-Headers").contains("X-Auth-Hash"));
        QVERIFY(headerOf(response, "Access-Control-Allow-Methods").contains("DELETE"));
    }
    void aKeyMayAskSoOftenAMinute()
    {
        ApiFixture api;
        ApiPolicy policy;
        policy.requestsPerMinute = 3;
        api.application.setPolicy(policy);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(api.ask("POST", "/api/jobs/none/cancel", "run-key", "{}").status, 404);
        const http::Response response = api.ask("GET", "/api/jobs", "run-key");
        QCOMPARE(response.status, 429);
        QCOMPARE(headerOf(response, "Retry-After"), QByteArray("20"));
        QCOMPARE(api.ask("GET", "/api/jobs", "read-key").status, 200);
        QCOMPARE(api.ask("GET", "/livez").status, 200);
        api.clock.advance(Milliseconds(20'000));
        QCOMPARE(api.ask("GET", "/api/jobs", "run-key").status, 200);
    }
    void sentencesFollowTheReaderAndCodesDoNot()
    {
        ApiFixture api;
        http::Request asked = request("GET", "/nothing", "read-key");
        const Json english = jsonOf(api.ask(asked))["error"];
        asked.headers.emplace_back("Accept-Language", "tr-TR,tr;q=0.9");
        const Json other = jsonOf(api.ask(asked))["error"];
        QCOMPARE(textOf(other, "code"), textOf(english, "code"));
        QVERIFY(!textOf(other, "message").isEmpty());
    }
    void whatCannotBeReadIsAnsweredInTheSameShapes()
    {
        ApiFixture api;
        for (const int status : {400, 408, 413, 414, 431, 500, 501, 503, 505}) {
            QCOMPARE(textOf(jsonOf(api.application.broken(status, "http.x", request("POST", "/run"))), "code"), QStringLiteral("http.x"));
            const http::Response response = api.application.broken(status, "http.x", {});
            QCOMPARE(response.status, status);
            QCOMPARE(textOf(jsonOf(response)["error"], "code"), QStringLiteral("http.x"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Operations)
#include "tst_operations.moc"
