// SPDX-License-Identifier: GPL-3.0-or-later
// Titles by noun: ask for one, many at once, look at what is stored, fetch or parse it again. What moves is a job (kind
// "title"), followed by JobService like every other. Public calls may come from any thread and answer by future.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "jobs/job.h"
#include "titles/storedtitle.h"
#include "titles/titlebatch.h"
#include "titles/titlecache.h"
#include "titles/titledatabase.h"

namespace kule {

enum class Freshness { Any, Fetched }; ///< Fetched: from the page, whatever cache and database have

struct TitleRequest
{
    QString url;
    Freshness freshness = Freshness::Any;
    QString label;
};

struct TitleAnswer
{
    QByteArray json;   ///< the six fields
    QByteArray source; ///< "cache", "database", "netflix"
    JobId job;
};

struct TitleState
{
    CacheState cache;
    DatabaseState database;
    std::optional<TitleSizes> sizes; ///< nothing while the database is away
    qint64 spooled = 0;              ///< pages that wait for the database
    TitleBatchesLeft batches;
    std::map<QByteArray, qint64> ended; ///< jobs since the start, by "succeeded", the code of their error, or else their state
};

class TitleService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The six fields as JSON, when the memory has them and they are fresh. At once, on any thread.
    virtual std::optional<QByteArray> cached(const TitleKey &key) = 0;
    /// Makes a job of it. VALIDATION_ERROR, job.queue_full, store.*
    virtual Future<Result<Submitted>> submit(TitleRequest request, Actor actor) = 0;
    /// The same, and waits for its end. NOT_FOUND, REGION_UNAVAILABLE, RATE_LIMITED, SCRAPE_ERROR, PARSE_ERROR, INTERNAL_ERROR
    virtual Future<Result<TitleAnswer>> get(TitleRequest request, Actor actor) = 0;

    /// Newest saved first. titles.database_away, page.bad_cursor
    virtual Future<Result<Page<StoredTitle>>> list(TitleFilter filter, PageRequest page) = 0;
    /// title.not_found
    virtual Future<Result<TitleDetail>> find(TitleKey key) = 0;
    /// title.page_not_found
    virtual Future<Result<RawPage>> page(TitleKey key) = 0;
    /// Its picture, from memory, disk or network. title.not_found, title.no_backdrop, title.backdrop_refused, title.backdrop_away
    virtual Future<Result<Backdrop>> backdrop(TitleKey key) = 0;
    /// Reads its stored page again. title.page_not_found, PARSE_ERROR, REGION_UNAVAILABLE
    virtual Future<Result<StoredTitle>> parseAgain(TitleKey key, Actor actor) = 0;
    /// All stored pages; answers at the end of it. titles.parsing_already, titles.database_away
    virtual Future<Result<ParsedPages>> parseAll(Actor actor) = 0;
    /// With its page and history. title.not_found
    virtual Future<Done> remove(TitleKey key, Actor actor) = 0;

    virtual Future<Result<TitleState>> state() = 0;
    virtual Future<Done> clearCache(Actor actor) = 0;
    /// All titles, pages and histories. Answers how many titles went.
    virtual Future<Result<qint64>> clearDatabase(Actor actor) = 0;

    /// Many urls; each that is one becomes a job in its turn. titles.batch_empty, titles.batch_too_large
    virtual Future<Result<TitleBatch>> begin(TitleBatchRequest request, Actor actor) = 0;
    /// Newest first.
    virtual Future<Result<Page<TitleBatch>>> batches(PageRequest page) = 0;
    /// titles.batch_not_found
    virtual Future<Result<TitleBatch>> batch(QString id) = 0;
    /// In the order in which they were given.
    virtual Future<Result<Page<TitleBatchItem>>> batchItems(QString id, PageRequest page) = 0;
    /// What runs goes on to its end, the rest waits. titles.batch_ended
    virtual Future<Result<TitleBatch>> stopBatch(QString id, Actor actor) = 0;
    /// What waits or failed is tried (again). titles.batch_running, titles.batch_done
    virtual Future<Result<TitleBatch>> resumeBatch(QString id, Actor actor) = 0;
    /// One that failed is tried again, in its batch. titles.batch_not_found, titles.item_not_found, titles.item_not_failed
    virtual Future<Result<TitleBatch>> retryItem(QString batch, qint64 number, Actor actor) = 0;

Q_SIGNALS:
    /// A title was saved, parsed again or removed.
    void changed(kule::TitleKey key);
    /// All went, or any may have changed: load again.
    void cleared();
    /// At most ten a second for each, and once at its end.
    void batchChanged(kule::TitleBatch batch);
};

} // namespace kule
