// SPDX-License-Identifier: GPL-3.0-or-later
// LogView's other half: drawing, selecting, searching.
#include "logview/logview.h"

#include "logs/logline.h"
#include "theme/theme.h"
#include "widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace kule {
namespace {

constexpr int margin = 8;
constexpr qsizetype mostCopied = 16 * 1024 * 1024;

QString plainText(const LogPiece &piece)
{
    return parseAnsi(splitLogLine(piece.bytes).text).text;
}

} // namespace

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QColor muted = color(Token::Muted, palette());
    painter.setFont(font());
    const int height = lineHeight();
    const int left = margin + timeWidth();
    const auto [from, to] = std::minmax(m_anchor, m_head);
    QTextCharFormat chosen;
    chosen.setBackground(color(Token::Accent, palette()));
    chosen.setForeground(color(Token::OnAccent, palette()));
    QTextCharFormat hit;
    hit.setBackground(mix(color(Token::Surface, palette()), color(Token::Waiting, palette()), 0.35));

    if (m_rows.empty()) {
        painter.setPen(muted);
        const QString said = m_source.problem() ? sentenceOf(*m_source.problem())
            : m_source.isComplete()             ? tr("The job printed nothing.")
                                                : tr("Nothing printed so far.");
        painter.drawText(viewport()->rect().adjusted(16, 12, -16, -12), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, said);
        return;
    }
    int y = 0;
    for (const Row &row : m_rows) {
        const QRect line(0, y, viewport()->width(), height);
        painter.setPen(muted);
        if (row.piece.what != LogPiece::What::Line) {
            painter.drawText(line.adjusted(margin, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignHCenter,
                             row.piece.what == LogPiece::What::Gap ? QStringLiteral("— %1 —").arg(row.text) : tr("Loading…"));
            y += height;
            continue;
        }
        QList<QTextLayout::FormatRange> marks;
        if (m_pattern.isValid() && !m_pattern.pattern().isEmpty()) {
            auto hits = m_pattern.globalMatch(row.text);
            while (hits.hasNext() && marks.size() < 200) {
                const auto match = hits.next();
                if (match.capturedLength() > 0)
                    marks.append({static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), hit});
            }
        }
        if (from != to && row.piece.begin >= from.line && row.piece.begin <= to.line) {
            const int begin = row.piece.begin == from.line ? from.column : 0;
            const int end = row.piece.begin == to.line ? to.column : static_cast<int>(row.text.size());
            if (end > begin)
                marks.append({begin, end - begin, chosen});
        }
        painter.setClipRect(left, y, viewport()->width() - left, height);
        painter.setPen(color(Token::Text, palette()));
        row.layout->draw(&painter, QPointF(left - horizontalScrollBar()->value(), y + 1), marks);
        painter.setClipping(false);
        if (m_times != LogTimes::Off) {
            painter.setPen(muted);
            painter.drawText(QRect(margin, y, timeWidth() - 2 * margin, height), Qt::AlignVCenter | Qt::AlignRight, row.time);
        }
        y += height;
    }
}

LogView::Place LogView::placeAt(QPoint point) const
{
    if (m_rows.empty())
        return {};
    const int index = std::clamp(point.y() / lineHeight(), 0, static_cast<int>(m_rows.size()) - 1);
    const Row &row = m_rows[static_cast<size_t>(index)];
    if (point.y() >= lineHeight() * static_cast<int>(m_rows.size()))
        return {row.piece.begin, static_cast<int>(row.text.size())};
    const int x = point.x() - margin - timeWidth() + horizontalScrollBar()->value();
    return {row.piece.begin, row.layout ? row.layout->lineAt(0).xToCursor(x) : 0};
}

void LogView::select(Place anchor, Place head)
{
    m_anchor = anchor;
    m_head = head;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        const Place place = placeAt(event->pos());
        select(event->modifiers().testFlag(Qt::ShiftModifier) ? m_anchor : place, place);
    }
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    if (event->pos().y() < 0)
        scrollLines(-1);
    else if (event->pos().y() > viewport()->height() && !m_isFollowing)
        scrollLines(1);
    select(m_anchor, placeAt(event->pos()));
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->pos());
    for (const Row &row : m_rows) {
        if (row.piece.begin != place.line)
            continue;
        int from = place.column, to = place.column;
        const auto isWord = [&](int at) { return row.text[at].isLetterOrNumber() || row.text[at] == u'_'; };
        while (from > 0 && isWord(from - 1))
            --from;
        while (to < row.text.size() && isWord(to))
            ++to;
        select({place.line, from}, {place.line, to});
    }
}

