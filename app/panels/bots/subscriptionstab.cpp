// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptionstab.h"

#include "lists/listwiring.h"
#include "theme/theme.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {

SubscriptionsTab::SubscriptionsTab(BotService &bots, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(new SubscriptionsModel(bots, clock, this))
    , m_problem(new ErrorStrip)
    , m_list(new QStackedWidget)
    , m_table(new TableView)
    , m_empty(new EmptyState(QStringLiteral("bots")))
{
    setObjectName(QStringLiteral("subscriptions"));
    m_problem->setObjectName(QStringLiteral("subscriptionsProblem"));
    m_table->setObjectName(QStringLiteral("subscriptionTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(SubscriptionsModel::State, new StateDelegate(m_table));
    m_table->setColumnWidths({144, 200, 136, 96, 112}, SubscriptionsModel::Title);
    m_table->hideBelow({{SubscriptionsModel::By, 640}, {SubscriptionsModel::Chat, 520}});
    m_empty->setObjectName(QStringLiteral("subscriptionsEmpty"));
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_problem);
    column->addWidget(m_list, 1);
    m_wiring = new ListWiring({m_model, m_table, m_problem, nullptr, m_list, m_empty}, this);
    connect(m_wiring, &ListWiring::retryAsked, this, &SubscriptionsTab::refresh);
    connect(m_empty, &EmptyState::activated, this, &SubscriptionsTab::refresh);
    retranslate();
}

void SubscriptionsTab::open(const BotId &bot)
{
    if (m_bot != bot)
        m_wiring->select({});
    m_bot = bot;
    if (isVisible())
        refresh();
}

void SubscriptionsTab::refresh()
{
    if (!m_bot.isEmpty())
        m_model->setBot(m_bot);
}

void SubscriptionsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SubscriptionsTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SubscriptionsTab::retranslate()
{
    m_table->setAccessibleName(tr("Subscriptions"));
    m_empty->setSentence(tr("No chat is subscribed. Add the bot to a group or channel, then an administrator of it writes /start there."));
    m_empty->setActionText(tr("Load again"));
}

} // namespace kule
