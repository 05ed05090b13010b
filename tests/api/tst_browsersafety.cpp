// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/browsersafety.h"

#include <QTest>

using namespace kule;

class tst_BrowserSafety : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byItsPublicNameItTakesUpdatesOnly()
    {
        ApiPolicy policy;
        policy.publicHost = "bots.example.org";
        http::Head head;
        head.localPort = 3000;
        const auto isOurs = [&](const char *target, const char *host) {
            head.target = target;
            head.headers = {{"Host", host}};
            return isOurHost(head, policy);
        };
        QVERIFY(isOurs("/telegram/x", "bots.example.org"));
        QVERIFY(isOurs("/telegram/x", "BOTS.example.org:443"));
        QVERIFY(isOurs("/telegram/x", "localhost:3000")); // a proxy that says where it goes
        QVERIFY(!isOurs("/telegram/x", "bots.example.org:3000"));
        QVERIFY(!isOurs("/telegram/x", "other.example.org"));
        QVERIFY(!isOurs("/api/bots", "bots.example.org"));
        QVERIFY(!isOurs("/telegram", "bots.example.org"));
        policy.publicHost = "bots.example.org:8443";
        QVERIFY(isOurs("/telegram/x", "bots.example.org:8443"));
        QVERIFY(!isOurs("/telegram/x", "bots.example.org"));
        policy.publicHost.clear();
        QVERIFY(!isOurs("/telegram/x", ""));
    }
    void hosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("localhost") << QByteArray("localhost:3000") << true;
        QTest::newRow("capitals") << QByteArray("LOCALHOST:3000") << true;
        QTest::newRow("ipv4") << QByteArray("127.0.0.1:3000") << true;
        QTest::newRow("ipv6") << QByteArray("[::1]:3000") << true;
        QTest::newRow("listen address") << QByteArray("192.168.1.5:3000") << true;
        QTest::newRow("no port") << QByteArray("localhost") << false;
        QTest::newRow("other port") << QByteArray("localhost:3001") << false;
        QTest::newRow("rebound name") << QByteArray("evil.example:3000") << false;
        QTest::newRow("suffix") << QByteArray("localhost.evil.example:3000") << false;
        QTest::newRow("prefix") << QByteArray("evil-localhost:3000") << false;
        QTest::newRow("user") << QByteArray("localhost@evil.example:3000") << false;
        QTest::newRow("dot") << QByteArray("localhost.:3000") << false;
        QTest::newRow("other loopback") << QByteArray("127.0.0.2:3000") << false;
        QTest::newRow("decimal") << QByteArray("2130706433:3000") << false;
        QTest::newRow("bare ipv6") << QByteArray("::1:3000") << false;
        QTest::newRow("open bracket") << QByteArray("[::1:3000") << false;
        QTest::newRow("after bracket") << QByteArray("[::1]x:3000") << false;
        QTest::newRow("empty port") << QByteArray("localhost:") << false;
        QTest::newRow("port overflow") << QByteArray("localhost:68536") << false;
        QTest::newRow("port sign") << QByteArray("localhost:+3000") << false;
        QTest::newRow("two ports") << QByteArray("localhost:3000:3000") << false;
        QTest::newRow("empty") << QByteArray("") << false;
    }
    void hosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, isOurs);
        http::Head head;
        head.localPort = 3000;
        head.headers = {{"host", host}};
        ApiPolicy policy;
        policy.listen = QStringList{QStringLiteral("192.168.1.5")};
        QCOMPARE(isOurHost(head, policy), isOurs);
    }
    void hostMustBeThereOnce()
    {
        http::Head head;
        head.localPort = 3000;
        QVERIFY(!isOurHost(head, {}));
        head.headers = {{"Host", "localhost:3000"}, {"Host", "evil.example"}};
        QVERIFY(!isOurHost(head, {}));
    }
    void theSchemesPortMayBeLeftOut()
    {
        http::Head head;
        head.headers = {{"Host", "localhost"}};
        head.localPort = 80;
        QVERIFY(isOurHost(head, {}));
        head.localPort = 443;
        QVERIFY(!isOurHost(head, {}));
        head.isSecure = true;
        QVERIFY(isOurHost(head, {}));
    }
    void whereAllAddressesListenAnyLiteralOneIsOurs()
    {
        ApiPolicy policy;
        policy.listen = QStringList{QStringLiteral("0.0.0.0")};
        http::Head head;
        head.localPort = 3000;
        head.headers = {{"Host", "10.1.2.3:3000"}};
        QVERIFY(isOurHost(head, policy));
        head.headers = {{"Host", "evil.example:3000"}};
        QVERIFY(!isOurHost(head, policy));
    }
    void origins_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("loopback") << QByteArray("http://localhost:5173") << true;
        QTest::newRow("https") << QByteArray("https://127.0.0.1") << true;
        QTest::newRow("ipv6") << QByteArray("http://[::1]:8080") << true;
        QTest::newRow("listed") << QByteArray("https://ops.example.com") << true;
        QTest::newRow("null") << QByteArray("null") << false;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("other port of a listed one") << QByteArray("https://ops.example.com:8443") << false;
        QTest::newRow("other scheme of a listed one") << QByteArray("http://ops.example.com") << false;
        QTest::newRow("foreign") << QByteArray("https://evil.example") << false;
        QTest::newRow("suffix") << QByteArray("http://localhost.evil.example") << false;
        QTest::newRow("user") << QByteArray("http://localhost@evil.example") << false;
        QTest::newRow("path") << QByteArray("http://localhost/") << false;
        QTest::newRow("file") << QByteArray("file://") << false;
        QTest::newRow("extension") << QByteArray("chrome-extension://localhost") << false;
        QTest::newRow("two") << QByteArray("http://localhost http://evil.example") << false;
    }
    void origins()
    {
        QFETCH(QByteArray, origin);
        QFETCH(bool, isAllowed);
        ApiPolicy policy;
        policy.corsOrigins = {"https://ops.example.com", "null"};
        QCOMPARE(isAllowedOrigin(origin, policy), isAllowed);
    }
    void corsNamesTheOriginThatAsked()
    {
        http::Head head;
        head.headers = {{"Origin", "http://localhost:5173"}};
        http::Response response;
        addSafetyHeaders(head, {}, response);
        const auto has = [&](const char *name, const char *value) {
            return std::find(response.headers.begin(), response.headers.end(), http::Header(name, value)) != response.headers.end();
        };
        QVERIFY(has("Access-Control-Allow-Origin", "http://localhost:5173"));
        QVERIFY(has("Vary", "Origin"));
        QVERIFY(has("X-Content-Type-Options", "nosniff"));
        QVERIFY(has("Cache-Control", "no-store"));

        head.headers = {{"Origin", "https://evil.example"}};
        response = {};
        addSafetyHeaders(head, {}, response);
        QVERIFY(!has("Access-Control-Allow-Origin", "https://evil.example"));
    }
    void jsonBodies_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("plain") << QByteArray("application/json") << true;
        QTest::newRow("charset") << QByteArray("Application/JSON; charset=utf-8") << true;
        QTest::newRow("text") << QByteArray("text/plain") << false;
        QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << false;
        QTest::newRow("longer") << QByteArray("application/jsonp") << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void jsonBodies()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, isGood);
        http::Head head;
        head.headers = {{"Content-Type", type}};
        QCOMPARE(kule::isJson(head), isGood);
    }
};

QTEST_GUILESS_MAIN(tst_BrowserSafety)
#include "tst_browsersafety.moc"
