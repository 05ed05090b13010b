// SPDX-License-Identifier: GPL-3.0-or-later
#include "botform.h"

#include "bots/kinds/introduction.h"
#include "scheduleedit.h"
#include "scriptedit.h"
#include "sourcefields.h"
#include "tokenfield.h"
#include "widgets/choice.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/words.h"
#include "words/botwords.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace kule {

BotForm::BotForm(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_title(new QLabel)
    , m_kind(new Choice)
    , m_name(new QLineEdit)
    , m_token(new TokenField(console.services.secrets, console.services.bots, console.services.clock))
    , m_mode(new Choice)
    , m_quantity(new QSpinBox)
    , m_script(new ScriptEdit)
    , m_source(new SourceFields)
    , m_restarts(new ScheduleEdit(console.services.clock))
    , m_starts(new QCheckBox)
    , m_problem(new ErrorStrip)
    , m_cancel(new QPushButton)
    , m_submit(new QPushButton)
{
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &BotForm::follow);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &BotForm::follow);
    connect(m_name, &QLineEdit::textEdited, this, &BotForm::follow);
    connect(m_name, &QLineEdit::returnPressed, this, &BotForm::submit);
    connect(m_token, &TokenField::edited, this, &BotForm::follow);
    connect(m_token, &TokenField::submitted, this, &BotForm::submit);
    connect(m_token, &TokenField::placeAsked, this, [this] { Q_EMIT linkAsked(QStringLiteral("settings"), QStringLiteral("secrets")); });
    connect(m_script, &ScriptEdit::edited, this, &BotForm::follow);
    connect(m_source, &SourceFields::edited, this, &BotForm::follow);
    connect(m_restarts, &ScheduleEdit::edited, this, &BotForm::follow);
    connect(m_restarts, &ScheduleEdit::validityChanged, this, &BotForm::follow);
    connect(m_submit, &QPushButton::clicked, this, &BotForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &BotForm::closeAsked);
    submitOnCtrlReturn(this, &BotForm::submit);
    retranslate();
}

void BotForm::begin()
{
    if (m_bot) {
        m_bot.reset();
        m_mode->setCurrentIndex(0);
        m_starts->setChecked(true);
        forgetTyped();
    }
    m_token->begin(TokenField::Need::New);
    clearErrors();
    retranslate();
    m_name->setFocus(Qt::OtherFocusReason);
}

void BotForm::forgetTyped()
{
    m_name->clear();
    m_quantity->setValue(1);
    m_restarts->setTimes({});
    m_script->setConfig(Json::object());
    m_source->setConfig(Json::object());
}

void BotForm::begin(const Bot &bot)
{
    m_bot = bot;
    m_name->setText(bot.name);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(bot.kind)));
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(bot.mode)));
    m_quantity->setValue(bot.quantity);
    m_restarts->setTimes(bot.restarts);
    m_script->setConfig(bot.kind == BotKind::Script ? bot.config : Json::object());
    m_token->begin(TokenField::Need::Kept, bot.id);
    clearErrors();
    retranslate();
    m_name->setFocus(Qt::OtherFocusReason);
}

void BotForm::focusToken()
{
    m_bot ? m_token->replace() : m_token->setFocusToField();
}

BotKind BotForm::kind() const
{
    return static_cast<BotKind>(m_kind->currentData().toInt());
}

std::optional<Json> BotForm::config() const
{
    if (kind() == BotKind::Script)
        return m_script->config();
    if (isNew() && kind() == BotKind::Announcements)
        return m_source->config();
    return isNew() ? std::optional(Introduction::sample()) : std::nullopt; // texts and source have pages of their own
}

BotDraft BotForm::draft() const
{
    BotDraft draft;
    draft.name = m_name->text();
    draft.mode = static_cast<BotMode>(m_mode->currentData().toInt());
    draft.restarts = m_restarts->times();
    draft.token = m_token->value();
    draft.config = config();
    if (!m_bot) {
        draft.kind = kind();
        draft.wish = m_starts->isChecked() ? BotWish::Running : BotWish::Stopped;
    }
    return draft;
}

void BotForm::submit()
{
    if (m_submit->isEnabled())
        m_token->whenChecked([this] { send(); });
}

