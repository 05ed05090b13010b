// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpstand.h"

#include "api/http/takenport.h"
#include "api/http/tls.h"
#include "fakeclock.h"
#include "waitfor.h"

#include <QFile>
#include <QProcess>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QWebSocket>
#include <QWebSocketServer>

#include <thread>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace kule;
using namespace kule::http;
using namespace std::chrono_literals;

namespace {

const std::vector<QHostAddress> loopback{QHostAddress(QHostAddress::LocalHost)};

QByteArray get(const QByteArray &target, const QByteArray &fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

/// A server on a free port with its application and a clock of the test.
struct Stand
{
    explicit Stand(const Limits &limits = {}, int shards = 2, std::optional<QSslConfiguration> tls = {})
        : server(application, clock, limits, shards)
    {
        const auto listening = server.listen(loopback, 0, std::move(tls));
        port = listening ? listening->port : 0;
    }

    /// Returns when a one-shard server has read what other clients sent before.
    void letThrough() const
    {
        RawClient client(port);
        client.send(get("/a", "Connection: close\r\n"));
        QTRY_VERIFY(client.isClosed());
    }

    FakeClock clock;
    StandApplication application;
    Server server;
    quint16 port = 0;
};

using Answers = QList<QByteArray>;

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOneAfterAnother()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/a"));
        QTRY_COMPARE(client.answers(), Answers({"200 GET /a"}));
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        QTRY_COMPARE(client.answers(), Answers({"200 GET /a", "200 hello"}));
        QVERIFY(client.received.startsWith("HTTP/1.1 200 OK\r\nDate: "));
        QVERIFY(client.received.contains(" GMT\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n"));
        QVERIFY(!client.received.contains("Connection:"));
        QCOMPARE(stand.server.requests(), 2);
        QCOMPARE(stand.server.connections(), 1);
        QTRY_COMPARE(stand.application.servedCount.load(), 2);
    }

