// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/callbacksender.h"
#include "fakeclock.h"
#include "scriptedserver.h"
#include "waitfor.h"
#include "watchedclient.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kule;
using namespace std::chrono_literals;
using Answer = ScriptedServer::Answer;

class tst_Callbacks : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<WatchedClient> m_http;
    std::unique_ptr<CallbackSender> m_sender;
    const Actor m_actor{QStringLiteral("ayşe")};

    bool open(StoreFault fault = {})
    {
        close();
        auto store = Store::open({m_home->filePath(QStringLiteral("kule.db")), m_home->filePath(QStringLiteral("backups")), std::move(fault), 1}, 1); // one reader: reads are answered in the order of asking
        if (!store)
            return false;
        m_store = std::move(*store);
        m_http = std::make_unique<WatchedClient>(*m_clock);
        m_sender = std::make_unique<CallbackSender>(*m_store, *m_http, *m_clock, 7);
        return true;
    }
    void close()
    {
        m_sender.reset();
        m_http.reset();
        m_store.reset();
    }
    Done put(const QString &id, const QString &url)
    {
        auto done = waitFor(m_store->write([=, now = m_clock->wallMs()](Database &database) {
            return CallbackOutbox::put(database, now, {id}, {QStringLiteral("job-1")}, 1, url, R"({"process_id": "ığ"})");
        }));
        m_sender->wake();
        return done;
    }
    Done put(const QString &id) { return put(id, m_server->url(QStringLiteral("/hook"))); }
    Delivery delivery(const QString &id)
    {
        for (const Delivery &found : waitFor(m_sender->list({}, {})).value_or(Page<Delivery>()).items) {
            if (found.id.value == id)
                return found;
        }
        return {};
    }
    int tries(const QString &id) { return static_cast<int>(delivery(id).tries.size()); }
    /// Returns when everything has happened that was due: what was posted to the sender, what it wrote, what it then read
    /// and sent. Twice, as a wake-up that comes while it reads makes it read once more.
    void settle()
    {
        const auto nothing = [](Database &) { return Done(); };
        for (int i = 0; i < 2; ++i) {
            (void)waitFor(ask(m_sender.get(), [] { return Done(); }));
            (void)waitFor(m_store->write(nothing));
            (void)waitFor(ask(m_sender.get(), [] { return Done(); }));
            (void)waitFor(m_store->read(nothing));
        }
    }
    /// Moves the clock until the test's wish has come true; never under a request.
    template <class F>
    bool within(Milliseconds span, Milliseconds step, F wish)
    {
        for (Milliseconds gone{0}; gone <= span; gone += step) {
            do {
                if (!waitUntil([this] { return m_http->underWay == 0; }))
                    return false;
                settle(); // may begin the next request
            } while (m_http->underWay > 0);
            if (wish())
                return true;
            m_clock->advance(step);
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>();
        m_server = std::make_unique<ScriptedServer>();
        QVERIFY(open());
    }
    void cleanup() { close(); }

    void theReportIsPostedOnce()
    {
        QSignalSpy changed(m_sender.get(), &CallbackService::changed);
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(delivery(QStringLiteral("d1")).state, DeliveryState::Delivered);
        QCOMPARE(m_server->seen().size(), std::size_t(1));
        const auto &seen = m_server->seen().at(0);
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.target, QByteArray("/hook"));
        QCOMPARE(seen.body, QByteArray(R"({"process_id": "ığ"})"));
        QCOMPARE(seen.headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
        QCOMPARE(seen.headers.value("x-kule-delivery"), QByteArray("d1"));
        QCOMPARE(seen.headers.value("idempotency-key"), QByteArray("d1"));
        QCOMPARE(delivery(QStringLiteral("d1")).tries.at(0).status, 200);
        QTRY_COMPARE(changed.size(), 1);
        m_sender->wake();
        m_clock->advance(2h);
        settle();
        QCOMPARE(m_http->sent, 1);
    }
    void aPutTwiceIsOne()
    {
        QVERIFY(put(QStringLiteral("d1")));
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(delivery(QStringLiteral("d1")).state, DeliveryState::Delivered);
        QCOMPARE(waitFor(m_sender->list({}, {}))->total, 1);
    }
    void aFailureIsTriedAgainLaterAndLater()
    {
        m_server->then({.status = 500}).then({.status = 302, .headers = {{"Location", "http://127.0.0.1/"}}}).then({.status = 404});
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(tries(QStringLiteral("d1")), 1);
        const Delivery first = delivery(QStringLiteral("d1"));
        QCOMPARE(first.state, DeliveryState::Waiting);
        QVERIFY(first.nextAt - m_clock->wallMs() >= 500 && first.nextAt - m_clock->wallMs() <= 1000);
        QVERIFY(within(10s, 250ms, [&] { return tries(QStringLiteral("d1")) == 4; }));
        const Delivery done = delivery(QStringLiteral("d1"));
        QCOMPARE(done.state, DeliveryState::Delivered);
        QCOMPARE(done.tries.at(0).status, 500);
        QCOMPARE(done.tries.at(1).status, 302);
        QVERIFY(!done.tries.at(1).error.isEmpty());
        QCOMPARE(done.tries.at(2).status, 404);
        QCOMPARE(done.tries.at(3).status, 200);
    }
    void aReceiverThatIsSilentIsGivenTenSeconds()
    {
        m_server->then({.way = Answer::Way::Never});
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(m_server->seen().size(), std::size_t(1));
        m_clock->advance(10s);
        QTRY_COMPARE(tries(QStringLiteral("d1")), 1);
        const auto first = delivery(QStringLiteral("d1")).tries.at(0);
        QCOMPARE(first.status, 0);
        QCOMPARE(first.durationMs, 10'000);
        QVERIFY(!first.error.isEmpty());
    }
    void afterADayItIsDead()
    {
        m_server->handle([](const auto &) { return Answer{.status = 503}; });
        QVERIFY(put(QStringLiteral("d1")));
        QVERIFY(within(30h, 30min, [&] { return delivery(QStringLiteral("d1")).state == DeliveryState::Dead; }));
        const Delivery dead = delivery(QStringLiteral("d1"));
        QVERIFY(dead.tries.back().at - dead.createdAt >= 24 * 3'600'000LL);
        QVERIFY(dead.tries.back().at - dead.createdAt <= 25 * 3'600'000LL + 1'800'000);
        for (std::size_t i = 1; i < dead.tries.size(); ++i)
            QVERIFY(dead.tries[i].at - dead.tries[i - 1].at <= 3'600'000 + 1'800'000);
    }
    void goneIsDeadAtOnce()
    {
        m_server->then({.status = 410});
        QVERIFY(put(QStringLiteral("d1")));
        QVERIFY(put(QStringLiteral("d2"), QStringLiteral("ftp://example.com/")));
        QTRY_COMPARE(delivery(QStringLiteral("d1")).state, DeliveryState::Dead);
        QTRY_COMPARE(delivery(QStringLiteral("d2")).state, DeliveryState::Dead);
    }
    void aDeadOneIsRedelivered()
    {
        m_server->then({.status = 410});
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(delivery(QStringLiteral("d1")).state, DeliveryState::Dead);
        m_clock->advance(48h);
        QSignalSpy redelivered(m_sender.get(), &CallbackSender::redelivered);
        const auto again = waitFor(m_sender->redeliver({QStringLiteral("d1")}, m_actor));
        QVERIFY(again);
        QCOMPARE(again->state, DeliveryState::Waiting);
        QTRY_COMPARE(redelivered.size(), 1);
        QTRY_COMPARE(delivery(QStringLiteral("d1")).state, DeliveryState::Delivered);
        QCOMPARE(delivery(QStringLiteral("d1")).tries.at(1).number, 2);
        QCOMPARE(waitFor(m_store->read([](Database &database) {
                     return database.number("SELECT count(*) FROM activity WHERE action = 'callback.redeliver' AND target = 'd1'");
                 })).value_or(-1),
                 1);
        QCOMPARE(waitFor(m_sender->redeliver({QStringLiteral("none")}, m_actor)).error().code, QByteArray("callback.not_found"));
    }
    void aHostGetsOneAtATime()
    {
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Held}; });
        for (int i = 0; i < 5; ++i)
            QVERIFY(put(QStringLiteral("d%1").arg(i)));
        for (std::size_t i = 1; i <= 5; ++i) {
            QTRY_COMPARE(m_server->seen().size(), i);
            m_server->release();
        }
        QTRY_COMPARE(waitFor(m_sender->list(DeliveryState::Delivered, {}))->total, 5);
        QCOMPARE(m_server->mostAtOnce(), 1);
    }
    void fourHostsAtOnceAndNoMore()
    {
        std::vector<std::unique_ptr<ScriptedServer>> servers;
        const auto waiting = [&servers] {
            int held = 0;
            for (const auto &server : servers)
                held += server->held();
            return held;
        };
        for (int i = 0; i < 6; ++i) {
            servers.push_back(std::make_unique<ScriptedServer>());
            servers.back()->handle([](const auto &) { return Answer{.way = Answer::Way::Held}; });
            QVERIFY(put(QStringLiteral("d%1").arg(i), servers.back()->url()));
        }
        QTRY_COMPARE(waiting(), 4);
        settle();
        QCOMPARE(m_http->sent, 4);
        QVERIFY(waitUntil([&] {
            for (const auto &server : servers)
                server->release();
            return m_http->sent == 6 && m_http->underWay == 0;
        }));
        settle();
        QCOMPARE(waitFor(m_sender->list(DeliveryState::Delivered, {}))->total, 6);
    }
    void aHostThatHangsHoldsNoOtherUp()
    {
        ScriptedServer slow;
        slow.handle([](const auto &) { return Answer{.way = Answer::Way::Never}; });
        for (int i = 0; i < 50; ++i)
            QVERIFY(put(QStringLiteral("slow%1").arg(i), slow.url()));
        QVERIFY(put(QStringLiteral("quick")));
        QTRY_COMPARE(delivery(QStringLiteral("quick")).state, DeliveryState::Delivered);
        QCOMPARE(slow.seen().size(), std::size_t(1));
    }
    void aRestartGoesOn()
    {
        m_server->then({.way = Answer::Way::Never});
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(m_server->seen().size(), std::size_t(1));
        QVERIFY(open());
        QTRY_COMPARE(delivery(QStringLiteral("d1")).state, DeliveryState::Delivered);
        QCOMPARE(m_server->seen().at(1).headers.value("idempotency-key"), QByteArray("d1"));
    }
    void aClockSetBackHoldsNothingUp()
    {
        m_server->then({.status = 500});
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(tries(QStringLiteral("d1")), 1);
        m_clock->jumpWall(-240h);
        QVERIFY(within(3min, 10s, [&] { return delivery(QStringLiteral("d1")).state == DeliveryState::Delivered; }));
    }
    void aClockSetForwardKillsNothing()
    {
        m_server->then({.status = 500}).then({.status = 500});
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_COMPARE(tries(QStringLiteral("d1")), 1);
        m_clock->jumpWall(240h);
        QVERIFY(within(3min, 1s, [&] { return delivery(QStringLiteral("d1")).state == DeliveryState::Delivered; }));
    }
    void pagesFollowEachOther()
    {
        m_server->handle([](const auto &) { return Answer{.status = 500}; });
        for (int i = 0; i < 7; ++i)
            QVERIFY(put(QStringLiteral("d%1").arg(i)));
        QStringList seen;
        PageRequest page{{}, 3};
        do {
            const auto answer = waitFor(m_sender->list(DeliveryState::Waiting, page));
            QVERIFY(answer);
            QCOMPARE(answer->total, 7);
            for (const Delivery &item : answer->items)
                seen << item.id.value;
            page.after = answer->next;
        } while (!page.after.isEmpty());
        QCOMPARE(seen.size(), 7);
        QCOMPARE(seen.removeDuplicates(), 0);
        QCOMPARE(waitFor(m_sender->list({}, {QStringLiteral("x"), 3})).error().code, QByteArray("callback.bad_cursor"));
    }
    void anyStoreAccessMayFailAndNothingIsLost()
    {
        for (int failing = 0;; ++failing) {
            m_home = std::make_unique<QTemporaryDir>();
            auto seen = std::make_shared<std::atomic_int>(0);
            bool isPut = false;
            if (open([seen, failing](const char *) { return seen->fetch_add(1) == failing; })) {
                isPut = put(QStringLiteral("d1")).has_value();
                if (isPut)
                    QTRY_VERIFY(m_http->sent > 0 && m_http->underWay == 0);
                settle();
            }
            const bool hasFailed = seen->load() > failing;
            QVERIFY(open());
            if (isPut)
                QTRY_COMPARE(delivery(QStringLiteral("d1")).state, DeliveryState::Delivered);
            if (!hasFailed)
                break;
        }
    }
    void aStoreThatRefusesIsNotHammered()
    {
        auto isRefusing = std::make_shared<std::atomic_bool>(false);
        QVERIFY(open([isRefusing](const char *sql) { return isRefusing->load() && qstrncmp(sql, "UPDATE callback", 15) == 0; }));
        *isRefusing = true;
        QVERIFY(put(QStringLiteral("d1")));
        QTRY_VERIFY(m_http->sent == 1 && m_http->underWay == 0);
        for (int i = 0; i < 20; ++i) {
            m_sender->wake();
            settle();
        }
        QCOMPARE(m_http->sent, 1);
        *isRefusing = false;
        QVERIFY(within(2min, 10s, [&] { return delivery(QStringLiteral("d1")).state == DeliveryState::Delivered; }));
    }
};

QTEST_GUILESS_MAIN(tst_Callbacks)
#include "tst_callbacks.moc"
