// SPDX-License-Identifier: GPL-3.0-or-later
// A log of any size, drawn line by line from byte offsets: only what is seen is laid out, only what was seen lately is held.
// Follows the end until the reader scrolls up. Gui thread; bytes come by LogSource's futures.
#pragma once
#include "logview/logsource.h"

#include <QAbstractScrollArea>
#include <QRegularExpression>
#include <QTextLayout>

namespace kule {

enum class LogTimes { Utc, Local, Elapsed, Off };

class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(LogFeed &feed, QWidget *parent = nullptr);
    ~LogView() override;

    /// What the feed stands for now. startedAt: UTC ms that elapsed times count from; 0: the first line's.
    void open(qint64 startedAt);
    LogSource &source() { return m_source; }
    LogTimes times() const { return m_times; }
    void setTimes(LogTimes times);
    bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool on);

    /// Looks on from the last hit, over the whole log; the engine does it, a part at a time. searchEnded() tells.
    void search(const QRegularExpression &pattern, SearchDirection direction);
    void clearSearch();
    QString selectedText() const;
    /// What is on the screen, top to bottom, as it reads (times left out).
    QStringList visibleText() const;
    qint64 topOffset() const { return m_top; }

public Q_SLOTS:
    void copy();
    void selectAll();

Q_SIGNALS:
    void followingChanged(bool on);
    /// percent of the log, while it goes on
    void searchedSoFar(int percent);
    void searchEnded(bool found);
    void searchFailed(kule::Error error);
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Row
    {
        LogPiece piece;
        QString time;
        QString text;
        std::shared_ptr<QTextLayout> layout;
    };
    /// A place in the text: a line by its offset, and a character in it.
    struct Place
    {
        qint64 line = 0;
        int column = 0;
        auto operator<=>(const Place &) const = default;
    };

    int rowsThatFit() const;
    int lineHeight() const;
    int timeWidth() const;
    Row rowOf(LogPiece piece) const;
    QString timeOf(qint64 wallMs) const;
    void rebuild();
    void rebuildFromEnd();
    void scrollLines(int lines);
    void goTo(qint64 offset);
    void syncBars();
    void barMoved(int action);
    Place placeAt(QPoint point) const;
    void select(Place anchor, Place head);
    void searchOn(qint64 from, SearchDirection direction);
    void showHit(qint64 line);
    void markHit();

    LogFeed &m_feed;
    LogSource m_source;
    LogTimes m_times = LogTimes::Utc;
    qint64 m_startedAt = 0;
    qint64 m_top = 0;
    bool m_isFollowing = true;
    bool m_isSyncing = false;
    std::vector<Row> m_rows;
    int m_widest = 0;
    Place m_anchor, m_head;

    QRegularExpression m_pattern;
    int m_searches = 0;               ///< an answer to a former one is late
    std::optional<qint64> m_hit;      ///< line of the last hit, until it is here to be marked
    std::optional<qint64> m_wanted;   ///< to be shown when its bytes arrive
    int m_owedLines = 0;              ///< to be scrolled when their bytes arrive
};

} // namespace kule
