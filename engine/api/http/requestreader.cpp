// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/requestreader.h"

#include <utility> // before Boost's asio headers, which forget it under C++20

#include <boost/beast/http/basic_parser.hpp>

#include <optional>

namespace kule::http {
namespace {

namespace beast = boost::beast;
using beast::string_view;
using Error = beast::error_code;

/// Beast's parser, filling our request directly. (Beast's own request_parser would add the trailers to the head, where a
/// client could slip in a second Host or key behind every check.)
class Parser final : public beast::http::basic_parser<true>
{
public:
    Parser(Request &request, const Limits &limits)
        : m_request(request)
    {
        header_limit(static_cast<std::uint32_t>(limits.headBytes));
        body_limit(static_cast<std::uint64_t>(limits.bodyBytes));
    }

    bool isOld() const { return m_isOld; } ///< HTTP/1.0

private:
    static QByteArray bytes(string_view text) { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); }

    void on_request_impl(beast::http::verb, string_view method, string_view target, int version, Error &) override
    {
        m_isOld = version < 11;
        m_request.method = bytes(method);
        const std::string_view path = originForm({target.data(), target.size()});
        m_request.target = QByteArray(path.data(), static_cast<qsizetype>(path.size()));
        if (path.empty() || path.front() == '?')
            m_request.target.prepend('/');
    }
    void on_response_impl(int, string_view, int, Error &) override {}
    void on_field_impl(beast::http::field, string_view name, string_view value, Error &) override
    {
        if (!is_header_done())
            m_request.headers.emplace_back(bytes(name), bytes(value));
    }
    void on_header_impl(Error &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, Error &) override
    {
        // A length is a promise, not memory: what is reserved for it is bounded.
        m_request.body.reserve(static_cast<qsizetype>(std::min<std::uint64_t>(length.value_or(0), 64 * 1024)));
    }
    std::size_t on_body_impl(string_view body, Error &) override
    {
        m_request.body.append(body.data(), static_cast<qsizetype>(body.size()));
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t, string_view, Error &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, Error &error) override { return on_body_impl(body, error); }
    void on_finish_impl(Error &) override {}

    Request &m_request;
    bool m_isOld = false;
};

bool isContinue(const QByteArray &value)
{
    return qstrnicmp(value.constData(), value.size(), "100-continue", 12) == 0;
}

} // namespace

struct RequestReader::Parsing
{
    std::optional<Parser> parser;
};

RequestReader::RequestReader(const Limits &limits, Head origin)
    : m_limits(limits)
    , m_origin(std::move(origin))
    , m_parsing(std::make_unique<Parsing>())
    , m_request{m_origin, {}}
{
}

RequestReader::~RequestReader() = default;

void RequestReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Broken)
        return;
    if (m_state == State::Body)
        m_bodyReceived += bytes.size();
    if (m_at > 0 && m_buffer.capacity() - m_buffer.size() < bytes.size()) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    m_buffer.append(bytes);
}

RequestReader::Event RequestReader::next()
{
    switch (m_state) {
    case State::Head:
        return nextHead();
    case State::HeadComplete: {
        consume(m_headSize);
        m_headSize = 0;
        m_state = State::Body;
        m_bodyReceived = unread().size();
        return m_parsing->parser->is_done() ? complete() : nextBody();
    }
    case State::Body:
        return nextBody();
    case State::Broken:
        break;
    }
    return Event::Broken;
}

RequestReader::Place RequestReader::place() const
{
    if (m_state == State::Body)
        return Place::Body;
    return m_state == State::Head && unread().isEmpty() ? Place::Between : Place::Head;
}

bool RequestReader::awaitsContinue() const
{
    return m_awaitsContinue && (m_state == State::HeadComplete ? unread().size() == m_headSize : m_bodyReceived == 0);
}

QByteArrayView RequestReader::unread() const
{
    return QByteArrayView(m_buffer).sliced(m_at);
}

RequestReader::Event RequestReader::nextHead()
{
    // Empty lines before a request are to be ignored (RFC 9112 §2.2).
    while (unread().startsWith("\r\n")) {
        consume(2);
        m_headSize = 0;
    }
    const QByteArrayView bytes = unread();
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    constexpr std::string_view headEnd = "\r\n\r\n";
    const auto end = text.find(headEnd, static_cast<std::size_t>(std::max<qsizetype>(0, m_headSize - 3)));
    if (end == std::string_view::npos) {
        m_headSize = bytes.size();
        const auto refusal = guardPartialHead(text, m_limits);
        return refusal ? breakWith(*refusal) : Event::NeedMore;
    }
    const std::string_view head = text.substr(0, end + headEnd.size());
    m_headSize = static_cast<qsizetype>(head.size());
    if (const auto refusal = guardHead(head, m_limits))
        return breakWith(*refusal);

    Parser &parser = m_parsing->parser.emplace(m_request, m_limits);
    Error error;
    parser.put(boost::asio::const_buffer(head.data(), head.size()), error);
    if (error || !parser.is_header_done())
        return breakWith({400, "http.bad_request"});
    m_isOld = parser.isOld();
    m_keepsAlive = parser.keep_alive();
    m_hasBody = !parser.is_done();
    m_awaitsContinue = m_hasBody && !m_isOld && isContinue(m_request.header("Expect"));
    m_bodyReceived = 0;
    m_state = State::HeadComplete;
    return Event::HeadComplete;
}

RequestReader::Event RequestReader::nextBody()
{
    Parser &parser = *m_parsing->parser;
    parser.eager(true);
    // No rest of a chunked body is shorter than "0\r\n\r\n", and Beast asserts that it is not given less.
    while (!unread().isEmpty() && (!parser.chunked() || unread().size() >= 5)) {
        Error error;
        const auto taken = parser.put(boost::asio::const_buffer(unread().data(), static_cast<std::size_t>(unread().size())), error);
        consume(static_cast<qsizetype>(taken));
        if (error == beast::http::error::body_limit)
            return breakWith({413, "http.body_too_large"});
        if (error && error != beast::http::error::need_more)
            return breakWith({400, "http.bad_body"});
        if (parser.is_done())
            return complete();
        if (unread().size() > m_limits.headBytes) // a chunk's extension or the trailers, and no end of them
            return breakWith({431, "http.head_too_large"});
        if (error || taken == 0)
            break;
    }
    return Event::NeedMore;
}

RequestReader::Event RequestReader::complete()
{
    m_parsing->parser.reset();
    m_state = State::Head;
    return Event::RequestComplete;
}

RequestReader::Event RequestReader::breakWith(Refusal refusal)
{
    m_refusal = refusal;
    m_state = State::Broken;
    m_keepsAlive = false;
    m_buffer.clear();
    m_at = 0;
    return Event::Broken;
}

void RequestReader::consume(qsizetype size)
{
    constexpr qsizetype keptCapacity = 16 * 1024;
    m_at += size;
    if (m_at < m_buffer.size())
        return;
    if (m_buffer.capacity() > keptCapacity)
        m_buffer = QByteArray();
    else
        m_buffer.resize(0); // keeps its memory for the next request
    m_at = 0;
}

} // namespace kule::http
