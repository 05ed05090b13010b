// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a stranger's bytes into a request: headguard and requestreader. Besides not crashing: however the bytes are
// split, the same requests come out, and none breaks the limits or the guard's promises.
#include "fuzztarget.h"

#include "api/http/requestreader.h"

#include <cstdlib>

using namespace kule::http;
using Event = RequestReader::Event;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const Request &request, const Limits &limits)
{
    require(!request.method.isEmpty() && request.body.size() <= limits.bodyBytes && request.target.size() <= limits.targetBytes + 1);
    require(request.target.startsWith('/') || request.target == "*");
    int hosts = 0;
    for (const Header &header : request.headers) {
        hosts += header.first.compare("host", Qt::CaseInsensitive) == 0;
        require(!header.first.isEmpty() && !header.second.contains('\n') && !header.second.contains('\r') && !header.second.contains('\0'));
    }
    require(hosts <= 1);
    require(!(request.hasHeader("Content-Length") && request.hasHeader("Transfer-Encoding")));
}

/// What came out, one request after the other, and whether the bytes broke off.
QByteArray story(QByteArrayView bytes, qsizetype piece, const Limits &limits)
{
    RequestReader reader(limits, {});
    QByteArray text;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        for (Event event = reader.next(); event != Event::NeedMore; event = reader.next()) {
            if (event == Event::RequestComplete) {
                const Request request = reader.takeRequest();
                check(request, limits);
                text += request.method + ' ' + request.target + '[' + request.body + ']';
            } else if (event == Event::Broken) {
                require(reader.refusal().status >= 400);
                return text + '!';
            }
        }
    }
    return text;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    Limits limits;
    limits.bodyBytes = 512; // near, so that it is met
    const qsizetype piece = 1 + data[0] % 64;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size - 1));
    require(story(bytes, piece, limits) == story(bytes, bytes.size(), limits));
    return 0;
}

std::vector<std::string> fuzzSeeds()
{
    return {
        " GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        " POST /p?q HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhelloGET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        " POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0\r\nX-T: 1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        " \r\nOPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close, x\r\n\r\n",
        " GET http://a/b HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        " POST /s HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    };
}
