// SPDX-License-Identifier: GPL-3.0-or-later
// The bots panel by clicks and keys: the list in place, adding, restart times, texts with their preview, what was sent and what
// a person decides on it, words in both languages, hostile names and many of them.
#include "bots/kinds/introduction.h"
#include "fakeconsole.h"
#include "panels/bots/botsmodel.h"
#include "panels/bots/botspanel.h"
#include "panels/bots/chatpreview.h"
#include "panels/bots/deliveriesmodel.h"
#include "panels/bots/herokuappview.h"
#include "panels/bots/introductiondraft.h"
#include "panels/bots/tokenfield.h"
#include "theme/tokens.h"
#include "widgets/elidedlabel.h"
#include "widgets/errorstrip.h"
#include "widgets/factlist.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"
#include "widgets/toast.h"
#include "words/botwords.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

using namespace kule;

namespace {

enum class Day { Empty, Full };

class Stand
{
public:
    explicit Stand(Day day = Day::Full, const char *language = "en")
        : languages(*qApp)
    {
        languages.choose(QString::fromLatin1(language));
        if (day == Day::Full)
            fake.fill();
        panel = std::make_unique<BotsPanel>(fake.console());
        panel->resize(1200, 800);
        panel->QWidget::show();
        settle();
    }
    ~Stand()
    {
        panel.reset();
        languages.choose(QStringLiteral("en"));
    }

