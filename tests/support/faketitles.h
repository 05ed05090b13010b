// SPDX-License-Identifier: GPL-3.0-or-later
// Titles as values in memory, for tests of what stands above them. Answers at once, on the caller's thread.
#pragma once
#include "fakefailure.h"
#include "titles/titleservice.h"

#include <QHash>

namespace kule {

/// Titles in memory; a url that it does not have becomes a pending job of its own making.
class FakeTitles final : public TitleService, public FakeFailure
{
    Q_OBJECT
public:
    std::vector<TitleDetail> all; ///< newest first
    QHash<QByteArray, QByteArray> remembered; ///< what cached() has, by nameOf(key)
    std::vector<TitleBatch> begun;
    std::vector<TitleBatchItem> items; ///< of each batch
    TitleState now;
    QHash<QByteArray, Backdrop> pictures; ///< by nameOf(key)
    QStringList asked; ///< "submit <url> by <actor>", …

    TitleDetail &add(const TitleKey &key, const QString &title);

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
    Result<TitleBatch> moved(const QString &id, BatchState state);
};

} // namespace kule
