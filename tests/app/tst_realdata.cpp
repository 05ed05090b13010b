// SPDX-License-Identifier: GPL-3.0-or-later
// What should not be there and is, with nothing faked: real jobs that print and take what no one should, reports edited by
// hand, a folder that fills, rows that go, an engine that ends under the window, a disk that refuses.
#include "jobs/jobbulk.h"
#include "logview/logview.h"
#include "panels/panel.h"
#include "realconsole.h"
#include "waitfor.h"
#include "widgets/statelabel.h"
#include "widgets/tableview.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace kule;

namespace {

class Stand : public RealConsole
{
public:
    explicit Stand(const char *panelName)
        : uiState(stateFile(), Json::object())
        , window({panelRows(), theme, languages, uiState})
        , m_name(QString::fromLatin1(panelName))
    {
        window.resize(1280, 800);
        window.show();
        window.setConsole(console());
        window.goTo(m_name);
    }
    ~Stand() { window.dropConsole(); }
    Panel *panel() { return child<Panel>(&window, qPrintable(m_name)); }
    template <class W>
    W *in(const char *name)
    {
        return child<W>(panel(), name);
    }
    int rows(const char *table) { return in<TableView>(table)->model()->rowCount(); }
    void showJob(const JobDetail &detail)
    {
        panel()->show(detail.job.id.value);
        QVERIFY(waitUntil([&] { return in<QTabWidget>("jobTabs")->isVisible(); }));
    }
    void write(const QString &file, const QByteArray &text) const
    {
        QFile report(folders.fatals() + u'/' + file);
        if (!report.open(QIODevice::WriteOnly) || report.write(text) != text.size())
            qFatal("the report could not be written");
    }
    QStringList codes()
    {
        QStringList shown;
        for (const QLabel *label : window.findChildren<QLabel *>(QStringLiteral("errorCode"))) {
            if (label->isVisible())
                shown << label->text();
        }
        return shown;
    }

    UiState uiState;
    MainWindow window;

private:
    QString m_name;
};

JobRequest request(const QString &processId, const QString &file)
{
    JobRequest request;
    request.processId = processId.toStdString();
    request.filePath = file;
    return request;
}

} // namespace

