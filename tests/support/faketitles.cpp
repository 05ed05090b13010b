// SPDX-License-Identifier: GPL-3.0-or-later
#include "faketitles.h"

#include <algorithm>

namespace kule {

TitleDetail &FakeTitles::add(const TitleKey &key, const QString &title)
{
    TitleDetail detail;
    detail.title.key = key;
    detail.title.info.title = title;
    detail.title.info.year = 2022;
    detail.title.info.genres = QStringList{QStringLiteral("18+")};
    detail.title.provenance = {{TitleField::Title, {"json-ld", someTime}}, {TitleField::Year, {"markup", someTime}}};
    detail.title.isPartial = true;
    detail.title.pageAt = detail.title.savedAt = someTime;
    detail.history.push_back({1, someTime, "fetched", Json{{"title", {{"from", "Eski"}, {"to", "Yeni"}}}}});
    const QByteArray body = "<html>" + title.toUtf8() + "</html>";
    detail.page = RawPage{QStringLiteral("https://www.netflix.com/title/") + QString::fromLatin1(key.id), "text/html", someTime, body.size(), qCompress(body)};
    all.insert(all.begin(), std::move(detail));
    return all.front();
}

std::optional<QByteArray> FakeTitles::cached(const TitleKey &key)
{
    const auto found = remembered.constFind(nameOf(key));
    return found == remembered.cend() ? std::nullopt : std::optional(*found);
}

Future<Result<Submitted>> FakeTitles::submit(TitleRequest request, Actor actor)
{
    asked << QStringLiteral("%1 %2 by %3").arg(QLatin1String(request.freshness == Freshness::Any ? "submit" : "refresh"), request.url, actor.name);
    const JobId id{QStringLiteral("title-job-%1").arg(asked.size())};
    return answer<Submitted>(Submitted{id.value, id, JobState::Queued, true});
}

Future<Result<TitleAnswer>> FakeTitles::get(TitleRequest request, Actor actor)
{
    asked << QStringLiteral("get %1 by %2").arg(request.url, actor.name);
    return answer<TitleAnswer>(TitleAnswer{dumpJson(toJson(all.empty() ? TitleInfo{} : all.front().title.info)), "netflix", {QStringLiteral("title-job")}});
}

Future<Result<Page<StoredTitle>>> FakeTitles::list(TitleFilter filter, PageRequest page)
{
    const auto shows = [&filter](const StoredTitle &title) {
        return std::all_of(filter.terms.begin(), filter.terms.end(), [&title](const FilterTerm &term) {
            const QString value = term.values.value(0);
            return term.key ? QByteArray(term.key->name) != "partial" || title.isPartial == (value == u"yes") : title.info.title.contains(value, Qt::CaseInsensitive);
        });
    };
    std::vector<StoredTitle> rows;
    for (const TitleDetail &detail : all) {
        if (shows(detail.title))
            rows.push_back(detail.title);
    }
    return answer(pageOf(rows, page));
}

Future<Result<TitleDetail>> FakeTitles::find(TitleKey key)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const TitleDetail &detail) { return detail.title.key == key; });
    return answer(found == all.end() ? Result<TitleDetail>(fail(absent("title.not_found"))) : Result<TitleDetail>(*found));
}

Future<Result<RawPage>> FakeTitles::page(TitleKey key)
{
    const auto found = find(std::move(key)).wait();
    return answer(found ? Result<RawPage>(*found->page) : Result<RawPage>(fail(absent("title.page_not_found"))));
}

Future<Result<Backdrop>> FakeTitles::backdrop(TitleKey key)
{
    const auto found = pictures.constFind(nameOf(key));
    return answer(found == pictures.cend() ? Result<Backdrop>(fail(absent("title.no_backdrop"))) : Result<Backdrop>(*found));
}

