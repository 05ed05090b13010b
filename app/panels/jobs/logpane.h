// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a job with its tools: attempt, follow, times, search, copy. Gui thread; no I/O of its own.
#pragma once
#include "logview.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace kule {

class ErrorStrip;

class LogPane : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(JobService &jobs, QWidget *parent = nullptr);

    /// Shows the newest attempt unless the reader chose an older one of the same job.
    void open(const JobDetail &detail);
    void close();
    LogView *view() const { return m_view; }
    void focusSearch();
    Json saveState() const;
    void restoreState(const Json &state);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void openAttempt();
    void search(SearchDirection direction);

    LogView *m_view;
    QComboBox *m_attempt;
    QToolButton *m_follow;
    QComboBox *m_times;
    QLineEdit *m_search;
    QToolButton *m_regex;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_found;
    ErrorStrip *m_problem;
    JobDetail m_detail;
    JobId m_openJob;
    int m_openAttempt = 0;
};

} // namespace kule
