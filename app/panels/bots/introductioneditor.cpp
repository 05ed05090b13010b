// SPDX-License-Identifier: GPL-3.0-or-later
#include "introductioneditor.h"

#include "bots/kinds/introduction.h"
#include "chatpreview.h"
#include "dialogs/confirm.h"
#include "versionlist.h"
#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/enable.h"
#include "widgets/errorstrip.h"
#include "widgets/flatbutton.h"
#include "widgets/words.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QStyle>

namespace kule {
namespace {

constexpr qsizetype mostCommands = 100;
constexpr qsizetype mostKept = 256 * 1024; ///< bytes of texts that the session keeps

QByteArray commandIn(const QString &text)
{
    const QString word = text.section(QRegularExpression(QStringLiteral("\\s")), 0, 0);
    return word.startsWith(u'/') ? word.mid(1).section(u'@', 0, 0).toLower().toUtf8() : QByteArray();
}

} // namespace

Language IntroductionEditor::language() const
{
    return m_language->currentIndex() == 0 ? Language::Turkish : Language::English;
}

int IntroductionEditor::currentCommand() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_draft.commands.size()) ? row : -1;
}

void IntroductionEditor::open(const Bot &bot)
{
    if (m_pause.isActive())
        check(); // what was typed a moment ago is the former bot's, and not to be overtaken
    const bool isAnother = bot.id != m_bot.id;
    m_bot = bot;
    if (isAnother) {
        m_tried.clear();
        m_problem->clear();
        showVersions(false);
    } else if (m_versions->isVisible()) {
        m_versions->open(bot);
    }
    if (const auto unsaved = m_drafts.constFind(bot.id); unsaved != m_drafts.cend()) {
        if (isAnother)
            load(unsaved->config);
    } else if (isAnother || m_draft.config() != IntroductionDraft::of(bot.config).config()) {
        load(bot.config);
    }
    follow();
}

void IntroductionEditor::forget(const BotId &bot)
{
    m_drafts.remove(bot);
}

void IntroductionEditor::load(const Json &config)
{
    m_draft = IntroductionDraft::of(config);
    const int row = std::max(m_list->currentRow(), 0);
    fillList();
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    fillFields();
    check();
}

void IntroductionEditor::fillList()
{
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    const int wanted = static_cast<int>(m_draft.commands.size()) + 1;
    while (m_list->count() > wanted)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < wanted)
        m_list->addItem(QString());
    for (int i = 0; i + 1 < wanted; ++i) {
        const IntroductionDraft::Command &command = m_draft.commands[static_cast<std::size_t>(i)];
        QListWidgetItem *item = m_list->item(i);
        item->setText(u'/' + shownText(command.name));
        const bool lacks = command.text.in(language()).trimmed().isEmpty();
        item->setIcon(lacks ? icon(QStringLiteral("warning"), Token::Waiting) : QIcon());
        item->setToolTip(lacks ? tr("No text in this language yet; the other one stands in.") : shownText(command.menu.in(language())));
    }
    m_list->item(wanted - 1)->setText(tr("After each answer"));
    m_list->item(wanted - 1)->setIcon({});
    m_list->setCurrentRow(std::clamp(row, 0, wanted - 1));
}

void IntroductionEditor::fillFields()
{
    m_isFilling = true;
    const Language spoken = language();
    const auto put = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    if (const int row = currentCommand(); row >= 0) {
        const IntroductionDraft::Command &command = m_draft.commands[static_cast<std::size_t>(row)];
        put(m_name, command.name);
        put(m_menu, command.menu.in(spoken));
        if (m_text->toPlainText() != command.text.in(spoken))
            m_text->setPlainText(command.text.in(spoken));
        m_pages->setCurrentIndex(0);
    } else {
        m_pages->setCurrentIndex(1);
    }
    put(m_question, m_draft.question.in(spoken));
    put(m_yes, m_draft.yes.in(spoken));
    put(m_no, m_draft.no.in(spoken));
    put(m_goodbye, m_draft.goodbye.in(spoken));
    m_isFilling = false;
}

