// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenfield.h"

#include "base/async.h"
#include "theme/theme.h"
#include "widgets/errorstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {
TokenField::TokenField(SecretService &secrets, BotService &bots, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_kept(new QLabel)
    , m_replace(new QPushButton)
    , m_keptLine(new QWidget)
    , m_field(new QLineEdit)
    , m_verdict(new TokenVerdict(bots))
    , m_place(new QLabel)
    , m_problem(new ErrorStrip)
{
    m_replace->setObjectName(QStringLiteral("tokenReplace"));
    m_field->setObjectName(QStringLiteral("tokenField"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_field->setMaxLength(256);
    m_field->setClearButtonEnabled(false);
    m_place->setObjectName(QStringLiteral("tokenPlace"));
    m_place->setProperty("kind", QStringLiteral("muted"));
    m_place->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("tokenProblem"));
    auto *line = new QHBoxLayout(m_keptLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::m);
    line->addWidget(m_kept);
    line->addWidget(m_replace);
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_keptLine);
    column->addWidget(m_field);
    column->addWidget(m_verdict);
    column->addWidget(m_place);
    column->addWidget(m_problem);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_verdict->forget();
        m_then = nullptr;
        m_pause = m_clock.after(pause, this, [this] { check(); });
        Q_EMIT edited();
    });
    connect(m_verdict, &TokenVerdict::decided, this, [this] {
        Q_EMIT edited();
        if (const auto then = std::exchange(m_then, nullptr); then && !isRefused())
            then();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &TokenField::submitted);
    connect(m_replace, &QPushButton::clicked, this, &TokenField::replace);
    connect(m_problem, &ErrorStrip::activated, this, &TokenField::placeAsked);
    connect(&m_secrets, &SecretService::changed, this, [this](const SecretState &state) {
        m_state = state;
        look();
    });
    retranslate();
}

void TokenField::begin(Need need, std::optional<BotId> of)
{
    m_isOpen = need == Need::New;
    m_of = std::move(of);
    clear();
    whenDone(m_secrets.state(), this, [this](const Result<SecretState> &state) {
        if (state)
            m_state = *state;
        look();
    });
    look();
}

void TokenField::replace()
{
    m_isOpen = true;
    look();
    m_field->setFocus(Qt::OtherFocusReason);
}

bool TokenField::isEmpty() const
{
    return m_field->text().isEmpty();
}

SecretPtr TokenField::value() const
{
    QByteArray typed = m_field->text().trimmed().toUtf8();
    if (typed.isEmpty())
        return nullptr;
    auto secret = std::make_shared<const Secret>(typed);
    scrub(typed.data(), static_cast<std::size_t>(typed.size()));
    return secret;
}

void TokenField::clear()
{
    m_field->clear();
    m_pause.reset();
    m_then = nullptr;
    m_verdict->forget();
}

void TokenField::check()
{
    m_pause.reset();
    if (SecretPtr typed = value())
        m_verdict->ask(std::move(typed), m_of);
}

void TokenField::whenChecked(std::function<void()> f)
{
    if (!value())
        return f();
    if (!m_verdict->isOpen())
        return isRefused() ? setFocusToField() : f();
    m_then = std::move(f);
    if (m_verdict->standing() == TokenVerdict::Standing::Unasked)
        check();
}

void TokenField::setFocusToField()
{
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

QWidget *TokenField::editor() const
{
    return m_field;
}

void TokenField::look()
{
    m_keptLine->setVisible(!m_isOpen);
    m_field->setVisible(m_isOpen);
    m_place->setVisible(m_isOpen);
    const bool isTroubled = m_state && m_state->problem;
    if (isTroubled && m_isOpen)
        m_problem->showError(*m_state->problem, [] { return tr("To the secrets"); });
    else
        m_problem->clear();
    QString where;
    if (m_state) {
        switch (m_state->place) {
        case SecretPlace::Keychain:
            where = tr("It is kept in this computer's keychain and nowhere else, and it is not shown again.");
            break;
        case SecretPlace::Vault:
            where = tr("It is kept in the vault, encrypted under your passphrase, and it is not shown again.");
            break;
        case SecretPlace::Session:
            where = tr("It is kept in memory until Kule ends, then it must be entered again. The settings offer places that last.");
            break;
        case SecretPlace::Environment:
            where = tr("Secrets come from the environment here, so a token cannot be kept. The settings offer places that can.");
            break;
        }
    }
    m_place->setText(where);
}

void TokenField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TokenField::retranslate()
{
    m_kept->setText(tr("A token is kept. It is never shown."));
    m_replace->setText(tr("Replace token…"));
    m_replace->setAccessibleName(tr("Replace the token"));
    m_field->setPlaceholderText(tr("123456:ABC-DEF… as @BotFather gives it"));
    m_field->setAccessibleName(tr("Token of the bot"));
    look();
}

} // namespace kule