    void answersPipelinedRequestsInTheirOrder()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/hold1") + get("/hold2") + get("/c") + get("/hold3"));
        QTRY_COMPARE(stand.application.heldCount(), 3);
        stand.application.held("/hold3")->send({200, "text/plain", "three", {}, false});
        std::thread([second = stand.application.held("/hold2")] { second->send({200, "text/plain", "two", {}, false}); }).join();
        stand.application.held("/hold1")->send({200, "text/plain", "one", {}, false});
        QTRY_COMPARE(client.answers(), Answers({"200 one", "200 two", "200 GET /c", "200 three"}));
    }

    void readsNoMoreThanItMayPipeline()
    {
        Limits limits;
        limits.pipelined = 3;
        Stand stand(limits);
        RawClient client(stand.port);
        client.send(get("/hold").repeated(10));
        Answers expected;
        for (int i = 0; i < 10; ++i) {
            QTRY_COMPARE(stand.application.heldCount(), std::min(3, 10 - i));
            stand.application.held("/hold")->send({200, "text/plain", QByteArray::number(i), {}, false});
            expected.append("200 " + QByteArray::number(i));
        }
        QTRY_COMPARE(client.answers(), expected);
    }

    void servesThousandsInOneWrite()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/a").repeated(3000));
        QTRY_COMPARE(client.answers().size(), 3000);
    }

    void readsARequestThatComesByteByByte()
    {
        Stand stand;
        RawClient client(stand.port);
        const QByteArray request = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Trailer: t\r\n\r\n";
        for (const char byte : request) {
            client.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(client.answers(), Answers({"200 hi"}));
        QVERIFY(client.received.contains("X-Trailer: \r\n")); // and not the trailer's value
    }

    void answersHeadWithoutTheBody()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send("HEAD /big?1000 HTTP/1.1\r\nHost: a\r\n\r\n" + get("/a"));
        QTRY_VERIFY(client.received.endsWith("GET /a"));
        QCOMPARE(client.received.count("HTTP/1.1 200 OK"), 2);
        QVERIFY(client.received.contains("Content-Length: 1000\r\n"));
        QVERIFY(!client.received.contains("bbb"));
    }

    void endsWhenAskedTo_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("ends");
        QTest::newRow("1.1 close") << get("/a", "Connection: close\r\n") << true;
        QTest::newRow("1.0") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << true;
        QTest::newRow("1.0 keep-alive") << QByteArray("GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << false;
        QTest::newRow("the application") << get("/close") << true;
    }
    void endsWhenAskedTo()
    {
        QFETCH(QByteArray, request);
        QFETCH(bool, ends);
        Stand stand;
        RawClient client(stand.port);
        client.send(request);
        QTRY_COMPARE(client.answers().size(), 1);
        QCOMPARE(client.received.contains("Connection: close\r\n"), ends);
        if (ends) {
            QTRY_VERIFY(client.isClosed());
            QTRY_COMPARE(stand.server.connections(), 0);
        } else {
            QVERIFY(client.received.contains("Connection: keep-alive\r\n"));
            client.send(get("/b"));
            QTRY_COMPARE(client.answers().size(), 2);
        }
    }

    void asksForTheBodyThatIsHeldBack()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QTRY_COMPARE(client.received, "HTTP/1.1 100 Continue\r\n\r\n");
        client.send("hi");
        QTRY_COMPARE(client.answers(), Answers({"100", "200 hi"}));
    }

    void doesNotAskForABodyThatIsThere()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi");
        QTRY_COMPARE(client.answers(), Answers({"200 hi"}));
    }

    void refusesBeforeTheBody()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send("POST /refused HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2000\r\n\r\n");
        QTRY_COMPARE(client.answers(), Answers({R"(401 {"error":"no"})"}));
        QVERIFY(client.received.contains("Connection: close\r\n"));
        QTRY_VERIFY(client.isClosed());

        RawClient withoutBody(stand.port);
        withoutBody.send(get("/refused") + get("/a"));
        QTRY_COMPARE(withoutBody.answers(), Answers({R"(401 {"error":"no"})", "200 GET /a"}));
    }

    void refusesAndClosesOnAmbiguity_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("length and chunked") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + get("/evil")) << QByteArray("400 http.ambiguous_length");
        QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 0\r\n\r\n" + get("/evil")) << QByteArray("400 http.ambiguous_length");
        QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\nHost: a\n\n" + get("/evil")) << QByteArray("400 http.bare_line_feed");
        QTest::newRow("obs-fold") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n" + get("/evil")) << QByteArray("400 http.folded_field");
        QTest::newRow("too large") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n" + QByteArray(300'000, 'x')) << QByteArray("413 http.body_too_large");
        QTest::newRow("gzip") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n" + get("/evil")) << QByteArray("501 http.unknown_transfer_encoding");
        QTest::newRow("TLS to a plain port") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15) << QByteArray("400 http.bad_request");
    }
    void refusesAndClosesOnAmbiguity()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, answer);
        Stand stand;
        RawClient client(stand.port);
        client.send(bytes);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.answers(), Answers({answer}));
        QCOMPARE(stand.server.requests(), 0);
    }

    void answersOnceAndAlways()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/twice") + get("/drop") + get("/split") + get("/a"));
        QTRY_COMPARE(client.answers(), Answers({"200 first", "500 http.unanswered", "200 safe", "200 GET /a"}));
        QVERIFY(!client.received.contains("X-Injected"));
    }

    void survivesAClientThatLeaves()
    {
        Stand stand;
        for (const QByteArray &bytes : {QByteArray(), QByteArray("GET /x HT"), QByteArray(get("/hold")), QByteArray(get("/big?20000000")),
                                        QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nx"), QByteArray(get("/a").repeated(500))}) {
            RawClient client(stand.port);
            QTRY_VERIFY(stand.server.connections() > 0);
            client.send(bytes);
            if (bytes.contains("/hold"))
                QTRY_COMPARE(stand.application.heldCount(), 1);
            client.socket().abort();
        }
        QTRY_COMPARE(stand.server.connections(), 0);
        stand.application.held("/hold")->send({200, "text/plain", "too late", {}, false});
        RawClient client(stand.port);
        client.send(get("/a"));
        QTRY_COMPARE(client.answers(), Answers({"200 GET /a"}));
    }

#ifdef Q_OS_UNIX
    void answersAClientThatHasEndedItsSending()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/a"));
        QCOMPARE(::shutdown(static_cast<int>(client.socket().socketDescriptor()), SHUT_WR), 0);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.answers(), Answers({"200 GET /a"}));
        QTRY_COMPARE(stand.server.connections(), 0);
    }
