// SPDX-License-Identifier: GPL-3.0-or-later
#include "botoverview.h"

#include "theme/theme.h"
#include "widgets/cells.h"
#include "widgets/enable.h"
#include "widgets/factlist.h"
#include "widgets/formparts.h"
#include "widgets/spinname.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int mostChats = 100;
enum Column { State, When, Reason };

} // namespace

BotOverview::BotOverview(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_facts(new FactList)
    , m_quantityName(new QLabel)
    , m_quantity(new QSpinBox)
    , m_scale(new QPushButton)
    , m_environmentName(new QLabel)
    , m_environmentState(new QLabel)
    , m_environment(new QPushButton)
    , m_environmentLine(new QWidget)
    , m_historyName(new QLabel)
    , m_history(new TableView)
{
    using Columns = std::vector<RowsModel<BotMoment>::Column>;
    m_moments = new RowsModel<BotMoment>(
        Columns{
            {[] { return tr("State"); },
             [](const BotMoment &moment, int role) { return stateCell(role, lookOf(moment.state)); }},
            {[] { return tr("Since"); },
             [&clock](const BotMoment &moment, int role) { return momentCell(role, moment.at, clock.wallMs()); }},
            {[] { return tr("Why"); },
             [](const BotMoment &moment, int role) {
                 const QString why = moment.reason.isEmpty() ? QString() : shownText(sentenceOf(moment.reason));
                 return wordsCell(role, why, why);
             }},
        },
        [](const BotMoment &a, const BotMoment &b) { return a.at == b.at && a.state == b.state && a.reason == b.reason; }, this);
    build();
    connect(m_quantity, &QSpinBox::valueChanged, this, &BotOverview::follow);
    connect(m_environment, &QPushButton::clicked, this, [this] {
        if (m_bot.environment.state == BotEnvironment::State::Making)
            Q_EMIT environmentCancelAsked();
        else
            Q_EMIT environmentAsked();
    });
    connect(m_scale, &QPushButton::clicked, this, [this] { Q_EMIT scaleAsked(m_quantity->value()); });
    retranslate();
}

void BotOverview::build()
{
    m_facts->setObjectName(QStringLiteral("botFacts"));
    m_quantity->setObjectName(QStringLiteral("botChats"));
    m_quantity->setRange(1, mostChats);
    m_quantityName->setBuddy(m_quantity);
    m_quantityName->setProperty("kind", QStringLiteral("muted"));
    m_scale->setObjectName(QStringLiteral("botScale"));
    m_historyName->setFont(strongFont(font()));
    m_history->setObjectName(QStringLiteral("botHistory"));
    m_history->setSelectionMode(QAbstractItemView::SingleSelection);
    m_history->setModel(m_moments);
    m_history->setItemDelegateForColumn(State, new StateDelegate(m_history));
    m_history->setColumnWidths({160, 104, 200}, Reason);
    auto *chats = new QHBoxLayout;
    chats->setSpacing(space::m);
    chats->addWidget(m_quantityName);
    chats->addWidget(m_quantity);
    chats->addWidget(m_scale);
    chats->addStretch();
    m_environment->setObjectName(QStringLiteral("botEnvironment"));
    m_environmentName->setProperty("kind", QStringLiteral("muted"));
    m_environmentState->setWordWrap(true);
    m_environmentState->setTextFormat(Qt::PlainText);
    auto *environment = new QHBoxLayout(m_environmentLine);
    environment->setContentsMargins(0, 0, 0, 0);
    environment->setSpacing(space::m);
    environment->addWidget(m_environmentName);
    environment->addWidget(m_environmentState, 1);
    environment->addWidget(m_environment);
    auto *page = new QWidget;
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolled(page));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    m_history->setMinimumHeight(comfortableRowHeight + 3 * rowHeight);
    column->addWidget(m_facts);
    column->addLayout(chats);
    column->addWidget(m_environmentLine);
    column->addWidget(m_historyName);
    column->addWidget(m_history, 1);
}

