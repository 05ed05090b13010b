// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding.h"

#include "api/discovery.h"
#include "titles/backends.h"

#include <QTcpSocket>

namespace kule::cli {
namespace {

constexpr int patienceMs = 5'000;

QString said(const char *source)
{
    return QCoreApplication::translate("Cli", source);
}

// Empty: something listens there.
QString whyUnreachable(const QString &host, int port)
{
    QTcpSocket socket;
    socket.connectToHost(host, static_cast<quint16>(port));
    return socket.waitForConnected(patienceMs) ? QString() : socket.errorString();
}

Finding site(const Session &session)
{
    const QString address = session.settings.text(Setting::TitlesBaseUrl);
    const QUrl url(address, QUrl::StrictMode);
    const bool isSafe = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!isSafe && url.scheme() != QLatin1String("http")))
        return {"titles-site", Health::Bad, said(QT_TRANSLATE_NOOP("Cli", "KULE_TITLES_BASE_URL is not the address of a site")),
                said(QT_TRANSLATE_NOOP("Cli", "Set it to https://www.netflix.com, or unset it."))};
    const QString place = url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QString why = whyUnreachable(url.host(), url.port(isSafe ? 443 : 80));
    if (why.isEmpty())
        return {"titles-site", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "%1 can be reached")).arg(place), {}};
    return {"titles-site", Health::Poor, said(QT_TRANSLATE_NOOP("Cli", "%1 cannot be reached: %2; only stored titles are answered")).arg(place, why),
            said(QT_TRANSLATE_NOOP("Cli", "Look at the network connection and KULE_TITLES_BASE_URL."))};
}

/// How to mend it: where nothing listens, where it refuses, where the setting is not understood.
struct Fixes
{
    const char *silent;
    const char *refused;
    const char *unclear;
};

/// Kept in the environment, or where secrets live, into which only a running Kule looks.
PasswordSource passwordOf(const Session &session, Setting setting)
{
    const QByteArray word = session.settings.text(setting).toUtf8();
    return [word]() -> Result<SecretPtr> { return word.isEmpty() ? SecretPtr() : std::make_shared<const Secret>(word); };
}

Finding findingOf(const Session &session, const char *check, Health health, const BackendLook &look, Setting password, const Fixes &fixes)
{
    const QString sentence = session.sentence(look.problem->message);
    if (look.url.host.isEmpty())
        return {check, health, sentence, said(fixes.unclear)};
    if (!whyUnreachable(look.url.host, look.url.port).isEmpty())
        return {check, health, sentence, said(fixes.silent)};
    if (session.settings.text(password).isEmpty())
        return {check, Health::Poor, said(QT_TRANSLATE_NOOP("Cli", "something listens at %1, and wants a password that is not in the environment")).arg(look.url.place()),
                said(QT_TRANSLATE_NOOP("Cli", "If it lives with the other secrets, start Kule and look again."))};
    return {check, health, sentence, said(fixes.refused)};
}

// What the engine that runs says of them, which knows the password wherever it lives.
std::optional<Json> stateOfEngine(const Session &session)
{
    auto engine = readDiscovery(session.folders.discoveryFile());
    if (!engine)
        return std::nullopt;
    const auto state = Client(QUrl(engine->url), std::move(engine->key), session.language).get(QStringLiteral("/api/titles/state"));
    return state && state->is_object() ? std::optional(*state) : std::nullopt;
}

Finding toldBy(const Json &state, const char *check, const char *part, Health health, const char *fix)
{
    const Json told = state.value(part, Json::object());
    const QString kind = textOf(told, "kind");
    const QString place = textOf(told, "place");
    if (told.contains("problem") && told["problem"].is_object())
        return {check, health, textOf(told["problem"], "message"), said(fix)};
    return {check, Health::Good, place.isEmpty() ? kind : QStringLiteral("%1 · %2").arg(kind, place), {}};
}

constexpr char withoutCache[] = QT_TRANSLATE_NOOP("Cli", "Until then titles come from the database or their pages.");
constexpr char withoutDatabase[] = QT_TRANSLATE_NOOP("Cli", "Until then titles cannot be saved; their pages wait.");

Finding cache(const Session &session, const std::optional<Json> &state)
{
    if (state)
        return toldBy(*state, "titles-cache", "cache", Health::Poor, withoutCache);
    const auto look = lookAtCache(session.settings.text(Setting::TitlesCacheUrl), passwordOf(session, Setting::TitlesCachePassword));
    if (!look)
        return {"titles-cache", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "in memory")), {}};
    if (!look->problem)
        return {"titles-cache", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "Redis at %1 answers")).arg(look->url.place()), {}};
    return findingOf(session, "titles-cache", Health::Poor, *look, Setting::TitlesCachePassword,
                     {QT_TRANSLATE_NOOP("Cli", "Start Redis there, or unset KULE_TITLES_CACHE_URL to use memory. Until then titles come from the database or their pages."),
                      QT_TRANSLATE_NOOP("Cli", "Something runs there and refuses: correct the password, KULE_TITLES_CACHE_PASSWORD or titles/cache-password among the secrets."),
                      withoutCache});
}

Finding database(const Session &session, const std::optional<Json> &state)
{
    if (state)
        return toldBy(*state, "titles-database", "database", Health::Bad, withoutDatabase);
    const auto look = lookAtDatabase(session.settings.text(Setting::DatabaseUrl), passwordOf(session, Setting::DatabasePassword));
    if (!look)
        return {"titles-database", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "SQLite, in the data folder")), {}};
    if (!look->problem)
        return {"titles-database", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "PostgreSQL at %1 answers")).arg(look->url.place()), {}};
    return findingOf(session, "titles-database", Health::Bad, *look, Setting::DatabasePassword,
                     {QT_TRANSLATE_NOOP("Cli", "Start PostgreSQL there, or correct host and port in KULE_DATABASE_URL. Until then titles cannot be saved; their pages wait."),
                      QT_TRANSLATE_NOOP("Cli", "Something runs there and refuses: correct user and name in KULE_DATABASE_URL, and the password, KULE_DATABASE_PASSWORD or titles/database-password among the secrets."),
                      withoutDatabase});
}

} // namespace

std::vector<Finding> titleFindings(const Session &session)
{
    const auto state = stateOfEngine(session);
    return {site(session), cache(session, state), database(session, state)};
}

} // namespace kule::cli
