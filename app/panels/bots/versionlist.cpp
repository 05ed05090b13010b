// SPDX-License-Identifier: GPL-3.0-or-later
#include "versionlist.h"

#include "theme/theme.h"
#include "widgets/enable.h"
#include "widgets/errorstrip.h"
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

constexpr int most = 100; ///< more are not kept
enum Column { Number, Saved, By };

} // namespace

VersionList::VersionList(BotService &bots, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_bots(bots)
    , m_clock(clock)
    , m_table(new TableView)
    , m_problem(new ErrorStrip)
    , m_hint(new QLabel)
    , m_close(new QPushButton)
    , m_restore(new QPushButton)
{
    using Columns = std::vector<RowsModel<BotConfigVersion>::Column>;
    const auto words = [](int role, const QString &shown, const QString &tip = {}) { return role == Qt::DisplayRole ? QVariant(shown) : role == Qt::ToolTipRole && !tip.isEmpty() ? QVariant(tip) : QVariant(); };
    m_model = new RowsModel<BotConfigVersion>(
        Columns{
            {[] { return tr("Version"); },
             [this, words](const BotConfigVersion &version, int role) {
                 const QString number = QLocale().toString(version.version);
                 return words(role, version.version == m_bot.version ? tr("%1, now").arg(number) : number);
             }},
            {[] { return tr("Saved"); }, [this, words](const BotConfigVersion &version, int role) { return words(role, relativeTime(version.at, m_clock.wallMs()), exactTime(version.at)); }},
            {[] { return tr("By"); }, [words](const BotConfigVersion &version, int role) { return words(role, actorText(version.actor), actorText(version.actor)); }},
        },
        [](const BotConfigVersion &a, const BotConfigVersion &b) { return a.version == b.version; }, this);
    setObjectName(QStringLiteral("versionList"));
    m_table->setObjectName(QStringLiteral("versionTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setColumnWidths({104, 128, 160}, By);
    m_table->setMinimumHeight(comfortableRowHeight + rowHeight);
    m_problem->setObjectName(QStringLiteral("versionsProblem"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("versionsClose"));
    m_restore->setObjectName(QStringLiteral("versionRestore"));
    m_restore->setProperty("kind", QStringLiteral("main"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_close);
    foot->addWidget(m_restore);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_table, 1);
    column->addWidget(m_problem);
    column->addLayout(foot);
    connect(m_table, &TableView::currentRowChanged, this, &VersionList::look);
    connect(m_table, &TableView::opened, this, &VersionList::look);
    connect(m_problem, &ErrorStrip::activated, this, &VersionList::load);
    connect(m_close, &QPushButton::clicked, this, &VersionList::closeAsked);
    connect(m_restore, &QPushButton::clicked, this, &VersionList::goBack);
    retranslate();
}

void VersionList::open(const Bot &bot)
{
    const bool isSame = bot.id == m_bot.id && bot.version == m_bot.version && m_model->rowCount() > 0;
    if (bot.id != m_bot.id) {
        m_model->sync({});
        m_chosen.reset();
        m_problem->clear();
    }
    m_bot = bot;
    m_model->reword();
    follow();
    if (!isSame)
        load();
}

void VersionList::load()
{
    const int asked = ++m_asked;
    whenDone(m_bots.versions(m_bot.id, {{}, most}), this, [this, asked](const Result<Page<BotConfigVersion>> &page) {
        if (asked != m_asked)
            return;
        if (!page)
            return m_problem->showError(page.error(), [] { return tr("Try again"); });
        m_problem->clear();
        m_model->sync(page->items);
        if (!m_table->current().isValid() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
        follow();
    });
}

void VersionList::look(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int number = m_model->at(index).version;
    whenDone(m_bots.version(m_bot.id, number), this, [this, number, id = m_bot.id](const Result<BotConfigVersion> &version) {
        const QModelIndex now = m_table->current();
        if (id != m_bot.id || !now.isValid() || m_model->at(now).version != number)
            return; // another one is looked at by now
        if (!version)
            return m_problem->showError(version.error(), [] { return tr("Load again"); });
        m_problem->clear();
        m_chosen = *version;
        follow();
        Q_EMIT chosen(*version);
    });
}

void VersionList::goBack()
{
    if (!m_chosen || m_isBusy)
        return;
    m_isBusy = true;
    m_problem->clear();
    follow();
    BotDraft draft;
    draft.config = m_chosen->config;
    whenDone(m_bots.change(m_bot.id, std::move(draft), Actor::console()), this, [this](const Result<BotView> &view) {
        m_isBusy = false;
        follow();
        if (!view)
            return m_problem->showError(view.error());
        Q_EMIT restored(*view);
    });
}

void VersionList::follow()
{
    const bool isFormer = m_chosen && m_chosen->version != m_bot.version;
    m_restore->setText(isFormer ? tr("Go back to version %1").arg(QLocale().toString(m_chosen->version)) : tr("Go back to it"));
    m_restore->setAccessibleName(m_restore->text());
    enable(m_restore, isFormer && !m_isBusy, m_table);
}

void VersionList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void VersionList::retranslate()
{
    m_table->setAccessibleName(tr("Versions of the texts"));
    m_hint->setText(tr("Going back loses no version."));
    m_close->setText(tr("Close the versions"));
    m_close->setAccessibleName(m_close->text());
    m_model->reword();
    follow();
}

} // namespace kule