void IntroductionEditor::touched()
{
    if (m_isFilling)
        return;
    const Language spoken = language();
    if (const int row = currentCommand(); row >= 0) {
        IntroductionDraft::Command &command = m_draft.commands[static_cast<std::size_t>(row)];
        command.name = m_name->text().startsWith(u'/') ? m_name->text().mid(1) : m_name->text();
        command.menu.in(spoken) = m_menu->text();
        command.text.in(spoken) = m_text->toPlainText();
    }
    m_draft.question.in(spoken) = m_question->text();
    m_draft.yes.in(spoken) = m_yes->text();
    m_draft.no.in(spoken) = m_no->text();
    m_draft.goodbye.in(spoken) = m_goodbye->text();
    m_pause.start();
    follow();
}

void IntroductionEditor::addCommand()
{
    if (static_cast<qsizetype>(m_draft.commands.size()) >= mostCommands)
        return;
    const int at = currentCommand() + 1;
    m_draft.commands.insert(m_draft.commands.begin() + at, IntroductionDraft::Command());
    fillList();
    m_list->setCurrentRow(at);
    m_name->setFocus(Qt::OtherFocusReason);
    touched();
}

void IntroductionEditor::removeCommand()
{
    const int row = currentCommand();
    if (row < 0)
        return;
    m_draft.commands.erase(m_draft.commands.begin() + row);
    fillList();
    fillFields();
    touched();
}

void IntroductionEditor::moveCommand(int by)
{
    const int row = currentCommand();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= static_cast<int>(m_draft.commands.size()))
        return;
    std::swap(m_draft.commands[static_cast<std::size_t>(row)], m_draft.commands[static_cast<std::size_t>(to)]);
    fillList();
    m_list->setCurrentRow(to);
    touched();
}

void IntroductionEditor::check()
{
    m_pause.stop();
    const Json config = m_draft.config();
    if (!m_bot.id.isEmpty() && config != IntroductionDraft::of(m_bot.config).config())
        m_drafts.insert(m_bot.id, {config, m_drafts.contains(m_bot.id) ? m_drafts[m_bot.id].version : m_bot.version});
    else
        m_drafts.remove(m_bot.id);
    const auto made = Introduction::make(config, m_bot.username);
    m_wrong = made ? std::nullopt : std::optional(made.error());
    fillList();
    preview();
    follow();
}

void IntroductionEditor::showVersions(bool isShown)
{
    m_showVersions->setChecked(isShown);
    m_middle->setCurrentIndex(isShown ? 1 : 0);
    m_foot->setVisible(!isShown);
    m_sample->setVisible(!isShown);
    m_tried.clear();
    m_looked.reset();
    if (isShown)
        m_versions->open(m_bot);
    preview();
}

void IntroductionEditor::previewVersion()
{
    using Who = ChatPreview::Line::Who;
    const auto made = Introduction::make(m_looked->config, m_bot.username);
    std::vector<ChatPreview::Line> lines;
    const auto add = [&](const QString &said) {
        lines.push_back({Who::Person, said, {}});
        for (ChatPreview::Line &line : linesOf((*made)->answerTo(commandIn(said), language())))
            lines.push_back(std::move(line));
    };
    for (const IntroductionDraft::Command &command : made && m_tried.isEmpty() ? IntroductionDraft::of(m_looked->config).commands : std::vector<IntroductionDraft::Command>())
        add(u'/' + command.name);
    if (made && !m_tried.isEmpty())
        add(m_tried);
    m_preview->setLines(lines, made ? tr("As people saw version %1").arg(QLocale().toString(m_looked->version)) : sentenceOf(made.error()));
}

void IntroductionEditor::preview()
{
    if (m_looked)
        return previewVersion();
    const auto made = Introduction::make(m_draft.config(), m_bot.username);
    if (!made)
        return; // the last one that was right stays, beneath it stands what is wrong
    using Who = ChatPreview::Line::Who;
    std::vector<ChatPreview::Line> lines;
    const int row = currentCommand();
    const QString said = !m_tried.isEmpty() ? m_tried : u'/' + (row >= 0 ? m_draft.commands[static_cast<std::size_t>(row)].name : QStringLiteral("start"));
    lines.push_back({Who::Person, said, {}});
    for (ChatPreview::Line &line : linesOf((*made)->answerTo(commandIn(said), language())))
        lines.push_back(std::move(line));
    const bool showsEnd = m_tried.isEmpty() && currentCommand() < 0 && !m_draft.question.in(language()).isEmpty();
    if (showsEnd) {
        lines.push_back({Who::Person, m_draft.no.in(language()), {}});
        lines.push_back({Who::Bot, m_draft.goodbye.in(language()), {}});
    }
    m_preview->setLines(lines);
}

