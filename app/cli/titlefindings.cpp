// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding.h"

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

QString fixOf(const BackendLook &look, const Fixes &fixes)
{
    if (look.url.host.isEmpty())
        return said(fixes.unclear);
    return said(whyUnreachable(look.url.host, look.url.port).isEmpty() ? fixes.refused : fixes.silent);
}

Finding cache(const Session &session)
{
    const auto look = lookAtCache(session.settings.text(Setting::TitlesCacheUrl));
    if (!look)
        return {"titles-cache", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "in memory")), {}};
    if (!look->problem)
        return {"titles-cache", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "Redis at %1 answers")).arg(look->url.place()), {}};
    return {"titles-cache", Health::Poor, session.sentence(look->problem->message),
            fixOf(*look, {QT_TRANSLATE_NOOP("Cli", "Start Redis there, or unset KULE_TITLES_CACHE_URL to use memory. Until then titles come from the database or their pages."),
                          QT_TRANSLATE_NOOP("Cli", "Redis runs there and refuses: correct the password in KULE_TITLES_CACHE_URL, redis://:PASSWORD@HOST:PORT/0."),
                          QT_TRANSLATE_NOOP("Cli", "Until then titles come from the database or their pages.")})};
}

Finding database(const Session &session)
{
    const auto look = lookAtDatabase(session.settings.text(Setting::DatabaseUrl));
    if (!look)
        return {"titles-database", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "SQLite, in the data folder")), {}};
    if (!look->problem)
        return {"titles-database", Health::Good, said(QT_TRANSLATE_NOOP("Cli", "PostgreSQL at %1 answers")).arg(look->url.place()), {}};
    return {"titles-database", Health::Bad, session.sentence(look->problem->message),
            fixOf(*look, {QT_TRANSLATE_NOOP("Cli", "Start PostgreSQL there, or correct host and port in KULE_DATABASE_URL. Until then titles cannot be saved; their pages wait."),
                          QT_TRANSLATE_NOOP("Cli", "PostgreSQL runs there and refuses: correct user, password and name in KULE_DATABASE_URL, postgresql://USER:PASSWORD@HOST:PORT/NAME."),
                          QT_TRANSLATE_NOOP("Cli", "Until then titles cannot be saved; their pages wait.")})};
}

} // namespace

std::vector<Finding> titleFindings(const Session &session)
{
    return {site(session), cache(session), database(session)};
}

} // namespace kule::cli
