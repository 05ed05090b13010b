// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K and what stands beside it: the list of keys, and the watch over events that hold the window.
#include "fakeconsole.h"
#include "palette/palette.h"
#include "panels/panel.h"
#include "stallwatch.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QThread>

using namespace kule;

namespace {

struct Stand
{
    Stand()
        : theme(*qApp, ThemeChoice::Light)
        , languages(*qApp)
        , uiState(fake.file(QStringLiteral("state/window.json")), Json::object())
        , window({panelRows(), theme, languages, uiState})
    {
        fake.fill();
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        window.setConsole(fake.console());
        settle();
    }
    ~Stand() { languages.choose(QStringLiteral("en")); }
    void open() { QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier); }
    void type(const QString &text) { QTest::keyClicks(edit(), text); }
    QLineEdit *edit() { return child<QLineEdit>(&window, "paletteEdit"); }
    QListView *list() { return child<QListView>(&window, "paletteList"); }
    QString title(int row) { return list()->model()->index(row, 0).data().toString(); }
    bool has(const QString &wanted)
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            if (title(row) == wanted)
                return true;
        }
        return false;
    }

    FakeConsole fake;
    Theme theme;
    Languages languages;
    UiState uiState;
    MainWindow window;
};

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFewLettersAndEnterGoThere()
    {
        Stand stand;
        stand.open();
        QVERIFY(stand.edit()->hasFocus());
        stand.type(QStringLiteral("fata"));
        QCOMPARE(stand.title(0), QStringLiteral("Fatals"));
        QTest::keyClick(stand.edit(), Qt::Key_Return);
        QCOMPARE(stand.window.currentPanel(), QStringLiteral("fatals"));
        QVERIFY(!child<QWidget>(&stand.window, "palette")->isVisible());
    }
    void escapeGivesTheFocusBack()
    {
        Stand stand;
        QWidget *before = QApplication::focusWidget();
        stand.open();
        QTest::keyClick(stand.edit(), Qt::Key_Escape);
        QVERIFY(!child<QWidget>(&stand.window, "palette")->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
    }
    void objectsComeInBehindAndChooseNothing()
    {
        Stand stand;
        stand.open();
        stand.type(QStringLiteral("123"));
        QTRY_VERIFY(stand.has(QStringLiteral("12374")));
        QTRY_VERIFY(stand.has(QStringLiteral("12356.txt")));
        stand.edit()->clear();
        stand.type(QStringLiteral("p"));
        QTest::keyClick(stand.edit(), Qt::Key_Down);
        const QString chosen = stand.list()->currentIndex().data().toString();
        const int atHand = stand.list()->model()->rowCount();
        QTRY_VERIFY(stand.list()->model()->rowCount() > atHand);
        QCOMPARE(stand.list()->currentIndex().data().toString(), chosen);
    }
    void aJobIsOpened()
    {
        Stand stand;
        stand.open();
        stand.type(QStringLiteral("12374"));
        QTRY_VERIFY(stand.has(QStringLiteral("12374")));
        QTest::keyClick(stand.edit(), Qt::Key_Return);
        QCOMPARE(stand.window.currentPanel(), QStringLiteral("jobs"));
    }
    void aSettingAndAnActionAreFound()
    {
        Stand stand;
        stand.open();
        stand.type(QStringLiteral("dark"));
        QTest::keyClick(stand.edit(), Qt::Key_Return);
        QTRY_COMPARE(stand.theme.scheme(), Scheme::Dark);
        stand.open();
        stand.type(QStringLiteral("api.port"));
        QTest::keyClick(stand.edit(), Qt::Key_Return);
        QCOMPARE(stand.window.currentPanel(), QStringLiteral("settings"));
    }
    void turkishIsFoundWithoutItsDots()
    {
        QCOMPARE(searchable(QStringLiteral("IŞIK İşler ÇÖĞÜ")), QStringLiteral("isik isler cogu"));
        QCOMPARE(searchable(QStringLiteral("ışık")), searchable(QStringLiteral("ISIK")));
        Stand stand;
        stand.languages.choose(QStringLiteral("tr"));
        stand.open();
        for (const char *typed : {"isler", "İŞLER", "ışler"}) {
            stand.edit()->clear();
            stand.edit()->setText(QString::fromUtf8(typed));
            QCOMPARE(stand.title(0), QStringLiteral("İşler"));
        }
    }
    void nothingFoundIsSaid()
    {
        Stand stand;
        stand.open();
        stand.type(QStringLiteral("qqqq"));
        QTRY_VERIFY(child<QLabel>(&stand.window, "paletteNothing")->isVisible());
        QTest::keyClick(stand.edit(), Qt::Key_Return);
        QVERIFY(child<QWidget>(&stand.window, "palette")->isVisible());
    }
    void oddTextIsNoFilter()
    {
        Stand stand;
        stand.open();
        for (const QString &odd : {QStringLiteral("\"state:nothing\""), QStringLiteral("a:b -c \\ %"), QStringLiteral("\u202Ex")}) {
            QSignalSpy found(stand.window.findChild<PaletteSource *>(), &PaletteSource::found);
            stand.edit()->setText(odd);
            QTRY_VERIFY(!found.isEmpty()); // it was asked for, as words
        }
        stand.edit()->setText(QString(180, u'"')); // nothing is left of it to ask for
        QVERIFY(child<QWidget>(&stand.window, "palette")->isVisible());
    }
    void itGoesWithTheEngine()
    {
        Stand stand;
        stand.open();
        stand.type(QStringLiteral("123"));
        stand.window.dropConsole();
        settle();
        QVERIFY(!stand.window.findChild<Palette *>());
        stand.open(); // nothing to open
        stand.window.setConsole(stand.fake.console());
        stand.open();
        QVERIFY(child<QWidget>(&stand.window, "palette")->isVisible());
    }
    void theKeysAreListed()
    {
        Stand stand;
        QTest::keyClick(&stand.window, Qt::Key_F1);
        auto *list = child<QDialog>(&stand.window, "shortcuts");
        QVERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!stand.window.findChild<QDialog *>(QStringLiteral("shortcuts")));
        stand.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stand.window));
        stand.window.goTo(QStringLiteral("jobs")); // to a table, which looks for what is typed
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Question);
        auto *again = child<QDialog>(&stand.window, "shortcuts");
        QVERIFY(again->isVisible());
        QTest::keyClick(again, Qt::Key_Escape);
        QTRY_VERIFY(!stand.window.findChild<QDialog *>(QStringLiteral("shortcuts")));
        auto *filter = child<QLineEdit>(&stand.window, "filter");
        filter->setFocus();
        QTest::keyClick(filter, '?');
        QCOMPARE(filter->text(), QStringLiteral("?"));
        QVERIFY(!stand.window.findChild<QDialog *>(QStringLiteral("shortcuts")));
    }
    void aStallIsSaidWithWhatRan()
    {
        QStringList said;
        StallWatch watch([&said](qint64 ms, const char *receiver, QEvent::Type type) {
            said << QStringLiteral("%1 %2 %3").arg(ms > StallWatch::tooLongMs).arg(QString::fromLatin1(receiver)).arg(type);
        });
        QObject receiver;
        QEvent event(QEvent::Timer);
        const auto hold = [] { QThread::msleep(StallWatch::tooLongMs + 20); return true; };
        QVERIFY(watch.watch(&receiver, &event, 1, [] { return true; }));
        QVERIFY(said.isEmpty());
        QVERIFY(watch.watch(&receiver, &event, 1, hold));
        QCOMPARE(said, QStringList{QStringLiteral("1 QObject %1").arg(QEvent::Timer)});
        // Within an event of the same loop: once, for the outer one.
        said.clear();
        watch.watch(&receiver, &event, 1, [&] { return watch.watch(&receiver, &event, 1, hold); });
        QCOMPARE(said.size(), 1);
        // A menu that is open long is no stall; what holds it is one.
        said.clear();
        watch.watch(&receiver, &event, 1, [&] {
            watch.watch(&receiver, &event, 2, [] { return true; });
            return hold();
        });
        QVERIFY(said.isEmpty());
        watch.watch(&receiver, &event, 1, [&] { return watch.watch(&receiver, &event, 2, hold); });
        QCOMPARE(said.size(), 1);
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
