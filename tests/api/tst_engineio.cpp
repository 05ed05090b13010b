// SPDX-License-Identifier: GPL-3.0-or-later
// Engine.IO below the sockets: packets and requests in, packets and answers out, time by hand.
#include "api/socketio/session.h"
#include "fakeclock.h"

#include <QTest>

using namespace kule;
using namespace kule::engineio;
using namespace std::chrono_literals;

namespace {

struct FakeTransport final : Transport
{
    QList<QByteArray> sent;
    qsizetype room = std::numeric_limits<qsizetype>::max();
    bool isClosed = false;

    qsizetype send(const QList<Outbox::Item> &items) override
    {
        const qsizetype taken = std::min(room, items.size());
        for (qsizetype i = 0; i < taken; ++i)
            sent.append(items[i].packet.message().toByteArray());
        room -= taken;
        return taken;
    }
    void close() override { isClosed = true; }
};

struct Stand final : Session::Host, Session::Listener
{
    explicit Stand(Revision revision = Revision::Four)
        : session("sid", revision, timings, clock, &context, *this)
    {
        session.setListener(this);
    }

    void wantsFlush(Session &) override { flushWanted = true; }
    void wentOver(Session &) override { ++goings; }
    void ended(Session &) override { ++ends; }
    void opened() override { ++opens; }
    void received(Packet message) override { messages.append(message); }
    void closed() override { ++closes; }

    /// Index in answers of what this request will have.
    qsizetype poll()
    {
        const qsizetype index = answers.size();
        answers.append(Answer{0, {}, {}});
        session.poll([this, index](Answer answer) { answers[index] = std::move(answer); });
        return index;
    }
    Answer post(const QByteArray &body, Form form = Form::Text)
    {
        Answer answer{0, {}, {}};
        session.post(body, form, [&answer](Answer given) { answer = std::move(given); });
        return answer;
    }
    QByteArray openByPolling()
    {
        QByteArray body;
        session.open([&body](const Answer &answer) { body = answer.body; });
        return body;
    }
    void flush()
    {
        if (std::exchange(flushWanted, false))
            session.flush();
    }
    void advance(Milliseconds by)
    {
        clock.advance(by);
        QCoreApplication::processEvents();
        flush();
    }

    const Timings timings{300ms, 200ms, 1'000ms, 1'000};
    FakeClock clock;
    QObject context;
    bool flushWanted = false;
    int ends = 0, opens = 0, closes = 0, goings = 0;
    QList<Packet> messages;
    QList<Answer> answers;
    Session session;
};

Packet text(const QByteArray &data)
{
    return {PacketType::Message, data, Form::Text};
}

} // namespace

