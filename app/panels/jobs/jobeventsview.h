// SPDX-License-Identifier: GPL-3.0-or-later
// What a job has said by safe_trigger, and where each event went. Gui thread.
#pragma once
#include "jobs/job.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace kule {

class JobEventsView : public QWidget
{
    Q_OBJECT
public:
    explicit JobEventsView(QWidget *parent = nullptr);
    /// now: for the relative times, as of Clock::wallMs.
    void setEvents(const std::vector<JobEvent> &events, qint64 now);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTreeWidget *m_list;
    QLabel *m_none;
};

} // namespace kule
