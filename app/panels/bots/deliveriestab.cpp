// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveriestab.h"

#include "chatpreview.h"
#include "dialogs/confirm.h"
#include "lists/listwiring.h"
#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/emptystate.h"
#include "widgets/enable.h"
#include "widgets/errorstrip.h"
#include "widgets/flatbutton.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "words/botwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {
namespace {

using ledgertable::Verdict;

constexpr int previewHeight = 108;
constexpr int everyState = -1;

bool isOpen(const BotDelivery &delivery)
{
    return delivery.state == BotDeliveryState::Review || delivery.state == BotDeliveryState::Failed;
}

QPushButton *named(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

} // namespace

DeliveriesTab::DeliveriesTab(BotService &bots, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_bots(bots)
    , m_model(new DeliveriesModel(bots, clock, this))
    , m_state(new Choice)
    , m_refresh(flatButton("deliveriesRefresh", "retry"))
    , m_problem(new ErrorStrip)
    , m_list(new QStackedWidget)
    , m_table(new TableView)
    , m_empty(new EmptyState(QStringLiteral("bots")))
    , m_noMatch(new EmptyState(QStringLiteral("search")))
    , m_preview(new ChatPreview)
    , m_count(new QLabel)
    , m_decisions{{{named("deliveriesSendAgain"), Verdict::SendAgain}, {named("deliveriesWasSent"), Verdict::WasSent}, {named("deliveriesDrop"), Verdict::LeaveIt}}}
{
    setObjectName(QStringLiteral("deliveries"));
    m_state->setObjectName(QStringLiteral("deliveriesState"));
    m_state->addItem(QString(), everyState);
    for (const BotDeliveryState state : {BotDeliveryState::Review, BotDeliveryState::Failed, BotDeliveryState::Queued, BotDeliveryState::Sending, BotDeliveryState::Sent})
        m_state->addItem(QString(), static_cast<int>(state));
    m_problem->setObjectName(QStringLiteral("deliveriesProblem"));
    m_table->setObjectName(QStringLiteral("deliveryTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(DeliveriesModel::State, new StateDelegate(m_table));
    m_table->setColumnWidths({124, 128, 200, 150, 96, 72}, DeliveriesModel::Content);
    m_table->hideBelow({{DeliveriesModel::Attempts, 800}, {DeliveriesModel::Why, 720}, {DeliveriesModel::Changed, 540}});
    m_empty->setObjectName(QStringLiteral("deliveriesEmpty"));
    m_noMatch->setObjectName(QStringLiteral("deliveriesNoMatch"));
    m_preview->setObjectName(QStringLiteral("deliveryPreview"));
    m_preview->setFixedHeight(previewHeight);
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_noMatch)})
        m_list->addWidget(page);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    bar->addWidget(m_state);
    bar->addStretch();
    bar->addWidget(m_refresh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(bar);
    column->addWidget(m_problem);
    column->addWidget(m_list, 1);
    column->addWidget(m_preview);
    column->addWidget(buildDecisions());
    m_wiring = new ListWiring({m_model, m_table, m_problem, nullptr, m_list, m_empty, m_noMatch}, this);
    connect(m_wiring, &ListWiring::retryAsked, this, &DeliveriesTab::refresh);
    connect(m_wiring, &ListWiring::loaded, this, &DeliveriesTab::follow);
    connect(m_refresh, &QToolButton::clicked, this, &DeliveriesTab::refresh);
    connect(m_noMatch, &EmptyState::activated, this, [this] { m_state->setCurrentIndex(0); });
    connect(m_empty, &EmptyState::activated, this, &DeliveriesTab::refresh);
    connect(m_state, &QComboBox::currentIndexChanged, this, [this] {
        const int state = m_state->currentData().toInt();
        m_model->setState(state == everyState ? std::nullopt : std::optional(static_cast<BotDeliveryState>(state)));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DeliveriesTab::follow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DeliveriesTab::follow);
    retranslate();
    follow();
}

QWidget *DeliveriesTab::buildDecisions()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_count->setProperty("kind", QStringLiteral("muted"));
    m_count->setWordWrap(true);
    for (const Decision &decision : m_decisions) {
        row->addWidget(decision.button);
        connect(decision.button, &QPushButton::clicked, this, [this, verdict = decision.verdict] { decide(verdict); });
    }
    row->addWidget(m_count, 1);
    return line;
}

void DeliveriesTab::open(const BotId &bot)
{
    if (m_bot != bot)
        m_wiring->select({});
    m_bot = bot;
    if (isVisible())
        refresh();
}

void DeliveriesTab::showState(std::optional<BotDeliveryState> state)
{
    m_state->setCurrentIndex(m_state->findData(state ? static_cast<int>(*state) : everyState));
}

void DeliveriesTab::refresh()
{
    if (m_bot.isEmpty())
        return;
    m_loaded = m_bot;
    m_model->setBot(m_bot);
}

void DeliveriesTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(); // the engine tells of no single delivery
}

std::vector<BotDelivery> DeliveriesTab::chosen() const
{
    std::vector<BotDelivery> deliveries;
    const auto rows = m_table->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const BotDelivery *delivery = m_model->at(row.row()))
            deliveries.push_back(*delivery);
    }
    return deliveries;
}

