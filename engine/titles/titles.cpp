// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titles.h"

#include "activity/activitylog.h"
#include "titles/batchrows.h"
#include "titles/titleurl.h"

namespace kule {
namespace {

JobRequest jobOf(const TitleRequest &request)
{
    JobRequest job;
    job.kind = titleKind;
    job.filePath = request.url.trimmed();
    job.label = request.label;
    job.firstStep = QStringLiteral("created");
    if (request.freshness == Freshness::Fetched)
        job.kwargs = {{"refresh", true}};
    return job;
}

/// f(T) -> QFuture<Result<U>> on context's thread; an error passes through.
template <class U, class T, class F>
QFuture<Result<U>> then(const QFuture<Result<T>> &future, QObject *context, F f)
{
    auto promise = std::make_shared<QPromise<Result<U>>>();
    promise->start();
    const auto finish = [promise](Result<U> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    whenDone(future, context, [context, finish, f = std::move(f)](const Result<T> &result) mutable {
        if (!result)
            return finish(tl::unexpected(result.error()));
        if constexpr (std::is_void_v<T>)
            whenDone(f(), context, finish);
        else
            whenDone(f(*result), context, finish);
    });
    return promise->future();
}

} // namespace

Titles::Titles(TitlesParts parts)
    : m_parts(parts)
    , m_waiters(parts.jobs)
    , m_batches(parts.store, parts.jobs, parts.clock)
{
    connect(&m_batches, &TitleBatches::changed, this, &TitleService::batchChanged);
    connect(&parts.keeper, &TitleKeeper::saved, this, &TitleService::changed);
    connect(&parts.jobs, &JobService::changed, this, [this](const Job &job) {
        if (job.kind == titleKind && !isOpen(job.state))
            ++m_ended[isTitleError(job.errorType.toLatin1()) ? job.errorType.toLatin1() : QByteArray(wordOf(job.state))];
    });
}

QFuture<Done> Titles::noted(const Actor &actor, const char *action, const QString &target, const QString &detail)
{
    return m_parts.store.write([=, at = m_parts.clock.wallMs()](Database &database) { return ActivityLog::note(database, at, actor, action, target, detail); });
}

std::optional<QByteArray> Titles::cached(const TitleKey &key)
{
    const auto found = m_parts.memory.look(key);
    return found ? std::optional(found->json) : std::nullopt;
}

QFuture<Result<Submitted>> Titles::submit(TitleRequest request, Actor actor)
{
    if (const auto key = titleKeyOf(request.url); !key)
        return answered(Result<Submitted>(tl::unexpected(key.error())));
    return m_parts.jobs.submit(jobOf(request), std::move(actor));
}

QFuture<Result<TitleAnswer>> Titles::get(TitleRequest request, Actor actor)
{
    if (const auto key = titleKeyOf(request.url); !key)
        return answered(Result<TitleAnswer>(tl::unexpected(key.error())));
    return ask(this, [this, request = std::move(request), actor = std::move(actor)] { return m_waiters.submit(jobOf(request), actor); });
}

QFuture<Result<Page<StoredTitle>>> Titles::list(TitleFilter filter, PageRequest page)
{
    return m_parts.database.read([filter = std::move(filter), page = std::move(page)](SqlSession &session) { return titlerows::list(session, filter, page); });
}

QFuture<Result<TitleDetail>> Titles::find(TitleKey key)
{
    return m_parts.database.read([key = std::move(key)](SqlSession &session) { return titlerows::detail(session, key); });
}

QFuture<Result<RawPage>> Titles::page(TitleKey key)
{
    return m_parts.database.read([key = std::move(key)](SqlSession &session) { return titlerows::page(session, key); });
}

QFuture<Result<Backdrop>> Titles::backdrop(TitleKey key)
{
    return ask(this, [this, key = std::move(key)] {
        return then<Backdrop>(find(key), this, [this](const TitleDetail &detail) {
            if (detail.title.info.backdrop.isEmpty())
                return answered(Result<Backdrop>(fail(ErrorKind::NotFound, "title.no_backdrop", text(QT_TRANSLATE_NOOP("Engine", "The page of this title shows no picture.")))));
            return m_parts.backdrops.get(detail.title.info.backdrop);
        });
    });
}

QFuture<Result<StoredTitle>> Titles::parseAgain(TitleKey key, Actor actor)
{
    return ask(this, [this, key = std::move(key), actor = std::move(actor)] {
        auto parsed = ask(&m_parts.keeper, [&keeper = m_parts.keeper, key] { return keeper.parseAgain(key); });
        return then<StoredTitle>(parsed, this, [this, key, actor](const StoredTitle &title) {
            // What is cached is what was read before.
            auto cached = then<void>(m_parts.cache.remove(key), this, [this, key, actor] { return noted(actor, "title.parse", QString::fromLatin1(nameOf(key))); });
            Q_EMIT changed(key);
            return then<StoredTitle>(cached, this, [title] { return answered(Result<StoredTitle>(title)); });
        });
    });
}

QFuture<Result<ParsedPages>> Titles::parseAll(Actor actor)
{
    return ask(this, [this, actor = std::move(actor)] {
        auto parsed = ask(&m_parts.keeper, [&keeper = m_parts.keeper] { return keeper.parseAll(); });
        return then<ParsedPages>(parsed, this, [this, actor](const ParsedPages &pages) {
            (void)m_parts.cache.clear();
            Q_EMIT this->cleared(); // any of them may have changed
            return then<ParsedPages>(noted(actor, "titles.parse", QString::number(pages.read)), this, [pages] { return answered(Result<ParsedPages>(pages)); });
        });
    });
}

QFuture<Done> Titles::remove(TitleKey key, Actor actor)
{
    return ask(this, [this, key = std::move(key), actor = std::move(actor)] {
        auto removed = m_parts.database.write([key](SqlSession &session) { return titlerows::remove(session, key); });
        return then<void>(removed, this, [this, key, actor] {
            (void)m_parts.cache.remove(key);
            Q_EMIT changed(key);
            return noted(actor, "title.delete", QString::fromLatin1(nameOf(key)));
        });
    });
}

QFuture<Result<TitleState>> Titles::state()
{
    return ask(this, [this] {
        return then<TitleState>(m_parts.cache.state(), this, [this](const CacheState &cache) {
            return then<TitleState>(m_parts.database.state(), this, [this, cache](const DatabaseState &database) {
                return then<TitleState>(m_parts.spool.count(), this, [this, cache, database](qint64 spooled) {
                    const auto promise = std::make_shared<QPromise<Result<TitleState>>>();
                    promise->start();
                    auto sizes = m_parts.database.read([](SqlSession &session) { return titlerows::sizes(session); });
                    whenDone(sizes, this, [this, promise, cache, database, spooled](const Result<TitleSizes> &known) {
                        TitleState state{cache, database, known ? std::optional(*known) : std::nullopt, spooled, {}, m_ended};
                        whenDone(m_parts.store.read(batchrows::left), this, [promise, state = std::move(state)](const Result<TitleBatchesLeft> &left) mutable {
                            state.batches = left.value_or(TitleBatchesLeft{});
                            promise->addResult(Result<TitleState>(std::move(state)));
                            promise->finish();
                        });
                    });
                    return promise->future();
                });
            });
        });
    });
}

QFuture<Done> Titles::clearCache(Actor actor)
{
    return ask(this, [this, actor = std::move(actor)] {
        return then<void>(m_parts.cache.clear(), this, [this, actor] { return noted(actor, "titles.clear_cache", QStringLiteral("cache")); });
    });
}

QFuture<Result<qint64>> Titles::clearDatabase(Actor actor)
{
    return ask(this, [this, actor = std::move(actor)] {
        auto cleared = m_parts.database.write([](SqlSession &session) { return titlerows::clear(session); });
        return then<qint64>(cleared, this, [this, actor](qint64 count) {
            (void)m_parts.cache.clear();
            Q_EMIT this->cleared();
            return then<qint64>(noted(actor, "titles.clear", QString::number(count)), this, [count] { return answered(Result<qint64>(count)); });
        });
    });
}

QFuture<Result<TitleBatch>> Titles::begin(TitleBatchRequest request, Actor actor)
{
    return ask(this, [this, request = std::move(request), actor = std::move(actor)] { return m_batches.begin(request, actor); });
}

QFuture<Result<Page<TitleBatch>>> Titles::batches(PageRequest page)
{
    return m_parts.store.read([page = std::move(page)](Database &database) { return batchrows::list(database, page); });
}

QFuture<Result<TitleBatch>> Titles::batch(QString id)
{
    return ask(this, [this, id = std::move(id)] { return m_batches.find(id); });
}

QFuture<Result<Page<TitleBatchItem>>> Titles::batchItems(QString id, PageRequest page)
{
    return m_parts.store.read([id = std::move(id), page = std::move(page)](Database &database) { return batchrows::items(database, id, page); });
}

QFuture<Result<TitleBatch>> Titles::stopBatch(QString id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)] { return m_batches.stop(id, actor); });
}

QFuture<Result<TitleBatch>> Titles::resumeBatch(QString id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)] { return m_batches.resume(id, actor); });
}

QFuture<Result<TitleBatch>> Titles::retryItem(QString batch, qint64 number, Actor actor)
{
    return ask(this, [this, batch = std::move(batch), number, actor = std::move(actor)] { return m_batches.retry(batch, number, actor); });
}

} // namespace kule
