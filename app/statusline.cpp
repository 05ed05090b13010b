// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "bottally.h"
#include "fatals/fatalservice.h"
#include "store/store.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/copybutton.h"
#include "widgets/statelabel.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace kule {

namespace {

constexpr int alarmWidth = 240;
constexpr int tightLine = 880; ///< px; narrower, some parts say it in figures, and what the API panel has too is there alone
constexpr int tightPlace = 80; ///< px for where secrets live
constexpr int mostNamed = 12;

void say(QToolButton *button, bool isShown, const QString &words)
{
    button->setVisible(isShown);
    button->setText(words);
    button->setAccessibleName(words);
}

/// Short, as the line is.
QString placeWord(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain:
        return StatusLine::tr("Keychain");
    case SecretPlace::Vault:
        return StatusLine::tr("Vault");
    case SecretPlace::Session:
        return StatusLine::tr("Secrets of this session");
    case SecretPlace::Environment:
        return StatusLine::tr("Secrets of the environment");
    }
    return {};
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_engine(new StateLabel)
    , m_api(button("status-api", QStringLiteral("api")))
    , m_copy(new CopyButton([this] { return m_status && !m_status->urls.isEmpty() ? m_status->urls.first() : QString(); }))
    , m_running(button("status-running", QStringLiteral("jobs"), QStringLiteral("?state:running")))
    , m_waiting(button("status-waiting", QStringLiteral("jobs"), QStringLiteral("?state:queued")))
    , m_fatals(button("status-fatals", QStringLiteral("fatals")))
    , m_bots(button("status-bots", QStringLiteral("bots")))
    , m_alarm(button("status-alarm", {}))
    , m_secrets(button("status-secrets", QStringLiteral("settings"), QStringLiteral("secrets")))
{
    setObjectName(QStringLiteral("statusLine"));
    m_engine->setObjectName(QStringLiteral("status-engine"));
    m_engine->setFont(captionFont(font()));
    m_copy->setObjectName(QStringLiteral("status-copy"));
    m_copy->setIconSize({14, 14});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, 0, space::m, 0);
    row->setSpacing(space::xs);
    row->addWidget(m_engine);
    row->addSpacing(space::l);
    row->addWidget(m_api);
    row->addWidget(m_copy);
    row->addWidget(m_secrets);
    row->addStretch();
    row->addWidget(m_running);
    row->addWidget(m_waiting);
    row->addWidget(m_fatals);
    row->addWidget(m_bots);
    row->addWidget(m_alarm);
    m_alarm->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_alarm, &QToolButton::clicked, this, [this] { Q_EMIT linkActivated(QStringLiteral("bots"), m_alarmLink); });
    setFixedHeight(kule::rowHeight);
    m_soon.setSingleShot(true);
    m_soon.setInterval(500);
    connect(&m_soon, &QTimer::timeout, this, &StatusLine::ask);
    // A store that refuses changes nothing that would be told.
    m_watch.setInterval(1000);
    connect(&m_watch, &QTimer::timeout, this, &StatusLine::look);
    retranslate();
}

QToolButton *StatusLine::button(const char *name, const QString &panel, const QString &what)
{
    auto *made = new QToolButton;
    made->setObjectName(QString::fromLatin1(name));
    made->setFont(captionFont(font()));
    made->setFocusPolicy(Qt::TabFocus);
    made->setAutoRaise(true);
    if (!panel.isEmpty())
        connect(made, &QToolButton::clicked, this, [this, panel, what] { Q_EMIT linkActivated(panel, what); });
    return made;
}

void StatusLine::setEngine(EngineState state)
{
    m_state = state;
    retranslate();
}

void StatusLine::setConsole(const Console &console, const BotTally &bots)
{
    m_console.emplace(console);
    m_tally = &bots;
    connect(&bots, &BotTally::changed, this, &StatusLine::sayBots);
    const auto takeSecrets = [this](const SecretState &state) {
        m_secretState = state;
        saySecrets();
    };
    connect(&console.services.secrets, &SecretService::changed, this, takeSecrets);
    whenDone(console.services.secrets.state(), this, [this, takeSecrets](const Result<SecretState> &state) {
        if (m_console && state)
            takeSecrets(*state);
    });
    m_state = EngineState::Up;
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&console.services.jobs, &JobService::changed, this, soon);
    connect(&console.services.fatals, &FatalService::appeared, this, soon);
    connect(&console.services.fatals, &FatalService::removed, this, soon);
    connect(&console.services.fatals, &FatalService::changedMuch, this, soon);
    const auto take = [this](const ApiStatus &status) {
        m_status = status;
        retranslate();
    };
    connect(&console.api, &ApiControl::changed, this, take);
    whenDone(console.api.status(), this, [this, take](const Result<ApiStatus> &status) {
        if (m_console && status)
            take(*status);
    });
    ask();
    m_watch.start();
    retranslate();
}

void StatusLine::dropConsole()
{
    m_soon.stop();
    m_watch.stop();
    if (m_console) {
        m_console->services.jobs.disconnect(this);
        m_console->services.fatals.disconnect(this);
        m_console->services.secrets.disconnect(this);
        m_console->api.disconnect(this);
        m_tally->disconnect(this);
    }
    m_tally = nullptr;
    m_secretState.reset();
    m_console.reset();
    m_status.reset();
    m_jobs.reset();
    m_fatalCount.reset();
    retranslate();
}

