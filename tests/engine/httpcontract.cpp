// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpcontract.h"

namespace kule {

using namespace std::chrono_literals;

void HttpContract::init()
{
    auto clock = std::make_unique<FakeClock>();
    m_client = make(*clock);
    m_clock = std::move(clock); // the former client knew the former one
    m_server = std::make_unique<ScriptedServer>();
}

void HttpContract::anAnswerComesWhole()
{
    m_server->then({.status = 201, .body = "merhaba", .headers = {{"X-A", "b"}}});
    HttpRequest request = to(m_server->url(QStringLiteral("/ş?y=1 2")).replace(u' ', QLatin1String("%20")), "POST", "soru");
    request.headers = {{"X-Q", "z"}};
    const auto reply = waitFor(m_client->send(request));
    QVERIFY(reply);
    QCOMPARE(reply->status, 201);
    QCOMPARE(reply->body, QByteArray("merhaba"));
    QCOMPARE(reply->header("x-a"), QByteArray("b"));
    const auto &seen = m_server->seen().at(0);
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/%C5%9F?y=1%202"));
    QCOMPARE(seen.headers.value("host"), "127.0.0.1:" + QByteArray::number(m_server->port()));
    QCOMPARE(seen.headers.value("x-q"), QByteArray("z"));
    QCOMPARE(seen.body, QByteArray("soru"));
}

void HttpContract::whatTheServerRefusesIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (int status : {204, 304, 400, 401, 403, 404, 410, 429, 500, 502, 503})
        QTest::addRow("%d", status) << status;
}

void HttpContract::whatTheServerRefusesIsAnAnswer()
{
    QFETCH(int, status);
    m_server->then({.status = status, .body = ""});
    const auto reply = get();
    QVERIFY2(reply, reply ? "" : reply.error().code.constData());
    QCOMPARE(reply->status, status);
}

void HttpContract::aRedirectIsRefused()
{
    m_server->then({.status = 302, .headers = {{"Location", m_server->url(QStringLiteral("/b")).toUtf8()}}});
    const auto reply = get();
    QCOMPARE(reply.error().code, QByteArray("net.redirect_refused"));
    QVERIFY(reply.error().details.at("status") == 302);
    QCOMPARE(m_server->seen().size(), std::size_t(1));
}

void HttpContract::aServerThatBreaksOffIsUnreachable()
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

void HttpContract::anAnswerTooLargeIsNotTaken()
{
    m_server->then({.body = QByteArray(5000, 'x')});
    HttpRequest request = to(m_server->url());
    request.largestReply = 4999;
    QCOMPARE(waitFor(m_client->send(request)).error().code, QByteArray("net.too_large"));
    m_server->then({.body = QByteArray(3'000'000, 'x')});
    QCOMPARE(get().error().code, QByteArray("net.too_large"));
    QVERIFY(get());
}

void HttpContract::onlyHttpIsSpoken()
{
    for (const char *url : {"", "file:///etc/passwd", "ftp://a/", "http://", "//a/b", "javascript:1", "http://a b/"})
        QCOMPARE(waitFor(m_client->send(to(QString::fromLatin1(url)))).error().code, QByteArray("net.bad_url"));
}

void HttpContract::plainTextIsNoTls()
{
    m_server->then({.way = Answer::Way::Never});
    const auto future = m_client->send(to(m_server->url().replace(QStringLiteral("http:"), QStringLiteral("https:"))));
    QTRY_VERIFY_WITH_TIMEOUT((m_clock->advance(1s), future.isAnswered()), 20'000);
    QVERIFY(!waitFor(future));
}

} // namespace kule
