// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a filter's text into terms, quotes and minus signs seen, keys not yet understood. Pure; any thread.
#pragma once
#include "base/result.h"

#include <QStringList>

namespace kule {

struct FilterWord
{
    bool isNegated = false;
    bool isPhrase = false; ///< a value, or the word, was quoted
    QString key;           ///< before the colon, as written; empty: none
    QString afterKey;      ///< everything behind the colon as written, for keys that turn out to be none
    QStringList values;    ///< parted by commas; without a key exactly one
    qsizetype position = 0;
    qsizetype length = 0;
    qsizetype valuesAt = 0; ///< where the values begin
};

inline constexpr qsizetype longestFilter = 4096;
inline constexpr qsizetype mostFilterTerms = 32;

/// filter.unclosed_quote, filter.bad_character, filter.no_value (a lone minus), filter.too_long
Result<std::vector<FilterWord>> cutFilter(const QString &text);

} // namespace kule
