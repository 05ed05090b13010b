// SPDX-License-Identifier: GPL-3.0-or-later
// What TitleBatches is told to do: begin, stop, resume, try one again. Each is stored before anything moves.
#include "activity/activitylog.h"
#include "titles/batchrows.h"
#include "titles/titlebatches.h"

namespace kule {
namespace {

Result<TitleBatch> refused(ErrorKind kind, const char *code, Text why)
{
    return fail(kind, code, std::move(why));
}

} // namespace

Future<Result<TitleBatch>> TitleBatches::begin(TitleBatchRequest request, const Actor &actor)
{
    if (request.urls.isEmpty())
        return answered(refused(ErrorKind::Invalid, "titles.batch_empty", text(QT_TRANSLATE_NOOP("Engine", "There is no url in it. Give one a line."))));
    if (request.urls.size() > mostUrls)
        return answered(refused(ErrorKind::TooLarge, "titles.batch_too_large",
                                text(QT_TRANSLATE_NOOP("Engine", "These are %1 urls, and a batch takes %2. Make several of them."), QString::number(request.urls.size()), QString::number(mostUrls))));
    TitleBatch batch;
    batch.id = JobId::random().value;
    batch.label = request.label;
    batch.isRefresh = request.isRefresh;
    batch.actor = actor.name;
    batch.createdAt = m_clock.wallMs();
    batch.total = batch.waiting = request.urls.size();
    const Promise<Result<TitleBatch>> promise;
    auto stored = m_store.write([batch, urls = request.urls, actor](Database &database) -> Result<qint64> {
        auto seq = batchrows::insert(database, batch, urls);
        if (!seq)
            return seq;
        const auto noted = ActivityLog::note(database, batch.createdAt, actor, "titles.batch", batch.id, QString::number(urls.size()));
        return noted ? seq : fail(noted.error());
    });
    whenDone(stored, this, [this, batch, promise](const Result<qint64> &seq) mutable {
        if (seq) {
            batch.seq = *seq;
            if (!active(batch.id)) // else recover() has found its row first
                activate(batch, {});
        }
        promise.answer(seq ? Result<TitleBatch>(batch) : Result<TitleBatch>(tl::unexpected(seq.error())));
    });
    return promise.future();
}

Future<Result<TitleBatch>> TitleBatches::stop(const QString &id, const Actor &actor)
{
    Active *now = active(id);
    if (!now || now->batch.state != BatchState::Running) {
        return m_store.read([id](Database &database) -> Result<TitleBatch> {
            auto batch = batchrows::one(database, id);
            return batch ? refused(ErrorKind::Conflict, "titles.batch_ended", text(QT_TRANSLATE_NOOP("Engine", "The batch does not run; there is nothing to stop."))) : batch;
        });
    }
    now->batch.state = BatchState::Stopped;
    tell(id);
    finishIfDone(id);
    return m_store.write([id, actor, at = m_clock.wallMs()](Database &database) -> Result<TitleBatch> {
        auto batch = batchrows::one(database, id);
        if (!batch)
            return batch;
        batch->state = BatchState::Stopped;
        if (auto set = batchrows::setState(database, batch->seq, BatchState::Stopped, std::nullopt); !set)
            return fail(set.error());
        const auto noted = ActivityLog::note(database, at, actor, "titles.batch_stop", id);
        return noted ? batch : fail(noted.error());
    });
}

Future<Result<TitleBatch>> TitleBatches::resume(const QString &id, const Actor &actor)
{
    if (const Active *now = active(id); now && now->batch.state == BatchState::Running)
        return answered(refused(ErrorKind::Conflict, "titles.batch_running", text(QT_TRANSLATE_NOOP("Engine", "The batch runs already."))));
    const Promise<Result<TitleBatch>> promise;
    struct Resumed
    {
        TitleBatch batch;
        std::vector<TitleBatchItem> underWay; ///< jobs of its former run that have not ended are found by their rows
        qint64 again = 0;
    };
    auto stored = m_store.write([id, actor, at = m_clock.wallMs()](Database &database) -> Result<Resumed> {
        auto batch = batchrows::one(database, id);
        if (!batch)
            return fail(batch.error());
        const auto again = batchrows::retry(database, batch->seq);
        if (!again)
            return fail(again.error());
        if (*again + batch->waiting + batch->running == 0)
            return fail(ErrorKind::Conflict, "titles.batch_done", text(QT_TRANSLATE_NOOP("Engine", "Every title of the batch is there; nothing is left to do.")));
        if (auto set = batchrows::setState(database, batch->seq, BatchState::Running, std::nullopt); !set)
            return fail(set.error());
        if (auto noted = ActivityLog::note(database, at, actor, "titles.batch_resume", id); !noted)
            return fail(noted.error());
        auto now = batchrows::one(database, id);
        auto items = batchrows::underWay(database, batch->seq);
        if (!now || !items)
            return fail(now ? items.error() : now.error());
        return Resumed{std::move(*now), std::move(*items), *again};
    });
    whenDone(stored, this, [this, id, promise](const Result<Resumed> &resumed) {
        if (resumed) {
            if (Active *now = active(id); now && now->batch.state == BatchState::Running) {
                // A title that was tried again has set it going meanwhile.
                now->batch.failed -= resumed->again;
                now->batch.waiting += resumed->again;
                feed(id);
            } else {
                activate(resumed->batch, resumed->underWay);
            }
            tell(id);
        }
        promise.answer(resumed.map([](const Resumed &now) { return now.batch; }));
    });
    return promise.future();
}

Future<Result<TitleBatch>> TitleBatches::retry(const QString &id, qint64 number, const Actor &actor)
{
    const Promise<Result<TitleBatch>> promise;
    auto stored = m_store.write([id, number, actor, at = m_clock.wallMs()](Database &database) -> Result<TitleBatch> {
        auto batch = batchrows::one(database, id);
        if (!batch)
            return batch;
        if (auto set = batchrows::retryItem(database, batch->seq, number); !set)
            return fail(set.error());
        if (batch->state == BatchState::Finished) {
            if (auto set = batchrows::setState(database, batch->seq, BatchState::Running, std::nullopt); !set)
                return fail(set.error());
        }
        if (auto noted = ActivityLog::note(database, at, actor, "titles.batch_retry", id, QString::number(number)); !noted)
            return fail(noted.error());
        return batchrows::one(database, id);
    });
    whenDone(stored, this, [this, id, promise](Result<TitleBatch> batch) {
        if (batch) {
            if (Active *now = active(id)) {
                --now->batch.failed;
                ++now->batch.waiting;
                feed(id);
            } else if (batch->state == BatchState::Running) {
                activate(*batch, {});
            }
            if (const Active *now = active(id))
                batch = now->batch;
            Q_EMIT changed(*batch);
        }
        promise.answer(std::move(batch));
    });
    return promise.future();
}

Future<Result<TitleBatch>> TitleBatches::find(const QString &id)
{
    if (const Active *now = active(id); now && now->batch.state == BatchState::Running)
        return answered(Result<TitleBatch>(now->batch));
    return m_store.read([id](Database &database) { return batchrows::one(database, id); });
}

} // namespace kule
