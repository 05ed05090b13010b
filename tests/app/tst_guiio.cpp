// SPDX-License-Identifier: GPL-3.0-or-later
// The gui thread waits for no disk, no socket and no database: over the real engine the window starts, shows every panel,
// opens what it lists, filters, submits, switches language and colours, and is closed; any such call made on its thread fails
// the test with the way that led there.
#include "api/apicontrol.h"
#include "base/await.h"
#include "fakeconsole.h"
#include "iowatch.h"
#include "panels/panel.h"
#include "realconsole.h"
#include "scriptedserver.h"
#include "titles/titleservice.h"
#include "waitfor.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QThread>

using namespace kule;

namespace {

/// Pages of titles, served on a thread that is not the gui's.
class PageServer
{
public:
    PageServer()
    {
        m_anchor.moveToThread(&m_thread);
        m_thread.start();
        (void)await(ask(&m_anchor, [this]() -> Done {
            m_server = std::make_unique<ScriptedServer>();
            m_server->handle([](const ScriptedServer::Seen &seen) {
                if (seen.target.endsWith(".gif"))
                    return ScriptedServer::Answer{200, QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), {}};
                return ScriptedServer::Answer{200,
                                              "<html><head><meta property=\"og:title\" content=\"Watch Gece | Netflix\"/><meta property=\"og:image\" content=\"http://" + seen.headers.value("host")
                                                  + "/a.gif\"/></head></html>",
                                              {{"Content-Type", "text/html"}}};
            });
            url = m_server->url(QString());
            return {};
        }));
    }
    ~PageServer()
    {
        (void)await(ask(&m_anchor, [this]() -> Done {
            m_server.reset();
            return {};
        }));
        m_thread.quit();
        m_thread.wait();
    }
    QString url;

private:
    QThread m_thread;
    QObject m_anchor;
    std::unique_ptr<ScriptedServer> m_server;
};

/// Lets answers of engine and store come, and timers of the window run out. What is never done has no event to wait for.
void rest()
{
    QTest::qWait(300);
}

/// What Qt and the display's library ask the system for once, on this thread and no other.
const QStringList allowed{
    QStringLiteral("QFontEngine"),            // the first letter in a face opens its file
    QStringLiteral("Xcursor"),                // the first pointer of a shape, from the desktop's theme
    QStringLiteral("Qt::CaseSensitivity)\n    QAccessible::"), // the first name given to a widget: plugins for foreign widgets
    QStringLiteral("QPlatformAccessibility"), // the same for screen readers, when one asks
};

} // namespace

class TestGuiIo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWatchSeesWhatItMust()
    {
        IoWatch watch;
        QFile file(QStringLiteral("/proc/self/status"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!watch.take().isEmpty());
        QVERIFY(QFile::exists(QStringLiteral("/proc")));
        QCOMPARE(watch.take().size(), 1);
        std::unique_ptr<QThread> other(QThread::create([] { (void)QFile::exists(QStringLiteral("/proc")); }));
        other->start();
        other->wait();
        QCOMPARE(watch.take().filter(QStringLiteral("/proc")), QStringList());
    }

    void theWatchSeesSql()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(QStringLiteral("x.db")), Database::Access::ReadWrite).value();
        IoWatch watch;
        QVERIFY(database->run("CREATE TABLE t (x)"));
        QVERIFY(!watch.take().filter(QStringLiteral("sqlite3_step")).isEmpty());
    }

    void theGuiThreadWaitsForNothing()
    {
        PageServer pages;
        RealConsole stand({{Setting::TitlesBaseUrl, pages.url}, {Setting::TitlesPace, QStringLiteral("0")}});
        QVERIFY(waitFor(stand.console().services.titles.get({QStringLiteral("https://www.netflix.com/tr/title/1"), Freshness::Any, {}}, {QStringLiteral("test")})));
        IoWatch watch;
        QStringList seen;
        const auto note = [&](const char *during) {
            for (const QString &call : watch.take(allowed))
                seen << QStringLiteral("%1: %2").arg(QString::fromLatin1(during), call);
        };
        UiState state(stand.stateFile(), Json::object());
        auto window = std::make_unique<MainWindow>(MainWindow::Parts{panelRows(), stand.theme, stand.languages, state});
        window->resize(1280, 800);
        window->show();
        rest();
        note("showing the window");
        window->setConsole(stand.startup.running()->console());
        rest();
        note("taking the engine");
        for (const PanelRow &row : panelRows()) {
            window->goTo(QString::fromLatin1(row.name));
            rest();
            note(row.name);
            auto *panel = window->findChild<Panel *>(QString::fromLatin1(row.name));
            if (auto *filter = panel->findChild<QLineEdit *>(QStringLiteral("filter"))) {
                QTest::keyClicks(filter, QStringLiteral("packages"));
                rest();
                QTest::keyClick(filter, Qt::Key_Escape);
                rest();
                note("filtering");
            }
            openEverything(*panel);
            note("opening what a table lists");
            panel->refresh();
            rest();
            note("refreshing");
        }
        submit(*window);
        note("submitting");
        scrape(*window);
        note("scraping a title");
        addBot(*window);
        note("adding a bot");
        openEverything(*window->findChild<Panel *>(QStringLiteral("bots")));
        note("opening the bot");
        QVERIFY(waitUntil([&stand] { return waitFor(stand.console().services.jobs.counts()).value_or(JobCounts()).total == 5; }));
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(child<QLineEdit>(window.get(), "paletteEdit"), QStringLiteral("packages"));
        rest();
        QTest::keyClick(child<QLineEdit>(window.get(), "paletteEdit"), Qt::Key_Return);
        rest();
        note("looking for anything");
        stand.languages.choose(QStringLiteral("tr"));
        stand.theme.choose(ThemeChoice::Dark);
        window->resize(900, 600);
        rest();
        note("switching");
        (void)stand.startup.running()->console().services.settings.set(Setting::Theme, QStringLiteral("dark"));
        rest();
        note("changing a setting");
        window->close();
        window->dropConsole();
        rest();
        note("closing");
        window.reset();
        note("going");
        stand.languages.choose(QStringLiteral("en"));
        for (const QString &call : std::as_const(seen))
            qWarning().noquote() << call; // a failure's own words are cut after some lines
        QCOMPARE(seen.size(), 0);
    }

