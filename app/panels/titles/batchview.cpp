// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchview.h"

#include "theme/theme.h"
#include "titleerror.h"
#include "titles/titleurl.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/flatbutton.h"
#include "widgets/progressdelegate.h"
#include "widgets/statedelegate.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"
#include "widgets/toast.h"
#include "widgets/words.h"
#include "words/titlewords.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace kule {
namespace {

/// What the button beside an error does.
enum class Help { Again, Browser, Pace, Job, Correct };

Help helpFor(const QByteArray &code)
{
    if (code == "NOT_FOUND" || code == "REGION_UNAVAILABLE")
        return Help::Browser;
    if (code == "RATE_LIMITED")
        return Help::Pace;
    if (code == "VALIDATION_ERROR")
        return Help::Correct;
    return code == "SCRAPE_ERROR" ? Help::Again : Help::Job;
}

QString wordsOf(Help help)
{
    switch (help) {
    case Help::Again:
        return BatchView::tr("Try again");
    case Help::Browser:
        return BatchView::tr("Open in the browser");
    case Help::Pace:
        return BatchView::tr("Set the pace");
    case Help::Job:
        return BatchView::tr("Open the job");
    case Help::Correct:
        return BatchView::tr("Correct it");
    }
    return {};
}

QAction *entry(QWidget *owner, const char *name, const char *iconName)
{
    auto *action = new QAction(icon(QString::fromLatin1(iconName)), QString(), owner);
    action->setObjectName(QString::fromLatin1(name));
    return action;
}

} // namespace

