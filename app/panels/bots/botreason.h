// SPDX-License-Identifier: GPL-3.0-or-later
// Why a bot does not simply run, and what helps: the engine's sentence, when it tries again, and buttons. Hidden while there is
// nothing to say. Gui thread; does nothing itself.
#pragma once
#include "bots/botservice.h"

#include <QFrame>

#include <map>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace kule {

class BotReason final : public QFrame
{
    Q_OBJECT
public:
    enum class Help { TryNow, NewToken, Secrets, Settings };

    explicit BotReason(QWidget *parent = nullptr);
    /// haveSecrets: whether secrets can be read; without them no bot starts. doing: what is being done about it; empty: nothing.
    void show(const BotView &bot, bool haveSecrets, qint64 now, const QString &doing);

Q_SIGNALS:
    void asked(kule::BotReason::Help help);
    void deedAsked(kule::BotDeed deed);

private:
    using QFrame::show;
    QPushButton *button(const char *name, Help help);

    QLabel *m_sentence;
    QLabel *m_next;
    QHBoxLayout *m_row;
    QPushButton *m_token;
    QPushButton *m_secrets;
    QPushButton *m_settings;
    QPushButton *m_again;
    std::map<BotDeed, QPushButton *> m_deeds;
};

} // namespace kule
