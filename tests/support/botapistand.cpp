// SPDX-License-Identifier: GPL-3.0-or-later
#include "botapistand.h"

#include <QRegularExpression>

namespace kule {
namespace {

Json ok(const Json &result)
{
    return {{"ok", true}, {"result", result}};
}

qint64 number(const Json &json, const char *key, qint64 fallback = 0)
{
    return json.contains(key) && json[key].is_number_integer() ? json[key].get<qint64>() : fallback;
}

} // namespace

BotApiStand::BotApiStand(QObject *parent)
    : QObject(parent)
{
    listen();
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_incoming.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

void BotApiStand::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("no loopback port");
    m_port = m_server.serverPort();
}

void BotApiStand::stop()
{
    m_server.close();
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

void BotApiStand::addBot(const QByteArray &token, const QString &username)
{
    Bot &bot = m_bots[token];
    bot.username = username;
    bot.number = token.left(token.indexOf(':')).toLongLong();
}

Json BotApiStand::message(qint64 chat, const QString &text, qint64 user, const QString &language)
{
    Json from{{"id", user ? user : chat}, {"is_bot", false}, {"first_name", "Ayşe"}};
    if (!language.isEmpty())
        from["language_code"] = language;
    return {{"message",
             {{"message_id", 1}, {"date", 1}, {"chat", {{"id", chat}, {"type", chat > 0 ? "private" : "supergroup"}, {chat > 0 ? "first_name" : "title", "Ayşe"}}}, {"from", from}, {"text", text}}}};
}

qint64 BotApiStand::push(const QByteArray &token, Json update)
{
    Bot &bot = m_bots[token];
    const qint64 id = update.value("update_id", m_nextUpdate);
    m_nextUpdate = std::max(m_nextUpdate, id) + 1;
    update["update_id"] = id;
    bot.updates[id] = std::move(update);
    answerPoller(bot);
    return id;
}

qint64 BotApiStand::say(const QByteArray &token, qint64 chat, const QString &text, qint64 user, const QString &language)
{
    return push(token, message(chat, text, user, language));
}

qint64 BotApiStand::press(const QByteArray &token, qint64 chat, const QByteArray &data)
{
    return push(token, {{"callback_query",
                         {{"id", QByteArray("q" + QByteArray::number(m_nextUpdate))},
                          {"from", {{"id", chat}, {"is_bot", false}, {"first_name", "Ayşe"}}},
                          {"message", {{"message_id", 1}, {"chat", {{"id", chat}, {"type", "private"}}}}},
                          {"data", data}}}});
}

void BotApiStand::bringAgain(const QByteArray &token, std::vector<Json> updates)
{
    Bot &bot = m_bots[token];
    bot.again = std::move(updates);
    answerPoller(bot);
}

void BotApiStand::fail(const QByteArray &method, Fault fault, int times)
{
    m_faults[method].insert(m_faults[method].end(), static_cast<std::size_t>(times), fault);
}

void BotApiStand::refuse(qint64 chat, int code, const QString &description, const Json &parameters)
{
    m_refusals[chat] = {code, description, parameters};
}

void BotApiStand::pollElsewhere(const QByteArray &token)
{
    Bot &bot = m_bots[token];
    if (bot.poller)
        reply(bot.poller, 409, dumpJson(refusal(409, QStringLiteral("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"))));
    bot.poller.clear();
}

QStringList BotApiStand::textsTo(qint64 chat) const
{
    QStringList texts;
    for (const Sent &sent : m_sent) {
        if (sent.chat == chat)
            texts += sent.text;
    }
    return texts;
}

void BotApiStand::read(QTcpSocket *socket)
{
    QByteArray &bytes = m_incoming[socket];
    bytes += socket->readAll();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = bytes.left(end);
    static const QRegularExpression lengthPattern(QStringLiteral("content-length:\\s*(\\d+)"), QRegularExpression::CaseInsensitiveOption);
    const qsizetype length = lengthPattern.match(QString::fromLatin1(head)).captured(1).toLongLong();
    if (bytes.size() < end + 4 + length)
        return;
    const QByteArray body = bytes.mid(end + 4, length);
    bytes.remove(0, end + 4 + length);
    handle(socket, head.split(' ').value(1), body);
}

void BotApiStand::handle(QTcpSocket *socket, const QByteArray &target, const QByteArray &body)
{
    const qsizetype slash = target.indexOf('/', 4);
    const QByteArray token = QByteArray::fromPercentEncoding(target.mid(4, slash - 4));
    const QByteArray method = target.mid(slash + 1);
    ++m_calls[method];
    if (!m_bots.contains(token))
        return reply(socket, 401, dumpJson(refusal(401, QStringLiteral("Unauthorized"))));
    Bot &bot = m_bots[token];
    const Json parameters = parseJson(body).value_or(Json::object());
    Fault fault = Fault::None;
    for (const QByteArray &key : {method, QByteArray("*")}) {
        auto &line = m_faults[key];
        if (fault == Fault::None && !line.empty()) {
            fault = line.front();
            line.pop_front();
        }
    }
    switch (fault) {
    case Fault::None:
        break;
    case Fault::Status500:
        return reply(socket, 500, dumpJson(refusal(500, QStringLiteral("Internal Server Error"))));
    case Fault::Html:
        return reply(socket, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html");
    case Fault::DropBefore:
        return socket->abort();
    case Fault::Never:
        return;
    case Fault::TooMany:
        return reply(socket, 429, dumpJson(refusal(429, QStringLiteral("Too Many Requests: retry after 3"), {{"retry_after", 3}})));
    case Fault::Huge:
        return reply(socket, 200, R"({"ok":true,"result":")" + QByteArray(40 * 1024 * 1024, 'x') + "\"}");
    case Fault::NotJsonTyped:
        return reply(socket, 200, R"({"ok":true,"result":{"message_id":"one","id":1.5}})");
    case Fault::DropAfter:
    case Fault::Truncated: {
        const QByteArray answer = dumpJson(method == "getUpdates" ? ok(due(bot)) : act(bot, method, parameters));
        if (fault == Fault::Truncated) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(answer.size()) + "\r\n\r\n" + answer.left(answer.size() / 2));
            socket->disconnectFromHost();
        } else {
            socket->abort();
        }
        return;
    }
    }
    if (method == "getUpdates")
        return poll(bot, socket, parameters);
    const Json answer = act(bot, method, parameters);
    reply(socket, static_cast<int>(number(answer, "error_code", 200)), dumpJson(answer));
}

