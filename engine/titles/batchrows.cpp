// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/batchrows.h"

#include "base/sequence.h"

namespace kule {

const char *wordOf(BatchState state)
{
    switch (state) {
    case BatchState::Running: return "running";
    case BatchState::Stopped: return "stopped";
    case BatchState::Finished: return "finished";
    }
    return "finished";
}

namespace batchrows {
namespace {

const QByteArray askedAgain = "UPDATE title_batch_item SET state = 'waiting', source = '', code = '', error = '', error_source = '', title = '', page_at = 0";
constexpr char batchColumns[] = "seq, id, label, state, is_refresh, actor, created_at, ended_at";

Done ignoreRows(Result<Cursor> result)
{
    return std::move(result).map([](const Cursor &) {});
}

BatchState stateOf(const QByteArray &word)
{
    return word == "running" ? BatchState::Running : word == "stopped" ? BatchState::Stopped : BatchState::Finished;
}

TitleBatch batchOf(const Cursor &row)
{
    TitleBatch batch;
    batch.seq = row.integer(0);
    batch.id = row.text(1);
    batch.label = row.text(2);
    batch.state = stateOf(row.bytes(3));
    batch.isRefresh = row.integer(4) != 0;
    batch.actor = row.text(5);
    batch.createdAt = row.integer(6);
    if (!row.isNull(7))
        batch.endedAt = row.integer(7);
    return batch;
}

TitleBatchItem itemOf(const Cursor &row)
{
    return {row.integer(0), row.text(1), row.bytes(2), JobId{row.text(3)}, row.bytes(4), row.bytes(5), restored(row.text(6), row.text(7)), row.text(8), row.integer(9)};
}

Result<TitleBatch> counted(Database &database, TitleBatch batch)
{
    auto rows = database.run("SELECT state, count(*) FROM title_batch_item WHERE batch = ? GROUP BY state", batch.seq);
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        const QByteArray state = rows->bytes(0);
        const qint64 count = rows->integer(1);
        batch.total += count;
        (state == "waiting" ? batch.waiting : state == "running" ? batch.running : state == "succeeded" ? batch.succeeded : batch.failed) += count;
    }
    return batch;
}

Result<std::vector<TitleBatch>> some(Database &database, Result<Cursor> rows)
{
    if (!rows)
        return fail(rows.error());
    std::vector<TitleBatch> batches;
    while (rows->next())
        batches.push_back(batchOf(*rows));
    for (TitleBatch &batch : batches) {
        auto known = counted(database, std::move(batch));
        if (!known)
            return fail(known.error());
        batch = std::move(*known);
    }
    return batches;
}

Result<std::vector<TitleBatchItem>> someItems(Result<Cursor> rows)
{
    if (!rows)
        return fail(rows.error());
    std::vector<TitleBatchItem> items;
    while (rows->next())
        items.push_back(itemOf(*rows));
    return items;
}

} // namespace

Result<qint64> insert(Database &database, const TitleBatch &batch, const QStringList &urls)
{
    auto made = database.run("INSERT INTO title_batch (id, label, state, is_refresh, actor, created_at) VALUES (?, ?, ?, ?, ?, ?)", batch.id, batch.label,
                             wordOf(batch.state), batch.isRefresh, batch.actor, batch.createdAt);
    if (!made)
        return fail(made.error());
    const qint64 seq = made->insertedId();
    qint64 number = 0;
    for (const QString &url : urls) {
        if (auto item = database.run("INSERT INTO title_batch_item VALUES (?, ?, ?, 'waiting', '', '', '', '', '', 0, '')", seq, ++number, url); !item)
            return fail(item.error());
    }
    return seq;
}

Result<TitleBatch> one(Database &database, const QString &id)
{
    static const QByteArray sql = QByteArray("SELECT ") + batchColumns + " FROM title_batch WHERE id = ?";
    auto found = some(database, database.run(sql.constData(), id));
    if (!found)
        return fail(found.error());
    if (found->empty())
        return fail(ErrorKind::NotFound, "titles.batch_not_found", text(QT_TRANSLATE_NOOP("Engine", "There is no batch %1. Look in the list of batches."), id));
    return std::move(found->front());
}

Result<Page<TitleBatch>> list(Database &database, const PageRequest &request)
{
    const auto before = sequenceBefore(request);
    if (!before)
        return fail(before.error());
    static const QByteArray sql = QByteArray("SELECT ") + batchColumns + " FROM title_batch WHERE seq < ? ORDER BY seq DESC LIMIT ?";
    auto found = some(database, database.run(sql.constData(), *before, request.limit + 1));
    if (!found)
        return fail(found.error());
    const auto total = database.number("SELECT count(*) FROM title_batch");
    if (!total)
        return fail(total.error());
    Page<TitleBatch> page{std::move(*found), {}, *total, 0};
    if (static_cast<int>(page.items.size()) > request.limit) {
        page.items.pop_back();
        page.next = QString::number(page.items.back().seq);
    }
    return page;
}

Result<std::vector<TitleBatch>> running(Database &database)
{
    static const QByteArray sql = QByteArray("SELECT ") + batchColumns + " FROM title_batch WHERE state = 'running'"
        " OR (state = 'stopped' AND EXISTS (SELECT 1 FROM title_batch_item WHERE batch = seq AND title_batch_item.state = 'running')) ORDER BY seq";
    return some(database, database.run(sql.constData()));
}

Result<TitleBatchesLeft> left(Database &database)
{
    TitleBatchesLeft left;
    auto batches = database.run("SELECT state, count(*) FROM title_batch WHERE state <> 'finished' GROUP BY state");
    if (!batches)
        return fail(batches.error());
    while (batches->next())
        (stateOf(batches->bytes(0)) == BatchState::Running ? left.running : left.stopped) = batches->integer(1);
    auto titles = database.run("SELECT item.state, count(*) FROM title_batch CROSS JOIN title_batch_item item ON item.batch = title_batch.seq"
                               " AND item.state IN ('waiting', 'running') WHERE title_batch.state <> 'finished' GROUP BY 1");
    if (!titles)
        return fail(titles.error());
    while (titles->next())
        (titles->bytes(0) == "waiting" ? left.titlesWaiting : left.titlesRunning) = titles->integer(1);
    return left;
}

Result<Page<TitleBatchItem>> items(Database &database, const QString &id, const PageRequest &request)
{
    const auto batch = one(database, id);
    if (!batch)
        return fail(batch.error());
    bool isNumber = true;
    const qint64 after = request.after.isEmpty() ? 0 : request.after.toLongLong(&isNumber);
    if (!isNumber)
        return fail(ErrorKind::Invalid, "page.bad_cursor", text(QT_TRANSLATE_NOOP("Engine", "This is not a cursor of this list. Begin again without it.")));
    auto found = someItems(database.run("SELECT number, url, state, job, source, code, error, error_source, title, page_at FROM title_batch_item WHERE batch = ? AND number > ?"
                                        " ORDER BY number LIMIT ? OFFSET ?",
                                        batch->seq, after, request.limit + 1, request.offset));
    if (!found)
        return fail(found.error());
    Page<TitleBatchItem> page{std::move(*found), {}, batch->total, 0};
    if (static_cast<int>(page.items.size()) > request.limit) {
        page.items.pop_back();
        page.next = QString::number(page.items.back().number);
    }
    return page;
}

Result<std::vector<TitleBatchItem>> underWay(Database &database, qint64 batch)
{
    return someItems(database.run("SELECT number, url, state, job, source, code, error, error_source, title, page_at FROM title_batch_item WHERE batch = ? AND state = 'running'", batch));
}

Result<std::vector<TitleBatchItem>> take(Database &database, qint64 batch, const std::vector<JobId> &jobs)
{
    auto next = someItems(database.run("SELECT number, url, state, job, source, code, error, error_source, title, page_at FROM title_batch_item WHERE batch = ? AND state = 'waiting'"
                                       " ORDER BY number LIMIT ?",
                                       batch, static_cast<qint64>(jobs.size())));
    if (!next)
        return next;
    for (std::size_t i = 0; i < next->size(); ++i) {
        TitleBatchItem &item = (*next)[i];
        item.state = "running";
        item.job = jobs[i];
        if (auto set = setItem(database, batch, item); !set)
            return fail(set.error());
    }
    return next;
}

Done setItem(Database &database, qint64 batch, const TitleBatchItem &item)
{
    return ignoreRows(database.run("UPDATE title_batch_item SET state = ?, job = ?, source = ?, code = ?, error = ?, error_source = ?, title = ?, page_at = ? WHERE batch = ? AND number = ?",
                                   QUtf8StringView(item.state), item.job.value, QUtf8StringView(item.source), QUtf8StringView(item.code), item.error.english(), sourceOf(item.error), item.title, item.pageAt, batch,
                                   item.number));
}

Done setState(Database &database, qint64 batch, BatchState state, std::optional<qint64> endedAt)
{
    return ignoreRows(database.run("UPDATE title_batch SET state = ?, ended_at = ? WHERE seq = ?", wordOf(state), endedAt, batch));
}

Result<bool> finish(Database &database, qint64 batch, qint64 at)
{
    auto set = database.run("UPDATE title_batch SET state = 'finished', ended_at = ? WHERE seq = ?"
                            " AND NOT EXISTS (SELECT 1 FROM title_batch_item WHERE batch = ? AND title_batch_item.state IN ('waiting', 'running'))",
                            at, batch, batch);
    return std::move(set).map([](const Cursor &row) { return row.changed() > 0; });
}

Result<qint64> retry(Database &database, qint64 batch)
{
    static const QByteArray sql = askedAgain + " WHERE batch = ? AND state IN ('failed', 'cancelled')";
    auto set = database.run(sql.constData(), batch);
    return std::move(set).map([](const Cursor &row) { return static_cast<qint64>(row.changed()); });
}

Done retryItem(Database &database, qint64 batch, qint64 number)
{
    static const QByteArray sql = askedAgain + " WHERE batch = ? AND number = ? AND state IN ('failed', 'cancelled')";
    auto set = database.run(sql.constData(), batch, number);
    if (!set)
        return fail(set.error());
    if (set->changed() > 0)
        return {};
    const auto known = database.number("SELECT count(*) FROM title_batch_item WHERE batch = ? AND number = ?", batch, number);
    if (!known)
        return fail(known.error());
    if (*known == 0)
        return fail(ErrorKind::NotFound, "titles.item_not_found", text(QT_TRANSLATE_NOOP("Engine", "The batch has no title number %1. Look in its list."), QString::number(number)));
    return fail(ErrorKind::Conflict, "titles.item_not_failed", text(QT_TRANSLATE_NOOP("Engine", "The title has not failed, so there is nothing to try again.")));
}

} // namespace batchrows
} // namespace kule
