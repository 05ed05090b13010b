// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/chain.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/secret.h"
#include "fakeclock.h"
#include "waitfor.h"

#include <QTest>

#include <thread>

using namespace kule;

class tst_Base : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonRefusesWhatIsTooDeep()
    {
        JsonProblem problem{};
        QVERIFY(parseJson(QByteArray(32, '[') + QByteArray(32, ']')));
        QVERIFY(!parseJson(QByteArray(33, '[') + QByteArray(33, ']'), &problem));
        QCOMPARE(problem.what, JsonProblem::What::TooDeep);
        QVERIFY(!parseJson("{\"a\":", &problem));
        QCOMPARE(problem.what, JsonProblem::What::Malformed);
        QVERIFY(!parseJson("", &problem));
        QVERIFY(!parseJson(QByteArrayView("{}\0{}", 5), &problem)); // the library alone would end here and be content
        QCOMPARE(problem.offset, 2);
    }
    void jsonWritesWhatIsNotUtf8()
    {
        QCOMPARE(dumpJson(Json(std::string("a\xff"))), QByteArray("\"a\xef\xbf\xbd\""));
    }
    void acceptLanguage_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isTurkish");
        QTest::newRow("none") << QByteArray("") << false;
        QTest::newRow("turkish") << QByteArray("tr-TR,tr;q=0.9,en;q=0.8") << true;
        QTest::newRow("english first") << QByteArray("en, tr;q=0.5") << false;
        QTest::newRow("neither") << QByteArray("de,fr") << false;
        QTest::newRow("by weight") << QByteArray("en;q=0.3,tr;q=0.7") << true;
        QTest::newRow("not turkish") << QByteArray("trv") << false;
    }
    void acceptLanguage()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, isTurkish);
        QCOMPARE(preferredLanguage(header) == Language::Turkish, isTurkish);
    }
    void textTakesArgumentsOnce()
    {
        QCOMPARE(text("%1 and %2", QStringLiteral("%2"), QStringLiteral("b")).english(), QStringLiteral("%2 and b"));
        QCOMPARE(text("%1 and %2", text("(%1)", QStringLiteral("a")), QStringLiteral("b")).english(), QStringLiteral("(a) and b"));
    }
    void textIsRestoredWithItsArguments()
    {
        const Text plain = text("There is nothing to cancel.");
        QVERIFY(sourceOf(plain).isEmpty());
        QCOMPARE(restored(plain.english(), {}), plain);
        const Text nested = text("%1: %2", QStringLiteral("a \"quoted\" İ%2\n"), text("in %1", QStringLiteral("it")));
        QCOMPARE(restored(nested.english(), sourceOf(nested)), nested);
        QCOMPARE(restored(QString(), sourceOf(nested)).english(), QStringLiteral("a \"quoted\" İ%2\n: in it"));
        // What is no sentence leaves the words as they are.
        for (const char *odd : {"{}", "[]", "[1]", "[\"x %1\", 5]", "[\"x %1\", []]", "[\"x", "nonsense"})
            QCOMPARE(restored(QStringLiteral("words"), QString::fromLatin1(odd)).english(), QStringLiteral("words"));
        QString deep = QStringLiteral("[\"x\"]");
        for (int i = 0; i < 1000; ++i)
            deep = QStringLiteral("[\"%1\", ") + deep + u']';
        QCOMPARE(restored(QStringLiteral("words"), deep).english(), QStringLiteral("words"));
    }
    void aSentenceIsInOneLanguage()
    {
        const Text cancelled = text("The job has ended already; there is nothing to cancel.");
        QVERIFY(cancelled.in(Language::Turkish) != cancelled.english());
        QCOMPARE(text("Nobody translates this: %1", cancelled).in(Language::Turkish), QStringLiteral("Nobody translates this: ") + cancelled.english());
        QCOMPARE(text("The settings could not be saved: %1. Nothing was changed.", cancelled).in(Language::Turkish),
                 QStringLiteral("Ayarlar kaydedilemedi: %1. Hiçbir şey değişmedi.").arg(cancelled.in(Language::Turkish)));
        QCOMPARE(verbatim(QStringLiteral("100%1 sure")).in(Language::Turkish), QStringLiteral("100%1 sure"));
    }
    void timeIsIso()
    {
        QCOMPARE(isoTime(0), QByteArray("1970-01-01T00:00:00.000Z"));
        QCOMPARE(isoTime(1795221189123), QByteArray("2026-11-21T00:33:09.123Z"));
    }
    void secretsCompareByContent()
    {
        const Secret secret("abc");
        QVERIFY(secret.matches("abc"));
        QVERIFY(!secret.matches("abd"));
        QVERIFY(!Secret().matches(""));
    }
    void anAnswerComesEvenWhenTheServiceDies()
    {
        auto service = std::make_unique<QObject>();
        const auto future = ask(service.get(), []() -> Result<int> { return 1; });
        service.reset();
        const auto answer = waitFor(future);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, QByteArray("engine.gone"));
    }
    void aContinuationRunsOnceWhoeverIsFirst()
    {
        constexpr int rounds = 20'000;
        std::vector<Promise<Result<int>>> promises(rounds);
        std::atomic<int> reached = 0;
        std::thread other([&] {
            for (int i = 0; i < rounds; ++i) {
                while (reached < i)
                    continue;
                promises[std::size_t(i)].answer(i);
            }
        });
        std::vector<std::atomic<int>> runs(rounds);
        std::vector<Future<Result<int>>> doubled;
        for (int i = 0; i < rounds; ++i) {
            reached = i;
            doubled.push_back(promises[std::size_t(i)].future().then([&runs, i](const Result<int> &answer) -> Result<int> {
                ++runs[std::size_t(i)];
                return *answer * 2;
            }));
        }
        other.join();
        for (int i = 0; i < rounds; ++i) {
            QCOMPARE(runs[std::size_t(i)].load(), 1);
            QCOMPARE(*doubled[std::size_t(i)].wait(), 2 * i);
        }
    }
    void theFirstAnswerStays()
    {
        const Promise<Result<int>> promise;
        int told = 0;
        promise.future().then([&](const Result<int> &answer) { told += *answer; });
        promise.answer(1);
        promise.answer(2);
        QCOMPARE(*promise.future().wait(), 1);
        QCOMPARE(told, 1);
    }
    void aPromiseThatIsDroppedAnswersGone()
    {
        std::optional<Promise<Result<int>>> promise(std::in_place);
        std::optional<Promise<Result<int>>> twin = promise;
        const auto future = promise->future();
        const auto next = future.then([](const Result<int> &answer) -> Result<QByteArray> { return answer ? Result<QByteArray>("value") : Result<QByteArray>(fail(answer.error())); });
        promise.reset();
        QVERIFY(!future.isAnswered());
        twin.reset();
        QCOMPARE(future.wait().error().code, QByteArray("engine.gone"));
        QCOMPARE(next.wait().error().code, QByteArray("engine.gone"));
    }
    void whoWaitsMayDropThePromise()
    {
        auto promise = std::make_unique<Promise<Result<int>>>();
        promise->future().then([&](const Result<int> &) { promise.reset(); });
        promise->answer(1);
        QVERIFY(!promise);
    }
    void allOfThemAnswerTogether()
    {
        const Promise<Result<int>> number;
        std::optional<Promise<Done>> lost(std::in_place);
        const auto all = allOf(number.future(), lost->future(), answered(Result<QByteArray>("here")));
        number.answer(7);
        QVERIFY(!all.isAnswered());
        lost.reset();
        const auto &[seven, gone, here] = *all.wait();
        QCOMPARE(*seven, 7);
        QCOMPARE(gone.error().code, QByteArray("engine.gone"));
        QCOMPARE(*here, QByteArray("here"));
    }
    void whenDoneComesLaterAndOnItsOwnThread()
    {
        const Promise<Result<int>> promise;
        promise.answer(3);
        const QThread *where = nullptr;
        QObject context;
        whenDone(promise.future(), &context, [&](const Result<int> &) { where = QThread::currentThread(); });
        QVERIFY(!where);
        QTRY_COMPARE(where, QThread::currentThread());
        QTRY_VERIFY(context.children().isEmpty());
    }
    void anAnswerMayEndItsContext()
    {
        auto context = std::make_unique<QObject>();
        QByteArray told;
        whenDone(answered(Result<QByteArray>("last words")), context.get(), [&](const Result<QByteArray> &answer) {
            context.reset();
            told = *answer;
        });
        QVERIFY(waitUntil([&] { return !told.isEmpty(); }));
        QCOMPARE(told, QByteArray("last words"));
    }
    void contextsDieWhileTheirAnswersCome()
    {
        QThreadPool pool;
        int late = 0;
        for (int i = 0; i < 2000; ++i) {
            auto context = std::make_unique<QObject>();
            const auto isGone = std::make_shared<bool>(false);
            whenDone(onPool(pool, []() -> Result<int> { return 1; }), context.get(), [&late, isGone](const Result<int> &) { late += *isGone; });
            if (i % 3 == 0)
                QCoreApplication::processEvents();
            context.reset();
            *isGone = true;
        }
        pool.waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(late, 0);
    }
    void chainsEndWithTheFirstError()
    {
        QObject context;
        const auto twice = [](int n) { return answered(Result<int>(2 * n)); };
        QCOMPARE(*waitFor(followed(&context, answered(Result<int>(4)), twice)), 8);
        QCOMPARE(waitFor(followed(&context, answered(Result<int>(fail(ErrorKind::Busy, "x.busy", Text()))), twice)).error().code, QByteArray("x.busy"));
        QCOMPARE(*waitFor(followed(&context, answered(Done()), [] { return answered(Result<int>(5)); })), 5);
        QCOMPARE(*waitFor(chained(&context, answered(Result<int>(fail(ErrorKind::Busy, "x.busy", Text()))), [](const Result<int> &failed) { return answered(Result<bool>(!failed)); })), true);
    }
    void whenDoneDiesWithItsContext()
    {
        Promise<Result<int>> promise;
        int calls = 0;
        {
            QObject context;
            whenDone(promise.future(), &context, [&](const Result<int> &) { ++calls; });
        }
        promise.answer(Result<int>(1));
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }
    void fakeTimersFireInOrderAndDieWithTheirHandle()
    {
        FakeClock clock;
        QObject context;
        QByteArray order;
        const auto b = clock.after(Milliseconds(20), &context, [&] { order += 'b'; });
        const auto a = clock.after(Milliseconds(10), &context, [&] { order += 'a'; });
        auto c = clock.after(Milliseconds(15), &context, [&] { order += 'c'; });
        c.reset();
        clock.advance(Milliseconds(30));
        QTRY_COMPARE(order, QByteArray("ab"));
    }
};

QTEST_GUILESS_MAIN(tst_Base)
#include "tst_base.moc"
