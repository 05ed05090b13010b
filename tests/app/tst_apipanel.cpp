// SPDX-License-Identifier: GPL-3.0-or-later
// The API panel: state, a taken port, keys, requests, callbacks.
#include "fakeconsole.h"
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
