// SPDX-License-Identifier: GPL-3.0-or-later
// Socket.IO below the sockets: messages in, messages out, time by hand.
#include "api/socketio/client.h"
#include "fakeclock.h"

#include <QTest>

using namespace kule;
using namespace kule::socketio;
using namespace std::chrono_literals;
using engineio::Form;
using engineio::Packet;
using engineio::PacketType;
using engineio::Revision;
using engineio::Session;

namespace {

struct FakeTransport final : engineio::Transport
{
    QList<QByteArray> sent;
    bool isClosed = false;
    qsizetype send(const QList<engineio::Outbox::Item> &items) override
    {
        for (const auto &item : items)
            sent.append(item.packet.message().toByteArray());
        return items.size();
    }
    void close() override { isClosed = true; }
};

struct Stand final : Session::Host, Application
{
    explicit Stand(Revision revision = Revision::Four)
        : session("sid", revision, timings, clock, &context, *this)
        , client(session, *this, 1s, clock, &context)
    {
        session.setListener(&client);
        session.open(socket);
        session.flush();
        socket.sent.clear();
    }
    void wantsFlush(Session &) override {}
    void wentOver(Session &) override {}
    void ended(Session &) override {}
    std::optional<Refusal> admit(Client &, const QByteArray &nsp, const OrderedJson &auth) override
    {
        asked.append(nsp + ' ' + dumpJson(auth));
        if (nsp == "/secret")
            return Refusal{"no", {{"code", "c"}}};
        return nsp == "/" || nsp == "/custom" ? std::nullopt : std::optional(Refusal{"Invalid namespace"});
    }
    void connected(Client &, const QByteArray &nsp, const OrderedJson &) override { asked.append("in " + nsp); }
    void received(Client &from, Event event) override
    {
        asked.append(event.nsp + ' ' + dumpJson(event.data) + ' ' + QByteArray::number(event.attachments.size()));
        if (event.data.front() == "back")
            from.emitEvent(event.nsp, event.data, event.attachments);
        from.acknowledge(event.nsp, event.id, event.data, event.attachments);
    }
    void disconnected(Client &, const QByteArray &nsp) override { asked.append("out " + nsp); }

    /// What comes back on it.
    QList<QByteArray> say(const QByteArray &text, Form form = Form::Text)
    {
        socket.sent.clear();
        session.received(socket, form == Form::Text ? '4' + text : text, form);
        session.flush();
        return socket.sent;
    }

    const engineio::Timings timings{};
    FakeClock clock;
    QObject context;
    QList<QByteArray> asked;
    FakeTransport socket;
    Session session;
    Client client;
};

using Sent = QList<QByteArray>;

} // namespace

