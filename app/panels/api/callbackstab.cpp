// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/api/callbackstab.h"

#include "base/clock.h"
#include "theme/statelook.h"
#include "theme/theme.h"
#include "widgets/cells.h"
#include "widgets/choice.h"
#include "widgets/codeview.h"
#include "widgets/detailsplitter.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/errorstrip.h"
#include "widgets/statedelegate.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {
namespace {

enum Column { State, Url, Tries, Created, Next };

StateLook lookOf(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return {Glyph::DottedRing, Token::Waiting, CallbacksTab::tr("Waiting")};
    case DeliveryState::Delivered:
        return {Glyph::Disc, Token::Succeeded, CallbacksTab::tr("Delivered")};
    case DeliveryState::Dead:
        return {Glyph::Triangle, Token::Failed, CallbacksTab::tr("Given up")};
    }
    return {};
}

QString lineOf(const DeliveryTry &attempt)
{
    const QString outcome = attempt.status > 0 ? CallbacksTab::tr("answered %1").arg(attempt.status) : CallbacksTab::tr("no answer");
    const QString line = CallbacksTab::tr("%1. %2: %3, %4").arg(QString::number(attempt.number), exactTime(attempt.at), outcome, durationText(attempt.durationMs));
    return attempt.error.isEmpty() ? line : line + QStringLiteral("\n   ") + sentenceOf(attempt.error);
}

} // namespace

CallbacksTab::CallbacksTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_state(new Choice)
    , m_error(new ErrorStrip)
    , m_table(new TableView)
    , m_empty(new EmptyState(QStringLiteral("open")))
{
    m_splitter = new DetailSplitter(buildList(), buildDetail());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &CallbacksTab::refresh);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &row) { showDetail(m_model->at(row)); });
    connect(m_table, &TableView::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid() && m_splitter->isDetailOpen())
            showDetail(m_model->at(row));
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &row) { showDetail(m_model->at(row)); });
    connect(&m_console.services.callbacks, &CallbackService::changed, this, &CallbacksTab::take);
    connect(m_error, &ErrorStrip::activated, this, &CallbacksTab::refresh);
    retranslate();
    refresh();
}

