// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/api/requeststab.h"

#include "base/clock.h"
#include "theme/theme.h"
#include "widgets/emptystate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kule {
namespace {

enum Column { At, Method, Target, Status, Took, Caller };
constexpr int kept = 500;

QVariant words(const QString &text, int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text) : QVariant();
}

} // namespace

RequestsTab::RequestsTab(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_table(new TableView)
    , m_empty(new EmptyState(QStringLiteral("api")))
    , m_stack(new QStackedLayout)
{
    constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    using Columns = std::vector<RowsModel<ApiRequestNote>::Column>;
    m_model = new RowsModel<ApiRequestNote>(
        Columns{
            {[] { return tr("Time"); },
             [](const ApiRequestNote &note, int role) {
                 if (role == Qt::DisplayRole)
                     return QVariant(QLocale().toString(QDateTime::fromMSecsSinceEpoch(note.at).time(), QStringLiteral("HH:mm:ss.zzz")));
                 return role == Qt::ToolTipRole ? QVariant(exactTime(note.at)) : QVariant();
             }},
            {[] { return tr("Method"); }, [](const ApiRequestNote &note, int role) { return words(QString::fromLatin1(note.method), role); }},
            {[] { return tr("Path"); },
             [this](const ApiRequestNote &note, int role) {
                 return role == Qt::FontRole ? QVariant(codeFont(font())) : words(QString::fromLatin1(note.target), role);
             }},
            {[] { return tr("Status"); },
             [this](const ApiRequestNote &note, int role) {
                 if (role == Qt::ForegroundRole && note.status >= 400)
                     return QVariant(color(note.status >= 500 ? Token::Failed : Token::Waiting, palette()));
                 return role == Qt::DisplayRole ? QVariant(QString::number(note.status)) : QVariant();
             },
             right},
            {[] { return tr("Took"); },
             [](const ApiRequestNote &note, int role) {
                 return role == Qt::DisplayRole ? QVariant(tr("%1 ms").arg(QLocale().toString(static_cast<double>(note.microseconds) / 1000, 'f', 1)))
                                                : QVariant();
             },
             right},
            {[] { return tr("Key"); },
             [](const ApiRequestNote &note, int role) { return words(note.caller.isEmpty() ? QStringLiteral("–") : note.caller, role); }},
        },
        [](const ApiRequestNote &a, const ApiRequestNote &b) { return a.at == b.at && a.target == b.target && a.microseconds == b.microseconds; }, this);
    m_table->setObjectName(QStringLiteral("requestsTable"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({110, 80, 320, 72, 96, 140}, Target);
    m_empty->setObjectName(QStringLiteral("requestsEmpty"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->addLayout(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);

    connect(&m_console.api, &ApiControl::served, this, &RequestsTab::take);
    connect(&m_console.api, &ApiControl::changed, this, [this](const ApiStatus &status) {
        m_address = status.urls.value(0);
        retranslate();
    });
    connect(m_table, &TableView::announcementClicked, this, [this] {
        showWaiting();
        m_table->scrollToTop();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!isBusyLooking())
            showWaiting();
    });
    retranslate();
    refresh();
}

void RequestsTab::refresh()
{
    whenDone(m_console.api.status(), this, [this](const Result<ApiStatus> &status) {
        m_address = status ? status->urls.value(0) : QString();
        retranslate();
    });
    whenDone(m_console.api.recent(), this, [this](const Result<std::vector<ApiRequestNote>> &notes) {
        if (!notes)
            return;
        m_waiting.clear();
        m_table->announce(0);
        m_model->sync(*notes);
        m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    });
}

bool RequestsTab::isBusyLooking() const
{
    return m_table->verticalScrollBar()->value() > 0 || m_table->viewport()->underMouse();
}

void RequestsTab::take(const std::vector<ApiRequestNote> &notes)
{
    std::vector<ApiRequestNote> newestFirst(notes);
    std::stable_sort(newestFirst.begin(), newestFirst.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    m_waiting.insert(m_waiting.begin(), newestFirst.begin(), newestFirst.end());
    if (m_waiting.size() > kept)
        m_waiting.resize(kept);
    if (m_model->rowCount() == 0 || !isBusyLooking())
        showWaiting();
    else
        m_table->announce(static_cast<qint64>(m_waiting.size()));
}

void RequestsTab::showWaiting()
{
    m_model->insert(0, std::exchange(m_waiting, {}));
    m_model->truncate(kept);
    m_table->announce(0);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
}

void RequestsTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RequestsTab::retranslate()
{
    m_table->setAccessibleName(tr("Requests to the API"));
    m_empty->setSentence(tr("Nobody has called the API since the start. Try it:"));
    m_empty->setCommand(m_address.isEmpty() ? QString() : QStringLiteral("curl -H \"X-Auth-Hash: $KULE_KEY\" %1/").arg(m_address));
    m_model->reword();
}

} // namespace kule
