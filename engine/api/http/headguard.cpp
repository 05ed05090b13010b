// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/headguard.h"

#include <algorithm>
#include <array>

namespace kule::http {
namespace {

constexpr Refusal badRequest{400, "http.bad_request"};
constexpr Refusal bareLineFeed{400, "http.bare_line_feed"};
constexpr Refusal foldedField{400, "http.folded_field"};
constexpr Refusal badField{400, "http.bad_field"};
constexpr Refusal badHost{400, "http.bad_host"};
constexpr Refusal badLength{400, "http.bad_content_length"};
constexpr Refusal twoFramings{400, "http.ambiguous_length"};
constexpr Refusal bodyTooLarge{413, "http.body_too_large"};
constexpr Refusal targetTooLong{414, "http.target_too_long"};
constexpr Refusal headTooLarge{431, "http.head_too_large"};
constexpr Refusal unknownEncoding{501, "http.unknown_transfer_encoding"};
constexpr Refusal unknownVersion{505, "http.unknown_version"};

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr auto tokenCharacters = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return tokenCharacters[static_cast<unsigned char>(c)]; });
}

/// Visible, or one of the bytes above ASCII that people type into addresses unencoded.
bool isTarget(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f; });
}

bool isValue(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 ? c != 0x7f : c == '\t'; });
}

/// ASCII only: the locale has no say in a protocol (a Turkish one lowers I to ı).
bool isSame(std::string_view text, std::string_view lowerCase)
{
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
    });
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Where the authority of "http://authority/path" begins; npos for another form.
std::size_t authorityStart(std::string_view target)
{
    for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
        if (isSame(target.substr(0, scheme.size()), scheme))
            return scheme.size();
    }
    return std::string_view::npos;
}

std::string_view authority(std::string_view target)
{
    const auto start = authorityStart(target);
    return start == std::string_view::npos ? std::string_view() : target.substr(start, target.find_first_of("/?", start) - start);
}

struct RequestLine
{
    std::string_view method, target, version;
};

std::optional<Refusal> guardRequestLine(std::string_view line, const Limits &limits, RequestLine &parts)
{
    const auto first = line.find(' ');
    if (first == std::string_view::npos)
        return badRequest;
    const auto second = line.find(' ', first + 1);
    parts = {line.substr(0, first), line.substr(first + 1, second - first - 1), {}};
    if (parts.target.size() > static_cast<std::size_t>(limits.targetBytes))
        return targetTooLong;
    if (second == std::string_view::npos)
        return badRequest;
    parts.version = line.substr(second + 1);
    if (!isToken(parts.method) || !isTarget(parts.target))
        return badRequest;
    const bool isAsterisk = parts.target == "*" && parts.method == "OPTIONS";
    if (parts.target.front() != '/' && !isAsterisk && authority(parts.target).empty())
        return badRequest;
    const auto v = parts.version;
    if (v.size() != 8 || !v.starts_with("HTTP/") || !isDigit(v[5]) || v[6] != '.' || !isDigit(v[7]))
        return badRequest;
    if (v != "HTTP/1.1" && v != "HTTP/1.0")
        return unknownVersion;
    return std::nullopt;
}

/// What the fields say of the message's length and of its host.
struct Framing
{
    int hosts = 0, lengths = 0, encodings = 0;
    std::string_view host, length, encoding;
};

std::optional<Refusal> guardField(std::string_view line, Framing &framing)
{
    if (line.front() == ' ' || line.front() == '\t')
        return foldedField;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)) || !isValue(line.substr(colon + 1)))
        return badField;
    const auto name = line.substr(0, colon);
    if (isSame(name, "host")) {
        ++framing.hosts;
        framing.host = trimmed(line.substr(colon + 1));
    } else if (isSame(name, "content-length")) {
        ++framing.lengths;
        framing.length = trimmed(line.substr(colon + 1));
    } else if (isSame(name, "transfer-encoding")) {
        ++framing.encodings;
        framing.encoding = trimmed(line.substr(colon + 1));
    }
    return std::nullopt;
}

