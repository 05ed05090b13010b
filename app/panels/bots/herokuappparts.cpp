// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of an app on Heroku is put together, and its words.
#include "herokuappview.h"

#include "base/clock.h"
#include "scheduleedit.h"
#include "theme/theme.h"
#include "widgets/cells.h"
#include "widgets/choice.h"
#include "widgets/codeview.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/spinname.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int lookAgainMs = 60'000; ///< each look costs requests
constexpr int mostDynos = 1000; ///< as Kule takes; a type that has more than the field can say would be scaled down unasked

StateLook lookOf(const HerokuDyno &dyno)
{
    if (dyno.state == u"up")
        return {Glyph::Disc, Token::Succeeded, HerokuAppView::tr("up")};
    if (dyno.state == u"starting")
        return {Glyph::HalfDisc, Token::Running, HerokuAppView::tr("starting"), true};
    if (dyno.state == u"crashed")
        return {Glyph::Triangle, Token::Failed, HerokuAppView::tr("crashed")};
    if (dyno.state == u"idle")
        return {Glyph::DottedRing, Token::Waiting, HerokuAppView::tr("idle")};
    if (dyno.state == u"down")
        return {Glyph::Ring, Token::Stopped, HerokuAppView::tr("down")};
    return {Glyph::Ring, Token::Stopped, shownText(dyno.state)}; // of a later Heroku
}

QPushButton *named(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

} // namespace

HerokuAppView::HerokuAppView(HerokuService &heroku, Clock &clock, QWidget *parent)
    : DetailView("heroku", parent)
    , m_heroku(heroku)
    , m_clock(clock)
    , m_limit(new QLabel)
    , m_formationName(new QLabel)
    , m_formationTable(new TableView)
    , m_quantity(new QSpinBox)
    , m_scale(named("herokuScale"))
    , m_restartType(named("herokuRestartType"))
    , m_stop(named("herokuStop"))
    , m_dynosName(new QLabel)
    , m_dynoTable(new TableView)
    , m_restartDyno(named("herokuRestartDyno"))
    , m_restartAll(named("herokuRestartAll"))
    , m_scheduleHint(new QLabel)
    , m_schedule(new ScheduleEdit(clock))
    , m_offer(named("herokuOffer"))
    , m_typeName(new QLabel)
    , m_type(new Choice)
    , m_lastRestart(new QLabel)
    , m_saveSchedule(named("herokuSaveSchedule"))
    , m_loadLog(named("herokuLoadLog"))
    , m_logNote(new QLabel)
    , m_log(new CodeView)
{
    m_limit->setObjectName(QStringLiteral("herokuLimit"));
    m_limit->setProperty("kind", QStringLiteral("muted"));
    m_limit->setWordWrap(true);
    insertBefore(m_problem, m_limit);
    m_tabs->addTab(buildDynos(), QString());
    m_tabs->addTab(buildSchedule(), QString());
    m_tabs->addTab(buildLog(), QString());
    m_token = addEntry("herokuToken", "key", [this] { Q_EMIT tokenAsked(m_app); });
    m_remove = addEntry("herokuRemove", "trash", [this] { askRemove(); });
    m_lookAgain.setInterval(lookAgainMs);
    connect(&m_lookAgain, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_main, &QPushButton::clicked, this, &HerokuAppView::lookAgain);
    connect(m_problem, &ErrorStrip::activated, this, [this] {
        const auto &error = m_problem->error();
        if (error && (error->code == "heroku.no_token" || error->code == "heroku.unauthorised"))
            Q_EMIT tokenAsked(m_app);
        else
            lookAgain();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == Log && !m_app.isEmpty())
            loadLog();
    });
    connect(&m_heroku, &HerokuService::changed, this, [this](const HerokuApp &app) {
        if (m_shown && app.name == m_app) {
            m_shown->app = app;
            fill();
        }
    });
    retranslate();
}

