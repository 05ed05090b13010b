// SPDX-License-Identifier: GPL-3.0-or-later
// The extractor of least trust: og: tags and <title>, without the words that the site puts around a name; and whether the
// page is a title's, or the landing page that the site sends where it does not have the title. Pure; any thread.
#pragma once
#include "titles/extractors/findings.h"
#include "titles/pagescan.h"

namespace kule {

/// "Watch X | Netflix Official Site", "X | Netflix", "X - Netflix", "X | anything": X. Empty for the site's own name.
QString withoutSiteWords(const QString &text);

enum class PageIs {
    Title,     ///< says its own address, or what was found in it already
    Elsewhere, ///< its own address is another's
    Unknown,
};

/// As the page itself says: by rel=canonical or og:url.
PageIs pageBy(const PageScan &scan, const TitleKey &key);

/// Nothing of a page that is elsewhere, or that may be and has no title.
Findings fromMeta(const PageScan &scan, PageIs page);

} // namespace kule