BatchView::BatchView(TitleService &titles, JobService &jobs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_titles(titles)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_name(new ElidedLabel)
    , m_main(new QPushButton)
    , m_close(flatButton("batchClose", "close"))
    , m_state(new StateLabel)
    , m_counts(new QLabel)
    , m_bar(new QProgressBar)
    , m_problem(new ErrorStrip)
    , m_model(new ItemsModel(titles, jobs, clock, this))
    , m_table(new TableView)
    , m_advice(new ErrorStrip)
    , m_openTitle(entry(this, "openItemTitle", "titles"))
    , m_openJob(entry(this, "openItemJob", "jobs"))
    , m_again(entry(this, "scrapeItemAgain", "retry"))
    , m_copyUrl(entry(this, "copyItemUrl", "copy"))
{
    setObjectName(QStringLiteral("batchView"));
    setFocusProxy(m_table);
    m_name->setObjectName(QStringLiteral("batchName"));
    m_name->setFont(titleFont(font()));
    m_main->setObjectName(QStringLiteral("batchMain"));
    m_state->setObjectName(QStringLiteral("batchState"));
    m_counts->setObjectName(QStringLiteral("batchCounts"));
    m_counts->setProperty("kind", QStringLiteral("muted"));
    m_bar->setObjectName(QStringLiteral("batchBar"));
    m_bar->setTextVisible(false);
    m_problem->setObjectName(QStringLiteral("batchProblem"));
    m_advice->setObjectName(QStringLiteral("itemAdvice"));
    m_table->setObjectName(QStringLiteral("itemTable"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(ItemsModel::State, new StateDelegate(m_table));
    m_table->setItemDelegateForColumn(ItemsModel::Stage, new ProgressDelegate(m_table));
    m_table->setColumnWidths({112, 196, 200, 88, 112}, ItemsModel::Stage);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_openTitle, m_openJob, m_again, m_copyUrl});
    m_table->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_name, 1);
    head->addWidget(m_main);
    head->addWidget(m_close);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    line->addWidget(m_state);
    line->addWidget(m_counts, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    column->addWidget(m_advice);
    connectAll();
    retranslate();
}

void BatchView::connectAll()
{
    connect(m_close, &QToolButton::clicked, this, &BatchView::closeAsked);
    connect(m_main, &QPushButton::clicked, this, &BatchView::moveOn);
    connect(m_problem, &ErrorStrip::activated, this, &BatchView::load);
    connect(m_advice, &ErrorStrip::activated, this, &BatchView::help);
    connect(&m_titles, &TitleService::batchChanged, this, [this](const TitleBatch &batch) {
        if (batch.id == m_id)
            take(batch);
    });
    connect(m_model, &ItemsModel::failed, this, [this](const Error &error) { m_problem->showError(error, [] { return tr("Try again"); }); });
    connect(m_model, &ItemsModel::arrived, this, &BatchView::choose);
    connect(m_table, &TableView::currentRowChanged, this, &BatchView::choose);
    connect(m_table, &TableView::opened, this, &BatchView::openItem);
    connect(m_openTitle, &QAction::triggered, this, [this] { openItem(m_table->current()); });
    connect(m_openJob, &QAction::triggered, this, [this] {
        if (const TitleBatchItem *item = chosen())
            Q_EMIT linkAsked(QStringLiteral("jobs"), item->job.value);
    });
    connect(m_again, &QAction::triggered, this, &BatchView::tryAgain);
    connect(m_copyUrl, &QAction::triggered, this, [this] {
        if (const TitleBatchItem *item = chosen())
            copyText(this, item->url, tr("Address copied"));
    });
}

void BatchView::open(const QString &id)
{
    if (id == m_id)
        return;
    clear();
    m_id = id;
    load();
}

void BatchView::open(const TitleBatch &batch)
{
    if (batch.id == m_id)
        return;
    clear();
    m_id = batch.id;
    take(batch);
}

void BatchView::clear()
{
    ++m_asked;
    m_id.clear();
    m_batch.reset();
    m_isBusy = m_isOpen = false;
    m_problem->clear();
    m_advice->clear();
    m_model->clear();
    fill();
}

void BatchView::refresh()
{
    if (!m_id.isEmpty())
        load();
}

void BatchView::load()
{
    whenDone(m_titles.batch(m_id), this, [this, asked = ++m_asked](const Result<TitleBatch> &batch) {
        if (asked != m_asked)
            return;
        if (!batch)
            return m_problem->showError(batch.error(), [] { return tr("Try again"); });
        m_problem->clear();
        take(*batch);
    });
}

void BatchView::take(const TitleBatch &batch)
{
    m_batch = batch;
    if (std::exchange(m_isOpen, true))
        m_model->update(batch);
    else
        m_model->open(batch);
    fill();
}

void BatchView::fill()
{
    const bool isKnown = m_batch.has_value();
    for (QWidget *part : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_counts), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_table)})
        part->setVisible(isKnown);
    if (!isKnown) {
        m_name->setText({});
        m_main->hide();
        return;
    }
    const QLocale locale;
    const TitleBatch &batch = *m_batch;
    const qint64 done = batch.succeeded + batch.failed;
    m_name->setText(shownText(nameOf(batch)));
    m_state->setLook(lookOf(batch));
    QStringList counts{tr("%1 of %2 done").arg(locale.toString(done), locale.toString(batch.total))};
    if (batch.failed > 0)
        counts << tr("%1 failed").arg(locale.toString(batch.failed));
    if (batch.running > 0)
        counts << tr("%1 running").arg(locale.toString(batch.running));
    counts << relativeTime(batch.createdAt, m_clock.wallMs());
    m_counts->setText(counts.join(QStringLiteral(" · ")));
    m_counts->setToolTip(batch.isRefresh ? tr("From the pages, whatever is stored") : exactTime(batch.createdAt));
    m_bar->setRange(0, static_cast<int>(batch.total));
    m_bar->setValue(static_cast<int>(done));
    const bool isRunning = batch.state == BatchState::Running;
    const bool canGoOn = !isRunning && batch.waiting + batch.failed > 0;
    m_main->setVisible(isRunning || canGoOn);
    m_main->setEnabled(!m_isBusy);
    m_main->setText(isRunning ? tr("Stop") : batch.waiting > 0 ? tr("Resume") : tr("Retry %n failed", nullptr, static_cast<int>(batch.failed)));
    m_main->setToolTip(isRunning ? tr("What runs goes on to its end, the rest waits") : tr("What waits, and what failed once more"));
    m_main->setIcon(icon(isRunning ? QStringLiteral("stop") : batch.waiting > 0 ? QStringLiteral("play") : QStringLiteral("retry")));
    m_main->setAccessibleName(m_main->text());
}

