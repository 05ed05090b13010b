// SPDX-License-Identifier: GPL-3.0-or-later
// The titles by clicks and keys, in both languages: paste and send, stages that go on, errors with a way out, the card and
// where its fields came from, stop and resume, what is kept where.
#include "fakeconsole.h"
#include "markingtranslator.h"

#include "dialogs/confirm.h"
#include "panels/activity/activitywords.h"
#include "panels/titles/backdropview.h"
#include "panels/titles/batchview.h"
#include "panels/titles/pageview.h"
#include "panels/titles/scrapeform.h"
#include "panels/titles/storedmodel.h"
#include "panels/titles/titledetailview.h"
#include "panels/titles/titlespanel.h"
#include "titles/rating.h"
#include "widgets/errorstrip.h"
#include "widgets/factlist.h"
#include "widgets/progressdelegate.h"
#include "widgets/tableview.h"
#include "widgets/words.h"
#include "waitfor.h"
#include "words/titlewords.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QDragEnterEvent>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeWidget>

using namespace kule;

namespace {

class Shown
{
public:
    explicit Shown(bool isFilled = true)
    {
        if (isFilled)
            fake.fill();
        fake.titles.asked.clear();
        panel = std::make_unique<TitlesPanel>(fake.console());
        panel->resize(1300, 800);
        panel->QWidget::show();
        settle();
    }
    template <class W>
    W *child(const char *name) const
    {
        return kule::child<W>(panel.get(), name);
    }
    TableView *table() const { return child<TableView>("titleTable"); }
    TableView *items() const { return child<TableView>("itemTable"); }
    QTabWidget *tabs() const { return child<QTabWidget>("titlesTabs"); }
    void openTitle(int row) const
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, 0));
        QTest::keyClick(table(), Qt::Key_Return);
        settle();
    }
    void openBatch(const char *id) const
    {
        panel->show(QStringLiteral("batch:") + QString::fromLatin1(id));
        settle();
    }
    void chooseItem(int row) const
    {
        items()->setCurrentIndex(items()->model()->index(row, 0));
        settle();
    }
    QString itemText(int row, int column) const { return items()->model()->index(row, column).data().toString(); }
    QString advice() const
    {
        auto *strip = child<ErrorStrip>("itemAdvice");
        return strip->isVisible() ? strip->findChild<QLabel *>(QStringLiteral("errorSentence"))->text() : QString();
    }
    void click(const char *button) const
    {
        QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton);
        settle();
    }
    /// Of the form: what stands in it, as if typed.
    void write(const QString &lines) const
    {
        child<QAction>("scrapeTitles")->trigger();
        auto *edit = child<QPlainTextEdit>("formUrls");
        edit->clear();
        QTest::keyClicks(edit, QString()); // focus as a person has it
        edit->insertPlainText(lines);
        QTRY_VERIFY(!child<QLabel>("formSummary")->text().isEmpty());
    }

    FakeConsole fake;
    std::unique_ptr<TitlesPanel> panel;
};

Job titleJob(const char *id, const char *step, double progress, qint64 revision, JobState state = JobState::Running)
{
    Job job;
    job.id = {QString::fromLatin1(id)};
    job.kind = titleKind;
    job.state = state;
    job.step = QString::fromLatin1(step);
    job.progress = progress;
    job.revision = revision;
    return job;
}

} // namespace

class TestTitlesPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreReadOneByOne()
    {
        const UrlList list = UrlList::of(QStringLiteral("# weekly\n https://www.netflix.com/tr/title/81616256?s=a \n\nhttps://www.netflix.com/TR/title/81616256\r\n"
                                                        "https://www.netflix.com/title/81616256\nhttps://example.com/title/1\nnonsense"));
        QCOMPARE(list.urls.size(), 2);
        QCOMPARE(list.repeated, 1);
        QCOMPARE(list.wrong.size(), std::size_t(2));
        QCOMPARE(list.wrong.front().line, 6);
        QCOMPARE(list.wrong.front().why.code, QByteArray("VALIDATION_ERROR"));
        QVERIFY(UrlList::of({}).urls.isEmpty());
    }

    void theRatingStandsApartFromTheGenres()
    {
        const auto of = [](const QStringList &genres) {
            TitleInfo info;
            info.genres = genres;
            return ratingOf(info) + u'|' + genresOf(info).join(u',');
        };
        QCOMPARE(of({QStringLiteral("18+"), QStringLiteral("Komedi")}), QStringLiteral("18+|Komedi"));
        QCOMPARE(of({QStringLiteral("TV-MA"), QStringLiteral("Drama")}), QStringLiteral("TV-MA|Drama"));
        QCOMPARE(of({QStringLiteral("Komedi"), QStringLiteral("Dram")}), QStringLiteral("|Komedi,Dram"));
        QCOMPARE(of({}), QStringLiteral("|"));
    }

    void pasteShowsWhatIsWrongBeforeAnythingIsSent()
    {
        Shown shown;
        shown.write(QStringLiteral("https://www.netflix.com/tr/title/81616256\nhttps://www.netflix.com/watch/5\nhttps://www.netflix.com/title/70153404"));
        auto *wrong = shown.child<QTreeWidget>("formWrong");
        QTRY_COMPARE(wrong->topLevelItemCount(), 1);
        QCOMPARE(wrong->topLevelItem(0)->text(0), QStringLiteral("2"));
        QVERIFY(!wrong->topLevelItem(0)->text(2).isEmpty());
        QVERIFY(shown.fake.titles.asked.isEmpty());
        QTest::keyClicks(shown.child<QLineEdit>("formTitleLabel"), QStringLiteral("weekly"));
        QTest::mouseClick(shown.child<QCheckBox>("formRefresh"), Qt::LeftButton, {}, QPoint(8, 8));
        shown.fake.titles.items.clear();
        shown.click("formScrape");
        QCOMPARE(shown.fake.titles.asked, QStringList{QStringLiteral("batch of 2 by console")});
        QCOMPARE(shown.fake.titles.begun.front().label, QStringLiteral("weekly"));
        QVERIFY(shown.child<BatchView>("batchView")->isVisible());
        QCOMPARE(shown.items()->model()->rowCount(), 2);
        // What was wrong stays in the form to be corrected.
        shown.child<QAction>("scrapeTitles")->trigger();
        QCOMPARE(shown.child<QPlainTextEdit>("formUrls")->toPlainText(), QStringLiteral("https://www.netflix.com/watch/5"));
        QVERIFY(!shown.child<QPushButton>("formScrape")->isEnabled());
    }

    void aRefusalKeepsWhatWasTyped()
    {
        Shown shown;
        shown.write(QStringLiteral("https://www.netflix.com/tr/title/81616256"));
        shown.fake.titles.failNext(ErrorKind::Unavailable, "store.refuses");
        QTest::keyClick(shown.child<QPlainTextEdit>("formUrls"), Qt::Key_Return, Qt::ControlModifier);
        settle();
        QVERIFY(shown.child<ErrorStrip>("formTitlesProblem")->isVisible());
        QCOMPARE(shown.child<QPlainTextEdit>("formUrls")->toPlainText(), QStringLiteral("https://www.netflix.com/tr/title/81616256"));
        QVERIFY(shown.child<QPushButton>("formScrape")->isEnabled());
    }

    void aFileDroppedFillsTheForm()
    {
        Shown shown;
        const auto drop = [&](const QByteArray &content) {
            const QString name = shown.fake.file(QStringLiteral("urls.txt"));
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
            file.close();
            QMimeData mime;
            mime.setUrls({QUrl::fromLocalFile(name)});
            QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(shown.panel.get(), &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent event(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(shown.panel.get(), &event);
        };
        drop("\xef\xbb\xbfhttps://www.netflix.com/tr/title/81616256\r\nhttps://www.netflix.com/title/1\r\n");
        auto *form = shown.child<ScrapeForm>("scrapeForm");
        QTRY_COMPARE(form->list().urls.size(), 2);
        QVERIFY(form->isVisible());
        drop(QByteArray("GIF89a\0\0", 8));
        QTRY_VERIFY(shown.child<ErrorStrip>("formTitlesProblem")->isVisible());
        QCOMPARE(form->list().urls.size(), 2);
    }

    void aStageGoesOnInItsRow()
    {
        const auto restore = qScopeGuard([former = QLocale()] { QLocale::setDefault(former); });
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Shown shown;
        shown.openBatch("batch-4");
        QAbstractItemModelTester tester(shown.items()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex stage = shown.items()->model()->index(9, ItemsModel::Stage);
        QCOMPARE(stage.data(ProgressRole).toDouble(), 0.0);
        Q_EMIT shown.fake.jobs.changed(titleJob("title-job-10", "scraping_netflix", 50, 3));
        QCOMPARE(stage.data(ProgressRole).toDouble(), 50.0);
        QCOMPARE(stage.data().toString(), QStringLiteral("fetching the page"));
        Q_EMIT shown.fake.jobs.changed(titleJob("title-job-10", "checking_cache", 10, 2)); // older: it came late
        QCOMPARE(stage.data(ProgressRole).toDouble(), 50.0);
        // Then it is there, and the batch says so.
        shown.fake.titles.items[9].state = "succeeded";
        shown.fake.titles.items[9].source = "netflix";
        shown.fake.titles.items[9].title = QStringLiteral("Kuyudaki Işık");
        TitleBatch batch = shown.fake.titles.begun.front();
        batch.running = 1;
        batch.succeeded = 4;
        Q_EMIT shown.fake.titles.batchChanged(batch);
        QTRY_COMPARE(shown.itemText(9, ItemsModel::Name), QStringLiteral("Kuyudaki Işık"));
        QCOMPARE(shown.itemText(9, ItemsModel::Source), QStringLiteral("page"));
        QVERIFY(!stage.data(ProgressRole).isValid());
        QCOMPARE(shown.child<QProgressBar>("batchBar")->value(), 10);
    }

    void eachErrorClassSaysWhatToDo()
    {
        Shown shown;
        shown.openBatch("batch-4");
        QStringList seen;
        for (int row = 3; row <= 8; ++row) {
            shown.chooseItem(row);
            const QByteArray code = shown.fake.titles.items[static_cast<std::size_t>(row)].code;
            const Text &said = shown.fake.titles.items[static_cast<std::size_t>(row)].error;
            QVERIFY2(!nextStepOf(code).isEmpty(), code.constData());
            // A sentence that says itself what to do stands alone.
            if (said.source == refusedPage)
                QVERIFY2(shown.advice().contains(nextStepOf(code)), qPrintable(shown.advice()));
            else
                QCOMPARE(shown.advice(), sentenceOf(said));
            QVERIFY(!seen.contains(shown.advice()));
            seen << shown.advice();
        }
        QVERIFY(!nextStepOf("INTERNAL_ERROR").isEmpty());
        shown.chooseItem(0);
        QCOMPARE(shown.advice(), QString());
        // The pace is set in the settings, a job is looked at in its panel.
        QSignalSpy links(shown.panel.get(), &Panel::linkActivated);
        shown.chooseItem(5);
        QTest::mouseClick(shown.child<ErrorStrip>("itemAdvice")->findChild<QPushButton *>(QStringLiteral("errorButton")), Qt::LeftButton);
        QCOMPARE(links.takeFirst(), (QVariantList{QStringLiteral("settings"), QStringLiteral("titles.pace_ms")}));
        shown.chooseItem(7);
        QTest::mouseClick(shown.child<ErrorStrip>("itemAdvice")->findChild<QPushButton *>(QStringLiteral("errorButton")), Qt::LeftButton);
        QCOMPARE(links.takeFirst(), (QVariantList{QStringLiteral("jobs"), QStringLiteral("title-job-8")}));
        // One that may come the next time is tried again, in its batch; the menu offers that for each.
        shown.chooseItem(6);
        QTest::mouseClick(shown.child<ErrorStrip>("itemAdvice")->findChild<QPushButton *>(QStringLiteral("errorButton")), Qt::LeftButton);
        QCOMPARE(shown.fake.titles.asked, QStringList{QStringLiteral("retry 7 of batch-4 by console")});
        shown.chooseItem(3);
        auto *again = shown.panel->findChild<QAction *>(QStringLiteral("scrapeItemAgain"));
        QVERIFY(again->isEnabled());
        shown.fake.titles.failNext(ErrorKind::Conflict, "titles.item_not_failed");
        again->trigger();
        settle();
        QVERIFY(shown.child<ErrorStrip>("batchProblem")->isVisible());
        shown.chooseItem(0);
        QVERIFY(!again->isEnabled());
        // A wrong line goes back to the form.
        shown.chooseItem(8);
        QTest::mouseClick(shown.child<ErrorStrip>("itemAdvice")->findChild<QPushButton *>(QStringLiteral("errorButton")), Qt::LeftButton);
        settle();
        QCOMPARE(shown.child<QPlainTextEdit>("formUrls")->toPlainText(), QStringLiteral("https://www.netflix.com/watch/80555555"));
    }

    void theEnginesSentencesAreInTheWindowsLanguage()
    {
        const auto restore = qScopeGuard([former = QLocale()] { QLocale::setDefault(former); });
        QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
        Shown shown;
        shown.openBatch("batch-4");
        for (const auto &[row, words] : {std::pair(4, "Site karşılama sayfasını gönderdi"), std::pair(7, "Sayfa 8 MiB sınırından büyük"), std::pair(8, "Bu bir başlık adresi değil")}) {
            shown.chooseItem(row);
            QVERIFY2(shown.advice().startsWith(QString::fromUtf8(words)), qPrintable(shown.advice()));
            QVERIFY2(shown.itemText(row, ItemsModel::Stage).contains(QString::fromUtf8(words)), qPrintable(shown.itemText(row, ItemsModel::Stage)));
        }
    }

    void aBatchIsStoppedAndResumed()
    {
        Shown shown;
        shown.openBatch("batch-4");
        shown.click("batchMain");
        QCOMPARE(shown.fake.titles.asked, QStringList{QStringLiteral("stop batch-4 by console")});
        QCOMPARE(shown.fake.titles.begun.front().state, BatchState::Stopped);
        shown.click("batchMain");
        QCOMPARE(shown.fake.titles.asked.last(), QStringLiteral("resume batch-4 by console"));
        // A refusal stands beside what caused it.
        shown.fake.titles.failNext(ErrorKind::Conflict, "titles.batch_ended");
        shown.click("batchMain");
        QVERIFY(shown.child<ErrorStrip>("batchProblem")->isVisible());
        // A finished one offers what failed once more, one without failures nothing.
        shown.openBatch("batch-2");
        QVERIFY(shown.child<QPushButton>("batchMain")->isVisible());
        shown.openBatch("batch-1");
        QVERIFY(!shown.child<QPushButton>("batchMain")->isVisible());
    }

    void theCardShowsPictureRatingAndWhereFieldsCameFrom()
    {
        Shown shown;
        shown.openTitle(0);
        QCOMPARE(shown.child<QLabel>("titleRating")->text(), QStringLiteral("13+"));
        QCOMPARE(shown.child<QLabel>("titleGenres")->text(), QStringLiteral("Komedi · Dram"));
        QVERIFY(shown.child<QLabel>("titleCast")->text().startsWith(QStringLiteral("Tom Hanks, Mariana Treviño")));
        QVERIFY(shown.child<QLabel>("titleYear")->toolTip().contains(extractorWord("markup")));
        QVERIFY(shown.child<QLabel>("titlePlot")->toolTip().contains(extractorWord("json-ld")));
        QTRY_VERIFY(shown.child<BackdropView>("titlePicture")->hasPicture());
        QCOMPARE(shown.child<QTreeWidget>("titleHistory")->topLevelItemCount(), 2);
        QCOMPARE(shown.child<QTreeWidget>("titleHistory")->topLevelItem(0)->text(2), QStringLiteral("7+, Komedi, Dram"));
        // The next row's card; a partial one has no picture and says so.
        shown.openTitle(3);
        auto *picture = shown.child<BackdropView>("titlePicture");
        QVERIFY(!picture->hasPicture());
        QVERIFY(!picture->remark().isEmpty());
        QVERIFY(!shown.child<QLabel>("titlePlot")->isVisible());
    }

    void aPictureThatIsNoneDoesNoHarm()
    {
        Shown shown;
        shown.fake.titles.pictures[nameOf(shown.fake.titles.all.front().title.key)] = {"image/png", "\x89PNG\r\n\x1a\nbroken"};
        shown.openTitle(0);
        auto *picture = shown.child<BackdropView>("titlePicture");
        QTRY_VERIFY(!picture->remark().isEmpty());
        QVERIFY(!picture->hasPicture());
        QCOMPARE(decodePicture(QByteArray()).error().code, QByteArray("title.backdrop_unreadable"));
    }

    void thePageAndTheJsonAreThere()
    {
        Shown shown;
        shown.openTitle(0);
        auto *tabs = shown.child<QTabWidget>("titleTabs");
        tabs->setCurrentIndex(TitleDetailView::RawHtml);
        auto *page = shown.child<QPlainTextEdit>("titlePageText");
        QTRY_VERIFY(page->toPlainText().contains(QStringLiteral("<html>Hayata Röveşata Çeken Adam</html>")));
        tabs->setCurrentIndex(TitleDetailView::AsJson);
        const QString json = shown.child<QPlainTextEdit>("titleJson")->toPlainText();
        for (const TitleField field : titleFields)
            QVERIFY(json.contains(u'"' + QString::fromLatin1(nameOf(field)) + u'"'));
        const QString file = shown.fake.file(QStringLiteral("page.html"));
        shown.panel->findChild<PageView *>()->saveTo(file);
        QTRY_VERIFY(QFile::exists(file));
        QVERIFY(readable(QByteArray(5000, 'x'), 4000).contains(u'\n'));
    }

    void aForcedRefreshIsFollowedToItsEnd()
    {
        Shown shown;
        shown.openTitle(0);
        shown.click("titleMain");
        QCOMPARE(shown.fake.titles.asked, QStringList{QStringLiteral("refresh https://www.netflix.com/tr/title/81616256 by console")});
        QVERIFY(!shown.child<QPushButton>("titleMain")->isEnabled());
        Job failed = titleJob("title-job-1", "scraping_netflix", 50, 5, JobState::Failed);
        failed.errorType = QStringLiteral("SCRAPE_ERROR");
        failed.error = text(refusedPage, QStringLiteral("403"));
        Q_EMIT shown.fake.jobs.changed(failed);
        auto *problem = shown.child<ErrorStrip>("titleProblem");
        QVERIFY(problem->isVisible());
        QVERIFY(problem->findChild<QLabel *>(QStringLiteral("errorSentence"))->text().startsWith(QStringLiteral("The page could not be fetched: 403. ")));
        QTest::mouseClick(problem->findChild<QPushButton *>(QStringLiteral("errorButton")), Qt::LeftButton);
        settle();
        QCOMPARE(shown.fake.titles.asked.size(), 2);
        QVERIFY(!problem->isVisible());
        Q_EMIT shown.fake.jobs.changed(titleJob("title-job-2", "completed", 100, 9, JobState::Succeeded));
        QVERIFY(shown.child<QPushButton>("titleMain")->isEnabled());
    }

    void deletingAsksFirst()
    {
        Shown shown;
        const auto before = shown.fake.titles.all.size();
        shown.openTitle(1);
        shown.child<QAction>("deleteTitle")->trigger();
        auto *question = shown.panel->findChild<Confirm *>();
        QVERIFY(question);
        kule::child<QPushButton>(question, "confirmNo")->click();
        settle();
        QCOMPARE(shown.fake.titles.all.size(), before);
        shown.child<QAction>("deleteTitle")->trigger();
        const auto questions = shown.panel->findChildren<Confirm *>();
        kule::child<QPushButton>(questions.last(), "confirmYes")->click();
        settle();
        QCOMPARE(shown.fake.titles.all.size(), before - 1);
        QVERIFY(!shown.child<TitleDetailView>("titleDetail")->isVisible());
    }

    void aSavedTitleIsAnnouncedNotPushedIn()
    {
        Shown shown;
        const int rows = shown.table()->model()->rowCount();
        StoredTitle &title = shown.fake.titles.add({"1", "tr"}, QStringLiteral("Yeni")).title;
        title.savedAt = shown.fake.clock.wallMs() + 1;
        Q_EMIT shown.fake.titles.changed(title.key);
        auto *announcement = shown.table()->findChild<QPushButton *>(QStringLiteral("announcement"));
        QTRY_VERIFY(announcement->isVisible());
        QCOMPARE(shown.table()->model()->rowCount(), rows);
        QTest::mouseClick(announcement, Qt::LeftButton);
        settle();
        QCOMPARE(shown.table()->model()->rowCount(), rows + 1);
    }

    void aBatchThatSavesMuchIsFollowedByItsNewest()
    {
        Shown shown;
        const int rows = shown.table()->model()->rowCount();
        for (int i = 0; i < 60; ++i) {
            StoredTitle &title = shown.fake.titles.add({QByteArray::number(1000 + i), "tr"}, QStringLiteral("Yeni %1").arg(i)).title;
            title.savedAt = shown.fake.clock.wallMs() + i + 1;
            Q_EMIT shown.fake.titles.changed(title.key);
        }
        auto *announcement = shown.table()->findChild<QPushButton *>(QStringLiteral("announcement"));
        QTRY_VERIFY(announcement->isVisible());
        QVERIFY2(announcement->text().contains(QStringLiteral("60")), qPrintable(announcement->text()));
        QCOMPARE(shown.table()->model()->rowCount(), rows);
    }

    void theFilterIsTheEngines()
    {
        Shown shown;
        auto *filter = shown.child<QLineEdit>("filter");
        QTest::keyClicks(filter, QStringLiteral("partial:yes"));
        QTRY_COMPARE(shown.table()->model()->rowCount(), 1);
        filter->clear();
        QTest::keyClicks(filter, QStringLiteral("partial:maybe"));
        QTRY_VERIFY(shown.child<QLabel>("filterError")->isVisible());
        filter->clear();
        QTest::keyClicks(filter, QStringLiteral("nothingisso"));
        QTRY_VERIFY(shown.child<QWidget>("titlesNoMatch")->isVisible());
    }

    void whatTheFilterShowsLeavesAsAFile()
    {
        Shown shown;
        const QString file = shown.fake.file(QStringLiteral("titles.csv"));
        const auto rows = waitFor(shown.fake.exports.toFile({*TitleFilter::parse(QStringLiteral("partial:no"), 0), ExportFormat::Csv}, file));
        QVERIFY(rows);
        QCOMPARE(*rows, 4);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readLine().startsWith("id,locale,title,year,rating,genres,cast,"));
        QVERIFY(written.readLine().startsWith("81616256,tr,Hayata Röveşata Çeken Adam,2022,13+,\"[\"\"Komedi\"\",\"\"Dram\"\"]\","));
        QVERIFY(shown.child<QAction>("exportJsonLines")->isEnabled());
    }

    void storageIsToldAndEmptied()
    {
        Shown shown;
        shown.panel->show(QStringLiteral("storage"));
        settle();
        QVERIFY(shown.child<FactList>("databaseCardFacts")->isVisible());
        shown.click("cacheCardButton");
        QCOMPARE(shown.fake.titles.asked, QStringList{QStringLiteral("clear cache by console")});
        shown.click("databaseCardButton");
        QCOMPARE(shown.fake.titles.asked.size(), 1); // asks first
        auto *question = shown.panel->findChild<Confirm *>();
        QVERIFY(question);
        kule::child<QPushButton>(question, "confirmYes")->click();
        settle();
        QCOMPARE(shown.fake.titles.asked.last(), QStringLiteral("clear by console"));
        // A database that is away is said, with what the engine says of it.
        shown.fake.titles.now.database.problem = Error{ErrorKind::Unavailable, "titles.database_away", text("The database is away."), nullptr, std::nullopt};
        shown.fake.titles.now.sizes.reset();
        shown.fake.titles.now.spooled = 3;
        shown.panel->refresh();
        settle();
        QVERIFY(!shown.child<QPushButton>("databaseCardButton")->isEnabled());
        QSignalSpy links(shown.panel.get(), &Panel::linkActivated);
        shown.click("pagesCardButton");
        QCOMPARE(links.takeFirst(), (QVariantList{QStringLiteral("settings"), QStringLiteral("titles.pages_days")}));
    }

    void aFailureOfTheListIsSaidAndTriedAgain()
    {
        Shown shown;
        shown.fake.titles.failNext(ErrorKind::Unavailable, "titles.database_away");
        shown.panel->refresh();
        settle();
        auto *problem = shown.child<ErrorStrip>("titlesProblem");
        QVERIFY(problem->isVisible());
        QTest::mouseClick(problem->findChild<QPushButton *>(QStringLiteral("errorButton")), Qt::LeftButton);
        settle();
        QVERIFY(!problem->isVisible());
    }

    void everyWordFollowsTheLanguage()
    {
        Shown shown;
        shown.openTitle(0);
        shown.openBatch("batch-4");
        shown.chooseItem(3);
        MarkingTranslator marks;
        QCoreApplication::installTranslator(&marks);
        settle();
        QStringList left;
        const auto look = [&](const QString &text, const QString &where) {
            if (!text.isEmpty() && !text.contains(u'»'))
                left << where + QStringLiteral(": ") + text;
        };
        for (int tab = 0; tab < shown.tabs()->count(); ++tab) {
            shown.tabs()->setCurrentIndex(tab);
            settle();
            look(shown.tabs()->tabText(tab), QStringLiteral("tab"));
            const auto buttons = shown.panel->findChildren<QPushButton *>();
            for (const QPushButton *button : buttons) {
                if (button->isVisible())
                    look(button->text(), button->objectName());
            }
        }
        for (int column = 0; column < StoredModel::columns; ++column)
            look(shown.table()->model()->headerData(column, Qt::Horizontal).toString(), QStringLiteral("header"));
        for (int column = 0; column < ItemsModel::columns; ++column)
            look(shown.items()->model()->headerData(column, Qt::Horizontal).toString(), QStringLiteral("items"));
        look(shown.itemText(0, ItemsModel::State), QStringLiteral("state"));
        look(shown.child<QLabel>("batchCounts")->text(), QStringLiteral("counts"));
        QCoreApplication::removeTranslator(&marks);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    void theSessionComesBack()
    {
        Json saved;
        {
            Shown shown;
            shown.openTitle(2);
            shown.write(QStringLiteral("https://www.netflix.com/title/9"));
            saved = shown.panel->saveState();
        }
        Shown shown;
        shown.panel->restoreState(saved);
        settle();
        QCOMPARE(shown.tabs()->currentIndex(), 1);
        QVERIFY(shown.child<ScrapeForm>("scrapeForm")->isVisible());
        QCOMPARE(shown.child<QPlainTextEdit>("formUrls")->toPlainText(), QStringLiteral("https://www.netflix.com/title/9"));
        QCOMPARE(shown.panel->findChild<TitleDetailView *>()->key()->id, QByteArray("80192098"));
        for (const Json &odd : {Json(7), Json{{"tab", "x"}, {"stored", 3}, {"scrapes", {{"form", 1}, {"batch", 5}}}}})
            shown.panel->restoreState(odd);
    }

    void whatWasDoneLeadsHere()
    {
        const auto way = [](const char *action, const char *target) {
            Activity activity;
            activity.action = action;
            activity.target = QString::fromLatin1(target);
            const ActivityLink link = linkOf(activity);
            return link.panel + u' ' + link.what;
        };
        QCOMPARE(way("titles.batch", "b"), QStringLiteral("titles batch:b"));
        QCOMPARE(way("titles.batch_stop", "b"), QStringLiteral("titles batch:b"));
        QCOMPARE(way("title.delete", "81616256/tr"), QStringLiteral("titles 81616256/tr"));
        QCOMPARE(way("titles.clear_cache", ""), QStringLiteral("titles storage"));
        for (const char *action : {"titles.batch", "titles.batch_stop", "titles.batch_resume", "titles.batch_retry", "title.parse", "title.delete", "titles.clear", "titles.clear_cache"})
            QVERIFY2(deedOf(action) != QString::fromLatin1(action), action);
    }

    void nothingIsThereYet()
    {
        Shown shown(false);
        QVERIFY(shown.child<QWidget>("titlesEmpty")->isVisible());
        QTest::mouseClick(shown.child<QWidget>("titlesEmpty")->findChild<QPushButton *>(QStringLiteral("emptyAction")), Qt::LeftButton);
        settle();
        QVERIFY(shown.child<ScrapeForm>("scrapeForm")->isVisible());
        QVERIFY(shown.panel->goBack());
        QVERIFY(!shown.panel->goBack());
    }
};

QTEST_MAIN(TestTitlesPanel)
#include "tst_titlespanel.moc"
