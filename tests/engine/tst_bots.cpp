// SPDX-License-Identifier: GPL-3.0-or-later
// Whole bots against a stand-in of Telegram: the fleet, its supervision, the poll, the inbox, the ledger.
#include "bots/kinds/introduction.h"
#include "bots/tables/bottable.h"
#include "fleetfixture.h"
#include "settings/datalock.h"

#include <QTest>

#include <semaphore>

using namespace kule;
using namespace std::chrono_literals;
using Fault = BotApiStand::Fault;

class tst_Bots : public FleetFixture
{
    Q_OBJECT
private:
    static Json config()
    {
        return {{"commands",
                 {{{"command", "start"}, {"text", {{"tr", "Merhaba"}, {"en", "Hello"}}}}, {{"command", "help"}, {"text", {{"tr", "Yardım"}, {"en", "Help"}}}}}}};
    }
    BotDraft draft(const QString &name = QStringLiteral("tanitim")) { return draftOf(BotKind::Introduction, name, config()); }
    using FleetFixture::run;
    BotId run() { return run(draft()); }
    bool says(ChatId chat, const QStringList &texts)
    {
        return waitUntil([&] { return m_stand->textsTo(chat).size() >= texts.size(); }) && m_stand->textsTo(chat) == texts;
    }

private Q_SLOTS:
    void init()
    {
        begin(QStringLiteral("tanitim_bot"));
        QVERIFY(open());
    }
    void cleanup()
    {
        close();
        m_logs.reset(); // before the clock whose time it writes
    }

