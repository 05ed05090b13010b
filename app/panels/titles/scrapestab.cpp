// SPDX-License-Identifier: GPL-3.0-or-later
#include "scrapestab.h"

#include "batchview.h"
#include "scrapeform.h"
#include "theme/theme.h"
#include "widgets/detailsplitter.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/progressdelegate.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {
namespace {
constexpr double sideShare = 0.6; ///< the titles of a batch need more room than the list of batches
}

ScrapesTab::ScrapesTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_model(new BatchesModel(console.services.titles, console.services.clock, this))
    , m_problem(new ErrorStrip)
    , m_list(new QStackedWidget)
    , m_table(new TableView)
    , m_empty(new EmptyState(QStringLiteral("titles")))
    , m_side(new QStackedWidget)
    , m_batch(new BatchView(console.services.titles, console.services.jobs, console.services.clock))
    , m_form(new ScrapeForm(console.services.titles))
{
    m_table->setObjectName(QStringLiteral("batchTable"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(BatchesModel::State, new StateDelegate(m_table));
    m_table->setItemDelegateForColumn(BatchesModel::Progress, new ProgressDelegate(m_table));
    m_table->setColumnWidths({152, 160, 216, 96, 112}, BatchesModel::Name);
    m_table->installEventFilter(this);
    m_empty->setObjectName(QStringLiteral("batchesEmpty"));
    m_problem->setObjectName(QStringLiteral("batchesProblem"));
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    m_side->addWidget(m_batch);
    m_side->addWidget(m_form);
    m_side->setMinimumWidth(320);
    m_splitter = new DetailSplitter(m_list, m_side);
    m_splitter->restoreState({{"wide", sideShare}, {"narrow", sideShare}});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_problem);
    column->addWidget(m_splitter, 1);
    connectAll();
    retranslate();
    m_model->load();
}

void ScrapesTab::connectAll()
{
    const auto openAt = [this](const QModelIndex &index) {
        if (const TitleBatch *batch = m_model->at(index.row()))
            show(*batch);
    };
    connect(m_table, &TableView::opened, this, openAt);
    connect(m_table, &QAbstractItemView::clicked, this, openAt);
    connect(m_table, &TableView::currentRowChanged, this, [this, openAt](const QModelIndex &index) {
        if (!m_isReselecting && m_splitter->isDetailOpen() && m_side->currentWidget() == m_batch)
            openAt(index);
    });
    connect(m_table, &TableView::announcementClicked, this, [this] {
        m_goesToTop = true;
        m_model->load();
    });
    connect(m_model, &BatchesModel::freshChanged, m_table, [this](int count) { m_table->announce(count); });
    connect(m_model, &BatchesModel::loaded, this, &ScrapesTab::loaded);
    connect(m_model, &BatchesModel::problemChanged, this, [this] {
        if (m_model->problem())
            m_problem->showError(*m_model->problem(), [] { return tr("Try again"); });
        else
            m_problem->clear();
    });
    connect(m_problem, &ErrorStrip::activated, this, &ScrapesTab::refresh);
    connect(m_empty, &EmptyState::activated, this, [this] { openForm(); });
    connect(m_batch, &BatchView::closeAsked, this, &ScrapesTab::close);
    connect(m_batch, &BatchView::linkAsked, this, &ScrapesTab::linkAsked);
    connect(m_batch, &BatchView::titleAsked, this, &ScrapesTab::titleAsked);
    connect(m_form, &ScrapeForm::closeAsked, this, [this] { closeDetail(); });
    connect(m_form, &ScrapeForm::begun, this, [this](const TitleBatch &batch) {
        m_goesToTop = true;
        show(batch);
        m_batch->setFocus();
        m_model->load();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, &ScrapesTab::stateChanged);
}

void ScrapesTab::loaded()
{
    m_list->setCurrentWidget(m_model->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    reselect();
    if (std::exchange(m_goesToTop, false))
        m_table->scrollToTop();
}

void ScrapesTab::reselect()
{
    const int row = m_batch->id().isEmpty() ? -1 : m_model->rowOf(m_batch->id());
    if (row < 0 || m_table->current().row() == row)
        return;
    m_isReselecting = true;
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isReselecting = false;
}

void ScrapesTab::show(const TitleBatch &batch)
{
    m_side->setCurrentWidget(m_batch);
    m_batch->open(batch);
    m_splitter->openDetail();
    reselect();
    Q_EMIT stateChanged();
}

void ScrapesTab::open(const QString &batch)
{
    m_side->setCurrentWidget(m_batch);
    m_batch->open(batch);
    m_splitter->openDetail();
    reselect();
    Q_EMIT stateChanged();
}

void ScrapesTab::openForm()
{
    m_side->setCurrentWidget(m_form);
    m_splitter->openDetail();
    m_form->begin();
}

void ScrapesTab::openForm(const QString &lines)
{
    openForm();
    m_form->addLines(lines);
}

void ScrapesTab::openFile(const QString &file)
{
    openForm();
    m_form->addFile(file);
}

void ScrapesTab::begin(const TitleBatchRequest &request)
{
    whenDone(m_console.services.titles.begin(request, Actor::console()), this, [this](const Result<TitleBatch> &batch) {
        if (!batch)
            return m_problem->showError(batch.error());
        m_problem->clear();
        m_goesToTop = true;
        show(*batch);
        m_model->load();
    });
}

void ScrapesTab::close()
{
    m_splitter->closeDetail();
    m_batch->clear();
    m_list->currentWidget()->setFocus();
    Q_EMIT stateChanged();
}

bool ScrapesTab::closeDetail()
{
    if (!m_splitter->isDetailOpen())
        return false;
    if (m_side->currentWidget() == m_form && !m_batch->id().isEmpty())
        m_side->setCurrentWidget(m_batch);
    else
        close();
    return true;
}

void ScrapesTab::refresh()
{
    m_model->load();
    m_batch->refresh();
}

void ScrapesTab::setApiUrl(const QString &url)
{
    m_empty->setCommand(QStringLiteral("curl -X POST %1/api/titles/batches -H \"X-API-Key: $KULE_API_KEY\" -H 'Content-Type: application/json' "
                                       "-d '{\"urls\": [\"https://www.netflix.com/tr/title/81616256\"]}'").arg(url));
}

Json ScrapesTab::saveState() const
{
    return {{"table", m_table->saveState()},
            {"splitter", m_splitter->saveState()},
            {"items", m_batch->saveState()},
            {"form", m_form->saveState()},
            {"form_open", m_splitter->isDetailOpen() && m_side->currentWidget() == m_form},
            {"batch", m_splitter->isDetailOpen() ? m_batch->id() : QString()}};
}

void ScrapesTab::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_table->restoreState(state.value("table", Json::object()));
    m_splitter->restoreState(state.value("splitter", Json::object()));
    m_batch->restoreState(state.value("items", Json::object()));
    m_form->restoreState(state.value("form", Json::object()));
    if (const QString batch = textOf(state, "batch"); !batch.isEmpty())
        open(batch);
    if (const auto form = state.find("form_open"); form != state.end() && form->is_boolean() && form->get<bool>()) {
        m_side->setCurrentWidget(m_form);
        m_splitter->openDetail();
    }
}

void ScrapesTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool ScrapesTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize) {
        const int width = m_table->width();
        m_table->setColumnHidden(BatchesModel::Begun, width < 600);
        m_table->setColumnHidden(BatchesModel::Failed, width < 480);
        m_table->setColumnWidth(BatchesModel::Progress, width < 480 ? 148 : 216);
    }
    return QWidget::eventFilter(watched, event);
}

void ScrapesTab::retranslate()
{
    m_table->setAccessibleName(tr("Batches of titles"));
    m_empty->setSentence(tr("Nothing has been scraped yet. Paste addresses of titles, or drop a text file with one a line."));
    m_empty->setActionText(tr("Scrape titles"));
}

} // namespace kule
