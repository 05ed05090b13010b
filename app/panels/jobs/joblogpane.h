// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a job: that of its newest attempt, or of an older one that the reader chose. Gui thread; no I/O of its own.
#pragma once
#include "jobs/jobservice.h"
#include "logview/logpane.h"

namespace kule {

/// One attempt's log.
class JobLogFeed final : public LogFeed
{
    Q_OBJECT
public:
    explicit JobLogFeed(JobService &jobs, QObject *parent = nullptr);
    /// An empty id: none.
    void point(const JobId &id, int attempt);

    bool hasLog() const override { return !m_id.isEmpty(); }
    Future<Result<LogSlice>> slice(qint64 offset, qint64 limit) override { return m_jobs.log(m_id, m_attempt, offset, limit); }
    Future<Result<LogSlice>> tail(qint64 bytes) override { return m_jobs.logTail(m_id, m_attempt, bytes); }
    Future<Result<LogHits>> search(LogSearch search) override { return m_jobs.searchLog(m_id, m_attempt, std::move(search)); }

private:
    JobService &m_jobs;
    JobId m_id;
    int m_attempt = 0;
};

class JobLogPane final : public QWidget
{
    Q_OBJECT
public:
    explicit JobLogPane(JobService &jobs, QWidget *parent = nullptr);

    /// Shows the newest attempt unless the reader chose an older one of the same job.
    void open(const JobDetail &detail);
    void close();
    LogView *view() const { return m_pane->view(); }
    void focusSearch() { m_pane->focusSearch(); }
    Json saveState() const { return m_pane->saveState(); }
    void restoreState(const Json &state) { m_pane->restoreState(state); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void openAttempt();

    JobLogFeed m_feed;
    LogPane *m_pane;
    QComboBox *m_attempt;
    JobDetail m_detail;
    JobId m_openJob;
    int m_openAttempt = 0;
};

} // namespace kule
