// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/secretscard.h"

#include "base/async.h"
#include "theme/theme.h"
#include "widgets/choice.h"
#include "widgets/errorstrip.h"
#include "widgets/formparts.h"
#include "widgets/statelabel.h"
#include "words/settingwords.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kule {
namespace {

constexpr int fieldWidth = 200;

QLineEdit *secretField(const char *name)
{
    auto *field = new QLineEdit;
    field->setObjectName(QString::fromLatin1(name));
    field->setEchoMode(QLineEdit::Password);
    field->setFixedWidth(fieldWidth);
    return field;
}

/// What was typed, which the field then no longer has.
SecretPtr takenFrom(QLineEdit *field)
{
    QByteArray typed = field->text().toUtf8();
    auto secret = std::make_shared<const Secret>(typed);
    scrub(typed.data(), static_cast<std::size_t>(typed.size()));
    field->clear();
    return secret;
}

QString wordOfPlace(SecretPlace place)
{
    return choiceWord(QString::fromLatin1(wordOf(place)));
}

} // namespace

SecretsCard::SecretsCard(const Console &console, QWidget *parent)
    : QFrame(parent)
    , m_console(console)
    , m_health(new StateLabel)
    , m_place(new QLabel)
    , m_names(new QLabel)
    , m_problem(new ErrorStrip)
    , m_refusal(new ErrorStrip)
    , m_unlockLabel(new QLabel)
    , m_unlockPassphrase(secretField("unlockPassphrase"))
    , m_unlock(new QPushButton)
    , m_changeLabel(new QLabel)
    , m_former(secretField("formerPassphrase"))
    , m_new(secretField("newPassphrase"))
    , m_change(new QPushButton)
    , m_isForgotten(new QCheckBox)
    , m_moveLabel(new QLabel)
    , m_target(new Choice)
    , m_movePassphrase(secretField("movePassphrase"))
    , m_move(new QPushButton)
    , m_leavesBehind(new QCheckBox)
{
    setObjectName(QStringLiteral("secretsCard"));
    m_health->setObjectName(QStringLiteral("secretsState"));
    m_place->setObjectName(QStringLiteral("secretsPlace"));
    m_names->setObjectName(QStringLiteral("secretsNames"));
    m_names->setProperty("kind", QStringLiteral("muted"));
    m_names->setFont(codeFont(font()));
    m_names->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("secretsProblem"));
    m_refusal->setObjectName(QStringLiteral("secretsRefusal"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::l, space::m, space::l, space::m);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(1, 1);
    grid->addLayout(rowOfWidgets(m_health, m_place), 0, 0, 1, 2);
    grid->addWidget(m_names, 1, 0, 1, 2);
    grid->addWidget(m_problem, 2, 0, 1, 2);
    buildActions(grid);

    connect(&m_console.services.secrets, &SecretService::changed, this, &SecretsCard::take);
    connect(&m_console.services.secrets, &SecretService::valueChanged, this, &SecretsCard::refresh);
    connect(m_problem, &ErrorStrip::activated, this, [this] { answer(m_console.services.secrets.probe()); });
    retranslate();
    refresh();
}

void SecretsCard::buildActions(QGridLayout *grid)
{
    m_unlock->setObjectName(QStringLiteral("secretsUnlock"));
    m_change->setObjectName(QStringLiteral("secretsChange"));
    m_isForgotten->setObjectName(QStringLiteral("secretsForgotten"));
    m_target->setObjectName(QStringLiteral("secretsTarget"));
    m_move->setObjectName(QStringLiteral("secretsMove"));
    m_leavesBehind->setObjectName(QStringLiteral("secretsLeave"));
    for (const SecretPlace place : {SecretPlace::Keychain, SecretPlace::Vault, SecretPlace::Session, SecretPlace::Environment})
        m_target->addItem(wordOfPlace(place), static_cast<int>(place));
    for (QLabel *label : {m_unlockLabel, m_changeLabel, m_moveLabel})
        label->setProperty("kind", QStringLiteral("muted"));
    grid->addWidget(m_unlockLabel, 3, 0);
    grid->addLayout(rowOfWidgets(m_unlockPassphrase, m_unlock), 3, 1);
    grid->addWidget(m_changeLabel, 4, 0);
    grid->addLayout(rowOfWidgets(m_former, m_new, m_change), 4, 1);
    grid->addWidget(m_isForgotten, 5, 1);
    grid->addWidget(m_moveLabel, 6, 0);
    grid->addLayout(rowOfWidgets(m_target, m_movePassphrase, m_move), 6, 1);
    grid->addWidget(m_leavesBehind, 7, 1);
    grid->addWidget(m_refusal, 8, 0, 1, 2);

    connect(m_unlock, &QPushButton::clicked, this, &SecretsCard::unlock);
    connect(m_unlockPassphrase, &QLineEdit::returnPressed, this, &SecretsCard::unlock);
    connect(m_change, &QPushButton::clicked, this, &SecretsCard::changePassphrase);
    connect(m_isForgotten, &QCheckBox::toggled, this, &SecretsCard::retranslate);
    connect(m_move, &QPushButton::clicked, this, &SecretsCard::move);
    connect(m_target, &QComboBox::currentIndexChanged, this, &SecretsCard::showFitting);
}

void SecretsCard::refresh()
{
    whenDone(m_console.services.secrets.state(), this, [this](const Result<SecretState> &state) {
        if (state)
            take(*state);
        else
            m_problem->showError(state.error(), [] { return tr("Look again"); });
    });
}

