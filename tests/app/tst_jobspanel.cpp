// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconsole.h"

#include "panels/jobs/copyas.h"
#include "panels/jobs/jobdetailview.h"
#include "panels/jobs/jobdraft.h"
#include "panels/jobs/jobspanel.h"
#include "panels/jobs/submitform.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/jsonedit.h"
#include "widgets/tableview.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace kule;

namespace {

class Shown
{
public:
    explicit Shown(int jobs = 3)
    {
        for (int i = 1; i <= jobs; ++i)
            fake.jobs.add(QStringLiteral("job-%1").arg(i), i % 2 ? JobState::Succeeded : JobState::Running);
        panel = std::make_unique<JobsPanel>(fake.console());
        panel->resize(1200, 700);
        panel->QWidget::show();
        settle();
    }
    template <class W>
    W *child(const char *name) const
    {
        return kule::child<W>(panel.get(), name);
    }
    TableView *table() const { return child<TableView>("jobTable"); }
    void type(const char *field, const char *text) const
    {
        auto *edit = child<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromLatin1(text));
    }
    void typeJson(const char *field, const char *text) const { QTest::keyClicks(child<JsonEdit>(field)->editor(), QString::fromLatin1(text)); }
    QString error(const char *field) const
    {
        auto *label = child<QLabel>(field);
        return label->isVisibleTo(panel.get()) ? label->text() : QString();
    }

    FakeConsole fake;
    std::unique_ptr<JobsPanel> panel;
};

JobDetail awkward()
{
    JobDetail detail;
    detail.job.processId = "it's";
    detail.job.filePath = QStringLiteral("packages/a b.py");
    detail.job.label = QStringLiteral("$HOME `id`");
    detail.args = Json::array({1, "two \"x\"", nullptr});
    detail.kwargs = Json{{"ad", "İşlem"}};
    detail.timeout = Milliseconds(2'500);
    return detail;
}

} // namespace

class TestJobsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterOpensAndEscapeGoesBack()
    {
        Shown shown;
        shown.table()->setFocus();
        shown.table()->setCurrentIndex(shown.table()->model()->index(1, 0));
        QTest::keyClick(shown.table(), Qt::Key_Return);
        settle();
        auto *detail = shown.child<JobDetailView>("jobDetail");
        QVERIFY(detail->isVisible());
        QCOMPARE(detail->id().value, QStringLiteral("job-2"));
        QTest::keyClick(shown.table(), Qt::Key_Down);
        settle();
        QCOMPARE(detail->id().value, QStringLiteral("job-1"));
        QVERIFY(shown.panel->goBack());
        QVERIFY(!detail->isVisible());
        QVERIFY(!shown.panel->goBack());
    }

    void selectionAndPlaceSurviveALoad()
    {
        Shown shown(5);
        shown.panel->show(QStringLiteral("job-2"));
        settle();
        QCOMPARE(shown.table()->current().row(), 3);
        shown.fake.jobs.add(QStringLiteral("job-6"), JobState::Queued);
        shown.panel->refresh();
        settle();
        QCOMPARE(shown.table()->current().row(), 4);
        QCOMPARE(shown.child<JobDetailView>("jobDetail")->id().value, QStringLiteral("job-2"));
    }

    void newJobsAreAnnounced()
    {
        Shown shown;
        Job fresh = shown.fake.jobs.add(QStringLiteral("job-9"), JobState::Queued).job;
        Q_EMIT shown.fake.jobs.changed(fresh);
        auto *announcement = shown.child<QPushButton>("announcement");
        QVERIFY(announcement->isVisible());
        QCOMPARE(shown.table()->model()->rowCount(), 3);
        announcement->click();
        settle();
        QCOMPARE(shown.table()->model()->rowCount(), 4);
        QVERIFY(!announcement->isVisible());
    }

    void theFormSaysWhatIsWrongWhereItIs()
    {
        Shown shown(0);
        shown.panel->mainAction()->trigger();
        settle();
        QTest::keyClick(shown.child<QLineEdit>("formFile"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!shown.error("formFileError").isEmpty());
        shown.type("formFile", "packages/report.py");
        QVERIFY(shown.error("formFileError").isEmpty());
        shown.typeJson("formArgs", "[1, ");
        shown.type("formTimeout", "soon");
        shown.type("formCallback", "ftp://example.com");
        shown.child<QPushButton>("formSubmit")->click();
        settle();
        QVERIFY(!shown.child<JsonEdit>("formArgs")->isValid());
        QVERIFY(!shown.error("formTimeoutError").isEmpty());
        QVERIFY(!shown.error("formCallbackError").isEmpty());
        QVERIFY(shown.fake.jobs.asked.isEmpty());
    }

    void theFormSubmitsAndShowsTheNewJob()
    {
        Shown shown;
        shown.panel->mainAction()->trigger();
        settle();
        shown.type("formFile", "packages/example.py");
        QVERIFY(shown.child<QLineEdit>("formProcessId")->text().startsWith(QLatin1String("example-")));
        shown.type("formProcessId", "mine");
        shown.typeJson("formArgs", "[1, \"two\"]");
        shown.typeJson("formKwargs", "{\"a\": null}");
        shown.type("formTimeout", "2,5");
        shown.type("formLabel", "nightly");
        QTest::keyClick(shown.child<QLineEdit>("formLabel"), Qt::Key_Return, Qt::ControlModifier);
        settle();
        QCOMPARE(shown.fake.jobs.asked, QStringList{QStringLiteral("submit packages/example.py by console")});
        const JobRequest &request = shown.fake.jobs.lastRequest;
        QVERIFY(request.processId == Json("mine"));
        QVERIFY(request.args == Json::array({1, "two"}));
        QVERIFY(request.kwargs == Json({{"a", nullptr}}));
        QCOMPARE(request.timeout.value(), Milliseconds(2'500));
        QCOMPARE(request.label, QStringLiteral("nightly"));
        auto *detail = shown.child<JobDetailView>("jobDetail");
        QVERIFY(detail->isVisible());
        QCOMPARE(detail->id().value, QStringLiteral("job-4"));
        QCOMPARE(shown.table()->current().row(), 0);
    }

    void refusalsStandBesideTheirField()
    {
        Shown shown(0);
        shown.panel->mainAction()->trigger();
        shown.type("formFile", "../x.py");
        shown.fake.jobs.failNext(ErrorKind::Invalid, "job.path_outside_roots");
        shown.child<QPushButton>("formSubmit")->click();
        settle();
        QVERIFY(shown.error("formFileError").contains(QLatin1String("job.path_outside_roots")));
        QVERIFY(!shown.child<ErrorStrip>("formProblem")->isVisible());
        shown.fake.jobs.failNext(ErrorKind::Busy, "job.queue_full");
        shown.child<QPushButton>("formSubmit")->click();
        settle();
        QVERIFY(shown.child<ErrorStrip>("formProblem")->isVisible());
    }

    void editAndRunAgainKeepsANumberANumber()
    {
        Shown shown(0);
        JobDetail &former = shown.fake.jobs.add(QStringLiteral("a"), JobState::Failed);
        former.job.processId = 12345;
        former.args = Json::array({1});
        former.timeout = Milliseconds(30'000);
        shown.panel->show(QStringLiteral("a"));
        settle();
        shown.child<QAction>("editJob")->trigger();
        settle();
        QVERIFY(shown.child<JsonEdit>("formArgs")->value().value() == Json::array({1}));
        QCOMPARE(shown.child<QLineEdit>("formTimeout")->text(), QStringLiteral("30"));
        shown.type("formProcessId", "12345");
        shown.child<QPushButton>("formSubmit")->click();
        settle();
        QVERIFY(shown.fake.jobs.lastRequest.processId == Json(12345));
    }

    void cancelsAndRunsAgain()
    {
        Shown shown;
        shown.panel->show(QStringLiteral("job-2"));
        settle();
        auto *cancel = shown.child<QAction>("cancelJob");
        QVERIFY(cancel->isVisible());
        cancel->trigger();
        settle();
        QCOMPARE(shown.fake.jobs.asked.last(), QStringLiteral("cancel job-2 by console"));
        Job ended = shown.fake.jobs.all.at(1).job;
        ended.revision += 10;
        Q_EMIT shown.fake.jobs.changed(ended);
        QVERIFY(!cancel->isVisible());
        shown.child<QAction>("rerunJobAsThen")->trigger();
        settle();
        QCOMPARE(shown.fake.jobs.asked.last(), QStringLiteral("rerun job-2 as_then by console"));
    }

    void aJobThatIsEndingSaysSo()
    {
        Shown shown;
        shown.panel->show(QStringLiteral("job-2"));
        settle();
        Job ending = shown.fake.jobs.all.at(1).job;
        ending.revision += 1;
        ending.isStopping = true;
        Q_EMIT shown.fake.jobs.changed(ending);
        QVERIFY(shown.child<QPushButton>("jobMain")->text().contains(QLatin1String("10 s")));
        QVERIFY(!shown.child<QAction>("cancelJob")->isEnabled());
    }

    void linksToTheReport()
    {
        Shown shown(0);
        JobDetail &failed = shown.fake.jobs.add(QStringLiteral("a"), JobState::Failed);
        failed.job.fatalFile = QStringLiteral("a.txt");
        shown.panel->show(QStringLiteral("a"));
        settle();
        QSignalSpy links(shown.panel.get(), &Panel::linkActivated);
        shown.child<QPushButton>("jobReport")->click();
        QCOMPARE(links.count(), 1);
        QCOMPARE(links.first(), (QVariantList{QStringLiteral("fatals"), QStringLiteral("a.txt")}));
    }

    void everythingThatTabReachesHasAName()
    {
        Shown shown;
        shown.panel->show(QStringLiteral("job-1"));
        auto *tabs = shown.child<QTabWidget>("jobTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            settle();
            QCOMPARE(namelessIn(shown.panel.get()), QStringList());
        }
        shown.panel->mainAction()->trigger();
        settle();
        QCOMPARE(namelessIn(shown.panel.get()), QStringList());
    }

    void aBadFilterIsMarked()
    {
        Shown shown;
        auto *filter = shown.panel->findChild<FilterBar *>();
        filter->setText(QStringLiteral("state:failed"));
        settle();
        QCOMPARE(shown.fake.jobs.lastFilter.find("state")->values, QStringList{QStringLiteral("failed")});
        QVERIFY(shown.child<QWidget>("jobsNoMatch")->isVisible());
        filter->setText(QStringLiteral("state:nonsense"));
        const auto labels = filter->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && !label->text().isEmpty(); }));
    }

    void stateComesBack()
    {
        Json state;
        {
            Shown shown;
            shown.panel->show(QStringLiteral("job-1"));
            shown.child<JobDetailView>("jobDetail")->showTab(JobDetailView::Arguments);
            shown.panel->mainAction()->trigger();
            shown.type("formFile", "packages/half-typed.py");
            shown.panel->goBack();
            state = shown.panel->saveState();
        }
        Shown again;
        again.panel->restoreState(state);
        settle();
        QCOMPARE(again.child<JobDetailView>("jobDetail")->id().value, QStringLiteral("job-1"));
        QCOMPARE(again.child<QTabWidget>("jobTabs")->currentIndex(), int(JobDetailView::Arguments));
        QCOMPARE(again.child<QLineEdit>("formFile")->text(), QStringLiteral("packages/half-typed.py"));
        for (const Json &odd : {Json(), Json(7), Json::array(), Json{{"filter", 7}, {"detail", "x"}, {"form", {{"files", {1, nullptr}}}}}})
            again.panel->restoreState(odd);
    }

    void copiesWhatAShellLeavesAlone()
    {
        const JobDetail detail = awkward();
        QCOMPARE(asCommandLine(detail), QStringLiteral("kule run 'packages/a b.py' --process-id 'it'\\''s' --arg 1 --arg '\"two \\\"x\\\"\"' --arg null "
                                                       "--kwarg 'ad=\"İşlem\"' --timeout 2.5 --label '$HOME `id`'"));
        const QString curl = asCurl(detail, QStringLiteral("http://127.0.0.1:3000"));
        QVERIFY(curl.contains(QLatin1String("X-Auth-Hash: $KULE_API_KEY")));
        QVERIFY(curl.contains(QLatin1String("\"process_id\":\"it'\\''s\"")));
        QCOMPARE(shellQuoted({}), QStringLiteral("''"));
        QVERIFY(asPython(detail, QStringLiteral("http://127.0.0.1:3000")).contains(QLatin1String("os.environ[\"KULE_API_KEY\"]")));
    }

    void checksADraft_data()
    {
        QTest::addColumn<QString>("timeout");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("whole") << QStringLiteral("30") << true;
        QTest::newRow("comma") << QStringLiteral("0,5") << true;
        QTest::newRow("zero") << QStringLiteral("0") << false;
        QTest::newRow("negative") << QStringLiteral("-1") << false;
        QTest::newRow("nan") << QStringLiteral("nan") << false;
        QTest::newRow("huge") << QStringLiteral("1e300") << false;
    }
    void checksADraft()
    {
        QFETCH(QString, timeout);
        QFETCH(bool, isGood);
        JobDraft draft;
        draft.file = QStringLiteral("a.py");
        draft.processId = QStringLiteral("1");
        draft.timeout = timeout;
        QCOMPARE(check(draft).problems.empty(), isGood);
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Theme theme(application, ThemeChoice::Light);
    TestJobsPanel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_jobspanel.moc"
