// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"
#include "fakeclock.h"
#include "keys/keyservice.h"
#include "waitfor.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kule;

class tst_Keys : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::atomic_bool m_isFailing = false;
    FakeClock m_clock;
    const Actor m_actor{QStringLiteral("tester")};

    void reopen()
    {
        m_store.reset();
        m_store = std::move(Store::open({m_folder->filePath(QStringLiteral("kule.db")), m_folder->filePath(QStringLiteral("backups")),
                                         [this](const char *sql) { return m_isFailing.load() && qstrncmp(sql, "INSERT", 6) == 0; }, 2},
                                        1)
                                .value());
    }
    std::vector<QByteArray> actions()
    {
        std::vector<QByteArray> words;
        const Page<Activity> page = waitFor(ActivityLog(*m_store).list({}, {})).value();
        for (const Activity &activity : page.items)
            words.push_back(activity.action + ' ' + activity.target.toUtf8());
        return words;
    }

private Q_SLOTS:
    void init()
    {
        m_isFailing = false;
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup() { m_store.reset(); }

    void theFirstStartMakesOneKeyAndShowsItOnce()
    {
        QByteArray secret;
        {
            KeyService keys(*m_store, m_clock);
            const auto first = keys.load();
            QVERIFY(first && *first);
            QCOMPARE((*first)->key.name, QStringLiteral("default"));
            secret = (*first)->secret->view().toByteArray();
            QVERIFY(secret.startsWith("kule_"));
            QCOMPARE(secret.size(), 5 + 43);
            QCOMPARE(keys.verify(secret)->scope, Scope::Admin);
        }
        reopen();
        KeyService keys(*m_store, m_clock);
        const auto later = keys.load();
        QVERIFY(later && !*later);
        QVERIFY(keys.verify(secret));
        QCOMPARE(actions(), (std::vector<QByteArray>{"key.create default"}));
    }
    void theDatabaseHoldsNoKey()
    {
        KeyService keys(*m_store, m_clock);
        const QByteArray secret = keys.load().value()->secret->view().toByteArray();
        (void)waitFor(keys.list());
        for (const char *name : {"kule.db", "kule.db-wal"}) {
            QFile file(m_folder->filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(secret.mid(5)));
        }
    }
    void nothingElseOpens_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("null") << QByteArray();
        QTest::newRow("prefix") << QByteArray("kule_");
        QTest::newRow("wrong") << QByteArray("kule_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("long") << QByteArray(100'000, 'a');
        QTest::newRow("NUL") << QByteArray("\0", 1);
    }
    void nothingElseOpens()
    {
        QFETCH(QByteArray, key);
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        keys.addSessionKey(QStringLiteral("none"), Secret(), Scope::Admin);
        QVERIFY(!keys.verify(key));
        QCOMPARE(waitFor(keys.list())->size(), std::size_t(1));
    }
    void aRevokedKeyOpensNothingFromThenOn()
    {
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        QSignalSpy spy(&keys, &AccessKeys::changed);
        const auto made = waitFor(keys.create(QStringLiteral(" İzleyici ı "), Scope::Read, m_actor));
        QVERIFY(made);
        QCOMPARE(made->key.name, QStringLiteral("İzleyici ı"));
        QCOMPARE(keys.verify(made->secret->view())->scope, Scope::Read);
        const auto revoked = waitFor(keys.revoke(made->key.id, m_actor));
        QVERIFY(revoked && revoked->revokedAt);
        QVERIFY(!keys.verify(made->secret->view()));
        QVERIFY(waitFor(keys.revoke(made->key.id, m_actor)));
        QCOMPARE(spy.size(), 2);
        QCOMPARE(actions(), (std::vector<QByteArray>{"key.revoke İzleyici ı", "key.create İzleyici ı", "key.create default"}));
    }
    void twoRevocationsAtOnceAreOne()
    {
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        const auto made = waitFor(keys.create(QStringLiteral("a"), Scope::Run, m_actor));
        const auto first = keys.revoke(made->key.id, m_actor);
        const auto second = keys.revoke(made->key.id, m_actor);
        QVERIFY(waitFor(first) && waitFor(second));
        QCOMPARE(actions().size(), std::size_t(3));
    }
    void badNamesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << QStringLiteral("   ");
        QTest::newRow("long") << QString(65, u'a');
        QTest::newRow("control") << QStringLiteral("a\nb");
        QTest::newRow("in use") << QStringLiteral("default");
        QTest::newRow("of the session") << QStringLiteral("session");
    }
    void badNamesAreRefused()
    {
        QFETCH(QString, name);
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        keys.addSessionKey(QStringLiteral("session"), Secret("x"), Scope::Admin);
        const auto made = waitFor(keys.create(name, Scope::Read, m_actor));
        QCOMPARE(made.error().code, QByteArray("key.bad_name"));
    }
    void aNameIsFreeAgainAfterRevocation()
    {
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        const auto made = waitFor(keys.create(QStringLiteral("a"), Scope::Read, m_actor));
        QVERIFY(waitFor(keys.revoke(made->key.id, m_actor)));
        QVERIFY(waitFor(keys.create(QStringLiteral("a"), Scope::Read, m_actor)));
    }
    void sessionKeysLiveInMemoryOnly()
    {
        {
            KeyService keys(*m_store, m_clock);
            QVERIFY(keys.load());
            keys.addSessionKey(QStringLiteral("given"), Secret("from-the-environment"), Scope::Admin);
            const Secret own = keys.makeSessionKey(QStringLiteral("this computer"), Scope::Admin);
            QVERIFY(keys.verify("from-the-environment"));
            QVERIFY(keys.verify(own.view()));
            const auto all = waitFor(keys.list());
            QCOMPARE(all->size(), std::size_t(3));
            QVERIFY(all->at(1).isOfThisSession);
            QCOMPARE(waitFor(keys.revoke(all->at(1).id, m_actor)).error().code, QByteArray("key.of_this_session"));
        }
        reopen();
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        QVERIFY(!keys.verify("from-the-environment"));
    }
    void unknownIdsAreNotFound()
    {
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        QCOMPARE(waitFor(keys.revoke({QStringLiteral("nobody")}, m_actor)).error().code, QByteArray("key.not_found"));
    }
    void useIsNotedAndWrittenOnceAMinute()
    {
        {
            KeyService keys(*m_store, m_clock);
            const auto secret = keys.load().value()->secret;
            QVERIFY(!waitFor(keys.list())->front().lastUsedAt);
            for (int i = 0; i < 100; ++i)
                QVERIFY(keys.verify(secret->view()));
            QCOMPARE(*waitFor(keys.list())->front().lastUsedAt, m_clock.wallMs());
            QTRY_COMPARE(m_clock.pending(), 1);
            m_clock.advance(Milliseconds(60'000));
            QTRY_COMPARE(waitFor(m_store->read([](Database &database) {
                             return database.number("SELECT count(*) FROM access_key WHERE last_used_at IS NOT NULL");
                         })).value(),
                         1);
            QVERIFY(keys.verify(secret->view()));
        }
        reopen();
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        QCOMPARE(*waitFor(keys.list())->front().lastUsedAt, m_clock.wallMs());
    }
    void aKeyThatCouldNotBeStoredDoesNotExist()
    {
        KeyService keys(*m_store, m_clock);
        QVERIFY(keys.load());
        m_isFailing = true;
        QVERIFY(!waitFor(keys.create(QStringLiteral("a"), Scope::Admin, m_actor)));
        m_isFailing = false;
        QCOMPARE(waitFor(keys.list())->size(), std::size_t(1));
        QVERIFY(waitFor(keys.create(QStringLiteral("a"), Scope::Admin, m_actor)));
    }
    void verifyingWhileKeysComeAndGo()
    {
        KeyService keys(*m_store, m_clock);
        const auto secret = keys.load().value()->secret;
        std::atomic_bool isDone = false;
        std::atomic_int misses = 0;
        std::thread reader([&] {
            while (!isDone)
                misses += keys.verify(secret->view()).has_value() ? 0 : 1;
        });
        for (int i = 0; i < 20; ++i)
            (void)waitFor(keys.create(QString::number(i), Scope::Read, m_actor));
        isDone = true;
        reader.join();
        QCOMPARE(misses.load(), 0);
    }
    void scopesHaveWords()
    {
        for (const Scope scope : {Scope::Read, Scope::Run, Scope::Admin})
            QCOMPARE(scopeOf(wordOf(scope)), std::optional(scope));
        QVERIFY(!scopeOf("ADMIN"));
        QVERIFY(!scopeOf(""));
    }
};

QTEST_GUILESS_MAIN(tst_Keys)
#include "tst_keys.moc"