void SecretsCard::offer(SecretPlace place)
{
    m_target->setCurrentIndex(m_target->findData(static_cast<int>(place)));
    (m_movePassphrase->isVisibleTo(this) ? static_cast<QWidget *>(m_movePassphrase) : m_move)->setFocus(Qt::OtherFocusReason);
}

void SecretsCard::take(const SecretState &state)
{
    m_state = state;
    if (state.problem)
        m_problem->showError(*state.problem, [] { return tr("Look again"); });
    else
        m_problem->clear();
    retranslate();
    Q_EMIT changed(state);
}

void SecretsCard::answer(const Future<Result<SecretState>> &future)
{
    m_isBusy = true;
    m_refusal->clear();
    retranslate();
    whenDone(future, this, [this](const Result<SecretState> &state) {
        m_isBusy = false;
        if (state)
            return take(*state);
        m_refusal->showError(state.error());
        retranslate();
    });
}

void SecretsCard::unlock()
{
    const bool isVault = m_state && m_state->place == SecretPlace::Vault;
    answer(m_console.services.secrets.unlock(isVault ? takenFrom(m_unlockPassphrase) : nullptr, Actor::console()));
}

void SecretsCard::changePassphrase()
{
    SecretPtr former = takenFrom(m_former);
    answer(m_console.services.secrets.changePassphrase({m_isForgotten->isChecked() ? nullptr : std::move(former), takenFrom(m_new)}, Actor::console()));
    m_isForgotten->setChecked(false);
}

void SecretsCard::move()
{
    SecretPtr passphrase = takenFrom(m_movePassphrase);
    answer(m_console.services.secrets.moveTo({target(), passphrase->isEmpty() ? nullptr : std::move(passphrase), m_leavesBehind->isChecked()}, Actor::console()));
    m_leavesBehind->setChecked(false);
}

SecretPlace SecretsCard::target() const
{
    return static_cast<SecretPlace>(m_target->currentData().toInt());
}

void SecretsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SecretsCard::showFitting()
{
    const bool isVault = m_state && m_state->place == SecretPlace::Vault;
    const bool isLocked = m_state && m_state->problem && m_state->problem->code != "secrets.absent";
    m_unlockLabel->setVisible(isLocked);
    m_unlock->setVisible(isLocked);
    m_unlockPassphrase->setVisible(isLocked && isVault);
    for (QWidget *widget : {static_cast<QWidget *>(m_changeLabel), static_cast<QWidget *>(m_former), static_cast<QWidget *>(m_new), static_cast<QWidget *>(m_change),
                            static_cast<QWidget *>(m_isForgotten)})
        widget->setVisible(isVault && m_state->hasVault);
    m_former->setEnabled(!m_isForgotten->isChecked());
    const bool mayMove = m_state && !m_state->isDecided;
    for (QWidget *widget : {static_cast<QWidget *>(m_moveLabel), static_cast<QWidget *>(m_target), static_cast<QWidget *>(m_move)})
        widget->setVisible(mayMove);
    m_movePassphrase->setVisible(mayMove && target() == SecretPlace::Vault && m_state->place != SecretPlace::Vault);
    m_leavesBehind->setVisible(mayMove && m_state->problem);
    m_move->setEnabled(!m_isBusy && m_state && target() != m_state->place);
    m_unlock->setEnabled(!m_isBusy);
    m_change->setEnabled(!m_isBusy);
}

void SecretsCard::retranslate()
{
    m_unlockLabel->setText(tr("Unlock"));
    m_unlock->setText(tr("Unlock"));
    m_changeLabel->setText(tr("Passphrase"));
    m_change->setText(m_isForgotten->isChecked() ? tr("Start a new vault") : tr("Change passphrase"));
    m_isForgotten->setText(tr("Forgotten: start a new vault and keep the old one aside"));
    m_moveLabel->setText(tr("Move to"));
    m_move->setText(tr("Move"));
    m_move->setAccessibleName(tr("Move the secrets there"));
    m_leavesBehind->setText(tr("Leave behind what cannot be read now"));
    for (QLineEdit *field : {m_unlockPassphrase, m_movePassphrase})
        field->setPlaceholderText(tr("Passphrase of the vault"));
    m_former->setPlaceholderText(tr("Passphrase until now"));
    m_new->setPlaceholderText(tr("New passphrase"));
    for (QLineEdit *field : {m_unlockPassphrase, m_movePassphrase, m_former, m_new})
        field->setAccessibleName(field->placeholderText());
    m_target->setAccessibleName(tr("Where to move the secrets"));
    for (int i = 0; i < m_target->count(); ++i)
        m_target->setItemText(i, wordOfPlace(static_cast<SecretPlace>(m_target->itemData(i).toInt())));
    if (!m_state || !m_state->isProbed || m_isBusy)
        m_health->setLook({Glyph::DottedRing, Token::Waiting, tr("Looking…")});
    else if (m_state->problem)
        m_health->setLook({Glyph::Triangle, Token::Failed, m_state->problem->code == "secrets.locked" ? tr("Locked") : tr("Not usable")});
    else
        m_health->setLook({Glyph::Disc, Token::Succeeded, tr("Works")});
    m_place->setText(m_state ? tr("%1, %n secret(s)", nullptr, static_cast<int>(m_state->secrets.size())).arg(wordOfPlace(m_state->place)) : QString());
    QStringList names;
    if (m_state) {
        for (const SecretInfo &secret : m_state->secrets)
            names << (secret.isGiven ? tr("%1 (environment)").arg(secret.name) : secret.name);
    }
    m_names->setText(names.join(QStringLiteral("  ")));
    m_names->setVisible(!names.isEmpty());
    showFitting();
}

} // namespace kule
