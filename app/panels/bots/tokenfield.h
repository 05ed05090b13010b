// SPDX-License-Identifier: GPL-3.0-or-later
// Where a bot's token is typed or pasted: masked, taken once, never shown again; beneath stands whose it is, where it will live,
// and what is wrong with that place. A bot that has one keeps it until another is typed. Gui thread.
#pragma once
#include "base/clock.h"
#include "secrets/secretservice.h"
#include "tokenverdict.h"

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
    TokenField(SecretService &secrets, BotService &bots, Clock &clock, QWidget *parent = nullptr);

    /// Since the last key, until it is asked whose the token is.
    static constexpr Milliseconds pause = Milliseconds(500);

    enum class Need { New, Kept };
    /// Kept: there is one, which stays unless it is replaced.
    /// of: the bot whose it shall be; nothing: a new one.
    void begin(Need need, std::optional<BotId> of = {});
    /// Opens the field of one that is kept.
    void replace();
    bool isEmpty() const;
    /// What was typed will not do.
    bool isRefused() const { return m_verdict->standing() == TokenVerdict::Standing::Refused; }
    /// f once it is known whose the token is, unless it is refused; at once where none was typed. Only the last f counts.
    void whenChecked(std::function<void()> f);
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
    void check();
    void look();
    void retranslate();

    SecretService &m_secrets;
    Clock &m_clock;
    std::optional<SecretState> m_state;
    std::optional<BotId> m_of;
    std::unique_ptr<Clock::Timer> m_pause;
    std::function<void()> m_then;
    bool m_isOpen = true;
    QLabel *m_kept;
    QPushButton *m_replace;
    QWidget *m_keptLine;
    QLineEdit *m_field;
    TokenVerdict *m_verdict;
    QLabel *m_place;
    ErrorStrip *m_problem;
};

} // namespace kule
