// SPDX-License-Identifier: GPL-3.0-or-later
// Engine.IO over real sockets and both of the server's threads: whichever a request comes in on, its session has it.
#include "api/http/server.h"
#include "api/http/tls.h"
#include "api/socketio/gate.h"
#include "fakeclock.h"
#include "httpstand.h"
#include "waitfor.h"

#include <QProcess>
#include <QSemaphore>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QWebSocket>

using namespace kule;
using namespace kule::engineio;
using namespace std::chrono_literals;

namespace {

class Echo final : public Session::Listener
{
public:
    explicit Echo(Session &session)
        : m_session(session)
    {
    }
    void opened() override {}
    void received(Packet message) override { m_session.send(EncodedPacket(message, m_session.revision())); }
    void closed() override {}

private:
    Session &m_session;
};

class EchoLayer final : public Layer
{
public:
    std::unique_ptr<Session::Listener> welcome(Session &session, const http::Head &) override { return std::make_unique<Echo>(session); }
};

class GateApplication final : public http::Application
{
public:
    explicit GateApplication(Clock &clock)
        : gate("/engine.io/", {}, clock, [](SessionShard &) { return std::make_unique<EchoLayer>(); })
    {
    }
    std::optional<http::Response> refuse(const http::Head &) const override { return std::nullopt; }
    void serve(http::Request request, http::ResponderPtr responder) override
    {
        if (request.hasHeader("X-Stay")) {
            ++stays;
            (void)mayLeave.tryAcquire(1, 20'000);
        }
        gate.serve(std::move(request), std::move(responder));
        ++polls;
    }
    http::Response broken(int status, const char *code, const http::Head &) const override { return {status, "text/plain", code, {}, false}; }
    void served(const http::Head &, const http::Response &, qint64) override {}
    bool isWaiting(const http::Head &head) const override { return gate.isOfSession(head); }
    void left(const http::Head &head) override { gate.left(head); }
    bool takesOver(const http::Head &head) const override { return Gate::wantsWebSocket(head); }
    void takeOver(http::Head head, std::unique_ptr<QTcpSocket> socket) override
    {
        gate.takeOver(std::move(head), std::move(socket));
        ++takeOvers;
        if (staysAfterTakeOver)
            (void)mayLeave.tryAcquire(1, 20'000);
    }
    void threadBegins() override { gate.threadBegins(); }
    void threadDrains() override { gate.threadDrains(); }
    void threadEnds() override { gate.threadEnds(); }

    Gate gate;
    std::atomic_int polls = 0; ///< requests that the gate has
    std::atomic_int takeOvers = 0;
    std::atomic_int stays = 0; ///< requests that keep their thread until they may leave
    bool staysAfterTakeOver = false; ///< the thread that gave a socket away stands still until it may leave
    QSemaphore mayLeave;
};

struct Stand
{
    explicit Stand(std::optional<QSslConfiguration> tls = std::nullopt, int shards = 2, const http::Limits &limits = {})
        : isSecure(tls.has_value())
        , server(std::make_unique<http::Server>(application, clock, limits, shards))
    {
        port = server->listen({QHostAddress(QHostAddress::LocalHost)}, 0, std::move(tls))->port;
    }
    /// The whole answer's body, by a connection of its own: the next thread's turn.
    QByteArray ask(const QByteArray &method, const QByteArray &query, const QByteArray &body = {})
    {
        std::unique_ptr<QSslSocket> socket(new QSslSocket);
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        if (isSecure)
            socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        else
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QByteArray received;
        QObject::connect(socket.get(), &QIODevice::readyRead, socket.get(), [&] { received += socket->readAll(); });
        socket->write(method + " /engine.io/?EIO=4&transport=polling" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size())
                      + "\r\n\r\n" + body);
        (void)QTest::qWaitFor([&] { return !received.isEmpty() && socket->state() == QAbstractSocket::UnconnectedState; }, 10'000);
        return received.mid(received.indexOf("\r\n\r\n") + 4);
    }
    QByteArray open() { return parseJson(QByteArrayView(ask("GET", {})).sliced(1))->at("sid").get<QByteArray>(); }
    QUrl socketUrl(const QByteArray &query = {}) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2/engine.io/?EIO=4&transport=websocket%3").arg(isSecure ? QStringLiteral("wss") : QStringLiteral("ws")).arg(port).arg(QString::fromLatin1(query)));
    }

    const bool isSecure;
    FakeClock clock;
    GateApplication application{clock};
    std::unique_ptr<http::Server> server;
    quint16 port = 0;
};

struct Socket : QWebSocket
{
    explicit Socket(const QUrl &url)
    {
        connect(this, &QWebSocket::textMessageReceived, this, [this](const QString &text) { heard.append(text.toUtf8()); });
        ignoreSslErrors();
        QSslConfiguration any = sslConfiguration();
        any.setPeerVerifyMode(QSslSocket::VerifyNone);
        setSslConfiguration(any);
        QWebSocket::open(url);
    }
    bool isClosed() const { return state() == QAbstractSocket::UnconnectedState; }
    QList<QByteArray> heard;
};

QByteArray request(const QByteArray &method, const QByteArray &sid, const QByteArray &body = {}, const QByteArray &more = {})
{
    return method + " /engine.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}

/// Lets one thread read at once what these send meanwhile.
template <class F>
void readAtOnce(Stand &stand, F send)
{
    http::RawClient stays(stand.port);
    const int before = stand.application.stays;
    stays.send(request("GET", "none", {}, "X-Stay: 1\r\n"));
    QVERIFY(waitUntil([&] { return stand.application.stays > before; }));
    send();
    stand.application.mayLeave.release();
    QVERIFY(waitUntil([&] { return stays.answers().size() == 1; }));
}

std::optional<QSslConfiguration> someTls()
{
    QTemporaryDir dir;
    const QString key = dir.filePath(QStringLiteral("key.pem")), certificate = dir.filePath(QStringLiteral("cert.pem"));
    const auto words = QStringLiteral("req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 2 -keyout").split(u' ') + QStringList{key, QStringLiteral("-out"), certificate};
    QProcess::execute(QStringLiteral("openssl"), words);
    const auto read = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    auto tls = http::serverTls(read(certificate), Secret(read(key)));
    return tls ? std::optional(*tls) : std::nullopt;
}

} // namespace

class tst_Gate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pollsComeInOnEitherThread()
    {
        Stand stand;
        const QByteArray sid = stand.open();
        for (int i = 0; i < 5; ++i) {
            const QByteArray text = "4hello " + QByteArray::number(i);
            QCOMPARE(stand.ask("POST", "&sid=" + sid, text), "ok");
            QCOMPARE(stand.ask("GET", "&sid=" + sid), text);
            if (i % 2 == 0)
                (void)stand.ask("GET", "&sid=none"); // so that the threads' turns change
        }
        QCOMPARE(stand.application.gate.counts().sessions.load(), 1);
        QCOMPARE(stand.ask("POST", "&sid=" + sid, "1"), "ok");
        QVERIFY(stand.ask("GET", "&sid=" + sid).contains("Session ID unknown"));
        QTRY_COMPARE(stand.application.gate.counts().sessions.load(), 0);
    }
    void whoLeavesWhileAPollIsHeldEndsTheSession()
    {
        Stand stand;
        for (int i = 0; i < 4; ++i) { // held by the session's own thread, and by the other one
            const QByteArray sid = stand.open();
            auto poller = std::make_unique<http::RawClient>(stand.port);
            const int polls = stand.application.polls;
            poller->send(request("GET", sid));
            QTRY_VERIFY(stand.application.polls > polls);
            QCOMPARE(stand.application.gate.counts().sessions.load(), 1);
            poller.reset();
            QTRY_COMPARE(stand.application.gate.counts().sessions.load(), 0);
            if (i % 2 == 0)
                (void)stand.ask("GET", "&sid=none");
        }
        // Nobody's poll and no poll at all are nobody's end.
        const QByteArray sid = stand.open();
        QCOMPARE(stand.ask("POST", "&sid=" + sid, "4said"), "ok");
        QCOMPARE(stand.ask("GET", "&sid=" + sid), "4said");
        QCOMPARE(stand.application.gate.counts().sessions.load(), 1);
    }
    void whatIsReadAtOnceIsHeardAsClientsSayIt()
    {
        Stand stand(std::nullopt, 1);
        for (int i = 0; i < 8; ++i) {
            const QByteArray leaving = stand.open(), upgrading = stand.open();
            http::RawClient first(stand.port), second(stand.port);
            auto &poster = i % 2 ? first : second, &poller = i % 2 ? second : first;
            Socket socket(stand.socketUrl("&sid=" + upgrading));
            QTRY_VERIFY(socket.isValid());
            socket.sendTextMessage(QStringLiteral("2probe"));
            QTRY_COMPARE(socket.heard.size(), 1);
            readAtOnce(stand, [&] {
                poster.send(request("POST", leaving, "1"));
                poller.send(request("GET", leaving));
            });
            QTRY_COMPARE(poster.answers(), QList<QByteArray>{"200 ok"});
            QTRY_COMPARE(poller.answers(), QList<QByteArray>{"200 6"});
            readAtOnce(stand, [&] {
                poller.send(request("GET", upgrading));
                socket.sendTextMessage(QStringLiteral("5"));
                socket.flush();
            });
            QTRY_COMPARE(poller.answers().size(), 2);
            QVERIFY(poller.answers().last().startsWith("400 "));
        }
    }
    void goesOverToASocketOfEitherThread_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::addColumn<bool>("isSameThread");
        for (const bool isSecure : {false, true}) {
            for (const bool isSame : {false, true})
                QTest::addRow("%s, %s thread", isSecure ? "TLS" : "plain", isSame ? "the same" : "the other") << isSecure << isSame;
        }
    }
    void goesOverToASocketOfEitherThread()
    {
        QFETCH(bool, isSecure);
        QFETCH(bool, isSameThread);
        Stand stand(isSecure ? someTls() : std::nullopt);
        const QByteArray sid = stand.open();
        if (isSameThread)
            (void)stand.ask("GET", "&sid=none");
        Socket socket(stand.socketUrl("&sid=" + sid));
        QTRY_VERIFY(socket.isValid());
        socket.sendTextMessage(QStringLiteral("2probe"));
        QTRY_COMPARE(socket.heard, QList<QByteArray>{"3probe"});
        socket.sendTextMessage(QStringLiteral("5"));
        for (int i = 0; i < 100; ++i)
            socket.sendTextMessage(QStringLiteral("4hello %1").arg(i));
        QTRY_COMPARE(socket.heard.size(), 101);
        QCOMPARE(socket.heard.last(), "4hello 99");
        socket.sendTextMessage(QStringLiteral("4") + QString(900'000, u'x'));
        QTRY_COMPARE(socket.heard.size(), 102);
        QCOMPARE(socket.heard.last().size(), 900'001);
        QCOMPARE(stand.application.gate.counts().webSockets.load(), 1);
        socket.close();
        QTRY_COMPARE(stand.application.gate.counts().sessions.load(), 0);
        QCOMPARE(stand.application.gate.counts().webSockets.load(), 0);
    }
    // Qt tells nobody of bytes while it is telling of bytes: a socket given away from within its own signal is deaf on its new
    // thread for as long as the former one has not come out of it.
    void aSocketIsGivenAwayOutsideOfItsSignals_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::addRow("plain") << false;
        QTest::addRow("TLS") << true;
    }
    void aSocketIsGivenAwayOutsideOfItsSignals()
    {
        QFETCH(bool, isSecure);
        Stand stand(isSecure ? someTls() : std::nullopt);
        const QByteArray sid = stand.open();
        stand.application.staysAfterTakeOver = true;
        Socket socket(stand.socketUrl("&sid=" + sid));
        QTRY_VERIFY(socket.isValid());
        socket.sendTextMessage(QStringLiteral("2probe"));
        QTRY_COMPARE(socket.heard, QList<QByteArray>{"3probe"});
        socket.sendTextMessage(QStringLiteral("5"));
        socket.sendTextMessage(QStringLiteral("4hello"));
        QTRY_COMPARE(socket.heard.size(), 2);
        stand.application.mayLeave.release();
    }
    void beginsBySocket()
    {
        Stand stand;
        std::vector<std::unique_ptr<Socket>> sockets;
        for (int i = 0; i < 20; ++i)
            sockets.push_back(std::make_unique<Socket>(stand.socketUrl()));
        for (const auto &socket : sockets) {
            QTRY_COMPARE(socket->heard.size(), 1);
            socket->sendTextMessage(QStringLiteral("4x"));
        }
        for (const auto &socket : sockets)
            QTRY_COMPARE(socket->heard.size(), 2);
        QCOMPARE(stand.application.gate.counts().webSockets.load(), 20);
        sockets.clear();
        QTRY_COMPARE(stand.application.gate.counts().webSockets.load(), 0);
        QTRY_COMPARE(stand.application.gate.counts().sessions.load(), 0);
    }
    void keepsNothingOfThoseWhoLeaveWithinTheHandshake()
    {
        Stand stand;
        constexpr int count = 40;
        for (int i = 0; i < count; ++i) {
            const QByteArray sid = i % 2 ? "&sid=" + stand.open() : QByteArray();
            http::RawClient raw(stand.port);
            raw.send("GET /engine.io/?EIO=4&transport=websocket" + sid + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
            raw.socket().close();
        }
        QTRY_COMPARE(stand.application.takeOvers.load(), count);
        QTRY_COMPARE(stand.application.gate.counts().sessions.load(), count / 2); // which poll on, or may
        QTRY_COMPARE(stand.application.gate.counts().webSockets.load(), 0);
    }
    void aSessionIsUsedAsItBegan()
    {
        Stand stand;
        stand.application.gate.setRules({OldClients::Served, 10});
        const QByteArray sid = stand.open();
        http::RawClient old(stand.port);
        const QByteArray address = "/engine.io/?EIO=3&sid=" + sid + "&transport=";
        old.send("GET " + address + "polling HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(old.answers(), QList<QByteArray>{R"(400 {"code":3,"message":"Bad request"})"});
        old.send("GET " + address + "websocket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        QTRY_VERIFY(old.isClosed());
        QVERIFY(old.received.endsWith(R"({"code":1,"message":"Session ID unknown"})"));
        QCOMPARE(stand.ask("POST", "&sid=" + sid, "4mine"), "ok");
        QCOMPARE(stand.ask("GET", "&sid=" + sid), "4mine");
    }
    void refusesSocketsByThePlainAnswer()
    {
        Stand stand;
        Socket unknown(stand.socketUrl("&sid=1.x"));
        QTRY_VERIFY(unknown.isClosed());
        http::RawClient raw(stand.port);
        raw.send("GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        QTRY_VERIFY(raw.isClosed());
        QVERIFY(raw.received.startsWith("HTTP/1.1 400 ") && raw.received.endsWith(R"({"code":3,"message":"Bad request"})"));
    }
    void takesNoMoreClientsThanItMay()
    {
        Stand stand;
        stand.application.gate.setRules({OldClients::Refused, 1});
        (void)stand.open();
        QVERIFY(stand.ask("GET", {}).contains("Too many clients"));
        Socket socket(stand.socketUrl());
        QTRY_VERIFY(socket.isClosed());
        QCOMPARE(stand.application.gate.counts().sessions.load(), 1);
    }
    void clientsThatWaitKeepNobodyOut()
    {
        http::Limits limits;
        limits.connections = 2;
        limits.waiting = 5;
        Stand stand(std::nullopt, 2, limits);
        std::vector<std::unique_ptr<http::RawClient>> waiting;
        const auto poll = [&] {
            const QByteArray sid = stand.open();
            waiting.push_back(std::make_unique<http::RawClient>(stand.port));
            const int before = stand.application.polls;
            waiting.back()->send(request("GET", sid));
            return waitUntil([&] { return stand.application.polls > before; });
        };
        for (int i = 0; i < limits.waiting; ++i)
            QVERIFY(poll());
        QTRY_COMPARE(stand.server->connections(), 0);
        QVERIFY(poll()); // one too many to wait: it counts as anybody does
        QTRY_COMPARE(stand.server->connections(), 1);
        http::RawClient last(stand.port);
        last.send(request("GET", "none"));
        QTRY_COMPARE(last.answers().size(), 1);
        QVERIFY(last.answers().first().startsWith("400 "));
        http::RawClient tooMany(stand.port);
        QTRY_VERIFY(tooMany.received.startsWith("HTTP/1.1 503 "));
        // Who waited and asks for something else, or leaves, makes room among those who wait.
        waiting.front()->send(request("GET", {}));
        QTRY_COMPARE(stand.server->connections(), 3);
        waiting.clear();
        QTRY_COMPARE(stand.server->connections(), 1);
        last.socket().close();
        QTRY_COMPARE(stand.server->connections(), 0);
    }
    void aReaderThatStopsIsLetGo()
    {
        Stand stand;
        http::RawClient raw(stand.port);
        raw.send("GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        QTRY_VERIFY(raw.received.contains("maxPayload"));
        raw.reads = false;
        raw.socket().setReadBufferSize(1024);
        const QByteArray text = "\x81\xFE\xEA\x60" + QByteArray(4, '\0') + '4' + QByteArray(59'999, 'x');
        Socket other(stand.socketUrl());
        QTRY_COMPARE(other.heard.size(), 1);
        const auto isGivenUp = [&] { return raw.isClosed() || stand.application.gate.counts().sessions == 1; };
        QVERIFY(waitUntil([&] {
            if (!isGivenUp())
                raw.send(text);
            return isGivenUp();
        }));
        QTRY_COMPARE(stand.application.gate.counts().sessions.load(), 1);
        other.sendTextMessage(QStringLiteral("4still served"));
        QTRY_COMPARE(other.heard.size(), 2);
    }
    void stopsWithSessionsOpen()
    {
        Stand stand;
        const QByteArray sid = stand.open();
        http::RawClient held(stand.port);
        held.send("GET /engine.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(stand.application.polls.load(), 2); // the poll is held
        Socket socket(stand.socketUrl());
        QTRY_COMPARE(socket.heard.size(), 1);
        const auto stopped = stand.server->stop(10s);
        QTRY_VERIFY(stopped.isAnswered());
        QTRY_VERIFY(held.received.endsWith("\r\n\r\n1"));
        QTRY_VERIFY(socket.isClosed());
        stand.server.reset();
        QCOMPARE(stand.application.gate.counts().sessions.load(), 0);
        QCOMPARE(stand.application.gate.counts().webSockets.load(), 0);
    }
    void endsAtOnceWithSessionsOpen()
    {
        for (int i = 0; i < 10; ++i) {
            Stand stand;
            const QByteArray sid = stand.open();
            Socket probing(stand.socketUrl("&sid=" + sid)), socket(stand.socketUrl());
            QTRY_VERIFY(!socket.heard.isEmpty());
            stand.server.reset();
            QCOMPARE(stand.application.gate.counts().sessions.load(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Gate)
#include "tst_gate.moc"
