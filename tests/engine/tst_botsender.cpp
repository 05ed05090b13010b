// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends, by itself: when it is recorded that messages have arrived, and who has a turn while many leave.
#include "bots/sender.h"
#include "fakeclock.h"
#include "onebot.h"

#include <QTest>

using namespace kule;
using namespace std::chrono_literals;

namespace {

/// Answers when the test says so.
class Held final : public HttpClient
{
public:
    std::vector<Promise<Result<HttpReply>>> calls;

    Future<Result<HttpReply>> send(HttpRequest) override { return calls.emplace_back().future(); }
    void answer(std::size_t call) { calls.at(call).answer(HttpReply{200, {}, R"({"ok": true, "result": {"message_id": 1}})"}); }
};

} // namespace

class tst_BotSender : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Held> m_http;
    std::unique_ptr<TelegramClient> m_telegram;
    std::unique_ptr<OneBot> m_bot;
    std::unique_ptr<Sender> m_sender;
    std::atomic_int m_commits = 0;

    qint64 sent() { return m_bot->count("SELECT count(*) FROM bot_delivery WHERE state = 'sent'"); }
    /// To so many chats, written and begun as the inbox does it.
    void leave(int count)
    {
        std::vector<BotDelivery> all;
        for (ChatId chat = 1; chat <= count; ++chat) {
            QVERIFY(m_sender->keepPlace(chat));
            const auto begun = m_bot->write([=, this](Database &database) { return ledgertable::reply(database, m_bot->seq(), chat, chat, {{.text = QStringLiteral("Merhaba")}}, 1, ledgertable::FirstPart::Leaves); });
            QVERIFY(begun && *begun);
            all.push_back(**begun);
        }
        for (const BotDelivery &begun : all)
            m_sender->leave(begun);
    }
    void leaveAndArriveAtTelegram(int count)
    {
        leave(count);
        QVERIFY(waitUntil([&] { return m_http->calls.size() == static_cast<std::size_t>(count); }));
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_http = std::make_unique<Held>();
        m_telegram = std::make_unique<TelegramClient>(*m_http, QStringLiteral("http://127.0.0.1"), std::make_shared<const Secret>("123456:AAcanary_TOKEN"));
        m_bot = std::make_unique<OneBot>([this](const char *sql) {
            m_commits += QByteArrayView(sql) == "COMMIT";
            return false;
        });
        m_sender = std::make_unique<Sender>(m_bot->store(), *m_telegram, *m_clock, m_bot->seq(), 1);
        m_sender->start();
        QVERIFY(waitUntil([this] { // it has seen that nothing waits
            if (!m_sender->keepPlace(1))
                return false;
            m_sender->giveBack(1);
            return true;
        }));
    }
    void cleanup()
    {
        m_sender.reset();
        m_bot.reset();
    }

    void thoseThatArriveTogetherAreOneCommit()
    {
        leaveAndArriveAtTelegram(20);
        m_commits = 0;
        for (std::size_t call = 0; call < 20; ++call)
            m_http->answer(call);
        QVERIFY(waitUntil([this] { return m_sender->isIdle(); }));
        QCOMPARE(m_commits.load(), 1);
        QCOMPARE(sent(), 20);
    }
    void whoIsNotAnsweredHoldsUpNobodysRecord()
    {
        leaveAndArriveAtTelegram(3);
        m_http->answer(0);
        m_http->answer(2);
        QVERIFY(waitUntil([this] { return m_clock->pending() > 0; }));
        QVERIFY(waitUntil([this] {
            m_clock->advance(5ms);
            return sent() == 2;
        }));
        QVERIFY(!m_sender->isIdle());
        m_http->answer(1);
        QVERIFY(waitUntil([this] { return m_sender->isIdle(); }));
        QCOMPARE(sent(), 3);
    }
    void aStopWaitsForTheRecord()
    {
        leaveAndArriveAtTelegram(2);
        m_http->answer(0);
        m_sender->stop();
        m_http->answer(1);
        QVERIFY(waitUntil([this] { return m_sender->isIdle(); }));
        QCOMPARE(sent(), 2);
    }
    // A poll's answer, a stop: what comes while many leave does not wait for the last of them.
    void othersHaveTheirTurnWhileManyLeave()
    {
        leave(25);
        std::size_t leftBefore = 25;
        post(this, [&] { leftBefore = m_http->calls.size(); });
        QVERIFY(waitUntil([&] { return m_http->calls.size() == 25; }));
        QVERIFY(leftBefore < 25);
    }
};

QTEST_GUILESS_MAIN(tst_BotSender)
#include "tst_botsender.moc"
