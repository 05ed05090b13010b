// SPDX-License-Identifier: GPL-3.0-or-later
// What a bot is: its facts, how many chats it answers at once, and what became of it while this window was open. Gui thread.
#pragma once
#include "botsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace kule {

class FactList;
class TableView;

class BotOverview final : public QWidget
{
    Q_OBJECT
public:
    explicit BotOverview(const Clock &clock, QWidget *parent = nullptr);

    void show(const BotView &bot, const std::deque<BotMoment> &moments);
    void focusQuantity();
    void retranslate();

Q_SIGNALS:
    void scaleAsked(int quantity);
    void environmentAsked();
    void environmentCancelAsked();

private:
    using QWidget::show;
    void build();
    void fill();
    void follow();

    const Clock &m_clock;
    BotView m_bot;
    RowsModel<BotMoment> *m_moments;
    FactList *m_facts;
    QLabel *m_quantityName;
    QSpinBox *m_quantity;
    QPushButton *m_scale;
    QLabel *m_environmentName;
    QLabel *m_environmentState;
    QPushButton *m_environment;
    QWidget *m_environmentLine;
    QLabel *m_historyName;
    TableView *m_history;
};

} // namespace kule
