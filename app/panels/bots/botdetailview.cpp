// SPDX-License-Identifier: GPL-3.0-or-later
#include "botdetailview.h"

#include "botdeeds.h"
#include "botlogtab.h"
#include "botoverview.h"
#include "botreason.h"
#include "deliveriestab.h"
#include "dialogs/confirm.h"
#include "introductioneditor.h"
#include "sourcetab.h"
#include "subscriptionstab.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/statelabel.h"
#include "widgets/toast.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace kule {
namespace {

constexpr int tickMs = 1000;
// px of what stands below the reason: where there is no room at all, and what is wished for.
constexpr int leastParts = 40;
constexpr int fewestParts = 120;
constexpr int mostParts = 340;
constexpr char manyDynos[] = "bot.many_dynos"; ///< which of them is to be stopped, a person says on the app's page
constexpr int lookAgainMs = 5000; ///< when its last message came is told by nobody

} // namespace

BotDetailView::BotDetailView(BotService &bots, SecretService &secrets, const Clock &clock, BotsModel &model, QWidget *parent)
    : DetailView("bot", parent)
    , m_bots(bots)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_model(model)
    , m_deeds(new BotDeeds(bots, "Bot", this))
    , m_reason(new BotReason)
    , m_overview(new BotOverview(clock))
    , m_texts(new IntroductionEditor(bots, clock))
    , m_source(new SourceTab(bots))
    , m_deliveries(new DeliveriesTab(bots, clock))
    , m_subscriptions(new SubscriptionsTab(bots, clock))
    , m_log(new BotLogTab(bots))
{
    insertBefore(m_problem, m_reason);
    // Of the others each shrinks or scrolls by itself.
    QScrollArea *texts = scrolled(m_texts), *deliveries = scrolled(m_deliveries);
    for (QWidget *page : {static_cast<QWidget *>(m_overview), static_cast<QWidget *>(texts), static_cast<QWidget *>(m_source), static_cast<QWidget *>(deliveries), static_cast<QWidget *>(m_subscriptions), static_cast<QWidget *>(m_log)})
        m_tabs->addTab(page, QString());
    m_tabs->setMinimumHeight(leastParts);
    addActions();
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_bot && isVisible())
            m_reason->show(*m_bot, m_haveSecrets, m_clock.wallMs(), m_doing);
    });
    m_lookAgain.setInterval(lookAgainMs);
    connect(&m_lookAgain, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_main, &QPushButton::clicked, this, [this] { (isOn() ? m_deeds->stopAction() : m_deeds->startAction())->trigger(); });
    connect(m_deeds, &BotDeeds::begun, m_problem, &ErrorStrip::clear);
    connect(m_deeds, &BotDeeds::answered, this, &BotDetailView::take);
    connect(m_deeds, &BotDeeds::failed, this, [this](const Error &error) { m_problem->showError(error, [] { return tr("Load again"); }); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (!m_isArranging)
            m_wanted = tab;
        updateGeometry();
    });
    connect(m_reason, &BotReason::asked, this, [this](BotReason::Help what) { help(static_cast<int>(what)); });
    connect(m_reason, &BotReason::deedAsked, this, &BotDetailView::askDeed);
    connect(m_problem, &ErrorStrip::activated, this, [this] {
        const auto &error = m_problem->error();
        if (error && error->code == manyDynos && m_bot && m_bot->condition.conflict)
            Q_EMIT linkAsked(QStringLiteral("bots"), QStringLiteral("heroku/") + m_bot->condition.conflict->app);
        else
            refresh();
    });
    connect(m_overview, &BotOverview::environmentAsked, this, [this] { answer(m_bots.makeEnvironment(m_id, Actor::console())); });
    connect(m_overview, &BotOverview::environmentCancelAsked, this, [this] { answer(m_bots.cancelEnvironment(m_id, Actor::console())); });
    connect(m_overview, &BotOverview::scaleAsked, this, [this](int quantity) { m_deeds->scale(m_id, quantity); });
    connect(m_texts, &IntroductionEditor::saved, this, &BotDetailView::take);
    connect(m_source, &SourceTab::saved, this, &BotDetailView::take);
    connect(&m_model, &BotsModel::botChanged, this, [this](const BotView &bot) {
        if (bot.bot.id == m_id)
            take(bot);
    });
    connect(&m_model, &BotsModel::botRemoved, this, [this](const BotId &id) {
        m_texts->forget(id);
        m_source->forget(id);
    });
    const auto takeSecrets = [this](const SecretState &state) {
        m_haveSecrets = !state.problem;
        fill();
    };
    connect(&m_secrets, &SecretService::changed, this, takeSecrets);
    whenDone(m_secrets.state(), this, [takeSecrets](const Result<SecretState> &state) {
        if (state)
            takeSecrets(*state);
    });
    retranslate();
}

