// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sendqueue.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace kule;
using namespace std::chrono_literals;
using Lane = SendQueue::Lane;

class tst_BotLimits : public QObject
{
    Q_OBJECT
private:
    struct Sent
    {
        qint64 at;
        ChatId chat;
        qint64 delivery;
    };
    /// Empties the queue as a bot whose messages are answered at once.
    static std::vector<Sent> run(SendQueue &queue, qint64 from, qint64 until = std::numeric_limits<qint64>::max())
    {
        std::vector<Sent> sent;
        for (qint64 now = from; now <= until;) {
            while (const auto ticket = queue.pop(now)) {
                sent.push_back({now, ticket->chat, ticket->delivery});
                queue.arrived(ticket->chat, now);
                queue.answered(ticket->chat);
            }
            const auto next = queue.nextAt(now);
            if (!next || *next <= now)
                break;
            now = *next;
        }
        return sent;
    }
    static void verifyWindow(const std::vector<Sent> &sent, std::size_t most, qint64 windowMs)
    {
        for (std::size_t i = most; i < sent.size(); ++i)
            QVERIFY2(sent[i].at - sent[i - most].at >= windowMs, qPrintable(QString::number(i)));
    }

private Q_SLOTS:
    void thirtyASecondAndNoMore()
    {
        SendQueue queue;
        for (int i = 0; i < 1000; ++i)
            queue.push(i + 1, i, Lane::Announcement);
        const auto sent = run(queue, 5000);
        QCOMPARE(sent.size(), std::size_t(1000));
        verifyWindow(sent, 30, 1000);
        QCOMPARE(sent.back().at, 5000 + 33 * 1001); // at the limit, to the second
    }
    void theServerNeverSeesMore_data()
    {
        QTest::addColumn<int>("slowestMs"); // from the queue to the answer
        QTest::addColumn<int>("atOnce");
        QTest::newRow("quick") << 5 << 5;
        QTest::newRow("as a busy disk") << 120 << 5;
        QTest::newRow("slow") << 900 << 5;
        QTest::newRow("slower than a second") << 4000 << 40;
    }
    void theServerNeverSeesMore()
    {
        QFETCH(int, slowestMs);
        QFETCH(int, atOnce);
        SendQueue queue;
        for (int i = 0; i < 600; ++i)
            queue.push(i + 1, i, Lane::Announcement);
        QRandomGenerator chance(7);
        std::multimap<qint64, ChatId> answers;
        std::vector<qint64> seen;
        qint64 now = 0;
        while (seen.size() < 600) {
            for (; !answers.empty() && answers.begin()->first <= now; answers.erase(answers.begin())) {
                queue.arrived(answers.begin()->second, now);
                queue.answered(answers.begin()->second);
            }
            while (static_cast<int>(answers.size()) < atOnce) {
                const auto ticket = queue.pop(now);
                if (!ticket)
                    break;
                // Nobody here knows when within that time.
                const int takes = chance.bounded(1, slowestMs + 1);
                seen.push_back(now + chance.bounded(0, takes + 1));
                answers.emplace(now + takes, ticket->chat);
            }
            const auto next = static_cast<int>(answers.size()) < atOnce ? queue.nextAt(now) : std::nullopt;
            const qint64 answer = answers.empty() ? std::numeric_limits<qint64>::max() : answers.begin()->first;
            now = std::max(now + 1, std::min(next.value_or(answer), answer));
        }
        std::sort(seen.begin(), seen.end());
        for (std::size_t i = 30; i < seen.size(); ++i)
            QVERIFY2(seen[i] - seen[i - 30] > 1000, qPrintable(QString::number(i)));
        if (slowestMs <= 5)
            QVERIFY(now <= 19 * 1006 + 10); // and loses no more than the answers take
    }
    void whatNeverLeftCountsForNothing()
    {
        SendQueue queue;
        for (int i = 0; i < 40; ++i)
            queue.push(i + 1, i, Lane::Reply);
        for (int i = 0; i < 30; ++i)
            QVERIFY(queue.pop(0));
        QVERIFY(!queue.pop(60'000));
        QVERIFY(!queue.nextAt(60'000)); // not before an answer
        queue.answered(1);
        QVERIFY(queue.pop(60'000));
        queue.arrived(2, 60'000);
        queue.arrived(2, 60'700); // once
        queue.answered(2);
        QVERIFY(!queue.pop(61'000));
        QCOMPARE(queue.nextAt(60'000), 61'001);
        QVERIFY(queue.pop(61'001));
    }
    void oneASecondToAChatInOrder()
    {
        SendQueue queue;
        for (int i = 0; i < 5; ++i)
            queue.push(7, i, Lane::Reply);
        const auto sent = run(queue, 0);
        QCOMPARE(sent.size(), std::size_t(5));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(sent[static_cast<std::size_t>(i)].delivery, i);
            QCOMPARE(sent[static_cast<std::size_t>(i)].at, i * 1001);
        }
    }
    void twentyAMinuteToAGroup()
    {
        SendQueue queue;
        for (int i = 0; i < 50; ++i)
            queue.push(-100'123, i, Lane::Announcement);
        const auto sent = run(queue, 0);
        QCOMPARE(sent.size(), std::size_t(50));
        verifyWindow(sent, 20, 60'000);
        verifyWindow(sent, 1, 1000);
        QCOMPARE(sent.back().at, 2 * 60'001 + 9 * 1001);
    }
    void aLimitIsKeptFromTheLastOneSent()
    {
        SendQueue queue;
        queue.push(-5, 1, Lane::Reply);
        QCOMPARE(run(queue, 100).size(), std::size_t(1));
        queue.push(-5, 2, Lane::Reply);
        QVERIFY(!queue.pop(1100));
        QCOMPARE(queue.nextAt(1100), 1101);
        QVERIFY(queue.pop(1101));
    }
    void chatsTakeTurns()
    {
        SendQueue queue;
        for (int i = 0; i < 1000; ++i)
            queue.push(1, i, Lane::Reply);
        queue.push(2, 5000, Lane::Reply);
        QCOMPARE(queue.pop(0)->chat, 1);
        QCOMPARE(queue.pop(0)->chat, 2); // not after the thousand
    }
    void aPersonDoesNotWaitForAnAnnouncement()
    {
        SendQueue queue;
        for (int i = 0; i < 100'000; ++i)
            queue.push(i + 1, i, Lane::Announcement);
        QVERIFY(queue.pop(0));
        queue.push(500'000, 1, Lane::Reply);
        QCOMPARE(queue.pop(0)->chat, 500'000);
        QCOMPARE(queue.waiting(Lane::Announcement), 99'999);
    }
    void theNextOfAChatWaitsForTheAnswer()
    {
        SendQueue queue;
        queue.push(1, 1, Lane::Reply);
        queue.push(1, 2, Lane::Announcement);
        QVERIFY(queue.pop(0));
        QVERIFY(!queue.pop(60'000));
        QVERIFY(!queue.nextAt(60'000));
        queue.answered(1);
        QCOMPARE(queue.pop(60'000)->delivery, 2);
    }
    void aRestIsObeyedByAll()
    {
        SendQueue queue;
        queue.push(1, 1, Lane::Reply);
        queue.push(1, 2, Lane::Reply);
        const auto ticket = queue.pop(0);
        queue.rest(0, 17s);
        queue.putBack(*ticket);
        queue.push(2, 3, Lane::Reply);
        QVERIFY(!queue.pop(16'999));
        QCOMPARE(queue.nextAt(0), 17'000);
        const auto sent = run(queue, 17'000);
        QCOMPARE(sent.size(), std::size_t(3));
        QCOMPARE(sent[0].delivery, 1); // it was first and stays first
        queue.rest(20'000, 5s);
        queue.rest(20'000, 1s); // a shorter one does not end the longer
        queue.push(9, 9, Lane::Reply);
        QVERIFY(!queue.pop(24'999));
        QVERIFY(queue.pop(25'000));
    }
    void aChatThatIsGoneIsDropped()
    {
        SendQueue queue;
        for (int i = 0; i < 3; ++i)
            queue.push(1, i, Lane::Announcement);
        queue.push(2, 9, Lane::Announcement);
        QCOMPARE(queue.drop(1), (std::vector<qint64>{0, 1, 2}));
        QCOMPARE(queue.waiting(Lane::Announcement), 1);
        queue.push(1, 4, Lane::Announcement);
        const auto sent = run(queue, 0);
        QCOMPARE(sent.size(), std::size_t(2));
        QVERIFY(queue.drop(3).empty());
    }
    void aClockThatStandsStillSendsThirty()
    {
        SendQueue queue;
        for (int i = 0; i < 100; ++i)
            queue.push(i + 1, i, Lane::Reply);
        int sent = 0;
        while (const auto ticket = queue.pop(42)) {
            queue.arrived(ticket->chat, 42);
            queue.answered(ticket->chat);
            ++sent;
        }
        QCOMPARE(sent, 30);
    }
    void aPlaceCountsAsOneThatLeaves()
    {
        SendQueue queue;
        for (int i = 0; i < 30; ++i)
            QVERIFY(queue.keepPlace(i + 1, 0));
        QVERIFY(!queue.keepPlace(31, 0)); // the thirty-first of this second
        QVERIFY(!queue.keepPlace(31, 100'000)); // whenever they leave
        queue.push(40, 1, Lane::Announcement);
        QVERIFY(!queue.pop(0));
        queue.answered(1); // nothing left
        QVERIFY(queue.keepPlace(1, 0));
        queue.answered(1);
        QCOMPARE(queue.pop(0)->chat, 40);
    }
    void aPlaceIsForAChatThatRestsNot()
    {
        SendQueue queue;
        QVERIFY(queue.keepPlace(1, 0));
        QVERIFY(!queue.keepPlace(1, 0));
        queue.arrived(1, 0);
        QVERIFY(!queue.keepPlace(1, 5000)); // not all is said of it
        queue.answered(1);
        QVERIFY(!queue.keepPlace(1, 999));
        QVERIFY(queue.keepPlace(1, 5000));
        queue.answered(1);
        queue.push(1, 7, Lane::Reply);
        QVERIFY(!queue.keepPlace(1, 5000)); // its own, that came before
        QVERIFY(!queue.keepPlace(2, 5000)); // another's, that could leave
        QCOMPARE(queue.pop(5000)->delivery, 7);
        queue.push(1, 8, Lane::Reply);
        QVERIFY(queue.keepPlace(2, 5000)); // which waits for the one before it
        queue.rest(5000, 5s);
        QVERIFY(!queue.keepPlace(3, 5000));
    }
    void repliesAlone()
    {
        SendQueue queue;
        queue.push(1, 1, Lane::Announcement);
        QVERIFY(!queue.pop(0, SendQueue::Lanes::Replies));
        QVERIFY(!queue.nextAt(0, SendQueue::Lanes::Replies));
        queue.push(2, 2, Lane::Reply);
        QCOMPARE(queue.nextAt(0, SendQueue::Lanes::Replies), 0);
        QCOMPARE(queue.pop(0, SendQueue::Lanes::Replies)->delivery, 2);
        QCOMPARE(queue.pop(0)->delivery, 1);
    }
    void chatsOfLongAgoAreForgotten()
    {
        RateLimits limits;
        qint64 now = 0;
        for (int i = 0; i < 10'000; ++i) {
            limits.begin();
            limits.arrived(i + 1, now);
            now += 34;
        }
        QVERIFY(limits.remembered() <= 60'000 / 34 + 2);
    }
};

QTEST_GUILESS_MAIN(tst_BotLimits)
#include "tst_botlimits.moc"
