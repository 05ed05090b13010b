// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a list: what every list of the engine answers. Paged by key, so that page 10,000 costs what page 1 does.
#pragma once
#include <QString>

#include <vector>

namespace kule {

struct PageRequest
{
    QString after;   ///< cursor of a former page; empty: from the start
    int limit = 100; ///< 1 … 1000
    qint64 offset = 0; ///< rows to skip behind the cursor: a jump into the depth of a list that stays where its cursor holds it
};

template <class T>
struct Page
{
    std::vector<T> items;
    QString next;     ///< cursor for what follows; empty: that was all
    qint64 total = 0; ///< rows that the filter shows
    qint64 unsearched = 0; ///< rows into whose texts a search has not looked yet; they may belong here
};

} // namespace kule
