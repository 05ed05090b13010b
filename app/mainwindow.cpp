// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "botalarm.h"
#include "bottally.h"
#include "clipboardguard.h"
#include "palette/palette.h"
#include "panels/panel.h"
#include "rail.h"
#include "settings/settingsservice.h"
#include "shortcutlist.h"
#include "startpage.h"
#include "statusline.h"
#include "theme/icons.h"
#include "tray.h"
#include "widgets/secretnote.h"

#include <QAbstractItemView>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kule {
namespace {
constexpr int rememberMs = 10'000;
}

QString titleOf(const PanelRow &row)
{
    return QCoreApplication::translate("Panels", row.title);
}

MainWindow::MainWindow(Parts parts)
    : m_parts(parts)
    , m_rail(new Rail(parts.rows))
    , m_stack(new QStackedWidget)
    , m_start(new StartPage)
    , m_firstKey(new SecretNote)
    , m_status(new StatusLine)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setMinimumSize(680, 440);
    m_firstKey->setObjectName(QStringLiteral("firstKey"));
    m_stack->addWidget(m_start);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_firstKey);
    body->addWidget(m_stack, 1);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addLayout(body, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(upper, 1);
    all->addWidget(m_status);

    connect(m_rail, &Rail::chosen, this, [this](const QString &panel) { goTo(panel); });
    connect(m_status, &StatusLine::linkActivated, this, &MainWindow::goTo);
    connect(m_start, &StartPage::retryAsked, this, &MainWindow::retryAsked);
    connect(m_start, &StartPage::folderAsked, this, &MainWindow::folderAsked);
    connect(&m_remember, &QTimer::timeout, this, &MainWindow::remember);
    addShortcuts();
    setUpTray();

    const Json session = m_parts.state.part(QStringLiteral("window"));
    m_current = textOf(session, "panel");
    if (!rowOf(m_current))
        m_current = QString::fromLatin1(m_parts.rows.front().name);
    resize(1280, 800);
    restoreGeometry(QByteArray::fromBase64(textOf(session, "geometry").toLatin1()));
    m_rail->setCurrent(m_current);
    m_stack->setFocus();
    retranslate();
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    for (std::size_t i = 0; i < m_parts.rows.size() && i < 9; ++i)
        on(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] { goTo(QString::fromLatin1(m_parts.rows[i].name)); });
    const auto filter = [this] {
        if (panel())
            panel()->focusFilter();
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        if (m_palette)
            m_palette->open();
    });
    // Where text is typed a question mark is text: such fields take it before a shortcut does.
    for (const Qt::Key key : {Qt::Key_F1, Qt::Key_Question})
        on(QKeySequence(key), [this] { ShortcutList::open(m_parts.rows, this); });
    on(QKeySequence(QKeySequence::Find), filter);
    on(QKeySequence(Qt::Key_F5), [this] {
        if (panel())
            panel()->refresh();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (QAction *action = panel() ? panel()->mainAction() : nullptr)
            action->trigger();
    });
}

void MainWindow::setUpTray()
{
    if (!m_parts.tray)
        return;
    connect(m_parts.tray, &Tray::raiseAsked, this, &MainWindow::raiseToFront);
    connect(m_parts.tray, &Tray::quitAsked, this, &QWidget::close);
    connect(m_parts.tray, &Tray::noticeClicked, this, [this] {
        raiseToFront();
        if (m_console)
            goTo(QStringLiteral("bots"), m_noticed);
    });
}

void MainWindow::notify(const BotNotice &notice)
{
    m_noticed = notice.what;
    if (m_parts.tray)
        m_parts.tray->say(notice.title, notice.text);
}

void MainWindow::showStarting()
{
    m_start->showStarting();
    m_status->setEngine(StatusLine::EngineState::Starting);
    m_stack->setCurrentWidget(m_start);
}

void MainWindow::showStopping()
{
    m_start->showStopping();
    m_status->setEngine(StatusLine::EngineState::Down);
    m_stack->setCurrentWidget(m_start);
}

void MainWindow::showProblem(const Error &error)
{
    m_start->showProblem(error);
    m_status->setEngine(StatusLine::EngineState::Down);
    m_stack->setCurrentWidget(m_start);
}

