// SPDX-License-Identifier: GPL-3.0-or-later
// What a bot sent and what became of it, with what a person has to decide: what is in review or was not sent may be sent again,
// marked as sent or dropped, one or many. Gui thread.
#pragma once
#include "deliveriesmodel.h"

#include <QPushButton>
#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace kule {

class ChatPreview;
class EmptyState;
class ErrorStrip;
class ListWiring;
class TableView;

class DeliveriesTab final : public QWidget
{
    Q_OBJECT
public:
    DeliveriesTab(BotService &bots, const Clock &clock, QWidget *parent = nullptr);

    void open(const BotId &bot);
    void showState(std::optional<BotDeliveryState> state);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Decision
    {
        QPushButton *button;
        ledgertable::Verdict verdict;
    };
    QWidget *buildDecisions();
    std::vector<BotDelivery> chosen() const;
    void follow();
    void decide(ledgertable::Verdict verdict);
    void send(ledgertable::Verdict verdict, const std::vector<BotDelivery> &deliveries);
    void retranslate();

    BotService &m_bots;
    BotId m_bot;
    BotId m_loaded; ///< whose rows are here
    DeliveriesModel *m_model;
    QComboBox *m_state;
    QToolButton *m_refresh;
    ErrorStrip *m_problem;
    QStackedWidget *m_list;
    TableView *m_table;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    ChatPreview *m_preview;
    QLabel *m_count;
    std::array<Decision, 3> m_decisions;
    ListWiring *m_wiring;
};

} // namespace kule
