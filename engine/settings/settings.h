// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting as one row, and a snapshot of their values with where each came from (flag > environment > file >
// default). A snapshot is a value: any thread, never changes. SettingsService owns the current one.
#pragma once
#include "base/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QStringList>

#include <array>

namespace kule {

enum class Setting {
    DataDir,
    ApiPort,
    ApiListen,
    ApiCorsOrigins,
    ApiKey,
    ApiTlsCertificate,
    ApiTlsKey,
    ApiMaxBody,
    ApiMaxConnections,
    ApiRequestsPerMinute,
    ApiHeaderTimeout,
    ApiIdleTimeout,
    ApiMaxClients,
    ApiEio3,
    ScriptRoots,
    Python,
    PythonWorkers,
    PythonWarm,
    JobsConcurrency,
    JobsQueueLimit,
    JobsLogCap,
    FatalsGroupCap,
    KeepJobsDays,
    KeepJobsCount,
    KeepJobsMegabytes,
    KeepFailedDays,
    KeepFailedCount,
    KeepFailedMegabytes,
    KeepFatalsDays,
    KeepFatalsCount,
    KeepFatalsMegabytes,
    KeepCallbacksDays,
    KeepCallbacksCount,
    KeepActivityDays,
    KeepActivityCount,
    SeleniumUrl,
    PusherAppId,
    PusherKey,
    PusherSecret,
    PusherCluster,
    PusherHost,
    PusherPort,
    PusherTls,
    TitlesBaseUrl,
    TitlesPace,
    TitlesFetches,
    TitlesCacheUrl,
    TitlesCachePassword,
    TitlesCacheTtl,
    TitlesCacheMegabytes,
    TitlesMaxAge,
    TitlesPagesMegabytes,
    TitlesPagesDays,
    DatabaseUrl,
    DatabasePassword,
    SecretsPlace,
    SecretsPassphraseFile,
    TelegramBaseUrl,
    TelegramPublicUrl,
    HerokuBaseUrl,
    NotifyBots,
    Language,
    Theme,
    LogLevel,
};

enum class SettingType { Text, Number, Switch, Choice, Path, PathList, TextList, Secret };
enum class SettingTakesEffect { AtOnce, AfterRestart };
enum class SettingSource { Default, File, Environment, Flag };

struct SettingRow
{
    Setting id;
    const char *key;         ///< in settings.json and on the API: "api.port"
    const char *environment; ///< "KULE_API_PORT"
    SettingType type;
    const char *fallback; ///< as it would be written in the environment
    const char *choices;  ///< for Choice: "fork spawn"; for Number: "least most"
    SettingTakesEffect takesEffect;
    const char *meaning; ///< one sentence, English, marked for translation
};

/// In the order of the enum (held by a static_assert).
extern const std::array<SettingRow, static_cast<std::size_t>(Setting::LogLevel) + 1> settingRows;
const SettingRow &rowOf(Setting setting);
/// The row with that key; nothing when there is none.
std::optional<Setting> settingOf(QByteArrayView key);

class Settings
{
public:
    /// Values as text, by setting, of each layer.
    using Layer = QHash<Setting, QString>;

    Settings() = default;
    Settings(Layer flags, Layer environment, Layer file);

    /// The environment's layer: every KULE_… variable that a row names, parted from passwords.
    static Layer fromEnvironment(const QProcessEnvironment &environment);

    QString text(Setting setting) const;
    int number(Setting setting) const;
    bool isOn(Setting setting) const;
    /// Split at commas (TextList) or at the platform's path separator (PathList); empty items dropped.
    QStringList list(Setting setting) const;
    SettingSource sourceOf(Setting setting) const;
    /// True when setting it in the file would change nothing, as a flag or the environment stands above it.
    bool isOverridden(Setting setting) const { return sourceOf(setting) > SettingSource::File; }

    const Layer &file() const { return m_file; }
    Settings withFile(Layer file) const { return Settings(m_flags, m_environment, std::move(file)); }

private:
    Layer m_flags;
    Layer m_environment;
    Layer m_file;
};

/// The addresses that may hold a password are settings, their passwords are secrets: moves each from the one row to the other
/// where the other has none yet.
void partFromPasswords(Settings::Layer &layer);

/// Whether text may stand for the setting; the error says what may.
Done checkSetting(Setting setting, const QString &value);

} // namespace kule
