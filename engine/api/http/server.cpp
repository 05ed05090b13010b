// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/server.h"

#include "api/http/takenport.h"
#include "base/async.h"

#include <QTcpServer>

#include <algorithm>

namespace kule::http {
namespace {

constexpr int anyPortTries = 20;      ///< a port free on one address may be taken on the next
constexpr qint64 turnedAwayAtOnce = 64; ///< told 503; more are closed without a word
constexpr Milliseconds resumeAfter{1'000};

bool isAbsentAddress(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SocketAddressNotAvailableError || error == QAbstractSocket::UnsupportedSocketOperationError;
}

QString urlOf(const QHostAddress &address, quint16 port, bool isSecure)
{
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol ? QLatin1Char('[') + address.toString() + QLatin1Char(']') : address.toString();
    return (isSecure ? QStringLiteral("https://%1:%2") : QStringLiteral("http://%1:%2")).arg(host).arg(port);
}

} // namespace

/// Hands on descriptors as they come, without making sockets of them on the wrong thread.
class Listener final : public QTcpServer
{
public:
    explicit Listener(std::function<void(qintptr)> onDescriptor)
        : m_onDescriptor(std::move(onDescriptor))
    {
    }

private:
    void incomingConnection(qintptr descriptor) override { m_onDescriptor(descriptor); }

    const std::function<void(qintptr)> m_onDescriptor;
};

Server::Server(Application &application, Clock &clock, const Limits &limits, int shards, QObject *parent)
    : QObject(parent)
    , m_counters(std::make_shared<Counters>())
    , m_limits(limits)
    , m_clock(clock)
{
    for (int i = 0; i < std::max(1, shards); ++i) {
        Worker worker{std::make_unique<QThread>(), new Shard(application, clock, m_counters)};
        worker.thread->setObjectName(QStringLiteral("api-%1").arg(i));
        worker.shard->moveToThread(worker.thread.get());
        connect(worker.thread.get(), &QThread::finished, worker.shard, &QObject::deleteLater);
        worker.thread->start();
        post(worker.shard, [shard = worker.shard, limits] { shard->start(limits); });
        m_workers.push_back(std::move(worker));
    }
}

Server::~Server()
{
    m_listeners.clear();
    for (const Worker &worker : m_workers)
        worker.thread->quit();
    for (const Worker &worker : m_workers)
        worker.thread->wait();
}

Result<Listening> Server::listen(const std::vector<QHostAddress> &addresses, quint16 port, std::optional<QSslConfiguration> tls)
{
    m_tls = tls ? std::make_shared<const QSslConfiguration>(std::move(*tls)) : nullptr;
    Result<Listening> listening = tryListen(addresses, port);
    for (int i = 1; i < anyPortTries && port == 0 && !listening; ++i)
        listening = tryListen(addresses, port);
    return listening;
}

Result<Listening> Server::tryListen(const std::vector<QHostAddress> &addresses, quint16 port)
{
    m_listeners.clear();
    Listening listening{port, {}};
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString reason;
    for (const QHostAddress &address : addresses) {
        auto listener = std::make_unique<Listener>([this](qintptr descriptor) { welcome(descriptor); });
        if (!listener->listen(address, listening.port)) {
            error = listener->serverError();
            reason = listener->errorString();
            if (isAbsentAddress(error) && address.protocol() == QAbstractSocket::IPv6Protocol)
                continue;
            m_listeners.clear();
            return fail(listenError(error, reason, addresses, listening.port));
        }
        listening.port = listener->serverPort();
        listening.urls.append(urlOf(address, listening.port, m_tls != nullptr));
        connect(listener.get(), &QTcpServer::acceptError, this, [this] {
            // Out of descriptors: Qt has stopped accepting, and would for ever.
            m_resumeTimer = m_clock.after(resumeAfter, this, [this] {
                for (const auto &each : m_listeners)
                    each->resumeAccepting();
            });
        });
        m_listeners.push_back(std::move(listener));
    }
    if (m_listeners.empty())
        return fail(listenError(error, reason, addresses, port));
    return listening;
}

Error Server::listenError(QAbstractSocket::SocketError error, const QString &reason, const std::vector<QHostAddress> &addresses, quint16 port) const
{
    const QString number = QString::number(port);
    if (error == QAbstractSocket::SocketAccessError)
        return {ErrorKind::Unavailable, "api.port_refused",
                text(QT_TRANSLATE_NOOP("Engine", "The system does not let this program listen on port %1. Choose one above 1023."), number),
                Json{{"port", port}}, std::nullopt};
    if (error != QAbstractSocket::AddressInUseError)
        return {ErrorKind::Unavailable, "api.cannot_listen",
                text(QT_TRANSLATE_NOOP("Engine", "Cannot listen on port %1: %2. Check the addresses in the settings."), number, reason),
                Json{{"port", port}}, std::nullopt};
    const quint16 free = freePortAbove(port, addresses);
    Json details{{"port", port}};
    if (free != 0)
        details["free_port"] = free;
    const QString other = QString::number(free);
    Error taken{ErrorKind::Unavailable, "api.port_taken",
                text(QT_TRANSLATE_NOOP("Engine", "Port %1 is taken by another program. Port %2 is free."), number, other), {}, std::nullopt};
    if (const auto holder = portHolder(port)) {
        details["process"] = holder->name;
        details["pid"] = holder->pid;
        taken.message = text(QT_TRANSLATE_NOOP("Engine", "Port %1 is taken by %2 (process %3). Port %4 is free."), number, holder->name,
                             QString::number(holder->pid), other);
    }
    if (free == 0)
        taken.message = text(QT_TRANSLATE_NOOP("Engine", "Port %1 and the hundred above it are taken. Choose another in the settings."), number);
    taken.details = std::move(details);
    return taken;
}

void Server::setLimits(const Limits &limits)
{
    m_limits = limits;
    for (const Worker &worker : m_workers)
        post(worker.shard, [shard = worker.shard, limits] { shard->setLimits(limits); });
}

void Server::welcome(qintptr descriptor)
{
    const bool isFull = m_counters->connections >= m_limits.connections;
    const auto visitor = std::make_shared<Visitor>(descriptor, m_counters, isFull ? Welcome::TurnAway : Welcome::Serve);
    if (isFull && m_counters->turnedAway > turnedAwayAtOnce)
        return; // and closed
    Shard *shard = m_workers[m_nextWorker++ % m_workers.size()].shard;
    post(shard, [shard, visitor, tls = m_tls] { shard->adopt(*visitor, tls.get()); });
}

Future<Done> Server::stop(Milliseconds bound)
{
    m_listeners.clear();
    m_resumeTimer.reset();
    const Promise<Done> promise;
    auto left = std::make_shared<std::atomic<std::size_t>>(m_workers.size());
    for (const Worker &worker : m_workers) {
        post(worker.shard, [shard = worker.shard, bound, promise, left] {
            shard->drain(bound, [promise, left] {
                if (--*left > 0)
                    return;
                promise.answer(Done());
            });
        });
    }
    return promise.future();
}

} // namespace kule::http
