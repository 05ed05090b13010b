// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP client that keeps its connections, against a server that answers by script; and the reader of its replies, bytewise.
#include "httpcontract.h"
#include "net/kepthttpclient.h"

using namespace kule;
using namespace std::chrono_literals;
using State = ReplyReader::State;

class tst_KeptHttp : public HttpContract
{
    Q_OBJECT
private:
    std::unique_ptr<KeptHttpClient> m_own;

    HttpClient *make(Clock &clock) override
    {
        m_own = std::make_unique<KeptHttpClient>(clock, 2);
        return m_own.get();
    }
    static bool isNeverSent(const Error &error) { return error.details.is_object() && error.details.value("never_sent", false); }
    /// A server that accepts but once it has hung up refuses.
    static QString closedUrl()
    {
        ScriptedServer gone;
        return gone.url();
    }

private Q_SLOTS:
    void aConnectionServesAgain()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(get());
        QCOMPARE(m_server->connections(), 1);
        m_server->handle([](const auto &) { return Answer{.headers = {{"Connection", "close"}}}; });
        QVERIFY(get());
        QCOMPARE(m_own->connections(), 0);
        QVERIFY(get());
        QCOMPARE(m_server->connections(), 2);
    }
    void oneThatRestsLongIsNotTrusted()
    {
        QVERIFY(get());
        m_clock->advance(14s);
        QVERIFY(get());
        m_clock->advance(14s);
        QCOMPARE(m_own->connections(), 1);
        m_clock->advance(1s);
        QVERIFY(get());
        QCOMPARE(m_server->connections(), 2);
        m_clock->advance(30s);
        QTRY_COMPARE(m_own->connections(), 0);
    }
    void oneThatTheServerClosesIsReplaced()
    {
        QVERIFY(get());
        m_server->hangUp();
        QTRY_COMPARE(m_own->connections(), 0);
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
        QCOMPARE(m_own->connections(), 0); // its second answer would be taken for that to the next request
    }
    void whatIsMoreThanMayBeWaits()
    {
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Held}; });
        std::vector<Future<Result<HttpReply>>> asked;
        for (int i = 0; i < 5; ++i)
            asked.push_back(m_client->send(to(m_server->url())));
        QTRY_COMPARE(m_server->held(), 2);
        QCOMPARE(m_own->connections(), 2);
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
        QCOMPARE(m_own->connections(), 2);
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
        QCOMPARE(m_own->connections(), 0);
    }
    void whoRefusesWasNeverSentAnything()
    {
        const auto reply = waitFor(m_client->send(to(closedUrl())));
        QCOMPARE(reply.error().code, QByteArray("net.unreachable"));
        QVERIFY(isNeverSent(reply.error()));
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
        m_own.reset();
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
