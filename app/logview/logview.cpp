// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logview.h"

#include "logview/ansicolours.h"
#include "logs/logline.h"
#include "theme/theme.h"
#include "widgets/words.h"

#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace kule {
namespace {

constexpr int margin = 8;

// Scroll bars count in int; beyond 2 GB a step is more than a byte.
int shiftFor(qint64 size)
{
    int shift = 0;
    while ((size >> shift) > 0x3fffffff)
        ++shift;
    return shift;
}

} // namespace

LogView::LogView(LogFeed &feed, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_feed(feed)
    , m_source(feed)
{
    setFont(codeFont(font()));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    verticalScrollBar()->setSingleStep(1);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &LogView::barMoved);
    connect(&m_source, &LogSource::arrived, this, [this] {
        if (m_wanted) {
            const qint64 line = *m_wanted;
            m_wanted.reset();
            goTo(line);
        } else if (m_owedLines != 0) {
            scrollLines(std::exchange(m_owedLines, 0));
        } else {
            rebuild();
        }
        markHit();
    });
    connect(&m_source, &LogSource::failed, this, [this] { viewport()->update(); });
}

LogView::~LogView() = default;

void LogView::open(qint64 startedAt)
{
    m_startedAt = startedAt;
    m_top = 0;
    m_rows.clear();
    m_widest = 0;
    m_anchor = m_head = {};
    ++m_searches;
    m_hit.reset();
    m_wanted.reset();
    m_owedLines = 0;
    horizontalScrollBar()->setValue(0);
    setFollowing(true);
    m_source.open();
}

void LogView::setTimes(LogTimes times)
{
    m_times = times;
    rebuild();
}

void LogView::setFollowing(bool on)
{
    if (on != m_isFollowing) {
        m_isFollowing = on;
        Q_EMIT followingChanged(on);
    }
    rebuild();
}

int LogView::lineHeight() const
{
    return fontMetrics().height() + 2;
}

int LogView::rowsThatFit() const
{
    return std::max(1, viewport()->height() / lineHeight());
}

int LogView::timeWidth() const
{
    if (m_times == LogTimes::Off)
        return 0;
    return fontMetrics().horizontalAdvance(QStringLiteral("00:00:00.000")) + 2 * margin;
}

QString LogView::timeOf(qint64 wallMs) const
{
    switch (m_times) {
    case LogTimes::Utc:
        return QDateTime::fromMSecsSinceEpoch(wallMs, Qt::UTC).toString(QStringLiteral("HH:mm:ss.zzz"));
    case LogTimes::Local:
        return QDateTime::fromMSecsSinceEpoch(wallMs).toString(QStringLiteral("HH:mm:ss.zzz"));
    case LogTimes::Elapsed:
        return elapsedText(wallMs - m_startedAt);
    case LogTimes::Off:
        break;
    }
    return {};
}

LogView::Row LogView::rowOf(LogPiece piece) const
{
    Row row;
    if (piece.what == LogPiece::What::Line) {
        const LogLine line = splitLogLine(piece.bytes);
        const AnsiLine seen = parseAnsi(line.text);
        row.time = line.at ? timeOf(*line.at) : QStringLiteral("↪");
        row.text = seen.text;
        row.layout = std::make_shared<QTextLayout>(row.text, font());
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTextDirection(Qt::LeftToRight);
        row.layout->setTextOption(option);
        row.layout->setCacheEnabled(true);
        row.layout->setFormats(formatsOf(seen, color(Token::Text, palette()), color(Token::Surface, palette())));
        row.layout->beginLayout();
        row.layout->createLine();
        row.layout->endLayout();
    } else if (piece.what == LogPiece::What::Gap) {
        row.text = tr("%1 not kept: the log was longer than its limit").arg(sizeText(piece.end - piece.begin));
    }
    row.piece = std::move(piece);
    return row;
}

void LogView::rebuild()
{
    if (m_isFollowing) {
        rebuildFromEnd();
        return;
    }
    std::vector<Row> rows;
    qint64 at = m_top;
    while (static_cast<int>(rows.size()) <= rowsThatFit()) {
        LogPiece piece = m_source.lineFrom(at);
        if (piece.what == LogPiece::What::Edge)
            break;
        if (piece.what == LogPiece::What::Missing) {
            if (rows.empty())
                rows.push_back(rowOf(std::move(piece)));
            break;
        }
        at = piece.end;
        rows.push_back(rowOf(std::move(piece)));
    }
    m_rows = std::move(rows);
    syncBars();
    viewport()->update();
}

