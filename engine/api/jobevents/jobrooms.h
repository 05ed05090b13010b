// SPDX-License-Identifier: GPL-3.0-or-later
// Who of one thread's Socket.IO clients follows which job: job:subscribe and job:unsubscribe, and the news that come for them.
// Lives on that thread, as its clients do; asks the feed and is answered by messages. Bounded for each client.
#pragma once
#include "api/jobevents/jobfeed.h"
#include "api/socketio/client.h"
#include "api/socketio/sessionshard.h"
#include "base/secret.h"

#include <atomic>

namespace kule {

class JobRooms final : public engineio::Layer, public socketio::Application, public JobAudience
{
public:
    static constexpr qsizetype subscriptionsAtMost = 1'000; ///< of one client

    /// Feed and keys outlive it; shard holds it. subscriptions counts those of all threads.
    JobRooms(engineio::SessionShard &shard, JobFeed &feed, const AccessKeys &keys, std::atomic<qint64> &subscriptions);
    ~JobRooms() override;
    Q_DISABLE_COPY_MOVE(JobRooms)

    std::unique_ptr<engineio::Session::Listener> welcome(engineio::Session &session, const http::Head &head) override;
    std::optional<Refusal> admit(socketio::Client &client, const QByteArray &nsp, const OrderedJson &auth) override;
    void connected(socketio::Client &client, const QByteArray &nsp, const OrderedJson &auth) override;
    void received(socketio::Client &client, socketio::Event event) override;
    void disconnected(socketio::Client &client, const QByteArray &nsp) override;

    void deliver(const std::vector<JobNews> &news) override;
    void answer(quint64 ticket, const JobSnapshot &snapshot) override;
    void keysChanged() override;

private:
    struct Subscriber
    {
        Secret key;            ///< empty: none was offered
        QHash<QString, QList<QByteArray>> names; ///< what was asked for, and the rooms that it means
        qsizetype asking = 0;  ///< answers that are awaited
        quint64 lastNews = 0;  ///< so that who is in two rooms hears once
    };
    using Subscribers = std::unordered_map<socketio::Client *, Subscriber>;
    struct Member
    {
        Subscribers::value_type *who;
        QByteArray job;  ///< its room: of this job seq is told already
        qint64 seq = 0;
    };
    struct Asked
    {
        socketio::Client *client;
        QString name;
        std::optional<quint64> ack;
    };

    void subscribe(Subscribers::value_type &who, const QString &name, std::optional<quint64> ack);
    void unsubscribe(Subscribers::value_type &who, const QString &name, std::optional<quint64> ack);
    void refuse(socketio::Client &client, const QString &name, std::optional<quint64> ack, const char *code, const Text &message);
    void join(Subscribers::value_type &who, const QByteArray &room);
    void leave(Subscribers::value_type &who, const QByteArray &room);
    Member &memberOf(const Subscribers::value_type &who, const QByteArray &room);
    void forget(Subscribers::value_type &who, const QString &name);
    bool mayAll(const Subscriber &subscriber) const;
    void tell(const QByteArray &room, const JobNews &news);
    void tell(Member &member, const JobNews &news);

    engineio::SessionShard &m_shard;
    JobFeed &m_feed;
    const AccessKeys &m_keys;
    std::atomic<qint64> &m_subscriptions;
    Subscribers m_subscribers;
    std::unordered_map<QByteArray, std::vector<Member>> m_rooms;
    std::unordered_map<quint64, Asked> m_asked;
    quint64 m_nextTicket = 1;
    quint64 m_newsNumber = 0;
};

} // namespace kule