void BotApiStand::poll(Bot &bot, QTcpSocket *socket, const Json &parameters)
{
    if (!bot.webhook.isEmpty())
        return reply(socket, 409, dumpJson(refusal(409, QStringLiteral("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"))));
    if (bot.poller)
        reply(bot.poller, 409, dumpJson(refusal(409, QStringLiteral("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"))));
    bot.pollOffset = number(parameters, "offset");
    bot.updates.erase(bot.updates.begin(), bot.updates.lower_bound(bot.pollOffset));
    bot.poller = socket;
    const int mine = ++bot.pollNumber;
    if (!bot.updates.empty() || !bot.again.empty())
        return answerPoller(bot);
    const auto seconds = std::min<qint64>(number(parameters, "timeout"), 50);
    QTimer::singleShot(std::chrono::seconds(seconds), socket, [this, &bot, socket, mine] {
        if (bot.poller == socket && bot.pollNumber == mine) {
            bot.poller.clear();
            reply(socket, 200, R"({"ok":true,"result":[]})");
        }
    });
}

Json BotApiStand::due(Bot &bot)
{
    Json result = Json::array();
    for (Json &update : bot.again)
        result.push_back(std::move(update));
    bot.again.clear();
    for (const auto &[id, update] : bot.updates) {
        if (id >= bot.pollOffset && result.size() < 100)
            result.push_back(update);
    }
    return result;
}

void BotApiStand::answerPoller(Bot &bot)
{
    if (!bot.poller)
        return;
    QTcpSocket *socket = bot.poller;
    bot.poller.clear();
    reply(socket, 200, dumpJson(ok(due(bot))));
}

Json BotApiStand::act(Bot &bot, const QByteArray &method, const Json &parameters)
{
    const qint64 chat = number(parameters, "chat_id");
    if (method == "getMe")
        return ok({{"id", bot.number}, {"is_bot", true}, {"first_name", bot.username}, {"username", bot.username}});
    if (method == "getWebhookInfo") {
        Json info{{"url", bot.webhook}, {"pending_update_count", bot.updates.size()}};
        if (!bot.complaint.isEmpty())
            info.update({{"last_error_message", bot.complaint}, {"last_error_date", bot.complainedAt}});
        return ok(info);
    }
    if (method == "setWebhook" || method == "deleteWebhook") {
        bot.webhook = textOf(parameters, "url");
        bot.webhookSecret = textOf(parameters, "secret_token").toLatin1();
        return ok(true);
    }
    for (const qint64 place : {number(parameters, "from_chat_id"), chat}) {
        if (m_refusals.contains(place)) {
            const Refusal &refused = m_refusals[place];
            return refusal(refused.code, refused.description, refused.parameters);
        }
    }
    if (method == "getChatMember") {
        const bool isAdmin = m_administrators.contains({chat, number(parameters, "user_id")});
        return ok({{"status", isAdmin ? "administrator" : "member"}});
    }
    Sent done{method, chat, textOf(parameters, "text"), parameters, {}};
    if (method == "sendMessage" && (done.text.isEmpty() || done.text.size() > 4096))
        return refusal(400, done.text.isEmpty() ? QStringLiteral("Bad Request: message text is empty") : QStringLiteral("Bad Request: message is too long"));
    const std::size_t messages = method == "copyMessages" ? parameters["message_ids"].size() : 1;
    Json result = Json::array();
    for (std::size_t i = 0; i < messages; ++i) {
        done.ids.push_back(m_nextMessage++);
        result.push_back({{"message_id", done.ids.back()}});
    }
    m_sent.push_back(std::move(done));
    if (method == "copyMessages")
        return ok(result);
    return method == "sendMessage" || method == "copyMessage" || method.startsWith("editMessage") ? ok(result[0]) : ok(true);
}

void BotApiStand::reply(QTcpSocket *socket, int status, const QByteArray &body, const char *type)
{
    if (!socket->isOpen())
        return; // who asked has gone
    socket->write("HTTP/1.1 " + QByteArray::number(status) + " Stand\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

Json BotApiStand::refusal(int code, const QString &description, const Json &parameters)
{
    Json answer{{"ok", false}, {"error_code", code}, {"description", description}};
    if (!parameters.is_null())
        answer["parameters"] = parameters;
    return answer;
}

} // namespace kule
