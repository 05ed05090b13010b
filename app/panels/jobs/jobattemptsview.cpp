// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobattemptsview.h"

#include "words/jobwords.h"
#include "plainlist.h"
#include "theme/theme.h"
#include "widgets/words.h"

#include <QEvent>
#include <QVBoxLayout>

namespace kule {

JobAttemptsView::JobAttemptsView(QWidget *parent)
    : QWidget(parent)
    , m_list(plainList("jobAttempts", 6))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->addWidget(m_list);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const QString fatal = item->data(0, Qt::UserRole).toString();
        if (!fatal.isEmpty())
            Q_EMIT fatalAsked(fatal);
    });
    retranslate();
}

void JobAttemptsView::setAttempts(const std::vector<Attempt> &attempts, qint64 now)
{
    m_list->clear();
    for (const Attempt &attempt : attempts) {
        const StateLook look = lookOf(attempt.state);
        const qint64 end = attempt.endedAt.value_or(now);
        auto *item = new QTreeWidgetItem({QString::number(attempt.number), look.word,
                                          attempt.startedAt ? exactTime(*attempt.startedAt) : QString(),
                                          attempt.startedAt ? durationText(end - *attempt.startedAt) : QString(),
                                          sizeText(attempt.logBytes), attempt.error.isEmpty() ? attempt.errorType : sentenceOf(attempt.error)});
        item->setData(0, Qt::UserRole, attempt.fatalFile);
        item->setForeground(1, color(look.token, palette()));
        item->setToolTip(5, attempt.fatalFile.isEmpty() ? sentenceOf(attempt.error) : tr("Enter opens the report %1").arg(attempt.fatalFile));
        m_list->addTopLevelItem(item);
    }
    fitColumns();
}

void JobAttemptsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JobAttemptsView::retranslate()
{
    m_list->setHeaderLabels({tr("No."), tr("State"), tr("Started"), tr("Duration"), tr("Log"), tr("Error")});
    m_list->setAccessibleName(tr("Attempts of the job"));
    fitColumns();
}

void JobAttemptsView::fitColumns()
{
    for (int column = 0; column + 1 < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
}

} // namespace kule
