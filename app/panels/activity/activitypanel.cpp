// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitypanel.h"

#include "actions/apiurl.h"
#include "actions/exportactions.h"
#include "activitydetail.h"
#include "activitywords.h"
#include "callbacks/callbackservice.h"
#include "fatals/fatalservice.h"
#include "jobs/jobservice.h"
#include "keys/accesskeys.h"
#include "lists/listwiring.h"
#include "settings/settingsservice.h"
#include "theme/theme.h"
#include "titles/titleservice.h"
#include "widgets/detailsplitter.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/panelheader.h"
#include "widgets/progressstrip.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {
namespace {
constexpr int pauseMs = 2000; ///< between two looks for new rows
}

ActivityPanel::ActivityPanel(const Console &console, QWidget *parent)
    : Panel(parent)
    , ListParts(QStringLiteral("activity"), QStringLiteral("activity"))
    , m_console(console)
    , m_model(new ActivityModel(console.services.activity, console.services.clock, this))
    , m_header(new PanelHeader)
    , m_detail(new ActivityDetail)
    , m_strip(new ProgressStrip)
    , m_export(new ExportActions(console.services.exports, this, m_strip, QStringLiteral("activity"), [this] { return std::optional(ExportRequest{m_model->shownFilter(), {}}); }))
{
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths({112, 112, 208, 168, 240}, ActivityModel::Detail);
    m_table->installEventFilter(this);
    m_filter->setKeys(ActivityFilter::keys());
    m_header->menu()->addActions(m_export->actions());
    m_detail->setMinimumWidth(280);
    m_splitter = new DetailSplitter(m_list, m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_problem);
    column->addWidget(m_strip);
    column->addWidget(m_splitter, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    m_wiring = new ListWiring({m_model, m_table, m_problem, m_filter, m_list, m_empty, m_noMatch}, this);
    connectAll();
    retranslate();
    m_model->load();
}

void ActivityPanel::connectAll()
{
    connect(m_filter, &FilterBar::changed, this, &ActivityPanel::filterChanged);
    connect(m_wiring, &ListWiring::opened, this, &ActivityPanel::open);
    connect(m_wiring, &ListWiring::walked, this, [this](const QString &key) {
        if (m_splitter->isDetailOpen())
            open(key);
    });
    connect(m_wiring, &ListWiring::loaded, this, &ActivityPanel::loaded);
    connect(m_wiring, &ListWiring::retryAsked, this, &ActivityPanel::refresh);
    connect(m_empty, &EmptyState::activated, this, [this] { Q_EMIT linkActivated(QStringLiteral("jobs"), QStringLiteral("new")); });
    connect(m_detail, &ActivityDetail::closeAsked, this, &ActivityPanel::close);
    connect(m_detail, &ActivityDetail::linkAsked, this, &Panel::linkActivated);
    connect(m_export, &ExportActions::failed, m_problem, [this](const Error &error) { m_problem->showError(error); });
    connect(m_splitter, &QSplitter::splitterMoved, this, &Panel::stateChanged);
    // A deed is told by what it changed; the log is asked what was written of it.
    connect(&m_soon, &QTimer::timeout, m_model, [this] { m_model->lookForNew(); });
    const auto soon = [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    };
    const Services &services = m_console.services;
    connect(&services.jobs, &JobService::changed, this, soon);
    connect(&services.fatals, &FatalService::removed, this, soon);
    connect(&services.fatals, &FatalService::changedMuch, this, soon);
    connect(&services.callbacks, &CallbackService::changed, this, soon);
    connect(&services.keys, &AccessKeys::changed, this, soon);
    connect(&services.titles, &TitleService::changed, this, soon);
    connect(&services.titles, &TitleService::cleared, this, soon);
    connect(&services.titles, &TitleService::batchChanged, this, soon);
    connect(&services.settings, &SettingsService::changed, this, soon);
    followApiUrl(m_console.api, this, [this](const QString &url) {
        m_empty->setCommand(QStringLiteral("curl %1/api/activity -H \"X-Auth-Hash: $KULE_API_KEY\"").arg(url));
    });
}

void ActivityPanel::filterChanged(const QString &text)
{
    m_filter->setProblem(m_model->setFilter(text));
    Q_EMIT stateChanged();
}

void ActivityPanel::loaded()
{
    m_header->setCount(m_model->rowCount());
    for (QAction *action : m_export->actions())
        action->setEnabled(m_model->rowCount() > 0);
}

void ActivityPanel::open(const QString &key)
{
    if (const Activity *activity = m_model->at(m_model->rowOf(key))) {
        m_detail->open(*activity);
        m_splitter->openDetail();
    }
}

void ActivityPanel::close()
{
    m_splitter->closeDetail();
    m_table->setFocus();
}

void ActivityPanel::refresh()
{
    m_model->load();
}

void ActivityPanel::focusFilter()
{
    m_filter->focus();
}

void ActivityPanel::show(const QString &what)
{
    if (what.startsWith(u'?'))
        m_filter->setText(what.mid(1));
}

bool ActivityPanel::goBack()
{
    if (!m_splitter->isDetailOpen())
        return false;
    close();
    return true;
}

Json ActivityPanel::saveState() const
{
    return {{"filter", m_filter->text()}, {"table", m_table->saveState()}, {"splitter", m_splitter->saveState()}};
}

void ActivityPanel::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_table->restoreState(state.value("table", Json::object()));
    m_splitter->restoreState(state.value("splitter", Json::object()));
    if (const QString filter = textOf(state, "filter"); !filter.isEmpty())
        m_filter->setText(filter);
}

bool ActivityPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Beside an open row there is room for what tells the rows apart; its page has the rest.
    if (watched == m_table && event->type() == QEvent::Resize) {
        m_table->setColumnHidden(ActivityModel::Detail, m_table->width() < 640);
        m_table->horizontalHeader()->setSectionResizeMode(ActivityModel::Target, m_table->width() < 640 ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    return Panel::eventFilter(watched, event);
}

void ActivityPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_model->hasLoaded())
        m_model->lookForNew(); // what came while nobody looked
}

void ActivityPanel::retranslate()
{
    m_header->setName(tr("Activity"));
    m_export->retranslate();
    m_filter->setPlaceholder(tr("Filter: by:ci action:job since:1d words"));
    m_table->setAccessibleName(tr("Activity"));
    m_empty->setSentence(tr("Nothing has been done yet. Each job, key, setting and deletion is noted here, with who did it."));
    m_empty->setActionText(tr("New job"));
    m_noMatch->setSentence(tr("Nothing matches the filter."));
    m_noMatch->setActionText(tr("Clear the filter"));
    if (m_model->hasLoaded())
        filterChanged(m_filter->text());
}

} // namespace kule
