// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks Telegram and who takes its updates in, each by itself: when is asked, what is confirmed, what is handled and how often.
#include "bots/intake.h"
#include "bots/poller.h"
#include "bots/tables/inboxtable.h"
#include "bots/tables/ledgertable.h"
#include "fakeclock.h"
#include "onebot.h"

#include <QTest>

using namespace kule;
using namespace std::chrono_literals;

namespace {

constexpr ChatId chat = 7;

/// Answers in the order of its script, then with no updates; keeps what it was asked.
class Script final : public HttpClient
{
public:
    std::deque<Result<HttpReply>> answers;
    std::vector<Json> asked; ///< of getUpdates

    qint64 number(std::size_t call, const char *name) const { return asked.at(call).value(name, qint64(-1)); }
    static HttpReply reply(const Json &body, int status = 200) { return {status, {}, dumpJson(body)}; }
    static Json message(UpdateId id, ChatId from = chat)
    {
        return {{"update_id", id}, {"message", {{"message_id", 1}, {"chat", {{"id", from}, {"type", "private"}}}, {"text", "/start"}}}};
    }
    Future<Result<HttpReply>> send(HttpRequest request) override
    {
        if (request.url.endsWith(QLatin1String("getUpdates")))
            asked.push_back(*parseJson(request.body));
        if (answers.empty())
            return answered(Result<HttpReply>(reply({{"ok", true}, {"result", Json::array()}})));
        const auto next = answers.front();
        answers.pop_front();
        return answered(Result<HttpReply>(next));
    }
};

/// Reacts as the test says.
class Kind final : public BotBehaviour
{
public:
    std::vector<UpdateId> seen;
    std::function<Future<Result<Reaction>>()> reaction = [] { return answered(Result<Reaction>(Reaction{.chat = chat, .parts = {{.text = QStringLiteral("answer")}}})); };

    Future<Result<Reaction>> react(const TelegramUpdate &update, std::optional<Language>) override
    {
        seen.push_back(update.id);
        return reaction();
    }
    std::vector<BotCommand> commands(Language) const override { return {}; }
};

/// All that runs on this thread without another's help.
void settle()
{
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class tst_BotIntake : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Script> m_script;
    std::unique_ptr<TelegramClient> m_telegram;
    std::unique_ptr<OneBot> m_bot;
    std::unique_ptr<Kind> m_kind;
    std::unique_ptr<Sender> m_sender; ///< sends nothing, as it is not started
    std::unique_ptr<Intake> m_intake;
    std::shared_ptr<std::atomic_bool> m_isBroken;

    void begin(int quantity = 10)
    {
        m_intake = std::make_unique<Intake>(Intake::Parts{m_bot->store(), *m_telegram, *m_kind, *m_sender, *m_clock, m_bot->seq(), 1}, quantity);
        QVERIFY(waitFor(m_intake->start()));
    }
    static TelegramUpdate update(UpdateId id, ChatId from = chat) { return *updateOf(Script::message(id, from)); }
    Result<qint64> take(std::vector<TelegramUpdate> batch, bool confirms = true) { return waitFor(m_intake->take(std::move(batch), confirms)); }
    qint64 unhandled() { return m_bot->count("SELECT count(*) FROM bot_update WHERE state = 'new'"); }
    qint64 answers() { return m_bot->count("SELECT count(*) FROM bot_delivery"); }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_script = std::make_unique<Script>();
        m_telegram = std::make_unique<TelegramClient>(*m_script, QStringLiteral("http://127.0.0.1"), std::make_shared<const Secret>("123456:AAcanary_TOKEN"));
        m_kind = std::make_unique<Kind>();
        m_isBroken = std::make_shared<std::atomic_bool>(false);
        m_bot = std::make_unique<OneBot>([isBroken = m_isBroken](const char *sql) { return *isBroken && QByteArrayView(sql).contains("bot_update"); });
        m_sender = std::make_unique<Sender>(m_bot->store(), *m_telegram, *m_clock, m_bot->seq(), 1);
    }
    void cleanup()
    {
        m_intake.reset();
        m_sender.reset();
        m_bot.reset();
    }

