// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewpanel.h"

#include "callbacks/callbackservice.h"
#include "fatals/fatalservice.h"
#include "figuretile.h"
#include "hourcard.h"
#include "jobs/jobservice.h"
#include "linkcard.h"
#include "overview/overviewservice.h"
#include "theme/theme.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/panelheader.h"
#include "widgets/statelabel.h"
#include "widgets/words.h"
#include "words/jobwords.h"

#include <QAction>
#include <QGridLayout>
#include <QKeySequence>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int pauseMs = 2000;
constexpr int minuteMs = 60'000;
constexpr int narrowPage = 760; ///< below this width cards stand under each other

} // namespace

OverviewPanel::OverviewPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , m_console(console)
    , m_new(new QAction(this))
    , m_header(new PanelHeader)
    , m_verdict(new StateLabel)
    , m_problem(new ErrorStrip)
    , m_hours(new HourCard)
    , m_health(new LinkCard("healthLines"))
    , m_running(new LinkCard("runningJobs"))
    , m_waiting(new LinkCard("waitingJobs"))
    , m_groups(new LinkCard("newestFatals"))
    , m_titles(new LinkCard("titlesOfTheDay"))
    , m_empty(new EmptyState(QStringLiteral("jobs")))
{
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_problem->setObjectName(QStringLiteral("overviewProblem"));
    m_empty->setObjectName(QStringLiteral("overviewEmpty"));
    m_header->setMainAction(m_new);
    m_header->addWidget(m_verdict);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("overviewScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(buildPage());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_problem);
    column->addWidget(scroll, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    m_minute.setInterval(minuteMs);
    m_minute.start();
    connectAll();
    retranslate();
}

QWidget *OverviewPanel::buildPage()
{
    auto *page = new QWidget;
    page->setProperty("kind", QStringLiteral("page"));
    // From the top to the bottom, which is how Tab will go.
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(space::m);
    column->addLayout(m_tileGrid);
    const char *names[tiles] = {"figureRunning", "figureWaiting", "figureFailed", "figureSucceeded", "figureFatals", "figureCallbacks"};
    for (const char *name : names) {
        m_tiles.push_back(new FigureTile);
        m_tiles.back()->setObjectName(QString::fromLatin1(name));
        m_tileGrid->addWidget(m_tiles.back());
    }
    m_filled = new QWidget;
    auto *filled = new QVBoxLayout(m_filled);
    filled->setContentsMargins(0, 0, 0, 0);
    filled->setSpacing(space::m);
    column->addWidget(m_filled, 1);
    column->addWidget(m_empty, 1);
    m_middle = new QBoxLayout(QBoxLayout::LeftToRight);
    m_middle->setSpacing(space::m);
    filled->addLayout(m_middle);
    m_middle->addWidget(m_hours, 2);
    m_middle->addWidget(m_health, 1);
    m_lists = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lists->setSpacing(space::m);
    filled->addLayout(m_lists);
    for (LinkCard *card : {m_running, m_waiting, m_groups, m_titles})
        m_lists->addWidget(card, 1);
    filled->addStretch();
    m_empty->hide();
    arrange();
    return page;
}

void OverviewPanel::connectAll()
{
    const Services &services = m_console.services;
    connect(&m_soon, &QTimer::timeout, this, &OverviewPanel::read);
    connect(&m_minute, &QTimer::timeout, this, &OverviewPanel::soon);
    connect(&services.jobs, &JobService::changed, this, &OverviewPanel::takeJob);
    connect(&services.fatals, &FatalService::appeared, this, &OverviewPanel::soon);
    connect(&services.fatals, &FatalService::removed, this, &OverviewPanel::soon);
    connect(&services.fatals, &FatalService::changedMuch, this, &OverviewPanel::soon);
    connect(&services.callbacks, &CallbackService::changed, this, &OverviewPanel::soon);
    connect(&services.executor, &Executor::healthChanged, this, [this](const WorkerHealth &health) {
        m_picture.workers = health;
        say();
    });
    connect(&m_console.api, &ApiControl::changed, this, [this](const ApiStatus &status) {
        m_picture.api = status;
        say();
    });
    const auto go = [this](const QString &panel, const QString &what) { return [this, panel, what] { Q_EMIT linkActivated(panel, what); }; };
    const QString jobs = QStringLiteral("jobs");
    connect(m_new, &QAction::triggered, this, go(jobs, QStringLiteral("new")));
    connect(m_empty, &EmptyState::activated, this, go(jobs, QStringLiteral("new")));
    connect(m_tiles[Running], &QAbstractButton::clicked, this, go(jobs, QStringLiteral("?state:running")));
    connect(m_tiles[Waiting], &QAbstractButton::clicked, this, go(jobs, QStringLiteral("?state:queued")));
    connect(m_tiles[Failed], &QAbstractButton::clicked, this, go(jobs, u'?' + failureFilter()));
    connect(m_tiles[Succeeded], &QAbstractButton::clicked, this, go(jobs, QStringLiteral("?state:succeeded since:1d")));
    connect(m_tiles[Fatals], &QAbstractButton::clicked, this, go(QStringLiteral("fatals"), QStringLiteral("?")));
    connect(m_tiles[Callbacks], &QAbstractButton::clicked, this, go(QStringLiteral("api"), QStringLiteral("callbacks:dead")));
    connect(m_running, &LinkCard::allAsked, this, go(jobs, QStringLiteral("?state:running")));
    connect(m_waiting, &LinkCard::allAsked, this, go(jobs, QStringLiteral("?state:queued")));
    connect(m_groups, &LinkCard::allAsked, this, go(QStringLiteral("fatals"), QStringLiteral("?")));
    connect(m_titles, &LinkCard::allAsked, this, go(QStringLiteral("titles"), QStringLiteral("batches")));
    connect(&services.titles, &TitleService::batchChanged, this, &OverviewPanel::soon);
    for (LinkCard *card : {m_health, m_running, m_waiting, m_groups, m_titles})
        connect(card, &LinkCard::activated, this, [this](const LinkItem &item) { Q_EMIT linkActivated(item.panel, item.what); });
    connect(m_problem, &ErrorStrip::activated, this, &OverviewPanel::refresh);
    connect(m_hours, &HourCard::kindChanged, this, &Panel::stateChanged);
}

void OverviewPanel::soon()
{
    m_isStale = true;
    if (isVisible() && !m_soon.isActive() && !m_isReading)
        m_soon.start();
}

void OverviewPanel::refresh()
{
    m_soon.stop();
    whenDone(m_console.services.executor.health(), this, [this](const Result<WorkerHealth> &health) {
        if (health)
            m_picture.workers = *health;
        say();
    });
    whenDone(m_console.api.status(), this, [this](const Result<ApiStatus> &status) {
        if (status)
            m_picture.api = *status;
        say();
    });
    whenDone(m_console.services.titles.state(), this, [this](const Result<TitleState> &titles) {
        if (titles)
            m_picture.titles = *titles;
        say();
    });
    read();
}

void OverviewPanel::read()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_isStale = false;
    whenDone(m_console.services.overview.read(), this, [this](Result<Overview> overview) {
        m_isReading = false;
        if (overview) {
            m_picture.overview = std::move(*overview);
            m_problem->clear();
        } else {
            m_problem->showError(overview.error(), [] { return tr("Try again"); });
        }
        say();
        if (m_isStale)
            soon(); // something happened while it was read
    });
}

void OverviewPanel::takeJob(const Job &job)
{
    // Progress of what is seen goes on at once; anything that changes a count is read.
    if (m_picture.overview && job.state == JobState::Running) {
        for (Job &running : m_picture.overview->running) {
            if (running.id == job.id && running.state == job.state) {
                running = job;
                return say();
            }
        }
    }
    soon();
}

void OverviewPanel::say()
{
    const int troubles = troublesIn(m_picture);
    if (!m_picture.overview)
        m_verdict->setLook({Glyph::DottedRing, Token::Waiting, tr("Looking…")});
    else if (troubles > 0)
        m_verdict->setLook({Glyph::Triangle, Token::Failed, tr("%Ln thing(s) to look at", nullptr, troubles)});
    else
        m_verdict->setLook({Glyph::Disc, Token::Succeeded, tr("All is well")});
    m_health->setItems(healthOf(m_picture));
    if (!m_picture.overview)
        return;
    const Overview &overview = *m_picture.overview;
    const qint64 now = m_console.services.clock.wallMs();
    sayTiles(overview);
    m_hours->setHours(overview.hours);
    std::vector<LinkItem> running;
    std::vector<LinkItem> waiting;
    std::vector<LinkItem> groups;
    for (const Job &job : overview.running)
        running.push_back(itemOf(job, now));
    for (const Job &job : overview.waiting)
        waiting.push_back(itemOf(job, now));
    for (const FatalGroup &group : overview.groups)
        groups.push_back(itemOf(group, now));
    m_running->setItems(std::move(running));
    m_waiting->setItems(std::move(waiting));
    m_groups->setItems(std::move(groups));
    m_titles->setItems(itemsOf(overview.titles));
    const bool isEmpty = overview.jobs.total == 0 && overview.fatals == 0;
    m_empty->setVisible(isEmpty);
    for (QWidget *card : {static_cast<QWidget *>(m_hours), static_cast<QWidget *>(m_running), static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_groups), static_cast<QWidget *>(m_titles)})
        card->setVisible(!isEmpty);
    if (m_picture.api)
        m_empty->setCommand(QStringLiteral("curl %1/api/overview -H \"X-Auth-Hash: $KULE_API_KEY\"").arg(m_picture.api->urls.value(0, QStringLiteral("http://127.0.0.1:3000"))));
}

