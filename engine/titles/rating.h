// SPDX-License-Identifier: GPL-3.0-or-later
// The maturity rating, which clients get as the first genre, apart from the genres again. Pure; any thread.
#pragma once
#include "titles/title.h"

namespace kule {

/// "18+", "TV-MA", "PG"; empty when the first genre is a genre.
QString ratingOf(const TitleInfo &info);
/// Without the rating.
QStringList genresOf(const TitleInfo &info);

} // namespace kule
