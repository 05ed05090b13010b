// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"
#include "base/folding.h"

#include <algorithm>

namespace kule {
namespace {

constexpr FilterKey table[] = {
    {"by", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "Name of the access key, whole; console is the window"), {}, "actor"},
    {"action", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "What was done, from its beginning: job, job.cancel, key"), {}, "what"},
    {"target", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of what it was done to"), {}, "object"},
    {"since", FilterKind::Since, QT_TRANSLATE_NOOP("Engine", "Done then or later: 2026-11-01 (local time; Z for UTC), today, 3d ago"), {}, "after"},
    {"before", FilterKind::Before, QT_TRANSLATE_NOOP("Engine", "Done before: 2026-11-01 (local time; Z for UTC), today, 3d ago"), {}, "until"},
};

} // namespace

std::span<const FilterKey> ActivityFilter::keys()
{
    return table;
}

Result<ActivityFilter> ActivityFilter::parse(const QString &query, qint64 nowMs)
{
    return parseFilter(query, table, nowMs).map([](Filter filter) { return ActivityFilter{std::move(filter)}; });
}

bool ActivityFilter::hasWords() const
{
    return std::any_of(terms.begin(), terms.end(), [](const FilterTerm &term) { return !term.key || term.key->kind == FilterKind::Part; });
}

bool showsWords(const ActivityFilter &filter, const Activity &activity)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [&activity](const FilterTerm &term) {
        if (!term.key)
            return fits(term, foldedWords(activity.actor) + foldedWords(QString::fromUtf8(activity.action)) + foldedWords(activity.target) + foldedWords(activity.detail));
        return term.key->kind != FilterKind::Part || fits(term, foldedWords(activity.target));
    });
}

} // namespace kule
