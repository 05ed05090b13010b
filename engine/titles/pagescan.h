// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over a page that gathers what needs no tree: JSON-LD scripts, meta tags, the title, the year of the metadata row.
// Linear in time, bounded in memory; views point into the page. Pure; any thread.
#pragma once
#include "titles/extractors/metadatarow.h"

#include <map>
#include <vector>

namespace kule {

struct PageScan
{
    std::vector<QByteArrayView> jsonLd;     ///< contents of the JSON-LD scripts, 16 at most
    std::map<QByteArray, QByteArray> metas; ///< of those that are asked for, by property or name; entities decoded; the first wins
    QByteArray title;                       ///< of <title>; entities decoded
    QByteArray canonical;                   ///< where the page says that it stands: rel=canonical, else og:url
    YearFound year;
    bool hasWords = false; ///< some text that is not white space, outside scripts and styles
};

/// text: UTF-8.
PageScan scanPage(QByteArrayView text);

} // namespace kule
