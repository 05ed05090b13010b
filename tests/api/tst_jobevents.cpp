// SPDX-License-Identifier: GPL-3.0-or-later
// Job events from the service's signals to polling clients, without sockets: what is said, to whom, in which order.
#include "api/jobevents/jobrooms.h"
#include "fakeclock.h"
#include "fakeservices.h"

#include <QTest>

using namespace kule;
using engineio::Answer;
using engineio::Query;

namespace {

const QString jobId = QStringLiteral("550e8400-e29b-41d4-a716-446655440000");
const QString otherId = QStringLiteral("550e8400-e29b-41d4-a716-446655440001");

struct Stand
{
    FakeClock clock;
    FakeJobs jobs;
    FakeKeys keys;
    Redactor redactor;
    JobFeed feed{jobs, keys, redactor};
    std::atomic<qint64> subscriptions = 0;
    engineio::Counts counts;
    const engineio::Timings timings;
    std::unique_ptr<engineio::SessionShard> shard = std::make_unique<engineio::SessionShard>(
        1, timings, clock, counts, [this](engineio::SessionShard &here) { return std::make_unique<JobRooms>(here, feed, keys, subscriptions); });

    Job &add(const QString &id, JobState state)
    {
        JobDetail &detail = jobs.add(id, state);
        detail.job.revision = 1;
        return detail.job;
    }
    /// A change as the service tells it.
    void change(const QString &id, const std::function<void(Job &)> &f)
    {
        for (JobDetail &detail : jobs.all) {
            if (detail.job.id.value != id)
                continue;
            f(detail.job);
            ++detail.job.revision;
            Q_EMIT jobs.changed(detail.job);
        }
    }
    void end(const QString &id, const Json &result)
    {
        for (JobDetail &detail : jobs.all) {
            if (detail.job.id.value == id)
                detail.attempts = {Attempt{detail.job.attempt, JobState::Succeeded, {}, 0, {}, {}, {}, {}, {}, {}, 0, result, false, {}, {}, {}}};
        }
        change(id, [](Job &job) { job.state = JobState::Succeeded; });
    }
};

/// A Socket.IO client by polling; reads what is there.
class Client
{
public:
    explicit Client(Stand &stand, const QByteArray &auth = {})
        : m_stand(stand)
    {
        stand.shard->open({}, {}, [this](const Answer &answer) { m_query.sid = parseJson(QByteArrayView(answer.body).sliced(1))->at("sid").get<QByteArray>(); });
        say("40" + auth);
        joined = read().value(0);
    }
    void say(const QByteArray &packet)
    {
        http::Request request;
        request.method = "POST";
        request.body = packet;
        m_stand.shard->serve({m_query, request, [](const Answer &) {}});
    }
    void follow(const QString &name) { say("42[\"job:subscribe\",\"" + name.toUtf8() + "\"]"); }
    /// All packets until it is silent.
    QList<QByteArray> read()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        if (!m_heard->isPolling) {
            m_heard->isPolling = true;
            http::Request request;
            request.method = "GET";
            m_stand.shard->serve({m_query, request, [heard = m_heard](const Answer &answer) {
                                      heard->isPolling = false;
                                      heard->packets += answer.body.split('\x1e');
                                  }});
        }
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        return std::exchange(m_heard->packets, {});
    }
    /// The events among them: [name, payload].
    std::vector<Json> events()
    {
        std::vector<Json> list;
        for (const QByteArray &packet : read()) {
            if (packet.startsWith("42"))
                list.push_back(*parseJson(QByteArrayView(packet).sliced(2)));
        }
        return list;
    }
    QByteArray joined;

private:
    /// A held poll may be answered when the client has gone.
    struct Heard
    {
        bool isPolling = false;
        QList<QByteArray> packets;
    };

    Stand &m_stand;
    Query m_query;
    std::shared_ptr<Heard> m_heard = std::make_shared<Heard>();
};

QByteArrayList namesOf(const std::vector<Json> &events)
{
    QByteArrayList names;
    for (const Json &event : events)
        names.append(event[0].get<QByteArray>());
    return names;
}

} // namespace

