// SPDX-License-Identifier: GPL-3.0-or-later
// What should not be there and is: huge and odd text, reports of nonsense, rows that go while one looks at them, a store
// that refuses, an engine that goes and comes back. The window says so and goes on.
#include "fakeconsole.h"
#include "panels/panel.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"
#include "widgets/words.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace kule;

namespace {

class Stand
{
public:
    explicit Stand(const char *panelName)
        : theme(*qApp, ThemeChoice::Light)
        , languages(*qApp)
        , uiState(fake.file(QStringLiteral("state/window.json")), Json::object())
        , window({panelRows(), theme, languages, uiState})
        , m_name(QString::fromLatin1(panelName))
    {
        fake.fill();
        window.resize(1280, 800);
        window.show();
    }
    void start()
    {
        window.setConsole(fake.console());
        window.goTo(m_name);
        settle();
    }
    Panel *panel() { return child<Panel>(&window, qPrintable(m_name)); }
    TableView *table(const char *name) { return child<TableView>(panel(), name); }
    void open(const char *tableName, int row)
    {
        TableView *shown = table(tableName);
        shown->setFocus();
        shown->setCurrentIndex(shown->model()->index(row, 0));
        QTest::keyClick(shown, Qt::Key_Return);
        settle();
    }
    /// Every tab of the open detail, painted.
    void leafThrough(const char *tabs)
    {
        auto *pages = child<QTabWidget>(panel(), tabs);
        for (int tab = 0; tab < pages->count(); ++tab) {
            pages->setCurrentIndex(tab);
            settle();
            (void)window.grab();
        }
    }
    bool saysCode(const QString &code)
    {
        const auto labels = window.findChildren<QLabel *>(QStringLiteral("errorCode"));
        return std::any_of(labels.begin(), labels.end(), [&code](const QLabel *label) { return label->isVisible() && label->text() == code; });
    }

    FakeConsole fake;
    Theme theme;
    Languages languages;
    UiState uiState;
    MainWindow window;

private:
    QString m_name;
};

const QString odd = QStringLiteral("a\u202Etxt.\u2066exe\n\t\x01\x1B[31m") + QChar(0) + QStringLiteral("\x7F\u2028end");

} // namespace

