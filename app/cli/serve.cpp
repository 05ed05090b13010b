// SPDX-License-Identifier: GPL-3.0-or-later
// kule serve: the engine without a window, until it is asked to stop.
#include "client.h"
#include "hosted.h"
#include "platform/stopsignals.h"

#include <QDir>

namespace kule::cli {
namespace {

void declareServe(QCommandLineParser &parser)
{
    declare(parser, {QStringLiteral("data-dir")}, QCoreApplication::translate("Cli", "Folder of the database, logs and fatal reports."), "folder");
    declare(parser, {QStringLiteral("port")}, QCoreApplication::translate("Cli", "Port of the API; 0 takes a free one."), "number");
    declare(parser, {QStringLiteral("key-file")}, QCoreApplication::translate("Cli", "File with an access key of scope admin."), "file");
    declare(parser, {QStringLiteral("script-root")}, QCoreApplication::translate("Cli", "Folder whose Python files may be run; repeatable."), "folder");
}

Result<EngineOptions> optionsOf(const Session &session)
{
    EngineOptions options;
    options.folders = session.folders;
    options.environment = Settings::fromEnvironment(QProcessEnvironment::systemEnvironment());
    if (const auto folder = session.option("data-dir"))
        options.flags.insert(Setting::DataDir, *folder);
    if (const auto port = session.option("port"))
        options.flags.insert(Setting::ApiPort, *port);
    QStringList roots = session.line.values(QStringLiteral("script-root"));
    for (QString &root : roots)
        root = QDir(root).absolutePath();
    if (!roots.isEmpty())
        options.flags.insert(Setting::ScriptRoots, roots.join(QDir::listSeparator()));

    for (const Settings::Layer &layer : {options.flags, options.environment}) {
        for (auto value = layer.cbegin(); value != layer.cend(); ++value) {
            if (auto checked = checkSetting(value.key(), value.value()); !checked)
                return fail(checked.error());
        }
    }
    if (const auto file = session.option("key-file")) {
        auto key = readKey(*file);
        if (!key)
            return fail(key.error());
        options.sessionKey = std::move(*key);
    } else {
        options.sessionKey = Secret(qgetenv("KULE_API_KEY").trimmed());
    }
    // Jobs inherit the environment of the engine; its secrets are not for them.
    options.environment.remove(Setting::ApiKey);
    for (const SettingRow &row : settingRows) {
        if (row.type == SettingType::Secret || row.id == Setting::TitlesCacheUrl || row.id == Setting::DatabaseUrl)
            qunsetenv(row.environment);
    }
    options.secrets = givenIn(QProcessEnvironment::systemEnvironment());
    hideGiven(options.secrets);
    return options;
}

Result<ExitCode> serve(Session &session)
{
    if (auto words = expectWords(session, 0, 0, serveCommand); !words)
        return fail(words.error());
    auto options = optionsOf(session);
    if (!options)
        return fail(options.error());
    const StopSignals stop;
    QEventLoop loop;
    QObject::connect(&stop, &StopSignals::requested, &loop, &QEventLoop::quit);
    auto hosted = host(std::move(*options));
    if (!hosted)
        return fail(hosted.error());
    if (const auto key = hosted->engine->takeFirstKey()) {
        session.out.say(QCoreApplication::translate("Cli", "Access key \"default\", shown only now: %1")
                            .arg(QString::fromLatin1(key->view())));
    }
    session.out.jsonLine({{"url", hosted->url}, {"pid", QCoreApplication::applicationPid()}});
    if (stop.count() == 0)
        loop.exec();
    return ExitCode::Ok;
}

} // namespace

const Command serveCommand{"serve", "[--data-dir DIR] [--port N] [--key-file FILE] [--script-root DIR]…",
                           QT_TRANSLATE_NOOP("Cli", "The engine without a window, until SIGTERM or Ctrl+C."), declareServe, serve};

} // namespace kule::cli
