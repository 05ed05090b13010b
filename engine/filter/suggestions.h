// SPDX-License-Identifier: GPL-3.0-or-later
// What may stand where one types in a filter: keys, and the values of keys that have a table of them. Pure; any thread.
#pragma once
#include "filter/filter.h"

namespace kule {

struct FilterSuggestion
{
    QString text; ///< instead of the word; ends with ':' or ',' when a value is still to come
    Text meaning;
    bool operator==(const FilterSuggestion &) const = default;
};

/// word: from the last space to the cursor. Without what is there already; empty: nothing to suggest.
std::vector<FilterSuggestion> suggestFilter(const QString &word, std::span<const FilterKey> keys);

} // namespace kule
