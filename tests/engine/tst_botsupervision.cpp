// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/supervision.h"

#include <QTest>

using namespace kule;
using Command = Supervision::Command;
using Ending = Supervision::Ending;

class tst_BotSupervision : public QObject
{
    Q_OBJECT
private:
    qint64 m_now = 1000;
    std::optional<Supervision> m_bot;

    void launch()
    {
        QCOMPARE(m_bot->start(m_now), Command::Launch);
        QCOMPARE(m_bot->state(), BotState::Starting);
        m_bot->launched(m_now);
        QCOMPARE(m_bot->state(), BotState::Running);
    }
    Command end(Ending ending) { return m_bot->ended(m_now, ending, text("it fell over")); }
    /// On to the moment at which it wants to be asked.
    Command sleep()
    {
        m_now = m_bot->wakesAt().value_or(m_now);
        return m_bot->tick(m_now);
    }

private Q_SLOTS:
    void init()
    {
        m_now = 1000;
        m_bot.emplace(3);
    }
    void itStartsAndStops()
    {
        QCOMPARE(m_bot->state(), BotState::Stopped);
        launch();
        QCOMPARE(m_bot->start(m_now), Command::Nothing);
        QCOMPARE(m_bot->stop(m_now), Command::Drain);
        QCOMPARE(m_bot->state(), BotState::Draining);
        QCOMPARE(m_bot->stop(m_now), Command::Nothing);
        QCOMPARE(end(Ending::Drained), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::Stopped);
        QVERIFY(m_bot->reason().source.isEmpty());
        QVERIFY(!m_bot->wakesAt());
        QCOMPARE(m_bot->stop(m_now), Command::Nothing);
    }
    void aCrashIsFollowedByLongerAndLongerRests()
    {
        launch();
        qint64 most = 1000;
        for (int i = 1; i < 10; ++i, most = std::min<qint64>(most * 2, 300'000)) {
            QCOMPARE(end(Ending::Crashed), Command::Nothing);
            QCOMPARE(m_bot->state(), BotState::BackingOff);
            QCOMPARE(m_bot->reason().english(), QStringLiteral("it fell over"));
            const qint64 rest = *m_bot->wakesAt() - m_now;
            QVERIFY2(rest >= most / 2 && rest <= most, qPrintable(QString::number(rest)));
            QCOMPARE(m_bot->tick(*m_bot->wakesAt() - 1), Command::Nothing);
            QCOMPARE(sleep(), Command::Launch);
            QCOMPARE(m_bot->restartCount(), i);
            m_bot->launched(m_now);
            QVERIFY(m_bot->reason().source.isEmpty());
        }
    }
    void tenCrashesInTenMinutesAreTheEnd()
    {
        launch();
        for (int i = 0; i < 9; ++i) {
            QCOMPARE(end(Ending::Crashed), Command::Nothing);
            QCOMPARE(m_bot->state(), BotState::BackingOff);
            QCOMPARE(sleep(), Command::Launch);
            if (i % 2)
                m_bot->launched(m_now); // a start that fails counts as well
        }
        QVERIFY(m_now < 600'000);
        QCOMPARE(end(Ending::Crashed), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::Failed);
        QVERIFY(!m_bot->wakesAt());
        QVERIFY(!m_bot->reason().source.isEmpty());
        launch(); // a person may try, with all of its chances
        QCOMPARE(m_bot->restartCount(), 0);
        QCOMPARE(end(Ending::Crashed), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::BackingOff);
        QVERIFY(*m_bot->wakesAt() - m_now <= 1000);
    }
    void whoFindsNobodyTriesForEver()
    {
        launch();
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(end(Ending::Unreachable), Command::Nothing);
            QCOMPARE(m_bot->state(), BotState::BackingOff);
            QVERIFY(*m_bot->wakesAt() - m_now <= 300'000);
            QCOMPARE(sleep(), Command::Launch);
        }
        QCOMPARE(end(Ending::Crashed), Command::Nothing); // the first of its own
        QCOMPARE(m_bot->state(), BotState::BackingOff);
    }
    void tenCrashesInAnHourAreNot()
    {
        launch();
        for (int i = 0; i < 30; ++i) {
            m_now += 120'000;
            QCOMPARE(m_bot->tick(m_now), Command::Nothing); // healthy
            QCOMPARE(end(Ending::Crashed), Command::Nothing);
            QCOMPARE(m_bot->state(), BotState::BackingOff);
            QVERIFY(*m_bot->wakesAt() - m_now <= 1000); // healthy in between: the first rest again
            QCOMPARE(sleep(), Command::Launch);
            m_bot->launched(m_now);
        }
    }
    void fiftyNineSecondsAreNotHealthy()
    {
        launch();
        QCOMPARE(end(Ending::Crashed), Command::Nothing);
        QCOMPARE(sleep(), Command::Launch);
        m_bot->launched(m_now);
        QCOMPARE(m_bot->tick(m_now + 59'999), Command::Nothing);
        m_now += 59'999;
        QCOMPARE(end(Ending::Crashed), Command::Nothing);
        QVERIFY(*m_bot->wakesAt() - m_now >= 1000); // the second rest
    }
    void aDrainEndsAfterThirtySeconds()
    {
        launch();
        QCOMPARE(m_bot->stop(m_now), Command::Drain);
        QCOMPARE(m_bot->tick(m_now + 29'999), Command::Nothing);
        QCOMPARE(m_bot->tick(m_now + 30'000), Command::Abandon);
        QCOMPARE(m_bot->state(), BotState::Stopped);
        QVERIFY(!m_bot->reason().source.isEmpty());
        QCOMPARE(end(Ending::Crashed), Command::Nothing); // the abandoned run says something late
        QCOMPARE(m_bot->state(), BotState::Stopped);
    }
    void aRestartDrainsFirst()
    {
        launch();
        QCOMPARE(m_bot->restart(m_now), Command::Drain);
        QCOMPARE(m_bot->state(), BotState::Draining);
        QCOMPARE(end(Ending::Drained), Command::Launch);
        QCOMPARE(m_bot->restartCount(), 1);
        m_bot->launched(m_now);
        QCOMPARE(m_bot->restart(m_now), Command::Drain);
        QCOMPARE(sleep(), Command::Abandon);
        QCOMPARE(sleep(), Command::Launch);
        m_bot->launched(m_now);
        QCOMPARE(m_bot->restart(m_now), Command::Drain);
        QCOMPARE(m_bot->stop(m_now), Command::Nothing); // changed their mind
        QCOMPARE(end(Ending::Drained), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::Stopped);
        QCOMPARE(m_bot->restart(m_now), Command::Launch);
    }
    void aStartWhileDrainingComesAfterIt()
    {
        launch();
        QCOMPARE(m_bot->stop(m_now), Command::Drain);
        QCOMPARE(m_bot->start(m_now), Command::Nothing);
        QCOMPARE(end(Ending::Crashed), Command::Launch);
    }
    void aStopWhileStartingHolds()
    {
        QCOMPARE(m_bot->start(m_now), Command::Launch);
        QCOMPARE(m_bot->stop(m_now), Command::Drain);
        m_bot->launched(m_now); // late
        QCOMPARE(m_bot->state(), BotState::Draining);
        QCOMPARE(end(Ending::Unauthorised), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::Stopped);
    }
    void aStopEndsEveryRest()
    {
        for (const Ending ending : {Ending::Crashed, Ending::Conflict, Ending::Unauthorised, Ending::Misconfigured}) {
            launch();
            QCOMPARE(end(ending), Command::Nothing);
            QCOMPARE(m_bot->stop(m_now), Command::Nothing);
            QCOMPARE(m_bot->state(), BotState::Stopped);
            QCOMPARE(m_bot->tick(m_now + 1'000'000), Command::Nothing);
        }
    }
    void aWorthlessTokenIsNotTriedAgain()
    {
        launch();
        QCOMPARE(end(Ending::Unauthorised), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::Unauthorised);
        QVERIFY(!m_bot->wakesAt());
        launch();
        QCOMPARE(m_bot->restart(m_now), Command::Drain);
        QCOMPARE(end(Ending::Unauthorised), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::Unauthorised);
        QCOMPARE(m_bot->start(m_now), Command::Launch);
        QCOMPARE(end(Ending::Misconfigured), Command::Nothing);
        QCOMPARE(m_bot->state(), BotState::Failed);
    }
    void aConflictIsTriedRarelyAndForEver()
    {
        launch();
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(end(Ending::Conflict), Command::Nothing);
            QCOMPARE(m_bot->state(), BotState::Conflict);
            QVERIFY(*m_bot->wakesAt() - m_now >= (i < 1 ? 30'000 : 60'000));
            QVERIFY(*m_bot->wakesAt() - m_now <= 300'000);
            QCOMPARE(sleep(), Command::Launch);
            QVERIFY(!m_bot->reason().source.isEmpty()); // still known
            m_bot->launched(m_now);
        }
    }
    void wordsAreStable()
    {
        const QByteArrayList words{"stopped", "starting", "running", "draining", "backing_off", "conflict", "unauthorised", "failed"};
        for (int i = 0; i < words.size(); ++i) {
            QCOMPARE(QByteArray(wordOf(static_cast<BotState>(i))), words[i]);
            QCOMPARE(botStateOf(words[i]), static_cast<BotState>(i));
        }
        QVERIFY(!botStateOf("RUNNING"));
    }
};

QTEST_GUILESS_MAIN(tst_BotSupervision)
#include "tst_botsupervision.moc"
