// SPDX-License-Identifier: GPL-3.0-or-later
#include "botstab.h"

#include "botdeeds.h"
#include "botdetailview.h"
#include "botform.h"
#include "procfileform.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/detailsplitter.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/toast.h"
#include "widgets/words.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kule {

BotsTab::BotsTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , ListParts(QStringLiteral("bots"), QStringLiteral("bots"))
    , m_console(console)
    , m_model(new BotsModel(console.services.bots, console.services.clock, this))
    , m_side(new QStackedWidget)
    , m_detail(new BotDetailView(console.services.bots, console.services.secrets, console.services.clock, *m_model))
    , m_form(new BotForm(console))
    , m_procfile(new ProcfileForm(console.services.bots))
    , m_deeds(new BotDeeds(console.services.bots, "Bots", this))
    , m_import(new QAction(icon(QStringLiteral("folder")), QString(), this))
    , m_emptyImport(m_empty->addLink("botsEmptyImport"))
    , m_emptyHeroku(m_empty->addLink("botsEmptyHeroku"))
    , m_edit(new QAction(icon(QStringLiteral("edit")), QString(), this))
    , m_scale(new QAction(icon(QStringLiteral("list")), QString(), this))
{
    m_table->setObjectName(QStringLiteral("botTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(BotsModel::State, new StateDelegate(m_table));
    m_table->setColumnWidths({160, 152, 160, 116, 64, 240, 88, 80, 64, 104, 72, 128}, BotsModel::Remark);
    m_table->hideBelow({{BotsModel::Restarts, 1460}, {BotsModel::Mode, 1380}, {BotsModel::Username, 1300}, {BotsModel::LastUpdate, 1140}, {BotsModel::NextRestart, 980}, {BotsModel::Kind, 860},
                        {BotsModel::Latency, 760}, {BotsModel::Updates, 680}, {BotsModel::Errors, 600}});
    m_filter->setKeys(BotsModel::keys());
    m_side->addWidget(m_detail);
    m_side->addWidget(m_form);
    m_side->addWidget(m_procfile);
    m_list->setMinimumHeight(comfortableRowHeight + 2 * rowHeight); // what is read about one bot comes first
    m_side->setMinimumWidth(360);
    m_splitter = new DetailSplitter(m_list, m_side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_filter);
    column->addWidget(m_problem);
    column->addWidget(m_splitter, 1);
    addMenu();
    connectAll();
    retranslate();
    m_model->load();
}

void BotsTab::addMenu()
{
    m_import->setObjectName(QStringLiteral("importProcfile"));
    m_edit->setObjectName(QStringLiteral("editBots"));
    m_scale->setObjectName(QStringLiteral("scaleBots"));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(actions());
    connect(m_edit, &QAction::triggered, this, [this] {
        if (const BotView *view = m_model->find(m_selected))
            editBot(view->bot);
    });
    connect(m_scale, &QAction::triggered, this, [this] {
        if (m_selected.isEmpty())
            return;
        open(m_selected);
        m_detail->focusQuantity();
    });
}

QList<QAction *> BotsTab::actions() const
{
    return {m_deeds->startAction(), m_deeds->stopAction(), m_deeds->restartAction(), m_scale, m_edit, m_deeds->removeAction()};
}

void BotsTab::connectAll()
{
    const auto idAt = [this](const QModelIndex &index) { return index.isValid() ? m_model->at(index).bot.id : BotId(); };
    connect(m_filter, &FilterBar::changed, this, &BotsTab::filterChanged);
    connect(m_filter, &FilterBar::left, m_list, [this] { m_list->currentWidget()->setFocus(); });
    connect(m_table, &TableView::opened, this, [this, idAt](const QModelIndex &index) { open(idAt(index)); });
    connect(m_table, &QAbstractItemView::clicked, this, [this, idAt](const QModelIndex &index) {
        if (m_table->selectedRows().size() == 1) // a wider selection is for its menu
            open(idAt(index));
    });
    connect(m_table, &TableView::currentRowChanged, this, [this, idAt](const QModelIndex &index) {
        if (!index.isValid() || m_isReselecting)
            return;
        m_selected = idAt(index);
        // Walking through the list walks the open page along; it does not throw away a form.
        if (m_splitter->isDetailOpen() && m_side->currentWidget() == m_detail)
            m_detail->open(m_selected);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BotsTab::follow);
    connect(m_table, &TableView::deleteAsked, m_deeds, &BotDeeds::askRemove);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &BotsTab::follow);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &BotsTab::arrange);
    connect(m_model, &BotsModel::loaded, this, &BotsTab::arrange);
    connect(m_model, &BotsModel::problemChanged, this, [this] {
        if (m_model->problem())
            m_problem->showError(*m_model->problem(), [] { return tr("Try again"); });
        else
            m_problem->clear();
    });
    connect(m_model, &BotsModel::botRemoved, this, [this](const BotId &id) {
        if (m_splitter->isDetailOpen() && m_detail->id() == id)
            close();
    });
    connect(m_problem, &ErrorStrip::activated, this, &BotsTab::refresh);
    connect(m_empty, &EmptyState::activated, this, [this] { openForm(); });
    connect(m_import, &QAction::triggered, this, &BotsTab::openProcfile);
    connect(m_emptyImport, &QPushButton::clicked, this, &BotsTab::openProcfile);
    connect(m_emptyHeroku, &QPushButton::clicked, this, &BotsTab::herokuAsked);
    connect(m_procfile, &ProcfileForm::closeAsked, this, [this] { goBack(); });
    connect(m_procfile, &ProcfileForm::imported, m_model, &BotsModel::load);
    connect(m_procfile, &ProcfileForm::botAsked, this, [this](const BotId &id) { open(id); });
    connect(m_noMatch, &EmptyState::activated, this, [this] { m_filter->setText({}); });
    connect(m_deeds, &BotDeeds::begun, m_problem, &ErrorStrip::clear);
    connect(m_deeds, &BotDeeds::failed, this, [this](const Error &error) { m_problem->showError(error, [] { return tr("Load again"); }); });
    connect(m_detail, &BotDetailView::closeAsked, this, &BotsTab::close);
    connect(m_detail, &BotDetailView::editAsked, this, &BotsTab::editBot);
    connect(m_detail, &BotDetailView::tokenAsked, this, [this](const Bot &bot) {
        editBot(bot);
        m_form->focusToken();
    });
    connect(m_detail, &BotDetailView::linkAsked, this, &BotsTab::linkAsked);
    connect(m_form, &BotForm::closeAsked, this, [this] { goBack(); });
    connect(m_form, &BotForm::linkAsked, this, &BotsTab::linkAsked);
    connect(m_form, &BotForm::done, this, [this](const BotView &view) {
        m_model->load();
        leaveForm();
        open(view.bot.id);
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, &BotsTab::stateChanged);
}

void BotsTab::filterChanged(const QString &text)
{
    m_filter->setProblem(m_model->setFilter(text));
    arrange();
    Q_EMIT stateChanged();
}

void BotsTab::arrange()
{
    const int rows = m_model->rowCount();
    if (!m_model->hasLoaded())
        return;
    Q_EMIT counted(rows);
    QWidget *page = m_table;
    if (rows == 0)
        page = m_model->isFiltered() && !m_model->all().empty() ? m_noMatch : m_empty;
    m_list->setCurrentWidget(page);
    reselect();
    follow();
}

std::vector<BotView> BotsTab::selected() const
{
    std::vector<BotView> bots;
    const auto rows = m_table->selectedRows();
    for (const QModelIndex &row : rows)
        bots.push_back(m_model->at(row));
    return bots;
}

void BotsTab::follow()
{
    const auto bots = selected();
    m_edit->setEnabled(bots.size() == 1);
    m_scale->setEnabled(bots.size() == 1);
    m_deeds->setMeant(bots);
}

void BotsTab::reselect()
{
    const int row = m_selected.isEmpty() ? -1 : m_model->rowOf(m_selected);
    if (row < 0 || m_table->current().row() == row)
        return;
    m_isReselecting = true;
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isReselecting = false;
}

void BotsTab::open(const BotId &id)
{
    m_selected = id;
    m_side->setCurrentWidget(m_detail);
    m_detail->open(id);
    m_splitter->openDetail();
    reselect();
    Q_EMIT stateChanged();
}

void BotsTab::open(const BotId &id, const QString &part)
{
    open(id);
    if (part == u"deliveries")
        m_detail->showTab(BotDetailView::Deliveries);
    else if (part == u"review")
        m_detail->showDeliveries(BotDeliveryState::Review);
    else if (part == u"texts")
        m_detail->showTab(BotDetailView::Texts);
}

void BotsTab::openForm()
{
    m_side->setCurrentWidget(m_form);
    m_splitter->openDetail();
    m_form->begin();
}

void BotsTab::openProcfile()
{
    m_side->setCurrentWidget(m_procfile);
    m_splitter->openDetail();
    m_procfile->begin();
}

void BotsTab::editBot(const Bot &bot)
{
    open(bot.id);
    m_side->setCurrentWidget(m_form);
    m_form->begin(bot);
}

void BotsTab::close()
{
    m_splitter->closeDetail();
    m_detail->clear();
    m_list->currentWidget()->setFocus();
    Q_EMIT stateChanged();
}

void BotsTab::leaveForm()
{
    m_table->setFocus(); // else it goes to the button that closes what comes now
    m_side->setCurrentWidget(m_detail);
}

bool BotsTab::goBack()
{
    if (!m_splitter->isDetailOpen())
        return false;
    if (m_side->currentWidget() != m_detail && !m_detail->id().isEmpty())
        leaveForm();
    else
        close();
    return true;
}

void BotsTab::refresh()
{
    m_model->load();
    m_detail->refresh();
}

void BotsTab::focusFilter()
{
    m_filter->focus();
}

void BotsTab::setFilter(const QString &filter)
{
    m_filter->setText(filter);
}

void BotsTab::setApiUrl(const QString &url)
{
    m_detail->setApiUrl(url);
    m_empty->setCommand(QStringLiteral("curl -X POST %1/api/bots -H \"X-API-Key: $KULE_API_KEY\" -H 'Content-Type: application/json' "
                                       "-d '{\"name\": \"tanitim\", \"kind\": \"introduction\", \"token\": \"123456:YOUR-TOKEN\", \"config\": {\"commands\": [{\"command\": \"start\", \"text\": {\"tr\": \"Merhaba!\"}}]}}'")
                            .arg(url));
}

Json BotsTab::saveState() const
{
    const bool isOpen = m_splitter->isDetailOpen();
    return {{"filter", m_filter->text()},
            {"table", m_table->saveState()},
            {"splitter", m_splitter->saveState()},
            {"detail", m_detail->saveState()},
            {"form", m_form->saveState()},
            {"form_open", isOpen && m_side->currentWidget() == m_form && m_form->isNew()},
            {"bot", isOpen ? m_detail->id().value : QString()}};
}

void BotsTab::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    m_table->restoreState(state.value("table", Json::object()));
    m_splitter->restoreState(state.value("splitter", Json::object()));
    m_detail->restoreState(state.value("detail", Json::object()));
    m_form->restoreState(state.value("form", Json::object()));
    if (const QString filter = textOf(state, "filter"); !filter.isEmpty())
        m_filter->setText(filter);
    if (const QString bot = textOf(state, "bot"); !bot.isEmpty())
        open(BotId{bot});
    if (const auto form = state.find("form_open"); form != state.end() && form->is_boolean() && form->get<bool>())
        openForm();
}

void BotsTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BotsTab::retranslate()
{
    m_deeds->retranslate();
    m_import->setText(tr("Import a Procfile…"));
    m_emptyImport->setText(tr("Import a Procfile"));
    m_emptyImport->setAccessibleName(m_emptyImport->text());
    m_emptyHeroku->setText(tr("See what runs on Heroku"));
    m_emptyHeroku->setAccessibleName(m_emptyHeroku->text());
    m_edit->setText(tr("Settings of the bot…"));
    m_scale->setText(tr("Chats at once…"));
    m_filter->setPlaceholder(tr("Filter: state:trouble kind:introduction words"));
    m_filter->setAccessibleLabel(tr("Filter the bots"));
    m_table->setAccessibleName(tr("Bots"));
    m_empty->setSentence(tr("No bot yet. Make one with @BotFather on Telegram, then enter its token here: Kule keeps it running."));
    m_empty->setActionText(tr("Add bot"));
    m_noMatch->setSentence(tr("No bot matches the filter."));
    m_noMatch->setActionText(tr("Clear the filter"));
    m_model->reword();
}

} // namespace kule
