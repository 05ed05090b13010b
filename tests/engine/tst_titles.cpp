// SPDX-License-Identifier: GPL-3.0-or-later
#include "titlefixture.h"

namespace kule {

using Answer = ScriptedServer::Answer;

class tst_Titles : public QObject
{
    Q_OBJECT
private:
    static const Actor &tester()
    {
        static const Actor actor{QStringLiteral("tester")};
        return actor;
    }
    static QString codeOf(const Result<TitleAnswer> &answer)
    {
        return answer ? QStringLiteral("ok") : QString::fromLatin1(answer.error().code) + QStringLiteral(": ") + answer.error().message.english();
    }
    /// Lets the clock run while the answer is not there.
    static Result<TitleAnswer> patiently(TitleLife &life, const Future<Result<TitleAnswer>> &answer, Milliseconds step = Milliseconds(500))
    {
        (void)waitUntil([&] {
            life.clock.advance(step);
            return answer.isAnswered();
        });
        return waitFor(answer);
    }

private Q_SLOTS:
    void aTitleThatIsSavedIsTold()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        QStringList told;
        connect(life.titles.get(), &TitleService::changed, this, [&told](const TitleKey &key) { told << QString::fromLatin1(nameOf(key)); });
        QCOMPARE(codeOf(life.get("81616256")), QStringLiteral("ok"));
        QVERIFY(waitUntil([&told] { return told == QStringList{QStringLiteral("81616256/tr")}; }));
        QCOMPARE(codeOf(life.get("81616256")), QStringLiteral("ok")); // from the cache: nothing is saved
        QCOMPARE(told.size(), 1);
    }
    void aTitleComesFromThePageThenTheCacheThenTheDatabase()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        const auto first = life.get("81616256");
        QCOMPARE(codeOf(first), QStringLiteral("ok"));
        QCOMPARE(first->source, QByteArray("netflix"));
        const Json fields = *parseJson(first->json);
        QCOMPARE(fields.size(), std::size_t(6));
        QCOMPARE(textOf(fields, "title"), QStringLiteral("Hayata Röveşata Çeken Adam"));
        QVERIFY(fields["year"] == Json(2022));
        QVERIFY(fields["genres"] == (Json{"18+", "Komedi"}));
        QVERIFY(fields["cast"] == (Json{"Tom Hanks", "Mariana Treviño"}));
        QCOMPARE(life.steps, (QStringList{QStringLiteral("checking_cache 10"), QStringLiteral("checking_database 30"), QStringLiteral("scraping_netflix 50"),
                                          QStringLiteral("saving_to_database 80"), QStringLiteral("completed 100")}));
        QCOMPARE(life.server.seen().size(), std::size_t(1));
        QCOMPARE(life.server.seen()[0].target, QByteArray("/tr/title/81616256"));
        QCOMPARE(life.server.seen()[0].headers.value("accept-language"), QByteArray("tr,en;q=0.5"));

        const JobDetail job = life.job(first->job);
        QCOMPARE(job.job.kind, QByteArray(titleKind));
        QCOMPARE(job.job.progress, 100.0);
        QCOMPARE(job.job.step, QStringLiteral("completed"));
        QVERIFY(!job.attempts.back().pid);
        const Json result = *job.attempts.back().result;
        QVERIFY(result["data"] == fields);
        QCOMPARE(textOf(result, "source"), QStringLiteral("netflix"));
        QVERIFY(life.log(first->job).contains("saving_to_database"));

        life.steps.clear();
        QCOMPARE(*life.titles->cached({"81616256", "tr"}), first->json);
        QCOMPARE(life.get("81616256")->source, QByteArray("cache"));
        QCOMPARE(life.steps, (QStringList{QStringLiteral("checking_cache 10"), QStringLiteral("completed 100")}));
        life.memory.forget({"81616256", "tr"});
        const auto again = life.get("81616256");
        QCOMPARE(again->source, QByteArray("database"));
        QCOMPARE(again->json, first->json);
        QCOMPARE(life.server.seen().size(), std::size_t(1));
        QCOMPARE(life.titles->cached({"81616256", "de"}), std::nullopt);

