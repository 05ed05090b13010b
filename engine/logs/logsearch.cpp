// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logsearch.h"

#include "logs/logline.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <memory>

namespace kule {
namespace {

constexpr qint64 blockBytes = 2 * 1024 * 1024;
constexpr qint64 budgetBytes = 16 * blockBytes;
constexpr uint32_t mostSteps = 1'000'000; // of the matcher in one line
constexpr int longestPattern = 10'000;

class Pattern
{
public:
    static Result<Pattern> compile(const QString &pattern)
    {
        const QByteArray utf8 = pattern.toUtf8();
        if (utf8.isEmpty() || utf8.size() > longestPattern)
            return fail(ErrorKind::Invalid, "log.bad_pattern",
                        text(QT_TRANSLATE_NOOP("Engine", "A pattern has 1 to %1 characters."), QString::number(longestPattern)));
        int code = 0;
        PCRE2_SIZE at = 0;
        Pattern made;
        made.m_code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(utf8.constData()), static_cast<PCRE2_SIZE>(utf8.size()),
                                        PCRE2_UTF | PCRE2_CASELESS, &code, &at, nullptr));
        if (!made.m_code) {
            PCRE2_UCHAR reason[256] = {};
            pcre2_get_error_message(code, reason, sizeof reason);
            return fail(ErrorKind::Invalid, "log.bad_pattern",
                        text(QT_TRANSLATE_NOOP("Engine", "The pattern cannot be understood at character %1: %2."),
                             QString::number(QString::fromUtf8(utf8.first(static_cast<qsizetype>(at))).size() + 1),
                             QString::fromUtf8(reinterpret_cast<const char *>(reason))));
        }
        if (pcre2_jit_compile(made.m_code.get(), PCRE2_JIT_COMPLETE) == 0)
            made.m_run = pcre2_jit_match;
        made.m_match.reset(pcre2_match_data_create(1, nullptr));
        made.m_context.reset(pcre2_match_context_create(nullptr));
        pcre2_set_match_limit(made.m_context.get(), mostSteps);
        return made;
    }

    /// line: valid UTF-8. Empty matches are none: there is nothing to show.
    Result<bool> isIn(QByteArrayView line) const
    {
        const int found = m_run(m_code.get(), reinterpret_cast<PCRE2_SPTR>(line.data()), static_cast<PCRE2_SIZE>(line.size()), 0,
                                PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK, m_match.get(), m_context.get());
        if (found >= 0)
            return true;
        if (found == PCRE2_ERROR_NOMATCH)
            return false;
        return fail(ErrorKind::Invalid, "log.pattern_too_costly",
                    text(QT_TRANSLATE_NOOP("Engine", "The pattern takes too long on a line of this log. Write it without repetitions inside repetitions.")));
    }

private:
    struct Free
    {
        void operator()(pcre2_code *code) const { pcre2_code_free(code); }
        void operator()(pcre2_match_data *match) const { pcre2_match_data_free(match); }
        void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
    };
    decltype(&pcre2_match) m_run = pcre2_match;
    std::unique_ptr<pcre2_code, Free> m_code;
    std::unique_ptr<pcre2_match_data, Free> m_match;
    std::unique_ptr<pcre2_match_context, Free> m_context;
};

