// SPDX-License-Identifier: GPL-3.0-or-later
// A job at one glance: how far it is, why it waits, what went wrong, when, and what came back. Gui thread.
#pragma once
#include "jobs/job.h"

#include <QScrollArea>

class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;

namespace kule {

class CodeView;
class FactList;

class JobOverview : public QScrollArea
{
    Q_OBJECT
public:
    explicit JobOverview(QWidget *parent = nullptr);
    void show(const JobDetail &detail, qint64 now);
    FactList *facts() const { return m_facts; }

Q_SIGNALS:
    void fatalAsked(QString filename);

private:
    QWidget *m_progress;
    QProgressBar *m_bar;
    QLabel *m_step;
    QFrame *m_notice;
    QLabel *m_noticeText;
    QFrame *m_error;
    QLabel *m_errorType;
    QLabel *m_errorText;
    QPushButton *m_report;
    FactList *m_facts;
    QLabel *m_resultName;
    CodeView *m_result;
    QString m_fatal;
};

} // namespace kule