void LogView::selectAll()
{
    select({0, 0}, {m_source.size(), 0});
}

QString LogView::selectedText() const
{
    const auto [from, to] = std::minmax(m_anchor, m_head);
    if (from == to)
        return {};
    // Walks what is held; bytes that are not here are not waited for.
    auto &source = const_cast<LogSource &>(m_source);
    QStringList lines;
    qsizetype copied = 0;
    qint64 at = from.line;
    while (at <= to.line && copied < mostCopied) {
        const LogPiece piece = source.lineFrom(at);
        if (piece.what == LogPiece::What::Edge || piece.what == LogPiece::What::Missing)
            break;
        if (piece.what == LogPiece::What::Line) {
            const QString text = plainText(piece);
            const qsizetype begin = at == from.line ? from.column : 0;
            const qsizetype end = at == to.line ? to.column : text.size();
            lines += text.mid(begin, end - begin);
            copied += text.size();
        }
        at = piece.end;
    }
    return lines.join(u'\n');
}

void LogView::copy()
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

QStringList LogView::visibleText() const
{
    QStringList lines;
    for (const Row &row : m_rows)
        lines += row.text;
    return lines;
}

void LogView::search(const QRegularExpression &pattern, SearchDirection direction)
{
    const bool isNew = pattern != m_pattern;
    m_pattern = pattern;
    ++m_searches;
    viewport()->update();
    if (!pattern.isValid() || pattern.pattern().isEmpty())
        return;
    // The first hit is looked for from what is on the screen, the next from behind the last.
    const bool hasHit = !isNew && m_anchor != m_head;
    if (direction == SearchDirection::Forward)
        searchOn(hasHit ? m_source.lineFrom(m_anchor.line).end : m_top, direction);
    else
        searchOn(hasHit ? m_anchor.line : (m_rows.empty() ? m_source.size() : m_rows.back().piece.end), direction);
}

void LogView::clearSearch()
{
    m_pattern = {};
    ++m_searches;
    viewport()->update();
}

void LogView::searchOn(qint64 from, SearchDirection direction)
{
    whenDone(m_feed.search({m_pattern.pattern(), from, direction, 1}), this,
             [this, direction, search = m_searches](Result<LogHits> found) {
        if (search != m_searches)
            return;
        if (!found) {
            Q_EMIT searchFailed(found.error());
        } else if (!found->hits.empty()) {
            showHit(found->hits.front().offset);
        } else if (found->isEnd) {
            Q_EMIT searchEnded(false);
        } else {
            Q_EMIT searchedSoFar(static_cast<int>(found->next * 100 / std::max<qint64>(1, found->size)));
            searchOn(found->next, direction);
        }
    });
}

void LogView::showHit(qint64 line)
{
    m_hit = line;
    const bool isSeen = std::any_of(m_rows.begin(), m_rows.end(), [line](const Row &row) { return row.piece.begin == line; });
    if (!isSeen) {
        // A third of the way down, so that what led to it is seen.
        qint64 top = line;
        for (int i = 0; i < rowsThatFit() / 3; ++i) {
            const LogPiece before = m_source.lineBefore(top);
            if (before.what != LogPiece::What::Line)
                break;
            top = before.begin;
        }
        goTo(top);
    }
    markHit();
}

void LogView::markHit()
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [this](const Row &seen) {
        return m_hit && seen.layout && *m_hit >= seen.piece.begin && *m_hit < seen.piece.end;
    });
    if (row == m_rows.end())
        return;
    m_hit.reset();
    const auto match = m_pattern.match(row->text);
    const auto [begin, end] = match.hasMatch() ? std::pair(match.capturedStart(), match.capturedEnd()) : std::pair<qsizetype, qsizetype>(0, row->text.size());
    select({row->piece.begin, static_cast<int>(begin)}, {row->piece.begin, static_cast<int>(end)});
    Q_EMIT searchEnded(true);
}

} // namespace kule
