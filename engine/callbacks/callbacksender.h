// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the outbox: what is due, four at once and one a host, each try recorded. Lives on the engine thread. Delivers at
// least once: a crash between a receiver's answer and its record sends again, under the same Idempotency-Key.
#pragma once
#include "callbacks/callbackservice.h"
#include "callbacks/callbacktable.h"
#include "callbacks/outbox.h"
#include "net/httpclient.h"
#include "store/store.h"

#include <QRandomGenerator>

#include <atomic>

namespace kule {

class CallbackSender final : public CallbackService, public CallbackOutbox
{
    Q_OBJECT
public:
    /// seed: of the jitter. Goes on with what a former engine left.
    CallbackSender(Store &store, HttpClient &http, Clock &clock, quint32 seed);

    Future<Result<Page<Delivery>>> list(std::optional<DeliveryState> state, PageRequest page) override;
    Future<Result<Delivery>> redeliver(DeliveryId id, Actor actor) override;
    void wake() override;

Q_SIGNALS:
    /// Somebody saw to what had gone wrong and asks for a report again.
    void redelivered();

private:
    void pump();
    void pumpIn(Milliseconds delay);
    void send(const callbacktable::Due &due);
    void record(const callbacktable::Due &due, const Result<HttpReply> &reply, qint64 startedAt);
    callbacktable::Outcome outcomeOf(const callbacktable::Due &due, const Result<HttpReply> &reply);

    Store &m_store;
    HttpClient &m_http;
    Clock &m_clock;
    QRandomGenerator m_chance;
    QHash<QString, QString> m_underWay; ///< id → host
    bool m_isPicking = false;
    bool m_picksAgain = false;
    qint64 m_restsUntil = 0; ///< steady ms; the store refuses, and what cannot be recorded must not be sent over and over
    std::unique_ptr<Clock::Timer> m_timer;
    std::atomic_bool m_isWoken = false; ///< any thread: a pump is posted already
};

} // namespace kule
