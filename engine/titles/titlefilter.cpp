// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/storedtitle.h"

namespace kule {
namespace {

constexpr FilterChoice yesOrNo[] = {{"yes"}, {"no"}, {"true", "yes"}, {"false", "no"}};

constexpr FilterKey table[] = {
    {"id", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "Number of the title, whole")},
    {"locale", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "Locale of the url, whole: tr")},
    {"year", FilterKind::Number, QT_TRANSLATE_NOOP("Engine", "Year: 2022, >2000, 1990..1999")},
    {"partial", FilterKind::Choice, QT_TRANSLATE_NOOP("Engine", "Whether a field is missing: yes or no"), yesOrNo},
    {"since", FilterKind::Since, QT_TRANSLATE_NOOP("Engine", "Page fetched then or later: 2026-11-01, today, 3d ago"), {}, "after"},
    {"before", FilterKind::Before, QT_TRANSLATE_NOOP("Engine", "Page fetched before: 2026-11-01, today, 3d ago"), {}, "until"},
};

} // namespace

std::span<const FilterKey> TitleFilter::keys()
{
    return table;
}

Result<TitleFilter> TitleFilter::parse(const QString &query, qint64 nowMs)
{
    return parseFilter(query, table, nowMs).map([](Filter filter) { return TitleFilter{std::move(filter)}; });
}

} // namespace kule
