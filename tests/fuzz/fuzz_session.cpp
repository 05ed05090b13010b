// SPDX-License-Identifier: GPL-3.0-or-later
// One client's life, in any order: polls, posts, WebSockets, packets, silence, sockets that take little or vanish. Besides not
// crashing: each request is answered once, nothing is sent to what was closed, what waits is bounded, and the end comes once
// and leaves nothing behind. The first byte says how it begins, then each deed is a byte, a length and so many bytes.
#include "fuzztarget.h"

#include "api/socketio/client.h"
#include "fakeclock.h"

#include <QCoreApplication>

#include <cstdlib>
#include <deque>

using namespace kule;
using namespace kule::engineio;
using namespace std::chrono_literals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct Wire final : Transport
{
    qsizetype room = 1'000;
    bool isClosed = false;

    qsizetype send(const QList<Outbox::Item> &items) override
    {
        require(!isClosed);
        const qsizetype taken = std::min(room, items.size());
        room -= taken;
        return taken;
    }
    void close() override
    {
        require(!isClosed);
        isClosed = true;
    }
};

class Life final : public Session::Host, public socketio::Application
{
public:
    Life(Revision revision, bool beginsBySocket)
        : m_session("sid", revision, m_timings, m_clock, &m_context, *this)
        , m_client(std::in_place, m_session, *this, 1s, m_clock, &m_context)
    {
        m_session.setListener(&*m_client);
        if (beginsBySocket)
            m_session.open(m_wires.emplace_back());
        else
            m_session.open(reply());
    }

    void live(quint8 deed, QByteArrayView bytes)
    {
        const Form form = deed & 8 ? Form::Binary : Form::Text;
        switch (deed % 8) {
        case 0:
            m_session.poll(reply());
            break;
        case 1:
            m_session.post(bytes, form, reply());
            break;
        case 2:
            if (Wire &wire = m_wires.emplace_back(); !m_session.probe(wire))
                m_wires.pop_back();
            break;
        case 3: // a socket that was closed tells nothing any more
            if (!m_wires.empty() && !m_wires.back().isClosed)
                m_session.received(m_wires.back(), bytes, form);
            break;
        case 4:
            m_clock.advance(Milliseconds(bytes.isEmpty() ? 1 : 10 * static_cast<quint8>(bytes.front())));
            QCoreApplication::sendPostedEvents();
            break;
        case 5:
            if (!m_wires.empty() && !m_wires.back().isClosed) {
                m_wires.back().isClosed = true;
                m_session.lost(m_wires.back());
            }
            break;
        case 6:
            if (!m_wires.empty())
                m_wires.back().room = bytes.size();
            m_session.flush();
            break;
        default:
            m_session.send(EncodedPacket({PacketType::Message, bytes.toByteArray(), form}, m_session.revision()), deed & 16 ? 1 : 0);
            break;
        }
        require(m_session.unsent() <= 3 * m_timings.maxPayload);
    }

    void end()
    {
        m_session.close();
        require(m_ends == 1 && m_inside.isEmpty() && !m_session.isOpen());
        for (const int answers : m_answers)
            require(answers == 1);
        for (const Wire &wire : m_wires)
            require(wire.isClosed);
        m_client.reset();
        require(m_clock.pending() == 0);
    }

private:
    Reply reply()
    {
        int &answers = m_answers.emplace_back(0);
        return [&answers](const Answer &answer) {
            ++answers;
            require(answer.status >= 200 && answer.status < 500);
        };
    }

    void wantsFlush(Session &) override {}
    void wentOver(Session &session) override { require(session.transport() == TransportKind::WebSocket); }
    void ended(Session &) override { ++m_ends; }
    std::optional<Refusal> admit(socketio::Client &, const QByteArray &nsp, const OrderedJson &) override
    {
        return nsp == "/" || nsp == "/a" ? std::nullopt : std::optional(Refusal{"no"});
    }
    void connected(socketio::Client &, const QByteArray &nsp, const OrderedJson &) override { m_inside.append(nsp); }
    void disconnected(socketio::Client &, const QByteArray &nsp) override { require(m_inside.removeOne(nsp)); }
    void received(socketio::Client &client, socketio::Event event) override
    {
        require(m_inside.contains(event.nsp) && event.data.is_array() && !event.data.empty());
        if (event.data.front() == "leave")
            return client.disconnect(event.nsp);
        client.emitEvent(event.nsp, event.data, event.attachments);
        client.acknowledge(event.nsp, event.id, std::move(event.data), std::move(event.attachments));
    }

    const Timings m_timings{300ms, 200ms, 1'000ms, 1'000};
    FakeClock m_clock;
    QObject m_context;
    std::deque<int> m_answers; ///< to each request
    std::deque<Wire> m_wires;
    QList<QByteArray> m_inside; ///< namespaces
    int m_ends = 0;
    Session m_session;
    std::optional<socketio::Client> m_client;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
    if (size == 0)
        return 0;
    Life life(data[0] & 1 ? Revision::Three : Revision::Four, data[0] & 2);
    for (std::size_t at = 1; at + 1 < size;) {
        const std::size_t length = std::min<std::size_t>(data[at + 1], size - at - 2);
        life.live(data[at], QByteArrayView(data + at + 2, static_cast<qsizetype>(length)));
        at += 2 + length;
    }
    life.end();
    return 0;
}

std::vector<std::string> fuzzSeeds()
{
    using namespace std::string_literals;
    const auto deed = [](char what, const std::string &bytes = {}) { return std::string{what, static_cast<char>(bytes.size())} + bytes; };
    return {
        "\0"s + deed(0) + deed(1, "40\x1e" "42[\"m\",1]") + deed(0) + deed(2) + deed(3, "2probe") + deed(0) + deed(4, "\x0a") + deed(3, "5") + deed(6, "aaaa") + deed(3, "427[\"m\"]") + deed(5),
        "\2"s + deed(3, "40/a,{}") + deed(3, "451-/a,[\"m\",{\"_placeholder\":true,\"num\":0}]") + deed(11, "\1\2\3") + deed(6, "aa") + deed(3, "42/a,[\"leave\"]") + deed(4, "\x1e") + deed(3, "3") + deed(4, "\x64"),
        "\1"s + deed(0) + deed(1, "16:42[\"m\",\"h\xC3\xA7\"]xx2:2x") + deed(0) + deed(9, std::string("\0\3\xff" "4hi", 6)) + deed(7, "out") + deed(23, "dropped") + deed(0) + deed(0),
        "\3"s + deed(3, "2") + deed(7, std::string(200, 'x')) + deed(6) + deed(7, std::string(250, 'y')) + deed(23, std::string(250, 'z')) + deed(3, "41"),
        "\0"s + deed(2) + deed(2) + deed(3, "4early") + deed(2) + deed(4, "\x64") + deed(1, "1") + deed(0),
    };
}
