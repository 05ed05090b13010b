// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/rating.h"

#include <algorithm>

namespace kule {
namespace {

constexpr qsizetype longestRating = 8;

// Ratings are ages ("18+", "FSK 16") or short words in capitals ("TV-MA", "PG", "R"); genres are words that people read.
bool isRating(const QString &text)
{
    if (text.isEmpty() || text.size() > longestRating)
        return false;
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool isCapitals = std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'A' && c <= u'Z') || c == u'-'; });
    return hasDigit || (isCapitals && text.size() <= 5);
}

} // namespace

QString ratingOf(const TitleInfo &info)
{
    return !info.genres.isEmpty() && isRating(info.genres.first()) ? info.genres.first() : QString();
}

QStringList genresOf(const TitleInfo &info)
{
    return ratingOf(info).isEmpty() ? info.genres : info.genres.sliced(1);
}

} // namespace kule
