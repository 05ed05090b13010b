// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of batches, and nothing but it. Each function runs within the caller's transaction, on its thread; those that
// write may run twice.
#pragma once
#include "store/database.h"
#include "titles/titlebatch.h"

namespace kule::batchrows {

/// The batch with its items, all waiting. Answers its seq.
Result<qint64> insert(Database &database, const TitleBatch &batch, const QStringList &urls);
/// titles.batch_not_found
Result<TitleBatch> one(Database &database, const QString &id);
/// Newest first. page.bad_cursor
Result<Page<TitleBatch>> list(Database &database, const PageRequest &request);
/// Those that run, and stopped ones whose titles had not ended.
Result<std::vector<TitleBatch>> running(Database &database);
Result<TitleBatchesLeft> left(Database &database);
/// titles.batch_not_found, page.bad_cursor
Result<Page<TitleBatchItem>> items(Database &database, const QString &id, const PageRequest &request);
/// Those that were given to the queue and have not ended.
Result<std::vector<TitleBatchItem>> underWay(Database &database, qint64 batch);

/// The next that wait, now running as these jobs; fewer when fewer wait.
Result<std::vector<TitleBatchItem>> take(Database &database, qint64 batch, const std::vector<JobId> &jobs);
Done setItem(Database &database, qint64 batch, const TitleBatchItem &item);
Done setState(Database &database, qint64 batch, BatchState state, std::optional<qint64> endedAt);
/// Nothing of it waits or runs: it has ended then. False: something does.
Result<bool> finish(Database &database, qint64 batch, qint64 at);
/// What failed waits again. Answers how many.
Result<qint64> retry(Database &database, qint64 batch);
/// The same for one that failed. titles.item_not_found, titles.item_not_failed
Done retryItem(Database &database, qint64 batch, qint64 number);

} // namespace kule::batchrows