void LogView::rebuildFromEnd()
{
    std::vector<Row> rows;
    qint64 at = m_source.size();
    while (static_cast<int>(rows.size()) < rowsThatFit()) {
        LogPiece piece = m_source.lineBefore(at);
        if (piece.what == LogPiece::What::Missing && !m_rows.empty() && rows.empty())
            return; // what stands there stays until the end is here
        if (piece.what == LogPiece::What::Edge || piece.what == LogPiece::What::Missing)
            break;
        at = piece.begin;
        rows.push_back(rowOf(std::move(piece)));
    }
    std::reverse(rows.begin(), rows.end());
    m_rows = std::move(rows);
    m_top = at;
    syncBars();
    viewport()->update();
}

void LogView::syncBars()
{
    m_isSyncing = true;
    const int shift = shiftFor(m_source.size());
    const qint64 seen = m_rows.empty() ? 0 : m_rows.back().piece.end - m_rows.front().piece.begin;
    const bool isAll = m_rows.empty() || (m_rows.front().piece.begin <= 0 && m_rows.back().piece.end >= m_source.size());
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(static_cast<int>(std::max<qint64>(1, seen >> shift)));
    bar->setRange(0, isAll ? 0 : static_cast<int>(std::max<qint64>(1, (m_source.size() - seen) >> shift)));
    bar->setValue(m_isFollowing ? bar->maximum() : static_cast<int>(m_top >> shift));
    for (const Row &row : m_rows) {
        if (row.layout)
            m_widest = std::max(m_widest, static_cast<int>(row.layout->lineAt(0).naturalTextWidth()));
    }
    const int room = viewport()->width() - timeWidth() - 2 * margin;
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    m_isSyncing = false;
}

void LogView::barMoved(int action)
{
    if (m_isSyncing)
        return;
    QScrollBar *bar = verticalScrollBar();
    switch (action) {
    case QAbstractSlider::SliderSingleStepAdd:
        return scrollLines(1);
    case QAbstractSlider::SliderSingleStepSub:
        return scrollLines(-1);
    case QAbstractSlider::SliderPageStepAdd:
        return scrollLines(rowsThatFit() - 1);
    case QAbstractSlider::SliderPageStepSub:
        return scrollLines(1 - rowsThatFit());
    case QAbstractSlider::SliderToMinimum:
        return goTo(0);
    case QAbstractSlider::SliderToMaximum:
        return setFollowing(true);
    default:
        break;
    }
    const int to = bar->sliderPosition();
    if (to >= bar->maximum())
        setFollowing(true);
    else
        goTo(qint64(to) << shiftFor(m_source.size()));
}

void LogView::scrollLines(int lines)
{
    qint64 top = m_top;
    for (int i = 0; i < std::abs(lines); ++i) {
        const LogPiece piece = lines > 0 ? m_source.lineFrom(top) : m_source.lineBefore(top);
        if (piece.what == LogPiece::What::Missing)
            m_owedLines = lines > 0 ? lines - i : lines + i;
        if (piece.what == LogPiece::What::Edge || piece.what == LogPiece::What::Missing)
            break;
        top = lines > 0 ? piece.end : piece.begin;
    }
    if (lines > 0 && m_isFollowing)
        return rebuild();
    if (top == m_top && lines < 0)
        return syncBars();
    goTo(top);
}

void LogView::goTo(qint64 offset)
{
    const LogPiece piece = m_source.lineAround(offset);
    if (piece.what == LogPiece::What::Missing)
        m_wanted = offset;
    m_top = piece.what == LogPiece::What::Missing || piece.what == LogPiece::What::Edge ? offset : piece.begin;
    const bool wasFollowing = std::exchange(m_isFollowing, false);
    rebuild();
    // At the end nothing is below: that is following.
    const bool reachesEnd = !m_rows.empty() && m_rows.back().piece.what != LogPiece::What::Missing
        && m_rows.back().piece.end >= m_source.size() && static_cast<int>(m_rows.size()) <= rowsThatFit();
    if (reachesEnd || m_source.isEmpty()) {
        m_isFollowing = true;
        rebuild();
    }
    if (wasFollowing != m_isFollowing)
        Q_EMIT followingChanged(m_isFollowing);
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    rebuild();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Log"));
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        rebuild();
}

void LogView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turned.x());
    } else {
        const int lines = turned.y() * QApplication::wheelScrollLines() / 120;
        scrollLines(lines != 0 ? -lines : (turned.y() > 0 ? -1 : 1));
    }
    event->accept();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Up:
        return scrollLines(-1);
    case Qt::Key_Down:
        return scrollLines(1);
    case Qt::Key_PageUp:
        return scrollLines(1 - rowsThatFit());
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return scrollLines(std::max(1, rowsThatFit() - 1));
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return setFollowing(true);
    case Qt::Key_Left:
        return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Right:
        return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace kule
