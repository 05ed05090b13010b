// SPDX-License-Identifier: GPL-3.0-or-later
#include "botlogtab.h"

#include "logview/logpane.h"

#include <QVBoxLayout>

namespace kule {

BotLogTab::BotLogTab(BotService &bots, QWidget *parent)
    : QWidget(parent)
    , m_feed(bots)
    , m_pane(new LogPane(m_feed))
{
    setObjectName(QStringLiteral("botLog"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
}

void BotLogTab::open(const BotId &bot)
{
    m_bot = bot;
    if (!isVisible() || m_feed.bot() == bot)
        return;
    m_feed.point(bot);
    m_pane->open(0);
}

void BotLogTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    open(m_bot);
    m_feed.setWatched(true);
}

void BotLogTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.setWatched(false);
}

} // namespace kule