void IntroductionEditor::follow()
{
    const int row = currentCommand();
    m_remove->setEnabled(row >= 0 && m_draft.commands.size() > 1);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < static_cast<int>(m_draft.commands.size()));
    m_add->setEnabled(static_cast<qsizetype>(m_draft.commands.size()) < mostCommands);
    const bool isDirty = hasUnsaved() || m_pause.isActive();
    const int begun = m_drafts.value(m_bot.id).version;
    if (m_wrong)
        m_status->setText(sentenceOf(*m_wrong));
    else if (isDirty && hasUnsaved() && begun != m_bot.version)
        m_status->setText(tr("Not saved. The texts were changed elsewhere meanwhile (version %1); saving replaces them.").arg(m_bot.version));
    else
        m_status->setText(isDirty ? tr("Not saved yet. It is kept here until you save or discard it.") : tr("Version %1").arg(QLocale().toString(m_bot.version)));
    m_status->setProperty("kind", m_wrong ? QStringLiteral("error") : QStringLiteral("muted"));
    m_status->style()->unpolish(m_status);
    m_status->style()->polish(m_status);
    if (!isDirty && m_discard->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
    m_discard->setVisible(isDirty);
    enable(m_save, isDirty && !m_wrong && !m_isBusy, m_list);
}

void IntroductionEditor::save()
{
    check();
    if (!m_save->isEnabled())
        return;
    m_isBusy = true;
    m_problem->clear();
    follow();
    BotDraft draft;
    draft.config = m_draft.config();
    whenDone(m_bots.change(m_bot.id, std::move(draft), Actor::console()), this, [this, id = m_bot.id, sent = m_draft.config()](const Result<BotView> &view) {
        m_isBusy = false;
        if (view) {
            if (m_drafts.value(id).config == sent)
                m_drafts.remove(id); // what was typed since then stays
            if (m_bot.id == id)
                m_bot = view->bot;
            Q_EMIT saved(*view);
        } else if (m_bot.id == id) {
            m_problem->showError(view.error());
        }
        check();
    });
}

void IntroductionEditor::askDiscard()
{
    Confirm::ask(this, {tr("Discard the changes?"), tr("The texts of %1 become again what is saved. What you typed is lost.").arg(shownText(m_bot.name)), tr("Discard changes")},
                 [this, id = m_bot.id] {
                     m_drafts.remove(id);
                     if (m_bot.id == id)
                         load(m_bot.config);
                 });
}

void IntroductionEditor::loadSample()
{
    const auto put = [this] {
        m_tried.clear();
        load(Introduction::sample());
        m_list->setCurrentRow(0);
    };
    if (!hasUnsaved() && !m_pause.isActive())
        return put(); // Discard leads back to what is saved
    Confirm::ask(this, {tr("Replace the texts by the sample?"), tr("What you typed since the last saving is lost."), tr("Load the sample")}, put);
}

Json IntroductionEditor::saveState() const
{
    Json drafts = Json::object();
    qsizetype size = 0;
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        size += dumpJson(draft->config).size();
        if (size <= mostKept)
            drafts[draft.key().value.toStdString()] = {{"config", draft->config}, {"version", draft->version}};
    }
    return {{"drafts", std::move(drafts)}, {"language", m_language->currentIndex() == 0 ? "tr" : "en"}};
}

void IntroductionEditor::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    if (const QString spoken = textOf(state, "language"); !spoken.isEmpty())
        m_language->setCurrentIndex(spoken == u"tr" ? 0 : 1);
    const auto drafts = state.find("drafts");
    if (drafts == state.end() || !drafts->is_object())
        return;
    for (const auto &[id, draft] : drafts->items()) {
        const auto version = draft.is_object() ? draft.find("version") : draft.end();
        const auto config = draft.is_object() ? draft.find("config") : draft.end();
        if (draft.is_object() && version != draft.end() && version->is_number_integer() && config != draft.end() && config->is_object())
            m_drafts.insert({QString::fromStdString(id)}, {*config, version->get<int>()});
    }
}

void IntroductionEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace kule
