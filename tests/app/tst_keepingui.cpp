// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting, running again and cancelling what the filter shows, the way back, files, and what the rules of keeping would let
// go: in the window, by clicking, in both languages.
#include "fakeconsole.h"

#include "actions/exportactions.h"
#include "panels/jobs/jobdetailview.h"
#include "panels/jobs/jobspanel.h"
#include "panels/settings/settingspanel.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"
#include "widgets/toast.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace kule;

namespace {

class Shown
{
public:
    Shown()
    {
        for (int i = 1; i <= 5; ++i)
            fake.jobs.add(QStringLiteral("job-%1").arg(i), i <= 3 ? JobState::Failed : JobState::Running);
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
    void filter(const char *text) const
    {
        panel->findChild<FilterBar *>()->setText(QString::fromLatin1(text));
        settle();
    }
    QDialog *question() const { return panel->findChild<QDialog *>(QStringLiteral("confirm")); }
    void answer(const char *button) const
    {
        QTest::mouseClick(kule::child<QPushButton>(question(), button), Qt::LeftButton);
        settle();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    Toast *toast() const
    {
        Toast *shown = nullptr;
        for (Toast *one : panel->window()->findChildren<Toast *>())
            shown = one->isVisible() ? one : shown;
        return shown;
    }

    FakeConsole fake;
    std::unique_ptr<JobsPanel> panel;
};

} // namespace

class TestKeepingUi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theQuestionRepeatsFilterAndNumberInBothLanguages()
    {
        for (const bool isTurkish : {false, true}) {
            QTranslator turkish;
            if (isTurkish) {
                QVERIFY(turkish.load(QStringLiteral(":/i18n/kule_tr.qm")));
                QCoreApplication::installTranslator(&turkish);
            }
            Shown shown;
            shown.filter("state:failed");
            auto *action = shown.child<QAction>("deleteShownJobs");
            QVERIFY2(action->text().contains(u'3'), qPrintable(action->text()));
            action->trigger();
            QVERIFY(shown.question());
            const QString effect = kule::child<QPushButton>(shown.question(), "confirmYes")->text();
            QVERIFY2(effect.contains(u'3'), qPrintable(effect));
            QCOMPARE(effect == QStringLiteral("3 işi sil"), isTurkish);
            QVERIFY(kule::child<QLabel>(shown.question(), "confirmDetail")->text().contains(QStringLiteral("state:failed")));
            shown.answer("confirmNo");
            QVERIFY(shown.fake.bulk.asked.isEmpty());
        }
    }
    void whatIsShownIsDeletedAndComesBack()
    {
        for (const bool isByKey : {false, true}) {
            Shown shown;
            shown.filter("state:failed");
            shown.child<QAction>("deleteShownJobs")->trigger();
            shown.answer("confirmYes");
            QCOMPARE(shown.fake.bulk.asked, QStringList{QStringLiteral("delete 3 of state:failed by console")});
            QCOMPARE(shown.fake.jobs.all.size(), size_t(2));
            QVERIFY(shown.child<QWidget>("jobsNoMatch")->isVisible());
            QVERIFY(shown.child<QAction>("undoDeletedJobs")->isVisible());
            QVERIFY(shown.toast());
            if (isByKey) {
                shown.panel->activateWindow();
                shown.child<TableView>("jobTable")->setFocus();
                QVERIFY(QTest::qWaitForWindowActive(shown.panel.get()));
                QTest::keySequence(shown.panel.get(), QKeySequence::Undo);
            } else {
                QTest::mouseClick(kule::child<QPushButton>(shown.toast(), "undo"), Qt::LeftButton);
            }
            settle();
            QCOMPARE(shown.fake.jobs.all.size(), size_t(5));
            QCOMPARE(shown.child<TableView>("jobTable")->model()->rowCount(), 3);
            QVERIFY(!shown.child<QAction>("undoDeletedJobs")->isVisible());
        }
    }
    void anotherNumberByNowIsSaid()
    {
        Shown shown;
        shown.filter("state:failed");
        shown.child<QAction>("rerunShownJobs")->trigger();
        shown.fake.jobs.add(QStringLiteral("late"), JobState::Failed);
        shown.answer("confirmYes");
        QCOMPARE(shown.child<ErrorStrip>("jobsProblem")->error()->code, QByteArray("job.count_changed"));
    }
    void whatIsShownIsCancelledAndTheRestNamed()
    {
        Shown shown;
        shown.child<QAction>("cancelShownJobs")->trigger();
        shown.answer("confirmYes");
        QCOMPARE(shown.fake.bulk.asked, QStringList{QStringLiteral("cancel 5 of  by console")});
        QVERIFY(shown.toast());
        QVERIFY(shown.toast()->accessibleName().contains(u'2') && shown.toast()->accessibleName().contains(u'3'));
        QVERIFY(!shown.child<QAction>("undoDeletedJobs")->isVisible());
    }
    void aJobThatIsDeletedUnderItsPageSaysSo()
    {
        Shown shown;
        shown.panel->show(QStringLiteral("job-2"));
        settle();
        auto *detail = shown.panel->findChild<JobDetailView *>();
        QVERIFY(detail->detail().has_value());
        (void)shown.fake.bulk.remove({QStringLiteral("job-2")}, {QStringLiteral("somebody else")});
        settle();
        QVERIFY(!detail->detail().has_value());
        QCOMPARE(shown.child<ErrorStrip>("jobProblem")->error()->code, QByteArray("job.not_found"));
        QVERIFY(!shown.child<QWidget>("jobTabs")->isVisible());
    }
    void deleteKeyDeletesTheOneAndOffersTheWayBack()
    {
        Shown shown;
        shown.panel->show(QStringLiteral("job-1"));
        settle();
        QTest::keyClick(shown.child<TableView>("jobTable"), Qt::Key_Delete);
        settle();
        QCOMPARE(shown.fake.bulk.asked, QStringList{QStringLiteral("remove job-1 by console")});
        QTest::mouseClick(kule::child<QPushButton>(shown.toast(), "undo"), Qt::LeftButton);
        settle();
        QCOMPARE(shown.fake.jobs.all.size(), size_t(5));
        shown.panel->show(QStringLiteral("job-5")); // it runs
        settle();
        shown.child<QAction>("deleteJob")->trigger();
        settle();
        QCOMPARE(shown.child<ErrorStrip>("jobsProblem")->error()->code, QByteArray("job.still_open"));
    }
    void aListIsSavedAsAFile()
    {
        Shown shown;
        shown.child<QAction>("exportCsv")->trigger();
        auto *dialog = shown.panel->findChild<QFileDialog *>(QStringLiteral("exportDialog"));
        QVERIFY(dialog && dialog->acceptMode() == QFileDialog::AcceptSave);
        dialog->close();
        const QString file = shown.fake.file(QStringLiteral("log.txt"));
        shown.fake.jobs.logs[QStringLiteral("job-1")] = "said\n";
        auto *actions = shown.panel->findChild<ExportActions *>();
        actions->exportTo({LogText{{QStringLiteral("job-1")}, 0}, {}}, file);
        QTRY_VERIFY(QFileInfo(file).size() == 5);
        QTRY_VERIFY(shown.toast());
        actions->exportTo({JobFilter(), {}}, shown.fake.file(QStringLiteral("none/x.csv")));
        QTRY_VERIFY(shown.child<ErrorStrip>("jobsProblem")->error().has_value());
        QCOMPARE(shown.child<ErrorStrip>("jobsProblem")->error()->code, QByteArray("export.io"));
    }
    void aLimitTellsWhatWouldGoBeforeItIsSaved()
    {
        FakeConsole fake;
        fake.retention.going = {{KeptKind::Jobs, 5000, 9'000'000'000, 1204, 3'100'000'000, fake.clock.wallMs() - 1000}};
        SettingsPanel panel(fake.console());
        panel.resize(1000, 700);
        panel.QWidget::show();
        auto *preview = child<QLabel>(&panel, "keepPreview");
        const QString count = QLocale().toString(1204);
        QTRY_VERIFY(preview->text().contains(count));
        fake.retention.asked.clear();
        auto *days = child<QLineEdit>(child<QWidget>(&panel, "setting-keep.jobs_days"), "editor");
        days->selectAll();
        QTest::keyClicks(days, QStringLiteral("30"));
        QTRY_VERIFY(!fake.retention.asked.empty());
        QCOMPARE(fake.retention.asked.back()[KeptKind::Jobs].days, 30);
        QCOMPARE(fake.settings.current().number(Setting::KeepJobsDays), 365); // not yet
        fake.retention.going.clear();
        Q_EMIT fake.retention.applied();
        QTRY_VERIFY(!preview->text().contains(count));
    }
};

QTEST_MAIN(TestKeepingUi)
#include "tst_keepingui.moc"