void OverviewPanel::sayTiles(const Overview &overview)
{
    const QLocale locale;
    const auto look = [](JobState state, const QString &word) {
        StateLook made = lookOf(state);
        made.word = word;
        return made;
    };
    StateLook running = look(JobState::Running, tr("Running"));
    running.isMoving = overview.jobs.running > 0;
    m_tiles[Running]->setFigure({running, locale.toString(overview.jobs.running), tr("now"), false});
    m_tiles[Waiting]->setFigure({look(JobState::Queued, tr("Waiting")), locale.toString(overview.jobs.queued), tr("in the queue"), false});
    StateLook failed = look(JobState::Failed, tr("Failed in 24 h"));
    failed.token = overview.lastDay.failed > 0 ? Token::Failed : Token::Stopped;
    m_tiles[Failed]->setFigure({failed, locale.toString(overview.lastDay.failed),
                                tr("%1 the day before").arg(locale.toString(overview.dayBefore.failed)), overview.lastDay.failed > overview.dayBefore.failed});
    m_tiles[Succeeded]->setFigure({look(JobState::Succeeded, tr("Succeeded in 24 h")), locale.toString(overview.lastDay.succeeded),
                                   tr("%1 the day before").arg(locale.toString(overview.dayBefore.succeeded)), false});
    m_tiles[Fatals]->setFigure({{Glyph::Triangle, overview.fatals > 0 ? Token::Failed : Token::Stopped, tr("Fatal reports")}, locale.toString(overview.fatals), tr("in the folder"), false});
    m_tiles[Callbacks]->setFigure({{Glyph::Diamond, overview.deadCallbacks > 0 ? Token::Failed : Token::Stopped, tr("Callbacks given up")}, locale.toString(overview.deadCallbacks),
                                   tr("%1 waiting").arg(locale.toString(overview.waitingCallbacks)), overview.deadCallbacks > 0});
}