#endif

    void sendsALargeAnswerWhole()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/big?30000000", "Connection: close\r\n"));
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 30'000);
        QCOMPARE(client.answers().size(), 1);
        QCOMPARE(client.received.count('b'), 30'000'000);
    }

    void streamsInChunksAndGoesOn()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/stream?5") + get("/a", "Connection: close\r\n"));
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.received.contains("Transfer-Encoding: chunked\r\n") && !client.received.left(client.received.indexOf("\r\n\r\n")).contains("Content-Length"));
        QCOMPARE(client.received.count("\r\n10000\r\n"), 4 + 1); // 64 KiB each
        const qsizetype end = client.received.indexOf("\r\n0\r\n\r\nHTTP/1.1 200 OK");
        QVERIFY(end > 5 * 65536);
        QVERIFY(client.received.endsWith("GET /a"));
        QCOMPARE(stand.application.servedCount.load(), 2);
    }
    void streamsToOldClientsUntilItCloses()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send("GET /stream?3 HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.received.contains("chunked"));
        QCOMPARE(client.received.size() - client.received.indexOf("\r\n\r\n") - 4, 3 * 65536);
        RawClient head(stand.port);
        head.send("HEAD /stream?3 HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/a", "Connection: close\r\n"));
        QTRY_VERIFY(head.isClosed());
        QVERIFY(head.received.endsWith("GET /a") && head.received.size() < 2000);
    }
    void aBrokenStreamIsNotTakenForWhole()
    {
        Stand stand;
        RawClient client(stand.port);
        client.send(get("/stream?-2"));
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.received.contains("\r\n0\r\n\r\n"));
    }
    void makesNoMoreThanTheReaderTakes()
    {
        Stand stand({}, 1);
        RawClient client(stand.port);
        client.reads = false;
        client.socket().setReadBufferSize(1024);
        client.send(get("/stream?1000"));
        int made = -1;
        // Until the system's buffers and ours are full, and nothing more is asked for.
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            const int before = std::exchange(made, stand.application.streamed.load());
            stand.letThrough();
            return made > 0 && made == before && made == stand.application.streamed.load();
        }(), 20'000);
        QVERIFY2(made < 400, qPrintable(QString::number(made)));
        client.socket().abort();
        stand.letThrough();
    }
    void closesOnTheDeadlines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing sent") << QByteArray() << 10 << QByteArray();
        QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\n") << 10 << QByteArray("408 http.timeout");
        QTest::newRow("half a body") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx") << 5 << QByteArray("408 http.timeout");
        QTest::newRow("idle") << get("/a") << 30 << QByteArray("200 GET /a");
    }
    void closesOnTheDeadlines()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, seconds);
        QFETCH(QByteArray, answer);
        Stand stand({}, 1);
        RawClient client(stand.port);
        client.send(bytes);
        QTRY_COMPARE(stand.clock.pending(), 1);
        if (bytes.startsWith("GET /a"))
            QTRY_COMPARE(client.answers().size(), 1);
        // The bytes are read before the clock moves: a whole exchange of another client on the same thread comes after them.
        stand.letThrough();
        stand.clock.advance(std::chrono::seconds(seconds) - 1ms);
        QTRY_COMPARE(stand.clock.pending(), 1);
        QVERIFY(!client.isClosed());
        stand.clock.advance(501ms);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.answers(), answer.isEmpty() ? Answers() : Answers({answer}));
    }

    void closesAnIdleServerToNoTimer()
    {
        Stand stand({}, 1);
        QCOMPARE(stand.clock.pending(), 0);
        {
            RawClient client(stand.port);
            client.send(get("/a"));
            QTRY_COMPARE(client.answers().size(), 1);
            QCOMPARE(stand.clock.pending(), 1);
        }
        QTRY_COMPARE(stand.clock.pending(), 0);
    }

    void endsADripThatIsTooSlow()
    {
        Stand stand({}, 1);
        RawClient client(stand.port);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
        QTRY_COMPARE(stand.clock.pending(), 1);
        for (int second = 0; second < 6; ++second) {
            client.send("drip");
            stand.letThrough();
            stand.clock.advance(1000ms);
            QTRY_VERIFY(stand.clock.pending() == 1 || client.isClosed());
        }
        QTRY_COMPARE(client.answers(), Answers({"408 http.timeout"}));
    }

    void aDrippingCrowdStarvesNobody()
    {
        Stand stand({}, 1);
        std::vector<std::unique_ptr<RawClient>> crowd;
        for (int i = 0; i < 100; ++i) {
            crowd.push_back(std::make_unique<RawClient>(stand.port));
            crowd.back()->send("GET /x HTTP/1.1\r\nX: ");
        }
        RawClient greedy(stand.port);
        greedy.send(get("/a").repeated(2000));
        RawClient client(stand.port);
        client.send(get("/a"));
        QTRY_COMPARE(client.answers().size(), 1);
        QTRY_COMPARE(greedy.answers().size(), 2000);
    }

    void dropsAReaderThatStalls()
    {
        Stand stand({}, 1);
        RawClient client(stand.port);
        client.reads = false;
        client.socket().setReadBufferSize(1024);
        client.send(get("/big?50000000"));
        QTRY_COMPARE(stand.application.servedCount.load(), 1);
        stand.letThrough();
        stand.clock.advance(1000ms);
        QTRY_COMPARE(stand.clock.pending(), 1);
        stand.clock.advance(29'000ms);
        QTRY_COMPARE(stand.clock.pending(), 1);
        QCOMPARE(stand.server.connections(), 1);
        stand.clock.advance(31'000ms); // the system may have taken some bytes meanwhile; it takes no more now
        QTRY_VERIFY(stand.clock.pending() == 1 || stand.server.connections() == 0);
        stand.clock.advance(31'000ms);
        QTRY_COMPARE(stand.server.connections(), 0);
    }

    void servesNoMoreToOneWhoDoesNotRead()
    {
        Stand stand({}, 1);
        RawClient client(stand.port);
        client.reads = false;
        client.socket().setReadBufferSize(1024);
        client.send(get("/big?5000000").repeated(20));
        QTRY_VERIFY(stand.server.requests() > 0);
        stand.letThrough();
        QVERIFY(stand.server.requests() < 6);
        client.socket().setReadBufferSize(0);
        client.reads = true;
        client.received += client.socket().readAll();
        QTRY_COMPARE_WITH_TIMEOUT(client.received.count('b'), 100'000'000, 30'000);
    }

    void turnsAwayOneTooMany()
    {
        Limits limits;
        limits.connections = 2;
        Stand stand(limits);
        RawClient first(stand.port);
        RawClient second(stand.port);
        QTRY_COMPARE(stand.server.connections(), 2);
        RawClient third(stand.port);
        third.send(get("/a"));
        QTRY_VERIFY(third.isClosed());
        QCOMPARE(third.answers(), Answers({"503 http.too_many_connections"}));
        first.socket().abort();
        QTRY_COMPARE(stand.server.connections(), 1);
        RawClient fourth(stand.port);
        fourth.send(get("/a"));
        QTRY_COMPARE(fourth.answers(), Answers({"200 GET /a"}));
        limits.connections = 3;
        stand.server.setLimits(limits);
        RawClient fifth(stand.port);
        fifth.send(get("/a"));
        QTRY_COMPARE(fifth.answers(), Answers({"200 GET /a"}));
    }

    void holdsTwoHundredAndFifty()
    {
        Stand stand;
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 250; ++i)
            clients.push_back(std::make_unique<RawClient>(stand.port));
        for (const auto &client : clients)
            client->send(get("/a"));
        for (const auto &client : clients)
            QTRY_COMPARE(client->answers(), Answers({"200 GET /a"}));
        QCOMPARE(stand.server.connections(), 250);
    }

    void newLimitsHoldFromTheNextRequestOn()
    {
        Stand stand({}, 1);
        RawClient client(stand.port);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        QTRY_COMPARE(client.answers().size(), 1);
        Limits limits;
        limits.bodyBytes = 4;
        stand.server.setLimits(limits);
        RawClient other(stand.port); // its exchange is over when the shard has the limits
        other.send(get("/a"));
        QTRY_COMPARE(other.answers().size(), 1);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        QTRY_COMPARE(client.answers(), Answers({"200 hello", "413 http.body_too_large"}));
    }

    void stopsAfterTheAnswersInFlight()
    {
        Stand stand;
        RawClient idle(stand.port);
        RawClient busy(stand.port);
        idle.send(get("/a"));
        QTRY_COMPARE(idle.answers().size(), 1);
        busy.send(get("/hold"));
        QTRY_COMPARE(stand.application.heldCount(), 1);
        const auto stopped = stand.server.stop(5000ms);
        QTRY_VERIFY(idle.isClosed());
        QVERIFY(!stopped.isAnswered());
        stand.application.held("/hold")->send({200, "text/plain", "done", {}, false});
        QVERIFY(waitFor(stopped));
        QTRY_VERIFY(busy.isClosed());
        QCOMPARE(busy.answers(), Answers({"200 done"}));
        QVERIFY(busy.received.contains("Connection: close\r\n"));
        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), stand.port);
        QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void stopsWithoutTheAnswersThatNeverCome()
    {
        Stand stand;
        RawClient busy(stand.port);
        busy.send(get("/hold"));
        QTRY_COMPARE(stand.application.heldCount(), 1);
        const auto stopped = stand.server.stop(5000ms);
        QTRY_COMPARE(stand.clock.pending(), 2);
        stand.clock.advance(5000ms);
        QVERIFY(waitFor(stopped));
        QTRY_VERIFY(busy.isClosed());
        stand.application.held("/hold")->send({200, "text/plain", "too late", {}, false});
    }

    void diesWithRequestsInFlight()
    {
        ResponderPtr responder;
        StandApplication application;
        for (int i = 0; i < 20; ++i) {
            FakeClock clock;
            Server server(application, clock, {}, 2);
            const auto listening = server.listen(loopback, 0);
            QVERIFY(listening);
            RawClient client(listening->port);
            client.send(get("/hold") + get("/a"));
            QTRY_COMPARE(application.heldCount(), 1);
            responder = application.held("/hold");
        }
        responder->send({200, "text/plain", "too late", {}, false});
    }

    void handsAWebSocketOver()
    {
        StandApplication application;
        FakeClock clock;
        std::atomic_int handedOver = 0;
        application.onTakeOver = [&handedOver](std::unique_ptr<QTcpSocket> taken) {
            ++handedOver;
            QTcpSocket *socket = taken.release();
            auto *webSockets = new QWebSocketServer(QStringLiteral("kule"), QWebSocketServer::NonSecureMode);
            QObject::connect(webSockets, &QWebSocketServer::newConnection, webSockets, [webSockets, socket] {
                QWebSocket *peer = webSockets->nextPendingConnection();
                QObject::connect(peer, &QWebSocket::textMessageReceived, peer, [peer](const QString &message) {
                    peer->sendTextMessage(QStringLiteral("echo ") + message);
                });
                QObject::connect(peer, &QWebSocket::disconnected, peer, [peer, webSockets, socket] {
                    peer->deleteLater();
                    webSockets->deleteLater();
                    socket->deleteLater();
                });
            });
            webSockets->handleConnection(socket);
        };
        Server server(application, clock, {}, 2);
        const auto listening = server.listen(loopback, 0);
        QVERIFY(listening);
        QWebSocket client;
        QStringList messages;
        connect(&client, &QWebSocket::textMessageReceived, this, [&messages](const QString &message) { messages.append(message); });
        connect(&client, &QWebSocket::connected, this, [&client] { client.sendTextMessage(QStringLiteral("merhaba")); });
        client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/socket").arg(listening->port)));
        QTRY_COMPARE(messages, QStringList({QStringLiteral("echo merhaba")}));
        QCOMPARE(handedOver.load(), 1);
        QTRY_COMPARE(server.connections(), 0); // not counted any more

        // The same after a pipelined request and in two pieces, and the answer goes first.
        RawClient raw(listening->port);
        raw.send(get("/a") + "GET /socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: web");
        QTRY_COMPARE(raw.answers(), Answers({"200 GET /a"}));
        raw.send("socket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        QTRY_VERIFY(raw.received.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        client.close();
        raw.socket().abort();
        QTRY_COMPARE(server.connections(), 0);
    }

    void speaksTls()
    {
        QTemporaryDir dir;
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                       QStringLiteral("-keyout"), dir.filePath(QStringLiteral("key.pem")), QStringLiteral("-out"), dir.filePath(QStringLiteral("cert.pem")),
                       QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-days"), QStringLiteral("2")});
        QVERIFY(openssl.waitForFinished(60'000));
        QFile certificate(dir.filePath(QStringLiteral("cert.pem")));
        QFile key(dir.filePath(QStringLiteral("key.pem")));
        QVERIFY(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
        const QByteArray certificatePem = certificate.readAll();
        const QByteArray keyPem = key.readAll();
        QCOMPARE(serverTls("nonsense", Secret(keyPem)).error().code, "api.bad_certificate");
        QCOMPARE(serverTls(certificatePem, Secret("nonsense")).error().code, "api.bad_key");
        auto tls = serverTls(certificatePem, Secret(keyPem));
        QVERIFY(tls);

        Stand stand({}, 1, *tls);
        stand.application.onTakeOver = [](std::unique_ptr<QTcpSocket> socket) {
            QTcpSocket *taken = socket.release();
            connect(taken, &QAbstractSocket::disconnected, taken, &QObject::deleteLater);
            taken->write("taken " + taken->readAll());
            taken->disconnectFromHost();
        };
        QSslSocket client;
        QByteArray received;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        connect(&client, &QIODevice::readyRead, this, [&] { received += client.readAll(); });
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), stand.port);
        QTRY_VERIFY(client.isEncrypted());
        client.write(get("/a") + get("/big?3000000", "Connection: close\r\n"));
        QTRY_VERIFY_WITH_TIMEOUT(client.state() == QAbstractSocket::UnconnectedState, 30'000);
        QVERIFY(received.contains("GET /a"));
        QCOMPARE(received.count('b'), 3'000'000);

        received.clear();
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), stand.port);
        QTRY_VERIFY(client.isEncrypted());
        client.write(get("/x", "Upgrade: it\r\n") + "rest");
        QTRY_COMPARE(received, "taken " + get("/x", "Upgrade: it\r\n") + "rest");

        RawClient plain(stand.port);
        plain.send(get("/a"));
        QTRY_VERIFY(plain.isClosed());
        QVERIFY(plain.answers().isEmpty());
    }

    void listensOnBothLoopbacks()
    {
        StandApplication application;
        FakeClock clock;
        Server server(application, clock, {}, 1);
        const auto listening = server.listen({QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}, 0);
        QVERIFY(listening);
        QVERIFY(listening->port > 0);
        QCOMPARE(listening->urls.first(), QStringLiteral("http://127.0.0.1:%1").arg(listening->port));
    }

    void tellsWhoHoldsThePort()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost, 0));
        StandApplication application;
        FakeClock clock;
        Server server(application, clock, {}, 1);
        const auto listening = server.listen(loopback, holder.serverPort());
        QVERIFY(!listening);
        QCOMPARE(listening.error().code, "api.port_taken");
        QCOMPARE(listening.error().details["port"].get<int>(), holder.serverPort());
        QVERIFY(listening.error().details["free_port"].get<int>() > holder.serverPort());
#ifdef Q_OS_LINUX
        QCOMPARE(listening.error().details["pid"].get<qint64>(), QCoreApplication::applicationPid());
        QCOMPARE(listening.error().details["process"].get<std::string>(), "tst_httpserver");
        QVERIFY(!portHolder(1));
#endif
        QVERIFY(server.listen(loopback, listening.error().details["free_port"].get<quint16>()));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
