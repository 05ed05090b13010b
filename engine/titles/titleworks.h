// SPDX-License-Identifier: GPL-3.0-or-later
// What the scraper of titles is made of, built in order and taken down in order: the thread `titles` with network, cache,
// database, keeper and executor on it. Built and destroyed on the engine thread, after the job runner has let go of the executor.
#pragma once
#include "titles/backendpassword.h"
#include "titles/memorycache.h"
#include "titles/titleexecutor.h"
#include "titles/titles.h"

namespace kule {

struct TitleSettings
{
    TitleRules rules;
    QString cacheUrl = QStringLiteral("memory:");
    QString databaseUrl = QStringLiteral("sqlite:");
    Milliseconds cacheTime = std::chrono::hours(24);
    qint64 cacheRoom = 64 << 20; ///< bytes, of the one in memory
};

struct TitlePlace
{
    QString file; ///< of SQLite
    QString backups;
    QString backdrops; ///< folder of the pictures that were fetched
};

class TitleWorks
{
public:
    /// A backend that cannot be had is said by the service's state(), and by each job that would use it.
    TitleWorks(const TitleSettings &settings, const TitlePlace &place, Store &store, SecretService &secrets, Clock &clock, quint32 seed);
    ~TitleWorks();
    Q_DISABLE_COPY_MOVE(TitleWorks)

    Executor &executor();
    /// The urls of cache and database stay what they were.
    void configure(const TitleSettings &settings);
    /// Once the job service is there; it outlives what this returns.
    std::unique_ptr<Titles> serve(JobService &jobs);

private:
    struct OnThread;
    Store &m_store;
    Clock &m_clock;
    MemoryCache m_memory;
    TitleSpool m_spool;
    BackendPassword m_cachePassword;
    BackendPassword m_databasePassword;
    std::unique_ptr<TitleCache> m_remote; ///< null: the memory alone
    std::unique_ptr<TitleDatabase> m_database;
    QThread m_thread;
    QObject m_anchor; ///< something on the thread to post to
    std::unique_ptr<OnThread> m_onThread;
};

} // namespace kule