/// Is seen as it was written: text without controls, but for line feeds.
bool isPlain(QByteArrayView bytes)
{
    uchar hasControls = 0;
    for (const char byte : bytes) // without branches, which makes it vector code: 15 times as fast
        hasControls |= static_cast<uchar>((static_cast<uchar>(byte) < 0x20) & (byte != '\n'));
    return !hasControls && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

struct Places
{
    std::vector<qsizetype> hits;
    qsizetype end = 0; ///< all before it has been looked at
};

Result<Places> placesIn(QByteArrayView block, const Pattern &pattern, size_t limit)
{
    Places places;
    const bool isBlockPlain = isPlain(block);
    while (places.end < block.size() && places.hits.size() < limit) {
        const QByteArrayView rest = block.sliced(places.end);
        const qsizetype length = logPieceLength(rest);
        const QByteArrayView said = withoutTime(rest.first(length));
        const auto found = isBlockPlain || isPlain(said) ? pattern.isIn(said) : pattern.isIn(parseAnsi(said).text.toUtf8());
        if (!found)
            return fail(found.error());
        if (*found)
            places.hits.push_back(places.end);
        places.end += length + (length < rest.size() && rest[length] == '\n' ? 1 : 0);
    }
    return places;
}

LogHit hitAt(QByteArrayView block, qint64 offset, qsizetype at)
{
    const QByteArrayView rest = block.sliced(at);
    const LogLine line = splitLogLine(rest.first(logPieceLength(rest)));
    return {offset + at, line.at, parseAnsi(line.text).text.left(1000)};
}

Result<LogHits> forward(const LogReader &read, const LogSearch &search, const Pattern &pattern, size_t limit)
{
    LogHits found;
    found.next = std::max<qint64>(0, search.from);
    for (qint64 budget = budgetBytes; budget > 0 && found.hits.size() < limit;) {
        const auto slice = read(found.next, blockBytes);
        if (!slice)
            return fail(slice.error());
        found.size = slice->size;
        budget -= std::max<qint64>(slice->text.size(), 1);
        if (slice->text.isEmpty()) {
            found.isEnd = true;
            break;
        }
        const auto places = placesIn(slice->text, pattern, limit - found.hits.size());
        if (!places)
            return fail(places.error());
        for (const qsizetype at : places->hits)
            found.hits.push_back(hitAt(slice->text, slice->offset, at));
        found.next = slice->offset + places->end;
    }
    found.isEnd = found.isEnd || found.next >= found.size;
    return found;
}

Result<LogHits> backward(const LogReader &read, const LogSearch &search, const Pattern &pattern, size_t limit)
{
    LogHits found;
    const auto last = read(search.from, 1);
    if (!last)
        return fail(last.error());
    found.size = last->size;
    found.next = std::clamp<qint64>(search.from, 0, found.size);
    for (qint64 budget = budgetBytes; budget > 0 && found.next > 0 && found.hits.size() < limit;) {
        const qint64 begin = std::max<qint64>(0, found.next - blockBytes);
        // Asked for more than is needed, as a slice may be cut at the last line's end.
        const auto slice = read(begin, found.next - begin + longestLogPiece);
        if (!slice)
            return fail(slice.error());
        found.size = slice->size;
        QByteArrayView block(slice->text);
        qint64 offset = slice->offset;
        block = block.first(std::clamp<qint64>(found.next - offset, 0, block.size()));
        // What is left of the block's first line belongs to the next block, if it has another.
        const qsizetype line = offset > 0 && slice->skipped == 0 ? block.indexOf('\n') + 1 : 0;
        if (line < block.size()) {
            block = block.sliced(line);
            offset += line;
        }
        const auto places = placesIn(block, pattern, std::numeric_limits<size_t>::max());
        if (!places)
            return fail(places.error());
        budget -= found.next - begin;
        found.next = block.isEmpty() || slice->skipped > 0 ? begin : offset;
        for (auto at = places->hits.rbegin(); at != places->hits.rend() && found.hits.size() < limit; ++at) {
            found.hits.push_back(hitAt(block, offset, *at));
            found.next = found.hits.back().offset;
        }
    }
    found.isEnd = found.next <= 0;
    return found;
}

} // namespace

Result<LogHits> searchLog(const LogReader &read, const LogSearch &search)
{
    const auto pattern = Pattern::compile(search.pattern);
    if (!pattern)
        return fail(pattern.error());
    const auto limit = static_cast<size_t>(std::clamp(search.limit, 1, 1000));
    return search.direction == SearchDirection::Forward ? forward(read, search, *pattern, limit) : backward(read, search, *pattern, limit);
}

} // namespace kule
