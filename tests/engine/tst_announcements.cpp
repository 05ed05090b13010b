// SPDX-License-Identifier: GPL-3.0-or-later
// Bots of the kind announcements against a stand-in of Telegram and a page server: who may subscribe, what a page and a channel
// become, and what faults and crashes leave behind.
#include "fleetfixture.h"
#include "scriptedserver.h"

#include <QTest>

using namespace kule;
using namespace std::chrono_literals;
using Fault = BotApiStand::Fault;
using Answer = ScriptedServer::Answer;

class tst_Announcements : public FleetFixture
{
    Q_OBJECT
private:
    static constexpr ChatId channel = -100'77;
    std::unique_ptr<ScriptedServer> m_site;
    std::unique_ptr<QtHttpClient> m_pages;
    BotId m_bot;
    int m_post = 0;

    HttpClient &http() override { return *m_pages; }
    bool run(const Json &config)
    {
        m_bot = FleetFixture::run(draftOf(BotKind::Announcements, QStringLiteral("duyuru"), config));
        return !m_bot.isEmpty() && (!config["source"].contains("url") || hasLookedSince(0));
    }
    bool runs() { return becomes(m_bot, BotState::Running); }
    BotView view() { return FleetFixture::view(m_bot); }
    Json web(const Json &more = Json::object()) const
    {
        Json config{{"source", {{"type", "web"}, {"url", m_site->url(QStringLiteral("/liste"))}, {"items", "//li/a"}, {"id", "/d/(\\d+)"}}}, {"heading", {{"tr", "DUYURU:"}, {"en", "NEWS:"}}}, {"interval_s", 5}};
        config.update(more, true);
        return config;
    }
    static Json fromChannel() { return {{"source", {{"type", "channel"}, {"chat_id", channel}}}}; }
    /// A page with these items, newest first.
    static Answer page(const std::vector<int> &numbers)
    {
        QByteArray body("<meta charset=utf-8><ul>");
        for (const int number : numbers)
            body += "<li><a href='/d/" + QByteArray::number(number) + "'>Duyuru " + QByteArray::number(number) + "</a></li>";
        return {200, body + "</ul>", {{"Content-Type", "text/html"}}};
    }
    void shows(const Answer &answer)
    {
        m_site->handle([answer](const ScriptedServer::Seen &) { return answer; });
    }
    int looks() const
    {
        return static_cast<int>(std::ranges::count_if(m_site->seen(), [](const auto &seen) { return seen.target == "/liste"; }));
    }
    bool hasLookedSince(qint64 moment)
    {
        return waitUntil([&] { return waitFor(m_store->read([](Database &database) { return database.number("SELECT max(looked_at) FROM bot_page"); })).value_or(0) > moment; });
    }
    /// Another look that begins after this call, and what came of it.
    bool looksAgain()
    {
        const int before = looks();
        qint64 unseen = m_clock->wallMs(); // a moment before it; the end of an earlier one lies an interval further back
        m_clock->advance(5s);
        const bool isSeen = inTime([&] {
            if (looks() > before)
                return true;
            unseen = m_clock->wallMs();
            return false;
        });
        return isSeen && hasLookedSince(unseen - 1) && settles();
    }
    /// All that was to be sent is sent, and nothing more comes.
    bool settles()
    {
        const auto isOpen = [this](BotDeliveryState state) { return waitFor(m_fleet->deliveries(m_bot, state, {})).value_or(Page<BotDelivery>()).total > 0; };
        int quiet = 0;
        return inTime([&] {
            quiet = isOpen(BotDeliveryState::Queued) || isOpen(BotDeliveryState::Sending) ? 0 : quiet + 1;
            return quiet > 20;
        });
    }
    void subscribe(const std::vector<ChatId> &chats)
    {
        for (const ChatId chat : chats) {
            m_stand->setAdministrator(chat, 5);
            m_stand->say(m_token, chat, QStringLiteral("/start"), chat < 0 ? 5 : 0);
        }
        QVERIFY(inTime([&] { return held() == static_cast<qint64>(chats.size()); }));
        QVERIFY(settles());
    }
    qint64 held()
    {
        const auto page = waitFor(m_fleet->subscriptions(m_bot, {})).value_or(Page<Subscription>());
        return std::ranges::count_if(page.items, [](const Subscription &item) { return !item.endedAt; });
    }
    QByteArray endOf(ChatId chat)
    {
        for (const Subscription &item : waitFor(m_fleet->subscriptions(m_bot, {})).value_or(Page<Subscription>()).items) {
            if (item.chat == chat)
                return item.endedAt ? item.reason : "";
        }
        return "none";
    }
    Page<BotDelivery> ledger(std::optional<BotDeliveryState> state = {}) { return FleetFixture::ledger(m_bot, state); }
    /// For whom a test fails.
    QString howItStands()
    {
        const BotView now = view();
        QString said = QStringLiteral("%1 \"%2\" idle %3; 7 got %4;").arg(QLatin1String(wordOf(now.condition.state)), now.condition.reason.english()).arg(m_clients.areIdle()).arg(news(7).join(u' '));
        const auto rows = ledger();
        for (const BotDelivery &row : rows.items)
            if (row.state != BotDeliveryState::Sent)
                said += QStringLiteral(" %1 %2 %3;").arg(QLatin1String(wordOf(row.state)), QString::fromLatin1(row.error), row.outgoing.text.section(u'\n', 1, 1));
        return said;
    }
    /// What a chat got, without what answers its own words.
    QStringList news(ChatId chat) const
    {
        QStringList texts;
        for (const QString &text : m_stand->textsTo(chat)) {
            if (text.startsWith(QStringLiteral("DUYURU:")) || text.startsWith(QStringLiteral("NEWS:")))
                texts += text.section(u'\n', 1, 1).section(u' ', 1);
        }
        return texts;
    }
    Json post(const Json &content, const QString &album = {})
    {
        Json message{{"message_id", ++m_post}, {"date", 1}, {"chat", {{"id", channel}, {"type", "channel"}, {"title", "Kanal"}}}, {"sender_chat", {{"id", channel}, {"type", "channel"}}}};
        message.update(content);
        if (!album.isEmpty())
            message["media_group_id"] = album;
        return {{"channel_post", message}};
    }
    /// What became of the channel's messages in a chat: "copyMessage 4" …
    QStringList deeds(ChatId chat) const
    {
        QStringList list;
        for (const auto &sent : m_stand->sent()) {
            if (sent.chat != chat || sent.method == "sendMessage")
                continue;
            const Json &p = sent.parameters;
            list += QString::fromLatin1(sent.method) + u' ' + QString::fromUtf8(dumpJson(p.contains("message_ids") ? p["message_ids"] : p["message_id"])) + (sent.text.isEmpty() ? textOf(p, "caption") : sent.text);
        }
        return list;
    }

private Q_SLOTS:
    void init()
    {
        begin(QStringLiteral("duyuru_bot"));
        m_site = std::make_unique<ScriptedServer>();
        m_pages = std::make_unique<QtHttpClient>(*m_clock);
        m_post = 0;
        shows(page({2, 1}));
        QVERIFY(open());
    }
    void cleanup()
    {
        close();
        m_pages.reset();
        m_logs.reset(); // before the clock whose time it writes
    }