void BotForm::send()
{
    if (!m_submit->isEnabled())
        return; // it was changed meanwhile
    m_isBusy = true;
    clearErrors();
    follow();
    BotService &bots = m_console.services.bots;
    const int quantity = m_quantity->value();
    const bool isScaled = quantity != (m_bot ? m_bot->quantity : 1);
    const auto answer = [this](const Result<BotView> &view) {
        m_isBusy = false;
        retranslate(); // it may be there by now
        if (!view)
            return showError(view.error());
        m_token->clear();
        if (isNew())
            forgetTyped();
        Q_EMIT done(*view);
    };
    whenDone(m_bot ? bots.change(m_bot->id, draft(), Actor::console()) : bots.create(draft(), Actor::console()), this, [this, &bots, answer, isScaled, quantity](const Result<BotView> &view) {
        if (!view || !isScaled)
            return answer(view);
        m_bot = view->bot; // there is one now, whatever becomes of its quantity
        m_token->clear();
        whenDone(bots.scale(view->bot.id, quantity, Actor::console()), this, answer);
    });
}

void BotForm::clearErrors()
{
    m_problem->clear();
    for (const Row *field : {&m_kindField, &m_nameField, &m_tokenField, &m_modeField, &m_quantityField, &m_restartsField, &m_scriptField, &m_sourceField})
        field->error->hide();
    setLook(m_name, "wrong", false);
}

void BotForm::showError(const Error &error)
{
    const auto beneath = [&error](const Row &field) {
        field.error->setText(sentenceOf(error));
        field.error->show();
    };
    const QByteArray &code = error.code;
    if (code == "bot.bad_name" || code == "bot.name_taken") {
        beneath(m_nameField);
        setLook(m_name, "wrong", true);
        m_name->setFocus(Qt::OtherFocusReason);
    } else if (code == "bot.bad_token" || code == "bot.already_here" || code.startsWith("secrets.")) {
        beneath(m_tokenField);
        focusToken();
    } else if (code.startsWith("cron.") || code.startsWith("schedule.")) {
        beneath(m_restartsField);
    } else if (kind() == BotKind::Script && (code == "bot.bad_config" || code.startsWith("job."))) {
        beneath(m_scriptField);
    } else if (kind() == BotKind::Announcements && (code == "bot.bad_config" || code.startsWith("source.") || code.startsWith("net."))) {
        beneath(m_sourceField);
    } else if (code == "bot.bad_quantity") {
        beneath(m_quantityField);
    } else {
        m_problem->showError(error);
    }
}

void BotForm::follow()
{
    const bool isScript = kind() == BotKind::Script;
    m_kindField.hint->setText(kindMeaning(kind()));
    m_scriptField.whole->setVisible(isScript);
    const bool isAnnouncing = isNew() && kind() == BotKind::Announcements;
    m_sourceField.whole->setVisible(isAnnouncing);
    m_modeField.hint->setText(modeMeaning(static_cast<BotMode>(m_mode->currentData().toInt())));
    m_kind->setEnabled(isNew());
    m_starts->setVisible(isNew());
    const bool isWhole = !m_name->text().trimmed().isEmpty() && (!isNew() || isScript || !m_token->isEmpty()) && (!isScript || !m_script->isEmpty()) && (!isAnnouncing || m_source->isWhole()) && m_restarts->isValid() && !m_token->isRefused();
    m_submit->setEnabled(isWhole && !m_isBusy);
}

Json BotForm::saveState() const
{
    if (m_bot)
        return Json::object();
    const RestartTimes times = m_restarts->times();
    return {{"name", m_name->text()},
            {"kind", wordOf(kind())},
            {"mode", wordOf(static_cast<BotMode>(m_mode->currentData().toInt()))},
            {"quantity", m_quantity->value()},
            {"script", m_script->config()},
            {"source", m_source->config()},
            {"cron", times.cron},
            {"timezone", times.timezone},
            {"jitter_ms", times.jitterMs}};
}

void BotForm::restoreState(const Json &state)
{
    if (!state.is_object())
        return;
    const auto number = [&state](const char *key) {
        const auto found = state.find(key);
        return found != state.end() && found->is_number_integer() ? found->get<qint64>() : 0;
    };
    m_name->setText(textOf(state, "name").left(m_name->maxLength()));
    if (const auto kind = botKindOf(textOf(state, "kind").toUtf8()); kind && m_kind->findData(static_cast<int>(*kind)) >= 0)
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(*kind)));
    if (const auto mode = botModeOf(textOf(state, "mode").toUtf8()))
        m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(*mode)));
    m_quantity->setValue(static_cast<int>(std::clamp<qint64>(number("quantity"), 1, m_quantity->maximum())));
    m_script->setConfig(state.value("script", Json::object()));
    m_source->setConfig(state.value("source", Json::object()));
    m_restarts->setTimes({textOf(state, "cron"), textOf(state, "timezone"), std::max<qint64>(number("jitter_ms"), 0)});
    follow();
}

void BotForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        clearErrors();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace kule
