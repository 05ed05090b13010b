// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/socketio/gate.h"

#include <QTcpSocket>
#include <QThread>

#include <algorithm>

namespace kule::engineio {
namespace {

Answer full()
{
    return {503, R"({"code":3,"message":"Too many clients"})", "application/json; charset=utf-8"};
}

Reply replyBy(http::ResponderPtr responder)
{
    return [responder = std::move(responder)](Answer answer) {
        responder->send({answer.status, std::move(answer.contentType), std::move(answer.body), {}, false});
    };
}

/// Changes the shared list as a whole: readers on other threads hold the former one.
template <class Value, class F>
void change(std::atomic<std::shared_ptr<const Value>> &shared, F f)
{
    auto former = shared.load();
    std::shared_ptr<const Value> next;
    do {
        Value copy = *former;
        f(copy);
        next = std::make_shared<const Value>(std::move(copy));
    } while (!shared.compare_exchange_weak(former, next));
}

} // namespace

Gate::Gate(QByteArray path, const Timings &timings, Clock &clock, MakeLayer makeLayer)
    : m_path(std::move(path))
    , m_timings(timings)
    , m_clock(clock)
    , m_makeLayer(std::move(makeLayer))
{
}

Gate::~Gate() = default;

bool Gate::isMine(const http::Head &head) const
{
    const QByteArrayView target = head.target;
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    return path == m_path || path == QByteArrayView(m_path).chopped(1);
}

bool Gate::isOfSession(const http::Head &head) const
{
    const auto reading = readQuery(head.method, head.query(), Handshake::Plain, m_rules.load().old);
    return reading.query && ofSession(*m_desks.load(), reading.query->sid);
}

bool Gate::wantsWebSocket(const http::Head &head)
{
    return head.method == "GET" && head.header("Upgrade").toLower() == "websocket";
}

const Gate::Desk *Gate::here(const Desks &desks) const
{
    const auto found = std::find_if(desks.begin(), desks.end(), [](const Desk &desk) { return desk.thread == QThread::currentThread(); });
    return found == desks.end() ? nullptr : &*found;
}

const Gate::Desk *Gate::ofSession(const Desks &desks, QByteArrayView sid)
{
    const auto number = SessionShard::numberOf(sid);
    const auto found = std::find_if(desks.begin(), desks.end(), [&](const Desk &desk) { return desk.number == number; });
    return found == desks.end() ? nullptr : &*found;
}

void Gate::serve(http::Request request, http::ResponderPtr responder)
{
    Reply reply = replyBy(std::move(responder));
    const auto reading = readQuery(request.method, request.query(), Handshake::Plain, m_rules.load().old);
    if (!reading.query)
        return reply(refusal(reading.fault));
    const Query &query = *reading.query;
    const auto desks = m_desks.load();
    const Desk *local = here(*desks);
    const Desk *owner = query.sid.isEmpty() ? local : ofSession(*desks, query.sid);
    if (!owner)
        return reply(refusal(Fault::UnknownSession));
    if (query.sid.isEmpty())
        return isFull() ? reply(full()) : local->shard->open(query, request, reply);
    if (owner == local)
        return local->shard->serveInTurn({query, std::move(request), std::move(reply)});
    const bool isThere = owner->door->with([&](QObject *) {
        post(owner->shard, [shard = owner->shard, asked = SessionShard::Asked{query, std::move(request), reply}] { shard->serve(asked); });
    });
    if (!isThere)
        reply(refusal(Fault::UnknownSession));
}

void Gate::takeOver(http::Head head, std::unique_ptr<QTcpSocket> socket)
{
    const auto reading = readQuery(head.method, head.query(), Handshake::WebSocket, m_rules.load().old);
    const auto desks = m_desks.load();
    const Desk *local = here(*desks);
    if (!reading.query || !local)
        return SessionShard::refuse(std::move(socket), refusal(reading.fault), local ? local->shard : nullptr);
    const Query &query = *reading.query;
    if (query.sid.isEmpty() && isFull())
        return SessionShard::refuse(std::move(socket), full(), local->shard);
    const Desk *owner = query.sid.isEmpty() ? local : ofSession(*desks, query.sid);
    if (owner == local)
        return local->shard->takeOver(query, std::move(head), std::move(socket));
    // Before its WebSocket's life begins a socket may change its thread; afterwards it never does.
    const bool isThere = owner && owner->door->with([&](QObject *) {
        socket->moveToThread(owner->thread);
        auto moved = std::make_shared<std::unique_ptr<QTcpSocket>>(std::move(socket));
        post(owner->shard, [shard = owner->shard, query, head = std::move(head), moved] { shard->takeOver(query, head, std::move(*moved)); });
    });
    if (!isThere)
        SessionShard::refuse(std::move(socket), refusal(Fault::UnknownSession), local->shard);
}

void Gate::left(const http::Head &head)
{
    const auto reading = readQuery(head.method, head.query(), Handshake::Plain, m_rules.load().old);
    if (!reading.query || head.method != "GET")
        return;
    const auto desks = m_desks.load();
    if (const Desk *owner = ofSession(*desks, reading.query->sid))
        owner->door->with([&](QObject *) { post(owner->shard, [shard = owner->shard, sid = reading.query->sid] { shard->loseReader(sid); }); });
}

void Gate::threadBegins()
{
    const int number = ++m_nextNumber;
    auto *shard = new SessionShard(number, m_timings, m_clock, m_counts, m_makeLayer);
    change(m_desks, [&](Desks &desks) { desks.push_back({QThread::currentThread(), number, shard, shard->door()}); });
}

void Gate::threadDrains()
{
    const auto desks = m_desks.load();
    if (const Desk *local = here(*desks))
        local->shard->drain();
}

void Gate::threadEnds()
{
    const auto desks = m_desks.load();
    const Desk *local = here(*desks);
    if (!local)
        return;
    change(m_desks, [](Desks &all) { std::erase_if(all, [](const Desk &desk) { return desk.thread == QThread::currentThread(); }); });
    delete local->shard;
}

} // namespace kule::engineio