    template <class W>
    W *at(const char *name) const
    {
        return child<W>(panel.get(), name);
    }
    BotsModel *model() const { return static_cast<BotsModel *>(at<TableView>("botTable")->model()); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    BotView &bot(int i) { return fake.bots.all[static_cast<std::size_t>(i)]; }
    void click(const char *name) const
    {
        QTest::mouseClick(at<QPushButton>(name), Qt::LeftButton);
        settle();
    }
    void clickTool(const char *name) const
    {
        QTest::mouseClick(at<QToolButton>(name), Qt::LeftButton);
        settle();
    }
    void openRow(int row)
    {
        auto *table = at<TableView>("botTable");
        table->setFocus();
        table->setCurrentIndex(model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        settle();
    }
    void tab(int which)
    {
        at<QTabWidget>("botTabs")->setCurrentIndex(which);
        settle();
    }
    void openHeroku(int row)
    {
        panel->show(QStringLiteral("heroku"));
        settle();
        auto *table = at<TableView>("herokuTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        settle();
    }
    void confirm(const char *button = "confirmYes")
    {
        QTest::mouseClick(child<QPushButton>(child<QDialog>(panel.get(), "confirm"), button), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        settle();
    }
    void type(const char *name, const QString &text)
    {
        auto *edit = at<QLineEdit>(name);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    /// The moment after the last key, when the token is looked at.
    void pause()
    {
        fake.clock.advance(TokenField::pause);
        settle();
    }
    QString errorBeneath(const char *name) const
    {
        auto *label = at<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }

    FakeConsole fake;
    Languages languages;
    std::unique_ptr<BotsPanel> panel;
};

constexpr int overviewTab = 0, textsTab = 1, sourceTab = 2, sentTab = 3, subscriptionsTab = 4, logTab = 5;

} // namespace

class TestBotsPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatBecameOfAMessageIsSaidInWords()
    {
        for (const char *code : {"engine.interrupted", "net.unreachable", "net.timeout", "delivery.source_gone", "delivery.nothing_to_edit"})
            QVERIFY2(deliveryErrorText(code) != QLatin1String(code), code);
        QVERIFY(endingText("migrated") != QLatin1String("migrated"));
    }
    void saysHowEachDoes_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QStringList>("states");
        QTest::newRow("en") << QByteArray("en") << QStringList{QStringLiteral("running"), QStringLiteral("conflict"), QStringLiteral("waits to retry"), QStringLiteral("token refused"), QStringLiteral("stopped"), QStringLiteral("failed"), QStringLiteral("failed")};
        QTest::newRow("tr") << QByteArray("tr") << QStringList{QStringLiteral("çalışıyor"), QStringLiteral("çakışma"), QStringLiteral("yeniden deneyecek"), QStringLiteral("belirteç reddedildi"), QStringLiteral("durdu"), QStringLiteral("başarısız"), QStringLiteral("başarısız")};
    }
    void saysHowEachDoes()
    {
        QFETCH(QByteArray, language);
        QFETCH(QStringList, states);
        Stand stand(Day::Full, language.constData());
        QStringList said;
        for (int row = 0; row < stand.model()->rowCount(); ++row)
            said << stand.cell(row, BotsModel::State);
        QCOMPARE(said, states);
        QCOMPARE(stand.cell(0, BotsModel::Username), QStringLiteral("@kurum_tanitim_bot"));
        QCOMPARE(stand.cell(0, BotsModel::Restarts), QStringLiteral("2"));
        QVERIFY(!stand.cell(0, BotsModel::NextRestart).isEmpty());
        QCOMPARE(stand.cell(0, BotsModel::Updates), QStringLiteral("42"));
        QCOMPARE(stand.cell(0, BotsModel::Latency), QStringLiteral("38 ms"));
        QCOMPARE(stand.cell(2, BotsModel::Errors), QStringLiteral("4"));
        QVERIFY(stand.cell(0, BotsModel::Errors).isEmpty()); // nothing stands out where nothing went wrong
        QVERIFY(stand.cell(6, BotsModel::Updates).isEmpty()); // nobody sees what a script receives
    }
    void theFiguresAreThereAtAnOrdinaryWidth()
    {
        Stand stand;
        auto *table = stand.at<TableView>("botTable");
        stand.panel->resize(1096, 700); // of a window of 1280
        settle();
        for (const int column : {BotsModel::State, BotsModel::Name, BotsModel::Kind, BotsModel::Remark, BotsModel::Updates, BotsModel::Latency, BotsModel::Errors, BotsModel::NextRestart})
            QVERIFY2(!table->isColumnHidden(column), qPrintable(QString::number(column)));
    }
    void rowsChangeInPlaceAndNothingIsReset()
    {
        Stand stand;
        const QAbstractItemModelTester tester(stand.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(stand.model(), &QAbstractItemModel::modelReset);
        QSignalSpy changes(stand.model(), &QAbstractItemModel::dataChanged);
        stand.openRow(0);
        changes.clear();
        stand.bot(0).condition.state = BotState::Draining;
        stand.fake.bots.tell(stand.bot(0));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(stand.cell(0, BotsModel::State), QStringLiteral("finishing"));
        QCOMPARE(child<QWidget>(stand.panel.get(), "botDetail")->findChild<StateLabel *>()->look().word, QStringLiteral("finishing"));
        BotView made;
        made.bot.id = {QStringLiteral("new-one")};
        made.bot.name = QStringLiteral("yeni");
        stand.fake.bots.tell(made);
        QCOMPARE(stand.model()->rowCount(), 8);
        QCOMPARE(stand.at<TableView>("botTable")->current().row(), 0);
        Q_EMIT stand.fake.bots.removed(made.bot.id);
        QCOMPARE(stand.model()->rowCount(), 7);
        QCOMPARE(resets.size(), 0);
    }
    void theNextTryIsCountedDown()
    {
        Stand stand;
        QVERIFY2(stand.cell(1, BotsModel::Remark).startsWith(QStringLiteral("next try in 94 s")), qPrintable(stand.cell(1, BotsModel::Remark)));
        QSignalSpy changes(stand.model(), &QAbstractItemModel::dataChanged);
        stand.fake.clock.advance(std::chrono::seconds(10));
        QVERIFY(changes.wait(5000));
        QVERIFY(stand.cell(1, BotsModel::Remark).startsWith(QStringLiteral("next try in 84 s")));
        stand.openRow(1);
        QCOMPARE(stand.at<QLabel>("botReasonNext")->text(), QStringLiteral("next try in 84 s"));
    }
    void theFilterShowsWhatFits()
    {
        Stand stand;
        const auto rowsFor = [&stand](const char *filter) {
            stand.panel->show(u'?' + QString::fromUtf8(filter));
            return stand.model()->rowCount();
        };
        QCOMPARE(rowsFor("state:trouble"), 5);
        QCOMPARE(rowsFor("kind:announcements"), 1);
        QCOMPARE(rowsFor("mode:prod"), 1);
        QCOMPARE(rowsFor("KUTUPHANE"), 0); // ü is no u
        QCOMPARE(rowsFor("-state:running tanit"), 0);
        QCOMPARE(rowsFor("DENEME"), 1);
        QVERIFY(!stand.at<QLabel>("filterError")->isVisible());
        stand.panel->show(QStringLiteral("?nothing like this"));
        QVERIFY(stand.at<QWidget>("botsNoMatch")->isVisible());
        QTest::mouseClick(child<QPushButton>(stand.at<QWidget>("botsNoMatch"), "emptyAction"), Qt::LeftButton);
        QCOMPARE(stand.model()->rowCount(), 7);
    }
    void oneThatComesToFitAppears()
    {
        Stand stand;
        stand.panel->show(QStringLiteral("?state:failed kind:introduction"));
        QCOMPARE(stand.model()->rowCount(), 1);
        stand.bot(0).condition.state = BotState::Failed;
        stand.fake.bots.tell(stand.bot(0));
        QCOMPARE(stand.model()->rowCount(), 2);
        stand.bot(0).condition.state = BotState::Running;
        stand.fake.bots.tell(stand.bot(0));
        QCOMPARE(stand.model()->rowCount(), 1);
    }
    void startsStopsAndRestartsByButtonsAndMenus()
    {
        Stand stand;
        stand.openRow(4);
        QCOMPARE(stand.at<QPushButton>("botMain")->text(), QStringLiteral("Start"));
        stand.click("botMain");
        stand.openRow(0);
        QCOMPARE(stand.at<QPushButton>("botMain")->text(), QStringLiteral("Stop"));
        stand.click("botMain");
        stand.at<QAction>("restartBot")->trigger();
        settle();
        stand.at<TableView>("botTable")->selectAll();
        stand.at<QAction>("startBots")->trigger();
        settle();
        QStringList asked = stand.fake.bots.asked;
        for (QString &deed : asked)
            deed.remove(QStringLiteral("7d1e4b2a-90c4-4f11-8a2")).remove(QStringLiteral("-0c5d6e7f8a9b by console"));
        QCOMPARE(asked.join(u','), QStringLiteral("start 4,stop 0,restart 0,start 1,start 2,start 3,start 4,start 5,start 6"));
    }
    void whatIsDoneAboutAConflictIsSaidUntilItIsDone()
    {
        Stand stand;
        stand.openRow(1);
        auto *deed = stand.at<QPushButton>("botDeed-stop_process");
        stand.fake.bots.hold();
        stand.click("botDeed-stop_process");
        stand.confirm();
        QVERIFY(!deed->isEnabled());
        QCOMPARE(stand.at<QLabel>("botReasonNext")->text(), QStringLiteral("Being done…"));
        stand.fake.bots.release();
        settle();
        QVERIFY(deed->isEnabled());
        stand.fake.bots.hold();
        stand.fake.bots.failNext(ErrorKind::Forbidden, "bot.process_stays");
        stand.click("botDeed-stop_process");
        stand.confirm();
        stand.openRow(0);
        stand.fake.bots.release();
        settle();
        QVERIFY(!stand.at<ErrorStrip>("botProblem")->isVisible()); // it is no problem of this one
        QVERIFY(stand.panel->window()->findChild<Toast *>());
    }
    void anAppOfManyDynosIsLedTo()
    {
        Stand stand;
        stand.bot(1).condition.conflict = BotConflict{BotConflict::Who::Dyno, 0, {}, QStringLiteral("kurum-botlar")};
        stand.bot(1).deeds = {BotDeed::StopDyno};
        stand.fake.bots.tell(stand.bot(1));
        stand.openRow(1);
        QSignalSpy links(stand.panel.get(), &Panel::linkActivated);
        stand.fake.bots.failNext(ErrorKind::Conflict, "bot.many_dynos");
        stand.click("botDeed-stop_dyno");
        stand.confirm();
        QTest::mouseClick(child<QPushButton>(stand.at<ErrorStrip>("botProblem"), "errorButton"), Qt::LeftButton);
        QCOMPARE(links.value(0), QVariantList({QStringLiteral("bots"), QStringLiteral("heroku/kurum-botlar")}));
        stand.panel->show(links[0][1].toString());
        settle();
        QCOMPARE(stand.at<ElidedLabel>("herokuName")->text(), QStringLiteral("kurum-botlar"));
        QVERIFY(stand.at<TableView>("herokuDynos")->isVisible());
    }
    void aRefusalStandsInThePage()
    {
        Stand stand;
        stand.openRow(0);
        stand.fake.bots.failNext(ErrorKind::Unavailable, "store.refuses");
        stand.click("botMain");
        auto *strip = stand.at<ErrorStrip>("botProblem");
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->error()->code, QByteArray("store.refuses"));
    }
    void deletingAsksAndSaysWhatGoes()
    {
        Stand stand;
        stand.openRow(4);
        QTest::keyClick(stand.at<TableView>("botTable"), Qt::Key_Delete);
        QCOMPARE(child<QLabel>(stand.panel.get(), "confirmQuestion")->text(), QStringLiteral("Delete the bot eski etkinlikler?"));
        stand.confirm("confirmNo");
        QCOMPARE(stand.fake.bots.all.size(), 7U);
        QTest::keyClick(stand.at<TableView>("botTable"), Qt::Key_Delete);
        stand.confirm();
        QCOMPARE(stand.model()->rowCount(), 6);
        QVERIFY(!stand.at<QWidget>("botDetail")->isVisible());
    }
    void scalesFromItsPage()
    {
        Stand stand;
        stand.openRow(0);
        stand.tab(overviewTab);
        QVERIFY(!stand.at<QPushButton>("botScale")->isEnabled());
        stand.at<QSpinBox>("botChats")->setValue(8);
        stand.click("botScale");
        QCOMPARE(stand.fake.bots.all.front().bot.quantity, 8);
    }
    void anEmptyListLeadsOn()
    {
        Stand stand(Day::Empty);
        auto *empty = stand.at<QWidget>("botsEmpty");
        QVERIFY(empty->isVisible());
        QTest::mouseClick(child<QPushButton>(empty, "emptyAction"), Qt::LeftButton);
        QVERIFY(stand.at<QWidget>("botForm")->isVisible());
        QVERIFY(stand.at<QLineEdit>("botNameField")->hasFocus() || !stand.panel->isActiveWindow());
        QVERIFY(stand.panel->goBack());
        QVERIFY(!stand.at<QWidget>("botForm")->isVisible());
    }
    void addsOneWithItsTokenMasked()
    {
        Stand stand(Day::Empty);
        stand.panel->show(QStringLiteral("new"));
        auto *submit = stand.at<QPushButton>("botFormSubmit");
        QVERIFY(!submit->isEnabled());
        stand.type("botNameField", QStringLiteral("tanitim"));
        QVERIFY(!submit->isEnabled());
        stand.type("tokenField", QStringLiteral("123456:ABC-DEF"));
        QCOMPARE(stand.at<QLineEdit>("tokenField")->echoMode(), QLineEdit::Password);
        settle();
        QVERIFY(stand.at<QLabel>("tokenPlace")->text().contains(QStringLiteral("keychain")));
        stand.at<QSpinBox>("botQuantity")->setValue(3);
        stand.click("botFormSubmit");
        QCOMPARE(stand.fake.bots.asked.join(u','), QStringLiteral("check 123456:ABC-DEF -,create tanitim by console,scale bot-1 by console"));
        QCOMPARE(stand.fake.bots.all.front().bot.quantity, 3);
        const BotDraft &draft = stand.fake.bots.lastDraft;
        QVERIFY(draft.token && draft.token->matches("123456:ABC-DEF"));
        QVERIFY(draft.kind == BotKind::Introduction && draft.mode == BotMode::Dev && draft.wish == BotWish::Running);
        QVERIFY(Introduction::make(*draft.config, {}));
        QVERIFY(stand.at<QLineEdit>("tokenField")->text().isEmpty());
        QVERIFY(stand.at<QWidget>("botDetail")->isVisible());
        QCOMPARE(stand.model()->rowCount(), 1);
    }
    void aTokenIsCheckedAMomentAfterItIsTyped()
    {
        Stand stand(Day::Empty);
        stand.panel->show(QStringLiteral("new"));
        stand.type("botNameField", QStringLiteral("tanitim"));
        stand.type("tokenField", QStringLiteral("123456:ABC-DEF"));
        stand.fake.clock.advance(TokenField::pause - Milliseconds(1));
        settle();
        QVERIFY(stand.fake.bots.asked.isEmpty()); // not with each letter
        stand.pause();
        auto *owner = stand.at<StateLabel>("tokenOwner");
        QTRY_COMPARE(owner->look().word, QStringLiteral("@tanitim_bot, Tanıtım"));
        QCOMPARE(stand.fake.bots.asked.join(u','), QStringLiteral("check 123456:ABC-DEF -"));
        QVERIFY(!stand.at<QLabel>("tokenVerdict")->isVisible());
        // Somebody else receives its messages: said, and nothing to stop at.
        stand.fake.bots.owner->other = BotConflict{BotConflict::Who::Webhook, 0, QStringLiteral("bots.example.org"), {}};
        stand.type("tokenField", QStringLiteral("123456:OTHER"));
        stand.pause();
        QTRY_VERIFY(stand.at<QLabel>("tokenVerdict")->text().contains(QStringLiteral("bots.example.org")));
        QVERIFY(stand.at<QPushButton>("botFormSubmit")->isEnabled());
        QVERIFY(stand.fake.bots.all.empty());
    }
    void aTokenThatWillNotDoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("none") << QByteArray("bot.bad_token") << true;
        QTest::newRow("revoked") << QByteArray("telegram.unauthorised") << true;
        QTest::newRow("another bot has it") << QByteArray("bot.already_here") << true;
        QTest::newRow("another process runs it") << QByteArray("bot.runs_elsewhere") << true;
        QTest::newRow("no network") << QByteArray("net.unreachable") << false;
        QTest::newRow("Telegram is ill") << QByteArray("telegram.server_error") << false;
    }
    void aTokenThatWillNotDoIsRefused()
    {
        QFETCH(QByteArray, code);
        QFETCH(bool, isRefused);
        Stand stand(Day::Empty);
        stand.panel->show(QStringLiteral("new"));
        stand.type("botNameField", QStringLiteral("tanitim"));
        stand.fake.bots.owner = fail(ErrorKind::Conflict, code.constData(), text("Already run by tanıtım 2."));
        stand.type("tokenField", QStringLiteral("123456:ABC-DEF"));
        stand.click("botFormSubmit"); // before it was known
        auto *verdict = stand.at<QLabel>("tokenVerdict");
        QCOMPARE(stand.fake.bots.all.size(), std::size_t(isRefused ? 0 : 1));
        if (!isRefused)
            return;
        QVERIFY(verdict->isVisible() && verdict->text().contains(QStringLiteral("Already run by tanıtım 2.")));
        QVERIFY(!stand.at<QPushButton>("botFormSubmit")->isEnabled());
        QVERIFY(!stand.at<StateLabel>("tokenOwner")->isVisible());
        stand.fake.bots.owner = TokenOwner{7, QStringLiteral("x_bot"), QStringLiteral("X")};
        stand.type("tokenField", QStringLiteral("7:ABC"));
        QVERIFY(stand.at<QPushButton>("botFormSubmit")->isEnabled()); // another one is another matter
        stand.click("botFormSubmit");
        QCOMPARE(stand.fake.bots.all.size(), std::size_t(1));
    }
    void aLateVerdictIsNotOfAnotherToken()
    {
        Stand stand;
        stand.openRow(3);
        stand.click("botNewToken");
        stand.type("tokenField", QStringLiteral("9:NEW"));
        stand.click("botFormCancel");
        stand.panel->show(QStringLiteral("new"));
        stand.fake.bots.asked.clear();
        stand.pause();
        QVERIFY(stand.fake.bots.asked.isEmpty());
        QVERIFY(!stand.at<StateLabel>("tokenOwner")->isVisible());
    }
    void whatIsWrongStandsBeneathItsField_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("name taken") << QByteArray("bot.name_taken") << QByteArray("botNameFieldError");
        QTest::newRow("token") << QByteArray("bot.bad_token") << QByteArray("botTokenError");
        QTest::newRow("already here") << QByteArray("bot.already_here") << QByteArray("botTokenError");
        QTest::newRow("locked") << QByteArray("secrets.locked") << QByteArray("botTokenError");
        QTest::newRow("zone") << QByteArray("schedule.bad_timezone") << QByteArray("botRestartsError");
    }
    void whatIsWrongStandsBeneathItsField()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, place);
        Stand stand(Day::Empty);
        stand.panel->show(QStringLiteral("new"));
        stand.type("botNameField", QStringLiteral("tanitim"));
        stand.type("tokenField", QStringLiteral("123456:ABC-DEF"));
        stand.pause();
        QTRY_VERIFY(stand.at<StateLabel>("tokenOwner")->isVisible() && !stand.at<StateLabel>("tokenOwner")->look().isMoving);
        stand.fake.bots.failNext(ErrorKind::Invalid, code.constData());
        stand.click("botFormSubmit");
        QVERIFY(stand.errorBeneath(place.constData()).contains(QString::fromLatin1(code)));
        QVERIFY(stand.at<QWidget>("botForm")->isVisible());
        QCOMPARE(stand.at<QLineEdit>("tokenField")->text(), QStringLiteral("123456:ABC-DEF")); // not to be pasted twice
        stand.click("botFormSubmit");
        QCOMPARE(stand.model()->rowCount(), 1);
    }
    void whereSecretsAreLockedTheFormSaysSo()
    {
        Stand stand(Day::Empty);
        stand.fake.secrets.kept.problem = secreterror::locked(SecretPlace::Keychain);
        stand.panel->show(QStringLiteral("new"));
        settle();
        auto *strip = stand.at<ErrorStrip>("tokenProblem");
        QVERIFY(strip->isVisible());
        QSignalSpy link(stand.panel.get(), &Panel::linkActivated);
        QTest::mouseClick(child<QPushButton>(strip, "errorButton"), Qt::LeftButton);
        QCOMPARE(link.value(0).value(0).toString(), QStringLiteral("settings"));
    }
    void restartTimesSayWhenTheyCome()
    {
        Stand stand(Day::Empty);
        stand.panel->show(QStringLiteral("new"));
        auto *form = stand.at<QWidget>("botForm"); // an app of Heroku has such fields too
        auto *cron = child<QLineEdit>(form, "restartCron");
        auto *preset = child<QComboBox>(form, "restartPreset");
        auto *next = child<QLabel>(form, "restartNext");
        preset->setCurrentIndex(1);
        Q_EMIT preset->activated(1);
        child<QComboBox>(form, "restartZone")->setEditText(QStringLiteral("Europe/Istanbul"));
        QTRY_VERIFY2(next->text().count(QStringLiteral("04:00")) == 3, qPrintable(next->text()));
        const QString english = next->text();
        stand.languages.choose(QStringLiteral("tr"));
        settle();
        QVERIFY(next->text() != english && next->text().count(QStringLiteral("04:00")) == 3);
        stand.languages.choose(QStringLiteral("en"));
        preset->setCurrentIndex(preset->count() - 1);
        Q_EMIT preset->activated(preset->count() - 1);
        cron->clear();
        QTest::keyClicks(cron, QStringLiteral("61 4 * * *"));
        QTRY_COMPARE(next->property("kind").toString(), QStringLiteral("error"));
        stand.type("botNameField", QStringLiteral("x"));
        stand.type("tokenField", QStringLiteral("1:A"));
        QVERIFY(!stand.at<QPushButton>("botFormSubmit")->isEnabled());
        cron->clear();
        QTest::keyClicks(cron, QStringLiteral("30 3 * * 1"));
        QTRY_COMPARE(next->property("kind").toString(), QStringLiteral("muted"));
        stand.click("botFormSubmit");
        QCOMPARE(stand.fake.bots.lastDraft.restarts->cron, QStringLiteral("30 3 * * 1"));
        QCOMPARE(stand.fake.bots.lastDraft.restarts->timezone, QStringLiteral("Europe/Istanbul"));
    }
    void settingsOfOneKeepItsTokenUnlessItIsReplaced()
    {
        Stand stand;
        stand.openRow(3);
        QCOMPARE(stand.at<QPushButton>("botNewToken")->isVisible(), true);
        stand.at<QAction>("editBot")->trigger();
        settle();
        QVERIFY(!stand.at<QLineEdit>("tokenField")->isVisible());
        QVERIFY(!stand.at<QComboBox>("botKind")->isEnabled());
        stand.click("botFormSubmit");
        QVERIFY(!stand.fake.bots.lastDraft.token);
        stand.openRow(3);
        stand.click("botNewToken");
        QVERIFY(stand.at<QLineEdit>("tokenField")->isVisible());
        stand.type("tokenField", QStringLiteral("9:NEW"));
        stand.click("botFormSubmit");
        QVERIFY(stand.fake.bots.lastDraft.token->matches("9:NEW"));
    }
    void theReasonOffersWhatHelps()
    {
        Stand stand;
        const auto offered = [&stand] {
            QStringList names;
            for (const char *name : {"botDeed-stop_process", "botTryNow", "botNewToken", "botSecrets", "botFixSettings"}) {
                if (stand.at<QPushButton>(name)->isVisible())
                    names << QString::fromLatin1(name);
            }
            return names.join(u',');
        };
        stand.openRow(0);
        QVERIFY(!stand.at<QWidget>("botReason")->isVisible());
        stand.openRow(1);
        QCOMPARE(offered(), QStringLiteral("botDeed-stop_process,botTryNow"));
        QVERIFY(stand.at<QLabel>("botReasonSentence")->text().startsWith(QStringLiteral("Another program receives")));
        stand.openRow(3);
        QCOMPARE(offered(), QStringLiteral("botNewToken"));
        stand.openRow(5);
        QCOMPARE(offered(), QStringLiteral("botTryNow,botFixSettings"));
        SecretState locked = stand.fake.secrets.kept;
        locked.problem = secreterror::locked(SecretPlace::Keychain);
        Q_EMIT stand.fake.secrets.changed(locked);
        settle();
        QCOMPARE(offered(), QStringLiteral("botTryNow,botSecrets,botFixSettings"));
        stand.click("botTryNow");
        QVERIFY(stand.fake.bots.asked.last().startsWith(QStringLiteral("start ")));
    }

    void aLongReasonIsReadWholeInANarrowWindow()
    {
        for (const char *language : {"en", "tr"}) {
            Stand stand(Day::Full, language);
            BotView &bot = stand.bot(1);
            const Text usual = bot.condition.reason;
            const Text lengthy = text("%1", QStringLiteral("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running. ").repeated(4));
            const std::pair<QSize, Text> cases[] = {{QSize(844, 612), lengthy}, {QSize(1200, 800), lengthy}, {QSize(844, 612), usual}}; // of a window of 900×640, and a wide one
            for (const auto &[size, reason] : cases) {
                bot.condition.reason = reason;
                stand.panel->setFixedSize(size); // as within a window, which asks nobody how small it may be
                stand.fake.bots.tell(bot);
                stand.openRow(1);
                auto *sentence = stand.at<QLabel>("botReasonSentence");
                QVERIFY(sentence->isVisible());
                QTRY_VERIFY2(sentence->height() >= sentence->heightForWidth(sentence->width()), qPrintable(QStringLiteral("%1 of %2 at %3×%4, part %5").arg(sentence->height()).arg(sentence->heightForWidth(sentence->width())).arg(size.width()).arg(size.height()).arg(stand.at<QWidget>("botDetail")->height())));
            }
        }
    }
    void whoIsInTheWayIsStoppedAfterAQuestion()
    {
        Stand stand;
        stand.openRow(1);
        QCOMPARE(stand.at<QPushButton>("botDeed-stop_process")->text(), QStringLiteral("Stop process 4711…"));
        stand.click("botDeed-stop_process");
        QVERIFY(child<QLabel>(stand.panel.get(), "confirmDetail")->text().contains(QStringLiteral("4711")));
        stand.confirm("confirmNo");
        QVERIFY(stand.fake.bots.asked.filter(QStringLiteral("stop_process")).isEmpty());
        stand.click("botDeed-stop_process");
        stand.confirm();
        QCOMPARE(stand.fake.bots.asked.filter(QStringLiteral("stop_process")).size(), 1);
    }
    void aScriptIsEditedAsItsCommandLine()
    {
        Stand stand;
        stand.openRow(6);
        stand.at<QAction>("editBot")->trigger();
        settle();
        QCOMPARE(stand.at<QLineEdit>("scriptCommand")->text(), QStringLiteral("python3 \"kulup bot.py\" --quiet"));
        stand.at<QPlainTextEdit>("scriptEnvironment")->setPlainText(QStringLiteral("MODE=prod\nEMPTY="));
        const Json before = stand.bot(6).bot.config;
        stand.click("botFormSubmit");
        Json wanted = before;
        wanted["environment"] = {{"MODE", "prod"}, {"EMPTY", ""}};
        QVERIFY(stand.bot(6).bot.config == wanted);
        QVERIFY(stand.at<QPushButton>("botEnvironment")->isVisible());
        stand.click("botEnvironment");
        QVERIFY(!stand.fake.bots.asked.filter(QStringLiteral("nvironment")).isEmpty());
    }
    void aScriptNeedsACommandAndNoToken()
    {
        Stand stand(Day::Empty);
        stand.panel->show(QStringLiteral("new"));
        auto *kind = stand.at<QComboBox>("botKind");
        kind->setCurrentIndex(kind->findData(static_cast<int>(BotKind::Script)));
        stand.type("botNameField", QStringLiteral("betik"));
        QVERIFY(!stand.at<QPushButton>("botFormSubmit")->isEnabled());
        stand.type("scriptCommand", QStringLiteral("python3 tanitim.py"));
        stand.click("botFormSubmit");
        QVERIFY(stand.fake.bots.lastDraft.config == (Json{{"command", {"python3", "tanitim.py"}}, {"token_env", "TOKEN"}}));
    }
    void aProcfileBecomesBots()
    {
        Stand stand(Day::Empty);
        QTest::mouseClick(stand.at<QPushButton>("botsEmptyImport"), Qt::LeftButton);
        QVERIFY(stand.at<QWidget>("procfileForm")->isVisible());
        stand.at<QPlainTextEdit>("procfileText")->setPlainText(QStringLiteral("tanitim: python3 tanitim.py\nnonsense"));
        stand.click("procfileSubmit");
        QVERIFY(!stand.fake.bots.asked.filter(QStringLiteral("rocfile")).isEmpty() || !stand.fake.bots.asked.isEmpty());
        QVERIFY(stand.panel->goBack());
    }

    void aSourceIsTriedBeforeAnythingIsSent()
    {
        Stand stand;
        stand.openRow(1);
        stand.tab(sourceTab);
        QCOMPARE(child<QLineEdit>(stand.at<QWidget>("sourceTab"), "sourceUrl")->text(), QStringLiteral("https://www.example.org/duyurular"));
        stand.click("sourceTry");
        QVERIFY(stand.fake.bots.asked.last().startsWith(QStringLiteral("preview ")) && stand.fake.bots.asked.last().endsWith(QStringLiteral(" -")));
        QCOMPARE(stand.at<TableView>("sourceTable")->model()->rowCount(), 3);
        QVERIFY(stand.at<ChatPreview>("sourceChatPreview")->text().startsWith(QStringLiteral("DUYURU:")));
        stand.at<QComboBox>("sourceLanguage")->setCurrentIndex(1);
        QVERIFY(stand.at<ChatPreview>("sourceChatPreview")->text().startsWith(QStringLiteral("ANNOUNCEMENT:")));
        auto *items = child<QLineEdit>(stand.at<QWidget>("sourceTab"), "sourceItems");
        items->clear();
        QTest::keyClicks(items, QStringLiteral("ul.news a"));
        stand.click("sourceTry");
        QVERIFY(stand.fake.bots.asked.last().contains(QStringLiteral("ul.news a")));
        QVERIFY(stand.at<QPushButton>("sourceDiscard")->isVisible());
        stand.openRow(0);
        stand.openRow(1);
        QCOMPARE(items->text(), QStringLiteral("ul.news a")); // kept
        stand.fake.bots.failNext(ErrorKind::Invalid, "source.bad_selector");
        stand.click("sourceTry");
        QVERIFY(stand.at<ErrorStrip>("sourceProblem")->isVisible());
        stand.click("sourceSave");
        QCOMPARE(stand.bot(1).bot.config["source"]["items"].get<QString>(), QStringLiteral("ul.news a"));
        QVERIFY(!stand.at<QPushButton>("sourceDiscard")->isVisible());
    }
    void appsOfHerokuAreSeenAndActedOnAfterAQuestion()
    {
        Stand stand;
        stand.openHeroku(1);
        QTRY_COMPARE(stand.at<TableView>("herokuDynos")->model()->rowCount(), 2);
        QVERIFY(stand.at<QLabel>("herokuLimit")->text().contains(QStringLiteral("4,381")));
        stand.click("herokuStop");
        QVERIFY(child<QLabel>(stand.panel.get(), "confirmDetail")->text().contains(QStringLiteral("to 0")));
        stand.confirm("confirmNo");
        QVERIFY(stand.fake.heroku.asked.isEmpty() || stand.fake.heroku.asked.filter(QStringLiteral("perform")).isEmpty());
        stand.at<QSpinBox>("herokuQuantity")->setValue(3);
        stand.click("herokuScale");
        stand.confirm();
        QTRY_COMPARE(stand.at<TableView>("herokuDynos")->model()->rowCount(), 3);
        stand.at<QTabWidget>("herokuTabs")->setCurrentIndex(2);
        settle();
        QTRY_VERIFY(stand.at<QPlainTextEdit>("herokuLog")->toPlainText().contains(QStringLiteral("Bot çalışıyor")));
    }
    void aSourceIsNeverWiderThanItsPlace_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("en") << QByteArray("en");
        QTest::newRow("tr") << QByteArray("tr");
    }
    void aSourceIsNeverWiderThanItsPlace()
    {
        QFETCH(QByteArray, language);
        Stand stand(Day::Full, language.constData());
        stand.openRow(1);
        stand.tab(sourceTab);
        const auto *area = stand.at<QWidget>("sourceTab")->findChild<QScrollArea *>();
        stand.click("sourceTry");
        stand.panel->resize(940, 772);
        settle();
        QVERIFY2(area->widget()->width() <= area->viewport()->width(), qPrintable(QString::number(area->widget()->width())));
    }
    void whatWasMeantForOneAppOfHerokuIsNotAskedOnAnothersPage()
    {
        Stand stand;
        stand.openHeroku(1);
        stand.fake.heroku.hold();
        stand.click("herokuStop");
        stand.openHeroku(0);
        stand.fake.heroku.release();
        settle();
        QVERIFY(!stand.panel->findChild<QDialog *>(QStringLiteral("confirm")));
        stand.openHeroku(1);
        stand.click("herokuStop");
        QVERIFY(child<QLabel>(stand.panel.get(), "confirmQuestion")->text().contains(QStringLiteral("kurum-botlar")));
        stand.fake.heroku.hold();
        stand.confirm();
        stand.openHeroku(0);
        stand.fake.heroku.release();
        settle();
        QCOMPARE(stand.at<QLabel>("herokuLimit")->text(), QStringLiteral("given by the environment"));
        QCOMPARE(stand.fake.heroku.asked.filter(QStringLiteral("worker: 2 → 0")).size(), 1);
    }
    void aSlowHerokuIsSaidToBeAsked()
    {
        Stand stand;
        stand.panel->show(QStringLiteral("heroku"));
        settle();
        stand.fake.heroku.hold();
        stand.openHeroku(1);
        auto *limit = stand.at<QLabel>("herokuLimit");
        QVERIFY(!limit->isVisible());
        stand.fake.clock.advance(HerokuAppView::patience);
        QTRY_COMPARE(limit->text(), QStringLiteral("asking Heroku…"));
        QVERIFY(limit->isVisible());
        stand.fake.heroku.release();
        QTRY_VERIFY(limit->text().startsWith(QStringLiteral("4,381")));
    }
    void whatHerokuRefusedGoesWithTheNextLook()
    {
        Stand stand;
        stand.openHeroku(1);
        auto *problem = stand.at<ErrorStrip>("herokuProblem");
        stand.fake.heroku.failNext(ErrorKind::Conflict, "heroku.nothing_to_do");
        stand.click("herokuRestartAll");
        QVERIFY(problem->isVisible());
        QTest::mouseClick(child<QPushButton>(problem, "errorButton"), Qt::LeftButton);
        settle();
        QVERIFY(!problem->isVisible());
        stand.at<QTabWidget>("herokuTabs")->setCurrentIndex(2);
        stand.fake.heroku.failNext(ErrorKind::Unavailable, "heroku.no_log");
        stand.click("herokuLoadLog");
        QVERIFY(problem->isVisible());
        stand.click("herokuLoadLog");
        QVERIFY(!problem->isVisible());
    }
    void theNumberOfDynosFollowsWhatHerokuSays()
    {
        Stand stand;
        stand.openHeroku(1);
        auto *quantity = stand.at<QSpinBox>("herokuQuantity");
        QCOMPARE(quantity->value(), 2);
        stand.click("herokuStop");
        stand.confirm();
        QTRY_COMPARE(quantity->value(), 0);
        QVERIFY(!stand.at<QPushButton>("herokuScale")->isEnabled());
        quantity->setValue(5);
        stand.click("herokuMain");
        QCOMPARE(quantity->value(), 5); // as somebody is about to say
        stand.fake.heroku.all[QStringLiteral("kurum-botlar")].formation[1].quantity = 400;
        stand.click("herokuMain");
        stand.at<TableView>("herokuFormation")->selectRow(1);
        QCOMPARE(quantity->value(), 400);
    }
    void inALowWindowHerokuIsScrolled()
    {
        Stand stand;
        stand.panel->resize(600, 420);
        stand.openHeroku(1);
        auto *dynos = stand.at<TableView>("herokuDynos");
        QVERIFY(dynos->viewport()->height() >= 2 * rowHeight);
        QVERIFY(!stand.at<TableView>("herokuTable")->isVisible());
        QVERIFY(stand.panel->goBack());
        QVERIFY(stand.at<TableView>("herokuTable")->isVisible());
    }
    void theCommandForAnAppOfHerokuSaysWhatTheApiWants()
    {
        Stand stand(Day::Empty);
        QVERIFY(child<ElidedLabel>(stand.at<QWidget>("herokuEmpty"), "emptyCommand")->text().contains(QStringLiteral("'{\"name\": \"my-bots\", \"token\": ")));
    }
    void aFormGivesTheFocusBackToTheList()
    {
        Stand stand;
        stand.openRow(0);
        for (const bool isSaved : {false, true}) {
            stand.at<QAction>("editBot")->trigger();
            settle();
            stand.at<QLineEdit>("botNameField")->setFocus();
            stand.click(isSaved ? "botFormSubmit" : "botFormCancel");
            QVERIFY2(stand.panel->focusWidget() == stand.at<TableView>("botTable"), isSaved ? "saved" : "cancelled");
        }
    }
    void anAppOfHerokuIsOpenAgainOnceItIsLookedAt()
    {
        Stand stand;
        stand.openHeroku(1);
        const Json state = stand.panel->saveState();
        BotsPanel again(stand.fake.console());
        again.restoreState(state);
        QVERIFY(again.saveState()["heroku"] == state["heroku"]);
        again.resize(1200, 800);
        again.QWidget::show();
        settle();
        QCOMPARE(child<ElidedLabel>(&again, "herokuName")->text(), QStringLiteral("kurum-botlar"));
        QVERIFY(child<TableView>(&again, "herokuDynos")->isVisible());
    }
    void aTokenOfHerokuThatIsNotKeptIsForgotten()
    {
        Stand stand;
        stand.panel->show(QStringLiteral("heroku"));
        stand.click("herokuAdd");
        stand.type("herokuTokenField", QStringLiteral("HRKU-0123456789"));
        stand.click("herokuCancel");
        QVERIFY(stand.at<QLineEdit>("herokuTokenField")->text().isEmpty());
    }
    void anAppOfHerokuIsAddedWithItsTokenMasked()
    {
        Stand stand(Day::Empty);
        QTest::mouseClick(stand.at<QPushButton>("botsEmptyHeroku"), Qt::LeftButton);
        settle();
        QVERIFY(stand.at<QWidget>("herokuEmpty")->isVisible());
        QTest::mouseClick(child<QPushButton>(stand.at<QWidget>("herokuEmpty"), "emptyAction"), Qt::LeftButton);
        stand.type("herokuName", QStringLiteral("my-bots"));
        stand.type("herokuTokenField", QStringLiteral("HRKU-0123456789"));
        stand.click("herokuKeep");
        QVERIFY(stand.fake.heroku.tokens.at(QStringLiteral("my-bots"))->matches("HRKU-0123456789"));
        QVERIFY(stand.at<QLineEdit>("herokuTokenField")->text().isEmpty());
    }

    void textsAreEditedWithAPreview()
    {
        Stand stand;
        stand.openRow(0);
        stand.tab(textsTab);
        auto *list = stand.at<QListWidget>("commandList");
        auto *preview = stand.at<ChatPreview>("textsPreview");
        QCOMPARE(list->count(), 6);
        QVERIFY(preview->text().startsWith(QStringLiteral("/start\nMerhaba!")));
        QVERIFY(preview->text().contains(QStringLiteral("Başka bir sorunuz var mı?\nEvet\nHayır")));
        stand.at<QComboBox>("textLanguage")->setCurrentIndex(1);
        QVERIFY(preview->text().startsWith(QStringLiteral("/start\nHello!")));
        stand.at<QPlainTextEdit>("commandText")->setPlainText(QStringLiteral("Welcome 👋"));
        QVERIFY(stand.at<QPushButton>("textsSave")->isEnabled());
        QTRY_VERIFY(preview->text().contains(QStringLiteral("Welcome 👋")));
        stand.type("previewTry", QStringLiteral("what is this"));
        QTest::keyClick(stand.at<QLineEdit>("previewTry"), Qt::Key_Return);
        QVERIFY(preview->text().startsWith(QStringLiteral("what is this\n/hakkinda"))); // help
        stand.click("textsSave");
        const IntroductionDraft saved = IntroductionDraft::of(stand.bot(0).bot.config);
        QCOMPARE(saved.commands.front().text.english, QStringLiteral("Welcome 👋"));
        QVERIFY(saved.commands.front().text.turkish.startsWith(QStringLiteral("Merhaba!")));
        QVERIFY(!stand.at<QPushButton>("textsSave")->isEnabled());
        QCOMPARE(stand.at<QLabel>("textsStatus")->text(), QStringLiteral("Version 4"));
    }
    void formerTextsAreLookedAtAndGoneBackTo()
    {
        Stand stand;
        Json former = Introduction::sample();
        former["commands"][0]["text"]["tr"] = "Eskiden böyleydi";
        stand.fake.bots.saved = {{3, stand.fake.clock.wallMs() - 60'000, QStringLiteral("console"), stand.bot(0).bot.config},
                                 {2, stand.fake.clock.wallMs() - 3'600'000, QStringLiteral("ayşe"), former},
                                 {1, stand.fake.clock.wallMs() - 7'200'000, QStringLiteral("ci"), {{"commands", 7}}}};
        stand.openRow(0);
        stand.tab(textsTab);
        auto *preview = stand.at<ChatPreview>("textsPreview");
        stand.clickTool("textsVersions");
        auto *table = stand.at<TableView>("versionTable");
        QCOMPARE(table->model()->rowCount(), 3);
        QVERIFY(!stand.at<QPushButton>("versionRestore")->isEnabled()); // it has this one
        QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("this window"));
        QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("ayşe"));
        table->setCurrentIndex(table->model()->index(1, 0));
        settle();
        QVERIFY(preview->text().contains(QStringLiteral("Eskiden böyleydi")));
        QVERIFY(preview->text().contains(QStringLiteral("/help"))); // all of it
        stand.at<QComboBox>("textLanguage")->setCurrentIndex(1);
        QVERIFY(!preview->text().contains(QStringLiteral("Eskiden")));
        table->setCurrentIndex(table->model()->index(2, 0)); // one that this Kule does not understand
        settle();
        QVERIFY(!preview->text().contains(QStringLiteral("/start")));
        table->setCurrentIndex(table->model()->index(1, 0));
        settle();
        stand.click("versionRestore");
        QVERIFY(stand.bot(0).bot.config == former);
        QVERIFY(!table->isVisible());
        stand.at<QComboBox>("textLanguage")->setCurrentIndex(0);
        QVERIFY(preview->text().contains(QStringLiteral("Eskiden böyleydi")));
        // A refusal stands there, and another bot has versions of its own.
        stand.clickTool("textsVersions");
        table->setCurrentIndex(table->model()->index(2, 0));
        settle();
        stand.fake.bots.failNext(ErrorKind::Invalid, "bot.bad_config");
        stand.click("versionRestore");
        QVERIFY(stand.at<ErrorStrip>("versionsProblem")->isVisible());
        stand.openRow(2);
        QVERIFY(!table->isVisible());
    }
    void itsLogIsSearched()
    {
        Stand stand;
        stand.openRow(6);
        stand.tab(logTab);
        auto *search = stand.at<QLineEdit>("logSearch");
        QVERIFY(search->isVisible());
        QTest::keyClicks(search, QStringLiteral("keyerror"));
        QTRY_VERIFY(stand.fake.bots.asked.contains(QStringLiteral("search keyerror")));
    }
    void commandsAreAddedMovedAndDeleted()
    {
        Stand stand;
        stand.openRow(0);
        stand.tab(textsTab);
        auto *list = stand.at<QListWidget>("commandList");
        list->setCurrentRow(1);
        stand.clickTool("commandAdd");
        QCOMPARE(list->count(), 7);
        QTRY_COMPARE(stand.at<QLabel>("textsStatus")->property("kind").toString(), QStringLiteral("error")); // it has no name yet
        QVERIFY(!stand.at<QPushButton>("textsSave")->isEnabled());
        stand.type("commandName", QStringLiteral("/adres"));
        stand.at<QPlainTextEdit>("commandText")->setPlainText(QStringLiteral("Ankara"));
        stand.clickTool("commandUp");
        QTRY_VERIFY(stand.at<QPushButton>("textsSave")->isEnabled());
        list->setCurrentRow(list->count() - 2);
        stand.clickTool("commandRemove");
        stand.click("textsSave");
        QStringList names;
        for (const auto &command : IntroductionDraft::of(stand.bot(0).bot.config).commands)
            names << command.name;
        QCOMPARE(names.join(u' '), QStringLiteral("start adres help hakkinda web"));
    }
    void whatIsNotSavedIsKeptForEachBot()
    {
        Stand stand;
        stand.openRow(0);
        stand.tab(textsTab);
        auto *text = stand.at<QPlainTextEdit>("commandText");
        text->setPlainText(QStringLiteral("yarım kaldı"));
        QTRY_VERIFY(stand.at<QPushButton>("textsDiscard")->isVisible());
        QTRY_VERIFY(stand.panel->saveState().dump().find("yarım kaldı") != std::string::npos);
        stand.openRow(2);
        QVERIFY(text->toPlainText() != QStringLiteral("yarım kaldı"));
        stand.openRow(0);
        QCOMPARE(text->toPlainText(), QStringLiteral("yarım kaldı"));
        // Changed elsewhere meanwhile: both are there, and it is said.
        stand.bot(0).bot.version = 9;
        stand.bot(0).bot.config["commands"][0]["text"]["tr"] = "onların";
        stand.fake.bots.tell(stand.bot(0));
        QCOMPARE(text->toPlainText(), QStringLiteral("yarım kaldı"));
        QVERIFY(stand.at<QLabel>("textsStatus")->text().contains(QStringLiteral("changed elsewhere")));
        // A restart of the window.
        const Json state = stand.panel->saveState();
        BotsPanel again(stand.fake.console());
        again.restoreState(state);
        again.resize(1200, 800);
        again.QWidget::show();
        settle();
        QCOMPARE(child<QPlainTextEdit>(&again, "commandText")->toPlainText(), QStringLiteral("yarım kaldı"));
        stand.click("textsDiscard");
        stand.confirm();
        QCOMPARE(text->toPlainText(), QStringLiteral("onların"));
        QVERIFY(!stand.at<QPushButton>("textsDiscard")->isVisible());
    }
    void theSampleIsOneClick()
    {
        Stand stand;
        stand.bot(0).bot.config = Json{{"commands", {{{"command", "start"}, {"text", {{"tr", "a"}}}}}}};
        stand.panel->refresh();
        stand.openRow(0);
        stand.tab(textsTab);
        QCOMPARE(stand.at<QListWidget>("commandList")->count(), 2);
        stand.click("textsSample");
        QCOMPARE(stand.at<QListWidget>("commandList")->count(), 6);
        QTRY_VERIFY(stand.at<QPushButton>("textsSave")->isEnabled());
        stand.click("textsSave");
        QVERIFY(stand.bot(0).bot.config == IntroductionDraft::of(Introduction::sample()).config());
    }
    void aDraftIsWhatItWasReadFrom()
    {
        Json config = Introduction::sample();
        config["colour"] = "blue"; // of a later Kule
        config["commands"][1]["secret"] = 7;
        QVERIFY(IntroductionDraft::of(config).config() == config);
        for (const Json &odd : {Json(), Json(5), Json::array(), Json{{"commands", 3}}, Json{{"commands", {1, "x", nullptr}}, {"follow_up", "no"}}})
            QVERIFY(IntroductionDraft::of(odd).config().is_object());
    }

    void sentMessagesAreFilteredAndDecidedOn()
    {
        Stand stand;
        stand.openRow(0);
        stand.tab(sentTab);
        auto *table = stand.at<TableView>("deliveryTable");
        QTRY_COMPARE(table->model()->rowCount(), 8);
        auto *state = stand.at<QComboBox>("deliveriesState");
        state->setCurrentIndex(1);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(stand.fake.bots.lastState == BotDeliveryState::Review);
        table->setCurrentIndex(table->model()->index(0, 0));
        settle();
        QVERIFY(stand.at<ChatPreview>("deliveryPreview")->text().startsWith(QStringLiteral("DUYURU: Burs")));
        stand.click("deliveriesSendAgain");
        stand.confirm("confirmNo");
        QVERIFY(stand.fake.bots.asked.filter(QStringLiteral("decide")).isEmpty());
        stand.click("deliveriesSendAgain");
        stand.confirm();
        QVERIFY(stand.fake.bots.asked.last().contains(QStringLiteral(" 3 0 by console")));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        stand.click("deliveriesWasSent");
        QTRY_VERIFY(stand.at<QWidget>("deliveriesNoMatch")->isVisible());
        QTest::mouseClick(child<QPushButton>(stand.at<QWidget>("deliveriesNoMatch"), "emptyAction"), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 8);
    }
    void manyAreDecidedOnAtOnce()
    {
        Stand stand;
        stand.openRow(0);
        stand.tab(sentTab);
        auto *table = stand.at<TableView>("deliveryTable");
        QTRY_COMPARE(table->model()->rowCount(), 8);
        table->selectAll();
        stand.click("deliveriesDrop");
        QCOMPARE(stand.fake.bots.asked.filter(QStringLiteral("decide")).size(), 4); // those in review and not sent
        table->selectAll();
        stand.click("deliveriesWasSent");
        stand.confirm();
        QCOMPARE(stand.fake.bots.asked.filter(QStringLiteral("decide")).size(), 8);
        QVERIFY(!stand.at<QPushButton>("deliveriesDrop")->isEnabled() || !table->selectedRows().isEmpty());
    }
    void aRefusedDecisionIsSaid()
    {
        Stand stand;
        stand.openRow(0);
        stand.tab(sentTab);
        auto *table = stand.at<TableView>("deliveryTable");
        QTRY_COMPARE(table->model()->rowCount(), 8);
        table->setCurrentIndex(table->model()->index(4, 0));
        stand.fake.bots.failNext(ErrorKind::Conflict, "delivery.not_open");
        stand.click("deliveriesDrop");
        QVERIFY(stand.at<ErrorStrip>("deliveriesProblem")->isVisible());
    }
    void subscriptionsSayWhyTheyEnded()
    {
        Stand stand;
        stand.openRow(1);
        QVERIFY(!stand.at<QTabWidget>("botTabs")->isTabVisible(textsTab));
        stand.tab(subscriptionsTab);
        auto *table = stand.at<TableView>("subscriptionTable");
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(table->model()->index(2, 0).data().toString(), QStringLiteral("removed the bot"));
        QCOMPARE(table->model()->index(3, 1).data().toString(), QStringLiteral("(without a name)"));
    }

    void hostileNamesAreShownAsTheyAre()
    {
        Stand stand(Day::Empty);
        BotView view;
        view.bot.id = {QStringLiteral("x")};
        view.bot.name = QStringLiteral("a\u202Etxt.exe\n<b>👩‍👩‍👧</b>") + QString(5000, u'ع');
        view.condition.state = BotState::Failed;
        view.condition.reason = {"%1 %1 %2 \xF0\x9F\x91\xBB", {QStringLiteral("%2<script>")}};
        view.bot.config = Json{{"commands", {{{"command", QString(40, u'x')}, {"text", {{"tr", QString(9000, u'ş')}}}}}}};
        stand.fake.bots.tell(view);
        stand.fake.bots.all.push_back(view);
        stand.panel->refresh();
        settle();
        QVERIFY(stand.cell(0, BotsModel::Name).startsWith(QStringLiteral("a⟨U+202E⟩txt.exe␊<b>")));
        stand.openRow(0);
        for (int tab = 0; tab < 6; ++tab)
            stand.tab(tab);
        stand.at<QAction>("editBot")->trigger();
        settle();
        QVERIFY(stand.panel->width() <= 1200);
    }
    void fiveHundredAreShownAndFollowed()
    {
        Stand stand(Day::Empty);
        for (int i = 0; i < 500; ++i) {
            BotView view;
            view.bot.seq = i;
            view.bot.id = {QStringLiteral("bot-%1").arg(i)};
            view.bot.name = QStringLiteral("bot %1").arg(i);
            stand.fake.bots.all.push_back(view);
        }
        stand.panel->refresh();
        QTRY_COMPARE(stand.model()->rowCount(), 500);
        QSignalSpy moved(stand.model(), &QAbstractItemModel::rowsMoved);
        QSignalSpy inserted(stand.model(), &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 500; ++i) {
            stand.bot(i).condition.state = BotState::Running;
            stand.fake.bots.tell(stand.bot(i));
        }
        stand.panel->refresh();
        settle();
        QCOMPARE(moved.size() + inserted.size(), 0);
        QCOMPARE(stand.cell(499, BotsModel::State), QStringLiteral("running"));
    }
    void aListThatCannotBeReadOffersAnotherTry()
    {
        Stand stand;
        stand.fake.bots.failNext(ErrorKind::Unavailable, "engine.gone");
        stand.panel->refresh();
        settle();
        auto *strip = stand.at<ErrorStrip>("botsProblem");
        QVERIFY(strip->isVisible());
        QCOMPARE(stand.model()->rowCount(), 7); // what was known stays
        QTest::mouseClick(child<QPushButton>(strip, "errorButton"), Qt::LeftButton);
        settle();
        QVERIFY(!strip->isVisible());
    }
};

QTEST_MAIN(TestBotsPanel)
#include "tst_botspanel.moc"
