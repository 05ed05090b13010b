// SPDX-License-Identifier: GPL-3.0-or-later
// How an answer finds its way from any thread to the connection that waits for it, or to nobody when that is gone.
// Mailbox: one a shard, outlives it. ConnectionResponder: one a request. Neither holds a pointer to a connection.
#pragma once
#include "api/http/message.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace kule::http {

struct Answer
{
    quint64 connection = 0;
    quint64 exchange = 0;
    std::optional<Response> response; ///< nothing: the responder was dropped
    bool isPiece = false;             ///< of a stream that is being sent: piece counts, not response
    std::optional<BodySource::Piece> piece = {};
};

class Mailbox
{
public:
    using Deliver = std::function<void(Answer)>;

    /// Made on shard's thread; deliver is called there.
    Mailbox(QObject *shard, Deliver deliver);
    /// On the shard's thread. What comes later is dropped.
    void close();
    /// Any thread. Delivered at once on the shard's own.
    void put(Answer answer);

private:
    void deliverAll();

    const std::thread::id m_thread;
    const Deliver m_deliver;
    std::mutex m_mutex;
    QObject *m_shard;              ///< guarded by m_mutex; null once closed; written on the shard's thread alone
    std::vector<Answer> m_answers; ///< guarded by m_mutex
};

class ConnectionResponder final : public Responder
{
public:
    ConnectionResponder(std::shared_ptr<Mailbox> mailbox, quint64 connection, quint64 exchange);
    ~ConnectionResponder() override;
    Q_DISABLE_COPY_MOVE(ConnectionResponder)
    void send(Response response) override;

private:
    const std::shared_ptr<Mailbox> m_mailbox;
    const quint64 m_connection;
    const quint64 m_exchange;
    std::atomic_flag m_isAnswered;
};

} // namespace kule::http
