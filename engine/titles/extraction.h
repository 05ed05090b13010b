// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a page to the six fields of a title: several extractors in order of trust, field by field, each field
// with the name of the extractor that gave it. Pure and bounded in time and memory; any thread, parsing belongs on a pool.
// Never touches network or disk, whatever the page says.
#pragma once
#include "titles/title.h"

#include <map>

namespace kule {

struct Extracted
{
    TitleInfo info;
    std::map<TitleField, QByteArray> provenance; ///< "json-ld", "markup", "new-markup" or "meta"; no row for a missing field
    bool isPartial = false;                      ///< some field is missing

    bool operator==(const Extracted &) const = default;
};

/// page: the body as it came, decompressed; contentType: the header, may be empty.
/// Fails with REGION_UNAVAILABLE (a landing page: this region does not have the title) or PARSE_ERROR (nothing found).
Result<Extracted> extract(const QByteArray &page, const QByteArray &contentType, const TitleKey &key);

} // namespace kule
