// SPDX-License-Identifier: GPL-3.0-or-later
// Apps on Heroku against a stand-in of its Platform API: what is asked, what is confirmed, what is done, and when.
#include "activity/activitylog.h"
#include "fakeclock.h"
#include "fakeservices.h"
#include "heroku/herokuapps.h"
#include "herokustand.h"
#include "waitfor.h"
#include "watchedclient.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QSignalSpy>
#include <QTest>

using namespace kule;
using namespace std::chrono_literals;
using Way = HerokuStand::Way;

namespace {

const QString app = QStringLiteral("duyuru-app");
const QString worker = QStringLiteral("worker");
const QByteArray token = "HRKU-canary-of-the-token";

template <class T>
QByteArray codeOf(const Result<T> &result)
{
    return result ? QByteArray("none") : result.error().code;
}

SecretPtr secretOf(const QByteArray &value)
{
    return std::make_shared<const Secret>(value);
}

} // namespace

class tst_Heroku : public QObject
{
    Q_OBJECT
private:
    const Actor m_actor{QStringLiteral("ayşe"), false};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<HerokuStand> m_stand;
    std::unique_ptr<FakeSecrets> m_secrets;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<WatchedClient> m_http;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<HerokuApps> m_heroku;
    QStringList m_given;

    void open()
    {
        close();
        m_store = std::move(Store::open({m_home->filePath(QStringLiteral("kule.db")), m_home->filePath(QStringLiteral("backups")), {}, 1}, 1).value());
        m_http = std::make_unique<WatchedClient>(*m_clock);
        m_heroku = std::make_unique<HerokuApps>(HerokuApps::Parts{*m_store, *m_clock, *m_secrets, *m_http, *m_redactor, m_stand->url() + u'/', m_given, 7});
        QVERIFY(waitFor(m_heroku->load()));
    }
    void close() // as a crash
    {
        m_heroku.reset();
        m_http.reset();
        m_store.reset();
    }
    HerokuApp appNow()
    {
        const auto apps = waitFor(m_heroku->apps());
        return apps && !apps->empty() ? apps->front() : HerokuApp();
    }
    QStringList activity()
    {
        QStringList rows;
        const auto page = waitFor(ActivityLog(*m_store).list({}, {}));
        for (const Activity &row : page.value_or(Page<Activity>()).items)
            rows.prepend(row.actor + u' ' + QString::fromLatin1(row.action) + u' ' + row.target + u' ' + row.detail);
        return rows;
    }
    Result<HerokuPreview> previewOf(const HerokuOrder &order) { return waitFor(m_heroku->preview(order)); }
    Result<HerokuOutcome> performed(const HerokuOrder &order, const QByteArray &expected) { return waitFor(m_heroku->perform(order, expected, m_actor)); }
    /// As a person does it: looks, then says yes.
    Result<HerokuOutcome> confirmed(const HerokuOrder &order)
    {
        const auto seen = previewOf(order);
        return seen ? performed(order, seen->expected) : Result<HerokuOutcome>(fail(seen.error()));
    }
    void verifyTokenless(const Error &error)
    {
        for (const QString &all : {error.message.english(), error.message.in(Language::Turkish), sourceOf(error.message), QString::fromUtf8(dumpJson(error.details))})
            QVERIFY2(!all.contains(QLatin1String("canary")), qPrintable(all));
    }
    /// Time goes on to that moment; what waits for it begins.
    void passTo(qint64 moment)
    {
        while (m_clock->wallMs() < moment) {
            m_clock->advance(std::min(Milliseconds(moment - m_clock->wallMs()), Milliseconds(60s)));
            QCoreApplication::processEvents();
        }
        m_clock->advance(2ms);
        QCoreApplication::processEvents();
    }
    void scheduleHourly(const QString &type = {})
    {
        QVERIFY(waitFor(m_heroku->change(app, {RestartTimes{QStringLiteral("0 * * * *"), QStringLiteral("UTC"), 0}, type}, m_actor)));
        m_clock->advance(2ms);
        QCoreApplication::processEvents();
        QVERIFY(appNow().nextRestartAt);
    }
    /// Nothing is under way, and the next look at the clock is set.
    bool isWaiting() const { return m_http->underWay == 0 && m_clock->pending() == 1; }
    bool hasEnded(HerokuRestartEnd end)
    {
        return waitUntil([&] { return appNow().lastRestart.has_value(); }) && appNow().lastRestart->end == end;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>();
        m_stand = std::make_unique<HerokuStand>(*m_clock);
        m_stand->add(app, token);
        m_secrets = std::make_unique<FakeSecrets>();
        m_redactor = std::make_unique<Redactor>();
        m_redactor->learn(Secret(token));
        m_given.clear();
        open();
        QVERIFY(waitFor(m_heroku->keep(app, secretOf(token), m_actor)));
    }
    void cleanup()
    {
        close();
        // Whatever a test did: nothing of the token is in any file.
        QDirIterator files(m_home->path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(file.fileName()));
        }
        m_stand.reset();
    }

    void anAppIsKeptAndItsTokenIsElsewhere()
    {
        QVERIFY(m_secrets->values.contains(secretname::herokuToken(app)));
        QVERIFY(waitFor(m_heroku->keep(QStringLiteral("another-app"), secretOf("another-token"), m_actor)));
        open();
        QCOMPARE(waitFor(m_heroku->apps())->size(), std::size_t(2));
        QCOMPARE(waitFor(m_heroku->apps())->at(1).name, app);
        QVERIFY(waitFor(m_heroku->remove(QStringLiteral("another-app"), m_actor)));
        QVERIFY(!m_secrets->values.contains(secretname::herokuToken(QStringLiteral("another-app"))));
        open();
        QCOMPARE(waitFor(m_heroku->apps())->size(), std::size_t(1));
        QCOMPARE(activity(), (QStringList{QStringLiteral("ayşe heroku.keep duyuru-app "), QStringLiteral("ayşe heroku.keep another-app "), QStringLiteral("ayşe heroku.remove another-app ")}));
        QCOMPARE(codeOf(waitFor(m_heroku->remove(QStringLiteral("another-app"), m_actor))), QByteArray("heroku.no_app"));
    }
    void wrongWordsAreRefused()
    {
        for (const char *name : {"", "a", "My-App", "my app", "../x", "my_app", "ışık", "-a", "a-", "a/b", "an-app-name-that-is-longer-than-any-uuid"})
            QCOMPARE(codeOf(waitFor(m_heroku->keep(QString::fromUtf8(name), secretOf(token), m_actor))), QByteArray("heroku.bad_app"));
        for (const char *bad : {"", "with space", "line\r\nX-Evil: 1", "ışık-ışık"})
            QCOMPARE(codeOf(waitFor(m_heroku->keep(app, secretOf(bad), m_actor))), QByteArray("heroku.bad_token"));
        QCOMPARE(codeOf(waitFor(m_heroku->keep(app, nullptr, m_actor))), QByteArray("heroku.bad_token"));
        const auto schedule = [this](const char *cron, const char *zone, const char *type) {
            return codeOf(waitFor(m_heroku->change(app, {RestartTimes{QString::fromLatin1(cron), QString::fromLatin1(zone), 0}, QString::fromUtf8(type)}, m_actor)));
        };
        QCOMPARE(schedule("x", "UTC", ""), QByteArray("cron.bad_expression"));
        QCOMPARE(schedule("0 4 * * *", "Nowhere/Town", ""), QByteArray("schedule.bad_timezone"));
        QCOMPARE(schedule("0 4 * * *", "UTC", "worker.1"), QByteArray("heroku.bad_type"));
        QCOMPARE(codeOf(waitFor(m_heroku->log(app, {0, {}}))), QByteArray("heroku.bad_lines"));
        QCOMPARE(codeOf(waitFor(m_heroku->look(QStringLiteral("nobody")))), QByteArray("heroku.no_app"));
        m_secrets->values.clear();
        QCOMPARE(codeOf(waitFor(m_heroku->look(app))), QByteArray("heroku.no_token"));
        QCOMPARE(m_stand->seen().size(), std::size_t(0));
    }
    void theEnvironmentGivesAnApp()
    {
        m_given = {QStringLiteral("given-app"), QStringLiteral("Not An App")};
        m_stand->add(m_given[0], "given-token");
        m_secrets->values[secretname::herokuToken(m_given[0])] = secretOf("given-token");
        open();
        QCOMPARE(waitFor(m_heroku->apps())->size(), std::size_t(2));
        QVERIFY(waitFor(m_heroku->apps())->at(1).isGiven);
        QVERIFY(waitFor(m_heroku->look(m_given[0])));
        QCOMPARE(codeOf(waitFor(m_heroku->remove(m_given[0], m_actor))), QByteArray("heroku.given"));
        QCOMPARE(codeOf(waitFor(m_heroku->keep(m_given[0], secretOf(token), m_actor))), QByteArray("heroku.given"));
        // Its schedule is ours.
        QVERIFY(waitFor(m_heroku->change(m_given[0], {RestartTimes{QStringLiteral("0 4 * * *"), QStringLiteral("UTC"), 0}, {}}, m_actor)));
        open();
        QCOMPARE(waitFor(m_heroku->apps())->at(1).restarts.cron, QStringLiteral("0 4 * * *"));
        QVERIFY(waitFor(m_heroku->apps())->at(1).isGiven);
    }

    void whatRunsIsShown()
    {
        m_stand->setQuantity(app, QStringLiteral("web"), 0);
        m_stand->age(app, 20h + 12min);
        QSignalSpy told(m_heroku.get(), &HerokuService::changed);
        const auto state = waitFor(m_heroku->look(app));
        QVERIFY(state);
        QCOMPARE(state->formation.size(), std::size_t(2));
        QCOMPARE(state->formation[1].type, worker);
        QCOMPARE(state->formation[1].quantity, 1);
        QCOMPARE(state->dynos.size(), std::size_t(1));
        const HerokuDyno &dyno = state->dynos[0];
        QCOMPARE(dyno.name, QStringLiteral("worker.1"));
        QCOMPARE(dyno.state, QStringLiteral("up"));
        QCOMPARE(dyno.release, 7);
        QCOMPARE(dyno.cyclesFrom, m_clock->wallMs() + (3h + 48min) / 1ms);
        QVERIFY2(dyno.cycling.english().contains(QLatin1String("20 h 12 min")), qPrintable(dyno.cycling.english()));
        QVERIFY(dyno.cycling.english().contains(QLatin1String("in about 4 to 7 hours")));
        QCOMPARE(state->offered->cron, QStringLiteral("0 4 * * *"));
        QCOMPARE(*state->app.requestsLeft, m_stand->requestsLeft);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.last().at(0).value<HerokuApp>().requestsLeft, state->app.requestsLeft);
        const auto &seen = m_stand->seen().front();
        QCOMPARE(seen.target, QByteArray("/apps/duyuru-app/formation"));
        QCOMPARE(seen.headers.value("authorization"), "Bearer " + token);
        QCOMPARE(seen.headers.value("accept"), QByteArray("application/vnd.heroku+json; version=3"));
    }
    void cyclingIsToldByAge()
    {
        const std::vector<HerokuFormation> formation{{worker, 1, {}, {}}};
        const auto said = [&](const char *type, Milliseconds age) {
            HerokuDyno dyno;
            dyno.type = QString::fromLatin1(type);
            dyno.startedAt = 1'000'000'000'000;
            tellCycle(dyno, formation, dyno.startedAt + age.count());
            return dyno.cycling.english();
        };
        QVERIFY(said("worker", 0ms).contains(QLatin1String("0 h 0 min")));
        QVERIFY(said("worker", 0ms).contains(QLatin1String("24 to 28 hours")));
        QVERIFY(said("worker", 25h).contains(QLatin1String("any moment")));
        QVERIFY(said("worker", -1h).contains(QLatin1String("0 h 0 min")));
        QVERIFY(said("run", 1h).contains(QLatin1String("not started again")));
    }

    void eachDeedSaysWhatItDoes_data()
    {
        QTest::addColumn<int>("deed");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("quantity");
        QTest::addColumn<QString>("effect");
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("row");
        const auto row = [](const char *name, HerokuDeed deed, const char *target, int quantity, const char *effect, const char *call, const char *body, const char *noted) {
            QTest::newRow(name) << static_cast<int>(deed) << QString::fromLatin1(target) << quantity << QString::fromLatin1(effect) << QByteArray(call) << QByteArray(body) << QString::fromUtf8(noted);
        };
        row("more", HerokuDeed::Scale, "worker", 4, "from 2 to 4: new dynos start", "PATCH /apps/duyuru-app/formation/worker", R"({"quantity":4})", "heroku.scale duyuru-app worker: 2 → 4");
        row("fewer", HerokuDeed::Scale, "worker", 1, "from 2 to 1: the dynos with the highest numbers stop", "PATCH /apps/duyuru-app/formation/worker", R"({"quantity":1})", "heroku.scale duyuru-app worker: 2 → 1");
        row("none", HerokuDeed::Scale, "worker", 0, "from 2 to 0: all its dynos stop", "PATCH /apps/duyuru-app/formation/worker", R"({"quantity":0})", "heroku.scale duyuru-app worker: 2 → 0");
        row("stop", HerokuDeed::Stop, "worker", 0, "would only restart it", "PATCH /apps/duyuru-app/formation/worker", R"({"quantity":0})", "heroku.stop duyuru-app worker: 2 → 0");
        row("one", HerokuDeed::RestartDyno, "worker.1", 0, "worker.1 will be restarted: it gets SIGTERM", "DELETE /apps/duyuru-app/dynos/worker.1", "", "heroku.restart duyuru-app worker.1");
        row("one-off", HerokuDeed::RestartDyno, "run.77", 0, "run.77 is a one-off dyno", "DELETE /apps/duyuru-app/dynos/run.77", "", "heroku.restart duyuru-app run.77");
        row("type", HerokuDeed::RestartType, "worker", 0, "restarted: worker.1, worker.2.", "DELETE /apps/duyuru-app/formations/worker", "", "heroku.restart duyuru-app worker");
        row("all", HerokuDeed::RestartAll, "", 0, "restarted: web.1, worker.1, worker.2.", "DELETE /apps/duyuru-app/dynos", "", "heroku.restart duyuru-app web.1, worker.1, worker.2");
    }
    void eachDeedSaysWhatItDoes()
    {
        QFETCH(int, deed);
        QFETCH(QString, target);
        QFETCH(int, quantity);
        QFETCH(QString, effect);
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, body);
        QFETCH(QString, row);
        m_stand->setQuantity(app, worker, 2);
        m_stand->setQuantity(app, QStringLiteral("web"), 1);
        m_stand->app(app).dynos.push_back({QStringLiteral("x"), QStringLiteral("run.77"), m_clock->wallMs()});
        const HerokuOrder order{app, static_cast<HerokuDeed>(deed), target, quantity};
        const auto before = activity();
        const auto seen = previewOf(order);
        QVERIFY2(seen, seen ? "" : seen.error().code.constData());
        QVERIFY2(seen->effect.english().contains(effect), qPrintable(seen->effect.english()));
        QCOMPARE(codeOf(performed(order, {})), QByteArray("heroku.unconfirmed"));
        QCOMPARE(codeOf(performed(order, "0123456789abcdef")), QByteArray("heroku.changed"));
        QCOMPARE(m_stand->writes(), QByteArrayList());
        QCOMPARE(activity(), before);

        const auto done = performed(order, seen->expected);
        QVERIFY2(done, done ? "" : done.error().code.constData());
        QCOMPARE(m_stand->writes(), QByteArrayList{call});
        QCOMPARE(m_stand->seen().back().body, body);
        QCOMPARE(activity().mid(before.size()), QStringList{QStringLiteral("ayşe ") + row});
        // The same yes does not do it a second time.
        QVERIFY(codeOf(performed(order, seen->expected)) != "none" || target == QLatin1String("run.77"));
        QVERIFY(m_stand->writes().size() == 1 || target == QLatin1String("run.77"));
    }
    void aYesHoldsForWhatWasSeenOnly()
    {
        const HerokuOrder scale{app, HerokuDeed::Scale, worker, 3};
        const auto seen = previewOf(scale);
        m_stand->setQuantity(app, worker, 2);
        QCOMPARE(codeOf(performed(scale, seen->expected)), QByteArray("heroku.changed"));
        const HerokuOrder restart{app, HerokuDeed::RestartAll, {}, 0};
        const auto all = previewOf(restart);
        m_stand->app(app).dynos[0].id = QStringLiteral("restarted-by-heroku");
        QCOMPARE(codeOf(performed(restart, all->expected)), QByteArray("heroku.changed"));
        // A yes to one thing is none to another.
        const auto three = previewOf(scale);
        QCOMPARE(codeOf(performed({app, HerokuDeed::Scale, worker, 4}, three->expected)), QByteArray("heroku.changed"));
        QCOMPARE(m_stand->writes(), QByteArrayList());
        QVERIFY(performed(scale, three->expected));
    }
    void aKillBetweenPreviewAndDeedDoesNothing()
    {
        const HerokuOrder order{app, HerokuDeed::RestartAll, {}, 0};
        const auto seen = previewOf(order);
        auto never = m_heroku->perform(order, seen->expected, m_actor);
        open();
        QCOMPARE(codeOf(waitFor(never)), QByteArray("engine.gone"));
        QCOMPARE(m_stand->writes(), QByteArrayList());
        QCOMPARE(activity().size(), 1);
        // What was confirmed is still so.
        QVERIFY(performed(order, seen->expected));
    }
    void whatMeansNothingIsSaid()
    {
        const auto code = [this](HerokuDeed deed, const char *target, int quantity = 0) { return codeOf(previewOf({app, deed, QString::fromLatin1(target), quantity})); };
        QCOMPARE(code(HerokuDeed::Scale, "worker", 1), QByteArray("heroku.nothing_to_do"));
        QCOMPARE(code(HerokuDeed::Scale, "worker", -1), QByteArray("heroku.bad_quantity"));
        QCOMPARE(code(HerokuDeed::Scale, "worker", 100'000), QByteArray("heroku.bad_quantity"));
        QCOMPARE(code(HerokuDeed::Scale, "clock", 1), QByteArray("heroku.no_type"));
        QCOMPARE(code(HerokuDeed::RestartType, "../dynos"), QByteArray("heroku.no_type"));
        QCOMPARE(code(HerokuDeed::RestartDyno, "worker.9"), QByteArray("heroku.no_dyno"));
        QCOMPARE(code(HerokuDeed::Stop, "worker.1"), QByteArray("heroku.stop_is_by_type"));
        QCOMPARE(code(HerokuDeed::Stop, "worker.2"), QByteArray("heroku.no_type"));
        m_stand->setQuantity(app, worker, 0);
        QCOMPARE(code(HerokuDeed::Stop, "worker"), QByteArray("heroku.nothing_to_do"));
        QCOMPARE(code(HerokuDeed::RestartType, "worker"), QByteArray("heroku.nothing_to_do"));
        QCOMPARE(code(HerokuDeed::RestartAll, ""), QByteArray("heroku.nothing_to_do"));
    }
    void oneDeedAtATime()
    {
        const HerokuOrder order{app, HerokuDeed::RestartAll, {}, 0};
        const auto seen = previewOf(order);
        auto first = m_heroku->perform(order, seen->expected, m_actor);
        auto second = m_heroku->perform(order, seen->expected, m_actor);
        QCOMPARE(codeOf(waitFor(second)), QByteArray("heroku.busy"));
        QVERIFY(waitFor(first));
        QCOMPARE(m_stand->writes().size(), 1);
        QCOMPARE(codeOf(performed(order, seen->expected)), QByteArray("heroku.changed"));
    }

    void aFaultIsTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("way");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, int status, const QByteArray &body, Way way, const char *code) { QTest::newRow(name) << status << body << static_cast<int>(way) << QByteArray(code); };
        const QByteArray said = dumpJson(Json{{"id", "some"}, {"message", QByteArray("Heroku says something about " + token)}});
        row("401", 401, said, Way::Whole, "heroku.unauthorised");
        row("402", 402, said, Way::Whole, "heroku.payment");
        row("403", 403, said, Way::Whole, "heroku.forbidden");
        row("404", 404, said, Way::Whole, "heroku.not_found");
        row("422", 422, said, Way::Whole, "heroku.refused");
        row("429", 429, said, Way::Whole, "heroku.rate_limited");
        row("500", 500, said, Way::Whole, "heroku.down");
        row("503 page", 503, "<html>Application error</html>", Way::Whole, "heroku.down");
        row("page", 200, "<html>Sign in to the hotel's network</html>", Way::Whole, "heroku.unreadable");
        row("no list", 200, R"({"type":"worker"})", Way::Whole, "heroku.unreadable");
        row("wrong types", 200, R"([{"type":7,"quantity":"many"}])", Way::Whole, "heroku.unreadable");
        row("nothing", 200, "", Way::Whole, "heroku.unreadable");
        row("half", 200, R"([{"type":"worker","quantity":1}])", Way::Half, "net.unreachable");
        row("rubbish", 200, "rubbish\r\n\r\n", Way::Rubbish, "net.unreachable");
        row("too deep", 200, QByteArray(1000, '['), Way::Whole, "heroku.unreadable");
        row("huge", 200, QByteArray(9 * 1024 * 1024, 'x'), Way::Whole, "heroku.unreadable");
    }
    void aFaultIsTold()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, way);
        QFETCH(QByteArray, code);
        // Qt repeats a GET whose connection broke.
        for (int i = 0; i < 4; ++i)
            m_stand->then({.status = status, .body = body, .way = static_cast<Way>(way)});
        const auto state = waitFor(m_heroku->look(app));
        QCOMPARE(codeOf(state), code);
        verifyTokenless(state.error());
        QVERIFY(!state.error().message.english().isEmpty());
    }
    void aSilentHerokuTimesOut()
    {
        m_stand->then({.way = Way::Never});
        const auto state = m_heroku->look(app);
        QVERIFY(waitUntil([this] { return m_stand->seen().size() == 1; }));
        m_clock->advance(20s);
        QCOMPARE(codeOf(waitFor(state)), QByteArray("net.timeout"));
        m_stand->stop();
        QCOMPARE(codeOf(waitFor(m_heroku->look(app))), QByteArray("net.unreachable"));
    }
    void theTokenFollowsNoRedirect()
    {
        ScriptedServer elsewhere;
        m_stand->then({.status = 302, .headers = {{"Location", elsewhere.url(QStringLiteral("/canary")).toUtf8()}}});
        const auto state = waitFor(m_heroku->look(app));
        QCOMPARE(codeOf(state), QByteArray("heroku.redirected"));
        verifyTokenless(state.error());
        QCOMPARE(elsewhere.seen().size(), std::size_t(0));
    }
    void tooManyRequestsAreWaitedOut()
    {
        m_stand->then({.status = 429, .body = R"({"id":"rate_limit","message":"Your account reached the API rate limit."})", .headers = {{"Retry-After", "7"}, {"RateLimit-Remaining", "0"}}});
        const auto limited = waitFor(m_heroku->look(app));
        QCOMPARE(codeOf(limited), QByteArray("heroku.rate_limited"));
        QCOMPARE(*limited.error().retryAfter, 7);
        QCOMPARE(*appNow().requestsLeft, qint64(0));
        QCOMPARE(*appNow().waitsUntil, m_clock->wallMs() + 7000);
        m_clock->advance(6500ms);
        QCOMPARE(*waitFor(m_heroku->look(app)).error().retryAfter, 1);
        QCOMPARE(m_stand->seen().size(), std::size_t(1));
        m_clock->advance(500ms);
        QVERIFY(waitFor(m_heroku->look(app)));
        QVERIFY(!appNow().waitsUntil);
    }
    void aDateMayStandForTheWait()
    {
        const auto wait = [this](const QByteArray &header) {
            const HttpReply reply{429, {{"Retry-After", header}}, "{}", 0, 0};
            return *herokucalls::answerOf(reply, app, 1'795'000'000'000, [](const QString &said) { return said; }).error().retryAfter;
        };
        QCOMPARE(wait("Wed, 18 Nov 2026 11:08:10 GMT"), 90);
        QCOMPARE(wait(""), 60);
        QCOMPARE(wait("soon"), 60);
        QCOMPARE(wait("-5"), 1);
        QCOMPARE(wait("99999999999"), 3600);
    }

    void whatNobodyCanKnowIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("way");
        const auto row = [](const char *name, int status, const char *body, Way way) { QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(way); };
        row("500", 500, "{}", Way::Whole);
        row("page", 200, "<html>", Way::Whole);
        row("half", 202, "{\"a\":\"b\"}", Way::Half);
        row("dropped", 202, "{}", Way::Dropped);
        row("never", 202, "{}", Way::Never);
    }
    void whatNobodyCanKnowIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, way);
        const HerokuOrder order{app, HerokuDeed::RestartDyno, QStringLiteral("worker.1"), 0};
        const auto seen = previewOf(order);
        m_stand->doThen("DELETE", {.status = status, .body = body, .way = static_cast<Way>(way)});
        auto future = m_heroku->perform(order, seen->expected, m_actor);
        QVERIFY(waitUntil([&] { return !m_stand->writes().isEmpty(); }));
        if (static_cast<Way>(way) == Way::Never)
            m_clock->advance(20s);
        const auto done = waitFor(future);
        QCOMPARE(codeOf(done), QByteArray("heroku.unclear"));
        verifyTokenless(done.error());
        QCOMPARE(m_stand->writes().size(), 1); // never twice by itself
        QCOMPARE(activity().last(), QStringLiteral("ayşe heroku.restart duyuru-app worker.1 (unclear)"));
        // Repeating it with the former yes does nothing: it was done.
        QCOMPARE(codeOf(performed(order, seen->expected)), QByteArray("heroku.changed"));
    }
    void whatHerokuRefusesIsNotNoted()
    {
        const HerokuOrder order{app, HerokuDeed::Scale, worker, 2};
        const auto seen = previewOf(order);
        m_stand->doThen("PATCH", {.status = 402, .body = R"({"id":"delinquent","message":"Verify your account."})"});
        QCOMPARE(codeOf(performed(order, seen->expected)), QByteArray("heroku.payment"));
        QCOMPARE(activity().size(), 1);
    }

    void theLastLinesCome()
    {
        m_stand->app(app).log = "2026-11-21T10:00:00.123456+00:00 app[worker.1]: Merhaba \xc4\xb1\n"
                                "2026-11-21T10:00:01+00:00 heroku[worker.1]: State changed from starting to up\r\n"
                                "\n  File \"x.py\", line 3\n2026-11-21T10:00:02+00:00 app[worker.1]: token " + token + "\n";
        const auto log = waitFor(m_heroku->log(app, {50, QStringLiteral("worker.1")}));
        QVERIFY(log);
        QCOMPARE(log->lines.size(), std::size_t(4));
        QCOMPARE(log->lines[0].text, QStringLiteral("Merhaba ı"));
        QCOMPARE(log->lines[0].dyno, QStringLiteral("worker.1"));
        QCOMPARE(log->lines[1].source, QStringLiteral("heroku"));
        QCOMPARE(log->lines[1].text, QStringLiteral("State changed from starting to up"));
        QCOMPARE(log->lines[2].text, QStringLiteral("  File \"x.py\", line 3"));
        QCOMPARE(log->lines[3].text, QStringLiteral("token ***"));
        QVERIFY(!log->isCut);
        QCOMPARE(m_stand->seen().back().body, QByteArray(R"({"dyno":"worker.1","lines":50,"tail":false})"));
        QVERIFY(!m_stand->seenByLogs().front().headers.contains("authorization"));
        QCOMPARE(activity().size(), 1); // reading is no deed
    }
    void ofAVastLogTheNewestLinesAreTaken()
    {
        QByteArray all;
        for (int i = 0; i < 40'000; ++i)
            all += "2026-11-21T10:00:00+00:00 app[worker.1]: line " + QByteArray::number(i) + " of many that are long\n";
        m_stand->app(app).log = all;
        const auto log = waitFor(m_heroku->log(app, {1500, {}}));
        QVERIFY(log);
        QVERIFY(log->isCut);
        QCOMPARE(log->lines.back().text, QStringLiteral("line 39999 of many that are long"));
        QCOMPARE(log->lines.front().dyno, QStringLiteral("worker.1")); // no half of a line
        QVERIFY(log->lines.size() > 10'000 && log->lines.size() < 20'000);
    }
    void aLogThatDoesNotComeNamesNoAddress()
    {
        for (auto answer : {HerokuStand::Answer{.status = 403, .body = "canary"}, {.status = 302, .headers = {{"Location", "http://127.0.0.1:1/canary"}}}, {.body = "some lines", .way = Way::Half}}) {
            for (int i = 0; i < 4; ++i)
                m_stand->logs().then(answer);
            const auto log = waitFor(m_heroku->log(app, {}));
            QVERIFY(!log);
            verifyTokenless(log.error());
        }
        for (const char *answer : {"{}", "[]", "{\"logplex_url\":\"file:///etc/canary\"}", "{\"logplex_url\":7}"}) {
            m_stand->then({.status = 201, .body = answer});
            const auto log = waitFor(m_heroku->log(app, {}));
            QCOMPARE(codeOf(log), QByteArray("heroku.unreadable"));
            verifyTokenless(log.error());
        }
        QVERIFY(!herokucalls::logAddressOf({{"logplex_url", "http://logs.example/x"}}, QStringLiteral("https://api.heroku.com")));
    }
    void configVariablesAreComparedAndForgotten()
    {
        QVERIFY(waitFor(m_heroku->keep(QStringLiteral("gone-app"), secretOf("a-token-of-old"), m_actor)));
        m_stand->add(QStringLiteral("other-app"), "other-token");
        QVERIFY(waitFor(m_heroku->keep(QStringLiteral("other-app"), secretOf("other-token"), m_actor)));
        m_stand->app(app).variables = {{QStringLiteral("TOKEN"), QStringLiteral("123456:AAcanary")}, {QStringLiteral("MODE"), QStringLiteral("prod")}};
        m_stand->app(QStringLiteral("other-app")).variables = {{QStringLiteral("TOKEN"), QStringLiteral("123456:AAcanary-not")}};
        QCOMPARE(*waitFor(m_heroku->appsThatHold(secretOf("123456:AAcanary"))), QStringList{app});
        QCOMPARE(*waitFor(m_heroku->appsThatHold(secretOf("999999:nobody"))), QStringList());
        m_stand->stop();
        QCOMPARE(*waitFor(m_heroku->appsThatHold(secretOf("123456:AAcanary"))), QStringList());
    }

    void aRestartComesAtItsHour()
    {
        m_stand->setQuantity(app, QStringLiteral("web"), 1);
        m_stand->age(app, 5h);
        scheduleHourly(worker);
        const qint64 meant = *appNow().nextRestartAt;
        passTo(meant - 1000);
        QCOMPARE(m_stand->writes(), QByteArrayList());
        passTo(meant);
        QVERIFY(hasEnded(HerokuRestartEnd::Restarted));
        QCOMPARE(m_stand->writes(), QByteArrayList{"DELETE /apps/duyuru-app/formations/worker"});
        QCOMPARE(*appNow().nextRestartAt, meant + 3'600'000);
        QCOMPARE(activity().last(), QStringLiteral("schedule heroku.restart duyuru-app worker"));
        // All of it is there after a restart of Kule.
        open();
        QCOMPARE(appNow().lastRestart->end, HerokuRestartEnd::Restarted);
        QVERIFY(appNow().lastRestart->said.english().contains(QLatin1String("worker.1")));
        QCOMPARE(*appNow().nextRestartAt, meant + 3'600'000);
        passTo(meant + 3'600'000);
        QVERIFY(waitUntil([this] { return m_stand->writes().size() == 2; }));
    }
    void aRestartIsPlannedOnce()
    {
        scheduleHourly();
        const qint64 meant = *appNow().nextRestartAt;
        passTo(meant - 60'000);
        open(); // killed a minute before
        passTo(meant + 120'000); // and up again two minutes after
        QVERIFY(hasEnded(HerokuRestartEnd::Restarted));
        // Killed after it was done, and before that was stored.
        m_stand->age(app, 1min);
        QVERIFY(waitFor(m_store->write([meant](Database &database) { return database.run("UPDATE heroku_app SET next_at = ?, last_at = NULL, last_end = ''", meant).map([](const Cursor &) {}); })));
        open();
        m_clock->advance(2ms);
        QVERIFY(hasEnded(HerokuRestartEnd::Skipped));
        QCOMPARE(m_stand->writes().size(), 1);
    }
    void aMissedRestartIsTold()
    {
        scheduleHourly();
        const qint64 meant = *appNow().nextRestartAt;
        close();
        m_clock->advance(Milliseconds(meant - m_clock->wallMs()) + 30min);
        open();
        m_clock->advance(2ms);
        QVERIFY(hasEnded(HerokuRestartEnd::Missed));
        QCOMPARE(appNow().lastRestart->at, meant);
        QVERIFY(*appNow().nextRestartAt > m_clock->wallMs());
        QCOMPARE(m_stand->writes(), QByteArrayList());
    }
    void nothingIsRestartedThatJustWas()
    {
        scheduleHourly();
        const qint64 meant = *appNow().nextRestartAt;
        passTo(meant - 180'000);
        QVERIFY(confirmed({app, HerokuDeed::RestartAll, {}, 0}));
        passTo(meant);
        QVERIFY(hasEnded(HerokuRestartEnd::Skipped));
        QCOMPARE(m_stand->writes().size(), 1);
    }
    void nothingThatIsStoppedIsRestarted()
    {
        m_stand->setQuantity(app, worker, 0);
        scheduleHourly();
        passTo(*appNow().nextRestartAt);
        QVERIFY(hasEnded(HerokuRestartEnd::Skipped));
        QCOMPARE(m_stand->writes(), QByteArrayList());
    }
    void aRestartThatFailsIsTriedAgainForMinutes()
    {
        scheduleHourly();
        const qint64 meant = *appNow().nextRestartAt;
        m_stand->then({.status = 503, .body = "<html>"});
        passTo(meant);
        QVERIFY(waitUntil([this] { return m_stand->seen().size() == 1 && isWaiting(); }));
        QVERIFY(!appNow().lastRestart);
        passTo(m_clock->wallMs() + 61'000);
        QVERIFY(hasEnded(HerokuRestartEnd::Restarted));
        QCOMPARE(m_stand->writes().size(), 1);
    }
    void aRestartThatGoesOnFailingIsTold()
    {
        scheduleHourly();
        const qint64 meant = *appNow().nextRestartAt;
        m_stand->stop();
        passTo(meant);
        while (m_clock->wallMs() < meant + 17 * 60'000) {
            QVERIFY(waitUntil([this] { return isWaiting(); }));
            passTo(m_clock->wallMs() + 61'000);
        }
        QVERIFY(hasEnded(HerokuRestartEnd::Failed));
        QVERIFY(!appNow().lastRestart->said.english().isEmpty());
        QVERIFY(*appNow().nextRestartAt > m_clock->wallMs());
    }
    void aRestartWithoutRightIsNotTriedAgain()
    {
        scheduleHourly();
        m_secrets->values[secretname::herokuToken(app)] = secretOf("a-token-that-was-revoked");
        passTo(*appNow().nextRestartAt);
        QVERIFY(hasEnded(HerokuRestartEnd::Failed));
        QCOMPARE(m_stand->seen().size(), std::size_t(1));
    }
    void aClockThatIsSetBackPlansAnew()
    {
        scheduleHourly();
        const qint64 meant = *appNow().nextRestartAt;
        m_clock->jumpWall(-5h);
        passTo(m_clock->wallMs() + 61'000);
        QVERIFY(*appNow().nextRestartAt < meant);
        QVERIFY(*appNow().nextRestartAt > m_clock->wallMs());
    }
    void timesThatEndRestartNothing()
    {
        scheduleHourly();
        const qint64 meant = *appNow().nextRestartAt;
        QVERIFY(waitFor(m_heroku->change(app, {RestartTimes(), {}}, m_actor)));
        QVERIFY(!appNow().nextRestartAt);
        passTo(meant + 120'000);
        QCOMPARE(m_stand->seen().size(), std::size_t(0));
        QVERIFY(waitFor(m_heroku->look(app))->offered);
    }
};

QTEST_GUILESS_MAIN(tst_Heroku)
#include "tst_heroku.moc"
