// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/responsewriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace kule::http {
namespace {

/// By hand: QLocale and strftime would ask the locale.
QByteArray dateLine(qint64 seconds)
{
    using namespace std::chrono;
    constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    std::array<char, 64> line{};
    const int length = std::snprintf(line.data(), line.size(), "Date: %s, %02u %s %04d %02d:%02d:%02d GMT\r\n",
                                     weekdays[weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                                     static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                     static_cast<int>(time.seconds().count()));
    return QByteArray(line.data(), length);
}

/// Writes into room that was measured before: QByteArray::append costs more than all else here.
class Cursor
{
public:
    explicit Cursor(char *at)
        : m_at(at)
    {
    }
    Cursor &operator<<(QByteArrayView bytes)
    {
        m_at = std::copy(bytes.begin(), bytes.end(), m_at); // memcpy but for the null of an empty one
        return *this;
    }
    Cursor &operator<<(qint64 number)
    {
        m_at = std::to_chars(m_at, m_at + numberRoom, number).ptr;
        return *this;
    }
    char *at() const { return m_at; }

    static constexpr qsizetype numberRoom = 20;

private:
    char *m_at;
};

bool isSafe(const QByteArray &text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

} // namespace

const char *reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "Unknown";
    }
}

QByteArray ResponseWriter::write(const Response &response, Body body, Fate fate, qint64 wallMs, Framing framing)
{
    const qint64 second = wallMs / 1000;
    if (second != m_second) {
        m_second = second;
        m_date = dateLine(second);
    }
    // These two never have a body, and 204 no length either (RFC 9110 §8.6).
    const bool isBodyless = response.status == 204 || response.status == 304;
    const bool hasBody = body == Body::Sent && !isBodyless;
    const bool hasType = !isBodyless && !response.contentType.isEmpty() && isSafe(response.contentType);
    const QByteArrayView phrase(reasonPhrase(response.status));

    constexpr qsizetype fixedRoom = 256; // more than all the words below and two numbers
    qsizetype room = fixedRoom + phrase.size() + m_date.size() + response.contentType.size() + (hasBody ? response.body.size() : 0);
    for (const Header &header : response.headers)
        room += header.first.size() + header.second.size() + 4;
    QByteArray out(room, Qt::Uninitialized);
    Cursor cursor(out.data());
    cursor << "HTTP/1.1 " << qint64(response.status) << " " << phrase << "\r\n" << m_date;
    if (hasType)
        cursor << "Content-Type: " << response.contentType << "\r\n";
    if (!isBodyless && framing == Framing::Chunked)
        cursor << "Transfer-Encoding: chunked\r\n";
    else if (!isBodyless && framing == Framing::Length)
        cursor << "Content-Length: " << response.body.size() << "\r\n";
    if (fate == Fate::Close)
        cursor << "Connection: close\r\n";
    else if (fate == Fate::KeepAliveOld)
        cursor << "Connection: keep-alive\r\n";
    for (const Header &header : response.headers) {
        if (isSafe(header.first) && isSafe(header.second))
            cursor << header.first << ": " << header.second << "\r\n";
    }
    cursor << "\r\n";
    if (hasBody)
        cursor << response.body;
    out.truncate(cursor.at() - out.constData());
    return out;
}

QByteArray ResponseWriter::chunk(const BodySource::Piece &piece, Framing framing)
{
    if (framing != Framing::Chunked)
        return piece.bytes;
    // An empty chunk would be the end.
    QByteArray out = piece.bytes.isEmpty() ? QByteArray() : QByteArray::number(piece.bytes.size(), 16) + "\r\n" + piece.bytes + "\r\n";
    if (piece.isLast)
        out += "0\r\n\r\n";
    return out;
}

} // namespace kule::http