void OverviewPanel::arrange()
{
    const bool isNarrow = width() < narrowPage;
    const int across = isNarrow ? 3 : tiles;
    for (int tile = 0; tile < tiles; ++tile)
        m_tileGrid->addWidget(m_tiles[static_cast<std::size_t>(tile)], tile / across, tile % across);
    for (int column = 0; column < tiles; ++column)
        m_tileGrid->setColumnStretch(column, column < across ? 1 : 0);
    const auto direction = isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_middle->setDirection(direction);
    m_lists->setDirection(direction);
}

Json OverviewPanel::saveState() const
{
    return {{"hours_as_table", m_hours->showsTable()}};
}

void OverviewPanel::restoreState(const Json &state)
{
    if (const auto table = state.is_object() ? state.find("hours_as_table") : state.end(); table != state.end() && table->is_boolean())
        m_hours->setShowsTable(table->get<bool>());
}

void OverviewPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    arrange();
}

void OverviewPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_isStale)
        refresh();
}

void OverviewPanel::retranslate()
{
    m_header->setName(tr("Overview"));
    m_new->setText(tr("New job"));
    m_new->setToolTip(tr("New job (%1)").arg(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
    m_health->setWords(tr("Health"), {}, {});
    m_running->setWords(tr("Running"), tr("All running"), tr("Nothing runs now."));
    m_waiting->setWords(tr("Waiting"), tr("All waiting"), tr("Nothing waits."));
    m_groups->setWords(tr("Newest fatals"), tr("All fatals"), tr("No job has failed."));
    m_titles->setWords(tr("Titles in 24 h"), tr("All scrapes"), tr("No title was asked for."));
    m_empty->setSentence(tr("No job has run yet. Start the first one; its state and its failures are counted here."));
    m_empty->setActionText(tr("New job"));
    say();
}

} // namespace kule
