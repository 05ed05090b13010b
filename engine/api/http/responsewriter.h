// SPDX-License-Identifier: GPL-3.0-or-later
// A response as bytes on the wire. Pure but for the Date line, which is made once a second. One thread.
#pragma once
#include "api/http/message.h"

namespace kule::http {

/// "Not Found"; "Unknown" for a status that has no phrase here.
const char *reasonPhrase(int status);

class ResponseWriter
{
public:
    enum class Body { Sent, Left }; ///< Left: an answer to HEAD, which has the length but not the body
    /// Of a stream: Chunked; HTTP/1.0 knows no chunks, so there the end of the connection is the end of the body.
    enum class Framing { Length, Chunked, UntilClose };
    enum class Fate { KeepAlive, KeepAliveOld, Close }; ///< KeepAliveOld: HTTP/1.0 is told so in as many words

    /// wallMs: now, for Date. A header that would break the head (a line end in it) is left out.
    QByteArray write(const Response &response, Body body, Fate fate, qint64 wallMs, Framing framing = Framing::Length);
    /// One chunk, and behind the last one their end.
    static QByteArray chunk(const BodySource::Piece &piece, Framing framing);

private:
    QByteArray m_date; ///< "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n" of m_second
    qint64 m_second = -1;
};

} // namespace kule::http
