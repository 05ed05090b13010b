// SPDX-License-Identifier: GPL-3.0-or-later
// Each attempt of a job: how it ended, how long it took, and the report that it left. Gui thread.
#pragma once
#include "jobs/job.h"

#include <QWidget>

class QTreeWidget;

namespace kule {

class JobAttemptsView : public QWidget
{
    Q_OBJECT
public:
    explicit JobAttemptsView(QWidget *parent = nullptr);
    /// now: the end so far of an attempt that goes on, as of Clock::wallMs.
    void setAttempts(const std::vector<Attempt> &attempts, qint64 now);

Q_SIGNALS:
    void fatalAsked(QString filename);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fitColumns();

    QTreeWidget *m_list;
};

} // namespace kule
