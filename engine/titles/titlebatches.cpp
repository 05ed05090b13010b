// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titlebatches.h"

#include "titles/batchrows.h"
#include "titles/titleurl.h"

#include <QDateTime>

namespace kule {
namespace {

constexpr Milliseconds feedPause{1000};
constexpr Milliseconds tellPause{100};

void readAnswer(TitleBatchItem &item, const Json &result)
{
    item.source = textOf(result, "source").toLatin1();
    item.title = textOf(result.value("data", Json::object()), "title");
    const QDateTime page = QDateTime::fromString(textOf(result, "page_at"), Qt::ISODateWithMs);
    item.pageAt = page.isValid() ? page.toMSecsSinceEpoch() : 0;
}

} // namespace

TitleBatches::TitleBatches(Store &store, JobService &jobs, Clock &clock)
    : m_store(store)
    , m_jobs(jobs)
    , m_clock(clock)
{
    connect(&jobs, &JobService::changed, this, &TitleBatches::onJob);
}

TitleBatches::Active *TitleBatches::active(const QString &id)
{
    const auto found = m_active.find(id);
    return found == m_active.end() ? nullptr : found->second.get();
}

void TitleBatches::recover()
{
    using Left = std::vector<std::pair<TitleBatch, std::vector<TitleBatchItem>>>;
    auto read = m_store.read([](Database &database) -> Result<Left> {
        const auto running = batchrows::running(database);
        if (!running)
            return fail(running.error());
        Left left;
        for (const TitleBatch &batch : *running) {
            auto items = batchrows::underWay(database, batch.seq);
            if (!items)
                return fail(items.error());
            left.emplace_back(batch, std::move(*items));
        }
        return left;
    });
    whenDone(read, this, [this](const Result<Left> &left) {
        if (!left)
            return;
        for (const auto &[batch, items] : *left) {
            if (!active(batch.id)) // else it began while this was read
                activate(batch, items);
        }
    });
}

void TitleBatches::activate(TitleBatch batch, const std::vector<TitleBatchItem> &underWay)
{
    const QString id = batch.id;
    auto &slot = m_active[id];
    slot = std::make_unique<Active>();
    slot->batch = std::move(batch);
    for (const TitleBatchItem &item : underWay) {
        slot->open.insert(item.job, item);
        m_batchOf.insert(item.job, id);
        // It may have ended before we listened, been interrupted, or never been made.
        whenDone(m_jobs.find(item.job), this, [this, id, item](const Result<JobDetail> &found) {
            if (found)
                return onJob(found->job);
            if (found.error().kind == ErrorKind::NotFound) {
                TitleBatchItem again = item;
                again.state = "waiting";
                settle(id, again);
            }
        });
    }
    feed(id);
}

void TitleBatches::feed(const QString &id)
{
    Active *now = active(id);
    if (!now || now->isTaking || now->pause || now->batch.state != BatchState::Running)
        return;
    const auto room = atOnce - now->open.size();
    if (room <= 0)
        return;
    if (now->batch.waiting == 0)
        return finishIfDone(id);
    now->isTaking = true;
    std::vector<JobId> ids;
    for (qsizetype i = 0; i < room; ++i)
        ids.push_back(JobId::random());
    auto taken = m_store.write([seq = now->batch.seq, ids](Database &database) { return batchrows::take(database, seq, ids); });
    whenDone(taken, this, [this, id](const Result<std::vector<TitleBatchItem>> &items) {
        Active *then = active(id);
        if (!then)
            return;
        then->isTaking = false;
        if (!items)
            return feedLater(id);
        for (const TitleBatchItem &item : *items) {
            --then->batch.waiting;
            ++then->batch.running;
            then->open.insert(item.job, item);
            m_batchOf.insert(item.job, id);
        }
        for (const TitleBatchItem &item : *items)
            submit(id, item);
        tell(id);
    });
}

void TitleBatches::submit(const QString &id, const TitleBatchItem &item)
{
    const TitleBatch &batch = active(id)->batch;
    if (const auto key = titleKeyOf(item.url); !key) {
        TitleBatchItem wrong = item;
        wrong.state = "failed";
        wrong.code = key.error().code;
        wrong.error = key.error().message;
        wrong.job = {};
        return settle(id, wrong);
    }
    JobRequest request;
    request.kind = titleKind;
    request.id = item.job;
    request.filePath = item.url;
    request.label = batch.label;
    request.firstStep = QStringLiteral("created");
    if (batch.isRefresh)
        request.kwargs = {{"refresh", true}};
    whenDone(m_jobs.submit(request, {batch.actor, true}), this, [this, id, item](const Result<Submitted> &submitted) {
        if (submitted)
            return;
        TitleBatchItem again = item;
        again.state = "waiting";
        again.job = {};
        if (Active *now = active(id); now && !now->pause)
            now->pause = m_clock.after(feedPause, this, [this, id] {
                if (Active *then = active(id))
                    then->pause.reset();
                feed(id);
            });
        settle(id, again);
    });
}

void TitleBatches::onJob(const Job &job)
{
    if (isOpen(job.state))
        return;
    const QString id = m_batchOf.value(job.id);
    Active *now = active(id);
    if (!now || !now->open.contains(job.id))
        return;
    TitleBatchItem item = now->open.value(job.id);
    if (job.state == JobState::Interrupted) {
        item.state = "waiting"; // nobody asked for that
        return settle(id, item);
    }
    item.state = job.state == JobState::Succeeded ? "succeeded" : job.state == JobState::Cancelled ? "cancelled" : "failed";
    item.code = job.errorType.toLatin1();
    item.error = job.error;
    if (job.state != JobState::Succeeded)
        return settle(id, item);
    whenDone(m_jobs.find(job.id), this, [this, id, item](const Result<JobDetail> &found) mutable {
        if (found && !found->attempts.empty() && found->attempts.back().result)
            readAnswer(item, *found->attempts.back().result);
        settle(id, item);
    });
}

// Once it is stored it counts; until then it stays open, and a restart finds out by its job.
void TitleBatches::settle(const QString &id, TitleBatchItem item)
{
    Active *now = active(id);
    if (!now)
        return;
    auto stored = m_store.write([seq = now->batch.seq, item](Database &database) { return batchrows::setItem(database, seq, item); });
    whenDone(stored, this, [this, id, item](const Done &done) {
        Active *then = active(id);
        if (!then)
            return;
        if (!done) {
            const auto retry = std::make_shared<std::unique_ptr<Clock::Timer>>();
            *retry = m_clock.after(feedPause, this, [this, id, item, retry] {
                const auto over = std::move(*retry);
                settle(id, item);
            });
            return;
        }
        for (const auto &[job, open] : then->open.asKeyValueRange()) {
            if (open.number != item.number)
                continue;
            m_batchOf.remove(job);
            then->open.remove(JobId(job));
            --then->batch.running;
            (item.state == "waiting" ? then->batch.waiting : item.state == "succeeded" ? then->batch.succeeded : then->batch.failed) += 1;
            break;
        }
        tell(id);
        if (then->batch.state == BatchState::Running)
            feed(id);
        else
            finishIfDone(id);
    });
}

void TitleBatches::finishIfDone(const QString &id)
{
    Active *now = active(id);
    if (!now || !now->open.isEmpty() || now->isTaking)
        return;
    if (now->batch.state == BatchState::Stopped) {
        m_active.erase(id);
        return;
    }
    if (now->batch.waiting > 0)
        return;
    now->isTaking = true; // nothing is fed meanwhile
    const qint64 at = m_clock.wallMs();
    auto stored = m_store.write([seq = now->batch.seq, at](Database &database) { return batchrows::finish(database, seq, at); });
    whenDone(stored, this, [this, id, at](const Result<bool> &isFinished) {
        Active *then = active(id);
        if (!then)
            return;
        then->isTaking = false;
        if (!isFinished)
            return feedLater(id);
        if (!*isFinished)
            return feed(id); // one was given back meanwhile
        TitleBatch last = then->batch;
        last.state = BatchState::Finished;
        last.endedAt = at;
        m_active.erase(id);
        Q_EMIT changed(last);
    });
}

void TitleBatches::feedLater(const QString &id)
{
    active(id)->pause = m_clock.after(feedPause, this, [this, id] {
        if (Active *now = active(id))
            now->pause.reset();
        feed(id);
    });
}

void TitleBatches::tell(const QString &id)
{
    Active *now = active(id);
    if (!now || now->nextTold)
        return;
    Q_EMIT changed(now->batch);
    now->nextTold = m_clock.after(tellPause, this, [this, id, told = now->batch.running + now->batch.waiting] {
        Active *then = active(id);
        if (!then)
            return;
        then->nextTold.reset();
        if (then->batch.running + then->batch.waiting != told)
            tell(id);
    });
}

} // namespace kule
