// SPDX-License-Identifier: GPL-3.0-or-later
// Notifier over the Pusher Channels HTTP API, or a server that speaks it. One request a channel at a time, so that its
// events stay in order; several channels at once. Lives on the engine thread; keeps nothing beyond its queue.
#pragma once
#include "base/secret.h"
#include "net/httpclient.h"
#include "notify/notifier.h"
#include "secrets/secretservice.h"
#include "settings/settingsservice.h"

#include <QHash>
#include <QRandomGenerator>

#include <deque>

namespace kule {

class Pusher final : public Notifier
{
    Q_OBJECT
public:
    struct Limits
    {
        int queue = 10'000; ///< events that wait; then the channel's oldest goes
        int atOnce = 4;     ///< requests
        int tries = 5;      ///< of one event, while the server is away
    };
    Pusher(SettingsService &settings, SecretService &secrets, HttpClient &http, Clock &clock, quint32 seed)
        : Pusher(settings, secrets, http, clock, seed, Limits())
    {
    }
    Pusher(SettingsService &settings, SecretService &secrets, HttpClient &http, Clock &clock, quint32 seed, Limits limits);

    /// True also while its secret is being looked for: events wait for that.
    bool isConfigured() const override { return m_isNamed && (m_secret || m_isLooking); }
    void trigger(qint64 ticket, QString channel, QString event, QByteArray data) override;

private:
    struct Event
    {
        qint64 ticket = 0;
        QByteArray body;
        bool isDropped = false; ///< its turn to be answered comes all the same, for the order's sake
    };
    struct Channel
    {
        std::deque<Event> events;
        bool isSending = false; ///< the first one, or waiting to
        int failures = 0;       ///< of the first one
        std::unique_ptr<Clock::Timer> retry;
    };

    void configure(const Settings &settings);
    void lookForSecret();
    bool makeRoom(Channel &channel);
    void pumpSoon();
    void pump();
    void send(const QString &name);
    void received(const QString &name, const Result<HttpReply> &reply);
    void finish(const QString &name, const QString &error);

    SecretService &m_secrets;
    HttpClient &m_http;
    Clock &m_clock;
    const Limits m_limits;
    QRandomGenerator m_chance;
    QString m_server; ///< "https://api-eu.pusher.com:443"
    QByteArray m_path;
    QByteArray m_key;
    bool m_isNamed = false; ///< app and key are set
    bool m_isLooking = false; ///< for the secret
    SecretPtr m_secret; ///< null: none
    std::unordered_map<QString, Channel> m_channels; ///< those with events
    int m_waiting = 0;
    int m_sending = 0;
    bool m_isPumpPosted = false;
};

} // namespace kule
