// SPDX-License-Identifier: GPL-3.0-or-later
// The overview: its figures lead where they say, it asks no more often than it should, lines stay under the pointer, the
// chart and its table say the same.
#include "fakeconsole.h"
#include "panels/overview/figuretile.h"
#include "panels/overview/hourchart.h"
#include "panels/overview/linkcard.h"
#include "panels/overview/overviewpanel.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace kule;

namespace {

struct Stand
{
    explicit Stand(bool isFilled = true)
    {
        if (isFilled)
            fake.fill();
        panel = std::make_unique<OverviewPanel>(fake.console());
        panel->resize(1100, 760);
        panel->QWidget::show();
        settle();
    }
    FigureTile *tile(const char *name) { return child<FigureTile>(panel.get(), name); }

    FakeConsole fake;
    std::unique_ptr<OverviewPanel> panel;
};

} // namespace

class TestOverviewPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFigureLeadsToWhatItCounts()
    {
        Stand stand;
        QSignalSpy link(stand.panel.get(), &Panel::linkActivated);
        const struct
        {
            const char *button, *panel, *what;
        } ways[] = {{"figureRunning", "jobs", "?state:running"},    {"figureWaiting", "jobs", "?state:queued"},
                    {"figureFailed", "jobs", "?state:failed,timed_out,interrupted since:1d"},
                    {"figureSucceeded", "jobs", "?state:succeeded since:1d"},
                    {"figureFatals", "fatals", "?"},                {"figureCallbacks", "api", "callbacks:dead"},
                    {"runningJobsAll", "jobs", "?state:running"},   {"newestFatals-0", "fatals", "?group:abc"},
                    {"healthLines-0", "api", ""},                   {"healthLines-3", "settings", "python"},
                    {"mainAction", "jobs", "new"}};
        for (const auto &way : ways) {
            auto *button = child<QAbstractButton>(stand.panel.get(), way.button);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            QVERIFY2(!link.isEmpty(), way.button);
            QCOMPARE(link.last().at(0).toString(), QString::fromLatin1(way.panel));
            QCOMPARE(link.last().at(1).toString(), QString::fromLatin1(way.what));
        }
        QCOMPARE(link.size(), static_cast<qsizetype>(std::size(ways)));
    }
    void whatItSaysIsWhatWasRead()
    {
        Stand stand;
        QCOMPARE(stand.tile("figureFailed")->figure().number, QStringLiteral("37"));
        QVERIFY(stand.tile("figureFailed")->figure().isLoud);
        QVERIFY(stand.tile("figureFailed")->figure().remark.startsWith(QStringLiteral("21 ")));
        QCOMPARE(child<StateLabel>(stand.panel.get(), "verdict")->look().glyph, Glyph::Triangle); // a dead callback, and more failures
        auto *running = child<LinkRow>(stand.panel.get(), "runningJobs-0");
        QVERIFY(running->item().progress.has_value());
    }
    void aStoreThatRefusesIsSaid()
    {
        Stand stand;
        stand.fake.overview.state.trouble = Error{ErrorKind::Unavailable, "store.full", text("The disk is full."), nullptr, std::nullopt};
        stand.panel->refresh();
        settle();
        const LinkItem &line = child<LinkRow>(stand.panel.get(), "healthLines-1")->item();
        QCOMPARE(line.look.glyph, Glyph::Triangle);
        QCOMPARE(line.remark, QStringLiteral("The disk is full."));
    }
    void allIsWellWhenItIs()
    {
        Stand stand;
        stand.fake.overview.state.deadCallbacks = 0;
        stand.fake.overview.state.lastDay.failed = 0;
        stand.panel->refresh();
        settle();
        QCOMPARE(child<StateLabel>(stand.panel.get(), "verdict")->look().glyph, Glyph::Disc);
        WorkerHealth broken;
        broken.problem = Error{ErrorKind::Unavailable, "python.missing", text("No Python."), nullptr, std::nullopt};
        Q_EMIT stand.fake.executor.healthChanged(broken);
        QCOMPARE(child<StateLabel>(stand.panel.get(), "verdict")->look().glyph, Glyph::Triangle);
        QCOMPARE(child<LinkRow>(stand.panel.get(), "healthLines-3")->item().remark, QStringLiteral("No Python."));
    }
    void aStormOfChangesIsOneQuestion()
    {
        Stand stand;
        const int before = stand.fake.overview.reads;
        for (int i = 0; i < 500; ++i)
            Q_EMIT stand.fake.jobs.changed(stand.fake.jobs.all.front().job);
        settle();
        QCOMPARE(stand.fake.overview.reads, before);
        QTRY_COMPARE(stand.fake.overview.reads, before + 1);
        stand.panel->hide();
        Q_EMIT stand.fake.jobs.changed(stand.fake.jobs.all.front().job);
        QCOMPARE(stand.fake.overview.reads, before + 1);
        stand.panel->QWidget::show(); // what happened meanwhile is read then
        QTRY_COMPARE(stand.fake.overview.reads, before + 2);
    }
    void progressGoesOnWithoutAQuestion()
    {
        Stand stand;
        const int before = stand.fake.overview.reads;
        Job job = stand.fake.overview.state.running.front();
        job.progress = 77;
        Q_EMIT stand.fake.jobs.changed(job);
        QCOMPARE(child<LinkRow>(stand.panel.get(), "runningJobs-0")->item().progress.value_or(0), 77.0);
        QCOMPARE(stand.fake.overview.reads, before);
    }
    void linesStayWhileSomeoneIsInThem()
    {
        Stand stand;
        stand.panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stand.panel.get()));
        auto *card = child<LinkCard>(stand.panel.get(), "runningJobs");
        auto *first = child<LinkRow>(stand.panel.get(), "runningJobs-0");
        first->setFocus();
        const QString key = first->item().key;
        const std::size_t count = card->size();
        stand.fake.overview.state.running.erase(stand.fake.overview.state.running.begin());
        stand.panel->refresh();
        settle();
        QCOMPARE(card->size(), count);
        QCOMPARE(first->item().key, key);
        child<QWidget>(stand.panel.get(), "hourChart")->setFocus();
        stand.panel->refresh();
        settle();
        QCOMPARE(card->size(), count - 1);
    }
    void theTableSaysWhatTheChartShows()
    {
        Stand stand;
        auto *table = child<TableView>(stand.panel.get(), "hourTable");
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!table->isVisible());
        QTest::mouseClick(child<QToolButton>(stand.panel.get(), "hoursAsTable"), Qt::LeftButton);
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), Overview::hourCount);
        const HourCounts &newest = stand.fake.overview.state.hours.back();
        QCOMPARE(table->model()->index(0, 1).data().toString(), QString::number(newest.succeeded));
        QCOMPARE(stand.panel->saveState().value("hours_as_table", false), true);
    }
    void keysWalkThroughTheChart()
    {
        Stand stand;
        auto *chart = child<HourChart>(stand.panel.get(), "hourChart");
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->accessibleDescription(), HourChart::sentenceOf(stand.fake.overview.state.hours.back()));
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->accessibleDescription(), HourChart::sentenceOf(stand.fake.overview.state.hours.front()));
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->accessibleDescription(), HourChart::sentenceOf(stand.fake.overview.state.hours.front()));
    }
    void nothingYetSaysWhatToDo()
    {
        Stand stand(false);
        auto *empty = child<QWidget>(stand.panel.get(), "overviewEmpty");
        QVERIFY(empty->isVisible());
        QSignalSpy link(stand.panel.get(), &Panel::linkActivated);
        QTest::mouseClick(child<QPushButton>(empty, "emptyAction"), Qt::LeftButton);
        QCOMPARE(link.first().at(1).toString(), QStringLiteral("new"));
        QVERIFY(child<QWidget>(stand.panel.get(), "healthLines")->isVisible());
    }
    void whatCannotBeReadIsSaidAndMended()
    {
        Stand stand;
        stand.fake.overview.failNext(ErrorKind::Unavailable, "store.closed");
        stand.panel->refresh();
        auto *problem = child<QWidget>(stand.panel.get(), "overviewProblem");
        QTRY_VERIFY(problem->isVisible());
        QCOMPARE(stand.tile("figureFailed")->figure().number, QStringLiteral("37")); // what was known stays
        QTest::mouseClick(child<QPushButton>(problem, "errorButton"), Qt::LeftButton);
        QTRY_VERIFY(!problem->isVisible());
    }
    void aNarrowPanelStandsInColumns()
    {
        Stand stand;
        stand.panel->resize(600, 700);
        settle();
        QCOMPARE(stand.tile("figureSucceeded")->x(), stand.tile("figureRunning")->x());
        QVERIFY(child<QWidget>(stand.panel.get(), "healthLines")->y() > child<QWidget>(stand.panel.get(), "hourCard")->y());
        stand.panel->resize(1100, 700);
        settle();
        QCOMPARE(stand.tile("figureSucceeded")->y(), stand.tile("figureRunning")->y());
    }
};

QTEST_MAIN(TestOverviewPanel)
#include "tst_overviewpanel.moc"
