// SPDX-License-Identifier: GPL-3.0-or-later
// Real headless Chromium, driven by a job: a local one, and through the url of a remote end. And what is said when there
// is no selenium, or no browser.
#include "executorharness.h"

#include <QProcess>
#include <QRegularExpression>

using namespace kule;

class tst_Selenium : public QObject
{
    Q_OBJECT
private:
    static QByteArray sample()
    {
        QFile file(QStringLiteral(KULE_SAMPLES "/browser.py"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<WorkerMode>("mode");
        QTest::newRow("fork") << WorkerMode::Fork;
        QTest::newRow("spawn") << WorkerMode::Spawn;
    }

    void drivesALocalBrowser()
    {
        QFETCH_GLOBAL(WorkerMode, mode);
        ExecutorHarness harness(mode);
        harness.start();
        const Ending ending = harness.run(QStringLiteral("a"), sample());
        QCOMPARE(ending.traceback, QString());
        QCOMPARE(parseJson(ending.result), parseJson("{\"title\": \"Kule\", \"heading\": \"Tower\"}"));
    }
    void drivesTheOneOfTheHub()
    {
        QFETCH_GLOBAL(WorkerMode, mode);
        // ChromeDriver is a W3C remote end of its own, as a hub is for its clients.
        QProcess hub;
        hub.start(QStringLiteral("/usr/bin/chromedriver"), {QStringLiteral("--port=0")});
        QByteArray said;
        const QRegularExpression words(QStringLiteral("started successfully on port (\\d+)"));
        QTRY_VERIFY_WITH_TIMEOUT(words.match(QString::fromUtf8(said += hub.readAllStandardOutput())).hasMatch(), 30'000);
        const QString port = words.match(QString::fromUtf8(said)).captured(1);
        ExecutorHarness harness(mode);
        harness.options.seleniumUrl = QStringLiteral("http://127.0.0.1:%1").arg(port);
        harness.start();
        const Ending ending = harness.run(QStringLiteral("a"), "def boot():\n    driver = get_selenium_driver()\n    driver.get('data:text/html,<title>Kule</title>')\n"
                                                               "    return [driver.title, type(driver).__module__]\n");
        QCOMPARE(ending.traceback, QString());
        QCOMPARE(parseJson(ending.result), parseJson("[\"Kule\", \"selenium.webdriver.remote.webdriver\"]"));
        hub.terminate();
        QVERIFY(hub.waitForFinished(30'000));
    }
    void quitsADriverThatTheJobForgot()
    {
        QFETCH_GLOBAL(WorkerMode, mode);
        ExecutorHarness harness(mode);
        harness.start();
        const Ending ending = harness.run(QStringLiteral("a"), "def boot():\n    driver = get_selenium_driver()\n    return driver.service.process.pid\n");
        QCOMPARE(ending.how, Ending::How::Returned);
        QVERIFY(!QFile::exists(QStringLiteral("/proc/%1/exe").arg(QString::fromUtf8(ending.result))));
    }
    void saysWhatIsMissing()
    {
        QFETCH_GLOBAL(WorkerMode, mode);
        ExecutorHarness harness(mode);
        harness.start();
        const Ending noBrowser = harness.run(QStringLiteral("a"), "import os\ndef boot():\n    os.environ['PATH'] = '/nowhere'\n    get_selenium_driver()\n");
        QCOMPARE(noBrowser.type, QStringLiteral("SeleniumUnavailable"));
        QVERIFY2(noBrowser.error.english().contains(QLatin1String("apt install chromium chromium-driver")), qPrintable(noBrowser.error.english()));
        for (const char *use : {"get_selenium_driver()", "By.ID", "WebDriverWait(None, 1)"}) {
            const Ending ending = harness.run(QString::fromLatin1(use).left(5), QByteArray("import sys\nsys.modules['selenium'] = None\nsys.path[:] = [p for p in sys.path if 'dist-packages' not in p]\n"
                                                                                           "for name in list(sys.modules):\n    if name.startswith('selenium.'): del sys.modules[name]\n"
                                                                                           "def boot():\n    globals().get('get_selenium_driver')\n    return eval('") + use + "')\n");
            QCOMPARE(ending.type, QStringLiteral("SeleniumUnavailable"));
            QVERIFY2(ending.error.english().contains(QLatin1String("python3-selenium")) && ending.error.english().contains(QLatin1String("pip install")), qPrintable(ending.error.english()));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Selenium)
#include "tst_selenium.moc"