void BotOverview::show(const BotView &bot, const std::deque<BotMoment> &moments)
{
    const bool isUntouched = m_bot.bot.id != bot.bot.id || m_quantity->value() == m_bot.bot.quantity;
    m_bot = bot;
    if (isUntouched)
        m_quantity->setValue(bot.bot.quantity);
    m_moments->sync({moments.begin(), moments.end()});
    fill();
    follow();
}

void BotOverview::fill()
{
    const Bot &bot = m_bot.bot;
    const qint64 now = m_clock.wallMs();
    const auto moment = [now](qint64 at) { return at > 0 ? relativeTime(at, now) : QString(); };
    const std::optional<qint64> restart = m_bot.condition.nextRestartAt;
    const auto fact = [](const QString &name, const QString &value, const QString &tip = {}) { return Fact{name, value, Fact::Kind::Words, tip}; };
    m_facts->setFacts({
        fact(tr("On Telegram"), bot.username.isEmpty() ? tr("not known before its first start") : usernameText(bot)),
        fact(tr("Kind"), kindWord(bot.kind), kindMeaning(bot.kind)),
        fact(tr("Mode"), modeWord(bot.mode), modeMeaning(bot.mode)),
        {tr("Webhook"), m_bot.webhook, Fact::Kind::Code, {}},
        fact(tr("Last message"), bot.lastUpdateAt > 0 ? moment(bot.lastUpdateAt) : tr("none yet"), bot.lastUpdateAt > 0 ? exactTime(bot.lastUpdateAt) : QString()),
        fact(tr("Per minute"), updatesText(m_bot), tr("Messages and other updates received within the last minute")),
        fact(tr("Latency"), latencyText(m_bot), tr("How long people wait for a reply, the median of the last ten minutes")),
        fact(tr("Errors"), m_bot.condition.figures.errors > 0 ? tr("%Ln within the last hour", nullptr, m_bot.condition.figures.errors) : tr("none within the last hour")),
        fact(tr("Restarts"), QLocale().toString(m_bot.condition.restarts), tr("Since a person started it last")),
        fact(tr("Next restart"), restart ? tr("%1, %2").arg(moment(*restart), exactTime(*restart)) : tr("none")),
        fact(tr("Made"), moment(bot.createdAt), exactTime(bot.createdAt)),
        {tr("Id"), shortId(bot.id.value, 23), Fact::Kind::Code, bot.id.value},
    });
}

void BotOverview::follow()
{
    using Environment = BotEnvironment::State;
    m_environmentLine->setVisible(m_bot.bot.kind == BotKind::Script);
    m_environmentState->setText(environmentText(m_bot.environment));
    m_environment->setText(m_bot.environment.state == Environment::Making ? tr("Stop making it") : m_bot.environment.state == Environment::None ? tr("Make one") : tr("Make it anew"));
    m_environment->setAccessibleName(tr("%1: %2").arg(tr("Virtual environment"), m_environment->text()));
    m_environment->setToolTip(tr("A folder of its own with what requirements.txt names; its output stands in the log"));
    enable(m_scale, !m_bot.bot.id.isEmpty() && m_quantity->value() != m_bot.bot.quantity, m_quantity);
}

void BotOverview::focusQuantity()
{
    m_quantity->setFocus(Qt::OtherFocusReason);
    m_quantity->selectAll();
}

void BotOverview::retranslate()
{
    m_environmentName->setText(tr("Virtual environment"));
    m_quantityName->setText(tr("Chats at once"));
    nameSpin(m_quantity, tr("Chats at once"));
    m_scale->setText(tr("Apply"));
    m_scale->setAccessibleName(tr("Apply the number of chats at once"));
    m_historyName->setText(tr("Since this window was opened"));
    m_history->setAccessibleName(tr("What became of the bot"));
    m_moments->reword();
    if (!m_bot.bot.id.isEmpty())
        fill();
    follow();
}

} // namespace kule
