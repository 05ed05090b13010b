// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titleworks.h"

#include "base/await.h"
#include "net/qthttpclient.h"
#include "titles/backends.h"

namespace kule {

struct TitleWorks::OnThread
{
    OnThread(const TitleSettings &settings, const QString &pictures, TitleCache &cache, TitleDatabase &database, TitleSpool &spool, Clock &clock, quint32 seed)
        : http(clock)
        , fetch(http, clock, seed, settings.rules.fetch)
        , keeper(database, spool, clock, settings.rules.pages)
        , executor({cache, database, keeper, fetch, clock}, settings.rules)
        , backdrops(http, pictures, settings.rules.fetch.baseUrl)
    {
        keeper.emptySpool();
    }
    QtHttpClient http;
    PageFetch fetch;
    TitleKeeper keeper;
    TitleExecutor executor;
    Backdrops backdrops;
};

TitleWorks::TitleWorks(const TitleSettings &settings, const TitlePlace &place, Store &store, SecretService &secrets, Clock &clock, quint32 seed)
    : m_store(store)
    , m_clock(clock)
    , m_memory(clock, settings.cacheRoom, settings.cacheTime)
    , m_spool(store)
    , m_cachePassword(secrets, secretname::titlesCache)
    , m_databasePassword(secrets, secretname::titlesDatabase)
    , m_remote(remoteCache(settings.cacheUrl, m_cachePassword.source(), settings.cacheTime, m_memory, clock))
    , m_database(titleDatabase(settings.databaseUrl, m_databasePassword.source(), place.file, place.backups, clock))
{
    m_thread.setObjectName(QStringLiteral("titles"));
    m_anchor.moveToThread(&m_thread);
    m_thread.start();
    TitleCache &cache = m_remote ? *m_remote : static_cast<TitleCache &>(m_memory);
    (void)await(ask(&m_anchor, [&]() -> Done {
        m_onThread = std::make_unique<OnThread>(settings, place.backdrops, cache, *m_database, m_spool, m_clock, seed);
        return {};
    }));
}

TitleWorks::~TitleWorks()
{
    m_cachePassword.close();
    m_databasePassword.close();
    (void)await(ask(&m_anchor, [this]() -> Done {
        m_onThread.reset();
        return {};
    }));
    m_thread.quit();
    m_thread.wait();
}

Executor &TitleWorks::executor()
{
    return m_onThread->executor;
}

void TitleWorks::configure(const TitleSettings &settings)
{
    m_memory.setRoom(settings.cacheRoom);
    (m_remote ? *m_remote : static_cast<TitleCache &>(m_memory)).setTimeToLive(settings.cacheTime);
    m_onThread->executor.configure(settings.rules);
    post(&m_onThread->backdrops, [&backdrops = m_onThread->backdrops, url = settings.rules.fetch.baseUrl] { backdrops.configure(url); });
}

std::unique_ptr<Titles> TitleWorks::serve(JobService &jobs)
{
    TitleCache &cache = m_remote ? *m_remote : static_cast<TitleCache &>(m_memory);
    return std::make_unique<Titles>(TitlesParts{m_store, jobs, m_memory, cache, *m_database, m_onThread->keeper, m_spool, m_onThread->backdrops, m_clock});
}

} // namespace kule
