// SPDX-License-Identifier: GPL-3.0-or-later
// kule-console: shows the window at once, starts the engine behind it, and ends both in order.
#include "api/apicontrol.h"
#include "engine.h"
#include "mainwindow.h"
#include "options.h"
#include "platform/stopsignals.h"
#include "settings/settingsservice.h"
#include "singleinstance.h"
#include "stallwatch.h"
#include "startup.h"
#include "systemtray.h"
#include "theme/icons.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cstdio>
#include <future>

using namespace kule;

namespace {

Q_LOGGING_CATEGORY(logStart, "kule.start", QtInfoMsg)

class EngineRunning final : public Running
{
public:
    explicit EngineRunning(std::unique_ptr<Engine> engine)
        : m_engine(std::move(engine))
    {
    }
    Console console() override { return {m_engine->services(), m_engine->api(), m_engine->folders()}; }
    std::shared_ptr<const Secret> takeFirstKey() override { return m_engine->takeFirstKey(); }

private:
    std::unique_ptr<Engine> m_engine;
};

Result<Secret> keyOf(const QString &keyFile, const Settings::Layer &environment)
{
    if (keyFile.isEmpty())
        return Secret(environment.value(Setting::ApiKey).toUtf8());
    QFile file(keyFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Unavailable, "key.file_unreadable",
                    text(QT_TRANSLATE_NOOP("Engine", "The key file %1 cannot be read: %2."), keyFile, file.errorString()));
    return Secret(file.read(4096).trimmed());
}

Result<std::unique_ptr<Running>> startEngine(const ConsoleOptions &options, const Settings::Layer &environment, const GivenSecrets &secrets, const Folders &folders)
{
    auto key = keyOf(options.keyFile, environment);
    if (!key)
        return fail(key.error());
    auto engine = Engine::start({options.flags, environment, folders, std::move(*key), secrets});
    if (!engine)
        return fail(engine.error());
    return std::make_unique<EngineRunning>(std::move(*engine));
}

/// What the window must know before it is drawn, read beside the building of the application object.
struct Remembered
{
    Settings settings;
    Json state;
};

Remembered recall(const ConsoleOptions &options, const Settings::Layer &environment, const Folders &folders, const QString &stateFile)
{
    return {SettingsService(folders.settingsFile, options.flags, environment).current(), UiState::load(stateFile)};
}

int usage(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message.english()));
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceMain;
    sinceMain.start();
    qputenv("QT_NO_GLIB", "1"); // its dispatcher costs more than the work of a busy API
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QApplication::setApplicationName(QStringLiteral("kule-console"));
    QApplication::setApplicationDisplayName(QStringLiteral("Kule"));
    QApplication::setApplicationVersion(QStringLiteral(KULE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("kule-console"));
    auto parsed = ConsoleOptions::parse(arguments);
    if (!parsed)
        return usage(parsed.error());
    if (parsed->showsHelp || parsed->showsVersion) {
        std::fprintf(stdout, "%s\n", parsed->showsHelp ? qPrintable(parsed->helpText) : "kule-console " KULE_VERSION);
        return 0;
    }
    const ConsoleOptions options = *parsed;
    const auto environment = Settings::fromEnvironment(QProcessEnvironment::systemEnvironment());
    const GivenSecrets secrets = givenIn(QProcessEnvironment::systemEnvironment());
    forgetWithheld();
    Folders folders = Folders::resolve(options.dataFolder(environment));
    const QString stateFile = QFileInfo(folders.settingsFile).absolutePath() + QStringLiteral("/window.json");
    auto recalled = std::async(std::launch::async, [&] { return recall(options, environment, folders, stateFile); });

    WatchedApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    qCDebug(logStart) << "application after" << sinceMain.elapsed() << "ms";
    SingleInstance instance(folders);
    if (instance.claim() == SingleInstance::Role::Second)
        return 0;

    Remembered remembered = recalled.get();
    Theme theme(application, themeChoiceOf(remembered.settings.text(Setting::Theme)));
    Languages languages(application);
    languages.choose(remembered.settings.text(Setting::Language));
    UiState state(stateFile, std::move(remembered.state));
    Startup startup;
    SystemTray tray;
    MainWindow window({panelRows(), theme, languages, state, &tray});

    const auto begin = [&] {
        window.showStarting();
        startup.begin([options, environment, secrets, folders] { return startEngine(options, environment, secrets, folders); });
    };
    QObject::connect(&instance, &SingleInstance::raiseAsked, &window, &MainWindow::raiseToFront);
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&] {
        qCDebug(logStart) << "first window after" << sinceMain.elapsed() << "ms";
        begin();
    });
    QObject::connect(&startup, &Startup::started, &window, [&] {
        qCDebug(logStart) << "engine after" << sinceMain.elapsed() << "ms";
        window.setConsole(startup.running()->console());
        if (auto key = startup.running()->takeFirstKey())
            window.showFirstKey(std::move(key));
    });
    QObject::connect(&startup, &Startup::failed, &window, &MainWindow::showProblem);
    QObject::connect(&window, &MainWindow::retryAsked, &window, begin);
    QObject::connect(&window, &MainWindow::folderAsked, &window, [&] {
        auto *dialog = new QFileDialog(&window, MainWindow::tr("Data folder"), folders.data);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        QObject::connect(dialog, &QFileDialog::fileSelected, &window, [&](const QString &chosen) {
            folders = Folders::resolve(chosen);
            begin();
        });
        dialog->open();
    });
    QObject::connect(&window, &MainWindow::closed, &window, [&] {
        window.hide();
        window.dropConsole();
        startup.end();
    });
    // A session that ends and a terminal that closes are answered as the close button is: in order, with nothing half-written.
    const StopSignals stop;
    QObject::connect(&stop, &StopSignals::requested, &window, &QWidget::close);
    QObject::connect(&startup, &Startup::stopped, &application, &QApplication::quit);
    window.show();
    return QApplication::exec();
}