QSize BotDetailView::minimumSizeHint() const
{
    const QWidget *part = m_tabs->currentWidget();
    if (const auto *area = qobject_cast<const QScrollArea *>(part))
        part = area->widget();
    const int wished = m_tabs->tabBar()->sizeHint().height() + (part ? part->minimumSizeHint().height() : 0);
    const int least = layout()->minimumHeightForWidth(width()) - leastParts;
    return {DetailView::minimumSizeHint().width(), least + std::clamp(wished, fewestParts, mostParts)};
}

void BotDetailView::resizeEvent(QResizeEvent *event)
{
    DetailView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void BotDetailView::addActions()
{
    m_menu->addActions({m_deeds->restartAction(), m_deeds->stopAction()});
    m_edit = addEntry("editBot", "edit", [this] {
        if (m_bot)
            Q_EMIT editAsked(m_bot->bot);
    });
    m_token = addEntry("replaceToken", "key", [this] {
        if (m_bot)
            Q_EMIT tokenAsked(m_bot->bot);
    });
    m_menu->addSeparator();
    m_copyId = addEntry("copyBotId", "copy", [this] { copyText(this, m_id.value, tr("Copied: %1").arg(m_id.value)); });
    m_copyCurl = addEntry("copyBotCurl", "copy", [this] {
        copyText(this, QStringLiteral("curl %1/api/bots/%2 -H \"X-API-Key: $KULE_API_KEY\"").arg(m_apiUrl, m_id.value), tr("Copied as curl"));
    });
    m_menu->addSeparator();
    m_menu->addAction(m_deeds->removeAction());
}

void BotDetailView::open(const BotId &id)
{
    const bool isAnother = id != m_id;
    m_id = id;
    if (isAnother) {
        m_bot.reset();
        m_doing.clear();
        m_isUnread = false;
        m_problem->clear();
    }
    if (const BotView *known = m_model.find(id))
        take(*known);
    refresh();
    m_lookAgain.start();
}

void BotDetailView::clear()
{
    m_id = {};
    m_bot.reset();
    m_tick.stop();
    m_lookAgain.stop();
}

void BotDetailView::refresh()
{
    if (m_id.isEmpty())
        return;
    const int asked = ++m_asked;
    whenDone(m_bots.find(m_id), this, [this, asked](const Result<BotView> &bot) {
        if (asked != m_asked || m_id.isEmpty())
            return;
        if (!bot) {
            m_isUnread = true;
            return m_problem->showError(bot.error(), [] { return tr("Try again"); });
        }
        if (std::exchange(m_isUnread, false))
            m_problem->clear(); // a refusal of something else stays to be read
        take(*bot);
    });
}

void BotDetailView::take(const BotView &bot)
{
    if (bot.bot.id != m_id)
        return;
    const bool isFirst = !m_bot;
    m_bot = bot;
    if (isFirst) {
        m_isArranging = true;
        const bool speaks = bot.bot.kind != BotKind::Script;
        m_tabs->setTabVisible(Texts, bot.bot.kind == BotKind::Introduction);
        m_tabs->setTabVisible(Source, bot.bot.kind == BotKind::Announcements);
        m_tabs->setTabVisible(Deliveries, speaks);
        m_tabs->setTabVisible(Subscriptions, bot.bot.kind == BotKind::Announcements);
        if (m_tabs->isTabVisible(m_wanted))
            m_tabs->setCurrentIndex(m_wanted); // also after a bot that has no such part
        m_isArranging = false;
        m_deliveries->open(m_id);
        m_subscriptions->open(m_id);
        m_log->open(m_id);
    }
    if (bot.bot.kind == BotKind::Introduction)
        m_texts->open(bot.bot);
    if (bot.bot.kind == BotKind::Announcements)
        m_source->open(bot.bot);
    if (bot.condition.nextTryAt)
        m_tick.start();
    else
        m_tick.stop();
    fill();
}

void BotDetailView::fill()
{
    m_tabs->setVisible(m_bot.has_value());
    m_state->setVisible(m_bot.has_value());
    m_main->setVisible(m_bot.has_value());
    m_more->setVisible(m_bot.has_value());
    m_name->setText(m_bot ? shownText(m_bot->bot.name) : shortId(m_id.value));
    if (!m_bot)
        return;
    const BotState state = m_bot->condition.state;
    m_state->setLook(lookOf(state));
    m_deeds->setMeant({*m_bot});
    m_main->setText(isOn() ? tr("Stop") : tr("Start"));
    m_main->setAccessibleName(isOn() ? tr("Stop the bot") : tr("Start the bot"));
    m_main->setIcon(icon(isOn() ? QStringLiteral("stop") : QStringLiteral("play")));
    m_main->setEnabled(state != BotState::Draining);
    m_reason->show(*m_bot, m_haveSecrets, m_clock.wallMs(), m_doing);
    m_overview->show(*m_bot, m_model.momentsOf(m_id));
}

bool BotDetailView::isOn() const
{
    if (!m_bot)
        return false;
    const BotState state = m_bot->condition.state;
    return state != BotState::Stopped && state != BotState::Unauthorised && state != BotState::Failed;
}

void BotDetailView::help(int what)
{
    switch (static_cast<BotReason::Help>(what)) {
    case BotReason::Help::TryNow:
        return m_deeds->start(m_id);
    case BotReason::Help::NewToken:
        Q_EMIT tokenAsked(m_bot->bot);
        return;
    case BotReason::Help::Secrets:
        Q_EMIT linkAsked(QStringLiteral("settings"), QStringLiteral("secrets"));
        return;
    case BotReason::Help::Settings:
        Q_EMIT editAsked(m_bot->bot);
        return;
    }
}

void BotDetailView::askDeed(BotDeed deed)
{
    if (!m_bot)
        return;
    const BotConflict conflict = m_bot->condition.conflict.value_or(BotConflict());
    const auto act = [this, deed, id = m_id] {
        m_doing = tr("Being done…");
        answer(m_bots.resolve(id, deed, Actor::console()));
        fill();
    };
    if (deed == BotDeed::RunInDev)
        return act();
    QString effect = deedText(deed, conflict);
    effect.remove(QChar(0x2026));
    Confirm::ask(this, {tr("%1?").arg(effect), deedEffect(deed, conflict), effect}, act);
}

void BotDetailView::answer(const Future<Result<BotView>> &future)
{
    m_problem->clear();
    whenDone(future, this, [this, id = m_id](const Result<BotView> &bot) {
        if (id != m_id) {
            if (!bot)
                Toast::show(this, sentenceOf(bot.error())); // of a bot that is not shown any more
            return;
        }
        m_doing.clear();
        fill();
        if (bot)
            take(*bot);
        else
            m_problem->showError(bot.error(), bot.error().code == manyDynos ? std::function<QString()>([] { return tr("To the app"); }) : [] { return tr("Load again"); });
    });
}

void BotDetailView::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void BotDetailView::showDeliveries(BotDeliveryState state)
{
    m_deliveries->showState(state);
    showTab(Deliveries);
}

void BotDetailView::focusQuantity()
{
    showTab(Overview);
    m_overview->focusQuantity();
}

Json BotDetailView::saveState() const
{
    Json state = DetailView::saveState();
    state["texts"] = m_texts->saveState();
    state["source"] = m_source->saveState();
    return state;
}

void BotDetailView::restoreState(const Json &state)
{
    DetailView::restoreState(state);
    if (!state.is_object())
        return;
    m_texts->restoreState(state.value("texts", Json::object()));
    m_source->restoreState(state.value("source", Json::object()));
}

void BotDetailView::retranslate()
{
    DetailView::retranslate();
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_deeds->retranslate();
    m_edit->setText(tr("Settings of the bot…"));
    m_token->setText(tr("Replace token…"));
    m_copyId->setText(tr("Copy id"));
    m_copyCurl->setText(tr("Copy as curl"));
    m_tabs->setTabText(Overview, tr("Overview"));
    m_tabs->setTabText(Texts, tr("Texts"));
    m_tabs->setTabText(Source, tr("Source"));
    m_tabs->setTabText(Deliveries, tr("Sent messages"));
    m_tabs->setTabText(Subscriptions, tr("Subscriptions"));
    m_tabs->setTabText(Log, tr("Log"));
    m_tabs->setAccessibleName(tr("Parts of the bot"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the bot"));
    m_overview->retranslate();
    fill();
}

} // namespace kule
