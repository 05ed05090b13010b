// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to the bots that are meant: start, stop, restart, delete, one or many, as actions that menus, buttons and
// keys share. Deleting asks first, as it cannot be undone. Gui thread; asks the engine by futures only.
#pragma once
#include "bots/botservice.h"

#include <QAction>

namespace kule {

class BotDeeds final : public QObject
{
    Q_OBJECT
public:
    /// noun: what the actions are named by; of "Bot" come startBot, stopBot, restartBot, deleteBot. owner: of the question.
    BotDeeds(BotService &bots, const char *noun, QWidget *owner);

    QAction *startAction() const { return m_start; }
    QAction *stopAction() const { return m_stop; }
    QAction *restartAction() const { return m_restart; }
    QAction *removeAction() const { return m_remove; }
    /// Whom the actions mean from now on.
    void setMeant(std::vector<BotView> bots);
    void retranslate();

    void start(const BotId &id);
    void scale(const BotId &id, int quantity);
    void askRemove();

Q_SIGNALS:
    void begun();
    void answered(kule::BotView bot);
    void failed(kule::Error error);

private:
    using Deed = Future<Result<BotView>> (BotService::*)(BotId, Actor);
    void each(Deed deed, bool (*isMeant)(BotState));
    void take(const Future<Result<BotView>> &future);
    void follow();

    BotService &m_bots;
    QWidget *m_owner;
    std::vector<BotView> m_meant;
    QAction *m_start;
    QAction *m_stop;
    QAction *m_restart;
    QAction *m_remove;
};

} // namespace kule
