// SPDX-License-Identifier: GPL-3.0-or-later
// The scraper of titles over a real job service, real stores and real HTTP to a page server that answers by script, with a
// clock that stands still. All on the test's thread but stores and pools.
#pragma once
#include "jobfixture.h"
#include "net/qthttpclient.h"
#include "scriptedserver.h"
#include "secrets/redactor.h"
#include "titles/memorycache.h"
#include "titles/sqlitetitles.h"
#include "titles/titleexecutor.h"
#include "titles/titles.h"

namespace kule {

/// A page with all six fields.
QByteArray titlePage(const QByteArray &name = "Hayata Röveşata Çeken Adam", int year = 2022);
inline QString urlOf(const QByteArray &id, const QByteArray &locale = "tr")
{
    return QStringLiteral("https://www.netflix.com/") + QString::fromLatin1(locale.isEmpty() ? locale : locale + '/') + QStringLiteral("title/") + QString::fromLatin1(id);
}

/// A database or cache that is there, or away while the test says so.
class SwitchedDatabase final : public TitleDatabase
{
public:
    explicit SwitchedDatabase(std::unique_ptr<TitleDatabase> real)
        : m_real(std::move(real))
    {
    }
    std::atomic_bool isAway = false;
    Future<Result<DatabaseState>> state() override { return m_real->state(); }

protected:
    void enqueue(Access access, Work work, std::function<void(const Done &)> finish) override;

private:
    const std::unique_ptr<TitleDatabase> m_real;
};

class SwitchedCache final : public TitleCache
{
public:
    explicit SwitchedCache(TitleCache &real)
        : m_real(real)
    {
    }
    std::atomic_bool isAway = false;
    Future<Result<std::optional<CachedTitle>>> find(TitleKey key) override
    {
        return isAway ? answered(Result<std::optional<CachedTitle>>(away())) : m_real.find(std::move(key));
    }
    Future<Done> put(TitleKey key, CachedTitle title) override { return isAway ? answered(Done(away())) : m_real.put(std::move(key), std::move(title)); }
    Future<Done> remove(TitleKey key) override { return m_real.remove(std::move(key)); }
    Future<Done> clear() override { return m_real.clear(); }
    Future<Result<CacheState>> state() override { return m_real.state(); }
    void setTimeToLive(Milliseconds ttl) override { m_real.setTimeToLive(ttl); }

private:
    static tl::unexpected<Error> away() { return fail(ErrorKind::Unavailable, "titles.cache_away", text("The cache is away.")); }
    TitleCache &m_real;
};

/// One life on a folder; make another on the same folder for what a restart finds.
struct TitleLife
{
    explicit TitleLife(const QTemporaryDir &folder, FetchPolicy policy = {{}, Milliseconds(0), 2}, StoreFault titlesFault = {}, RunnerLimits limits = {2, 1000, 1 << 20});
    ~TitleLife();

    Result<TitleAnswer> get(const QByteArray &id, Freshness freshness = Freshness::Any) { return waitFor(titles->get({urlOf(id), freshness, {}}, {QStringLiteral("tester")})); }
    JobDetail job(const JobId &id) { return waitFor(jobs->find(id)).value_or(JobDetail{}); }
    QByteArray log(const JobId &id) { return waitFor(jobs->log(id, 0, 0, 1 << 20)).value_or(LogSlice{}).text; }
    /// Of what the job ended with: "NOT_FOUND: Failed …"; "" when it succeeded.
    QString ended(const JobId &id);

    FakeClock clock;
    Redactor redactor;
    ScriptedServer server;
    FakeExecutor scripts;
    FakeRecorder fatals;
    FakeOutbox outbox;
    FakeNotifier notifier;
    std::unique_ptr<Store> store;
    MemoryCache memory{clock, 1 << 20, std::chrono::hours(24)};
    SwitchedCache cache{memory};
    std::unique_ptr<SwitchedDatabase> database;
    std::unique_ptr<TitleSpool> spool;
    std::unique_ptr<QtHttpClient> http;
    std::unique_ptr<PageFetch> fetch;
    std::unique_ptr<Backdrops> backdrops;
    std::unique_ptr<TitleKeeper> keeper;
    std::unique_ptr<TitleExecutor> executor;
    std::unique_ptr<ScriptJobs> jobs;
    std::unique_ptr<Titles> titles;
    QStringList steps; ///< of all jobs, as they were told
    TitleRules rules;
};

} // namespace kule
