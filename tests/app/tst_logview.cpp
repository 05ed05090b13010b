// SPDX-License-Identifier: GPL-3.0-or-later
#include "manyjobs.h"
#include "panels/jobs/joblogpane.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace kule;

namespace {

QByteArray lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i)
        text += "2026-11-21T00:33:09.123Z line " + QByteArray::number(i) + '\n';
    return text;
}

struct Shown
{
    ManyJobs jobs;
    JobLogFeed feed{jobs};
    LogView view{feed};

    explicit Shown(QByteArray text, bool isComplete = true)
    {
        jobs.logText = std::move(text);
        jobs.isLogComplete = isComplete;
        view.resize(600, 300);
        view.show();
        feed.point({QStringLiteral("a")}, 1);
        view.open(1'795'221'189'000);
    }
    QString first() const { return view.visibleText().value(0); }
    QString last() const { return view.visibleText().isEmpty() ? QString() : view.visibleText().constLast(); }
    void grow(const QByteArray &text)
    {
        jobs.logText += text;
        Q_EMIT jobs.logGrown({QStringLiteral("a")}, 1, jobs.logText.size());
    }
};

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheEnd()
    {
        Shown shown(lines(0, 1'000), false);
        QTRY_COMPARE(shown.last(), QStringLiteral("line 999"));
        shown.grow(lines(1'000, 1'200));
        QTRY_COMPARE(shown.last(), QStringLiteral("line 1199"));
        QVERIFY(shown.view.isFollowing());
    }

    void scrollingUpStopsFollowingAndTheEndResumesIt()
    {
        Shown shown(lines(0, 1'000), false);
        QTRY_COMPARE(shown.last(), QStringLiteral("line 999"));
        QSignalSpy following(&shown.view, &LogView::followingChanged);
        QTest::keyClick(&shown.view, Qt::Key_PageUp);
        QVERIFY(!shown.view.isFollowing());
        const QStringList before = shown.view.visibleText();
        shown.grow(lines(1'000, 1'100));
        QCoreApplication::processEvents();
        QCOMPARE(shown.view.visibleText(), before);
        QTest::keyClick(&shown.view, Qt::Key_End);
        QTRY_COMPARE(shown.last(), QStringLiteral("line 1099"));
        QVERIFY(shown.view.isFollowing());
        QCOMPARE(following.count(), 2);
    }

    void walkingDownToTheEndResumesToo()
    {
        Shown shown(lines(0, 100), false);
        QTRY_COMPARE(shown.last(), QStringLiteral("line 99"));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&shown.view, Qt::Key_Up);
        QVERIFY(!shown.view.isFollowing());
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&shown.view, Qt::Key_Down);
        QVERIFY(shown.view.isFollowing());
        QCOMPARE(shown.last(), QStringLiteral("line 99"));
    }

    void goesThroughALongLogWithoutHoldingIt()
    {
        Shown shown(lines(0, 600'000)); // 22 MB
        QTRY_COMPARE(shown.last(), QStringLiteral("line 599999"));
        QCOMPARE(shown.jobs.slices, 1);
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QTRY_COMPARE(shown.first(), QStringLiteral("line 0"));
        // Each stop of the bar costs a slice or two, and the memory stays within its budget.
        QScrollBar *bar = shown.view.verticalScrollBar();
        for (int stop = 1; stop < 300; ++stop) {
            bar->setSliderPosition(static_cast<int>(qint64(bar->maximum()) * stop / 300));
            bar->triggerAction(QAbstractSlider::SliderMove);
            QTRY_VERIFY(shown.first().startsWith(QLatin1String("line ")));
            QVERIFY(shown.view.source().heldBytes() <= LogSource::budgetBytes);
        }
        QVERIFY(shown.jobs.slices < 1'000);
    }

    void pagingUpMeetsEachLineOnce()
    {
        Shown shown(lines(0, 8'000)); // more than a slice
        QTRY_COMPARE(shown.last(), QStringLiteral("line 7999"));
        int expected = shown.first().mid(5).toInt();
        while (expected > 0) {
            QTest::keyClick(&shown.view, Qt::Key_Up);
            QTRY_COMPARE(shown.first(), QStringLiteral("line %1").arg(expected - 1));
            --expected;
        }
    }

    void showsWhereTheCapLeftAGap()
    {
        const QByteArray head = lines(0, 10);
        const QByteArray lost = lines(10, 500);
        Shown shown(head + lost + lines(500, 510));
        shown.jobs.gapBegin = head.size();
        shown.jobs.gapEnd = head.size() + lost.size();
        shown.feed.point({QStringLiteral("b")}, 1);
        shown.view.open(0);
        QTRY_COMPARE(shown.last(), QStringLiteral("line 509"));
        shown.view.resize(600, 900);
        QTRY_COMPARE(shown.first(), QStringLiteral("line 0"));
        const QStringList seen = shown.view.visibleText();
        QCOMPARE(seen.size(), 21);
        QVERIFY(seen.at(10).contains(QLatin1String("not kept")));
        QCOMPARE(seen.at(11), QStringLiteral("line 500"));
    }

    void searchesBothWays()
    {
        Shown shown(lines(0, 50'000));
        QTRY_COMPARE(shown.last(), QStringLiteral("line 49999"));
        QSignalSpy ended(&shown.view, &LogView::searchEnded);
        const QRegularExpression pattern(QStringLiteral("line 1234$"));
        shown.view.search(pattern, SearchDirection::Backward);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.takeFirst().at(0).toBool(), true);
        QCOMPARE(shown.view.selectedText(), QStringLiteral("line 1234"));
        QVERIFY(shown.view.visibleText().contains(QStringLiteral("line 1234")));
        shown.view.search(pattern, SearchDirection::Forward);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.takeFirst().at(0).toBool(), false);
        shown.view.search(QRegularExpression(QStringLiteral("line 1(300|299)$")), SearchDirection::Forward);
        QTRY_COMPARE(ended.count(), 1);
    }

    void copiesWhatIsSelected()
    {
        Shown shown(lines(0, 5));
        QTRY_COMPARE(shown.last(), QStringLiteral("line 4"));
        QTest::keySequence(&shown.view, QKeySequence::SelectAll);
        QTest::keySequence(&shown.view, QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("line 0\nline 1\nline 2\nline 3\nline 4\n").chopped(1));
    }

    void bearsALineWithoutEndAndBytesThatAreNone()
    {
        Shown shown(QByteArray("2026-11-21T00:33:09.123Z \xff\xfe") + QByteArray(3'000'000, 'x'));
        QTRY_VERIFY(!shown.view.visibleText().isEmpty());
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QTRY_VERIFY(shown.first().startsWith(QStringLiteral("\ufffd\ufffdxxx")));
        QVERIFY(shown.first().size() <= LogSource::longestLine);
    }

    void saysWhenThereIsNothing()
    {
        Shown shown({});
        QCoreApplication::processEvents();
        QVERIFY(shown.view.visibleText().isEmpty());
        shown.grow("2026-11-21T00:33:09.123Z first\n");
        QTRY_COMPARE(shown.last(), QStringLiteral("first"));
    }

    void thePaneSearchesByTyping()
    {
        ManyJobs jobs;
        jobs.logText = lines(0, 2'000);
        JobLogPane pane(jobs);
        pane.resize(700, 400);
        pane.show();
        JobDetail detail;
        detail.job = jobs.row(1);
        detail.attempts = {Attempt{}};
        pane.open(detail);
        QTRY_COMPARE(pane.view()->visibleText().value(pane.view()->visibleText().size() - 1), QStringLiteral("line 1999"));
        auto *search = pane.findChild<QLineEdit *>(QStringLiteral("logSearch"));
        QSignalSpy ended(pane.view(), &LogView::searchEnded);
        QTest::keyClicks(search, QStringLiteral("line 77"));
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(pane.view()->selectedText(), QStringLiteral("line 77"));
        auto *regex = pane.findChild<QToolButton *>(QStringLiteral("logRegex"));
        regex->click();
        search->clear();
        QTest::keyClicks(search, QStringLiteral("("));
        QCOMPARE(search->property("wrong").toBool(), true);
        auto *follow = pane.findChild<QToolButton *>(QStringLiteral("logFollow"));
        QVERIFY(!follow->isChecked());
        follow->click();
        QTRY_VERIFY(pane.view()->isFollowing());
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
