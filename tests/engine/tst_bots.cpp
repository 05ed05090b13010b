// SPDX-License-Identifier: GPL-3.0-or-later
// Whole bots against a stand-in of Telegram: the fleet, its supervision, the poll, the inbox, the ledger.
#include "bots/botfleet.h"
#include "bots/kinds/introduction.h"
#include "bots/tables/bottable.h"
#include "bots/telegramrun.h"
#include "botapistand.h"
#include "fakeclock.h"
#include "fakeservices.h"
#include "waitfor.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kule;
using namespace std::chrono_literals;
using Fault = BotApiStand::Fault;

class tst_Bots : public QObject
{
    Q_OBJECT
private:
    const QByteArray m_token{"123456:AAcanary_TOKEN"};
    const Actor m_actor{QStringLiteral("ayşe")};
    SystemClock m_systemClock;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<BotApiStand> m_stand;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<FakeSecrets> m_secrets;
    Redactor m_redactor;
    QThreadPool m_disk;
    std::unique_ptr<BotLogs> m_logs;
    std::unique_ptr<ConflictDetective> m_detective;
    QtHttpClient m_http{m_systemClock};
    std::unique_ptr<BotFleet> m_fleet;
    QString m_publicUrl;
    quint32 m_seed = 1;

    std::unique_ptr<BotRun> runOf(Store &store, const Bot &bot)
    {
        return std::make_unique<TelegramRun>(TelegramRun::Surroundings{store, *m_clock, *m_secrets, m_stand->url(), m_publicUrl, m_home->filePath(QStringLiteral("locks")), ++m_seed, *m_detective}, bot);
    }
    BotFleet::Parts parts(Store &store)
    {
        return {store, *m_clock, *m_secrets, [&](const Bot &bot) { return runOf(store, bot); }, [this](const Bot &bot) { return m_publicUrl + bot.id.value; }, m_http, 5, *m_logs, *m_detective, m_disk,
                [this] { return BotFleet::Ground{m_stand->url(), {}, {}, m_home->filePath(QStringLiteral("bots")), "cookie"}; }};
    }
    bool open(StoreFault fault = {})
    {
        close();
        auto store = Store::open({m_home->filePath(QStringLiteral("kule.db")), m_home->filePath(QStringLiteral("backups")), std::move(fault), 1}, 1);
        if (!store)
            return false;
        m_store = std::move(*store);
        m_fleet = std::make_unique<BotFleet>(parts(*m_store));
        return waitFor(m_fleet->load()).has_value();
    }
    void close()
    {
        m_fleet.reset(); // as a crash: nothing is drained
        m_store.reset();
    }
    static Json config()
    {
        return {{"commands",
                 {{{"command", "start"}, {"text", {{"tr", "Merhaba"}, {"en", "Hello"}}}}, {{"command", "help"}, {"text", {{"tr", "Yardım"}, {"en", "Help"}}}}}}};
    }
    BotDraft draft(const QString &name = QStringLiteral("tanitim"))
    {
        BotDraft wanted;
        wanted.name = name;
        wanted.kind = BotKind::Introduction;
        wanted.wish = BotWish::Running;
        wanted.config = config();
        wanted.token = std::make_shared<const Secret>(m_token);
        return wanted;
    }
    BotView view(const BotId &id) { return waitFor(m_fleet->find(id)).value_or(BotView()); }
    bool becomes(const BotId &id, BotState state)
    {
        return waitUntil([&] { return waitFor(m_fleet->find(id)).value_or(BotView()).condition.state == state; });
    }
    BotId run(BotDraft wanted)
    {
        const auto made = waitFor(m_fleet->create(std::move(wanted), m_actor));
        if (!made || !becomes(made->bot.id, BotState::Running))
            return {};
        return made->bot.id;
    }
    BotId run() { return run(draft()); }
    Page<BotDelivery> ledger(const BotId &id, std::optional<BotDeliveryState> state = {}) { return waitFor(m_fleet->deliveries(id, state, {})).value_or(Page<BotDelivery>()); }
    bool says(ChatId chat, const QStringList &texts)
    {
        return waitUntil([&] { return m_stand->textsTo(chat).size() >= texts.size(); }) && m_stand->textsTo(chat) == texts;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>();
        m_stand = std::make_unique<BotApiStand>();
        m_stand->addBot(m_token, QStringLiteral("tanitim_bot"));
        m_secrets = std::make_unique<FakeSecrets>();
        m_publicUrl.clear();
        m_logs = std::make_unique<BotLogs>(m_home->filePath(QStringLiteral("logs")), *m_clock, m_redactor);
        m_detective = std::make_unique<ConflictDetective>();
        QVERIFY(open());
    }
    void cleanup()
    {
        close();
        m_logs.reset(); // its thread reads the clock
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
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(waitUntil([this, i] { return m_stand->textsTo(7).size() == i; }));
            m_clock->advance(1s);
        }
        m_clock->advance(1s);
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0 && m_stand->isPolled(m_token); }));
        QCOMPARE(m_stand->textsTo(7), (QStringList{QStringLiteral("Merhaba"), QStringLiteral("Yardım"), QStringLiteral("Merhaba")}));
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
        m_clock->advance(1s);
        QVERIFY(waitUntil([this] { return m_stand->textsTo(7).size() == 2; }));
        const Json &buttons = m_stand->sent().back().parameters["reply_markup"]["inline_keyboard"][0];
        QCOMPARE(textOf(buttons[0], "text"), QStringLiteral("Yes"));
        m_clock->advance(1s);
        m_stand->press(m_token, 7, "again:no");
        QVERIFY(waitUntil([this] { return m_stand->textsTo(7).size() == 3; }));
        QCOMPARE(m_stand->textsTo(7).last(), QStringLiteral("See you soon!"));
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
            m_clock->advance(500ms);
            return m_stand->calls("getMe") == probes + 3;
        }));
        QVERIFY(waitUntil([&] {
            m_clock->advance(100ms);
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
        m_clock->advance(1s);
        QVERIFY(waitFor(m_fleet->decide(id, n, ledgertable::Verdict::SendAgain, m_actor)));
        QVERIFY(waitUntil([&] { return ledger(id, BotDeliveryState::Review).total == 1; }));
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
            m_clock->advance(2s);
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
            m_clock->advance(2s);
            return view(id).condition.reason.source.isEmpty();
        }));
        m_stand->complain(m_token, QStringLiteral("Connection refused"), m_clock->wallMs() / 1000 + 30);
        QVERIFY(waitUntil([&] {
            m_clock->advance(2s);
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
            m_clock->advance(2s);
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
            m_clock->advance(500ms);
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
    void aScheduledRestartComes()
    {
        BotDraft wanted = draft();
        wanted.restarts = RestartTimes{QStringLiteral("*/30 * * * *"), QStringLiteral("UTC"), 0};
        const BotId id = run(wanted);
        QVERIFY(view(id).condition.nextRestartAt);
        QVERIFY(waitUntil([&] {
            m_clock->advance(30s);
            return view(id).condition.restarts > 0;
        }));
        // The clock may have moved under its first request, which is then tried again.
        QVERIFY(waitUntil([&] {
            m_clock->advance(10ms);
            return view(id).condition.state == BotState::Running;
        }));
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
                m_clock->advance(20ms);
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
