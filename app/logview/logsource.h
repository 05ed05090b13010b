// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of one log as far as they have been asked for: spans that came by slices, the least lately used go
// when there are more than the budget. Walks by line from any offset and never needs the whole. Gui thread; no I/O of its own.
#pragma once
#include "logview/logfeed.h"
#include "logs/logline.h"

#include <QObject>

#include <map>

namespace kule {

/// One line of the log, or what stands in its place.
struct LogPiece
{
    enum class What {
        Line,
        Gap,     ///< the cap did not keep these bytes
        Missing, ///< not here yet; it has been asked for, arrived() will tell
        Edge,    ///< begin or end of the log
    } what = What::Edge;
    qint64 begin = 0;
    qint64 end = 0;   ///< behind the line feed
    QByteArray bytes; ///< of a line, without the line feed
};

class LogSource : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 sliceBytes = 64 * 1024;
    static constexpr qint64 budgetBytes = 8 * 1024 * 1024;
    static constexpr qint64 longestLine = longestLogPiece;

    explicit LogSource(LogFeed &feed, QObject *parent = nullptr);

    /// Forgets all and asks for the end of what the feed stands for now.
    void open();
    qint64 size() const { return m_size; }
    bool isComplete() const { return m_isComplete; }
    bool isEmpty() const { return m_size == 0; }
    qint64 heldBytes() const { return m_held; }
    const std::optional<Error> &problem() const { return m_problem; }

    /// The line that begins at begin.
    LogPiece lineFrom(qint64 begin);
    /// The line that ends at end.
    LogPiece lineBefore(qint64 end);
    /// The line that holds offset.
    LogPiece lineAround(qint64 offset);
    /// Asks again after a failure.
    void retry();

Q_SIGNALS:
    void arrived();
    void failed();

private:
    struct Span
    {
        QByteArray text;
        quint64 used = 0;
    };
    using Spans = std::map<qint64, Span>;

    Spans::iterator spanAt(qint64 offset);
    bool isInGap(qint64 offset) const { return offset >= m_gapBegin && offset < m_gapEnd; }
    /// End of what is held before offset; at most offset.
    qint64 heldBefore(qint64 offset);
    void fetch(qint64 offset, qint64 limit);
    void fetchUpTo(qint64 end);
    void take(qint64 asked, const LogSlice &slice);
    void put(qint64 begin, QByteArray text);
    void trim();
    void grow(qint64 bytes);

    LogFeed &m_feed;
    int m_generation = 0;
    Spans m_spans;
    std::map<qint64, qint64> m_inFlight; ///< offset → limit
    qint64 m_held = 0;
    qint64 m_size = 0;
    qint64 m_gapBegin = 0;
    qint64 m_gapEnd = 0;
    quint64 m_tick = 0;
    bool m_isComplete = false;
    std::optional<Error> m_problem;
};

} // namespace kule
