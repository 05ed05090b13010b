// SPDX-License-Identifier: GPL-3.0-or-later
// Starting and ending an engine behind the window, the command line, and one window for each data folder.
#include "fakeconsole.h"
#include "options.h"
#include "singleinstance.h"
#include "startup.h"

#include <QSemaphore>
#include <QSignalSpy>

using namespace kule;

namespace {

class FakeRunning final : public Running
{
public:
    FakeRunning(FakeConsole &fake, std::atomic_int &alive)
        : m_fake(fake)
        , m_alive(alive)
    {
        ++m_alive;
    }
    ~FakeRunning() override { --m_alive; }
    Console console() override { return m_fake.console(); }
    std::shared_ptr<const Secret> takeFirstKey() override { return {}; }

private:
    FakeConsole &m_fake;
    std::atomic_int &m_alive;
};

} // namespace

class TestStartup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsAndEndsOffTheGuiThread()
    {
        FakeConsole fake;
        std::atomic_int alive = 0;
        std::atomic<QThread *> where = nullptr;
        Startup startup;
        QSignalSpy started(&startup, &Startup::started);
        QSignalSpy stopped(&startup, &Startup::stopped);
        startup.begin([&]() -> Result<std::unique_ptr<Running>> {
            where = QThread::currentThread();
            return std::make_unique<FakeRunning>(fake, alive);
        });
        QTRY_COMPARE(started.size(), 1);
        QVERIFY(where != QThread::currentThread());
        QVERIFY(startup.running());
        startup.end();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(alive, 0);
        QVERIFY(!startup.running());
    }

    void aFailureIsSaidAndCanBeTriedAgain()
    {
        FakeConsole fake;
        std::atomic_int alive = 0;
        Startup startup;
        QSignalSpy failed(&startup, &Startup::failed);
        QSignalSpy started(&startup, &Startup::started);
        startup.begin([]() -> Result<std::unique_ptr<Running>> { return fail(ErrorKind::Conflict, "engine.already_running", text("Another.")); });
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, QByteArray("engine.already_running"));
        startup.begin([&]() -> Result<std::unique_ptr<Running>> { return std::make_unique<FakeRunning>(fake, alive); });
        QTRY_COMPARE(started.size(), 1);
    }

    void endingWhileStartingEndsWhatComesUp()
    {
        FakeConsole fake;
        std::atomic_int alive = 0;
        QSemaphore go;
        Startup startup;
        QSignalSpy started(&startup, &Startup::started);
        QSignalSpy stopped(&startup, &Startup::stopped);
        startup.begin([&]() -> Result<std::unique_ptr<Running>> {
            go.acquire();
            return std::make_unique<FakeRunning>(fake, alive);
        });
        startup.end();
        startup.end();
        go.release();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(started.size(), 0);
        QCOMPARE(alive, 0);
    }

    void itsDestructorEndsARunningEngine()
    {
        FakeConsole fake;
        std::atomic_int alive = 0;
        {
            Startup startup;
            QSignalSpy started(&startup, &Startup::started);
            startup.begin([&]() -> Result<std::unique_ptr<Running>> { return std::make_unique<FakeRunning>(fake, alive); });
            QTRY_COMPARE(started.size(), 1);
        }
        QCOMPARE(alive, 0);
    }

    void theCommandLineIsReadAndChecked()
    {
        const auto parse = [](const QStringList &words) { return ConsoleOptions::parse(QStringList{QStringLiteral("kule-console")} + words); };
        const auto good = parse({QStringLiteral("--data-dir"), QStringLiteral("/d"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--script-root"),
                                 QStringLiteral("/a"), QStringLiteral("--script-root"), QStringLiteral("/ğ"), QStringLiteral("--theme"), QStringLiteral("dark")});
        QVERIFY(good);
        QCOMPARE(good->dataFolder({{Setting::DataDir, QStringLiteral("/e")}}), QStringLiteral("/d"));
        QCOMPARE(Settings(good->flags, {}, {}).list(Setting::ScriptRoots), (QStringList{QStringLiteral("/a"), QStringLiteral("/ğ")}));
        QCOMPARE(parse({})->dataFolder({{Setting::DataDir, QStringLiteral("/e")}}), QStringLiteral("/e"));
        QCOMPARE(parse({QStringLiteral("--port"), QStringLiteral("70000")}).error().code, QByteArray("settings.bad_value"));
        QCOMPARE(parse({QStringLiteral("--no-such")}).error().code, QByteArray("usage.bad_flag"));
        QCOMPARE(parse({QStringLiteral("stray")}).error().code, QByteArray("usage.bad_flag"));
        QVERIFY(parse({QStringLiteral("--help")})->showsHelp);
    }

    void aSecondWindowRaisesTheFirstAndGoes()
    {
        QTemporaryDir folder;
        Folders folders;
        folders.data = folder.path();
        folders.runtime = folder.filePath(QStringLiteral("run"));
        SingleInstance first(folders);
        QSignalSpy raised(&first, &SingleInstance::raiseAsked);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        // The second waits for the first's answer, so it stands on a thread of its own, as its process would.
        std::atomic_int role = -1;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            SingleInstance second(folders);
            role = static_cast<int>(second.claim());
        }));
        other->start();
        QTRY_COMPARE(raised.size(), 1);
        QTRY_COMPARE(role, static_cast<int>(SingleInstance::Role::Second));
        QVERIFY(other->wait());
    }

    void whatADeadOneLeftIsTakenOver()
    {
        QTemporaryDir folder;
        Folders folders;
        folders.data = folder.path();
        folders.runtime = folder.filePath(QStringLiteral("run"));
        QVERIFY(QDir().mkpath(folders.runtime));
        const QString left = QFileInfo(folders.discoveryFile()).completeBaseName().replace(QLatin1String("engine"), QLatin1String("console"));
        QFile file(folders.runtime + QLatin1Char('/') + left);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        SingleInstance first(folders);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
    }
};

QTEST_MAIN(TestStartup)
#include "tst_startup.moc"
