// SPDX-License-Identifier: GPL-3.0-or-later
// kule-socketio-reference --port N: the product's protocol code behind handlers that public protocol suites know, on /socket.io/
// and, without Socket.IO, on /engine.io/. For tests; never installed. Prints one JSON line {"url", "pid"} when it listens.
#include "api/http/server.h"
#include "api/socketio/client.h"
#include "api/socketio/gate.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <map>

using namespace kule;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds connectTime{1'000};
/// Between CONNECT's answer and the event upon it: suites listen for one message at a time, and one that is read together with
/// that before it is lost on them.
constexpr Milliseconds breath{20};

class EchoListener final : public engineio::Session::Listener
{
public:
    explicit EchoListener(engineio::Session &session)
        : m_session(session)
    {
    }
    void opened() override {}
    void received(engineio::Packet message) override { m_session.send(engineio::EncodedPacket(message, m_session.revision())); }
    void closed() override {}

private:
    engineio::Session &m_session;
};

class EchoLayer final : public engineio::Layer
{
public:
    std::unique_ptr<engineio::Session::Listener> welcome(engineio::Session &session, const http::Head &) override { return std::make_unique<EchoListener>(session); }
};

class ReferenceLayer final : public engineio::Layer, public socketio::Application
{
public:
    explicit ReferenceLayer(engineio::SessionShard &shard)
        : m_shard(shard)
    {
    }
    std::unique_ptr<engineio::Session::Listener> welcome(engineio::Session &session, const http::Head &) override
    {
        return std::make_unique<socketio::Client>(session, *this, connectTime, m_shard.clock(), &m_shard);
    }
    std::optional<Refusal> admit(socketio::Client &, const QByteArray &nsp, const OrderedJson &) override
    {
        if (nsp == "/" || nsp == "/custom")
            return std::nullopt;
        return Refusal{"Invalid namespace"};
    }
    void connected(socketio::Client &client, const QByteArray &nsp, const OrderedJson &auth) override
    {
        m_greetings[{&client, nsp}] = m_shard.clock().after(breath, &m_shard, [&client, nsp, auth] { client.emitEvent(nsp, OrderedJson::array({"auth", auth})); });
    }
    void received(socketio::Client &client, socketio::Event event) override
    {
        if (event.nsp != "/")
            return;
        if (event.data.front() == "message") {
            event.data.front() = "message-back";
            client.emitEvent(event.nsp, std::move(event.data), std::move(event.attachments));
        } else if (event.data.front() == "message-with-ack") {
            event.data.erase(0);
            client.acknowledge(event.nsp, event.id, std::move(event.data), std::move(event.attachments));
        }
    }
    void disconnected(socketio::Client &client, const QByteArray &nsp) override { m_greetings.erase({&client, nsp}); }

private:
    engineio::SessionShard &m_shard;
    std::map<std::pair<socketio::Client *, QByteArray>, std::unique_ptr<Clock::Timer>> m_greetings;
};

/// Adds CORS for everyone to whatever is answered.
class OpenResponder final : public http::Responder
{
public:
    explicit OpenResponder(http::ResponderPtr inner)
        : m_inner(std::move(inner))
    {
    }
    void send(http::Response response) override
    {
        response.headers.emplace_back("Access-Control-Allow-Origin", "*");
        m_inner->send(std::move(response));
    }

private:
    const http::ResponderPtr m_inner;
};

class Reference final : public http::Application
{
public:
    explicit Reference(Clock &clock)
        : m_socketIo("/socket.io/", timings(), clock, [](engineio::SessionShard &shard) { return std::make_unique<ReferenceLayer>(shard); })
        , m_engineIo("/engine.io/", timings(), clock, [](engineio::SessionShard &) { return std::make_unique<EchoLayer>(); })
    {
    }
    void serveOldClients()
    {
        for (engineio::Gate *gate : {&m_socketIo, &m_engineIo})
            gate->setRules({engineio::OldClients::Served, 10'000});
    }

    std::optional<http::Response> refuse(const http::Head &) const override { return std::nullopt; }
    void serve(http::Request request, http::ResponderPtr responder) override
    {
        auto open = std::make_shared<OpenResponder>(std::move(responder));
        if (request.method == "OPTIONS") {
            http::Response answer{204, {}, {}, {}, false};
            answer.headers = {{"Access-Control-Allow-Methods", "GET, POST"}, {"Access-Control-Allow-Headers", "Content-Type"}};
            return open->send(std::move(answer));
        }
        engineio::Gate *gate = gateOf(request);
        if (gate)
            gate->serve(std::move(request), std::move(open));
        else
            open->send({404, "text/plain", "Not Found", {}, false});
    }
    http::Response broken(int status, const char *code, const http::Head &) const override { return {status, "text/plain", code, {}, false}; }
    void served(const http::Head &, const http::Response &, qint64) override {}
    bool isWaiting(const http::Head &head) const override
    {
        return (m_socketIo.isMine(head) && m_socketIo.isOfSession(head)) || (m_engineIo.isMine(head) && m_engineIo.isOfSession(head));
    }
    bool takesOver(const http::Head &head) const override
    {
        return engineio::Gate::wantsWebSocket(head) && const_cast<Reference *>(this)->gateOf(head) != nullptr;
    }
    void takeOver(http::Head head, std::unique_ptr<QTcpSocket> socket) override
    {
        engineio::Gate *gate = gateOf(head);
        gate->takeOver(std::move(head), std::move(socket));
    }
    void left(const http::Head &head) override
    {
        if (engineio::Gate *gate = gateOf(head))
            gate->left(head);
    }
    void threadBegins() override { each(&engineio::Gate::threadBegins); }
    void threadDrains() override { each(&engineio::Gate::threadDrains); }
    void threadEnds() override { each(&engineio::Gate::threadEnds); }

private:
    static engineio::Timings timings() { return {300ms, 200ms, 10'000ms, 1'000'000}; }
    void each(void (engineio::Gate::*what)())
    {
        (m_socketIo.*what)();
        (m_engineIo.*what)();
    }
    engineio::Gate *gateOf(const http::Head &head)
    {
        return m_socketIo.isMine(head) ? &m_socketIo : m_engineIo.isMine(head) ? &m_engineIo : nullptr;
    }

    engineio::Gate m_socketIo;
    engineio::Gate m_engineIo;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption port(QStringLiteral("port"), QStringLiteral("Port; 0 takes a free one."), QStringLiteral("N"), QStringLiteral("3000"));
    const QCommandLineOption eio3(QStringLiteral("eio3"), QStringLiteral("Serves clients of revision 3 too."));
    parser.addOptions({port, eio3});
    parser.addHelpOption();
    parser.process(app);
    bool isNumber = false;
    const quint16 wanted = parser.value(port).toUShort(&isNumber);
    if (!isNumber) {
        std::fprintf(stderr, "\"%s\" is no port. Give --port a number from 0 to 65535; 0 takes a free one.\n", qUtf8Printable(parser.value(port)));
        return 2;
    }

    SystemClock clock;
    Reference reference(clock);
    if (parser.isSet(eio3))
        reference.serveOldClients();
    http::Limits limits;
    limits.bodyBytes = 2'000'000;
    http::Server server(reference, clock, limits, 1); // one thread: requests of two connections keep their order
    const auto listening = server.listen({QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}, wanted);
    if (!listening) {
        std::fprintf(stderr, "%s\n", listening.error().message.english().toUtf8().constData());
        return 69;
    }
    std::printf("{\"url\": \"http://127.0.0.1:%d\", \"pid\": %lld}\n", listening->port, static_cast<long long>(QCoreApplication::applicationPid()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
