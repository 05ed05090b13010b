// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace kule {

using enum SettingType;
using enum SettingTakesEffect;

constexpr std::array<SettingRow, static_cast<std::size_t>(Setting::LogLevel) + 1> rows{{
    {Setting::DataDir, "data_dir", "KULE_DATA_DIR", Path, "", "", AfterRestart,
     QT_TRANSLATE_NOOP("Engine", "Folder of the database, logs and fatal reports.")},
    {Setting::ApiPort, "api.port", "KULE_API_PORT", Number, "3000", "0 65535", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Port of the local API; 0 takes a free one.")},
    {Setting::ApiListen, "api.listen", "KULE_API_LISTEN", TextList, "127.0.0.1,::1", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Addresses that the API listens on.")},
    {Setting::ApiCorsOrigins, "api.cors_origins", "KULE_API_CORS_ORIGINS", TextList, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Web origins that may call the API besides those of this computer.")},
    {Setting::ApiKey, "api.key", "KULE_API_KEY", SettingType::Secret, "", "", AfterRestart,
     QT_TRANSLATE_NOOP("Engine", "Access key with scope admin for use without a window.")},
    {Setting::ApiTlsCertificate, "api.tls_certificate", "KULE_API_TLS_CERTIFICATE", Path, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Certificate (PEM) with which the API speaks TLS; empty: plain HTTP.")},
    {Setting::ApiTlsKey, "api.tls_key", "KULE_API_TLS_KEY", Path, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Private key (PEM) of that certificate.")},
    {Setting::ApiMaxBody, "api.max_body", "KULE_API_MAX_BODY", Number, "1048576", "1024 1073741824", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Largest request body in bytes.")},
    {Setting::ApiMaxConnections, "api.max_connections", "KULE_API_MAX_CONNECTIONS", Number, "256", "1 100000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Connections at once, besides those of Socket.IO clients.")},
    {Setting::ApiRequestsPerMinute, "api.requests_per_minute", "KULE_API_REQUESTS_PER_MINUTE", Number, "0", "0 1000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Requests a minute for each access key; 0 sets no limit.")},
    {Setting::ApiHeaderTimeout, "api.header_timeout_s", "KULE_API_HEADER_TIMEOUT_S", Number, "10", "1 3600", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Seconds in which a request's header must be complete.")},
    {Setting::ApiIdleTimeout, "api.idle_timeout_s", "KULE_API_IDLE_TIMEOUT_S", Number, "30", "1 3600", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Seconds after which an idle or stalled connection is closed.")},
    {Setting::ApiMaxClients, "api.max_clients", "KULE_API_MAX_CLIENTS", Number, "10000", "1 100000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Socket.IO clients at once.")},
    {Setting::ApiEio3, "api.eio3", "KULE_API_EIO3", Switch, "false", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Whether old Socket.IO clients (socket.io-client 2) are served too.")},
    {Setting::ScriptRoots, "jobs.script_roots", "KULE_SCRIPT_ROOTS", PathList, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Folders whose Python files may be run; empty: packages in the data folder.")},
    {Setting::Python, "jobs.python", "KULE_PYTHON", Path, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Python interpreter; empty: the first usable python3 from 3.9 on.")},
    {Setting::PythonWorkers, "jobs.python_workers", "KULE_PYTHON_WORKERS", Choice,
#ifdef Q_OS_WIN
     "spawn", "spawn",
#else
     "fork", "fork spawn",
#endif
     AtOnce, QT_TRANSLATE_NOOP("Engine", "How Python workers are started ahead of need.")},
    {Setting::PythonWarm, "jobs.python_warm", "KULE_PYTHON_WARM", Number, "0", "0 256", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Python workers kept warm; 0: one a processor core.")},
    {Setting::JobsConcurrency, "jobs.concurrency", "KULE_JOBS_CONCURRENCY", Number, "0", "0 4096", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Jobs that run at once; 0: two a processor core.")},
    {Setting::JobsQueueLimit, "jobs.queue_limit", "KULE_JOBS_QUEUE_LIMIT", Number, "10000", "1 10000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Jobs that may wait; more are refused until there is room.")},
    {Setting::JobsLogCap, "jobs.log_cap", "KULE_JOBS_LOG_CAP", Number, "67108864", "65536 2147483647", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Bytes of log kept for each attempt: the head and the tail.")},
    {Setting::FatalsGroupCap, "fatals.group_cap", "KULE_FATALS_GROUP_CAP", Number, "1000", "1 1000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Reports kept for each group of equal fatals; later ones are only counted.")},
    {Setting::KeepJobsDays, "keep.jobs_days", "KULE_KEEP_JOBS_DAYS", Number, "365", "0 36500", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Days that jobs which succeeded or were cancelled are kept, with their logs; 0: no limit.")},
    {Setting::KeepJobsCount, "keep.jobs_count", "KULE_KEEP_JOBS_COUNT", Number, "1000000", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most jobs of these; the oldest go first; 0: no limit.")},
    {Setting::KeepJobsMegabytes, "keep.jobs_mb", "KULE_KEEP_JOBS_MB", Number, "20480", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most megabytes of their logs; 0: no limit.")},
    {Setting::KeepFailedDays, "keep.failed_days", "KULE_KEEP_FAILED_DAYS", Number, "730", "0 36500", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Days that jobs which failed, timed out or were interrupted are kept, with their logs; 0: no limit.")},
    {Setting::KeepFailedCount, "keep.failed_count", "KULE_KEEP_FAILED_COUNT", Number, "1000000", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most failed jobs; the oldest go first; 0: no limit.")},
    {Setting::KeepFailedMegabytes, "keep.failed_mb", "KULE_KEEP_FAILED_MB", Number, "20480", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most megabytes of the logs of failed jobs; 0: no limit.")},
    {Setting::KeepFatalsDays, "keep.fatals_days", "KULE_KEEP_FATALS_DAYS", Number, "730", "0 36500", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Days that fatal reports are kept; 0: no limit.")},
    {Setting::KeepFatalsCount, "keep.fatals_count", "KULE_KEEP_FATALS_COUNT", Number, "100000", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most fatal reports; the oldest go first; 0: no limit.")},
    {Setting::KeepFatalsMegabytes, "keep.fatals_mb", "KULE_KEEP_FATALS_MB", Number, "4096", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most megabytes of fatal reports; 0: no limit.")},
    {Setting::KeepCallbacksDays, "keep.callbacks_days", "KULE_KEEP_CALLBACKS_DAYS", Number, "90", "0 36500", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Days that delivered callbacks are kept; 0: no limit.")},
    {Setting::KeepCallbacksCount, "keep.callbacks_count", "KULE_KEEP_CALLBACKS_COUNT", Number, "100000", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most delivered callbacks; the oldest go first; 0: no limit.")},
    {Setting::KeepActivityDays, "keep.activity_days", "KULE_KEEP_ACTIVITY_DAYS", Number, "730", "0 36500", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Days that the activity log is kept; 0: no limit.")},
    {Setting::KeepActivityCount, "keep.activity_count", "KULE_KEEP_ACTIVITY_COUNT", Number, "1000000", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most rows of the activity log; the oldest go first; 0: no limit.")},
    {Setting::SeleniumUrl, "selenium.url", "KULE_SELENIUM_URL", Text, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Selenium hub or grid; empty: a browser on this computer.")},
    {Setting::PusherAppId, "pusher.app_id", "KULE_PUSHER_APP_ID", Text, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Pusher application id; empty: events stay in Kule.")},
    {Setting::PusherKey, "pusher.key", "KULE_PUSHER_KEY", Text, "", "", AtOnce, QT_TRANSLATE_NOOP("Engine", "Pusher application key.")},
    {Setting::PusherSecret, "pusher.secret", "KULE_PUSHER_SECRET", SettingType::Secret, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Pusher application secret; kept where secrets live, never in the settings file.")},
    {Setting::PusherCluster, "pusher.cluster", "KULE_PUSHER_CLUSTER", Text, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Pusher cluster, such as eu.")},
    {Setting::PusherHost, "pusher.host", "KULE_PUSHER_HOST", Text, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Host of a Pusher-compatible server of your own.")},
    {Setting::PusherPort, "pusher.port", "KULE_PUSHER_PORT", Number, "0", "0 65535", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Port of that server; 0: the usual one of http or https.")},
    {Setting::PusherTls, "pusher.tls", "KULE_PUSHER_TLS", Switch, "true", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Whether that server is reached by https.")},
    {Setting::TitlesBaseUrl, "titles.base_url", "KULE_TITLES_BASE_URL", Text, "https://www.netflix.com", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Where title pages are fetched from; redirects are followed on this host alone.")},
    {Setting::TitlesPace, "titles.pace_ms", "KULE_TITLES_PACE_MS", Number, "1000", "0 3600000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Milliseconds between two fetches of title pages at least; 0: no pause.")},
    {Setting::TitlesFetches, "titles.fetches", "KULE_TITLES_FETCHES", Number, "2", "1 64", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Title pages that are fetched at once.")},
    {Setting::TitlesCacheUrl, "titles.cache_url", "KULE_TITLES_CACHE_URL", Text, "memory:", "", AfterRestart,
     QT_TRANSLATE_NOOP("Engine", "Cache of titles: memory: or redis://host[:port][/number].")},
    {Setting::TitlesCachePassword, "titles.cache_password", "KULE_TITLES_CACHE_PASSWORD", SettingType::Secret, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Password of that Redis; kept where secrets live, never in the settings file.")},
    {Setting::TitlesCacheTtl, "titles.cache_ttl_s", "KULE_TITLES_CACHE_TTL_S", Number, "86400", "1 31536000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Seconds for which the cache holds a title.")},
    {Setting::TitlesCacheMegabytes, "titles.cache_mb", "KULE_TITLES_CACHE_MB", Number, "64", "1 65536", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most megabytes of titles in memory; what was not asked for longest goes first.")},
    {Setting::TitlesMaxAge, "titles.max_age_days", "KULE_TITLES_MAX_AGE_DAYS", Number, "0", "0 36500", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Days after which a stored title is fetched anew; 0: never by itself.")},
    {Setting::TitlesPagesMegabytes, "titles.pages_mb", "KULE_TITLES_PAGES_MB", Number, "1024", "0 100000000", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Most megabytes of raw pages, compressed; the oldest go first; 0: no limit.")},
    {Setting::TitlesPagesDays, "titles.pages_days", "KULE_TITLES_PAGES_DAYS", Number, "365", "0 36500", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Days that raw pages are kept; 0: no limit.")},
    {Setting::DatabaseUrl, "titles.database_url", "KULE_DATABASE_URL", Text, "sqlite:", "", AfterRestart,
     QT_TRANSLATE_NOOP("Engine", "Database of titles: sqlite: or postgresql://user@host[:port]/name.")},
    {Setting::DatabasePassword, "titles.database_password", "KULE_DATABASE_PASSWORD", SettingType::Secret, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Password of that PostgreSQL; kept where secrets live, never in the settings file.")},
    {Setting::SecretsPlace, "secrets.place", "KULE_SECRETS", Choice, "keychain", "keychain vault session env", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Where secrets live; the card Secrets brings them along, this does not.")},
    {Setting::SecretsPassphraseFile, "secrets.passphrase_file", "KULE_SECRETS_PASSPHRASE_FILE", Path, "", "", AfterRestart,
     QT_TRANSLATE_NOOP("Engine", "File with the passphrase of the vault, for use without a person; empty: ask.")},
    {Setting::TelegramBaseUrl, "telegram.base_url", "KULE_TELEGRAM_BASE_URL", Text, "https://api.telegram.org", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Address of Telegram's Bot API, or of a server of your own; bots take it with their next start.")},
    {Setting::TelegramPublicUrl, "telegram.public_url", "KULE_TELEGRAM_PUBLIC_URL", Text, "", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Address (https) under which Telegram reaches this server, for bots in the mode prod; empty: it does not.")},
    {Setting::HerokuBaseUrl, "heroku.base_url", "KULE_HEROKU_BASE_URL", Text, "https://api.heroku.com", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Address of Heroku's Platform API; the tokens of its apps are sent there.")},
    {Setting::NotifyBots, "notify.bots", "KULE_NOTIFY_BOTS", Switch, "true", "", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Whether the window says in the desktop's tray when a bot fails, is in a conflict or has its token refused; the status line says it in any case.")},
    {Setting::Language, "language", "KULE_LANGUAGE", Choice, "system", "system tr en", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Language of the window and the command line.")},
    {Setting::Theme, "theme", "KULE_THEME", Choice, "system", "system light dark", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "Colours of the window.")},
    {Setting::LogLevel, "log_level", "KULE_LOG_LEVEL", Choice, "info", "debug info warning error", AtOnce,
     QT_TRANSLATE_NOOP("Engine", "How much Kule writes about itself.")},
}};

static_assert(
    [] {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].id != static_cast<Setting>(i))
                return false;
        }
        return true;
    }(),
    "settingRows stand in the order of the enum");

const std::array<SettingRow, static_cast<std::size_t>(Setting::LogLevel) + 1> settingRows = rows;

const SettingRow &rowOf(Setting setting)
{
    return settingRows[static_cast<std::size_t>(setting)];
}

std::optional<Setting> settingOf(QByteArrayView key)
{
    const auto row = std::find_if(settingRows.begin(), settingRows.end(), [key](const SettingRow &r) { return key == r.key; });
    return row == settingRows.end() ? std::nullopt : std::optional(row->id);
}

Settings::Settings(Layer flags, Layer environment, Layer file)
    : m_flags(std::move(flags))
    , m_environment(std::move(environment))
    , m_file(std::move(file))
{
}

Settings::Layer Settings::fromEnvironment(const QProcessEnvironment &environment)
{
    Layer layer;
    for (const SettingRow &row : settingRows) {
        const QString name = QString::fromLatin1(row.environment);
        if (environment.contains(name) && !environment.value(name).isEmpty())
            layer.insert(row.id, environment.value(name));
    }
    partFromPasswords(layer);
    return layer;
}

QString Settings::text(Setting setting) const
{
    switch (sourceOf(setting)) {
    case SettingSource::Flag:
        return m_flags.value(setting);
    case SettingSource::Environment:
        return m_environment.value(setting);
    case SettingSource::File:
        return m_file.value(setting);
    case SettingSource::Default:
        break;
    }
    return QString::fromUtf8(rowOf(setting).fallback);
}

SettingSource Settings::sourceOf(Setting setting) const
{
    // A value that its row does not allow counts for nothing, so that one bad line never keeps Kule from starting.
    const auto holds = [setting](const Layer &layer) {
        const auto value = layer.constFind(setting);
        return value != layer.constEnd() && checkSetting(setting, *value).has_value();
    };
    if (holds(m_flags))
        return SettingSource::Flag;
    if (holds(m_environment))
        return SettingSource::Environment;
    return holds(m_file) ? SettingSource::File : SettingSource::Default;
}

int Settings::number(Setting setting) const
{
    return text(setting).toInt();
}

bool Settings::isOn(Setting setting) const
{
    const QString value = text(setting);
    return value == QLatin1String("true") || value == QLatin1String("1") || value == QLatin1String("on")
        || value == QLatin1String("yes");
}

QStringList Settings::list(Setting setting) const
{
    const QChar separator = rowOf(setting).type == SettingType::PathList ? QDir::listSeparator() : QChar(u',');
    QStringList items = text(setting).split(separator, Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.trimmed();
    items.removeAll(QString());
    return items;
}

namespace {

constexpr std::array passwords{std::pair{Setting::TitlesCacheUrl, Setting::TitlesCachePassword}, std::pair{Setting::DatabaseUrl, Setting::DatabasePassword}};

// "redis://:word@host/0" to "redis://host/0", and the word. Not by QUrl, which takes no word with an odd character.
std::optional<std::pair<QString, QString>> parted(const QString &url)
{
    static const QRegularExpression form(QStringLiteral("^([a-z+]+://)([^/?#]*)@([^@/?#]*.*)$"));
    const auto match = form.match(url);
    const qsizetype colon = match.captured(2).indexOf(u':');
    if (colon < 0)
        return std::nullopt;
    const QString user = match.captured(2).left(colon);
    return std::pair{match.captured(1) + (user.isEmpty() ? user : user + u'@') + match.captured(3),
                     QUrl::fromPercentEncoding(match.captured(2).mid(colon + 1).toUtf8())};
}

} // namespace

void partFromPasswords(Settings::Layer &layer)
{
    for (const auto &[url, password] : passwords) {
        const auto parts = layer.contains(url) ? parted(layer.value(url)) : std::nullopt;
        if (!parts)
            continue;
        layer[url] = parts->first;
        if (layer.value(password).isEmpty())
            layer[password] = parts->second;
    }
}

Done checkSetting(Setting setting, const QString &value)
{
    const SettingRow &row = rowOf(setting);
    const QStringList choices = QString::fromLatin1(row.choices).split(u' ', Qt::SkipEmptyParts);
    const QString key = QString::fromLatin1(row.key);
    if (value.contains(QChar(u'\0')))
        return fail(ErrorKind::Invalid, "settings.bad_value", kule::text(QT_TRANSLATE_NOOP("Engine", "%1 must not hold a NUL."), key));
    const auto pair = std::find_if(passwords.begin(), passwords.end(), [setting](const auto &each) { return each.first == setting; });
    if (pair != passwords.end() && parted(value))
        return fail(ErrorKind::Invalid, "settings.password_in_address",
                    kule::text(QT_TRANSLATE_NOOP("Engine", "Write %1 without the password, and enter that as %2, which is kept where secrets live."), key,
                               QString::fromLatin1(rowOf(pair->second).key)));
    switch (row.type) {
    case SettingType::Number: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || number < choices.value(0).toInt() || number > choices.value(1).toInt()) {
            return fail(ErrorKind::Invalid, "settings.bad_value",
                        kule::text(QT_TRANSLATE_NOOP("Engine", "%1 must be a whole number from %2 to %3."), key, choices.value(0),
                                   choices.value(1)));
        }
        return {};
    }
    case SettingType::Switch:
        if (!QStringList{QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("1"), QStringLiteral("0"),
                         QStringLiteral("on"), QStringLiteral("off"), QStringLiteral("yes"), QStringLiteral("no")}
                 .contains(value))
            return fail(ErrorKind::Invalid, "settings.bad_value",
                        kule::text(QT_TRANSLATE_NOOP("Engine", "%1 must be true or false."), key));
        return {};
    case SettingType::Choice:
        if (!choices.contains(value))
            return fail(ErrorKind::Invalid, "settings.bad_value",
                        kule::text(QT_TRANSLATE_NOOP("Engine", "%1 must be one of: %2."), key, choices.join(QStringLiteral(", "))));
        return {};
    case SettingType::Text:
    case SettingType::Path:
    case SettingType::PathList:
    case SettingType::TextList:
    case SettingType::Secret:
        return {};
    }
    return {};
}

} // namespace kule
