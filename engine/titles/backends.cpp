// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/backends.h"

#include "base/await.h"
#include "titles/frontedcache.h"
#include "titles/postgrestitles.h"
#include "titles/rediscache.h"
#include "titles/sqlitetitles.h"

#include <QUrl>

namespace kule {
namespace {

class AwayTitles final : public TitleDatabase
{
public:
    AwayTitles(QByteArray kind, QString place, Error why)
        : m_state{std::move(kind), std::move(place), std::move(why)}
    {
    }
    Future<Result<DatabaseState>> state() override { return answered(Result<DatabaseState>(m_state)); }

protected:
    void enqueue(Access, Work, std::function<void(const Done &)> finish) override { finish(tl::unexpected(*m_state.problem)); }

private:
    const DatabaseState m_state;
};

class AwayCache final : public TitleCache
{
public:
    explicit AwayCache(Error why)
        : m_why(std::move(why))
    {
    }
    Future<Result<std::optional<CachedTitle>>> find(TitleKey) override { return answered(Result<std::optional<CachedTitle>>(tl::unexpected(m_why))); }
    Future<Done> put(TitleKey, CachedTitle) override { return answered(Done(tl::unexpected(m_why))); }
    Future<Done> remove(TitleKey) override { return answered(Done(tl::unexpected(m_why))); }
    Future<Done> clear() override { return answered(Done(tl::unexpected(m_why))); }
    Future<Result<CacheState>> state() override { return answered(Result<CacheState>(CacheState{"redis", {}, m_why, 0, 0, 0, 0})); }
    void setTimeToLive(Milliseconds) override { }

private:
    const Error m_why;
};

Error badUrl(const char *variable, const char *example)
{
    return {ErrorKind::Invalid, "titles.bad_backend_url",
            text(QT_TRANSLATE_NOOP("Engine", "%1 is not understood. Write it as %2 and start Kule again."), QString::fromLatin1(variable), QString::fromLatin1(example)),
            nullptr, std::nullopt};
}

std::optional<BackendUrl> parsed(const QString &text, const QStringList &schemes, int usualPort, PasswordSource password)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !schemes.contains(url.scheme()) || url.host().isEmpty() || !url.password().isEmpty() || url.hasQuery() || url.hasFragment())
        return std::nullopt;
    return BackendUrl{url.host(), url.port(usualPort), url.userName(QUrl::FullyDecoded), url.path(QUrl::FullyDecoded).mid(1), std::move(password)};
}

std::optional<BackendUrl> databasePlace(const QString &url, PasswordSource password)
{
    auto place = parsed(url, {QStringLiteral("postgresql"), QStringLiteral("postgres")}, 5432, std::move(password));
    return place && !place->name.isEmpty() ? place : std::nullopt;
}

Error badDatabase()
{
    return badUrl("KULE_DATABASE_URL", "sqlite: or postgresql://user@localhost:5432/kule");
}

} // namespace

QString BackendUrl::place() const
{
    const QString at = host.contains(u':') ? u'[' + host + u']' : host;
    return name.isEmpty() ? QStringLiteral("%1:%2").arg(at).arg(port) : QStringLiteral("%1:%2/%3").arg(at).arg(port).arg(name);
}

std::unique_ptr<TitleCache> remoteCache(const QString &url, PasswordSource password, Milliseconds ttl, MemoryCache &memory, Clock &clock)
{
    if (url == QLatin1String("memory:"))
        return nullptr;
    bool isNumber = true;
    const auto place = parsed(url, {QStringLiteral("redis")}, 6379, std::move(password));
    const int number = place && !place->name.isEmpty() ? place->name.toInt(&isNumber) : 0;
    std::unique_ptr<TitleCache> behind;
    if (place && isNumber && number >= 0)
        behind = std::make_unique<RedisCache>(*place, number, ttl, clock);
    else
        behind = std::make_unique<AwayCache>(badUrl("KULE_TITLES_CACHE_URL", "memory: or redis://localhost:6379/0"));
    return std::make_unique<FrontedCache>(memory, std::move(behind), ttl);
}

std::unique_ptr<TitleDatabase> titleDatabase(const QString &url, PasswordSource password, const QString &file, const QString &backupFolder, Clock &clock)
{
    if (url == QLatin1String("sqlite:")) {
        auto opened = SqliteTitles::open(file, backupFolder, clock.wallMs());
        if (opened)
            return std::move(*opened);
        return std::make_unique<AwayTitles>("sqlite", file, opened.error());
    }
    if (const auto place = databasePlace(url, std::move(password)))
        return std::make_unique<PostgresTitles>(*place, clock);
    return std::make_unique<AwayTitles>("postgresql", QString(), badDatabase());
}

std::optional<BackendLook> lookAtCache(const QString &url, PasswordSource password)
{
    if (url == QLatin1String("memory:"))
        return std::nullopt;
    const auto place = parsed(url, {QStringLiteral("redis")}, 6379, password);
    SystemClock clock;
    MemoryCache memory(clock, 0, Milliseconds(0));
    const auto state = await(remoteCache(url, std::move(password), Milliseconds(0), memory, clock)->state());
    return BackendLook{place.value_or(BackendUrl{}), state ? state->problem : std::optional(state.error())};
}

std::optional<BackendLook> lookAtDatabase(const QString &url, PasswordSource password)
{
    if (url == QLatin1String("sqlite:"))
        return std::nullopt;
    const auto place = databasePlace(url, std::move(password));
    return place ? BackendLook{*place, lookAtPostgres(*place)} : BackendLook{{}, badDatabase()};
}

} // namespace kule
