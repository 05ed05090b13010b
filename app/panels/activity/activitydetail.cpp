// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitydetail.h"

#include "activitywords.h"
#include "theme/theme.h"
#include "widgets/factlist.h"
#include "widgets/flatbutton.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {

ActivityDetail::ActivityDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_close(flatButton("activityClose", "close"))
    , m_facts(new FactList)
    , m_link(new QPushButton)
{
    m_title->setObjectName(QStringLiteral("activityTitle"));
    m_title->setFont(titleFont(font()));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_facts->setObjectName(QStringLiteral("activityFacts"));
    m_link->setObjectName(QStringLiteral("activityLink"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_link);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_close, &QToolButton::clicked, this, &ActivityDetail::closeAsked);
    connect(m_link, &QPushButton::clicked, this, [this] {
        const ActivityLink link = linkOf(*m_activity);
        Q_EMIT linkAsked(link.panel, link.what);
    });
    retranslate();
}

void ActivityDetail::open(const Activity &activity)
{
    m_activity = activity;
    retranslate();
}

void ActivityDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ActivityDetail::retranslate()
{
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    if (!m_activity)
        return;
    const ActivityLink link = linkOf(*m_activity);
    m_title->setText(deedOf(m_activity->action));
    m_facts->setFacts({{tr("When"), exactTime(m_activity->at), Fact::Kind::Words, {}},
                       {tr("Who"), actorText(m_activity->actor), Fact::Kind::Words, {}},
                       {tr("Object"), shownText(m_activity->target), Fact::Kind::Code, {}},
                       {tr("Detail"), shownText(m_activity->detail), Fact::Kind::Code, {}},
                       {tr("Word in the API"), QString::fromUtf8(m_activity->action), Fact::Kind::Code, {}}});
    m_link->setText(link.words);
    m_link->setAccessibleName(link.words);
    m_link->setVisible(!link.panel.isEmpty());
}

} // namespace kule
