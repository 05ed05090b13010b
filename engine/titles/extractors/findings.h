// SPDX-License-Identifier: GPL-3.0-or-later
// What one extractor read off a page: the fields that it saw, the rating still apart from the genres. A value.
#pragma once
#include "titles/title.h"

namespace kule {

struct Findings
{
    TitleInfo info; ///< genres without the rating
    QString rating; ///< "18+"

    bool operator==(const Findings &) const = default;
};

} // namespace kule
