// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/requestreader.h"

#include <QTest>

using namespace kule::http;
using Event = RequestReader::Event;

namespace {

/// What a reader told of some bytes, as text: "GET /x [body]" a request, "!400 http.bad_body" the end, "…" a rest.
QByteArray story(const QList<QByteArray> &pieces, const Limits &limits = {})
{
    RequestReader reader(limits, {});
    QByteArray text;
    for (const QByteArray &piece : pieces) {
        reader.feed(piece);
        for (Event event = reader.next(); event != Event::NeedMore; event = reader.next()) {
            if (event == Event::RequestComplete) {
                const Request request = reader.takeRequest();
                text += request.method + ' ' + request.target + " [" + request.body + "] ";
            } else if (event == Event::Broken) {
                return text + '!' + QByteArray::number(reader.refusal().status) + ' ' + reader.refusal().code;
            }
        }
    }
    return text + (reader.place() == RequestReader::Place::Between ? "" : "…");
}

const Limits defaults;
const QByteArray host = "Host: a\r\n";
const QByteArray chunked = "POST /c HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n";

} // namespace

class TestRequestReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhateverTheSplit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &expected) { QTest::newRow(name) << bytes << expected; };
        row("get", "GET /x?y HTTP/1.1\r\n" + host + "\r\n", "GET /x?y [] ");
        row("empty lines before", "\r\n\r\nGET /x HTTP/1.1\r\n" + host + "\r\n", "GET /x [] ");
        row("absolute", "GET http://a HTTP/1.1\r\n" + host + "\r\n", "GET / [] ");
        row("post", "POST /p HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello", "POST /p [hello] ");
        row("post of nothing", "POST /p HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n", "POST /p [] ");
        row("two at once", "POST /p HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\nhiGET /q HTTP/1.1\r\n" + host + "\r\n", "POST /p [hi] GET /q [] ");
        row("chunks", chunked + "5\r\nhello\r\nA;x=\"y\"\r\n, wide rea\r\n1\r\nd\r\n0\r\n\r\n", "POST /c [hello, wide read] ");
        row("chunks and trailers", chunked + "2\r\nhi\r\n0\r\nX-T: 1\r\nHost: evil\r\n\r\nGET /q HTTP/1.1\r\n" + host + "\r\n", "POST /c [hi] GET /q [] ");
        row("no chunk", chunked + "0\r\n\r\n", "POST /c [] ");
        row("chunk not in hex", chunked + "x\r\n\r\n", "!400 http.bad_body");
        row("chunk of minus", chunked + "-1\r\n\r\n", "!400 http.bad_body");
        row("chunk without end", chunked + "2\r\nhixx0\r\n\r\n", "!400 http.bad_body");
        row("chunk over 64 bits", chunked + "11111111111111111\r\nx\r\n", "!400 http.bad_body");
        row("chunk over the limit", chunked + "100001\r\nx\r\n", "!413 http.body_too_large");
        row("trailer without colon", chunked + "0\r\nX\r\n\r\n", "!400 http.bad_body");
        row("length over the limit", "POST /p HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\nhello", "!413 http.body_too_large");
        row("smuggled", "POST /p HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /evil HTTP/1.1\r\n\r\n",
            "!400 http.ambiguous_length");
        row("bare LF", "GET / HTTP/1.1\r\nX: a\nHost: a\r\n\r\n", "!400 http.bare_line_feed");
        row("half a head", "GET /x HTTP/1.1\r\nHost", "…");
        row("half a body", "POST /p HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhell", "…");
    }
    void readsWhateverTheSplit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QCOMPARE(story({bytes}), expected);
        for (qsizetype at = 1; at < bytes.size(); ++at)
            QCOMPARE(story({bytes.left(at), bytes.mid(at)}), expected);
        QList<QByteArray> single;
        for (const char byte : bytes)
            single.append(QByteArray(1, byte));
        QCOMPARE(story(single), expected);
    }

    void keepsTrailersOutOfTheHead()
    {
        RequestReader reader(defaults, {});
        reader.feed(chunked + "0\r\nX-Auth-Hash: stolen\r\n\r\n");
        QCOMPARE(reader.next(), Event::HeadComplete);
        QCOMPARE(reader.next(), Event::RequestComplete);
        QVERIFY(!reader.takeRequest().hasHeader("X-Auth-Hash"));
    }

    void boundsWhatHasNoEnd_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("extension") << QByteArray(chunked + "1;") << QByteArray("!431 http.head_too_large");
        QTest::newRow("trailers") << QByteArray(chunked + "0\r\nX: ") << QByteArray("!431 http.head_too_large");
        QTest::newRow("fields") << QByteArray("GET / HTTP/1.1\r\nX: ") << QByteArray("!431 http.head_too_large");
        QTest::newRow("target") << QByteArray("GET /") << QByteArray("!414 http.target_too_long");
    }
    void boundsWhatHasNoEnd()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, expected);
        QList<QByteArray> pieces{start};
        for (int i = 0; i < 40; ++i)
            pieces.append(QByteArray(1000, 'a'));
        QCOMPARE(story(pieces), expected);
    }

    void boundsAChunkedBodyInAll()
    {
        Limits limits;
        limits.bodyBytes = 10;
        QCOMPARE(story({chunked, "6\r\nabcdef\r\n", "4\r\nghij\r\n0\r\n\r\n"}, limits), "POST /c [abcdefghij] ");
        QCOMPARE(story({chunked, "6\r\nabcdef\r\n", "5\r\nghijk\r\n0\r\n\r\n"}, limits), "!413 http.body_too_large");
    }

    void tellsOfTheHeadFirst()
    {
        RequestReader reader(defaults, {});
        const QByteArray head = "POST /p HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n";
        reader.feed(head);
        QCOMPARE(reader.next(), Event::HeadComplete);
        QVERIFY(reader.awaitsContinue());
        QVERIFY(reader.hasBody());
        QVERIFY(reader.keepsAlive());
        QCOMPARE(reader.unread().toByteArray(), head);
        QCOMPARE(reader.next(), Event::NeedMore);
        QCOMPARE(reader.place(), RequestReader::Place::Body);
        reader.feed("hi");
        QVERIFY(!reader.awaitsContinue());
        QCOMPARE(reader.bodyReceived(), 2);
        QCOMPARE(reader.next(), Event::RequestComplete);
        QCOMPARE(reader.takeRequest().body, "hi");
        QCOMPARE(reader.place(), RequestReader::Place::Between);
    }

    void knowsWhenTheConnectionEnds_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keepsAlive");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
        QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: CLOSE\r\n\r\n") << false;
        QTest::newRow("1.1 close in a list") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, close\r\n\r\n") << false;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
        QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true;
    }
    void knowsWhenTheConnectionEnds()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, keepsAlive);
        RequestReader reader(defaults, {});
        reader.feed(head);
        QCOMPARE(reader.next(), Event::HeadComplete);
        QCOMPARE(reader.keepsAlive(), keepsAlive);
    }

    void stampsEachRequestWithItsOrigin()
    {
        Head origin;
        origin.peer = QHostAddress(QHostAddress::LocalHost);
        origin.localPort = 3000;
        RequestReader reader(defaults, origin);
        reader.feed("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: b\r\n\r\n");
        for (const char *name : {"a", "b"}) {
            QCOMPARE(reader.next(), Event::HeadComplete);
            QCOMPARE(reader.next(), Event::RequestComplete);
            const Request request = reader.takeRequest();
            QCOMPARE(request.header("HOST"), QByteArray(name));
            QCOMPARE(request.localPort, 3000);
            QVERIFY(request.peer.isLoopback());
        }
    }
};

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
