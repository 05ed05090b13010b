// SPDX-License-Identifier: GPL-3.0-or-later
#include "joblogpane.h"

#include "theme/theme.h"
#include "widgets/choice.h"
#include "words/jobwords.h"

#include <QEvent>
#include <QVBoxLayout>

namespace kule {

JobLogFeed::JobLogFeed(JobService &jobs, QObject *parent)
    : LogFeed(parent)
    , m_jobs(jobs)
{
    connect(&jobs, &JobService::logGrown, this, [this](const JobId &id, int attempt, qint64 bytes) {
        if (id == m_id && attempt == m_attempt)
            Q_EMIT grown(bytes);
    });
    connect(&jobs, &JobService::changed, this, [this](const Job &job) {
        if (job.id == m_id && job.attempt == m_attempt && !isOpen(job.state))
            Q_EMIT ended();
    });
}

void JobLogFeed::point(const JobId &id, int attempt)
{
    m_id = id;
    m_attempt = attempt;
}

JobLogPane::JobLogPane(JobService &jobs, QWidget *parent)
    : QWidget(parent)
    , m_feed(jobs)
    , m_pane(new LogPane(m_feed))
    , m_attempt(new Choice)
{
    m_attempt->setObjectName(QStringLiteral("logAttempt"));
    m_pane->addTool(m_attempt);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_attempt, &QComboBox::activated, this, [this] { openAttempt(); });
    retranslate();
}

void JobLogPane::open(const JobDetail &detail)
{
    const bool isOther = detail.job.id != m_detail.job.id;
    const bool wasNewest = isOther || m_attempt->currentIndex() == m_attempt->count() - 1;
    const int chosen = m_attempt->currentIndex();
    m_detail = detail;
    m_attempt->clear();
    for (const Attempt &attempt : detail.attempts)
        m_attempt->addItem(tr("Attempt %1, %2").arg(attempt.number).arg(lookOf(attempt.state).word), attempt.number);
    m_attempt->setVisible(m_attempt->count() > 1);
    m_attempt->setCurrentIndex(wasNewest ? m_attempt->count() - 1 : chosen);
    openAttempt();
}

void JobLogPane::close()
{
    m_detail = {};
    m_openJob = {};
    m_attempt->clear();
    m_feed.point({}, 0);
    m_pane->open(0);
}

void JobLogPane::openAttempt()
{
    const int number = m_attempt->count() > 0 ? m_attempt->currentData().toInt() : m_detail.job.attempt;
    if (m_openJob == m_detail.job.id && m_openAttempt == number)
        return;
    m_openJob = m_detail.job.id;
    m_openAttempt = number;
    qint64 startedAt = m_detail.job.startedAt.value_or(m_detail.job.queuedAt);
    for (const Attempt &attempt : m_detail.attempts) {
        if (attempt.number == number)
            startedAt = attempt.startedAt.value_or(attempt.queuedAt);
    }
    m_feed.point(m_openJob, number);
    m_pane->open(startedAt);
}

void JobLogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JobLogPane::retranslate()
{
    m_attempt->setAccessibleName(tr("Attempt whose log is shown"));
    m_attempt->setToolTip(m_attempt->accessibleName());
    for (int i = 0; i < m_attempt->count(); ++i) {
        const Attempt &attempt = m_detail.attempts[static_cast<size_t>(i)];
        m_attempt->setItemText(i, tr("Attempt %1, %2").arg(attempt.number).arg(lookOf(attempt.state).word));
    }
}

} // namespace kule
