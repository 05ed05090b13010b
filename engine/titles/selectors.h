// SPDX-License-Identifier: GPL-3.0-or-later
// How a page's markup is read: one table a kind of page. Class names are build hashes and change; data-uia is what stays.
// To follow a change of the site, change a row here.
#pragma once
#include <QByteArrayView>

#include <array>
#include <span>

namespace kule {

enum class PagePart { Title, Year, Rating, Genres, Plot, Cast, Backdrop };

enum class UiaMatch {
    Whole, ///< data-uia is exactly this
    Word,  ///< this is among its words: "year" in "hero+metadata-year"
};

struct Selector
{
    PagePart part;
    UiaMatch match;
    QByteArrayView uia;
    const char *path = nullptr; ///< XPath from the element with that data-uia; null: the element itself
};

struct PageKind
{
    QByteArrayView extractor; ///< as provenance names it
    std::span<const Selector> selectors;
    std::span<const char *const> backdrops; ///< XPath of elements with srcset or src, the best first
};

inline constexpr std::array oldSelectors{
    Selector{PagePart::Title, UiaMatch::Whole, "title-info-title"},
    Selector{PagePart::Year, UiaMatch::Whole, "item-year"},
    Selector{PagePart::Rating, UiaMatch::Whole, "item-maturity", ".//*[contains(concat(' ', @class, ' '), ' maturity-number ')]"},
    Selector{PagePart::Rating, UiaMatch::Whole, "item-maturity"},
    Selector{PagePart::Genres, UiaMatch::Whole, "item-genre"},
    Selector{PagePart::Genres, UiaMatch::Whole, "more-details-item-genres"},
    Selector{PagePart::Plot, UiaMatch::Whole, "title-info-synopsis"},
    Selector{PagePart::Cast, UiaMatch::Whole, "info-starring"},
    Selector{PagePart::Cast, UiaMatch::Whole, "more-details-item-cast"},
};
inline constexpr std::array<const char *, 2> oldBackdrops{
    "//source[ancestor::picture and ancestor::*[contains(@class, 'hero')]]",
    "//source[ancestor::picture]",
};

inline constexpr std::array newSelectors{
    Selector{PagePart::Title, UiaMatch::Word, "title", "self::h1[not(contains(@data-uia, 'hero'))]"},
    Selector{PagePart::Year, UiaMatch::Word, "year"},
    Selector{PagePart::Rating, UiaMatch::Word, "maturity"},
    Selector{PagePart::Rating, UiaMatch::Word, "rating"},
    Selector{PagePart::Genres, UiaMatch::Word, "genre"},
    Selector{PagePart::Genres, UiaMatch::Word, "genres"},
    Selector{PagePart::Plot, UiaMatch::Word, "synopsis"},
    Selector{PagePart::Cast, UiaMatch::Word, "starring"},
    Selector{PagePart::Cast, UiaMatch::Word, "cast"},
};
inline constexpr std::array<const char *, 3> newBackdrops{
    "//source[ancestor::picture and ancestor::*[contains(@data-uia, 'hero')]]",
    "//img[ancestor::*[contains(@data-uia, 'hero')]]",
    "//source[ancestor::picture]",
};

inline constexpr PageKind oldPage{"markup", oldSelectors, oldBackdrops};
inline constexpr PageKind newPage{"new-markup", newSelectors, newBackdrops};
inline constexpr std::array pageKinds{oldPage, newPage};

/// Words in a data-uia which say that the element speaks of something else: an episode, another title, the landing page.
inline constexpr std::array<QByteArrayView, 14> foreignWords{"season", "seasons", "episode", "episodes", "similar", "similars", "related",
                                                             "recommendation", "card", "trailer", "video", "nmhp", "story", "label"};

/// Whether an element with this data-uia is meant.
bool selects(const Selector &selector, QByteArrayView uia);

} // namespace kule
