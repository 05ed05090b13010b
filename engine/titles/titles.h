// SPDX-License-Identifier: GPL-3.0-or-later
// TitleService over jobs of kind title: makes the jobs, waits for them where asked to, and reads what is stored. Lives on the
// engine thread; fetching, parsing and saving live with the executor on the thread `titles`.
#pragma once
#include "titles/backdrops.h"
#include "titles/memorycache.h"
#include "titles/titlebatches.h"
#include "titles/titlekeeper.h"
#include "titles/titlewaiters.h"

namespace kule {

/// References; they outlive it.
struct TitlesParts
{
    Store &store;
    JobService &jobs;
    MemoryCache &memory;
    TitleCache &cache;
    TitleDatabase &database;
    TitleKeeper &keeper;
    TitleSpool &spool;
    Backdrops &backdrops;
    Clock &clock;
};

class Titles final : public TitleService
{
    Q_OBJECT
public:
    explicit Titles(TitlesParts parts);
    /// After the job service has recovered.
    void recover() { m_batches.recover(); }

    std::optional<QByteArray> cached(const TitleKey &key) override;
    Future<Result<Submitted>> submit(TitleRequest request, Actor actor) override;
    Future<Result<TitleAnswer>> get(TitleRequest request, Actor actor) override;
    Future<Result<Page<StoredTitle>>> list(TitleFilter filter, PageRequest page) override;
    Future<Result<TitleDetail>> find(TitleKey key) override;
    Future<Result<RawPage>> page(TitleKey key) override;
    Future<Result<Backdrop>> backdrop(TitleKey key) override;
    Future<Result<StoredTitle>> parseAgain(TitleKey key, Actor actor) override;
    Future<Result<ParsedPages>> parseAll(Actor actor) override;
    Future<Done> remove(TitleKey key, Actor actor) override;
    Future<Result<TitleState>> state() override;
    Future<Done> clearCache(Actor actor) override;
    Future<Result<qint64>> clearDatabase(Actor actor) override;
    Future<Result<TitleBatch>> begin(TitleBatchRequest request, Actor actor) override;
    Future<Result<Page<TitleBatch>>> batches(PageRequest page) override;
    Future<Result<TitleBatch>> batch(QString id) override;
    Future<Result<Page<TitleBatchItem>>> batchItems(QString id, PageRequest page) override;
    Future<Result<TitleBatch>> stopBatch(QString id, Actor actor) override;
    Future<Result<TitleBatch>> resumeBatch(QString id, Actor actor) override;
    Future<Result<TitleBatch>> retryItem(QString batch, qint64 number, Actor actor) override;

private:
    Future<Done> noted(const Actor &actor, const char *action, const QString &target, const QString &detail = {});

    const TitlesParts m_parts;
    TitleWaiters m_waiters;
    TitleBatches m_batches;
    std::map<QByteArray, qint64> m_ended;
};

} // namespace kule
