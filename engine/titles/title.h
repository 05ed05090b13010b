// SPDX-License-Identifier: GPL-3.0-or-later
// What the title scraper knows of one title: which page it stands on, and the six fields that clients get. Values; any
// thread. Knows neither pages nor databases.
#pragma once
#include "base/result.h"

#include <array>
#include <optional>
#include <tuple>

namespace kule {

struct TitleKey
{
    QByteArray id;     ///< ASCII digits as the url has them: "81616256"
    QByteArray locale; ///< lower case, "tr" or "tr-en"; empty: none in the url

    bool operator==(const TitleKey &) const = default;
    bool operator<(const TitleKey &other) const { return std::tie(id, locale) < std::tie(other.id, other.locale); }
};

struct TitleInfo
{
    QString title;
    std::optional<int> year;
    QString plot;
    QStringList genres; ///< the maturity rating first ("18+") when the page shows one
    QStringList cast;
    QString backdrop; ///< absolute http or https url

    bool operator==(const TitleInfo &) const = default;
};

/// The original's sentence of a page that did not come; clients of the API get it word for word in every language, so it is
/// not marked for translation.
inline constexpr char refusedPage[] = "Failed to fetch Netflix page: %1";

enum class TitleField { Title, Year, Plot, Genres, Cast, Backdrop };

inline constexpr std::array titleFields{TitleField::Title,  TitleField::Year, TitleField::Plot,
                                        TitleField::Genres, TitleField::Cast, TitleField::Backdrop};

/// The key that a field has in JSON: "title", "year" …
QByteArray nameOf(TitleField field);
bool isMissing(const TitleInfo &info, TitleField field);

/// Exactly six keys: title, year, plot, genres, cast, backdrop; null or [] where nothing is known.
Json toJson(const TitleInfo &info);
/// What toJson() wrote. Fails with INTERNAL_ERROR when it is something else.
Result<TitleInfo> titleInfoOf(const Json &json);

} // namespace kule
