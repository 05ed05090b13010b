// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting one job, and deleting, running again and cancelling all that the filter shows: asks with filter and count, has the
// engine do it, shows how far it is and offers the way back. Gui thread.
#pragma once
#include "jobs/jobbulk.h"

#include <QAction>

#include <array>

class QWidget;

namespace kule {

class ProgressStrip;

class JobsAtOnce final : public QObject
{
    Q_OBJECT
public:
    /// window: what questions and toasts stand over; owns this.
    JobsAtOnce(JobBulk &bulk, QWidget *window, ProgressStrip *strip);

    /// What the list shows now.
    void setShown(const JobFilter &filter, qint64 count);
    /// Deletes it at once: it can be taken back.
    void remove(const JobId &id);
    QAction *deleteShown() const { return m_actions[0]; }
    QAction *rerunShown() const { return m_actions[1]; }
    QAction *cancelShown() const { return m_actions[2]; }
    QAction *undoAction() const { return m_undo; }
    void retranslate();

Q_SIGNALS:
    void begun();
    void failed(kule::Error error);

private:
    void ask(BulkAction action);
    void begin(BulkRequest request);
    void follow(const BulkRun &run);
    void ended(const BulkRun &run);
    void offerUndo(const Removal &removal);
    void undo();

    JobBulk &m_bulk;
    QWidget *m_window;
    ProgressStrip *m_strip;
    JobFilter m_filter;
    qint64 m_count = 0;
    QString m_run; ///< under way; empty: none
    std::array<QAction *, 3> m_actions;
    QAction *m_undo;
    std::optional<Removal> m_last;
};

} // namespace kule
