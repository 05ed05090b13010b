// SPDX-License-Identifier: GPL-3.0-or-later
// The activity panel over a real log: pages, filter, detail, the way to the object, what is new while one looks.
#include "fakeconsole.h"
#include "panels/activity/activitymodel.h"
#include "panels/activity/activitypanel.h"
#include "widgets/factlist.h"
#include "widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace kule;

namespace {

struct Stand
{
    explicit Stand(int rows = 21)
    {
        if (rows > 0)
            fake.fill();
        if (rows > 21)
            fake.noteActivity(rows - 21, QByteArray("job.run"));
        panel = std::make_unique<ActivityPanel>(fake.console());
        panel->resize(1100, 700);
        panel->QWidget::show();
        (void)QTest::qWaitFor([this] { return model()->hasLoaded(); });
    }
    TableView *table() { return child<TableView>(panel.get(), "activityTable"); }
    ActivityModel *model() { return static_cast<ActivityModel *>(table()->model()); }
    QString cell(int row, int column) { return model()->index(row, column).data().toString(); }
    void filter(const char *text)
    {
        auto *edit = child<QLineEdit>(panel.get(), "filter");
        edit->clear();
        QTest::keyClicks(edit, QString::fromLatin1(text));
        QTest::keyClick(edit, Qt::Key_Return);
    }

    FakeConsole fake;
    std::unique_ptr<ActivityPanel> panel;
};

} // namespace

class TestActivityPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhoDidWhat()
    {
        Stand stand;
        QCOMPARE(stand.model()->rowCount(), 21);
        QCOMPARE(stand.cell(0, ActivityModel::Deed), QStringLiteral("Sent a callback again"));
        QCOMPARE(stand.cell(0, ActivityModel::Who), QStringLiteral("this window"));
        QCOMPARE(stand.cell(1, ActivityModel::Who), QStringLiteral("ci"));
    }
    void pagesAreLoadedAsTheyAreLookedAt()
    {
        Stand stand(1000);
        const QAbstractItemModelTester tester(stand.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(stand.model()->rowCount(), 1000);
        QVERIFY(!stand.model()->at(900));
        stand.table()->scrollToBottom();
        QTRY_VERIFY(stand.model()->at(999));
        QCOMPARE(stand.model()->at(999)->seq, 1);
    }
    void theFilterIsAppliedAndItsFaultIsSaid()
    {
        Stand stand;
        stand.filter("by:ci action:job.cancel");
        QTRY_COMPARE(stand.model()->rowCount(), 3);
        stand.filter("who:ci");
        auto *error = child<QLabel>(stand.panel.get(), "filterError");
        QTRY_VERIFY(error->isVisible());
        QCOMPARE(stand.model()->rowCount(), 3); // the former one stays in force
        stand.filter("by:nobody");
        QTRY_VERIFY(child<QWidget>(stand.panel.get(), "activityNoMatch")->isVisible());
        QTest::mouseClick(child<QPushButton>(child<QWidget>(stand.panel.get(), "activityNoMatch"), "emptyAction"), Qt::LeftButton);
        QTRY_COMPARE(stand.model()->rowCount(), 21);
    }
    void oneIsOpenedAndLeadsToItsObject()
    {
        Stand stand;
        QSignalSpy link(stand.panel.get(), &Panel::linkActivated);
        stand.table()->setFocus();
        for (int row = 0; row < 7; ++row) {
            stand.table()->setCurrentIndex(stand.model()->index(row, 0));
            QTest::keyClick(stand.table(), Qt::Key_Return);
            QCOMPARE(child<QLabel>(stand.panel.get(), "activityTitle")->text(), stand.cell(row, ActivityModel::Deed));
            QTest::mouseClick(child<QPushButton>(stand.panel.get(), "activityLink"), Qt::LeftButton);
        }
        QStringList ways;
        for (const auto &arguments : std::as_const(link))
            ways << arguments.at(0).toString();
        QCOMPARE(ways.join(u' '), QStringLiteral("api jobs api settings fatals jobs jobs"));
        QVERIFY(stand.panel->goBack());
        QVERIFY(!stand.panel->goBack());
    }
    void whatIsNewIsCountedAndDoesNotPush()
    {
        Stand stand;
        const QString first = stand.cell(0, ActivityModel::Target);
        stand.fake.noteActivity(2, QByteArray("job.run"));
        Q_EMIT stand.fake.jobs.changed(stand.fake.jobs.all.front().job);
        auto *bar = child<QPushButton>(stand.table(), "announcement");
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(stand.cell(0, ActivityModel::Target), first);
        QTest::mouseClick(bar, Qt::LeftButton);
        QTRY_COMPARE(stand.model()->rowCount(), 23);
    }
    void nothingYetSaysWhatWillBeHere()
    {
        Stand stand(0);
        QTRY_VERIFY(child<QWidget>(stand.panel.get(), "activityEmpty")->isVisible());
    }
    void whatOthersWroteIsShownAsItIs()
    {
        Stand stand;
        stand.fake.noteActivity(1, QByteArray("evil\x01.act"), QStringLiteral("a\u202Etxt.exe\n") + QChar(0));
        stand.panel->refresh();
        QTRY_COMPARE(stand.model()->rowCount(), 22);
        QCOMPARE(stand.cell(0, ActivityModel::Target), QStringLiteral("a⟨U+202E⟩txt.exe␊␀"));
        QCOMPARE(stand.cell(0, ActivityModel::Deed), QStringLiteral("evil␁.act"));
    }
};

QTEST_MAIN(TestActivityPanel)
#include "tst_activitypanel.moc"
