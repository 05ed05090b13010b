// SPDX-License-Identifier: GPL-3.0-or-later
// What a run must have before it speaks to Telegram: the bot's token, and the lock that keeps a token to one run on this
// computer. Lives on the bots' thread; holds the lock until it is destroyed. Secrets that are locked away are waited for.
#pragma once
#include "base/clock.h"
#include "bots/botids.h"
#include "secrets/secretservice.h"
#include "settings/datalock.h"

namespace kule {

class BotClaim final : public QObject
{
    Q_OBJECT
public:
    /// lockFolder: the same for all engines of this person.
    BotClaim(SecretService &secrets, Clock &clock, QString lockFolder, BotId bot);
    void begin();
    /// bot.runs_elsewhere where another process has the lock of that token now.
    static Done check(const QString &lockFolder, QByteArrayView token);

Q_SIGNALS:
    void held(kule::SecretPtr token);
    /// The token cannot be read for now; it is tried again when that may have changed.
    void waiting(kule::Text why);
    /// bot.runs_elsewhere (details: pid), bot.no_lock, secrets.not_found and what else no waiting helps against.
    void refused(kule::Error error);

private:
    void read();
    void lock(const SecretPtr &token);

    SecretService &m_secrets;
    Clock &m_clock;
    const QString m_lockFolder;
    const QString m_name; ///< of the token
    std::optional<DataLock> m_lock;
    bool m_isReading = false;
    bool m_isWaiting = false;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace kule
