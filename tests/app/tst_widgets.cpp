// SPDX-License-Identifier: GPL-3.0-or-later
// The shared widgets, each typed into and clicked.
#include "clipboardguard.h"
#include "dialogs/confirm.h"
#include "fakeconsole.h"
#include "markingtranslator.h"
#include "widgets/copybutton.h"
#include "widgets/detailsplitter.h"
#include "widgets/errorstrip.h"
#include "widgets/filterbar.h"
#include "widgets/jsonedit.h"
#include "widgets/rowsmodel.h"
#include "widgets/secretnote.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"
#include "widgets/toast.h"
#include "widgets/turner.h"
#include "widgets/words.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTextDocument>
#include <QToolTip>

using namespace kule;

class TestWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsCopiedWithASecretInIt()
    {
        Redactor redactor;
        redactor.learn(Secret("kanarya-8d1f"));
        QClipboard &clipboard = *QGuiApplication::clipboard();
        bool isOurs = true;
        const ClipboardGuard guard(clipboard, redactor, [&isOurs](QClipboard::Mode) { return isOurs; });
        // By a button, by a toast's helper, out of a table, out of a text.
        CopyButton button([] { return QStringLiteral("token=kanarya-8d1f"); });
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(clipboard.text(), QStringLiteral("token=***"));
        QWidget window;
        copyText(&window, QStringLiteral("a2FuYXJ5YS04ZDFm"), QStringLiteral("Copied"));
        QCOMPARE(clipboard.text(), QStringLiteral("***"));
        TableView table;
        QStandardItemModel model(1, 1);
        model.setItem(0, 0, new QStandardItem(QStringLiteral("row kanarya-8d1f")));
        table.setModel(&model);
        table.selectRow(0);
        QTest::keySequence(&table, QKeySequence::Copy);
        QCOMPARE(clipboard.text(), QStringLiteral("row ***"));
        QPlainTextEdit text(QStringLiteral("log kanarya-8d1f"));
        text.selectAll();
        text.copy();
        QCOMPARE(clipboard.text(), QStringLiteral("log ***"));
        // What another program put there is not touched: it may be on its way into Kule.
        isOurs = false;
        clipboard.setText(QStringLiteral("kanarya-8d1f"));
        QCOMPARE(clipboard.text(), QStringLiteral("kanarya-8d1f"));
    }

    void theFilterSpeaksOnceTypingPausesOrAtEnter()
    {
        FilterBar bar;
        bar.show();
        QSignalSpy changed(&bar, &FilterBar::changed);
        auto *edit = child<QLineEdit>(&bar, "filter");
        QTest::keyClicks(edit, QStringLiteral("state:failed"));
        QCOMPARE(changed.size(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), QStringLiteral("state:failed"));
        QTest::keyClicks(edit, QStringLiteral(" x"));
        QTRY_COMPARE(changed.size(), 2);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(changed.last().first().toString(), QString());
    }

    void theFilterShowsItsErrorUntilItIsMended()
    {
        FilterBar bar;
        bar.show();
        const QString text = QStringLiteral("a state:nope");
        bar.setText(text);
        bar.setProblem(filterError("filter.bad_value", Text{"No such state.", {}}, 2, 10).value());
        QVERIFY(child<QLabel>(&bar, "filterError")->isVisible());
        QCOMPARE(child<QLineEdit>(&bar, "filter")->accessibleDescription(), QStringLiteral("No such state."));
        QCOMPARE(child<QLineEdit>(&bar, "filter")->text(), text);
        bar.setNote(QStringLiteral("Something to know."));
        QCOMPARE(child<QLabel>(&bar, "filterError")->text(), QStringLiteral("No such state."));
        bar.setProblem({});
        QCOMPARE(child<QLabel>(&bar, "filterError")->text(), QStringLiteral("Something to know."));
        bar.setNote({});
        QVERIFY(!child<QLabel>(&bar, "filterError")->isVisible());
    }
    void halfAWordIsNotBlamedAtOnceButAtEnter()
    {
        for (const bool isEntered : {false, true}) {
            FilterBar bar;
            bar.show();
            auto *edit = child<QLineEdit>(&bar, "filter");
            auto *error = child<QLabel>(&bar, "filterError");
            std::optional<bool> isBlamedAtOnce;
            connect(&bar, &FilterBar::changed, &bar, [&](const QString &text) {
                bar.setProblem(text == u"state:failed" ? std::nullopt : std::optional(filterError("filter.bad_value", Text{"No such state.", {}}, 0, 7).value()));
                isBlamedAtOnce = error->isVisible();
            });
            QTest::keyClicks(edit, QStringLiteral("state:f"));
            if (isEntered)
                QTest::keyClick(edit, Qt::Key_Return);
            QTRY_VERIFY(isBlamedAtOnce.has_value());
            QCOMPARE(*isBlamedAtOnce, isEntered);
            QTRY_VERIFY(error->isVisible());
            QTest::keyClicks(edit, QStringLiteral("ailed"));
            QTRY_VERIFY(!error->isVisible());
        }
    }

    void filterOffersWithTheirMeaning()
    {
        static constexpr FilterChoice colours[] = {{"red"}, {"rust", "red"}};
        static constexpr FilterKey keys[] = {{"colour", FilterKind::Choice, "Its colour", colours}};
        FilterOffers offers;
        offers.offer(QStringLiteral("co"), keys);
        QCOMPARE(offers.stringList(), (QStringList{QStringLiteral("colour:"), QStringLiteral("colour:red")}));
        QVERIFY(offers.data(offers.index(0), Qt::DisplayRole).toString().contains(QStringLiteral("Its colour")));
        QCOMPARE(offers.data(offers.index(1), Qt::DisplayRole).toString(), QStringLiteral("colour:red"));
        QCOMPARE(offers.data(offers.index(0), Qt::EditRole).toString(), QStringLiteral("colour:"));
        offers.offer({}, keys);
        QCOMPARE(offers.rowCount(), 0);
    }

    void jsonIsCheckedForShapeAndPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty is the empty list") << QString() << true << QString();
        QTest::newRow("a list") << QStringLiteral("[1, \"iki\"]") << true << QString();
        QTest::newRow("an object") << QStringLiteral("{}") << false << QStringLiteral("list");
        QTest::newRow("broken in the second line") << QStringLiteral("[1,\n  x]") << false << QStringLiteral("line 2, column 3");
        QTest::newRow("broken after letters of two bytes") << QStringLiteral("[\"şğü\", x]") << false << QStringLiteral("column 9");
        QTest::newRow("unfinished") << QStringLiteral("[1,") << false << QStringLiteral("line 1");
        QTest::newRow("too deep") << QString(40, u'[') + QString(40, u']') << false << QStringLiteral("deeply");
    }

    void jsonIsCheckedForShapeAndPlace()
    {
        QFETCH(QString, text);
        QFETCH(bool, isValid);
        QFETCH(QString, said);
        JsonEdit edit(JsonEdit::Shape::Array);
        edit.show();
        edit.setText(text);
        QCOMPARE(edit.isValid(), isValid);
        const auto *error = child<QLabel>(&edit, "jsonError");
        QCOMPARE(error->isVisible(), !isValid);
        QVERIFY2(error->text().contains(said), qPrintable(error->text()));
    }

    void jsonSaysWhenItBecomesValid()
    {
        JsonEdit edit(JsonEdit::Shape::Object);
        QSignalSpy validity(&edit, &JsonEdit::validityChanged);
        QTest::keyClicks(edit.editor(), QStringLiteral("{\"a\": 1}"));
        QVERIFY(edit.isValid());
        QCOMPARE(edit.value()->at("a").get<int>(), 1);
        QCOMPARE(validity.last().first().toBool(), true);
    }

    void theTableOpensDeletesAndCopiesByKeyboard()
    {
        QStandardItemModel model(2, 2);
        for (int i = 0; i < 4; ++i)
            model.setItem(i / 2, i % 2, new QStandardItem(QString::number(i)));
        TableView table;
        table.setModel(&model);
        table.show();
        QSignalSpy opened(&table, &TableView::opened);
        QSignalSpy deleted(&table, &TableView::deleteAsked);
        QTest::keyClick(&table, Qt::Key_Return); // nothing is chosen yet: the first
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.takeFirst().at(0).toModelIndex().row(), 0);
        table.selectAll();
        table.setCurrentIndex(model.index(1, 0));
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_Return);
        QTest::keyClick(&table, Qt::Key_Delete);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(deleted.size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("0\t1\n2\t3"));
    }

    void newRowsAreAnnounced()
    {
        TableView table;
        table.show();
        auto *bar = child<QPushButton>(&table, "announcement");
        QVERIFY(!bar->isVisible());
        table.announce(12);
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(QStringLiteral("12")));
        QSignalSpy clicked(&table, &TableView::announcementClicked);
        QTest::mouseClick(bar, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
        table.announce(0);
        QVERIFY(!bar->isVisible());
    }

    void rowsAreBroughtUpToDateInPlace()
    {
        struct Row
        {
            int id;
            QString text;
        };
        using Model = RowsModel<Row>;
        Model model({{[] { return QStringLiteral("Text"); }, [](const Row &row, int role) { return role == Qt::DisplayRole ? QVariant(row.text) : QVariant(); }}},
                    [](const Row &a, const Row &b) { return a.id == b.id; });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sync({{1, QStringLiteral("a")}, {2, QStringLiteral("b")}, {3, QStringLiteral("c")}});
        const QPersistentModelIndex second = model.index(1, 0);
        model.sync({{4, QStringLiteral("d")}, {2, QStringLiteral("B")}, {1, QStringLiteral("a")}});
        QVERIFY(second.isValid());
        QCOMPARE(second.data().toString(), QStringLiteral("B"));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.at(model.index(0, 0)).id, 4);
        QCOMPARE(model.at(model.index(2, 0)).id, 1);
        int fetched = 0;
        model.setFetch([&fetched] { ++fetched; });
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(fetched, 1);
        model.truncate(1);
        model.sync({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aToastIsUndoneOrExpiresJustOnce()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        int undone = 0;
        int expired = 0;
        const auto count = [&](Toast *toast) {
            connect(toast, &Toast::undone, this, [&undone] { ++undone; });
            connect(toast, &Toast::expired, this, [&expired] { ++expired; });
        };
        count(Toast::show(&window, QStringLiteral("Deleted"), QStringLiteral("Undo")));
        QTest::mouseClick(child<QPushButton>(&window, "undo"), Qt::LeftButton);
        QCOMPARE(undone, 1);
        settle();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        count(Toast::show(&window, QStringLiteral("Deleted")));
        count(Toast::show(&window, QStringLiteral("Deleted too")));
        QCOMPARE(expired, 1);
        window.close();
        QCOMPARE(expired, 2);
        QCOMPARE(undone, 1);
    }

    void headingsOfATableAreRead()
    {
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({QStringLiteral("Sıradaki yeniden başlatma"), QStringLiteral("Ad")});
        TableView table;
        table.setModel(&model);
        table.setColumnWidths({40, 100}, 1);
        const auto isRead = [&table] { return table.columnWidth(0) >= table.horizontalHeader()->sectionSizeHint(0); };
        QVERIFY(isRead());
        model.setHorizontalHeaderLabels({QStringLiteral("Longer still in another language of this window"), QStringLiteral("Name")});
        QVERIFY(!isRead());
        QEvent spoken(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&table, &spoken);
        QVERIFY(isRead());
    }

    void aLongToastStaysInItsWindow()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        const auto *toast = Toast::show(&window, QStringLiteral("worker.1 is being restarted. ").repeated(12));
        QVERIFY(window.rect().contains(toast->geometry()));
        QVERIFY(toast->height() > 3 * toast->fontMetrics().height());
    }

    void whatOthersSayIsNeverMarkup()
    {
        const QString said = QStringLiteral("said <b>a</b>\nand <img src='x'>");
        QWidget window;
        window.show();
        ErrorStrip strip;
        strip.showError({ErrorKind::Unavailable, "heroku.down", text("%1", said), nullptr, std::nullopt});
        auto *dialog = Confirm::ask(&window, {said, said, QStringLiteral("Delete")}, [] {});
        const QLabel *labels[] = {child<QLabel>(&strip, "errorSentence"), child<QLabel>(dialog, "confirmQuestion"), child<QLabel>(dialog, "confirmDetail"),
                                  Toast::show(&window, said)->findChild<QLabel *>()};
        for (const QLabel *label : labels) {
            QCOMPARE(label->text(), said);
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), said, Qt::ToolTipRole);
        TableView table;
        table.setModel(&model);
        table.show();
        const QPoint where = table.visualRect(model.index(0, 0)).center();
        QHelpEvent help(QEvent::ToolTip, where, table.viewport()->mapToGlobal(where));
        QCoreApplication::sendEvent(table.viewport(), &help);
        QTextDocument shown;
        shown.setHtml(QToolTip::text());
        QCOMPARE(shown.toPlainText(), said);
        QCOMPARE(tipText(QStringLiteral("a & b")), QStringLiteral("a & b"));
    }

    void theQuestionNamesItsEffectAndCancelHasTheFocus()
    {
        QWidget window;
        window.show();
        int yes = 0;
        const Confirm::Words words{QStringLiteral("Delete 3 reports?"), QStringLiteral("For good."), QStringLiteral("Delete 3 reports")};
        auto *dialog = Confirm::ask(&window, words, [&yes] { ++yes; });
        QCOMPARE(child<QPushButton>(dialog, "confirmYes")->text(), words.effect);
        QVERIFY(child<QPushButton>(dialog, "confirmNo")->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(yes, 0);
        dialog = Confirm::ask(&window, words, [&yes] { ++yes; });
        QTest::mouseClick(child<QPushButton>(dialog, "confirmYes"), Qt::LeftButton);
        QCOMPARE(yes, 1);
        dialog = Confirm::ask(&window, words, [&yes] { ++yes; });
        QTest::keyClick(child<QPushButton>(dialog, "confirmYes"), Qt::Key_Return);
        QCOMPARE(yes, 2); // by keys alone
    }

    void anErrorSpeaksTheLanguageOfTheMoment()
    {
        ErrorStrip strip;
        strip.showError({ErrorKind::Unavailable, "store.full", text("The disk is full."), nullptr, std::nullopt}, [] { return TestWidgets::tr("Try again"); });
        QVERIFY(strip.isVisible());
        QCOMPARE(child<QLabel>(&strip, "errorCode")->text(), QStringLiteral("store.full"));
        MarkingTranslator marks;
        qApp->installTranslator(&marks);
        settle();
        QCOMPARE(child<QPushButton>(&strip, "errorButton")->text(), QStringLiteral("»Try again«"));
        qApp->removeTranslator(&marks);
        strip.clear();
        QVERIFY(!strip.isVisible());
    }

    void aSecretIsGoneOnceDismissed()
    {
        SecretNote note;
        note.reveal(std::make_shared<const Secret>("kule_abc"), [] { return QStringLiteral("Store it."); });
        QVERIFY(note.isVisible());
        QTest::mouseClick(child<CopyButton>(&note, "secretCopy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kule_abc"));
        QTest::mouseClick(child<QPushButton>(&note, "secretDone"), Qt::LeftButton);
        QVERIFY(!note.isVisible());
        QVERIFY(child<QLabel>(&note, "secretKey")->text().isEmpty());
    }

    void theDetailGoesBelowWhereThePanelIsNarrow()
    {
        DetailSplitter splitter(new QWidget, new QWidget);
        splitter.resize(1000, 600);
        splitter.show();
        splitter.openDetail();
        settle();
        QCOMPARE(splitter.orientation(), Qt::Horizontal);
        splitter.resize(700, 600);
        settle();
        QCOMPARE(splitter.orientation(), Qt::Vertical);
        splitter.restoreState({{"wide", "nonsense"}, {"narrow", 7}});
        splitter.restoreState("nonsense");
        QVERIFY(splitter.isDetailOpen());
    }

    void theDetailTakesTheListsPlaceWhereThereIsRoomForOne()
    {
        auto *list = new QWidget;
        auto *row = new QPushButton(list);
        auto *detail = new QWidget;
        new QPushButton(detail);
        DetailSplitter splitter(list, detail);
        splitter.resize(700, 300);
        splitter.show();
        settle();
        QVERIFY(list->isVisible());
        row->setFocus();
        splitter.openDetail();
        QVERIFY(!list->isVisible());
        QCOMPARE(splitter.focusWidget(), detail);
        splitter.closeDetail();
        QVERIFY(list->isVisible());
        splitter.openDetail();
        splitter.resize(700, 600);
        settle();
        QVERIFY(list->isVisible());
    }

    void onlyWhatIsSeenTurns()
    {
        QWidget window;
        auto *label = new StateLabel(&window);
        label->setLook({Glyph::HalfDisc, Token::Running, QStringLiteral("Running"), true});
        label->resize(label->sizeHint());
        window.show();
        QTRY_VERIFY(Turner::of(label)->isRunning());
        label->setLook({Glyph::Disc, Token::Succeeded, QStringLiteral("Done")});
        QTRY_VERIFY(!Turner::of(label)->isRunning());
    }

    void momentsAndDurationsAreSaid()
    {
        const qint64 now = 1'795'000'000'000;
        QCOMPARE(relativeTime(now, now), QStringLiteral("just now"));
        QCOMPARE(relativeTime(now - 30'000, now), QStringLiteral("30 s ago"));
        QCOMPARE(relativeTime(now - 3 * 60'000, now), QStringLiteral("3 min ago"));
        QCOMPARE(relativeTime(now + 3 * 60'000, now), QStringLiteral("in 3 min"));
        QCOMPARE(durationText(240), QStringLiteral("240 ms"));
        QCOMPARE(durationText(250'000), QStringLiteral("4 min 10 s"));
        QCOMPARE(shortId(QStringLiteral("5f0c9d7e-31aa-4b7c-9d00-6a1be2c4f012"), 13), QStringLiteral("5f0c9d7e") + QChar(0x2026) + QStringLiteral("f012"));
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