    void itAnswersInTheLanguageOfThePerson()
    {
        const BotId id = run();
        QVERIFY(!id.isEmpty());
        QCOMPARE(view(id).bot.username, QStringLiteral("tanitim_bot"));
        m_stand->say(m_token, 7, QStringLiteral("/START@tanitim_bot x"), 0, QStringLiteral("tr"));
        m_stand->say(m_token, 8, QStringLiteral("/start"), 0, QStringLiteral("en"));
        m_stand->say(m_token, 9, QStringLiteral("/whatever"), 0, QStringLiteral("de"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
        QVERIFY(says(8, {QStringLiteral("Hello")}));
        QVERIFY(says(9, {QStringLiteral("Help")}));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Sent).total == 3; }));
        QVERIFY(view(id).bot.lastUpdateAt > 0);
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0; })); // confirmed
    }
    void eachUpdateIsAnsweredOnceAndInOrder()
    {
        QVERIFY(!run().isEmpty());
        std::vector<Json> again;
        for (int i = 0; i < 3; ++i) {
            Json update = BotApiStand::message(7, i % 2 ? QStringLiteral("/help") : QStringLiteral("/start"));
            m_stand->push(m_token, update);
            update["update_id"] = 1000 + i;
            again.push_back(std::move(update));
        }
        std::reverse(again.begin(), again.end());
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0; }));
        m_stand->bringAgain(m_token, again);
        m_stand->push(m_token, {{"hologram", {{"x", 1}}}});
        QVERIFY(inTime([this] { return m_stand->textsTo(7).size() == 3; }));
        m_clock->advance(1001ms);
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0 && m_stand->isPolled(m_token); }));
        QCOMPARE(m_stand->textsTo(7), (QStringList{QStringLiteral("Merhaba"), QStringLiteral("Yardım"), QStringLiteral("Merhaba")}));
    }
    void anAnswerCostsTwoCommits()
    {
        auto commits = std::make_shared<std::atomic_int>(0);
        const BotId id = run();
        QVERIFY(open([commits](const char *sql) {
            *commits += qstrcmp(sql, "COMMIT") == 0;
            return false;
        }));
        QVERIFY(becomes(id, BotState::Running));
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        const auto ofWriter = [this, commits] {
            (void)waitFor(m_store->write([](Database &) { return Done(); }));
            return commits->exchange(0);
        };
        (void)ofWriter();
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0 && m_stand->isPolled(m_token); }));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Sent).total == 1; }));
        QCOMPARE(ofWriter(), 3); // stored, said and begun; sent; and the one that asks
    }
    void manyAreAnsweredAtOnceEachOnce()
    {
        const BotId id = run();
        for (int i = 0; i < 300; ++i)
            m_stand->say(m_token, 100 + i % 100, i % 2 ? QStringLiteral("/help") : QStringLiteral("/start"));
        QVERIFY(waitUntil([&] {
            m_clock->advance(50ms);
            return m_stand->sent().size() == 302; // with the menus
        }));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Sent).total == 300; }));
        for (int chat = 100; chat < 200; ++chat) {
            const QString said = chat % 2 ? QStringLiteral("Yardım") : QStringLiteral("Merhaba");
            QCOMPARE(m_stand->textsTo(chat), (QStringList{said, said, said}));
        }
    }
    void aRestartOfKuleLosesNothing()
    {
        const BotId id = run();
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Sent).total == 1; }));
        close();
        m_stand->say(m_token, 8, QStringLiteral("/help"));
        QVERIFY(open()); // it shall run, so it runs
        QVERIFY(says(8, {QStringLiteral("Yardım")}));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
    }
    void aPressIsAnsweredAndALanguageKept()
    {
        BotDraft wanted = draft();
        wanted.config = Introduction::sample();
        QVERIFY(!run(wanted).isEmpty());
        m_stand->press(m_token, 7, "language:en");
        QVERIFY(waitUntil([this] { return m_stand->textsTo(7).size() == 1 && m_stand->calls("answerCallbackQuery") == 1; }));
        QVERIFY(m_stand->textsTo(7).first().startsWith(QStringLiteral("Hello")));
        QVERIFY(inTime([this] { return m_stand->textsTo(7).size() == 2; }));
        const Json &buttons = m_stand->sent().back().parameters["reply_markup"]["inline_keyboard"][0];
        QCOMPARE(textOf(buttons[0], "text"), QStringLiteral("Yes"));
        m_stand->press(m_token, 7, "again:no");
        QVERIFY(inTime([this] { return m_stand->textsTo(7).size() == 3; }));
        QCOMPARE(m_stand->textsTo(7).last(), QStringLiteral("See you soon!"));
    }
    void whatIsLongIsSaidWholeBehindEveryButton()
    {
        const QString help = QStringLiteral("kelime ").repeated(1000).trimmed();
        const QString question = QString(4095, u'x') + QStringLiteral("😀");
        Json wanted = config();
        wanted["commands"][1]["text"]["tr"] = help;
        wanted["follow_up"] = {{"question", {{"tr", question}}}, {"goodbye", {{"tr", question}}}};
        QVERIFY(!run(draftOf(BotKind::Introduction, QStringLiteral("tanitim"), wanted)).isEmpty());
        const auto heard = [this](int texts) { return inTime([=, this] { return m_stand->textsTo(7).size() >= texts; }, 500ms); };
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(heard(3));
        QCOMPARE(m_stand->textsTo(7).mid(1).join(QString()), question);
        m_stand->press(m_token, 7, "again:yes");
        QVERIFY(heard(5));
        QCOMPARE(m_stand->textsTo(7).mid(3).join(u' '), help);
        m_stand->press(m_token, 7, "again:no");
        QVERIFY(heard(7));
        QCOMPARE(m_stand->textsTo(7).mid(5).join(QString()), question);
    }
    void anAnswerThatGotLostIsReviewedNotRepeated()
    {
        const BotId id = run();
        m_stand->fail("sendMessage", Fault::DropAfter);
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        m_stand->say(m_token, 7, QStringLiteral("/help"));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Review).total == 1; }));
        QCOMPARE(m_stand->textsTo(7), QStringList{QStringLiteral("Merhaba")}); // it had arrived
        const int probes = m_stand->calls("getMe");
        m_stand->fail("getMe", Fault::Html, 2);
        QVERIFY(waitUntil([&] {
            pass(500ms);
            return m_stand->calls("getMe") == probes + 3;
        }));
        QVERIFY(waitUntil([&] {
            pass(100ms);
            return m_stand->textsTo(7).size() == 2;
        }));
        QCOMPARE(m_stand->textsTo(7).last(), QStringLiteral("Yardım"));
        const qint64 n = ledger(id, BotDeliveryState::Review).items.at(0).n;
        QCOMPARE(waitFor(m_fleet->decide(id, n, ledgertable::Verdict::WasSent, m_actor))->state, BotDeliveryState::Sent);
        QVERIFY(!waitFor(m_fleet->decide(id, n, ledgertable::Verdict::SendAgain, m_actor)));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Sent).total == 2; }));
    }
    void whatWasOnItsWayWhenKuleDiedIsReviewed()
    {
        const BotId id = run();
        m_stand->fail("sendMessage", Fault::Never);
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(waitUntil([this] { return m_stand->calls("sendMessage") == 1; }));
        QVERIFY(open());
        QVERIFY(becomes(id, BotState::Running));
        QCOMPARE(ledger(id, BotDeliveryState::Review).total, 1);
        m_stand->say(m_token, 8, QStringLiteral("/help"));
        QVERIFY(says(8, {QStringLiteral("Yardım")}));
        QVERIFY(m_stand->textsTo(7).isEmpty());
    }
    void aPersonMaySendAgain()
    {
        const BotId id = run();
        m_stand->refuse(7, 400, QStringLiteral("Bad Request: something"));
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Failed).total == 1; }));
        m_stand->refuse(7, 500, QStringLiteral("x"));
        const qint64 n = ledger(id).items.at(0).n;
        QVERIFY(waitFor(m_fleet->decide(id, n, ledgertable::Verdict::SendAgain, m_actor)));
        QVERIFY(inTime([&] { return ledger(id, BotDeliveryState::Review).total == 1; }));
        QCOMPARE(ledger(id).items.at(0).attempts, 2);
    }
    void aPauseIsObeyed()
    {
        const BotId id = run();
        m_stand->fail("sendMessage", Fault::TooMany);
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(waitUntil([&] { return m_stand->calls("sendMessage") == 1 && ledger(id, BotDeliveryState::Queued).total == 1; }));
        m_clock->advance(2900ms);
        // Its way here is longer than that of a message which is let go.
        m_stand->say(m_token, 8, QStringLiteral("/help"));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Queued).total == 2; }));
        QCOMPARE(m_stand->calls("sendMessage"), 1);
        m_clock->advance(200ms);
        QVERIFY(says(7, {QStringLiteral("Merhaba")}) && says(8, {QStringLiteral("Yardım")}));
    }
    void aSecondPollerIsAConflict()
    {
        const BotId id = run();
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        m_stand->pollElsewhere(m_token);
        QVERIFY(becomes(id, BotState::Conflict));
        QVERIFY(view(id).condition.reason.english().contains(QStringLiteral("Another program")));
        QCOMPARE(view(id).condition.conflict->who, BotConflict::Who::Unknown);
        QVERIFY(view(id).deeds.empty());
        QVERIFY(waitUntil([&] { return waitFor(m_fleet->log(id, 0, 65536))->text.contains("kule: conflict: Another program"); }));
        QVERIFY(waitFor(m_fleet->log(id, 0, 65536))->text.contains("kule: running as @tanitim_bot\n"));
        QCOMPARE(waitFor(m_fleet->resolve(id, BotDeed::DeleteWebhook, m_actor)).error().code, QByteArray("bot.no_conflict"));
        const int calls = m_stand->calls("getUpdates");
        m_clock->advance(29s);
        QCOMPARE(view(id).condition.state, BotState::Conflict);
        QCOMPARE(m_stand->calls("getUpdates"), calls); // it does not fight
        m_clock->advance(31s);
        QVERIFY(becomes(id, BotState::Running));
        QVERIFY(!view(id).condition.conflict);
    }
    void aSearchForTheOtherPollerIsSaid()
    {
        const Promise<Result<std::optional<QString>>> promise;
        close();
        m_detective = std::make_unique<ConflictDetective>(HerokuDoor{[promise](const SecretPtr &) { return promise.future(); }, {}});
        QVERIFY(open());
        const BotId id = run();
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        m_stand->pollElsewhere(m_token);
        QVERIFY(waitUntil([&] { return view(id).condition.reason.english().contains(QStringLiteral("looking for it")); }));
        promise.answer(std::optional(QStringLiteral("my-bots")));
        QVERIFY(becomes(id, BotState::Conflict));
        QCOMPARE(view(id).condition.conflict->app, QStringLiteral("my-bots"));
        QVERIFY(view(id).condition.reason.english().contains(QStringLiteral("my-bots")));
    }
    void aWebhookElsewhereIsAConflict()
    {
        m_stand->setWebhook(m_token, QStringLiteral("https://bots.example.org/secret-path"));
        const auto made = waitFor(m_fleet->create(draft(), m_actor));
        QVERIFY(becomes(made->bot.id, BotState::Conflict));
        const QString reason = view(made->bot.id).condition.reason.english();
        QVERIFY(reason.contains(QStringLiteral("bots.example.org")) && !reason.contains(QStringLiteral("secret-path")));
        QCOMPARE(m_stand->calls("getUpdates"), 0);
        QCOMPARE(view(made->bot.id).deeds, std::vector{BotDeed::DeleteWebhook});
        QVERIFY(waitFor(m_fleet->resolve(made->bot.id, BotDeed::DeleteWebhook, m_actor)));
        QVERIFY(becomes(made->bot.id, BotState::Running));
        QVERIFY(m_stand->webhook(m_token).isEmpty() && !view(made->bot.id).condition.conflict);
    }
    void aWebhookThatIsSetWhilePollingIsNamed()
    {
        const BotId id = run();
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        m_stand->setWebhook(m_token, QStringLiteral("https://bots.example.org/secret-path"));
        m_stand->say(m_token, 7, QStringLiteral("/start")); // the poll ends, and the next one meets it
        QVERIFY(becomes(id, BotState::Conflict));
        QCOMPARE(view(id).condition.conflict->host, QStringLiteral("bots.example.org"));
    }
    void aWebhookThatIsNotReachedIsSaid()
    {
        m_publicUrl = QStringLiteral("https://kule.example.org");
        BotDraft wanted = draft();
        wanted.mode = BotMode::Prod;
        const BotId id = run(wanted);
        QVERIFY(view(id).deeds.empty());
        m_stand->complain(m_token, QStringLiteral("SSL error: certificate verify failed"), m_clock->wallMs() / 1000 + 30);
        QVERIFY(waitUntil([&] {
            pass(2s);
            return view(id).condition.reason.english().contains(QStringLiteral("certificate verify failed"));
        }));
        QCOMPARE(view(id).condition.state, BotState::Running);
        QCOMPARE(view(id).deeds, std::vector{BotDeed::RunInDev});
        // One that came later puts the complaint behind it.
        m_clock->advance(120s);
        Json update = BotApiStand::message(7, QStringLiteral("/start"));
        update["update_id"] = 5;
        QVERIFY(waitFor(m_fleet->deliver(id, m_stand->webhookSecret(m_token), dumpJson(update))));
        QVERIFY(waitUntil([&] {
            pass(2s);
            return view(id).condition.reason.source.isEmpty();
        }));
        m_stand->complain(m_token, QStringLiteral("Connection refused"), m_clock->wallMs() / 1000 + 30);
        QVERIFY(waitUntil([&] {
            pass(2s);
            return !view(id).deeds.empty();
        }));
        QVERIFY(waitFor(m_fleet->resolve(id, BotDeed::RunInDev, m_actor)));
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        QCOMPARE(view(id).bot.mode, BotMode::Dev);
    }
    void aWebhookThatAnotherSetsIsAConflict()
    {
        m_publicUrl = QStringLiteral("https://kule.example.org");
        BotDraft wanted = draft();
        wanted.mode = BotMode::Prod;
        const BotId id = run(wanted);
        m_stand->setWebhook(m_token, QStringLiteral("https://other.example.org/x"));
        QVERIFY(waitUntil([&] {
            pass(2s);
            return view(id).condition.state == BotState::Conflict;
        }));
        QCOMPARE(view(id).condition.conflict->host, QStringLiteral("other.example.org"));
    }
    void anotherKuleOnThisComputerIsAConflict()
    {
        QVERIFY(!run().isEmpty());
        QTemporaryDir other;
        auto store = Store::open({other.filePath(QStringLiteral("kule.db")), other.filePath(QStringLiteral("backups")), {}, 1}, 1);
        QVERIFY(store);
        BotFleet fleet(parts(**store));
        const int calls = m_stand->calls("getMe");
        const auto made = waitFor(fleet.create(draft(), m_actor));
        QVERIFY(waitUntil([&] { return waitFor(fleet.find(made->bot.id))->condition.state == BotState::Conflict; }));
        const auto theirs = waitFor(fleet.find(made->bot.id));
        QVERIFY(theirs->condition.reason.english().contains(QString::number(QCoreApplication::applicationPid())));
        QCOMPARE(theirs->condition.conflict->who, BotConflict::Who::Kule);
        QVERIFY(theirs->deeds.empty());
        QCOMPARE(m_stand->calls("getMe"), calls);
    }
    void aTokenThatIsWorthNothingIsSaid()
    {
        const BotId id = run();
        m_stand->revoke(m_token);
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(becomes(id, BotState::Unauthorised));
        QVERIFY(!view(id).condition.reason.english().contains(QStringLiteral("canary")));
        m_stand->addBot(m_token, QStringLiteral("tanitim_bot"));
        BotDraft fresh;
        fresh.token = std::make_shared<const Secret>(m_token);
        QVERIFY(waitFor(m_fleet->change(id, fresh, m_actor)));
        QVERIFY(becomes(id, BotState::Running));
    }
    void aTokenRunsOneBot()
    {
        const BotId id = run();
        const auto twin = waitFor(m_fleet->create(draft(QStringLiteral("ikiz")), m_actor));
        QCOMPARE(twin.error().code, QByteArray("bot.already_here"));
        QCOMPARE(waitFor(m_fleet->list())->size(), std::size_t(1));
        const QByteArray others("654321:BBcanary_TOKEN");
        m_stand->addBot(others, QStringLiteral("baska_bot"));
        BotDraft second = draft(QStringLiteral("başka"));
        second.token = std::make_shared<const Secret>(others);
        const BotId other = run(second);
        BotDraft taken;
        taken.token = std::make_shared<const Secret>(m_token);
        QCOMPARE(waitFor(m_fleet->change(other, taken, m_actor)).error().code, QByteArray("bot.already_here"));
        QVERIFY(waitFor(m_fleet->remove(other, m_actor)));
        QVERIFY(waitFor(m_fleet->remove(id, m_actor)));
        QVERIFY(m_secrets->values.empty());
        QVERIFY(!run(draft(QStringLiteral("ikiz"))).isEmpty());
    }
    void withTheTokenOfAnotherBotItHearsThatOne()
    {
        const BotId id = run();
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
        const QByteArray others("654321:BBcanary_TOKEN");
        m_stand->addBot(others, QStringLiteral("baska_bot"));
        for (const UpdateId former : {1000, 3}) { // as the first one's, and before it
            Json update = BotApiStand::message(7, QStringLiteral("/help"));
            update["update_id"] = former;
            m_stand->push(others, update);
        }
        BotDraft swapped;
        swapped.token = std::make_shared<const Secret>(others);
        QVERIFY(waitFor(m_fleet->change(id, swapped, m_actor)));
        QVERIFY(inTime([this] { return m_stand->textsTo(7).size() == 3; }));
        QCOMPARE(m_stand->textsTo(7).last(), QStringLiteral("Yardım"));
        QVERIFY(waitUntil([&] { return m_stand->waiting(others) == 0; }));
        QCOMPARE(view(id).bot.username, QStringLiteral("baska_bot"));
    }
    void aChangeThatIsRefusedLeavesItsToken()
    {
        const BotId id = run();
        const QByteArray others("654321:BBcanary_TOKEN");
        m_stand->addBot(others, QStringLiteral("baska_bot"));
        BotDraft second = draft(QStringLiteral("başka"));
        second.token = std::make_shared<const Secret>(others);
        QVERIFY(!run(second).isEmpty());
        BotDraft wanted;
        wanted.name = QStringLiteral("başka");
        wanted.token = std::make_shared<const Secret>("777:CCcanary_TOKEN");
        QCOMPARE(waitFor(m_fleet->change(id, wanted, m_actor)).error().code, QByteArray("bot.name_taken"));
        QVERIFY(m_secrets->values[secretname::botToken(id.value)]->matches(m_token));
    }
    void theTokenOfAnotherBotIsNotUsed()
    {
        const BotId id = run();
        const QByteArray others("654321:BBcanary_TOKEN");
        m_stand->addBot(others, QStringLiteral("baska_bot"));
        m_secrets->values[secretname::botToken(id.value)] = std::make_shared<const Secret>(others);
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(becomes(id, BotState::Failed));
        QVERIFY(view(id).condition.reason.english().contains(QStringLiteral("@baska_bot")));
        QVERIFY(!m_stand->isPolled(others));
    }
    void aLockedKeychainIsWaitedFor()
    {
        const BotId id = run();
        QVERIFY(waitFor(m_fleet->stop(id, m_actor)));
        QVERIFY(becomes(id, BotState::Stopped));
        m_secrets->kept.problem = Error{ErrorKind::Unavailable, "secrets.locked", text("The keychain is locked."), nullptr, std::nullopt};
        QVERIFY(waitFor(m_fleet->start(id, m_actor)));
        const auto waits = [&] { return view(id).condition.reason.english() == QStringLiteral("The keychain is locked."); };
        QVERIFY(waitUntil(waits));
        for (int i = 0; i < 40; ++i) {
            m_clock->advance(60s);
            QVERIFY(waitUntil(waits));
        }
        QCOMPARE(view(id).condition.state, BotState::Starting);
        QVERIFY(waitFor(m_secrets->unlock(std::make_shared<const Secret>("open sesame"), m_actor)));
        QVERIFY(becomes(id, BotState::Running));
        QVERIFY(view(id).condition.reason.source.isEmpty());
        QCOMPARE(view(id).condition.restarts, 0);
    }
    void aKeychainThatSomethingElseUnlocksIsTriedAgain()
    {
        const BotId id = run();
        m_secrets->kept.problem = Error{ErrorKind::Unavailable, "secrets.locked", text("The keychain is locked."), nullptr, std::nullopt};
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(waitUntil([&] { return view(id).condition.reason.english() == QStringLiteral("The keychain is locked."); }));
        m_secrets->kept.problem.reset(); // and nobody says so
        m_clock->advance(30s);
        QVERIFY(becomes(id, BotState::Running));
    }
    void oneThatWaitsForItsSecretIsStoppedAtOnce()
    {
        const BotId id = run();
        m_secrets->kept.problem = Error{ErrorKind::Unavailable, "secrets.locked", text("The keychain is locked."), nullptr, std::nullopt};
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(waitUntil([&] { return !view(id).condition.reason.source.isEmpty(); }));
        QVERIFY(waitFor(m_fleet->stop(id, m_actor)));
        QVERIFY(becomes(id, BotState::Stopped));
        QVERIFY(view(id).condition.reason.source.isEmpty());
    }
    void aTokenThatChangesElsewhereIsTaken()
    {
        const BotId id = run();
        m_stand->revoke(m_token);
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(becomes(id, BotState::Unauthorised));
        const QByteArray fresh("123456:BBfresh_TOKEN_of_it");
        m_stand->addBot(fresh, QStringLiteral("tanitim_bot"));
        QVERIFY(waitFor(m_secrets->write(secretname::botToken(id.value), std::make_shared<const Secret>(fresh), m_actor)));
        QVERIFY(becomes(id, BotState::Running));
        QVERIFY(waitUntil([&] { return m_stand->isPolled(fresh); }));
    }
    void troubleOfTheNetworkIsRiddenOut()
    {
        const BotId id = run();
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        m_stand->stop();
        QVERIFY(waitUntil([&] { return !view(id).condition.reason.source.isEmpty(); }));
        QCOMPARE(view(id).condition.state, BotState::Running);
        m_stand->listen();
        for (const Fault fault : {Fault::Status500, Fault::Html, Fault::Truncated, Fault::DropBefore, Fault::NotJsonTyped})
            m_stand->fail("getUpdates", fault);
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(waitUntil([&] {
            pass(500ms);
            return m_stand->textsTo(7).size() == 1;
        }));
        QVERIFY(waitUntil([&] { return view(id).condition.reason.source.isEmpty(); }));
        QCOMPARE(view(id).condition.restarts, 0);
    }
    void aWebhookBringsUpdates()
    {
        m_publicUrl = QStringLiteral("https://kule.example.org");
        BotDraft wanted = draft();
        wanted.mode = BotMode::Prod;
        const BotId id = run(wanted);
        QVERIFY(!id.isEmpty());
        QCOMPARE(m_stand->webhook(m_token), m_publicUrl + QStringLiteral("/telegram/") + id.value);
        Json update = BotApiStand::message(7, QStringLiteral("/start"));
        update["update_id"] = 5;
        const QByteArray secret = m_stand->webhookSecret(m_token);
        const auto deliver = [&](const QByteArray &with, const QByteArray &body) { return waitFor(m_fleet->deliver(id, with, body)); };
        QCOMPARE(deliver("wrong", dumpJson(update)).error().code, QByteArray("bot.wrong_secret"));
        QCOMPARE(deliver("", dumpJson(update)).error().code, QByteArray("bot.wrong_secret"));
        QCOMPARE(deliver(secret, "<html>").error().code, QByteArray("bot.bad_update"));
        QVERIFY(deliver(secret, dumpJson(update)));
        QVERIFY(deliver(secret, dumpJson(update))); // Telegram did not hear us
        update["update_id"] = 4; // and the one before it comes late
        update["message"]["chat"]["id"] = 8;
        QVERIFY(deliver(secret, dumpJson(update)));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}) && says(8, {QStringLiteral("Merhaba")}));
        m_stand->say(m_token, 9, QStringLiteral("/help")); // waits at Telegram
        BotDraft poll;
        poll.mode = BotMode::Dev;
        QVERIFY(waitFor(m_fleet->change(id, poll, m_actor)));
        QVERIFY(says(9, {QStringLiteral("Yardım")}));
        QVERIFY(m_stand->webhook(m_token).isEmpty());
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
    }
    void withoutAnAddressThereIsNoWebhook()
    {
        BotDraft wanted = draft();
        wanted.mode = BotMode::Prod;
        const auto made = waitFor(m_fleet->create(wanted, m_actor));
        QVERIFY(becomes(made->bot.id, BotState::Failed));
        QVERIFY(view(made->bot.id).condition.reason.english().contains(QStringLiteral("mode prod")));
    }
    void aRestartDoesNotForgetTheLimits()
    {
        const BotId id = run();
        for (ChatId chat = 1; chat <= 30; ++chat)
            m_stand->say(m_token, chat, QStringLiteral("/start"));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Sent).total == 30; })); // within one second of the clock
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(waitUntil([&] { return view(id).condition.restarts == 1 && view(id).condition.state == BotState::Running; }));
        m_stand->say(m_token, 31, QStringLiteral("/start"));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Queued).total == 1; }));
        QVERIFY(m_stand->textsTo(31).isEmpty());
        m_clock->advance(1s);
        QCOMPARE(ledger(id, BotDeliveryState::Queued).total, 1); // a way through the store, as its sending would have taken
        QVERIFY(m_stand->textsTo(31).isEmpty());
        m_clock->advance(1ms);
        QVERIFY(says(31, {QStringLiteral("Merhaba")}));
    }
    void anHourOfServerErrorsIsRiddenOut()
    {
        const BotId id = run();
        QVERIFY(waitUntil([this] { return m_stand->isPolled(m_token); }));
        m_stand->fail("getUpdates", Fault::Status500, 10'000);
        m_stand->say(m_token, 7, QStringLiteral("/start")); // ends the poll that is under way
        QVERIFY(waitUntil([this] { return m_stand->textsTo(7).size() == 1; }));
        m_stand->say(m_token, 7, QStringLiteral("/help"));
        int errors = 0;
        for (int minute = 0; minute < 58; ++minute) { // as long as the oldest error still counts
            QVERIFY(waitUntil([&] { return view(id).condition.figures.errors > errors; })); // the last answer was heard
            errors = view(id).condition.figures.errors;
            m_clock->advance(61s); // the longest pause
        }
        QCOMPARE(view(id).condition.state, BotState::Running);
        QVERIFY(!view(id).condition.reason.source.isEmpty());
        QVERIFY(m_stand->calls("getUpdates") < 70); // without a storm
        m_stand->heal();
        QVERIFY(waitUntil([&] {
            m_clock->advance(200ms);
            return view(id).condition.reason.source.isEmpty() && m_stand->textsTo(7).size() == 2;
        }));
        QCOMPARE(view(id).condition.restarts, 0);
        QCOMPARE(m_stand->textsTo(7), (QStringList{QStringLiteral("Merhaba"), QStringLiteral("Yardım")}));
    }
    void anHourWithoutTelegramAtItsStartIsRiddenOut()
    {
        const BotId id = run();
        m_stand->fail("getMe", Fault::Status500, 10'000);
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        for (const qint64 end = m_clock->steadyMs() + 3'600'000; m_clock->steadyMs() < end;) {
            QVERIFY(becomes(id, BotState::BackingOff));
            m_clock->advance(Milliseconds(*view(id).condition.nextTryAt - m_clock->wallMs()));
        }
        m_stand->heal();
        QVERIFY(inTime([&] { return m_stand->textsTo(7).size() == 1; }, 1s));
    }
    void aPauseAtItsStartIsObeyed()
    {
        const BotId id = run();
        const int before = m_stand->calls("getMe");
        m_stand->fail("getMe", Fault::TooMany);
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(waitUntil([&] { return m_stand->calls("getMe") == before + 1 && !view(id).condition.reason.source.isEmpty(); }));
        pass(2900ms);
        QCOMPARE(view(id).condition.state, BotState::Starting);
        QVERIFY(inTime([&] { return view(id).condition.state == BotState::Running; }, 500ms));
        QCOMPARE(m_stand->calls("getMe"), before + 2);
    }
    void chatsAreHandledAtOnceAndEachInItsOrder()
    {
        const BotId id = run();
        QVERIFY(waitFor(m_fleet->scale(id, 4, m_actor)));
        QStringList wanted;
        for (int i = 0; i < 4; ++i) {
            for (ChatId chat = 1; chat <= 6; ++chat)
                m_stand->say(m_token, chat, i % 3 ? QStringLiteral("/help") : QStringLiteral("/start"));
            wanted << (i % 3 ? QStringLiteral("Yardım") : QStringLiteral("Merhaba"));
        }
        for (ChatId chat = 1; chat <= 6; ++chat) {
            QVERIFY(waitUntil([&] {
                m_clock->advance(50ms);
                return m_stand->textsTo(chat).size() == 4;
            }));
            QCOMPARE(m_stand->textsTo(chat), wanted);
        }
        QCOMPARE(view(id).bot.quantity, 4);
        QCOMPARE(view(id).condition.restarts, 0); // it took it as it ran
    }
    void anotherBotsTokenIsRefused()
    {
        const BotId id = run();
        const QByteArray other("777:CCother_bots_TOKEN");
        m_stand->addBot(other, QStringLiteral("baska_bot"));
        QVERIFY(waitFor(m_secrets->write(secretname::botToken(id.value), std::make_shared<const Secret>(other), m_actor)));
        QVERIFY(becomes(id, BotState::Failed));
        QVERIFY(view(id).condition.reason.english().contains(QStringLiteral("@baska_bot")));
        QCOMPARE(view(id).bot.username, QStringLiteral("tanitim_bot"));
        QVERIFY(!m_stand->isPolled(other));
    }
    void aKeychainThatLocksInTheMiddleStopsNothingThatRuns()
    {
        const BotId id = run();
        m_secrets->kept.problem = Error{ErrorKind::Unavailable, "secrets.locked", text("The keychain is locked."), nullptr, std::nullopt};
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
        QCOMPARE(view(id).condition.state, BotState::Running);
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(waitUntil([&] { return !view(id).condition.reason.source.isEmpty(); }));
        m_stand->say(m_token, 8, QStringLiteral("/start"));
        QVERIFY(waitFor(m_secrets->unlock(std::make_shared<const Secret>("open sesame"), m_actor)));
        QVERIFY(becomes(id, BotState::Running));
        QVERIFY(says(8, {QStringLiteral("Merhaba")}));
        QCOMPARE(m_stand->textsTo(7).size(), 1);
    }
    void aJumpOfTheClockIsOneRestartAtMost()
    {
        BotDraft wanted = draft();
        wanted.restarts = RestartTimes{QStringLiteral("0 * * * *"), QStringLiteral("UTC"), 0};
        const BotId id = run(wanted);
        const auto passes = [&](int seconds) {
            for (int i = 0; i < seconds; ++i) {
                m_clock->advance(1s);
                (void)view(id); // the fleet has seen that second
            }
        };
        m_clock->jumpWall(5h); // as after a sleep
        passes(90);
        QVERIFY(becomes(id, BotState::Running));
        QCOMPARE(view(id).condition.restarts, 1);
        const auto comesWithinAnHour = [&] {
            const auto next = view(id).condition.nextRestartAt;
            return next && *next > m_clock->wallMs() && *next <= m_clock->wallMs() + 3'600'000;
        };
        QVERIFY(comesWithinAnHour());
        m_clock->jumpWall(-8h);
        passes(90);
        QCOMPARE(view(id).condition.restarts, 1);
        QVERIFY(comesWithinAnHour());
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
    }
    void aScheduledRestartComes()
    {
        BotDraft wanted = draft();
        wanted.restarts = RestartTimes{QStringLiteral("*/30 * * * *"), QStringLiteral("UTC"), 0};
        const BotId id = run(wanted);
        QVERIFY(view(id).condition.nextRestartAt);
        QVERIFY(waitUntil([&] {
            pass(30s);
            return view(id).condition.restarts > 0;
        }));
        QVERIFY(waitUntil([&] {
            pass(10ms);
            return view(id).condition.state == BotState::Running;
        }));
    }
    void aTokenIsCheckedBeforeItIsKept()
    {
        const auto check = [this](const QByteArray &token, std::optional<BotId> of = {}) { return waitFor(m_fleet->checkToken(std::make_shared<const Secret>(token), of)); };
        QCOMPARE(waitFor(m_fleet->checkToken(nullptr, {})).error().code, QByteArray("bot.bad_token"));
        QCOMPARE(check("what").error().code, QByteArray("bot.bad_token"));
        QCOMPARE(check("999:AAAA").error().code, QByteArray("telegram.unauthorised"));
        const auto owner = check(m_token);
        QVERIFY(owner);
        QCOMPARE(owner->username, QStringLiteral("tanitim_bot"));
        QCOMPARE(owner->number, 123456);
        QVERIFY(!owner->name.isEmpty());
        QVERIFY(!owner->other);
        QVERIFY(m_secrets->values.empty()); // nothing was kept
        m_stand->setWebhook(m_token, QStringLiteral("https://bots.example.org/secret/path"));
        QVERIFY(check(m_token)->other == (BotConflict{BotConflict::Who::Webhook, 0, QStringLiteral("bots.example.org"), {}}));
        m_stand->setWebhook(m_token, {});
        m_stand->fail("getMe", Fault::Status500);
        const auto troubled = check(m_token);
        QVERIFY(!troubled);
        QVERIFY(!troubled.error().message.english().contains(QString::fromLatin1(m_token)));
    }
    void aTokenThatIsRunAlreadyIsRefused()
    {
        const BotId id = run();
        QVERIFY(!id.isEmpty());
        const auto check = [this](std::optional<BotId> of = {}) { return waitFor(m_fleet->checkToken(std::make_shared<const Secret>(m_token), of)); };
        const auto twin = check();
        QCOMPARE(twin.error().code, QByteArray("bot.already_here"));
        QVERIFY(twin.error().message.english().contains(QLatin1String("tanitim")));
        QVERIFY(check(id)); // its own, although it runs and has the lock
        QVERIFY(waitFor(m_fleet->remove(id, m_actor)));
        QVERIFY(check());
        DataLock other(m_home->filePath(QStringLiteral("locks/bot-123456.lock")));
        QCOMPARE(other.tryHold(), DataLock::Outcome::Held);
        QFile file(m_home->filePath(QStringLiteral("locks/bot-123456.lock")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1\n"); // another process's
        file.close();
        const auto elsewhere = check();
        QCOMPARE(elsewhere.error().code, QByteArray("bot.runs_elsewhere"));
        QCOMPARE(elsewhere.error().details.value("pid", 0), 1);
    }
    void whatItDoesIsMeasured()
    {
        const BotId id = run();
        QVERIFY(!id.isEmpty());
        QCOMPARE(view(id).condition.figures, BotFigures());
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        m_stand->say(m_token, 8, QStringLiteral("/start"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
        QVERIFY(waitUntil([&] { return view(id).condition.figures.latencyMs.has_value(); }));
        QCOMPARE(view(id).condition.figures.updatesAMinute, 2);
        QCOMPARE(view(id).condition.figures.errors, 0);
        // Told by itself: soon, then now and then until nothing moves any more.
        int told = 0;
        connect(m_fleet.get(), &BotFleet::changed, this, [&] { ++told; });
        m_clock->advance(2s);
        QVERIFY(waitUntil([&] { return told == 1; }));
        m_stand->refuse(9, 400, QStringLiteral("Bad Request: message is too long"));
        m_stand->say(m_token, 9, QStringLiteral("/start"));
        QVERIFY(waitUntil([&] { return view(id).condition.figures.errors == 1; }));
        QCOMPARE(view(id).condition.figures.updatesAMinute, 3);
        m_clock->advance(1min);
        QVERIFY(waitUntil([&] { return view(id).condition.figures.updatesAMinute == 0; }));
        QVERIFY(view(id).condition.figures.latencyMs);
    }
    void aFormerVersionIsGoneBackTo()
    {
        const BotId id = run();
        const Json former = view(id).bot.config;
        BotDraft changed;
        changed.config = former;
        (*changed.config)["commands"][0]["text"]["tr"] = "Selam";
        QCOMPARE(waitFor(m_fleet->change(id, changed, m_actor))->bot.version, 2);
        const auto versions = waitFor(m_fleet->versions(id, {}));
        QCOMPARE(versions->total, 2);
        QVERIFY(waitFor(m_fleet->version(id, 1))->config == former);
        changed.config = waitFor(m_fleet->version(id, 1))->config;
        QVERIFY(waitFor(m_fleet->change(id, changed, m_actor))->bot.config == former);
        QCOMPARE(view(id).bot.version, 3); // nothing is lost by going back
        QCOMPARE(waitFor(m_fleet->versions({QStringLiteral("none")}, {})).error().code, QByteArray("bot.not_found"));
    }
    void itsLogIsSearched()
    {
        const BotId id = run();
        QVERIFY(waitUntil([&] {
            const auto found = waitFor(m_fleet->searchLog(id, {QStringLiteral("RUNNING as @tanitim")}));
            return found && found->hits.size() == 1;
        }));
        QCOMPARE(waitFor(m_fleet->searchLog(id, {QStringLiteral("(")})).error().code, QByteArray("log.bad_pattern"));
        QCOMPARE(waitFor(m_fleet->searchLog({QStringLiteral("../kule")}, {QStringLiteral("x")})).error().code, QByteArray("bot.not_found"));
    }
    void aScheduledRestartStartsNothingThatDoesNotRun()
    {
        BotDraft wanted = draft();
        wanted.restarts = RestartTimes{QStringLiteral("*/30 * * * *"), QStringLiteral("UTC"), 0};
        const BotId id = run(wanted);
        m_stand->revoke(m_token);
        QVERIFY(waitFor(m_fleet->restart(id, m_actor)));
        QVERIFY(becomes(id, BotState::Unauthorised));
        const auto next = view(id).condition.nextRestartAt;
        QVERIFY(waitUntil([&] {
            m_clock->advance(30s);
            return view(id).condition.nextRestartAt > next;
        }));
        QCOMPARE(view(id).condition.state, BotState::Unauthorised);
    }
    void whatIsNoBotIsRefused()
    {
        const auto code = [this](auto spoil) {
            BotDraft wanted = draft();
            spoil(wanted);
            return waitFor(m_fleet->create(wanted, m_actor)).error().code;
        };
        QCOMPARE(code([](BotDraft &bot) { bot.name = QString(); }), QByteArray("bot.bad_name"));
        QCOMPARE(code([](BotDraft &bot) { bot.name = QStringLiteral(" x"); }), QByteArray("bot.bad_name"));
        QCOMPARE(code([](BotDraft &bot) { bot.name = QStringLiteral("123456:AAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"); }), QByteArray("bot.bad_name"));
        QCOMPARE(code([](BotDraft &bot) { bot.token = std::make_shared<const Secret>("nonsense"); }), QByteArray("bot.bad_token"));
        QCOMPARE(code([](BotDraft &bot) { bot.config = Json{{"commands", 7}}; }), QByteArray("bot.bad_config"));
        QCOMPARE(code([](BotDraft &bot) { bot.config = Json::array(); }), QByteArray("bot.bad_config"));
        QCOMPARE(code([](BotDraft &bot) { bot.restarts = RestartTimes{QStringLiteral("x"), {}, 0}; }), QByteArray("cron.bad_expression"));
        m_secrets->kept.problem = Error{ErrorKind::Unavailable, "secrets.locked", text("The keychain is locked."), nullptr, std::nullopt};
        QCOMPARE(code([](BotDraft &) {}), QByteArray("secrets.locked"));
        QVERIFY(waitUntil([this] { return waitFor(m_store->read([](Database &database) { return bottable::list(database); }))->empty(); }));
        QCOMPARE(waitFor(m_fleet->find(BotId::random())).error().code, QByteArray("bot.not_found"));
    }
    void itDrainsWhenKuleEnds()
    {
        const BotId id = run();
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(says(7, {QStringLiteral("Merhaba")}));
        QVERIFY(waitFor(m_fleet->finish()));
        QCOMPARE(view(id).condition.state, BotState::Stopped);
        QCOMPARE(view(id).bot.wish, BotWish::Running);
        QCOMPARE(ledger(id, BotDeliveryState::Sent).total, 1);
        QVERIFY(open());
        QVERIFY(becomes(id, BotState::Running));
    }
    void whatIsChangedWhileItLearnsItsNameStays()
    {
        // A change is on its way to the disk when Telegram says who the bot is.
        std::atomic_bool isHeld = false;
        std::binary_semaphore go(0);
        QVERIFY(open([&](const char *sql) {
            if (QByteArrayView(sql).startsWith("UPDATE bot SET name") && isHeld.exchange(false))
                (void)go.try_acquire_for(30s);
            return false;
        }));
        BotDraft wanted = draft();
        wanted.wish = BotWish::Stopped;
        const BotId id = waitFor(m_fleet->create(wanted, m_actor))->bot.id;
        QVERIFY(waitFor(m_fleet->start(id, m_actor)));
        isHeld = true;
        const auto scaled = m_fleet->scale(id, 7, m_actor);
        QVERIFY(waitUntil([&] { return waitFor(m_fleet->list())->front().bot.username == QStringLiteral("tanitim_bot"); }));
        QVERIFY(!scaled.isAnswered());
        go.release();
        QVERIFY(waitFor(scaled));
        QVERIFY(becomes(id, BotState::Running));
        QVERIFY(open());
        QCOMPARE(view(id).bot.quantity, 7);
        QCOMPARE(view(id).bot.username, QStringLiteral("tanitim_bot"));
    }
    void anyStoreAccessMayFailAndNobodyIsAnsweredTwice()
    {
        const BotId id = run();
        for (int failing = 0; failing < 60; ++failing) {
            auto seen = std::make_shared<std::atomic_int>(0);
            const ChatId chat = 100 + failing;
            m_stand->say(m_token, chat, QStringLiteral("/start"));
            (void)open([seen, failing](const char *) { return seen->fetch_add(1) == failing; });
            if (m_fleet) {
                // Until it has answered, or something keeps it from going on.
                for (int i = 0; i < 50 && m_stand->textsTo(chat).isEmpty(); ++i)
                    QTest::qWait(1);
            }
            QVERIFY(open());
            QVERIFY(waitUntil([&] {
                pass(20ms);
                return m_stand->textsTo(chat).size() == 1 || ledger(id, BotDeliveryState::Review).total > 0;
            }));
            for (const BotDelivery &left : ledger(id, BotDeliveryState::Review).items)
                (void)waitFor(m_fleet->decide(id, left.n, ledgertable::Verdict::LeaveIt, m_actor));
        }
        for (int failing = 0; failing < 60; ++failing)
            QVERIFY(m_stand->textsTo(100 + failing).size() <= 1);
    }
};

QTEST_GUILESS_MAIN(tst_Bots)
#include "tst_bots.moc"