        const auto detail = waitFor(life.titles->find({"81616256", "tr"}));
        QCOMPARE(detail->title.provenance.at(TitleField::Title).extractor, QByteArray("json-ld"));
        QCOMPARE(detail->title.provenance.at(TitleField::Title).pageAt, life.clock.wallMs());
        QCOMPARE(waitFor(life.titles->page({"81616256", "tr"}))->body(), titlePage());
        QCOMPARE(life.fatals.written.size(), std::size_t(0));
    }
    void theMemoryForgetsAfterItsTime()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        QVERIFY(life.get("1"));
        life.clock.advance(std::chrono::hours(24) - Milliseconds(1));
        QVERIFY(life.titles->cached({"1", "tr"}));
        life.clock.advance(Milliseconds(1));
        QVERIFY(!life.titles->cached({"1", "tr"}));
    }
    void oneTitleForManyAtOnceIsOneFetch()
    {
        QTemporaryDir folder;
        TitleLife life(folder, {{}, Milliseconds(0), 2}, {}, {2, 1000, 1 << 20, 64});
        life.server.then({200, titlePage(), {}, Answer::Way::Held});
        std::vector<Future<Result<TitleAnswer>>> all;
        for (int i = 0; i < 20; ++i)
            all.push_back(life.titles->get({urlOf("7"), Freshness::Any, {}}, tester()));
        QVERIFY(waitUntil([&] { return life.steps.count(QStringLiteral("scraping_netflix 50")) == 20 && life.server.held() == 1; }));
        life.server.release();
        for (const auto &one : all)
            QCOMPARE(waitFor(one)->source, QByteArray("netflix"));
        QCOMPARE(life.server.seen().size(), std::size_t(1));
        // Another locale is another title.
        QVERIFY(waitFor(life.titles->get({urlOf("7", "de"), Freshness::Any, {}}, tester())));
        QCOMPARE(life.server.seen().size(), std::size_t(2));
    }
    void aRefusedPageSaysSoWordForWord()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.then({403, "no"});
        const auto refused = life.get("1");
        QCOMPARE(codeOf(refused), QStringLiteral("SCRAPE_ERROR: Failed to fetch Netflix page: 403"));
        QCOMPARE(life.server.seen().size(), std::size_t(1));
        const JobDetail job = life.job({textOf(refused.error().details, "job_id")});
        QCOMPARE(job.job.state, JobState::Failed);
        QCOMPARE(job.job.errorType, QStringLiteral("SCRAPE_ERROR"));
        QCOMPARE(job.job.error.english(), QStringLiteral("Failed to fetch Netflix page: 403"));
        QCOMPARE(job.job.step, QStringLiteral("scraping_netflix"));
        QVERIFY(job.job.fatalFile.isEmpty() && life.fatals.written.empty());
        // An error is nothing to keep.
        QVERIFY(life.get("1"));
    }
    void eachStatusHasItsCode_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("requests");
        QTest::newRow("not found") << 404 << QStringLiteral("NOT_FOUND") << 1;
        QTest::newRow("gone") << 410 << QStringLiteral("NOT_FOUND") << 1;
        QTest::newRow("limited") << 429 << QStringLiteral("RATE_LIMITED") << 1;
        QTest::newRow("legal") << 451 << QStringLiteral("REGION_UNAVAILABLE") << 1;
        QTest::newRow("teapot") << 418 << QStringLiteral("SCRAPE_ERROR") << 1;
        QTest::newRow("broken") << 500 << QStringLiteral("SCRAPE_ERROR") << 3;
        QTest::newRow("away") << 503 << QStringLiteral("SCRAPE_ERROR") << 3;
    }
    void eachStatusHasItsCode()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(int, requests);
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.handle([status](const ScriptedServer::Seen &) { return Answer{status, "<html>no</html>"}; });
        const auto answer = patiently(life, life.titles->get({urlOf("1"), Freshness::Any, {}}, tester()));
        QCOMPARE(codeOf(answer), QStringLiteral("%1: Failed to fetch Netflix page: %2").arg(code).arg(status));
        QCOMPARE(life.server.seen().size(), static_cast<std::size_t>(requests));
    }
    void whatMayPassIsTriedAgain_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("closed") << static_cast<int>(Answer::Way::Dropped);
        QTest::newRow("half a page") << static_cast<int>(Answer::Way::Half);
        QTest::newRow("silence") << static_cast<int>(Answer::Way::Never);
        QTest::newRow("rubbish") << static_cast<int>(Answer::Way::Rubbish);
    }
    void whatMayPassIsTriedAgain()
    {
        QFETCH(int, way);
        QTemporaryDir folder;
        TitleLife life(folder);
        Answer bad{200, titlePage(), {}, static_cast<Answer::Way>(way)};
        life.server.then(bad).then(bad);
        QCOMPARE(codeOf(patiently(life, life.titles->get({urlOf("1"), Freshness::Any, {}}, tester()))), QStringLiteral("ok"));
        life.server.handle([&bad](const ScriptedServer::Seen &) { return bad; });
        const auto never = patiently(life, life.titles->get({urlOf("2"), Freshness::Any, {}}, tester()));
        QVERIFY2(codeOf(never).startsWith(QStringLiteral("SCRAPE_ERROR: Failed to fetch Netflix page: ")), qPrintable(codeOf(never)));
        QVERIFY(life.server.seen().size() >= 6); // Qt itself asks again where a connection was closed without a word
    }
    void aPageThatIsNoneIsAClearError_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("gzip of nothing") << QByteArray("gzip") << QByteArray("this is no gzip");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("picture") << QByteArray() << QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11);
        QTest::newRow("too large") << QByteArray() << QByteArray((8 << 20) + 1, 'x');
    }
    void aPageThatIsNoneIsAClearError()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, body);
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.handle([&](const ScriptedServer::Seen &) {
            Answer answer{200, body, {{"Content-Type", "text/html"}}};
            if (!encoding.isEmpty())
                answer.headers.emplace_back("Content-Encoding", encoding);
            return answer;
        });
        const QString code = codeOf(patiently(life, life.titles->get({urlOf("1"), Freshness::Any, {}}, tester())));
        QVERIFY2(code.startsWith(QStringLiteral("SCRAPE_ERROR: ")) || code.startsWith(QStringLiteral("PARSE_ERROR: ")) || code.startsWith(QStringLiteral("REGION_UNAVAILABLE: ")),
                 qPrintable(code));
        QVERIFY(!life.titles->cached({"1", "tr"}));
    }
    void redirectsStayOnTheBaseHost()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        ScriptedServer other;
        const auto to = [](const QString &where) { return Answer{302, "", {{"Location", where.toUtf8()}}}; };
        life.server.then(to(QStringLiteral("/tr-en/title/1?x=1"))).then({200, titlePage()});
        QCOMPARE(codeOf(life.get("1")), QStringLiteral("ok"));
        QCOMPARE(life.server.seen().back().target, QByteArray("/tr-en/title/1?x=1"));
        for (const QString &away : {other.url(QStringLiteral("/tr/title/2")), QStringLiteral("http://10.0.0.1/"), QStringLiteral("file:///etc/passwd"), QStringLiteral("//[::1]:9/x"),
                                    QStringLiteral("http://127.0.0.1:%1@evil.example/").arg(life.server.port())}) {
            life.server.then(to(away));
            const QString code = codeOf(life.get("2"));
            QVERIFY2(code.startsWith(QStringLiteral("SCRAPE_ERROR: Failed to fetch Netflix page: 302")), qPrintable(away + code));
        }
        QVERIFY(other.seen().empty());
        life.server.handle([&](const ScriptedServer::Seen &seen) { return to(QString::fromLatin1(seen.target) + u'x'); });
        QCOMPARE(codeOf(life.get("3")), QStringLiteral("SCRAPE_ERROR: Failed to fetch Netflix page: 302 (too many redirects)"));
    }
    void aLandingPageIsTheRegionsAndAnEmptyOneIsKeptToBeReadAgain()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.then({302, "", {{"Location", "/tr/"}}}).then({200, "<html><head><title>Netflix Türkiye - Dizileri ve Filmleri İzleyin</title></head><body><h1>Sınırsız film</h1></body></html>"});
        QVERIFY2(codeOf(life.get("1")).startsWith(QStringLiteral("REGION_UNAVAILABLE")), "landing");
        QCOMPARE(waitFor(life.titles->page({"1", "tr"})).error().code, QByteArray("title.page_not_found"));
    }
    void aForcedRefreshFetchesAndNotesWhatChanged()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        QVERIFY(life.get("1"));
        const qint64 firstPage = life.clock.wallMs();
        life.clock.advance(Milliseconds(60'000));
        life.server.then({200, "<html><head><script type=\"application/ld+json\">{\"@type\":\"Movie\",\"name\":\"Başka Ad\"}</script></head><body></body></html>"});
        life.steps.clear();
        const auto fresh = life.get("1", Freshness::Fetched);
        QCOMPARE(fresh->source, QByteArray("netflix"));
        QCOMPARE(life.steps.first(), QStringLiteral("scraping_netflix 50"));
        QCOMPARE(*life.titles->cached({"1", "tr"}), fresh->json);
        const auto detail = waitFor(life.titles->find({"1", "tr"}));
        QCOMPARE(detail->title.info.title, QStringLiteral("Başka Ad"));
        QCOMPARE(detail->history.size(), std::size_t(1));
        QVERIFY(detail->history[0].changes == (Json{{"title", {{"from", "Hayata Röveşata Çeken Adam"}, {"to", "Başka Ad"}}}}));
        // What this page does not show is what the former one showed, and says so.
        QCOMPARE(detail->title.info.year, std::optional(2022));
        QCOMPARE(detail->title.provenance.at(TitleField::Year).pageAt, firstPage);
        QCOMPARE(detail->title.provenance.at(TitleField::Title).pageAt, life.clock.wallMs());

        const auto parsed = waitFor(life.titles->parseAgain({"1", "tr"}, tester()));
        QCOMPARE(parsed->info.title, QStringLiteral("Başka Ad"));
        QVERIFY(!life.titles->cached({"1", "tr"}));
        QCOMPARE(waitFor(life.titles->parseAgain({"2", "tr"}, tester())).error().code, QByteArray("title.page_not_found"));
    }
    void pagesBeyondTheRulesGoWithoutAnotherSave()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        const auto pages = [&life] { return waitFor(life.titles->state())->sizes->pages; };
        QVERIFY(life.get("1") && life.get("2"));
        life.executor->configure({{life.server.url(QString()), Milliseconds(0), 2}, {0, 30}, Milliseconds(0)});
        QCoreApplication::processEvents();
        const auto goOn = [&life](std::chrono::hours time) {
            life.clock.advance(time);
            QCoreApplication::processEvents();
        };
        goOn(std::chrono::hours(1));
        for (int day = 0; day < 29; ++day)
            goOn(std::chrono::hours(24));
        QCOMPARE(pages(), 2);
        for (int day = 0; day < 2; ++day)
            goOn(std::chrono::hours(24));
        QTRY_COMPARE(pages(), 0);
        QCOMPARE(waitFor(life.titles->state())->sizes->titles, 2);

        // Stricter rules need no save either.
        QVERIFY(life.get("3", Freshness::Fetched));
        QTRY_COMPARE(pages(), 1);
        life.executor->configure({{life.server.url(QString()), Milliseconds(0), 2}, {1, 0}, Milliseconds(0)});
        QCoreApplication::processEvents();
        life.clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(pages(), 0);
    }
    void aPageThatSaysNothingIsKeptAndAllAreReadAgain()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.then({200, "<html><body><p>none</p></body></html>"});
        const QString code = codeOf(life.get("1"));
        QVERIFY2(code.startsWith(QStringLiteral("PARSE_ERROR")) || code.startsWith(QStringLiteral("REGION_UNAVAILABLE")), qPrintable(code));
        QVERIFY(life.get("2") && life.get("3"));
        const auto pages = waitFor(life.titles->state())->sizes->pages;
        const auto first = life.titles->parseAll(tester());
        QCOMPARE(waitFor(life.titles->parseAll(tester())).error().code, QByteArray("titles.parsing_already"));
        QCOMPARE(waitFor(first)->read, 2);
        QCOMPARE(waitFor(first)->failed, pages - 2);
        QCOMPARE(waitFor(life.titles->parseAll(tester()))->read, 2);
    }
    void withoutTheCacheItGoesOn()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.cache.isAway = true;
        const auto answer = life.get("1");
        QCOMPARE(codeOf(answer), QStringLiteral("ok"));
        QVERIFY(life.log(answer->job).contains("the cache is away, going on without it"));
        QCOMPARE(life.get("1")->source, QByteArray("database"));
    }
    void aDatabaseThatIsAwayFailsTheSaveAndLosesNoPage()
    {
        QTemporaryDir folder;
        {
            TitleLife life(folder);
            life.database->isAway = true;
            const auto answer = life.get("1");
            QCOMPARE(codeOf(answer), QStringLiteral("INTERNAL_ERROR: The title was read but could not be saved: The database kule cannot be used: away. Check KULE_DATABASE_URL and that PostgreSQL runs there. Its page is kept and saved later."));
            const auto state = waitFor(life.titles->state());
            QCOMPARE(state->spooled, 1);
            QVERIFY(!state->sizes);
            life.database->isAway = false;
            life.clock.advance(Milliseconds(15'000));
            QVERIFY(waitUntil([&] { return waitFor(life.titles->state())->spooled == 0; }));
            QCOMPARE(life.get("1")->source, QByteArray("database"));
            life.database->isAway = true;
            QVERIFY(!life.get("2"));
        }
        TitleLife next(folder);
        QVERIFY(waitUntil([&] { return waitFor(next.titles->state())->spooled == 0; }));
        QCOMPARE(next.get("2")->source, QByteArray("database"));
        QVERIFY(next.server.seen().empty());
    }
    void whicheverAccessFailsNothingIsLost()
    {
        for (int failing = 0;; ++failing) {
            QTemporaryDir folder;
            std::atomic_int accesses = -1'000'000; // opening is another test's
            const auto fault = [&accesses, failing](const char *) { return accesses++ == failing; };
            TitleLife life(folder, {{}, Milliseconds(0), 2}, fault);
            accesses = 0;
            const auto answer = life.get("1");
            const bool wasHit = accesses > failing;
            if (!answer)
                QCOMPARE(answer.error().code, QByteArray("INTERNAL_ERROR"));
            // Later it is there, whatever happened, without another fetch of it.
            QVERIFY2(waitUntil([&] {
                life.clock.advance(Milliseconds(1000));
                return waitFor(life.titles->find({"1", "tr"})).has_value() && waitFor(life.titles->state())->spooled == 0;
            }), qPrintable(QString::number(failing)));
            QCOMPARE(life.server.seen().size(), std::size_t(1));
            if (!wasHit) {
                QVERIFY(failing > 4);
                return;
            }
        }
    }
    void theHostIsAskedAtItsPace()
    {
        QTemporaryDir folder;
        TitleLife life(folder, {{}, Milliseconds(1000), 2});
        std::vector<Future<Result<TitleAnswer>>> all;
        for (const char *id : {"1", "2", "3"})
            all.push_back(life.titles->get({urlOf(id), Freshness::Any, {}}, tester()));
        // Which of them comes first is the database's to say.
        const auto answered = [&all] { return std::count_if(all.begin(), all.end(), [](const auto &one) { return one.isAnswered(); }); };
        QVERIFY(waitUntil([&] { return answered() == 1 && life.steps.count(QStringLiteral("scraping_netflix 50")) == 3; }));
        QCOMPARE(life.server.seen().size(), std::size_t(1));
        life.clock.advance(Milliseconds(999));
        QCoreApplication::processEvents();
        QCOMPARE(life.server.seen().size(), std::size_t(1));
        life.clock.advance(Milliseconds(1));
        QVERIFY(waitUntil([&] { return answered() == 2; }));
        const auto waiting = *std::find_if(all.begin(), all.end(), [](const auto &one) { return !one.isAnswered(); });
        QCOMPARE(life.server.seen().size(), std::size_t(2));
        // What is cancelled while it waits is never asked for.
        const auto page = waitFor(life.jobs->list(*JobFilter::parse(QStringLiteral("kind:title state:running"), life.clock.wallMs()), {}));
        QCOMPARE(page->items.size(), std::size_t(1));
        QVERIFY(waitFor(life.jobs->cancel(page->items[0].id, tester())));
        QCOMPARE(codeOf(waitFor(waiting)), QStringLiteral("INTERNAL_ERROR: The job ended without an answer: cancelled. Ask again."));
        life.clock.advance(Milliseconds(5000));
        QVERIFY(waitFor(life.titles->get({urlOf("4"), Freshness::Any, {}}, tester())));
        QCOMPARE(life.server.seen().back().target, QByteArray("/tr/title/4"));
        QCOMPARE(life.server.seen().size(), std::size_t(3));
    }
    void retryAfterIsObeyed_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("in seconds") << QByteArray("120");
        QTest::newRow("by a date") << QByteArray("Wed, 18 Nov 2026 11:08:40 GMT");
    }
    void retryAfterIsObeyed()
    {
        QFETCH(QByteArray, said);
        QTemporaryDir folder;
        TitleLife life(folder);
        QCOMPARE(life.clock.wallMs(), qint64(1'795'000'000'000));
        life.server.then({429, "", {{"Retry-After", said}}});
        QVERIFY(!life.get("1"));
        const auto next = life.titles->get({urlOf("2"), Freshness::Any, {}}, tester());
        QVERIFY(waitUntil([&] { return life.steps.count(QStringLiteral("scraping_netflix 50")) == 2; }));
        life.clock.advance(Milliseconds(119'999));
        // Another request, which whatever went out before would have come ahead of.
        HttpRequest another;
        another.url = life.server.url(QStringLiteral("/another"));
        QVERIFY(waitFor(life.http->send(another)));
        QCOMPARE(life.server.seen().size(), std::size_t(2));
        life.clock.advance(Milliseconds(1));
        QVERIFY(waitFor(next));
    }
    void titlesTakeNoPlacesOfScripts()
    {
        QTemporaryDir folder;
        TitleLife life(folder, {{}, Milliseconds(0), 2}, {}, {1, 1, 1 << 20, 1});
        life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage(), {}, Answer::Way::Held}; });
        const auto first = waitFor(life.titles->submit({urlOf("1"), Freshness::Any, {}}, tester()));
        const auto second = waitFor(life.titles->submit({urlOf("2"), Freshness::Any, {}}, tester()));
        QCOMPARE(waitFor(life.titles->submit({urlOf("3"), Freshness::Any, {}}, tester())).error().code, QByteArray("job.queue_full"));
        QCOMPARE(life.job(second->id).job.state, JobState::Queued);
        QCOMPARE(life.job(second->id).job.step, QStringLiteral("created"));
        QCOMPARE(life.job(second->id).job.position, std::optional(1));
        QFile script(folder.filePath(QStringLiteral("good.py")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.close();
        const auto run = waitFor(life.jobs->submit(JobLife::request(QStringLiteral("s")), tester()));
        QVERIFY(waitUntil([&] { return life.scripts.launches.size() == 1; }));
        QCOMPARE(life.job(run->id).job.state, JobState::Running);
        QVERIFY(waitUntil([&] { return life.server.held() == 1; }));
        life.server.release();
        QCOMPARE(life.ended(first->id), QString());
        QVERIFY(waitUntil([&] { return life.server.held() == 1; }));
        life.server.release();
        QCOMPARE(life.ended(second->id), QString());

        const auto shown = [&life](const char *query) {
            return waitFor(life.jobs->list(*JobFilter::parse(QLatin1String(query), life.clock.wallMs()), {}))->items.size();
        };
        QCOMPARE(shown("kind:title"), std::size_t(2));
        QCOMPARE(shown("kind:script"), std::size_t(1));
        QCOMPARE(shown("-kind:title"), std::size_t(1));
        QCOMPARE(shown("kind:titles state:ended"), std::size_t(2));
    }
    void aTitleJobIsRunAgainWithItsArguments()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        life.server.then({403, ""});
        const auto job = waitFor(life.titles->submit({urlOf("1"), Freshness::Fetched, {}}, tester()));
        QCOMPARE(life.ended(job->id), QStringLiteral("SCRAPE_ERROR: Failed to fetch Netflix page: 403"));
        for (const RerunCode code : {RerunCode::AsNow, RerunCode::AsThen}) {
            QVERIFY(waitFor(life.jobs->rerun(job->id, code, tester())));
            QCOMPARE(life.ended(job->id), QString());
        }
        QCOMPARE(life.server.seen().size(), std::size_t(3));
        QCOMPARE(life.job(job->id).attempts.size(), std::size_t(3));
    }
    void whatWaitedForIsTakenUpAfterACrash()
    {
        QTemporaryDir folder;
        JobId waiting, running;
        {
            TitleLife life(folder, {{}, Milliseconds(0), 2}, {}, {1, 10, 1 << 20, 1});
            life.server.handle([](const ScriptedServer::Seen &) { return Answer{200, titlePage(), {}, Answer::Way::Never}; });
            running = waitFor(life.titles->submit({urlOf("1"), Freshness::Any, {}}, tester()))->id;
            waiting = waitFor(life.titles->submit({urlOf("2"), Freshness::Any, {}}, tester()))->id;
            QVERIFY(waitUntil([&] { return life.server.seen().size() == 1; }));
        }
        TitleLife next(folder);
        QCOMPARE(next.ended(waiting), QString());
        QCOMPARE(next.ended(running), QStringLiteral("interrupted"));
        QCOMPARE(next.server.seen().size(), std::size_t(1));
    }
    void badUrlsAreToldAtOnce()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        for (const char *url : {"", "netflix", "http://www.netflix.com/title/1", "https://www.netflix.com.evil.example/title/1", "https://www.netflix.com/title/abc"}) {
            const auto answer = waitFor(life.titles->get({QLatin1String(url), Freshness::Any, {}}, tester()));
            QCOMPARE(answer.error().code, QByteArray("VALIDATION_ERROR"));
            QCOMPARE(waitFor(life.titles->submit({QLatin1String(url), Freshness::Any, {}}, tester())).error().code, QByteArray("VALIDATION_ERROR"));
        }
        QCOMPARE(waitFor(life.jobs->counts())->total, 0);
    }
    void allMayBeCleared()
    {
        QTemporaryDir folder;
        TitleLife life(folder);
        QVERIFY(life.get("1") && life.get("2"));
        auto state = waitFor(life.titles->state());
        QCOMPARE(state->cache.entries, 2);
        QCOMPARE(state->sizes->titles, 2);
        QVERIFY(state->sizes->pageBytes > 0);
        QVERIFY(waitFor(life.titles->clearCache(tester())));
        QCOMPARE(life.get("1")->source, QByteArray("database"));
        QVERIFY(waitFor(life.titles->remove({"1", "tr"}, tester())));
        QCOMPARE(waitFor(life.titles->remove({"1", "tr"}, tester())).error().code, QByteArray("title.not_found"));
        QCOMPARE(life.get("1")->source, QByteArray("netflix"));
        QCOMPARE(*waitFor(life.titles->clearDatabase(tester())), 2);
        QCOMPARE(life.get("2")->source, QByteArray("netflix"));
    }
};

} // namespace kule

QTEST_GUILESS_MAIN(kule::tst_Titles)
#include "tst_titles.moc"