class TestRealData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMebibyteOfArgumentsGoesThroughAndIsShown()
    {
        Stand stand("jobs");
        JobRequest large = request(QStringLiteral("large"), QStringLiteral("packages/hello.py"));
        large.args = Json::array({std::string(1024 * 1024 - 64, 'x')});
        const JobDetail detail = stand.ran(std::move(large));
        QCOMPARE(detail.job.state, JobState::Succeeded);
        stand.showJob(detail);
        auto *tabs = stand.in<QTabWidget>("jobTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            (void)stand.window.grab();
        }
        QTRY_VERIFY(stand.in<QPlainTextEdit>("jobArgs")->toPlainText().contains(QStringLiteral("xxxx")));
    }
    void outputOfAnyBytesIsALog()
    {
        Stand stand("jobs");
        stand.writeScript(QStringLiteral("odd.py"), R"(import os
def boot():
    os.write(1, b'x' * 10_000_000)
    os.write(1, b'\n\xff\xfe\x00\x1b[999999m\x1b]0;title\x07\x1b[\x1b[38;5;\n')
    os.write(1, '\u202eevil\u2066 \u0007 bell\n'.encode())
    os.write(1, b'the last line\n')
)");
        const JobDetail detail = stand.ran(request(QStringLiteral("odd"), QStringLiteral("packages/odd.py")));
        QCOMPARE(detail.job.state, JobState::Succeeded);
        QVERIFY(detail.attempts.front().logBytes > 10'000'000);
        stand.showJob(detail);
        stand.in<QTabWidget>("jobTabs")->setCurrentIndex(1);
        auto *view = stand.panel()->findChild<LogView *>();
        QTRY_VERIFY(view->visibleText().contains(QStringLiteral("the last line")));
        for (const QString &line : view->visibleText())
            QVERIFY(!line.contains(QChar(0x202E)) && !line.contains(QChar(0)) && !line.contains(QChar(0x1B)));
        view->verticalScrollBar()->setSliderPosition(0);
        QTRY_VERIFY(!view->visibleText().isEmpty() && view->visibleText().constFirst().contains(QStringLiteral("xxxx")));
        (void)stand.window.grab();
    }
    void aReportEditedIntoNonsenseIsSaidAndMendedByHand()
    {
        Stand stand("fatals");
        QTRY_COMPARE(stand.rows("fatalTable"), 1);
        const QString file = QDir(stand.folders.fatals()).entryList({QStringLiteral("*.txt")}, QDir::Files).constFirst();
        QFile report(stand.folders.fatals() + u'/' + file);
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray good = report.readAll();
        report.close();
        for (const QByteArray &nonsense : {QByteArray("{\"error\": "), QByteArray("\xff\xfe\x00\x01", 4), QByteArray(), QByteArray("[[[[[]]]]]"), QByteArray(100'000, '[')}) {
            stand.write(file, nonsense);
            stand.panel()->refresh();
            stand.panel()->show(file);
            QTest::qWait(50);
            (void)stand.window.grab();
            QCOMPARE(stand.rows("fatalTable"), 1);
        }
        QTRY_VERIFY(!stand.codes().isEmpty());
        stand.write(file, good);
        QTRY_VERIFY_WITH_TIMEOUT((stand.panel()->refresh(), stand.codes().isEmpty()), 20'000);
        QTRY_VERIFY(stand.in<QTabWidget>("fatalTabs")->isVisible());
    }
    void aFolderThatFillsUnderTheWindowIsListed()
    {
        Stand stand("fatals");
        QTRY_COMPARE(stand.rows("fatalTable"), 1);
        for (int i = 0; i < 3000; ++i)
            stand.write(QStringLiteral("filled-%1.txt").arg(i), "{\"process_id\": 1, \"error\": \"no\", \"file\": \"x.py\", \"args\": [], \"kwargs\": {}}");
        QTRY_VERIFY_WITH_TIMEOUT((QTest::keyClick(&stand.window, Qt::Key_F5), stand.rows("fatalTable") == 3001), 60'000);
    }
    void rowsThatGoUnderTheWindowAreSaid()
    {
        Stand stand("jobs");
        QTRY_COMPARE(stand.rows("jobTable"), 2);
        const JobDetail detail = stand.ran(request(QStringLiteral("third"), QStringLiteral("packages/hello.py")));
        stand.showJob(detail);
        const auto removal = waitFor(stand.console().services.bulk.remove(detail.job.id, {QStringLiteral("somebody else")}));
        QVERIFY(removal);
        QTRY_VERIFY(stand.codes().contains(QStringLiteral("job.not_found")));
        QTRY_COMPARE(stand.rows("jobTable"), 2);
        QVERIFY(waitFor(stand.console().services.bulk.restore(removal->undo, {QStringLiteral("somebody else")})));
        QTRY_COMPARE(stand.rows("jobTable"), 3);
        QTRY_VERIFY(stand.codes().isEmpty());
    }
    void anEngineThatEndsAndComesBackFindsTheWindowAsItWas()
    {
        Stand stand("jobs");
        QTRY_COMPARE(stand.rows("jobTable"), 2);
        stand.in<QLineEdit>("filter")->setText(QStringLiteral("state:failed"));
        QTRY_COMPARE(stand.rows("jobTable"), 1);
        for (int i = 0; i < 3; ++i) {
            stand.window.dropConsole();
            stand.window.showStarting();
            stand.stop();
            stand.start();
            stand.window.setConsole(stand.console());
            QCOMPARE(stand.in<QLineEdit>("filter")->text(), QStringLiteral("state:failed"));
            QTRY_COMPARE(stand.rows("jobTable"), 1);
        }
        QCOMPARE(stand.ran(request(QStringLiteral("after"), QStringLiteral("packages/hello.py"))).job.state, JobState::Succeeded);
    }
#ifdef Q_OS_UNIX
    void aDiskThatRefusesIsSaidAndTheWindowGoesOn()
    {
        Stand stand("jobs");
        QTRY_COMPARE(stand.rows("jobTable"), 2);
        stand.panel()->mainAction()->trigger();
        stand.in<QLineEdit>("formFile")->setText(QStringLiteral("packages/hello.py"));
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit none = before;
        none.rlim_cur = 64;
        std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
        auto *submit = stand.in<QPushButton>("formSubmit");
        QTest::mouseClick(submit, Qt::LeftButton);
        const bool isSaid = waitUntil([&] { return !stand.codes().isEmpty(); });
        const bool isShown = waitUntil([&] { return child<StateLabel>(&stand.window, "status-engine")->look().glyph == Glyph::Triangle; });
        const QStringList codes = stand.codes();
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(isSaid);
        QVERIFY2(codes.constFirst().startsWith(QStringLiteral("store.")), qPrintable(codes.join(u' ')));
        QVERIFY(isShown);
        QTRY_COMPARE_WITH_TIMEOUT(child<StateLabel>(&stand.window, "status-engine")->look().glyph, Glyph::Disc, 20'000);
        QCOMPARE(stand.in<QLineEdit>("formFile")->text(), QStringLiteral("packages/hello.py"));
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_COMPARE(stand.rows("jobTable"), 3);
        QTRY_VERIFY(stand.codes().isEmpty());
    }
#endif
};

QTEST_MAIN(TestRealData)
#include "tst_realdata.moc"
