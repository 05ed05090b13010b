// SPDX-License-Identifier: GPL-3.0-or-later
// What each call of the API says, word for word where the documents say it.
#include "apifixture.h"

using namespace kule;

class tst_Handlers : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<ApiFixture> api;

    Json data(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}, int status = 200)
    {
        const http::Response response = api->ask(method, target, "admin-key", body);
        if (response.status != status)
            qWarning("%s %s: %d %s", method.constData(), target.constData(), response.status, response.body.constData());
        const Json json = jsonOf(response);
        return response.status == status && json.is_object() && json.value("success", false) ? json["data"] : Json();
    }

    // All pieces of a stream, as a connection asks for them.
    static QByteArray streamed(const http::Response &response)
    {
        QByteArray whole;
        bool isLast = !response.stream;
        while (!isLast) {
            auto piece = std::make_shared<std::optional<http::BodySource::Piece>>();
            auto taken = std::make_shared<std::atomic_bool>(false);
            response.stream->next([piece, taken](std::optional<http::BodySource::Piece> made) {
                *piece = std::move(made);
                *taken = true;
            });
            if (!waitUntil([&] { return taken->load(); }) || !*piece)
                return "broken";
            whole += (*piece)->bytes;
            isLast = (*piece)->isLast;
        }
        return whole;
    }

