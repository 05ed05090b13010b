// SPDX-License-Identifier: GPL-3.0-or-later
// The window: rail, shortcuts, languages and colours live in every panel, the session brought back.
#include "botalarm.h"
#include "fakeconsole.h"
#include "markingtranslator.h"
#include "panels/panel.h"
#include "tray.h"
#include "widgets/copybutton.h"
#include "widgets/statelabel.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace kule;

namespace {

/// Keeps what was said.
class FakeTray final : public Tray
{
public:
    void setShown(bool shown) override { isShown = shown; }
    bool say(const QString &title, const QString &text) override
    {
        if (isShown)
            said << title + u'|' + text;
        return isShown;
    }
    void retranslate() override {}

    bool isShown = false;
    QStringList said;
};

struct Stand
{
    explicit Stand(Json state = Json::object())
        : theme(*qApp, ThemeChoice::Light)
        , languages(*qApp)
        , uiState(fake.file(QStringLiteral("state/window.json")), std::move(state))
        , window({panelRows(), theme, languages, uiState, &tray})
    {
        fake.fill();
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
    }
    void start()
    {
        window.setConsole(fake.console());
        settle();
    }
    Panel *shown() { return qobject_cast<Panel *>(window.findChild<QStackedWidget *>()->currentWidget()); }

    void become(int bot, BotState state, Text reason = {})
    {
        BotView &view = fake.bots.all[static_cast<std::size_t>(bot)];
        view.condition.state = state;
        view.condition.reason = std::move(reason);
        fake.bots.tell(view);
    }
    /// After it each trouble is told that is going to be.
    void passASecond()
    {
        fake.clock.advance(BotAlarm::soon);
        settle();
    }

