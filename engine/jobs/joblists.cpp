// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/joblists.h"

#include "base/await.h"

#include <algorithm>

namespace kule {
namespace {

using ShownPtr = std::shared_ptr<const joblisting::Shown>;

constexpr std::size_t mostKept = 4; // 8 MB each for a million jobs

// Two filters with one key show the same: the text, and what its relative times came to.
QString keyOf(const JobFilter &filter)
{
    QString key = filter.text.simplified();
    for (const FilterTerm &term : filter.terms) {
        if (term.key && (term.key->kind == FilterKind::Since || term.key->kind == FilterKind::Before))
            key += QStringLiteral("\n%1 %2").arg(term.from).arg(term.to);
        else if (term.key && term.key->kind == FilterKind::Duration)
            key += QStringLiteral("\n%1").arg(filter.now);
    }
    return key;
}

// On a thread of the store's pool, which waits for the index.
Result<ShownPtr> look(Database &database, Store *index, const JobFilter &filter, const ShownPtr &before)
{
    std::optional<jobtexts::Hits> hits;
    if (index && filter.hasWords()) {
        const auto indexed = await(index->read([](Database &texts) { return jobtexts::progress(texts); }));
        const auto change = joblisting::newestChange(database);
        if (before && indexed && change && *indexed == before->indexed && *change == before->change)
            return before;
        auto found = await(index->read([&filter](Database &texts) { return jobtexts::find(texts, filter); }));
        if (!found)
            return fail(found.error());
        hits = std::move(*found);
    }
    const jobtexts::Hits *words = hits ? &*hits : nullptr;
    auto shown = before ? joblisting::shownSince(database, filter, words, *before) : joblisting::shown(database, filter, words);
    if (!shown)
        return fail(shown.error());
    return std::make_shared<const joblisting::Shown>(std::move(*shown));
}

} // namespace

JobLists::JobLists(Store &store, JobSearch *search)
    : m_store(store)
    , m_search(search)
{
}

ShownPtr JobLists::kept(const QString &filter) const
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &one) { return one.filter == filter; });
    return found == m_kept.end() ? nullptr : found->shown;
}

void JobLists::keep(const QString &filter, ShownPtr shown)
{
    m_kept.remove_if([&](const Kept &one) { return one.filter == filter; });
    m_kept.push_front({filter, std::move(shown)});
    if (m_kept.size() > mostKept)
        m_kept.pop_back();
}

Future<Result<Page<Job>>> JobLists::page(JobFilter filter, PageRequest request)
{
    struct Answer
    {
        Page<Job> page;
        ShownPtr shown; ///< null: read without
    };
    const QString key = keyOf(filter);
    auto read = m_store.read([index = index(), filter, request, before = kept(key)](Database &database) -> Result<Answer> {
        auto quick = joblisting::quickPage(database, filter, request);
        if (!quick)
            return fail(quick.error());
        if (*quick)
            return Answer{std::move(**quick), nullptr};
        auto shown = look(database, index.get(), filter, before);
        if (!shown)
            return fail(shown.error());
        auto page = joblisting::page(database, **shown, request);
        if (!page)
            return fail(page.error());
        return Answer{std::move(*page), *shown};
    });
    const Promise<Result<Page<Job>>> promise;
    whenDone(read, this, [this, key, promise](Result<Answer> answer) {
        if (answer && answer->shown)
            keep(key, answer->shown);
        if (answer && answer->page.unsearched > 0 && m_search)
            m_search->wake();
        promise.answer(std::move(answer).map([](Answer &&whole) { return std::move(whole.page); }));
    });
    return promise.future();
}

Future<Result<std::vector<qint64>>> JobLists::shown(JobFilter filter)
{
    return m_store.read([index = index(), filter, before = kept(keyOf(filter))](Database &database) -> Result<std::vector<qint64>> {
        auto shown = look(database, index.get(), filter, before);
        if (!shown)
            return fail(shown.error());
        return (*shown)->seqs;
    });
}

} // namespace kule
