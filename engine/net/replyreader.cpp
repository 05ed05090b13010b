// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replyreader.h"

#include <utility> // before Boost's asio headers, which forget it under C++20

#include <boost/beast/http/basic_parser.hpp>

namespace kule {
namespace {

namespace beast = boost::beast;
using beast::string_view;
using ParserError = beast::error_code;

constexpr std::uint32_t largestHead = 64 * 1024;
constexpr qsizetype shortestChunkedRest = 5; // "0\r\n\r\n"; Beast asserts that it is not given less

QByteArray bytesOf(string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

/// Beast's parser, filling our reply directly.
class ReplyReader::Parser final : public beast::http::basic_parser<false>
{
public:
    explicit Parser(qint64 largest)
        : m_largest(largest)
    {
        header_limit(largestHead);
        body_limit(static_cast<std::uint64_t>(largest));
        eager(true);
    }
    HttpReply reply;

private:
    void on_request_impl(beast::http::verb, string_view, string_view, int, ParserError &) override {}
    void on_response_impl(int status, string_view, int, ParserError &) override { reply.status = status; }
    void on_field_impl(beast::http::field, string_view name, string_view value, ParserError &) override
    {
        if (!is_header_done()) // no trailers
            reply.headers.emplace_back(bytesOf(name), bytesOf(value));
    }
    void on_header_impl(ParserError &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, ParserError &) override {}
    std::size_t on_body_impl(string_view body, ParserError &error) override
    {
        reply.body.append(body.data(), static_cast<qsizetype>(body.size()));
        if (reply.body.size() > m_largest)
            error = beast::http::error::body_limit;
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t, string_view, ParserError &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, ParserError &error) override { return on_body_impl(body, error); }
    void on_finish_impl(ParserError &) override {}

    const qint64 m_largest;
};

ReplyReader::ReplyReader(Body body, qint64 largest)
    : m_body(body)
    , m_largest(largest)
{
    begin();
}

ReplyReader::~ReplyReader() = default;

void ReplyReader::begin()
{
    m_parser = std::make_unique<Parser>(m_largest);
    m_parser->skip(m_body == Body::None);
}

ReplyReader::State ReplyReader::feed(QByteArrayView bytes)
{
    m_unread.append(bytes);
    return goOn();
}

ReplyReader::State ReplyReader::goOn()
{
    while (!m_unread.isEmpty() && !m_parser->is_done()) {
        if (m_parser->is_header_done() && m_parser->chunked() && m_unread.size() < shortestChunkedRest)
            break;
        ParserError error;
        const auto taken = m_parser->put(boost::asio::const_buffer(m_unread.constData(), static_cast<std::size_t>(m_unread.size())), error);
        m_unread.remove(0, static_cast<qsizetype>(taken));
        if (error == beast::http::error::body_limit)
            return State::TooLarge;
        if (error && error != beast::http::error::need_more)
            return State::Broken;
        if (m_parser->is_done() && m_parser->reply.status < 200 && m_parser->reply.status != 101) {
            begin(); // "100 Continue": the reply itself is to come
            continue;
        }
        if (error || taken == 0)
            break;
    }
    return m_parser->is_done() ? State::Complete : State::NeedMore;
}

ReplyReader::State ReplyReader::close()
{
    if (m_parser->is_done())
        return State::Complete;
    if (!m_parser->is_header_done() || !m_unread.isEmpty())
        return State::Broken;
    ParserError error;
    m_parser->put_eof(error);
    return error ? State::Broken : State::Complete;
}

bool ReplyReader::keepsConnection() const
{
    return m_parser->is_done() && m_parser->keep_alive() && m_unread.isEmpty();
}

HttpReply ReplyReader::takeReply()
{
    return std::move(m_parser->reply);
}

int ReplyReader::status() const
{
    return m_parser->reply.status;
}

} // namespace kule
