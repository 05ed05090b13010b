// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in, whole requests out: headguard first, then Boost.Beast's parser. A state machine of one connection, on its
// thread. Knows no socket and no clock, never blocks, never holds more than a head and a body of the limits allow.
#pragma once
#include "api/http/headguard.h"
#include "api/http/message.h"

namespace kule::http {

class RequestReader
{
public:
    enum class Event {
        NeedMore,        ///< feed it
        HeadComplete,    ///< head() and unread() tell; next() goes on with the body
        RequestComplete, ///< takeRequest(); next() goes on with the request behind it
        Broken,          ///< refusal() tells why; for good
    };
    enum class Place { Between, Head, Body };

    /// limits must outlive this; origin gives the peer, port and security of each request.
    RequestReader(const Limits &limits, Head origin);
    RequestReader(const Limits &&, Head) = delete;
    ~RequestReader();
    Q_DISABLE_COPY_MOVE(RequestReader)

    void feed(QByteArrayView bytes);
    Event next();

    /// Where the bytes so far end; Between: a request boundary.
    Place place() const;
    /// Raw bytes of the present body, framing included.
    qint64 bodyReceived() const { return m_bodyReceived; }
    Refusal refusal() const { return m_refusal; }

    // Of the request whose head is complete.
    const Head &head() const { return m_request; }
    Request takeRequest() { return std::exchange(m_request, Request{m_origin, {}}); }
    bool keepsAlive() const { return m_keepsAlive; }
    bool isOld() const { return m_isOld; } ///< HTTP/1.0
    bool hasBody() const { return m_hasBody; }
    /// The client holds its body back until it is asked for it with 100 Continue.
    bool awaitsContinue() const;
    /// What was fed and not read; at HeadComplete it begins with the head.
    QByteArrayView unread() const;

private:
    enum class State { Head, HeadComplete, Body, Broken };
    struct Parsing;

    Event nextHead();
    Event nextBody();
    Event breakWith(Refusal refusal);
    Event complete();
    void consume(qsizetype size);

    const Limits &m_limits;
    const Head m_origin;
    std::unique_ptr<Parsing> m_parsing; ///< the parser of the present message
    QByteArray m_buffer;
    qsizetype m_at = 0;       ///< in m_buffer: the first byte that was not read
    qsizetype m_headSize = 0; ///< what is known to hold no end of the head; at HeadComplete the head's size
    State m_state = State::Head;
    Request m_request;
    Refusal m_refusal;
    qint64 m_bodyReceived = 0;
    bool m_keepsAlive = true;
    bool m_isOld = false;
    bool m_hasBody = false;
    bool m_awaitsContinue = false;
};

} // namespace kule::http
