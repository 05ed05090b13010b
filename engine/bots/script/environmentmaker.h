// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a virtual environment for a bot's script and installs its requirements.txt into it, in a folder of its own each time, so
// that a script that runs keeps the one it has. Lives on the bots' thread. What venv and pip say goes into the bot's log.
// Never gets the token; destroying it stops all and leaves nothing behind that counts.
#pragma once
#include "bots/botlogs.h"
#include "bots/script/scriptconfig.h"
#include "bots/script/scriptprocess.h"

namespace kule {

namespace environments {
/// The interpreter of the environment that was finished last; empty: none. Those before it go. Waits for the disk.
QString pythonIn(const QString &folder);
/// What activating it does.
void enter(QProcessEnvironment &environment, const QString &venv);
} // namespace environments

class EnvironmentMaker final : public QObject
{
    Q_OBJECT
public:
    struct Order
    {
        BotId bot;
        ScriptConfig config;
        QStringList roots;
        QString python; ///< the setting; empty: the first usable one
        QString folder; ///< of this bot's environments
        QByteArray cookie; ///< of the data folder
    };
    EnvironmentMaker(Order order, Clock &clock, BotLogs &logs, QThreadPool &disk);
    ~EnvironmentMaker() override;
    void start();

Q_SIGNALS:
    void made();
    /// Or this; once. bot.environment_failed, what locateScript() and findInterpreter() say.
    void failed(kule::Error error);

private:
    void makeWith(const QString &python);
    void install();
    void run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment, std::function<void()> then);
    void adopt();
    void finish(const Done &result);
    QString pythonThere() const;

    const Order m_order;
    Clock &m_clock;
    BotLogs &m_logs;
    QThreadPool &m_disk;
    const QString m_venv;
    QString m_scriptFolder;
    QString m_requirements; ///< empty: there are none
    std::unique_ptr<ScriptProcess> m_process;
    bool m_isFinished = false;
    bool m_isKept = false;
};

} // namespace kule