Future<Result<StoredTitle>> FakeTitles::parseAgain(TitleKey key, Actor actor)
{
    asked << QStringLiteral("parse %1 by %2").arg(QString::fromLatin1(nameOf(key)), actor.name);
    const auto found = find(std::move(key)).wait();
    return answer(found ? Result<StoredTitle>(found->title) : Result<StoredTitle>(fail(absent("title.page_not_found"))));
}

Future<Result<ParsedPages>> FakeTitles::parseAll(Actor actor)
{
    asked << QStringLiteral("parse all by %1").arg(actor.name);
    return answer<ParsedPages>(ParsedPages{static_cast<qint64>(all.size()), 0});
}

Future<Done> FakeTitles::remove(TitleKey key, Actor actor)
{
    asked << QStringLiteral("remove %1 by %2").arg(QString::fromLatin1(nameOf(key)), actor.name);
    const auto gone = std::erase_if(all, [&](const TitleDetail &detail) { return detail.title.key == key; });
    return answer<void>(gone > 0 ? Done() : Done(fail(absent("title.not_found"))));
}

Future<Result<TitleState>> FakeTitles::state()
{
    return answer<TitleState>(now);
}

Future<Done> FakeTitles::clearCache(Actor actor)
{
    asked << QStringLiteral("clear cache by %1").arg(actor.name);
    remembered.clear();
    return answer<void>(Done());
}

Future<Result<qint64>> FakeTitles::clearDatabase(Actor actor)
{
    asked << QStringLiteral("clear by %1").arg(actor.name);
    return answer<qint64>(static_cast<qint64>(std::exchange(all, {}).size()));
}

Future<Result<TitleBatch>> FakeTitles::begin(TitleBatchRequest request, Actor actor)
{
    asked << QStringLiteral("batch of %1 by %2").arg(request.urls.size()).arg(actor.name);
    TitleBatch batch;
    batch.seq = static_cast<qint64>(begun.size()) + 1;
    batch.id = QStringLiteral("batch-%1").arg(batch.seq);
    batch.label = request.label;
    batch.createdAt = someTime;
    batch.total = batch.waiting = request.urls.size();
    begun.insert(begun.begin(), batch);
    return answer<TitleBatch>(batch);
}

Future<Result<Page<TitleBatch>>> FakeTitles::batches(PageRequest page)
{
    return answer(pageOf(begun, page));
}

Future<Result<TitleBatch>> FakeTitles::batch(QString id)
{
    const auto found = std::find_if(begun.begin(), begun.end(), [&](const TitleBatch &batch) { return batch.id == id; });
    return answer(found == begun.end() ? Result<TitleBatch>(fail(absent("titles.batch_not_found"))) : Result<TitleBatch>(*found));
}

Future<Result<Page<TitleBatchItem>>> FakeTitles::batchItems(QString id, PageRequest page)
{
    const auto found = batch(std::move(id)).wait();
    return answer(found ? pageOf(items, page) : Result<Page<TitleBatchItem>>(tl::unexpected(found.error())));
}

Result<TitleBatch> FakeTitles::moved(const QString &id, BatchState state)
{
    const auto found = std::find_if(begun.begin(), begun.end(), [&](const TitleBatch &batch) { return batch.id == id; });
    if (found == begun.end())
        return fail(absent("titles.batch_not_found"));
    found->state = state;
    return *found;
}

Future<Result<TitleBatch>> FakeTitles::stopBatch(QString id, Actor actor)
{
    asked << QStringLiteral("stop %1 by %2").arg(id, actor.name);
    return answer(moved(id, BatchState::Stopped));
}

Future<Result<TitleBatch>> FakeTitles::resumeBatch(QString id, Actor actor)
{
    asked << QStringLiteral("resume %1 by %2").arg(id, actor.name);
    return answer(moved(id, BatchState::Running));
}

Future<Result<TitleBatch>> FakeTitles::retryItem(QString batch, qint64 number, Actor actor)
{
    asked << QStringLiteral("retry %1 of %2 by %3").arg(QString::number(number), batch, actor.name);
    return answer(moved(batch, BatchState::Running));
}

} // namespace kule