class tst_EngineIo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void framesAreThoseOfAServer_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("short") << 124 << QByteArray("\x81\x7D", 2);
        QTest::newRow("last of one byte") << 124 << QByteArray("\x81\x7D", 2);
        QTest::newRow("first of two bytes") << 125 << QByteArray("\x81\x7E\x00\x7E", 4);
        QTest::newRow("last of two bytes") << 65534 << QByteArray("\x81\x7E\xFF\xFF", 4);
        QTest::newRow("first of eight bytes") << 65535 << QByteArray("\x81\x7F\x00\x00\x00\x00\x00\x01\x00\x00", 10);
    }
    void framesAreThoseOfAServer()
    {
        QFETCH(int, size);
        QFETCH(QByteArray, head);
        const EncodedPacket packet(text(QByteArray(size, 'x')));
        QCOMPARE(packet.frame(), head + '4' + QByteArray(size, 'x'));
        QCOMPARE(packet.message(), '4' + QByteArray(size, 'x'));
    }
    void payloadsOfRevisionFour()
    {
        const QList<Packet> packets{text("a\xC3\xA7"), {PacketType::Ping, "probe"}, {PacketType::Message, QByteArray("\x01\x02\x03\x04"), Form::Binary}};
        QList<EncodedPacket> encoded;
        for (const Packet &packet : packets)
            encoded.append(EncodedPacket(packet));
        const QByteArray payload = encodePayload(encoded, Revision::Four);
        QCOMPARE(payload, "4a\xC3\xA7\x1e" "2probe\x1e" "bAQIDBA==");
        QCOMPARE(decodePayload(payload, Form::Text, Revision::Four), packets);
    }
    void payloadsOfRevisionThree()
    {
        const QList<Packet> packets{text("h\xC3\xA7\xF0\x9F\x98\x80"), {PacketType::Message, QByteArray("\x01\x02\x03\x04"), Form::Binary}};
        const QByteArray payload = encodePayload({EncodedPacket(packets[0]), EncodedPacket(packets[1], Revision::Three)}, Revision::Three);
        QCOMPARE(payload, "5:4h\xC3\xA7\xF0\x9F\x98\x80" "10:b4AQIDBA==");
        QCOMPARE(decodePayload(payload, Form::Text, Revision::Three), packets);
        const QByteArray binary("\x00\x03\xFF" "4hi" "\x01\x01\x00\xFF" "\x04\x01\x02\x03\x04\x05\x06\x07\x08\x09", 20);
        QCOMPARE(decodePayload(binary, Form::Binary, Revision::Three),
                 QList<Packet>({text("hi"), {PacketType::Message, QByteArray("\x01\x02\x03\x04\x05\x06\x07\x08\x09"), Form::Binary}}));
        QCOMPARE(encodeBytePayload({EncodedPacket(text("hi")), EncodedPacket({PacketType::Message, QByteArray("\x01\x02\x03\x04\x05\x06\x07\x08\x09"), Form::Binary}, Revision::Three)}), binary);
    }
    void oldClientsThatReadBytesGetThem()
    {
        Stand stand(Revision::Three);
        stand.session.answerInBytes();
        (void)stand.openByPolling();
        stand.session.send(EncodedPacket(text("hi")));
        stand.flush();
        QCOMPARE(stand.answers[stand.poll()].body, "3:4hi"); // without bytes among it it stays text
        stand.session.send(EncodedPacket(text("hi")));
        stand.session.send(EncodedPacket({PacketType::Message, "\x01", Form::Binary}, Revision::Three));
        stand.flush();
        const Answer answer = stand.answers[stand.poll()];
        QCOMPARE(answer.body, QByteArray("\x00\x03\xFF" "4hi" "\x01\x02\xFF" "\x04\x01", 11));
        QCOMPARE(answer.contentType, "application/octet-stream");
    }
    void refusesWhatIsNoPayload_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isOld");
        QTest::addColumn<bool>("isBinary");
        const auto row = [](const char *name, const QByteArray &body, bool isOld = false, bool isBinary = false) { QTest::newRow(name) << body << isOld << isBinary; };
        row("empty", "");
        row("no type", "abc");
        row("type 7", "7");
        row("empty part", "4a\x1e");
        row("broken base64", "b!!!!");
        row("not UTF-8", "4\xC3(");
        row("bytes in revision 4", "4a", false, true);
        row("no length", "4abc", true);
        row("length too great", "9:4abc", true);
        row("length in a pair", "2:4\xF0\x9F\x98\x80", true);
        row("length of ten digits", "1111111111:4", true);
        row("negative length", "-1:4", true);
        row("nothing after it", "5:", true);
        row("bytes without end", QByteArray("\x00\x03", 2), true, true);
        row("bytes of a third kind", QByteArray("\x02\x01\xFF" "4", 4), true, true);
        row("bytes too short", QByteArray("\x00\x09\xFF" "4", 4), true, true);
    }
    void refusesWhatIsNoPayload()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isOld);
        QFETCH(bool, isBinary);
        QVERIFY(!decodePayload(body, isBinary ? Form::Binary : Form::Text, isOld ? Revision::Three : Revision::Four));
    }
    void refusesMorePacketsThanAnyoneSends() { QVERIFY(!decodePayload(QByteArray("4\x1e").repeated(10'000) + '4', Form::Text, Revision::Four)); }

    void readsTheAddress_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<bool>("isSocket");
        QTest::addColumn<int>("code"); // -1: good
        const auto row = [](const char *method, const char *query, bool isSocket, int code) {
            QTest::addRow("%s %s%s", method, query, isSocket ? " by WebSocket" : "") << QByteArray(method) << QByteArray(query) << isSocket << code;
        };
        row("GET", "EIO=4&transport=polling", false, -1);
        row("GET", "EIO=4&transport=polling&t=abc&sid=x", false, -1);
        row("POST", "EIO=4&transport=polling&sid=x", false, -1);
        row("GET", "EIO=4&transport=websocket", true, -1);
        row("GET", "EIO=4&transport=websocket&sid=x", true, -1);
        row("GET", "EIO=4", false, 0);
        row("GET", "EIO=4&transport=abc", false, 0);
        row("GET", "", true, 0);
        row("POST", "EIO=4&transport=polling", false, 2);
        row("PUT", "EIO=4&transport=polling", false, 2);
        row("PUT", "EIO=4&transport=polling&sid=x", false, 3);
        row("GET", "EIO=4&transport=websocket", false, 3);
        row("GET", "EIO=4&transport=polling", true, 3);
        row("GET", "transport=polling", false, 5);
        row("GET", "EIO=abc&transport=polling", false, 5);
        row("GET", "EIO=3&transport=polling", false, 5);
    }
    void readsTheAddress()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, query);
        QFETCH(bool, isSocket);
        QFETCH(int, code);
        const Reading reading = readQuery(method, query, isSocket ? Handshake::WebSocket : Handshake::Plain, OldClients::Refused);
        QCOMPARE(reading.query ? -1 : static_cast<int>(reading.fault), code);
    }
    void servesOldClientsWhereTheyAreAllowed()
    {
        const Reading reading = readQuery("GET", "EIO=3&transport=polling", Handshake::Plain, OldClients::Served);
        QVERIFY(reading.query && reading.query->revision == Revision::Three && reading.query->readsBytes);
        QVERIFY(!readQuery("GET", "EIO=3&transport=polling&b64=1", Handshake::Plain, OldClients::Served).query->readsBytes);
        QVERIFY(!readQuery("GET", "EIO=2&transport=polling", Handshake::Plain, OldClients::Served).query);
    }
    void refusalsAreTheProtocols()
    {
        QCOMPARE(refusal(Fault::UnknownSession).status, 400);
        QCOMPARE(refusal(Fault::UnknownSession).body, R"({"code":1,"message":"Session ID unknown"})");
        QCOMPARE(refusal(Fault::Forbidden).status, 403);
        QCOMPARE(refusal(Fault::UnsupportedVersion).body, R"({"code":5,"message":"Unsupported protocol version"})");
    }

    void opensByPolling()
    {
        Stand stand;
        QCOMPARE(stand.openByPolling(), R"(0{"sid":"sid","upgrades":["websocket"],"pingInterval":300,"pingTimeout":200,"maxPayload":1000})");
        QCOMPARE(stand.opens, 1);
        QVERIFY(stand.session.isOpen());
    }
    void opensByWebSocket()
    {
        Stand stand;
        FakeTransport socket;
        stand.session.open(socket);
        stand.flush();
        QCOMPARE(socket.sent, QList<QByteArray>{R"(0{"sid":"sid","upgrades":[],"pingInterval":300,"pingTimeout":200,"maxPayload":1000})"});
    }
    void aPollWaitsForSomethingToSay()
    {
        Stand stand;
        stand.openByPolling();
        const auto first = stand.poll();
        QCOMPARE(stand.answers[first].status, 0);
        stand.session.send(text("a"));
        stand.session.send(text("b"));
        stand.flush();
        QCOMPARE(stand.answers[first].body, "4a\x1e" "4b");
        stand.session.send(text("c"));
        stand.flush();
        QCOMPARE(stand.answers[stand.poll()].body, "4c");
    }
    void takesMessagesInTheirOrder()
    {
        Stand stand;
        stand.openByPolling();
        QCOMPARE(stand.post("4a\x1e" "bAQIDBA==\x1e" "6\x1e" "4b").body, "ok");
        QCOMPARE(stand.messages, QList<Packet>({text("a"), {PacketType::Message, QByteArray("\x01\x02\x03\x04"), Form::Binary}, text("b")}));
    }
    void aMalformedBodyEndsTheSession()
    {
        Stand stand;
        stand.openByPolling();
        const auto poll = stand.poll();
        QCOMPARE(stand.post("abc").status, 400);
        QCOMPARE(stand.answers[poll].body, "1");
        QCOMPARE(stand.closes, 1);
        QCOMPARE(stand.ends, 1);
        QCOMPARE(stand.post("4a").status, 400);
        QCOMPARE(stand.answers[stand.poll()].status, 400);
        QVERIFY(stand.messages.isEmpty());
    }
    void aBodyMayBeTooLarge()
    {
        Stand stand;
        stand.openByPolling();
        QCOMPARE(stand.post('4' + QByteArray(999, 'x')).status, 200);
        QCOMPARE(stand.post('4' + QByteArray(1'000, 'x')).status, 413);
        QVERIFY(stand.session.isOpen());
    }
    void aSecondPollEndsTheSession()
    {
        Stand stand;
        stand.openByPolling();
        const auto first = stand.poll();
        const auto second = stand.poll();
        QCOMPARE(stand.answers[first].body, "1");
        QCOMPARE(stand.answers[second].status, 400);
        QCOMPARE(stand.answers[stand.poll()].status, 400);
        QCOMPARE(stand.ends, 1);
    }
    void aReaderThatIsLostIsTheEndUnlessItWentOver()
    {
        Stand stand;
        stand.openByPolling();
        (void)stand.poll();
        stand.session.loseReader();
        QCOMPARE(stand.ends, 1);
        QCOMPARE(stand.post("4x").status, 400);

        Stand other;
        other.openByPolling();
        FakeTransport socket;
        QVERIFY(other.session.probe(socket));
        other.session.received(socket, "2probe", Form::Text);
        other.session.received(socket, "5", Form::Text);
        other.session.loseReader();
        QVERIFY(other.session.isOpen());
    }
    void theClientMayClose()
    {
        Stand stand;
        stand.openByPolling();
        const auto poll = stand.poll();
        QCOMPARE(stand.post("1\x1e" "4late").body, "ok");
        QCOMPARE(stand.answers[poll].body, "6");
        QVERIFY(stand.messages.isEmpty());
        QCOMPARE(stand.closes, 1);
    }
    void weMayCloseAndSayTheLastOfIt()
    {
        Stand stand;
        stand.openByPolling();
        const auto poll = stand.poll();
        stand.session.send(text("bye"));
        stand.session.close();
        QCOMPARE(stand.answers[poll].body, "4bye\x1e" "1");

        Stand other;
        FakeTransport socket;
        other.session.open(socket);
        other.session.send(text("bye"));
        other.session.close();
        QCOMPARE(socket.sent.last(), "4bye");
        QVERIFY(socket.isClosed);
    }

    void pingsAndAwaitsThePong()
    {
        Stand stand;
        FakeTransport socket;
        stand.session.open(socket);
        stand.flush();
        for (int i = 0; i < 3; ++i) {
            socket.sent.clear();
            stand.advance(299ms);
            QVERIFY(socket.sent.isEmpty());
            stand.advance(1ms);
            QCOMPARE(socket.sent, QList<QByteArray>{"2"});
            stand.advance(199ms);
            stand.session.received(socket, "3", Form::Text);
        }
        stand.advance(300ms);
        stand.advance(200ms);
        QVERIFY(!stand.session.isOpen());
        QVERIFY(socket.isClosed);
        QCOMPARE(stand.closes, 1);
        QCOMPARE(stand.clock.pending(), 0);
    }
    void aSilentPollingClientIsLetGo()
    {
        Stand stand;
        stand.openByPolling();
        stand.advance(300ms);
        QCOMPARE(stand.answers[stand.poll()].body, "2");
        const auto held = stand.poll();
        stand.advance(200ms);
        QCOMPARE(stand.answers[held].body, "1");
        QCOMPARE(stand.ends, 1);
    }
    void aPingOfRevisionFourIsAFault()
    {
        Stand stand;
        FakeTransport socket;
        stand.session.open(socket);
        stand.session.received(socket, "2", Form::Text);
        QVERIFY(!stand.session.isOpen());
    }
    void oldClientsPingUs()
    {
        Stand stand(Revision::Three);
        FakeTransport socket;
        stand.session.open(socket);
        for (int i = 0; i < 3; ++i) {
            stand.advance(499ms);
            stand.session.received(socket, "2x", Form::Text);
            stand.flush();
            QCOMPARE(socket.sent.last(), "3x");
        }
        stand.advance(500ms);
        QVERIFY(socket.isClosed);
    }

    void upgradesWithAProbe()
    {
        Stand stand;
        stand.openByPolling();
        const auto poll = stand.poll();
        FakeTransport socket;
        QVERIFY(stand.session.probe(socket));
        stand.session.received(socket, "2probe", Form::Text);
        QCOMPARE(socket.sent, QList<QByteArray>{"3probe"});
        QCOMPARE(stand.answers[poll].body, "6");
        const auto again = stand.poll();
        stand.advance(100ms);
        QCOMPARE(stand.answers[again].body, "6");
        stand.session.send(text("kept"));
        stand.session.received(socket, "5", Form::Text);
        stand.flush();
        QCOMPARE(socket.sent.last(), "4kept");
        QCOMPARE(stand.session.transport(), TransportKind::WebSocket);
        QCOMPARE(stand.goings, 1);

        QCOMPARE(stand.post("4x").status, 400);
        QCOMPARE(stand.answers[stand.poll()].status, 400);
        FakeTransport third;
        QVERIFY(!stand.session.probe(third));
        stand.session.received(socket, "4hello", Form::Text);
        QCOMPARE(stand.messages, QList<Packet>{text("hello")});
    }
    void aHeldPollIsLetGoByTheUpgrade()
    {
        Stand stand;
        stand.openByPolling();
        FakeTransport socket;
        QVERIFY(stand.session.probe(socket));
        stand.session.received(socket, "2probe", Form::Text);
        const auto held = stand.poll();
        stand.session.received(socket, "5", Form::Text);
        QCOMPARE(stand.answers[held].body, "6");
    }
    void aBrokenProbeLeavesTheSessionAlone_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("an upgrade before the probe") << QByteArray("5");
        QTest::newRow("a message") << QByteArray("4x");
        QTest::newRow("nonsense") << QByteArray("abc");
        QTest::newRow("its end") << QByteArray();
        QTest::newRow("silence") << QByteArray("silence");
    }
    void aBrokenProbeLeavesTheSessionAlone()
    {
        QFETCH(QByteArray, said);
        Stand stand;
        stand.openByPolling();
        FakeTransport socket, other;
        QVERIFY(stand.session.probe(socket));
        QVERIFY(!stand.session.probe(other));
        if (said.isEmpty()) {
            stand.session.lost(socket);
        } else if (said == "silence") {
            for (int i = 0; i < 4; ++i) { // the heart beats on
                stand.advance(300ms);
                stand.post("3");
            }
            QVERIFY(socket.isClosed);
        } else {
            stand.session.received(socket, said, Form::Text);
            QVERIFY(socket.isClosed);
        }
        QVERIFY(stand.session.isOpen());
        QVERIFY(stand.messages.isEmpty());
        QCOMPARE(stand.post("4on").body, "ok");
        QVERIFY(stand.session.probe(other));
    }
    void aLostSocketIsTheEnd()
    {
        Stand stand;
        FakeTransport socket;
        stand.session.open(socket);
        stand.session.lost(socket);
        QCOMPARE(stand.ends, 1);
        QVERIFY(!socket.isClosed); // it is gone already
    }
    void nonsenseByWebSocketIsTheEnd()
    {
        Stand stand;
        FakeTransport socket;
        stand.session.open(socket);
        stand.session.received(socket, "abc", Form::Text);
        QVERIFY(socket.isClosed);
    }

    void aSlowReaderLosesOldProgressFirst()
    {
        Outbox outbox(100'000);
        const EncodedPacket progress(text(QByteArray(1'000, 'p')));
        for (int i = 0; i < 10; ++i)
            QCOMPARE(outbox.add(progress, 7), Outbox::Outcome::Taken);
        QCOMPARE(outbox.items().size(), 10); // not slow yet: nothing is lost
        for (int i = 0; i < 1'000; ++i)
            QCOMPARE(outbox.add(progress, 7), Outbox::Outcome::Taken);
        QVERIFY(outbox.bytes() < 20'000);
        const EncodedPacket last(text(QByteArray(1'000, 't')));
        int taken = 0;
        while (outbox.add(last, 0) == Outbox::Outcome::Taken)
            ++taken;
        QVERIFY(taken > 80 && outbox.bytes() < 110'000);
        outbox.sent(outbox.items().size());
        QVERIFY(outbox.isEmpty() && outbox.bytes() == 0);
    }
    void aReaderThatNeverReadsIsLetGo()
    {
        Stand stand;
        FakeTransport socket;
        stand.session.open(socket);
        stand.flush();
        socket.room = 3;
        for (int i = 0; i < 100 && stand.session.isOpen(); ++i) {
            stand.session.send(text(QByteArray(100, 'x')));
            stand.flush();
            QVERIFY(stand.session.unsent() <= 2 * stand.timings.maxPayload + 200);
        }
        QVERIFY(!stand.session.isOpen());
        QVERIFY(socket.isClosed);
    }
    void oneWhoNeverPollsIsLetGo()
    {
        Stand stand;
        stand.openByPolling();
        for (int i = 0; i < 100 && stand.session.isOpen(); ++i) {
            stand.session.send(text(QByteArray(100, 'x')));
            QVERIFY(stand.session.unsent() <= 2 * stand.timings.maxPayload + 200);
        }
        QVERIFY(!stand.session.isOpen());
        QCOMPARE(stand.ends, 1);
        QCOMPARE(stand.answers[stand.poll()].status, 400);
    }
};

QTEST_GUILESS_MAIN(tst_EngineIo)
#include "tst_engineio.moc"
