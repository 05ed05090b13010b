// SPDX-License-Identifier: GPL-3.0-or-later
// The same tests for the cache in memory and the one in Redis, a real one.
#include "fakeclock.h"
#include "localserver.h"
#include "titles/frontedcache.h"
#include "titles/rediscache.h"

namespace kule {

class tst_TitleCache : public QObject
{
    Q_OBJECT
private:
    static CachedTitle title(const QString &name)
    {
        TitleInfo info;
        info.title = name;
        return {dumpJson(toJson(info)), true, 1'795'000'000'123};
    }
    BackendUrl place(const char *password) const
    {
        return {QStringLiteral("127.0.0.1"), m_redis.port(), {}, {}, [password] { return Result<SecretPtr>(std::make_shared<const Secret>(password)); }};
    }
    std::unique_ptr<TitleCache> make(const QString &backend, Milliseconds ttl = std::chrono::hours(1))
    {
        if (backend == QLatin1String("memory"))
            return std::make_unique<MemoryCache>(m_clock, 1 << 20, ttl);
        return std::make_unique<RedisCache>(place("secret"), 1, ttl, m_clock);
    }
    static void addBackends()
    {
        QTest::addColumn<QString>("backend");
        QTest::newRow("memory") << QStringLiteral("memory");
        QTest::newRow("redis") << QStringLiteral("redis");
    }
    RedisServer m_redis;
    FakeClock m_clock;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_redis.start(), "redis-server is not installed: bash installer/test.sh installs it"); }

    void whatIsPutIsFound_data() { addBackends(); }
    void whatIsPutIsFound()
    {
        QFETCH(QString, backend);
        const auto cache = make(backend);
        QVERIFY(waitFor(cache->clear()));
        QCOMPARE(*waitFor(cache->find({"1", "tr"})), std::nullopt);
        QVERIFY(waitFor(cache->put({"1", "tr"}, title(QStringLiteral("Röveşata \"\\\n")))));
        QCOMPARE(**waitFor(cache->find({"1", "tr"})), title(QStringLiteral("Röveşata \"\\\n")));
        QCOMPARE(*waitFor(cache->find({"1", ""})), std::nullopt);
        QVERIFY(waitFor(cache->put({"1", "tr"}, title(QStringLiteral("Neu")))));
        QCOMPARE(**waitFor(cache->find({"1", "tr"})), title(QStringLiteral("Neu")));
        auto state = waitFor(cache->state());
        QCOMPARE(state->kind, backend.toLatin1());
        QCOMPARE(state->entries, 1);
        QVERIFY(state->bytes > 0 && !state->problem);
        QCOMPARE(state->hits, 2);
        QCOMPARE(state->misses, 2);
        QVERIFY(waitFor(cache->remove({"1", "tr"})));
        QCOMPARE(*waitFor(cache->find({"1", "tr"})), std::nullopt);
        for (int i = 0; i < 1200; ++i)
            QVERIFY(waitFor(cache->put({QByteArray::number(i), "tr"}, title(QStringLiteral("x")))));
        QCOMPARE(waitFor(cache->state())->entries, 1200);
        QVERIFY(waitFor(cache->clear()));
        QCOMPARE(waitFor(cache->state())->entries, 0);
    }
    void memoryForgetsWhatWasNotAskedForLongest()
    {
        MemoryCache cache(m_clock, 3000, std::chrono::hours(1));
        const QByteArray large(600, 'x');
        for (const char *id : {"1", "2", "3"})
            cache.keep({id, ""}, {large, false, 0});
        QVERIFY(cache.look({"1", ""}));
        cache.keep({"4", ""}, {large, false, 0});
        QVERIFY(cache.look({"1", ""}) && !cache.look({"2", ""}) && cache.look({"3", ""}) && cache.look({"4", ""}));
        cache.keep({"5", ""}, {QByteArray(5000, 'x'), false, 0}); // larger than all of it
        QVERIFY(!cache.look({"5", ""}));
        QVERIFY(cache.look({"1", ""}));
        cache.setRoom(1000);
        QCOMPARE(waitFor(cache.state())->entries, 1);
    }
    void memoryIsSafeBetweenThreads()
    {
        MemoryCache cache(m_clock, 20'000, std::chrono::hours(1));
        std::vector<std::thread> threads;
        std::atomic_bool isWrong = false;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&cache, &isWrong, t] {
                for (int i = 0; i < 5000; ++i) {
                    const QByteArray id = QByteArray::number((i * 7 + t) % 50);
                    cache.keep({id, "tr"}, {id, false, 0});
                    if (const auto found = cache.look({id, "tr"}); found && found->json != id)
                        isWrong = true;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(!isWrong);
    }
    void rubbishInRedisIsAMiss()
    {
        const auto cache = make(QStringLiteral("redis"));
        QVERIFY(waitFor(cache->put({"9", "tr"}, {"[1,2]", false, 0}))); // well-formed, but no title
        QCOMPARE(*waitFor(cache->find({"9", "tr"})), std::nullopt);
        QVERIFY(waitFor(cache->put({"9", "tr"}, {"}{", false, 0})));
        QCOMPARE(*waitFor(cache->find({"9", "tr"})), std::nullopt);
    }
    void redisForgetsAfterItsTime()
    {
        const auto cache = make(QStringLiteral("redis"), Milliseconds(1));
        QVERIFY(waitFor(cache->put({"8", "tr"}, title(QStringLiteral("kurz")))));
        QVERIFY(waitUntil([&] { return !*waitFor(cache->find({"8", "tr"})); }));
    }
    void theMemoryStandsBeforeRedisForAMinute()
    {
        MemoryCache memory(m_clock, 1 << 20, std::chrono::hours(24));
        FrontedCache fronted(memory, make(QStringLiteral("redis")), std::chrono::hours(1));
        const auto redis = make(QStringLiteral("redis"));
        QVERIFY(waitFor(redis->put({"7", "tr"}, title(QStringLiteral("fern")))));
        QVERIFY(!memory.look({"7", "tr"}));
        QVERIFY(*waitFor(fronted.find({"7", "tr"})));
        QVERIFY(memory.look({"7", "tr"}));
        QVERIFY(waitFor(redis->put({"7", "tr"}, title(QStringLiteral("anders")))));
        QCOMPARE(**waitFor(fronted.find({"7", "tr"})), title(QStringLiteral("fern")));
        m_clock.advance(std::chrono::minutes(1));
        QCOMPARE(**waitFor(fronted.find({"7", "tr"})), title(QStringLiteral("anders")));
        QVERIFY(waitFor(fronted.remove({"7", "tr"})));
        QVERIFY(!*waitFor(redis->find({"7", "tr"})));
    }
    void aWrongPasswordIsAway()
    {
        RedisCache cache(place("wrong-word"), 0, std::chrono::hours(1), m_clock);
        const auto found = waitFor(cache.find({"1", "tr"}));
        QCOMPARE(found.error().code, QByteArray("titles.cache_away"));
        QVERIFY(!found.error().message.english().contains(QStringLiteral("wrong-word")));
    }
    void redisThatGoesAndComesBackIsUsedAgain()
    {
        const auto cache = make(QStringLiteral("redis"));
        QVERIFY(waitFor(cache->put({"1", "tr"}, title(QStringLiteral("da")))));
        m_redis.stop();
        QCOMPARE(waitFor(cache->find({"1", "tr"})).error().code, QByteArray("titles.cache_away"));
        QCOMPARE(waitFor(cache->state())->problem->code, QByteArray("titles.cache_away"));
        QVERIFY(m_redis.start());
        QVERIFY(!waitFor(cache->find({"1", "tr"}))); // not asked again so soon
        m_clock.advance(std::chrono::seconds(30));
        QCOMPARE(*waitFor(cache->find({"1", "tr"})), std::nullopt);
        // One that hangs costs a second, then nothing.
        m_redis.freeze(true);
        QCOMPARE(waitFor(cache->find({"1", "tr"})).error().code, QByteArray("titles.cache_away"));
        m_redis.freeze(false);
    }
};

} // namespace kule

QTEST_GUILESS_MAIN(kule::tst_TitleCache)
#include "tst_titlecache.moc"
