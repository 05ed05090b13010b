// SPDX-License-Identifier: GPL-3.0-or-later
// The API panel: state, a taken port, keys, requests, callbacks.
#include "fakeconsole.h"
#include "languages.h"
#include "panels/api/apipanel.h"
#include "widgets/codeview.h"
#include "widgets/copybutton.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace kule;

namespace {

struct Stand
{
    Stand()
    {
        fake.fill();
        panel = std::make_unique<ApiPanel>(fake.console());
        panel->resize(1000, 700);
        panel->show();
        settle();
    }
    TableView *table(const char *name) { return child<TableView>(panel.get(), name); }
    void chooseTab(int tab)
    {
        child<QTabWidget>(panel.get(), "apiTabs")->setCurrentIndex(tab);
        settle();
    }

    FakeConsole fake;
    std::unique_ptr<ApiPanel> panel;
};

} // namespace

class TestApiPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhereItListens()
    {
        Stand stand;
        QCOMPARE(child<StateLabel>(stand.panel.get(), "serverState")->look().glyph, Glyph::Disc);
        QTest::mouseClick(child<CopyButton>(stand.panel.get(), "copyUrl"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:3000"));
    }

    void saysWhoIsThereNow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("clients");
        QTest::addColumn<QStringList>("counts");
        QTest::addRow("English") << QStringLiteral("en")
                                 << QStringList{QStringLiteral("3 live clients · 2 by WebSocket · 1 by polling · 5 subscriptions"),
                                                QStringLiteral("1,200 live clients · 1,200 by WebSocket · 1 subscription"), QStringLiteral("No live clients")}
                                 << QStringList{QStringLiteral("2 connections · 128 requests since the start"), QStringLiteral("1 connection · 128 requests since the start")};
        QTest::addRow("Turkish") << QStringLiteral("tr")
                                 << QStringList{QStringLiteral("3 canlı istemci · 2 WebSocket ile · 1 yoklamayla · 5 abonelik"),
                                                QStringLiteral("1.200 canlı istemci · 1.200 WebSocket ile · 1 abonelik"), QStringLiteral("Canlı istemci yok")}
                                 << QStringList{QStringLiteral("2 bağlantı · başlangıçtan beri 128 istek"), QStringLiteral("1 bağlantı · başlangıçtan beri 128 istek")};
    }
    void saysWhoIsThereNow()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, clients);
        QFETCH(QStringList, counts);
        Languages languages(*qApp);
        Stand stand;
        languages.choose(language); // live
        auto *who = child<QLabel>(stand.panel.get(), "liveClients");
        auto *howMany = child<QLabel>(stand.panel.get(), "serverCounts");
        QTRY_COMPARE(who->text(), clients[0]);
        QCOMPARE(howMany->text(), counts[0]);
        stand.fake.api.state.clients = stand.fake.api.state.webSockets = 1'200;
        stand.fake.api.state.subscriptions = 1;
        QTRY_COMPARE(who->text(), clients[1]);
        stand.fake.api.state.clients = stand.fake.api.state.webSockets = stand.fake.api.state.subscriptions = 0;
        stand.fake.api.state.connections = 1;
        QTRY_COMPARE(who->text(), clients[2]);
        QCOMPARE(howMany->text(), counts[1]);
    }
    void looksAnewWhenItIsSeenAgain()
    {
        Stand stand;
        auto *clients = child<QLabel>(stand.panel.get(), "liveClients");
        QTRY_VERIFY(clients->text().startsWith(u'3'));
        stand.panel->hide();
        stand.fake.api.state.clients = 9;
        stand.panel->show();
        QTRY_VERIFY(clients->text().startsWith(u'9'));
    }

    void aTakenPortOffersTheNextFreeOne()
    {
        Stand stand;
        auto *problem = child<QWidget>(stand.panel.get(), "serverProblem");
        QVERIFY(!problem->isVisible());
        ApiStatus taken;
        taken.port = 3000;
        taken.problem = Error{ErrorKind::Conflict, "api.port_taken", text("Port 3000 is taken."), {{"port", 3000}, {"free_port", 3001}}, std::nullopt};
        Q_EMIT stand.fake.api.changed(taken);
        QVERIFY(problem->isVisible());
        auto *button = child<QPushButton>(problem, "errorButton");
        QVERIFY(button->text().contains(QStringLiteral("3001")));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(stand.fake.settings.current().number(Setting::ApiPort), 3001);
    }

    void aKeyIsMadeAndShownOnce()
    {
        Stand stand;
        stand.panel->mainAction()->trigger();
        auto *name = child<QLineEdit>(stand.panel.get(), "keyName");
        auto *create = child<QPushButton>(stand.panel.get(), "createKey");
        QVERIFY(name->isVisible());
        QVERIFY(!create->isEnabled());
        QTest::keyClicks(name, QStringLiteral("yedekleme"));
        child<QComboBox>(stand.panel.get(), "keyScope")->setCurrentIndex(0);
        QTest::mouseClick(create, Qt::LeftButton);
        auto *note = child<QWidget>(stand.panel.get(), "secretNote");
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(child<QLabel>(note, "secretKey")->text(), QStringLiteral("kule_secret"));
        QCOMPARE(stand.fake.keys.all.back().name, QStringLiteral("yedekleme"));
        QCOMPARE(stand.fake.keys.all.back().scope, Scope::Read);
        QTRY_COMPARE(stand.table("keysTable")->model()->rowCount(), 6);
        QTest::mouseClick(child<QPushButton>(note, "secretDone"), Qt::LeftButton);
        stand.panel->refresh();
        settle();
        QVERIFY(!note->isVisible());
        const auto labels = stand.panel->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY(!label->text().contains(QStringLiteral("kule_secret")));
    }

    void aRefusedNameIsSaidBesideTheForm()
    {
        Stand stand;
        stand.panel->mainAction()->trigger();
        QTest::keyClicks(child<QLineEdit>(stand.panel.get(), "keyName"), QStringLiteral("ci"));
        // The fake tells of a change before it answers; the list, asked anew, would take the failure that is meant for the form.
        disconnect(&stand.fake.keys, &AccessKeys::changed, nullptr, nullptr);
        stand.fake.keys.failNext(ErrorKind::Invalid, "key.bad_name");
        QTest::keyClick(child<QLineEdit>(stand.panel.get(), "keyName"), Qt::Key_Return);
        auto *error = child<QWidget>(stand.panel.get(), "keyFormError");
        QTRY_VERIFY(error->isVisible());
        QCOMPARE(child<QLabel>(error, "errorCode")->text(), QStringLiteral("key.bad_name"));
        QCOMPARE(child<QLineEdit>(stand.panel.get(), "keyName")->text(), QStringLiteral("ci"));
        QVERIFY(stand.panel->goBack());
        QVERIFY(!stand.panel->goBack());
    }

    void revokingAsksByEffect()
    {
        Stand stand;
        TableView *table = stand.table("keysTable");
        auto *revoke = child<QPushButton>(stand.panel.get(), "revokeKey");
        QVERIFY(!revoke->isEnabled());
        table->setCurrentIndex(table->model()->index(4, 0)); // of this session
        QVERIFY(!revoke->isEnabled());
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::mouseClick(revoke, Qt::LeftButton);
        auto *confirm = child<QDialog>(stand.panel.get(), "confirm");
        QVERIFY(child<QLabel>(confirm, "confirmQuestion")->text().contains(QStringLiteral("ci")));
        QCOMPARE(child<QPushButton>(confirm, "confirmYes")->text(), QStringLiteral("Revoke key"));
        QVERIFY(!stand.fake.keys.all[1].revokedAt);
        QTest::mouseClick(child<QPushButton>(confirm, "confirmYes"), Qt::LeftButton);
        QTRY_VERIFY(stand.fake.keys.all[1].revokedAt.has_value());
        QTRY_VERIFY(!revoke->isEnabled());
        QCOMPARE(table->current().row(), 1);
    }

    void requestsComeLiveAndWaitWhileSomeoneReads()
    {
        Stand stand;
        stand.chooseTab(1);
        TableView *table = stand.table("requestsTable");
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(table->model()->rowCount(), 28);
        Q_EMIT stand.fake.api.served({{stand.fake.clock.wallMs() + 1, "GET", "/new", 200, 10, {}}});
        QTRY_COMPARE(table->model()->rowCount(), 29);
        QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("/new"));
        table->resize(table->width(), 200);
        table->scrollToBottom();
        settle();
        Q_EMIT stand.fake.api.served({{stand.fake.clock.wallMs() + 2, "GET", "/later", 200, 10, {}}});
        auto *bar = child<QPushButton>(table, "announcement");
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(table->model()->rowCount(), 29);
        QTest::mouseClick(bar, Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 30);
        QVERIFY(!bar->isVisible());
    }

    void aDeadCallbackIsSentAgain()
    {
        Stand stand;
        stand.chooseTab(2);
        TableView *table = stand.table("callbacksTable");
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setCurrentIndex(table->model()->index(2, 0));
        QTest::keyClick(table, Qt::Key_Return);
        auto *redeliver = child<QPushButton>(stand.panel.get(), "redeliver");
        QVERIFY(redeliver->isVisible());
        QVERIFY(child<CodeView>(stand.panel.get(), "callbackTries")->toPlainText().contains(QStringLiteral("503")));
        QTest::mouseClick(redeliver, Qt::LeftButton);
        QTRY_COMPARE(stand.fake.callbacks.all[2].state, DeliveryState::Waiting);
        QTRY_VERIFY(!redeliver->isEnabled());
        QSignalSpy link(stand.panel.get(), &Panel::linkActivated);
        QTest::mouseClick(child<QPushButton>(stand.panel.get(), "callbackJob"), Qt::LeftButton);
        QCOMPARE(link.first().first().toString(), QStringLiteral("jobs"));
        QVERIFY(stand.panel->goBack());
    }

    void callbacksAreFilteredByState()
    {
        Stand stand;
        stand.chooseTab(2);
        child<QComboBox>(stand.panel.get(), "callbackState")->setCurrentIndex(3);
        QTRY_COMPARE(stand.table("callbacksTable")->model()->rowCount(), 1);
    }

    void whatCannotBeReadIsSaid()
    {
        Stand stand;
        stand.fake.keys.failNext(ErrorKind::Unavailable, "store.closed");
        stand.panel->refresh();
        auto *error = child<QWidget>(stand.panel.get(), "keysError");
        QTRY_VERIFY(error->isVisible());
        stand.panel->refresh();
        QTRY_VERIFY(!error->isVisible());
    }
};

QTEST_MAIN(TestApiPanel)
#include "tst_apipanel.moc"