void StatusLine::look()
{
    const EngineState now = m_console->services.store.trouble() ? EngineState::Troubled : EngineState::Up;
    if (now != m_state)
        setEngine(now);
}

void StatusLine::ask()
{
    whenDone(m_console->services.jobs.counts(), this, [this](const Result<JobCounts> &counts) {
        if (!m_console)
            return;
        if (counts)
            m_jobs = *counts;
        retranslate();
    });
    whenDone(m_console->services.fatals.list({}, {{}, 1}), this, [this](const Result<Page<Fatal>> &page) {
        if (!m_console || !page)
            return;
        m_fatalCount = page->total;
        retranslate();
    });
}

void StatusLine::sayApi()
{
    const bool isListening = m_status && m_status->isListening && !m_status->urls.isEmpty();
    say(m_api, m_status.has_value(), isListening ? m_status->urls.first() : tr("API not listening"));
    const bool isTight = width() < tightLine;
    if (isListening && isTight)
        m_api->setText(QStringLiteral(":%1").arg(m_status->port));
    m_api->setToolTip(isListening ? m_status->urls.join(u'\n') : QString());
    m_copy->setVisible(isListening && !isTight);
    m_copy->setPurpose(tr("Copy the API's address"));
}

void StatusLine::sayBots()
{
    const int total = m_tally ? m_tally->total() : 0;
    const QLocale locale;
    const QString up = locale.toString(m_tally ? m_tally->up() : 0);
    say(m_bots, total > 0, tr("%1 of %Ln bot(s) up", nullptr, total).arg(up));
    m_bots->setToolTip(m_bots->text());
    if (width() < tightLine)
        m_bots->setText(QStringLiteral("%1/%2").arg(up, locale.toString(total))); // its words stay for screen readers
    const std::vector<BotView> troubled = m_tally ? m_tally->inTrouble() : std::vector<BotView>();
    QStringList lines;
    for (const BotView &bot : troubled)
        lines << tr("%1: %2").arg(shownText(bot.bot.name), lookOf(bot.condition.state).word);
    const QString summary = troubled.size() == 1 ? fontMetrics().elidedText(lines.first(), Qt::ElideMiddle, alarmWidth) : tr("%Ln bot(s) need you", nullptr, static_cast<int>(troubled.size()));
    say(m_alarm, !troubled.empty(), summary);
    if (width() < narrowWindow)
        m_alarm->setText(locale.toString(static_cast<qlonglong>(troubled.size()))); // its words stay for screen readers
    m_alarm->setIcon(icon(QStringLiteral("warning"), Token::Failed));
    m_alarm->setToolTip(lines.mid(0, mostNamed).join(u'\n'));
    m_alarmLink = troubled.size() == 1 ? troubled.front().bot.id.value : QStringLiteral("?state:trouble");
}

void StatusLine::saySecrets()
{
    const bool isTroubled = m_secretState && m_secretState->problem;
    const QString place = m_secretState ? placeWord(m_secretState->place) : QString();
    const bool isLocked = isTroubled && m_secretState->problem->code == "secrets.locked";
    say(m_secrets, m_secretState && m_secretState->isProbed,
        !isTroubled ? place : isLocked ? tr("%1 locked").arg(place) : tr("%1 not usable").arg(place));
    if (width() < tightLine)
        m_secrets->setText(m_secrets->fontMetrics().elidedText(m_secrets->text(), Qt::ElideRight, tightPlace));
    m_secrets->setIcon(isTroubled ? icon(QStringLiteral("warning"), Token::Failed) : QIcon());
    m_secrets->setToolButtonStyle(isTroubled ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    m_secrets->setToolTip(isTroubled ? sentenceOf(*m_secretState->problem) : tr("Where secrets live"));
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    sayApi();
    sayBots();
    saySecrets();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StatusLine::retranslate()
{
    switch (m_state) {
    case EngineState::Starting:
        m_engine->setLook({Glyph::HalfDisc, Token::Running, tr("Engine starting"), true});
        break;
    case EngineState::Up:
        m_engine->setLook({Glyph::Disc, Token::Succeeded, tr("Engine running")});
        break;
    case EngineState::Troubled:
        m_engine->setLook({Glyph::Triangle, Token::Failed, tr("Engine cannot write")});
        break;
    case EngineState::Down:
        m_engine->setLook({Glyph::Ring, Token::Stopped, tr("Engine stopped")});
        break;
    }
    const QLocale locale;
    sayApi();
    say(m_running, m_jobs.has_value(), tr("%1 running").arg(locale.toString(m_jobs ? m_jobs->running : 0)));
    say(m_waiting, m_jobs.has_value(), tr("%1 waiting").arg(locale.toString(m_jobs ? m_jobs->queued : 0)));
    sayBots();
    saySecrets();
    say(m_fatals, m_fatalCount.has_value(), tr("%Ln fatal(s)", nullptr, static_cast<int>(m_fatalCount.value_or(0))));
}

} // namespace kule