std::optional<Refusal> guardFraming(const RequestLine &line, const Framing &framing, const Limits &limits)
{
    const bool isOld = line.version == "HTTP/1.0";
    if (framing.hosts > 1 || (framing.hosts == 0 && !isOld) || framing.host.find_first_of(" \t,") != std::string_view::npos)
        return badHost;
    const auto named = authority(line.target);
    if (!named.empty() && framing.hosts == 1 && !isSame(named, framing.host))
        return badHost;
    if (framing.encodings > 0 && (framing.lengths > 0 || framing.encodings > 1 || isOld))
        return twoFramings;
    if (framing.encodings == 1 && !isSame(framing.encoding, "chunked"))
        return unknownEncoding;
    if (framing.lengths > 1)
        return twoFramings;
    if (framing.lengths == 1) {
        if (framing.length.empty() || !std::all_of(framing.length.begin(), framing.length.end(), isDigit))
            return badLength;
        // 18 digits fit 64 bits; a length that does not is a true one all the same.
        const auto digits = framing.length.substr(std::min(framing.length.find_first_not_of('0'), framing.length.size() - 1));
        qint64 length = 0;
        for (const char c : digits.substr(0, 18))
            length = length * 10 + (c - '0');
        if (digits.size() > 18 || length > limits.bodyBytes)
            return bodyTooLarge;
    }
    return std::nullopt;
}

} // namespace

std::optional<Refusal> guardHead(std::string_view head, const Limits &limits)
{
    RequestLine requestLine;
    Framing framing;
    bool isFirst = true;
    bool isWhole = false;
    for (std::size_t at = 0; at < head.size();) {
        const auto end = head.find('\n', at);
        if (end == std::string_view::npos || isWhole)
            return badRequest;
        if (end == at || head[end - 1] != '\r')
            return bareLineFeed;
        const auto line = head.substr(at, end - 1 - at);
        at = end + 1;
        std::optional<Refusal> refusal;
        if (isFirst)
            refusal = guardRequestLine(line, limits, requestLine);
        else if (line.empty())
            isWhole = true;
        else
            refusal = guardField(line, framing);
        if (refusal)
            return refusal;
        isFirst = false;
    }
    if (head.size() > static_cast<std::size_t>(limits.headBytes))
        return headTooLarge;
    return isWhole ? guardFraming(requestLine, framing, limits) : std::optional(badRequest);
}

std::optional<Refusal> guardPartialHead(std::string_view head, const Limits &limits)
{
    for (auto lineFeed = head.find('\n'); lineFeed != std::string_view::npos; lineFeed = head.find('\n', lineFeed + 1)) {
        if (lineFeed == 0 || head[lineFeed - 1] != '\r')
            return bareLineFeed;
    }
    const auto line = head.substr(0, head.find('\n'));
    const auto start = line.find(' ');
    if (start == std::string_view::npos) // no method is longer than the longest target
        return line.size() > static_cast<std::size_t>(limits.targetBytes) ? std::optional(badRequest) : std::nullopt;
    const auto end = std::min(line.find_first_of(" \r", start + 1), line.size());
    if (end - start - 1 > static_cast<std::size_t>(limits.targetBytes))
        return targetTooLong;
    return head.size() > static_cast<std::size_t>(limits.headBytes) ? std::optional(headTooLarge) : std::nullopt;
}

std::string_view originForm(std::string_view target)
{
    const auto start = authorityStart(target);
    if (start == std::string_view::npos)
        return target;
    const auto path = target.find_first_of("/?", start);
    // "http://host" and "http://host?x" have an empty path; the caller puts the slash that RFC 9112 asks for.
    return path == std::string_view::npos ? std::string_view() : target.substr(path);
}

} // namespace kule::http
