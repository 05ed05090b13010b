// SPDX-License-Identifier: GPL-3.0-or-later
// All of one job: state and actions above, then overview, log, arguments, events, attempts. Follows the job while it is
// shown. Gui thread; asks the engine by futures only.
#pragma once
#include "jobs/jobservice.h"
#include "secrets/redactor.h"
#include "widgets/detailview.h"

#include <QTimer>

namespace kule {

class ArgumentsView;
class JobAttemptsView;
class JobEventsView;
class JobOverview;
class JobLogPane;

class JobDetailView : public DetailView
{
    Q_OBJECT
public:
    enum Tab { Overview, Log, Arguments, Events, Attempts };

    JobDetailView(JobService &jobs, const Clock &clock, const Redactor &redactor, QWidget *parent = nullptr);

    void open(const JobId &id);
    void clear();
    const JobId &id() const { return m_id; }
    const std::optional<JobDetail> &detail() const { return m_detail; }
    void showTab(Tab tab);
    void setApiUrl(const QString &url) { m_apiUrl = url; }
    void refresh();
    Json saveState() const override;
    void restoreState(const Json &state) override;

Q_SIGNALS:
    void fatalAsked(QString filename);
    void editAsked(kule::JobDetail detail);

protected:
    void retranslate() override;

private:
    void addActions();
    /// As it may be copied to where others read it.
    JobDetail redactedDetail() const;
    void load();
    void jobChanged(const Job &job);
    void eventChanged(const JobEvent &event);
    void fill();
    void fillHead();
    void fillEvents();
    void cancel();
    void rerun(RerunCode code);

    JobService &m_jobs;
    const Clock &m_clock;
    const Redactor &m_redactor;
    JobId m_id;
    std::optional<JobDetail> m_detail;
    QString m_apiUrl = QStringLiteral("http://127.0.0.1:3000");
    int m_asked = 0;
    bool m_isBusy = false;

    JobOverview *m_overview;
    JobLogPane *m_log;
    ArgumentsView *m_arguments;
    JobEventsView *m_events;
    JobAttemptsView *m_attempts;
    QAction *m_cancel;
    QAction *m_rerun;
    QAction *m_rerunThen;
    QAction *m_edit;
    QAction *m_copyId;
    QAction *m_copyCurl;
    QAction *m_copyCli;
    QAction *m_copyPython;
    QTimer m_tick;
    QTimer m_settle;
};

} // namespace kule
