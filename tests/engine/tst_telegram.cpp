// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/telegram/telegramclient.h"
#include "botapistand.h"
#include "fakeclock.h"
#include "net/qthttpclient.h"
#include "scriptedserver.h"
#include "waitfor.h"

#include <QTest>

using namespace kule;
using namespace std::chrono_literals;
using Fault = BotApiStand::Fault;

class tst_Telegram : public QObject
{
    Q_OBJECT
private:
    const QByteArray m_token{"123456:AAcanary_TOKEN-xyz"};
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<BotApiStand> m_stand;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<TelegramClient> m_client;

    std::unique_ptr<TelegramClient> clientAt(const QString &base, const QByteArray &token)
    {
        return std::make_unique<TelegramClient>(*m_http, base, std::make_shared<const Secret>(token));
    }
    void verifyTokenless(const Error &error)
    {
        const QString all = error.message.english() + error.message.in(Language::Turkish) + QString::fromUtf8(dumpJson(error.details)) + sourceOf(error.message);
        QVERIFY2(!all.contains(QLatin1String("canary")), qPrintable(all));
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_stand = std::make_unique<BotApiStand>();
        m_stand->addBot(m_token, QStringLiteral("tanitim_bot"));
        m_http = std::make_unique<QtHttpClient>(*m_clock);
        m_client = clientAt(m_stand->url() + u'/', m_token);
    }
    void cleanup()
    {
        m_client.reset();
        m_http.reset();
        m_stand.reset();
    }
    void itKnowsItself()
    {
        const auto me = waitFor(m_client->getMe());
        QVERIFY(me);
        QCOMPARE(me->id, 123456);
        QCOMPARE(me->username, QStringLiteral("tanitim_bot"));
        QVERIFY(me->isBot);
    }
    void updatesComeAndAreConfirmed()
    {
        m_stand->say(m_token, 5'000'000'000'123, QStringLiteral("/start İ"), 0, QStringLiteral("tr"));
        const qint64 second = m_stand->press(m_token, 7, "yes");
        const auto first = waitFor(m_client->getUpdates(0, 50));
        QVERIFY(first);
        QCOMPARE(first->size(), std::size_t(2));
        QCOMPARE(first->at(0).kind, UpdateKind::Message);
        QCOMPARE(first->at(0).chat(), 5'000'000'000'123);
        QCOMPARE(first->at(0).message.text, QStringLiteral("/start İ"));
        QCOMPARE(first->at(0).message.from->languageCode, QStringLiteral("tr"));
        QCOMPARE(first->at(1).kind, UpdateKind::CallbackQuery);
        QCOMPARE(first->at(1).query.data, QStringLiteral("yes"));
        QCOMPARE(waitFor(m_client->getUpdates(second, 50))->size(), std::size_t(1));
        QCOMPARE(m_stand->waiting(m_token), 1);
        auto poll = m_client->getUpdates(second + 1, 50);
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        QCOMPARE(m_stand->waiting(m_token), 0);
        QVERIFY(!poll.isAnswered());
        m_stand->say(m_token, 9, QStringLiteral("hi"));
        QCOMPARE(waitFor(poll)->size(), std::size_t(1));
    }
    void aLongPollIsGivenItsTime()
    {
        auto poll = m_client->getUpdates(0, 500);
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        m_clock->advance(64s);
        QTest::qWait(0);
        QVERIFY(!poll.isAnswered());
        m_clock->advance(1s);
        const auto late = waitFor(poll);
        QVERIFY(!late);
        QCOMPARE(late.error().code, QByteArray("net.timeout"));
        QCOMPARE(faultOf(late.error()), TelegramFault::Unclear);
        verifyTokenless(late.error());
    }
    void twoPollersTakeTurns()
    {
        auto older = m_client->getUpdates(0, 50);
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        auto newer = m_client->getUpdates(0, 50);
        const auto ended = waitFor(older);
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, QByteArray("telegram.other_poller"));
        QCOMPARE(faultOf(ended.error()), TelegramFault::OtherPoller);
        QVERIFY(!newer.isAnswered());
        m_stand->say(m_token, 1, QStringLiteral("hi"));
        QCOMPARE(waitFor(newer)->size(), std::size_t(1));
    }
    void aWebhookForbidsPolling()
    {
        const Secret secret("s3cret");
        QVERIFY(waitFor(m_client->setWebhook(QStringLiteral("https://kule.example.org/telegram/x?y"), secret, 4)));
        QCOMPARE(m_stand->webhookSecret(m_token), QByteArray("s3cret"));
        const auto poll = waitFor(m_client->getUpdates(0, 50));
        QCOMPARE(faultOf(poll.error()), TelegramFault::WebhookActive);
        const auto info = waitFor(m_client->getWebhookInfo());
        QCOMPARE(info->host(), QStringLiteral("kule.example.org"));
        QVERIFY(waitFor(m_client->deleteWebhook()));
        QVERIFY(waitFor(m_client->getWebhookInfo())->url.isEmpty());
    }
    void whatIsSentSaysWhatWasAsked()
    {
        QVERIFY(waitFor(m_client->sendMessage(-100'123, QStringLiteral("ığüş \U0001F5FC"), {{{QStringLiteral("Evet"), "yes"}, {QStringLiteral("Hayır"), "no"}}})));
        const auto &message = m_stand->sent().at(0);
        QCOMPARE(message.chat, -100'123);
        QCOMPARE(message.text, QStringLiteral("ığüş \U0001F5FC"));
        QCOMPARE(dumpJson(message.parameters["reply_markup"]), QByteArray(R"({"inline_keyboard":[[{"callback_data":"yes","text":"Evet"},{"callback_data":"no","text":"Hayır"}]]})"));
        QCOMPARE(*waitFor(m_client->copyMessage(1, -2, 3)), 2);
        QCOMPARE(*waitFor(m_client->copyMessages(1, -2, {3, 4, 5})), (std::vector<MessageId>{3, 4, 5}));
        QVERIFY(waitFor(m_client->editMessageText(1, 3, QStringLiteral("x"))));
        QVERIFY(waitFor(m_client->editMessageCaption(1, 3, QStringLiteral("x"))));
        QVERIFY(waitFor(m_client->answerCallbackQuery(QStringLiteral("q1"))));
        QVERIFY(waitFor(m_client->setMyCommands({{QStringLiteral("start"), QStringLiteral("Başla")}}, QStringLiteral("tr"))));
        QCOMPARE(dumpJson(m_stand->sent().back().parameters), QByteArray(R"({"commands":[{"command":"start","description":"Başla"}],"language_code":"tr"})"));
        m_stand->setAdministrator(-5, 7);
        QCOMPARE(*waitFor(m_client->getChatMember(-5, 7)), ChatRole::Administrator);
        QCOMPARE(*waitFor(m_client->getChatMember(-5, 8)), ChatRole::Member);
    }
    void refusalsAreTyped_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("description");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("fault");
        const auto row = [](int status, const char *description, const char *code, TelegramFault fault) {
            QTest::newRow(description) << status << QString::fromLatin1(description) << QByteArray(code) << static_cast<int>(fault);
        };
        using enum TelegramFault;
        row(403, "Forbidden: bot was blocked by the user", "telegram.blocked", ChatGone);
        row(403, "Forbidden: user is deactivated", "telegram.blocked", ChatGone);
        row(403, "Forbidden: bot was kicked from the supergroup chat", "telegram.kicked", ChatGone);
        row(403, "Forbidden: bot is not a member of the channel chat", "telegram.blocked", ChatGone);
        row(403, "Forbidden: something new", "telegram.forbidden", Refused);
        row(400, "Bad Request: chat not found", "telegram.chat_not_found", ChatGone);
        row(400, "Bad Request: message is not modified: specified new message content", "telegram.not_modified", NotModified);
        row(400, "Bad Request: message text is empty", "telegram.refused", Refused);
        row(409, "Conflict: something new", "telegram.conflict", NotDone);
        row(404, "Not Found", "telegram.unauthorised", Unauthorised);
        row(404, "Not Found: method not found", "telegram.refused", Refused);
        row(500, "Internal Server Error", "telegram.server_error", Unclear);
        row(429, "Too Many Requests", "telegram.too_many_requests", TooManyRequests);
    }
    void refusalsAreTyped()
    {
        QFETCH(int, status);
        QFETCH(QString, description);
        QFETCH(QByteArray, code);
        QFETCH(int, fault);
        m_stand->refuse(5, status, description);
        const auto sent = waitFor(m_client->sendMessage(5, QStringLiteral("x")));
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, code);
        QCOMPARE(static_cast<int>(faultOf(sent.error())), fault);
        QCOMPARE(descriptionOf(sent.error()), description);
    }
    void aMigratedGroupSaysItsNewId()
    {
        m_stand->refuse(-5, 400, QStringLiteral("Bad Request: group chat was upgraded to a supergroup chat"), {{"migrate_to_chat_id", -1'001'234'567'890}});
        const auto sent = waitFor(m_client->sendMessage(-5, QStringLiteral("x")));
        QCOMPARE(faultOf(sent.error()), TelegramFault::Migrated);
        QCOMPARE(migratedTo(sent.error()), -1'001'234'567'890);
    }
    void aPauseIsSaid()
    {
        m_stand->fail("sendMessage", Fault::TooMany);
        const auto sent = waitFor(m_client->sendMessage(5, QStringLiteral("x")));
        QCOMPARE(faultOf(sent.error()), TelegramFault::TooManyRequests);
        QCOMPARE(sent.error().retryAfter, 3);
        m_stand->refuse(5, 429, QStringLiteral("Too Many Requests"), {{"retry_after", -7}});
        QCOMPARE(waitFor(m_client->sendMessage(5, QStringLiteral("x"))).error().retryAfter, 1);
    }
    void aRevokedTokenIsSaid()
    {
        m_stand->revoke(m_token);
        const auto me = waitFor(m_client->getMe());
        QCOMPARE(faultOf(me.error()), TelegramFault::Unauthorised);
        verifyTokenless(me.error());
    }
    void whatIsNoTokenNeverLeaves()
    {
        for (const char *token : {"", "123", "123:", ":abc", "12 3:abc", "123:abc/../x", "123:abc?x", "abc:123", "123:a\nb", "123:%41", "123:ç"}) {
            QVERIFY2(!TelegramClient::isToken(token), token);
            QCOMPARE(waitFor(clientAt(m_stand->url(), token)->getMe()).error().code, QByteArray("telegram.unauthorised"));
        }
        QVERIFY(TelegramClient::isToken("123:abc"));
        QCOMPARE(m_stand->calls("getMe"), 0);
    }
    void whatIsNoAnswerIsUnclear_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, Fault fault, const char *code) { QTest::newRow(name) << static_cast<int>(fault) << QByteArray(code); };
        row("HTML", Fault::Html, "telegram.unreadable");
        row("broken off", Fault::Truncated, "net.unreachable");
        row("dropped before", Fault::DropBefore, "net.unreachable");
        row("dropped after", Fault::DropAfter, "net.unreachable");
        row("another shape", Fault::NotJsonTyped, "telegram.unreadable");
        row("a hundred megabytes", Fault::Huge, "net.too_large");
        row("its own trouble", Fault::Status500, "telegram.server_error");
    }
    void whatIsNoAnswerIsUnclear()
    {
        QFETCH(int, fault);
        QFETCH(QByteArray, code);
        m_stand->fail("*", static_cast<Fault>(fault), 9);
        for (const Error &error : {waitFor(m_client->sendMessage(5, QStringLiteral("x"))).error(), waitFor(m_client->getUpdates(0, 50)).error()}) {
            QCOMPARE(error.code, code);
            QCOMPARE(faultOf(error), TelegramFault::Unclear);
            verifyTokenless(error);
        }
    }
    void nothingIsPostedTwiceOnItsOwn()
    {
        // A connection that is used again and one that is fresh: a client that tries again by itself would post twice.
        for (const bool isFresh : {true, false}) {
            for (const Fault fault : {Fault::DropAfter, Fault::Truncated}) {
                init();
                if (!isFresh)
                    QVERIFY(waitFor(m_client->getMe()));
                m_stand->fail("sendMessage", fault);
                QCOMPARE(faultOf(waitFor(m_client->sendMessage(5, QStringLiteral("x"))).error()), TelegramFault::Unclear);
                QCOMPARE(m_stand->calls("sendMessage"), 1);
                QCOMPARE(m_stand->sent().size(), std::size_t(1));
            }
        }
    }
    void aServerThatIsAwayGotNothing()
    {
        m_stand->stop();
        const auto sent = waitFor(m_client->sendMessage(5, QStringLiteral("x")));
        QCOMPARE(faultOf(sent.error()), TelegramFault::NotDone);
        verifyTokenless(sent.error());
    }
    void noErrorQuotesTheToken()
    {
        ScriptedServer server;
        const QString place = server.url(QStringLiteral("/bot") + QString::fromLatin1(m_token) + QStringLiteral("/getMe"));
        server.then({.status = 302, .headers = {{"Location", place.toLatin1()}}});
        server.then({.status = 400, .body = R"({"ok":false,"error_code":400,"description":"no )" + m_token + R"( here"})"});
        server.then({.body = "x", .way = ScriptedServer::Answer::Way::Rubbish});
        const auto client = clientAt(server.url(QString()), m_token);
        for (int i = 0; i < 3; ++i)
            verifyTokenless(waitFor(client->getMe()).error());
        QCOMPARE(server.seen().size(), std::size_t(3));
        for (const char *base : {"ftp://example.org", "http://", "nonsense", "http://a b"})
            verifyTokenless(waitFor(clientAt(QString::fromLatin1(base), m_token)->getMe()).error());
    }
    void anUpdateMayBeAnything_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isUpdate");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("no id") << QByteArray(R"({"message":{}})") << false << false;
        QTest::newRow("a text as id") << QByteArray(R"({"update_id":"1"})") << false << false;
        QTest::newRow("no object") << QByteArray("7") << false << false;
        QTest::newRow("an id too large") << QByteArray(R"({"update_id":18446744073709551615})") << false << false;
        QTest::newRow("an id behind which there is none") << QByteArray(R"({"update_id":9223372036854775807})") << false << false;
        QTest::newRow("an id below zero") << QByteArray(R"({"update_id":-1})") << false << false;
        QTest::newRow("a kind of tomorrow") << QByteArray(R"({"update_id":1,"hologram":{"x":1}})") << true << false;
        QTest::newRow("a message without a chat") << QByteArray(R"({"update_id":1,"message":{"message_id":1}})") << true << false;
        QTest::newRow("a message that is a list") << QByteArray(R"({"update_id":1,"message":[1]})") << true << false;
        QTest::newRow("a query without a user") << QByteArray(R"({"update_id":1,"callback_query":{"id":"1"}})") << true << false;
        QTest::newRow("a text that is a number") << QByteArray(R"({"update_id":1,"message":{"message_id":1,"chat":{"id":-1001234567890123},"text":5}})") << true << true;
        QTest::newRow("a channel's post") << QByteArray(R"({"update_id":1,"channel_post":{"message_id":1,"chat":{"id":-1,"type":"channel"},"media_group_id":"a"}})") << true << true;
    }
    void anUpdateMayBeAnything()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isUpdate);
        QFETCH(bool, isKnown);
        const auto update = updateOf(*parseJson(json));
        QCOMPARE(update.has_value(), isUpdate);
        QCOMPARE(update && update->kind != UpdateKind::Unknown, isKnown);
    }
};

QTEST_GUILESS_MAIN(tst_Telegram)
#include "tst_telegram.moc"
