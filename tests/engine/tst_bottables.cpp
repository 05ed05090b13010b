// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/tables/bottable.h"
#include "bots/tables/inboxtable.h"
#include "bots/tables/ledgertable.h"
#include "bots/tables/subscriptiontable.h"
#include "store/store.h"
#include "waitfor.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kule;
using ledgertable::Verdict;

class tst_BotTables : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Store> m_store;
    const Actor m_actor{QStringLiteral("ayşe")};
    qint64 m_bot = 0;

    bool open(StoreFault fault = {})
    {
        m_store.reset();
        auto store = Store::open({m_home->filePath(QStringLiteral("kule.db")), m_home->filePath(QStringLiteral("backups")), std::move(fault), 1}, 1);
        if (store)
            m_store = std::move(*store);
        return store.has_value();
    }
    template <class F>
    auto write(F f)
    {
        return waitFor(m_store->write(std::move(f)));
    }
    template <class F>
    auto read(F f)
    {
        return waitFor(m_store->read(std::move(f)));
    }
    static Bot bot(const QString &name, qint64 number = 0)
    {
        Bot made;
        made.id = BotId::random();
        made.name = name;
        made.number = number;
        made.config = {{"commands", Json::array()}};
        return made;
    }
    Result<Bot> add(const Bot &wanted)
    {
        return write([=, this](Database &database) { return bottable::add(database, wanted, m_actor, 5); });
    }
    static TelegramUpdate update(UpdateId id, const char *text = "/start")
    {
        return *updateOf({{"update_id", id}, {"message", {{"message_id", 1}, {"chat", {{"id", 7}, {"type", "private"}}}, {"text", text}}}});
    }
    Result<std::vector<UpdateId>> take(const std::vector<TelegramUpdate> &batch, qint64 offset)
    {
        return write([=, this](Database &database) -> Result<std::vector<UpdateId>> {
            std::vector<UpdateId> fresh;
            for (const TelegramUpdate &update : batch) {
                const auto isNew = inboxtable::add(database, m_bot, update, inboxtable::State::New, 100);
                if (!isNew)
                    return fail(isNew.error());
                if (*isNew)
                    fresh.push_back(update.id);
            }
            return inboxtable::moveOn(database, m_bot, offset, fresh.empty() ? inboxtable::Brought::Nothing : inboxtable::Brought::Something, 100).map([&] { return fresh; });
        });
    }
    std::vector<TelegramUpdate> openUpdates()
    {
        return read([this](Database &database) { return inboxtable::open(database, m_bot); }).value_or(std::vector<TelegramUpdate>());
    }
    void subscribe(ChatId chat)
    {
        QVERIFY(write([=, this](Database &database) { return subscriptiontable::begin(database, m_bot, chat, QStringLiteral("Öğrenciler"), 9, 10); }).value_or(false));
    }
    std::optional<qint64> announce(const QString &item, const std::vector<Outgoing> &parts = {{.text = QStringLiteral("duyuru")}})
    {
        return write([=, this](Database &database) { return ledgertable::announce(database, m_bot, QStringLiteral("page"), item, parts, 20); }).value_or(-1);
    }
    std::optional<qint64> numberOf(const QString &item)
    {
        return read([=, this](Database &database) { return ledgertable::numberOf(database, m_bot, QStringLiteral("page"), item); }).value_or(std::nullopt);
    }
    std::vector<BotDelivery> queued(qint64 after = 0)
    {
        std::vector<BotDelivery> all;
        for (const auto lane : {ledgertable::Lane::Reply, ledgertable::Lane::Announcement}) {
            const auto found = read([=, this](Database &database) { return ledgertable::queued(database, m_bot, lane, after, 1000); });
            if (found)
                all.insert(all.end(), found->begin(), found->end());
        }
        return all;
    }
    Page<BotDelivery> ledger(std::optional<BotDeliveryState> state = {}, PageRequest page = {})
    {
        return read([=, this](Database &database) { return ledgertable::list(database, m_bot, state, page); }).value_or(Page<BotDelivery>());
    }
    bool begin(qint64 n)
    {
        return write([=](Database &database) { return ledgertable::begin(database, n, 30).map([](const auto &begun) { return begun.has_value(); }); }).value_or(false);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(open());
        const auto added = add(bot(QStringLiteral("tanıtım"), 123));
        QVERIFY(added);
        m_bot = added->seq;
    }
    void cleanup() { m_store.reset(); }

    void aBotComesBackAsItWas()
    {
        Bot wanted = bot(QStringLiteral("duyuru"), 5'000'000'000);
        wanted.kind = BotKind::Announcements;
        wanted.mode = BotMode::Prod;
        wanted.wish = BotWish::Running;
        wanted.quantity = 4;
        wanted.restarts = {QStringLiteral("0 4 * * *"), QStringLiteral("Europe/Istanbul"), 60'000};
        QVERIFY(add(wanted));
        QVERIFY(open());
        const auto found = read([id = wanted.id](Database &database) { return bottable::find(database, id); });
        QVERIFY(found);
        QCOMPARE(found->name, wanted.name);
        QCOMPARE(found->kind, BotKind::Announcements);
        QCOMPARE(found->mode, BotMode::Prod);
        QCOMPARE(found->wish, BotWish::Running);
        QCOMPARE(found->quantity, 4);
        QCOMPARE(found->number, 5'000'000'000);
        QCOMPARE(found->restarts.timezone, QStringLiteral("Europe/Istanbul"));
        QCOMPARE(dumpJson(found->config), dumpJson(wanted.config));
        QCOMPARE(read([](Database &database) { return bottable::list(database); })->size(), std::size_t(2));
    }
    void aBotRunsOnceByNameAndByToken()
    {
        QCOMPARE(add(bot(QStringLiteral("tanıtım"))).error().code, QByteArray("bot.name_taken"));
        const auto twin = add(bot(QStringLiteral("ikiz"), 123));
        QCOMPARE(twin.error().code, QByteArray("bot.already_here"));
        QCOMPARE(twin.error().details["name"].get<QString>(), QStringLiteral("tanıtım"));
        QVERIFY(add(bot(QStringLiteral("a"))));
        QVERIFY(add(bot(QStringLiteral("b")))); // two without a token are no twins
    }
    void eachConfigurationIsKept()
    {
        Bot changed = read([](Database &database) { return bottable::list(database); })->front();
        const auto store = [&] { return write([this, changed](Database &database) { return bottable::change(database, changed, m_actor, 9); }); };
        changed.quantity = 7;
        QCOMPARE(store()->version, 1);
        changed.config = {{"commands", {1}}};
        QCOMPARE(store()->version, 2);
        QCOMPARE(store()->version, 2);
        changed.config = {{"commands", {2}}};
        QCOMPARE(store()->version, 3);
        const auto versions = [&](const PageRequest &page) { return read([id = changed.id, page](Database &database) { return bottable::versions(database, id, page); }); };
        const auto one = [&](int number) { return read([id = changed.id, number](Database &database) { return bottable::version(database, id, number); }); };
        const auto first = versions({{}, 2});
        QCOMPARE(first->total, 3);
        QCOMPARE(first->items.size(), std::size_t(2));
        QCOMPARE(first->items[0].version, 3);
        QVERIFY(first->items[0].config.is_null());
        const auto rest = versions({first->next, 2});
        QCOMPARE(rest->items.size(), std::size_t(1));
        QCOMPARE(rest->items[0].actor, QStringLiteral("ayşe"));
        QVERIFY(rest->next.isEmpty());
        QCOMPARE(versions({QStringLiteral("x"), 2}).error().code, QByteArray("page.bad_cursor"));
        QVERIFY(one(2)->config == (Json{{"commands", {1}}}));
        QCOMPARE(one(4).error().code, QByteArray("bot.no_version"));
        for (int i = 0; i < bottable::mostVersions; ++i) {
            changed.config = {{"commands", {i + 100}}};
            QVERIFY(store());
        }
        QCOMPARE(versions({})->total, bottable::mostVersions); // the oldest went
        QCOMPARE(one(3).error().code, QByteArray("bot.no_version"));
        QVERIFY(one(4));
        changed.id = BotId::random();
        QCOMPARE(store().error().code, QByteArray("bot.not_found"));
    }
    void aBotGoesWithAllThatIsItsOwn()
    {
        subscribe(1);
        QVERIFY(take({update(1)}, 2));
        QCOMPARE(announce(QStringLiteral("1")), 1);
        const BotId id = read([](Database &database) { return bottable::list(database); })->front().id;
        QVERIFY(write([=](Database &database) { return bottable::remove(database, id); }));
        for (const char *count : {"SELECT count(*) FROM bot_update", "SELECT count(*) FROM bot_delivery", "SELECT count(*) FROM bot_announcement", "SELECT count(*) FROM bot_subscription", "SELECT count(*) FROM bot_config"})
            QCOMPARE(read([count](Database &database) { return database.number(count); }).value_or(-1), 0);
        QCOMPARE(write([=](Database &database) { return bottable::remove(database, id); }).error().code, QByteArray("bot.not_found"));
    }
    void aChatChoosesItsLanguage()
    {
        const auto language = [this] { return read([this](Database &database) { return bottable::languageOf(database, m_bot, 7); }); };
        QVERIFY(!*language());
        for (const Language choice : {Language::Turkish, Language::English}) {
            QVERIFY(write([=, this](Database &database) { return bottable::setLanguage(database, m_bot, 7, choice); }));
            QCOMPARE(*language(), choice);
        }
    }
    void anUpdateIsTakenOnce()
    {
        QCOMPARE(*take({update(12), update(10), update(10), update(11)}, 13), (std::vector<UpdateId>{12, 10, 11}));
        QCOMPARE(*take({update(10), update(11), update(12), update(13)}, 14), (std::vector<UpdateId>{13}));
        QVERIFY(open());
        const auto position = read([this](Database &database) { return inboxtable::position(database, m_bot); });
        QCOMPARE(position->offset, 14);
        QCOMPARE(position->taken, (std::vector<UpdateId>{12, 10, 11, 13}));
        QCOMPARE(openUpdates().size(), std::size_t(4));
        QCOMPARE(openUpdates().front().id, 12);
        QCOMPARE(openUpdates().front().message.text, QStringLiteral("/start"));
        QVERIFY(take({update(20)}, 0)); // by a webhook: the offset of polling stays
        QCOMPARE(read([this](Database &database) { return inboxtable::position(database, m_bot); })->offset, 14);
    }
    void whatIsHandledAtOnceIsNeverOpen()
    {
        const auto add = [this](inboxtable::State state) { return write([=, this](Database &database) { return inboxtable::add(database, m_bot, update(5), state, 100); }); };
        QVERIFY(*add(inboxtable::State::Handled));
        QVERIFY(!*add(inboxtable::State::New));
        QVERIFY(openUpdates().empty());
        QVERIFY(!write([this](Database &database) { return inboxtable::end(database, m_bot, 5, inboxtable::End::Handled); }).value_or(true));
        QCOMPARE(read([this](Database &database) { return inboxtable::position(database, m_bot); })->taken, std::vector<UpdateId>{5});
    }
    void anUpdateIsEndedOnce()
    {
        QVERIFY(take({update(1), update(2), update(3)}, 4));
        const auto end = [this](UpdateId id, inboxtable::End how) { return write([=, this](Database &database) { return inboxtable::end(database, m_bot, id, how); }).value_or(false); };
        QVERIFY(end(1, inboxtable::End::Handled));
        QVERIFY(!end(1, inboxtable::End::Handled));
        QVERIFY(end(2, inboxtable::End::GivenUp));
        QCOMPARE(*take({update(1), update(2)}, 4), std::vector<UpdateId>());
        QCOMPARE(write([this](Database &database) { return inboxtable::forget(database, m_bot, 101); }).value_or(-1), 2);
        QCOMPARE(openUpdates().size(), std::size_t(1)); // old, but nobody has answered it
        QCOMPARE(openUpdates().front().id, 3);
    }
    void anInboxThatIsDamagedIsReadAllTheSame()
    {
        QVERIFY(take({update(1), update(2)}, 3));
        QVERIFY(write([](Database &database) -> Done { return database.run("UPDATE bot_update SET body = '{{' WHERE update_id = 1").map([](const Cursor &) {}); }));
        QCOMPARE(openUpdates().size(), std::size_t(2));
        QCOMPARE(openUpdates()[0].id, 1);
        QCOMPARE(openUpdates()[0].kind, UpdateKind::Unknown);
    }
    void aSubscriptionBeginsAndEnds()
    {
        subscribe(-100'1);
        QVERIFY(!write([this](Database &database) { return subscriptiontable::begin(database, m_bot, -100'1, {}, 9, 11); }).value_or(true));
        const auto end = [this] { return write([this](Database &database) { return subscriptiontable::end(database, m_bot, -100'1, "telegram.kicked", 12); }).value_or(false); };
        QVERIFY(end());
        QVERIFY(!end());
        auto page = read([this](Database &database) { return subscriptiontable::list(database, m_bot, {}); });
        QCOMPARE(page->total, 1);
        QCOMPARE(page->items[0].endedAt, 12);
        QCOMPARE(page->items[0].reason, QByteArray("telegram.kicked"));
        subscribe(-100'1);
        page = read([this](Database &database) { return subscriptiontable::list(database, m_bot, {}); });
        QVERIFY(!page->items[0].endedAt && page->items[0].reason.isEmpty());
    }
    void subscriptionsArePaged()
    {
        for (ChatId chat = -3; chat <= 3; ++chat)
            subscribe(chat);
        for (const ChatId chat : {-2, 0, 1})
            QVERIFY(write([=, this](Database &database) { return subscriptiontable::end(database, m_bot, chat, "stopped", 12); }).value_or(false));
        std::vector<ChatId> seen;
        PageRequest request{{}, 2};
        do {
            const auto page = read([=, this](Database &database) { return subscriptiontable::list(database, m_bot, request); });
            QVERIFY(page);
            for (const Subscription &item : page->items)
                seen.push_back(item.chat);
            request.after = page->next;
        } while (!request.after.isEmpty());
        QCOMPARE(seen, (std::vector<ChatId>{-3, -1, 2, 3, -2, 0, 1}));
        QCOMPARE(read([this](Database &database) { return subscriptiontable::list(database, m_bot, {QStringLiteral("x"), 2}); }).error().code, QByteArray("page.bad_cursor"));
    }
    void aGroupKeepsItsSubscriptionUnderItsNewId()
    {
        subscribe(-5);
        QVERIFY(write([this](Database &database) { return bottable::setLanguage(database, m_bot, -5, Language::Turkish); }));
        QCOMPARE(announce(QStringLiteral("1")), 1);
        QVERIFY(write([this](Database &database) { return subscriptiontable::migrate(database, m_bot, -5, -100'5, 40); }));
        QVERIFY(write([this](Database &database) { return subscriptiontable::migrate(database, m_bot, -5, -100'5, 41); })); // said twice
        QCOMPARE(queued().size(), std::size_t(1));
        QCOMPARE(queued()[0].chat, -100'5);
        QCOMPARE(announce(QStringLiteral("2")), 1);
        QCOMPARE(*read([this](Database &database) { return bottable::languageOf(database, m_bot, -100'5); }), Language::Turkish);
    }
    void anItemIsAnnouncedOnceToEachThatIsSubscribed()
    {
        for (const ChatId chat : {1, 2, 3})
            subscribe(chat);
        QVERIFY(write([this](Database &database) { return subscriptiontable::end(database, m_bot, 2, "stopped", 12); }).value_or(false));
        QVERIFY(!numberOf(QStringLiteral("old")));
        QVERIFY(write([this](Database &database) { return ledgertable::pass(database, m_bot, QStringLiteral("page"), QStringLiteral("old"), 1); }));
        QCOMPARE(announce(QStringLiteral("old")), std::nullopt);
        QVERIFY(queued().empty());
        QVERIFY(numberOf(QStringLiteral("old")));
        QCOMPARE(announce(QStringLiteral("new"), {{.text = QStringLiteral("bir")}, {.text = QStringLiteral("iki")}}), 4);
        QCOMPARE(announce(QStringLiteral("new")), std::nullopt);
        const auto waiting = queued();
        QCOMPARE(waiting.size(), std::size_t(4));
        QCOMPARE(waiting[0].chat, 1);
        QCOMPARE(waiting[0].outgoing.text, QStringLiteral("bir"));
        QCOMPARE(waiting[1].chat, 1);
        QCOMPARE(waiting[1].outgoing.text, QStringLiteral("iki"));
        QCOMPARE(waiting[3].chat, 3);
        QCOMPARE(queued(waiting[1].n).size(), std::size_t(2));
    }
    void aReplyComesBackAsItWasMeant()
    {
        const std::vector<Outgoing> parts{{.text = QStringLiteral("Yine?"), .buttons = {{{QStringLiteral("Evet"), "yes"}, {QStringLiteral("Hayır"), "no"}}}},
                                          {.what = Outgoing::What::Copy, .from = -100'9, .messages = {4, 5}}};
        const auto reply = [&](UpdateId id) { return write([=, this](Database &database) { return ledgertable::reply(database, m_bot, id, 7, parts, 20); }); };
        QVERIFY(!*reply(1)); // nothing leaves
        QVERIFY(!reply(1)); // an update is answered once
        const auto waiting = queued();
        QCOMPARE(waiting.size(), std::size_t(2));
        QCOMPARE(waiting[0].outgoing.buttons[0][1].text, QStringLiteral("Hayır"));
        QCOMPARE(waiting[0].outgoing.buttons[0][1].data, QByteArray("no"));
        QCOMPARE(waiting[1].outgoing.what, Outgoing::What::Copy);
        QCOMPARE(waiting[1].outgoing.messages, (std::vector<MessageId>{4, 5}));
        QVERIFY(!waiting[0].announcement);
        for (const char *bad : {"7", "{}", R"({"what":"dance"})", R"({"what":"text","buttons":[[{}]]})", R"({"what":"copy","messages":["x"]})"})
            QVERIFY2(!outgoingOf(*parseJson(bad)), bad);
    }
    void aReplyMayBeBegunAtOnce()
    {
        const std::vector<Outgoing> parts{{.text = QStringLiteral("a"), .buttons = {{{QStringLiteral("Evet"), "yes"}}}}, {.text = QStringLiteral("b")}};
        const auto begun = write([=, this](Database &database) { return ledgertable::reply(database, m_bot, 1, 7, parts, 20, ledgertable::FirstPart::Leaves); });
        QVERIFY(begun && *begun);
        QCOMPARE((*begun)->chat, 7);
        QCOMPARE((*begun)->outgoing.text, QStringLiteral("a"));
        QCOMPARE((*begun)->outgoing.buttons[0][0].data, QByteArray("yes"));
        QCOMPARE(queued().size(), std::size_t(1)); // the second part
        QVERIFY(!begin((*begun)->n)); // the one who has it has it
        const auto shown = read([this](Database &database) { return ledgertable::list(database, m_bot, BotDeliveryState::Sending, {}); });
        QCOMPARE(shown->items.at(0).n, (*begun)->n);
        QCOMPARE(shown->items.at(0).attempts, 1);
        QCOMPARE(*write([this](Database &database) { return ledgertable::recover(database, m_bot, 30); }), 1); // a crash: for a person
    }
    void aDeliveryGoesOneWay()
    {
        subscribe(1);
        QCOMPARE(announce(QStringLiteral("1")), 1);
        const qint64 n = queued()[0].n;
        QVERIFY(begin(n));
        QVERIFY(!begin(n)); // the one who has it has it
        QVERIFY(queued().empty());
        QVERIFY(write([=](Database &database) { return ledgertable::postpone(database, n, "telegram.never_sent", 31); }));
        QCOMPARE(queued()[0].error, QByteArray("telegram.never_sent"));
        QVERIFY(begin(n));
        QVERIFY(write([=](Database &database) { return ledgertable::sent(database, n, {77}, 32); }));
        QVERIFY(!begin(n));
        QVERIFY(write([=](Database &database) { return ledgertable::failed(database, n, "late", 33); })); // changes nothing
        const auto rows = ledger(BotDeliveryState::Sent);
        QCOMPARE(rows.total, 1);
        QCOMPARE(rows.items[0].messages, (std::vector<MessageId>{77}));
        QCOMPARE(rows.items[0].attempts, 2);
        QVERIFY(rows.items[0].error.isEmpty());
        QCOMPARE(write([=, this](Database &database) { return ledgertable::decide(database, m_bot, n, Verdict::SendAgain, 40); }).error().code, QByteArray("delivery.not_open"));
    }
    void whatWasUnderWayIsReviewedAfterACrash()
    {
        for (const ChatId chat : {1, 2, 3})
            subscribe(chat);
        QCOMPARE(announce(QStringLiteral("1")), 3);
        const auto waiting = queued();
        QVERIFY(begin(waiting[0].n));
        QVERIFY(begin(waiting[1].n));
        QVERIFY(write([&](Database &database) { return ledgertable::sent(database, waiting[0].n, {1}, 31); }));
        QVERIFY(open());
        const auto recover = [this] { return write([this](Database &database) { return ledgertable::recover(database, m_bot, 50); }).value_or(-1); };
        QCOMPARE(recover(), 1);
        QCOMPARE(recover(), 0);
        QCOMPARE(queued().size(), std::size_t(1));
        QCOMPARE(ledger(BotDeliveryState::Review).items.at(0).n, waiting[1].n);
        QCOMPARE(write([&](Database &database) { return ledgertable::decide(database, m_bot + 1, waiting[1].n, Verdict::SendAgain, 60); }).error().code, QByteArray("delivery.not_found"));
        QCOMPARE(ledger(BotDeliveryState::Review).total, 1); // another bot's is not touched
        const auto decide = [&](Verdict verdict) { return write([this, n = waiting[1].n, verdict](Database &database) { return ledgertable::decide(database, m_bot, n, verdict, 60); }); };
        QCOMPARE(decide(Verdict::LeaveIt)->state, BotDeliveryState::Failed);
        QCOMPARE(decide(Verdict::SendAgain)->state, BotDeliveryState::Queued);
        QVERIFY(!decide(Verdict::SendAgain)); // pressed twice
        QCOMPARE(write([this](Database &database) { return ledgertable::decide(database, m_bot, 9999, Verdict::WasSent, 60); }).error().code, QByteArray("delivery.not_found"));
    }
    void aChatThatIsGoneFailsAtOnce()
    {
        for (const ChatId chat : {1, 2})
            subscribe(chat);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(announce(QString::number(i)), 2);
        QCOMPARE(write([this](Database &database) { return ledgertable::drop(database, m_bot, 1, "telegram.blocked", 40); }).value_or(-1), 3);
        QCOMPARE(queued().size(), std::size_t(3));
        QCOMPARE(ledger(BotDeliveryState::Failed).items.at(0).error, QByteArray("telegram.blocked"));
    }
    void whatIsKeptOfAFailureHoldsNoSecret()
    {
        m_store.reset();
        StoreOptions options{m_home->filePath(QStringLiteral("kule.db")), m_home->filePath(QStringLiteral("backups")), {}, 1};
        options.redaction = [](const QByteArray &text) { return QByteArray(text).replace("kanarya-1", "***"); };
        m_store = Store::open(std::move(options), 1).value_or(nullptr);
        QVERIFY(m_store);
        subscribe(1);
        QCOMPARE(announce(QStringLiteral("1")), 1);
        QCOMPARE(announce(QStringLiteral("2")), 1);
        const qint64 n = queued()[0].n;
        QVERIFY(begin(n));
        QVERIFY(write([=](Database &database) { return ledgertable::failed(database, n, "said kanarya-1", 31); }));
        QCOMPARE(write([this](Database &database) { return ledgertable::drop(database, m_bot, 1, "said kanarya-1", 40); }).value_or(-1), 1);
        const auto rows = ledger(BotDeliveryState::Failed);
        QCOMPARE(rows.items.size(), std::size_t(2));
        for (const BotDelivery &row : rows.items)
            QCOMPARE(row.error, QByteArray("said ***"));
    }
    void anEditFollowsEachCopy()
    {
        for (const ChatId chat : {1, 2})
            subscribe(chat);
        QCOMPARE(announce(QStringLiteral("m5"), {{.what = Outgoing::What::Copy, .from = -9, .messages = {5}}}), 2);
        const auto waiting = queued();
        QVERIFY(begin(waiting[0].n));
        QVERIFY(write([&](Database &database) { return ledgertable::sent(database, waiting[0].n, {41}, 31); }));
        const auto edit = [&](UpdateId update, const QString &words) {
            return write([=, this](Database &database) {
                       return ledgertable::edit(database, m_bot, update, *waiting[0].announcement, {.what = Outgoing::What::EditText, .text = words}, 50);
                   })
                .value_or(-1);
        };
        const auto beginEdit = [this](qint64 n) { return write([=](Database &database) { return ledgertable::begin(database, n, 51); }).value_or(std::nullopt); };
        QCOMPARE(edit(900, QStringLiteral("düzeltme")), 1); // who still waits gets a copy of what it says by then
        QCOMPARE(edit(901, QStringLiteral("ikinci düzeltme")), 0); // and who has not heard of the first hears only of the second
        const auto rows = queued(waiting[1].n);
        QCOMPARE(rows.size(), std::size_t(1));
        const auto begun = beginEdit(rows[0].n);
        QVERIFY(begun);
        QCOMPARE(begun->outgoing.what, Outgoing::What::EditText);
        QCOMPARE(begun->outgoing.messages, (std::vector<MessageId>{41}));
        QCOMPARE(begun->outgoing.text, QStringLiteral("ikinci düzeltme"));
        QVERIFY(write([&](Database &database) { return ledgertable::sent(database, rows[0].n, {41}, 52); }));
        QCOMPARE(edit(902, QStringLiteral("üçüncü")), 1);
        // Edited while the copy is under way: nobody knows which words it took.
        QVERIFY(begin(waiting[1].n));
        QCOMPARE(edit(903, QStringLiteral("dördüncü")), 1);
        const auto late = queued(rows[0].n);
        QCOMPARE(late.size(), std::size_t(2));
        QCOMPARE(late[1].chat, 2);
        QVERIFY(write([&](Database &database) { return ledgertable::postpone(database, waiting[1].n, "telegram.too_many_requests", 53); }));
        QVERIFY(!beginEdit(late[1].n)); // it is copied anew
        QCOMPARE(queued(late[0].n).size(), std::size_t(0));
        QVERIFY(begin(waiting[1].n));
        QCOMPARE(edit(904, QStringLiteral("beşinci")), 1);
        QVERIFY(write([&](Database &database) { return ledgertable::review(database, waiting[1].n, "telegram.unreadable", 54); }));
        QVERIFY(!beginEdit(queued(late[0].n).back().n));
        QCOMPARE(ledger(BotDeliveryState::Failed).items.at(0).error, QByteArray("delivery.nothing_to_edit"));
    }
    void anAlbumOfWhichPartsAreMissingIsNotEdited()
    {
        subscribe(1);
        QCOMPARE(announce(QStringLiteral("m5"), {{.what = Outgoing::What::Copy, .from = -9, .messages = {5, 6, 7}}}), 1);
        const auto waiting = queued();
        QVERIFY(begin(waiting[0].n));
        QVERIFY(write([&](Database &database) { return ledgertable::sent(database, waiting[0].n, {41, 42}, 31); }));
        QVERIFY(write([&](Database &database) {
                    return ledgertable::edit(database, m_bot, 900, *waiting[0].announcement, {.what = Outgoing::What::EditCaption, .text = QStringLiteral("x"), .place = 1}, 50);
                }));
        QVERIFY(!begin(queued()[0].n));
    }
    void aChatHearsItsOwnLanguage()
    {
        for (const ChatId chat : {1, 2, 3})
            subscribe(chat);
        for (const auto &[chat, language] : {std::pair{1, Language::English}, std::pair{2, Language::Turkish}})
            QVERIFY(write([=, this](Database &database) { return bottable::setLanguage(database, m_bot, chat, language); }));
        const auto announced = write([this](Database &database) {
            return ledgertable::announce(database, m_bot, QStringLiteral("page"), QStringLiteral("1"), {{.text = QStringLiteral("DUYURU")}}, 20, {{.text = QStringLiteral("NEWS")}, {.text = QStringLiteral("more")}});
        });
        QCOMPARE(**announced, 4);
        QStringList texts;
        for (const BotDelivery &delivery : queued())
            texts += QString::number(delivery.chat) + u' ' + delivery.outgoing.text;
        QCOMPARE(texts, (QStringList{QStringLiteral("1 NEWS"), QStringLiteral("1 more"), QStringLiteral("2 DUYURU"), QStringLiteral("3 DUYURU")}));
    }
    void theLedgerIsPaged()
    {
        subscribe(1);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(announce(QString::number(i)), 1);
        std::vector<qint64> seen;
        PageRequest request{{}, 3};
        do {
            const auto page = ledger(BotDeliveryState::Queued, request);
            QCOMPARE(page.total, 7);
            for (const BotDelivery &item : page.items)
                seen.push_back(item.n);
            request.after = page.next;
        } while (!request.after.isEmpty());
        QCOMPARE(seen.size(), std::size_t(7));
        QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
        QCOMPARE(ledger(BotDeliveryState::Review).total, 0);
        QCOMPARE(ledger().total, 7);
    }
    void anyStatementMayFailAndNothingIsHalfDone()
    {
        for (int failing = 0;; ++failing) {
            init();
            subscribe(1);
            subscribe(2);
            auto seen = std::make_shared<std::atomic_int>(0);
            bool isTaken = false, isAnswered = false, isAnnounced = false, isSending = false, isSent = false;
            if (open([seen, failing](const char *) { return seen->fetch_add(1) == failing; })) {
                isTaken = take({update(1), update(2)}, 3).has_value();
                isAnswered = write([this](Database &database) -> Result<int> {
                                 auto ended = inboxtable::end(database, m_bot, 1, inboxtable::End::Handled);
                                 if (!ended || !*ended)
                                     return fail(ended ? Error() : ended.error());
                                 return ledgertable::reply(database, m_bot, 1, 7, {{.text = QStringLiteral("a")}, {.text = QStringLiteral("b")}}, 20).map([](const auto &) { return 2; });
                             }).has_value();
                isAnnounced = write([this](Database &database) { return ledgertable::announce(database, m_bot, QStringLiteral("page"), QStringLiteral("1"), {{.text = QStringLiteral("x")}, {.text = QStringLiteral("y")}}, 20); }).has_value();
                const auto waiting = queued();
                isSending = !waiting.empty() && begin(waiting[0].n);
                isSent = isSending && write([n = waiting[0].n](Database &database) { return ledgertable::sent(database, n, {5}, 31); }).has_value();
            }
            const bool hasFailed = seen->load() > failing;
            QVERIFY(open());
            // What was answered with success is there, and whole; what failed is not there at all, or a commit was in doubt.
            const auto count = [this](const char *sql) { return read([sql](Database &database) { return database.number(sql); }).value_or(-1); };
            const qint64 updates = count("SELECT count(*) FROM bot_update");
            QVERIFY(updates == 2 || (!isTaken && updates == 0));
            QCOMPARE(count("SELECT update_offset FROM bot"), updates == 2 ? 3 : 0);
            const qint64 replies = count("SELECT count(*) FROM bot_delivery WHERE announcement IS NULL");
            QVERIFY(replies == 2 || (!isAnswered && replies == 0));
            QCOMPARE(count("SELECT count(*) FROM bot_update WHERE state = 'handled'"), replies / 2);
            const qint64 announced = count("SELECT count(*) FROM bot_delivery WHERE announcement IS NOT NULL");
            QVERIFY(announced == 4 || (!isAnnounced && announced == 0));
            QCOMPARE(count("SELECT count(*) FROM bot_announcement"), announced / 4);
            QVERIFY(!isSent || ledger(BotDeliveryState::Sent).total == 1);
            QVERIFY(write([this](Database &database) { return ledgertable::recover(database, m_bot, 50); }));
            QCOMPARE(ledger(BotDeliveryState::Sending).total, 0);
            if (!hasFailed)
                return;
        }
    }
};

QTEST_GUILESS_MAIN(tst_BotTables)
#include "tst_bottables.moc"
