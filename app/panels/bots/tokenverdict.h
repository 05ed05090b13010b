// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a token is, as Telegram says, or why it will not do: asked of the engine a moment after it was typed, shown beneath its
// field. Where Telegram cannot be asked it says so and stands in nobody's way. Gui thread; keeps no token.
#pragma once
#include "bots/botservice.h"

#include <QWidget>

class QLabel;

namespace kule {

class StateLabel;

class TokenVerdict final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenVerdict(BotService &bots, QWidget *parent = nullptr);

    enum class Standing {
        Unasked,
        Asking,
        Fine,
        Refused, ///< it is none, it is worth nothing, or its bot is run already
        Unclear, ///< Telegram could not be asked
    };
    /// of: the bot whose token it shall be.
    void ask(SecretPtr token, std::optional<BotId> of);
    void forget();
    Standing standing() const { return m_standing; }
    bool isOpen() const { return m_standing == Standing::Unasked || m_standing == Standing::Asking; }

Q_SIGNALS:
    /// Fine, Refused or Unclear.
    void decided();

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();

    BotService &m_bots;
    Standing m_standing = Standing::Unasked;
    TokenOwner m_owner;
    std::optional<Error> m_error;
    int m_asked = 0; ///< answers to former questions count for nothing
    StateLabel *m_mark;
    QLabel *m_words;
};

} // namespace kule