QWidget *HerokuAppView::buildDynos()
{
    using FormationColumns = std::vector<RowsModel<HerokuFormation>::Column>;
    using DynoColumns = std::vector<RowsModel<HerokuDyno>::Column>;
    constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    m_formation = new RowsModel<HerokuFormation>(
        FormationColumns{{[] { return tr("Process type"); }, [](const HerokuFormation &row, int role) { return wordsCell(role, shownText(row.type)); }},
                   {[] { return tr("Dynos"); }, [](const HerokuFormation &row, int role) { return wordsCell(role, QLocale().toString(row.quantity)); }, right},
                   {[] { return tr("Size"); }, [](const HerokuFormation &row, int role) { return wordsCell(role, shownText(row.size)); }},
                   {[] { return tr("Command"); }, [](const HerokuFormation &row, int role) { return wordsCell(role, shownText(row.command), shownText(row.command)); }}},
        [](const HerokuFormation &a, const HerokuFormation &b) { return a.type == b.type; }, this);
    m_dynos = new RowsModel<HerokuDyno>(
        DynoColumns{{[] { return tr("State"); },
               [](const HerokuDyno &row, int role) { return stateCell(role, lookOf(row)); }},
              {[] { return tr("Dyno"); }, [](const HerokuDyno &row, int role) { return wordsCell(role, shownText(row.name), shownText(row.command)); }},
              {[] { return tr("Started"); }, [this](const HerokuDyno &row, int role) { return momentCell(role, row.startedAt, m_clock.wallMs()); }},
              {[] { return tr("Daily restart by Heroku"); },
               [](const HerokuDyno &row, int role) {
                   const QString said = row.cycling.source.isEmpty() ? QString() : shownText(sentenceOf(row.cycling));
                   return wordsCell(role, said, said);
               }}},
        [](const HerokuDyno &a, const HerokuDyno &b) { return a.name == b.name; }, this);
    m_formationTable->setObjectName(QStringLiteral("herokuFormation"));
    m_formationTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_formationTable->setModel(m_formation);
    m_formationTable->setColumnWidths({120, 72, 88, 160}, 3);
    m_dynoTable->setObjectName(QStringLiteral("herokuDynos"));
    m_dynoTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_dynoTable->setModel(m_dynos);
    m_dynoTable->setItemDelegateForColumn(0, new StateDelegate(m_dynoTable));
    m_dynoTable->setColumnWidths({104, 104, 96, 200}, 3);
    m_quantity->setObjectName(QStringLiteral("herokuQuantity"));
    m_quantity->setRange(0, mostDynos);
    for (QLabel *label : {m_formationName, m_dynosName})
        label->setFont(strongFont(font()));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_formationName);
    column->addWidget(m_formationTable, 2);
    column->addLayout(rowOfWidgets(m_quantity, m_scale, m_restartType, m_stop));
    column->addWidget(m_dynosName);
    column->addWidget(m_dynoTable, 3);
    column->addLayout(rowOfWidgets(m_restartDyno, m_restartAll));
    for (TableView *table : {m_formationTable, m_dynoTable})
        table->setMinimumHeight(comfortableRowHeight + 3 * rowHeight);
    connect(m_formationTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showQuantity();
        follow();
    });
    connect(m_dynoTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HerokuAppView::follow);
    connect(m_quantity, &QSpinBox::valueChanged, this, &HerokuAppView::follow);
    connect(m_scale, &QPushButton::clicked, this, [this] { order({m_app, HerokuDeed::Scale, chosenType(), m_quantity->value()}, tr("Scale %1 to %2").arg(chosenType()).arg(m_quantity->value())); });
    connect(m_stop, &QPushButton::clicked, this, [this] { order({m_app, HerokuDeed::Stop, chosenType()}, tr("Stop %1").arg(chosenType())); });
    connect(m_restartType, &QPushButton::clicked, this, [this] { order({m_app, HerokuDeed::RestartType, chosenType()}, tr("Restart %1").arg(chosenType())); });
    connect(m_restartDyno, &QPushButton::clicked, this, [this] { order({m_app, HerokuDeed::RestartDyno, chosenDyno()}, tr("Restart %1").arg(chosenDyno())); });
    connect(m_restartAll, &QPushButton::clicked, this, [this] { order({m_app, HerokuDeed::RestartAll}, tr("Restart all dynos")); });
    return scrolled(page);
}

