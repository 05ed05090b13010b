// SPDX-License-Identifier: GPL-3.0-or-later
// One client: reads its requests, has them served, writes the answers in the order of the requests, whatever the order in
// which they come. On its shard's thread, dies there. Never waits, never holds more than the limits allow.
#pragma once
#include "api/http/requestreader.h"
#include "api/http/responsewriter.h"
#include "api/http/visitor.h"
#include "api/http/wire.h"

#include <chrono>
#include <deque>

namespace kule::http {

class Shard;

class Connection final : public Wire::Listener
{
public:
    Connection(quint64 id, Shard &shard);
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    void start(std::unique_ptr<Wire> wire, Welcome welcome, bool isSecure);
    void answer(quint64 exchange, std::optional<Response> response);
    /// The next piece of the stream that this exchange is being answered with.
    void take(quint64 exchange, std::optional<BodySource::Piece> piece);
    /// Reads, serves and writes what there is.
    void work();
    /// Holds the deadlines up to now (Clock::steadyMs).
    void sweep(qint64 now);
    /// No request after those that are being served.
    void drain();

    quint64 id() const { return m_id; }

private:
    /// From a whole head to its written answer.
    struct Exchange
    {
        quint64 id = 0;
        Head head;
        ResponseWriter::Body body = ResponseWriter::Body::Sent;
        ResponseWriter::Fate fate = ResponseWriter::Fate::KeepAlive;
        std::chrono::steady_clock::time_point began;
        std::optional<Response> response;
        ResponseWriter::Framing framing = ResponseWriter::Framing::Chunked; ///< if it is a stream
        bool isStreaming = false; ///< the head is written, pieces follow
        bool isAwaited = false;   ///< a piece was asked for
    };
    enum class Stage {
        Open,
        Last,      ///< no request is read after those waiting
        Lingering, ///< all is written; the client reads it
        Gone,
    };

    void bytesCame() override;
    void bytesLeft() override;
    void wireBroke() override;

    bool mayRead() const;
    bool step();
    bool onHead();
    void onRequest();
    bool takeOver();
    Exchange &begin(Head head);
    void breakOff(Refusal refusal);
    void writeAnswers();
    bool startStream();
    void pump();
    void finishAnswer();
    void flush();
    void noteProgress();
    void linger();
    void leave();
    void discard();

    const quint64 m_id;
    Shard &m_shard;
    std::unique_ptr<RequestReader> m_reader;
    std::deque<Exchange> m_exchanges;
    QByteArray m_out; ///< answers of this turn, for one write
    quint64 m_nextExchange = 0;
    Stage m_stage = Stage::Open;
    bool m_isWorking = false;
    bool m_isHeld = false;
    bool m_isWaiting = false; ///< by its last request
    bool m_wantsTakeOver = false; ///< the head is read; the earlier answers go first
    bool m_owesContinue = false;

    RequestReader::Place m_place = RequestReader::Place::Between;
    qint64 m_since = 0;     ///< steady ms: when m_place was entered, or the linger began
    quint64 m_sinceRequest = 0;
    qint64 m_bodyMark = 0;  ///< bytes of the body at m_since
    qint64 m_unsentMark = 0;
    qint64 m_unsentSince = 0;

    std::unique_ptr<Wire> m_wire; ///< last: dies first, while what its signals reach still stands
};

} // namespace kule::http
