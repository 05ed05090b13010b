// SPDX-License-Identifier: GPL-3.0-or-later
// The chats that are subscribed to a bot, and those that were, with why it ended. Gui thread.
#pragma once
#include "subscriptionsmodel.h"

#include <QWidget>

class QStackedWidget;

namespace kule {

class EmptyState;
class ErrorStrip;
class ListWiring;
class TableView;

class SubscriptionsTab final : public QWidget
{
    Q_OBJECT
public:
    SubscriptionsTab(BotService &bots, const Clock &clock, QWidget *parent = nullptr);

    void open(const BotId &bot);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();

    BotId m_bot;
    SubscriptionsModel *m_model;
    ErrorStrip *m_problem;
    QStackedWidget *m_list;
    TableView *m_table;
    EmptyState *m_empty;
    ListWiring *m_wiring;
};

} // namespace kule
