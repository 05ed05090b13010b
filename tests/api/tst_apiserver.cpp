// SPDX-License-Identifier: GPL-3.0-or-later
// The API as one piece, over real sockets on ports that are free.
#include "api/apiserver.h"
#include "api/discovery.h"
#include "apifixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

using namespace kule;

namespace {

struct Stand : FakeEngine
{
    Folders folders{folder.path(), folder.filePath(QStringLiteral("settings.json")), folder.path()};
    std::unique_ptr<ApiServer> server = std::make_unique<ApiServer>(services, folders, Secret("kule_own"));

    Stand()
    {
        (void)waitFor(settings.set(Setting::ApiPort, QStringLiteral("0")));
        (void)waitFor(settings.set(Setting::ApiListen, QStringLiteral("127.0.0.1")));
    }
    /// The whole answer to one request, as bytes.
    QByteArray say(const QByteArray &head, const QByteArray &body = {})
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server->now().port);
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        socket.write(head + "Host: 127.0.0.1:" + QByteArray::number(server->now().port) + "\r\nConnection: close\r\n\r\n" + body);
        (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000);
        return answer + socket.readAll();
    }
};

} // namespace

class tst_ApiServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servesAndTellsWhere()
    {
        Stand stand;
        QVERIFY(!stand.server->now().isListening);
        QSignalSpy spy(stand.server.get(), &ApiControl::changed);
        stand.server->open();
        QCOMPARE(spy.size(), 1);
        const auto status = waitFor(stand.server->status());
        QVERIFY(status && status->isListening && !status->problem);
        QCOMPARE(status->urls, QStringList{QStringLiteral("http://127.0.0.1:%1").arg(status->port)});

        QVERIFY(stand.say("GET /livez HTTP/1.1\r\n").startsWith("HTTP/1.1 200 "));
        QVERIFY(stand.say("GET /api/jobs HTTP/1.1\r\n").startsWith("HTTP/1.1 401 "));
        QVERIFY(stand.say("GET /api/status HTTP/1.1\r\nX-API-Key: read-key\r\n").endsWith("}"));
        const QByteArray run = "{\"process_id\": \"1\", \"file_path\": \"packages/a.py\"}";
        QVERIFY(stand.say("POST /run HTTP/1.1\r\nX-Auth-Hash: run-key\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(run.size()) + "\r\n", run)
                    .startsWith("HTTP/1.1 202 "));
        const QByteArray head = stand.say("HEAD /livez HTTP/1.1\r\n");
        QVERIFY(head.startsWith("HTTP/1.1 200 ") && head.endsWith("\r\n\r\n"));
        const QByteArray options = stand.say("OPTIONS /run HTTP/1.1\r\nX-Auth-Hash: run-key\r\n");
        QVERIFY2(options.startsWith("HTTP/1.1 204 ") && !options.contains("Content-Length"), options.constData());
    }
    void aBodyOfAStrangerIsNotRead()
    {
        Stand stand;
        stand.server->open();
        QVERIFY(stand.say("POST /run HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n").startsWith("HTTP/1.1 401 "));
        QVERIFY(stand.say("POST /run HTTP/1.1\r\nX-Auth-Hash: run-key\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n").startsWith("HTTP/1.1 415 "));
        QVERIFY(stand.say("POST /run HTTP/1.1\r\nX-Auth-Hash: run-key\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n").startsWith("HTTP/1.1 413 "));
    }
    void servesSocketIo()
    {
        Stand stand;
        stand.server->open();
        const QByteArray path = "GET /socket.io/?EIO=4&transport=polling";
        const QByteArray opened = stand.say(path + " HTTP/1.1\r\nOrigin: http://localhost:1\r\n");
        QVERIFY(opened.startsWith("HTTP/1.1 200 ") && opened.contains("\r\n\r\n0{\"sid\":") && opened.contains("Access-Control-Allow-Origin: http://localhost:1\r\n"));
        QCOMPARE(stand.server->now().clients, 1);
        QVERIFY(stand.say(path + "&sid=secret HTTP/1.1\r\n").startsWith("HTTP/1.1 400 "));
        QVERIFY(stand.say(path + " HTTP/1.1\r\nOrigin: https://evil.example\r\n").startsWith("HTTP/1.1 403 "));
        QVERIFY(stand.say(path + " HTTP/1.1\r\nUpgrade: websocket\r\nOrigin: https://evil.example\r\n").startsWith("HTTP/1.1 403 "));
        QVERIFY(stand.say("OPTIONS /socket.io/ HTTP/1.1\r\nOrigin: http://localhost:1\r\nAccess-Control-Request-Method: POST\r\n").startsWith("HTTP/1.1 204 "));
        QVERIFY(stand.say("GET /socket.io/?EIO=3&transport=polling HTTP/1.1\r\n").contains("{\"code\":5,"));
        QVERIFY(waitFor(stand.settings.set(Setting::ApiEio3, QStringLiteral("true"))));
        QVERIFY(stand.say("GET /socket.io/?EIO=3&transport=polling HTTP/1.1\r\n").contains("\r\n\r\n"));
        QCOMPARE(stand.server->now().clients, 2);
        // Who has a session's id may speak in its name: no log tells it.
        const auto notes = waitFor(stand.server->recent());
        QVERIFY(notes && std::all_of(notes->begin(), notes->end(), [](const ApiRequestNote &note) { return note.target == "/socket.io/"; }));
    }
    void theDiscoveryFileIsThereWhileItListens()
    {
        Stand stand;
        const QString file = stand.folders.discoveryFile();
        QVERIFY(!QFile::exists(file));
        stand.server->open();
        const auto found = readDiscovery(file);
        QVERIFY(found);
        QCOMPARE(found->url, stand.server->now().urls.first());
        QVERIFY(found->key.matches("kule_own"));
        QVERIFY(waitFor(stand.server->close(Milliseconds(100))));
        QVERIFY(!QFile::exists(file));
        QVERIFY(!stand.server->now().isListening);
    }
    void itGoesWithTheServer()
    {
        Stand stand;
        stand.server->open();
        stand.server.reset();
        QVERIFY(!QFile::exists(stand.folders.discoveryFile()));
    }
    void aTakenPortIsToldAndAnotherOneTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Stand stand;
        QVERIFY(waitFor(stand.settings.set(Setting::ApiPort, QString::number(other.serverPort()))));
        stand.server->open();
        ApiStatus status = stand.server->now();
        QVERIFY(!status.isListening);
        QCOMPARE(status.problem->code, QByteArray("api.port_taken"));
        QCOMPARE(status.problem->details["port"].get<int>(), static_cast<int>(other.serverPort()));
        QVERIFY(status.problem->details["free_port"].get<int>() > 0);
        QVERIFY(!QFile::exists(stand.folders.discoveryFile()));

        QVERIFY(waitFor(stand.settings.set(Setting::ApiPort, QStringLiteral("0"))));
        status = stand.server->now();
        QVERIFY(status.isListening && !status.problem);
        QVERIFY(stand.say("GET /livez HTTP/1.1\r\n").startsWith("HTTP/1.1 200 "));
    }
    void settingsHoldAtOnce()
    {
        Stand stand;
        stand.server->open();
        const quint16 port = stand.server->now().port;
        const QByteArray asked = "GET /livez HTTP/1.1\r\nOrigin: https://ops.example.com\r\n";
        QVERIFY(stand.say(asked).startsWith("HTTP/1.1 403 "));
        QVERIFY(waitFor(stand.settings.set(Setting::ApiCorsOrigins, QStringLiteral("https://ops.example.com/, https://b.example"))));
        QVERIFY(stand.say(asked).contains("Access-Control-Allow-Origin: https://ops.example.com\r\n"));
        QVERIFY(waitFor(stand.settings.set(Setting::ApiMaxBody, QStringLiteral("1024"))));
        QVERIFY(stand.say("POST /run HTTP/1.1\r\nX-Auth-Hash: run-key\r\nContent-Type: application/json\r\nContent-Length: 1025\r\n").startsWith("HTTP/1.1 413 "));
        QCOMPARE(stand.server->now().port, port);
    }
    void badAddressesAndCertificatesAreTold()
    {
        Stand stand;
        QVERIFY(waitFor(stand.settings.set(Setting::ApiListen, QStringLiteral("not an address"))));
        stand.server->open();
        QCOMPARE(stand.server->now().problem->code, QByteArray("api.bad_address"));
        QVERIFY(waitFor(stand.settings.set(Setting::ApiListen, QStringLiteral("127.0.0.1"))));
        QVERIFY(stand.server->now().isListening);
        QVERIFY(waitFor(stand.settings.set(Setting::ApiTlsCertificate, stand.folder.filePath(QStringLiteral("none.pem")))));
        QCOMPARE(stand.server->now().problem->code, QByteArray("api.tls_incomplete"));
        QVERIFY(waitFor(stand.settings.set(Setting::ApiTlsKey, stand.folder.filePath(QStringLiteral("none.key")))));
        QCOMPARE(stand.server->now().problem->code, QByteArray("api.tls_unreadable"));
        QVERIFY(!stand.server->now().isListening);
        QVERIFY(!QFile::exists(stand.folders.discoveryFile()));
    }
    void whatWasServedIsSaidInBatches()
    {
        Stand stand;
        stand.server->open();
        std::vector<std::vector<ApiRequestNote>> batches;
        connect(stand.server.get(), &ApiControl::served, this, [&](const std::vector<ApiRequestNote> &notes) { batches.push_back(notes); });
        for (int i = 0; i < 3; ++i)
            (void)stand.say("GET /api/jobs?n=" + QByteArray::number(i) + " HTTP/1.1\r\nX-API-Key: read-key\r\n");
        QTRY_COMPARE(waitFor(stand.server->recent())->size(), std::size_t(3));
        QVERIFY(batches.empty());
        stand.clock.advance(Milliseconds(250));
        QTRY_COMPARE(batches.size(), std::size_t(1));
        QCOMPARE(batches.front().size(), std::size_t(3));
        QCOMPARE(batches.front().front().target, QByteArray("/api/jobs?n=2"));
        QCOMPARE(batches.front().front().caller, QStringLiteral("read-key"));
        QCOMPARE(stand.server->now().requests, 3);
    }
    void comesAndGoesManyTimes()
    {
        for (int i = 0; i < 20; ++i) {
            Stand stand;
            stand.server->open();
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), stand.server->now().port);
            socket.write("GET /livez HTTP/1.1\r\n");
            if (i % 2 == 0)
                QVERIFY(waitFor(stand.server->close(Milliseconds(0))));
        }
    }
};

QTEST_GUILESS_MAIN(tst_ApiServer)
#include "tst_apiserver.moc"