class tst_SocketIo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsIn()
    {
        Stand stand;
        const Sent sent = stand.say("0");
        QCOMPARE(sent.size(), 1);
        QVERIFY(sent.first().startsWith("40{\"sid\":\""));
        QCOMPARE(stand.asked, Sent({"/ {}", "in /"}));
        QVERIFY(stand.say(R"(0/custom,{"token":"abc"})").first().startsWith("40/custom,{\"sid\":\""));
        QCOMPARE(stand.asked.sliced(2), Sent({R"(/custom {"token":"abc"})", "in /custom"}));
    }
    void refusesANamespace()
    {
        Stand stand;
        QCOMPARE(stand.say("0/random"), Sent{R"(44/random,{"message":"Invalid namespace"})"});
        QCOMPARE(stand.say("0/secret,"), Sent{R"(44/secret,{"message":"no","data":{"code":"c"}})"});
        QVERIFY(stand.session.isOpen());
    }
    void oldClientsAreInAtOnce()
    {
        Stand stand(Revision::Three);
        QCOMPARE(stand.asked, Sent({"/ {}", "in /"}));
        QCOMPARE(stand.say("0/custom?token=a"), Sent{"40/custom,"});
        QCOMPARE(stand.say("0/random"), Sent{R"(44/random,"Invalid namespace")"});
        QCOMPARE(stand.say("0"), Sent{}); // said out of habit
        QVERIFY(stand.session.isOpen());
    }
    void whoJoinsNothingIsClosed()
    {
        Stand stand;
        (void)stand.say("0/random");
        stand.clock.advance(1s);
        QTRY_VERIFY(stand.socket.isClosed);
        Stand other;
        (void)other.say("0");
        other.clock.advance(1s);
        QCoreApplication::processEvents();
        QVERIFY(other.session.isOpen());
    }
    void exchangesEvents()
    {
        Stand stand;
        (void)stand.say("0");
        QCOMPARE(stand.say(R"(2["back",1,"2",{"z":[true],"a":1.5}])"), Sent{R"(42["back",1,"2",{"z":[true],"a":1.5}])"});
        QCOMPARE(stand.say(R"(2456["ack",1,"2",{"3":[false]}])"), Sent{R"(43456["ack",1,"2",{"3":[false]}])"});
        (void)stand.say("0/custom");
        QCOMPARE(stand.say(R"(2/custom,7["back"])"), Sent({R"(42/custom,["back"])", R"(43/custom,7["back"])"}));
    }
    void exchangesAttachments()
    {
        Stand stand;
        (void)stand.say("0");
        QCOMPARE(stand.say(R"(52-789["back",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])"), Sent{});
        QCOMPARE(stand.say("\x01\x02", Form::Binary), Sent{});
        const Sent sent = stand.say("\x03\x04", Form::Binary);
        QCOMPARE(sent.size(), 6);
        QCOMPARE(sent[0], R"(452-["back",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])");
        QCOMPARE(sent[1], "\x01\x02");
        QCOMPARE(sent[2], "\x03\x04");
        QCOMPARE(sent[3], R"(462-789["back",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])");
    }
    void attachmentsOfOldClientsCarryTheirType()
    {
        Stand stand(Revision::Three);
        (void)stand.say(R"(51-["back",{"_placeholder":true,"num":0}])");
        const Sent sent = stand.say("\x04\x01\x02", Form::Binary);
        QCOMPARE(sent.last(), "\x04\x01\x02");
    }
    void leavesANamespaceAndStays()
    {
        Stand stand;
        (void)stand.say("0");
        (void)stand.say("0/custom");
        QCOMPARE(stand.say("1/custom,"), Sent{});
        QCOMPARE(stand.asked.last(), "out /custom");
        QVERIFY(stand.session.isOpen());
        QCOMPARE(stand.say(R"(2["back"])"), Sent{R"(42["back"])"});
        stand.client.disconnect("/");
        stand.session.flush();
        QCOMPARE(stand.socket.sent.last(), "41");
        QCOMPARE(stand.asked.last(), "out /");
    }
    void theEndLeavesAll()
    {
        Stand stand;
        (void)stand.say("0");
        (void)stand.say("0/custom");
        stand.session.close();
        QCOMPARE(stand.asked.sliced(stand.asked.size() - 2), Sent({"out /custom", "out /"}));
    }
    void whoBreaksTheProtocolIsClosed_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<bool>("isBinary");
        const auto row = [](const char *name, const QByteArray &said, bool isBinary = false) { QTest::newRow(name) << said << isBinary; };
        row("unknown type", "abc");
        row("type 7", "7");
        row("nothing", "");
        row("an object for arguments", "2{}");
        row("no arguments", "2");
        row("empty arguments", "2[]");
        row("a name that is none", "2[{}]");
        row("a reserved name", R"(2["connect"])");
        row("letters for an id", R"(2abc["x"])");
        row("an id too long", R"(21234567890123456["x"])");
        row("broken JSON", R"(2["x")");
        row("JSON and more", R"(2["x"]])");
        row("too deep", "2[\"x\"," + QByteArray("[").repeated(40) + QByteArray("]").repeated(40) + ']');
        row("a name not joined", R"(2/other,["x"])");
        row("leaving what was not joined", "1/other,");
        row("joining twice", "0");
        row("leaving with words", R"(1{"x":1})");
        row("joining with a list", "0/custom,[1]");
        row("an ack without id", "3[1]");
        row("a refusal from a client", R"(4{"message":"x"})");
        row("a long name", "0/" + QByteArray(300, 'x'));
        row("attachments unannounced", "\x01", true);
        row("attachments uncounted", R"(5["x"])");
        row("too many attachments", R"(565-["x"])");
        row("a placeholder of nothing", R"(51-["x",{"_placeholder":true,"num":1}])");
        row("a placeholder below nothing", R"(51-["x",{"_placeholder":true,"num":-1}])");
        row("a placeholder without number", R"(51-["x",{"_placeholder":true}])");
    }
    void whoBreaksTheProtocolIsClosed()
    {
        QFETCH(QByteArray, said);
        QFETCH(bool, isBinary);
        Stand stand;
        (void)stand.say("0");
        (void)stand.say(said, isBinary ? Form::Binary : Form::Text);
        QVERIFY(stand.socket.isClosed);
    }
    void textInsteadOfAnAttachmentIsTheEnd()
    {
        Stand stand;
        (void)stand.say("0");
        (void)stand.say(R"(51-["x",{"_placeholder":true,"num":0}])");
        (void)stand.say(R"(2["x"])");
        QVERIFY(stand.socket.isClosed);
    }
    void eventsBeforeJoiningAreTheEnd()
    {
        Stand stand;
        (void)stand.say(R"(2["x"])");
        QVERIFY(stand.socket.isClosed);
    }
    void aPlainEventMayLookLikeAPlaceholder()
    {
        Stand stand;
        (void)stand.say("0");
        QCOMPARE(stand.say(R"(2["back",{"_placeholder":true}])").size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_SocketIo)
#include "tst_socketio.moc"
