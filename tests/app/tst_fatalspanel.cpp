// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconsole.h"

#include "dialogs/confirm.h"
#include "panels/fatals/fataldetailview.h"
#include "panels/fatals/fatalspanel.h"
#include "panels/fatals/fatalwords.h"
#include "widgets/errorstrip.h"
#include "widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>

using namespace kule;

namespace {

/// Plurals as the two languages make them, for the sentences of deletion.
class Plurals final : public QTranslator
{
public:
    explicit Plurals(bool isTurkish)
        : m_isTurkish(isTurkish)
    {
    }
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        if (QLatin1String(source) != QLatin1String("Delete %Ln report(s)"))
            return {};
        return m_isTurkish ? QStringLiteral("%Ln raporu sil") : n == 1 ? QStringLiteral("Delete %Ln report") : QStringLiteral("Delete %Ln reports");
    }

private:
    bool m_isTurkish;
};

class Shown
{
public:
    explicit Shown(int reports = 3)
    {
        for (int i = 1; i <= reports; ++i)
            fake.fatals.add(QStringLiteral("r%1.txt").arg(i)).job = {QStringLiteral("job-%1").arg(i)};
        panel = std::make_unique<FatalsPanel>(fake.console());
        panel->resize(1200, 700);
        panel->QWidget::show();
        settle();
    }
    template <class W>
    W *child(const char *name) const
    {
        return kule::child<W>(panel.get(), name);
    }
    TableView *table() const { return child<TableView>("fatalTable"); }
    void selectRows(int count) const
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        for (int i = 1; i < count; ++i)
            QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    }
    Confirm *question() const { return panel->findChild<Confirm *>(); }

    FakeConsole fake;
    std::unique_ptr<FatalsPanel> panel;
};

} // namespace

class TestFatalsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deleteAsksWithTheNumberInBothLanguages()
    {
        for (const bool isTurkish : {false, true}) {
            Plurals plurals(isTurkish);
            QCoreApplication::installTranslator(&plurals);
            Shown shown;
            shown.child<QAction>("deleteShown")->trigger();
            QVERIFY(shown.question());
            QCOMPARE(kule::child<QPushButton>(shown.question(), "confirmYes")->text(), isTurkish ? QStringLiteral("3 raporu sil") : QStringLiteral("Delete 3 reports"));
            kule::child<QPushButton>(shown.question(), "confirmNo")->click();
            settle();
            shown.fake.fatals.all.resize(1);
            shown.panel->refresh();
            settle();
            shown.child<QAction>("deleteShown")->trigger();
            QCOMPARE(kule::child<QPushButton>(shown.question(), "confirmYes")->text(), isTurkish ? QStringLiteral("1 raporu sil") : QStringLiteral("Delete 1 report"));
            QVERIFY(shown.fake.fatals.asked.isEmpty());
            kule::child<QPushButton>(shown.question(), "confirmNo")->click();
            QCoreApplication::removeTranslator(&plurals);
        }
    }

    void deletesWhatIsSelected()
    {
        Shown shown(4);
        QAbstractItemModelTester tester(shown.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        shown.selectRows(2);
        QTest::keyClick(shown.table(), Qt::Key_Delete);
        settle();
        QVERIFY(!shown.question()); // it can be taken back
        QCOMPARE(shown.fake.fatals.asked, (QStringList{QStringLiteral("remove r4.txt by console"), QStringLiteral("remove r3.txt by console")}));
        QCOMPARE(shown.table()->model()->rowCount(), 2);
    }

    void aDeletionIsTakenBackByTheToastOrTheMenu()
    {
        for (const bool isByToast : {true, false}) {
            Shown shown(3);
            shown.selectRows(2);
            QTest::keyClick(shown.table(), Qt::Key_Delete);
            settle();
            QCOMPARE(shown.fake.fatals.all.size(), size_t(1));
            auto *menuAction = shown.child<QAction>("undoDeletedReports");
            QVERIFY(menuAction->isVisible());
            if (isByToast)
                kule::child<QPushButton>(shown.panel->window(), "undo")->click();
            else
                menuAction->trigger();
            settle();
            QCOMPARE(shown.fake.fatals.all.size(), size_t(3));
            QVERIFY(!menuAction->isVisible());
            QCOMPARE(shown.table()->model()->rowCount(), 3);
        }
    }

    void deletesWhatTheFilterShowsOnlyIfItIsStillThat()
    {
        Shown shown(3);
        shown.child<QAction>("deleteShown")->trigger();
        QVERIFY(shown.question());
        shown.fake.fatals.add(QStringLiteral("late.txt")); // between question and answer
        kule::child<QPushButton>(shown.question(), "confirmYes")->click();
        settle();
        QCOMPARE(shown.fake.fatals.all.size(), size_t(4));
        auto *problem = shown.child<ErrorStrip>("fatalsProblem");
        QVERIFY(problem->error().has_value());
        QCOMPARE(problem->error()->code, QByteArray("fatal.count_changed"));
        shown.panel->refresh();
        settle();
        shown.child<QAction>("deleteShown")->trigger();
        kule::child<QPushButton>(shown.question(), "confirmYes")->click();
        settle();
        QVERIFY(shown.fake.fatals.all.empty());
        QVERIFY(shown.child<QWidget>("fatalsEmpty")->isVisible());
    }

    void showsAReportWhole()
    {
        Shown shown(0);
        shown.fake.fill();
        shown.panel->refresh();
        settle();
        shown.panel->show(QStringLiteral("12350.txt"));
        settle();
        auto *detail = shown.child<FatalDetailView>("fatalDetail");
        QVERIFY(detail->isVisible());
        QVERIFY(shown.child<QPlainTextEdit>("fatalTraceback")->toPlainText().contains(QLatin1String("line 42, in boot")));
        auto *chain = shown.child<QTreeWidget>("fatalChain");
        QCOMPARE(chain->topLevelItemCount(), 1);
        QVERIFY(chain->topLevelItem(0)->child(1)->text(0).contains(QLatin1String("KeyError")));
        QSignalSpy links(shown.panel.get(), &Panel::linkActivated);
        shown.child<QPushButton>("fatalMain")->click();
        QCOMPARE(links.first().at(0).toString(), QStringLiteral("jobs"));
        shown.child<QAction>("copyMarkdown")->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("```python\nTraceback")));
        QVERIFY(shown.panel->goBack());
        QVERIFY(!detail->isVisible());
    }

    void anUnreadableFileIsShownAsSuch()
    {
        Shown shown(1);
        shown.fake.fatals.all.front().isReadable = false;
        shown.panel->refresh();
        settle();
        QVERIFY(shown.table()->model()->index(0, FatalsModel::Message).data().toString().contains(QLatin1String("Not valid JSON")));
        shown.fake.fatals.failNext(ErrorKind::Broken, "fatal.unreadable");
        shown.panel->show(QStringLiteral("r1.txt"));
        settle();
        QVERIFY(shown.child<ErrorStrip>("fatalProblem")->isVisible());
        QVERIFY(shown.child<QLabel>("fatalHint")->isVisible());
    }

    void whenAReportGoesItsNeighbourIsShownAndAfterTheLastNothing()
    {
        Shown shown(2);
        shown.panel->show(QStringLiteral("r2.txt"));
        settle();
        auto *detail = shown.child<FatalDetailView>("fatalDetail");
        Q_EMIT shown.fake.fatals.removed(QStringLiteral("r2.txt"));
        settle();
        QCOMPARE(detail->filename(), QStringLiteral("r1.txt"));
        QVERIFY(detail->isVisible());
        Q_EMIT shown.fake.fatals.removed(QStringLiteral("r1.txt"));
        settle();
        QVERIFY(!detail->isVisible());
        QCOMPARE(shown.table()->model()->rowCount(), 0);
    }

    void everythingThatTabReachesHasAName()
    {
        Shown shown(0);
        shown.fake.fill();
        shown.panel->refresh();
        settle();
        shown.panel->show(QStringLiteral("12350.txt"));
        auto *tabs = shown.child<QTabWidget>("fatalTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            settle();
            QCOMPARE(namelessIn(shown.panel.get()), QStringList());
        }
    }

    void groupsLeadToTheirReports()
    {
        Shown shown;
        shown.child<QToolButton>("fatalsGrouped")->click();
        settle();
        auto *groups = shown.child<TableView>("groupTable");
        QVERIFY(groups->isVisible());
        groups->setCurrentIndex(groups->model()->index(0, 0));
        QTest::keyClick(groups, Qt::Key_Return);
        settle();
        QVERIFY(shown.table()->isVisible());
        QVERIFY(shown.child<QWidget>("groupLine")->isVisible());
        QVERIFY(shown.panel->goBack());
        settle();
        QVERIFY(groups->isVisible());
    }

    void newReportsAreAnnounced()
    {
        Shown shown;
        Fatal fresh = shown.fake.fatals.add(QStringLiteral("new.txt"));
        fresh.time += 1'000;
        Q_EMIT shown.fake.fatals.appeared(fresh);
        QVERIFY(kule::child<QPushButton>(shown.table(), "announcement")->isVisible());
        QCOMPARE(shown.table()->model()->rowCount(), 3);
    }

    void tellsOwnFramesFromOthers()
    {
        const QString traceback = QStringLiteral("Traceback (most recent call last):\n  File \"/srv/a.py\", line 1, in boot\n    x()\n"
                                                 "  File \"/usr/lib/python3.11/csv.py\", line 2, in y\n    z()\nValueError: bad:\n");
        const auto lines = linesOf(traceback);
        QCOMPARE(lines.size(), size_t(6));
        QCOMPARE(lines[0].part, TracebackPart::Heading);
        QCOMPARE(lines[2].part, TracebackPart::OwnFrame);
        QCOMPARE(lines[4].part, TracebackPart::OtherFrame);
        QCOMPARE(lines[5].part, TracebackPart::Error);
        QCOMPARE(linesOf(traceback, {QStringLiteral("/usr/lib/python3.11/csv.py")})[2].part, TracebackPart::OtherFrame);
    }

    void bearsAnyReport()
    {
        const Json odd[] = {Json::object(), Json{{"chain", 7}}, Json{{"chain", {1, {{"frames", {2}}}}}, {"log_tail", {nullptr, 3}}, {"time", 5}, {"attempt", "x"}},
                            Json{{"error", nullptr}, {"type", {1}}, {"traceback", 9}}};
        Shown shown(0);
        int number = 0;
        for (const Json &report : odd) {
            (void)asMarkdown(report, QStringLiteral("x"));
            (void)chainOf(report);
            (void)ownFilesOf(report);
            const QString name = QStringLiteral("odd%1.txt").arg(++number);
            shown.fake.fatals.reports.insert(name, report);
            shown.panel->show(name);
            settle();
            QVERIFY(shown.child<FatalDetailView>("fatalDetail")->report().has_value());
        }
        QVERIFY(asMarkdown(Json{{"traceback", "a\n````\nb"}}, {}).contains(QLatin1String("`````python")));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Theme theme(application, ThemeChoice::Light);
    TestFatalsPanel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fatalspanel.moc"
