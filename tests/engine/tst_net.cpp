// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "net/backoff.h"
#include "net/qthttpclient.h"
#include "scriptedserver.h"
#include "waitfor.h"

using namespace kule;
using namespace std::chrono_literals;
using Answer = ScriptedServer::Answer;

class tst_Net : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<QtHttpClient> m_client;
    std::unique_ptr<ScriptedServer> m_server;

    HttpRequest to(const QString &url) const { return {.url = url, .headers = {}, .body = {}}; }
    Result<HttpReply> get(const QString &path = QStringLiteral("/")) { return waitFor(m_client->send(to(m_server->url(path)))); }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_client = std::make_unique<QtHttpClient>(*m_clock);
        m_server = std::make_unique<ScriptedServer>();
    }
    void cleanup() { m_client.reset(); } // what is under way in it knows the clock

    void anAnswerComesWhole()
    {
        m_server->then({.status = 201, .body = "merhaba", .headers = {{"X-A", "b"}}});
        const auto reply = waitFor(m_client->send({.method = "POST", .url = m_server->url(QStringLiteral("/x?y=1")), .headers = {{"X-Q", "z"}}, .body = "soru"}));
        QVERIFY(reply);
        QCOMPARE(reply->status, 201);
        QCOMPARE(reply->body, QByteArray("merhaba"));
        QCOMPARE(reply->header("x-a"), QByteArray("b"));
        const auto &seen = m_server->seen().at(0);
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.target, QByteArray("/x?y=1"));
        QCOMPARE(seen.headers.value("x-q"), QByteArray("z"));
        QCOMPARE(seen.body, QByteArray("soru"));
    }
    void whatTheServerRefusesIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (int status : {204, 304, 400, 401, 403, 404, 410, 429, 500, 502, 503})
            QTest::addRow("%d", status) << status;
    }
    void whatTheServerRefusesIsAnAnswer()
    {
        QFETCH(int, status);
        m_server->then({.status = status, .body = ""});
        const auto reply = get();
        QVERIFY2(reply, reply ? "" : reply.error().code.constData());
        QCOMPARE(reply->status, status);
    }
    void aRedirectIsRefused()
    {
        m_server->then({.status = 302, .headers = {{"Location", m_server->url(QStringLiteral("/b")).toUtf8()}}});
        const auto reply = get();
        QCOMPARE(reply.error().code, QByteArray("net.redirect_refused"));
        QVERIFY(reply.error().details.at("status") == 302);
        QCOMPARE(m_server->seen().size(), std::size_t(1));
    }
    void aRedirectIsFollowedWhenTold()
    {
        m_server->then({.status = 302, .headers = {{"Location", m_server->url(QStringLiteral("/b")).toUtf8()}}}).then({.body = "b"});
        HttpRequest request = to(m_server->url());
        request.redirects = Redirects::Follow;
        const auto reply = waitFor(m_client->send(request));
        QVERIFY(reply);
        QCOMPARE(reply->body, QByteArray("b"));
        m_server->handle([this](const auto &) { return Answer{.status = 302, .headers = {{"Location", m_server->url().toUtf8()}}}; });
        QCOMPARE(waitFor(m_client->send(request)).error().code, QByteArray("net.redirect_refused"));
    }
    void aServerThatSaysNothingTimesOut()
    {
        m_server->then({.way = Answer::Way::Never});
        const auto future = m_client->send(to(m_server->url()));
        QTRY_COMPARE(m_server->seen().size(), std::size_t(1));
        m_clock->advance(9s);
        QVERIFY(!future.isAnswered());
        m_clock->advance(1s);
        QCOMPARE(waitFor(future).error().code, QByteArray("net.timeout"));
    }
    void aServerThatBreaksOffIsUnreachable()
    {
        m_server->then({.body = QByteArray(1000, 'x'), .way = Answer::Way::Half});
        QCOMPARE(get().error().code, QByteArray("net.unreachable"));
        // Qt tries again by itself when a connection closes early, so it must happen each time.
        m_server->handle([](const auto &) { return Answer{.body = "rubbish\r\n\r\n", .way = Answer::Way::Rubbish}; });
        QCOMPARE(get().error().code, QByteArray("net.unreachable"));
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Dropped}; });
        QCOMPARE(get().error().code, QByteArray("net.unreachable"));
        m_server->stop();
        QCOMPARE(get().error().code, QByteArray("net.unreachable"));
    }
    void anAnswerTooLargeIsNotTaken()
    {
        m_server->then({.body = QByteArray(5000, 'x')});
        HttpRequest request = to(m_server->url());
        request.largestReply = 4999;
        QCOMPARE(waitFor(m_client->send(request)).error().code, QByteArray("net.too_large"));
        m_server->then({.body = QByteArray(3'000'000, 'x')});
        QCOMPARE(get().error().code, QByteArray("net.too_large"));
    }
    void ofALogTheEndIsTaken()
    {
        m_server->then({.body = QByteArray(3'000'000, 'x') + "the end"});
        HttpRequest request = to(m_server->url());
        request.largestReply = 10;
        request.excess = Excess::DropStart;
        const auto reply = waitFor(m_client->send(request));
        QVERIFY(reply);
        QCOMPARE(reply->body, QByteArray("xxxthe end"));
        QCOMPARE(reply->dropped, qint64(2'999'997));
    }
    void onlyHttpIsSpoken()
    {
        for (const char *url : {"", "file:///etc/passwd", "ftp://a/", "http://", "//a/b", "javascript:1", "http://a b/"})
            QCOMPARE(waitFor(m_client->send(to(QString::fromLatin1(url)))).error().code, QByteArray("net.bad_url"));
        QVERIFY(checkUrl(QStringLiteral("https://örnek.com/a")));
        QCOMPARE(hostOf(QStringLiteral("https://A.example/x")), QStringLiteral("a.example:443"));
        QCOMPARE(hostOf(QStringLiteral("gopher://a")), QString());
    }
    void plainTextIsNoTls()
    {
        const QString url = m_server->url().replace(QStringLiteral("http:"), QStringLiteral("https:"));
        m_server->then({.way = Answer::Way::Never});
        const auto future = m_client->send(to(url));
        QTRY_VERIFY_WITH_TIMEOUT((m_clock->advance(1s), future.isAnswered()), 20'000);
        QVERIFY(!waitFor(future));
    }
    void noCookieIsKept()
    {
        m_server->then({.headers = {{"Set-Cookie", "a=b"}}});
        QVERIFY(get());
        QVERIFY(get());
        QVERIFY(!m_server->seen().at(1).headers.contains("cookie"));
    }
    void everyExchangeIsAnsweredWhenTheClientGoes()
    {
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Never}; });
        const auto running = m_client->send(to(m_server->url()));
        QTRY_COMPARE(m_server->seen().size(), std::size_t(1));
        const auto queued = m_client->send(to(m_server->url()));
        m_client.reset();
        QCOMPARE(waitFor(running).error().code, QByteArray("engine.gone"));
        QCOMPARE(waitFor(queued).error().code, QByteArray("engine.gone"));
    }

    void aServerSaysHowLongToWait()
    {
        constexpr qint64 now = 1'795'000'000'000; // 2026-11-18 11:06:40 UTC
        const auto wait = [](const QByteArray &said) { return retryAfter({503, {{"Retry-After", said}}, {}, 0, 0}, now); };
        QCOMPARE(wait("120"), std::optional(Milliseconds(120'000)));
        QCOMPARE(wait(" 0 "), std::optional(Milliseconds(0)));
        QCOMPARE(wait("-5"), std::optional(Milliseconds(0)));
        QCOMPARE(wait("99999999999"), std::optional(Milliseconds(24 * 3600 * 1000)));
        QCOMPARE(wait("Wed, 18 Nov 2026 11:08:10 GMT"), std::optional(Milliseconds(90'000)));
        QCOMPARE(wait("Wed, 18 Nov 2026 11:00:00 GMT"), std::optional(Milliseconds(0)));
        QCOMPARE(wait("Wed, 18 Nov 2099 11:00:00 GMT"), std::optional(Milliseconds(24 * 3600 * 1000)));
        for (const QByteArray &nonsense : {QByteArray(), QByteArray("soon"), QByteArray("GMT"), QByteArray("1e9"), QByteArray("Wed, 99 Foo 2026 11:08:10 GMT")})
            QVERIFY(!wait(nonsense));
        QVERIFY(!retryAfter({503, {}, {}, 0, 0}, now));
    }
    void waitingGrowsUpToItsBound()
    {
        const Backoff backoff{1s, 1h};
        QRandomGenerator chance(7);
        for (int failures = 1; failures < 100; ++failures) {
            const auto most = std::min<Milliseconds>(1h, Milliseconds(failures > 20 ? 4'000'000 : 1000 << (failures - 1)));
            const auto delay = backoff.after(failures, chance);
            QVERIFY(delay <= most && delay >= most / 2);
        }
        QVERIFY(backoff.after(std::numeric_limits<int>::max(), chance) <= 1h);
    }
    void equalSeedsWaitEqually()
    {
        QRandomGenerator a(1), b(1);
        QCOMPARE((Backoff{1s, 1h}.after(5, a)), (Backoff{1s, 1h}.after(5, b)));
    }
};

QTEST_GUILESS_MAIN(tst_Net)
#include "tst_net.moc"