    void aPauseIsAsLongAsTelegramSays()
    {
        m_script->answers.push_back(Script::reply({{"ok", false}, {"error_code", 429}, {"description", "Too Many Requests: retry after 170"}, {"parameters", {{"retry_after", 170}}}}, 429));
        Poller poller(*m_telegram, *m_clock, [](const auto &) { return answered(Result<qint64>(1)); }, 1);
        poller.start(0);
        settle();
        m_clock->advance(169'900ms);
        settle();
        QCOMPARE(m_script->asked.size(), std::size_t(1));
        m_clock->advance(100ms);
        settle();
        QVERIFY(m_script->asked.size() > 1);
    }
    void aServerThatNeverWaitsIsAskedOnceASecond()
    {
        Poller poller(*m_telegram, *m_clock, [](const auto &) { return answered(Result<qint64>(1)); }, 1);
        poller.start(0);
        settle();
        QCOMPARE(m_script->asked.size(), std::size_t(2)); // the first is answered at once by anybody
        m_clock->advance(1s);
        settle();
        QCOMPARE(m_script->asked.size(), std::size_t(3));
    }
    void theSameUpdatesForEverAreTakenOnceASecond()
    {
        int taken = 0;
        for (int i = 0; i < 20; ++i)
            m_script->answers.push_back(Script::reply({{"ok", true}, {"result", {Script::message(5)}}}));
        Poller poller(*m_telegram, *m_clock, [&taken](const auto &) { return ++taken, answered(Result<qint64>(6)); }, 1);
        poller.start(0);
        settle();
        QCOMPARE(taken, 2); // the offset moved after the first
    }
    void whatIsNotStoredIsNotConfirmed()
    {
        for (int i = 0; i < 2; ++i)
            m_script->answers.push_back(Script::reply({{"ok", true}, {"result", {Script::message(5)}}}));
        int taken = 0;
        Poller poller(*m_telegram, *m_clock, [&taken](const auto &) { return answered(++taken == 1 ? Result<qint64>(fail(ErrorKind::Broken, "store.failed", {})) : Result<qint64>(6)); }, 1);
        poller.start(3);
        settle();
        QCOMPARE(m_script->asked.size(), std::size_t(1)); // it rests
        m_clock->advance(60s);
        settle();
        QVERIFY(m_script->asked.size() >= 3);
        QCOMPARE(m_script->number(1, "offset"), 3);
        QCOMPARE(m_script->number(2, "offset"), 6);
    }
    void anAnswerThatIsTooLargeIsAskedForInPieces()
    {
        m_script->answers.push_back(fail(ErrorKind::Unavailable, "net.too_large", {}));
        Poller poller(*m_telegram, *m_clock, [](const auto &) { return answered(Result<qint64>(1)); }, 1);
        poller.start(0);
        settle();
        m_clock->advance(60s);
        settle();
        QVERIFY(m_script->asked.size() >= 3);
        QCOMPARE(m_script->number(0, "limit"), 100);
        QCOMPARE(m_script->number(1, "limit"), 1);
        QCOMPARE(m_script->number(2, "limit"), 100);
    }

    void theOffsetIsStoredWithTheBatch()
    {
        begin();
        QCOMPARE(take({update(5), update(6)}).value_or(-1), 7);
        QVERIFY(take({update(20)}, false)); // by a webhook
        m_intake = std::make_unique<Intake>(Intake::Parts{m_bot->store(), *m_telegram, *m_kind, *m_sender, *m_clock, m_bot->seq(), 1}, 10);
        QCOMPARE(waitFor(m_intake->start()).value_or(-1), 7);
    }
    void whatCouldNotBeStoredIsTakenWhenItComesAgain()
    {
        begin();
        *m_isBroken = true;
        QVERIFY(!take({update(5)}));
        settle();
        QVERIFY(m_kind->seen.empty());
        *m_isBroken = false;
        QCOMPARE(take({update(5)}).value_or(-1), 6);
        QVERIFY(waitUntil([this] { return answers() == 1 && unhandled() == 0; }));
        QCOMPARE(m_kind->seen, std::vector<UpdateId>{5});
    }
    void whatTheStoreKnowsIsNotHandledAgain()
    {
        begin();
        QVERIFY(m_bot->write([this](Database &database) { return inboxtable::add(database, m_bot->seq(), update(5), inboxtable::State::New, 1); }));
        QVERIFY(take({update(5), update(6)}));
        QVERIFY(waitUntil([this] { return answers() == 1; }));
        QCOMPARE(m_kind->seen, std::vector<UpdateId>{6});
    }
    void whatAnotherHasEndedMeanwhileIsNotAnswered()
    {
        const Promise<Result<Reaction>> reaction;
        m_kind->reaction = [&] { return reaction.future(); };
        begin();
        QVERIFY(take({update(5)}));
        QVERIFY(waitUntil([this] { return m_kind->seen.size() == 1; }));
        QVERIFY(m_bot->write([this](Database &database) { return inboxtable::end(database, m_bot->seq(), 5, inboxtable::End::Handled); }));
        reaction.answer(Reaction{.chat = chat, .parts = {{.text = QStringLiteral("twice")}}});
        QVERIFY(waitUntil([this] { return m_intake->isIdle(); }));
        QCOMPARE(answers(), 0);
    }
    void oneThatCannotBeAnsweredIsGivenUpAndTheNextIsAnswered()
    {
        m_kind->reaction = [this]() -> Future<Result<Reaction>> {
            if (m_kind->seen.back() == 6)
                return answered(Result<Reaction>(Reaction{.chat = chat, .parts = {{.text = QStringLiteral("answer")}}}));
            return answered(Result<Reaction>(fail(ErrorKind::Broken, "kind.puzzled", {})));
        };
        begin();
        QVERIFY(take({update(5), update(6)}));
        QVERIFY(waitUntil([this] {
            m_clock->advance(1s);
            return !m_kind->seen.empty() && m_kind->seen.back() == 6;
        }));
        QCOMPARE(m_kind->seen.size(), std::size_t(1 + 8 + 1));
        QVERIFY(waitUntil([this] { return answers() == 1 && unhandled() == 0; }));
        QCOMPARE(m_bot->count("SELECT count(*) FROM bot_update WHERE state = 'given_up'"), 1);
    }
    void anHourWithoutTelegramGivesNobodyUp()
    {
        bool isAway = true;
        m_kind->reaction = [&] {
            return answered(isAway ? Result<Reaction>(fail(ErrorKind::Unavailable, "telegram.server_error", {})) : Result<Reaction>(Reaction{.chat = chat, .parts = {{.text = QStringLiteral("answer")}}}));
        };
        begin();
        QVERIFY(take({update(5)}));
        for (int minute = 0; minute < 60; ++minute) {
            const std::size_t before = m_kind->seen.size();
            QVERIFY(waitUntil([&] {
                m_clock->advance(1s);
                return m_kind->seen.size() > before;
            }));
        }
        isAway = false;
        QVERIFY(waitUntil([this] {
            m_clock->advance(1s);
            return answers() == 1 && unhandled() == 0;
        }));
    }
    void aQuestionThatTelegramPutOffIsAskedThen()
    {
        m_kind->reaction = [] {
            return answered(Result<Reaction>(fail(Error{ErrorKind::Busy, "telegram.too_many_requests", {}, nullptr, 40})));
        };
        begin();
        QVERIFY(take({update(5)}));
        QVERIFY(waitUntil([this] { return m_kind->seen.size() == 1; }));
        settle();
        m_clock->advance(39'900ms);
        QCOMPARE(unhandled(), 1); // behind whatever it would have read
        settle();
        QCOMPARE(m_kind->seen.size(), std::size_t(1));
        QVERIFY(waitUntil([this] {
            m_clock->advance(100ms);
            return m_kind->seen.size() == 2;
        }));
    }
    void soManyChatsAtOnceAndNoMore()
    {
        std::vector<Promise<Result<Reaction>>> open;
        m_kind->reaction = [&] { return open.emplace_back().future(); };
        begin(2);
        QVERIFY(take({update(1, 1), update(2, 1), update(3, 2), update(4, 3)}));
        QVERIFY(waitUntil([&] { return open.size() == 2; }));
        QCOMPARE(unhandled(), 4); // a way through the store, as a third would have taken
        settle();
        QCOMPARE(m_kind->seen, (std::vector<UpdateId>{1, 3}));
        open[0].answer(Reaction{.chat = 1});
        QVERIFY(waitUntil([&] { return open.size() == 3; }));
        QCOMPARE(m_kind->seen.back(), 4); // the chats take turns
        m_intake->setQuantity(3);
        QVERIFY(waitUntil([&] { return open.size() == 4; }));
        QCOMPARE(m_kind->seen.back(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_BotIntake)
#include "tst_botintake.moc"