class TestBadData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oddTextIsShownAsItIs()
    {
        QCOMPARE(shownText(QStringLiteral("düz yazı İ ı 日本 🙂")), QStringLiteral("düz yazı İ ı 日本 🙂"));
        const QString shown = shownText(odd);
        QVERIFY2(shown.contains(QStringLiteral("⟨U+202E⟩")) && shown.contains(QStringLiteral("␀")) && shown.contains(QStringLiteral("␛[31m")), qPrintable(shown));
        for (const QChar c : shown)
            QVERIFY(c >= u' ' && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
        QCOMPARE(shownText(shown), shown);
    }
    void aJobOfOddTextIsListedAndOpened()
    {
        Stand stand("jobs");
        JobDetail &detail = stand.fake.jobs.all.front();
        detail.job.label = detail.job.filePath = detail.job.step = odd;
        detail.job.error = verbatim(odd);
        detail.job.processId = odd.toStdString();
        detail.args = Json::array({odd.toStdString(), std::string("\xff\xfe invalid")});
        detail.kwargs = {{odd.toStdString(), odd.toStdString()}};
        stand.fake.jobs.logs[detail.job.id.value] = "2026-11-21T00:33:09.123Z \xff\xfe\x00\x1b[999999m\x1b]0;title\x07 \xe2\x80\xae\n";
        stand.start();
        TableView *table = stand.table("jobTable");
        QVERIFY(!table->model()->index(0, 1).data().toString().contains(QChar(0x202E)));
        stand.open("jobTable", 0);
        stand.leafThrough("jobTabs");
    }
    void aMebibyteOfArgumentsIsShown()
    {
        Stand stand("jobs");
        JobDetail &detail = stand.fake.jobs.all.front();
        detail.args = Json::array({std::string(1024 * 1024, 'x')});
        Json many = Json::array();
        for (int i = 0; i < 100'000; ++i)
            many.push_back(i);
        detail.kwargs = {{"many", many}};
        stand.start();
        stand.open("jobTable", 0);
        stand.leafThrough("jobTabs");
        QVERIFY(!child<QPlainTextEdit>(stand.panel(), "jobArgs")->toPlainText().isEmpty());
    }
    void reportsOfNonsenseAreOpened()
    {
        const Json nonsense[] = {Json::array(), Json(7), Json(nullptr), Json("text"), Json::object(),
                                 {{"traceback", 7}, {"chain", "x"}, {"log_tail", {{"a", 1}}}, {"args", "no list"}, {"kwargs", 5}, {"time", false}, {"duration_ms", "long"}},
                                 {{"traceback", odd.toStdString()}, {"chain", {1, nullptr, {{"frames", {2, {{"line", "x"}, {"file", 9}}}}}}}, {"log_tail", {1, nullptr, {}}}},
                                 {{"error", std::string("\xff\xff")}, {"type", nullptr}, {"attempt", -1}, {"exit_code", "?"}, {"process_id", {1, 2}}}};
        Stand stand("fatals");
        stand.start();
        TableView *table = stand.table("fatalTable");
        for (const Json &report : nonsense) {
            const Fatal &fatal = stand.fake.fatals.all[1];
            stand.fake.fatals.reports[fatal.filename] = report;
            QVERIFY(table->model()->rowCount() > 1);
            stand.open("fatalTable", 1);
            stand.leafThrough("fatalTabs");
            QVERIFY(stand.panel()->goBack());
        }
    }
    void whatIsGoneIsSaidAndTheListGoesOn()
    {
        Stand stand("jobs");
        stand.start();
        const int rows = stand.table("jobTable")->model()->rowCount();
        stand.fake.jobs.all.erase(stand.fake.jobs.all.begin() + 1);
        stand.open("jobTable", 1);
        QTRY_VERIFY(stand.saysCode(QStringLiteral("job.not_found")));
        QTest::keyClick(&stand.window, Qt::Key_F5);
        QTRY_COMPARE(stand.table("jobTable")->model()->rowCount(), rows - 1);
        stand.open("jobTable", 1);
        QTRY_VERIFY(!stand.saysCode(QStringLiteral("job.not_found")));
    }
    void aStoreThatRefusesIsSaidWhereOneSubmits()
    {
        Stand stand("jobs");
        stand.start();
        stand.panel()->mainAction()->trigger();
        child<QLineEdit>(stand.panel(), "formFile")->setText(QStringLiteral("packages/example.py"));
        stand.fake.jobs.failNext(ErrorKind::Unavailable, "store.closed");
        QTest::mouseClick(child<QPushButton>(stand.panel(), "formSubmit"), Qt::LeftButton);
        QTRY_VERIFY(stand.saysCode(QStringLiteral("store.closed")));
        QCOMPARE(child<QLineEdit>(stand.panel(), "formFile")->text(), QStringLiteral("packages/example.py"));
        const auto before = stand.fake.jobs.all.size();
        QTest::mouseClick(child<QPushButton>(stand.panel(), "formSubmit"), Qt::LeftButton);
        QTRY_COMPARE(stand.fake.jobs.all.size(), before + 1);
        QVERIFY(!stand.saysCode(QStringLiteral("store.closed")));
    }
    void everyListThatCannotBeReadSaysSoAndIsReadAgain()
    {
        for (const auto &[name, error] : {std::pair{"jobs", 0}, std::pair{"fatals", 1}, std::pair{"overview", 2}}) {
            Stand stand(name);
            stand.start();
            FakeFailure *const failing[] = {&stand.fake.jobs, &stand.fake.fatals, &stand.fake.overview};
            failing[error]->failNext(ErrorKind::Broken, "store.corrupt");
            stand.panel()->refresh();
            QTRY_VERIFY2(stand.saysCode(QStringLiteral("store.corrupt")), name);
            QTest::keyClick(&stand.window, Qt::Key_F5);
            QTRY_VERIFY2(!stand.saysCode(QStringLiteral("store.corrupt")), name);
        }
    }
    void anEngineThatComesBackFindsEverythingAsItWas()
    {
        Stand stand("jobs");
        stand.start();
        child<QLineEdit>(stand.panel(), "filter")->setText(QStringLiteral("state:failed"));
        stand.panel()->mainAction()->trigger();
        child<QLineEdit>(stand.panel(), "formLabel")->setText(QStringLiteral("half typed"));
        settle();
        stand.window.dropConsole();
        stand.window.showProblem({ErrorKind::Unavailable, "engine.gone", text("The engine ended."), nullptr, std::nullopt});
        settle();
        QVERIFY(child<QLabel>(&stand.window, "startSentence")->isVisible());
        QCOMPARE(child<StateLabel>(&stand.window, "status-engine")->look().glyph, Glyph::Ring);
        stand.start();
        QCOMPARE(child<QLineEdit>(stand.panel(), "filter")->text(), QStringLiteral("state:failed"));
        auto *label = child<QLineEdit>(stand.panel(), "formLabel");
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), QStringLiteral("half typed"));
        QTRY_VERIFY(stand.table("jobTable")->model()->rowCount() > 0);
    }
};

QTEST_MAIN(TestBadData)
#include "tst_baddata.moc"