void BatchView::moveOn()
{
    if (!m_batch)
        return;
    m_isBusy = true;
    fill();
    const bool isRunning = m_batch->state == BatchState::Running;
    const auto answer = isRunning ? m_titles.stopBatch(m_id, Actor::console()) : m_titles.resumeBatch(m_id, Actor::console());
    whenDone(answer, this, [this, id = m_id](const Result<TitleBatch> &batch) {
        if (id != m_id)
            return;
        m_isBusy = false;
        if (batch) {
            m_problem->clear();
            take(*batch);
        } else {
            m_problem->showError(batch.error(), [] { return tr("Look again"); });
            fill();
        }
    });
}

void BatchView::tryAgain()
{
    const TitleBatchItem *item = chosen();
    if (!item)
        return;
    whenDone(m_titles.retryItem(m_id, item->number, Actor::console()), this, [this, id = m_id](const Result<TitleBatch> &batch) {
        if (id != m_id)
            return;
        if (!batch)
            return m_problem->showError(batch.error(), [] { return tr("Look again"); });
        m_problem->clear();
        take(*batch);
        if (batch->state == BatchState::Stopped)
            Toast::show(this, tr("The title waits until the batch is resumed"));
    });
}

const TitleBatchItem *BatchView::chosen() const
{
    return m_model->at(m_table->current().row());
}

void BatchView::choose()
{
    const TitleBatchItem *item = chosen();
    m_openTitle->setEnabled(item && item->state == "succeeded");
    m_openJob->setEnabled(item && !item->job.isEmpty());
    m_again->setEnabled(item && (item->state == "failed" || item->state == "cancelled"));
    m_copyUrl->setEnabled(item);
    if (!item || item->code.isEmpty() || item->state != "failed")
        return m_advice->clear();
    const Error error = titleError(item->code, item->error);
    if (!m_advice->error() || m_advice->error()->code != error.code || m_advice->error()->message != error.message)
        m_advice->showError(error, [help = helpFor(item->code)] { return wordsOf(help); });
}

void BatchView::help()
{
    const TitleBatchItem *item = chosen();
    if (!item)
        return;
    switch (helpFor(item->code)) {
    case Help::Again:
        tryAgain();
        break;
    case Help::Browser:
        QDesktopServices::openUrl(QUrl(item->url));
        break;
    case Help::Pace:
        Q_EMIT linkAsked(QStringLiteral("settings"), QStringLiteral("titles.pace_ms"));
        break;
    case Help::Job:
        Q_EMIT linkAsked(QStringLiteral("jobs"), item->job.value);
        break;
    case Help::Correct:
        Q_EMIT linkAsked(QStringLiteral("titles"), QStringLiteral("new:") + item->url);
        break;
    }
}

void BatchView::openItem(const QModelIndex &index)
{
    const TitleBatchItem *item = m_model->at(index.row());
    if (!item)
        return;
    const auto key = titleKeyOf(item->url);
    if (item->state == "succeeded" && key)
        Q_EMIT titleAsked(*key);
    else if (!item->job.isEmpty())
        Q_EMIT linkAsked(QStringLiteral("jobs"), item->job.value);
}

Json BatchView::saveState() const
{
    return m_table->saveState();
}

void BatchView::restoreState(const Json &state)
{
    if (state.is_object())
        m_table->restoreState(state);
}

void BatchView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool BatchView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize) {
        const int width = m_table->width();
        m_table->setColumnHidden(ItemsModel::Age, width < 640);
        m_table->setColumnHidden(ItemsModel::Source, width < 520);
    }
    return QWidget::eventFilter(watched, event);
}

void BatchView::retranslate()
{
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_bar->setAccessibleName(tr("How far the batch is"));
    m_table->setAccessibleName(tr("Titles of the batch"));
    m_openTitle->setText(tr("Open the title"));
    m_openJob->setText(tr("Open the job"));
    m_again->setText(tr("Try again"));
    m_copyUrl->setText(tr("Copy address"));
    m_advice->clear();
    choose();
    fill();
}

} // namespace kule
