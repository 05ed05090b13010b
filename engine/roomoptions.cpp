// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomoptions.h"

#include <QDir>

namespace kule {
namespace {

int cores()
{
    return std::max(1, QThread::idealThreadCount());
}

int orElse(int value, int otherwise)
{
    return value > 0 ? value : otherwise;
}

} // namespace

RunnerLimits runnerLimits(const Settings &settings)
{
    return {orElse(settings.number(Setting::JobsConcurrency), 2 * cores()), settings.number(Setting::JobsQueueLimit),
            settings.number(Setting::JobsLogCap)};
}

TitleSettings titleSettings(const Settings &settings)
{
    TitleSettings titles;
    titles.rules.fetch = {settings.text(Setting::TitlesBaseUrl), Milliseconds(settings.number(Setting::TitlesPace)), settings.number(Setting::TitlesFetches)};
    titles.rules.pages = {qint64(settings.number(Setting::TitlesPagesMegabytes)) * 1024 * 1024, settings.number(Setting::TitlesPagesDays)};
    titles.rules.maxAge = std::chrono::days(settings.number(Setting::TitlesMaxAge));
    titles.cacheUrl = settings.text(Setting::TitlesCacheUrl);
    titles.databaseUrl = settings.text(Setting::DatabaseUrl);
    titles.cacheTime = std::chrono::seconds(settings.number(Setting::TitlesCacheTtl));
    titles.cacheRoom = qint64(settings.number(Setting::TitlesCacheMegabytes)) * 1024 * 1024;
    return titles;
}

QStringList scriptRoots(const Settings &settings, const Folders &folders)
{
    QStringList roots = settings.list(Setting::ScriptRoots);
    if (roots.isEmpty())
        roots = {folders.packages()};
    for (QString &root : roots)
        root = QDir::cleanPath(QDir(root).absolutePath());
    return roots;
}

BotSettings botSettings(const Settings &settings, const Folders &folders)
{
    return {settings.text(Setting::TelegramBaseUrl), settings.text(Setting::TelegramPublicUrl), settings.text(Setting::Python), scriptRoots(settings, folders)};
}

LocalExecutorOptions executorOptions(const Settings &settings, const Folders &folders)
{
    LocalExecutorOptions options;
    options.python = settings.text(Setting::Python);
    options.mode = settings.text(Setting::PythonWorkers) == QLatin1String("spawn") ? WorkerMode::Spawn : WorkerMode::Fork;
    options.warm = orElse(settings.number(Setting::PythonWarm), cores());
    options.seleniumUrl = settings.text(Setting::SeleniumUrl);
    options.scriptRoots = scriptRoots(settings, folders);
    options.dataFolder = folders.data;
    return options;
}

Settings::Layer withoutSecrets(Settings::Layer environment)
{
    for (const SettingRow &row : settingRows) {
        if (row.type == SettingType::Secret && environment.contains(row.id))
            environment[row.id] = QStringLiteral("***");
    }
    return environment;
}

GivenSecrets givenSecrets(Settings::Layer &environment, GivenSecrets given)
{
    for (const auto &[setting, name] : secretname::ofSettings) {
        QByteArray value = environment.take(setting).toUtf8();
        if (!value.isEmpty())
            given[name] = std::make_shared<const Secret>(value);
        scrub(value.data(), static_cast<std::size_t>(value.size()));
    }
    return given;
}

} // namespace kule