private Q_SLOTS:
    void init() { api = std::make_unique<ApiFixture>(); }
    void cleanup() { api.reset(); }

    void greets()
    {
        http::Response response = api->ask("GET", "/", "read-key");
        QCOMPARE(response.status, 200);
        QCOMPARE(response.contentType, QByteArray("application/json; charset=utf-8"));
        QCOMPARE(response.body, QByteArray("\"Merhaba, Flask uygulaması çalışıyor!\""));
        http::Request asked = request("GET", "/", "read-key");
        asked.headers.emplace_back("Accept", "text/plain");
        response = api->ask(asked);
        QCOMPARE(response.contentType, QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(response.body, QByteArray("Merhaba, Flask uygulaması çalışıyor!"));
    }
    void runsWhatTheDocumentShows()
    {
        const http::Response response = api->ask("POST", "/run", "run-key", "{\"process_id\": \"12345\", \"file_path\": \"packages/example.py\", \"args\": [1, 2, 3], \"kwargs\": {\"param1\": \"value1\"}, \"callback_url\": \"http://example.com/callback\", \"of_another_age\": 1}");
        QCOMPARE(response.status, 202);
        const Json answer = jsonOf(response);
        QCOMPARE(dumpJson(answer["process_id"]), dumpJson(Json("12345")));
        QCOMPARE(dumpJson(answer["job_id"]), dumpJson(Json("job-1")));
        QCOMPARE(dumpJson(answer["state"]), dumpJson(Json("queued")));
        QVERIFY(answer["message"].is_string());
        QCOMPARE(answer.size(), std::size_t(4));
        QCOMPARE(dumpJson(api->jobs.lastRequest.args), dumpJson(Json({1, 2, 3})));
        QCOMPARE(dumpJson(api->jobs.lastRequest.kwargs), dumpJson(Json{{"param1", "value1"}}));
        QCOMPARE(api->jobs.lastRequest.callbackUrl, QStringLiteral("http://example.com/callback"));
        QCOMPARE(api->jobs.asked, QStringList{QStringLiteral("submit packages/example.py by run-key")});
    }
    void processIdsComeBackAsTheyWereSent_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id : {"\"a\"", "12345", "-1", "0", "18446744073709551615", "\"İ ı / .. \\n\""})
            QTest::newRow(id) << QByteArray(id);
    }
    void processIdsComeBackAsTheyWereSent()
    {
        QFETCH(QByteArray, id);
        const http::Response response = api->ask("POST", "/run", "run-key", "{\"process_id\": " + id + ", \"file_path\": \"packages/a.py\"}");
        QCOMPARE(response.status, 202);
        QCOMPARE(dumpJson(jsonOf(response)["process_id"]), id);
    }
    void badRunRequestsAre400_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto with = [](const QByteArray &members) { return "{\"process_id\": \"1\", \"file_path\": \"packages/a.py\", " + members + '}'; };
        for (const char *body : {"[]", "null", "7", "{}", "{\"process_id\": \"1\"}", "{\"file_path\": \"a.py\"}", "{\"process_id\": \"\", \"file_path\": \"a.py\"}",
                                 "{\"process_id\": 1.5, \"file_path\": \"a.py\"}", "{\"process_id\": 99999999999999999999, \"file_path\": \"a.py\"}",
                                 "{\"process_id\": true, \"file_path\": \"a.py\"}", "{\"process_id\": null, \"file_path\": \"a.py\"}",
                                 "{\"process_id\": [1], \"file_path\": \"a.py\"}", "{\"process_id\": \"a\\u0000b\", \"file_path\": \"a.py\"}",
                                 "{\"process_id\": \"1\", \"file_path\": \"\"}", "{\"process_id\": \"1\", \"file_path\": 7}", "{\"process_id\": \"1\", \"file_path\": \"a\\u0000.py\"}"})
            QTest::newRow(body) << QByteArray(body);
        QTest::newRow("long id") << QByteArray("{\"file_path\": \"a.py\", \"process_id\": \"") + QByteArray(257, 'a') + "\"}";
        QTest::newRow("long path") << QByteArray("{\"process_id\": \"1\", \"file_path\": \"") + QByteArray(5000, 'a') + "\"}";
        for (const char *members : {"\"args\": {}", "\"args\": \"1\"", "\"kwargs\": []", "\"kwargs\": 1", "\"callback_url\": 7", "\"callback_url\": \"example.com\"",
                                    "\"callback_url\": \"ftp://example.com\"", "\"callback_url\": \"http://\"", "\"callback_url\": \"javascript:alert\"",
                                    "\"callback_url\": \"http://a b\"", "\"timeout_s\": 0", "\"timeout_s\": -1", "\"timeout_s\": \"5\"", "\"timeout_s\": 1e300",
                                    "\"timeout_s\": true", "\"label\": 7"})
            QTest::newRow(members) << with(members);
    }
    void badRunRequestsAre400()
    {
        QFETCH(QByteArray, body);
        const http::Response response = api->ask("POST", "/run", "run-key", body);
        QCOMPARE(response.status, 400);
        QCOMPARE(jsonOf(response).size(), std::size_t(2));
        QVERIFY(api->jobs.asked.isEmpty());
    }
    void optionalFieldsMayBeNull()
    {
        QCOMPARE(api->ask("POST", "/run", "run-key", "{\"process_id\": 1, \"file_path\": \"a.py\", \"args\": null, \"kwargs\": null, \"callback_url\": null, \"timeout_s\": null, \"label\": null}").status, 202);
        QCOMPARE(dumpJson(api->jobs.lastRequest.args), dumpJson(Json::array()));
        QCOMPARE(dumpJson(api->jobs.lastRequest.kwargs), dumpJson(Json::object()));
        QVERIFY(!api->jobs.lastRequest.timeout);
        QCOMPARE(api->ask("POST", "/run", "run-key", "{\"process_id\": 1, \"file_path\": \"a.py\", \"timeout_s\": 0.5, \"label\": \"gece\"}").status, 202);
        QCOMPARE(*api->jobs.lastRequest.timeout, Milliseconds(500));
        QCOMPARE(api->jobs.lastRequest.label, QStringLiteral("gece"));
    }
    void aFullQueueSaysWhenToComeBack()
    {
        api->jobs.failNext(ErrorKind::Busy, "job.queue_full");
        api->jobs.setRetryAfter(7);
        const http::Response response = api->ask("POST", "/run", "run-key", "{\"process_id\": 1, \"file_path\": \"a.py\"}");
        QCOMPARE(response.status, 429);
        QCOMPARE(headerOf(response, "Retry-After"), QByteArray("7"));
    }
    void fatalsAreListedWhole()
    {
        QCOMPARE(api->ask("GET", "/fatals", "read-key").body, QByteArray("{\"fatal_files\":[],\"fatals\":[]}"));
        for (int i = 0; i < 2500; ++i)
            api->fatals.add(QStringLiteral("%1.txt").arg(i));
        const Json all = jsonOf(api->ask("GET", "/fatals", "read-key"));
        QCOMPARE(all["fatal_files"].size(), std::size_t(2500));
        QCOMPARE(dumpJson(all["fatal_files"][0]), dumpJson(Json("2499.txt")));
        const Json first = all["fatals"][0];
        for (const char *key : {"filename", "process_id", "error", "type", "file", "time", "size"})
            QVERIFY2(first.contains(key), key);
        QCOMPARE(first.size(), std::size_t(7));
        const Json page = jsonOf(api->ask("GET", "/fatals?limit=10", "read-key"));
        QCOMPARE(page["fatals"].size(), std::size_t(10));
        QCOMPARE(dumpJson(page["total"]), dumpJson(Json(2500)));
        QCOMPARE(dumpJson(jsonOf(api->ask("GET", "/fatals?limit=10&after=" + page["next"].get<QByteArray>(), "read-key"))["fatal_files"][0]), dumpJson(Json("2489.txt")));
    }
    void aFatalIsReadAndDeleted()
    {
        api->fatals.add(QStringLiteral("1 2ı.txt"));
        const http::Response report = api->ask("GET", "/fatals/1%202%C4%B1.txt", "read-key");
        QCOMPARE(report.status, 200);
        QCOMPARE(dumpJson(jsonOf(report)["error"]), dumpJson(Json("boom")));
        QCOMPARE(api->ask("DELETE", "/fatals/1%202%C4%B1.txt", "read-key").status, 403);
        const http::Response deleted = api->ask("DELETE", "/fatals/1%202%C4%B1.txt", "run-key");
        QCOMPARE(deleted.status, 200);
        QVERIFY(jsonOf(deleted)["message"].is_string());
        QCOMPARE(api->ask("DELETE", "/fatals/1%202%C4%B1.txt", "run-key").status, 404);
        QCOMPARE(api->ask("GET", "/fatals/..%2Fkule.db", "run-key").status, 400);
        for (const char *code : {"fatal.io", "fatal.unreadable"}) {
            api->fatals.failNext(ErrorKind::Unavailable, code);
            const http::Response failed = api->ask("DELETE", "/fatals/x.txt", "run-key");
            QCOMPARE(failed.status, 500);
            QVERIFY(jsonOf(failed)["error"].is_string());
        }
    }
    void jobsAreListedByFilterAndPage()
    {
        for (int i = 0; i < 5; ++i)
            api->jobs.add(QStringLiteral("f%1").arg(i), JobState::Failed);
        api->jobs.add(QStringLiteral("r"), JobState::Running);
        Json page = data("GET", "/api/jobs?state=failed&limit=2");
        QCOMPARE(dumpJson(page["total"]), dumpJson(Json(5)));
        QCOMPARE(page["items"].size(), std::size_t(2));
        QCOMPARE(dumpJson(page["items"][0]["id"]), dumpJson(Json("f4")));
        QCOMPARE(dumpJson(page["items"][0]["state"]), dumpJson(Json("failed")));
        QCOMPARE(dumpJson(page["items"][0]["created_at"]), dumpJson(Json("2026-11-18T11:06:40.000Z")));
        page = data("GET", "/api/jobs?state=failed&limit=2&after=" + page["next"].get<QByteArray>());
        QCOMPARE(dumpJson(page["items"][0]["id"]), dumpJson(Json("f2")));
        QCOMPARE(dumpJson(data("GET", "/api/jobs?q=state:running")["total"]), dumpJson(Json(1)));
        QCOMPARE(dumpJson(data("GET", "/api/jobs?state=failed,running&limit=1000")["next"]), dumpJson(Json(nullptr)));
        QCOMPARE(api->ask("GET", "/api/jobs?state=unknown", "read-key").status, 400);
        QCOMPARE(dumpJson(data("GET", "/api/jobs/counts")["by_state"]["failed"]), dumpJson(Json(5)));
    }
    void aJobIsShownWithItsAttempts()
    {
        JobDetail &detail = api->jobs.add(QStringLiteral("a"), JobState::Queued);
        detail.job.waiting = text("All workers are busy.");
        detail.timeout = Milliseconds(1500);
        const Json job = data("GET", "/api/jobs/a");
        QCOMPARE(dumpJson(job["waiting"]), dumpJson(Json("All workers are busy.")));
        QCOMPARE(dumpJson(job["timeout_s"]), dumpJson(Json(1.5)));
        QCOMPARE(job["attempts"].size(), std::size_t(1));
        QCOMPARE(dumpJson(job["started_at"]), dumpJson(Json(nullptr)));
        QCOMPARE(api->ask("GET", "/api/jobs/b", "read-key").status, 404);
    }
    void anEndedJobIsReadOnce()
    {
        api->jobs.edition = 0;
        Job &job = api->jobs.add(QStringLiteral("a"), JobState::Failed).job;
        job.fatalFile = QStringLiteral("1.txt");
        job.error = text("The process left with status %1 before boot returned.", QStringLiteral("3"));
        const http::Response first = api->ask("GET", "/api/jobs/a", "read-key");
        QCOMPARE(dumpJson(jsonOf(first)["data"]["fatal_file"]), dumpJson(Json("1.txt")));
        const http::Request again = request("GET", "/api/jobs/a", "admin-key");
        QCOMPARE(api->ask(again).body, first.body);
        QCOMPARE(api->ask(again).contentType, first.contentType);
        QCOMPARE(api->jobs.finds, 1);
        // Its error is said in each reader's language, and kept for each.
        http::Request turkish = again;
        turkish.headers.emplace_back("Accept-Language", "tr");
        for (int i = 0; i < 2; ++i)
            QCOMPARE(textOf(jsonOf(api->ask(turkish))["data"], "error"), QStringLiteral("Süreç, boot dönmeden 3 durumuyla ayrıldı."));
        QCOMPARE(textOf(jsonOf(api->ask(again))["data"], "error"), QStringLiteral("The process left with status 3 before boot returned."));
        QCOMPARE(api->jobs.finds, 2);
        api->jobs.finds = 1;
        QCOMPARE(api->ask("GET", "/api/jobs/a").status, 401);

        api->jobs.all.front().job.fatalFile.clear();
        api->jobs.edition = 2;
        QCOMPARE(dumpJson(data("GET", "/api/jobs/a")["fatal_file"]), dumpJson(Json(nullptr)));
        QCOMPARE(api->jobs.finds, 2);
    }
    void whatIsNotSettledIsReadEachTime()
    {
        for (const JobState state : allJobStates)
            api->jobs.add(QString::fromLatin1(wordOf(state)), state);
        for (const std::optional<quint64> edition : {std::optional<quint64>(), std::optional<quint64>(4)}) {
            api->jobs.edition = edition;
            for (const JobState state : allJobStates) {
                api->jobs.finds = 0;
                for (int i = 0; i < 2; ++i)
                    QCOMPARE(dumpJson(data("GET", "/api/jobs/" + QByteArray(wordOf(state)))["state"]), dumpJson(Json(wordOf(state))));
                QCOMPARE(api->jobs.finds, edition && !isOpen(state) ? 1 : 2);
            }
        }
        for (int i = 0; i < 2; ++i)
            QCOMPARE(api->ask("GET", "/api/jobs/none", "read-key").status, 404);
    }
    void aChangeWhileItIsReadIsNotMissed()
    {
        api->jobs.edition = 0;
        JobDetail &job = api->jobs.add(QStringLiteral("a"), JobState::Failed);
        api->jobs.whileFinding = [&] {
            job.job.state = JobState::Queued; // as rerun does between the rows' reading and the answer
            api->jobs.edition = 2;
        };
        QCOMPARE(dumpJson(data("GET", "/api/jobs/a")["state"]), dumpJson(Json("failed")));
        api->jobs.whileFinding = {};
        QCOMPARE(dumpJson(data("GET", "/api/jobs/a")["state"]), dumpJson(Json("queued")));
    }
    void keptAnswersAreBounded()
    {
        KeptAnswers kept;
        const QByteArray big(1 << 20, 'x');
        for (int i = 0; i < 20; ++i)
            kept.keep(QString::number(i), 0, big);
        int found = 0;
        for (int i = 0; i < 20; ++i)
            found += kept.find(QString::number(i), 0) ? 1 : 0;
        QCOMPARE(found, 3);
        QVERIFY(kept.find(QStringLiteral("19"), 0) && !kept.find(QStringLiteral("19"), 2));
        kept.keep(QStringLiteral("19"), 2, QByteArray(5 << 20, 'x'));
        QVERIFY(!kept.find(QStringLiteral("19"), 0) && !kept.find(QStringLiteral("19"), 2));
    }
    void aLogIsReadInPieces()
    {
        api->jobs.add(QStringLiteral("a"), JobState::Succeeded);
        api->jobs.logs[QStringLiteral("a")] = "0123456789\xff";
        Json slice = data("GET", "/api/jobs/a/log?offset=2&limit=3&attempt=1");
        QCOMPARE(dumpJson(slice["text"]), dumpJson(Json("234")));
        QCOMPARE(dumpJson(slice["next"]), dumpJson(Json(5)));
        QCOMPARE(dumpJson(slice["is_complete"]), dumpJson(Json(false)));
        slice = data("GET", "/api/jobs/a/log?tail=3");
        QCOMPARE(slice["text"].get<QString>(), QStringLiteral("89\uFFFD"));
        QCOMPARE(dumpJson(slice["is_complete"]), dumpJson(Json(true)));
        QCOMPARE(api->ask("GET", "/api/jobs/a/log?limit=1048577", "read-key").status, 400);
    }
    void jobsAreCancelledAndRunAgain()
    {
        api->jobs.add(QStringLiteral("a"), JobState::Running);
        QCOMPARE(dumpJson(data("POST", "/api/jobs/a/cancel")["state"]), dumpJson(Json("cancelled")));
        QCOMPARE(api->ask("POST", "/api/jobs/a/cancel", "run-key").status, 409);
        QCOMPARE(dumpJson(data("POST", "/api/jobs/a/rerun", "{\"code\": \"as_then\"}", 202)["job_id"]), dumpJson(Json("a")));
        QCOMPARE(api->ask("POST", "/api/jobs/a/rerun", "run-key").status, 409);
        QCOMPARE(api->ask("POST", "/api/jobs/a/rerun", "run-key", "{\"code\": \"never\"}").status, 400);
        QCOMPARE(api->ask("POST", "/api/jobs/a/rerun", "run-key", "[]").status, 400);
        QVERIFY(api->jobs.asked.contains(QStringLiteral("rerun a as_then by admin-key")));
        QVERIFY(api->jobs.asked.contains(QStringLiteral("rerun a as_now by run-key")));
    }
    void fatalsAreDeletedByFilterWithTheirCount()
    {
        api->fatals.add(QStringLiteral("1.txt"));
        api->fatals.add(QStringLiteral("2.txt")).type = QStringLiteral("KeyError");
        QCOMPARE(api->ask("DELETE", "/api/fatals", "run-key").status, 400);
        QCOMPARE(api->ask("DELETE", "/api/fatals?expected=5", "run-key").status, 409);
        QCOMPARE(dumpJson(data("GET", "/api/fatals?q=type:KeyError")["total"]), dumpJson(Json(1)));
        QCOMPARE(dumpJson(data("DELETE", "/api/fatals?q=type:KeyError&expected=1")["deleted"]), dumpJson(Json(1)));
        QCOMPARE(dumpJson(data("GET", "/api/fatals")["items"][0]["filename"]), dumpJson(Json("1.txt")));
        QCOMPARE(dumpJson(data("GET", "/api/fatals/groups")["items"][0]["total"]), dumpJson(Json(1)));
        QCOMPARE(dumpJson(data("GET", "/api/fatals/1.txt")["error"]), dumpJson(Json("boom")));
        // The keys in the file's own order, on both routes.
        const QByteArray report = dumpJson(api->fatals.reports.value(QStringLiteral("1.txt")), 2);
        QVERIFY(report.indexOf("process_id") < report.indexOf("args"));
        QCOMPARE(api->ask("GET", "/fatals/1.txt", "read-key").body, report);
        QCOMPARE(api->ask("GET", "/api/fatals/1.txt", "read-key").body, QByteArray("{\"success\":true,\"data\":" + report + '}'));
        QVERIFY(data("DELETE", "/api/fatals/1.txt")["message"].is_string());
    }
    void deletionsAreTakenBack()
    {
        api->fatals.add(QStringLiteral("1.txt"));
        api->jobs.add(QStringLiteral("a"), JobState::Failed);
        api->jobs.add(QStringLiteral("b"), JobState::Running);
        const Json fatal = jsonOf(api->ask("DELETE", "/fatals/1.txt", "run-key"));
        QCOMPARE(api->ask("DELETE", "/api/jobs/a", "run-key").status, 403);
        QCOMPARE(api->ask("DELETE", "/api/jobs/b", "admin-key").status, 409);
        const Json job = data("DELETE", "/api/jobs/a");
        QVERIFY(fatal["undo"].is_string() && job["undo"].is_string() && job["message"].is_string());
        QCOMPARE(api->ask("DELETE", "/api/jobs/a", "admin-key").status, 404);
        QCOMPARE(data("GET", "/api/undo").size(), std::size_t(2));
        QCOMPARE(api->ask("POST", "/api/undo/" + fatal["undo"].get<QByteArray>(), "read-key").status, 403);
        for (const Json &deleted : {fatal, job}) {
            QCOMPARE(dumpJson(data("POST", "/api/undo/" + deleted["undo"].get<QByteArray>())["restored"]), dumpJson(Json(1)));
            QCOMPARE(api->ask("POST", "/api/undo/" + deleted["undo"].get<QByteArray>(), "run-key").status, 404);
        }
        QCOMPARE(data("GET", "/api/undo").size(), std::size_t(0));
    }
    void manyJobsAtOnceNeedTheirCount()
    {
        api->jobs.add(QStringLiteral("a"), JobState::Failed);
        api->jobs.add(QStringLiteral("b"), JobState::Running);
        QCOMPARE(api->ask("DELETE", "/api/jobs?state=failed", "admin-key").status, 400);
        QCOMPARE(api->ask("DELETE", "/api/jobs?state=failed&expected=2", "admin-key").status, 409);
        QCOMPARE(api->ask("DELETE", "/api/jobs?state=failed&expected=1", "run-key").status, 403);
        QCOMPARE(api->ask("DELETE", "/api/jobs?q=colour:red&expected=1", "admin-key").status, 400);
        for (const char *body : {"{}", "[]", "{\"action\": \"delete\", \"expected\": 1}", "{\"action\": \"cancel\"}", "{\"action\": \"cancel\", \"expected\": -1}",
                                 "{\"action\": \"cancel\", \"expected\": 1, \"q\": 5}", "{\"action\": \"rerun\", \"expected\": 1, \"code\": 5}"})
            QCOMPARE(api->ask("POST", "/api/bulk", "run-key", body).status, 400);
        const http::Response begun = api->ask("POST", "/api/bulk", "run-key", R"({"action": "cancel", "q": "state:running", "expected": 1})");
        QCOMPARE(begun.status, 202);
        const QByteArray id = jsonOf(begun)["data"]["id"].get<QByteArray>();
        QCOMPARE(dumpJson(data("GET", "/api/bulk/" + id)["done"]), dumpJson(Json(1)));
        QCOMPARE(api->ask("DELETE", "/api/bulk/" + id, "run-key").status, 404); // the fake's answer to one that has ended
        const http::Response deleted = api->ask("DELETE", "/api/jobs?q=state:failed&expected=1", "admin-key");
        QCOMPARE(deleted.status, 202);
        QVERIFY(jsonOf(deleted)["data"]["undo"].is_string());
    }
    void whatWouldGoIsTold()
    {
        api->retention.going = {{KeptKind::Jobs, 9, 900, 4, 400, 5}};
        const Json going = data("GET", "/api/retention/preview?jobs_days=30&failed_mb=0");
        QCOMPARE(dumpJson(going[0]["count"]), dumpJson(Json(4)));
        QCOMPARE(api->retention.asked.back()[KeptKind::Jobs].days, 30);
        QCOMPARE(api->retention.asked.back()[KeptKind::Jobs].count, 1'000'000); // the setting's
        QCOMPARE(api->retention.asked.back()[KeptKind::FailedJobs].megabytes, 0);
        QCOMPARE(api->ask("GET", "/api/retention/preview?jobs_days=many", "read-key").status, 400);
        QCOMPARE(api->ask("GET", "/api/retention/preview?jobs_days=-1", "read-key").status, 400);
    }
    void listsAreSentAsFiles()
    {
        for (int i = 0; i < 1200; ++i)
            api->fatals.add(QStringLiteral("%1.txt").arg(i)).error = verbatim(QStringLiteral("=1+1, \"x\"\nsecond"));
        const http::Response csv = api->ask("GET", "/api/fatals/export", "read-key");
        QCOMPARE(csv.status, 200);
        QVERIFY(csv.contentType.startsWith("text/csv") && headerOf(csv, "Content-Disposition").contains("fatals.csv"));
        const QByteArray whole = streamed(csv);
        QVERIFY(whole.startsWith("filename,process_id,type,error"));
        QVERIFY(whole.contains("\"'=1+1, \"\"x\"\"\nsecond\""));
        QCOMPARE(whole.count("\r\n"), 1201);
        QVERIFY(streamed(api->ask("GET", "/api/fatals/export?format=excel", "read-key")).startsWith("\xEF\xBB\xBF"));
        const QByteArray lines = streamed(api->ask("GET", "/api/fatals/export?format=jsonl", "read-key"));
        QCOMPARE(lines.count('\n'), 1200);
        QCOMPARE(textOf(*parseJson(lines.left(lines.indexOf('\n'))), "filename"), QStringLiteral("1199.txt"));
        QCOMPARE(api->ask("GET", "/api/fatals/export?format=pdf", "read-key").status, 400);
        QCOMPARE(api->ask("GET", "/api/fatals/export?q=colour:red", "read-key").status, 400);
        QCOMPARE(streamed(api->ask("GET", "/api/jobs/export?format=jsonl", "read-key")), QByteArray());
        QVERIFY(streamed(api->ask("GET", "/api/activity/export", "read-key")).startsWith("seq,at,actor"));
        QCOMPARE(api->ask("GET", "/api/jobs/none/log/export", "read-key").status, 404);
        api->jobs.add(QStringLiteral("a"), JobState::Succeeded);
        api->jobs.logs[QStringLiteral("a")] = QByteArray(700'000, 'x');
        QCOMPARE(streamed(api->ask("GET", "/api/jobs/a/log/export", "read-key")).size(), 700'000);
    }
    void callbacksAreListedAndSentAgain()
    {
        Delivery delivery;
        delivery.id = {QStringLiteral("d")};
        delivery.state = DeliveryState::Dead;
        delivery.tries = {{1, 1, 0, text("The process left with status %1 before boot returned.", QStringLiteral("3")), 12}};
        api->callbacks.all.push_back(delivery);
        QCOMPARE(dumpJson(data("GET", "/api/callbacks?state=dead")["items"][0]["tries"][0]["status"]), dumpJson(Json(nullptr)));
        QCOMPARE(dumpJson(data("GET", "/api/callbacks?state=waiting")["total"]), dumpJson(Json(0)));
        QCOMPARE(api->ask("GET", "/api/callbacks?state=lost", "read-key").status, 400);
        QCOMPARE(dumpJson(data("POST", "/api/callbacks/d/redeliver", {}, 202)["state"]), dumpJson(Json("waiting")));
        QCOMPARE(api->ask("POST", "/api/callbacks/x/redeliver", "run-key").status, 404);
    }
    void whatIsDoneAtHerokuIsConfirmedFirst()
    {
        const Json kept = data("PUT", "/api/heroku/apps", R"({"name": "my-app", "token": "HRKU-canary", "restart_schedule": {"cron": "0 4 * * *", "timezone": "Europe/Istanbul"}})");
        QVERIFY(api->heroku.tokens[QStringLiteral("my-app")]->matches("HRKU-canary"));
        QCOMPARE(dumpJson(kept["restart_schedule"]["cron"]), QByteArray("\"0 4 * * *\""));
        QVERIFY(!dumpJson(data("GET", "/api/heroku/apps")).contains("canary"));
        QVERIFY(dumpJson(data("GET", "/api/heroku/apps/my-app/dynos")["dynos"][0]["cycling"]).contains("20 h"));
        QCOMPARE(dumpJson(data("GET", "/api/heroku/apps/my-app/formation")["formation"][0]["quantity"]), QByteArray("1"));
        const auto scale = [this](const QByteArray &expected) { return api->ask("PUT", "/api/heroku/apps/my-app/formation/worker", "admin-key", dumpJson(Json{{"quantity", 3}, {"expected", expected}})); };
        const auto asked = scale({});
        QCOMPARE(asked.status, 409);
        const Json details = jsonOf(asked)["error"]["details"];
        QVERIFY(dumpJson(details["effect"]).contains("from 1 to 3"));
        QCOMPARE(scale("0123").status, 409);
        QCOMPARE(scale(QByteArray::fromStdString(details["expected"].get<std::string>())).status, 200);
        QCOMPARE(api->heroku.all[QStringLiteral("my-app")].formation[0].quantity, 3);
        QVERIFY(data("GET", "/api/heroku/apps/my-app/preview?deed=restart&type=worker")["expected"].is_string());
        api->heroku.lines = {{{{}, QStringLiteral("app"), QStringLiteral("worker.1"), QStringLiteral("Merhaba")}}, true};
        QCOMPARE(dumpJson(data("GET", "/api/heroku/apps/my-app/logs?lines=7")["lines"][0]["text"]), QByteArray("\"Merhaba\""));
        QCOMPARE(api->heroku.lastWish.lines, 7);
        for (const char *path : {"/api/heroku/apps/my-app/stop", "/api/heroku/apps/my-app/restart"})
            QCOMPARE(api->ask("POST", path, "run-key", "{}").status, 403);
        QCOMPARE(api->ask("DELETE", "/api/heroku/apps?name=my-app", "admin-key").status, 200);
        QCOMPARE(api->ask("GET", "/api/heroku/apps/my-app/dynos", "read-key").status, 404);
    }
    void botsTakeTokensAndShowNone()
    {
        const Json made = data("POST", "/api/bots", R"({"name": "tanitim", "kind": "introduction", "mode": "prod", "token": "123:canary", "enabled": false,
            "restart_schedule": {"cron": "0 4 * * *", "timezone": "Europe/Istanbul", "jitter_s": 60}, "config": {"commands": []}})", 201);
        QVERIFY(api->bots.lastDraft.token->matches("123:canary"));
        QCOMPARE(api->bots.lastDraft.mode, BotMode::Prod);
        QCOMPARE(api->bots.lastDraft.wish, BotWish::Stopped);
        QCOMPARE(api->bots.lastDraft.restarts->jitterMs, 60'000);
        QVERIFY(!dumpJson(made).contains("canary"));
        api->bots.all[0].condition = {BotState::Conflict, text(QT_TRANSLATE_NOOP("Engine", "A bot is an object with name, kind, token and config.")), 3, {}};
        const Json listed = data("GET", "/api/bots");
        QCOMPARE(dumpJson(listed[0]["state"]), QByteArray("\"conflict\""));
        QVERIFY(listed[0]["reason"].is_string() && !listed[0].contains("token"));
        QCOMPARE(dumpJson(data("GET", "/api/bots/bot-1")["restarts"]), QByteArray("3"));
        for (const char *verb : {"start", "stop", "restart"})
            QVERIFY(data("POST", qPrintable(QStringLiteral("/api/bots/bot-1/%1").arg(QLatin1String(verb))))["id"].is_string());
        QCOMPARE(dumpJson(data("PUT", "/api/bots/bot-1/scale", R"({"quantity": 4})")["quantity"]), QByteArray("4"));
        QVERIFY(data("PATCH", "/api/bots/bot-1", R"({"restart_schedule": null})")["id"].is_string());
        QVERIFY(api->bots.lastDraft.restarts->cron.isEmpty() && !api->bots.lastDraft.token && !api->bots.lastDraft.name);
        QCOMPARE(data("GET", "/api/bots/bot-1/deliveries?state=review")["items"].size(), std::size_t(0));
        QCOMPARE(api->bots.lastState, BotDeliveryState::Review);
        QCOMPARE(dumpJson(data("POST", "/api/bots/bot-1/deliveries/7", R"({"verdict": "was_sent"})")["n"]), QByteArray("7"));
        api->bots.subscribed = {{-100'123, QStringLiteral("Öğrenciler"), 9, 5, {}, {}}};
        QCOMPARE(dumpJson(data("GET", "/api/bots/bot-1/subscriptions")["items"][0]["chat_id"]), QByteArray("-100123"));
        api->bots.all[0].condition.conflict = BotConflict{BotConflict::Who::Process, 77, {}, {}};
        api->bots.all[0].deeds = {BotDeed::StopProcess};
        api->bots.all[0].bot.kind = BotKind::Script;
        api->bots.all[0].environment = {BotEnvironment::State::Making, {}};
        const Json inTheWay = data("GET", "/api/bots/bot-1");
        QCOMPARE(dumpJson(inTheWay["conflict"]), QByteArray(R"({"app":null,"host":null,"kind":"process","pid":77})"));
        QCOMPARE(dumpJson(inTheWay["deeds"]), QByteArray(R"(["stop_process"])"));
        QCOMPARE(dumpJson(inTheWay["environment"]), QByteArray(R"({"reason":null,"state":"making"})"));
        QVERIFY(data("POST", "/api/bots/bot-1/resolve", R"({"deed": "stop_process"})")["id"].is_string());
        QCOMPARE(api->ask("POST", "/api/bots/bot-1/environment", "admin-key").status, 202);
        QVERIFY(data("DELETE", "/api/bots/bot-1/environment")["id"].is_string());
        api->bots.said = "one\ntwo\n";
        QCOMPARE(textOf(data("GET", "/api/bots/bot-1/log?offset=4"), "text"), QStringLiteral("two\n"));
        QCOMPARE(textOf(data("GET", "/api/bots/bot-1/log?tail=4"), "text"), QStringLiteral("two\n"));
        QCOMPARE(dumpJson(data("POST", "/api/bots/import", R"({"procfile": "a: b", "folder": "packages"})")["lines"][0]["outcome"]), QByteArray("\"created\""));
        QCOMPARE(api->bots.lastImport.folder, QStringLiteral("packages"));
        QVERIFY(!api->bots.asked.filter(QStringLiteral("stop_process bot-1 by admin-key")).isEmpty());
        PreviewItem item{{QStringLiteral("7"), QStringLiteral("https://example.org/7"), QStringLiteral("Duyuru")}};
        item.turkish = {QStringLiteral("DUYURU:"), QStringLiteral("devamı")};
        item.isKnown = true;
        api->bots.source = {{item}, 12};
        const Json preview = data("POST", "/api/bots/bot-1/preview");
        QCOMPARE(dumpJson(preview["items"][0]["messages"]["tr"]), QByteArray(R"(["DUYURU:","devamı"])"));
        QVERIFY(preview["total"] == 12 && preview["items"][0]["known"] == true && preview["items"][0]["text"].is_null());
        QVERIFY(data("POST", "/api/bots/preview", R"({"config": {"source": {}}})")["items"].is_array());
        QCOMPARE(api->bots.asked.last(), QStringLiteral("preview - {\"source\":{}}"));
        QCOMPARE(api->ask("POST", "/api/bots/preview", "admin-key", R"({"config": 7})").status, 400);
        QCOMPARE(api->ask("POST", "/api/bots/other/preview", "admin-key").status, 404);
        QCOMPARE(dumpJson(data("DELETE", "/api/bots/bot-1")["id"]), QByteArray("\"bot-1\""));
        QCOMPARE(api->ask("DELETE", "/api/bots/bot-1", "admin-key").status, 404);
        QVERIFY(!api->bots.asked.filter(QStringLiteral("scale bot-1 by admin-key")).isEmpty());
    }
    void whatIsNoBotIsRefused()
    {
        for (const char *body : {"[]", "{}", R"({"name": "a"})", R"({"kind": "introduction"})", R"({"name": 7, "kind": "introduction"})", R"({"name": "a", "kind": "dancer"})",
                                 R"({"name": "a", "kind": "introduction", "mode": "DEV"})", R"({"name": "a", "kind": "introduction", "enabled": 1})",
                                 R"({"name": "a", "kind": "introduction", "token": 7})", R"({"name": "a", "kind": "introduction", "restart_schedule": "x"})",
                                 R"({"name": "a", "kind": "introduction", "restart_schedule": {"cron": "@daily", "jitter_s": -1}})"})
            QCOMPARE(api->ask("POST", "/api/bots", "admin-key", body).status, 400);
        for (const char *body : {"[]", "{}", R"({"quantity": "4"})", R"({"quantity": -1})", R"({"quantity": 1e9})"})
            QCOMPARE(api->ask("PUT", "/api/bots/bot-1/scale", "admin-key", body).status, 400);
        for (const char *body : {"[]", "{}", R"({"verdict": "maybe"})"})
            QCOMPARE(api->ask("POST", "/api/bots/bot-1/deliveries/7", "admin-key", body).status, 400);
        for (const char *body : {"{}", "[]", R"({"deed": "dance"})", R"({"deed": 7})"})
            QCOMPARE(api->ask("POST", "/api/bots/bot-1/resolve", "admin-key", body).status, 400);
        for (const QByteArray &body : {QByteArray("{}"), QByteArray("[]"), QByteArray(R"({"procfile": 7})"), QByteArray(R"({"procfile": "a: b", "folder": 7})"), QByteArray(dumpJson(Json{{"procfile", std::string(70'000, 'x')}}))})
            QCOMPARE(api->ask("POST", "/api/bots/import", "admin-key", body).status, 400);
        QCOMPARE(api->ask("GET", "/api/bots/bot-1/log?tail=many", "read-key").status, 400);
        QCOMPARE(api->ask("GET", "/api/bots/none/log", "read-key").status, 404);
        QCOMPARE(api->ask("POST", "/api/bots/bot-1/deliveries/x", "admin-key", R"({"verdict": "was_sent"})").status, 400);
        QCOMPARE(api->ask("GET", "/api/bots/bot-1/deliveries?state=lost", "read-key").status, 400);
        QCOMPARE(api->ask("POST", "/api/bots/bot-1/start", "run-key").status, 403);
        QVERIFY(api->bots.asked.isEmpty());
    }
    void keysAreMadeShownOnceAndRevoked()
    {
        const Json made = data("POST", "/api/keys", "{\"name\": \"ci\", \"scope\": \"run\"}", 201);
        QCOMPARE(dumpJson(made["key"]), dumpJson(Json("kule_secret")));
        QCOMPARE(dumpJson(made["scope"]), dumpJson(Json("run")));
        const Json listed = data("GET", "/api/keys");
        QCOMPARE(listed.size(), std::size_t(1));
        QVERIFY(!listed[0].contains("key"));
        QVERIFY(data("DELETE", "/api/keys/key-1")["revoked_at"].is_string());
        for (const char *body : {"{}", "{\"name\": 7}", "{\"name\": \"a\", \"scope\": \"root\"}", "{\"name\": \"a\", \"scope\": 7}", "[]"})
            QCOMPARE(api->ask("POST", "/api/keys", "admin-key", body).status, 400);
    }
    void settingsAreChangedAndReset()
    {
        QCOMPARE(dumpJson(data("PUT", "/api/settings/jobs.concurrency", "{\"value\": 3}")["value"]), dumpJson(Json("3")));
        QCOMPARE(dumpJson(data("PUT", "/api/settings/pusher.tls", "{\"value\": false}")["source"]), dumpJson(Json("file")));
        QCOMPARE(dumpJson(data("DELETE", "/api/settings/jobs.concurrency")["source"]), dumpJson(Json("default")));
        QCOMPARE(api->ask("PUT", "/api/settings/jobs.concurrency", "admin-key", "{\"value\": \"many\"}").status, 400);
        QCOMPARE(api->ask("PUT", "/api/settings/pusher.secret", "admin-key", "{\"value\": \"x\"}").status, 400);
        QCOMPARE(api->ask("PUT", "/api/settings/nothing", "admin-key", "{\"value\": \"x\"}").status, 404);
        const Json all = data("GET", "/api/settings");
        QCOMPARE(all.size(), settingRows.size());
        for (const Json &setting : all)
            QVERIFY(setting["type"] != "secret" || setting["value"].is_null());
    }
    void activityIsListed()
    {
        QVERIFY(waitFor(api->store->write([](Database &database) { return ActivityLog::note(database, 1000, {QStringLiteral("x")}, "job.run", QStringLiteral("1")); })));
        const Json page = data("GET", "/api/activity?limit=1");
        QCOMPARE(dumpJson(page["items"][0]["action"]), dumpJson(Json("job.run")));
        QCOMPARE(dumpJson(page["items"][0]["at"]), dumpJson(Json("1970-01-01T00:00:01.000Z")));
        QCOMPARE(api->ask("GET", "/api/activity?after=x", "read-key").status, 400);
        QCOMPARE(dumpJson(data("GET", "/api/activity?q=by%3Ax")["total"]), dumpJson(Json(1)));
        QCOMPARE(dumpJson(data("GET", "/api/activity?q=by%3Ay")["total"]), dumpJson(Json(0)));
        QCOMPARE(api->ask("GET", "/api/activity?q=who%3Ax", "read-key").status, 400);
    }
    void theOverviewIsTold()
    {
        Overview &state = api->overview.state;
        state.at = 1000;
        state.jobs.running = 2;
        state.lastDay = {5, 3};
        state.hours = {{3'600'000, 4, 1}};
        state.running.push_back({});
        state.deadCallbacks = 7;
        Json overview = data("GET", "/api/overview");
        QCOMPARE(dumpJson(overview["last_day"]), QByteArray("{\"failed\":3,\"succeeded\":5}"));
        QCOMPARE(dumpJson(overview["hours"][0]["begin"]), QByteArray("\"1970-01-01T01:00:00.000Z\""));
        QCOMPARE(overview["running"].size(), std::size_t(1));
        QCOMPARE(dumpJson(overview["callbacks"]["dead"]), QByteArray("7"));
        QVERIFY(overview["disk"]["bytes"].is_null()); // not known
        state.diskBytes = 10;
        QCOMPARE(dumpJson(data("GET", "/api/overview")["disk"]["free_bytes"]), QByteArray("0"));
        api->overview.failNext(ErrorKind::Unavailable, "store.closed");
        QCOMPARE(api->ask("GET", "/api/overview", "read-key").status, 503);
    }
    void requestsAreListedForAdmins()
    {
        api->control.notes = {{1000, "GET", "/api/jobs?q=\xc4\xb1", 200, 1240, QStringLiteral("ci")}, {0, "GET", "/", 401, 95, {}}};
        const Json all = data("GET", "/api/requests");
        QCOMPARE(dumpJson(all[0]), QByteArray("{\"at\":\"1970-01-01T00:00:01.000Z\",\"caller\":\"ci\",\"duration_us\":1240,\"method\":\"GET\",\"status\":200,\"target\":\"/api/jobs?q=ı\"}"));
        QVERIFY(all[1]["caller"].is_null());
        QCOMPARE(api->ask("GET", "/api/requests", "read-key").status, 403);
    }
    void statusTellsHowItIs()
    {
        api->clock.advance(Milliseconds(5'000));
        const Json status = data("GET", "/api/status");
        QCOMPARE(dumpJson(status["uptime_s"]), dumpJson(Json(5)));
        QCOMPARE(dumpJson(status["store"]["is_well"]), dumpJson(Json(true)));
        QCOMPARE(dumpJson(status["workers"]["warm"]), dumpJson(Json(4)));
        QCOMPARE(dumpJson(status["urls"][0]), dumpJson(Json("http://127.0.0.1:3000")));
    }
    void readinessFollowsTheStore()
    {
        QCOMPARE(dumpJson(data("GET", "/livez")["status"]), dumpJson(Json("alive")));
        QCOMPARE(api->ask("GET", "/readyz").status, 200);
        api->failsCommits = true;
        (void)waitFor(api->store->write([](Database &database) { return ActivityLog::note(database, 1, {}, "x", {}); }));
        const http::Response response = api->ask("GET", "/readyz");
        QCOMPARE(response.status, 503);
        QCOMPARE(dumpJson(jsonOf(response)["error"]["code"]), dumpJson(Json("store.failed")));
        QCOMPARE(api->ask("GET", "/livez").status, 200);
        QCOMPARE(dumpJson(data("GET", "/api/status")["store"]["is_well"]), dumpJson(Json(false)));
    }
    void metricsAreProse()
    {
        api->jobs.add(QStringLiteral("a-secret-id"), JobState::Failed);
        api->application.served(request("GET", "/x", "read-key"), {}, 1500);
        TitleState &titles = api->titles.now;
        titles.cache = {"redis", QStringLiteral("a-secret-id:6379"), fail(ErrorKind::Unavailable, "titles.cache_away", text("a-secret-id")).value(), 0, 0, 7, 3};
        titles.database = {"postgresql", QStringLiteral("a-secret-id:5432/kule"), std::nullopt};
        titles.sizes = TitleSizes{12, 2, 11, 4096};
        titles.spooled = 1;
        titles.batches = {2, 1, 40, 8};
        titles.ended = {{"succeeded", 5}, {"NOT_FOUND", 2}};
        const http::Response response = api->ask("GET", "/metrics", "read-key");
        QCOMPARE(response.status, 200);
        for (const char *line : {"\nkule_titles_cache_up{kind=\"redis\"} 0\n", "\nkule_titles_cache_requests_total{result=\"hit\"} 7\n", "\nkule_titles_database_up{kind=\"postgresql\"} 1\n",
                                 "\nkule_titles{state=\"complete\"} 10\n", "\nkule_titles{state=\"partial\"} 2\n", "\nkule_titles_pages 11\n", "\nkule_titles_page_bytes 4096\n",
                                 "\nkule_titles_pages_spooled 1\n", "\nkule_titles_batches{state=\"running\"} 2\n", "\nkule_titles_batch_items{state=\"waiting\"} 40\n",
                                 "\nkule_titles_ended_total{outcome=\"NOT_FOUND\"} 2\n"})
            QVERIFY2(response.body.contains(line), line);
        QVERIFY(!response.body.contains("kule_titles_cache_entries")); // it is away
        QCOMPARE(response.contentType, QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        for (const char *line : {"\nkule_jobs{state=\"failed\"} 1\n", "\nkule_jobs{state=\"timed_out\"} 0\n", "\nkule_http_requests_total{class=\"2xx\"} 1\n",
                                 "\nkule_http_request_seconds_total 0.0015\n", "\nkule_store_up 1\n", "\nkule_fatals 0\n"})
            QVERIFY2(response.body.contains(line), line);
        QVERIFY(!response.body.contains("a-secret-id"));
        QCOMPARE(api->ask("GET", "/metrics").status, 401);
    }
    void servedRequestsAreNotedWithoutTheirKey()
    {
        int awakened = 0;
        api->application.requestLog().setAwake([&] { ++awakened; });
        const http::Response response = api->ask("GET", "/api/jobs", "read-key");
        for (int i = 0; i < 600; ++i)
            api->application.served(request("GET", "/n" + QByteArray::number(i)), response, 1);
        QCOMPARE(awakened, 1);
        const auto recent = api->application.requestLog().recent();
        QCOMPARE(recent.size(), std::size_t(500));
        QCOMPARE(recent.front().target, QByteArray("/n599"));
        QCOMPARE(recent.front().caller, QStringLiteral("read-key"));
        QCOMPARE(api->application.requestLog().take().size(), std::size_t(500));
        QVERIFY(api->application.requestLog().take().empty());
    }
    void aServiceThatDiesAnswersAllTheSame()
    {
        class Dying final : public AccessKeys
        {
        public:
            std::optional<Caller> verify(QByteArrayView) const override { return Caller{{QStringLiteral("x")}, QStringLiteral("x"), Scope::Admin}; }
            Future<Result<std::vector<AccessKey>>> list() override
            {
                Promise<Result<std::vector<AccessKey>>> dropped;
                return dropped.future();
            }
            Future<Result<NewKey>> create(QString, Scope, Actor) override { return {}; }
            Future<Result<AccessKey>> revoke(KeyId, Actor) override { return {}; }
        } keys;
        ApiApplication application({api->jobs, api->fatals, api->callbacks, keys, api->activity, api->settings, api->executor, *api->store, api->clock, api->bulk, api->retention, api->exports, api->overview, api->titles, api->secrets, api->redactor, api->bots, api->heroku}, api->control);
        auto box = std::make_shared<CollectingResponder::Box>();
        application.serve(request("GET", "/api/keys", "x"), std::make_shared<CollectingResponder>(box));
        QTRY_VERIFY(box->isGone);
        QCOMPARE(box->answers.load(), 1);
        QCOMPARE(box->response.status, 503);
        QCOMPARE(dumpJson(jsonOf(box->response)["error"]["code"]), dumpJson(Json("engine.gone")));
    }
    void aTitleIsAnsweredWithItsSixFields()
    {
        api->titles.add({"81616256", "tr"}, QStringLiteral("Hayata Röveşata"));
        const QByteArray body = dumpJson(Json{{"url", "https://www.netflix.com/tr/title/81616256?s=a"}});
        http::Response response = api->ask("POST", "/api/getinfo", "run-key", body);
        QCOMPARE(response.status, 200);
        QVERIFY(jsonOf(response)["success"] == true);
        QCOMPARE(jsonOf(response)["data"].size(), std::size_t(6));
        QCOMPARE(api->titles.asked, QStringList{QStringLiteral("get https://www.netflix.com/tr/title/81616256?s=a by run-key")});
        // From the memory without asking anybody.
        api->titles.remembered.insert("81616256/tr", R"({"title":"x"})");
        response = api->ask("POST", "/api/getinfo", "run-key", body);
        QCOMPARE(response.body, QByteArray(R"({"success":true,"data":{"title":"x"}})"));
        QCOMPARE(api->titles.asked.size(), 1);
        response = api->ask("POST", "/api/getinfo/async", "run-key", body);
        QCOMPARE(response.status, 202);
        QVERIFY((jsonOf(response)["data"] == Json{{"jobId", "title-job-2"}, {"status", "pending"}}));
        response = api->ask("POST", "/api/getinfo", "run-key", dumpJson(Json{{"url", "https://www.netflix.com/tr/title/81616256"}, {"refresh", true}}));
        QCOMPARE(response.status, 200);
        QCOMPARE(api->titles.asked.size(), 3);
    }
    void aBadUrlIsToldByItsField()
    {
        for (const Json &body : {Json::object(), Json::array(), Json(1), Json{{"url", 5}}, Json{{"url", nullptr}}, Json{{"url", ""}}, Json{{"url", "https://example.com/title/1"}},
                                 Json{{"url", "https://www.netflix.com/title/1"}, {"refresh", "yes"}}}) {
            for (const char *path : {"/api/getinfo", "/api/getinfo/async"}) {
                const http::Response response = api->ask("POST", path, "run-key", dumpJson(body));
                QCOMPARE(response.status, 400);
                const Json error = jsonOf(response)["error"];
                QCOMPARE(textOf(error, "code"), QStringLiteral("VALIDATION_ERROR"));
                QVERIFY(!textOf(error["details"]["errors"][0], "field").isEmpty() && !textOf(error["details"]["errors"][0], "message").isEmpty());
            }
        }
        const QByteArray tooLong = dumpJson(Json{{"url", QByteArray("https://www.netflix.com/title/1?") + QByteArray(8192, 'x')}});
        QCOMPARE(api->ask("POST", "/api/getinfo", "run-key", tooLong).status, 400);
        QVERIFY(api->titles.asked.isEmpty());
    }
    void errorsOfTitlesKeepTheirCodes()
    {
        const QByteArray body = dumpJson(Json{{"url", "https://www.netflix.com/title/1"}});
        for (const auto &[kind, code, status] : {std::tuple{ErrorKind::NotFound, "NOT_FOUND", 404}, {ErrorKind::NotFound, "REGION_UNAVAILABLE", 404}, {ErrorKind::Busy, "RATE_LIMITED", 429},
                                                 {ErrorKind::Unavailable, "SCRAPE_ERROR", 502}, {ErrorKind::Unavailable, "PARSE_ERROR", 502}, {ErrorKind::Broken, "INTERNAL_ERROR", 500}}) {
            api->titles.failNext(kind, code);
            const http::Response response = api->ask("POST", "/api/getinfo", "run-key", body);
            QCOMPARE(response.status, status);
            QCOMPARE(textOf(jsonOf(response)["error"], "code"), QLatin1String(code));
        }
    }
    void storedTitlesAreShownAndWorkedOn()
    {
        api->titles.add({"81616256", "tr"}, QStringLiteral("Hayata Röveşata"));
        QVERIFY(jsonOf(api->ask("GET", "/api/titles?q=year:%3E2000", "read-key"))["data"]["total"] == 1);
        QCOMPARE(api->ask("GET", "/api/titles?q=nothing:1", "read-key").status, 400);
        const Json title = jsonOf(api->ask("GET", "/api/titles/81616256?locale=tr", "read-key"))["data"];
        QCOMPARE(textOf(title["provenance"]["title"], "extractor"), QStringLiteral("json-ld"));
        QCOMPARE(textOf(title["history"][0]["changes"]["title"], "from"), QStringLiteral("Eski"));
        for (const char *absent : {"81616256", "81616256?locale=de", "..%2f?locale=tr", "x", "81616256?locale=T", "999999999999999999999999"})
            QCOMPARE(api->ask("GET", QByteArray("/api/titles/") + absent, "read-key").status, 404);
        const http::Response page = api->ask("GET", "/api/titles/81616256/page?locale=tr", "read-key");
        QCOMPARE(page.contentType, QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(page.body, QByteArray("<html>Hayata Röveşata</html>"));
        QCOMPARE(api->ask("GET", "/api/titles/81616256/backdrop?locale=tr", "read-key").status, 404);
        api->titles.pictures.insert("81616256/tr", {"image/jpeg", "\xff\xd8\xff"});
        const http::Response picture = api->ask("GET", "/api/titles/81616256/backdrop?locale=tr", "read-key");
        QCOMPARE(picture.status, 200);
        QCOMPARE(picture.contentType, QByteArray("image/jpeg"));
        QCOMPARE(picture.body, QByteArray("\xff\xd8\xff"));
        QCOMPARE(api->ask("GET", "/api/titles/export?format=xml", "read-key").status, 400);
        QCOMPARE(api->ask("GET", "/api/titles/export?q=nothing:1", "read-key").status, 400);
        QCOMPARE(api->ask("GET", "/api/titles/export?format=jsonl", "read-key").contentType, QByteArray("application/x-ndjson; charset=utf-8"));
        QCOMPARE(api->ask("POST", "/api/titles/81616256/refresh?locale=tr", "run-key").status, 202);
        QCOMPARE(api->ask("POST", "/api/titles/81616256/parse?locale=tr", "run-key").status, 200);
        QVERIFY(jsonOf(api->ask("POST", "/api/titles/parse", "run-key"))["data"]["read"] == 1);
        QCOMPARE(textOf(jsonOf(api->ask("GET", "/api/titles/state", "read-key"))["data"]["cache"], "place"), QString());
        QCOMPARE(api->ask("DELETE", "/api/titles/cache", "admin-key").status, 200);
        QCOMPARE(api->ask("DELETE", "/api/titles", "admin-key").status, 400);
        api->titles.now.sizes = TitleSizes{1, 0, 1, 100};
        QCOMPARE(api->ask("DELETE", "/api/titles?expected=2", "admin-key").status, 409);
        QCOMPARE(api->ask("DELETE", "/api/titles/81616256?locale=tr", "admin-key").status, 200);
        QCOMPARE(api->ask("DELETE", "/api/titles/81616256?locale=tr", "admin-key").status, 404);
        QCOMPARE(api->ask("DELETE", "/api/titles?expected=1", "admin-key").status, 200);
        QCOMPARE(api->titles.asked.first(), QStringLiteral("refresh https://www.netflix.com/tr/title/81616256 by run-key"));
    }
    void batchesOfTitlesBeginStopAndGoOn()
    {
        const http::Response begun = api->ask("POST", "/api/titles/batches", "run-key", dumpJson(Json{{"urls", {"https://www.netflix.com/title/1", "x"}}, {"label", "hafta"}}));
        QCOMPARE(begun.status, 202);
        const QByteArray id = textOf(jsonOf(begun)["data"], "id").toLatin1();
        QVERIFY(jsonOf(begun)["data"]["waiting"] == 2);
        for (const char *bad : {"{}", R"({"urls": "x"})", R"({"urls": [1]})", R"({"urls": [], "label": 1})", R"({"urls": ["x"], "refresh": 1})", "[]"})
            QCOMPARE(api->ask("POST", "/api/titles/batches", "run-key", bad).status, 400);
        api->titles.items.push_back({1, QStringLiteral("https://www.netflix.com/title/1"), "failed", {}, {}, "NOT_FOUND", text(refusedPage, QStringLiteral("404"))});
        QCOMPARE(textOf(jsonOf(api->ask("GET", "/api/titles/batches/" + id + "/items", "read-key"))["data"]["items"][0], "code"), QStringLiteral("NOT_FOUND"));
        QCOMPARE(textOf(jsonOf(api->ask("POST", "/api/titles/batches/" + id + "/stop", "run-key"))["data"], "state"), QStringLiteral("stopped"));
        QCOMPARE(textOf(jsonOf(api->ask("POST", "/api/titles/batches/" + id + "/resume", "run-key"))["data"], "state"), QStringLiteral("running"));
        QCOMPARE(api->ask("GET", "/api/titles/batches/" + id, "read-key").status, 200);
        QVERIFY(jsonOf(api->ask("GET", "/api/titles/batches", "read-key"))["data"]["total"] == 1);
        QCOMPARE(textOf(jsonOf(api->ask("POST", "/api/titles/batches/" + id + "/items/1/retry", "run-key"))["data"], "state"), QStringLiteral("running"));
        QCOMPARE(api->titles.asked.last(), QStringLiteral("retry 1 of %1 by run-key").arg(QString::fromLatin1(id)));
        QCOMPARE(api->ask("POST", "/api/titles/batches/" + id + "/items/x/retry", "read-key").status, 403);
        for (const char *path : {"none", "none/items"})
            QCOMPARE(api->ask("GET", QByteArray("/api/titles/batches/") + path, "read-key").status, 404);
    }
};

QTEST_GUILESS_MAIN(tst_Handlers)
#include "tst_handlers.moc"
