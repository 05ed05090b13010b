// SPDX-License-Identifier: GPL-3.0-or-later
// Works through batches: gives the queue a few items of each at a time, so that who asks for one title is not behind ten
// thousand, and goes on after a crash where it was. Lives on the engine thread; an item's job is noted before it is made.
#pragma once
#include "base/actor.h"
#include "jobs/jobservice.h"
#include "store/store.h"
#include "titles/titlebatch.h"

namespace kule {

class TitleBatches : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostUrls = 20'000; ///< of one batch
    static constexpr int atOnce = 8;        ///< open jobs of one batch

    TitleBatches(Store &store, JobService &jobs, Clock &clock);
    /// Takes up what a former engine left; once the job service has done the same.
    void recover();

    Future<Result<TitleBatch>> begin(TitleBatchRequest request, const Actor &actor);
    Future<Result<TitleBatch>> stop(const QString &id, const Actor &actor);
    Future<Result<TitleBatch>> resume(const QString &id, const Actor &actor);
    /// One that failed waits again, in its place; in a batch that has ended it is tried at once, in a stopped one when it goes on.
    Future<Result<TitleBatch>> retry(const QString &id, qint64 number, const Actor &actor);
    /// As it is in the store, with what is not there yet.
    Future<Result<TitleBatch>> find(const QString &id);

Q_SIGNALS:
    void changed(kule::TitleBatch batch);

private:
    struct Active
    {
        TitleBatch batch;
        QHash<JobId, TitleBatchItem> open;
        bool isTaking = false;
        std::unique_ptr<Clock::Timer> pause;    ///< while the queue or the store refuses
        std::unique_ptr<Clock::Timer> nextTold; ///< while it waits, changes only gather
    };
    void activate(TitleBatch batch, const std::vector<TitleBatchItem> &underWay);
    void feed(const QString &id);
    void submit(const QString &id, const TitleBatchItem &item);
    void onJob(const Job &job);
    void settle(const QString &id, TitleBatchItem item);
    void finishIfDone(const QString &id);
    void feedLater(const QString &id);
    void tell(const QString &id);
    Active *active(const QString &id);

    Store &m_store;
    JobService &m_jobs;
    Clock &m_clock;
    std::unordered_map<QString, std::unique_ptr<Active>> m_active; ///< running ones, and stopped ones whose jobs have not ended
    QHash<JobId, QString> m_batchOf;
};

} // namespace kule
