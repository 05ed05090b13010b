// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP client that keeps its connections, against a server that answers by script; and the reader of its replies, bytewise.
#include "fakeclock.h"
#include "net/kepthttpclient.h"
#include "scriptedserver.h"
#include "waitfor.h"

using namespace kule;
using namespace std::chrono_literals;
using Answer = ScriptedServer::Answer;
using State = ReplyReader::State;

class tst_KeptHttp : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<KeptHttpClient> m_client;
    std::unique_ptr<ScriptedServer> m_server;

    HttpRequest to(const QString &url) const { return {.method = "POST", .url = url, .headers = {}, .body = "x"}; }
    Result<HttpReply> get() { return waitFor(m_client->send(to(m_server->url()))); }
    static bool isNeverSent(const Error &error) { return error.details.is_object() && error.details.value("never_sent", false); }
    /// A server that accepts but once it has hung up refuses.
    static QString closedUrl()
    {
        ScriptedServer gone;
        return gone.url();
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_client = std::make_unique<KeptHttpClient>(*m_clock, 2);
        m_server = std::make_unique<ScriptedServer>();
    }

    void anAnswerComesWhole()
    {
        m_server->then({.status = 201, .body = "merhaba", .headers = {{"X-A", "b"}}});
        const auto reply = waitFor(m_client->send({.method = "POST", .url = m_server->url(QStringLiteral("/ş?y=1 2")).replace(u' ', QLatin1String("%20")), .headers = {{"X-Q", "z"}}, .body = "soru"}));
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
    void aConnectionServesAgain()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(get());
        QCOMPARE(m_server->connections(), 1);
        m_server->handle([](const auto &) { return Answer{.headers = {{"Connection", "close"}}}; });
        QVERIFY(get());
        QCOMPARE(m_client->connections(), 0);
        QVERIFY(get());
        QCOMPARE(m_server->connections(), 2);
    }
    void oneThatRestsLongIsNotTrusted()
    {
        QVERIFY(get());
        m_clock->advance(14s);
        QVERIFY(get());
        m_clock->advance(14s);
        QCOMPARE(m_client->connections(), 1);
        m_clock->advance(1s);
        QVERIFY(get());
        QCOMPARE(m_server->connections(), 2);
        m_clock->advance(30s);
        QTRY_COMPARE(m_client->connections(), 0);
    }
    void oneThatTheServerClosesIsReplaced()
    {
        QVERIFY(get());
        m_server->hangUp();
        QTRY_COMPARE(m_client->connections(), 0);
        QVERIFY(get());
        QCOMPARE(m_server->seen().size(), std::size_t(2));
    }
    void aRequestIsSentOnce()
    {
        QVERIFY(get());
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Dropped}; });
        for (int i = 0; i < 3; ++i) { // also over a connection that was good before
            const auto reply = get();
            QCOMPARE(reply.error().code, QByteArray("net.unreachable"));
            QVERIFY(!isNeverSent(reply.error()));
        }
        QCOMPARE(m_server->seen().size(), std::size_t(4));
    }
    void whatNobodyAskedForEndsTheConnection()
    {
        m_server->then({.body = "a"}).then({.body = "b"});
        m_server->handle([](const auto &) { return Answer{.body = "HTTP/1.1 200 A\r\nContent-Length: 1\r\n\r\naHTTP/1.1 200 B\r\nContent-Length: 1\r\n\r\nb", .way = Answer::Way::Rubbish}; });
        QCOMPARE(get()->body, QByteArray("a"));
        QCOMPARE(get()->body, QByteArray("b"));
        QCOMPARE(get()->body, QByteArray("a"));
        QCOMPARE(m_client->connections(), 0); // its second answer would be taken for that to the next request
    }
    void whatIsMoreThanMayBeWaits()
    {
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Held}; });
        std::vector<Future<Result<HttpReply>>> asked;
        for (int i = 0; i < 5; ++i)
            asked.push_back(m_client->send(to(m_server->url())));
        QTRY_COMPARE(m_server->held(), 2);
        QCOMPARE(m_client->connections(), 2);
        for (int left = 5; left > 0; left -= 2) {
            QTRY_COMPARE(m_server->held(), std::min(left, 2));
            m_server->release();
        }
        for (const auto &one : asked)
            QVERIFY(waitFor(one));
        QCOMPARE(m_server->connections(), 2);
    }
    void anotherServerMayNeedTheRoom()
    {
        ScriptedServer others[2];
        QVERIFY(get());
        for (ScriptedServer &other : others)
            QVERIFY(waitFor(m_client->send(to(other.url()))));
        QCOMPARE(m_client->connections(), 2);
    }
    void aServerThatSaysNothingTimesOut()
    {
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Never}; });
        std::vector<Future<Result<HttpReply>>> asked;
        for (int i = 0; i < 3; ++i)
            asked.push_back(m_client->send(to(m_server->url())));
        QTRY_COMPARE(m_server->seen().size(), std::size_t(2));
        m_clock->advance(9s);
        QVERIFY(!asked[0].isAnswered());
        m_clock->advance(1s);
        for (int i = 0; i < 3; ++i) {
            const auto reply = waitFor(asked[static_cast<std::size_t>(i)]);
            QCOMPARE(reply.error().code, QByteArray("net.timeout"));
            QCOMPARE(isNeverSent(reply.error()), i == 2); // it still waited for a connection
        }
        QCOMPARE(m_client->connections(), 0);
    }
    void aServerThatBreaksOffIsUnreachable()
    {
        m_server->then({.body = QByteArray(1000, 'x'), .way = Answer::Way::Half});
        QCOMPARE(get().error().code, QByteArray("net.unreachable"));
        m_server->handle([](const auto &) { return Answer{.body = "rubbish\r\n\r\n", .way = Answer::Way::Rubbish}; });
        QCOMPARE(get().error().code, QByteArray("net.unreachable"));
    }
    void whoRefusesWasNeverSentAnything()
    {
        const auto reply = waitFor(m_client->send(to(closedUrl())));
        QCOMPARE(reply.error().code, QByteArray("net.unreachable"));
        QVERIFY(isNeverSent(reply.error()));
    }
    void aRedirectIsRefused()
    {
        m_server->then({.status = 302, .headers = {{"Location", m_server->url(QStringLiteral("/b")).toUtf8()}}});
        const auto reply = get();
        QCOMPARE(reply.error().code, QByteArray("net.redirect_refused"));
        QVERIFY(reply.error().details.at("status") == 302);
    }
    void anAnswerTooLargeIsNotTaken()
    {
        m_server->then({.body = QByteArray(5000, 'x')});
        HttpRequest request = to(m_server->url());
        request.largestReply = 4999;
        QCOMPARE(waitFor(m_client->send(request)).error().code, QByteArray("net.too_large"));
        m_server->then({.body = QByteArray(3'000'000, 'x')});
        QCOMPARE(get().error().code, QByteArray("net.too_large"));
        QVERIFY(get());
    }
    void onlyHttpIsSpoken()
    {
        for (const char *url : {"", "file:///etc/passwd", "ftp://a/", "http://"})
            QCOMPARE(waitFor(m_client->send(to(QString::fromLatin1(url)))).error().code, QByteArray("net.bad_url"));
    }
    void plainTextIsNoTls()
    {
        m_server->then({.way = Answer::Way::Never});
        const auto future = m_client->send(to(m_server->url().replace(QStringLiteral("http:"), QStringLiteral("https:"))));
        QTRY_VERIFY_WITH_TIMEOUT((m_clock->advance(1s), future.isAnswered()), 20'000);
        QVERIFY(!waitFor(future));
    }
    void itIsAskedFromAnyThread()
    {
        QThreadPool pool;
        QCOMPARE(waitFor(onPool(pool, [this] { return m_client->send(to(m_server->url())).wait(); }))->status, 200);
    }
    void everyExchangeIsAnsweredWhenTheClientGoes()
    {
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Never}; });
        std::vector<Future<Result<HttpReply>>> asked;
        for (int i = 0; i < 3; ++i)
            asked.push_back(m_client->send(to(m_server->url())));
        QTRY_COMPARE(m_server->seen().size(), std::size_t(2));
        m_client.reset();
        for (const auto &one : asked)
            QCOMPARE(waitFor(one).error().code, QByteArray("engine.gone"));
    }

    void aReplyIsReadInAnyPieces_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keeps");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nmerhaba") << QByteArray("merhaba") << true;
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nmer\r\n4\r\nhaba\r\n0\r\nX-T: 1\r\n\r\n") << QByteArray("merhaba") << true;
        QTest::newRow("continue") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nmerhaba") << QByteArray("merhaba") << true;
        QTest::newRow("old") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nmerhaba") << QByteArray("merhaba") << false;
        QTest::newRow("empty") << QByteArray("HTTP/1.1 204 No\r\n\r\n") << QByteArray() << true;
        QTest::newRow("to the end") << QByteArray("HTTP/1.1 200 OK\r\n\r\nmerhaba") << QByteArray("merhaba") << false;
    }
    void aReplyIsReadInAnyPieces()
    {
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, body);
        QFETCH(bool, keeps);
        for (qsizetype piece = 1; piece <= said.size(); ++piece) {
            ReplyReader reader(ReplyReader::Body::Expected, 100);
            State state = State::NeedMore;
            for (qsizetype at = 0; at < said.size() && state == State::NeedMore; at += piece)
                state = reader.feed(said.mid(at, piece));
            if (state == State::NeedMore)
                state = reader.close();
            QVERIFY(state == State::Complete);
            QCOMPARE(reader.keepsConnection(), keeps);
            const HttpReply reply = reader.takeReply();
            QVERIFY(reply.status == 200 || reply.status == 204);
            QCOMPARE(reply.body, body);
            QVERIFY(reply.header("x-t").isEmpty()); // a trailer is no header
        }
    }
    void whatBreaksOffIsNoReply()
    {
        const QByteArray said("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nmerhaba");
        for (qsizetype size = 0; size < said.size(); ++size) {
            ReplyReader reader(ReplyReader::Body::Expected, 100);
            QVERIFY(reader.feed(said.left(size)) == State::NeedMore);
            QVERIFY(reader.close() == State::Broken);
        }
        ReplyReader endless(ReplyReader::Body::Expected, 100);
        State state = State::NeedMore;
        for (int i = 0; i < 100'000 && state == State::NeedMore; ++i)
            state = endless.feed(i == 0 ? "HTTP/1.1 200 OK\r\n" : "X-A: b\r\n");
        QVERIFY(state == State::Broken);
        ReplyReader large(ReplyReader::Body::Expected, 3);
        QVERIFY(large.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n") == State::TooLarge);
    }
};

QTEST_GUILESS_MAIN(tst_KeptHttp)
#include "tst_kepthttp.moc"
