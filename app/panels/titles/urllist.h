// SPDX-License-Identifier: GPL-3.0-or-later
// What someone pasted, line by line: urls of titles, each once, and the lines that are none, with why. Pure; any thread.
#pragma once
#include "base/result.h"

#include <QStringList>

#include <vector>

namespace kule {

struct UrlList
{
    static constexpr int most = 20'000; ///< that one batch takes

    struct Wrong
    {
        int line = 0; ///< from 1
        QString text;
        Error why;
    };
    QStringList urls;
    std::vector<Wrong> wrong;
    int repeated = 0; ///< lines that name a title once more

    /// Empty lines and those that begin with # are passed over.
    static UrlList of(const QString &text);
};

} // namespace kule
