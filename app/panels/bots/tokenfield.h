// SPDX-License-Identifier: GPL-3.0-or-later
// Where a bot's token is typed or pasted: masked, taken once, never shown again; beneath stands where it will live, and what is
// wrong with that place. A bot that has one keeps it until another is typed. Gui thread.
#pragma once
#include "secrets/secretservice.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kule {

class ErrorStrip;

class TokenField final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenField(SecretService &secrets, QWidget *parent = nullptr);

    enum class Need { New, Kept };
    /// Kept: there is one, which stays unless it is replaced.
    void begin(Need need);
    /// Opens the field of one that is kept.
    void replace();
    bool isEmpty() const;
    /// What was typed. Null: nothing was.
    SecretPtr value() const;
    void clear();
    void setFocusToField();
    QWidget *editor() const;

Q_SIGNALS:
    void edited();
    void submitted();
    /// To the card of secrets in the settings.
    void placeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void retranslate();

    SecretService &m_secrets;
    std::optional<SecretState> m_state;
    bool m_isOpen = true;
    QLabel *m_kept;
    QPushButton *m_replace;
    QWidget *m_keptLine;
    QLineEdit *m_field;
    QLabel *m_place;
    ErrorStrip *m_problem;
};

} // namespace kule