QWidget *CallbacksTab::buildList()
{
    const Clock &clock = m_console.services.clock;
    using Columns = std::vector<RowsModel<Delivery>::Column>;
    m_model = new RowsModel<Delivery>(
        Columns{
            {[] { return tr("State"); },
             [](const Delivery &row, int role) { return stateCell(role, lookOf(row.state)); }},
            {[] { return tr("Address"); },
             [](const Delivery &row, int role) { return wordsCell(role, row.url, row.url); }},
            {[] { return tr("Tries"); },
             [](const Delivery &row, int role) { return wordsCell(role, QLocale().toString(static_cast<qulonglong>(row.tries.size()))); },
             Qt::AlignRight | Qt::AlignVCenter},
            {[] { return tr("Created"); },
             [&clock](const Delivery &row, int role) { return momentCell(role, row.createdAt, clock.wallMs()); }},
            {[] { return tr("Next try"); },
             [&clock](const Delivery &row, int role) {
                 return row.state == DeliveryState::Waiting ? momentCell(role, row.nextAt, clock.wallMs()) : wordsCell(role, QStringLiteral("–"));
             }},
        },
        [](const Delivery &a, const Delivery &b) { return a.id == b.id; }, this);

    m_state->setObjectName(QStringLiteral("callbackState"));
    for (const char *word : {"", "waiting", "delivered", "dead"})
        m_state->addItem(QString(), QByteArray(word));
    m_error->setObjectName(QStringLiteral("callbacksError"));
    m_table->setObjectName(QStringLiteral("callbacksTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(State, new StateDelegate(m_table));
    m_table->setColumnWidths({120, 320, 84, 120, 120}, Url);
    m_empty->setObjectName(QStringLiteral("callbacksEmpty"));

    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_state);
    bar->addStretch();
    column->addLayout(bar);
    column->addWidget(m_error);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    return list;
}

QWidget *CallbacksTab::buildDetail()
{
    auto *detail = new QFrame;
    detail->setObjectName(QStringLiteral("callbackDetail"));
    detail->setProperty("kind", QStringLiteral("card"));
    m_detailState = new StateLabel;
    m_detailUrl = new ElidedLabel(Qt::ElideMiddle);
    m_detailUrl->setFont(codeFont(font()));
    m_tries = new CodeView;
    m_tries->setObjectName(QStringLiteral("callbackTries"));
    m_tries->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_redeliver = new QPushButton;
    m_redeliver->setObjectName(QStringLiteral("redeliver"));
    m_redeliver->setProperty("kind", QStringLiteral("main"));
    m_job = new QPushButton;
    m_job->setObjectName(QStringLiteral("callbackJob"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_redeliver);
    buttons->addWidget(m_job);
    buttons->addStretch();
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(m_detailState);
    column->addWidget(m_detailUrl);
    column->addWidget(m_tries, 1);
    column->addLayout(buttons);
    connect(m_redeliver, &QPushButton::clicked, this, &CallbacksTab::redeliver);
    connect(m_job, &QPushButton::clicked, this, [this] {
        if (m_shown)
            Q_EMIT jobAsked(m_shown->job.value);
    });
    return detail;
}

std::optional<DeliveryState> CallbacksTab::wanted() const
{
    return deliveryStateOf(m_state->currentData().toByteArray());
}

void CallbacksTab::showState(DeliveryState state)
{
    m_state->setCurrentIndex(m_state->findData(QByteArray(wordOf(state))));
}

void CallbacksTab::refresh()
{
    load({});
}

void CallbacksTab::load(const QString &after)
{
    const int asked = ++m_asked;
    whenDone(m_console.services.callbacks.list(wanted(), {after, 200}), this, [this, asked, after](const Result<Page<Delivery>> &page) {
        if (asked != m_asked)
            return;
        if (!page) {
            m_error->showError(page.error(), [] { return tr("Try again"); });
            return;
        }
        m_error->clear();
        m_model->setFetch(page->next.isEmpty() ? std::function<void()>() : [this, next = page->next] { load(next); });
        if (after.isEmpty())
            m_model->sync(page->items);
        else
            m_model->append(page->items);
        m_table->setVisible(m_model->rowCount() > 0);
        m_empty->setVisible(m_model->rowCount() == 0);
    });
}

void CallbacksTab::take(const Delivery &delivery)
{
    if (m_shown && m_shown->id == delivery.id)
        showDetail(delivery);
    if (!m_model->update(delivery))
        refresh();
}

void CallbacksTab::showDetail(const Delivery &delivery)
{
    m_shown = delivery;
    m_detailState->setLook(lookOf(delivery.state));
    m_detailUrl->setText(delivery.url);
    QStringList lines;
    for (const DeliveryTry &attempt : delivery.tries)
        lines << lineOf(attempt);
    m_tries->setCode(lines.isEmpty() ? tr("Not tried yet.") : lines.join(u'\n'));
    m_redeliver->setEnabled(delivery.state != DeliveryState::Waiting);
    m_splitter->openDetail();
}

bool CallbacksTab::closeDetail()
{
    if (!m_splitter->isDetailOpen())
        return false;
    m_splitter->closeDetail();
    m_shown.reset();
    m_table->setFocus();
    return true;
}

void CallbacksTab::redeliver()
{
    m_redeliver->setEnabled(false);
    whenDone(m_console.services.callbacks.redeliver(m_shown->id, Actor::console()), this, [this](const Result<Delivery> &sent) {
        if (sent)
            take(*sent);
        else
            m_error->showError(sent.error());
    });
}

Json CallbacksTab::saveState() const
{
    return {{"state", m_state->currentIndex()}, {"splitter", m_splitter->saveState()}};
}

void CallbacksTab::restoreState(const Json &state)
{
    if (const auto index = state.find("state"); index != state.end() && index->is_number_integer())
        m_state->setCurrentIndex(std::clamp(index->get<int>(), 0, m_state->count() - 1));
    if (const auto splitter = state.find("splitter"); splitter != state.end())
        m_splitter->restoreState(*splitter);
}

void CallbacksTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CallbacksTab::retranslate()
{
    m_state->setAccessibleName(tr("Which callbacks"));
    m_state->setItemText(0, tr("All states"));
    m_state->setItemText(1, lookOf(DeliveryState::Waiting).word);
    m_state->setItemText(2, lookOf(DeliveryState::Delivered).word);
    m_state->setItemText(3, lookOf(DeliveryState::Dead).word);
    m_table->setAccessibleName(tr("Callbacks"));
    m_tries->setLabel(tr("Tries"));
    m_redeliver->setText(tr("Send again"));
    m_redeliver->setAccessibleName(m_redeliver->text());
    m_job->setText(tr("Show job"));
    m_job->setAccessibleName(m_job->text());
    m_empty->setSentence(tr("No callback is waiting or was sent. A job that names a callback_url sends its fatal report there when it fails."));
    m_model->reword();
    if (m_shown)
        showDetail(*m_shown);
}

} // namespace kule
