// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logsource.h"

#include <algorithm>

namespace kule {
namespace {

bool isContinuation(char byte)
{
    return (static_cast<uchar>(byte) & 0xc0) == 0x80;
}

} // namespace

LogSource::LogSource(LogFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
    connect(&feed, &LogFeed::grown, this, &LogSource::grow);
    connect(&feed, &LogFeed::ended, this, [this] {
        if (!m_isComplete)
            fetch(m_size, sliceBytes); // the last bytes, and that they are the last
    });
}

void LogSource::open()
{
    ++m_generation;
    m_spans.clear();
    m_inFlight.clear();
    m_held = m_size = m_gapBegin = m_gapEnd = 0;
    m_isComplete = false;
    m_problem.reset();
    if (m_feed.hasLog()) {
        m_inFlight.emplace(0, 0);
        whenDone(m_feed.tail(sliceBytes), this, [this, generation = m_generation](Result<LogSlice> slice) {
            if (generation != m_generation)
                return;
            m_inFlight.clear();
            if (slice) {
                take(slice->offset, *slice);
            } else {
                m_problem = slice.error();
                Q_EMIT failed();
            }
        });
    }
    Q_EMIT arrived();
}

void LogSource::retry()
{
    open();
}

void LogSource::grow(qint64 bytes)
{
    if (bytes <= m_size)
        return;
    const qint64 from = m_size;
    // Only what touches the part that is held is fetched now; a reader elsewhere asks when it gets there.
    if (m_inFlight.empty() && spanAt(from - 1) != m_spans.end())
        fetch(from, std::min(bytes - from, sliceBytes));
    else if (m_spans.empty() && m_inFlight.empty())
        fetch(from, sliceBytes);
    m_size = bytes;
    Q_EMIT arrived();
}

qint64 LogSource::heldBefore(qint64 offset)
{
    const auto after = m_spans.upper_bound(offset);
    if (after == m_spans.begin())
        return 0;
    const auto before = std::prev(after);
    return std::min(offset, before->first + before->second.text.size());
}

// A slice is cut at a line, so what is left between two of them holds none and comes whole the next time.
void LogSource::fetchUpTo(qint64 end)
{
    const qint64 from = std::max(heldBefore(end - 1), end - sliceBytes);
    fetch(from, end - from);
}

void LogSource::fetch(qint64 offset, qint64 limit)
{
    for (const auto &[begin, length] : m_inFlight) {
        if (offset >= begin && (length == 0 || offset < begin + length))
            return;
    }
    if (m_problem || !m_feed.hasLog())
        return;
    m_inFlight.emplace(offset, limit);
    whenDone(m_feed.slice(offset, limit), this, [this, offset, generation = m_generation](Result<LogSlice> slice) {
        if (generation != m_generation)
            return;
        m_inFlight.erase(offset);
        if (slice) {
            take(offset, *slice);
        } else {
            m_problem = slice.error();
            Q_EMIT failed();
        }
    });
}

void LogSource::take(qint64 asked, const LogSlice &slice)
{
    m_size = std::max({m_size, slice.size, slice.next});
    m_isComplete = m_isComplete || slice.isComplete;
    if (slice.skipped > 0) {
        const qint64 begin = std::max<qint64>(0, asked);
        m_gapBegin = m_gapEnd == 0 ? begin : std::min(m_gapBegin, begin);
        m_gapEnd = std::max(m_gapEnd, slice.offset);
    }
    if (slice.text.isEmpty() && slice.skipped == 0 && asked < slice.size && !isInGap(asked)) {
        // Bytes that are counted but cannot be had: a gap, else they would be asked for for ever.
        m_gapBegin = m_gapEnd == 0 ? asked : std::min(m_gapBegin, asked);
        m_gapEnd = std::max(m_gapEnd, slice.size);
    }
    put(slice.offset, slice.text);
    trim();
    Q_EMIT arrived();
}

void LogSource::put(qint64 begin, QByteArray text)
{
    // Bytes of a log never change, so what is held already is cut off the new.
    if (const auto held = spanAt(begin); held != m_spans.end()) {
        const qint64 known = held->first + held->second.text.size() - begin;
        begin += known;
        text.remove(0, known);
    }
    if (const auto next = m_spans.lower_bound(begin); next != m_spans.end() && next->first < begin + text.size())
        text.truncate(next->first - begin);
    if (text.isEmpty())
        return;
    m_held += text.size();
    const auto before = begin > 0 ? spanAt(begin - 1) : m_spans.end();
    if (before != m_spans.end() && before->second.text.size() + text.size() <= sliceBytes) {
        before->second.text += text;
        before->second.used = ++m_tick;
        return;
    }
    m_spans.emplace(begin, Span{std::move(text), ++m_tick});
}

void LogSource::trim()
{
    while (m_held > budgetBytes && m_spans.size() > 1) {
        const auto oldest =
            std::min_element(m_spans.begin(), m_spans.end(), [](const auto &a, const auto &b) { return a.second.used < b.second.used; });
        m_held -= oldest->second.text.size();
        m_spans.erase(oldest);
    }
}

LogSource::Spans::iterator LogSource::spanAt(qint64 offset)
{
    auto after = m_spans.upper_bound(offset);
    if (after == m_spans.begin())
        return m_spans.end();
    --after;
    return offset < after->first + after->second.text.size() ? after : m_spans.end();
}

LogPiece LogSource::lineFrom(qint64 begin)
{
    if (begin >= m_size)
        return {LogPiece::What::Edge, m_size, m_size, {}};
    if (isInGap(begin))
        return {LogPiece::What::Gap, m_gapBegin, m_gapEnd, {}};
    QByteArray line;
    for (qint64 at = begin; at < m_size && !isInGap(at);) {
        const auto span = spanAt(at);
        if (span == m_spans.end()) {
            fetch(at, sliceBytes);
            return {LogPiece::What::Missing, begin, at, {}};
        }
        span->second.used = ++m_tick;
        const qint64 from = at - span->first;
        const qsizetype feed = span->second.text.indexOf('\n', from);
        const qint64 room = longestLine - line.size();
        const qint64 there = (feed < 0 ? span->second.text.size() : feed) - from;
        line += span->second.text.mid(from, std::min(there, room));
        if (there > room) {
            // Not within a character.
            qint64 cut = longestLine;
            while (cut > longestLine - 4 && begin + cut > at && isContinuation(span->second.text.at(begin + cut - span->first)))
                --cut;
            line.truncate(cut);
            return {LogPiece::What::Line, begin, begin + cut, line};
        }
        if (feed >= 0)
            return {LogPiece::What::Line, begin, begin + line.size() + 1, line};
        at = begin + line.size();
    }
    return {LogPiece::What::Line, begin, begin + line.size(), line};
}

LogPiece LogSource::lineBefore(qint64 end)
{
    if (end <= 0)
        return {LogPiece::What::Edge, 0, 0, {}};
    if (isInGap(end - 1))
        return {LogPiece::What::Gap, m_gapBegin, m_gapEnd, {}};
    // Behind the line feed before, a gap, or as far back as a line may be long.
    qint64 begin = end - 1;
    while (begin > 0 && !isInGap(begin - 1) && end - begin < longestLine) {
        const auto span = spanAt(begin - 1);
        if (span == m_spans.end()) {
            fetchUpTo(begin == end - 1 && spanAt(begin) == m_spans.end() ? end : begin);
            return {LogPiece::What::Missing, begin, end, {}};
        }
        span->second.used = ++m_tick;
        const qint64 from = begin - 1 - span->first;
        const qsizetype feed = span->second.text.lastIndexOf('\n', from);
        if (feed >= 0) {
            begin = std::max(end - longestLine, span->first + feed + 1);
            break;
        }
        begin = std::max(end - longestLine, span->first);
    }
    while (begin > 0 && begin < end - 1) {
        const auto span = spanAt(begin);
        if (span == m_spans.end() || !isContinuation(span->second.text.at(begin - span->first)))
            break;
        ++begin;
    }
    LogPiece piece = lineFrom(begin);
    if (piece.what == LogPiece::What::Line) {
        piece.bytes.truncate(end - begin);
        piece.end = end;
    }
    return piece;
}

LogPiece LogSource::lineAround(qint64 offset)
{
    offset = std::clamp<qint64>(offset, 0, std::max<qint64>(0, m_size - 1));
    if (offset == 0 || isInGap(offset))
        return lineFrom(offset);
    if (spanAt(offset) == m_spans.end()) {
        fetch(std::max(heldBefore(offset), offset - longestLine), sliceBytes);
        return {LogPiece::What::Missing, offset, offset, {}};
    }
    // The line that ends right behind offset begins where the one that holds it does.
    const LogPiece before = lineBefore(offset + 1);
    return before.what == LogPiece::What::Line ? lineFrom(before.begin) : before;
}

} // namespace kule
