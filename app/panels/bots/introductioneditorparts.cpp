// SPDX-License-Identifier: GPL-3.0-or-later
// How the editor of an introduction bot is put together, and its words.
#include "introductioneditor.h"

#include "chatpreview.h"
#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/errorstrip.h"
#include "widgets/flatbutton.h"
#include "versionlist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kule {
namespace {

constexpr int pauseMs = 150;
constexpr int listWidth = 148;
constexpr int leastHeight = 176;
constexpr int longestCommand = 33; ///< with its slash
constexpr int longestMenu = 256;

QLineEdit *field(const char *name, int longest)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setMaxLength(longest);
    return edit;
}

void addPair(QVBoxLayout *column, QLabel *name, QWidget *editor, int stretch = 0)
{
    name->setBuddy(editor);
    name->setProperty("kind", QStringLiteral("muted"));
    column->addWidget(name);
    column->addWidget(editor, stretch);
}

} // namespace

IntroductionEditor::IntroductionEditor(BotService &bots, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_bots(bots)
    , m_language(new Choice)
    , m_showVersions(flatButton("textsVersions", "clock"))
    , m_sample(new QPushButton)
    , m_middle(new QStackedWidget)
    , m_versions(new VersionList(bots, clock))
    , m_list(new QListWidget)
    , m_else(new QLabel)
    , m_add(flatButton("commandAdd", "plus"))
    , m_remove(flatButton("commandRemove", "trash"))
    , m_up(flatButton("commandUp", "arrow-up"))
    , m_down(flatButton("commandDown", "chevron-down"))
    , m_pages(new QStackedWidget)
    , m_nameName(new QLabel)
    , m_name(field("commandName", longestCommand))
    , m_menuName(new QLabel)
    , m_menu(field("commandMenu", longestMenu))
    , m_textName(new QLabel)
    , m_text(new QPlainTextEdit)
    , m_followHint(new QLabel)
    , m_questionName(new QLabel)
    , m_question(field("followQuestion", longestMenu))
    , m_yesName(new QLabel)
    , m_yes(field("followYes", longestMenu))
    , m_noName(new QLabel)
    , m_no(field("followNo", longestMenu))
    , m_goodbyeName(new QLabel)
    , m_goodbye(field("followGoodbye", longestMenu))
    , m_preview(new ChatPreview)
    , m_try(field("previewTry", longestMenu))
    , m_problem(new ErrorStrip)
    , m_foot(new QWidget)
    , m_status(new QLabel)
    , m_discard(new QPushButton)
    , m_save(new QPushButton)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    build();
    connect(&m_pause, &QTimer::timeout, this, &IntroductionEditor::check);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        fillList();
        fillFields();
        preview();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_tried.clear();
        fillFields();
        preview();
        follow();
    });
    for (QLineEdit *edit : {m_name, m_menu, m_question, m_yes, m_no, m_goodbye})
        connect(edit, &QLineEdit::textEdited, this, &IntroductionEditor::touched);
    connect(m_text, &QPlainTextEdit::textChanged, this, &IntroductionEditor::touched);
    connect(m_add, &QToolButton::clicked, this, &IntroductionEditor::addCommand);
    connect(m_remove, &QToolButton::clicked, this, &IntroductionEditor::removeCommand);
    connect(m_up, &QToolButton::clicked, this, [this] { moveCommand(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCommand(1); });
    connect(m_sample, &QPushButton::clicked, this, &IntroductionEditor::loadSample);
    connect(m_showVersions, &QToolButton::toggled, this, &IntroductionEditor::showVersions);
    connect(m_versions, &VersionList::closeAsked, this, [this] { showVersions(false); });
    connect(m_versions, &VersionList::chosen, this, [this](const BotConfigVersion &version) {
        if (!m_showVersions->isChecked())
            return;
        m_looked = version;
        preview();
    });
    connect(m_versions, &VersionList::restored, this, [this](const BotView &view) {
        if (m_bot.id == view.bot.id)
            showVersions(false);
        Q_EMIT saved(view);
    });
    connect(m_save, &QPushButton::clicked, this, &IntroductionEditor::save);
    connect(m_discard, &QPushButton::clicked, this, &IntroductionEditor::askDiscard);
    connect(m_try, &QLineEdit::returnPressed, this, [this] {
        if (m_try->text().trimmed().isEmpty())
            return;
        m_tried = m_try->text().trimmed();
        m_try->clear();
        preview();
    });
    retranslate();
}

