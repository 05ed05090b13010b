// SPDX-License-Identifier: GPL-3.0-or-later
// A log with its tools: follow, times, search, copy; room for one more of whoever shows it. Gui thread; no I/O of its own.
#pragma once
#include "logview/logview.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace kule {

class ErrorStrip;

class LogPane : public QWidget
{
    Q_OBJECT
public:
    /// feed outlives it.
    explicit LogPane(LogFeed &feed, QWidget *parent = nullptr);

    /// What the feed stands for now; startedAt as LogView has it.
    void open(qint64 startedAt);
    LogView *view() const { return m_view; }
    void focusSearch();
    /// Between search and times.
    void addTool(QWidget *tool);
    Json saveState() const;
    void restoreState(const Json &state);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void build();
    void connectAll();
    void search(SearchDirection direction);

    LogView *m_view;
    QHBoxLayout *m_tools;
    QToolButton *m_follow;
    QComboBox *m_times;
    QLineEdit *m_search;
    QToolButton *m_regex;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_found;
    ErrorStrip *m_problem;
};

} // namespace kule
