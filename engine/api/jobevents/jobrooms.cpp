// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobevents/jobrooms.h"

#include "keys/accesskeys.h"

#include <QUuid>

#include <algorithm>

namespace kule {
namespace {

constexpr qsizetype nameLengthAtMost = 256;
constexpr Milliseconds connectTime{45'000};

bool isJobId(const QString &name)
{
    return name.size() == 36 && !QUuid::fromString(name).isNull();
}

bool isEvery(const QString &name)
{
    return name == QLatin1String("*");
}

/// The first of these that holds a text: the names that clients give a key.
QByteArray offeredKey(const OrderedJson &auth)
{
    for (const char *name : {"key", "apiKey", "token"}) {
        const auto found = auth.find(name);
        if (found != auth.end() && found->is_string())
            return QByteArray::fromStdString(found->get_ref<const std::string &>());
    }
    return {};
}

QByteArray english(const Text &text)
{
    return text.english().toUtf8();
}

} // namespace

JobRooms::JobRooms(engineio::SessionShard &shard, JobFeed &feed, const AccessKeys &keys, std::atomic<qint64> &subscriptions)
    : m_shard(shard)
    , m_feed(feed)
    , m_keys(keys)
    , m_subscriptions(subscriptions)
{
    m_feed.enter(*this, shard.door());
}

JobRooms::~JobRooms()
{
    m_feed.leave(*this);
}

std::unique_ptr<engineio::Session::Listener> JobRooms::welcome(engineio::Session &session, const http::Head &)
{
    return std::make_unique<socketio::Client>(session, *this, connectTime, m_shard.clock(), &m_shard);
}

std::optional<JobRooms::Refusal> JobRooms::admit(socketio::Client &client, const QByteArray &nsp, const OrderedJson &auth)
{
    if (nsp != "/")
        return Refusal{"Invalid namespace"};
    const QByteArray key = offeredKey(auth);
    if (!key.isEmpty() && !m_keys.verify(key))
        return Refusal{english(text(QT_TRANSLATE_NOOP("Engine", "This access key is not valid. Ask for a new one or look whether it was revoked."))), {{"code", "auth.wrong_key"}}};
    m_subscribers[&client].key = Secret(key);
    return std::nullopt;
}

void JobRooms::connected(socketio::Client &, const QByteArray &, const OrderedJson &) {}

void JobRooms::disconnected(socketio::Client &client, const QByteArray &)
{
    const auto who = m_subscribers.find(&client);
    const QStringList names = who->second.names.keys();
    for (const QString &name : names)
        forget(*who, name);
    if (who->second.asking > 0)
        std::erase_if(m_asked, [&client](const auto &asked) { return asked.second.client == &client; });
    m_subscribers.erase(who);
}

void JobRooms::received(socketio::Client &client, socketio::Event event)
{
    const bool subscribes = event.data.front() == "job:subscribe";
    if (!subscribes && event.data.front() != "job:unsubscribe") {
        const Text words = text(QT_TRANSLATE_NOOP("Engine", "Kule knows no event of that name. Send job:subscribe or job:unsubscribe."));
        return client.acknowledge(event.nsp, event.id, OrderedJson::array({{{"error", errorOf("UNKNOWN_EVENT", words.english())}}}));
    }
    auto &who = *m_subscribers.find(&client);
    if (event.data.size() != 2 || !event.data[1].is_string())
        return refuse(client, {}, event.id, "VALIDATION_ERROR", text(QT_TRANSLATE_NOOP("Engine", "Send the job's id, as a bare text.")));
    const QString name = QString::fromStdString(event.data[1].get_ref<const std::string &>());
    if (name.isEmpty() || name.size() > nameLengthAtMost)
        return refuse(client, {}, event.id, "VALIDATION_ERROR", text(QT_TRANSLATE_NOOP("Engine", "Send the job's id, as a bare text.")));
    if (subscribes)
        subscribe(who, name, event.id);
    else
        unsubscribe(who, name, event.id);
}

void JobRooms::refuse(socketio::Client &client, const QString &name, std::optional<quint64> ack, const char *code, const Text &message)
{
    const OrderedJson refusal = refusalOf(name, errorOf(code, message.english()));
    if (ack)
        client.acknowledge("/", ack, OrderedJson::array({refusal[1]}));
    else
        client.emitEvent("/", refusal);
}

bool JobRooms::mayAll(const Subscriber &subscriber) const
{
    return m_keys.verify(subscriber.key.view()).has_value(); // every scope holds read
}

void JobRooms::subscribe(Subscribers::value_type &who, const QString &name, std::optional<quint64> ack)
{
    auto &[client, subscriber] = who;
    const bool isPrivileged = mayAll(subscriber);
    if (!isJobId(name) && !isPrivileged)
        return refuse(*client, name, ack, "UNAUTHORIZED",
                      text(QT_TRANSLATE_NOOP("Engine", "Following jobs by anything but their id needs an access key in the handshake: io(url, { auth: { key } }).")));
    if (subscriber.asking >= subscriptionsAtMost || (!subscriber.names.contains(name) && subscriber.names.size() >= subscriptionsAtMost))
        return refuse(*client, name, ack, "TOO_MANY_SUBSCRIPTIONS",
                      text(QT_TRANSLATE_NOOP("Engine", "One connection may follow %1 jobs. End some subscriptions, or follow all by *."), QString::number(subscriptionsAtMost)));
    if (!subscriber.names.contains(name)) {
        QList<QByteArray> rooms;
        if (isEvery(name))
            rooms = {everyRoom};
        else if (isJobId(name))
            rooms = {roomOf(JobId{name})};
        if (isPrivileged && !isEvery(name))
            rooms.append(roomOfProcess(name));
        subscriber.names.insert(name, rooms);
        ++m_subscriptions;
        for (const QByteArray &room : rooms)
            join(who, room);
    } else { // said again: what is known is said again too
        for (const QByteArray &room : subscriber.names.value(name))
            memberOf(who, room) = {&who, {}, 0};
    }
    if (isEvery(name))
        return client->acknowledge("/", ack, OrderedJson::array({{{"jobId", name}}}));
    ++subscriber.asking;
    const quint64 ticket = m_nextTicket++;
    m_asked.emplace(ticket, Asked{client, name, ack});
    m_feed.ask(*this, ticket, name, !isPrivileged ? JobFeed::Meaning::Job : isJobId(name) ? JobFeed::Meaning::Either : JobFeed::Meaning::Process);
}

void JobRooms::unsubscribe(Subscribers::value_type &who, const QString &name, std::optional<quint64> ack)
{
    forget(who, name);
    who.first->acknowledge("/", ack, OrderedJson::array({{{"jobId", name}}}));
}

void JobRooms::forget(Subscribers::value_type &who, const QString &name)
{
    const auto rooms = who.second.names.constFind(name);
    if (rooms == who.second.names.cend())
        return;
    for (const QByteArray &room : *rooms)
        leave(who, room);
    who.second.names.erase(rooms);
    --m_subscriptions;
}

void JobRooms::join(Subscribers::value_type &who, const QByteArray &room)
{
    auto &members = m_rooms[room];
    if (members.empty())
        m_feed.watch(*this, room);
    members.push_back({&who, {}, 0});
}

JobRooms::Member &JobRooms::memberOf(const Subscribers::value_type &who, const QByteArray &room)
{
    auto &members = m_rooms.at(room);
    return *std::find_if(members.begin(), members.end(), [&who](const Member &member) { return member.who == &who; });
}

void JobRooms::leave(Subscribers::value_type &who, const QByteArray &room)
{
    const auto found = m_rooms.find(room);
    auto &members = found->second;
    memberOf(who, room) = Member(members.back());
    members.pop_back();
    if (!members.empty())
        return;
    m_rooms.erase(found);
    m_feed.unwatch(*this, room);
}

void JobRooms::deliver(const std::vector<JobNews> &all)
{
    for (const JobNews &news : all) {
        ++m_newsNumber;
        tell(news.jobRoom, news);
        if (!news.processRoom.isEmpty())
            tell(news.processRoom, news);
        tell(everyRoom, news);
    }
}

void JobRooms::tell(const QByteArray &room, const JobNews &news)
{
    const auto found = m_rooms.find(room);
    if (found == m_rooms.end())
        return;
    // A client that is too slow is closed by what is sent to it, and leaves: the last member takes its place, who was told.
    auto &members = found->second;
    for (std::size_t i = members.size(); i-- > 0;) {
        const bool isLast = members.size() == 1;
        tell(members[i], news);
        if (isLast)
            return;
    }
}

void JobRooms::tell(Member &member, const JobNews &news)
{
    auto &[client, subscriber] = *member.who;
    if (member.job == news.jobRoom && news.seq <= member.seq)
        return;
    if (member.job.isEmpty())
        member.job = news.jobRoom;
    if (member.job == news.jobRoom)
        member.seq = news.seq;
    if (std::exchange(subscriber.lastNews, m_newsNumber) != m_newsNumber)
        client->send(news.packet, news.topic);
}

void JobRooms::answer(quint64 ticket, const JobSnapshot &snapshot)
{
    const auto found = m_asked.find(ticket);
    if (found == m_asked.end())
        return; // the client has left
    const Asked asked = std::move(found->second);
    m_asked.erase(found);
    auto &who = *m_subscribers.find(asked.client);
    --who.second.asking;
    if (snapshot.problem) {
        const bool isPrivileged = mayAll(who.second);
        if (isPrivileged && snapshot.problem->code == "job.not_found") // its process may run yet
            return asked.client->acknowledge("/", asked.ack, OrderedJson::array({{{"jobId", asked.name}}}));
        forget(who, asked.name);
        const bool isMissing = snapshot.problem->kind == ErrorKind::NotFound;
        return refuse(*asked.client, asked.name, asked.ack, isMissing ? "NOT_FOUND" : "INTERNAL_ERROR", snapshot.problem->message);
    }
    for (const JobNews &news : snapshot.news) {
        if (!m_subscribers.contains(asked.client))
            return; // too slow, and closed by the former
        const QList<QByteArray> rooms = who.second.names.value(asked.name);
        bool isNew = !rooms.isEmpty();
        for (const QByteArray &room : rooms) {
            Member &member = memberOf(who, room);
            const qint64 told = member.job == news.jobRoom ? member.seq : 0;
            isNew = isNew && news.seq > told;
            member.job = news.jobRoom;
            member.seq = std::max(told, news.seq);
        }
        if (isNew)
            asked.client->send(news.packet, news.topic);
    }
    asked.client->acknowledge("/", asked.ack, OrderedJson::array({snapshot.said}));
}

// Who follows what only a key allows, and has it no more, is told and follows on what needs none.
void JobRooms::keysChanged()
{
    std::vector<socketio::Client *> losers;
    for (auto &[client, subscriber] : m_subscribers) {
        if (subscriber.key.isEmpty() || mayAll(subscriber))
            continue;
        subscriber.key = {};
        losers.push_back(client);
    }
    for (socketio::Client *client : losers) {
        for (auto who = m_subscribers.find(client); who != m_subscribers.end(); who = m_subscribers.find(client)) {
            const auto names = who->second.names.keys();
            const auto lost = std::find_if_not(names.begin(), names.end(), isJobId);
            if (lost == names.end())
                break;
            forget(*who, *lost);
            refuse(*client, *lost, std::nullopt, "UNAUTHORIZED", text(QT_TRANSLATE_NOOP("Engine", "The access key of this connection was revoked. Connect with another one.")));
        }
    }
}

} // namespace kule
