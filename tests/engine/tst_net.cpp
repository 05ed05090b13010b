// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP client over QNetworkAccessManager, and what both clients share.
#include "httpcontract.h"
#include "net/backoff.h"
#include "net/qthttpclient.h"

using namespace kule;
using namespace std::chrono_literals;

class tst_Net : public HttpContract
{
    Q_OBJECT
private:
    std::unique_ptr<QtHttpClient> m_own;

    HttpClient *make(Clock &clock) override
    {
        m_own = std::make_unique<QtHttpClient>(clock);
        return m_own.get();
    }

private Q_SLOTS:
    void cleanup() { m_own.reset(); } // what is under way in it knows the clock

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
        m_own.reset();
        QCOMPARE(waitFor(running).error().code, QByteArray("engine.gone"));
        QCOMPARE(waitFor(queued).error().code, QByteArray("engine.gone"));
    }

    void anAddressNamesItsHost()
    {
        QVERIFY(checkUrl(QStringLiteral("https://örnek.com/a")));
        QCOMPARE(hostOf(QStringLiteral("https://A.example/x")), QStringLiteral("a.example:443"));
        QCOMPARE(hostOf(QStringLiteral("gopher://a")), QString());
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