    FakeTray tray;
    FakeConsole fake;
    Theme theme;
    Languages languages;
    UiState uiState;
    MainWindow window;
};

QString name(const PanelRow &row)
{
    return QString::fromLatin1(row.name);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRailLeadsToEveryPanelAndMakesItOnce()
    {
        Stand stand;
        stand.start();
        QHash<QString, Panel *> made;
        for (int round = 0; round < 2; ++round) {
            for (const PanelRow &row : panelRows()) {
                auto *button = child<QToolButton>(&stand.window, qPrintable(QStringLiteral("rail-") + name(row)));
                QTest::mouseClick(button, Qt::LeftButton);
                QVERIFY(button->isChecked());
                QCOMPARE(stand.shown()->objectName(), name(row));
                QCOMPARE(made.value(name(row), stand.shown()), stand.shown());
                made.insert(name(row), stand.shown());
            }
        }
        QCOMPARE(made.size(), static_cast<qsizetype>(panelRows().size()));
    }

    void ctrlAndADigitGoThereToo()
    {
        Stand stand;
        stand.start();
        for (std::size_t i = 0; i < panelRows().size(); ++i) {
            QTest::keyClick(&stand.window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(stand.window.currentPanel(), name(panelRows()[i]));
        }
    }

    void aPanelIsMadeOnlyWhenItIsShown()
    {
        Stand stand(Json{{"window", {{"panel", "api"}}}});
        QVERIFY(!stand.window.findChild<Panel *>());
        stand.start();
        QCOMPARE(stand.window.findChildren<Panel *>().size(), 1);
        QCOMPARE(stand.shown()->objectName(), QStringLiteral("api"));
    }

    void everyPanelSpeaksANewLanguageAtOnce()
    {
        Stand stand;
        stand.start();
        for (const PanelRow &row : panelRows())
            stand.window.goTo(name(row));
        settle();
        MarkingTranslator marks;
        qApp->installTranslator(&marks);
        settle();
        for (const PanelRow &row : panelRows()) {
            stand.window.goTo(name(row));
            settle();
            auto *panelName = child<QLabel>(stand.shown(), "panelName");
            QVERIFY2(panelName->text().startsWith(u'»'), qPrintable(panelName->text()));
            const auto buttons = stand.shown()->findChildren<QPushButton *>();
            for (const QPushButton *button : buttons) {
                if (button->isVisible() && !button->text().isEmpty())
                    QVERIFY2(button->text().contains(u'»'), qPrintable(name(row) + QLatin1Char(' ') + button->objectName() + QLatin1Char(' ') + button->text()));
            }
            auto *rail = child<QToolButton>(&stand.window, qPrintable(QStringLiteral("rail-") + name(row)));
            QVERIFY(rail->text().contains(u'»'));
        }
        QVERIFY(stand.window.windowTitle().contains(u'»'));
        QVERIFY(child<StateLabel>(&stand.window, "status-engine")->look().word.startsWith(u'»'));
        qApp->removeTranslator(&marks);
    }

    void languageAndThemeFollowTheSettingsLive()
    {
        Stand stand;
        stand.start();
        stand.fake.settings.set(Setting::Theme, QStringLiteral("dark"));
        stand.fake.settings.set(Setting::Language, QStringLiteral("tr"));
        QTRY_COMPARE(stand.theme.scheme(), Scheme::Dark);
        QTRY_COMPARE(stand.languages.current(), Language::Turkish);
        QCOMPARE(color(Token::Text, stand.shown()->palette()), QColor::fromRgb(rgbOf(Token::Text, Scheme::Dark)));
        QCOMPARE(QLocale().toString(12345), QStringLiteral("12.345"));
        stand.languages.choose(QStringLiteral("en"));
    }

    void theStatusLineCountsAndLinks()
    {
        Stand stand(Json{{"window", {{"panel", "settings"}}}});
        stand.start();
        auto *address = child<QToolButton>(&stand.window, "status-api");
        QTRY_COMPARE(address->text(), QStringLiteral("http://127.0.0.1:3000"));
        QTest::mouseClick(child<CopyButton>(&stand.window, "status-copy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:3000"));
        auto *fatals = child<QToolButton>(&stand.window, "status-fatals");
        const QString count = QString::number(stand.fake.fatals.all.size());
        QTRY_VERIFY2(fatals->text().contains(count), qPrintable(fatals->text()));
        QTest::mouseClick(address, Qt::LeftButton);
        QCOMPARE(stand.window.currentPanel(), QStringLiteral("api"));
        QTest::mouseClick(child<QToolButton>(&stand.window, "status-running"), Qt::LeftButton);
        QCOMPARE(stand.window.currentPanel(), QStringLiteral("jobs"));
    }

    void aNarrowWindowShowsIconsOnly()
    {
        Stand stand;
        auto *rail = child<QFrame>(&stand.window, "rail");
        stand.window.resize(1280, 700);
        settle();
        QCOMPARE(rail->width(), railWidth);
        stand.window.resize(1000, 700);
        settle();
        QCOMPARE(rail->width(), railIconsWidth);
    }

    void theSessionIsBroughtBack()
    {
        Json saved;
        QString file;
        {
            Stand stand;
            stand.start();
            stand.window.goTo(QStringLiteral("settings"), QStringLiteral("port"));
            stand.window.close();
            saved = {{"window", stand.uiState.part(QStringLiteral("window"))}, {"panel.settings", stand.uiState.part(QStringLiteral("panel.settings"))}};
        }
        Stand again(saved);
        again.start();
        QCOMPARE(again.window.currentPanel(), QStringLiteral("settings"));
        QCOMPARE(child<QLineEdit>(again.shown(), "filter")->text(), QStringLiteral("port"));
    }

    void theWindowStandsWhereItWasOrWhereItCanBeSeen()
    {
        const auto placeAfter = [](const QRect &place) {
            Json saved;
            {
                Stand stand;
                stand.start();
                stand.window.setGeometry(place);
                settle();
                stand.window.close();
                saved = {{"window", stand.uiState.part(QStringLiteral("window"))}};
            }
            Stand again(saved);
            return again.window.geometry();
        };
        const QRect screen = qApp->primaryScreen()->availableGeometry();
        const QRect usual(screen.topLeft() + QPoint(40, 30), QSize(720, 480));
        QCOMPARE(placeAfter(usual), usual);
        // On a monitor that is gone.
        QVERIFY(screen.intersects(placeAfter(QRect(screen.bottomRight() + QPoint(4000, 3000), QSize(720, 480)))));
    }

    void whatIsTypedOutlivesACrash()
    {
        Stand stand;
        stand.start();
        stand.window.goTo(QStringLiteral("jobs"), QStringLiteral("new"));
        child<QLineEdit>(stand.shown(), "formLabel")->setText(QStringLiteral("half typed"));
        // No close, no switch of panels: the window remembers by itself.
        const auto remembered = [&] { return QString::fromUtf8(dumpJson(stand.uiState.part(QStringLiteral("panel.jobs")))).contains(QStringLiteral("half typed")); };
        QVERIFY(!remembered());
        QVERIFY(QTest::qWaitFor(remembered, 30'000));
    }

    void aSessionOfNonsenseIsTakenCalmly()
    {
        Stand stand(Json{{"window", {{"panel", "bots"}, {"geometry", "%%"}}}, {"panel.jobs", "no"}, {"panel.api", {{"tab", "x"}, {"callbacks", 7}}}});
        stand.start();
        for (const PanelRow &row : panelRows())
            stand.window.goTo(name(row));
        QCOMPARE(stand.window.currentPanel(), name(panelRows().back()));
    }

    void theStateFileIsWrittenWholeAndReadBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("deep/window.json"));
        {
            UiState state(file, UiState::load(file));
            state.put(QStringLiteral("window"), {{"panel", "api"}});
        }
        QCOMPARE(textOf(UiState::load(file)["window"], "panel"), QStringLiteral("api"));
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"window\":");
        broken.close();
        QVERIFY(UiState::load(file).empty());
    }

    void aProblemAtStartIsAPageWithAWayOn()
    {
        Stand stand;
        QSignalSpy retry(&stand.window, &MainWindow::retryAsked);
        QSignalSpy folder(&stand.window, &MainWindow::folderAsked);
        stand.window.showProblem({ErrorKind::Conflict, "engine.already_running", text("Another Kule uses this folder."), nullptr, std::nullopt});
        QVERIFY(!child<QPushButton>(&stand.window, "startFolder")->isVisible());
        QCOMPARE(child<QLabel>(&stand.window, "startCode")->text(), QStringLiteral("engine.already_running"));
        stand.window.showProblem({ErrorKind::Unavailable, "folders.not_writable", text("Not writable."), nullptr, std::nullopt});
        QTest::mouseClick(child<QPushButton>(&stand.window, "startRetry"), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(&stand.window, "startFolder"), Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        QCOMPARE(folder.size(), 1);
        stand.start();
        QVERIFY(stand.shown());
    }

    void theFirstKeyIsShownUntilItIsStored()
    {
        Stand stand;
        stand.start();
        stand.window.showFirstKey(std::make_shared<const Secret>("kule_first"));
        auto *note = child<QFrame>(&stand.window, "firstKey");
        QVERIFY(note->isVisible());
        QCOMPARE(child<QLabel>(note, "secretKey")->text(), QStringLiteral("kule_first"));
        QTest::mouseClick(child<QPushButton>(note, "secretDone"), Qt::LeftButton);
        QVERIFY(!note->isVisible());
    }

    void aBotThatNeedsSomebodyIsSaidInTheTrayOnce()
    {
        Stand stand;
        stand.start();
        QVERIFY(stand.tray.isShown);
        stand.passASecond();
        QVERIFY(stand.tray.said.isEmpty()); // what was so before is no news
        stand.become(0, BotState::Failed, text("The <b>page</b> is away."));
        stand.passASecond();
        QCOMPARE(stand.tray.said.size(), 1);
        QCOMPARE(stand.tray.said[0], QStringLiteral("tanitim: failed|The ‹b›page‹/b› is away."));
        // Found again by the next try: no news.
        stand.become(0, BotState::Starting);
        stand.become(0, BotState::Running);
        stand.become(0, BotState::Failed);
        stand.passASecond();
        QCOMPARE(stand.tray.said.size(), 1);
        // It was well in between.
        stand.become(0, BotState::Running);
        stand.fake.clock.advance(std::chrono::minutes(1));
        stand.become(0, BotState::Conflict);
        stand.passASecond();
        QCOMPARE(stand.tray.said.size(), 2);
        stand.window.goTo(QStringLiteral("jobs"));
        Q_EMIT stand.tray.noticeClicked();
        QCOMPARE(stand.window.currentPanel(), QStringLiteral("bots"));
    }
    void whatFailsTogetherIsToldTogether()
    {
        Stand stand;
        stand.start();
        stand.become(0, BotState::Unauthorised);
        stand.become(4, BotState::Failed);
        stand.become(2, BotState::Conflict);
        stand.become(2, BotState::Starting); // over at once
        stand.passASecond();
        QCOMPARE(stand.tray.said.size(), 1);
        QCOMPARE(stand.tray.said[0], QStringLiteral("2 bots need you|tanitim: token refused\neski etkinlikler: failed"));
    }
    void theStatusLineIsReadInTheSmallestWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("tr") << QStringLiteral("tr");
    }
    void theStatusLineIsReadInTheSmallestWindow()
    {
        QFETCH(QString, language);
        Stand stand;
        stand.start();
        stand.languages.choose(language);
        stand.fake.secrets.kept.place = SecretPlace::Session; // the longest words
        Q_EMIT stand.fake.secrets.changed(stand.fake.secrets.kept);
        settle();
        auto *bots = child<QToolButton>(&stand.window, "status-bots");
        QTRY_VERIFY(bots->isVisible() && child<QToolButton>(&stand.window, "status-fatals")->isVisible());
        const QString words = bots->text();
        stand.window.resize(stand.window.minimumSize());
        settle();
        const auto parts = child<QFrame>(&stand.window, "statusLine")->findChildren<QToolButton *>();
        for (const QToolButton *part : parts)
            QVERIFY2(!part->isVisible() || part->width() >= part->sizeHint().width(), qPrintable(part->objectName()));
        QCOMPARE(bots->text(), QStringLiteral("1/7"));
        QCOMPARE(bots->accessibleName(), words);
        stand.languages.choose(QStringLiteral("en"));
    }
    void theTrayIsSwitchedOffAndTheStatusLineSaysItAllTheSame()
    {
        Stand stand;
        stand.start();
        (void)stand.fake.settings.set(Setting::Language, QStringLiteral("en")); // every setting is followed, whichever changes
        (void)stand.fake.settings.set(Setting::NotifyBots, QStringLiteral("false"));
        QTRY_VERIFY(!stand.tray.isShown);
        auto *alarm = child<QToolButton>(&stand.window, "status-alarm");
        QVERIFY(alarm->isVisible());
        QCOMPARE(alarm->text(), QStringLiteral("4 bots need you"));
        QVERIFY(alarm->toolTip().contains(QStringLiteral("duyuru replica: conflict")));
        stand.window.resize(900, 640); // no room for words
        settle();
        QCOMPARE(alarm->text(), QStringLiteral("4"));
        QCOMPARE(alarm->accessibleName(), QStringLiteral("4 bots need you"));
        stand.window.resize(1280, 800);
        settle();
        QTest::mouseClick(alarm, Qt::LeftButton);
        QCOMPARE(stand.window.currentPanel(), QStringLiteral("bots"));
        for (const int bot : {1, 3, 5})
            stand.become(bot, BotState::Stopped);
        settle();
        QCOMPARE(alarm->text(), QStringLiteral("kulüp betiği: failed"));
        stand.become(6, BotState::Stopped);
        settle();
        QVERIFY(!alarm->isVisible());
        stand.become(0, BotState::Failed);
        stand.passASecond();
        QVERIFY(stand.tray.said.isEmpty());
        QVERIFY(alarm->isVisible());
    }

    void droppingTheEngineLeavesNothingOfIt()
    {
        Stand stand;
        stand.start();
        for (const PanelRow &row : panelRows())
            stand.window.goTo(name(row));
        stand.window.dropConsole();
        stand.window.showStopping();
        QVERIFY(!stand.window.findChild<Panel *>());
        Q_EMIT stand.fake.api.changed(stand.fake.api.state);
        settle();
        QVERIFY(!child<QToolButton>(&stand.window, "status-api")->isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
