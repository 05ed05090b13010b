// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "fakeservices.h"
#include "notify/pusher.h"
#include "notify/pushersignature.h"
#include "scriptedserver.h"
#include "waitfor.h"
#include "watchedclient.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace kule;
using namespace std::chrono_literals;
using Answer = ScriptedServer::Answer;

class tst_Pusher : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeClock> m_clock;
    FakeSecrets m_secrets;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<SettingsService> m_settings;
    std::unique_ptr<WatchedClient> m_http;
    std::unique_ptr<Pusher> m_pusher;
    std::unique_ptr<QSignalSpy> m_delivered;

    Settings::Layer layer() const
    {
        return {{Setting::PusherAppId, QStringLiteral("3")},
                {Setting::PusherKey, QStringLiteral("278d425bdf160c739803")},
                {Setting::PusherHost, QStringLiteral("127.0.0.1")},
                {Setting::PusherPort, QString::number(m_server->port())},
                {Setting::PusherTls, QStringLiteral("false")}};
    }
    void open(const Settings::Layer &environment, Pusher::Limits limits = {})
    {
        m_delivered.reset();
        m_pusher.reset();
        m_settings = std::make_unique<SettingsService>(m_home->filePath(QStringLiteral("settings.json")), Settings::Layer(), environment);
        m_pusher = std::make_unique<Pusher>(*m_settings, m_secrets, *m_http, *m_clock, 7, limits);
        m_delivered = std::make_unique<QSignalSpy>(m_pusher.get(), &Notifier::delivered);
    }
    void keep(const char *secret) { m_secrets.values[secretname::pusher] = std::make_shared<const Secret>(QByteArrayView(secret)); }
    void trigger(qint64 ticket, const char *channel = "c") { m_pusher->trigger(ticket, QString::fromLatin1(channel), QStringLiteral("olay"), R"({"message": "İşlem"})"); }
    /// Moves the clock until the test's wish has come true; never under a request.
    template <class F>
    bool within(Milliseconds span, Milliseconds step, F wish)
    {
        for (Milliseconds gone{0}; gone <= span; gone += step) {
            (void)waitFor(ask(m_pusher.get(), [] { return Done(); })); // what was posted to it has begun
            if (!waitUntil([this] { return m_http->underWay == 0; }))
                return false;
            if (wish())
                return true;
            m_clock->advance(step);
        }
        return false;
    }
    QList<qint64> tickets() const
    {
        QList<qint64> all;
        for (const auto &signal : *m_delivered)
            all << signal.at(0).toLongLong();
        return all;
    }
    QString errorOf(qint64 ticket) const
    {
        for (const auto &signal : *m_delivered) {
            if (signal.at(0).toLongLong() == ticket)
                return signal.at(1).toString();
        }
        return QStringLiteral("none came");
    }
    /// As the service does it, from what came over the wire alone.
    Answer checked(const ScriptedServer::Seen &seen) const
    {
        const QList<QByteArray> parts = seen.target.split('?');
        const QUrlQuery query(QString::fromLatin1(parts.value(1)));
        const QByteArray signature = query.queryItemValue(QStringLiteral("auth_signature")).toLatin1();
        const QByteArray rest = parts.value(1).left(parts.value(1).indexOf("&auth_signature="));
        const QByteArray expected =
            QMessageAuthenticationCode::hash(seen.method + '\n' + parts.value(0) + '\n' + rest, "7ad3773142a6692b25b8", QCryptographicHash::Sha256).toHex();
        const bool isBody = query.queryItemValue(QStringLiteral("body_md5")).toLatin1() == QCryptographicHash::hash(seen.body, QCryptographicHash::Md5).toHex();
        const qint64 age = m_clock->wallMs() / 1000 - query.queryItemValue(QStringLiteral("auth_timestamp")).toLongLong();
        return {.status = signature == expected && isBody && std::abs(age) < 600 && parts.value(0) == "/apps/3/events" ? 200 : 401};
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>();
        m_server = std::make_unique<ScriptedServer>();
        m_http = std::make_unique<WatchedClient>(*m_clock);
        keep("7ad3773142a6692b25b8");
        open(layer());
    }
    void cleanup()
    {
        m_delivered.reset();
        m_pusher.reset();
        m_http.reset(); // what is under way in it knows the clock
    }

    void thePublishedVectorIsMet()
    {
        const QByteArray query = pusherQuery({"/apps/3/events", "278d425bdf160c739803", 1353088179,
                                              "{\"name\":\"foo\",\"channels\":[\"project-3\"],\"data\":\"{\\\"some\\\":\\\"data\\\"}\"}"},
                                             Secret("7ad3773142a6692b25b8"));
        QCOMPARE(query, QByteArray("auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&body_md5=ec365a775a4cd0599faeb73354201b6f"
                                   "&auth_signature=da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c"));
    }
    void anEventArrivesSigned()
    {
        m_server->handle([this](const auto &seen) { return checked(seen); });
        trigger(1);
        QTRY_COMPARE(m_delivered->size(), 1);
        QCOMPARE(errorOf(1), QString());
        const Json body = Json::parse(m_server->seen().at(0).body.toStdString());
        QVERIFY(body["name"] == "olay");
        QVERIFY(body["channels"] == Json::array({"c"}));
        QVERIFY(body["data"] == R"({"message": "İşlem"})");
    }
    void aWrongSecretIsSaid()
    {
        keep("other-secret");
        open(layer());
        m_server->handle([this](const auto &seen) { return checked(seen); });
        trigger(1);
        QTRY_COMPARE(m_delivered->size(), 1);
        QVERIFY(errorOf(1).contains(QStringLiteral("401")));
        QVERIFY(!errorOf(1).contains(QStringLiteral("other-secret")));
    }
    void aChannelKeepsItsOrderWhileTheServerStumbles()
    {
        m_server->then({.status = 500}).then({}).then({.status = 503});
        for (int ticket = 1; ticket <= 4; ++ticket)
            trigger(ticket);
        QVERIFY(within(40s, 100ms, [this] { return m_delivered->size() == 4; }));
        QCOMPARE(tickets(), (QList<qint64>{1, 2, 3, 4}));
        QCOMPARE(errorOf(1) + errorOf(2) + errorOf(3) + errorOf(4), QString());
        QCOMPARE(m_server->seen().size(), std::size_t(6));
    }
    void channelsGoSideBySide()
    {
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Held}; });
        for (int ticket = 1; ticket <= 6; ++ticket)
            trigger(ticket, QByteArray("c" + QByteArray::number(ticket)).constData());
        QTRY_COMPARE(m_server->held(), 4);
        m_server->release();
        QTRY_COMPARE(m_server->held(), 2);
        m_server->release();
        QTRY_COMPARE(m_delivered->size(), 6);
    }
    void whatIsRefusedIsNotRepeated()
    {
        m_server->then({.status = 413, .body = "too big"});
        trigger(1);
        trigger(2);
        QTRY_COMPARE(m_delivered->size(), 2);
        QCOMPARE(errorOf(1), QStringLiteral("Pusher answered 413: too big"));
        QCOMPARE(errorOf(2), QString());
    }
    void aServerThatStaysAwayIsGivenUp()
    {
        m_server->handle([](const auto &) { return Answer{.status = 502}; });
        trigger(1);
        QVERIFY(within(1000s, 500ms, [this] { return !m_delivered->isEmpty(); }));
        QCOMPARE(m_server->seen().size(), std::size_t(5));
        QVERIFY(errorOf(1).contains(QStringLiteral("502")));
    }
    void theOldestGoesWhenTooManyWait()
    {
        open(layer(), {.queue = 3});
        m_server->handle([](const auto &) { return Answer{.way = Answer::Way::Held}; });
        trigger(1);
        QTRY_COMPARE(m_server->held(), 1);
        for (int ticket = 2; ticket <= 6; ++ticket)
            trigger(ticket);
        m_server->handle([](const auto &) { return Answer(); });
        m_server->release();
        QTRY_COMPARE(m_delivered->size(), 6);
        QCOMPARE(tickets(), (QList<qint64>{1, 2, 3, 4, 5, 6}));
        for (qint64 dropped : {2, 3, 4})
            QVERIFY(!errorOf(dropped).isEmpty());
        for (qint64 sent : {1, 5, 6})
            QCOMPARE(errorOf(sent), QString());
    }
    void notConfiguredIsSaid()
    {
        open({});
        QVERIFY(!m_pusher->isConfigured());
        trigger(1);
        QTRY_COMPARE(m_delivered->size(), 1);
        QVERIFY(!errorOf(1).isEmpty());
        QVERIFY(m_server->seen().empty());
    }
    void eventsWaitForTheSecretAndFollowIt()
    {
        m_secrets.values.clear();
        open(layer());
        QVERIFY(m_pusher->isConfigured()); // it is being looked for
        trigger(1);
        QTRY_COMPARE(m_delivered->size(), 1);
        QVERIFY(!errorOf(1).isEmpty());
        QVERIFY(!m_pusher->isConfigured());
        keep("7ad3773142a6692b25b8");
        Q_EMIT m_secrets.valueChanged(QStringLiteral("bot/1/token"));
        QVERIFY(!m_pusher->isConfigured());
        Q_EMIT m_secrets.valueChanged(secretname::pusher);
        QVERIFY(m_pusher->isConfigured());
        m_server->handle([this](const auto &seen) { return checked(seen); });
        trigger(2);
        QTRY_COMPARE(m_delivered->size(), 2);
        QCOMPARE(errorOf(2), QString());
    }
    void settingsAreFollowed()
    {
        auto keyless = layer();
        keyless.remove(Setting::PusherKey);
        open(keyless);
        QVERIFY(!m_pusher->isConfigured());
        m_settings->set(Setting::PusherKey, QStringLiteral("278d425bdf160c739803"));
        QTRY_VERIFY(m_pusher->isConfigured());
        m_server->handle([this](const auto &seen) { return checked(seen); });
        trigger(1);
        QTRY_COMPARE(m_delivered->size(), 1);
        QCOMPARE(errorOf(1), QString());
    }
};

QTEST_GUILESS_MAIN(tst_Pusher)
#include "tst_pusher.moc"
