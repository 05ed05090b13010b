// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what the ledger of one bot holds: records that a message is about to leave, sends it, records what came of it. Lives on
// the bots' thread. Never sends a row twice: what may or may not have arrived is left to a person.
#pragma once
#include "bots/sendqueue.h"
#include "bots/tables/ledgertable.h"
#include "bots/telegram/telegramclient.h"
#include "net/backoff.h"
#include "store/store.h"

#include <QRandomGenerator>

namespace kule {

class Sender final : public QObject
{
    Q_OBJECT
public:
    Sender(Store &store, TelegramClient &telegram, Clock &clock, qint64 bot, quint32 seed, int perSecond = RateLimits::aSecond);

    void start();
    /// There may be more in the ledger.
    void wake();
    /// A row that it knew may be queued anew.
    void wakeForOldOnes();
    /// Begins nothing more; idle() follows, at once or when what is under way is recorded.
    void stop();
    bool isIdle() const { return m_underWay == 0; }

Q_SIGNALS:
    void idle();
    void unauthorised(kule::Error error);
    /// One row was sent, failed or left for review.
    void recorded();

private:
    void load(ledgertable::Lane lane);
    void pump();
    void pumpAt(qint64 moment);
    void begin(const SendQueue::Ticket &ticket);
    void send(const SendQueue::Ticket &ticket, const BotDelivery &delivery);
    void conclude(const SendQueue::Ticket &ticket, const BotDelivery &delivery, const Result<std::vector<MessageId>> &answer);
    void giveUpChat(const SendQueue::Ticket &ticket, const QByteArray &code);
    void followGroup(const SendQueue::Ticket &ticket, ChatId to);
    /// Writes the row's new state; then the ticket is over.
    template <class F>
    void record(const SendQueue::Ticket &ticket, F write, bool goesOn = true);
    void later(const SendQueue::Ticket &ticket, const Error &error);
    void probe();
    void finish(const SendQueue::Ticket &ticket);
    Future<Result<std::vector<MessageId>>> call(const BotDelivery &delivery);

    Store &m_store;
    TelegramClient &m_telegram;
    Clock &m_clock;
    const qint64 m_bot;
    QRandomGenerator m_chance;
    SendQueue m_queue;
    QSet<qint64> m_known;                  ///< queued here or under way
    qint64 m_loadedTo[2] = {0, 0};         ///< by lane
    bool m_mayHoldMore[2] = {true, true};
    bool m_isLoading[2] = {false, false};
    int m_underWay = 0;
    int m_failures = 0; ///< in a row, of Telegram as a whole
    bool m_isRunning = false;
    bool m_isProbing = false;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace kule
