// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titles.h"

#include "activity/activitylog.h"
#include "base/chain.h"
#include "titles/batchrows.h"
#include "titles/titleurl.h"

namespace kule {
namespace {

JobRequest jobOf(const TitleRequest &request)
{
    JobRequest job;
    job.kind = titleKind;
    // A query says nothing of the title, but may hold what is not for the list of jobs.
    job.filePath = request.url.trimmed().section(u'?', 0, 0);
    job.label = request.label;
    job.firstStep = QStringLiteral("created");
    if (request.freshness == Freshness::Fetched)
        job.kwargs = {{"refresh", true}};
    return job;
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

Future<Done> Titles::noted(const Actor &actor, const char *action, const QString &target, const QString &detail)
{
    return m_parts.store.write([=, at = m_parts.clock.wallMs()](Database &database) { return ActivityLog::note(database, at, actor, action, target, detail); });
}

std::optional<QByteArray> Titles::cached(const TitleKey &key)
{
    const auto found = m_parts.memory.look(key);
    return found ? std::optional(found->json) : std::nullopt;
}

Future<Result<Submitted>> Titles::submit(TitleRequest request, Actor actor)
{
    if (const auto key = titleKeyOf(request.url); !key)
        return answered(Result<Submitted>(tl::unexpected(key.error())));
    return m_parts.jobs.submit(jobOf(request), std::move(actor));
}

Future<Result<TitleAnswer>> Titles::get(TitleRequest request, Actor actor)
{
    if (const auto key = titleKeyOf(request.url); !key)
        return answered(Result<TitleAnswer>(tl::unexpected(key.error())));
    return ask(this, [this, request = std::move(request), actor = std::move(actor)] { return m_waiters.submit(jobOf(request), actor); });
}

Future<Result<Page<StoredTitle>>> Titles::list(TitleFilter filter, PageRequest page)
{
    return m_parts.database.read([filter = std::move(filter), page = std::move(page)](SqlSession &session) { return titlerows::list(session, filter, page); });
}

Future<Result<TitleDetail>> Titles::find(TitleKey key)
{
    return m_parts.database.read([key = std::move(key)](SqlSession &session) { return titlerows::detail(session, key); });
}

Future<Result<RawPage>> Titles::page(TitleKey key)
{
    return m_parts.database.read([key = std::move(key)](SqlSession &session) { return titlerows::page(session, key); });
}

Future<Result<Backdrop>> Titles::backdrop(TitleKey key)
{
    return ask(this, [this, key = std::move(key)] {
        return followed(this, find(key), [this](const TitleDetail &detail) {
            if (detail.title.info.backdrop.isEmpty())
                return answered(Result<Backdrop>(fail(ErrorKind::NotFound, "title.no_backdrop", text(QT_TRANSLATE_NOOP("Engine", "The page of this title shows no picture.")))));
            return m_parts.backdrops.get(detail.title.info.backdrop);
        });
    });
}

Future<Result<StoredTitle>> Titles::parseAgain(TitleKey key, Actor actor)
{
    return ask(this, [this, key = std::move(key), actor = std::move(actor)] {
        auto parsed = ask(&m_parts.keeper, [&keeper = m_parts.keeper, key] { return keeper.parseAgain(key); });
        return followed(this, parsed, [this, key, actor](const StoredTitle &title) {
            // What is cached is what was read before.
            auto cached = followed(this, m_parts.cache.remove(key), [this, key, actor] { return noted(actor, "title.parse", QString::fromLatin1(nameOf(key))); });
            Q_EMIT changed(key);
            return followed(this, cached, [title] { return answered(Result<StoredTitle>(title)); });
        });
    });
}

Future<Result<ParsedPages>> Titles::parseAll(Actor actor)
{
    return ask(this, [this, actor = std::move(actor)] {
        auto parsed = ask(&m_parts.keeper, [&keeper = m_parts.keeper] { return keeper.parseAll(); });
        return followed(this, parsed, [this, actor](const ParsedPages &pages) {
            (void)m_parts.cache.clear();
            Q_EMIT this->cleared(); // any of them may have changed
            return followed(this, noted(actor, "titles.parse", QString::number(pages.read)), [pages] { return answered(Result<ParsedPages>(pages)); });
        });
    });
}

Future<Done> Titles::remove(TitleKey key, Actor actor)
{
    return ask(this, [this, key = std::move(key), actor = std::move(actor)] {
        auto removed = m_parts.database.write([key](SqlSession &session) { return titlerows::remove(session, key); });
        return followed(this, removed, [this, key, actor] {
            (void)m_parts.cache.remove(key);
            Q_EMIT changed(key);
            return noted(actor, "title.delete", QString::fromLatin1(nameOf(key)));
        });
    });
}

Future<Result<TitleState>> Titles::state()
{
    return ask(this, [this] {
        return followed(this, m_parts.cache.state(), [this](const CacheState &cache) {
            return followed(this, m_parts.database.state(), [this, cache](const DatabaseState &database) {
                return followed(this, m_parts.spool.count(), [this, cache, database](qint64 spooled) {
                    const Promise<Result<TitleState>> promise;
                    auto sizes = m_parts.database.read([](SqlSession &session) { return titlerows::sizes(session); });
                    whenDone(sizes, this, [this, promise, cache, database, spooled](const Result<TitleSizes> &known) {
                        TitleState state{cache, database, known ? std::optional(*known) : std::nullopt, spooled, {}, m_ended};
                        whenDone(m_parts.store.read(batchrows::left), this, [promise, state = std::move(state)](const Result<TitleBatchesLeft> &left) mutable {
                            state.batches = left.value_or(TitleBatchesLeft{});
                            promise.answer(Result<TitleState>(std::move(state)));
                        });
                    });
                    return promise.future();
                });
            });
        });
    });
}

Future<Done> Titles::clearCache(Actor actor)
{
    return ask(this, [this, actor = std::move(actor)] {
        return followed(this, m_parts.cache.clear(), [this, actor] { return noted(actor, "titles.clear_cache", QStringLiteral("cache")); });
    });
}

Future<Result<qint64>> Titles::clearDatabase(Actor actor)
{
    return ask(this, [this, actor = std::move(actor)] {
        auto cleared = m_parts.database.write([](SqlSession &session) { return titlerows::clear(session); });
        return followed(this, cleared, [this, actor](qint64 count) {
            (void)m_parts.cache.clear();
            Q_EMIT this->cleared();
            return followed(this, noted(actor, "titles.clear", QString::number(count)), [count] { return answered(Result<qint64>(count)); });
        });
    });
}

Future<Result<TitleBatch>> Titles::begin(TitleBatchRequest request, Actor actor)
{
    return ask(this, [this, request = std::move(request), actor = std::move(actor)] { return m_batches.begin(request, actor); });
}

Future<Result<Page<TitleBatch>>> Titles::batches(PageRequest page)
{
    return m_parts.store.read([page = std::move(page)](Database &database) { return batchrows::list(database, page); });
}

Future<Result<TitleBatch>> Titles::batch(QString id)
{
    return ask(this, [this, id = std::move(id)] { return m_batches.find(id); });
}

Future<Result<Page<TitleBatchItem>>> Titles::batchItems(QString id, PageRequest page)
{
    return m_parts.store.read([id = std::move(id), page = std::move(page)](Database &database) { return batchrows::items(database, id, page); });
}

Future<Result<TitleBatch>> Titles::stopBatch(QString id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)] { return m_batches.stop(id, actor); });
}

Future<Result<TitleBatch>> Titles::resumeBatch(QString id, Actor actor)
{
    return ask(this, [this, id = std::move(id), actor = std::move(actor)] { return m_batches.resume(id, actor); });
}

Future<Result<TitleBatch>> Titles::retryItem(QString batch, qint64 number, Actor actor)
{
    return ask(this, [this, batch = std::move(batch), number, actor = std::move(actor)] { return m_batches.retry(batch, number, actor); });
}

} // namespace kule