QWidget *HerokuAppView::buildSchedule()
{
    m_type->setObjectName(QStringLiteral("herokuScheduleType"));
    m_typeName->setBuddy(m_type);
    m_typeName->setProperty("kind", QStringLiteral("muted"));
    m_scheduleHint->setWordWrap(true);
    m_scheduleHint->setProperty("kind", QStringLiteral("muted"));
    m_lastRestart->setObjectName(QStringLiteral("herokuLastRestart"));
    m_lastRestart->setWordWrap(true);
    m_saveSchedule->setProperty("kind", QStringLiteral("main"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_scheduleHint);
    column->addWidget(m_schedule);
    column->addWidget(m_typeName);
    column->addWidget(m_type);
    column->addWidget(m_lastRestart);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_offer);
    buttons->addStretch();
    buttons->addWidget(m_saveSchedule);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_schedule, &ScheduleEdit::edited, this, &HerokuAppView::follow);
    connect(m_schedule, &ScheduleEdit::validityChanged, this, &HerokuAppView::follow);
    connect(m_saveSchedule, &QPushButton::clicked, this, &HerokuAppView::saveSchedule);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        if (m_shown && m_shown->offered)
            m_schedule->setTimes(*m_shown->offered);
    });
    return scrolled(page);
}

QWidget *HerokuAppView::buildLog()
{
    m_log->setObjectName(QStringLiteral("herokuLog"));
    m_logNote->setProperty("kind", QStringLiteral("muted"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_logNote, 1);
    head->addWidget(m_loadLog);
    column->addLayout(head);
    column->addWidget(m_log, 1);
    connect(m_loadLog, &QPushButton::clicked, this, [this] {
        m_problem->clear();
        loadLog();
    });
    return page;
}

void HerokuAppView::retranslate()
{
    DetailView::retranslate();
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    const std::pair<QPushButton *, QString> buttons[] = {{m_main, tr("Look again")},          {m_scale, tr("Scale…")},
                                                         {m_restartType, tr("Restart…")},     {m_stop, tr("Stop…")},
                                                         {m_restartDyno, tr("Restart the dyno…")}, {m_restartAll, tr("Restart all…")},
                                                         {m_offer, tr("Every day, as before")}, {m_saveSchedule, tr("Save")},
                                                         {m_loadLog, tr("Load again")}};
    for (const auto &[button, said] : buttons) {
        button->setText(said);
        button->setAccessibleName(said);
    }
    m_stop->setToolTip(tr("Sets the number of its dynos to 0"));
    m_restartType->setAccessibleName(tr("Restart the process type…"));
    m_formationName->setText(tr("What it is meant to run"));
    m_formationTable->setAccessibleName(m_formationName->text());
    m_dynosName->setText(tr("What runs"));
    m_dynoTable->setAccessibleName(m_dynosName->text());
    nameSpin(m_quantity, tr("Number of dynos"));
    m_scheduleHint->setText(tr("Heroku restarts each dyno once a day, at a moment of its own. Restart it at a quiet hour, and that moment comes then."));
    m_typeName->setText(tr("What is restarted"));
    m_type->setAccessibleName(m_typeName->text());
    m_log->setLabel(tr("Last lines of the app's log"));
    m_token->setText(tr("Replace token…"));
    m_remove->setText(tr("Remove from this list…"));
    m_tabs->setTabText(Dynos, tr("Dynos"));
    m_tabs->setTabText(Schedule, tr("Schedule"));
    m_tabs->setTabText(Log, tr("Log"));
    m_tabs->setAccessibleName(tr("Parts of the app"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the app"));
    m_formation->reword();
    m_dynos->reword();
    fill();
}

} // namespace kule
