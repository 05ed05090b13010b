// SPDX-License-Identifier: GPL-3.0-or-later
// What the room of Heroku tells the one of bots: which app is in a bot's way, and that it is stopped.
#include "fakeheroku.h"
#include "herokudoor.h"
#include "waitfor.h"

#include <QTest>

using namespace kule;

class TestHerokuDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheAppThatRuns_data()
    {
        QTest::addColumn<QStringList>("holders");
        QTest::addColumn<QString>("named");
        const QString running = QStringLiteral("runs"), still = QStringLiteral("a-still-one");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("one") << QStringList{running} << running;
        QTest::newRow("scaled to 0") << QStringList{still} << QString();
        QTest::newRow("the other one runs") << QStringList{still, running} << running;
        QTest::newRow("one that cannot be looked at") << QStringList{QStringLiteral("gone"), running} << running;
    }
    void namesTheAppThatRuns()
    {
        QFETCH(QStringList, holders);
        QFETCH(QString, named);
        m_heroku.holders = holders;
        const auto app = waitFor(m_door.appWith(std::make_shared<const Secret>("123456:ABC")));
        QVERIFY(app);
        QCOMPARE(app->value_or(QString()), named);
    }
    void stopsTheOnlyTypeThatRuns()
    {
        QVERIFY(waitFor(m_door.stop(QStringLiteral("runs"), nullptr)));
        QCOMPARE(m_heroku.all[QStringLiteral("runs")].formation.front().quantity, 0);
    }
    void leavesSeveralAlone()
    {
        m_heroku.all[QStringLiteral("runs")].formation.push_back({QStringLiteral("duyuru"), 1, QStringLiteral("basic"), {}});
        const auto done = waitFor(m_door.stop(QStringLiteral("runs"), nullptr));
        QCOMPARE(done.error().code, QByteArray("bot.many_dynos"));
        QCOMPARE(m_heroku.all[QStringLiteral("runs")].formation.front().quantity, 2);
    }

    void init()
    {
        m_heroku.all.clear();
        m_heroku.add(QStringLiteral("runs"), 2);
        m_heroku.add(QStringLiteral("a-still-one"), 0);
    }

private:
    FakeHeroku m_heroku;
    HerokuDoor m_door = herokuDoor(m_heroku, *this);
};

QTEST_GUILESS_MAIN(TestHerokuDoor)
#include "tst_herokudoor.moc"
