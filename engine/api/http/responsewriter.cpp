// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/responsewriter.h"

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

void appendNumber(QByteArray &out, qint64 number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end - digits.data());
}

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

QByteArray ResponseWriter::write(const Response &response, Body body, Fate fate, qint64 wallMs)
{
    const qint64 second = wallMs / 1000;
    if (second != m_second) {
        m_second = second;
        m_date = dateLine(second);
    }
    // These two never have a body, and 204 no length either (RFC 9110 §8.6).
    const bool isBodyless = response.status == 204 || response.status == 304;
    QByteArray out;
    out.reserve(256 + (body == Body::Sent ? response.body.size() : 0));
    out.append("HTTP/1.1 ");
    appendNumber(out, response.status);
    out.append(' ').append(reasonPhrase(response.status)).append("\r\n").append(m_date);
    if (!isBodyless) {
        if (!response.contentType.isEmpty() && isSafe(response.contentType))
            out.append("Content-Type: ").append(response.contentType).append("\r\n");
        out.append("Content-Length: ");
        appendNumber(out, response.body.size());
        out.append("\r\n");
    }
    if (fate == Fate::Close)
        out.append("Connection: close\r\n");
    else if (fate == Fate::KeepAliveOld)
        out.append("Connection: keep-alive\r\n");
    for (const Header &header : response.headers) {
        if (isSafe(header.first) && isSafe(header.second))
            out.append(header.first).append(": ").append(header.second).append("\r\n");
    }
    out.append("\r\n");
    if (body == Body::Sent && !isBodyless)
        out.append(response.body);
    return out;
}

} // namespace kule::http
