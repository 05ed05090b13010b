// SPDX-License-Identifier: GPL-3.0-or-later
// What the bots are made of: their thread with the fleet on it, their logs, and what each run is given. Built, configured and
// destroyed on the engine thread; never waits for Telegram.
#pragma once
#include "bots/botfleet.h"
#include "net/qthttpclient.h"

#include <QThread>

namespace kule {

struct BotSettings
{
    QString telegramBase;
    QString publicUrl; ///< under which Telegram reaches Kule; empty: it does not
    QString python;    ///< empty: the first usable one
    QStringList scriptRoots;
};

struct BotPlace
{
    QString data;  ///< the engine's data folder
    QString locks; ///< a folder that all engines of this person share, whatever their data folders
};

class BotWorks
{
public:
    BotWorks(BotSettings settings, BotPlace place, Store &store, SecretService &secrets, Clock &clock, const Redactor &redactor, HerokuDoor heroku = {});
    ~BotWorks();
    Q_DISABLE_COPY_MOVE(BotWorks)

    BotService &service() { return *m_fleet; }
    /// Ends what scripts a former engine left, takes up the bots of the store and starts those that shall run.
    Future<Done> load();
    /// Bots take it with their next start.
    void configure(BotSettings settings);
    /// Drains all; their wishes stay.
    Future<Done> finish() { return m_fleet->finish(); }

private:
    std::unique_ptr<BotRun> runOf(const Bot &bot);
    QString webhookOf(const Bot &bot) const;

    const BotPlace m_place;
    const QByteArray m_cookie; ///< of the data folder
    Store &m_store;
    SecretService &m_secrets;
    Clock &m_clock;
    QThreadPool m_disk; ///< waits for disks and processes
    BotLogs m_logs;
    ConflictDetective m_detective;
    QThread m_thread;
    QObject m_anchor;       ///< something on the thread to post to
    std::unique_ptr<QtHttpClient> m_http; ///< for previews; the thread's
    BotSettings m_settings; ///< the thread's
    std::unique_ptr<BotFleet> m_fleet;
};

} // namespace kule
