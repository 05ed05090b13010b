// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/settingwords.h"

#include <QCoreApplication>

namespace kule {
namespace {

QString say(const char *source)
{
    return QCoreApplication::translate("Settings", source);
}

} // namespace

QString groupOf(const SettingRow &row)
{
    const QByteArray key(row.key);
    const QByteArray head = key.left(key.indexOf('.'));
    if (head == "api")
        return say(QT_TRANSLATE_NOOP("Settings", "API"));
    if (head == "jobs")
        return say(QT_TRANSLATE_NOOP("Settings", "Jobs"));
    if (head == "fatals")
        return say(QT_TRANSLATE_NOOP("Settings", "Fatal errors"));
    if (head == "keep")
        return say(QT_TRANSLATE_NOOP("Settings", "How long things are kept"));
    if (head == "secrets")
        return say(QT_TRANSLATE_NOOP("Settings", "Secrets"));
    if (head == "selenium")
        return say(QT_TRANSLATE_NOOP("Settings", "Selenium"));
    if (head == "pusher")
        return say(QT_TRANSLATE_NOOP("Settings", "Pusher"));
    if (head == "telegram" || head == "heroku" || head == "notify")
        return say(QT_TRANSLATE_NOOP("Settings", "Bots"));
    if (head == "titles")
        return say(QT_TRANSLATE_NOOP("Settings", "Titles"));
    return say(QT_TRANSLATE_NOOP("Settings", "General"));
}

QString nameOf(const SettingRow &row)
{
    switch (row.id) {
    case Setting::DataDir:
        return say(QT_TRANSLATE_NOOP("Settings", "Data folder"));
    case Setting::ApiPort:
        return say(QT_TRANSLATE_NOOP("Settings", "Port"));
    case Setting::ApiListen:
        return say(QT_TRANSLATE_NOOP("Settings", "Addresses"));
    case Setting::ApiCorsOrigins:
        return say(QT_TRANSLATE_NOOP("Settings", "Allowed web origins"));
    case Setting::ApiKey:
        return say(QT_TRANSLATE_NOOP("Settings", "Access key"));
    case Setting::ApiTlsCertificate:
        return say(QT_TRANSLATE_NOOP("Settings", "TLS certificate"));
    case Setting::ApiTlsKey:
        return say(QT_TRANSLATE_NOOP("Settings", "TLS private key"));
    case Setting::ApiMaxBody:
        return say(QT_TRANSLATE_NOOP("Settings", "Largest body"));
    case Setting::ApiMaxConnections:
        return say(QT_TRANSLATE_NOOP("Settings", "Most connections"));
    case Setting::ApiRequestsPerMinute:
        return say(QT_TRANSLATE_NOOP("Settings", "Requests a minute"));
    case Setting::ApiHeaderTimeout:
        return say(QT_TRANSLATE_NOOP("Settings", "Header time-out"));
    case Setting::ApiIdleTimeout:
        return say(QT_TRANSLATE_NOOP("Settings", "Idle time-out"));
    case Setting::ApiMaxClients:
        return say(QT_TRANSLATE_NOOP("Settings", "Most live clients"));
    case Setting::ApiEio3:
        return say(QT_TRANSLATE_NOOP("Settings", "Old live clients"));
    case Setting::ScriptRoots:
        return say(QT_TRANSLATE_NOOP("Settings", "Script folders"));
    case Setting::Python:
        return say(QT_TRANSLATE_NOOP("Settings", "Python"));
    case Setting::PythonWorkers:
        return say(QT_TRANSLATE_NOOP("Settings", "Worker start"));
    case Setting::PythonWarm:
        return say(QT_TRANSLATE_NOOP("Settings", "Warm workers"));
    case Setting::JobsConcurrency:
        return say(QT_TRANSLATE_NOOP("Settings", "Jobs at once"));
    case Setting::JobsQueueLimit:
        return say(QT_TRANSLATE_NOOP("Settings", "Queue limit"));
    case Setting::JobsLogCap:
        return say(QT_TRANSLATE_NOOP("Settings", "Log size"));
    case Setting::FatalsGroupCap:
        return say(QT_TRANSLATE_NOOP("Settings", "Reports a group"));
    case Setting::KeepJobsDays:
        return say(QT_TRANSLATE_NOOP("Settings", "Jobs: days"));
    case Setting::KeepJobsCount:
        return say(QT_TRANSLATE_NOOP("Settings", "Jobs: number"));
    case Setting::KeepJobsMegabytes:
        return say(QT_TRANSLATE_NOOP("Settings", "Jobs: megabytes of logs"));
    case Setting::KeepFailedDays:
        return say(QT_TRANSLATE_NOOP("Settings", "Failed jobs: days"));
    case Setting::KeepFailedCount:
        return say(QT_TRANSLATE_NOOP("Settings", "Failed jobs: number"));
    case Setting::KeepFailedMegabytes:
        return say(QT_TRANSLATE_NOOP("Settings", "Failed jobs: megabytes of logs"));
    case Setting::KeepFatalsDays:
        return say(QT_TRANSLATE_NOOP("Settings", "Reports: days"));
    case Setting::KeepFatalsCount:
        return say(QT_TRANSLATE_NOOP("Settings", "Reports: number"));
    case Setting::KeepFatalsMegabytes:
        return say(QT_TRANSLATE_NOOP("Settings", "Reports: megabytes"));
    case Setting::KeepCallbacksDays:
        return say(QT_TRANSLATE_NOOP("Settings", "Callbacks: days"));
    case Setting::KeepCallbacksCount:
        return say(QT_TRANSLATE_NOOP("Settings", "Callbacks: number"));
    case Setting::KeepActivityDays:
        return say(QT_TRANSLATE_NOOP("Settings", "Activity: days"));
    case Setting::KeepActivityCount:
        return say(QT_TRANSLATE_NOOP("Settings", "Activity: number"));
    case Setting::SeleniumUrl:
        return say(QT_TRANSLATE_NOOP("Settings", "Hub address"));
    case Setting::PusherAppId:
        return say(QT_TRANSLATE_NOOP("Settings", "Application id"));
    case Setting::PusherKey:
        return say(QT_TRANSLATE_NOOP("Settings", "Application key"));
    case Setting::PusherSecret:
        return say(QT_TRANSLATE_NOOP("Settings", "Application secret"));
    case Setting::PusherCluster:
        return say(QT_TRANSLATE_NOOP("Settings", "Cluster"));
    case Setting::PusherHost:
        return say(QT_TRANSLATE_NOOP("Settings", "Host"));
    case Setting::PusherPort:
        return say(QT_TRANSLATE_NOOP("Settings", "Host's port"));
    case Setting::PusherTls:
        return say(QT_TRANSLATE_NOOP("Settings", "Use https"));
    case Setting::TitlesBaseUrl:
        return say(QT_TRANSLATE_NOOP("Settings", "Site"));
    case Setting::TitlesPace:
        return say(QT_TRANSLATE_NOOP("Settings", "Pause between fetches"));
    case Setting::TitlesFetches:
        return say(QT_TRANSLATE_NOOP("Settings", "Fetches at once"));
    case Setting::TitlesCacheUrl:
        return say(QT_TRANSLATE_NOOP("Settings", "Cache"));
    case Setting::TitlesCachePassword:
        return say(QT_TRANSLATE_NOOP("Settings", "Password of the cache"));
    case Setting::TitlesCacheTtl:
        return say(QT_TRANSLATE_NOOP("Settings", "Seconds in the cache"));
    case Setting::TitlesCacheMegabytes:
        return say(QT_TRANSLATE_NOOP("Settings", "Megabytes in memory"));
    case Setting::TitlesMaxAge:
        return say(QT_TRANSLATE_NOOP("Settings", "Days until fetched anew"));
    case Setting::TitlesPagesMegabytes:
        return say(QT_TRANSLATE_NOOP("Settings", "Megabytes of raw pages"));
    case Setting::TitlesPagesDays:
        return say(QT_TRANSLATE_NOOP("Settings", "Days of raw pages"));
    case Setting::DatabaseUrl:
        return say(QT_TRANSLATE_NOOP("Settings", "Database"));
    case Setting::DatabasePassword:
        return say(QT_TRANSLATE_NOOP("Settings", "Password of the database"));
    case Setting::SecretsPlace:
        return say(QT_TRANSLATE_NOOP("Settings", "Where secrets live"));
    case Setting::SecretsPassphraseFile:
        return say(QT_TRANSLATE_NOOP("Settings", "Passphrase file"));
    case Setting::TelegramBaseUrl:
        return say(QT_TRANSLATE_NOOP("Settings", "Telegram's Bot API"));
    case Setting::TelegramPublicUrl:
        return say(QT_TRANSLATE_NOOP("Settings", "Address for Telegram"));
    case Setting::HerokuBaseUrl:
        return say(QT_TRANSLATE_NOOP("Settings", "Heroku's Platform API"));
    case Setting::NotifyBots:
        return say(QT_TRANSLATE_NOOP("Settings", "Notices in the tray"));
    case Setting::Language:
        return say(QT_TRANSLATE_NOOP("Settings", "Language"));
    case Setting::Theme:
        return say(QT_TRANSLATE_NOOP("Settings", "Colours"));
    case Setting::LogLevel:
        return say(QT_TRANSLATE_NOOP("Settings", "Own log"));
    }
    return QString::fromLatin1(row.key);
}

QString meaningOf(const SettingRow &row)
{
    return QCoreApplication::translate("Engine", row.meaning);
}

QString choiceWord(const QString &choice)
{
    static constexpr std::pair<const char *, const char *> words[] = {
        {"system", QT_TRANSLATE_NOOP("Settings", "As the system")},
        {"tr", "Türkçe"},
        {"en", "English"},
        {"light", QT_TRANSLATE_NOOP("Settings", "Light")},
        {"dark", QT_TRANSLATE_NOOP("Settings", "Dark")},
        {"fork", QT_TRANSLATE_NOOP("Settings", "Forked from a warm parent")},
        {"spawn", QT_TRANSLATE_NOOP("Settings", "Each started anew")},
        {"keychain", QT_TRANSLATE_NOOP("Settings", "Keychain of this computer")},
        {"vault", QT_TRANSLATE_NOOP("Settings", "Vault under a passphrase")},
        {"session", QT_TRANSLATE_NOOP("Settings", "Memory, until Kule ends")},
        {"env", QT_TRANSLATE_NOOP("Settings", "Environment")},
        {"debug", QT_TRANSLATE_NOOP("Settings", "Everything")},
        {"info", QT_TRANSLATE_NOOP("Settings", "What happens")},
        {"warning", QT_TRANSLATE_NOOP("Settings", "Warnings and errors")},
        {"error", QT_TRANSLATE_NOOP("Settings", "Errors only")},
    };
    for (const auto &[word, shown] : words) {
        if (choice == QLatin1String(word))
            return say(shown);
    }
    return choice;
}

QString sourceWord(const SettingRow &row, SettingSource source)
{
    switch (source) {
    case SettingSource::Default:
        return say(QT_TRANSLATE_NOOP("Settings", "Default"));
    case SettingSource::File:
        return say(QT_TRANSLATE_NOOP("Settings", "Changed here"));
    case SettingSource::Environment:
        return say(QT_TRANSLATE_NOOP("Settings", "Environment: %1")).arg(QString::fromLatin1(row.environment));
    case SettingSource::Flag:
        return say(QT_TRANSLATE_NOOP("Settings", "Command line"));
    }
    return {};
}

} // namespace kule
