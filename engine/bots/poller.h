// SPDX-License-Identifier: GPL-3.0-or-later
// The one poller of a bot: asks for updates, hands them over, and asks for the next only when these are stored. Lives on the
// bots' thread. Rides out trouble of the network by itself; a conflict or a worthless token ends it.
#pragma once
#include "bots/telegram/telegramclient.h"
#include "net/backoff.h"

#include <QRandomGenerator>

namespace kule {

class Poller final : public QObject
{
    Q_OBJECT
public:
    /// Stores a batch and answers with the next offset.
    using Take = std::function<Future<Result<qint64>>(std::vector<TelegramUpdate>)>;
    Poller(TelegramClient &telegram, Clock &clock, Take take, quint32 seed);

    void start(qint64 offset);
    /// What is asked for is ignored from now on; Telegram keeps it.
    void stop();

Q_SIGNALS:
    /// Telegram answers as it should; the first time and after each trouble.
    void polling();
    /// It does not; it is tried again.
    void troubled(kule::Error error);
    /// It is over: telegram.other_poller, telegram.webhook_active, telegram.unauthorised
    void ended(kule::Error error);

private:
    void poll();
    /// Asks again, not faster than once a second when the last answer brought nothing.
    void pollOn(bool hasProgress);
    void take(const std::vector<TelegramUpdate> &batch);
    void rest(const Error &error);

    TelegramClient &m_telegram;
    Clock &m_clock;
    const Take m_take;
    QRandomGenerator m_chance;
    qint64 m_offset = 0;
    int m_failures = 0;
    qint64 m_askedAt = 0; ///< steady ms
    bool m_isRunning = false;
    bool m_isWell = false;
    bool m_isCareful = false; ///< an answer was too large: one update at a time
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace kule
