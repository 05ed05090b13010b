// SPDX-License-Identifier: GPL-3.0-or-later
// Heroku's Platform API for tests: real HTTP over a socket, with apps that hold formation, dynos, config variables and log lines,
// and its faults by wish. Lives on the test's thread; keeps what it was asked. Its log lines come from another server, as
// Logplex's do.
#pragma once
#include "base/clock.h"
#include "base/json.h"
#include "scriptedserver.h"

#include <map>

namespace kule {

class HerokuStand final : public QObject
{
public:
    using Answer = ScriptedServer::Answer;
    using Way = Answer::Way;

    struct Dyno
    {
        QString id;
        QString name;
        qint64 startedAt = 0; ///< UTC ms
    };
    struct App
    {
        QByteArray token;
        std::map<QString, int> formation; ///< quantity by type
        std::vector<Dyno> dynos;
        std::map<QString, QString> variables;
        QByteArray log;
    };

    explicit HerokuStand(const Clock &clock);
    QString url() const { return m_api.url(QString()); }
    /// One dyno of type worker, started an hour ago.
    App &add(const QString &name, const QByteArray &token);
    App &app(const QString &name) { return m_apps.at(name); }
    void setQuantity(const QString &name, const QString &type, int quantity);
    /// All dynos began so long ago.
    void age(const QString &name, Milliseconds by);

    /// The next request is answered so, and nothing is done.
    void then(Answer answer) { m_api.then(std::move(answer)); }
    /// The next request whose method is this is done, then answered in that way.
    void doThen(const QByteArray &method, Answer answer);
    /// Called before each request is handled.
    void before(std::function<void(const ScriptedServer::Seen &)> f) { m_before = std::move(f); }
    void stop() { m_api.stop(); }

    const std::vector<ScriptedServer::Seen> &seen() const { return m_api.seen(); }
    const std::vector<ScriptedServer::Seen> &seenByLogs() const { return m_logs.seen(); }
    ScriptedServer &logs() { return m_logs; }
    /// "DELETE /apps/my-app/dynos": those that were not GET.
    QByteArrayList writes() const;
    QString logAddress() const { return m_logs.url(QStringLiteral("/sessions/canary-of-the-log?srv=1")); }

    qint64 requestsLeft = 4500;

private:
    Answer handle(const ScriptedServer::Seen &seen);
    Answer act(const ScriptedServer::Seen &seen);
    void restart(App &app, const std::function<bool(const Dyno &)> &isMeant);

    const Clock &m_clock;
    ScriptedServer m_api;
    ScriptedServer m_logs;
    std::map<QString, App> m_apps;
    std::map<QByteArray, Answer> m_afterwards;
    std::function<void(const ScriptedServer::Seen &)> m_before;
    QByteArray m_log;
    int m_nextId = 1;
};

} // namespace kule
