// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/selectors.h"

#include <algorithm>

namespace kule {
namespace {

constexpr bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

template <class Judge>
bool anyWord(QByteArrayView text, Judge judge)
{
    for (auto at = text.begin(); at != text.end();) {
        const auto start = std::find_if(at, text.end(), isWordPart);
        at = std::find_if_not(start, text.end(), isWordPart);
        if (start != at && judge(text.sliced(start - text.begin(), at - start)))
            return true;
    }
    return false;
}

} // namespace

bool selects(const Selector &selector, QByteArrayView uia)
{
    if (selector.match == UiaMatch::Whole)
        return uia == selector.uia;
    return anyWord(uia, [&](QByteArrayView word) { return word == selector.uia; })
        && !anyWord(uia, [](QByteArrayView word) { return std::ranges::find(foreignWords, word) != foreignWords.end(); });
}

} // namespace kule