class tst_JobEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTitlesEventsAreTheDocuments()
    {
        Job job;
        job.id = {jobId};
        job.kind = "title";
        job.state = JobState::Running;
        job.progress = 50;
        job.step = QStringLiteral("scraping_netflix");
        const auto progress = progressOf(job, 7);
        QCOMPARE(dumpJson(progress), R"({"jobId":"550e8400-e29b-41d4-a716-446655440000","progress":50,"status":"processing","step":"scraping_netflix","message":"Scraping Netflix","seq":7,"kind":"title"})");
        job.state = JobState::Succeeded;
        const auto end = endOf(job, Json{{"data", {{"title", "T"}}}, {"source", "cache"}}, 8);
        QCOMPARE(dumpJson(end), R"({"jobId":"550e8400-e29b-41d4-a716-446655440000","data":{"title":"T"},"source":"cache","seq":8,"kind":"title"})");
        job.state = JobState::Failed;
        job.errorType = QStringLiteral("SCRAPE_ERROR");
        job.error = text(refusedPage, QStringLiteral("403"));
        QCOMPARE(dumpJson(endOf(job, std::nullopt, 8)["error"]), R"({"code":"SCRAPE_ERROR","message":"Failed to fetch Netflix page: 403"})");
    }
    void aScriptsEventsSayTheSame_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](JobState state, const char *status, const char *code) { QTest::newRow(wordOf(state)) << static_cast<int>(state) << QByteArray(status) << QByteArray(code); };
        row(JobState::Queued, "pending", "");
        row(JobState::Running, "processing", "");
        row(JobState::Succeeded, "completed", "");
        row(JobState::Failed, "failed", "JOB_FAILED");
        row(JobState::Cancelled, "failed", "JOB_CANCELLED");
        row(JobState::TimedOut, "failed", "JOB_TIMED_OUT");
        row(JobState::Interrupted, "failed", "JOB_INTERRUPTED");
    }
    void aScriptsEventsSayTheSame()
    {
        QFETCH(int, state);
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, code);
        Job job;
        job.state = static_cast<JobState>(state);
        QCOMPARE(progressOf(job, 1)["status"].get<QByteArray>(), status);
        if (isOpen(job.state))
            return;
        const auto end = endOf(job, Json{{"greeted", "Kule"}}, 2);
        if (code.isEmpty()) {
            QCOMPARE(dumpJson(end["data"]), R"({"greeted":"Kule"})");
            QVERIFY(end["source"] == "script");
        } else {
            QCOMPARE(end["error"]["code"].get<QByteArray>(), code);
            QVERIFY(!end["error"]["message"].get<QByteArray>().isEmpty());
        }
    }

    void followsAJobToItsEnd()
    {
        Stand stand;
        stand.add(jobId, JobState::Queued);
        Client client(stand);
        client.follow(jobId);
        auto events = client.events();
        QCOMPARE(namesOf(events), QByteArrayList{"job:progress"});
        QCOMPARE(events[0][1]["status"].get<QByteArray>(), "pending");
        const qint64 first = events[0][1]["seq"];

        stand.change(jobId, [](Job &job) { job.state = JobState::Running; });
        stand.change(jobId, [](Job &job) { job.progress = 30; });
        stand.end(jobId, Json{{"a", 1}});
        events = client.events();
        QCOMPARE(namesOf(events), QByteArrayList({"job:progress", "job:progress", "job:progress", "job:completed"}));
        for (std::size_t i = 0; i < events.size(); ++i)
            QCOMPARE(events[i][1]["seq"].get<qint64>(), first + 1 + static_cast<qint64>(i));
        QCOMPARE(dumpJson(events[3][1]["data"]), R"({"a":1})");
        QCOMPARE(stand.subscriptions.load(), 1);
        client.say("42[\"job:unsubscribe\",\"" + jobId.toUtf8() + "\"]");
        QCOMPARE(stand.subscriptions.load(), 0);
        stand.change(jobId, [](Job &job) { job.state = JobState::Queued; });
        QVERIFY(client.events().empty());
    }
    void anEndThatWasBeforeIsNotLost()
    {
        Stand stand;
        Job &job = stand.add(jobId, JobState::Failed);
        job.error = verbatim(QStringLiteral("boom"));
        Client client(stand);
        client.follow(jobId);
        const auto events = client.events();
        QCOMPARE(namesOf(events), QByteArrayList({"job:progress", "job:error"}));
        QCOMPARE(events[1][1]["error"]["message"].get<QByteArray>(), "boom");
        QCOMPARE(events[1][1]["seq"].get<qint64>(), events[0][1]["seq"].get<qint64>() + 1);
    }
    void anEndWhileSubscribingComesOnce()
    {
        Stand stand;
        stand.add(jobId, JobState::Running);
        Client early(stand), late(stand);
        early.follow(jobId);
        (void)early.events();
        late.follow(jobId); // the feed has not heard of it yet
        stand.end(jobId, 1);
        QCOMPARE(namesOf(early.events()), QByteArrayList({"job:progress", "job:completed"}));
        const auto events = late.events();
        QCOMPARE(namesOf(events).count("job:completed"), 1);
        QCOMPARE(events.back()[0].get<QByteArray>(), "job:completed");
    }
    void whoComesWhileAnEndIsReadHearsItOnce()
    {
        Stand stand;
        stand.add(jobId, JobState::Running);
        Client early(stand), late(stand);
        early.follow(jobId);
        (void)early.events();
        std::vector<Json> met;
        stand.jobs.whileFinding = [&] {
            if (stand.jobs.finds != 2) // the first was early's, the third is late's
                return;
            late.follow(jobId);
            met = late.events();
            Q_EMIT stand.jobs.changed(stand.jobs.all.front().job); // the service says it again
        };
        stand.end(jobId, 1);
        const auto told = early.events();
        QCOMPARE(namesOf(told), QByteArrayList({"job:progress", "job:completed"}));
        QCOMPARE(namesOf(met), namesOf(told));
        for (std::size_t i = 0; i < told.size(); ++i)
            QCOMPARE(met[i][1]["seq"].get<qint64>(), told[i][1]["seq"].get<qint64>());
        QVERIFY(late.events().empty());
        QVERIFY(early.events().empty());
    }
    void noSecretLeavesByEventOrSnapshot()
    {
        const QString canary = QStringLiteral("canary-7f3a91c2");
        Stand stand;
        stand.redactor.learn(Secret(canary.toUtf8()));
        for (const QString &id : {jobId, otherId}) {
            Job &job = stand.add(id, JobState::Running);
            job.step = canary;
            job.processId = canary.toStdString();
        }
        Client client(stand);
        const auto hides = [&client](qsizetype count) {
            const auto packets = client.read();
            QCOMPARE(packets.size(), count);
            for (const QByteArray &packet : packets) {
                QVERIFY2(!packet.contains("canary"), packet);
                QVERIFY2(packet.contains("***"), packet);
            }
        };
        const auto asks = [&client](const QString &id) { client.say("421[\"job:subscribe\",\"" + id.toUtf8() + "\"]"); };
        asks(jobId);
        hides(2); // progress and the ack
        stand.change(jobId, [](Job &job) { job.progress = 10; });
        hides(1);
        stand.end(jobId, Json{{"token", canary.toStdString()}});
        hides(2);
        asks(jobId);
        hides(3); // progress, the end, and both in the ack
        client.follow(otherId);
        (void)client.read();
        stand.change(otherId, [&canary](Job &job) {
            job.error = verbatim(canary);
            job.state = JobState::Failed;
        });
        hides(2);
    }
    void anAckCarriesTheSnapshot()
    {
        Stand stand;
        stand.add(jobId, JobState::Failed);
        Client client(stand);
        client.say("4212[\"job:subscribe\",\"" + jobId.toUtf8() + "\"]");
        const auto packets = client.read();
        QCOMPARE(packets.size(), 3);
        QVERIFY(packets[2].startsWith("4312[{\"jobId\":\"550e8400"));
        const Json ack = *parseJson(QByteArrayView(packets[2]).sliced(4));
        QVERIFY(ack[0]["status"] == "failed" && ack[0]["error"]["code"] == "JOB_FAILED");
        client.say("4213[\"job:unsubscribe\",\"" + jobId.toUtf8() + "\"]");
        QCOMPARE(client.read(), QList<QByteArray>{"4313[{\"jobId\":\"" + jobId.toUtf8() + "\"}]"});
    }
    void anUnknownJobIsToldSo()
    {
        Stand stand;
        Client client(stand);
        client.follow(otherId);
        const auto events = client.events();
        QCOMPARE(namesOf(events), QByteArrayList{"job:error"});
        QVERIFY(events[0][1]["error"]["code"] == "NOT_FOUND" && events[0][1]["jobId"] == otherId.toStdString());
        QCOMPARE(stand.subscriptions.load(), 0);
    }
    void allAndByProcessNeedAKey()
    {
        Stand stand;
        Job &job = stand.add(jobId, JobState::Running);
        job.processId = "4711";
        Client stranger(stand);
        for (const char *name : {"*", "4711"}) {
            stranger.follow(QString::fromLatin1(name));
            const auto events = stranger.events();
            QCOMPARE(namesOf(events), QByteArrayList{"job:error"});
            QVERIFY(events[0][1]["error"]["code"] == "UNAUTHORIZED");
        }
        Client impostor(stand, R"({"key":"wrong"})");
        QVERIFY(impostor.joined.startsWith("44{\"message\":") && impostor.joined.contains("auth.wrong_key"));

        Client reader(stand, R"({"token":"read-key"})");
        QVERIFY(reader.joined.startsWith("40{"));
        reader.follow(QStringLiteral("4711"));
        QCOMPARE(namesOf(reader.events()), QByteArrayList{"job:progress"});
        reader.follow(QStringLiteral("*"));
        reader.follow(jobId);
        (void)reader.events();
        stand.change(jobId, [](Job &now) { now.progress = 10; });
        QCOMPARE(namesOf(reader.events()), QByteArrayList{"job:progress"}); // once, though in three rooms
        QVERIFY(stranger.events().empty());
    }
    void aProcessMayComeLater()
    {
        Stand stand;
        Client reader(stand, R"({"key":"read-key"})");
        reader.follow(QStringLiteral("later"));
        QVERIFY(reader.events().empty());
        stand.add(jobId, JobState::Queued).processId = "later";
        stand.change(jobId, [](Job &) {});
        QCOMPARE(namesOf(reader.events()), QByteArrayList{"job:progress"});
    }
    void followsNoMoreThanItMay()
    {
        Stand stand;
        Client client(stand, R"({"key":"read-key"})");
        for (qsizetype i = 0; i < JobRooms::subscriptionsAtMost + 10; ++i)
            client.follow(QString::number(i));
        const auto events = client.events();
        QCOMPARE(events.size(), std::size_t(10));
        QVERIFY(events[0][1]["error"]["code"] == "TOO_MANY_SUBSCRIPTIONS");
        QCOMPARE(stand.subscriptions.load(), JobRooms::subscriptionsAtMost);
        client.say("1");
        QTRY_COMPARE(stand.counts.sessions.load(), 0);
        QCOMPARE(stand.subscriptions.load(), 0);
    }
    void aFullClientMayAskAgainForWhatItFollows()
    {
        Stand stand;
        Client client(stand, R"({"key":"read-key"})");
        const auto ask = [&](qsizetype name) {
            client.follow(QString::number(name));
            return namesOf(client.events()); // each is answered before the next
        };
        for (qsizetype i = 0; i < JobRooms::subscriptionsAtMost; ++i)
            QCOMPARE(ask(i), QByteArrayList());
        QCOMPARE(ask(JobRooms::subscriptionsAtMost), QByteArrayList{"job:error"});
        QCOMPARE(ask(0), QByteArrayList());
        QCOMPARE(stand.subscriptions.load(), JobRooms::subscriptionsAtMost);
        client.say("42[\"job:unsubscribe\",\"0\"]");
        QCOMPARE(ask(JobRooms::subscriptionsAtMost), QByteArrayList());
    }
    void questionsThatWaitAreBoundedToo()
    {
        Stand stand;
        stand.add(jobId, JobState::Running);
        Client client(stand);
        for (qsizetype i = 0; i < JobRooms::subscriptionsAtMost + 3; ++i)
            client.follow(jobId); // one name, and none is answered yet
        const auto events = client.events();
        QCOMPARE(namesOf(events).count("job:error"), 3);
        QCOMPARE(stand.subscriptions.load(), 1);
        client.follow(jobId);
        QCOMPARE(namesOf(client.events()), QByteArrayList{"job:progress"});
    }
    void whatIsNoNameIsRefused_data()
    {
        QTest::addColumn<QByteArray>("args");
        QTest::newRow("nothing") << QByteArray(R"(["job:subscribe"])");
        QTest::newRow("a number") << QByteArray(R"(["job:subscribe",1])");
        QTest::newRow("an object") << QByteArray(R"(["job:subscribe",{"jobId":"x"}])");
        QTest::newRow("empty") << QByteArray(R"(["job:subscribe",""])");
        QTest::newRow("long") << "[\"job:subscribe\",\"" + QByteArray(300, 'x') + "\"]";
        QTest::newRow("two") << QByteArray(R"(["job:subscribe","a","b"])");
    }
    void whatIsNoNameIsRefused()
    {
        QFETCH(QByteArray, args);
        Stand stand;
        Client client(stand);
        client.say("42" + args);
        const auto events = client.events();
        QCOMPARE(namesOf(events), QByteArrayList{"job:error"});
        QVERIFY(events[0][1]["error"]["code"] == "VALIDATION_ERROR");
        client.say("427[\"unknown\"]");
        QVERIFY(client.read().value(0).contains("UNKNOWN_EVENT"));
    }
    void aJobThatRunsAgainEndsAgain()
    {
        Stand stand;
        stand.add(jobId, JobState::Running);
        Client client(stand);
        client.follow(jobId);
        (void)client.events();
        stand.end(jobId, 1);
        stand.change(jobId, [](Job &job) {
            job.state = JobState::Queued;
            ++job.attempt;
        });
        stand.change(jobId, [](Job &job) { job.state = JobState::Cancelled; });
        const auto events = client.events();
        QCOMPARE(namesOf(events).count("job:completed") + namesOf(events).count("job:error"), 2);
        for (std::size_t i = 1; i < events.size(); ++i)
            QVERIFY(events[i][1]["seq"].get<qint64>() > events[i - 1][1]["seq"].get<qint64>());
    }
    void aRevokedKeyFollowsNoLonger()
    {
        Stand stand;
        stand.add(jobId, JobState::Running);
        Client client(stand, R"({"key":"read-key"})");
        client.follow(QStringLiteral("*"));
        client.follow(jobId);
        (void)client.events();
        stand.keys.revoked = {"read-key"};
        Q_EMIT stand.keys.changed();
        const auto told = client.events();
        QCOMPARE(namesOf(told), QByteArrayList{"job:error"});
        QVERIFY(told[0][1]["error"]["code"] == "UNAUTHORIZED" && told[0][1]["jobId"] == "*");
        QCOMPARE(stand.subscriptions.load(), 1);
        stand.change(jobId, [](Job &job) { job.progress = 10; });
        QCOMPARE(namesOf(client.events()), QByteArrayList{"job:progress"});
    }
    void theEndOfTheThreadEndsItsClients()
    {
        Stand stand;
        stand.add(jobId, JobState::Running);
        Client client(stand);
        client.follow(jobId);
        (void)client.events();
        stand.shard.reset();
        QCOMPARE(stand.counts.sessions.load(), 0);
        QCOMPARE(stand.subscriptions.load(), 0);
        stand.change(jobId, [](Job &job) { job.progress = 10; });
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(tst_JobEvents)
#include "tst_jobevents.moc"
