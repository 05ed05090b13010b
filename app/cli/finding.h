// SPDX-License-Identifier: GPL-3.0-or-later
// What kule doctor finds of one thing that Kule needs, with how to mend it. Values; finding out may wait some seconds and
// changes nothing.
#pragma once
#include "client.h"

namespace kule::cli {

enum class Health { Good, Poor, Bad };

struct Finding
{
    const char *check; ///< stable word
    Health health;
    QString what;
    QString fix; ///< empty: nothing to do
};

/// The site, the cache and the database of titles.
std::vector<Finding> titleFindings(const Session &session);

} // namespace kule::cli
