// SPDX-License-Identifier: GPL-3.0-or-later
// The extractor of most trust: the page's JSON-LD (schema.org Movie or TVSeries). Takes broken, escaped and repeated scripts
// as they come. Gives no year but a series' first one, and that only as a last resort. Pure; any thread.
#pragma once
#include "titles/extractors/findings.h"

#include <vector>

namespace kule {

struct JsonLdFindings : Findings
{
    /// Of startDate, for series alone, and only where it lies before dateCreated or that is missing: dateCreated is the day on
    /// which the site got the title, and a startDate that repeats it says no more than that.
    std::optional<int> firstYear;
};

/// Of these scripts' objects the first that names the title's page, else the first Movie or TVSeries; nothing when there is none.
std::optional<JsonLdFindings> fromJsonLd(const std::vector<QByteArrayView> &scripts, const TitleKey &key);

} // namespace kule
