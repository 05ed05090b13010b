// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobeventsview.h"

#include "plainlist.h"
#include "theme/theme.h"
#include "widgets/words.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace kule {

JobEventsView::JobEventsView(QWidget *parent)
    : QWidget(parent)
    , m_list(plainList("jobEvents", 5))
    , m_none(new QLabel)
{
    m_none->setProperty("kind", QStringLiteral("muted"));
    m_none->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    retranslate();
}

void JobEventsView::setEvents(const std::vector<JobEvent> &events, qint64 now)
{
    m_none->setVisible(events.empty());
    m_list->setVisible(!events.empty());
    m_list->clear();
    for (const JobEvent &event : events) {
        const QString delivery = event.delivery == "sent" ? tr("sent to Pusher")
            : event.delivery == "queued"                  ? tr("on its way")
            : event.delivery == "failed"                  ? tr("not delivered")
                                                          : tr("kept here");
        auto *item = new QTreeWidgetItem({relativeTime(event.at, now), event.channel, event.event, delivery, QString::fromUtf8(dumpJson(event.data))});
        item->setToolTip(0, exactTime(event.at));
        item->setToolTip(4, QString::fromUtf8(dumpJson(event.data, 2)));
        item->setFont(4, codeFont(font()));
        m_list->addTopLevelItem(item);
    }
}

void JobEventsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JobEventsView::retranslate()
{
    m_list->setHeaderLabels({tr("Time"), tr("Channel"), tr("Event"), tr("Delivery"), tr("Data")});
    m_list->setAccessibleName(tr("Events of the job"));
    m_none->setText(tr("The script has not called safe_trigger."));
}

} // namespace kule
