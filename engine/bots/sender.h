// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what the ledger of one bot holds: records that a message is about to leave, sends it, records what came of it. Lives on
// the bots' thread. Never sends a row twice: what may or may not have arrived is left to a person.
#pragma once
#include "bots/arrivals.h"
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
    static constexpr int mostAtOnce = 100; ///< under way

    Sender(Store &store, TelegramClient &telegram, Clock &clock, qint64 bot, quint32 seed, int perSecond = RateLimits::aSecond);

    /// lately: what a former run sent within the last minute, as Telegram counts it too.
    void start(const std::vector<ledgertable::SentLately> &lately = {});
    /// There may be more in the ledger.
    void wake();
    /// A row that it knew may be queued anew.
    void wakeForOldOnes();
    /// Begins nothing more; idle() follows, at once or when what is under way is recorded.
    void stop();
    bool isIdle() const { return m_underWay == 0 && m_arrivals.isEmpty(); }

    /// Whether a reply to the chat may leave at once, as no other waits or is under way to it and the limits allow it. Its place is
    /// kept until one of the next two.
    bool keepPlace(ChatId chat);
    /// Sends what was put into the ledger for a place and is in Sending; in a moment, a few at a time.
    void leave(const BotDelivery &begun);
    void giveBack(ChatId chat);

Q_SIGNALS:
    void idle();
    void unauthorised(kule::Error error);
    /// Telegram has a message that answers that update.
    void replied(kule::UpdateId update);
    /// Telegram refused a message, failed, or said what nobody understands.
    void erred();

private:
    void load(ledgertable::Lane lane);
    void pump();
    void pumpAt(qint64 moment);
    /// What comes meanwhile, such as the answer to the next poll, need not wait for the last of them.
    void leaveOn();
    void begin(const SendQueue::Ticket &ticket);
    void send(const SendQueue::Ticket &ticket, const BotDelivery &delivery);
    void conclude(const SendQueue::Ticket &ticket, const BotDelivery &delivery, const Result<std::vector<MessageId>> &answer);
    void arrived(const SendQueue::Ticket &ticket, const BotDelivery &delivery, const std::vector<MessageId> &messages);
    void askWhoIsGone(const SendQueue::Ticket &ticket, ChatId source, const QByteArray &code);
    void giveUpChat(const SendQueue::Ticket &ticket, const QByteArray &code);
    void followGroup(const SendQueue::Ticket &ticket, ChatId to);
    /// Writes the row's new state; then the ticket is over.
    template <class F>
    void record(const SendQueue::Ticket &ticket, F write);
    void later(const SendQueue::Ticket &ticket, const Error &error);
    void probe();
    void finish(ChatId chat);
    void goOn();
    SendQueue::Lanes lanes() const;
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
    std::deque<BotDelivery> m_leaving;
    int m_underWay = 0; ///< places included
    Arrivals m_arrivals;
    int m_failures = 0; ///< in a row, of Telegram as a whole
    bool m_isRunning = false;
    bool m_isProbing = false;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace kule
