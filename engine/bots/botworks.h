// SPDX-License-Identifier: GPL-3.0-or-later
// What the bots are made of: their thread with the fleet on it, and what each run is given. Built, configured and destroyed on
// the engine thread; never waits for Telegram.
#pragma once
#include "bots/botfleet.h"

#include <QThread>

namespace kule {

struct BotSettings
{
    QString telegramBase;
};

class BotWorks
{
public:
    /// locks: a folder that all engines of this person share, whatever their data folders.
    BotWorks(BotSettings settings, Store &store, SecretService &secrets, Clock &clock, QString locks);
    ~BotWorks();
    Q_DISABLE_COPY_MOVE(BotWorks)

    BotService &service() { return *m_fleet; }
    /// Takes up the bots of the store and starts those that shall run.
    QFuture<Done> load() { return m_fleet->load(); }
    /// Bots take it with their next start.
    void configure(BotSettings settings);
    /// Drains all; their wishes stay.
    QFuture<Done> finish() { return m_fleet->finish(); }

private:
    QThread m_thread;
    QObject m_anchor;       ///< something on the thread to post to
    BotSettings m_settings; ///< the thread's
    std::unique_ptr<BotFleet> m_fleet;
};

} // namespace kule
