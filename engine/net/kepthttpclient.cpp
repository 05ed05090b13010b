// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/kepthttpclient.h"

#include <algorithm>

namespace kule {
namespace {

using namespace std::chrono_literals;

// Shorter than any server or router on the way keeps one: a message to people shall not leave into nothing.
constexpr Milliseconds keptIdle = 15s;

} // namespace

struct KeptHttpClient::Exchange
{
    HttpRequest request;
    HttpTargetPtr target;
    Promise<Result<HttpReply>> promise;
    qint64 startedAt = 0; ///< steady ms
    qint64 endsAt = 0;
};

KeptHttpClient::KeptHttpClient(Clock &clock, int most, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_most(static_cast<std::size_t>(most))
{
}

KeptHttpClient::~KeptHttpClient()
{
    for (const Kept &kept : m_connections)
        delete kept.connection;
}

Future<Result<HttpReply>> KeptHttpClient::send(HttpRequest request)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    auto future = exchange->promise.future();
    if (QThread::currentThread() == thread())
        start(exchange);
    else
        post(this, [this, exchange] { start(exchange); });
    return future;
}

void KeptHttpClient::start(const std::shared_ptr<Exchange> &exchange)
{
    if (!m_target || m_target->address != exchange->request.url) {
        if (auto checked = checkUrl(exchange->request.url); !checked)
            return exchange->promise.answer(fail(checked.error()));
        m_target = std::make_shared<const HttpTarget>(exchange->request.url);
    }
    exchange->target = m_target;
    exchange->startedAt = m_clock.steadyMs();
    exchange->endsAt = exchange->startedAt + exchange->request.timeout.count();
    lookAt(exchange->endsAt);
    m_waiting.push_back(exchange);
    pump();
}

void KeptHttpClient::pump()
{
    while (!m_waiting.empty()) {
        const auto mine = freeFor(m_waiting.front()->target);
        if (mine == m_connections.end())
            return;
        mine->exchange = std::move(m_waiting.front());
        m_waiting.pop_front();
        HttpConnection *connection = mine->connection;
        connection->send(mine->exchange->request, *mine->exchange->target, [this, connection](Result<HttpReply> result) { ended(connection, std::move(result)); });
    }
}

KeptHttpClient::Connections::iterator KeptHttpClient::freeFor(const HttpTargetPtr &target)
{
    const qint64 tooOld = m_clock.steadyMs() - keptIdle.count();
    const auto known = std::find_if(m_connections.rbegin(), m_connections.rend(), [&](const Kept &kept) { return !kept.exchange && kept.idleSince > tooOld && kept.connection->isTo(*target); });
    if (known != m_connections.rend())
        return std::next(known).base();
    if (m_connections.size() >= m_most) {
        const auto idle = std::find_if(m_connections.begin(), m_connections.end(), [](const Kept &kept) { return !kept.exchange; });
        if (idle == m_connections.end())
            return idle;
        drop(idle);
    }
    auto *connection = new HttpConnection(target);
    connect(connection, &HttpConnection::lost, this, [this, connection] { drop(find(connection)); });
    return m_connections.insert(m_connections.end(), {connection, nullptr, 0});
}

void KeptHttpClient::ended(const HttpConnection *connection, Result<HttpReply> result)
{
    const qint64 now = m_clock.steadyMs();
    const auto mine = find(connection);
    const auto exchange = std::exchange(mine->exchange, nullptr);
    if (connection->isKept()) {
        mine->idleSince = now;
        lookAt(now + keptIdle.count());
        std::rotate(mine, mine + 1, m_connections.end());
    } else {
        drop(mine);
    }
    if (result)
        result->durationMs = now - exchange->startedAt;
    pump();
    exchange->promise.answer(std::move(result)); // the last, as who waits for it may end this
}

void KeptHttpClient::drop(Connections::iterator connection)
{
    connection->connection->disconnect(this);
    connection->connection->abandon();
    connection->connection->deleteLater(); // it may be the one that calls
    m_connections.erase(connection);
}

KeptHttpClient::Connections::iterator KeptHttpClient::find(const HttpConnection *connection)
{
    return std::find_if(m_connections.begin(), m_connections.end(), [connection](const Kept &kept) { return kept.connection == connection; });
}

void KeptHttpClient::lookAt(qint64 moment)
{
    if (m_timer && m_looksAt <= moment)
        return;
    m_looksAt = moment;
    m_timer = m_clock.after(Milliseconds(std::max<qint64>(moment - m_clock.steadyMs(), 0)), this, [this] { look(); });
}

void KeptHttpClient::look()
{
    const auto mine = std::move(m_timer); // lives until this is over
    const qint64 now = m_clock.steadyMs();
    std::vector<std::pair<std::shared_ptr<Exchange>, Reach>> late;
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        const Kept &kept = m_connections[i];
        const qint64 endsAt = kept.exchange ? kept.exchange->endsAt : kept.idleSince + keptIdle.count();
        if (endsAt > now) {
            lookAt(endsAt);
            continue;
        }
        if (kept.exchange)
            late.emplace_back(kept.exchange, kept.connection->reach());
        drop(m_connections.begin() + static_cast<Connections::difference_type>(i));
    }
    for (const auto &waiting : m_waiting) {
        if (waiting->endsAt > now)
            lookAt(waiting->endsAt);
        else
            late.emplace_back(waiting, Reach::NeverSent);
    }
    std::erase_if(m_waiting, [now](const auto &waiting) { return waiting->endsAt <= now; });
    pump();
    for (const auto &[exchange, reach] : late)
        exchange->promise.answer(fail(tookTooLong(exchange->request, reach)));
}

} // namespace kule
