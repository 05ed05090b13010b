// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/pusher.h"

#include "net/backoff.h"
#include "notify/pushersignature.h"

#include <QUrl>

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr Backoff backoff{1s, 30s};

QString serverOf(const Settings &settings)
{
    const bool isTls = settings.isOn(Setting::PusherTls);
    QString host = settings.text(Setting::PusherHost);
    if (host.isEmpty()) {
        const QString cluster = settings.text(Setting::PusherCluster);
        host = QStringLiteral("api-%1.pusher.com").arg(cluster.isEmpty() ? QStringLiteral("mt1") : cluster);
    }
    QUrl url;
    url.setScheme(isTls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host, QUrl::StrictMode);
    if (const int port = settings.number(Setting::PusherPort); port > 0)
        url.setPort(port);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

Pusher::Pusher(SettingsService &settings, SecretService &secrets, HttpClient &http, Clock &clock, quint32 seed, Limits limits)
    : m_secrets(secrets)
    , m_http(http)
    , m_clock(clock)
    , m_limits(limits)
    , m_chance(seed)
{
    configure(settings.current());
    connect(&settings, &SettingsService::changed, this, &Pusher::configure);
    connect(&secrets, &SecretService::valueChanged, this, [this](const QString &name) {
        if (name.isEmpty() || name == secretname::pusher)
            lookForSecret();
    });
}

void Pusher::configure(const Settings &settings)
{
    const QByteArray app = QUrl::toPercentEncoding(settings.text(Setting::PusherAppId));
    m_key = QUrl::toPercentEncoding(settings.text(Setting::PusherKey));
    m_path = "/apps/" + app + "/events";
    m_server = serverOf(settings);
    if (const bool wasNamed = std::exchange(m_isNamed, !app.isEmpty() && !m_key.isEmpty()); m_isNamed && !wasNamed)
        lookForSecret();
}

void Pusher::lookForSecret()
{
    // Read only where it is needed: a keychain may ask its person.
    if (!m_isNamed)
        return;
    m_isLooking = true;
    whenDone(m_secrets.read(secretname::pusher), this, [this](const Result<SecretPtr> &secret) {
        m_isLooking = false;
        m_secret = secret.value_or(nullptr);
        pumpSoon();
    });
}

void Pusher::trigger(qint64 ticket, QString channel, QString event, QByteArray data)
{
    Channel &queue = m_channels[channel];
    // Pusher takes the data as a string that holds JSON.
    const Json body = {{"name", event}, {"channels", Json::array({channel})}, {"data", data}};
    const bool hasRoom = makeRoom(queue);
    queue.events.push_back({ticket, hasRoom ? dumpJson(body) : QByteArray(), !hasRoom});
    m_waiting += hasRoom ? 1 : 0;
    pumpSoon();
}

bool Pusher::makeRoom(Channel &channel)
{
    if (m_waiting < m_limits.queue)
        return true;
    // Not the one under way: it may have arrived.
    const auto oldest = std::find_if(channel.events.begin() + (channel.isSending ? 1 : 0), channel.events.end(), [](const Event &event) { return !event.isDropped; });
    if (oldest == channel.events.end())
        return false;
    oldest->isDropped = true;
    oldest->body.clear();
    --m_waiting;
    return true;
}

void Pusher::pumpSoon()
{
    // Later, so that delivered() never comes before trigger() has returned, and once for many triggers.
    if (!std::exchange(m_isPumpPosted, true))
        post(this, [this] { pump(); });
}

void Pusher::pump()
{
    m_isPumpPosted = false;
    if (m_isLooking && !m_secret)
        return;
    std::vector<QString> idle;
    for (const auto &[name, channel] : m_channels) {
        if (!channel.isSending)
            idle.push_back(name);
    }
    for (const QString &name : idle) {
        if (m_sending >= m_limits.atOnce)
            return;
        while (m_channels.contains(name) && m_channels[name].events.front().isDropped)
            finish(name, QStringLiteral("Dropped, as too many events waited for Pusher."));
        if (m_channels.contains(name) && !m_channels[name].isSending) {
            m_channels[name].isSending = true;
            ++m_sending;
            send(name);
        }
    }
}

void Pusher::send(const QString &name)
{
    if (!m_isNamed || !m_secret)
        return received(name, fail(ErrorKind::Unavailable, "pusher.not_configured", text(QT_TRANSLATE_NOOP("Engine", "Pusher is not configured."))));
    const QByteArray body = m_channels[name].events.front().body;
    const QByteArray query = pusherQuery({m_path, m_key, m_clock.wallMs() / 1000, body}, *m_secret);
    HttpRequest request{.method = "POST",
                        .url = m_server + QString::fromLatin1(m_path + '?' + query),
                        .headers = {{"Content-Type", "application/json"}, {"User-Agent", "Kule/" KULE_VERSION}},
                        .body = body};
    whenDone(m_http.send(std::move(request)), this, [this, name](const Result<HttpReply> &reply) { received(name, reply); });
}

void Pusher::received(const QString &name, const Result<HttpReply> &reply)
{
    Channel &channel = m_channels[name];
    const bool isTaken = reply && reply->status >= 200 && reply->status < 300;
    const bool isAway = reply ? reply->status >= 500 : reply.error().code == "net.timeout" || reply.error().code == "net.unreachable";
    if (isAway && ++channel.failures < m_limits.tries) {
        channel.retry = m_clock.after(backoff.after(channel.failures, m_chance), this, [this, name] { send(name); });
        return;
    }
    const QString why = isTaken ? QString()
        : reply                 ? QStringLiteral("Pusher answered %1: %2").arg(QString::number(reply->status), QString::fromUtf8(reply->body.left(300)).trimmed())
                                : reply.error().message.english();
    channel.isSending = false;
    channel.failures = 0;
    channel.retry.reset();
    --m_sending;
    --m_waiting;
    finish(name, why);
    pumpSoon();
}

void Pusher::finish(const QString &name, const QString &error)
{
    Channel &channel = m_channels[name];
    const qint64 ticket = channel.events.front().ticket;
    channel.events.pop_front();
    if (channel.events.empty())
        m_channels.erase(name);
    Q_EMIT delivered(ticket, error);
}

} // namespace kule
