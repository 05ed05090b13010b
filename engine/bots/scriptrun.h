// SPDX-License-Identifier: GPL-3.0-or-later
// A run of an existing bot script as a process: the token in its environment, what it prints in the bot's log, ended with its
// whole group. Lives on the bots' thread. Never puts the token on a command line, never makes an environment for it.
#pragma once
#include "bots/botclaim.h"
#include "bots/botlogs.h"
#include "bots/botrun.h"
#include "bots/detective.h"
#include "bots/script/scriptconfig.h"
#include "bots/script/scriptprocess.h"
#include "bots/telegram/telegramclient.h"
#include "net/qthttpclient.h"

namespace kule {

/// In every script's environment; its value names the data folder (cookieOf), so that a later engine finds left-overs.
inline constexpr char botsVariable[] = "KULE_BOTS";

class ScriptRun final : public BotRun
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Clock &clock;
        SecretService &secrets;
        BotLogs &logs;
        ConflictDetective &detective;
        QThreadPool &disk;
        QString telegramBase;
        QString lockFolder; ///< the same for all engines of this person
        QString python;     ///< the setting; empty: the first usable one
        QStringList roots;
        QString environments; ///< folder of this bot's virtual environments
        QByteArray cookie;    ///< of the data folder
    };
    ScriptRun(Surroundings around, Bot bot);
    ~ScriptRun() override;

    void launch() override;
    void drain() override;
    /// Holds with the next start.
    void setQuantity(int) override {}
    Future<Done> deliver(QByteArray secret, QByteArray body) override;
    void lookAtLedger() override {}

private:
    void begin(SecretPtr token);
    void start(const ScriptPlace &place, const QString &python, const QString &environment);
    QProcessEnvironment environmentOf(int number, const QString &venv) const;
    void hear(const QByteArray &bytes);
    /// Nobody asked for it, so nobody else kills what stays too long.
    void endByItself(Supervision::Ending ending, const Text &reason);
    void processEnded(const Text &reason);
    void end(Supervision::Ending ending, const Text &reason);
    /// f when the run is still wanted; an error ends it.
    template <class T, class F>
    void next(Future<Result<T>> future, F f);

    const Surroundings m_around;
    const Bot m_bot;
    const QByteArray m_id; ///< of this run, in the environment of its processes
    BotClaim m_claim;
    SecretPtr m_token;
    ScriptConfig m_config;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<TelegramClient> m_telegram;
    std::vector<std::unique_ptr<ScriptProcess>> m_processes;
    std::unique_ptr<Clock::Timer> m_patience;
    int m_alive = 0;
    std::optional<Supervision::Ending> m_ending; ///< once it is on its way to its end
    Text m_reason;
    bool m_hasEnded = false;
    bool m_saidConflict = false;
};

} // namespace kule
