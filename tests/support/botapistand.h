// SPDX-License-Identifier: GPL-3.0-or-later
// A Bot API server for tests: real HTTP over a socket, with Telegram's own behaviour (one poller a token, webhook or polling,
// confirmed offsets) and its faults by wish. Lives on the test's thread; keeps what it was asked and what it took.
#pragma once
#include "base/json.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <vector>

namespace kule {

class BotApiStand final : public QObject
{
public:
    enum class Fault {
        None,
        Status500,    ///< JSON, nothing done
        Html,         ///< a gateway's page instead of JSON, nothing done
        DropBefore,   ///< closes without a word, nothing done
        DropAfter,    ///< does it, then closes without a word
        Truncated,    ///< does it, then says half of it
        Never,        ///< does nothing and keeps the connection
        TooMany,      ///< 429 with retry_after 3
        Huge,         ///< an answer larger than any client may take
        NotJsonTyped, ///< JSON of an unexpected shape
    };
    /// What a bot has done to a chat.
    struct Sent
    {
        QByteArray method;
        qint64 chat = 0;
        QString text;
        Json parameters;
        std::vector<qint64> ids; ///< of the messages that came of it
    };

    explicit BotApiStand(QObject *parent = nullptr);
    ~BotApiStand() override { stop(); }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    /// Refuses connections until listen().
    void stop();
    void listen();

    void addBot(const QByteArray &token, const QString &username);
    void revoke(const QByteArray &token) { m_bots.remove(token); }

    /// Puts an update in line (update_id is given here unless it has one) and answers who polls. Answers its id.
    qint64 push(const QByteArray &token, Json update);
    /// "text" from a person (chat = user for a private chat).
    qint64 say(const QByteArray &token, qint64 chat, const QString &text, qint64 user = 0, const QString &language = {});
    qint64 press(const QByteArray &token, qint64 chat, const QByteArray &data);
    /// The next answer to getUpdates brings these once more, as they are, in that order.
    void bringAgain(const QByteArray &token, std::vector<Json> updates);
    /// An update as say() makes it, without its id.
    static Json message(qint64 chat, const QString &text, qint64 user = 0, const QString &language = {});

    /// The next n calls of the method ("*": any) go wrong.
    void fail(const QByteArray &method, Fault fault, int times = 1);
    /// What was to go wrong does not.
    void heal() { m_faults.clear(); }
    /// sendMessage etc. to that chat answers so.
    void refuse(qint64 chat, int code, const QString &description, const Json &parameters = nullptr);
    void accept(qint64 chat) { m_refusals.remove(chat); }
    void setWebhook(const QByteArray &token, const QString &url) { m_bots[token].webhook = url; }
    /// What getWebhookInfo says of the last delivery that failed.
    void complain(const QByteArray &token, const QString &error, qint64 atS)
    {
        m_bots[token].complaint = error;
        m_bots[token].complainedAt = atS;
    }
    QString webhook(const QByteArray &token) const { return m_bots.value(token).webhook; }
    QByteArray webhookSecret(const QByteArray &token) const { return m_bots.value(token).webhookSecret; }
    void setAdministrator(qint64 chat, qint64 user) { m_administrators.insert({chat, user}); }
    /// Another program's getUpdates comes and ends who polls now.
    void pollElsewhere(const QByteArray &token);

    const std::vector<Sent> &sent() const { return m_sent; }
    QStringList textsTo(qint64 chat) const;
    int calls(const QByteArray &method) const { return m_calls.value(method); }
    /// Updates that wait, unconfirmed.
    qsizetype waiting(const QByteArray &token) const { return static_cast<qsizetype>(m_bots.value(token).updates.size()); }
    bool isPolled(const QByteArray &token) const { return m_bots.value(token).poller; }

private:
    struct Bot
    {
        QString username;
        qint64 number = 0;
        QString webhook;
        QByteArray webhookSecret;
        QString complaint;
        qint64 complainedAt = 0;
        std::map<qint64, Json> updates;
        std::vector<Json> again;
        QPointer<QTcpSocket> poller;
        qint64 pollOffset = 0;
        int pollNumber = 0;
    };
    struct Refusal
    {
        int code;
        QString description;
        Json parameters;
    };
    void read(QTcpSocket *socket);
    void handle(QTcpSocket *socket, const QByteArray &target, const QByteArray &body);
    void poll(Bot &bot, QTcpSocket *socket, const Json &parameters);
    static Json due(Bot &bot);
    void answerPoller(Bot &bot);
    Json act(Bot &bot, const QByteArray &method, const Json &parameters);
    static void reply(QTcpSocket *socket, int status, const QByteArray &body, const char *type = "application/json");
    static Json refusal(int code, const QString &description, const Json &parameters = nullptr);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QByteArray, Bot> m_bots;
    QHash<QByteArray, std::deque<Fault>> m_faults;
    QHash<qint64, Refusal> m_refusals;
    QSet<std::pair<qint64, qint64>> m_administrators;
    std::vector<Sent> m_sent;
    QHash<QByteArray, int> m_calls;
    QHash<QTcpSocket *, QByteArray> m_incoming;
    qint64 m_nextUpdate = 1000;
    qint64 m_nextMessage = 1;
};

} // namespace kule
