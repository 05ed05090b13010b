// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/connection.h"

#include "api/http/shard.h"

#include <QTcpSocket>

#include <array>

namespace kule::http {
namespace {

constexpr qint64 outputBound = 256 * 1024; ///< of unread answers; no further request is served before
constexpr qint64 bytesPerTurn = 64 * 1024;
constexpr int requestsPerTurn = 32; ///< then the other connections have theirs

} // namespace

Connection::Connection(quint64 id, Shard &shard)
    : m_id(id)
    , m_shard(shard)
{
}

Connection::~Connection() = default;

void Connection::start(std::unique_ptr<Wire> wire, Welcome welcome, bool isSecure)
{
    m_wire = std::move(wire);
    m_since = m_shard.nowMs();
    Head origin;
    origin.peer = m_wire->peer();
    origin.localPort = m_wire->localPort();
    origin.isSecure = isSecure;
    m_reader = std::make_unique<RequestReader>(m_shard.limits(), std::move(origin));
    if (welcome == Welcome::TurnAway) {
        breakOff({503, "http.too_many_connections"});
        work();
    }
}

void Connection::answer(quint64 exchange, std::optional<Response> response)
{
    if (m_exchanges.empty() || exchange < m_exchanges.front().id)
        return;
    Exchange &waiting = m_exchanges[static_cast<std::size_t>(exchange - m_exchanges.front().id)];
    waiting.response = response ? std::move(*response) : m_shard.application().broken(500, "http.unanswered", waiting.head);
    if (&waiting == &m_exchanges.front())
        work();
}

void Connection::bytesCame()
{
    if (m_stage != Stage::Open) {
        discard();
        return;
    }
    if (!mayRead()) {
        m_isHeld = true; // what stays in the socket brings the client's sends to rest
        return;
    }
    std::array<char, 16 * 1024> bytes;
    for (qint64 left = bytesPerTurn; left > 0;) {
        const qsizetype size = m_wire->read(bytes.data(), bytes.size());
        if (size > 0)
            m_reader->feed({bytes.data(), size});
        if (size < static_cast<qsizetype>(bytes.size()))
            break;
        left -= size;
    }
    work();
}

void Connection::bytesLeft()
{
    if (!m_isWorking)
        work();
}

void Connection::wireBroke()
{
    leave();
}

void Connection::work()
{
    if (m_isWorking || m_stage == Stage::Gone)
        return; // an answer given from within serve(): the loop below finds it
    m_isWorking = true;
    int steps = 0;
    for (;;) {
        writeAnswers();
        if (!mayRead())
            flush(); // which may make room
        if (!mayRead() || !step())
            break;
        if (++steps == 2 * requestsPerTurn) {
            m_shard.later(m_id);
            break;
        }
    }
    flush();
    m_isWorking = false;
    noteProgress();
    if (m_isHeld && mayRead()) {
        m_isHeld = false;
        m_wire->remind();
    }
}

bool Connection::mayRead() const
{
    if (m_stage != Stage::Open || m_exchanges.size() >= static_cast<std::size_t>(m_shard.limits().pipelined))
        return false;
    if (m_wantsTakeOver)
        return m_exchanges.empty() && m_out.isEmpty() && m_wire->unsent() == 0;
    return m_out.size() + m_wire->unsent() < outputBound;
}

/// False when there is nothing more to do for now.
bool Connection::step()
{
    if (m_wantsTakeOver)
        return takeOver();
    switch (m_reader->next()) {
    case RequestReader::Event::NeedMore:
        return false;
    case RequestReader::Event::HeadComplete:
        return onHead();
    case RequestReader::Event::RequestComplete:
        onRequest();
        return true;
    case RequestReader::Event::Broken:
        breakOff(m_reader->refusal());
        return true;
    }
    return false;
}

bool Connection::onHead()
{
    m_shard.countRequest();
    if (auto refusal = m_shard.application().refuse(m_reader->head())) {
        // Only a body that nobody reads makes the connection useless.
        const bool closes = m_reader->hasBody() || refusal->close;
        Exchange &exchange = begin(m_reader->head());
        exchange.response = std::move(refusal);
        if (closes) {
            exchange.fate = ResponseWriter::Fate::Close;
            m_stage = Stage::Last;
        } else {
            (void)m_reader->next(); // it is whole already
            (void)m_reader->takeRequest();
        }
        return true;
    }
    if (m_shard.application().takesOver(m_reader->head())) {
        m_wantsTakeOver = true;
        return true;
    }
    m_owesContinue = m_reader->awaitsContinue();
    return true;
}

void Connection::onRequest()
{
    m_owesContinue = false;
    Request request = m_reader->takeRequest();
    const quint64 id = begin(request).id;
    if (const bool isWaiting = m_shard.application().isWaiting(request); isWaiting || m_isWaiting)
        m_shard.place(m_id, m_isWaiting = isWaiting);
    m_shard.application().serve(std::move(request), m_shard.responder(m_id, id));
}

bool Connection::takeOver()
{
    Head head = m_reader->head();
    const QByteArray unread = m_reader->unread().toByteArray();
    m_stage = Stage::Gone;
    m_shard.handOver(*this, std::move(head), m_wire->release(unread));
    return false;
}

Connection::Exchange &Connection::begin(Head head)
{
    Exchange &exchange = m_exchanges.emplace_back();
    exchange.id = m_nextExchange++;
    exchange.began = std::chrono::steady_clock::now();
    if (head.method == "HEAD")
        exchange.body = ResponseWriter::Body::Left;
    if (!m_reader->keepsAlive()) {
        exchange.fate = ResponseWriter::Fate::Close;
        m_stage = Stage::Last;
    } else if (m_reader->isOld()) {
        exchange.fate = ResponseWriter::Fate::KeepAliveOld;
    }
    if (m_reader->isOld())
        exchange.framing = ResponseWriter::Framing::UntilClose;
    exchange.head = std::move(head);
    return exchange;
}

void Connection::breakOff(Refusal refusal)
{
    Exchange &exchange = begin(m_reader->head());
    exchange.fate = ResponseWriter::Fate::Close;
    exchange.response = m_shard.application().broken(refusal.status, refusal.code, exchange.head);
    m_stage = Stage::Last;
}

void Connection::writeAnswers()
{
    while (!m_exchanges.empty() && m_exchanges.front().response && m_stage != Stage::Lingering && m_stage != Stage::Gone) {
        Exchange &exchange = m_exchanges.front();
        if (exchange.isStreaming) {
            pump();
            break;
        }
        if (exchange.response->close)
            exchange.fate = ResponseWriter::Fate::Close;
        const bool isStream = startStream();
        QByteArray bytes = m_shard.writer().write(*exchange.response, exchange.body, exchange.fate, m_shard.wallMs(),
                                                  exchange.response->stream ? exchange.framing : ResponseWriter::Framing::Length);
        m_out = m_out.isEmpty() ? std::move(bytes) : m_out + bytes;
        if (!isStream)
            finishAnswer();
        if (m_out.size() >= outputBound)
            break;
    }
    if (m_owesContinue && m_exchanges.empty() && m_stage == Stage::Open) {
        m_owesContinue = false;
        m_out += "HTTP/1.1 100 Continue\r\n\r\n";
    }
}

// Whether pieces are to follow: an answer to HEAD has none.
bool Connection::startStream()
{
    Exchange &exchange = m_exchanges.front();
    if (!exchange.response->stream)
        return false;
    if (exchange.framing == ResponseWriter::Framing::UntilClose)
        exchange.fate = ResponseWriter::Fate::Close;
    exchange.isStreaming = exchange.body == ResponseWriter::Body::Sent;
    return exchange.isStreaming;
}

// Back-pressure: the next piece is made only when the client has taken most of the former ones.
void Connection::pump()
{
    Exchange &exchange = m_exchanges.front();
    if (exchange.isAwaited || m_out.size() + m_wire->unsent() >= outputBound)
        return;
    exchange.isAwaited = true;
    const auto stream = exchange.response->stream;
    stream->next(m_shard.pieceTaker(m_id, exchange.id));
}

void Connection::take(quint64 exchange, std::optional<BodySource::Piece> piece)
{
    if (m_stage == Stage::Gone || m_exchanges.empty() || m_exchanges.front().id != exchange || !m_exchanges.front().isAwaited)
        return;
    if (!piece) {
        leave();
        return;
    }
    Exchange &streaming = m_exchanges.front();
    streaming.isAwaited = false;
    m_out += ResponseWriter::chunk(*piece, streaming.framing);
    if (piece->isLast)
        finishAnswer();
    work();
    if (m_isWorking)
        m_shard.later(m_id); // handed over from within next(): the loop may be past it
}

void Connection::finishAnswer()
{
    const Exchange exchange = std::move(m_exchanges.front());
    m_exchanges.pop_front();
    const auto took = std::chrono::steady_clock::now() - exchange.began;
    m_shard.application().served(exchange.head, *exchange.response, std::chrono::duration_cast<std::chrono::microseconds>(took).count());
    if (exchange.fate == ResponseWriter::Fate::Close) {
        m_exchanges.clear();
        m_stage = Stage::Last;
    }
}

void Connection::flush()
{
    if (m_stage == Stage::Gone)
        return;
    if (!m_out.isEmpty())
        m_wire->write(std::exchange(m_out, {}));
    if (m_stage == Stage::Last && m_exchanges.empty())
        linger();
    else if (!m_exchanges.empty() && m_exchanges.front().response && !m_exchanges.front().isStreaming)
        m_shard.later(m_id);
}

void Connection::linger()
{
    m_stage = Stage::Lingering;
    m_since = m_shard.nowMs();
    m_wire->finish();
    discard();
}

void Connection::discard()
{
    std::array<char, 16 * 1024> bytes;
    for (qint64 left = bytesPerTurn; left > 0 && m_stage != Stage::Gone;) {
        const qsizetype size = m_wire->read(bytes.data(), bytes.size());
        if (size < static_cast<qsizetype>(bytes.size()))
            break;
        left -= size;
    }
}

void Connection::leave()
{
    if (std::exchange(m_stage, Stage::Gone) == Stage::Gone)
        return;
    for (const Exchange &exchange : m_exchanges) {
        if (m_shard.application().isWaiting(exchange.head))
            m_shard.application().left(exchange.head);
    }
    m_shard.bury(m_id);
}

void Connection::drain()
{
    if (m_stage != Stage::Open)
        return;
    if (m_exchanges.empty() && m_wire->unsent() == 0) {
        leave();
        return;
    }
    m_stage = Stage::Last;
    if (!m_exchanges.empty())
        m_exchanges.back().fate = ResponseWriter::Fate::Close;
    work();
}

} // namespace kule::http