void IntroductionEditor::build()
{
    setObjectName(QStringLiteral("introductionEditor"));
    m_language->setObjectName(QStringLiteral("textLanguage"));
    m_language->addItem(QStringLiteral("Türkçe"));
    m_language->addItem(QStringLiteral("English"));
    m_sample->setObjectName(QStringLiteral("textsSample"));
    m_problem->setObjectName(QStringLiteral("textsProblem"));
    m_status->setObjectName(QStringLiteral("textsStatus"));
    m_status->setWordWrap(true);
    m_discard->setObjectName(QStringLiteral("textsDiscard"));
    m_save->setObjectName(QStringLiteral("textsSave"));
    m_save->setProperty("kind", QStringLiteral("main"));
    m_pages->addWidget(buildCommandPage());
    m_pages->addWidget(buildFollowUpPage());
    m_pages->setMinimumHeight(leastHeight); // its own wish leaves no room for the chat
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_language);
    head->addStretch();
    head->addWidget(m_showVersions);
    head->addWidget(m_sample);
    m_showVersions->setCheckable(true);
    m_showVersions->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *texts = new QWidget;
    auto *middle = new QHBoxLayout(texts);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(space::m);
    middle->addWidget(buildList());
    middle->addWidget(m_pages, 1);
    m_middle->addWidget(texts);
    m_middle->addWidget(m_versions);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(space::s);
    foot->addWidget(m_status, 1);
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(m_middle, 1);
    column->addWidget(buildPreview(), 1);
    column->addWidget(m_problem);
    column->addWidget(m_foot);
}

QWidget *IntroductionEditor::buildList()
{
    auto *side = new QWidget;
    side->setFixedWidth(listWidth);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(2 * rowHeight);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize({14, 14});
    m_else->setProperty("kind", QStringLiteral("caption"));
    m_else->setFont(captionFont(font()));
    m_else->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::xs);
    for (QToolButton *button : {m_add, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    column->addWidget(m_else);
    return side;
}

QWidget *IntroductionEditor::buildCommandPage()
{
    m_name->setFont(codeFont(font()));
    m_text->setObjectName(QStringLiteral("commandText"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(2 * rowHeight);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // half of the page is the chat's
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    addPair(column, m_nameName, m_name);
    addPair(column, m_menuName, m_menu);
    addPair(column, m_textName, m_text, 1);
    return page;
}

QWidget *IntroductionEditor::buildFollowUpPage()
{
    m_followHint->setWordWrap(true);
    m_followHint->setProperty("kind", QStringLiteral("muted"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    addPair(column, m_questionName, m_question);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::m);
    for (const auto &[name, edit] : {std::pair{m_yesName, m_yes}, {m_noName, m_no}}) {
        auto *half = new QVBoxLayout;
        half->setSpacing(space::xs);
        addPair(half, name, edit);
        buttons->addLayout(half);
    }
    column->addLayout(buttons);
    addPair(column, m_goodbyeName, m_goodbye);
    column->addWidget(m_followHint);
    column->addStretch();
    return page;
}

QWidget *IntroductionEditor::buildPreview()
{
    m_preview->setObjectName(QStringLiteral("textsPreview"));
    m_preview->setProperty("kind", QStringLiteral("chat"));
    auto *frame = new QFrame;
    frame->setProperty("kind", QStringLiteral("card"));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::s);
    column->addWidget(m_preview, 1);
    column->addWidget(m_try);
    return frame;
}

void IntroductionEditor::retranslate()
{
    m_language->setAccessibleName(tr("Language of the texts"));
    m_language->setToolTip(m_language->accessibleName());
    m_showVersions->setText(tr("Versions"));
    m_showVersions->setAccessibleName(tr("Versions of the texts"));
    m_showVersions->setToolTip(tr("Look at former texts, and go back to them"));
    m_sample->setText(tr("Load the sample…"));
    m_sample->setAccessibleName(tr("Load the sample texts"));
    m_sample->setToolTip(tr("Start, help, about, web page and contacts, in Turkish and English"));
    m_list->setAccessibleName(tr("Commands"));
    m_else->setText(tr("Whatever else people write is answered with /help."));
    const std::pair<QToolButton *, QString> tools[] = {{m_add, tr("Add a command")}, {m_remove, tr("Delete the command")}, {m_up, tr("Move up")}, {m_down, tr("Move down")}};
    for (const auto &[button, words] : tools) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    }
    const std::pair<QLabel *, QString> names[] = {{m_nameName, tr("Command")},       {m_menuName, tr("In Telegram's menu")}, {m_textName, tr("Answer")},
                                                  {m_questionName, tr("Question")},  {m_yesName, tr("Button for yes")},      {m_noName, tr("Button for no")},
                                                  {m_goodbyeName, tr("Answer to no")}};
    for (const auto &[label, words] : names) {
        label->setText(words);
        label->buddy()->setAccessibleName(words);
    }
    m_name->setPlaceholderText(tr("small letters, such as hakkinda"));
    m_followHint->setText(tr("Asked after each answer. Yes leads to /help, no to the last words. Leave the question empty to ask nothing."));
    m_preview->setAccessibleName(tr("Preview of the chat"));
    m_try->setPlaceholderText(tr("Write to the bot, such as /start, and press Enter"));
    m_try->setAccessibleName(tr("Try the bot"));
    m_discard->setText(tr("Discard…"));
    m_discard->setAccessibleName(tr("Discard the changes"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save the texts"));
    fillList();
    if (m_looked)
        preview();
    follow();
}

} // namespace kule