private:
    static void openEverything(Panel &panel)
    {
        const auto tabs = panel.findChildren<QTabWidget *>();
        const auto tables = panel.findChildren<QTableView *>();
        for (QTabWidget *tab : tabs) {
            for (int i = 0; tab->isVisible() && i < tab->count(); ++i) {
                tab->setCurrentIndex(i);
                rest();
            }
        }
        for (QTableView *table : tables) {
            if (!table->isVisible() || !table->model() || table->model()->rowCount() == 0)
                continue;
            table->setFocus();
            table->setCurrentIndex(table->model()->index(0, 0));
            QTest::keyClick(table, Qt::Key_Return);
            rest();
            for (QTabWidget *tab : tabs) {
                for (int i = 0; tab->isVisible() && i < tab->count(); ++i) {
                    tab->setCurrentIndex(i);
                    rest();
                }
            }
        }
        panel.goBack();
    }

    static void scrape(MainWindow &window)
    {
        window.goTo(QStringLiteral("titles"), QStringLiteral("1/tr"));
        auto *panel = window.findChild<Panel *>(QStringLiteral("titles"));
        auto *parts = child<QTabWidget>(panel, "titleTabs");
        for (int i = 0; i < parts->count(); ++i) {
            parts->setCurrentIndex(i);
            rest();
        }
        panel->show(QStringLiteral("new:https://www.netflix.com/tr/title/2\nnonsense"));
        rest();
        QTest::mouseClick(child<QPushButton>(panel, "formScrape"), Qt::LeftButton);
        rest();
        auto *items = child<QTableView>(panel, "itemTable");
        items->setCurrentIndex(items->model()->index(0, 0));
        rest();
        panel->refresh();
        rest();
    }

    static void addBot(MainWindow &window)
    {
        window.goTo(QStringLiteral("bots"), QStringLiteral("new"));
        auto *panel = window.findChild<Panel *>(QStringLiteral("bots"));
        QTest::keyClicks(child<QLineEdit>(panel, "botNameField"), QStringLiteral("tanitim"));
        QTest::keyClicks(child<QLineEdit>(panel, "tokenField"), QStringLiteral("123456:ABC-DEF_0123456789"));
        child<QCheckBox>(panel, "botStarts")->setChecked(false);
        auto *preset = child<QComboBox>(panel, "restartPreset");
        preset->setCurrentIndex(1);
        Q_EMIT preset->activated(1);
        rest();
        QTest::mouseClick(child<QPushButton>(panel, "botFormSubmit"), Qt::LeftButton);
        rest();
        panel->goBack();
        rest();
    }

    static void submit(MainWindow &window)
    {
        window.goTo(QStringLiteral("jobs"));
        auto *panel = window.findChild<Panel *>(QStringLiteral("jobs"));
        panel->mainAction()->trigger();
        rest();
        auto *file = child<QLineEdit>(panel, "formFile");
        QTest::keyClicks(file, QStringLiteral("packages/hel"));
        rest();
        file->setText(QStringLiteral("packages/hello.py"));
        QTest::mouseClick(child<QPushButton>(panel, "formSubmit"), Qt::LeftButton);
        rest();
    }
};

QTEST_MAIN(TestGuiIo)
#include "tst_guiio.moc"