void DeliveriesTab::follow()
{
    const auto deliveries = chosen();
    const auto open = std::count_if(deliveries.begin(), deliveries.end(), isOpen);
    for (const Decision &decision : m_decisions)
        enable(decision.button, open > 0, m_table);
    if (deliveries.empty())
        m_count->setText({});
    else if (open == 0)
        m_count->setText(tr("There is nothing to decide about what is chosen."));
    else
        m_count->setText(tr("%Ln chosen to decide on", nullptr, static_cast<int>(open)));
    m_preview->setVisible(deliveries.size() == 1);
    if (deliveries.size() == 1)
        m_preview->setLines(linesOf({deliveries.front().outgoing}), deliveryErrorText(deliveries.front().error));
}

void DeliveriesTab::decide(Verdict verdict)
{
    auto deliveries = chosen();
    std::erase_if(deliveries, [](const BotDelivery &delivery) { return !isOpen(delivery); });
    const int count = static_cast<int>(deliveries.size());
    const auto mayBeThere = std::count_if(deliveries.begin(), deliveries.end(), [](const BotDelivery &delivery) { return delivery.state == BotDeliveryState::Review; });
    if (count == 0)
        return;
    if (verdict == Verdict::SendAgain && mayBeThere > 0)
        Confirm::ask(this,
                     {tr("Send %Ln message(s) again?", nullptr, count),
                      tr("Nobody knows whether %Ln of them arrived. Where it did, people get it twice.", nullptr, static_cast<int>(mayBeThere)), tr("Send %Ln message(s)", nullptr, count),
                      Confirm::Effect::Plain},
                     [this, verdict, deliveries] { send(verdict, deliveries); });
    else if (verdict == Verdict::WasSent && count > 1)
        Confirm::ask(this,
                     {tr("Mark %Ln message(s) as sent?", nullptr, count), tr("They are not sent again. This cannot be undone."), tr("Mark %Ln as sent", nullptr, count), Confirm::Effect::Plain},
                     [this, verdict, deliveries] { send(verdict, deliveries); });
    else
        send(verdict, deliveries);
}

void DeliveriesTab::send(Verdict verdict, const std::vector<BotDelivery> &deliveries)
{
    m_problem->clear();
    const auto left = std::make_shared<std::size_t>(deliveries.size());
    for (const BotDelivery &delivery : deliveries) {
        whenDone(m_bots.decide(m_loaded, delivery.n, verdict, Actor::console()), this, [this, left](const Result<BotDelivery> &decided) {
            if (decided)
                m_model->take(*decided);
            else
                m_problem->showError(decided.error(), [] { return tr("Load again"); });
            if (--*left == 0 && m_model->isFiltered())
                m_model->load(); // what was decided belongs elsewhere now
        });
    }
}

void DeliveriesTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeliveriesTab::retranslate()
{
    m_state->setAccessibleName(tr("Which messages"));
    for (int i = 0; i < m_state->count(); ++i) {
        const int state = m_state->itemData(i).toInt();
        m_state->setItemText(i, state == everyState ? tr("All messages") : lookOf(static_cast<BotDeliveryState>(state)).word);
    }
    m_refresh->setAccessibleName(tr("Load again"));
    m_refresh->setToolTip(tr("Load again (F5)"));
    m_table->setAccessibleName(tr("What the bot sent"));
    m_preview->setAccessibleName(tr("The chosen message"));
    m_empty->setSentence(tr("This bot has sent nothing yet. Write to it on Telegram, and its answer stands here."));
    m_empty->setActionText(tr("Load again"));
    m_noMatch->setSentence(tr("No message is in this state."));
    m_noMatch->setActionText(tr("Show all messages"));
    const QString words[] = {tr("Send again"), tr("Mark as sent"), tr("Drop")};
    const QString tips[] = {tr("Puts it into the queue again"), tr("It did arrive; it is not sent again"), tr("It is not to be sent; it stays in the record as not sent")};
    for (std::size_t i = 0; i < m_decisions.size(); ++i) {
        m_decisions[i].button->setText(words[i]);
        m_decisions[i].button->setAccessibleName(words[i]);
        m_decisions[i].button->setToolTip(tips[i]);
    }
    follow();
}

} // namespace kule