void MainWindow::setConsole(const Console &console)
{
    m_console.emplace(console);
    m_bots = new BotTally(console.services.bots, this);
    connect(m_bots, &BotTally::changed, m_rail, [this] { m_rail->setTrouble(QStringLiteral("bots"), m_bots->troubled()); });
    m_status->setConsole(console, *m_bots);
    m_alarm = new BotAlarm(console.services.bots, console.services.clock, this);
    connect(m_alarm, &BotAlarm::rung, this, &MainWindow::notify);
    if (m_parts.tray)
        m_parts.tray->setShown(console.services.settings.current().isOn(Setting::NotifyBots));
    m_clipboardGuard = new ClipboardGuard(*QGuiApplication::clipboard(), console.services.redactor, {}, this);
    connect(&console.services.settings, &SettingsService::changed, this, [this](const Settings &now) {
        m_parts.theme.choose(themeChoiceOf(now.text(Setting::Theme)));
        m_parts.languages.choose(now.text(Setting::Language));
        if (m_parts.tray)
            m_parts.tray->setShown(now.isOn(Setting::NotifyBots));
    });
    m_paletteSource = new PaletteSource(console, m_parts.rows, [this](const QString &panel, const QString &what) { goTo(panel, what); }, this);
    m_palette = new Palette(*m_paletteSource, this);
    m_remember.start(rememberMs);
    goTo(m_current);
}

void MainWindow::dropConsole()
{
    if (!m_console)
        return;
    remember();
    m_remember.stop();
    delete std::exchange(m_clipboardGuard, nullptr);
    delete std::exchange(m_palette, nullptr);
    delete std::exchange(m_paletteSource, nullptr);
    qDeleteAll(std::exchange(m_panels, {}));
    m_status->dropConsole();
    delete std::exchange(m_alarm, nullptr);
    if (m_parts.tray)
        m_parts.tray->setShown(false);
    delete std::exchange(m_bots, nullptr);
    m_rail->setTrouble(QStringLiteral("bots"), 0);
    m_console->services.settings.disconnect(this);
    m_console.reset();
}

void MainWindow::showFirstKey(std::shared_ptr<const Secret> key)
{
    m_firstKey->reveal(std::move(key), [] {
        return tr("This is the first access key, named default, for your clients of the API. Store it now: it is not shown again.");
    });
}

void MainWindow::goTo(const QString &name, const QString &what)
{
    const PanelRow *row = rowOf(name);
    if (!row)
        return;
    m_current = name;
    m_rail->setCurrent(name);
    retranslate();
    if (!m_console)
        return;
    Panel *shown = m_panels.value(name);
    if (!shown)
        shown = make(*row);
    m_stack->setCurrentWidget(shown);
    takeFocus(shown);
    if (!what.isEmpty())
        shown->show(what);
    remember();
}

const PanelRow *MainWindow::rowOf(const QString &name) const
{
    const auto row = std::find_if(m_parts.rows.begin(), m_parts.rows.end(), [&name](const PanelRow &r) { return name == QLatin1String(r.name); });
    return row == m_parts.rows.end() ? nullptr : &*row;
}

Panel *MainWindow::make(const PanelRow &row)
{
    const QString name = QString::fromLatin1(row.name);
    Panel *made = row.make(*m_console, m_stack);
    made->setObjectName(name);
    m_panels.insert(name, made);
    m_stack->addWidget(made);
    made->restoreState(m_parts.state.part(QStringLiteral("panel.") + name));
    connect(made, &Panel::linkActivated, this, &MainWindow::goTo);
    connect(made, &Panel::stateChanged, this, [this, made, name] { m_parts.state.put(QStringLiteral("panel.") + name, made->saveState()); });
    return made;
}

Panel *MainWindow::panel() const
{
    return m_console ? m_panels.value(m_current) : nullptr;
}

void MainWindow::takeFocus(Panel *shown)
{
    const auto views = shown->findChildren<QAbstractItemView *>();
    const auto view = std::find_if(views.begin(), views.end(), [shown](const QAbstractItemView *v) {
        return v->isVisibleTo(shown) && v->focusPolicy() != Qt::NoFocus;
    });
    if (view != views.end())
        (*view)->setFocus();
    else
        shown->setFocus();
}

void MainWindow::remember()
{
    m_parts.state.put(QStringLiteral("window"), {{"geometry", saveGeometry().toBase64()}, {"panel", m_current}});
    for (auto [name, made] : m_panels.asKeyValueRange())
        m_parts.state.put(QStringLiteral("panel.") + name, made->saveState());
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Arrives here only when whoever has the focus had no use for it.
    if (event->key() == Qt::Key_Escape && panel() && panel()->goBack())
        return;
    QWidget::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_rail->setIconsOnly(event->size().width() < narrowWindow);
    QWidget::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!std::exchange(m_isPainted, true))
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
}

void MainWindow::retranslate()
{
    if (m_parts.tray)
        m_parts.tray->retranslate();
    setWindowTitle(tr("%1 – Kule").arg(titleOf(*rowOf(m_current))));
}

} // namespace kule