    void aPersonSubscribesAndStops()
    {
        QVERIFY(run(web()));
        m_stand->say(m_token, 7, QStringLiteral("/start"), 0, QStringLiteral("en"));
        QVERIFY(inTime([this] { return held() == 1 && m_stand->textsTo(7).size() == 1; }));
        QVERIFY(m_stand->textsTo(7).last().contains(QStringLiteral("/stop")));
        const auto subscribed = waitFor(m_fleet->subscriptions(m_bot, {}));
        QCOMPARE(subscribed->items.at(0).title, QStringLiteral("Ayşe"));
        QCOMPARE(subscribed->items.at(0).by, 7);
        m_stand->say(m_token, 7, QStringLiteral("/start@duyuru_bot"));
        m_stand->say(m_token, 7, QStringLiteral("merhaba"));
        m_stand->say(m_token, 7, QStringLiteral("/stop"));
        QVERIFY(inTime([this] { return held() == 0 && m_stand->textsTo(7).size() == 4; }));
        QCOMPARE(endOf(7), QByteArray("stopped"));
        QVERIFY(m_stand->textsTo(7).at(3).contains(QStringLiteral("/start")));
    }
    void inAGroupAdministratorsAlone_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("subscribed");
        QTest::addColumn<int>("answers");
        QTest::newRow("administrator") << QByteArray(R"({"from": {"id": 5}})") << 1 << 1;
        QTest::newRow("member") << QByteArray(R"({"from": {"id": 6}})") << 0 << 1;
        QTest::newRow("anonymous administrator") << QByteArray(R"({"from": {"id": 1087968824}, "sender_chat": {"id": -40, "type": "supergroup"}})") << 1 << 1;
        QTest::newRow("in the name of a channel") << QByteArray(R"({"from": {"id": 136817688}, "sender_chat": {"id": -41, "type": "channel"}})") << 0 << 0;
        QTest::newRow("nobody") << QByteArray("{}") << 0 << 0;
    }
    void inAGroupAdministratorsAlone()
    {
        QFETCH(const QByteArray, message);
        QFETCH(const int, subscribed);
        QFETCH(const int, answers);
        QVERIFY(run(web()));
        m_stand->setAdministrator(-40, 5);
        Json said = BotApiStand::message(-40, QStringLiteral("/start@duyuru_bot"));
        said["message"].erase("from");
        said["message"].update(*parseJson(message));
        m_stand->push(m_token, said);
        m_stand->push(m_token, BotApiStand::message(-40, QStringLiteral("/start@another_bot"), 5));
        m_stand->push(m_token, BotApiStand::message(-40, QStringLiteral("merhaba"), 5));
        m_stand->push(m_token, BotApiStand::message(-40, QStringLiteral("/unknown"), 5));
        QVERIFY(inTime([&] { return m_stand->waiting(m_token) == 0 && held() == subscribed && m_stand->textsTo(-40).size() == answers; }));
        QVERIFY(settles());
        QCOMPARE(held(), subscribed);
        QCOMPARE(m_stand->textsTo(-40).size(), answers);
    }
    void oneChatHoldsUpAnotherUnlessItIsScaled()
    {
        QVERIFY(run(web()));
        m_stand->setAdministrator(-40, 5);
        m_stand->fail("getChatMember", BotApiStand::Fault::Never);
        m_stand->say(m_token, -40, QStringLiteral("/start"), 5);
        m_stand->say(m_token, 7, QStringLiteral("/start"));
        QVERIFY(waitUntil([this] { return m_stand->calls("getChatMember") == 1 && m_stand->waiting(m_token) == 0; }));
        QVERIFY(m_stand->textsTo(7).isEmpty());
        QVERIFY(waitFor(m_fleet->scale(m_bot, 2, m_actor)));
        QVERIFY(waitUntil([this] { return m_stand->textsTo(7).size() == 1; }));
        QVERIFY(m_stand->textsTo(-40).isEmpty());
    }
    void anybodyWhereThatIsWanted()
    {
        QVERIFY(run(web({{"admins_only", false}})));
        m_stand->say(m_token, -40, QStringLiteral("/start"), 6);
        QVERIFY(inTime([this] { return held() == 1; }));
        QCOMPARE(m_stand->calls("getChatMember"), 0);
    }
    void aChannelSubscribesByItsOwnPost()
    {
        QVERIFY(run(web()));
        Json said = post({{"text", "/start"}});
        said["channel_post"]["chat"]["id"] = -500;
        said["channel_post"]["sender_chat"]["id"] = -500;
        m_stand->push(m_token, said);
        QVERIFY(inTime([this] { return held() == 1; }));
        m_stand->push(m_token, {{"my_chat_member", {{"chat", {{"id", -500}, {"type", "channel"}}}, {"from", {{"id", 5}}}, {"new_chat_member", {{"status", "administrator"}}}}}});
        m_stand->push(m_token, {{"my_chat_member", {{"chat", {{"id", -500}, {"type", "channel"}}}, {"from", {{"id", 5}}}, {"new_chat_member", {{"status", "kicked"}}}}}});
        QVERIFY(inTime([this] { return held() == 0; }));
        QCOMPARE(endOf(-500), QByteArray("telegram.kicked"));
    }
    void whetherSomebodyIsAdministratorIsAskedAgain()
    {
        QVERIFY(run(web()));
        m_stand->setAdministrator(-40, 5);
        for (const Fault fault : {Fault::Status500, Fault::DropBefore, Fault::Html, Fault::TooMany, Fault::NotJsonTyped, Fault::Truncated})
            m_stand->fail("getChatMember", fault);
        m_stand->say(m_token, -40, QStringLiteral("/start"), 5);
        QVERIFY(inTime([this] { return held() == 1; }, 200ms));
        QVERIFY(settles());
        QCOMPARE(m_stand->textsTo(-40).size(), 1);
    }
    void newItemsAreSentOldestFirstAndOnce()
    {
        QVERIFY(run(web()));
        subscribe({7, -40});
        QVERIFY(news(7).isEmpty()); // what stood there before is no news
        shows(page({5, 4, 3, 2, 1}));
        QVERIFY(looksAgain());
        const QStringList wanted{QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")};
        QCOMPARE(news(7), wanted);
        QCOMPARE(news(-40), wanted);
        QVERIFY(m_stand->textsTo(7).last().endsWith(m_site->url(QStringLiteral("/d/5"))));
        for (const auto &numbers : {std::vector<int>{1, 5, 3, 2, 4}, std::vector<int>{}, std::vector<int>{5}, std::vector<int>{4, 3, 2, 1}}) {
            shows(page(numbers));
            QVERIFY(looksAgain());
        }
        QCOMPARE(news(7), wanted);
        shows(page({6, 5, 4}));
        QVERIFY(looksAgain());
        QCOMPARE(news(7).last(), QStringLiteral("6"));
        QCOMPARE(news(-40).size(), 4);
        QCOMPARE(ledger(BotDeliveryState::Review).total, 0);
    }
    void theNewestMayBeSentAtFirst()
    {
        shows(page({4, 3, 2, 1}));
        QVERIFY(run(web({{"send_first", 2}})));
        QVERIFY(waitUntil([this] { return waitFor(m_store->read([](Database &database) { return database.number("SELECT count(*) FROM bot_announcement WHERE parts <> '[]'"); })).value_or(0) == 2; }));
        subscribe({7});
        QVERIFY(news(7).isEmpty()); // nobody was there to hear of them
        shows(page({5, 4, 3}));
        QVERIFY(looksAgain());
        QCOMPARE(news(7), QStringList{QStringLiteral("5")});
        QVERIFY(waitFor(m_store->read([](Database &database) { return database.number("SELECT count(*) FROM bot_announcement WHERE parts <> '[]'"); })).value_or(0) == 3);
    }
    void whatCameWhileItWasDownIsSent()
    {
        QVERIFY(run(web()));
        subscribe({7});
        close();
        shows(page({4, 3, 2, 1}));
        m_clock->advance(3600s);
        QVERIFY(open());
        QVERIFY(runs());
        QVERIFY(inTime([this] { return news(7).size() == 2; }));
        QCOMPARE(news(7), (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
    }
    void eachHearsItsLanguage()
    {
        QVERIFY(run(web()));
        m_stand->say(m_token, 8, QStringLiteral("/start"), 0, QStringLiteral("en"));
        subscribe({7, -40});
        m_stand->press(m_token, 7, "language:en");
        QVERIFY(inTime([this] { return held() == 3 && m_stand->textsTo(7).last() == QStringLiteral("English."); }));
        QVERIFY(settles());
        shows(page({3, 2, 1}));
        QVERIFY(looksAgain());
        QVERIFY(m_stand->textsTo(7).last().startsWith(QStringLiteral("NEWS:")));
        QVERIFY(m_stand->textsTo(8).last().startsWith(QStringLiteral("NEWS:")));
        QVERIFY(m_stand->textsTo(-40).last().startsWith(QStringLiteral("DUYURU:")));
    }
    void theTextComesFromTheItemsPage()
    {
        int tries = 0;
        m_site->handle([&tries](const ScriptedServer::Seen &seen) -> Answer {
            if (seen.target == "/liste")
                return tries < 0 ? page({2, 1}) : page({5, 4, 3, 2, 1});
            if (seen.target == "/d/4" && tries++ < 2)
                return {503, "later"};
            if (seen.target == "/d/5")
                return {404, "gone"};
            return {200, "<div class=icerik><p>Metin " + seen.target + "</p><p>iki</p></div>", {{"Content-Type", "text/html; charset=utf-8"}}};
        });
        tries = -1;
        QVERIFY(run(web({{"source", {{"detail", "div.icerik"}}}})));
        subscribe({7});
        tries = 0;
        QVERIFY(inTime([this] { return news(7).size() == 3; }, 200ms));
        QCOMPARE(news(7), (QStringList{QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")})); // in order, although one had to wait
        const QStringList texts = m_stand->textsTo(7);
        QVERIFY(texts.at(1).contains(QStringLiteral("Duyuru 3\n\nMetin /d/3\n\niki\n\nhttp://")));
        QVERIFY(texts.at(2).contains(QStringLiteral("Metin /d/4")));
        QVERIFY(!texts.at(3).contains(QStringLiteral("Metin")));
        QVERIFY(settles());
        QCOMPARE(news(7).size(), 3);
    }
    void anItemWhoseTextNeverComesHoldsNothingUpForEver()
    {
        bool isOpen = false;
        m_site->handle([&isOpen](const ScriptedServer::Seen &seen) -> Answer {
            if (seen.target == "/liste")
                return isOpen ? page({4, 3, 2, 1}) : page({2, 1});
            return seen.target == "/d/3" ? Answer{500, "x"} : Answer{200, "<div class=icerik>M</div>", {{"Content-Type", "text/html"}}};
        });
        QVERIFY(run(web({{"source", {{"detail", "div.icerik"}}}})));
        subscribe({7});
        isOpen = true;
        QVERIFY(inTime([this] { return news(7).size() == 2; }, 200ms));
        QCOMPARE(news(7), (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
    }
    void aPageThatIsAwayIsSaidAndTriedAgain_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("error") << Answer{503, "x", {{"Retry-After", "20"}}};
        QTest::newRow("gone") << Answer{404, "x"};
        QTest::newRow("dropped") << Answer{200, "", {}, Answer::Way::Dropped};
        QTest::newRow("broken off") << Answer{200, page({9, 8, 7}).body, {{"Content-Type", "text/html"}}, Answer::Way::Half};
        QTest::newRow("rubbish") << Answer{200, "\x01\x02\x03", {}, Answer::Way::Rubbish};
        QTest::newRow("not a page") << Answer{200, R"({"error": "x"})", {{"Content-Type", "application/json"}}};
        QTest::newRow("nothing") << Answer{200, "", {{"Content-Type", "text/html"}}};
        QTest::newRow("too large") << Answer{200, QByteArray(9 << 20, ' ') + page({9}).body, {{"Content-Type", "text/html"}}};
        QTest::newRow("says too large") << Answer{200, "<ul>", {{"Content-Length", "104857600"}, {"Content-Type", "text/html"}}};
        QTest::newRow("moved for ever") << Answer{302, "", {{"Location", "/liste"}}};
        QTest::newRow("moved to a file") << Answer{302, "", {{"Location", "file:///etc/passwd"}}};
        QTest::newRow("moved inwards") << Answer{302, "", {{"Location", "http://localhost:1/liste"}}};
        QTest::newRow("entries without ids") << Answer{200, "<ul><li><a href='/x/y'>z</a></li></ul>", {{"Content-Type", "text/html"}}};
    }
    void aPageThatIsAwayIsSaidAndTriedAgain()
    {
        QFETCH(const Answer, answer);
        QVERIFY(run(web()));
        subscribe({7});
        QVERIFY(view().condition.reason.source.isEmpty());
        shows(answer);
        QVERIFY(inTime([this] { return !view().condition.reason.source.isEmpty(); }, 200ms));
        QVERIFY(!view().condition.reason.in(Language::Turkish).contains(u'%'));
        QCOMPARE(view().condition.state, BotState::Running);
        shows(page({3, 2, 1}));
        QVERIFY(inTime([this] { return view().condition.reason.source.isEmpty() && news(7).size() == 1; }, 200ms));
        QCOMPARE(view().condition.restarts, 0);
    }
    void aPageThatNeverAnswersIsGivenUp()
    {
        QVERIFY(run(web()));
        shows({200, "", {}, Answer::Way::Never});
        QVERIFY(waitUntil([this] {
            m_clock->advance(200ms);
            return view().condition.reason.source.contains("did not answer");
        }));
    }
    void aRedirectIsFollowed()
    {
        m_site->handle([](const ScriptedServer::Seen &seen) -> Answer {
            return seen.target == "/liste" ? Answer{301, "", {{"Location", "/yeni/liste?x=1"}}} : page({2, 1});
        });
        QVERIFY(run(web()));
        QVERIFY(waitUntil([this] { return m_site->seen().size() == 2; }));
        QVERIFY(settles());
        QVERIFY(view().condition.reason.source.isEmpty());
    }
    void anUnchangedPageIsNotReadAgain()
    {
        int looked = 0;
        QByteArray etag("\"one\"");
        std::vector<int> numbers{2, 1};
        m_site->handle([&](const ScriptedServer::Seen &seen) -> Answer {
            ++looked;
            if (seen.headers.value("if-none-match") == etag && seen.headers.value("if-modified-since") == "Sat, 21 Nov 2026 10:00:00 GMT")
                return {304, ""};
            Answer answer = page(numbers);
            answer.headers.emplace_back("ETag", etag);
            answer.headers.emplace_back("Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT");
            return answer;
        });
        QVERIFY(run(web()));
        subscribe({7});
        QVERIFY(looksAgain());
        QVERIFY(m_site->seen().back().headers.contains("if-none-match"));
        numbers = {3, 2, 1};
        etag = "\"two\"";
        QVERIFY(looksAgain());
        QCOMPARE(news(7).size(), 1);
        QVERIFY(waitFor(m_fleet->restart(m_bot, m_actor)));
        const int before = looked;
        QVERIFY(inTime([&] { return looked > before; }));
        QCOMPARE(m_site->seen().back().headers.value("if-none-match"), QByteArray("\"two\""));
    }
    void otherSelectorsAreNoNews()
    {
        QVERIFY(run(web()));
        subscribe({7});
        BotDraft change;
        change.config = web({{"source", {{"id", "(.*)"}}}});
        QVERIFY(waitFor(m_fleet->change(m_bot, change, m_actor)));
        QVERIFY(looksAgain());
        QVERIFY(news(7).isEmpty());
        shows(page({3, 2, 1}));
        QVERIFY(looksAgain());
        QCOMPARE(news(7), QStringList{QStringLiteral("3")});
        shows(page({4, 3, 2, 1}));
        change.config = web({{"source", {{"id", "(.*)"}, {"title", "."}}}}); // mended, and what came meanwhile is news
        QVERIFY(waitFor(m_fleet->change(m_bot, change, m_actor)));
        QVERIFY(inTime([this] { return news(7).size() == 2; }));
    }
    void aChatThatIsGoneIsLetGo()
    {
        QVERIFY(run(web()));
        subscribe({7, 8, -40, -41});
        m_stand->refuse(7, 403, QStringLiteral("Forbidden: bot was blocked by the user"));
        m_stand->refuse(-40, 403, QStringLiteral("Forbidden: bot was kicked from the supergroup chat"));
        m_stand->refuse(-41, 400, QStringLiteral("Bad Request: group chat was upgraded to a supergroup chat"), {{"migrate_to_chat_id", -100'41}});
        shows(page({3, 2, 1}));
        QVERIFY(looksAgain());
        QCOMPARE(news(8).size(), 1);
        QCOMPARE(endOf(7), QByteArray("telegram.blocked"));
        QCOMPARE(endOf(-40), QByteArray("telegram.kicked"));
        QCOMPARE(endOf(-41), QByteArray("migrated"));
        QVERIFY(endOf(-100'41).isEmpty());
        QCOMPARE(news(-100'41).size(), 1); // what was refused went there
        shows(page({4, 3}));
        QVERIFY(looksAgain());
        QCOMPARE(news(-100'41).size(), 2);
        m_stand->refuse(8, 400, QStringLiteral("Bad Request: chat not found"));
        shows(page({5, 4}));
        QVERIFY(looksAgain());
        QCOMPARE(endOf(8), QByteArray("telegram.chat_not_found"));
        QCOMPARE(held(), 1);
    }
    void aChannelThatShutsTheBotOutEndsNoSubscription()
    {
        QVERIFY(run(fromChannel()));
        subscribe({7, 8, -40});
        m_stand->refuse(channel, 403, QStringLiteral("Forbidden: bot was kicked from the channel chat"));
        m_stand->push(m_token, post({{"text", "Merhaba"}}));
        QVERIFY(inTime([this] { return ledger(BotDeliveryState::Failed).total == 3; }));
        QCOMPARE(ledger(BotDeliveryState::Failed).items.at(0).error, QByteArray("delivery.source_gone"));
        QCOMPARE(held(), 3);
        m_stand->accept(channel);
        m_stand->refuse(8, 403, QStringLiteral("Forbidden: bot was blocked by the user"));
        m_stand->refuse(-40, 400, QStringLiteral("Bad Request: group chat was upgraded to a supergroup chat"), {{"migrate_to_chat_id", -40}}); // which is nonsense
        m_stand->push(m_token, post({{"text", "Merhaba"}}));
        QVERIFY(inTime([this] { return ledger(BotDeliveryState::Failed).total == 5 && deeds(7).size() == 1; }));
        QCOMPARE(endOf(8), QByteArray("telegram.blocked"));
        QCOMPARE(held(), 2);
    }
    void aGroupThatSaysItsNewIdTakesItsSubscriptionAlong()
    {
        QVERIFY(run(web()));
        subscribe({-40});
        m_stand->push(m_token, {{"message", {{"message_id", 9}, {"chat", {{"id", -40}, {"type", "group"}}}, {"migrate_to_chat_id", -100'40}}}});
        QVERIFY(inTime([this] { return endOf(-100'40).isEmpty() && endOf(-40) == "migrated"; }));
    }
    void whatIsUnclearIsReviewedAndNeverSentTwice()
    {
        QVERIFY(run(web()));
        subscribe({7, 8, 9});
        m_stand->fail("sendMessage", Fault::DropAfter);
        m_stand->fail("sendMessage", Fault::Truncated);
        m_stand->fail("sendMessage", Fault::TooMany);
        shows(page({3, 2, 1}));
        QVERIFY(looksAgain());
        QCOMPARE(ledger(BotDeliveryState::Review).total, 2);
        for (const ChatId chat : {7, 8, 9})
            QCOMPARE(news(chat), QStringList{QStringLiteral("3")});
    }
    void aChannelsPostIsCopied()
    {
        QVERIFY(run(fromChannel()));
        subscribe({7, -40});
        m_stand->push(m_token, post({{"text", "Merhaba"}}));
        m_stand->push(m_token, post({{"new_chat_title", "x"}})); // of service
        m_stand->push(m_token, post({{"photo", Json::array()}}));
        Json elsewhere = post({{"text", "başka kanal"}});
        elsewhere["channel_post"]["chat"]["id"] = -999;
        m_stand->push(m_token, elsewhere);
        QVERIFY(inTime([this] { return deeds(7).size() == 2 && deeds(-40).size() == 2; }));
        QVERIFY(settles());
        QCOMPARE(deeds(7), (QStringList{QStringLiteral("copyMessage 1"), QStringLiteral("copyMessage 3")}));
        QVERIFY(m_stand->sent().back().parameters["from_chat_id"] == Json(channel));
        m_stand->push(m_token, post({{"text", "/start"}})); // it is no subscriber of its own
        QVERIFY(settles());
        QCOMPARE(held(), 2);
        QCOMPARE(deeds(7).size(), 2);
    }
    void anAlbumStaysTogether()
    {
        QVERIFY(run(fromChannel()));
        subscribe({7});
        m_stand->push(m_token, post({{"photo", 1}}, QStringLiteral("A")));
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0; }));
        m_clock->advance(1s);
        m_stand->push(m_token, post({{"video", 1}}, QStringLiteral("A"))); // in another poll
        m_stand->push(m_token, post({{"photo", 1}}, QStringLiteral("A")));
        m_stand->push(m_token, post({{"text", "ardından"}}));
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0; }));
        QVERIFY(inTime([this] { return deeds(7).size() == 2; }));
        QCOMPARE(deeds(7), (QStringList{QStringLiteral("copyMessages [1,2,3]"), QStringLiteral("copyMessage 4")}));
        m_stand->push(m_token, post({{"photo", 1}}, QStringLiteral("A"))); // so late that nobody waits for it
        QVERIFY(inTime([this] { return deeds(7).size() == 3; }));
        QCOMPARE(deeds(7).last(), QStringLiteral("copyMessage 5"));
    }
    void anAlbumSurvivesACrash()
    {
        QVERIFY(run(fromChannel()));
        subscribe({7});
        m_stand->push(m_token, post({{"photo", 1}}, QStringLiteral("A")));
        m_stand->push(m_token, post({{"photo", 1}}, QStringLiteral("A")));
        QVERIFY(waitUntil([this] { return waitFor(m_store->read([](Database &database) { return database.number("SELECT count(*) FROM bot_post"); })).value_or(0) == 2; }));
        QVERIFY(open());
        QVERIFY(runs());
        QVERIFY(inTime([this] { return deeds(7).size() == 1; }));
        QCOMPARE(deeds(7), QStringList{QStringLiteral("copyMessages [1,2]")});
    }
    void anEditIsFollowed()
    {
        QVERIFY(run(fromChannel()));
        subscribe({7, 8});
        m_stand->push(m_token, post({{"text", "bir"}}));
        m_stand->push(m_token, post({{"photo", 1}, {"caption", "a"}}, QStringLiteral("A")));
        m_stand->push(m_token, post({{"photo", 1}}, QStringLiteral("A")));
        QVERIFY(inTime([this] { return deeds(7).size() == 2 && deeds(8).size() == 2; }));
        QVERIFY(settles());
        const auto edited = [this](int id, const Json &content) {
            Json update = post(content);
            --m_post;
            update["channel_post"]["message_id"] = id;
            m_stand->push(m_token, {{"edited_channel_post", update["channel_post"]}});
        };
        edited(1, {{"text", "bir buçuk"}, {"entities", {{{"type", "bold"}, {"offset", 0}, {"length", 3}}}}});
        edited(1, {{"text", "bir buçuk"}, {"entities", {{{"type", "bold"}, {"offset", 0}, {"length", 3}}}}, {"views", 7}}); // nothing that people see
        edited(3, {{"photo", 1}, {"caption", "ikinci"}});
        edited(99, {{"text", "nobody has it"}});
        QVERIFY(inTime([this] { return deeds(7).size() == 4 && deeds(8).size() == 4; }));
        QVERIFY(settles());
        const auto idsOf = [this](ChatId chat, const char *method) {
            for (const auto &sent : m_stand->sent()) {
                if (sent.chat == chat && sent.method == method)
                    return sent.ids;
            }
            return std::vector<qint64>();
        };
        for (const ChatId chat : {7, 8}) {
            QCOMPARE(deeds(chat).size(), 4);
            const QStringList last = deeds(chat).mid(2);
            QVERIFY(last.contains(QStringLiteral("editMessageText %1bir buçuk").arg(idsOf(chat, "copyMessage").at(0))));
            QVERIFY(last.contains(QStringLiteral("editMessageCaption %1ikinci").arg(idsOf(chat, "copyMessages").at(1))));
        }
        const auto &sent = m_stand->sent();
        QVERIFY(std::ranges::any_of(sent, [](const auto &one) { return one.method == "editMessageText" && one.parameters["entities"].size() == 1; }));
    }
    void updatesTwiceAndOutOfOrderChangeNothing()
    {
        QVERIFY(run(fromChannel()));
        subscribe({7});
        std::vector<Json> again;
        for (int i = 0; i < 4; ++i) {
            Json update = post({{"text", "x"}}, i < 2 ? QStringLiteral("A") : QString());
            update["update_id"] = m_stand->push(m_token, update);
            again.push_back(update);
        }
        std::reverse(again.begin(), again.end());
        QVERIFY(waitUntil([this] { return m_stand->waiting(m_token) == 0; }));
        m_stand->bringAgain(m_token, again);
        m_stand->push(m_token, {{"hologram", 1}});
        QVERIFY(inTime([this] { return deeds(7).size() == 3; }));
        QVERIFY(settles());
        QCOMPARE(deeds(7), (QStringList{QStringLiteral("copyMessages [1,2]"), QStringLiteral("copyMessage 3"), QStringLiteral("copyMessage 4")}));
    }
    void aPreviewSendsNothing()
    {
        m_site->handle([](const ScriptedServer::Seen &seen) -> Answer {
            if (seen.target == "/liste")
                return page({4, 3, 2, 1});
            return seen.target == "/d/4" ? Answer{200, "<p>" + QByteArray("kelime ").repeated(1000) + "</p>", {{"Content-Type", "text/html"}}} : Answer{500, "x"};
        });
        QVERIFY(run(web({{"source", {{"detail", "p"}}}})));
        QVERIFY(settles());
        const auto preview = waitFor(m_fleet->preview(m_bot, std::nullopt));
        QVERIFY(preview);
        QCOMPARE(preview->total, 4);
        QCOMPARE(preview->items.at(0).item.title, QStringLiteral("Duyuru 4"));
        QVERIFY(preview->items.at(0).isKnown && preview->items.at(0).detail.startsWith(QStringLiteral("kelime")));
        QCOMPARE(preview->items.at(0).turkish.size(), 2);
        QVERIFY(preview->items.at(0).english.at(0).startsWith(QStringLiteral("NEWS:")));
        QCOMPARE(preview->items.at(1).problem->code, QByteArray("source.status"));
        QVERIFY(!preview->items.at(3).isRead);
        const auto other = waitFor(m_fleet->preview(std::nullopt, web({{"source", {{"items", "ul"}}}})));
        QCOMPARE(other->total, 1);
        QVERIFY(!other->items.at(0).isKnown);
        QCOMPARE(waitFor(m_fleet->preview(std::nullopt, fromChannel())).error().code, QByteArray("source.no_preview"));
        QCOMPARE(waitFor(m_fleet->preview(std::nullopt, std::nullopt)).error().code, QByteArray("bot.no_source"));
        QCOMPARE(waitFor(m_fleet->preview(BotId::random(), std::nullopt)).error().code, QByteArray("bot.not_found"));
        QCOMPARE(waitFor(m_fleet->preview(std::nullopt, Json(7))).error().code, QByteArray("bot.bad_config"));
        shows({404, "x"});
        QCOMPARE(waitFor(m_fleet->preview(m_bot, std::nullopt)).error().code, QByteArray("source.gone"));
        QVERIFY(ledger().items.empty());
    }
    void anyStoreAccessMayFail()
    {
        QVERIFY(run(web()));
        subscribe({7});
        std::vector<int> numbers{2, 1};
        for (int failing = 0; failing < 60; ++failing) {
            numbers.insert(numbers.begin(), failing + 3);
            shows(page(numbers));
            auto seen = std::make_shared<std::atomic_int>(0);
            (void)open([seen, failing](const char *) { return seen->fetch_add(1) == failing; });
            if (m_fleet) {
                for (int i = 0; i < 50 && news(7).size() <= failing; ++i) {
                    pass(200ms);
                    QTest::qWait(1);
                }
            }
            QVERIFY(open());
            // Each life leaves what it had under way to a person: this one's, and what the one before it sent without hearing so.
            const auto isThere = [&] {
                for (const BotDelivery &left : ledger(BotDeliveryState::Review).items) {
                    const bool wasSent = news(7).contains(left.outgoing.text.section(u'\n', 1, 1).section(u' ', 1));
                    (void)waitFor(m_fleet->decide(m_bot, left.n, wasSent ? ledgertable::Verdict::WasSent : ledgertable::Verdict::SendAgain, m_actor));
                }
                return news(7).size() == failing + 1;
            };
            QVERIFY2(inTime(isThere), qPrintable(howItStands()));
        }
        QStringList wanted;
        for (int i = 0; i < 60; ++i)
            wanted += QString::number(i + 3);
        QStringList got = news(7);
        QCOMPARE(QSet<QString>(got.begin(), got.end()).size(), got.size());
        std::ranges::sort(got, [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); });
        QCOMPARE(got, wanted);
    }
};

QTEST_GUILESS_MAIN(tst_Announcements)
#include "tst_announcements.moc"
