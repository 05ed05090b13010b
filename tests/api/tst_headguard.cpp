// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/headguard.h"

#include <QTest>

using namespace kule::http;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

} // namespace

class TestHeadGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesHeads_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &head, int status) { QTest::newRow(name) << head << status; };
        row("plain", get(""), 0);
        row("1.0 without a host", "GET / HTTP/1.0\r\n\r\n", 0);
        row("raw UTF-8 in the target", "GET /fatals/\xc5\x9f.txt HTTP/1.1\r\nHost: a\r\n\r\n", 0);
        row("absolute form", "GET http://LocalHost:3000/x HTTP/1.1\r\nHost: localhost:3000\r\n\r\n", 0);
        row("absolute form, other host", "GET http://evil/x HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
        row("absolute form, no host", "GET http:///x HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
        row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 0);
        row("asterisk of another verb", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("authority form", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("relative target", "GET x HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("empty", "", 400);
        row("only an empty line", "\r\n", 400);
        row("no end", "GET / HTTP/1.1\r\nHost: a\r\n", 400);
        row("bytes behind the end", get("") + "x\r\n", 400);
        row("HTTP/0.9", "GET /\r\n\r\n", 400);
        row("bad verb", "G{T / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("no verb", " / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("two blanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("blank behind", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400);
        row("tab", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("control in the target", "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28), 400);
        row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
        row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
        row("http/1.1", "GET / http/1.1\r\nHost: a\r\n\r\n", 400);
        row("HTTP/1.10", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400);
        row("bare LF in the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400);
        row("bare LF behind a field", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400);
        row("bare CR in a value", get("X: a\rb\r\n"), 400);
        row("NUL in a value", get(QByteArray("X: a\0b\r\n", 8)), 400);
        row("control in a value", get("X: a\x02\r\n"), 400);
        row("DEL in a value", get("X: a\x7f\r\n"), 400);
        row("tab in a value", get("X: a\tb\r\n"), 0);
        row("high bytes in a value", get("X: \xc4\xb1\r\n"), 0);
        row("empty value", get("X:\r\n"), 0);
        row("folded field", get("X: a\r\n b\r\n"), 400);
        row("folded by tab", get("X: a\r\n\tb\r\n"), 400);
        row("fold at once", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
        row("blank before the colon", get("X : a\r\n"), 400);
        row("no colon", get("X\r\n"), 400);
        row("no name", get(": a\r\n"), 400);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("two hosts", get("host: localhost\r\n"), 400);
        row("two hosts in 1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", 400);
        row("list of hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400);
        row("length", get("Content-Length: 5\r\n"), 0);
        row("length with zeros", get("Content-Length: 00000000000000000000005\r\n"), 0);
        row("length of zero", get("Content-Length: 0\r\n"), 0);
        row("two lengths", get("Content-Length: 5\r\ncontent-length: 6\r\n"), 400);
        row("two equal lengths", get("Content-Length: 5\r\nContent-Length: 5\r\n"), 400);
        row("list of lengths", get("Content-Length: 5, 5\r\n"), 400);
        row("signed length", get("Content-Length: +5\r\n"), 400);
        row("negative length", get("Content-Length: -5\r\n"), 400);
        row("hexadecimal length", get("Content-Length: 0x5\r\n"), 400);
        row("empty length", get("Content-Length:\r\n"), 400);
        row("length at the limit", get("Content-Length: 1048576\r\n"), 0);
        row("length over the limit", get("Content-Length: 1048577\r\n"), 413);
        row("length over 64 bits", get("Content-Length: 18446744073709551617\r\n"), 413);
        row("chunked", get("Transfer-Encoding: chunked\r\n"), 0);
        row("Chunked", get("TRANSFER-ENCODING: CHUNKED\r\n"), 0);
        row("length and chunked", get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
        row("chunked and length", get("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 400);
        row("chunked twice", get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
        row("identity and chunked", get("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n"), 400);
        row("chunked in 1.0", "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("gzip", get("Transfer-Encoding: gzip\r\n"), 501);
        row("gzip, chunked", get("Transfer-Encoding: gzip, chunked\r\n"), 501);
        row("xchunked", get("Transfer-Encoding: xchunked\r\n"), 501);
        row("chunked with a vertical tab", get("Transfer-Encoding: \x0b" "chunked\r\n"), 400);
        row("longest target", "GET /" + QByteArray(8 * 1024 - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 0);
        row("target too long", "GET /" + QByteArray(8 * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
        row("head too large", get("X: " + QByteArray(16 * 1024, 'a') + "\r\n"), 431);
    }
    void judgesHeads()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        const auto refusal = guardHead(view(head), Limits{});
        QCOMPARE(refusal ? refusal->status : 0, status);
        QVERIFY(!refusal || QByteArray(refusal->code).startsWith("http."));
    }

    void everyBeginningOfAGoodHeadIsStillGood()
    {
        const QByteArray head = get("X: " + QByteArray(300, 'a') + "\r\nY: b\r\n");
        for (qsizetype size = 0; size < head.size(); ++size)
            QVERIFY2(!guardPartialHead(view(head.left(size)), Limits{}), head.left(size).constData());
    }

    void refusesEarly_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\n") << 400;
        QTest::newRow("LF first") << QByteArray("\n") << 400;
        QTest::newRow("endless target") << QByteArray("GET /" + QByteArray(9 * 1024, 'a')) << 414;
        QTest::newRow("endless verb") << QByteArray(9 * 1024, 'G') << 400;
        QTest::newRow("endless fields") << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(17 * 1024, 'a')) << 431;
    }
    void refusesEarly()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        const auto refusal = guardPartialHead(view(head), Limits{});
        QVERIFY(refusal);
        QCOMPARE(refusal->status, status);
    }

    void reducesAbsoluteTargets()
    {
        QCOMPARE(originForm("http://a:1/x?y"), std::string_view("/x?y"));
        QCOMPARE(originForm("HTTPS://a?y"), std::string_view("?y"));
        QCOMPARE(originForm("http://a"), std::string_view());
        QCOMPARE(originForm("/http://a"), std::string_view("/http://a"));
    }
};

QTEST_GUILESS_MAIN(TestHeadGuard)
#include "tst_headguard.moc"
