// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "manyjobs.h"
#include "panels/jobs/jobsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kule;

namespace {

constexpr int million = 1'000'000;

QString idAt(const JobsModel &model, int row)
{
    return model.index(row, 0).data(JobsModel::IdRole).toString();
}

void look(const JobsModel &model, int row)
{
    (void)model.index(row, JobsModel::Name).data();
}

} // namespace

class TestJobsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMillionRowsComeOnlyWhereOneLooks()
    {
        ManyJobs jobs;
        jobs.total = million;
        FakeClock clock;
        JobsModel model(jobs, clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &JobsModel::loaded);
        model.load();
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(model.rowCount(), million);
        QCOMPARE(idAt(model, 0), QStringLiteral("job-1000000"));
        QCOMPARE(model.index(999'999, JobsModel::Name).data().toString(), QStringLiteral("…"));
        QTRY_COMPARE(idAt(model, 999'999), QStringLiteral("job-1"));
        // A jump is one request, not five thousand.
        QVERIFY(jobs.asked.size() < 20);
        QVERIFY(model.heldRows() < 20 * JobsModel::pageSize);
    }

    void holdsABoundedPartOfAll()
    {
        ManyJobs jobs;
        jobs.total = 100'000;
        FakeClock clock;
        JobsModel model(jobs, clock);
        model.load();
        QTRY_COMPARE(model.rowCount(), 100'000);
        for (int row = 0; row < 40'000; row += JobsModel::pageSize) {
            look(model, row);
            QTRY_COMPARE(idAt(model, row), QStringLiteral("job-%1").arg(100'000 - row));
        }
        QVERIFY(model.heldRows() <= (JobsModel::mostPages + 1) * JobsModel::pageSize);
        // Walking on costs no jumps: each page begins at its neighbour's cursor.
        for (const PageRequest &request : jobs.asked)
            QCOMPARE(request.offset, 0);
    }

    void newRowsAreCountedAndMoveNothing()
    {
        ManyJobs jobs;
        jobs.total = 1'000;
        FakeClock clock;
        JobsModel model(jobs, clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_COMPARE(model.rowCount(), 1'000);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        for (qint64 seq = 1'001; seq <= 1'012; ++seq) {
            jobs.total = seq;
            Q_EMIT jobs.changed(jobs.row(seq));
        }
        QCOMPARE(model.freshCount(), 12);
        QCOMPARE(resets.count() + inserts.count(), 0);
        // Deep pages stand where they stood, although the list has grown above them.
        look(model, 700);
        QTRY_COMPARE(idAt(model, 700), QStringLiteral("job-300"));
        model.load();
        QTRY_COMPARE(model.rowCount(), 1'012);
        QCOMPARE(model.freshCount(), 0);
        QCOMPARE(idAt(model, 0), QStringLiteral("job-1012"));
    }

    void anEmptyTableTakesTheFirstRowAtOnce()
    {
        ManyJobs jobs;
        FakeClock clock;
        JobsModel model(jobs, clock);
        QSignalSpy loaded(&model, &JobsModel::loaded);
        model.load();
        QTRY_COMPARE(loaded.count(), 1);
        jobs.total = 1;
        Q_EMIT jobs.changed(jobs.row(1));
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.freshCount(), 0);
    }

    void theHigherRevisionWins()
    {
        ManyJobs jobs;
        jobs.total = 10;
        jobs.isHeld = true;
        FakeClock clock;
        JobsModel model(jobs, clock);
        model.load();
        Job newer = jobs.row(7);
        newer.revision += 5;
        newer.state = JobState::Succeeded;
        Q_EMIT jobs.changed(newer); // before the list that was asked for earlier
        jobs.release();
        QTRY_COMPARE(model.rowCount(), 10);
        QCOMPARE(model.job(newer.id)->state, JobState::Succeeded);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        Q_EMIT jobs.changed(jobs.row(7)); // late and old
        QCOMPARE(changes.count(), 0);
        newer.revision += 1;
        newer.state = JobState::Failed;
        Q_EMIT jobs.changed(newer);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().at(0).toModelIndex().row(), 3);
        QCOMPARE(model.job(newer.id)->state, JobState::Failed);
    }

    void whoeverTypesFastIsAnsweredForTheLast()
    {
        ManyJobs jobs;
        jobs.total = 10;
        jobs.isHeld = true;
        FakeClock clock;
        JobsModel model(jobs, clock);
        QSignalSpy loaded(&model, &JobsModel::loaded);
        for (const char *query : {"r", "re", "rep", "repo", "repor"})
            QVERIFY(!model.setFilter(QString::fromLatin1(query)));
        QCOMPARE(jobs.asked.size(), JobsModel::mostLoads);
        jobs.release();
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(jobs.asked.size(), JobsModel::mostLoads + 1);
        QVERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), 10);
    }

    void aFailureKeepsWhatIsThere()
    {
        ManyJobs jobs;
        jobs.total = 10;
        FakeClock clock;
        JobsModel model(jobs, clock);
        model.load();
        QTRY_COMPARE(model.rowCount(), 10);
        jobs.failure = Error{ErrorKind::Unavailable, "store.closed", text("The store is closed."), nullptr, std::nullopt};
        model.load();
        QTRY_VERIFY(model.problem().has_value());
        QCOMPARE(model.rowCount(), 10);
        jobs.failure.reset();
        model.load();
        QTRY_VERIFY(!model.problem());
    }

    void aBadFilterIsSaidAndTheFormerStays()
    {
        ManyJobs jobs;
        jobs.total = 3;
        FakeClock clock;
        JobsModel model(jobs, clock);
        QVERIFY(!model.setFilter(QStringLiteral("state:failed")));
        const auto error = model.setFilter(QStringLiteral("state:nonsense"));
        QVERIFY(error.has_value());
        QCOMPARE(error->code, QByteArray("filter.bad_value"));
        QCOMPARE(model.filter().terms.size(), size_t(1));
    }

    void tellsWhatAFilterShows_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("all") << QString() << true;
        QTest::newRow("state") << QStringLiteral("state:running") << true;
        QTest::newRow("other state") << QStringLiteral("state:failed") << false;
        QTest::newRow("file") << QStringLiteral("file:report") << true;
        QTest::newRow("id") << QStringLiteral("id:5") << true;
        QTest::newRow("part of an id") << QStringLiteral("id:55") << false;
        QTest::newRow("word") << QStringLiteral("report") << true;
        QTest::newRow("two words, one missing") << QStringLiteral("report absent") << false;
    }
    void tellsWhatAFilterShows()
    {
        QFETCH(QString, query);
        QFETCH(bool, isShown);
        ManyJobs jobs;
        QCOMPARE(shows(JobFilter::parse(query, 0).value(), jobs.row(5)), isShown);
    }
};

QTEST_GUILESS_MAIN(TestJobsModel)
#include "tst_jobsmodel.moc"
