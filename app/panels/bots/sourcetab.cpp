// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetab.h"

#include "chatpreview.h"
#include "dialogs/confirm.h"
#include "sourcefields.h"
#include "theme/statelook.h"
#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/enable.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/statedelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kule {
namespace {

enum Column { State, Title };

StateLook lookOf(const PreviewItem &item)
{
    if (item.problem)
        return {Glyph::Triangle, Token::Failed, SourceTab::tr("no text")};
    return item.isKnown ? StateLook{Glyph::Ring, Token::Stopped, SourceTab::tr("known")} : StateLook{Glyph::Disc, Token::Succeeded, SourceTab::tr("new")};
}

} // namespace

SourceTab::SourceTab(BotService &bots, QWidget *parent)
    : QWidget(parent)
    , m_bots(bots)
    , m_fields(new SourceFields)
    , m_try(new QPushButton)
    , m_found(new QLabel)
    , m_language(new Choice)
    , m_table(new TableView)
    , m_chat(new ChatPreview)
    , m_problem(new ErrorStrip)
    , m_status(new QLabel)
    , m_discard(new QPushButton)
    , m_save(new QPushButton)
{
    setObjectName(QStringLiteral("sourceTab"));
    using Columns = std::vector<RowsModel<PreviewItem>::Column>;
    m_items = new RowsModel<PreviewItem>(
        Columns{{[] { return tr("State"); },
                 [](const PreviewItem &item, int role) {
                     if (role == Qt::ToolTipRole && item.problem)
                         return QVariant(sentenceOf(*item.problem));
                     return role == StateRole ? QVariant::fromValue(lookOf(item)) : role == Qt::DisplayRole ? QVariant(lookOf(item).word) : QVariant();
                 }},
                {[] { return tr("Item"); },
                 [](const PreviewItem &item, int role) {
                     if (role == Qt::ToolTipRole)
                         return QVariant(shownText(item.item.link));
                     return role == Qt::DisplayRole ? QVariant(shownText(item.item.title.isEmpty() ? item.item.id : item.item.title)) : QVariant();
                 }}},
        [](const PreviewItem &a, const PreviewItem &b) { return a.item.id == b.item.id; }, this);
    m_try->setObjectName(QStringLiteral("sourceTry"));
    m_found->setObjectName(QStringLiteral("sourceFound"));
    m_found->setProperty("kind", QStringLiteral("muted"));
    m_found->setWordWrap(true);
    m_language->setObjectName(QStringLiteral("sourceLanguage"));
    m_language->addItem(QStringLiteral("Türkçe"));
    m_language->addItem(QStringLiteral("English"));
    m_table->setObjectName(QStringLiteral("sourceTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_items);
    m_table->setItemDelegateForColumn(State, new StateDelegate(m_table));
    m_table->setColumnWidths({104, 200}, Title);
    m_chat->setObjectName(QStringLiteral("sourceChatPreview"));
    m_problem->setObjectName(QStringLiteral("sourceProblem"));
    m_status->setObjectName(QStringLiteral("sourceStatus"));
    m_status->setWordWrap(true);
    m_status->setProperty("kind", QStringLiteral("muted"));
    m_discard->setObjectName(QStringLiteral("sourceDiscard"));
    m_save->setObjectName(QStringLiteral("sourceSave"));
    m_save->setProperty("kind", QStringLiteral("main"));
    auto *page = new QWidget;
    auto *inside = new QVBoxLayout(page);
    inside->setContentsMargins(0, 0, space::m, 0);
    inside->setSpacing(space::s);
    m_area = scrolled(page);
    inside->addWidget(m_fields);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    bar->addWidget(m_try);
    bar->addWidget(m_found, 1);
    bar->addWidget(m_language);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    foot->addWidget(m_status, 1);
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    m_table->setMinimumHeight(comfortableRowHeight + 4 * rowHeight);
    m_chat->setMinimumHeight(5 * rowHeight);
    inside->addLayout(bar);
    inside->addWidget(m_problem);
    inside->addWidget(m_table, 1);
    inside->addWidget(m_chat, 1);
    inside->addStretch();
    column->addWidget(m_area, 1);
    column->addLayout(foot);
    connect(m_fields, &SourceFields::edited, this, &SourceTab::touched);
    connect(m_try, &QPushButton::clicked, this, &SourceTab::tryIt);
    connect(m_save, &QPushButton::clicked, this, &SourceTab::save);
    connect(m_discard, &QPushButton::clicked, this, &SourceTab::askDiscard);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SourceTab::showChosen);
    connect(m_table, &TableView::currentRowChanged, this, &SourceTab::showChosen);
    retranslate();
}

void SourceTab::open(const Bot &bot)
{
    const bool isAnother = bot.id != m_bot.id;
    const bool isChanged = bot.config != m_bot.config;
    m_bot = bot;
    if (isAnother) {
        ++m_asked;
        m_isBusy = false;
        m_preview.reset();
        m_items->sync({});
        m_problem->clear();
    }
    if (isAnother || (isChanged && !m_drafts.contains(bot.id)))
        m_fields->setConfig(m_drafts.value(bot.id, bot.config));
    follow();
}

void SourceTab::touched()
{
    const Json config = m_fields->config();
    if (config == m_bot.config)
        m_drafts.remove(m_bot.id);
    else
        m_drafts.insert(m_bot.id, config);
    follow();
}

void SourceTab::tryIt()
{
    if (!m_try->isEnabled() || m_isBusy)
        return;
    m_isBusy = true;
    m_problem->clear();
    follow();
    const bool isOwn = !m_drafts.contains(m_bot.id);
    whenDone(m_bots.preview(m_bot.id, isOwn ? std::nullopt : std::optional(m_fields->config())), this, [this, asked = ++m_asked](const Result<SourcePreview> &preview) {
        if (asked != m_asked)
            return;
        m_isBusy = false;
        if (preview)
            take(*preview);
        else
            m_problem->showError(preview.error());
        follow();
    });
}

void SourceTab::take(const SourcePreview &preview)
{
    m_preview = preview;
    m_items->sync(preview.items);
    if (!preview.items.empty())
        m_table->selectRow(0);
    showChosen();
    follow();
    // Once they have their places.
    post(this, [this] {
        m_area->ensureWidgetVisible(m_chat, 0, 0);
        m_area->ensureWidgetVisible(m_try, 0, 0);
    });
}

void SourceTab::showChosen()
{
    const QModelIndex row = m_table->current();
    if (!m_preview || !row.isValid() || row.row() >= m_items->rowCount())
        return m_chat->setLines({});
    const PreviewItem &item = m_items->at(row);
    std::vector<ChatPreview::Line> lines;
    for (const QString &message : m_language->currentIndex() == 0 ? item.turkish : item.english)
        lines.push_back({ChatPreview::Line::Who::Bot, message, {}});
    m_chat->setLines(lines, item.problem ? sentenceOf(*item.problem) : QString());
}

void SourceTab::save()
{
    if (!m_save->isEnabled())
        return;
    m_problem->clear();
    BotDraft draft;
    draft.config = m_fields->config();
    whenDone(m_bots.change(m_bot.id, draft, Actor::console()), this, [this, id = m_bot.id, sent = *draft.config](const Result<BotView> &view) {
        if (!view) {
            if (m_bot.id == id)
                m_problem->showError(view.error());
            return;
        }
        if (m_drafts.value(id) == sent)
            m_drafts.remove(id); // what was typed since then stays
        if (m_bot.id == id)
            m_bot = view->bot;
        follow();
        Q_EMIT saved(*view);
    });
}

void SourceTab::askDiscard()
{
    Confirm::ask(this, {tr("Discard the changes?"), tr("The source of %1 becomes again what is saved. What you typed is lost.").arg(shownText(m_bot.name)), tr("Discard changes")},
                 [this, id = m_bot.id] {
                     m_drafts.remove(id);
                     if (m_bot.id == id)
                         m_fields->setConfig(m_bot.config);
                     follow();
                 });
}

void SourceTab::follow()
{
    const bool isDirty = m_drafts.contains(m_bot.id);
    m_try->setEnabled(m_fields->isPage() && m_fields->isWhole());
    m_table->setVisible(m_preview.has_value());
    m_chat->setVisible(m_preview.has_value());
    m_language->setVisible(m_preview.has_value());
    if (m_isBusy)
        m_found->setText(tr("Looking at the page…"));
    else if (!m_preview)
        m_found->setText(m_fields->isPage() ? tr("Nothing is sent by it.") : tr("Posts of a channel are told only as they come."));
    else if (m_preview->items.empty())
        m_found->setText(tr("The page was read, and nothing was found on it."));
    else
        m_found->setText(tr("%Ln item(s) found, nothing sent", nullptr, static_cast<int>(m_preview->total)));
    m_status->setText(isDirty ? tr("Not saved yet. It is kept here until you save or discard it.") : tr("Version %1").arg(QLocale().toString(m_bot.version)));
    m_discard->setVisible(isDirty);
    enable(m_save, isDirty && m_fields->isWhole(), m_fields);
}

Json SourceTab::saveState() const
{
    Json drafts = Json::object();
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft)
        drafts[draft.key().value.toStdString()] = *draft;
    return {{"drafts", std::move(drafts)}};
}

void SourceTab::restoreState(const Json &state)
{
    const auto drafts = state.is_object() ? state.find("drafts") : state.end();
    if (!state.is_object() || drafts == state.end() || !drafts->is_object())
        return;
    for (const auto &[id, draft] : drafts->items()) {
        if (draft.is_object())
            m_drafts.insert({QString::fromStdString(id)}, draft);
    }
}

void SourceTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SourceTab::retranslate()
{
    m_try->setText(tr("Try it"));
    m_try->setAccessibleName(tr("Try the source"));
    m_language->setAccessibleName(tr("Language of the preview"));
    m_table->setAccessibleName(tr("Items that were found"));
    m_chat->setAccessibleName(tr("How the message will look"));
    m_discard->setText(tr("Discard…"));
    m_discard->setAccessibleName(tr("Discard the changes"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save the source"));
    m_items->reword();
    follow();
}

} // namespace kule
